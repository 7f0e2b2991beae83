"""What a saving adds to the history: every change keeps what it replaced."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gbvcase.vault.kept_rows import LIST, driver
from gbvcase.vault.rows import Row, as_json
from gbvcase.vault.tables import Kind

MADE, CHANGED, MOVED, REMOVED = "made", "changed", "moved", "removed"

ABOUT_THE_WRITING = frozenset({"revision", "updated_at", "updated_by"})
_WHERE = frozenset({"case_id", "owner_id", "position"})
_NOT_SAID = ABOUT_THE_WRITING | _WHERE


def differs(was: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Tell whether a record says something else: where it stands and who wrote it is no matter."""
    return any(
        was.get(name) != value
        for name, value in row.items()
        if name not in _NOT_SAID and not name.startswith(LIST)
    )


def stands_elsewhere(was: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Tell whether a record stands at another place of its case."""
    return any(was.get(name) != row.get(name) for name in _WHERE)


class Saving:
    """One saving of records of a case, or of a provider: who saves, and when."""

    def __init__(self, db: Connection, case_id: str, by: str, at: datetime) -> None:
        self._driver = driver(db)
        self._case_id, self._by, self._at = case_id, by, at.isoformat()
        query = "SELECT coalesce(max(number), 0) + 1 FROM revisions"
        (self._number,) = self._driver.execute(query).fetchone()

    def keep_made(self, kind: Kind, row: Row) -> None:
        """Note that a record was added."""
        self._add(kind, row["id"], row["revision"], MADE, None)

    def keep_replaced(self, kind: Kind, was: Row, row: Row) -> None:
        """Keep what a change of a record replaced."""
        self._add(kind, row["id"], row["revision"], CHANGED, was)

    def keep_moved(self, kind: Kind, was: Row) -> None:
        """Keep where a record stood that says the same as before."""
        self._add(kind, was["id"], was["revision"], MOVED, was)

    def keep_removed(self, kind: Kind, was: Row) -> None:
        """Keep a record that was taken out."""
        self._add(kind, was["id"], was["revision"] + 1, REMOVED, was)

    def _add(self, kind: Kind, record_id: str, revision: int, what: str, was: Row | None) -> None:
        replaced = None if was is None else _replaced(was)
        place = (self._number, self._case_id, kind.table, record_id, revision)
        self._driver.execute(_ADD, (*place, self._at, self._by, what, replaced))


_ADD = (
    "INSERT INTO revisions (saving, case_id, record_table, record_id, revision, at,"
    ' "by", what, replaced) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'
)


def _replaced(was: Row) -> str:
    return as_json(
        {
            name: value
            for name, value in was.items()
            if value is not None and not name.startswith(LIST)
        }
    )


def last_revision(db: Connection, case_id: str, table: str, record_id: str) -> int:
    """Return the revision to which the history of a record has come; 0 if it has none."""
    query = (
        "SELECT max(revision) FROM revisions"
        " WHERE case_id = ? AND record_table = ? AND record_id = ?"
    )
    return db.exec_driver_sql(query, (case_id, table, record_id)).scalar() or 0
