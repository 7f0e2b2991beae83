"""Other registers: people who agree with all that is known, and differ where it counts.

What is sought is always the nearest one: whoever moves as few people as possible changes as few
figures as possible, and the answer is nearly always in whole numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from gbvcase.reports.facts import Facts, bounds_of
from gbvcase.reports.solving import DUAL, Programme, Progress, Solver, SolverFailed
from gbvcase.reports.tables import Counts, Key

SECONDS = 5.0
TURNS = 4  # how often the costs are changed a little where an answer is not in whole numbers
GAP = 0.1  # how much farther than the nearest one a register may be; it is as good a witness
Terms = tuple[tuple[Key, int], ...]


@dataclass(frozen=True)
class Wish:
    """A register that is wanted: a weighted sum of cells at least, or at most, a number."""

    terms: Terms
    low: int | None
    high: int | None

    def holds(self, cells: Mapping[Key, int]) -> bool:
        """Tell whether a register is as wanted."""
        value = sum(weight * cells[cell] for cell, weight in self.terms)
        return not (
            (self.low is not None and value < self.low)
            or (self.high is not None and value > self.high)
        )


class Alternatives:
    """The registers that agree with some facts, by how they differ from the true one.

    Each cell that is not known has two variables: how many more, and how many fewer.
    """

    def __init__(self, counts: Counts, facts: Facts, sums: Iterable[Terms] = ()) -> None:
        self.true = counts.cells
        self._programme = Programme()
        self._columns: dict[Key, tuple[int, int]] = {}
        self._cell_of: list[tuple[Key, int] | None] = []  # of each variable, and its sign
        self._ends: list[tuple[float, float]] = []
        self._rests: dict[Terms, int] = {}
        self._tied: dict[Key, list[tuple[Terms, float, float]]] = {}
        self._solvers: dict[bool, Solver] = {}
        self._held: set[Key] = set()
        known = [f for f in facts.facts if all(c in self.true for c, _ in f.terms)]
        bounds = bounds_of(known)
        for cell, true in self.true.items():
            low, high = bounds.get(cell, (0, None))
            if low != high:
                self._columns[cell] = (
                    self._variable(0, inf if high is None else high - true, (cell, 1)),
                    self._variable(0, true - low, (cell, -1)),
                )
        for whole, some in counts.sums:
            self._tie(((whole, 1), *((part, -1) for part in some)), 0, 0)
        for fact in known:
            if fact.cell is None:
                value = sum(weight * self.true[cell] for cell, weight in fact.terms)
                low_end = -inf if fact.low is None else fact.low - value
                self._tie(fact.terms, low_end, inf if fact.high is None else fact.high - value)
        for terms in sums:
            rest = self._rests[terms] = self._variable(-inf, inf, None)
            self._programme.row(0, [*self._moved(terms), (rest, -1)], 0)

    def _variable(self, low: float, high: float, cell: tuple[Key, int] | None) -> int:
        self._ends.append((low, high))
        self._cell_of.append(cell)
        return self._programme.variable(low, high)

    def _tie(self, terms: Terms, low: float, high: float) -> None:
        """Ask that a sum of cells is moved by a number between two others."""
        moved = self._moved(terms)
        if moved:
            self._programme.row(low, moved, high)
        for cell, _ in terms:
            self._tied.setdefault(cell, []).append((terms, low, high))

    def _moved(self, terms: Terms) -> list[tuple[int, float]]:
        """Return by how much a sum of cells is moved, in variables."""
        return [
            (column, sign * weight)
            for cell, weight in terms
            if cell in self._columns
            for column, sign in zip(self._columns[cell], (1, -1), strict=True)
        ]

    def is_known(self, cell: Key) -> bool:
        """Tell whether the facts alone leave a cell one value only."""
        return cell not in self._columns

    def hold(self, cells: Iterable[Key]) -> None:
        """Let exactly these cells keep their true number from now on."""
        now = {cell for cell in cells if cell in self._columns}
        for cell in self._held ^ now:
            for column in self._columns[cell]:
                self._bound(column, *((0.0, 0.0) if cell in now else self._ends[column]))
        self._held = now

    def nearest(
        self,
        wish: Wish,
        weights: Mapping[Key, float],
        usual: float,
        progress: Progress,
        *,
        quickly: bool = False,
    ) -> dict[Key, int] | None:
        """Return the register that is wanted and moves least, by weight; None if none is found.

        A quick search ends where it would have to try whole numbers one after the other.
        """
        bounds = self._bounds(wish)
        if bounds is None:
            return None
        for column, low, high in bounds:
            self._bound(column, low, high)
        costs = [0.0 if of is None else weights.get(of[0], usual) for of in self._cell_of]
        try:
            found = self._solved(costs, progress, quickly=quickly)
        finally:
            for column, _, _ in bounds:
                self._bound(column, *self._ends[column])
        if found is None:
            return None
        moved: dict[Key, int] = {}
        for value, of in zip(found, self._cell_of, strict=True):
            if value and of is not None:
                moved[of[0]] = moved.get(of[0], 0) + of[1] * value
        other = {**self.true, **{cell: self.true[cell] + n for cell, n in moved.items()}}
        return other if wish.holds(other) and self._fits(moved) else None

    def _fits(self, moved: Mapping[Key, int]) -> bool:
        """Tell, in whole numbers, whether counts still add up and agree with the facts."""
        for cell, number in moved.items():
            fewer = self._ends[self._columns[cell][1]][1]
            if not -fewer <= number <= self._ends[self._columns[cell][0]][1]:
                return False
        ties = {id(tie): tie for cell in moved for tie in self._tied.get(cell, ())}
        return all(
            low <= sum(weight * moved.get(cell, 0) for cell, weight in terms) <= high
            for terms, low, high in ties.values()
        )

    def _bounds(self, wish: Wish) -> list[tuple[int, float, float]] | None:
        """Return how variables must be bounded for a wish; None where it cannot be."""
        value = sum(weight * self.true[cell] for cell, weight in wish.terms)
        if wish.terms in self._rests:
            low = -inf if wish.low is None else wish.low - value
            return [(self._rests[wish.terms], low, inf if wish.high is None else wish.high - value)]
        ((cell, _),) = wish.terms
        pair = self._columns.get(cell)
        if pair is None or cell in self._held:
            return None
        more, fewer = pair
        if wish.low is not None:
            asked, other, least = more, fewer, wish.low - value
        else:
            assert wish.high is not None
            asked, other, least = fewer, more, value - wish.high
        if least > self._ends[asked][1]:
            return None
        return [(asked, least, self._ends[asked][1]), (other, 0, 0)]

    def _bound(self, column: int, low: float, high: float) -> None:
        self._programme.lower[column], self._programme.upper[column] = low, high
        for solver in self._solvers.values():
            solver.bound(column, low, high)

    def _solved(
        self, costs: Sequence[float], progress: Progress, *, quickly: bool
    ) -> list[int] | None:
        """Solve in fractions, and in whole numbers where that is not enough."""
        try:
            for turn in range(TURNS):
                corner = self._solver(_bent(costs, turn), whole=False).linear(SECONDS, progress)
                if corner is None:
                    return None
                if (found := corner.whole()) is not None:
                    return found
            if quickly:
                return None
            return self._solver(costs, whole=True).whole(progress, SECONDS, GAP)
        except SolverFailed:
            return None

    def _solver(self, costs: Sequence[float], *, whole: bool) -> Solver:
        if whole not in self._solvers:
            self._solvers[whole] = Solver(
                self._programme, whole=whole, strategy=DUAL, simplify=not whole
            )
        self._solvers[whole].aim_at(costs)
        return self._solvers[whole]


def _bent(costs: Sequence[float], turn: int) -> Sequence[float]:
    """Return nearly the same costs, others for each turn but the first."""
    if not turn:
        return costs
    return [
        cost * (1 + turn * ((column * 7_919 + turn * 104_729) % 97) / 400)
        for column, cost in enumerate(costs)
    ]
