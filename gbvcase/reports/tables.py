"""What is counted: dimensions, plans, cells, and the sums that tie the cells together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache
from itertools import combinations, product
from math import prod
from typing import Protocol

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.dimension import UNKNOWN, Answer, Dimension, Implied, Said
from gbvcase.reports.lattice import PERIOD, Level, atoms, level, parts, within
from gbvcase.reports.population import EXCLUDED, QUARTER, base_population, tally

__all__ = ["QUARTER", "UNKNOWN", "Answer", "Dimension", "Said"]  # what others may take from here

Key = tuple[tuple[str, str], ...]
"""A cell: its (dimension, code) pairs in order of the names, totals left out."""

_Maker = Callable[[Sequence[str], str], Key]

Table = tuple[str, ...]
Leaf = tuple[str, ...]
Sum = tuple[Key, tuple[Key, ...]]
"""A total and its parts."""

MOST_LAID_OUT = 16
"""Plans and periods whose cells are kept for the next count."""

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


class CountedPeriod(Protocol):
    """A period with the code that names it in the lattice."""

    @property
    def code(self) -> str: ...


class NotThisPlan(GbvcaseError):
    """Counts that cannot be added, because they are not counts of the same plan and period."""

    sentence = mark("These counts belong to another report or another period.")


class NotASum(GbvcaseError):
    """Counts whose tables do not agree with each other."""

    sentence = mark("In these counts a total is not the sum of its parts. They cannot be used.")


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


@dataclass(frozen=True, eq=False)
class Counts:
    """The true figures of a plan and a period, with all totals, and how they add up."""

    plan: Plan
    period: str
    finest: Finest
    people: Mapping[str, int] = field(default_factory=dict)  # period -> how many people
    by_office: Mapping[str, Finest] = field(default_factory=dict)  # the same, office by office

    @cached_property
    def cells(self) -> Mapping[Key, int]:
        """Return the count of every cell; cells without anybody are there with 0."""
        laid = laid_out(self.plan, self.period)
        return dict(zip(laid.keys, laid.rolled_up(self.finest), strict=True))

    @cached_property
    def sums(self) -> tuple[tuple[Key, tuple[Key, ...]], ...]:
        """Return every relation `total = sum of its parts`, each once."""
        return relations(self.plan, self.period)


def key(pairs: Iterable[tuple[str, str]]) -> Key:
    """Return the cell of some codes: in order, without totals."""
    return tuple(sorted((name, code) for name, code in pairs if code))


def in_period(cell: Key, period: str) -> Key:
    """Return the same cell in a period."""
    return key((*((n, c) for n, c in cell if n != PERIOD), (PERIOD, period)))


def period_of(cell: Key) -> str:
    """Return the period of a cell."""
    return dict(cell)[PERIOD]


def nodes(plan: Plan, table: Table) -> list[tuple[str, ...]]:
    """Return the codes of each dimension of a table; the left-out have no total."""
    return [plan.exclusions if d == EXCLUDED else plan.dimension[d].codes for d in table]


def keys_of(plan: Plan, period: str) -> tuple[Key, ...]:
    """Return every cell of a plan and period once, in a fixed order."""
    return laid_out(plan, period).keys


def keys_above(plan: Plan, table: Table, leaf: Leaf, atom: str, period: str) -> Iterable[Key]:
    """Yield the cells of a table that contain one of its finest cells."""
    chains = [(c,) if d == EXCLUDED else plan.dimension[d].above[c] for d, c in _pairs(table, leaf)]
    made, times = key_maker(table), plan.chain(table, period, atom)
    for codes in product(*chains):
        for time in times:
            yield made(codes, time)


def number_of_cells(plan: Plan, period: str) -> int:
    """Return how many cells a plan and period have, without laying them out."""
    times: dict[frozenset[str], set[str]] = {}  # of the cells that name just these characteristics
    for table in plan.all_tables:
        for size in range(len(table) + 1):
            for names in combinations(table, size):
                if (EXCLUDED in names) == (EXCLUDED in table):  # the left-out have no total
                    times.setdefault(frozenset(names), set()).update(plan.times(table, period))
    codes = {d.name: len(d.codes) - 1 for d in plan.dimensions}  # a total is not named
    codes[EXCLUDED] = len(plan.exclusions)
    return sum(len(some) * prod(map(codes.__getitem__, names)) for names, some in times.items())


def relations(plan: Plan, period: str) -> tuple[Sum, ...]:
    """Return how the cells of a plan and period add up, each relation once."""
    return laid_out(plan, period).sums


@lru_cache(maxsize=MOST_LAID_OUT)
def laid_out(plan: Plan, period: str) -> "Layout":
    """Return the cells of a plan and period and how they add up: worked out once."""
    keys: dict[Key, None] = {}
    sums: dict[Sum, None] = {}
    ranks: dict[Key, int] = {}
    same: dict[Key, Key] = {}  # a cell is kept once, however many sums and tables it is in
    for table in plan.all_tables:
        plainly = key_maker(table)

        def made(codes: Sequence[str], time: str, plainly: _Maker = plainly) -> Key:
            cell = plainly(codes, time)
            return same.setdefault(cell, cell)

        trees = [plan.dimension[d].tree if d != EXCLUDED else {} for d in table]
        depths = [depths_of(plan, d) for d in table]
        times = plan.times(table, period)
        for codes in product(*nodes(plan, table)):
            depth = sum(map(dict[str, int].__getitem__, depths, codes))
            for time in times:
                whole = made(codes, time)
                keys[whole] = None
                ranks[whole] = depth + list(Level).index(Level.PROGRAMME) - order_of(time)
            for place, tree in enumerate(trees):
                if some := tree.get(codes[place]):
                    finer = [(*codes[:place], code, *codes[place + 1 :]) for code in some]
                    for time in times:
                        sums[made(codes, time), tuple(made(one, time) for one in finer)] = None
            for time in times:
                if (some := parts(time)) and some[0] in times:
                    sums[made(codes, time), tuple(made(codes, part) for part in some)] = None
    return Layout(plan, period, tuple(keys), tuple(sums), ranks)


def order_of(time: str) -> int:
    """Return how fine a period is: nought for the finest."""
    return list(Level).index(level(time))


def depths_of(plan: Plan, dimension: str) -> dict[str, int]:
    """Return how deep each code of a characteristic lies in its tree."""
    if dimension == EXCLUDED:
        return dict.fromkeys(plan.exclusions, 0)
    return {code: len(above) - 1 for code, above in plan.dimension[dimension].above.items()}


def key_maker(table: Table) -> _Maker:
    """Return what makes the cell of some codes of a table and a period, the names in order."""
    names = (*table, PERIOD)
    order = sorted(range(len(names)), key=names.__getitem__)
    pair = [_Named(name) for name in names]

    def made(codes: Sequence[str], time: str) -> Key:
        said = (*codes, time)
        return tuple(pair[place][said[place]] for place in order if said[place])

    return made


class _Named(dict[str, tuple[str, str]]):
    """A characteristic with each of its codes, each pair kept once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, code: str) -> tuple[str, str]:
        pair = self[code] = (self._name, code)
        return pair


