"""Makes the k-th write, flush, rename or removal fail, or end the process there and then.

Both ways to the disk are covered: what Python does itself, and what the database library does
through its virtual file system, whose calls are put behind ours.
"""

import atexit
import ctypes
import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3._sqlite3 as driver

FULL, IO_WRITE, IO_SYNC, IO_DELETE = 13, 778, 1034, 2570
_POINTER = ctypes.c_void_p

_XOPEN = ctypes.CFUNCTYPE(
    ctypes.c_int,
    _POINTER,
    _POINTER,  # the name, which the library keeps: it must be handed on as it came
    _POINTER,
    ctypes.c_int,
    ctypes.POINTER(ctypes.c_int),
)
_XDELETE = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_char_p, ctypes.c_int)
_XWRITE = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, _POINTER, ctypes.c_int, ctypes.c_int64)
_XTRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_int64)
_XSYNC = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_int)
_METHODS = 19  # as many calls as a file of version 3 has, with its version before them
_WRITE, _TRUNCATE, _SYNC = 3, 4, 5  # their places


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("data", _POINTER),
        ("open", _POINTER),
        ("delete", _POINTER),
    )


Step = Callable[[str, str, Any], int | None]
"""Asked before each step, with what it is and to which file: an error number, or None to go on."""


@dataclass
class Fault:
    """What goes wrong: the k-th step, or every step from the k-th on, or the process ends."""

    at: int
    error: int = errno.EIO
    for_good: bool = False
    kills: bool = False
    kinds: frozenset[str] = frozenset({"write", "truncate", "sync", "rename", "delete"})
    count: int = field(default=0, init=False)
    struck: bool = field(default=False, init=False)

    def step(self, kind: str, path: str, data: Any) -> int | None:
        """Count a step; strike if it is the one."""
        del path, data
        if kind not in self.kinds:
            return None
        self.count += 1
        if self.count != self.at and not (self.for_good and self.count > self.at):
            return None
        self.struck = True
        if self.kills:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.error


class _Shim:
    """Our calls in the place of the file system's; each asks `step` before it goes on."""

    def __init__(self) -> None:
        library = ctypes.CDLL(driver.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        self._vfs = library.sqlite3_vfs_find(None).contents
        self._open = _XOPEN(self._vfs.open)
        self._delete = _XDELETE(self._vfs.delete)
        self._ours = (_XOPEN(self._opened), _XDELETE(self._deleted))
        self._tables: dict[int, tuple[Any, ...]] = {}
        self._paths: dict[int, str] = {}
        self.step: Step | None = None
        self._vfs.open = ctypes.cast(self._ours[0], _POINTER).value
        self._vfs.delete = ctypes.cast(self._ours[1], _POINTER).value
        atexit.register(self._withdraw)

    def _withdraw(self) -> None:
        """Give the calls back: a file that is closed after Python has ended must not ask Python."""
        self._vfs.open = ctypes.cast(self._open, _POINTER).value
        self._vfs.delete = ctypes.cast(self._delete, _POINTER).value
        for table, *calls in self._tables.values():
            for place, theirs in zip((_WRITE, _TRUNCATE, _SYNC), calls[3:], strict=False):
                table[place] = ctypes.cast(theirs, _POINTER).value
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(table))

    def ask(self, kind: str, path: str, data: Any = None) -> int | None:
        return None if self.step is None else self.step(kind, path, data)

    def _opened(self, vfs: int, name: int | None, file: int, flags: int, out: Any) -> int:
        result: int = self._open(vfs, name, file, flags, out)
        theirs = _POINTER.from_address(file)
        if result == 0 and theirs.value:
            self._paths[file] = os.fsdecode(ctypes.string_at(name)) if name else ""
            theirs.value = self._table(theirs.value)
        return result

    def _table(self, theirs: int) -> int:
        if theirs not in self._tables:
            table = (_POINTER * _METHODS).from_buffer_copy(
                (_POINTER * _METHODS).from_address(theirs)
            )
            write, cut, sync = (
                _XWRITE(table[_WRITE]),
                _XTRUNCATE(table[_TRUNCATE]),
                _XSYNC(table[_SYNC]),
            )

            def write_ours(file: int, data: int, amount: int, offset: int) -> int:
                held = (offset, ctypes.string_at(data, amount))
                error = self.ask("write", self._paths.get(file, ""), held)
                if error is None:
                    return int(write(file, data, amount, offset))
                return FULL if error == errno.ENOSPC else IO_WRITE

            def cut_ours(file: int, size: int) -> int:
                error = self.ask("truncate", self._paths.get(file, ""), size)
                return int(cut(file, size)) if error is None else IO_WRITE

            def sync_ours(file: int, flags: int) -> int:
                error = self.ask("sync", self._paths.get(file, ""))
                return int(sync(file, flags)) if error is None else IO_SYNC

            ours = (_XWRITE(write_ours), _XTRUNCATE(cut_ours), _XSYNC(sync_ours))
            for place, call in zip((_WRITE, _TRUNCATE, _SYNC), ours, strict=True):
                table[place] = ctypes.cast(call, _POINTER).value
            self._tables[theirs] = (table, *ours, write, cut, sync)
            self._tables[ctypes.addressof(table)] = (table,)
        return ctypes.addressof(self._tables[theirs][0])

    def _deleted(self, vfs: int, name: bytes, flush: int) -> int:
        error = self.ask("delete", os.fsdecode(name))
        return int(self._delete(vfs, name, flush)) if error is None else IO_DELETE


_SHIM = _Shim()
"""Stands in the way from the first import on: a database that is open already goes through it."""


@contextmanager
def steps(step: Step) -> Iterator[None]:
    """Ask `step` before everything that changes a disk, as long as this lasts."""
    theirs = (os.write, os.fsync, os.replace, os.unlink)
    write, flush, replace, unlink = theirs

    def asked(kind: str, path: object, data: Any = None) -> None:
        error = step(kind, str(path), data)
        if error is not None:
            raise OSError(error, "made to fail")

    def our_write(handle: int, data: Any) -> int:
        asked("write", _path_of(handle), (None, bytes(data)))
        return write(handle, data)

    def our_flush(handle: int) -> None:
        asked("sync", _path_of(handle))
        flush(handle)

    def our_replace(source: Any, target: Any, **more: Any) -> None:
        asked("rename", source, str(target))
        replace(source, target, **more)

    def our_unlink(path: Any, **more: Any) -> None:
        if os.path.lexists(path):
            asked("delete", path)
        unlink(path, **more)

    os.write, os.fsync, os.replace, os.unlink = our_write, our_flush, our_replace, our_unlink  # type: ignore[assignment]
    _SHIM.step = step
    try:
        yield
    finally:
        _SHIM.step = None
        os.write, os.fsync, os.replace, os.unlink = theirs


def _path_of(handle: int) -> str:
    try:
        return str(Path(f"/proc/self/fd/{handle}").readlink())
    except OSError:
        return ""


def in_a_child(work: Callable[[], object]) -> int:
    """Do something in a process of its own; return how it ended, negative for a signal."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
