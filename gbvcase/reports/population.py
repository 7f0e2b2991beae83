"""Whom a report counts, and the separate database in which they are counted.

The database lies in memory, holds bands and codes only, and lives as long as one count. It is
filled by fixed code and asked fixed questions; what was not put into it cannot be reached.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product

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

QUARTER = "quarter"
"""The answer, and the column, that says in which quarter a thing counts."""

_LEFT_OUT = "SELECT reason, quarter, COUNT(*) FROM left_out GROUP BY reason, quarter"


def base_population(answer: Mapping[str, object]) -> str:
    """Return the reason for which something is left out of every table, or "" if it is counted."""
    reason = answer.get(EXCLUDED) or ""
    if not isinstance(reason, str) or (reason and reason not in REASONS):
        raise ValueError("not a reason for leaving out")
    return reason


def open_store(columns: Sequence[str]) -> sqlite3.Connection:
    """Make the database of one count: a column for each banded characteristic, and the quarter.

    What stands in it is the place of a code in the list of the codes that there are: a text has
    no way in.
    """
    if not all(column.isidentifier() for column in columns):
        raise ValueError("a column must be a plain name")
    store = sqlite3.connect(":memory:", isolation_level=None)
    made = ", ".join(f'"{c}" INTEGER NOT NULL' for c in (*columns, QUARTER))
    store.execute(f"CREATE TABLE counted ({made}) STRICT")
    store.execute("CREATE TABLE left_out (reason TEXT NOT NULL, quarter TEXT NOT NULL) STRICT")
    return store


def tally(
    codes: Mapping[str, Sequence[str]],
    tables: Iterable[tuple[str, ...]],
    counted: Iterable[Sequence[int]],
    left_out: Iterable[tuple[str, str]] = (),
) -> tuple[dict[tuple[str, ...], Counter[tuple[str, ...]]], Counter[tuple[str, str]]]:
    """Count the rows of each finest cell of some tables, and of each reason for leaving out.

    `codes` has the codes of each column, that of the quarters last. A row has for each column the
    place of its code; a cell has the codes of its table and, last, its quarter.
    """
    store = open_store([column for column in codes if column != QUARTER])
    try:
        marks = ", ".join("?" * len(codes))
        store.execute("BEGIN")
        store.executemany(f"INSERT INTO counted VALUES ({marks})", counted)  # noqa: S608 - marks
        store.executemany("INSERT INTO left_out VALUES (?, ?)", left_out)
        store.execute("COMMIT")
        store.execute("PRAGMA query_only = ON")
        numbers = {table: _cells(store, table, codes) for table in tables}
        out = Counter({(row[0], row[1]): row[2] for row in store.execute(_LEFT_OUT)})
    finally:
        store.close()
    return numbers, out


def _cells(
    store: sqlite3.Connection, table: tuple[str, ...], codes: Mapping[str, Sequence[str]]
) -> Counter[tuple[str, ...]]:
    """Ask the one fixed question there is: how many in each finest cell of a table.

    A cell is asked for as one number made of its places: the database has one thing to order by.
    """
    names = (*table, QUARTER)
    told = "0"
    for name in names:
        told = f'({told}) * {len(codes[name])} + "{name}"'
    rows = store.execute(f"SELECT {told}, COUNT(*) FROM counted GROUP BY 1")  # noqa: S608 - names
    leaves = _leaves(tuple(tuple(codes[name]) for name in names))
    return Counter({leaves[cell]: number for cell, number in rows})


@lru_cache(maxsize=256)
def _leaves(codes: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return all finest cells of some codes, each at the place that is its number."""
    return tuple(product(*codes))
