"""The attacker with a solver: she has every file ever released, and looks for small groups.

That nothing can be proved is shown by witnesses: people who fit all facts and differ where it
counts. That something can be proved is shown by an addition. `proofs.check` believes neither.
"""

from collections.abc import Iterable, Mapping
from math import ceil, floor

from gbvcase.reports.facts import Facts
from gbvcase.reports.knowledge import Knowledge
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.proofs import (
    GROUP_SIZE,
    INSIDERS,
    Bound,
    Danger,
    Disclosure,
    Verdict,
    Witness,
    change_fits,
    is_mixed,
    is_outside,
)
from gbvcase.reports.registers import Chooser, Kind, World
from gbvcase.reports.relocation import moves
from gbvcase.reports.solving import Progress, Pulse, unheard
from gbvcase.reports.tables import Counts, Key

ROUNDS = 6
EXPLAINED = 3  # disclosures whose shortest proof is looked for
TRIES = 8
SECONDS_ROUND, GAP_ROUND = 3.0, 0.2
SECONDS_CELL = 5.0
Row = tuple[Key, Key]


def attack(
    counts: Counts,
    facts: Facts,
    progress: Progress = unheard,
    registers: Iterable[Mapping[Key, int]] = (),
) -> Verdict:
    """Try to prove something about a small group from all facts together.

    `registers` are counts that may fit the facts and are looked at first; nobody believes them.
    """
    return _Attack(counts, facts, progress).verdict(registers)


def interval(counts: Counts, facts: Facts, cell: Key) -> tuple[int, int | None]:
    """Return between which whole numbers a count lies for whoever knows the facts."""
    world = World.of(counts.plan, counts.period, facts)
    return Knowledge(world).whole_interval({cell: 1})


