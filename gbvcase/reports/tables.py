"""What is counted: answers put into the cells of a plan, and the counts of many offices added."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.dimension import UNKNOWN, Answer, Dimension, Said
from gbvcase.reports.lattice import atoms, within
from gbvcase.reports.layout import laid_out, relations
from gbvcase.reports.plan import (
    Finest,
    Key,
    Leaf,
    Plan,
    Table,
    Unit,
    in_period,
    key,
    period_of,
)
from gbvcase.reports.population import EXCLUDED, QUARTER, base_population, tally

__all__ = [  # what others may take from here
    "QUARTER",
    "UNKNOWN",
    "Answer",
    "Dimension",
    "Finest",
    "Key",
    "Leaf",
    "Plan",
    "Said",
    "Table",
    "Unit",
    "in_period",
    "key",
    "period_of",
]


class CountedPeriod(Protocol):
    """A period with the code that names it in the lattice."""

    @property
    def code(self) -> str: ...


class NotThisPlan(GbvcaseError):
    """Counts that cannot be added, because they are not counts of the same plan and period."""

    sentence = mark("These counts belong to another report or another period.")


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
