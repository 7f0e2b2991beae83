"""The helper process in which pictures are decoded: it gets bytes, never a key, and little room.

`python -m gbvcase.documents.picture_process MODE` reads a picture from its input and writes a line
of JSON and then bytes: `keep` encodes it anew without what it says of place, time and camera,
`show` gives its points. Whatever goes wrong in it ends this process and nothing else.
"""

import json
import sys
import warnings
from io import BytesIO
from typing import Any

from gbvcase.documents.picture_limits import (
    MOST_ALLOCATED,
    MOST_BYTES,
    MOST_POINTS,
    limit_this_process,
)

KEEP, SHOW = "keep", "show"
LONGEST_KEPT = 3508  # points: a sheet of A4 at 300 to the inch
LONGEST_SHOWN = 2000
QUALITY = 85
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png"}
NO_PICTURE, TOO_MANY_POINTS = "no picture", "too many points"


def main(mode: str) -> None:
    """Do what was asked with the picture that comes in."""
    limit_this_process()
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        told, made = _kept(content) if mode == KEEP else _shown(content)
    except _Refused as refused:
        told, made = {"refused": str(refused)}, b""
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + made)


class _Refused(Exception):
    """Why a picture is not taken."""


def _kept(content: bytes) -> tuple[dict[str, Any], bytes]:
    picture, kind = _read(content, LONGEST_KEPT)
    out = BytesIO()
    if kind == "JPEG":
        picture.convert("RGB").save(out, "JPEG", quality=QUALITY, optimize=True)
    else:
        picture.save(out, "PNG", optimize=False)
    return {"media": FORMATS[kind]}, out.getvalue()


def _shown(content: bytes) -> tuple[dict[str, Any], bytes]:
    picture, _kind = _read(content, LONGEST_SHOWN)
    width, height = picture.size
    return {"width": width, "height": height}, picture.convert("RGB").tobytes()


def _read(content: bytes, longest: int) -> tuple[Any, str]:
    """Return the points of a picture, upright and no larger than needed, and its format."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_POINTS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(content), formats=tuple(FORMATS)) as picture:
            kind = str(picture.format)
            width, height = picture.size
            if width * height > MOST_POINTS:
                raise _Refused(TOO_MANY_POINTS)
            picture.draft("RGB", (longest, longest))  # a JPEG need not be decoded whole
            if picture.width * picture.height * len(picture.getbands()) > MOST_ALLOCATED:
                raise _Refused(TOO_MANY_POINTS)
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((longest, longest))
            bare = Image.new(upright.mode, upright.size)
            if upright.mode == "P":
                bare = bare.convert("RGBA")
                upright = upright.convert("RGBA")
            bare.paste(upright)  # the points alone: nothing else that the file says comes along
            return bare, kind
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _Refused(TOO_MANY_POINTS) from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise _Refused(NO_PICTURE) from None


if __name__ == "__main__":
    main(sys.argv[1])
