"""Rows read out of the pages by hand are those that the library wrote, whatever they hold."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.vault import btree, engine, files
from gbvcase.vault.damaged_file import DamagedFile
from gbvcase.vault.layouts import Layout, layouts_after
from gbvcase.vault.lost_rows import Trees

KEY = bytes(range(32))
PAGE = 4096
STEP = """
CREATE TABLE numbered (n INTEGER PRIMARY KEY, i INTEGER, s TEXT NOT NULL, b BLOB) STRICT;
CREATE INDEX by_text ON numbered (s, i);
CREATE TABLE named (s TEXT NOT NULL, i INTEGER NOT NULL, b BLOB, PRIMARY KEY (i, s))
  STRICT, WITHOUT ROWID;
"""
NUMBERS = st.integers(-(2**63), 2**63 - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300)
LONG = st.integers(0, 20_000).map(lambda size: "ă" * size)
BYTES = st.one_of(st.none(), st.binary(max_size=300), LONG.map(str.encode))
ROWS = st.lists(st.tuples(NUMBERS, st.one_of(TEXTS, LONG), BYTES), max_size=60)


@pytest.fixture(scope="module")
def scratch() -> Iterator[Path]:
    folder = Path(mkdtemp())
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def layouts(scratch: Path) -> dict[str, Layout]:
    (scratch / "0001_step.sql").write_text(STEP, encoding="utf-8")
    return layouts_after([scratch / "0001_step.sql"])


def written(path: Path, rows: list[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    """Write rows as the vault does; return what the library reads of them."""
    path.unlink(missing_ok=True)
    files.make_empty(path)
    connection = engine.connect(path, KEY, guarded=False)
    for statement in STEP.split(";")[:-1]:
        connection.execute(statement)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO numbered (i, s, b) VALUES (?, ?, ?)", rows)
    for number, (_, text, data) in enumerate(rows):
        connection.execute("INSERT INTO named VALUES (?, ?, ?)", (text, number, data))
    connection.execute("DELETE FROM numbered WHERE n % 5 = 3")
    connection.execute("COMMIT")
    there = {
        "numbered": connection.execute("SELECT n, i, s, b FROM numbered").fetchall(),
        "named": connection.execute("SELECT i, s, b FROM named").fetchall(),
    }
    connection.close()
    return there


def read(path: Path, layouts: dict[str, Layout]) -> dict[str, list[tuple[Any, ...] | None]]:
    trees = Trees(DamagedFile(path, KEY))
    found = trees.explore(layouts, lambda _table, _row: True)
    return {
        name: [
            None if row is None else tuple(row.values())
            for row in trees.rows(found[name].pages, layout)
        ]
        for name, layout in layouts.items()
    }


def ordered(rows: list[Any]) -> list[str]:
    return sorted(map(repr, rows))


@settings(max_examples=25, deadline=None)
@given(rows=ROWS)
def test_every_row_is_read_as_the_library_wrote_it(
    rows: list[tuple[Any, ...]], scratch: Path, layouts: dict[str, Layout]
) -> None:
    there = written(scratch / "a.db", rows)
    by_hand = read(scratch / "a.db", layouts)
    assert {name: ordered(some) for name, some in by_hand.items()} == {
        name: ordered(some) for name, some in there.items()
    }


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_with_any_pages_gone_no_row_is_read_that_was_not_written(
    data: st.DataObject, scratch: Path, layouts: dict[str, Layout]
) -> None:
    rows = [(n * 7919, f"chữ {n} " * (n % 90), bytes([n % 256]) * (n % 40)) for n in range(400)]
    there = written(scratch / "b.db", rows)
    raw = bytearray((scratch / "b.db").read_bytes())
    count = len(raw) // PAGE
    gone = data.draw(st.sets(st.integers(1, count), max_size=count // 2))
    for number in gone:
        raw[number * PAGE - 1] ^= 1
    (scratch / "b.db").write_bytes(raw)
    for name, some in read(scratch / "b.db", layouts).items():
        assert set(ordered([row for row in some if row is not None])) <= set(ordered(there[name]))


@settings(max_examples=100, deadline=None)
@given(page=st.binary(min_size=4016, max_size=4016), kind=st.sampled_from(sorted(btree.LEAVES)))
def test_a_page_of_nonsense_ends_in_no_row_or_in_some_and_never_hangs(
    page: bytes, kind: int
) -> None:
    forged = bytes([kind]) + page[1:]
    for row in btree.rows(forged, 2, lambda number: forged if number < 9 else None):
        assert row is None or isinstance(row, btree.Row)
    for number in btree.children(b"\x05" + page[1:], 2):
        assert number >= 0
