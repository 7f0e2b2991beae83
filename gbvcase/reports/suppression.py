"""Hiding cells, for fixed forms whose figures must be exact: not the default, it hides most.

For each cell that must not be known two other registers are sought that agree with everything
shown and differ there: one in which it is large enough, one in which it is empty. What they change
is hidden too. Noughts may be hidden and all marks are alike, so a mark tells nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log

from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.protection import Figure, NothingFits, Published, Status, few_of
from gbvcase.reports.registers import World
from gbvcase.reports.solving import Programme, Progress, SolverFailed, unheard
from gbvcase.reports.tables import Counts, Key, Plan

ALREADY_HIDDEN = 0.001
SECONDS = 30.0
MIXED = 2  # so many of a group must be able to have another answer


@dataclass(frozen=True)
class _Wish:
    """A register that is wanted: a weighted sum of cells at least, or at most, a number."""

    terms: tuple[tuple[Key, int], ...]
    low: int | None
    high: int | None

    def holds(self, cells: Mapping[Key, int]) -> bool:
        """Tell whether a register is as wanted."""
        value = sum(weight * cells[cell] for cell, weight in self.terms)
        return not (
            (self.low is not None and value < self.low)
            or (self.high is not None and value > self.high)
        )


def hide(all_counts: Counts, progress: Progress = unheard, period: str = "") -> Published:
    """Hide small cells and rows that share an answer, and as few others as can be found.

    With `period` only that part of what was counted is looked at; what others of its time tell is
    for the audit. Raise NothingFits where no other register agrees with the rest.
    """
    counts = _Part.of(all_counts, period or None)
    world = World(counts.plan, all_counts.period, ())
    cells = counts.cells
    wishes = tuple(_wishes(counts, world))
    hidden = {cell for wish in wishes for cell, _ in wish.terms if _is_primary(wish, cell, cells)}
    found: list[dict[Key, int]] = []
    for number, wish in enumerate(wishes):
        progress(number, len(wishes))
        if not any(wish.holds(other) and _agrees(other, cells, hidden) for other in found):
            other = _other(counts, wish, hidden, progress)
            found.append(other)
            hidden |= {cell for cell in cells if other[cell] != cells[cell]}
    hidden = _shown_again(wishes, found, cells)
    figures = {
        cell: Figure(0, 0, 0, Status.HIDDEN)
        if cell in hidden
        else Figure(number, number, number, Status.EXACT)
        for cell, number in cells.items()
    }
    few = few_of(all_counts)
    return Published(counts.plan, all_counts.period, figures, counts.sums, few)


@dataclass(frozen=True, eq=False)
class _Part:
    """The cells of a count that are looked at, and the sums that lie wholly among them."""

    plan: Plan
    cells: Mapping[Key, int]
    sums: tuple[tuple[Key, tuple[Key, ...]], ...]

    @classmethod
    def of(cls, counts: Counts, period: str | None) -> "_Part":
        if period is None:
            return cls(counts.plan, counts.cells, counts.sums)
        cells = {c: n for c, n in counts.cells.items() if (PERIOD, period) in c}
        sums = tuple((w, some) for w, some in counts.sums if w in cells and some[0] in cells)
        return cls(counts.plan, cells, sums)


def _wishes(counts: _Part, world: World) -> Iterable[_Wish]:
    """Yield the registers that must be possible, for the largest small cells first."""
    cells, threshold = counts.cells, counts.plan.threshold
    small = [cell for cell, number in cells.items() if 1 <= number < threshold]
    for cell in sorted(small, key=lambda c: -cells[c]):
        yield _Wish(((cell, 1),), threshold, None)
        yield _Wish(((cell, 1),), None, 0)
    for row, part in world.rows:
        if row in cells and cells[row] >= MIXED and cells[row] - cells[part] < MIXED:
            yield _Wish(((row, 1), (part, -1)), MIXED, None)


def _is_primary(wish: _Wish, cell: Key, cells: Mapping[Key, int]) -> bool:
    """Tell whether a cell is hidden for its own sake: a small one, or the part of a full row."""
    return len(wish.terms) == 1 or dict(wish.terms)[cell] < 0


def _agrees(other: Mapping[Key, int], cells: Mapping[Key, int], hidden: set[Key]) -> bool:
    return all(other[cell] == number for cell, number in cells.items() if cell not in hidden)


def _other(counts: _Part, wish: _Wish, hidden: set[Key], progress: Progress) -> dict[Key, int]:
    """Find the register that is wanted and changes as few shown cells as it can."""
    cells = counts.cells
    programme = Programme()
    number = {}
    for cell, true in cells.items():
        weight = ALREADY_HIDDEN if cell in hidden else 1 + log(1 + true)
        number[cell] = programme.variable(0, inf)
        more = programme.variable(0, inf, weight)
        fewer = programme.variable(0, true, weight)
        programme.row(true, [(number[cell], 1), (more, -1), (fewer, 1)], true)
    for whole, some in counts.sums:
        programme.row(0, [(number[whole], 1), *((number[part], -1) for part in some)], 0)
    programme.row(
        -inf if wish.low is None else wish.low,
        [(number[cell], weight) for cell, weight in wish.terms],
        inf if wish.high is None else wish.high,
    )
    try:
        found = programme.in_whole_numbers(progress, SECONDS)
    except SolverFailed as cause:
        raise NothingFits from cause
    if found is None:
        raise NothingFits
    other = {cell: found[position] for cell, position in number.items()}
    if not wish.holds(other) or not _adds_up(counts, other):
        raise NothingFits
    return other


def _adds_up(counts: _Part, cells: Mapping[Key, int]) -> bool:
    return min(cells.values()) >= 0 and all(
        cells[whole] == sum(cells[part] for part in some) for whole, some in counts.sums
    )


def _shown_again(
    wishes: Sequence[_Wish], found: Sequence[dict[Key, int]], cells: Mapping[Key, int]
) -> set[Key]:
    """Leave out registers that are not needed for any wish, and hide only what the rest change."""
    needed = list(found)
    for other in sorted(found, key=lambda one: -sum(one[c] != n for c, n in cells.items())):
        rest = [one for one in needed if one is not other]
        if all(any(wish.holds(one) for one in rest) for wish in wishes):
            needed = rest
    hidden = {cell for wish in wishes for cell, _ in wish.terms if _is_primary(wish, cell, cells)}
    return hidden | {
        cell for one in needed for cell, number in cells.items() if one[cell] != number
    }
