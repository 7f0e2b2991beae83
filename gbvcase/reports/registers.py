"""Imagined people: the attacker's question is whether these may be the true ones."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import product

from gbvcase.reports.facts import Fact, Facts, bounds_of
from gbvcase.reports.joins import covered, register
from gbvcase.reports.lattice import PERIOD, atoms, parts
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.protection import Status
from gbvcase.reports.tables import (
    MOST_LAID_OUT,
    Key,
    Leaf,
    Plan,
    Table,
    in_period,
    key,
    keys_above,
    keys_of,
    laid_out,
    nodes,
    period_of,
    relations,
)

Kind = Key
"""A full combination of finest codes and a quarter; or a reason for leaving out and a quarter."""


@dataclass(frozen=True, eq=False)
class World:
    """What the attacker knows about a span of time: the plan, its cells, and the facts."""

    plan: Plan
    span: str
    told: tuple[Fact, ...]

    @classmethod
    def of(cls, plan: Plan, period: str, facts: Facts) -> "World":
        """Return the world in which a period is attacked, with all that hangs together with it."""
        span, some = facts.about(period)
        return cls(plan, span, some)

    @cached_property
    def wide(self) -> Plan:
        """Return the plan, with covering tables where its own do not form a tree."""
        tables = covered(self.plan)
        return self.plan if tables == self.plan.tables else replace(self.plan, tables=tables)

    @cached_property
    def cells(self) -> tuple[Key, ...]:
        """Return every cell that people can be counted in."""
        return tuple(keys_of(self.wide, self.span))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts about cells of this plan."""
        known = set(self.cells)
        return tuple(f for f in self.told if all(cell in known for cell, _ in f.terms))

    @cached_property
    def sums(self) -> tuple[tuple[Key, tuple[Key, ...]], ...]:
        """Return how the cells add up."""
        return relations(self.wide, self.span)

    @cached_property
    def targets(self) -> tuple[Key, ...]:
        """Return the cells about which nothing may be provable: all of the plan."""
        return tuple(keys_of(self.plan, self.span))

    @property
    def rows(self) -> tuple[tuple[Key, Key], ...]:
        """Return each group with the part of it that shares a sensitive answer."""
        return _kinds_in(self.plan, self.span).rows

    @cached_property
    def bounds(self) -> Mapping[Key, tuple[int, int | None]]:
        """Return what single facts say of each cell."""
        return bounds_of(self.facts)

    @cached_property
    def compound(self) -> tuple[Fact, ...]:
        """Return the facts about more than one cell."""
        return tuple(fact for fact in self.facts if fact.cell is None)

    @cached_property
    def compound_of(self) -> Mapping[Key, tuple[Fact, ...]]:
        """Return for each cell the facts about it and others."""
        found: dict[Key, list[Fact]] = {}
        for fact in self.compound:
            for cell, _ in fact.terms:
                found.setdefault(cell, []).append(fact)
        return {cell: tuple(facts) for cell, facts in found.items()}

    @cached_property
    def strange(self) -> tuple[Key, ...]:
        """Return cells that were released and are not of this plan: they cannot be judged."""
        known = set(self.cells)
        named = dict.fromkeys(cell for fact in self.told for cell, _ in fact.terms)
        return tuple(cell for cell in named if cell not in known)

    @cached_property
    def gaps(self) -> Mapping[Key, int]:
        """Return how far apart two possible values of a cell must be, at least."""
        gaps = dict.fromkeys(self.targets, 1)
        for fact in self.facts:
            if (cell := fact.cell) in gaps and fact.status is Status.ROUNDED and cell is not None:
                gaps[cell] = self.plan.base - 1
        for fact in self.facts:
            if (cell := fact.cell) in gaps and fact.status is Status.EXACT and cell is not None:
                gaps[cell] = 0
                if fact.high == 0:  # where nobody is, nobody is in any part either
                    inside = set(cell)
                    gaps |= {part: 0 for part in self.targets if inside <= set(part)}
        return gaps

    def is_wide(self, cell: Key, low: int, high: int) -> bool:
        """Tell whether two possible values of a cell are far enough apart.

        A figure that nobody rounded may be known if it is nought or at least twice the threshold:
        then neither it nor what a sum leaves over is a small group.
        """
        gap = self.gaps[cell]
        if gap <= 1 and (high <= 0 or high >= 2 * self.plan.threshold):
            return True
        return high - low >= gap

    def cells_of(self, kind: Kind) -> frozenset[Key]:
        """Return every cell in which people of a kind are counted."""
        return self._known.cells_of(kind)

    @cached_property
    def _known(self) -> "_Kinds":
        return _kinds_in(self.wide, self.span)

    def count(self, people: Iterable[tuple[Kind, int]]) -> dict[Key, int]:
        """Count people into all cells."""
        return dict(zip(self.cells, self._known.count(people), strict=True))

    def people_in(self, cells: Mapping[Key, int]) -> dict[Kind, int] | None:
        """Return people whose counts are these cells, or None if there are none."""
        names = [d.name for d in self.wide.dimensions]
        found = register(self.wide, cells, self.span)
        if found is None:
            return None
        people = {
            key((*zip(names, kind[:-1], strict=True), (PERIOD, kind[-1]))): number
            for kind, number in found.items()
        }
        times = self.wide.times((EXCLUDED,), self.span)
        for cell, number in cells.items():
            time = period_of(cell)
            if EXCLUDED in dict(cell) and number and not set(parts(time)).intersection(times):
                people[in_period(cell, atoms(time)[0])] = number
        return people

    def fits(self, cells: Mapping[Key, int]) -> bool:
        """Tell whether counts agree with every fact."""
        return all(
            fact.holds(sum(weight * cells[cell] for cell, weight in fact.terms))
            for fact in self.facts
        )

    def a_kind_in(self, cell: Key, choose: "Chooser") -> Kind:
        """Return some kind of people that a cell contains."""
        given = dict(cell)
        atom = choose(atoms(given.pop(PERIOD)))
        if EXCLUDED in given:
            return key((*given.items(), (PERIOD, atom)))
        codes = ((d.name, choose(d.leaves_of[given.get(d.name, "")])) for d in self.wide.dimensions)
        return key((*codes, (PERIOD, atom)))


