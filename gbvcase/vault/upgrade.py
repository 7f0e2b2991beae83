"""Takes a vault's file to today's tables, one numbered step of plain SQL after another."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sqlalchemy import Connection
from sqlcipher3.dbapi2 import complete_statement

from gbvcase.domain.errors import VaultFromNewerProgram

STEPS = Path(__file__).parent / "steps"


@cache
def steps_of(folder: Path = STEPS) -> tuple[Path, ...]:
    """Return the steps in their order; their numbers run from 1 without a gap."""
    steps = tuple(sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql")))
    numbers = [int(step.name[:4]) for step in steps]
    assert numbers == list(range(1, len(steps) + 1)), "a step is missing or there twice"
    return steps


def version(db: Connection) -> int:
    """Return how many steps a file has taken."""
    return int(db.exec_driver_sql("PRAGMA user_version").scalar_one())


def upgrade(db: Connection, folder: Path = STEPS, *, last: int | None = None) -> int:
    """Take the steps that are left, inside the transaction of the caller; return how many.

    `last` is the last step to be taken, where a file is to be as an earlier version had it.

    Raise VaultFromNewerProgram if the file has taken more than there are.
    """
    steps = steps_of(folder)[:last]
    taken = version(db)
    if taken > len(steps):
        raise VaultFromNewerProgram
    for number, step in enumerate(steps[taken:], start=taken + 1):
        for statement in statements(step.read_text(encoding="utf-8")):
            db.exec_driver_sql(statement)
        db.exec_driver_sql(f"PRAGMA user_version = {number}")
    return len(steps) - taken


def statements(script: str) -> Iterator[str]:
    """Cut a script into statements; a trigger, with the statements inside it, is one."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement.strip()
            statement = ""
    assert not statement.strip(), "the last statement of a step has no end"
