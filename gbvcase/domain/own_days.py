"""Days that an office chooses for its own screen: a month, or from one day to another.

Figures leave the office for the periods of `period.py` only; these have other codes, so that
nothing that publishes can take them for one.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, NoSuchPeriod, Period, parse_period
from gbvcase.domain.text import written_date

_MONTH = re.compile(r"((?:19|20|21)[0-9]{2})-(0[1-9]|1[0-2])")
_DAYS = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")


class DaysTurned(GbvcaseError):
    """The last day of some days lies before the first."""

    sentence = mark("The last day lies before the first one. Turn them round.")


@dataclass(frozen=True, order=True)
class OwnDays:
    """A month (``2025-03``) or chosen days (``2025-03-05..2025-04-20``), for the office alone."""

    code: str
    calendar: Calendar = Calendar.PLAIN

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise DaysTurned

    @property
    def is_month(self) -> bool:
        """Tell whether it is a month of its calendar."""
        return _MONTH.fullmatch(self.code) is not None

    @property
    def first(self) -> date:
        """Return its first day."""
        return self._ends[0]

    @property
    def last(self) -> date:
        """Return its last day."""
        return self._ends[1]

    @property
    def _ends(self) -> tuple[date, date]:
        if (month := _MONTH.fullmatch(self.code)) is not None:
            begin = date(int(month[1]), int(month[2]), 1)
            after = (begin + timedelta(days=31)).replace(day=1)
            if self.calendar is Calendar.ADMINISTRATIVE:  # the 15th to the 14th, Decree 09/2019
                return (begin - timedelta(days=1)).replace(day=15), begin.replace(day=14)
            return begin, after - timedelta(days=1)
        days = _DAYS.fullmatch(self.code)
        try:
            return date.fromisoformat(days[1]), date.fromisoformat(days[2])  # type: ignore[index]
        except (TypeError, ValueError):
            raise NoSuchPeriod(typed=self.code[:40]) from None

    def name(self, say: Say) -> str:
        """Return its name in words; chosen days have none but themselves."""
        if self.is_month:
            text = say(mark("Month {month} of {year}"))
            return text.format(month=int(self.code[5:]), year=self.code[:4])
        return say(mark("{first} to {last}")).format(
            first=written_date(self.first), last=written_date(self.last)
        )

    def label(self, say: Say) -> str:
        """Return its name with its days."""
        if not self.is_month:
            return self.name(say)
        return say(mark("{period} (from {first} to {last})")).format(
            period=self.name(say), first=written_date(self.first), last=written_date(self.last)
        )


def days_between(first: date, last: date, calendar: Calendar = Calendar.PLAIN) -> OwnDays:
    """Return chosen days; DaysTurned if the last lies before the first."""
    return OwnDays(f"{first.isoformat()}..{last.isoformat()}", calendar)


def looked_at(code: str, calendar: Calendar = Calendar.PLAIN) -> Period | OwnDays:
    """Read what an office may look at: a period that can be published, or days of its own."""
    plain = code.strip().upper()
    if _MONTH.fullmatch(plain) or _DAYS.fullmatch(plain):
        return OwnDays(plain, calendar)
    return parse_period(plain, calendar)
