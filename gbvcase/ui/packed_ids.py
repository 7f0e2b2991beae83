"""The ids of a long list in little room: sixteen bytes each, where a text takes ninety."""

from collections.abc import Sequence
from typing import overload

LETTERS = 32
"""As many as an id of a case has, each a digit of sixteen."""
BYTES = LETTERS // 2


def packed(ids: Sequence[str]) -> Sequence[str]:
    """Return the same ids in the same order; as they came if any is written in another way."""
    if any(len(one) != LETTERS for one in ids):
        return tuple(ids)
    together = "".join(ids)
    try:
        content = bytes.fromhex(together)
    except ValueError:
        return tuple(ids)
    return PackedIds(content) if content.hex() == together else tuple(ids)


class PackedIds(Sequence[str]):
    """Ids in an order, made into texts where they are asked for."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return len(self._content) // BYTES

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        if isinstance(place, slice):
            return tuple(self._at(one) for one in range(*place.indices(len(self))))
        return self._at(range(len(self))[place])

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and self._place_of(value) >= 0

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """Return the place of an id; ValueError if it is not there."""
        place = self._place_of(value)
        if place not in range(*slice(start, stop).indices(len(self))):
            raise ValueError(value)
        return place

    def _at(self, place: int) -> str:
        return self._content[place * BYTES : (place + 1) * BYTES].hex()

    def _place_of(self, value: str) -> int:
        """Return the first place of an id, -1 if it is not there."""
        alone = packed((value,))
        if not isinstance(alone, PackedIds):
            return -1
        found = self._content.find(alone._content)
        while found % BYTES and found >= 0:  # the end of one id and the beginning of the next
            found = self._content.find(alone._content, found + 1)
        return found // BYTES if found >= 0 else -1
