import sqlite3

import pytest
from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

from gbvcase.domain.codes import Sex
from gbvcase.domain.fields import (
    ADMINISTRATIVE,
    IDENTIFYING,
    STATISTICAL,
    Answer,
    entries_of,
    entry,
    groups,
    record,
)
from gbvcase.domain.kept import Kept
from gbvcase.vault.new_step import as_the_steps_make_it, missing_sql
from gbvcase.vault.rows import record_of, row_of
from gbvcase.vault.search import searchable_texts
from gbvcase.vault.tables import (
    KINDS,
    PROVIDER,
    Kind,
    kept_entries,
    metadata,
    record_table,
    table_of,
)

MADE_ELSEWHERE = {"meta", "journal", "settings"}  # by the first step; they hold no record


def test_the_steps_end_at_exactly_the_tables() -> None:
    made = as_the_steps_make_it()
    found = {
        name: {(row[1], row[2], bool(row[3]), bool(row[5])) for row in _info(made, name)}
        for name in _names(made, "table")
        if not name.startswith(("case_index", "note_index", "sqlite_"))
        and name not in MADE_ELSEWHERE
    }
    wanted = {
        table.name: {(c.name, str(c.type), not c.nullable, c.primary_key) for c in table.columns}
        for table in metadata.sorted_tables
    }
    numbers = {
        name for name, columns in wanted.items() if ("number", "INTEGER", True, True) in columns
    }
    assert numbers == {"case_words", "release_lines", "revisions"}
    assert found == wanted


def test_the_steps_make_exactly_the_indexes() -> None:
    made = as_the_steps_make_it()
    found = {name for name in _names(made, "index") if not name.startswith("sqlite_")}
    assert found == {
        str(index.name) for table in metadata.tables.values() for index in table.indexes
    }
    for table in metadata.tables.values():
        for index in table.indexes:
            columns = [row[2] for row in made.execute(f"PRAGMA index_info({index.name})")]
            assert columns == [column.name for column in index.columns]


def test_no_statement_is_missing_in_the_steps() -> None:
    assert list(missing_sql()) == []


def test_every_field_has_a_column_of_its_name() -> None:
    for kind in (*KINDS, PROVIDER):
        columns = set(table_of(kind).columns.keys())
        assert {one.key for one in kept_entries(kind.record)} <= columns


def test_every_table_takes_only_values_of_its_kinds() -> None:
    made = as_the_steps_make_it()
    for row in made.execute("PRAGMA table_list"):
        if row[2] == "table" and not row[1].startswith(("sqlite_", "case_index", "note_index")):
            assert row[5], f"{row[1]} is not strict"


def test_a_new_table_and_column_are_written_as_a_step() -> None:
    wanted = MetaData()
    Table("settings", wanted, Column("name", Text), Column("value", Text), Column("more", Text))
    fresh = Table("fresh", wanted, Column("number", Integer, primary_key=True), sqlite_strict=True)
    Index("fresh_by_number", fresh.c.number)
    made = as_the_steps_make_it()
    for statement in missing_sql(wanted):
        made.execute(statement)
    assert "more" in {row[1] for row in _info(made, "settings")}
    assert "fresh" in _names(made, "table")
    assert "fresh_by_number" in _names(made, "index")


@record
class Before(Kept):
    name: Answer[str] = entry("Name", IDENTIFYING, searchable=True)
    sex: Answer[Sex] = entry("Sex", STATISTICAL)


@record
class After(Kept):
    name: Answer[str] = entry("Name", IDENTIFYING, searchable=True)
    sex: Answer[Sex] = entry("Sex", STATISTICAL)
    nickname: Answer[str] = entry("Nickname", IDENTIFYING, searchable=True)
    others: tuple["Inner", ...] = groups("Others", ADMINISTRATIVE)


@record
class Inner(Kept):
    name: Answer[str] = entry("Name", IDENTIFYING)


def test_a_field_is_one_line_and_one_step() -> None:
    home = MetaData()
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE cases (id TEXT PRIMARY KEY)")
    Table("cases", home, Column("id", Text, primary_key=True))
    before = record_table(Kind(Before, "tries"), home)
    assert "nickname" not in before.columns
    after = record_table(Kind(After, "tries"), MetaData())
    assert "nickname" in after.columns
    assert "others" not in after.columns, "a record that is kept by itself has its own table"


def test_a_field_of_ones_own_is_kept_found_and_read_again() -> None:
    kept = After(name="Trần Thị Mẫu", nickname="Bé Thử", sex=Sex.FEMALE)
    assert list(searchable_texts(kept)) == ["Trần Thị Mẫu", "Bé Thử"]
    assert record_of(After, row_of(kept), {}) == kept


def test_a_row_of_before_a_step_is_read_as_not_asked() -> None:
    row = row_of(Before(name="Trần Thị Mẫu", sex=Sex.FEMALE))
    read = record_of(After, row, {})
    assert (read.name, read.nickname) == ("Trần Thị Mẫu", None)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_a_record_that_was_not_filled_in_is_read_as_such(kind: Kind) -> None:
    empty = kind.record()
    assert record_of(kind.record, row_of(empty), {}) == empty
    assert entries_of(kind.record)


def _names(made: sqlite3.Connection, kind: str) -> set[str]:
    query = "SELECT name FROM sqlite_master WHERE type = ?"
    return {name for (name,) in made.execute(query, (kind,))}


def _info(made: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return made.execute(f"PRAGMA table_info({table})").fetchall()
