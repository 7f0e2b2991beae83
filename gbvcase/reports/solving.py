"""The solver: linear and integer programmes in, whole numbers or multipliers out.

What comes back is rounded here and believed nowhere: callers check it with integers or fractions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from typing import Any

from gbvcase.domain.errors import Cancelled, GbvcaseError
from gbvcase.domain.marking import mark

Progress = Callable[[int, int], None]
SEED = 20_251_124  # the solver's own; what must not be guessed is drawn by the caller
PRIMAL, DUAL = 4, 1
"""How corners are found: by the first where only costs change, by the second where bounds do."""
CLOSE = 1e-4
BETWEEN = 0.1  # seconds
GAP = 0.02  # how far from the least cost an answer may be; the cost is no promise


def unheard(done: int, total: int) -> None:
    """The progress of work that nobody watches."""


class Pulse:
    """Asks a few times a second, and not more often, whether the person has had enough."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._next = progress, 0.0
        self.is_heard = progress is not unheard

    def __call__(self) -> None:
        """Ask if it is time to; whoever has had enough raises Cancelled."""
        if self.is_heard and (now := monotonic()) >= self._next:
            self._next = now + BETWEEN
            self._progress(0, 0)


class SolverFailed(GbvcaseError):
    """The solver gave no answer; then nothing leaves."""

    sentence = mark("The figures could not be worked out in the time given. Nothing was released.")


class SolverMissing(GbvcaseError):
    """The solver is not where the program was installed; then nothing leaves."""

    sentence = mark(
        "The part of the program that protects the figures is missing. Nothing was released. "
        "Install the program again."
    )


