"""Reading and writing cases; every function works inside the transaction it is given."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import Connection

from gbvcase.domain.case import MANY, PARTS, Case, records_of
from gbvcase.domain.codes import RecordSource
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.fields import entries_of, entry_named
from gbvcase.domain.interchange import kept_in
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.vault.answers import keep_answers
from gbvcase.vault.kept_rows import (
    Rows,
    case_of,
    delete_row,
    insert_row,
    rows_kept,
    rows_of,
    rows_of_many,
    update_row,
)
from gbvcase.vault.list_columns import list_columns
from gbvcase.vault.rows import Row, row_of
from gbvcase.vault.saving import Saving, differs, last_revision, stands_elsewhere
from gbvcase.vault.search import keep_words
from gbvcase.vault.tables import TABLES, is_kept_apart

K = TypeVar("K", bound=Kept)

Transaction = Connection
"""An open transaction of the vault, as the functions of this room are given it."""


class RecordTaken(GbvcaseError):
    """Two records of one kind in one case that have the same number."""

    sentence = mark("Two records of this case have the number {number}. Nothing was changed.")


class NumberTaken(GbvcaseError):
    """A referral that comes with the number of another one: its slip would be taken for that."""

    sentence = mark("The referral number {number} is used already.")


def save_case(  # noqa: PLR0913 - who, where, when
    db: Connection, case: Case, *, by: str, unit: str, at: datetime, rows: Rows | None = None
) -> Case:
    """Write a case, new or changed, and keep what the change replaced; return it as it is kept.

    Only records that differ are written; each gets its next revision. The search index, the columns
    of the list and the countable answers are brought along in the same transaction. Raises
    RecordTaken if two records of one kind have the same number, NumberTaken if two referrals have.
    `rows` are those that the case was read from in this transaction: they are not read again.
    """
    before = rows or (rows_kept(db, case.head.id) if case.head.id else {})
    _require_free_numbers(db, case)
    stamped_case = _Stamper(db, before, by, unit, at).case(case)
    case_id = stamped_case.head.id
    after = rows_of(stamped_case)
    saving = Saving(db, case_id, by, at)
    after["cases", case_id][1].update(list_columns(stamped_case))
    for key, (kind, row) in before.items():
        if key not in after:
            delete_row(db, kind, row)
            saving.keep_removed(kind, row)
    for key, (kind, row) in after.items():
        if key not in before:
            insert_row(db, kind, row)
            saving.keep_made(kind, row)
            continue
        was = before[key][1]
        update_row(db, kind, was, row)
        if differs(was, row):
            saving.keep_replaced(kind, was, row)
        elif stands_elsewhere(was, row):
            saving.keep_moved(kind, was)
    keep_words(db, stamped_case)
    keep_answers(db, stamped_case)
    return stamped_case


def _require_free_numbers(db: Connection, case: Case) -> None:
    numbers = [one.referral_no for one in case.referrals if one.referral_no is not None]
    query = "SELECT count(*) FROM referrals WHERE referral_no = ? AND case_id IS NOT ?"
    for position, number in enumerate(numbers):
        taken = db.exec_driver_sql(query, (str(number), case.head.id)).scalar_one()
        if taken or number in numbers[:position]:
            raise NumberTaken(number=number)


def load_case(db: Connection, case_id: str) -> Case:
    """Read one case; KeyError if there is none with this id."""
    return load_with_rows(db, case_id)[0]


def load_with_rows(db: Connection, case_id: str) -> tuple[Case, Rows]:
    """Read one case to be changed, and the rows that `save_case` compares it with."""
    rows = rows_kept(db, case_id)
    if not rows:
        raise KeyError(case_id)
    return case_of(rows), rows


def load_cases(db: Connection, case_ids: Iterable[str]) -> Iterator[Case]:
    """Read some cases in the order given; one that is not there is left out."""
    return map(case_of, rows_of_many(db, case_ids))


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


class _Stamper:
    """Gives the records of a case their numbers, their makers and their next revisions."""

    def __init__(self, db: Connection, before: Rows, by: str, unit: str, at: datetime) -> None:
        self._db = db
        self._before = before
        self._by, self._unit, self._at = by, unit, at
        self._case_id = ""

    def case(self, case: Case) -> Case:
        self._require_different_numbers(case)
        head = self._stamped(case.head)
        self._case_id = head.id
        parts: dict[str, Any] = {}
        for part in PARTS:
            records = tuple(self._with_inside(record) for record in records_of(case, part))
            parts[part] = records if part in MANY else records[0]
        return replace(case, head=head, **parts)

    def _require_different_numbers(self, case: Case) -> None:
        seen: set[tuple[type[Kept], str]] = set()
        for _, record in kept_in(case):
            if record.id is not None and (type(record), record.id) in seen:
                raise RecordTaken(number=record.id)
            seen.add((type(record), record.id))

    def _with_inside(self, record: Kept) -> Kept:
        inside: dict[str, Any] = {
            entry.name: tuple(self._stamped(one) for one in getattr(record, entry.name))
            for entry in entries_of(type(record))
            if is_kept_apart(entry)
        }
        return self._stamped(replace(record, **inside) if inside else record)

    def _stamped(self, record: K) -> K:
        table = TABLES[type(record)].name
        was = self._before.get((table, record.id)) if record.id else None
        last = 0
        if was is None and record.id:  # it may have been taken out before, and is put back now
            last = last_revision(self._db, self._case_id or record.id, table, record.id)
        return stamped(record, was and was[1], by=self._by, unit=self._unit, at=self._at, last=last)


def stamped(  # noqa: PLR0913 - who, where, when
    record: K, was: Row | None, *, by: str, unit: str, at: datetime, last: int = 0
) -> K:
    """Return a record with its number, its makers and its revision, as it is to be kept.

    `was` is its row until now, `last` the revision at which it was once taken out.
    """
    now: dict[str, Any] = {"updated_at": at, "updated_by": by}
    if was is not None:
        record = _as_made(record, was)
        if not differs(was, row_of(record)):
            return record
        return replace(record, **now, revision=was["revision"] + 1)
    now["id"] = record.id or uuid4().hex
    now["created_at"] = record.created_at or at
    now["created_by"] = record.created_by or by
    now["created_unit"] = record.created_unit or unit
    if entry_named(type(record), "source").about.made:
        now["source"] = record.source or RecordSource.ENTERED
    return replace(record, **now, revision=last + 1)


def _as_made(record: K, was: Row) -> K:
    """Return a record with what is told of its making and last writing: nobody changes that."""
    made: dict[str, Any] = {
        "created_at": datetime.fromisoformat(was["created_at"]),
        "created_by": was["created_by"],
        "created_unit": was["created_unit"],
        "updated_at": datetime.fromisoformat(was["updated_at"]),
        "updated_by": was["updated_by"],
        "revision": was["revision"],
    }
    if all(getattr(record, name) == value for name, value in made.items()):
        return record
    return replace(record, **made)
