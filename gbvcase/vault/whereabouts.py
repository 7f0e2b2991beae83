"""Where a vault must not lie: where others look, where it is copied away or can be pulled out."""

import ctypes
import sys
from pathlib import Path

from gbvcase.domain.errors import FolderExposed
from gbvcase.domain.marking import mark

SEEN = mark(
    "This folder is shown by other programs. A cabinet is kept in the program's own folder, "
    "where nothing lists, previews or shares it."
)
SYNCED = mark(
    "This folder is copied to other computers by itself. A cabinet must stay on this computer; "
    "use a backup to keep a copy elsewhere."
)
ELSEWHERE = mark(
    "This folder is on a network drive. A cabinet must stay on this computer, "
    "or it can be damaged when the network fails."
)
REMOVABLE = mark(
    "This folder is on a drive that can be pulled out. A cabinet must stay on this computer; "
    "use a backup to take a copy with you."
)

_SEEN = frozenset(
    {"documents", "my documents", "desktop", "downloads", "pictures", "public"}
    | {"tài liệu", "màn hình nền", "tải xuống", "ảnh"}
)
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "zalo")
_NETWORK = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "fuse.sshfs",
    "fuse.rclone",
    "davfs",
)
_PULLED_OUT = (Path("/media"), Path("/run/media"), Path("/Volumes"))
_DRIVE_REMOVABLE, _DRIVE_REMOTE, _DRIVE_CD = 2, 4, 5


def refuse_exposed(folder: Path, home: Path | None = None) -> None:
    """Raise FolderExposed, with what is the matter, if a vault must not lie in a folder."""
    place = folder.absolute()
    parts = [part.casefold() for part in place.parts]
    if any(part.startswith(_SYNCED) for part in parts):
        raise FolderExposed(SYNCED)
    own = (home or Path.home()).absolute()
    if place.is_relative_to(own):
        below = [part.casefold() for part in place.relative_to(own).parts]
        if below and below[0] in _SEEN:
            raise FolderExposed(SEEN)
    sentence = _of_the_drive(place)
    if sentence:
        raise FolderExposed(sentence)


def _of_the_drive(place: Path) -> str | None:
    if sys.platform == "win32":
        return of_windows_drive(ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\"))
    if any(place.is_relative_to(root) for root in _PULLED_OUT):
        return REMOVABLE
    mounts = Path("/proc/self/mounts")
    return of_mounts(place, mounts.read_text(encoding="utf-8")) if mounts.exists() else None


def of_windows_drive(kind: int) -> str | None:
    """Say what is the matter with a drive, by the number that Windows gives its kind."""
    if kind == _DRIVE_REMOTE:
        return ELSEWHERE
    return REMOVABLE if kind in (_DRIVE_REMOVABLE, _DRIVE_CD) else None


def of_mounts(place: Path, mounts: str) -> str | None:
    """Say what is the matter with the file system of a folder, by the system's list of them."""
    longest, kind = Path("/"), ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:  # noqa: PLR2004 - device, where, kind
            continue
        where = Path(fields[1].replace("\\040", " "))
        if place.is_relative_to(where) and len(where.parts) >= len(longest.parts):
            longest, kind = where, fields[2]
    return ELSEWHERE if kind in _NETWORK else None
