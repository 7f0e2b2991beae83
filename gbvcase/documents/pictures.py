"""Pictures of signed papers: encoded anew without what they say of place and camera, and shown.

The decoding happens in a process of its own, which can only fail by itself.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from gbvcase.documents.picture_limits import MOST_BYTES, MOST_SECONDS
from gbvcase.documents.picture_process import KEEP, SHOW, TOO_MANY_POINTS
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark

HELPER = (sys.executable, "-P", "-m", "gbvcase.documents.picture_process")
"""Without the folder in which the program happens to be: no file there is taken for one of ours."""
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class FileTooLarge(GbvcaseError):
    """A file with more bytes than are kept."""

    sentence = mark("This file is larger than 20 MB. Take the picture again in a smaller size.")


class NotAPicture(GbvcaseError):
    """A file that is no picture, or a broken one."""

    sentence = mark("This file is not a whole picture in JPEG or PNG. Take the picture again.")


class PictureTooLarge(GbvcaseError):
    """A picture with more points than are decoded."""

    sentence = mark("This picture has too many points. Take it again in a smaller size.")


class PictureUnreadable(GbvcaseError):
    """A picture on which the helper ended, took too long or wanted too much memory."""

    sentence = mark("This picture could not be read, and reading was stopped. Take it again.")


@dataclass(frozen=True, repr=False)
class Points:
    """A picture as rows of points, three bytes each."""

    width: int
    height: int
    rgb: bytes


def encoded_anew(content: bytes) -> tuple[bytes, str]:
    """Return a picture without anything but its points, and its kind; raise if it is none."""
    told, made = _asked(KEEP, content)
    return made, str(told["media"])


def points_of(content: bytes) -> Points:
    """Return what is to be seen of a picture; raise if it is none."""
    told, made = _asked(SHOW, content)
    points = Points(int(told["width"]), int(told["height"]), made)
    if len(made) != points.width * points.height * 3:
        raise PictureUnreadable
    return points


def _asked(mode: str, content: bytes) -> tuple[dict[str, Any], bytes]:
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and nothing of it is typed
            [*HELPER, mode],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MOST_SECONDS,
            check=False,
            creationflags=NO_WINDOW,
        )
    except (subprocess.TimeoutExpired, OSError):
        raise PictureUnreadable from None
    head, _, made = done.stdout.partition(b"\n")
    if done.returncode != 0 or not head:
        raise PictureUnreadable
    told = json.loads(head)
    refused = told.get("refused")
    if refused is not None:
        raise PictureTooLarge if refused == TOO_MANY_POINTS else NotAPicture
    return told, made
