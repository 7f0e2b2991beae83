"""How SQLite lays rows into pages: enough of it to read a page that can no longer be reached."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gbvcase.sealing.pages import USABLE

TABLE_LEAF, INDEX_LEAF, TABLE_INNER, INDEX_INNER = 0x0D, 0x0A, 0x05, 0x02
LEAVES = frozenset({TABLE_LEAF, INDEX_LEAF})
INNER = frozenset({TABLE_INNER, INDEX_INNER})

Value = None | int | float | str | bytes
Pages = Callable[[int], bytes | None]
"""Gives the readable part of a page; None for one that is damaged."""

_FIRST_PAGE_HEAD = 100
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_TEXT_FROM = 12


class Broken(Exception):
    """A cell that makes no sense, or whose rest lies in a damaged page."""


@dataclass(frozen=True, repr=False)
class Row:
    """A row as it lies in a page; `rowid` is 0 where rows have none."""

    rowid: int
    values: tuple[Value, ...]


def kind_of(page: bytes, number: int) -> int:
    """Return what kind of page this is; any other number is no page of a tree."""
    return page[_start(number)]


def children(page: bytes, number: int) -> Iterator[int]:
    """Yield the pages below an inner page."""
    start = _start(number)
    for place in _places(page, number):
        yield int.from_bytes(page[place : place + 4], "big")
    yield int.from_bytes(page[start + 8 : start + 12], "big")


def rows(page: bytes, number: int, pages: Pages) -> Iterator[Row | None]:
    """Yield the rows of a page; None for each that cannot be read whole.

    Inner pages of an index hold rows too.
    """
    kind = kind_of(page, number)
    for place in _places(page, number):
        try:
            yield _row(page, place, kind, pages)
        except (Broken, IndexError, UnicodeDecodeError, OverflowError):
            yield None


def _start(number: int) -> int:
    return _FIRST_PAGE_HEAD if number == 1 else 0


def _places(page: bytes, number: int) -> Iterator[int]:
    start = _start(number)
    head = 12 if page[start] in INNER else 8
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for cell in range(count):
        at = start + head + 2 * cell
        if at + 2 > USABLE:
            return
        yield int.from_bytes(page[at : at + 2], "big")


def _row(page: bytes, place: int, kind: int, pages: Pages) -> Row:
    if kind == INDEX_INNER:
        place += 4
    length, place = _varint(page, place)
    rowid = 0
    if kind == TABLE_LEAF:
        rowid, place = _varint(page, place)
        if rowid >= 1 << 63:
            rowid -= 1 << 64
    return Row(rowid, _values(_payload(page, place, length, kind, pages)))


def _payload(page: bytes, place: int, length: int, kind: int, pages: Pages) -> bytes:
    most = USABLE - 35 if kind == TABLE_LEAF else (USABLE - 12) * 64 // 255 - 23
    if length <= most:
        return _piece(page, place, length)
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (length - least) % (USABLE - 4)
    here = here if here <= most else least
    found = [_piece(page, place, here)]
    left = length - here
    seen: set[int] = set()
    following = int.from_bytes(_piece(page, place + here, 4), "big")
    while left > 0:
        rest = pages(following)
        if rest is None or following in seen:
            raise Broken
        seen.add(following)
        taken = min(left, USABLE - 4)
        found.append(_piece(rest, 4, taken))
        left -= taken
        following = int.from_bytes(rest[:4], "big")
    return b"".join(found)


def _piece(page: bytes, place: int, length: int) -> bytes:
    found = page[place : place + length]
    if len(found) != length or place + length > USABLE:
        raise Broken
    return found


def _values(payload: bytes) -> tuple[Value, ...]:
    size, place = _varint(payload, 0)
    kinds = []
    while place < size:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise Broken
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, place
    if kind in (8, 9):
        return kind - 8, place
    if kind in _WIDTHS:
        end = place + _WIDTHS[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind < _TEXT_FROM:
        raise Broken  # a fraction: no table of ours has one
    end = place + (kind - _TEXT_FROM) // 2
    piece = payload[place:end]
    if len(piece) != end - place:
        raise Broken
    return (piece.decode() if kind % 2 else piece), end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for count in range(8):
        byte = data[place + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the highest bit says that another byte follows
            return value, place + count + 1
    return value << 8 | data[place + 8], place + 9
