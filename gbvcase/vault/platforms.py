"""What operating systems do differently with files: owners, replacing, flushing, locking."""

import ctypes
import os
import sys
import time
from pathlib import Path
from typing import Protocol

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600


class Platform(Protocol):
    """The calls that each operating system answers in its own way."""

    def keep_private(self, path: Path) -> None:
        """Let the owner, and nobody else, use a file or a folder."""

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in the place of another, whole or not at all."""

    def flush_folder(self, folder: Path) -> None:
        """See to it that the names in a folder are on the disk."""

    def lock(self, handle: int) -> bool:
        """Take an open file for ourselves; False if another has it."""

    def physical_memory(self) -> int:
        """Return the bytes of memory of this computer."""

    def give_back_memory(self) -> None:
        """Hand to the system what this process has freed and still holds."""


class Posix:
    """Linux and macOS."""

    def keep_private(self, path: Path) -> None:
        """Set the mode bits of the owner alone."""
        path.chmod(OWNER_ONLY_FOLDER if path.is_dir() else OWNER_ONLY_FILE)

    def replace(self, source: Path, target: Path) -> None:
        """Rename; the system does it in one step."""
        source.replace(target)

    def flush_folder(self, folder: Path) -> None:
        """Flush the folder itself."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def lock(self, handle: int) -> bool:
        """Take the lock that belongs to the file, by whatever path it was reached."""
        import fcntl  # there is none on Windows

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def physical_memory(self) -> int:
        """Count the pages."""
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")

    def give_back_memory(self) -> None:
        """Ask the library of C, where it is the one that waits to be asked (glibc)."""
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


_OWNER_AND_SYSTEM = "D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;SY)"
_DACL = 0x80000004  # the list of who may, and that it does not follow the folder above
_REPLACE_THROUGH = 0x1 | 0x8
_SHARING = (5, 32, 33)  # access denied, sharing violation, lock violation: a virus scanner looks
_TRIES = 10


class Windows:
    """Windows 10 and 11; `api` is the system's own library, or a fake that records calls."""

    def __init__(self, api: "WindowsApi | None" = None) -> None:
        self._api = api or WindowsApi()

    def keep_private(self, path: Path) -> None:
        """Cut off what is inherited; leave the owner and the system."""
        self._api.set_access(str(path), _OWNER_AND_SYSTEM)

    def replace(self, source: Path, target: Path) -> None:
        """Move with write-through; wait a little while a virus scanner has the file open."""
        for attempt in range(_TRIES):
            code = self._api.move(str(source), str(target), _REPLACE_THROUGH)
            if code == 0:
                return
            if code not in _SHARING:
                break
            self._api.pause(0.01 * 2**attempt)
        raise OSError(code, "replace")

    def flush_folder(self, folder: Path) -> None:
        """Nothing: the move was written through, and folders cannot be flushed."""

    def lock(self, handle: int) -> bool:
        """Take the first byte of the file."""
        return self._api.lock(handle)

    def physical_memory(self) -> int:
        """Ask the system."""
        return self._api.physical_memory()

    def give_back_memory(self) -> None:
        """Nothing: the system takes it by itself."""


class WindowsApi:
    """The few calls of Windows itself; everything that decides stands in `Windows`."""

    def set_access(self, path: str, rules: str) -> None:
        """Give a file the access list that is written in the system's short spelling."""
        descriptor = ctypes.c_void_p()
        advapi, kernel = _library("advapi32"), _library("kernel32")
        if not advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            rules, 1, ctypes.byref(descriptor), None
        ):
            raise OSError(_last_error(), "access list")
        try:
            if not advapi.SetFileSecurityW(path, _DACL, descriptor):
                raise OSError(_last_error(), "access list")
        finally:
            kernel.LocalFree(descriptor)

    def move(self, source: str, target: str, flags: int) -> int:
        """Move a file; return 0 or the system's error number."""
        return 0 if _library("kernel32").MoveFileExW(source, target, flags) else _last_error()

    def lock(self, handle: int) -> bool:
        """Lock the first byte of an open file."""
        if sys.platform == "win32":
            import msvcrt  # there is none elsewhere

            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            except OSError:
                return False
        return True

    def physical_memory(self) -> int:
        """Return the bytes of memory."""
        amount = ctypes.c_ulonglong()
        if not _library("kernel32").GetPhysicallyInstalledSystemMemory(ctypes.byref(amount)):
            raise OSError(_last_error(), "memory")
        return amount.value * 1024

    def pause(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


def _library(name: str) -> ctypes.CDLL:
    if sys.platform == "win32":
        return ctypes.WinDLL(name, use_last_error=True)
    raise OSError(name)


def _last_error() -> int:
    if sys.platform == "win32":
        return ctypes.get_last_error()
    return -1


HERE: Platform = Windows() if sys.platform == "win32" else Posix()
