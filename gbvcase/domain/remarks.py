"""What may be mistyped in an answer: said below its field, kept all the same."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from gbvcase.domain.fields import Entry, given
from gbvcase.domain.numbers import citizen_number_warnings, phone_warning

Check = Callable[[str, Any], tuple[str, ...]]

_BETWEEN_NUMBERS = re.compile(r"[,;/\n]")
_DIGITS = re.compile(r"[0-9]")


def _phones(text: str, record: Any) -> tuple[str, ...]:
    """Look at each number of a line: people write two, or whose it is, beside them."""
    del record
    numbers = [part for part in _BETWEEN_NUMBERS.split(text) if _DIGITS.search(part)]
    found = (phone_warning(number) for number in numbers)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _citizen_number(text: str, record: Any) -> tuple[str, ...]:
    birth = given(record.dob)
    return citizen_number_warnings(text, given(record.sex), birth.year if birth else None)


CHECKS: Mapping[str, Check] = MappingProxyType(
    {"phone": _phones, "citizen_number": _citizen_number}
)
"""Each check by the name that a field gives."""


def remarks_on(entry: Entry, value: object, record: Any) -> tuple[str, ...]:
    """Return marked sentences on an answer, beside the other answers of its record."""
    if not entry.about.check or not isinstance(value, str):
        return ()
    return CHECKS[entry.about.check](value, record)
