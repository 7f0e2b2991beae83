"""Files for people outside the vault: each appears whole, or not at all."""

import errno
import os
from pathlib import Path


def require_folder(folder: Path) -> None:
    """Raise NotADirectoryError if a file lies where a folder is, or would have to be made."""
    for place in (folder, *folder.parents):
        if place.is_dir():
            return
        if place.exists():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there; OSError leaves what was there before."""
    require_folder(path.parent)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
