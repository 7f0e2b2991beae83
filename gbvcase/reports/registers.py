"""Imagined people: the attacker's question is whether these may be the true ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations, product
from math import inf

from gbvcase.reports.facts import Fact, Facts, bounds_of
from gbvcase.reports.implied import implied_sums, possible
from gbvcase.reports.joins import covered, register
from gbvcase.reports.lattice import PERIOD, atoms, parts
from gbvcase.reports.layout import MOST_LAID_OUT, keys_above, keys_of, laid_out, nodes, relations
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.protection import Status
from gbvcase.reports.tables import Key, Leaf, Plan, Table, in_period, key, period_of

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
    def place(self) -> Mapping[Key, int]:
        """Return the place of each cell in the list of all."""
        return laid_out(self.wide, self.span).place

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts about cells of this plan."""
        known = self.place
        told = (f for f in self.told if all(cell in known for cell, _ in f.terms))
        implied = (Fact(terms, 0, None) for terms in implied_sums(self.wide, self.span))
        return (*told, *implied)

    @cached_property
    def sums(self) -> tuple[tuple[Key, tuple[Key, ...]], ...]:
        """Return how the cells add up."""
        return relations(self.wide, self.span)

    @cached_property
    def targets(self) -> tuple[Key, ...]:
        """Return the cells about which nothing may be provable: all of the plan."""
        return tuple(keys_of(self.plan, self.span))

    @cached_property
    def target_places(self) -> Sequence[int]:
        """Return the places of the same among all cells."""
        if self.wide is self.plan:
            return range(len(self.targets))
        return [self.place[cell] for cell in self.targets]

    @property
    def rows(self) -> tuple[tuple[Key, Key], ...]:
        """Return each group with the part of it that shares a sensitive answer."""
        return _kinds_in(self.plan, self.span).rows

    @property
    def row_places(self) -> tuple[tuple[int, int], ...]:
        """Return the places of the same among all cells."""
        return _kinds_in(self.plan, self.span).row_places(self.wide)

    @cached_property
    def bounds(self) -> Mapping[Key, tuple[int, int | None]]:
        """Return what single facts say of each cell."""
        return bounds_of(self.facts)

    @cached_property
    def ends(self) -> tuple[list[int], list[float]]:
        """Return the same by the place of the cell: the least number, and the greatest."""
        least, most = [0] * len(self.cells), [inf] * len(self.cells)
        for cell, (low, high) in self.bounds.items():
            least[self.place[cell]] = low
            if high is not None:
                most[self.place[cell]] = high
        return least, most

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
        named = dict.fromkeys(cell for fact in self.told for cell, _ in fact.terms)
        return tuple(cell for cell in named if cell not in self.place)

    @cached_property
    def gaps(self) -> Mapping[Key, int]:
        """Return how far apart two possible values of a cell must be, at least."""
        gaps = dict.fromkeys(self.targets, 1)
        empty: set[Key] = set()
        alone = [(fact, fact.cell) for fact in self.facts]
        for fact, cell in alone:
            if cell in gaps and fact.status is Status.ROUNDED and cell is not None:
                gaps[cell] = self.plan.base - 1
        for fact, cell in alone:
            if cell in gaps and fact.status is Status.EXACT and cell is not None:
                gaps[cell] = 0
                if fact.high == 0:
                    empty.add(cell)
        if empty:  # where nobody is, nobody is in any part either
            for part in gaps:
                sizes = range(1, len(part))
                if any(w in empty for size in sizes for w in combinations(part, size)):
                    gaps[part] = 0
        return gaps

    def is_wide(self, cell: Key, low: int, high: int) -> bool:
        """Tell whether two possible values of a cell are far enough apart."""
        gap = self.gaps[cell]
        return high - low >= gap or may_be_known(high, gap, self.plan.threshold)

    def cells_of(self, kind: Kind) -> frozenset[Key]:
        """Return every cell in which people of a kind are counted."""
        return self._known[kind].cells

    @cached_property
    def _known(self) -> "_Kinds":
        return _kinds_in(self.wide, self.span)

    def counted_as(self, kind: Kind) -> "Counted | None":
        """Return where people of a kind are counted; None if there can be none of the kind."""
        return self._known.find(kind)

    def count(self, people: Iterable[tuple[Kind, int]]) -> dict[Key, int]:
        """Count people into all cells."""
        some = ((self._known[kind], number) for kind, number in people)
        return dict(zip(self.cells, self.numbers(some), strict=True))

    def numbers(self, people: Iterable[tuple["Counted", int]]) -> list[int]:
        """Return the count of every cell, in the order of the cells."""
        numbers = [0] * len(self.cells)
        for counted, number in people:
            for place in counted.finest:
                numbers[place] += number
        return laid_out(self.wide, self.span).summed(numbers)

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
        codes = {d.name: choose(d.leaves_of[given.get(d.name, "")]) for d in self.wide.dimensions}
        if self.wide.implied:
            codes = possible(self.wide, codes, given, choose)
        return key((*codes.items(), (PERIOD, atom)))


