"""How the rows of each table lie in the file, as the steps of a version make them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from gbvcase.vault.engine import in_memory
from gbvcase.vault.upgrade import statements

_TYPES: dict[str, type] = {"INTEGER": int, "TEXT": str, "BLOB": bytes}


@dataclass(frozen=True)
class Column:
    """A column as it lies in a row: `is_rowid` if the row's own number stands for it."""

    name: str
    kind: type
    is_required: bool
    is_rowid: bool


@dataclass(frozen=True)
class Layout:
    """The columns of a table in the order in which they lie; rows of before may be shorter."""

    columns: tuple[Column, ...]
    has_rowid: bool
    least: int


def layouts_after(steps: Iterable[Path]) -> dict[str, Layout]:
    """Return the layouts of all tables after some steps, but for the parts of a search index."""
    connection = in_memory()
    first: dict[str, int] = {}
    try:
        for step in steps:
            for statement in statements(step.read_text(encoding="utf-8")):
                connection.execute(statement)
            for name, layout in _layouts(connection).items():
                first.setdefault(name, len(layout.columns))
        found = _layouts(connection)
        return {name: replace(layout, least=first[name]) for name, layout in found.items()}
    finally:
        connection.close()


def _layouts(connection: sqlcipher.Connection) -> dict[str, Layout]:
    found = {}
    for _, name, kind, _, without_rowid, _ in connection.execute("PRAGMA table_list").fetchall():
        if kind == "table" and not name.startswith("sqlite_"):
            columns = _columns(connection, name, bool(without_rowid))
            found[name] = Layout(columns, not without_rowid, len(columns))
    return found


def _columns(
    connection: sqlcipher.Connection, table: str, without_rowid: bool
) -> tuple[Column, ...]:
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    keys = [row for row in rows if row[5]]
    if without_rowid:  # the key lies first
        rows = sorted(rows, key=lambda row: (row[5] or len(rows) + 1, row[0]))
    rowid = keys[0][1] if len(keys) == 1 and keys[0][2] == "INTEGER" and not without_rowid else ""
    return tuple(
        Column(
            name=name,
            kind=_TYPES[kind],
            is_required=bool(required or (key and name != rowid)),
            is_rowid=name == rowid,
        )
        for _, name, kind, required, _, key in rows
    )
