"""What a report counts: its plan, and how its cells are named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from gbvcase.reports.dimension import Dimension, Implied
from gbvcase.reports.lattice import PERIOD, Level, atoms, level, within
from gbvcase.reports.population import EXCLUDED

Key = tuple[tuple[str, str], ...]
"""A cell: its (dimension, code) pairs in order of the names, totals left out."""

Table = tuple[str, ...]
Leaf = tuple[str, ...]
Sum = tuple[Key, tuple[Key, ...]]
"""A total and its parts."""

Finest = Mapping[Table, Mapping[Leaf, int]]
"""For each table the number in each of its finest cells: codes of its dimensions, and a quarter."""


class Unit(Enum):
    """What is counted; units are never mixed in a table."""

    INCIDENTS = "incidents"
    PEOPLE = "people"
    PERPETRATORS = "perpetrators"
    CASES = "cases"  # by the day of opening
    CLOSINGS = "closings"
    REFERRALS = "referrals"  # by the day of sending
    OUTCOMES = "outcomes"  # referrals by the day on which they came to an end


@dataclass(frozen=True, eq=False)
class Plan:
    """A fixed list of tables that are counted, rounded and released together."""

    name: str
    unit: Unit
    base: int
    threshold: int
    dimensions: tuple[Dimension, ...]
    tables: tuple[Table, ...]
    exclusions: tuple[str, ...] = ()  # the reasons for leaving out that are counted
    digest: str = ""  # SHA-256 of what it counts and how
    extends: tuple[str, ...] = ()  # digests of plans of which it has all tables, and more
    headline: tuple[Table, ...] = ()  # tables whose large cells are exact
    levels: tuple[Level, ...] = (Level.QUARTER, Level.HALF, Level.YEAR, Level.PROGRAMME)
    offices: tuple[str, ...] = ()  # whose people are counted, where that is known
    implied: tuple[Implied, ...] = ()  # what follows from what among its characteristics

    @cached_property
    def dimension(self) -> Mapping[str, Dimension]:
        """Return the dimensions by name."""
        return {d.name: d for d in self.dimensions}

    @cached_property
    def all_tables(self) -> tuple[Table, ...]:
        """Return the counted tables, with the one of those left out."""
        return (*self.tables, (EXCLUDED,)) if self.exclusions else self.tables

    def shows(self, cell: Key) -> bool:
        """Tell whether a cell is shown: of a list with several answers, only who gave one."""
        return all(
            code == "yes" or name not in self.dimension or not self.dimension[name].asks
            for name, code in cell
        )

    def is_placed(self, table: Table) -> bool:
        """Tell whether a table has places, and so is counted by the year only."""
        return any(self.dimension[d].place for d in table if d != EXCLUDED)

    def times(self, table: Table, period: str) -> tuple[str, ...]:
        """Return the periods in which a table is counted when a period is counted.

        They are of the levels that the plan publishes; a table with places knows years only.
        """
        if level(period) is Level.OTHER:
            return within(period)
        return tuple(p for p in within(period) if level(p) in self._levels(self.is_placed(table)))

    def _levels(self, placed: bool) -> frozenset[Level]:
        years = frozenset({Level.YEAR, Level.PROGRAMME})
        return years.intersection(self.levels) if placed else frozenset(self.levels)

    def knows_quarters(self, table: Table) -> bool:
        """Tell whether a table is counted for parts of a year."""
        return any(
            kind in (Level.QUARTER, Level.HALF) for kind in self._levels(self.is_placed(table))
        )

    def chain(self, table: Table, period: str, atom: str) -> tuple[str, ...]:
        """Return the periods of a table that contain a quarter."""
        return tuple(p for p in self.times(table, period) if atom in atoms(p))


def key(pairs: Iterable[tuple[str, str]]) -> Key:
    """Return the cell of some codes: in order, without totals."""
    return tuple(sorted((name, code) for name, code in pairs if code))


def in_period(cell: Key, period: str) -> Key:
    """Return the same cell in a period."""
    return key((*((n, c) for n, c in cell if n != PERIOD), (PERIOD, period)))


def period_of(cell: Key) -> str:
    """Return the period of a cell."""
    return dict(cell)[PERIOD]
