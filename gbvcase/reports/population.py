"""Whom a report counts, and the separate database in which they are counted.

The database lies in memory, holds bands and codes only, and lives as long as one count. It is
filled by fixed code and asked fixed questions; what was not put into it cannot be reached.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gbvcase.domain.marking import mark

EXCLUDED = "excluded"
"""The answer of a thing that is left out: the reason. Whoever has none belongs to the base."""

REASONS = {
    "void": mark("entered by mistake"),
    "merged": mark("joined with another record"),
    "no_date": mark("no complete date of the first report"),
    "no_consent": mark("no consent to statistics"),
    "known_to_member": mark("counted by another member of the network"),
    "no_type": mark("the type of violence is not determined yet"),
    "not_gbv": mark("not gender-based violence"),
    "late": mark("entered after the period was closed"),
}
"""Why a thing is left out of a report; every report prints how many (rule R14)."""

_LEFT_OUT = "SELECT reason, quarter, COUNT(*) FROM left_out GROUP BY reason, quarter"


def base_population(answer: Mapping[str, object]) -> str:
    """Return the reason for which something is left out of every table, or "" if it is counted."""
    reason = answer.get(EXCLUDED) or ""
    if not isinstance(reason, str) or (reason and reason not in REASONS):
        raise ValueError("not a reason for leaving out")
    return reason


def open_store(columns: Sequence[str]) -> sqlite3.Connection:
    """Make the database of one count: a column for each banded characteristic, and the quarter."""
    if not all(column.isidentifier() for column in columns):
        raise ValueError("a column must be a plain name")
    store = sqlite3.connect(":memory:", isolation_level=None)
    made = ", ".join(f'"{c}" TEXT NOT NULL' for c in (*columns, "quarter"))
    store.execute(f"CREATE TABLE counted ({made}) STRICT")
    store.execute("CREATE TABLE left_out (reason TEXT NOT NULL, quarter TEXT NOT NULL) STRICT")
    return store


def tally(
    columns: Sequence[str],
    tables: Iterable[tuple[str, ...]],
    counted: Iterable[Sequence[str]],
    left_out: Iterable[tuple[str, str]] = (),
) -> tuple[dict[tuple[str, ...], Counter[tuple[str, ...]]], Counter[tuple[str, str]]]:
    """Count the rows of each finest cell of some tables, and of each reason for leaving out.

    Each row has a code for each column and, last, its quarter; so has each cell.
    """
    store = open_store(columns)
    try:
        marks = ", ".join("?" * (len(columns) + 1))
        store.executemany(f"INSERT INTO counted VALUES ({marks})", counted)  # noqa: S608 - marks
        store.executemany("INSERT INTO left_out VALUES (?, ?)", left_out)
        store.execute("PRAGMA query_only = ON")
        numbers = {table: _cells(store, table) for table in tables}
        out = Counter({(row[0], row[1]): row[2] for row in store.execute(_LEFT_OUT)})
    finally:
        store.close()
    return numbers, out


def _cells(store: sqlite3.Connection, table: tuple[str, ...]) -> Counter[tuple[str, ...]]:
    """Ask the one fixed question there is: how many in each finest cell of a table."""
    names = ", ".join(f'"{column}"' for column in (*table, "quarter"))
    rows = store.execute(f"SELECT {names}, COUNT(*) FROM counted GROUP BY {names}")  # noqa: S608
    return Counter({row[:-1]: row[-1] for row in rows})
