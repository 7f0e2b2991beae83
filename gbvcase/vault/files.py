"""The files of a vault's folder: their names, and how they are written whole or not at all."""

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from gbvcase.domain.errors import DiskFailing, DiskFull, VaultInUse, VaultUnreachable
from gbvcase.vault import platforms

KEY = "data.key"
SECOND_KEY = "data.key2"
MARK = "data.mark"
TRIES = "data.try"
BALLAST = "data.bal"
LOCK = "data.lock"
STOP = "data.stop"
PURGED = "data.purge"
BEFORE = "before"
KEPT = "kept-"
DATABASE = re.compile(r"data-[0-9]{8}\.db")
_OF_A_DATABASE = re.compile(r"data-[0-9]{8}\.db(-wal|-journal|-shm)?")
_HALF_WRITTEN = re.compile(r"data\.[a-z0-9]+\.new")
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write two bytes for a line's end

BALLAST_BYTES = 32 * 2**20


def database_name(gen: int) -> str:
    """Return the name of the database of a generation."""
    return f"data-{gen:08d}.db"


@contextmanager
def disk_errors_said() -> Iterator[None]:
    """Turn what the operating system says of a disk into what a person can act upon."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from None
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise VaultUnreachable from None
        raise DiskFailing from None


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may open."""
    folder.mkdir(mode=platforms.OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    platforms.HERE.keep_private(folder)


def make_empty(path: Path) -> None:
    """Make an empty file that only its owner may open; it must not be there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, platforms.OWNER_ONLY_FILE))
    platforms.HERE.keep_private(path)


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file so that, whatever happens, the old one or the new one is there."""
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    make_empty(beside)
    handle = os.open(beside, os.O_WRONLY | _BINARY)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    platforms.HERE.replace(beside, path)
    platforms.HERE.flush_folder(path.parent)


def flush(path: Path) -> None:
    """See to it that a file that another wrote is on the disk; nobody may have it open."""
    with path.open("r+b", buffering=0) as file:
        os.fsync(file.fileno())
    platforms.HERE.flush_folder(path.parent)


def read_small(path: Path, limit: int) -> bytes | None:
    """Return the bytes of a small file; None if there is none, or if it is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None
    return data if len(data) <= limit else None


def databases(folder: Path) -> tuple[Path, ...]:
    """Return every database of the folder, of whatever generation."""
    return tuple(sorted(path for path in folder.iterdir() if DATABASE.fullmatch(path.name)))


def remove_database(path: Path) -> None:
    """Remove a database and what its engine laid beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-journal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
    platforms.HERE.flush_folder(path.parent)


def remove_leftovers(folder: Path, named: str) -> None:
    """Remove what an interrupted change left: databases that the key file does not name."""
    for path in folder.iterdir():
        of_another = _OF_A_DATABASE.fullmatch(path.name) and not path.name.startswith(named)
        if of_another or _HALF_WRITTEN.fullmatch(path.name):
            path.unlink(missing_ok=True)


def keep_ballast(folder: Path) -> None:
    """Lay by some room, to be given up when the disk is full; none if there is no room."""
    path = folder / BALLAST
    if path.exists():
        return
    try:
        make_empty(path)
        with path.open("r+b") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, BALLAST_BYTES)
            else:  # elsewhere a longer file has its room at once
                file.truncate(BALLAST_BYTES)
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def give_up_ballast(folder: Path) -> None:
    """Free the room that was laid by."""
    with suppress(OSError):
        (folder / BALLAST).unlink(missing_ok=True)


def keep_copy(folder: Path, name: str) -> bool:
    """Lay a copy of all files of a vault aside, as they are; tell whether there was room for it."""
    aside = folder / name
    try:
        make_folder(aside)
        for path in sorted(folder.glob("data*")):
            if path.is_file() and path.name not in (BALLAST, LOCK):
                shutil.copyfile(path, aside / path.name)
                platforms.HERE.keep_private(aside / path.name)
    except OSError:
        remove_folder(aside)
        return False
    return True


def remove_folder(folder: Path) -> None:
    """Remove a folder that we made, with what is in it; what cannot be removed stays."""
    shutil.rmtree(folder, ignore_errors=True)


def keep_stopped(folder: Path, at: datetime) -> None:
    """Let the next unlock know that damage was met, and since when nothing was written."""
    with suppress(OSError):
        write_whole(folder / STOP, str(int(at.timestamp())).encode())


def stopped_at(folder: Path) -> datetime | None:
    """Return since when nothing is written for damage; None if there is none that we know of."""
    path = folder / STOP
    try:
        return datetime.fromtimestamp(int(path.read_bytes()[:20]), UTC)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, OverflowError):  # altered: it is there all the same
        return datetime.fromtimestamp(0, UTC)


def forget_stopped(folder: Path) -> None:
    """The damage that was met is no more."""
    (folder / STOP).unlink(missing_ok=True)


class FolderLock:
    """Held while a vault is open: whoever asks second, by any path, is told at once."""

    def __init__(self, folder: Path) -> None:
        try:
            self._handle = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, platforms.OWNER_ONLY_FILE)
        except OSError as error:
            # a full disk has no room for a new name, but the lock lies there since the beginning
            raise VaultUnreachable from error
        if not platforms.HERE.lock(self._handle):
            os.close(self._handle)
            raise VaultInUse

    def release(self) -> None:
        """Let others in."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
