"""One spelling of JSON, and the refusal of any other: what is signed is read in one way only."""

import json
from typing import Any, NoReturn

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark

LARGEST = 2**53
DEEPEST = 16
_DIGITS = 17  # "-" and the 16 digits of the largest number: a longer one is not even converted


class NotCanonical(GbvcaseError):
    """Bytes, or a value, that have no canonical spelling."""

    sentence = mark("This file is damaged, or was not made by this program.")


def dumps(value: object) -> bytes:
    """Return the one spelling of a value; raise NotCanonical if it has none."""
    _check(value, 1)
    try:
        text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return text.encode("ascii")
    except (TypeError, ValueError, RecursionError):
        raise NotCanonical from None


def loads(data: bytes) -> Any:
    """Read a value; raise NotCanonical unless the bytes are its one spelling."""
    try:
        value = json.loads(
            bytes(data).decode("ascii"),
            object_pairs_hook=_no_duplicates,
            parse_float=_refuse,
            parse_int=_whole,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError):
        raise NotCanonical from None
    if dumps(value) != data:
        raise NotCanonical
    return value


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonical
    return found


def _refuse(_: str) -> NoReturn:
    raise NotCanonical


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise NotCanonical
    return int(digits)


def _check(value: object, depth: int) -> None:
    if depth > DEEPEST:
        raise NotCanonical
    match value:
        case None | bool():
            pass
        case int():
            if abs(value) >= LARGEST:
                raise NotCanonical
        case str():
            # half of a surrogate pair cannot be written in UTF-8
            if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
                raise NotCanonical
        case list() | tuple():
            for part in value:
                _check(part, depth + 1)
        case dict():
            for key, part in value.items():
                if not isinstance(key, str):
                    raise NotCanonical
                _check(key, depth)
                _check(part, depth + 1)
        case _:
            raise NotCanonical
