"""The bound of saving: what a work wrote into the vault, written again by the driver alone."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, event

from gbvcase.casework.desk import Desk
from gbvcase.vault import answers, drafts, engine, kept_rows, lists, records, saving, search
from gbvcase.vault.kept_rows import Open, driver

WRITING = ("INSERT", "UPDATE", "DELETE")
Statement = tuple[str, Any]


class Undone(Exception):
    """Raised to take back what was only done to be watched."""


class Many(list[Any]):
    """The values of one statement that was written once for each."""


class _Watched:
    """The driver's connection, which notes what is written through it."""

    def __init__(self, plain: Any, written: list[Statement]) -> None:
        self._plain, self._written = plain, written

    def execute(self, query: str, values: Any = ()) -> Any:
        if query.startswith(WRITING):
            self._written.append((query, values))
        return self._plain.execute(query, values)

    def executemany(self, query: str, each: Iterable[Any]) -> Any:
        rows = Many(each)
        if query.startswith(WRITING):
            self._written.append((query, rows))
        return self._plain.executemany(query, rows)


def written_by(desk: Desk, work: Callable[[], object], *, undone: bool = False) -> list[Statement]:
    """Do some work and return each statement that it wrote with; undone, it leaves no trace."""
    written: list[Statement] = []
    rooms = (answers, drafts, kept_rows, lists, records, saving, search)
    sql = desk.vault.working()

    def watched(db: Open) -> Any:
        return _Watched(driver(db), written)

    def noted(_db: Any, _cursor: Any, query: str, values: Any, _about: Any, many: bool) -> None:
        if query.startswith(WRITING):
            written.append((query, Many(values) if many else values))

    event.listen(sql, "before_cursor_execute", noted)
    try:
        with ExitStack() as stack:
            for room in rooms:
                if hasattr(room, "driver"):
                    stack.enter_context(patch.object(room, "driver", watched))
            if undone:
                stack.enter_context(_taking_back(desk))
            work()
    finally:
        event.remove(sql, "before_cursor_execute", noted)
    return written


@contextmanager
def _taking_back(desk: Desk) -> Iterator[None]:
    begin = type(desk.vault).begin

    @contextmanager
    def begun(vault: Any) -> Iterator[Connection]:
        try:
            with begin(vault) as db:
                yield db
                raise Undone
        except Undone:
            pass

    with patch.object(type(desk.vault), "begin", begun):
        yield


def replayed(desk: Desk, statements: list[Statement]) -> None:
    """Write the same rows by the driver alone, in one transaction."""
    with plainly(desk) as plain:
        for query, values in statements:
            if isinstance(values, Many):
                plain.executemany(query, values)
            else:
                plain.execute(query, values)


@contextmanager
def plainly(desk: Desk) -> Iterator[Any]:
    """Give the driver's connection in a transaction of the same kind as the program's."""
    with engine.raw(desk.vault.working()) as plain:
        plain.execute("BEGIN IMMEDIATE")
        yield plain
        plain.execute("COMMIT")
