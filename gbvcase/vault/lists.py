"""Lists of cases and of tasks: ids in their order by one query, and pages of what is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from gbvcase.domain.codes import CaseStatus, TaskKind, TaskState
from gbvcase.domain.folding import sort_key
from gbvcase.vault.kept_rows import Open, driver
from gbvcase.vault.rows import as_json
from gbvcase.vault.search import find
from gbvcase.vault.tables import list_index

FOUND_AT_MOST = 2_000  # cases that a search shows; nobody reads more
ORDERS = {
    "code": "code",
    "name": "list_name_key",
    "commune": "list_commune_key",
    "status": "status",
    "opened": "opened_on",
    "due": "list_next_due",
}
"""The columns that a list may be ordered by; `tables.py` has an index of each."""
GONE = (CaseStatus.VOIDED, CaseStatus.MERGED)


@dataclass(frozen=True, kw_only=True)
class View:
    """Which cases a list shows, and in which order."""

    text: str = ""
    status: CaseStatus | None = None
    mine: bool = False
    overdue: bool = False
    urgent: bool = False
    commune: str | None = None
    owner: str | None = None
    with_voided: bool = True
    order: str = "code"
    descending: bool = False


@dataclass(frozen=True, kw_only=True, repr=False)
class CaseLine:
    """What a list shows of one case."""

    id: str
    code: str
    name: str | None
    commune: str | None
    urgent: bool
    status: CaseStatus
    next_due: date | None
    opened_on: date | None
    owner: str | None = None

    def __repr__(self) -> str:
        return "<CaseLine>"

    def as_json(self) -> dict[str, Any]:
        """Return the line for a program."""
        return {
            "client_code": self.code,
            "name": self.name,
            "commune": self.commune,
            "urgent": self.urgent,
            "case_status": self.status.code,
            "next_due": self.next_due.isoformat() if self.next_due else None,
            "opened_on": self.opened_on.isoformat() if self.opened_on else None,
        }


@dataclass(frozen=True, kw_only=True, repr=False)
class TaskLine:
    """What the start page shows of one task; never a name or an act in its title."""

    id: str
    case_id: str
    code: str
    name: str | None
    kind: TaskKind
    due: date
    urgent: bool
    assignee: str | None = None
    source: str | None = None  # the record or the rule it comes from

    def __repr__(self) -> str:
        return "<TaskLine>"


def ordered_ids(db: Open, view: View, *, worker: str, today: date) -> tuple[str, ...]:
    """Return the ids of the cases of a view, in its order.

    Those that a text finds are ordered by how well they match, unless another order is asked for.
    """
    ranked = view.order == "code" and not view.descending
    kept = [set(_ids(db, query, *values)) for query, values in _filters(view, worker, today)]
    if view.text.strip():
        found = find(db, view.text, FOUND_AT_MOST, in_notes=True)
        kept.append(set(found))
        ordered = list(found) if ranked else _all_ids(db, view)
    else:
        ordered = _all_ids(db, view)
    if not kept:
        return tuple(ordered)
    # several readings, each of one index, are sooner done than one that looks into every row
    all_kept = set.intersection(*kept)
    return tuple(case_id for case_id in ordered if case_id in all_kept)


def _all_ids(db: Open, view: View) -> list[str]:
    """Return the ids of all cases in an order, read from its index; the empty come last."""
    if view.order == "urgent":
        urgent = set(_ids(db, f"{_indexed('list_urgent')} = 1"))
        ordered = _all_ids(db, replace(view, order="due", descending=False))
        return sorted(ordered, key=lambda case_id: case_id not in urgent)
    if view.order == "owner":
        return _by_owner(db, replace(view, order="code"))
    way = " DESC" if view.descending else ""
    column = ORDERS[view.order]
    if view.order == "status":
        states = list(CaseStatus)[:: -1 if view.descending else 1]
        query = f"{_indexed(column)} = ? ORDER BY code{way}"
        return [case_id for state in states for case_id in _ids(db, query, state.code)]
    order = ", ".join(f"{name}{way}" for name in dict.fromkeys((column, "code")))
    some = f"{_indexed(column)} IS NOT NULL ORDER BY {order}"
    none = f"{_indexed(column)} IS NULL ORDER BY code{way}"
    return [*_ids(db, some), *_ids(db, none)]


def _by_owner(db: Open, view: View) -> list[str]:
    """Return the ids of all cases by who is in charge, in the order of the names of people."""
    names = owners(db)
    places = {name: place for place, name in enumerate(names[::-1] if view.descending else names)}
    query = f"SELECT id, owner FROM cases INDEXED BY {list_index('owner')} WHERE owner > ''"  # noqa: S608
    owner_of = dict(driver(db).execute(query).fetchall())
    last = len(places)
    return sorted(_all_ids(db, view), key=lambda one: places.get(owner_of.get(one, ""), last))


def _indexed(column: str) -> str:
    """Return the beginning of a query that is answered by the index of a column alone."""
    # another index would do, but would have to look up each id in the table
    return f"SELECT id FROM cases INDEXED BY {list_index(column)} WHERE {column}"  # noqa: S608


def _ids(db: Open, query: str, *values: Any) -> list[str]:
    return [case_id for (case_id,) in driver(db).execute(query, values)]


def _filters(view: View, worker: str, today: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the queries of which a case must be among the answers of each."""
    if view.status is not None:
        yield f"{_indexed('status')} = ?", (view.status.code,)
    elif not view.with_voided:
        marks = ", ".join("?" * len(GONE))
        yield f"{_indexed('status')} NOT IN ({marks})", tuple(status.code for status in GONE)
    if view.mine:
        yield f"{_indexed('owner')} = ?", (worker,)
    if view.overdue:
        yield f"{_indexed('list_next_due')} < ?", (today.isoformat(),)
    if view.urgent:
        yield f"{_indexed('list_urgent')} = 1", ()
    if view.commune is not None:
        yield f"{_indexed('list_commune')} = ?", (view.commune,)
    if view.owner is not None:
        yield f"{_indexed('owner')} = ?", (view.owner,)


