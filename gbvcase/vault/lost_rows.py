"""Finds the rows of a damaged database: down its trees, and where one is torn, page by page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gbvcase.vault import btree
from gbvcase.vault.btree import Row, Value
from gbvcase.vault.damaged_file import DamagedFile
from gbvcase.vault.layouts import Layout

_SCHEMA_ROOT = 1
_SCHEMA_COLUMNS = 5
_KINDS = frozenset({"table", "index", "view", "trigger"})
_USER_VERSION = slice(60, 64)


@dataclass
class Found:
    """The pages in which the rows of one table lie; `is_torn` if some can no longer be reached."""

    pages: list[int]
    is_torn: bool = False


class Trees:
    """The trees of a damaged database, as far as they hold together."""

    def __init__(self, file: DamagedFile) -> None:
        self._file = file
        self._reached: set[int] = set()
        self._loose: list[int] | None = None
        self._roots = self._schema()

    @property
    def version(self) -> int | None:
        """Return how many steps the vault had taken; None if that can no longer be read."""
        first = self._file.page(1) if self._file.is_proved else None
        return None if first is None else int.from_bytes(first[_USER_VERSION], "big")

    def explore(
        self, layouts: dict[str, Layout], makes_sense: Callable[[str, dict[str, Value]], bool]
    ) -> dict[str, Found]:
        """Return where the rows of the tables lie.

        All trees are walked before any page counts as cut off: what one of them reaches is its own.
        Whose a page is that none reaches is told by its rows; `makes_sense` is asked of each.
        """
        trees = {name: self._walk(root) for name, root in self._roots.items()}
        found = {name: trees.get(name, Found([], True)) for name in layouts}
        torn = {name: layouts[name] for name, one in found.items() if one.is_torn}
        if torn:
            for number in self._cut_off():
                fitting = [
                    name
                    for name, layout in torn.items()
                    if self._fits(number, layout)
                    and all(
                        row is None or makes_sense(name, row) for row in self.rows([number], layout)
                    )
                ]
                if len(fitting) == 1:
                    found[fitting[0]].pages.append(number)
        return found

    def rows(self, pages: list[int], layout: Layout) -> Iterator[dict[str, Value] | None]:
        """Yield the rows of some pages by the names of their columns; None for one that is lost."""
        for number in pages:
            for row in self._rows_in(number):
                yield None if row is None else _named(row, layout)

    def _rows_in(self, number: int) -> Iterator[Row | None]:
        page = self._file.page(number)
        return iter(()) if page is None else btree.rows(page, number, self._file.page)

    def _schema(self) -> dict[str, int]:
        """Return the root page of everything in the file, its tables first of all."""
        schema = self._walk(_SCHEMA_ROOT)
        pages = schema.pages
        if schema.is_torn:
            pages = [*pages, *(n for n in self._cut_off() if self._is_of_schema(n))]
        self._loose = None  # looked for anew when all trees were walked
        roots: dict[str, int] = {}
        for number in pages:
            for row in self._rows_in(number):
                if row is not None and row.values[3]:
                    roots[str(row.values[1])] = int(str(row.values[3]))
        self._reached.update(pages)
        return roots

    def _is_of_schema(self, number: int) -> bool:
        some = [row for row in self._rows_in(number) if row is not None]
        return bool(some) and all(
            len(row.values) == _SCHEMA_COLUMNS and row.values[0] in _KINDS for row in some
        )

    def _walk(self, root: int) -> Found:
        """Go down a tree, past what is damaged."""
        found = Found([])
        waiting, seen = [root], {root}
        while waiting:
            number = waiting.pop()
            page = self._file.page(number)
            kind = None if page is None else btree.kind_of(page, number)
            if page is None or kind not in btree.LEAVES | btree.INNER:
                found.is_torn = True
                continue
            self._reached.add(number)
            if kind != btree.TABLE_INNER:
                found.pages.append(number)
            if kind in btree.INNER:
                below = [one for one in btree.children(page, number) if one not in seen]
                seen.update(below)
                waiting.extend(reversed(below))
        return found

    def _cut_off(self) -> list[int]:
        """Return the pages with rows that no tree reaches; deleted ones hold nothing any more."""
        if self._loose is None:
            self._loose = [
                number
                for number in range(1, self._file.count + 1)
                if number not in self._reached
                and (page := self._file.page(number)) is not None
                and btree.kind_of(page, number) in btree.LEAVES
            ]
        return self._loose

    def _fits(self, number: int, layout: Layout) -> bool:
        """Tell whether every row of a page could be one of a table."""
        page = self._file.page(number)
        leaf = btree.TABLE_LEAF if layout.has_rowid else btree.INDEX_LEAF
        if page is None or btree.kind_of(page, number) != leaf:
            return False
        some = [row for row in self._rows_in(number) if row is not None]
        return bool(some) and all(_is_row_of(row, layout) for row in some)


def _is_row_of(row: Row, layout: Layout) -> bool:
    """Tell whether values are of the kinds that the columns take; those of later steps may lack."""
    if not layout.least <= len(row.values) <= len(layout.columns):
        return False
    for column, value in zip(layout.columns, row.values, strict=False):
        if column.is_rowid:
            if value is not None:
                return False
        elif value is None:
            if column.is_required:
                return False
        elif not isinstance(value, column.kind):
            return False
    return True


def _named(row: Row, layout: Layout) -> dict[str, Value]:
    named: dict[str, Value] = {}
    for column, value in zip(layout.columns, row.values, strict=False):
        named[column.name] = row.rowid if column.is_rowid else value
    return named
