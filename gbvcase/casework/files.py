"""Files of a case: a picture of a signed paper, kept in the cabinet and shown from memory."""

from datetime import timedelta
from pathlib import Path

from gbvcase.casework.desk import Desk
from gbvcase.documents.picture_limits import MOST_BYTES
from gbvcase.documents.pictures import FileTooLarge, Points, encoded_anew, points_of
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.values import Scan
from gbvcase.vault.journal import write
from gbvcase.vault.scans import keep_scan, scan_content, sweep

__all__ = ["Points"]

UNUSED = timedelta(days=30)


class FileUnreadable(GbvcaseError):
    """A file that the system does not give us."""

    sentence = mark("This file could not be read. Look whether its stick is still there.")


class FileNotHere(GbvcaseError):
    """A file that is named in a record and lies in another cabinet."""

    sentence = mark("The file itself does not lie in this cabinet.")


def keep_file(desk: Desk, case_id: str, path: Path) -> Scan:
    """Keep a picture in the cabinet, encoded anew; return what its field holds of it.

    What no record, no earlier version and no draft has named for 30 days is swept out.
    """
    content, media = encoded_anew(_content(path))
    with desk.vault.begin() as db:
        sweep(db, desk.now() - UNUSED)
        scan = keep_scan(db, content, media=media, at=desk.now())
        write(db, "file.keep", case_id, desk.now(), size=scan.size)
    return scan


def show_file(desk: Desk, case_id: str, scan: Scan) -> Points:
    """Return what is to be seen of a kept picture; that it was looked at is remembered."""
    with desk.vault.begin() as db:
        try:
            content = scan_content(db, scan)
        except KeyError:
            raise FileNotHere from None
        write(db, "file.show", case_id, desk.now())
    return points_of(content)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise FileUnreadable from None
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    return content
