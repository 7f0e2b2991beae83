"""Consented incidents for the network, in the columns of the GBVIMS Incident Recorder, sealed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random, SystemRandom
from typing import Any

from gbvcase.casework.counting import answers_for
from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.casework.upkeep import password_to_seal
from gbvcase.casework.ways_out import leave
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, Level, Period, containing, parse_period
from gbvcase.reports.audiences import ExitPurpose
from gbvcase.reports.incident_rows import ALIKE, COLUMNS, IncidentRows, incident_rows, rows_as_csv
from gbvcase.reports.indicators import plan_named
from gbvcase.sealing.parcels import seal

__all__ = [
    "COLUMNS",
    "ExitPurpose",
    "NothingAlike",
    "Preview",
    "SealedRows",
    "look_at_rows",
    "seal_rows",
]

PLAN = "incidents"
FIRST_ROWS = 10
STEPS = 3  # counting, sealing, keeping


class NothingAlike(GbvcaseError):
    """So few incidents that every one of them would point at somebody."""

    sentence = mark(
        "In this period there are too few incidents that look alike. No rows leave the office."
    )


@dataclass(frozen=True)
class Preview:
    """What an export would have in it, before it is made."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  # the first ten
    number: int
    left_out: int
    instead: tuple[Period, ...] = ()  # longer periods that would pass; asked for if this does not

    @property
    def may_leave(self) -> bool:
        """Tell whether enough of them look alike."""
        return self.number >= ALIKE

    def __repr__(self) -> str:
        return f"<Preview {self.number}>"

    def as_json(self) -> dict[str, Any]:
        """Return how much it is, without the rows."""
        return {"rows": self.number, "left_out": self.left_out, "columns": list(COLUMNS)}


@dataclass(frozen=True)
class SealedRows:
    """The rows, sealed for one member of the network."""

    content: bytes
    password: str
    number: int
    left_out: int

    def __repr__(self) -> str:
        return f"<SealedRows {self.number}>"


def look_at_rows(desk: Desk, period: str, say: Say) -> Preview:
    """Return the first ten rows of an export, and how many there are; nothing leaves."""
    found = _found(desk, period, SystemRandom())
    passing = len(found.rows) >= ALIKE
    return Preview(
        tuple(_titles(say).values()),
        tuple(tuple(row[name] for name in COLUMNS) for row in found.rows[:FIRST_ROWS]),
        len(found.rows),
        found.left_out,
        () if passing else tuple(_longer_that_pass(desk, period)),
    )


def _longer_that_pass(desk: Desk, period: str) -> Iterator[Period]:
    """Yield the longer periods around one in which enough incidents look alike: each is tried."""
    days = parse_period(period, Calendar(plan_named(PLAN).calendar))
    for level in (Level.HALF, Level.YEAR):
        longer = containing(days.first, level, days.calendar)
        if longer.level is days.level or not longer.contains(days.last):
            continue
        if len(_found(desk, longer.code, SystemRandom()).rows) >= ALIKE:
            yield longer


def seal_rows(  # noqa: PLR0913 - of when, why, in which language, and who listens
    desk: Desk,
    period: str,
    *,
    purpose: ExitPurpose,
    say: Say,
    password: str | None = None,
    progress: Progress = unheard,
) -> SealedRows:
    """Seal the rows of a period for a member; NothingAlike if there are too few.

    Only incidents of people who agreed to statistics are there, with bands and groups only, and
    at least five look alike in what a neighbour may know. It is written in the journal.
    """
    progress(0, STEPS)
    found = _found(desk, period, SystemRandom())
    if len(found.rows) < ALIKE:
        raise NothingAlike
    progress(1, STEPS)
    secret = password_to_seal(desk, password)
    content = seal(rows_as_csv(found, _titles(say)), secret)
    progress(2, STEPS)  # the last moment at which it can be given up
    with desk.vault.begin() as db:
        more = {"purpose": purpose.code, "rows": len(found.rows)}
        leave(desk, db, "incidents.export", period, **more)
    desk.vault.write_mark()
    return SealedRows(content, secret, len(found.rows), found.left_out)


def _found(desk: Desk, period: str, random: Random) -> IncidentRows:
    plan = plan_named(PLAN)
    code = parse_period(period, Calendar(plan.calendar)).code
    return incident_rows(answers_for(desk, plan, code), plan.dimension["area"], random)


def _titles(say: Say) -> Mapping[str, str]:
    return {name: say(title) for name, title in COLUMNS.items()}