def may_be_known(value: int, gap: int, threshold: int) -> bool:
    """Tell whether a count may be known that nobody rounded: nought, or twice the threshold.

    Then neither it nor what a sum leaves over is a small group.
    """
    return gap <= 1 and (value <= 0 or value >= 2 * threshold)


@lru_cache(maxsize=MOST_LAID_OUT)
def _kinds_in(plan: Plan, span: str) -> "_Kinds":
    """Return where people of each kind are counted: worked out once for a plan and a span."""
    return _Kinds(plan, span)


@dataclass(frozen=True, eq=False)
class Counted:
    """Where people of a kind are counted: the cells, and their places among all cells."""

    cells: frozenset[Key]
    places: tuple[int, ...]
    finest: tuple[int, ...]  # the places of the finest cell of each table


class _Kinds:
    """In which cells of a plan and a span people of a kind are counted."""

    def __init__(self, plan: Plan, span: str) -> None:
        self._plan, self._span = plan, span
        self._found: dict[Kind, Counted | None] = {}
        self._row_places: dict[Plan, tuple[tuple[int, int], ...]] = {}
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

    def __getitem__(self, kind: Kind) -> Counted:
        """Return where people of a kind are counted; KeyError if there can be none."""
        found = self.find(kind)
        if found is None:
            raise KeyError(kind)
        return found

    def find(self, kind: Kind) -> Counted | None:
        """Return where people of a kind are counted; None if there can be none."""
        try:
            return self._found[kind]
        except KeyError:
            found = self._found[kind] = self._counted(kind) if self._is_ours(kind) else None
            return found

    def _is_ours(self, kind: Kind) -> bool:
        """Tell whether the codes of a kind and its quarter are of the plan."""
        codes = dict(kind)
        if codes.pop(PERIOD, None) not in atoms(self._span) or len(codes) + 1 != len(kind):
            return False
        if EXCLUDED in codes:
            return len(codes) == 1 and codes[EXCLUDED] in self._plan.exclusions
        ours = self._plan.dimension
        return codes.keys() == ours.keys() and all(
            code in ours[name].above and not ours[name].tree.get(code)
            for name, code in codes.items()
        )

    def _counted(self, kind: Kind) -> Counted:
        leaves = tuple(self._leaves(kind))
        laid = laid_out(self._plan, self._span)
        cells = frozenset(cell for table, leaf in leaves for cell in self._cells(table, leaf))
        finest = dict.fromkeys(laid.place_of(table, leaf) for table, leaf in leaves)
        return Counted(
            cells,
            tuple(laid.place[cell] for cell in cells),
            tuple(place for place in finest if place is not None),
        )

    def row_places(self, wide: Plan) -> tuple[tuple[int, int], ...]:
        """Return the places of each group and of its part among the cells of a plan."""
        if wide not in self._row_places:
            place = laid_out(wide, self._span).place
            self._row_places[wide] = tuple((place[row], place[part]) for row, part in self.rows)
        return self._row_places[wide]

    def _cells(self, table: Table, leaf: Leaf) -> tuple[Key, ...]:
        """Return the cells that contain a finest cell: many kinds share the same few of a table."""
        if (table, leaf) not in self._above:
            above = keys_above(self._plan, table, leaf[:-1], leaf[-1], self._span)
            self._above[table, leaf] = tuple(above)
        return self._above[table, leaf]

    def _leaves(self, kind: Kind) -> Iterator[tuple[Table, Leaf]]:
        """Yield the finest cell of each table in which a kind is counted."""
        codes = dict(kind)
        atom = codes.pop(PERIOD)
        for table in ((EXCLUDED,),) if EXCLUDED in codes else self._plan.tables:
            yield table, (*(codes[name] for name in table), atom)


class Chooser:
    """Chooses one of several, evenly and always the same way: an audit can be repeated."""

    def __init__(self) -> None:
        self._state = 1

    def __call__(self, some: tuple[str, ...]) -> str:
        """Return one of them."""
        self._state = self._state * 48_271 % 2_147_483_647
        return some[self._state % len(some)]
