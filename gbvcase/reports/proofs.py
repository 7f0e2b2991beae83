"""What an audit found, and the check that believes none of it: whole numbers and fractions only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.facts import Fact, Facts
from gbvcase.reports.registers import Kind, World
from gbvcase.reports.tables import Key, Plan

INSIDERS = 1
GROUP_SIZE = 2


class Danger(Enum):
    """What must not be provable of a small group."""

    EXACT = "exact"
    SMALL = "small"
    NARROW = "narrow"  # closer than a rounded figure tells
    GROUP = "group"
    LATE = "late"


@dataclass(frozen=True)
class Witness:
    """People who fit all facts: a whole register, or the change to be made to another one."""

    base: int | None  # the number of the witness that it changes
    people: tuple[tuple[Kind, int], ...]
    size: int  # of the whole register; kept apart so that no number can change alone


@dataclass(frozen=True)
class Bound:
    """A proof that a sum of cells is at least, or at most, a number: an addition.

    The facts times their multipliers, plus the relations times theirs, plus what is left over of
    single cells (which are never negative), give exactly the sum in question.
    """

    at_least: bool
    value: Fraction
    facts: tuple[tuple[Fraction, Fact], ...]
    relations: tuple[tuple[Fraction, tuple[Key, tuple[Key, ...]]], ...]
    rests: tuple[tuple[Fraction, Key], ...]


@dataclass(frozen=True)
class Disclosure:
    """Something that can be proved about a small group."""

    danger: Danger
    cell: Key
    row: Key | None  # the group, where all of it share the answer of the cell
    low: int
    high: int
    proofs: tuple[Bound, ...]

    @property
    def proof(self) -> tuple[tuple[Fraction, Fact], ...]:
        """Return the facts that prove it, with their multipliers."""
        return tuple(dict.fromkeys(pair for bound in self.proofs for pair in bound.facts))


@dataclass(frozen=True, eq=False)
class Verdict:
    """What an attack found; nothing may be frozen on it before `check` has gone through it."""

    plan: Plan
    period: str
    facts_digest: str
    disclosures: tuple[Disclosure, ...]
    undecided: tuple[Key, ...]
    witnesses: tuple[Witness, ...]
    cells: Mapping[Key, tuple[int, int, int]]  # witnesses: outside 1..t-1, a low value, a high one
    rows: Mapping[tuple[Key, Key], int]  # the witness in which others do not share the answer
    solved: int = 0  # how many programmes the solver was given


@dataclass(frozen=True)
class Passed:
    """The certificate of a verdict that was checked and found nothing; only `check` makes it."""

    facts_digest: str
    plan_digest: str
    period: str


class WrongProof(GbvcaseError):
    """The check disagrees with the audit; then nothing leaves."""

    sentence = mark("The check of the figures failed. Nothing was released.")


class Disclosed(GbvcaseError):
    """Something about a small group could be proved; the release is refused."""

    sentence = mark(
        "This cannot be released: from these figures and those released before, something about a "
        "few people could be worked out. {proof}"
    )

    def __init__(self, disclosures: tuple[Disclosure, ...], told_in: Plan | None = None) -> None:
        self.disclosures = disclosures
        self.told_in = told_in  # the plan that has names for them, where it is another one
        super().__init__(proof="")


class NotDecided(GbvcaseError):
    """The audit could not tell in the time it had; then nothing leaves."""

    sentence = mark(
        "It could not be shown that these figures protect everybody. Nothing was released. "
        "Try a longer period or a report with fewer tables."
    )


def check(verdict: Verdict, facts: Facts) -> Passed:
    """Go through a verdict without the solver and return its certificate.

    Raise WrongProof if a witness or a proof is wrong, Disclosed if something was proved, and
    NotDecided if a cell was left open.
    """
    world = World.of(verdict.plan, verdict.period, facts)
    if verdict.facts_digest != facts.digest:
        raise WrongProof
    for disclosure in verdict.disclosures:
        _check_disclosure(disclosure, world)
    values = _Values(world, verdict.witnesses)
    found = {(d.cell, d.row) for d in verdict.disclosures}
    for cell in world.targets:
        if (cell, None) not in found and cell not in verdict.undecided:
            _check_cell(cell, verdict, world, values)
    for row, part in world.rows:
        if (part, row) not in found and part not in verdict.undecided:
            number = verdict.rows.get((row, part))
            if number is None or not is_mixed(values.of(row, number), values.of(part, number)):
                raise WrongProof
    if verdict.disclosures:
        raise Disclosed(verdict.disclosures)
    if verdict.undecided or world.strange:
        raise NotDecided
    return Passed(facts.digest, verdict.plan.digest, verdict.period)


def is_outside(value: int, threshold: int) -> bool:
    """Tell whether a count is none of those that must not be known."""
    return value <= 0 or value >= threshold


def is_mixed(row: int, part: int) -> bool:
    """Tell whether a group does not share an answer, insiders left aside, or is no group."""
    return row - part > INSIDERS or row < GROUP_SIZE


def _check_cell(cell: Key, verdict: Verdict, world: World, values: "_Values") -> None:
    if cell not in verdict.cells:
        raise WrongProof
    outside, low, high = (values.of(cell, number) for number in verdict.cells[cell])
    wide = world.is_wide(cell, low, high)
    if not is_outside(outside, verdict.plan.threshold) or not wide:
        raise WrongProof


class _Values:
    """The counts of every witness, recounted; raises WrongProof if one does not fit the facts."""

    def __init__(self, world: World, witnesses: Iterable[Witness]) -> None:
        self._world = world
        self._bases: dict[int, dict[Key, int]] = {}
        self._changes: list[tuple[int, dict[Key, int]]] = []
        sizes: dict[int, tuple[dict[Kind, int], int]] = {}
        for number, witness in enumerate(witnesses):
            if witness.base is None:
                people = dict(witness.people)
                if min(people.values(), default=0) < 0 or len(people) != len(witness.people):
                    raise WrongProof
                cells = world.count(people.items())
                if not world.fits(cells) or sum(people.values()) != witness.size:
                    raise WrongProof
                self._bases[number] = cells
                sizes[number] = (people, witness.size)
                self._changes.append((number, {}))
            else:
                if witness.base not in self._bases:
                    raise WrongProof
                people, size = sizes[witness.base]
                self._changes.append((witness.base, self._change(witness, people, size)))

    def _change(self, witness: Witness, people: Mapping[Kind, int], size: int) -> dict[Key, int]:
        """Return by how much a change moves each cell; it must leave all facts true."""
        moved: dict[Key, int] = {}
        for kind, number in witness.people:
            if people.get(kind, 0) + number < 0:
                raise WrongProof
            for cell in self._world.cells_of(kind):
                moved[cell] = moved.get(cell, 0) + number
        if size + sum(number for _, number in witness.people) != witness.size:
            raise WrongProof
        assert witness.base is not None
        if not change_fits(self._world, self._bases[witness.base], moved):
            raise WrongProof
        return moved

    def of(self, cell: Key, number: int) -> int:
        """Return the count of a cell in a witness."""
        if not 0 <= number < len(self._changes):
            raise WrongProof
        base, moved = self._changes[number]
        return self._bases[base][cell] + moved.get(cell, 0)


def change_fits(world: World, cells: Mapping[Key, int], moved: Mapping[Key, int]) -> bool:
    """Tell whether fitting counts still fit after a change of some cells."""
    for cell, change in moved.items():
        low, high = world.bounds.get(cell, (0, None))
        if not low <= cells[cell] + change or (high is not None and cells[cell] + change > high):
            return False
    touched = {fact for cell in moved for fact in world.compound_of.get(cell, ())}
    return all(
        fact.holds(sum(w * (cells[c] + moved.get(c, 0)) for c, w in fact.terms)) for fact in touched
    )


def _check_disclosure(disclosure: Disclosure, world: World) -> None:
    """Raise WrongProof unless the additions prove what is said."""
    known = set(world.facts)
    ties = set(world.sums)
    for bound in disclosure.proofs:
        if any(fact not in known for _, fact in bound.facts):
            raise WrongProof
        if any(tie not in ties for _, tie in bound.relations):
            raise WrongProof
    threshold = world.plan.threshold
    one = {disclosure.cell: 1}
    if disclosure.row is not None:
        rest = {disclosure.row: 1, disclosure.cell: -1}
        row = {disclosure.row: 1}
        good = any(_proves(b, rest, False, INSIDERS) for b in disclosure.proofs) and any(
            _proves(b, row, True, GROUP_SIZE) for b in disclosure.proofs
        )
    else:
        least = any(_proves(b, one, True, disclosure.low) for b in disclosure.proofs)
        most = any(_proves(b, one, False, disclosure.high) for b in disclosure.proofs)
        small = disclosure.low >= 1 and disclosure.high < threshold
        narrow = not world.is_wide(disclosure.cell, disclosure.low, disclosure.high)
        good = least and most and (small or narrow)
    if not good:
        raise WrongProof


def _proves(bound: Bound, aim: Mapping[Key, int], at_least: bool, number: int) -> bool:
    """Tell whether an addition shows that a sum of cells is at least (at most) a number."""
    if bound.at_least != at_least or not adds_up(bound, aim):
        return False
    return bound.value > number - 1 if at_least else bound.value < number + 1


def adds_up(bound: Bound, aim: Mapping[Key, int]) -> bool:
    """Check an addition: term by term, with fractions, without the solver."""
    sign = 1 if bound.at_least else -1
    total: dict[Key, Fraction] = {}
    value = Fraction(0)
    for multiplier, fact in bound.facts:
        end = fact.low if multiplier * sign > 0 else fact.high
        if end is None:
            return False
        value += multiplier * end
        for cell, weight in fact.terms:
            total[cell] = total.get(cell, Fraction(0)) + multiplier * weight
    for multiplier, (whole, some) in bound.relations:
        total[whole] = total.get(whole, Fraction(0)) + multiplier
        for part in some:
            total[part] = total.get(part, Fraction(0)) - multiplier
    for multiplier, cell in bound.rests:
        if multiplier * sign < 0:
            return False
        total[cell] = total.get(cell, Fraction(0)) + multiplier
    wanted = {cell: Fraction(weight) for cell, weight in aim.items() if weight}
    return value == bound.value and {c: v for c, v in total.items() if v} == wanted
