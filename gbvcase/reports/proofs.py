"""What an audit found, and the check that believes none of it: whole numbers and fractions only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import lcm
from operator import le

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.facts import Fact, Facts
from gbvcase.reports.registers import Counted, Kind, World, may_be_known
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
    if verdict.facts_digest != facts.digest:
        raise WrongProof
    world = World.of(verdict.plan, verdict.period, facts)
    _check_disclosures(verdict.disclosures, world)
    values = _values(world, verdict.witnesses)
    _check_cells(verdict, world, values)
    _check_rows(verdict, world, values)
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


Values = Mapping[int, tuple[list[int], Mapping[int, int]]]
"""Of each witness the counts that it starts from, by their places, and what it moves of them."""


def _check_cells(verdict: Verdict, world: World, values: Values) -> None:
    """Raise WrongProof unless each cell has witnesses that differ, and one that is not small."""
    threshold, named = verdict.plan.threshold, verdict.cells
    proved = {d.cell for d in verdict.disclosures if d.row is None} | set(verdict.undecided)
    gaps = world.gaps.values()
    for cell, place, gap in zip(world.targets, world.target_places, gaps, strict=True):
        if cell in proved:
            continue
        if cell not in named:
            raise WrongProof
        low = high = 0
        for turn, number in enumerate(named[cell]):
            if number not in values:
                raise WrongProof
            base, moved = values[number]
            value = base[place] + moved.get(place, 0)
            if turn == 0 and 0 < value < threshold:
                raise WrongProof
            low, high = high, value
        if high - low < gap and not may_be_known(high, gap, threshold):
            raise WrongProof


def _check_rows(verdict: Verdict, world: World, values: Values) -> None:
    """Raise WrongProof unless each group has a witness in which it does not share an answer."""
    named, undecided = verdict.rows, set(verdict.undecided)
    proved = {(d.row, d.cell) for d in verdict.disclosures}
    for pair, (row, part) in zip(world.rows, world.row_places, strict=True):
        if pair in proved or pair[1] in undecided:
            continue
        number = named.get(pair)
        if number is None or number not in values:
            raise WrongProof
        base, moved = values[number]
        whole = base[row] + moved.get(row, 0)
        if whole >= GROUP_SIZE and whole - base[part] - moved.get(part, 0) <= INSIDERS:
            raise WrongProof


def _values(world: World, witnesses: Iterable[Witness]) -> Values:
    """Recount every witness; raise WrongProof if one does not fit the facts."""
    found: dict[int, tuple[list[int], dict[int, int]]] = {}
    registers: dict[int, tuple[dict[Counted, int], int]] = {}
    for number, witness in enumerate(witnesses):
        people: dict[Counted, int] = {}
        for kind, some in witness.people:
            counted = world.counted_as(kind)
            if counted is None or counted in people:
                raise WrongProof
            people[counted] = some
        if witness.base is None:
            numbers, moved, before = world.numbers(people.items()), dict[int, int](), 0
            if min(people.values(), default=0) < 0 or not _fits(world, numbers):
                raise WrongProof
            registers[number] = people, witness.size
        elif witness.base in registers:
            numbers = found[witness.base][0]
            register, before = registers[witness.base]
            if any(register.get(kind, 0) + more < 0 for kind, more in people.items()):
                raise WrongProof
            moved = _moved(people)
            if not _still_fits(world, numbers, moved):
                raise WrongProof
        else:
            raise WrongProof
        if before + sum(people.values()) != witness.size:
            raise WrongProof
        found[number] = numbers, moved
    return found


def _moved(people: Mapping[Counted, int]) -> dict[int, int]:
    """Return by how much a change of people moves each cell, by its place."""
    moved: dict[int, int] = {}
    for counted, number in people.items():
        for place in counted.places:
            moved[place] = moved.get(place, 0) + number
    return moved


def _fits(world: World, counted: Sequence[int]) -> bool:
    """Tell whether counts agree with every fact."""
    least, most = world.ends
    place = world.place
    return (
        all(map(le, least, counted))
        and all(map(le, counted, most))
        and all(
            fact.holds(sum(weight * counted[place[cell]] for cell, weight in fact.terms))
            for fact in world.compound
        )
    )


def _still_fits(world: World, counted: Sequence[int], moved: Mapping[int, int]) -> bool:
    """Tell whether fitting counts still fit after a change of some cells."""
    least, most = world.ends
    for place, change in moved.items():
        if not least[place] <= counted[place] + change <= most[place]:
            return False
    place_of, cells = world.place, world.cells
    if not world.compound:
        return True
    touched = {f for place in moved for f in world.compound_of.get(cells[place], ())}
    return all(
        fact.holds(
            sum(w * (counted[p] + moved.get(p, 0)) for c, w in fact.terms for p in (place_of[c],))
        )
        for fact in touched
    )


def change_fits(world: World, cells: Mapping[Key, int], moved: Mapping[Key, int]) -> bool:
    """Tell whether fitting counts still fit after a change of some cells."""
    for cell, change in moved.items():
        low, high = world.bounds.get(cell, (0, None))
        if not low <= cells[cell] + change or (high is not None and cells[cell] + change > high):
            return False
    if not world.compound:
        return True
    touched = {fact for cell in moved for fact in world.compound_of.get(cell, ())}
    return all(
        fact.holds(sum(w * (cells[c] + moved.get(c, 0)) for c, w in fact.terms)) for fact in touched
    )


def _check_disclosures(disclosures: Iterable[Disclosure], world: World) -> None:
    """Raise WrongProof unless the additions use what is known, and prove what is said."""
    some = tuple(disclosures)
    if not some:
        return
    known, ties = set(world.facts), set(world.sums)
    for disclosure in some:
        for bound in disclosure.proofs:
            if not known.issuperset(fact for _, fact in bound.facts):
                raise WrongProof
            if not ties.issuperset(tie for _, tie in bound.relations):
                raise WrongProof
        _check_disclosure(disclosure, world)


def _check_disclosure(disclosure: Disclosure, world: World) -> None:
    """Raise WrongProof unless the additions prove what is said."""
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
    """Check an addition: term by term, without the solver.

    All multipliers are brought to one denominator, and from there on the numbers are whole.
    """
    sign = 1 if bound.at_least else -1
    parts = (*bound.facts, *bound.relations, *bound.rests)
    common = lcm(*(multiplier.denominator for multiplier, _ in parts))

    def times(multiplier: Fraction) -> int:
        return multiplier.numerator * (common // multiplier.denominator)

    total: dict[Key, int] = {}
    value = 0
    for multiplier, fact in bound.facts:
        number = times(multiplier)
        end = fact.low if number * sign > 0 else fact.high
        if end is None:
            return False
        value += number * end
        for cell, weight in fact.terms:
            total[cell] = total.get(cell, 0) + number * weight
    for multiplier, (whole, some) in bound.relations:
        number = times(multiplier)
        total[whole] = total.get(whole, 0) + number
        for part in some:
            total[part] = total.get(part, 0) - number
    for multiplier, cell in bound.rests:
        number = times(multiplier)
        if number * sign < 0:
            return False
        total[cell] = total.get(cell, 0) + number
    wanted = {cell: weight * common for cell, weight in aim.items() if weight}
    return value == bound.value * common and {c: v for c, v in total.items() if v} == wanted
