"""What is known, as a programme for the solver: how small, how great, and the proof of it."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import inf

from gbvcase.reports.facts import Fact
from gbvcase.reports.proofs import Bound, adds_up
from gbvcase.reports.registers import World
from gbvcase.reports.solving import Corner, Programme, Progress, Solver, SolverFailed, unheard
from gbvcase.reports.tables import Key

DENOMINATORS = (720, 10**6)  # the small one first: it gives sums that people can follow
STEP = 1 / 720


class Knowledge:
    """The facts as a programme: one variable for each cell, bounded by what is known of it."""

    def __init__(self, world: World, progress: Progress = unheard) -> None:
        self.world, self.progress = world, progress
        self.solved = 0
        self._linear: Solver | None = None
        self._whole: Solver | None = None

    @cached_property
    def number(self) -> Mapping[Key, int]:
        """Return which variable is the count of which cell."""
        return {cell: position for position, cell in enumerate(self.world.cells)}

    @cached_property
    def programme(self) -> Programme:
        """Return all that is known, as conditions on the counts of cells."""
        world, programme = self.world, Programme()
        for cell in world.cells:
            low, high = world.bounds.get(cell, (0, None))
            programme.variable(low, inf if high is None else high)
        for whole, some in world.sums:
            terms = [(self.number[whole], 1.0), *((self.number[part], -1.0) for part in some)]
            programme.row(0, terms, 0)
        for fact in world.compound:
            programme.row(
                -inf if fact.low is None else fact.low,
                [(self.number[cell], float(weight)) for cell, weight in fact.terms],
                inf if fact.high is None else fact.high,
            )
        return programme

    def corner(self, aim: Mapping[Key, int], sign: int) -> Corner | None:
        """Return the corner of the linear programme where a sum is least (1) or greatest (-1)."""
        if self._linear is None:
            self._linear = Solver(self.programme, whole=False)
        self._linear.aim({self.number[cell]: sign * w for cell, w in aim.items()})
        self.solved += 1
        try:
            return self._linear.linear(progress=self.progress)
        except SolverFailed:
            return None  # unbounded or out of time: nothing is proved by it

    def numbers(
        self, aim: Mapping[Key, float], seconds: float, gap: float
    ) -> dict[Key, int] | None:
        """Return whole counts that fit all facts and make a sum small; None if none are found."""
        if self._whole is None:
            self._whole = Solver(self.programme, whole=True, simplify=False)
        self._whole.aim({self.number[cell]: weight for cell, weight in aim.items()})
        self.solved += 1
        try:
            found = self._whole.whole(self.progress, seconds, gap)
        except SolverFailed:
            return None
        return None if found is None else dict(zip(self.world.cells, found, strict=True))

    def whole_interval(self, aim: Mapping[Key, int]) -> tuple[int, int | None]:
        """Return the least and the greatest whole value of a sum."""
        ends: list[int | None] = []
        for sign in (1, -1):
            turned = {cell: float(sign * weight) for cell, weight in aim.items()}
            found = self.numbers(turned, 60.0, 0.0)
            ends.append(None if found is None else sum(w * found[c] for c, w in aim.items()))
        return ends[0] or 0, ends[1]

    def bound(self, aim: Mapping[Key, int], at_least: bool) -> Bound | None:
        """Return the addition that proves how small or great a sum must be; None if unproved."""
        sign = 1 if at_least else -1
        corner = self.corner(aim, sign)
        if corner is None:
            return None
        return self._proof(aim, at_least, [sign * m for m in corner.multipliers])

    def shortest(self, bound: Bound, aim: Mapping[Key, int], number: int) -> Bound:
        """Return a proof of the same with fewer facts, or the same one if none is found.

        Each use of a fact costs one unit, so that the solver takes as few as it can.
        """
        sign = 1 if bound.at_least else -1
        programme = Programme()
        ties = [programme.variable(-inf, inf) for _ in self.world.sums]
        shares: list[list[tuple[int, float]]] = [[] for _ in self.world.cells]
        worth: list[tuple[int, float]] = []
        compound = []
        for fact in self.world.compound:
            compound.append(self._use(programme, worth, sign, (fact.low, fact.high)))
        for cell, position in self.number.items():
            low, high = self.world.bounds.get(cell, (0, None))
            shares[position] = self._use(programme, worth, sign, (low, high))
        for tie, (whole, some) in zip(ties, self.world.sums, strict=True):
            shares[self.number[whole]].append((tie, 1.0))
            for part in some:
                shares[self.number[part]].append((tie, -1.0))
        for used, fact in zip(compound, self.world.compound, strict=True):
            for cell, weight in fact.terms:
                shares[self.number[cell]] += [(v, s * weight) for v, s in used]
        for cell, position in self.number.items():
            goal = float(aim.get(cell, 0))
            programme.row(goal, shares[position], goal)
        least = number - 1 + STEP if bound.value < number else float(number)
        most = number + 1 - STEP if bound.value > number else float(number)
        programme.row(least if sign > 0 else -inf, worth, inf if sign > 0 else most)
        self.solved += 1
        try:
            corner = Solver(programme, whole=False).linear(progress=self.progress)
        except SolverFailed:
            return bound
        if corner is None:
            return bound
        values = corner.variables
        multipliers = [values[tie] for tie in ties]
        multipliers += [sum(s * values[v] for v, s in used) for used in compound]
        found = self._proof(aim, bound.at_least, multipliers)
        if found is None or len(found.facts) >= len(bound.facts):
            return bound
        shows = found.value > number - 1 if bound.at_least else found.value < number + 1
        return found if shows else bound

    @staticmethod
    def _use(
        programme: Programme,
        worth: list[tuple[int, float]],
        sign: int,
        ends: tuple[int | None, int | None],
    ) -> list[tuple[int, float]]:
        """Add the two ways in which a bounded number can be used in a proof."""
        low, high = ends
        used = []
        for end, way in ((low, sign), (high, -sign)):
            if end is not None:
                variable = programme.variable(0, inf, 1.0 if end else 0.01)
                used.append((variable, float(way)))
                worth.append((variable, float(way * end)))
        return used

    def _proof(
        self, aim: Mapping[Key, int], at_least: bool, multipliers: Iterable[float]
    ) -> Bound | None:
        """Return the proof that the solver's multipliers make, written as fractions."""
        near = list(multipliers)
        for most in DENOMINATORS:
            exact = [Fraction(m).limit_denominator(most) for m in near]
            found = self._exact_proof(aim, at_least, exact)
            if found is not None and any(m for m, _ in found.facts):
                return found
        return found

    def _exact_proof(
        self, aim: Mapping[Key, int], at_least: bool, exact: Sequence[Fraction]
    ) -> Bound | None:
        """Add up what fractions of facts and relations prove, with what is left of each cell."""
        sums, compound = self.world.sums, self.world.compound
        ties = [(m, tie) for m, tie in zip(exact, sums, strict=False) if m]
        used = [(m, fact) for m, fact in zip(exact[len(sums) :], compound, strict=True) if m]
        left = {cell: Fraction(weight) for cell, weight in aim.items()}
        for multiplier, (whole, some) in ties:
            for cell, weight in ((whole, 1), *((part, -1) for part in some)):
                left[cell] = left.get(cell, Fraction(0)) - multiplier * weight
        for multiplier, fact in used:
            for cell, weight in fact.terms:
                left[cell] = left.get(cell, Fraction(0)) - multiplier * weight
        rests: list[tuple[Fraction, Key]] = []
        for cell, multiplier in left.items():
            low = (multiplier > 0) == at_least
            if multiplier and (fact_of := self._fact(cell, low)) is not None:
                used.append((multiplier, fact_of))
            elif multiplier and low:
                rests.append((multiplier, cell))
            elif multiplier:
                return None
        value = Fraction(0)
        for multiplier, fact in used:
            end = fact.low if (multiplier > 0) == at_least else fact.high
            if end is None:
                return None
            value += multiplier * end
        bound = Bound(at_least, value, tuple(used), tuple(ties), tuple(rests))
        return bound if adds_up(bound, aim) else None

    def _fact(self, cell: Key, low: bool) -> Fact | None:
        """Return the fact that bounds a cell most; none where the bound is only that of nought."""
        low_end, high_end = self.world.bounds.get(cell, (0, None))
        if (low and not low_end) or (not low and high_end is None):
            return None
        return next(
            fact
            for fact in self.world.facts
            if fact.cell == cell and (fact.low == low_end if low else fact.high == high_end)
        )
