"""Words that were typed and not saved yet, kept inside the vault until they are, or are dropped."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.vault.kept_rows import Open, driver
from gbvcase.vault.rows import as_json

_PLACE = "form = ? AND case_id IS ? AND record_id IS ?"
_AT = f"SELECT id FROM drafts WHERE {_PLACE} AND dropped_at IS NULL"  # noqa: S608 - ours
_TYPED_ON = (
    "UPDATE drafts SET content = ?, cursor = ?, base_revision = ?, kept_at = ?, dropped_at = NULL"  # noqa: S608
    f" WHERE id = ? AND {_PLACE}"
)
_COLUMNS = "id, case_id, form, record_id, content, cursor, base_revision, kept_at, dropped_at"


class DraftInTheWay(GbvcaseError):
    """A draft in the trash whose form has another draft by now."""

    sentence = mark("This form has another draft by now. Save that one, or throw it away, first.")


@dataclass(frozen=True, kw_only=True, repr=False)
class Draft:
    """What was typed into one form of one case: it can never appear in another."""

    form: str
    values: dict[str, Any]
    case_id: str | None = None
    record_id: str | None = None
    cursor: str | None = None
    base_revision: int | None = None
    kept_at: datetime | None = None
    dropped_at: datetime | None = None
    id: str | None = None

    def __repr__(self) -> str:
        return "<Draft>"


def keep(db: Open, draft: Draft, at: datetime) -> Draft:
    """Keep a draft in place of the one of the same form, case and record; return it.

    Raises KeyError if the draft of this id is one of another case or form.
    """
    typed = (as_json(draft.values), draft.cursor, draft.base_revision, at.isoformat())
    place = (draft.form, draft.case_id, draft.record_id)
    draft_id = draft.id or _draft_at(db, place)
    if draft_id is None or not _is_typed_on(db, draft_id, place, typed):
        draft_id = draft_id or uuid4().hex
        driver(db).execute(
            "INSERT INTO drafts"
            " (id, form, case_id, record_id, content, cursor, base_revision, kept_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (draft_id, *place, *typed),
        )
    return replace(draft, id=draft_id, kept_at=at, dropped_at=None)


Place = tuple[str, str | None, str | None]


def _draft_at(db: Open, place: Place) -> str | None:
    """Return the id of the draft of a form, None if it has none."""
    found = driver(db).execute(_AT, place).fetchone()
    return None if found is None else str(found[0])


def _is_typed_on(db: Open, draft_id: str, place: Place, typed: tuple[object, ...]) -> bool:
    """Put what was typed in place of what a draft held; return whether there is such a draft."""
    # counted, not returned: to return a row the library takes twice as long as to write it
    if driver(db).execute(_TYPED_ON, (*typed, draft_id, *place)).rowcount:
        return True
    query = "SELECT 1 FROM drafts WHERE id = ?"
    if driver(db).execute(query, (draft_id,)).fetchone() is not None:
        raise KeyError(draft_id)
    return False


def living(db: Connection) -> tuple[Draft, ...]:
    """Return the drafts that wait to be gone on with, the newest first."""
    return _read(db, "dropped_at IS NULL")


def trash(db: Connection) -> tuple[Draft, ...]:
    """Return the drafts that were dropped and can still be taken back."""
    return _read(db, "dropped_at IS NOT NULL")


def _read(db: Connection, condition: str) -> tuple[Draft, ...]:
    rows = db.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM drafts WHERE {condition} ORDER BY kept_at DESC"  # noqa: S608
    )
    return tuple(
        Draft(
            id=row[0],
            case_id=row[1],
            form=row[2],
            record_id=row[3],
            values=json.loads(row[4]),
            cursor=row[5],
            base_revision=row[6],
            kept_at=datetime.fromisoformat(row[7]),
            dropped_at=datetime.fromisoformat(row[8]) if row[8] else None,
        )
        for row in rows
    )


def drop(db: Connection, draft_id: str, at: datetime) -> None:
    """Put a draft into the trash: there it stays until time has passed, by more than the clock."""
    db.exec_driver_sql("UPDATE drafts SET dropped_at = ? WHERE id = ?", (at.isoformat(), draft_id))


def take_back(db: Connection, draft_id: str) -> None:
    """Take a draft out of the trash; raise DraftInTheWay if its form has another one by now."""
    here = "(SELECT form, case_id, record_id FROM drafts WHERE id = ?) AS mine"
    query = (
        f"SELECT count(*) FROM drafts JOIN {here} ON drafts.form = mine.form"  # noqa: S608 - ours
        " AND drafts.case_id IS mine.case_id AND drafts.record_id IS mine.record_id"
        " WHERE drafts.dropped_at IS NULL AND drafts.id != ?"
    )
    if db.exec_driver_sql(query, (draft_id, draft_id)).scalar():
        raise DraftInTheWay
    db.exec_driver_sql("UPDATE drafts SET dropped_at = NULL WHERE id = ?", (draft_id,))


def forget(db: Connection, draft_id: str) -> None:
    """Remove a draft whose words are saved now."""
    db.exec_driver_sql("DELETE FROM drafts WHERE id = ?", (draft_id,))
