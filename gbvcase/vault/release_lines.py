"""The ledger of releases as the vault keeps it: lines are added, none is changed."""

import json
from typing import Any

from sqlalchemy import Connection

from gbvcase.vault.rows import as_json


def read_lines(db: Connection) -> list[dict[str, Any]]:
    """Return the lines of the ledger in their order."""
    rows = db.exec_driver_sql("SELECT line FROM release_lines ORDER BY number")
    return [json.loads(line) for line in rows.scalars()]


def add_lines(db: Connection, lines: list[dict[str, Any]]) -> None:
    """Add lines at the end of the ledger."""
    for line in lines:
        db.exec_driver_sql("INSERT INTO release_lines (line) VALUES (?)", (as_json(line),))
