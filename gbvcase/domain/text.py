"""Values in words, the same on screen and on paper."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from gbvcase.domain.codes import Code
from gbvcase.domain.dates import VIETNAM
from gbvcase.domain.fields import Entry, Record, entries_of, is_answered
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.numbers import masked, phone_shown
from gbvcase.domain.places import shown
from gbvcase.domain.values import PartialDate, Place, Scan

YES, NO = mark("Yes"), mark("No")
PICTURE, FILE = mark("Picture"), mark("File")
NOT_ASKED = mark("Not asked")
KILO = 1024

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
_ALWAYS_TWO_DIGITS = 3  # months 1 and 2 take a zero, as the rules for official papers say
_TENS = 10


def written(value: object, say: Say) -> str:  # noqa: PLR0911 - one line for each kind
    """Return a value of a field in words."""
    match value:
        case None:
            return say(NOT_ASKED)
        case Code():
            return value.said(say)
        case bool():
            return say(YES if value else NO)
        case datetime():
            return written_moment(value)
        case date() | PartialDate():
            return written_date(value)
        case int() | float() | Decimal():
            return written_number(value, say)
        case Place():
            return shown(value)
        case Scan():
            kind = say(PICTURE if value.media.startswith("image/") else FILE)
            return f"{value.title or kind} ({_size(value.size, say)})"
        case Record():
            return _record(value, say)
        case frozenset():
            return "; ".join(written(one, say) for one in in_list_order(value))
        case tuple() | list():
            return "\n".join(written(one, say) for one in value)
    return str(value)


def written_answer(entry: Entry, value: object, say: Say) -> str:
    """Return the value of a field in words that fit what it is: a year, a phone, with its unit."""
    match value:
        case bool():
            pass
        case int() if entry.name.endswith("year"):
            return str(value)  # 1990 and not 1.990
        case int() if entry.about.unit:
            return f"{written_number(value, say)} {say(entry.about.unit)}"
        case str() if entry.name.startswith("phone"):
            return phone_shown(value)
    return written(value, say)


def shown_answer(entry: Entry, value: object, say: Say) -> str:
    """Return the value of a field for a screen; of what is covered there only the end."""
    words = written_answer(entry, value, say)
    return masked(words) if entry.about.covered and isinstance(value, str) else words


def written_date(day: date | PartialDate) -> str:
    """Return ``08/03/1990``, or less if less is known; the year has always four digits."""
    partial = day if isinstance(day, PartialDate) else PartialDate.of(day)
    parts = [
        *([] if partial.day is None else [f"{partial.day:02}"]),
        *([] if partial.month is None else [f"{partial.month:02}"]),
        f"{partial.year:04}",
    ]
    return "/".join(parts)


def written_moment(moment: datetime) -> str:
    """Return ``08/03/1990 14:30`` by the clock of Vietnam."""
    local = moment.astimezone(VIETNAM) if moment.tzinfo else moment
    return f"{written_date(local.date())} {local:%H:%M}"


def written_weekday(day: date, say: Say) -> str:
    """Return ``Thứ Năm, 08/03/1990``: how the screen shows that it has understood a date."""
    return f"{say(_WEEKDAYS[day.weekday()])}, {written_date(day)}"


def official_date(day: date, say: Say) -> str:
    """Return a date as official papers write it: ``ngày 05 tháng 3 năm 2026``."""
    if say.language != "vi":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    month = f"{day.month:02}" if day.month < _ALWAYS_TWO_DIGITS else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def written_number(number: float | Decimal, say: Say, decimals: int | None = None) -> str:
    """Return a number with its thousands apart: ``1.234,5``, in English ``1,234.5``."""
    text = f"{number:,}" if decimals is None else f"{number:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if say.language == "vi" else text


def in_list_order(codes: Iterable[Code]) -> list[Code]:
    """Return codes of one list in the order in which the list has them."""
    codes = list(codes)
    if not codes:
        return codes
    order = {code: place for place, code in enumerate(type(codes[0]))}
    return sorted(codes, key=lambda code: order.get(code, len(order)))


def _record(value: Record, say: Say) -> str:
    answered = (
        (entry, getattr(value, entry.name))
        for entry in entries_of(type(value))
        if not entry.about.hidden
    )
    return "; ".join(
        f"{say(entry.about.label)}: {written_answer(entry, answer, say)}"
        for entry, answer in answered
        if is_answered(answer) and answer != entry.empty
    )


def _size(size: int, say: Say) -> str:
    kilobytes = max(1, round(size / KILO))
    if kilobytes < KILO:
        return f"{written_number(kilobytes, say)} KB"
    return f"{written_number(kilobytes / KILO, say, 1)} MB"
