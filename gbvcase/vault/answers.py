"""The answers that may be counted, and no others: banded when a case is saved, without a name.

What is handed out has no number of a record, no day, no text and no place but a commune's code,
which reports make an area before anything is counted.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

from gbvcase.domain.answers import answers_of
from gbvcase.domain.case import Case
from gbvcase.domain.period import Calendar, Level, containing
from gbvcase.vault.kept_rows import driver
from gbvcase.vault.rows import as_json

Answer = Mapping[str, str | tuple[str, ...]]

QUARTER = "quarter"
"""The answer that says in which quarter, of the calendar asked for, a thing was reported."""


def keep_answers(db: Connection, case: Case) -> None:
    """Write the countable answers of each incident of a case."""
    fresh = {
        incident.id: (
            incident.id,
            case.head.id,
            counted.client,
            counted.excluded.value if counted.excluded else None,
            counted.first_report.isoformat() if counted.first_report else None,
            counted.incident_date.first.isoformat() if counted.incident_date else None,
            counted.incident_date.last.isoformat() if counted.incident_date else None,
            as_json(dict(counted.answers)),
        )
        for incident, counted in zip(case.incidents, answers_of(case), strict=True)
    }
    kept = {
        row[0]: tuple(row)
        for row in driver(db).execute(
            "SELECT incident_id, case_id, client, excluded, first_report, incident_first,"
            " incident_last, answers FROM incident_answers WHERE case_id = ?",
            (case.head.id,),
        )
    }
    for incident_id in kept.keys() - fresh.keys():
        driver(db).execute(
            "DELETE FROM incident_answers WHERE case_id = ? AND incident_id = ?",
            (case.head.id, incident_id),
        )
    for incident_id, row in fresh.items():
        if kept.get(incident_id) != row:
            driver(db).execute(
                "INSERT OR REPLACE INTO incident_answers (incident_id, case_id, client, excluded,"
                " first_report, incident_first, incident_last, answers)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )


def countable_answers(
    db: Connection, first: date, last: date, calendar: Calendar = Calendar.PLAIN
) -> Iterator[Answer]:
    """Yield what may be counted of each incident first reported between two days.

    An incident whose day of report is not known is yielded without a quarter, as left out.
    """
    quarters: dict[str, str] = {}
    spans: list[tuple[str, str, str]] = []
    people: dict[str, str] = {}
    rows = driver(db).execute(
        "SELECT client, excluded, first_report, answers FROM incident_answers"
        " WHERE first_report BETWEEN ? AND ? ORDER BY client",
        (first.isoformat(), last.isoformat()),
    )
    for client, excluded, reported, answers in rows:
        if reported not in quarters:
            quarters[reported] = _quarter(spans, reported, calendar)
        answer: dict[str, Any] = json.loads(answers)
        for name, said in answer.items():
            if isinstance(said, list):
                answer[name] = tuple(said)
        answer[QUARTER] = quarters[reported]
        answer["person"] = people.setdefault(client, str(len(people)))
        if excluded:
            answer["excluded"] = excluded
        yield answer


def _quarter(spans: list[tuple[str, str, str]], reported: str, calendar: Calendar) -> str:
    """Return the quarter of a day; `spans` are those found so far, and get the one that is new."""
    for first, last, code in spans:
        if first <= reported <= last:
            return code
    found = containing(date.fromisoformat(reported), Level.QUARTER, calendar)
    spans.append((found.first.isoformat(), found.last.isoformat(), found.code))
    return found.code


def undated(db: Connection) -> int:
    """Return how many incidents cannot be put into any period, for want of a day of report."""
    query = "SELECT count(*) FROM incident_answers WHERE first_report IS NULL"
    return int(db.exec_driver_sql(query).scalar_one())
