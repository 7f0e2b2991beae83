"""Makes cases whole again after a salvage: what each must have is filled in from its history."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gbvcase.domain.case import CaseHead
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.intake import Intake
from gbvcase.domain.numbers import draw_client_code
from gbvcase.domain.people import Client
from gbvcase.vault.answers import are_fresh, keep_answers
from gbvcase.vault.kept_rows import (
    COLUMNS,
    case_of,
    driver,
    insert_row,
    rows_kept,
    rows_of_many,
    update_row,
)
from gbvcase.vault.list_columns import list_columns
from gbvcase.vault.records import case_ids, stamped
from gbvcase.vault.rows import Row, row_of
from gbvcase.vault.saving import REMOVED, Saving, last_revision
from gbvcase.vault.search import keep_words
from gbvcase.vault.tables import KINDS, PROVIDER, Kind

_BY = "-"
_KIND = {kind.record: kind for kind in KINDS}
_HEAD, _CLIENT, _INTAKE = _KIND[CaseHead], _KIND[Client], _KIND[Intake]
_LAST_LINES = """
    SELECT case_id, record_table, record_id, what, max(number) FROM revisions
    GROUP BY case_id, record_table, record_id
"""


@dataclass(frozen=True)
class LostRecord:
    """A record of which only the history is left, or not even that."""

    case_id: str
    code: str | None
    table: str
    record_id: str


@dataclass(frozen=True)
class Lost:
    """What a salvage could not save; `older` are records that now say what they said before."""

    records: tuple[LostRecord, ...]
    older: tuple[LostRecord, ...]
    emptied: tuple[LostRecord, ...]


def mend_cases(db: Connection, at: datetime) -> Lost:
    """Let every case have what it must have, and work out anew what is drawn from it.

    A case needs a head, a client and an intake. What was lost of these is taken as it was before
    its last change where the history still has that; where it has not, only the name is left that
    the list shows. No other record is: an old consent could say yes where the last word was no.
    """
    older: list[LostRecord] = []
    emptied: list[LostRecord] = []
    for case_id in _wanting(db):
        mended = _Mended(db, case_id, at)
        older += mended.older
        emptied += mended.emptied
    for rows in rows_of_many(db, case_ids(db)):
        case = case_of(rows)
        head = dict(rows["cases", case.head.id][1])
        update_row(db, _HEAD, head, head | list_columns(case))
        keep_words(db, case)
        keep_answers(db, case)
    are_fresh(db)
    return Lost(tuple(_lost(db)), tuple(older), tuple(emptied))


class _Mended:
    """One case, while what it must have is looked for."""

    def __init__(self, db: Connection, case_id: str, at: datetime) -> None:
        self._db, self._case_id, self._at = db, case_id, at
        self.older: list[LostRecord] = []
        self.emptied: list[LostRecord] = []
        rows = rows_kept(db, case_id)
        of = dict(rows.values())
        code = of[_HEAD]["code"] or (_CLIENT in of and of[_CLIENT]["client_code"]) or None
        head = of[_HEAD]
        self._code: str | None = code
        if head["code"] is None or head["created_at"] is None:
            head = self._head(head, code)
        if _CLIENT not in of:
            place = {"case_id": case_id, "position": 0}
            named = Client(client_code=head["code"], full_name=head["list_name"])
            self._put(_CLIENT, row_of(self._new(named, _CLIENT)) | place)
        if _INTAKE not in of:
            place = {"case_id": case_id, "position": 0}
            self._put(_INTAKE, row_of(self._new(Intake(), _INTAKE)) | place)

    def _head(self, place: Row, code: str | None) -> Row:
        found = self._before(_HEAD) or row_of(
            stamped(
                CaseHead(
                    id=self._case_id,
                    code=code or draw_client_code(self._at.year),
                    status=CaseStatus.OPEN,
                    opened_on=self._at.date(),
                ),
                None,
                by=_BY,
                unit=_BY,
                at=self._at,
                last=last_revision(self._db, self._case_id, "cases", self._case_id),
            )
        )
        row = {name: found.get(name) for name in COLUMNS[_HEAD]}
        update_row(self._db, _HEAD, place, row)
        self._code = row["code"]
        self._note(_HEAD, row)
        return row

    def _put(self, kind: Kind, empty: Row) -> None:
        row = self._before(kind) or empty
        insert_row(self._db, kind, row)
        self._note(kind, row)

    def _before(self, kind: Kind) -> Row | None:
        """Return a row as it was before its last change, as its history has it."""
        query = (
            "SELECT replaced FROM revisions WHERE case_id = ? AND record_table = ?"
            " AND replaced IS NOT NULL ORDER BY number DESC LIMIT 1"
        )
        found = driver(self._db).execute(query, (self._case_id, kind.table)).fetchone()
        return None if found is None else json.loads(found[0])

    def _note(self, kind: Kind, row: Row) -> None:
        Saving(self._db, self._case_id, _BY, self._at).keep_made(kind, row)
        was = self._before(kind)
        lost = LostRecord(self._case_id, self._code, kind.table, row["id"])
        (self.emptied if was is None else self.older).append(lost)

    def _new(self, record: Any, kind: Kind) -> Any:
        """Return a record under the number of the one that was lost: its history is its own."""
        query = (
            "SELECT record_id FROM revisions WHERE case_id = ? AND record_table = ?"
            " ORDER BY number DESC LIMIT 1"
        )
        found = driver(self._db).execute(query, (self._case_id, kind.table)).fetchone()
        record_id = None if found is None else found[0]
        last = last_revision(self._db, self._case_id, kind.table, record_id) if record_id else 0
        named = replace(record, id=record_id)
        return stamped(named, None, by=_BY, unit=_BY, at=self._at, last=last)


def _wanting(db: Connection) -> tuple[str, ...]:
    """Return the cases that lack what each must have."""
    query = (
        "SELECT id FROM cases WHERE code IS NULL OR created_at IS NULL"
        " OR id NOT IN (SELECT case_id FROM clients)"
        " OR id NOT IN (SELECT case_id FROM intakes)"
    )
    return tuple(case_id for (case_id,) in driver(db).execute(query).fetchall())


def _lost(db: Connection) -> Iterator[LostRecord]:
    """Yield the records that the history knows and that are not there."""
    codes = dict(driver(db).execute("SELECT id, code FROM cases").fetchall())
    kinds = {kind.table for kind in (*KINDS, PROVIDER)}
    for case_id, table, record_id, what, _ in driver(db).execute(_LAST_LINES).fetchall():
        if what == REMOVED or table not in kinds:
            continue
        of_case = "" if table in ("cases", "providers") else " AND case_id = ?"
        query = f'SELECT 1 FROM "{table}" WHERE id = ?{of_case}'  # noqa: S608 - our own names
        key = (record_id, case_id) if of_case else (record_id,)
        if driver(db).execute(query, key).fetchone() is None:
            yield LostRecord(case_id, codes.get(case_id), table, record_id)
