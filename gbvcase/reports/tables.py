"""What is counted: dimensions, plans, cells, and the sums that tie the cells together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import product
from typing import Protocol

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.lattice import PERIOD, Level, atoms, level, parts, within
from gbvcase.reports.population import EXCLUDED, base_population, tally

Key = tuple[tuple[str, str], ...]
"""A cell: its (dimension, code) pairs in order of the names, totals left out."""

Said = str | tuple[str, ...]
Answer = Mapping[str, Said]
"""What is known of one counted thing: dimension -> code, or codes where several are possible."""

Table = tuple[str, ...]
Leaf = tuple[str, ...]
Finest = Mapping[Table, Mapping[Leaf, int]]
"""For each table the number in each of its finest cells: codes of its dimensions, and a quarter."""

QUARTER = "quarter"
"""The answer that says in which quarter, of the calendar of the plan, a thing counts."""

UNKNOWN = "unknown"


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
class Dimension:
    """One characteristic: its codes as a tree, and how answers are read into it."""

    name: str
    tree: Mapping[str, tuple[str, ...]]  # code -> parts; the root is ""
    source: str = ""  # the answer it is read from, if it has another name
    folds: Mapping[str, str] = field(default_factory=dict)  # an answer's code -> code of the tree
    asks: str = ""  # for a list of which several are possible: is this code among them?
    sensitive: bool = False  # an answer that no group may be known to share
    place: bool = False
    unsure: str = ""  # the answer that lists the codes that could not be worked out
    empty: str = UNKNOWN  # what an empty list means
    other: str = ""  # what any other code is read as
    titles: Mapping[str, str] = field(default_factory=dict)  # language -> name
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # code -> language: name

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Return all codes, each before its parts, the root first."""

        def below(code: str) -> Iterable[str]:
            yield code
            for part in self.tree.get(code, ()):
                yield from below(part)

        return tuple(below(""))

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """Return the codes without parts."""
        return tuple(code for code in self.codes if not self.tree.get(code))

    @cached_property
    def above(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each code itself and all codes that contain it, the root last."""
        chains: dict[str, tuple[str, ...]] = {"": ("",)}
        for code in self.codes:
            for part in self.tree.get(code, ()):
                chains[part] = (part, *chains[code])
        return chains

    @cached_property
    def leaves_of(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each code the finest codes inside it."""
        return {code: tuple(x for x in self.leaves if code in self.above[x]) for code in self.codes}

    def read(self, answer: Answer) -> str:
        """Return the finest code of an answer; ValueError if it is none of ours."""
        given = answer.get(self.source or self.name)
        unsure = answer.get(self.unsure) if self.unsure else None
        found = self._known.get((given, unsure))
        if found is None:
            found = self._known[given, unsure] = self._read(given, unsure or ())
        return found

    @cached_property
    def _known(self) -> dict[tuple[Said | None, Said | None], str]:
        return {}  # the same few answers come again and again

    def _read(self, given: Said | None, unsure: Said) -> str:
        if self.asks and given is not None and not isinstance(given, str):
            if self.asks in unsure:
                return UNKNOWN
            return self.empty if not given else ("yes" if self.asks in given else "no")
        code = given if isinstance(given, str) else ""
        code = self.folds.get(code, code or UNKNOWN)
        if code not in self.above:
            code = self.other
        if not code or self.tree.get(code):
            raise ValueError(f"not a code of {self.name}")
        return code

    def said(self, code: str, language: str) -> str:
        """Return the name of a code in a language."""
        labels = self.labels.get(code, {})
        return labels.get(language) or labels.get("vi") or code


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
        """Return the periods in which a table is counted when a period is counted."""
        if not self.is_placed(table) or level(period) is Level.OTHER:
            return within(period)
        return tuple(p for p in within(period) if level(p) in (Level.YEAR, Level.PROGRAMME))

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

    @cached_property
    def cells(self) -> Mapping[Key, int]:
        """Return the count of every cell; cells without anybody are there with 0."""
        cells: dict[Key, int] = dict.fromkeys(keys_of(self.plan, self.period), 0)
        for table, numbers in self.finest.items():
            seen = Counter[Key]()
            for leaf, number in numbers.items():
                for key in keys_above(self.plan, table, leaf[:-1], leaf[-1], self.period):
                    seen[key] += number
            for key, number in seen.items():
                if cells[key] not in (0, number):
                    raise NotASum
                cells[key] = number
        _no_total_is_missing(self, cells)
        return cells

    @cached_property
    def sums(self) -> tuple[tuple[Key, tuple[Key, ...]], ...]:
        """Return every relation `total = sum of its parts`, each once."""
        return relations(self.plan, self.period)


def _no_total_is_missing(counts: Counts, cells: Mapping[Key, int]) -> None:
    """Raise NotASum where one table knows people that another table of the plan does not."""
    if any(cells[whole] != sum(cells[part] for part in some) for whole, some in counts.sums):
        raise NotASum


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


def keys_of(plan: Plan, period: str) -> list[Key]:
    """Return every cell of a plan and period once, in a fixed order."""
    found: dict[Key, None] = {}
    for table in plan.all_tables:
        for codes in product(*nodes(plan, table)):
            pairs = tuple(zip(table, codes, strict=True))
            for time in plan.times(table, period):
                found[key((*pairs, (PERIOD, time)))] = None
    return list(found)


def keys_above(plan: Plan, table: Table, leaf: Leaf, atom: str, period: str) -> Iterable[Key]:
    """Yield the cells of a table that contain one of its finest cells."""
    chains = [(c,) if d == EXCLUDED else plan.dimension[d].above[c] for d, c in _pairs(table, leaf)]
    for codes in product(*chains):
        for time in plan.chain(table, period, atom):
            yield key((*_pairs(table, codes), (PERIOD, time)))


def relations(plan: Plan, period: str) -> tuple[tuple[Key, tuple[Key, ...]], ...]:
    """Return how the cells of a plan and period add up, each relation once."""
    found: dict[tuple[Key, tuple[Key, ...]], None] = {}
    for table in plan.all_tables:
        trees = [plan.dimension[d].tree if d != EXCLUDED else {} for d in table]
        times = plan.times(table, period)
        for codes in product(*nodes(plan, table)):
            pairs = _pairs(table, codes)
            for position, tree in enumerate(trees):
                if some := tree.get(codes[position]):
                    rest = pairs[:position] + pairs[position + 1 :]
                    for time in times:
                        whole = key((*pairs, (PERIOD, time)))
                        more = (*rest, (PERIOD, time))
                        found[whole, tuple(key((*more, (table[position], c))) for c in some)] = None
            for time in times:
                if (some := parts(time)) and some[0] in times:
                    whole = key((*pairs, (PERIOD, time)))
                    found[whole, tuple(key((*pairs, (PERIOD, part))) for part in some)] = None
    return tuple(found)


def _pairs(table: Table, codes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(zip(table, codes, strict=True))


def count(answers: Iterable[Answer], plan: Plan, period: CountedPeriod | str) -> Counts:
    """Count answers for a plan; those of other periods are passed over.

    An answer says its quarter unless the period is a single one. One that has a reason under
    `excluded` is left out and counted by its reason; it may be without a date. "person" tells the
    things of one person apart from those of others; it is a number without a meaning.
    """
    code = period if isinstance(period, str) else period.code
    counted: list[Leaf] = []
    left_out: list[tuple[str, str]] = []
    people: dict[str, set[str]] = {atom: set() for atom in atoms(code)}
    readers = [dimension.read for dimension in plan.dimensions]
    for answer in answers:
        atom = _atom(answer, code)
        if atom is None:
            continue
        if reason := base_population(answer):
            left_out.append((reason, atom))
            continue
        counted.append((*[read(answer) for read in readers], atom))
        people[atom].add(str(answer.get("person") or f"only {len(counted)}"))
    finest, out = tally([d.name for d in plan.dimensions], plan.tables, counted, left_out)
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
