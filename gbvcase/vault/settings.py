"""Small plain values that are remembered inside the vault."""

import json
from typing import Any

from sqlalchemy import Connection

from gbvcase.vault.rows import as_json


def read_setting(db: Connection, name: str) -> Any:
    """Return a value, or None if nothing is remembered under this name."""
    query = "SELECT value FROM settings WHERE name = ?"
    found = db.exec_driver_sql(query, (name,)).scalar()
    return None if found is None else json.loads(found)


def keep_setting(db: Connection, name: str, value: Any) -> None:
    """Remember a value; None forgets it."""
    if value is None:
        db.exec_driver_sql("DELETE FROM settings WHERE name = ?", (name,))
        return
    db.exec_driver_sql(
        "INSERT INTO settings (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, as_json(value)),
    )