class _Attack:
    """One attack: witnesses are gathered until every cell and group is decided, or is proved."""

    def __init__(self, counts: Counts, facts: Facts, progress: Progress) -> None:
        self.world = World.of(counts.plan, counts.period, facts)
        self.facts, self.counts, self.progress = facts, counts, progress
        self.threshold, self.base = counts.plan.threshold, counts.plan.base
        self.known = Knowledge(self.world, progress)
        self.pulse = Pulse(progress)
        self.choose = Chooser()
        self.witnesses: list[Witness] = []
        self.people: dict[int, dict[Kind, int]] = {}
        self.values: dict[int, dict[Key, int]] = {}
        self.moved: list[tuple[int, dict[Key, int]]] = []
        self.outside: dict[Key, int] = {}
        self.lows: dict[Key, tuple[int, int]] = {}  # the least value seen, and in which witness
        self.highs: dict[Key, tuple[int, int]] = {}
        self.mixed: dict[Row, int] = {}

    # --- witnesses ------------------------------------------------------------------------------

    def _add_base(self, cells: Mapping[Key, int] | None) -> bool:
        """Take counts as a witness if people with these counts exist and fit all facts."""
        return self._add_people(self.world.people_in(cells) if cells is not None else None)

    def _add_people(self, people: dict[Kind, int] | None) -> bool:
        """Take people as a witness if they fit all facts."""
        self.pulse()
        if people is None:
            return False
        counted = self.world.count(people.items())
        if not self.world.fits(counted):
            return False
        number = len(self.witnesses)
        self.witnesses.append(Witness(None, tuple(people.items()), sum(people.values())))
        self.people[number], self.values[number] = people, counted
        self.moved.append((number, {}))
        for cell, value in counted.items():
            self._see(cell, value, number)
        for row, part in self.world.rows:
            if is_mixed(counted[row], counted[part]):
                self.mixed.setdefault((row, part), number)
        return True

    def _add_change(self, base: int, people: Mapping[Kind, int]) -> bool:
        """Take a change of a witness as another one if it fits all facts."""
        self.pulse()
        before = self.people[base]
        if any(before.get(kind, 0) + number < 0 for kind, number in people.items()):
            return False
        moved: dict[Key, int] = {}
        for kind, number in people.items():
            for cell in self.world.cells_of(kind):
                moved[cell] = moved.get(cell, 0) + number
        values = self.values[base]
        if not change_fits(self.world, values, moved):
            return False
        number = len(self.witnesses)
        size = self.witnesses[base].size + sum(people.values())
        self.witnesses.append(Witness(base, tuple(people.items()), size))
        self.moved.append((base, moved))
        for cell, change in moved.items():
            self._see(cell, values[cell] + change, number)
        return True

    def _see(self, cell: Key, value: int, number: int) -> None:
        if is_outside(value, self.threshold):
            self.outside.setdefault(cell, number)
        if cell not in self.lows or value < self.lows[cell][0]:
            self.lows[cell] = (value, number)
        if cell not in self.highs or value > self.highs[cell][0]:
            self.highs[cell] = (value, number)

    def _value(self, cell: Key, number: int) -> int:
        base, moved = self.moved[number]
        return self.values[base][cell] + moved.get(cell, 0)

    def _is_safe(self, cell: Key) -> bool:
        return cell in self.outside and self.world.is_wide(
            cell, self.lows[cell][0], self.highs[cell][0]
        )

    # --- what is left ---------------------------------------------------------------------------

    def verdict(self, registers: Iterable[Mapping[Key, int]] = ()) -> Verdict:
        """Return what can be proved, what cannot, and what was left open."""
        self._start(registers)
        open_cells = self._by_changes(self.world.targets)
        disclosures: list[Disclosure] = []
        undecided: list[Key] = list(self.world.strange)
        total = len(open_cells)
        for done, cell in enumerate(open_cells):
            self.progress(done, total)
            if not self._is_safe(cell):
                self._decide(cell, disclosures, undecided)
        proved = {d.cell for d in disclosures if d.row is None}
        for row, part in self.world.rows:
            if (row, part) not in self.mixed and not self._mix(row, part):
                self.progress(total, total)
                self._decide_row(row, part, disclosures, undecided)
        cells = {
            cell: (self.outside[cell], self.lows[cell][1], self.highs[cell][1])
            for cell in self.world.targets
            if cell not in proved and self._is_safe(cell)
        }
        return Verdict(
            self.counts.plan,
            self.counts.period,
            self.facts.digest,
            tuple(disclosures),
            tuple(dict.fromkeys(undecided)),
            tuple(self.witnesses),
            cells,
            self.mixed,
            self.known.solved,
        )

    def _start(self, registers: Iterable[Mapping[Key, int]]) -> None:
        """Begin with people imagined from the figures, then the true ones, then others."""
        imagined = self.facts.imagined
        if imagined and all(cell in imagined for cell in self.world.cells):
            self._add_people(
                self._fewer(self.world.people_in({c: imagined[c] for c in self.world.cells}))
            )
        true = self.counts.cells
        if all(cell in true for cell in self.world.cells):
            self._add_base({cell: true[cell] for cell in self.world.cells})
        for register in registers:
            if all(cell in register for cell in self.world.cells) and self._tells(register):
                self._add_base({cell: register[cell] for cell in self.world.cells})

    def _tells(self, register: Mapping[Key, int]) -> bool:
        """Tell whether counts show something that no witness showed yet."""
        self.pulse()
        for cell in self.world.targets:
            value = register[cell]
            if not self._is_safe(cell) and (
                (cell not in self.outside and is_outside(value, self.threshold))
                or value < self.lows.get(cell, (value + 1, 0))[0]
                or value > self.highs.get(cell, (value - 1, 0))[0]
            ):
                return True
        return any(
            (row, part) not in self.mixed and is_mixed(register[row], register[part])
            for row, part in self.world.rows
        )

    def _fewer(self, people: dict[Kind, int] | None) -> dict[Kind, int] | None:
        """Take people away where a period is known to have fewer than the figures would make."""
        for fact in self.world.facts if people else ():
            cell = fact.cell
            if people and cell is not None and len(cell) == 1 and fact.high is not None:
                inside = [k for k in people if cell in self.world.cells_of(k)]
                for _ in range(sum(people[k] for k in inside) - fact.high):
                    people[max(inside, key=people.__getitem__)] -= 1
        return people

    def _by_changes(self, cells: Iterable[Key]) -> list[Key]:
        """Decide cells by a few more or fewer people of one kind; return those that are left."""
        left = [cell for cell in cells if not self._is_safe(cell)]
        if left and not self.people:
            self._rounds(left)
        for cell in left:
            if not self._is_safe(cell):
                self._change(cell, TRIES if len(left) < 1000 else 2)  # noqa: PLR2004
        for cell in left:
            for into in (True, False):
                if not self._is_safe(cell):
                    self._relocate(cell, into=into)
        left = [cell for cell in left if not self._is_safe(cell)]
        if left and self.world.span == self.counts.period:
            self._rounds(left)
        return [cell for cell in left if not self._is_safe(cell)]

    def _relocate(self, cell: Key, *, into: bool, most: int = 0) -> None:
        """Move people into a cell or out of it, one at a time, as long as all facts hold."""
        for base in list(self.people)[:2]:
            people, change = dict(self.people[base]), dict[Kind, int]()
            moved: dict[Key, int] = {}
            left = most or max(self.base, self.threshold) + 1
            self.pulse()
            for step in moves(self.world, people, cell, self.choose, into=into):
                if any(people.get(kind, 0) + number < 0 for kind, number in step.items()):
                    continue
                trial = dict(moved)
                for kind, number in step.items():
                    for counted in self.world.cells_of(kind):
                        trial[counted] = trial.get(counted, 0) + number
                if not change_fits(self.world, self.values[base], trial):
                    continue
                moved = trial
                for kind, number in step.items():
                    people[kind] = people.get(kind, 0) + number
                    change[kind] = change.get(kind, 0) + number
                left -= 1
                if not left:
                    break
            if change and self._add_change(base, {k: n for k, n in change.items() if n}):
                return

    def _rounds(self, cells: Iterable[Key]) -> None:
        """Ask the solver for a few very different registers."""
        some = list(cells)
        for turn in range(ROUNDS):
            self.progress(turn, ROUNDS)
            aim = {cell: 1.0 if self.choose(("+", "-")) == "+" else -1.0 for cell in some}
            if not self._add_base(self.known.numbers(aim, SECONDS_ROUND, GAP_ROUND)):
                return

    def _change(self, cell: Key, tries: int) -> None:
        """Add, take away or move people of the cell, as long as all facts hold."""
        for base in list(self.people):
            people = self.people[base]
            present = [k for k, n in people.items() if n and cell in self.world.cells_of(k)]
            for turn in range(tries):
                inside = self.world.a_kind_in(cell, self.choose)
                changes = self._more(people, inside, cell)
                if turn < len(present):
                    other = self.world.a_kind_in(_time_of(cell), self.choose)
                    changes += self._less(people, present[turn], other)
                for change in changes:
                    if self._add_change(base, change) and self._is_safe(cell):
                        return

    def _more(self, people: Mapping[Kind, int], inside: Kind, cell: Key) -> list[dict[Kind, int]]:
        """Return ways to have more people in a cell: new ones, or some of another kind."""
        most = max(self.base - 1, 1)
        changes = [{inside: most}, {inside: 1}]
        time, counted = _time_of(cell)[0], self.world.cells_of
        donors = [k for k, n in people.items() if n and (time,) in counted(k)]
        donors = [k for k in donors if cell not in counted(k)]
        if donors:
            donor = donors[len(self.witnesses) % len(donors)]
            changes += [{inside: n, donor: -n} for n in sorted({min(most, people[donor]), 1})]
        return changes

    def _less(self, people: Mapping[Kind, int], inside: Kind, other: Kind) -> list[dict[Kind, int]]:
        """Return ways to have fewer people in a cell: without some, or with some elsewhere."""
        numbers = sorted({min(max(self.base - 1, 1), people[inside]), 1}, reverse=True)
        gone = [{inside: -n} for n in numbers]
        return gone + [{inside: -n, other: n} for n in numbers if other != inside]

    def _decide(self, cell: Key, disclosures: list[Disclosure], undecided: list[Key]) -> None:
        """Ask the solver how small and how great a cell can be; prove it, or refute it."""
        aim = {cell: 1}
        proofs = []
        for at_least in (True, False):
            corner = self.known.corner(aim, 1 if at_least else -1)
            whole = corner.whole() if corner is not None else None
            if whole is not None:
                self._add_base(dict(zip(self.world.cells, whole, strict=True)))
            if self._is_safe(cell):
                return
            proofs.append(self.known.bound(aim, at_least))
        if self._prove(cell, proofs, disclosures):
            return
        for sign in (1.0, -1.0):
            self._add_base(self.known.numbers({cell: sign}, SECONDS_CELL, 0.0))
            if self._is_safe(cell):
                return
        undecided.append(cell)

    def _prove(self, cell: Key, proofs: list[Bound | None], disclosures: list[Disclosure]) -> bool:
        """Note a disclosure if both ends are proved and too close; tell whether it was."""
        low, high = proofs
        if low is None or high is None:
            return False
        least, most = max(0, ceil(low.value)), floor(high.value)
        if least >= 1 and most < self.threshold:
            danger = Danger.EXACT if least == most else Danger.SMALL
        elif not self.world.is_wide(cell, least, most):
            danger = Danger.NARROW
        else:
            return False
        if len(disclosures) < EXPLAINED:
            low = self.known.shortest(low, {cell: 1}, least)
            high = self.known.shortest(high, {cell: 1}, most)
        disclosures.append(Disclosure(danger, cell, None, least, most, (low, high)))
        return True

    # --- groups ---------------------------------------------------------------------------------

    def _mix(self, row: Key, part: Key) -> bool:
        """Find a witness in which others of the group do not share the answer."""
        inside = dict(part)
        name = next(n for n, code in part if (n, code) not in row)
        dimension = self.world.plan.dimension[name]
        others = [c for c in dimension.leaves if inside[name] not in dimension.above[c]]
        for base in list(self.people):
            for other in others:
                kind = self.world.a_kind_in(tuple(sorted((*row, (name, other)))), self.choose)
                for number in (INSIDERS + 1, self.base - 1):
                    if self._add_change(base, {kind: number}) and self._note(row, part):
                        return True
            present = [k for k in self.people[base] if part in self.world.cells_of(k)]
            for inside_kind in present[:TRIES]:
                for other in others:
                    moved = tuple(sorted({**dict(inside_kind), name: other}.items()))
                    number = min(self.people[base][inside_kind], INSIDERS + 1)
                    change = {inside_kind: -number, moved: number}
                    if self._add_change(base, change) and self._note(row, part):
                        return True
        for other in others:
            self._relocate(tuple(sorted((*row, (name, other)))), into=True, most=INSIDERS + 1)
            if self._note(row, part):
                return True
        return False

    def _note(self, row: Key, part: Key) -> bool:
        """Keep the last witness for a group if it mixes it."""
        number = len(self.witnesses) - 1
        if number >= 0 and is_mixed(self._value(row, number), self._value(part, number)):
            self.mixed[row, part] = number
            return True
        return False

    def _decide_row(
        self, row: Key, part: Key, disclosures: list[Disclosure], undecided: list[Key]
    ) -> None:
        rest = {row: 1, part: -1}
        most = self.known.bound(rest, at_least=False)
        least = self.known.bound({row: 1}, at_least=True)
        if (
            most is not None
            and least is not None
            and floor(most.value) <= INSIDERS
            and ceil(least.value) >= GROUP_SIZE
        ):
            found = Disclosure(
                Danger.GROUP, part, row, ceil(least.value), floor(most.value), (most, least)
            )
            disclosures.append(found)
            return
        for aim in ({row: -1.0, part: 1.0}, {row: 1.0}):
            numbers = self.known.numbers(aim, SECONDS_CELL, 0.0)
            if self._add_base(numbers) and (row, part) in self.mixed:
                return
        undecided.append(part)


def _time_of(cell: Key) -> Key:
    """Return everybody of the period of a cell."""
    return tuple(pair for pair in cell if pair[0] == PERIOD)