class Layout:
    """The cells of a plan and period by their places in a list, and how they add up."""

    def __init__(
        self,
        plan: Plan,
        period: str,
        keys: tuple[Key, ...],
        sums: tuple[Sum, ...],
        ranks: Mapping[Key, int],
    ) -> None:
        self.keys, self.sums = keys, sums
        self._plan, self._period = plan, period
        self.place = {cell: place for place, cell in enumerate(keys)}
        deepest = sorted(sums, key=lambda one: -ranks[one[0]])  # parts before what they make
        self._made: dict[int, tuple[int, ...]] = {}  # how each total is made
        self._same: list[tuple[int, tuple[int, ...]]] = []  # other ways that must give the same
        for whole, some in deepest:
            place, parts_of = self.place[whole], tuple(self.place[part] for part in some)
            if self._made.setdefault(place, parts_of) is not parts_of:
                self._same.append((place, parts_of))
        self._finest: dict[Table, dict[Leaf, int | None]] = {}

    def rolled_up(self, finest: Finest) -> list[int]:
        """Return the count of every cell; NotASum where tables do not agree with each other."""
        numbers = [0] * len(self.keys)
        told: list[tuple[int, int]] = []
        for table, leaves in finest.items():
            for place, number in self._placed(table, leaves).items():
                if place in self._made:
                    told.append((place, number))
                elif numbers[place] not in (0, number):
                    raise NotASum
                numbers[place] = number
        number_of = self.summed(numbers).__getitem__
        if any(numbers[place] != sum(map(number_of, some)) for place, some in self._same):
            raise NotASum
        if any(numbers[place] != number for place, number in told):
            raise NotASum
        return numbers

    def summed(self, numbers: list[int]) -> list[int]:
        """Work out all totals from the finest cells, in place; return the numbers."""
        number_of = numbers.__getitem__
        for place, some in self._made.items():
            numbers[place] = sum(map(number_of, some))
        return numbers

    def place_of(self, table: Table, leaf: Leaf) -> int | None:
        """Return the place of a finest cell of a table; None where this period has it not."""
        places = self._finest.setdefault(table, {})
        if leaf not in places:
            times = self._plan.chain(table, self._period, leaf[-1])
            cell = key_maker(table)(leaf[:-1], times[-1]) if times else None
            places[leaf] = None if cell is None else self.place[cell]
        return places[leaf]

    def _placed(self, table: Table, leaves: Mapping[Leaf, int]) -> dict[int, int]:
        """Return how many are in each of the finest cells of a table that this period has."""
        places = self._finest.setdefault(table, {})
        found: dict[int, int] = {}
        for leaf, number in leaves.items():
            place = places[leaf] if leaf in places else self.place_of(table, leaf)
            if place is not None:
                found[place] = found.get(place, 0) + number
        return found


