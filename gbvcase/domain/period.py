"""Reporting periods, as the statistics law and as Decree 09/2019 cut them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written_date

PROGRAMME_YEARS = 10  # no programme of the state has run longer


class Calendar(Enum):
    """Which days a period has: those of the calendar, or the 15th to the 14th of Decree 09/2019."""

    PLAIN = "calendar"
    ADMINISTRATIVE = "administrative"


class Level(Enum):
    """The kinds of period there are, from the shortest."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    PROGRAMME = "programme"


class NoSuchPeriod(GbvcaseError):
    """A code that names none of the periods for which figures are made."""

    sentence = mark(
        "“{typed}” is not a period. Write a year (2025), a quarter (2025-Q2), "
        "a half-year (2025-H1) or several years (2021..2025)."
    )


_CODE = re.compile(
    r"(?P<year>(?:19|20|21)[0-9]{2})(?:-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|\.\.(?P<last_year>(?:19|20|21)[0-9]{2}))?"
)
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, order=True)
class Period:
    """A period of the lattice: its code says what it is, its calendar which days it has."""

    code: str
    calendar: Calendar = Calendar.PLAIN

    def __post_init__(self) -> None:
        match = _CODE.fullmatch(self.code)
        if match is None:
            raise NoSuchPeriod(typed=self.code[:40])
        first, last = int(match["year"]), int(match["last_year"] or 0)
        if last and not first < last < first + PROGRAMME_YEARS:
            raise NoSuchPeriod(typed=self.code)

    @property
    def level(self) -> Level:
        """Return what kind of period it is."""
        if ".." in self.code:
            return Level.PROGRAMME
        if "-" not in self.code:
            return Level.YEAR
        return Level.QUARTER if "Q" in self.code else Level.HALF

    @property
    def first(self) -> date:
        """Return its first day."""
        return self._turn(int(self.code[:4]), self._months[0])

    @property
    def last(self) -> date:
        """Return its last day."""
        return self._turn(
            int(self.code[-4:] if ".." in self.code else self.code[:4]), self._months[1]
        ) - timedelta(days=1)

    def contains(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.first <= day <= self.last

    def parts(self) -> tuple["Period", ...]:
        """Return the next smaller periods it is made of; none for a quarter."""
        year = self.code[:4]
        match self.level:
            case Level.PROGRAMME:
                codes = [str(y) for y in range(int(year), int(self.code[-4:]) + 1)]
            case Level.YEAR:
                codes = [f"{year}-H1", f"{year}-H2"]
            case Level.HALF:
                second = int(self.code[-1]) * 2
                codes = [f"{year}-Q{second - 1}", f"{year}-Q{second}"]
            case Level.QUARTER:
                codes = []
        return tuple(Period(code, self.calendar) for code in codes)

    def name(self, say: Say) -> str:
        """Return its name in words, without its days."""
        year, number = self.code[:4], int(self.code[-1])
        match self.level:
            case Level.PROGRAMME:
                text = say(mark("Period {first_year} - {last_year}"))
                return text.format(first_year=year, last_year=self.code[-4:])
            case Level.YEAR:
                return say(mark("Year {year}")).format(year=year)
            case Level.HALF if number == 1:
                return say(mark("First half of {year}")).format(year=year)
            case Level.HALF:
                return say(mark("Second half of {year}")).format(year=year)
            case Level.QUARTER:
                quarter = _ROMAN[number - 1] if say.language == "vi" else number
                return say(mark("Quarter {quarter} of {year}")).format(quarter=quarter, year=year)

    def label(self, say: Say) -> str:
        """Return its name with its days, so that nobody takes one calendar for the other."""
        return say(mark("{period} (from {first} to {last})")).format(
            period=self.name(say), first=written_date(self.first), last=written_date(self.last)
        )

    @property
    def _months(self) -> tuple[int, int]:
        """Return the month it begins with and the month after its end, counted from 0."""
        match self.level:
            case Level.QUARTER:
                return 3 * int(self.code[-1]) - 3, 3 * int(self.code[-1])
            case Level.HALF:
                return 6 * int(self.code[-1]) - 6, 6 * int(self.code[-1])
            case _:
                return 0, 12

    def _turn(self, year: int, month: int) -> date:
        """Return the day on which the months counted from 0 begin by this calendar."""
        if self.calendar is Calendar.ADMINISTRATIVE:
            month -= 1  # the 15th of the month before
        years, month = divmod(month, 12)
        day = 15 if self.calendar is Calendar.ADMINISTRATIVE else 1
        return date(year + years, month + 1, day)


def parse_period(code: str, calendar: Calendar = Calendar.PLAIN) -> Period:
    """Read a period as it is typed: ``2025``, ``2025-Q2``, ``2025-H1``, ``2021..2025``.

    Raises NoSuchPeriod for anything else.
    """
    return Period(code.strip().upper(), calendar)


def containing(
    day: date, level: Level = Level.QUARTER, calendar: Calendar = Calendar.PLAIN
) -> Period:
    """Return the quarter, half-year or year in which a day lies."""
    assert level is not Level.PROGRAMME, "a day does not tell which programme is meant"
    year = day.year
    if calendar is Calendar.ADMINISTRATIVE and Period(str(year), calendar).last < day:
        year += 1  # from 15 December on it is the next year
    below = [Period(str(year), calendar)]
    while below[0].level is not level:
        below = [part for period in below for part in period.parts()]
    return next(period for period in below if period.contains(day))
