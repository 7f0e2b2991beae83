"""Rounding all figures of a plan and period together, so that rows and columns still add up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from itertools import product
from math import inf
from random import Random

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.implied import implied_sums
from gbvcase.reports.lattice import PERIOD, parts, within
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.solving import Programme, Progress, SolverFailed, unheard
from gbvcase.reports.tables import Counts, Key, Plan, Table, key, period_of

FEWEST = 10
"""A report with fewer people says so and nothing else (rule R9)."""

PATIENCE = (20.0, 240.0)  # seconds
HASTE = (6.0,)  # where there is another way if nothing is found
CHANCE = 0.3
OUTSIDE_LIMIT = 50.0  # what a figure costs that does not fit to other reports: more than any fit
LONE_PENALTY = {1: 1.0, 2: 0.5}  # a single person is rather rounded away than shown as "5"


class Status(Enum):
    """How a figure came about; also what the file says of it."""

    EXACT = "exact"
    ROUNDED = "rounded"
    HIDDEN = "hidden"


class Manner(Enum):
    """How the figures of a plan are protected."""

    ROUND = "round"  # all together, to multiples of one base
    HIDE = "hide"  # a fixed form: exact, small ones hidden (disclosure control, section 11)


@dataclass(frozen=True)
class Figure:
    """A figure that may leave: its value, and between which numbers the true one lies."""

    value: int
    low: int
    high: int
    status: Status = Status.ROUNDED


@dataclass(frozen=True, eq=False)
class Published:
    """The figures of a plan and period, rounded together; nothing here tells the true ones."""

    plan: Plan
    period: str
    cells: Mapping[Key, Figure]
    sums: tuple[tuple[Key, tuple[Key, ...]], ...]
    few: frozenset[str] = frozenset()  # the periods with fewer than ten people
    dropped: tuple[Table, ...] = ()  # tables for which no rounding was found
    errors: Mapping[str, int] = field(default_factory=dict)  # period -> how far off a total may be
    headline: Mapping[Key, Figure] = field(default_factory=dict)  # large figures that are exact


@dataclass(frozen=True)
class Limit:
    """How many times the base some cells together should show, so that they fit to other reports.

    Where that cannot be, the attack decides.
    """

    cells: tuple[Key, ...]
    least: int
    most: int | None


class NothingFits(GbvcaseError):
    """No rounding keeps all the rules; then nothing leaves."""

    sentence = mark(
        "No figures were found that add up and protect everybody. Nothing was released. "
        "Choose a longer period or a report with fewer tables."
    )


def round_together(  # noqa: PLR0913, PLR0917 - what stands already, and how chance is drawn
    counts: Counts,
    frozen: Mapping[Key, Figure],
    random: Random,
    progress: Progress = unheard,
    before: Mapping[Key, tuple[int, int]] | None = None,
    limits: tuple[Limit, ...] = (),
) -> Published:
    """Round the figures of all linked tables in one problem; NothingFits if there is no way.

    Frozen figures stay as they are. `before` tells, for cells of the period, what was published
    and what was true earlier in the year, so that sums over the year stay near the truth. `limits`
    keep the figures in line with reports that count the same people by another unit.
    """
    dropped: list[Table] = []
    if (sums := sums_of_frozen(counts, frozen)) is not None:
        return _published(_Problem(counts, frozen, {}, Slack.NONE, ()), sums, ())
    while True:
        for strict, slack in product((True, False) if limits else (True,), Slack):
            problem = _Problem(counts, frozen, before or {}, slack, limits, strict)
            whole = problem.solved(random, progress)
            if whole is not None:
                return _published(problem, whole, tuple(dropped))
        tables = counts.plan.tables
        widest = max(tables, key=lambda table: (len(table), tables.index(table)))
        if len(widest) < 2 or len(tables) == 1:  # noqa: PLR2004 - a single line stays
            raise NothingFits
        dropped.append(widest)
        counts = without(counts, widest)


def sums_of_frozen(counts: Counts, frozen: Mapping[Key, Figure]) -> dict[Key, int] | None:
    """Return for each cell how many times the base it shows, where frozen figures leave no choice.

    So are the figures of several years: they stand in no box of their own, they are what the years
    add up to (rule R2). None where something is left to be rounded.
    """
    base = counts.plan.base
    shown = {cell: frozen[cell].value // base for cell in counts.cells if cell in frozen}
    for whole, some in counts.sums:
        if whole not in shown and all(part in shown for part in some):
            shown[whole] = sum(shown[part] for part in some)
    if len(shown) == len(frozen.keys() & counts.cells.keys()) or len(shown) < len(counts.cells):
        return None
    if any(shown[whole] != sum(shown[part] for part in some) for whole, some in counts.sums):
        return None
    return shown


def without(counts: Counts, table: Table) -> Counts:
    """Return the same counts without one table; its margins stay as tables of their own."""
    faces = {tuple(d for d in table if d != left) for left in table}
    rest = [t for t in counts.plan.tables if t != table]
    faces = {f for f in faces if f and not any(set(f) <= set(t) for t in rest)}
    finest = {t: n for t, n in counts.finest.items() if t != table}
    for face in faces:
        places = [table.index(d) for d in face]
        numbers = finest[face] = {}
        for leaf, number in counts.finest[table].items():
            short = (*(leaf[place] for place in places), leaf[-1])
            numbers[short] = numbers.get(short, 0) + number
    plan = replace(counts.plan, tables=(*rest, *sorted(faces)))
    return Counts(plan, counts.period, finest, counts.people)


class Slack(Enum):
    """Which totals may leave their box at a price, where nothing fits otherwise."""

    NONE = "none"
    CUMULATIVE = "cumulative"  # those of half-years and years, of which a part is frozen
    TOTALS = "totals"


@dataclass(frozen=True, eq=False)
class _Problem:
    """The rounding of some counts."""

    counts: Counts
    frozen: Mapping[Key, Figure]
    before: Mapping[Key, tuple[int, int]]
    slack: Slack
    limits: tuple[Limit, ...]
    strict: bool = True  # whether the limits hold, or only cost

    @property
    def is_a_try(self) -> bool:
        """Tell whether the limits would still be loosened if nothing were found."""
        return self.strict and bool(self.limits)

    @cached_property
    def parents(self) -> frozenset[Key]:
        """Return the cells that are sums of others."""
        return frozenset(whole for whole, _ in self.counts.sums)

    def solved(self, random: Random, progress: Progress) -> dict[Key, int] | None:
        """Return for each cell how many times the base it shows; None if nothing fits."""
        programme = Programme()
        number = {cell: self._variable(programme, cell, random) for cell in self.counts.cells}
        for whole, some in self.counts.sums:
            programme.row(0, [(number[whole], 1), *((number[part], -1) for part in some)], 0)
        for implied in implied_sums(self.counts.plan, self.counts.period):
            programme.row(0, [(number[cell], float(weight)) for cell, weight in implied], inf)
        for limit in self.limits:
            if all(cell in number for cell in limit.cells):
                outside = programme.variable(0, 0 if self.strict else inf, OUTSIDE_LIMIT)
                terms = [(number[cell], 1.0) for cell in limit.cells]
                if limit.most is not None:
                    programme.row(-inf, [*terms, (outside, -1.0)], limit.most)
                programme.row(limit.least, [*terms, (outside, 1.0)], inf)
        try:
            found = _in_time(programme, progress, HASTE if self.is_a_try else PATIENCE)
        except SolverFailed:
            if self.slack is Slack.TOTALS and not self.is_a_try:
                raise
            return None
        if found is None:
            return None
        shown = {cell: found[position] for cell, position in number.items()}
        return shown if self._holds(shown) else None

    def _variable(self, programme: Programme, cell: Key, random: Random) -> int:
        base, true = self.counts.plan.base, self.counts.cells[cell]
        floor, rest = divmod(true, base)
        if cell in self.frozen:
            at = self.frozen[cell].value // base
            return programme.variable(at, at)
        if self._is_loose(cell):
            return _loose(programme, true, base, *self._ends(cell))
        ceiling = floor + (1 if rest else 0)
        cost = 1 - 2 * rest / base if cell in self.parents else _cost(true, base, random)
        programme.offset += (rest / base if cell in self.parents else CHANCE) - cost * floor
        if cell in self.before:
            cost += _towards(true, base, *self.before[cell])
        return programme.variable(floor, ceiling, cost)

    def _ends(self, cell: Key) -> tuple[int, int | None]:
        """Return what everybody may show: it is known whether they are ten."""
        ten = -(-FEWEST // self.counts.plan.base)
        if len(cell) > 1:
            return 0, None
        return (0, ten) if self.counts.cells[cell] < FEWEST else (ten, None)

    def _is_loose(self, cell: Key) -> bool:
        if cell not in self.parents or self.slack is Slack.NONE:
            return False
        return self.slack is Slack.TOTALS or bool(parts(period_of(cell)))

    def _holds(self, shown: Mapping[Key, int]) -> bool:
        """Check in whole numbers what the solver says: sums, boxes, frozen figures."""
        base = self.counts.plan.base
        most = 2 * (base - 1)
        return all(shown[w] == sum(shown[p] for p in some) for w, some in self.counts.sums) and all(
            shown[cell] >= 0
            and (
                shown[cell] * base == self.frozen[cell].value
                if cell in self.frozen
                else abs(shown[cell] * base - true) < (most if self._is_loose(cell) else base)
            )
            for cell, true in self.counts.cells.items()
        )


def _in_time(
    programme: Programme, progress: Progress, patience: tuple[float, ...]
) -> list[int] | None:
    """Take the best answer of a short time; wait longer only where there is none at all."""
    for seconds in patience:
        try:
            return programme.in_whole_numbers(progress, seconds)
        except SolverFailed:
            continue
    raise SolverFailed


def _cost(true: int, base: int, random: Random) -> float:
    """Draw whether a cell is rather rounded up or down: up as often as its remainder says."""
    up = random.random() < (true % base) / base
    return (-CHANCE if up else CHANCE) + LONE_PENALTY.get(true, 0.0)


def _towards(true: int, base: int, shown: int, earlier: int) -> float:
    """Return what rounding up costs or saves in the sum over the year so far."""
    floor = true // base
    goal = (earlier + true) / base
    return abs(shown / base + floor + 1 - goal) - abs(shown / base + floor - goal)


def _loose(programme: Programme, true: int, base: int, least: int, greatest: int | None) -> int:
    """Let a total leave its box, at a penalty for each base, with an error below 2 (base - 1)."""
    most = 2 * (base - 1) - 1
    low, high = max(least, -((most - true) // base)), (true + most) // base
    variable = programme.variable(low, high if greatest is None else min(high, greatest))
    distance = programme.variable(0, inf, 1.0)
    outside = programme.variable(0, inf, 1.0)
    programme.row(-inf, [(variable, 1), (distance, -1)], true / base)
    programme.row(true / base, [(variable, 1), (distance, 1)], inf)
    programme.row(-inf, [(variable, 1), (outside, -1)], -(-true // base))
    programme.row(true // base, [(variable, 1), (outside, 1)], inf)
    return variable


def _published(
    problem: _Problem, shown: Mapping[Key, int], dropped: tuple[Table, ...]
) -> Published:
    """Write the figures with their bounds: one for all totals of a period, so that it is mute."""
    counts, base = problem.counts, problem.counts.plan.base
    errors = dict.fromkeys(within(counts.period), base - 1)
    for cell in problem.parents:
        if cell not in problem.frozen:
            off = abs(shown[cell] * base - counts.cells[cell])
            errors[period_of(cell)] = max(off, errors[period_of(cell)])
    cells = {}
    for cell in counts.cells:
        value = shown[cell] * base
        bound = errors[period_of(cell)] if cell in problem.parents else base - 1
        figure = Figure(value, max(0, value - bound), value + bound)
        cells[cell] = problem.frozen.get(cell, figure)
    few = few_of(counts)
    return Published(counts.plan, counts.period, cells, counts.sums, few, dropped, errors)


def few_of(counts: Counts) -> frozenset[str]:
    """Return the periods of a count in which there are fewer than ten people in all."""
    return frozenset(
        time
        for time in within(counts.period)
        if (number := counts.cells.get(everybody(time))) is not None
        and min(number, counts.people.get(time, FEWEST)) < FEWEST
    )


def everybody(period: str) -> Key:
    """Return the cell of all that is counted in a period."""
    return key([(PERIOD, period)])


def is_left_out(cell: Key) -> bool:
    """Tell whether a cell counts what was left out of the tables."""
    return any(name == EXCLUDED for name, _ in cell)


def shown_cells(published: Published, period: str) -> Iterable[tuple[Key, Figure]]:
    """Yield the figures that a release of one of the periods shows."""
    for cell, figure in published.cells.items():
        if (PERIOD, period) in cell and published.plan.shows(cell):
            yield cell, figure
