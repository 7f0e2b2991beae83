"""Hostile and honest pictures through the real helper process."""

import struct
import sys
import zlib
from io import BytesIO

import pytest
from PIL import Image

from gbvcase.documents import pictures
from gbvcase.documents.picture_limits import MOST_BYTES
from gbvcase.documents.picture_process import LONGEST_KEPT
from gbvcase.documents.pictures import (
    FileTooLarge,
    NotAPicture,
    PictureTooLarge,
    PictureUnreadable,
    encoded_anew,
    points_of,
)

PLACE = b"Xa Mau 13.98 N 108.00 E"


def a_picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **more: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **more)
    return out.getvalue()


def with_a_place(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = PLACE.decode()  # a description
    exif[0x0112] = 6  # turned: to be shown upright
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    return a_picture(kind, exif=exif)


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has that many points."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(64))), (b"IEND", b""))
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_kept_upright_and_without_place_time_or_camera(kind: str) -> None:
    given = with_a_place(kind)
    assert PLACE in given
    made, media = encoded_anew(given)
    assert media == {"JPEG": "image/jpeg", "PNG": "image/png"}[kind]
    assert PLACE not in made
    assert b"Exif" not in made and b"eXIf" not in made
    with Image.open(BytesIO(made)) as again:
        assert again.size == (40, 60)
        assert not again.getexif()


def test_a_picture_is_no_larger_than_a_page_needs() -> None:
    made, _ = encoded_anew(a_picture(size=(5000, 2500)))
    with Image.open(BytesIO(made)) as again:
        assert max(again.size) == LONGEST_KEPT


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1"])
def test_every_usual_kind_of_points_is_kept_and_shown(mode: str) -> None:
    out = BytesIO()
    Image.new("RGB", (9, 5), (0, 0, 0)).convert(mode).save(out, "PNG")
    made, _ = encoded_anew(out.getvalue())
    shown = points_of(made)
    assert (shown.width, shown.height) == (9, 5)
    assert shown.rgb == bytes(9 * 5 * 3)


def test_what_is_shown_is_the_points_of_the_picture() -> None:
    shown = points_of(a_picture("PNG", (4, 3)))
    assert shown.rgb == bytes((200, 30, 30)) * 12


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"", NotAPicture),
        (b"not a picture", NotAPicture),
        (a_picture("GIF"), NotAPicture),
        (a_picture("TIFF"), NotAPicture),
        (a_picture("JPEG", (800, 800))[:2000], NotAPicture),
        (a_picture("PNG")[:60], NotAPicture),
        (a_bomb(10, 10)[:-20], NotAPicture),
        (a_bomb(100_000, 100_000), PictureTooLarge),
        (a_bomb(6_400, 6_400), PictureTooLarge),
        (bytes(MOST_BYTES + 1), FileTooLarge),
    ],
    ids=[
        *("empty", "text", "gif", "tiff", "cut jpeg", "cut png", "cut bomb", "bomb"),
        *("just too many", "too many bytes"),
    ],
)
def test_what_is_no_honest_picture_is_refused(content: bytes, refused: type[Exception]) -> None:
    for do in (encoded_anew, points_of):
        with pytest.raises(refused):
            do(content)


LIMITED = "from gbvcase.documents.picture_limits import limit_this_process as l; l(); "


@pytest.mark.parametrize(
    "helper",
    [
        LIMITED + "bytes(700 * 1024 * 1024); print('{}')",
        "import os; os.abort()",
        "import time; time.sleep(60)",
        "print('', end='')",
    ],
    ids=["too much memory", "crash", "too slow", "silent"],
)
def test_a_helper_that_fails_is_stopped_and_fails_alone(
    helper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "HELPER", (sys.executable, "-c", helper))
    monkeypatch.setattr(pictures, "MOST_SECONDS", 2)
    with pytest.raises(PictureUnreadable):
        encoded_anew(a_picture())
