"""Hiding cells, for fixed forms whose figures must be exact: not the default, it hides most.

For each cell that must not be known two other registers are sought that agree with everything
shown, now or ever before, and differ there: one in which it is large enough, one in which it is
empty. What they change is hidden too. Noughts may be hidden and all marks are alike, so a mark
tells nothing. The total of a form is never hidden: a form without it would be none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from gbvcase.reports.alternatives import Alternatives, Terms, Wish
from gbvcase.reports.facts import Fact, Facts
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.proofs import GROUP_SIZE, INSIDERS, is_mixed, is_outside
from gbvcase.reports.protection import (
    FEWEST,
    Figure,
    Published,
    Status,
    everybody,
    few_of,
)
from gbvcase.reports.registers import World
from gbvcase.reports.solving import Progress, unheard
from gbvcase.reports.tables import Counts, Key, Plan

ALREADY_HIDDEN = 0.001
ATTEMPTS = 600  # how often it is tried to do without a hidden cell
Register = Mapping[Key, int]
Choice = tuple[Wish, ...]
"""Wishes of which one is enough."""


@dataclass(frozen=True, eq=False)
class Hiding:
    """The figures of a form, and the registers that show why what is hidden stays unknown."""

    published: Published
    registers: tuple[Register, ...]  # near the truth: for the audit, and never for a file


def hide(  # noqa: PLR0913 - what is counted and released, what is known, and who listens
    counts: Counts,
    progress: Progress = unheard,
    period: str = "",
    *,
    known: Facts | None = None,
    whole: Counts | None = None,
    shown: Plan | None = None,
) -> Hiding:
    """Hide small cells and rows that share an answer, and as few others as can be found.

    `period` is the part of what was counted that is released. `known` is what was released
    before, `whole` the counts of all the time that it ties together with this period, and `shown`
    the plan without the tables that are left out. What cannot be made safe is left for the audit
    to refuse.
    """
    period = period or counts.period
    few = few_of(counts)
    registers: tuple[Register, ...] = ()
    hidden = {cell for cell in counts.cells if (PERIOD, period) in cell}
    if period not in few:
        search = _Search(whole or counts, known or Facts(()), period, shown or counts.plan)
        hidden, registers = search.hidden(progress)
    figures = {
        cell: Figure(0, 0, 0, Status.HIDDEN)
        if cell in hidden
        else Figure(number, number, number, Status.EXACT)
        for cell, number in counts.cells.items()
        if (PERIOD, period) in cell
    }
    return Hiding(Published(counts.plan, counts.period, figures, counts.sums, few), registers)


class _Search:
    """The search for a pattern of hidden cells that is safe with all that already left."""

    def __init__(self, counts: Counts, known: Facts, period: str, shown: Plan) -> None:
        self.cells, self.threshold = counts.cells, counts.plan.threshold
        total = everybody(period)
        number = self.cells[total]
        told = (
            Fact.of(total, number, number, Status.EXACT),
            Fact.of(total, FEWEST, None),
        )
        self.world = World(counts.plan, counts.period, (*known.facts, *told))
        here = {cell for cell in self.cells if (PERIOD, period) in cell}
        self.shown = {cell for cell in here if shown.shows(cell)} - {total}
        self.unseen = here - self.shown - {total}
        self.full = tuple(self._full_rows())
        sums: list[Terms] = [((row, 1), (part, -1)) for row, part in self.full]
        self.others = Alternatives(counts, Facts(self.world.facts), sums)

    def hidden(self, progress: Progress) -> tuple[set[Key], tuple[Register, ...]]:
        """Return the cells to hide, and the registers that allow it."""
        primary = self._primary()
        choices = tuple(self._choices(primary))
        hidden, pool = set(primary), _Pool(choices)
        for number, choice in enumerate(choices):
            progress(number, len(choices))
            if not pool.meeting[number]:
                other = self._nearest(choice, hidden, progress)
                if other is not None:
                    pool.add(other, self._changed(other))
                    hidden |= self._changed(other)
        pool.thin()
        self._show_again(pool, primary, progress)
        return primary | pool.changed() | self.unseen, pool.registers

    def _primary(self) -> set[Key]:
        """Return the cells that are hidden for their own sake: small ones, parts of full rows."""
        small = {c for c in self.shown if 1 <= self.cells[c] < self.threshold}
        return small | {part for _, part in self.full if part in self.shown}

    def _full_rows(self) -> Iterable[tuple[Key, Key]]:
        """Yield each group that shares an answer, insiders left aside, with that answer."""
        for row, part in self.world.rows:
            if not is_mixed(self.cells[row], self.cells[part]):
                yield row, part

    def _choices(self, primary: set[Key]) -> Iterable[Choice]:
        """Yield what other registers must show: for the largest small cells first."""
        cells = self.cells
        open_cells = [cell for cell in cells if not self.others.is_known(cell)]
        shown = self.shown - primary
        for cell in sorted(open_cells, key=lambda c: (c not in primary, -cells[c])):
            if cell in shown:
                continue
            number, gap = cells[cell], max(self.world.gaps.get(cell, 1), 1)
            if not is_outside(number, self.threshold):
                yield (Wish(((cell, 1),), self.threshold, None),)
                yield (Wish(((cell, 1),), None, 0),)
            elif cell in primary or (0 < number < 2 * self.threshold) or gap > 1:
                fewer = Wish(((cell, 1),), None, number - gap)
                yield Wish(((cell, 1),), number + gap, None), *((fewer,) if number >= gap else ())
        for row, part in self.full:
            mixed = Wish(((row, 1), (part, -1)), INSIDERS + 1, None)
            lone = Wish(((row, 1),), None, GROUP_SIZE - 1)
            yield (mixed,) if self.others.is_known(row) or row in shown else (mixed, lone)

    def _changed(self, other: Register) -> frozenset[Key]:
        return frozenset(cell for cell in self.shown if other[cell] != self.cells[cell])

    def _nearest(
        self, choice: Choice, hidden: set[Key], progress: Progress, *, quickly: bool = False
    ) -> Register | None:
        """Return the register that meets a choice and changes as little of what is shown."""
        weights = {cell: 1 + log(1 + self.cells[cell]) for cell in self.shown - hidden}
        for wish in choice:
            other = self.others.nearest(wish, weights, ALREADY_HIDDEN, progress, quickly=quickly)
            if other is not None:
                return other
        return None

    def _show_again(self, pool: "_Pool", primary: set[Key], progress: Progress) -> None:
        """Do without each cell that is hidden for others' sake, the largest first, if it can be.

        Registers that change it give way to others that change nothing more than is hidden.
        """
        hidden = primary | pool.changed()
        left = ATTEMPTS
        for cell in sorted(hidden - primary, key=lambda c: -self.cells[c]):
            if cell not in hidden:
                continue
            trial = pool.without(cell)
            lost = [n for n, some in enumerate(trial.meeting) if pool.meeting[n] and not some]
            self.others.hold(self.shown - hidden | {cell})
            for number in lost:
                progress(number, len(trial.meeting))
                if not trial.meeting[number]:
                    left -= 1
                    if left < 0:
                        break
                    choice = pool.choices[number]
                    other = self._nearest(choice, hidden, progress, quickly=True)
                    if other is None:
                        break
                    trial.add(other, self._changed(other))
            else:
                pool.take(trial)
                pool.thin()
                hidden = primary | pool.changed()
        self.others.hold(())


class _Pool:
    """Registers that were found, what of the shown each changes, and which choice they meet."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = choices
        self.meeting: list[set[int]] = [set() for _ in choices]
        self._kept: dict[int, tuple[Register, frozenset[Key]]] = {}
        self._next = 0

    @property
    def registers(self) -> tuple[Register, ...]:
        """Return the registers."""
        return tuple(register for register, _ in self._kept.values())

    def changed(self) -> set[Key]:
        """Return what any of the registers changes of what is shown."""
        return set[Key]().union(*(changed for _, changed in self._kept.values()))

    def add(self, register: Register, changed: frozenset[Key]) -> None:
        """Keep one more register."""
        self._kept[self._next] = register, changed
        for number, choice in enumerate(self.choices):
            if any(wish.holds(register) for wish in choice):
                self.meeting[number].add(self._next)
        self._next += 1

    def without(self, cell: Key) -> "_Pool":
        """Return the same without the registers that change a cell."""
        rest = _Pool(self.choices)
        rest._kept = {n: pair for n, pair in self._kept.items() if cell not in pair[1]}
        rest.meeting = [some & rest._kept.keys() for some in self.meeting]
        rest._next = self._next
        return rest

    def take(self, other: "_Pool") -> None:
        """Become another one."""
        self.meeting, self._kept, self._next = other.meeting, other._kept, other._next

    def thin(self) -> None:
        """Leave out the registers that no choice needs, those that change most first."""
        lone = {n for some in self.meeting if len(some) == 1 for n in some}
        for number in sorted(self._kept, key=lambda n: -len(self._kept[n][1])):
            if number not in lone:
                del self._kept[number]
                for some in self.meeting:
                    some.discard(number)
                    if len(some) == 1:
                        lone |= some
