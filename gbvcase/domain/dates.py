"""Dates as people type and say them, understood without ever guessing more than was said."""

import re
from calendar import isleap
from datetime import date, timedelta, timezone

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.domain.values import PartialDate

VIETNAM = timezone(timedelta(hours=7))
"""The time of the country; it has no summer time."""

OLDEST_YEAR, LATEST_YEAR = 1850, 2200
YEARS_BACK = 80  # what a year of two digits may mean, seen from today

_DAYS = {
    **dict.fromkeys(("hom nay", "today"), 0),
    **dict.fromkeys(("hom qua", "yesterday"), -1),
    **dict.fromkeys(("hom kia",), -2),
    **dict.fromkeys(("mai", "ngay mai", "tomorrow"), 1),
}
_ABOUT = re.compile(r"^(khoang|chung|tam|about|around|circa|ca|~)\s*")
_WORDS = re.compile(r"\b(ngay|mung|thang|nam)\b")
_BY_PROGRAMS = re.compile(r"[0-9]{4}(-[0-9]{2}){1,2}")
_TOGETHER = re.compile(r"[0-9]{6}|[0-9]{8}")
_TYPED = re.compile(  # a year alone has four digits: 90 may be an age
    r"(?:(?P<day>[0-9]{1,2})(?:\s*[/.-]\s*|\s+))?(?P<month>[0-9]{1,2})(?:\s*[/.-]\s*|\s+)"
    r"(?P<year>[0-9]{4}|[0-9]{2})|(?P<only>[0-9]{4})"
)


class NotADate(GbvcaseError):
    """Letters or numbers that are no way of writing a date."""

    sentence = mark("This is not a date. Write it as 08/03/1990, 03/1990 or 1990.")


class NoSuchDay(GbvcaseError):
    """A day that the calendar does not have."""

    sentence = mark("There is no day {typed}. Type it again, or type only the year.")


class NotBornYet(GbvcaseError):
    """A birth in the future."""

    sentence = mark("The date of birth {typed} lies in the future.")


def understand(text: str, today: date, birth: bool = False) -> PartialDate:
    """Read a date as it was typed or said, as exactly as that was.

    A year of two digits is one of the last 80 years or of the coming 20; of a birth never one
    that is still to come. Raises NotADate, NoSuchDay or NotBornYet.
    """
    plain = _ABOUT.sub("", folded(text))
    if plain in _DAYS:
        return PartialDate.of(today + timedelta(days=_DAYS[plain]))
    if re.fullmatch(r"[-+][0-9]{1,4}", plain):
        return PartialDate.of(today + timedelta(days=int(plain)))
    numbers = _numbers(plain)
    if numbers is None:
        raise NotADate
    day, month, year = numbers
    whole_year = _whole_year(year, day, month, today, birth)
    if not OLDEST_YEAR <= whole_year <= LATEST_YEAR:
        raise NotADate
    try:
        understood = PartialDate(whole_year, month, day)
    except ValueError:
        raise NoSuchDay(typed=text.strip()) from None
    if birth and understood.first > today:
        raise NotBornYet(typed=text.strip())
    return understood


def is_about(text: str) -> bool:
    """Tell whether a date is said to be an estimate: about 1990."""
    return _ABOUT.match(folded(text)) is not None


def _numbers(plain: str) -> tuple[int | None, int | None, str] | None:
    """Return day, month and year as typed; None if the text has no such shape."""
    plain = _WORDS.sub(" ", plain).strip()
    if _BY_PROGRAMS.fullmatch(plain):
        plain = "-".join(reversed(plain.split("-")))
    match = _TYPED.fullmatch(_apart(plain))
    if match is None:
        return None
    day, month = (int(part) if part else None for part in (match["day"], match["month"]))
    return day, month, match["year"] or match["only"]


def _apart(plain: str) -> str:
    """Put strokes into digits typed without anything between them: 08031990, 080390, 031990."""
    if not _TOGETHER.fullmatch(plain):
        return plain
    if len(plain) == len("031990") and plain[2:4] in ("18", "19", "20", "21"):  # no month
        return f"{plain[:2]}/{plain[2:]}"
    return f"{plain[:2]}/{plain[2:4]}/{plain[4:]}"


def _whole_year(year: str, day: int | None, month: int | None, today: date, birth: bool) -> int:
    if len(year) > len("90"):
        return int(year)
    last = today.year if birth else today.year + 100 - YEARS_BACK
    whole = last - (last - int(year)) % 100
    if birth and whole == today.year and month is not None:
        last_possible = (today.month, today.day)
        if (month, day or 1) > last_possible:
            whole -= 100
    if (day, month) == (29, 2) and not isleap(whole) and isleap(whole - 100) and birth:
        whole -= 100
    return whole
