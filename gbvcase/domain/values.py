"""Values that a field may hold beyond text, numbers and codes: partial dates, places, files."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Self


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date that keeps how exactly it is known: a year, a month, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(  # raises ValueError if there is no such day; 0 is no month
            self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``1990``, ``1990-03`` or ``1990-03-08``; raise ValueError for anything else."""
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
            raise ValueError("not a partial date")
        return cls(*(int(part) for part in text.split("-")))

    @classmethod
    def of(cls, day: date) -> Self:
        """Return a full date as a partial one that is known to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def is_full(self) -> bool:
        return self.day is not None

    @property
    def first(self) -> date:
        """Return the earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Return the latest day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """Return the day, if it is known."""
        return self.first if self.is_full else None

    def __str__(self) -> str:
        """Return the stored form, as `parse` reads it; it sorts as text."""
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}"

    def __lt__(self, other: Self) -> bool:
        return (self.first, self.last) < (other.first, other.last)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place as it was given: codes of a dated list, and what was written.

    `as_of` is the day whose list of places gives the codes their meaning: the same code means
    one commune before 1 July 2025 and a larger one after it. The village has no code.
    """

    province: str | None = None
    commune: str | None = None
    village: str | None = None
    as_of: date | None = None
    typed: str | None = None

    def __repr__(self) -> str:
        return "<Place>"  # never a value: reprs end in logs


@dataclass(frozen=True, kw_only=True)
class Scan:
    """A file kept with a record: its bytes lie in the vault under their SHA-256."""

    media: str
    size: int
    sha256: str
    title: str | None = None

    def __repr__(self) -> str:
        return "<Scan>"