def _pairs(table: Table, codes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(zip(table, codes, strict=True))


def count(answers: Iterable[Answer], plan: Plan, period: CountedPeriod | str) -> Counts:
    """Count answers for a plan; those of other periods are passed over.

    An answer says its quarter unless the period is a single one. One that has a reason under
    `excluded` is left out and counted by its reason; it may be without a date. "person" tells the
    things of one person apart from those of others; it is a number without a meaning.
    """
    code = period if isinstance(period, str) else period.code
    inside = atoms(code)
    place_of: dict[object, int] = {atom: place for place, atom in enumerate(inside)}
    given = list(answers)
    counted = [a for a in given if a.get(QUARTER) in place_of and not a.get(EXCLUDED)]
    times = [place_of[answer[QUARTER]] for answer in counted]
    left_out: list[tuple[str, str]] = []
    if len(counted) < len(given):
        for answer in given:
            if answer.get(QUARTER) in place_of and not answer.get(EXCLUDED):
                continue
            atom = _atom(answer, code)
            if atom is None:
                continue
            if reason := base_population(answer):
                left_out.append((reason, atom))
            else:
                counted.append(answer)
                times.append(place_of[atom])
    people: dict[str, set[object]] = {atom: set() for atom in inside}
    sets = list(people.values())
    for number, (place, answer) in enumerate(zip(times, counted, strict=True)):
        sets[place].add(answer.get("person") or number)
    columns = [dimension.column(counted) for dimension in plan.dimensions]
    rows = zip(*columns, times, strict=True)
    codes = {d.name: d.leaves for d in plan.dimensions} | {QUARTER: inside}
    finest, out = tally(codes, plan.tables, rows, left_out)
    if plan.exclusions:
        finest[EXCLUDED,] = _reasons(plan, out)
    heads = {
        time: len(set().union(*(people[atom] for atom in atoms(time)))) for time in within(code)
    }
    return Counts(plan, code, finest, heads)


def _reasons(plan: Plan, left_out: Mapping[tuple[str, str], int]) -> Counter[Leaf]:
    """Return how many were left out for each of the reasons that a plan prints."""
    return Counter({pair: n for pair, n in left_out.items() if pair[0] in plan.exclusions})


def _atom(answer: Answer, period: str) -> str | None:
    """Return the quarter in which an answer counts; None if it is not in the period."""
    given = answer.get(QUARTER)
    inside = atoms(period)
    if given is None and (len(inside) == 1 or EXCLUDED in answer):
        return inside[-1]  # projected for exactly this period; or left out, as it has no date
    if not isinstance(given, str):
        raise ValueError("an answer must say its quarter")
    return given if given in inside else None


def of_kinds(
    plan: Plan,
    kinds: Mapping[Leaf, int],
    left_out: Mapping[tuple[str, str], int],
    period: str,
    people: Mapping[str, int] | None = None,
) -> Counts:
    """Return the counts of kinds: a code for each dimension of the plan, and a quarter."""
    names = [d.name for d in plan.dimensions]
    finest: dict[Table, Counter[Leaf]] = {}
    for table in plan.tables:
        places = [names.index(d) for d in table]
        numbers = finest[table] = Counter[Leaf]()
        for kind, number in kinds.items():
            numbers[*(kind[place] for place in places), kind[-1]] += number
    if plan.exclusions:
        finest[EXCLUDED,] = _reasons(plan, left_out)
    return Counts(plan, period, finest, people or {})


def add(counts: Sequence[Counts]) -> Counts:
    """Add the counts of several offices; NotThisPlan unless plan and period are the same."""
    first = counts[0]
    if any((c.plan.digest, c.period) != (first.plan.digest, first.period) for c in counts):
        raise NotThisPlan
    finest: dict[Table, Counter[Leaf]] = {table: Counter() for table in first.plan.all_tables}
    for one in counts:
        for table, numbers in one.finest.items():
            finest[table].update(numbers)
    people = sum((Counter(c.people) for c in counts), Counter[str]())
    return Counts(first.plan, first.period, finest, people)
