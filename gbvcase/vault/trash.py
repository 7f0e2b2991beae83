"""Records that were taken out of their cases and can still be put back."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from gbvcase.domain.kept import Kept
from gbvcase.vault import engine
from gbvcase.vault.kept_rows import driver
from gbvcase.vault.revisions import record_at
from gbvcase.vault.saving import REMOVED
from gbvcase.vault.settings import keep_setting, read_setting

if TYPE_CHECKING:
    from gbvcase.vault.vault import Vault

SETTING = "trash"
"""What was found lying in the history, and up to which line it was looked through: the history of
an office is long, and each line is looked at once."""


@dataclass(frozen=True, kw_only=True, repr=False)
class TakenOut:
    """A record that was taken out of a case: what it said, when it was taken out, and by whom."""

    case_id: str
    code: str
    table: str
    record: Kept
    at: datetime
    by: str

    def __repr__(self) -> str:
        return "<TakenOut>"


def taken_out(db: Connection, tables: tuple[str, ...]) -> tuple[TakenOut, ...]:
    """Return the records of some tables that were taken out and not put back, the newest first."""
    found = []
    for case_id, table, record_id in _lying(db, tables)[0]:
        last = _last(db, case_id, table, record_id)
        if last is None or last[0] != REMOVED:
            continue
        _, revision, at, by, code = last
        found.append(
            TakenOut(
                case_id=case_id,
                code=code,
                table=table,
                record=record_at(db, case_id, record_id, revision - 1),
                at=datetime.fromisoformat(at),
                by=by,
            )
        )
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def note_what_lies(db: Connection, tables: tuple[str, ...]) -> None:
    """Remember what lies there and how far the history was read, so that it is not read again."""
    lying, read_to = _lying(db, tables)
    still = [one for one in lying if (last := _last(db, *one)) is not None and last[0] == REMOVED]
    known = read_setting(db, SETTING)
    fresh = {"read_to": read_to, "lying": [list(one) for one in still]}
    if fresh != known:
        keep_setting(db, SETTING, fresh)


def forget_record(db: Connection, case_id: str, table: str, record_id: str) -> None:
    """Remove a record that was taken out from the history as well: nobody can read it again."""
    driver(db).execute(
        "DELETE FROM revisions WHERE case_id = ? AND record_table = ? AND record_id = ?",
        (case_id, table, record_id),
    )


Place = tuple[str, str, str]


def _lying(db: Connection, tables: tuple[str, ...]) -> tuple[list[Place], int]:
    known: Any = read_setting(db, SETTING) or {"read_to": 0, "lying": []}
    places = {(one[0], one[1], one[2]): None for one in known["lying"] if one[1] in tables}
    marks = ", ".join("?" * len(tables))
    rows = driver(db).execute(
        "SELECT case_id, record_table, record_id FROM revisions"  # noqa: S608 - only marks
        f" WHERE number > ? AND what = ? AND record_table IN ({marks})",
        (known["read_to"], REMOVED, *tables),
    )
    places |= dict.fromkeys(rows.fetchall())
    (last,) = driver(db).execute("SELECT coalesce(max(number), 0) FROM revisions").fetchone()
    return list(places), last


def _last(db: Connection, case_id: str, table: str, record_id: str) -> tuple[Any, ...] | None:
    """Return what happened last to a record, and the code of its case."""
    row: tuple[Any, ...] | None = (
        driver(db)
        .execute(
            'SELECT what, revisions.revision, at, "by", code FROM revisions'
            " JOIN cases ON cases.id = case_id"
            " WHERE case_id = ? AND record_table = ? AND record_id = ?"
            " ORDER BY number DESC LIMIT 1",
            (case_id, table, record_id),
        )
        .fetchone()
    )
    return row


def settle(vault: "Vault") -> None:
    """Bring the log into the file: what was deleted is overwritten there, and lies nowhere else."""
    with engine.raw(vault.working()) as connection:
        engine.checkpoint(connection)
