"""The answers that may be counted, and no others: banded when a case is saved, without a name.

What is handed out has no number of a record, no day, no text and no place but a commune's code,
which reports make an area before anything is counted.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import Connection

from gbvcase.domain.case import Case
from gbvcase.domain.counted import Counted, counted_of, left_to_sender
from gbvcase.domain.counted_referrals import NOT_YET
from gbvcase.domain.period import Calendar, Level, containing
from gbvcase.vault.kept_rows import driver
from gbvcase.vault.rows import as_json
from gbvcase.vault.settings import read_setting

Answer = Mapping[str, str | tuple[str, ...]]

QUARTER = "quarter"
"""The answer that says in which quarter, of the calendar asked for, a thing counts."""

STALE = "counted.stale"
"""The setting that a step of the vault leaves where everything must be projected anew."""

TOKENS_TAKEN = "referral.tokens.taken"
"""The setting that says with which token of another member which case came."""

_COLUMNS = (
    *("case_id", "unit", "record", "client", "actor", "excluded"),
    *("day", "first_day", "last_day", "answers"),
)
_NAMES = ", ".join(_COLUMNS)
_MARKS = ", ".join("?" * len(_COLUMNS))
_WRITE = f"INSERT OR REPLACE INTO counted ({_NAMES}) VALUES ({_MARKS})"  # noqa: S608 - ours
_READ = (
    "SELECT client, actor, excluded, coalesce(day, first_day), first_day, last_day, answers"
    " FROM counted WHERE unit = ?"
)
TOGETHER = 500
"""Rows whose answers are parsed as one text: it is quicker, and a name is kept once for all."""

_DUE = {"acknowledged": "first", "answered": "first", "seen": "last", "done": "last"}
"""Of what was not done yet: which day it was due on."""


class Basis(Enum):
    """How a thing belongs to a period; partial dates only where they fit wholly."""

    DAY = "day BETWEEN ? AND ?"
    WITHIN = "first_day >= ? AND last_day <= ?"
    LASTING = "(last_day IS NULL OR last_day >= ?) AND first_day <= ?"


@dataclass(frozen=True)
class Asked:
    """What is asked for: which things, of when, by which calendar the quarters are cut.

    `as_of` is the day on which what is not done counts as overdue: else the last day asked for.
    """

    first: date
    last: date
    unit: str = "incidents"
    calendar: Calendar = Calendar.PLAIN
    basis: Basis = Basis.DAY
    as_of: date | None = None
    workers: bool = False  # whether the things of one worker are told apart from those of others


def keep_answers(db: Connection, case: Case) -> None:
    """Write the countable answers of everything in a case, where they are not those kept.

    Where somebody came with a token, her incidents are left to the office that gave it, those
    that are added later as well.
    """
    if case.head.id in dict(read_setting(db, TOKENS_TAKEN) or {}).values():
        case = left_to_sender(case)
    fresh = {row[1:3]: row for row in (_row(case.head.id, one) for one in counted_of(case))}
    query = f"SELECT {_NAMES} FROM counted WHERE case_id = ?"  # noqa: S608 - names of ours
    kept = {row[1:3]: tuple(row) for row in driver(db).execute(query, (case.head.id,))}
    for gone in kept.keys() - fresh.keys():
        driver(db).execute(
            "DELETE FROM counted WHERE case_id = ? AND unit = ? AND record = ?",
            (case.head.id, *gone),
        )
    for name, row in fresh.items():
        if kept.get(name) != row:
            driver(db).execute(_WRITE, row)


def _row(case_id: str, one: Counted) -> tuple[str | None, ...]:
    return (
        *(case_id, one.unit, one.record, one.client, one.actor),
        one.excluded.value if one.excluded else None,
        *(day.isoformat() if day else None for day in (one.day, one.first, one.last)),
        as_json({name: said for name, said in one.answers.items() if said != ""}),
    )


def is_stale(db: Connection) -> bool:
    """Tell whether the answers are those of an earlier version and must be projected anew."""
    found = db.exec_driver_sql("SELECT 1 FROM settings WHERE name = ?", (STALE,)).first()
    return found is not None


def are_fresh(db: Connection) -> None:
    """Note that everything was projected anew."""
    db.exec_driver_sql("DELETE FROM settings WHERE name = ?", (STALE,))


def countable_answers(
    db: Connection, first: date, last: date, calendar: Calendar = Calendar.PLAIN
) -> Iterator[Answer]:
    """Yield what may be counted of each incident first reported between two days.

    An incident whose day of report is not known is yielded without a quarter, as left out.
    """
    return answers_asked(db, Asked(first, last, calendar=calendar))


def answers_asked(db: Connection, asked: Asked) -> Iterator[Answer]:
    """Yield what may be counted of each thing asked for; those left out with their reason.

    The things of one person have the same number, and so have those of one worker: numbers that
    mean nothing outside this one asking.
    """
    people: dict[str, str] = {}
    workers: dict[str, str] = {}
    quarter = _Quarters(asked.calendar)
    as_of = (asked.as_of or asked.last).isoformat()
    query = f"{_READ} AND {asked.basis.value} ORDER BY client"
    span = (asked.first.isoformat(), asked.last.isoformat())
    lasting = asked.basis is Basis.LASTING
    rows = _parsed(driver(db).execute(query, (asked.unit, *span)))
    same: dict[str | tuple[str, ...], str | tuple[str, ...]] = {}  # the few codes, each kept once
    for client, actor, excluded, day, starts, ends, answer in rows:
        for name, given in answer.items():
            said = tuple(given) if isinstance(given, list) else given
            answer[name] = same.setdefault(said, said)
            if said == NOT_YET and name in _DUE:
                due = starts if _DUE[name] == "first" else ends
                answer[name] = "overdue" if due is not None and due < as_of else "not_due"
        answer[QUARTER] = quarter[day]
        answer["person"] = people.setdefault(client, str(len(people)))
        if asked.workers and actor:
            answer["worker"] = workers.setdefault(actor, str(len(workers)))
        if lasting:
            answer["since"] = "before" if starts < span[0] else "within"
            answer["at_end"] = "open" if ends is None or ends > span[1] else "ended"
        if excluded:
            answer["excluded"] = excluded
        yield answer


def _parsed(rows: Any) -> Iterator[tuple[Any, ...]]:
    """Yield rows with the text in their last column parsed."""
    while some := rows.fetchmany(TOGETHER):
        told = json.loads(f"[{','.join(row[-1] for row in some)}]")
        for row, answer in zip(some, told, strict=True):
            yield *row[:-1], answer


class _Quarters(dict[str, str]):
    """The quarter of each day, found once."""

    def __init__(self, calendar: Calendar) -> None:
        super().__init__()
        self._calendar = calendar
        self._spans: list[tuple[str, str, str]] = []

    def __missing__(self, day: str) -> str:
        code = next((code for first, last, code in self._spans if first <= day <= last), None)
        if code is None:
            found = containing(date.fromisoformat(day), Level.QUARTER, self._calendar)
            code = found.code
            self._spans.append((found.first.isoformat(), found.last.isoformat(), code))
        self[day] = code
        return code


def undated(db: Connection, unit: str = "incidents") -> int:
    """Return how many things cannot be put into any period, for want of a day."""
    query = "SELECT count(*) FROM counted WHERE unit = ? AND day IS NULL"
    return int(db.exec_driver_sql(query, (unit,)).scalar_one())


def not_within(db: Connection, first: date, last: date) -> int:
    """Return how many incidents have a date that lies in a period only in part, or is not known."""
    query = (
        "SELECT count(*) FROM counted WHERE unit = 'incidents' AND excluded IS NULL AND"
        " ((first_day IS NULL AND day BETWEEN ? AND ?)"
        " OR (first_day <= ? AND last_day >= ? AND NOT (first_day >= ? AND last_day <= ?)))"
    )
    low, high = first.isoformat(), last.isoformat()
    found = db.exec_driver_sql(query, (low, high, high, low, low, high))
    return int(found.scalar_one())
