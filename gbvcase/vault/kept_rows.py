"""The rows of a case: read together, written one by one, and made into a case again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection

from gbvcase.domain.case import MANY, PARTS, Case, records_of
from gbvcase.domain.fields import entries_of
from gbvcase.domain.kept import Kept
from gbvcase.vault.rows import Row, record_of, row_of
from gbvcase.vault.tables import KINDS, TABLES, Kind, is_kept_apart

LIST = "list_"
"""How the columns begin that only lists are drawn from: they are no part of a record."""

Key = tuple[str, str]
Rows = dict[Key, tuple[Kind, Row]]
"""The rows of a case by their tables and the ids of their records."""

AT_ONCE = 200  # cases that are read together
_HEAD = KINDS[0]


@dataclass(frozen=True, repr=False)
class Direct:
    """An open transaction of the driver alone."""

    plain: Any


Open = Connection | Direct
"""An open transaction, for whoever asks the driver alone."""


def driver(db: Open) -> Any:
    """Return the driver's connection of an open transaction.

    One case is many small queries, and what is put around each would cost more than the query.
    """
    return db.plain if isinstance(db, Direct) else db.connection.driver_connection


def quoted(names: Iterable[str]) -> str:
    """Return names of columns as SQL takes them: some are words of SQL."""
    return ", ".join(f'"{name}"' for name in names)


def _marks(number: int) -> str:
    return ", ".join("?" * number)


_KIND = {kind.record: kind for kind in KINDS}
_PART_KINDS = {part: _KIND[cast(type[Kept], record)] for part, record in PARTS.items()}
_INSIDE = {kind: tuple(k for k in KINDS if k.owner is kind.record) for kind in KINDS}
COLUMNS = {kind: tuple(column.name for column in TABLES[kind.record].columns) for kind in KINDS}
_OF_CASE = {kind: "id" if kind is _HEAD else "case_id" for kind in KINDS}
_READ = {
    kind: f"SELECT {quoted(columns)} FROM {kind.table} WHERE {_OF_CASE[kind]}"  # noqa: S608 - ours
    for kind, columns in COLUMNS.items()
}
_INSERT = {
    kind: f"INSERT INTO {kind.table} ({quoted(columns)}) VALUES ({_marks(len(columns))})"  # noqa: S608
    for kind, columns in COLUMNS.items()
}


def rows_kept(db: Connection, case_id: str) -> Rows:
    """Read all rows of a case; none if there is no such case."""
    found: Rows = {}
    for kind in KINDS:
        columns = COLUMNS[kind]
        for values in driver(db).execute(f"{_READ[kind]} = ?", (case_id,)):
            row = dict(zip(columns, values, strict=True))
            found[kind.table, row["id"]] = (kind, row)
        if not found:
            break
    return found


def rows_of_many(db: Connection, case_ids: Iterable[str]) -> Iterator[Rows]:
    """Read the rows of many cases, in the order given; a case that is not there is left out."""
    asked = tuple(case_ids)
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        found: dict[str, Rows] = {case_id: {} for case_id in some}
        for kind in KINDS:
            columns, owner = COLUMNS[kind], _OF_CASE[kind]
            query = f"{_READ[kind]} IN ({_marks(len(some))})"
            for values in driver(db).execute(query, some):
                row = dict(zip(columns, values, strict=True))
                found[row[owner]][kind.table, row["id"]] = (kind, row)
        yield from (found[case_id] for case_id in some if found[case_id])


def rows_of(case: Case) -> Rows:
    """Return a case as rows."""
    return dict(_all_rows(case))


def _all_rows(case: Case) -> Iterator[tuple[Key, tuple[Kind, Row]]]:
    yield (_HEAD.table, case.head.id), (_HEAD, row_of(case.head))
    for part, kind in _PART_KINDS.items():
        for position, record in enumerate(records_of(case, part)):
            place = {"case_id": case.head.id, "position": position}
            yield (kind.table, record.id), (kind, row_of(record) | place)
            yield from _rows_inside(record, case.head.id)


def _rows_inside(owner: Kept, case_id: str) -> Iterator[tuple[Key, tuple[Kind, Row]]]:
    for entry in entries_of(type(owner)):
        if is_kept_apart(entry):
            kind = _KIND[entry.kind]
            for position, record in enumerate(getattr(owner, entry.name)):
                place = {"case_id": case_id, "owner_id": owner.id, "position": position}
                yield (kind.table, record.id), (kind, row_of(record) | place)


def insert_row(db: Connection, kind: Kind, row: Row) -> None:
    """Write a new row; one of this number may not be there, in this case or in another."""
    driver(db).execute(_INSERT[kind], tuple(row.get(column) for column in COLUMNS[kind]))


def update_row(db: Connection, kind: Kind, was: Row, row: Row) -> None:
    """Write those columns of a row that have changed."""
    changed = {name: row.get(name) for name in COLUMNS[kind] if was[name] != row.get(name)}
    if changed:
        taken = ", ".join(f'"{name}" = ?' for name in changed)
        where, key = _key(kind, row)
        query = f"UPDATE {kind.table} SET {taken} WHERE {where}"  # noqa: S608 - names of ours
        driver(db).execute(query, (*changed.values(), *key))


def delete_row(db: Connection, kind: Kind, row: Row) -> None:
    """Take a row out of its table."""
    where, key = _key(kind, row)
    driver(db).execute(f"DELETE FROM {kind.table} WHERE {where}", key)  # noqa: S608 - ours


def _key(kind: Kind, row: Row) -> tuple[str, tuple[str, ...]]:
    """Return how a row is named: a number is one record's within its case."""
    if kind is _HEAD:
        return "id = ?", (row["id"],)
    return "case_id = ? AND id = ?", (row["case_id"], row["id"])


def case_of(rows: Rows) -> Case:
    """Make a case of its rows."""
    of_kind: dict[Kind, list[Row]] = {kind: [] for kind in KINDS}
    inside: dict[tuple[Kind, str], list[Row]] = {}
    for kind, row in sorted(rows.values(), key=_position):
        if kind.owner is None:
            of_kind[kind].append(row)
        else:
            inside.setdefault((kind, row["owner_id"]), []).append(row)

    def made(kind: Kind, row: Row) -> Any:
        parts = {
            inner.inside: tuple(made(inner, one) for one in inside.get((inner, row["id"]), ()))
            for inner in _INSIDE[kind]
        }
        return record_of(kind.record, row, parts)

    head = made(_HEAD, of_kind[_HEAD][0])
    found: dict[str, Any] = {}
    for part, kind in _PART_KINDS.items():
        records = tuple(made(kind, row) for row in of_kind[kind])
        found[part] = records if part in MANY else records[0]
    return Case(head=head, **found)


def _position(found: tuple[Kind, Mapping[str, Any]]) -> int:
    return int(found[1].get("position") or 0)
