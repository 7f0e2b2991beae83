"""Reading and writing cases; every function works inside the transaction it is given."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from gbvcase.domain.case import MANY, PARTS, Case, CaseHead, records_of
from gbvcase.domain.codes import RecordSource
from gbvcase.domain.fields import entries_of
from gbvcase.domain.kept import Kept
from gbvcase.vault.answers import keep_answers
from gbvcase.vault.list_columns import list_columns
from gbvcase.vault.rows import Row, as_json, record_of, row_of
from gbvcase.vault.search import keep_words
from gbvcase.vault.tables import KINDS, TABLES, Kind, is_kept_apart

MADE, CHANGED, REMOVED = "made", "changed", "removed"
ABOUT_THE_WRITING = frozenset({"revision", "updated_at", "updated_by"})
LIST = "list_"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _select(kind: Kind, columns: tuple[str, ...]) -> str:
    place = "id = ?" if kind.record is CaseHead else "case_id = ? ORDER BY position"
    return f"SELECT {_quoted(columns)} FROM {kind.table} WHERE {place}"  # noqa: S608 - our names


def _put_text(kind: Kind, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" for _ in columns)
    taken = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != "id")
    return (
        f"INSERT INTO {kind.table} ({_quoted(columns)}) VALUES ({marks})"  # noqa: S608 - our names
        f" ON CONFLICT (id) DO UPDATE SET {taken}"
    )


_COLUMNS = {kind: tuple(column.name for column in TABLES[kind.record].columns) for kind in KINDS}
_SELECT = {kind: _select(kind, columns) for kind, columns in _COLUMNS.items()}
_PUT = {kind: _put_text(kind, columns) for kind, columns in _COLUMNS.items()}
_KIND = {kind.record: kind for kind in KINDS}
_PART_KINDS = {part: _KIND[record] for part, record in PARTS.items()}  # type: ignore[index]

Transaction = Connection
"""An open transaction of the vault, as the functions of this room are given it."""

Rows = dict[str, tuple[Kind, Row]]
"""The rows of a case by the ids of their records."""


def save_case(db: Connection, case: Case, *, by: str, unit: str, at: datetime) -> Case:
    """Write a case, new or changed, and keep what the change replaced; return it as it is kept.

    Only records that differ are written; each gets its next revision. The search index, the columns
    of the list and the countable answers are brought along in the same transaction.
    """
    before = _rows_kept(db, case.head.id) if case.head.id else {}
    stamped = _stamped(case, before, by=by, unit=unit, at=at)
    after = dict(_rows_of(stamped))
    columns = list_columns(stamped)
    after[stamped.head.id][1].update(columns)
    for record_id, (kind, row) in after.items():
        was = before.get(record_id)
        if was is None or was[1] != row:
            _put(db, kind, row)
            if was is None or _differs(was[1], row):
                keep_line(db, stamped.head.id, kind, row, was and was[1], by, at)
    gone = [(kind, row) for record_id, (kind, row) in before.items() if record_id not in after]
    for kind, row in reversed(gone):
        db.exec_driver_sql(f"DELETE FROM {kind.table} WHERE id = ?", (row["id"],))  # noqa: S608
        _keep_removed(db, stamped.head.id, kind, row, by, at)
    keep_words(db, stamped)
    keep_answers(db, stamped)
    return stamped


def load_case(db: Connection, case_id: str) -> Case:
    """Read one case; KeyError if there is none with this id."""
    rows = _rows_kept(db, case_id)
    if not rows:
        raise KeyError(case_id)
    return _case_of(rows.values())


def load_cases(db: Connection, case_ids: Iterable[str]) -> Iterator[Case]:
    """Read some cases, one after another, in the order given."""
    for case_id in case_ids:
        yield load_case(db, case_id)


def case_id_of(db: Connection, code: str) -> str | None:
    """Return the id of the case with a code, or None."""
    found = db.exec_driver_sql("SELECT id FROM cases WHERE code = ?", (code,)).scalar()
    return None if found is None else str(found)


def case_of_referral(db: Connection, number: str) -> str | None:
    """Return the id of the case whose referral has a number, or None."""
    query = "SELECT case_id FROM referrals WHERE referral_no = ?"
    found = db.exec_driver_sql(query, (number,)).scalar()
    return None if found is None else str(found)


def case_ids(db: Connection) -> tuple[str, ...]:
    """Return the ids of all cases, in the order of their codes."""
    return tuple(db.exec_driver_sql("SELECT id FROM cases ORDER BY code").scalars())


# --- rows -----------------------------------------------------------------------------------------


def _rows_kept(db: Connection, case_id: str) -> Rows:
    found: Rows = {}
    for kind in KINDS:
        columns = _COLUMNS[kind]
        for row in db.exec_driver_sql(_SELECT[kind], (case_id,)):
            named = dict(zip(columns, row, strict=True))
            found[named["id"]] = (kind, named)
        if not found:
            return found
    return found


def _rows_of(case: Case) -> Iterator[tuple[str, tuple[Kind, Row]]]:
    head = _KIND[CaseHead]
    yield case.head.id, (head, row_of(case.head))
    for part, kind in _PART_KINDS.items():
        for position, record in enumerate(records_of(case, part)):
            place = {"case_id": case.head.id, "position": position}
            yield record.id, (kind, row_of(record) | place)
            yield from _rows_inside(record, case.head.id)


def _rows_inside(owner: Kept, case_id: str) -> Iterator[tuple[str, tuple[Kind, Row]]]:
    for entry in entries_of(type(owner)):
        if is_kept_apart(entry):
            for position, record in enumerate(getattr(owner, entry.name)):
                place = {"case_id": case_id, "owner_id": owner.id, "position": position}
                yield record.id, (_KIND[entry.kind], row_of(record) | place)


def _put(db: Connection, kind: Kind, row: Row) -> None:
    db.exec_driver_sql(_PUT[kind], tuple(row.get(column) for column in _COLUMNS[kind]))


def _differs(was: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    skipped = ABOUT_THE_WRITING
    return any(
        was.get(name) != value
        for name, value in row.items()
        if name not in skipped and not name.startswith(LIST)
    )


def _case_of(rows: Iterable[tuple[Kind, Row]]) -> Case:
    by_kind: dict[Kind, list[Row]] = {kind: [] for kind in KINDS}
    inside: dict[tuple[Kind, str], list[Row]] = {}
    for kind, row in rows:
        if kind.owner is None:
            by_kind[kind].append(row)
        else:
            inside.setdefault((kind, row["owner_id"]), []).append(row)

    def made(kind: Kind) -> tuple[Any, ...]:
        return tuple(record_of(kind.record, row, _inside(kind, row)) for row in by_kind[kind])

    def _inside(kind: Kind, row: Row) -> dict[str, Any]:
        return {
            inner.inside: tuple(
                record_of(inner.record, one, {}) for one in inside.get((inner, row["id"]), ())
            )
            for inner in KINDS
            if inner.owner is kind.record
        }

    (head,) = made(_KIND[CaseHead])
    parts = {part: made(kind) for part, kind in _PART_KINDS.items()}
    return Case(
        head=head, **{part: found if part in MANY else found[0] for part, found in parts.items()}
    )


# --- who wrote what, when ---------------------------------------------------------------------------


def _stamped(case: Case, before: Rows, *, by: str, unit: str, at: datetime) -> Case:
    def stamp(record: Any) -> Any:
        return stamped(record, before.get(record.id), by=by, unit=unit, at=at)

    parts: dict[str, Any] = {}
    for part in PARTS:
        records = tuple(_stamp_inside(record, stamp) for record in records_of(case, part))
        parts[part] = records if part in MANY else records[0]
    return replace(case, head=stamp(case.head), **parts)


def _stamp_inside(record: Kept, stamp: Any) -> Kept:
    inner = {
        entry.name: tuple(stamp(one) for one in getattr(record, entry.name))
        for entry in entries_of(type(record))
        if is_kept_apart(entry)
    }
    return stamp(replace(record, **inner))  # type: ignore[no-any-return]


def stamped(
    record: Kept, was: tuple[Kind, Row] | None, *, by: str, unit: str, at: datetime
) -> Kept:
    """Return a record with its number, its makers and its revision, as it is to be kept."""
    if was is not None:
        place = {name: was[1].get(name) for name in ("case_id", "owner_id", "position")}
        if not _differs(was[1], row_of(record) | place):
            return record
        return replace(record, revision=was[1]["revision"] + 1, updated_at=at, updated_by=by)
    named: dict[str, Any] = {
        "id": record.id or uuid4().hex,
        "created_at": record.created_at or at,
        "created_by": record.created_by or by,
        "created_unit": record.created_unit or unit,
        "updated_at": at,
        "updated_by": by,
        "revision": 1,
    }
    if "source" not in {e.name for e in entries_of(type(record)) if not e.about.made}:
        named["source"] = record.source or RecordSource.ENTERED
    return replace(record, **named)


def keep_line(  # noqa: PLR0913 - a line of the history
    db: Connection, case_id: str, kind: Kind, row: Row, was: Row | None, by: str, at: datetime
) -> None:
    what = MADE if was is None else CHANGED
    _line(db, case_id, kind, row["id"], (row["revision"], what), was, by, at)


def _keep_removed(  # noqa: PLR0913
    db: Connection, case_id: str, kind: Kind, was: Row, by: str, at: datetime
) -> None:
    _line(db, case_id, kind, was["id"], (was["revision"] + 1, REMOVED), was, by, at)


def _line(  # noqa: PLR0913
    db: Connection,
    case_id: str,
    kind: Kind,
    record_id: str,
    step: tuple[int, str],
    was: Row | None,
    by: str,
    at: datetime,
) -> None:
    replaced = (
        None
        if was is None
        else as_json({name: value for name, value in was.items() if not name.startswith(LIST)})
    )
    db.exec_driver_sql(
        'INSERT INTO revisions (case_id, record_table, record_id, revision, at, "by", what,'
        " replaced) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (case_id, kind.table, record_id, step[0], at.isoformat(), by, step[1], replaced),
    )