@lru_cache(maxsize=MOST_LAID_OUT)
def _kinds_in(plan: Plan, span: str) -> "_Kinds":
    """Return where people of each kind are counted: worked out once for a plan and a span."""
    return _Kinds(plan, span)


class _Kinds:
    """In which cells of a plan and a span people of a kind are counted."""

    def __init__(self, plan: Plan, span: str) -> None:
        self._plan, self._span = plan, span
        self._cells_of: dict[Kind, frozenset[Key]] = {}
        self._leaves_of: dict[Kind, tuple[tuple[Table, Leaf], ...]] = {}
        self._above: dict[tuple[Table, Leaf], tuple[Key, ...]] = {}

    @cached_property
    def rows(self) -> tuple[tuple[Key, Key], ...]:
        """Return each group with the part of it that shares a sensitive answer."""
        plan = self._plan
        found: dict[tuple[Key, Key], None] = {}
        for table in plan.tables:
            for name in table:
                dimension = plan.dimension[name]
                if not dimension.sensitive:
                    continue
                rest = tuple(d for d in table if d != name)
                times = plan.times(table, self._span)
                for codes in product(*nodes(plan, rest)):
                    for time in times:
                        pairs = (*zip(rest, codes, strict=True), (PERIOD, time))
                        for code in dimension.codes[1:]:
                            found[key(pairs), key((*pairs, (name, code)))] = None
        return tuple(found)

    def cells_of(self, kind: Kind) -> frozenset[Key]:
        """Return every cell in which people of a kind are counted."""
        if kind not in self._cells_of:
            self._cells_of[kind] = frozenset(self._counted_in(kind))
        return self._cells_of[kind]

    def _counted_in(self, kind: Kind) -> Iterator[Key]:
        for table, leaf in self._leaves(kind):
            if (table, leaf) not in self._above:  # many kinds share the same few of a table
                above = keys_above(self._plan, table, leaf[:-1], leaf[-1], self._span)
                self._above[table, leaf] = tuple(above)
            yield from self._above[table, leaf]

    def _leaves(self, kind: Kind) -> tuple[tuple[Table, Leaf], ...]:
        """Return the finest cell of each table in which a kind is counted."""
        found = self._leaves_of.get(kind)
        if found is None:
            codes = dict(kind)
            atom = codes.pop(PERIOD)
            left_out = EXCLUDED in codes
            tables = ((EXCLUDED,),) if left_out else self._plan.tables
            found = tuple((t, (*(codes[name] for name in t), atom)) for t in tables)
            self._leaves_of[kind] = found
        return found

    def count(self, people: Iterable[tuple[Kind, int]]) -> list[int]:
        """Return the count of every cell, in the order of the cells."""
        finest: dict[Table, dict[Leaf, int]] = {table: {} for table in self._plan.all_tables}
        for kind, number in people:
            for table, leaf in self._leaves(kind):
                numbers = finest.setdefault(table, {})
                numbers[leaf] = numbers.get(leaf, 0) + number
        return laid_out(self._plan, self._span).rolled_up(finest)


class Chooser:
    """Chooses one of several, evenly and always the same way: an audit can be repeated."""

    def __init__(self) -> None:
        self._state = 1

    def __call__(self, some: tuple[str, ...]) -> str:
        """Return one of them."""
        self._state = self._state * 48_271 % 2_147_483_647
        return some[self._state % len(some)]
