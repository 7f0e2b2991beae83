"""The SQL that a new step needs, worked out from the tables: for whoever adds a field.

`python -m gbvcase.vault.new_step` prints what today's tables have and the steps do not.
"""

from collections.abc import Iterator

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import MetaData
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from gbvcase.vault.tables import metadata
from gbvcase.vault.upgrade import statements, steps_of


def as_the_steps_make_it() -> sqlcipher.Connection:
    """Return an empty database in memory that has taken every step."""
    made = sqlcipher.connect(":memory:")
    for step in steps_of():
        for statement in statements(step.read_text(encoding="utf-8")):
            made.execute(statement)
    return made


def missing_sql(wanted: MetaData = metadata) -> Iterator[str]:
    """Yield the statements that take the steps' tables to those that are wanted."""
    made = as_the_steps_make_it()
    have = {
        name: {row[1] for row in made.execute(f"PRAGMA table_info({name})")}
        for (name,) in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    indexes = {n for (n,) in made.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    for table in wanted.sorted_tables:
        if table.name not in have:
            yield f"{str(CreateTable(table).compile(dialect=dialect())).strip()};"
        else:
            for column in table.columns:
                if column.name not in have[table.name]:
                    kind = column.type.compile(dialect=dialect())
                    yield f'ALTER TABLE {table.name} ADD COLUMN "{column.name}" {kind};'
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            if index.name not in indexes:
                yield f"{CreateIndex(index).compile(dialect=dialect())};"


if __name__ == "__main__":
    print("\n\n".join(missing_sql()))  # noqa: T201 - what it is for
