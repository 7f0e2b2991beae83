"""A database file as it lies on the disk, page by page: what is sealed is read, the rest is not."""

import mmap
import struct
from collections.abc import Iterator
from pathlib import Path

from gbvcase.sealing.pages import PAGE_BYTES, SALT_BYTES, PageReader

_LOG_HEAD, _FRAME_HEAD = 32, 24
_LOG_MAGICS = {0x377F0682: "<", 0x377F0683: ">"}
_TRIED = 64  # pages by which a salt is judged


class DamagedFile:
    """The readable pages of a database, with what stands in the log beside it.

    Where the very first bytes are gone no seal can be checked: `is_proved` is False then, and a
    page counts if every cell of it makes sense.
    """

    def __init__(self, path: Path, key: bytes | bytearray) -> None:
        self._data = _mapped(path)
        self._newer, self.count = _log_of(path.with_name(path.name + "-wal"))
        self.count = self.count or -(-len(self._data) // PAGE_BYTES)
        self._reader, self.is_proved = self._proved_reader(key)
        self._is_damaged: dict[int, bool] = {}

    def __repr__(self) -> str:
        return "<DamagedFile>"

    def page(self, number: int) -> bytes | None:
        """Return the readable part of a page; None if it is damaged, or is not there."""
        if self._is_damaged.get(number):
            return None
        read = self._read(number)
        self._is_damaged[number] = read is None
        return read

    def damaged(self) -> Iterator[int]:
        """Yield the numbers of the pages that cannot be read."""
        for number in range(1, self.count + 1):
            if number not in self._is_damaged:
                self.page(number)
            if self._is_damaged[number]:
                yield number

    def _raw(self, number: int) -> bytes:
        start = (number - 1) * PAGE_BYTES
        return self._newer.get(number) or bytes(self._data[start : start + PAGE_BYTES])

    def _read(self, number: int) -> bytes | None:
        raw = self._raw(number)
        if not 1 <= number <= self.count or len(raw) != PAGE_BYTES:
            return None
        if not any(raw):
            return bytes(PAGE_BYTES)  # never written
        if self.is_proved:
            sealed = self._reader.is_sealed(raw, number)
            return self._reader.clear(raw, number) if sealed else None
        return self._reader.clear(raw, number)

    def _proved_reader(self, key: bytes | bytearray) -> tuple[PageReader, bool]:
        """Return a reader under the salt of the file, or under one that differs in a bit."""
        salt = self._raw(1)[:SALT_BYTES].ljust(SALT_BYTES, b"\0")
        for tried in (salt, *_one_bit_off(salt)):
            reader = PageReader(key, tried)
            if self._opens_any(reader):
                return reader, True
        return PageReader(key, salt), False

    def _opens_any(self, reader: PageReader) -> bool:
        step = max(1, self.count // _TRIED)
        numbers = (*range(1, self.count + 1, step), 1)
        return any(
            len(raw) == PAGE_BYTES and reader.is_sealed(raw, number)
            for number, raw in ((number, self._raw(number)) for number in numbers)
        )


def _mapped(path: Path) -> mmap.mmap | bytes:
    """Return the bytes of a file, which may be larger than what fits into memory."""
    if not path.exists() or path.stat().st_size == 0:
        return b""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _one_bit_off(salt: bytes) -> Iterator[bytes]:
    for place in range(8 * len(salt)):
        changed = bytearray(salt)
        changed[place // 8] ^= 1 << place % 8
        yield bytes(changed)


def _log_of(path: Path) -> tuple[dict[int, bytes], int]:
    """Return the pages that were committed to a log, and how many the database has with them.

    A frame counts while the running sum over all frames is right, and a commit follows.
    """
    data = path.read_bytes() if path.exists() else b""
    if len(data) < _LOG_HEAD:
        return {}, 0
    magic, _, size, _, salt1, salt2, *written = struct.unpack(">8I", data[:_LOG_HEAD])
    order = _LOG_MAGICS.get(magic)
    if order is None or size != PAGE_BYTES:
        return {}, 0
    total = _summed(order, data[:24], (0, 0))
    if list(total) != written:
        return {}, 0
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    count = 0
    whole = _FRAME_HEAD + PAGE_BYTES
    for start in range(_LOG_HEAD, len(data) - whole + 1, whole):
        number, pages, frame1, frame2, *written = struct.unpack(
            ">6I", data[start : start + _FRAME_HEAD]
        )
        content = data[start + _FRAME_HEAD : start + whole]
        total = _summed(order, data[start : start + 8] + content, total)
        if (frame1, frame2) != (salt1, salt2) or list(total) != written:
            break
        waiting[number] = content
        if pages:
            committed |= waiting
            waiting, count = {}, pages
    return committed, count


def _summed(order: str, data: bytes, total: tuple[int, int]) -> tuple[int, int]:
    first, second = total
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for here, after in zip(words[::2], words[1::2], strict=True):
        first = (first + here + second) & 0xFFFFFFFF
        second = (second + after + first) & 0xFFFFFFFF
    return first, second