def owners(db: Open) -> list[str]:
    """Return who is in charge of any case, in the order of their names."""
    return sorted(_distinct(db, "owner"), key=sort_key)


def communes_of_cases(db: Open) -> list[str]:
    """Return the codes of the communes, as they are today, in which people of the cases live."""
    return _distinct(db, "list_commune")


def _distinct(db: Open, column: str) -> list[str]:
    """Return the values of a column, each found by one step into its index."""
    index, found = list_index(column), []
    query = f"SELECT min({column}) FROM cases INDEXED BY {index} WHERE {column} > ?"  # noqa: S608
    value = ""
    while (value := driver(db).execute(query, (value,)).fetchone()[0]) is not None:
        found.append(value)
    return found


# asked for as one text: hundreds of values given one by one take longer than the answer
_LINES = (
    "SELECT cases.id, code, list_name, list_commune_name, list_urgent, status, list_next_due,"
    " opened_on, owner FROM json_each(?) AS asked CROSS JOIN cases ON cases.id = asked.value"
)


def lines_of(db: Open, ids: Iterable[str]) -> tuple[CaseLine, ...]:
    """Return what a list shows of some cases, in the order given, without those not there."""
    # a page is some hundred rows: what the toolkit puts around each costs as much as the row
    rows = driver(db).execute(_LINES, (as_json(list(ids)),))
    return tuple(
        CaseLine(
            id=row[0],
            code=row[1],
            name=row[2],
            commune=row[3],
            urgent=bool(row[4]),
            status=CaseStatus.of(row[5]),
            next_due=_day(row[6]),
            opened_on=_day(row[7]),
            owner=row[8],
        )
        for row in rows
    )


def counts_by_status(db: Connection) -> dict[CaseStatus, int]:
    """Return how many cases are in each state."""
    rows = db.exec_driver_sql("SELECT status, count(*) FROM cases GROUP BY status")
    return {CaseStatus.of(status): number for status, number in rows}


def open_tasks(db: Connection) -> tuple[TaskLine, ...]:
    """Return the tasks that are still to be done, urgent cases first, then by day."""
    waiting = (TaskState.OPEN.code, TaskState.DOING.code, TaskState.SNOOZED.code)
    rows = db.exec_driver_sql(
        "SELECT tasks.id, case_id, code, list_name, kind,"
        " CASE state WHEN 'snoozed' THEN snoozed_to ELSE due END AS day, list_urgent,"
        " assignee, tasks.source"
        " FROM tasks JOIN cases ON cases.id = case_id"
        " WHERE state IN (?, ?, ?) AND day IS NOT NULL AND coalesce(tasks.void, 0) = 0"
        " ORDER BY list_urgent DESC, day, code",
        waiting,
    )
    return tuple(
        TaskLine(
            id=row[0],
            case_id=row[1],
            code=row[2],
            name=row[3],
            kind=TaskKind.of(row[4]),
            due=date.fromisoformat(row[5]),
            urgent=bool(row[6]),
            assignee=row[7],
            source=row[8],
        )
        for row in rows
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
