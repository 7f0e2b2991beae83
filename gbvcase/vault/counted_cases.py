"""Which cases are behind the figures: for the office's own screen, and for nothing that leaves."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from gbvcase.vault.kept_rows import driver


@dataclass(frozen=True, kw_only=True, repr=False)
class CountedCase:
    """One thing as it is counted, and the case that it belongs to."""

    case_id: str
    record: str  # the incident, the referral, ...
    code: str
    excluded: str  # the reason for which it is left out, or ""
    day: date | None
    answers: Mapping[str, str | tuple[str, ...]]

    def __repr__(self) -> str:
        return "<CountedCase>"


def reasons_left_out(db: Connection, unit: str, first: date, last: date) -> dict[str, int]:
    """Return how many of the same things are left out, by the reason."""
    rows = driver(db).execute(
        "SELECT excluded, count(*) FROM counted WHERE unit = ?"
        " AND (day BETWEEN ? AND ? OR day IS NULL) AND excluded > '' GROUP BY excluded",
        (unit, first.isoformat(), last.isoformat()),
    )
    return dict(rows.fetchall())


def counted_cases(db: Connection, unit: str, first: date, last: date) -> Iterator[CountedCase]:
    """Yield the things of a unit that count between two days, and those without a day."""
    rows = driver(db).execute(
        "SELECT n.case_id, n.record, c.code, n.excluded, n.day, n.answers"
        " FROM counted n JOIN cases c ON c.id = n.case_id"
        " WHERE n.unit = ? AND (n.day BETWEEN ? AND ? OR n.day IS NULL)"
        " ORDER BY c.code, n.record",
        (unit, first.isoformat(), last.isoformat()),
    )
    for case_id, record, code, excluded, day, answers in rows:
        told: dict[str, Any] = json.loads(answers)
        yield CountedCase(
            case_id=case_id,
            record=record,
            code=code,
            excluded=excluded or "",
            day=date.fromisoformat(day) if day else None,
            answers={n: tuple(s) if isinstance(s, list) else s for n, s in told.items()},
        )