@dataclass
class Programme:
    """Variables with bounds, rows that tie them, and costs."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    rows: list[tuple[float, Sequence[tuple[int, float]], float]] = field(default_factory=list)
    offset: float = 0.0  # added to the cost, so that its share can be measured
    cost_and_bound: tuple[float, float] = (0.0, 0.0)  # of the last answer, as the solver tells

    def variable(self, low: float, high: float, cost: float = 0.0) -> int:
        """Add a variable; return its number."""
        self.lower.append(low)
        self.upper.append(high)
        self.cost.append(cost)
        return len(self.cost) - 1

    def row(self, low: float, terms: Iterable[tuple[int, float]], high: float) -> None:
        """Add the condition that a weighted sum of variables lies between two numbers."""
        self.rows.append((low, tuple(terms), high))

    def in_whole_numbers(
        self, progress: Progress = unheard, seconds: float = 60.0, gap: float = GAP
    ) -> list[int] | None:
        """Return whole numbers of least cost, or None if there are none; SolverFailed if unsure."""
        solver = Solver(self, whole=True)
        found = solver.whole(progress, seconds, gap)
        self.cost_and_bound = solver.cost_and_bound
        return found


@cache
def _libraries() -> tuple[Any, Any]:
    """Return the solver and its arrays, loaded when a programme is first solved.

    Raises SolverMissing. Whoever only counts for the office's own screen needs neither, nor the
    20 MB that they take.
    """
    try:
        import highspy
        import numpy as np
    except ImportError:
        raise SolverMissing from None
    return highspy, np


class Solver:
    """A programme in the solver, asked again and again with other costs."""

    def __init__(
        self,
        programme: Programme,
        *,
        whole: bool,
        strategy: int = PRIMAL,
        simplify: bool = True,  # first, for seconds in which nobody can stop it
    ) -> None:
        self._highs, self._np = _libraries()
        self._size = len(programme.cost)
        self._engine = self._highs.Highs.__bases__[0]()  # its child prints a banner
        for name, value in {
            "output_flag": False,
            "threads": 1,
            "random_seed": SEED,
            "mip_feasibility_tolerance": 1e-6,
        }.items():
            self._engine.setOptionValue(name, value)
        if not simplify:
            self._engine.setOptionValue("presolve", "off")
        if not whole:
            self._engine.setOptionValue("simplex_strategy", strategy)
            self._engine.setOptionValue("solver", "simplex")
        self._engine.passModel(_model(programme, whole))
        self._costs = self._np.array(programme.cost, dtype=self._np.float64)
        self.cost_and_bound = (0.0, 0.0)

    def aim(self, costs: Mapping[int, float]) -> None:
        """Change what is minimised; everything else stays."""
        new = self._np.zeros(self._size)
        for number, cost in costs.items():
            new[number] = cost
        self._aim(new)

    def aim_at(self, costs: Sequence[float]) -> None:
        """Do the same with a cost for each variable."""
        self._aim(self._np.array(costs, dtype=self._np.float64))

    def _aim(self, new: Any) -> None:
        changed = self._np.flatnonzero(new != self._costs).astype(self._np.int32)
        if len(changed):
            self._engine.changeColsCost(len(changed), changed, new[changed])
        self._costs = new

    def bound(self, number: int, low: float, high: float) -> None:
        """Change the bounds of one variable."""
        self._engine.changeColBounds(number, low, high)

    def whole(self, progress: Progress, seconds: float, gap: float) -> list[int] | None:
        """Return the best whole numbers found; None if there are none, SolverFailed if unsure."""
        self._engine.setOptionValue("time_limit", self._engine.getRunTime() + seconds)
        self._engine.setOptionValue("mip_rel_gap", gap)
        self._watched(progress)
        status = self._engine.getModelStatus()
        if status == self._highs.HighsModelStatus.kInfeasible:
            return None
        told = self._engine.getInfo()
        if told.primal_solution_status != self._highs.kSolutionStatusFeasible:
            raise SolverFailed
        self.cost_and_bound = (told.objective_function_value, told.mip_dual_bound)
        return [round(value) for value in self._engine.getSolution().col_value]

    def linear(self, seconds: float = 60.0, progress: Progress = unheard) -> "Corner | None":
        """Return the best corner of the linear programme; None if nothing fits."""
        self._engine.setOptionValue("time_limit", self._engine.getRunTime() + seconds)
        self._watched(progress)
        status = self._engine.getModelStatus()
        if status == self._highs.HighsModelStatus.kInfeasible:
            return None
        if status != self._highs.HighsModelStatus.kOptimal:
            raise SolverFailed
        found = self._engine.getSolution()
        return Corner(
            self._engine.getInfo().objective_function_value,
            tuple(found.col_value),
            tuple(found.row_dual),
        )

    def _watched(self, progress: Progress) -> None:
        """Solve, and stop when the person has had enough."""
        stopped: list[Cancelled] = []
        pulse = Pulse(progress)

        def listen(_kind: Any, _text: str, _told: Any, answer: Any, _own: Any) -> None:
            try:
                pulse()
            except Cancelled as enough:
                stopped.append(enough)
                answer.user_interrupt = True

        kinds = self._highs.cb.HighsCallbackType
        asked = (kinds.kCallbackMipInterrupt, kinds.kCallbackSimplexInterrupt)
        if pulse.is_heard:
            pulse()
            self._engine.setCallback(listen, None)
            for kind in asked:
                self._engine.startCallback(kind)
        self._engine.run()
        if pulse.is_heard:
            for kind in asked:
                self._engine.stopCallback(kind)
        if stopped:
            raise stopped[0]


@dataclass(frozen=True)
class Corner:
    """An answer of the linear programme, in the solver's numbers."""

    value: float
    variables: tuple[float, ...]
    multipliers: tuple[float, ...]

    def whole(self) -> list[int] | None:
        """Return the variables as whole numbers, if they are close to some."""
        _, np = _libraries()
        values = np.array(self.variables)
        rounded = np.rint(values)
        if np.abs(values - rounded).max(initial=0.0) >= CLOSE:
            return None
        return [int(value) for value in rounded]


def _model(programme: Programme, whole: bool) -> Any:
    """Hand the columns over as the solver wants them."""
    highs, np = _libraries()
    model = highs.HighsLp()
    model.num_col_, model.num_row_ = len(programme.cost), len(programme.rows)
    model.offset_ = programme.offset
    model.col_cost_ = np.array(programme.cost, dtype=np.float64)
    model.col_lower_ = _ends(programme.lower)
    model.col_upper_ = _ends(programme.upper)
    model.row_lower_ = _ends(low for low, _, _ in programme.rows)
    model.row_upper_ = _ends(high for _, _, high in programme.rows)
    starts, index, value = [0], list[int](), list[float]()
    for _, terms, _ in programme.rows:
        index.extend(number for number, _ in terms)
        value.extend(weight for _, weight in terms)
        starts.append(len(index))
    model.a_matrix_.format_ = highs.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(index, dtype=np.int32)
    model.a_matrix_.value_ = np.array(value, dtype=np.float64)
    if whole:
        model.integrality_ = [highs.HighsVarType.kInteger] * len(programme.cost)
    return model


def _ends(numbers: Iterable[float]) -> Any:
    _, np = _libraries()
    return np.fromiter(numbers, dtype=np.float64)
