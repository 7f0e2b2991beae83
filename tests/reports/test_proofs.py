"""The check of a verdict, beside a slow one that was written without it: they always agree."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.reports.audit import attack
from gbvcase.reports.facts import Fact, Facts, facts_of
from gbvcase.reports.lattice import PERIOD, atoms
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.proofs import (
    Bound,
    Disclosed,
    NotDecided,
    Verdict,
    Witness,
    WrongProof,
    adds_up,
    check,
)
from gbvcase.reports.protection import Status, round_together
from gbvcase.reports.registers import World
from gbvcase.reports.suppression import hide
from gbvcase.reports.tables import Counts, Key, count
from tests.reports.made_up import flat, seeded, small_plan

HALF = "2025-H1"
PLAN = replace(
    small_plan(
        ("a", "b"),
        ("b", "c"),
        dimensions=(flat("a", "x", "y"), flat("b", "p", "q", sensitive=True), flat("c", "m", "n")),
    ),
    exclusions=("void",),
)
DAMAGES = 30


def counts_of(random: Random) -> Counts:
    people: list[dict[str, str]] = []
    for _ in range(random.choice([20, 45, 90])):
        one = {"a": random.choice("xxy"), "b": random.choice("pppq"), "c": random.choice("mmn")}
        people.append(one | {"quarter": random.choice(atoms(HALF))})
        if random.random() < 0.1:
            people[-1]["excluded"] = "void"
    return count(people, PLAN, HALF)


def some_facts(counts: Counts, random: Random) -> tuple[Facts, list[Mapping[Key, int]]]:
    """Return facts of a rounded release, of a form, of one that betrays; or a sum of cells."""
    match random.randrange(4):
        case 0:
            return facts_of(round_together(counts, {}, random), HALF), []
        case 1:
            hiding = hide(counts)
            return facts_of(hiding.published, HALF), list(hiding.registers)
        case 2:
            told = [Fact.of(c, n, n, Status.EXACT) for c, n in counts.cells.items()]
            return Facts(tuple(f for f in told if random.random() < 0.8)), []
        case _:
            cells = random.sample(list(counts.cells), 3)
            terms = tuple((cell, random.choice([1, 2, -1])) for cell in cells)
            value = sum(n * counts.cells[cell] for cell, n in terms)
            told = [Fact(terms, value - random.randint(0, 3), value + random.randint(0, 3))]
            told += [Fact.of(c, max(0, n - 6), n + 6) for c, n in counts.cells.items()]
            return Facts(tuple(told)), []


# --- the slow check -----------------------------------------------------------------------------


@cache
def is_in(kind: Key, cell: Key) -> bool:
    """Tell whether people of a kind are counted in a cell, from the codes alone."""
    codes, wanted = dict(kind), dict(cell)
    time = wanted.pop(PERIOD)
    if codes[PERIOD] not in atoms(time) or (EXCLUDED in codes) != (EXCLUDED in wanted):
        return False
    return all(codes.get(name) == code for name, code in wanted.items())


@cache
def is_kind(kind: Key) -> bool:
    codes = dict(kind)
    if codes.get(PERIOD) not in atoms(HALF) or len(codes) != len(kind):
        return False
    if EXCLUDED in codes:
        return codes == {PERIOD: codes[PERIOD], EXCLUDED: "void"}
    return codes.keys() == {*PLAN.dimension, PERIOD} and all(
        code in PLAN.dimension[name].leaves for name, code in codes.items() if name != PERIOD
    )


def slowly(verdict: Verdict, facts: Facts) -> bool:
    """Check all witnesses and additions of a verdict, cell by cell, with fractions."""
    registers = slow_registers(verdict, facts)
    if registers is None:
        return False

    def value(cell: Key, number: int) -> int:
        return sum(n for kind, n in registers[number].items() if is_in(kind, cell))

    world = World.of(PLAN, HALF, facts)
    proved = {(d.cell, d.row) for d in verdict.disclosures}
    for cell in world.targets:
        if (cell, None) not in proved and cell not in verdict.undecided:
            numbers = verdict.cells.get(cell)
            if numbers is None or not set(numbers) <= registers.keys():
                return False
            outside, low, high = (value(cell, number) for number in numbers)
            if 0 < outside < 5 or not world.is_wide(cell, low, high):
                return False
    for row, part in world.rows:
        if (part, row) not in proved and part not in verdict.undecided:
            number = verdict.rows.get((row, part), -1)
            if number not in registers or (
                value(row, number) >= 2 and value(row, number) - value(part, number) < 2
            ):
                return False
    bounds = [bound for disclosure in verdict.disclosures for bound in disclosure.proofs]
    return all(slowly_adds_up(bound, facts) for bound in bounds)


def slow_registers(verdict: Verdict, facts: Facts) -> dict[int, Counter[Key]] | None:
    """Return the people of each witness; None if some cannot be, or do not fit the facts."""
    world = World.of(PLAN, HALF, facts)
    registers: dict[int, Counter[Key]] = {}
    for number, witness in enumerate(verdict.witnesses):
        people: Counter[Key] = Counter()
        if witness.base is not None:
            based = [n for n, one in enumerate(verdict.witnesses[:number]) if one.base is None]
            if witness.base not in based:
                return None
            people = Counter(registers[witness.base])
        for kind, more in witness.people:
            people[kind] += more
        good = (
            len(dict(witness.people)) == len(witness.people)
            and all(map(is_kind, people))
            and min(people.values(), default=0) >= 0
            and sum(people.values()) == witness.size
            and all(
                fact.holds(
                    sum(w * n for c, w in fact.terms for k, n in people.items() if is_in(k, c))
                )
                for fact in world.facts
            )
        )
        if not good:
            return None
        registers[number] = people
    return registers


def slowly_adds_up(bound: Bound, facts: Facts) -> bool:
    """Check one addition for some made-up numbers of every cell: it holds for all, or is wrong."""
    if any(fact not in facts.facts for _, fact in bound.facts):
        return False
    return bound.value == sum(
        multiplier * ((fact.low if (multiplier > 0) == bound.at_least else fact.high) or 0)
        for multiplier, fact in bound.facts
    )


def accepts(verdict: Verdict, facts: Facts) -> bool:
    try:
        check(verdict, facts)
    except (Disclosed, NotDecided):
        return True
    except WrongProof:
        return False
    return True


# --- damage -------------------------------------------------------------------------------------


def damaged(verdict: Verdict, random: Random) -> Verdict:
    """Change something at one place of a verdict."""
    match random.randrange(6):
        case 0 | 1 if verdict.witnesses:
            number = random.randrange(len(verdict.witnesses))
            witnesses = list(verdict.witnesses)
            witnesses[number] = damaged_witness(witnesses[number], random)
            return replace(verdict, witnesses=tuple(witnesses))
        case 2 if verdict.cells:
            cell = random.choice(list(verdict.cells))
            numbers = [*verdict.cells[cell]]
            numbers[random.randrange(3)] = random.randint(-1, len(verdict.witnesses))
            cells = {**verdict.cells, cell: (numbers[0], numbers[1], numbers[2])}
            return replace(verdict, cells=cells)
        case 3 if verdict.rows:
            row = random.choice(list(verdict.rows))
            rows = {**verdict.rows, row: random.randint(-1, len(verdict.witnesses))}
            return replace(verdict, rows=rows)
        case 4 if len(verdict.witnesses) > 1:
            left = random.randrange(len(verdict.witnesses))
            return replace(
                verdict, witnesses=(*verdict.witnesses[:left], *verdict.witnesses[left + 1 :])
            )
        case _:
            gone = random.choice(list(verdict.cells) or [()])
            return replace(verdict, cells={c: n for c, n in verdict.cells.items() if c != gone})


def damaged_witness(witness: Witness, random: Random) -> Witness:  # noqa: PLR0911 - ways of damage
    people = list(witness.people)
    place = random.randrange(len(people)) if people else 0
    match random.randrange(7):
        case 0 if people:
            kind, number = people[place]
            step = random.choice([-2, -1, 1, 2])
            people[place] = kind, number + step
            return replace(witness, people=tuple(people), size=witness.size + step)
        case 1 if people:  # as many people, but others
            kind, number = people[place]
            name, code = random.choice([pair for pair in kind if pair[0] != PERIOD])
            other = {"x": "y", "y": "x", "p": "q", "q": "p", "m": "n", "n": "m"}.get(code, code)
            moved = tuple(sorted({**dict(kind), name: other}.items()))
            people[place] = moved, number
            return replace(witness, people=tuple(people))
        case 2 if people:  # the same twice, so that neither alone is wrong
            kind, number = people[place]
            people.append((kind, -number))
            return replace(witness, people=tuple(people), size=witness.size - number)
        case 3 if people:  # somebody who cannot be
            kind, number = people[place]
            strange = random.choice([kind[1:], (*kind, ("z", "z")), (("a", "k"), *kind[1:])])
            people[place] = strange, number
            return replace(witness, people=tuple(people))
        case 4:
            return replace(witness, base=random.choice([None, -1, 0, 1, 10**6]))
        case 5:
            return replace(witness, size=witness.size + random.choice([-1, 1]))
        case _:
            return replace(witness, people=tuple(people[1:]))


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_the_check_rejects_exactly_what_a_slow_one_rejects(seed: int) -> None:
    random = seeded(seed)
    counts = counts_of(random)
    facts, registers = some_facts(counts, random)
    verdict = attack(counts, facts, registers=registers)
    assert accepts(verdict, facts)
    assert slowly(verdict, facts)
    rejected = 0
    for _ in range(DAMAGES):
        wrong = damaged(verdict, random)
        assert accepts(wrong, facts) == slowly(wrong, facts)
        rejected += not accepts(wrong, facts)
    assert rejected > DAMAGES // 4


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_an_addition_adds_up_exactly_when_it_does_with_fractions(data: st.DataObject) -> None:
    keys: list[Key] = [(("a", str(n)), (PERIOD, "2025-Q1")) for n in range(4)]
    fractions = st.fractions(min_value=-3, max_value=3, max_denominator=720)
    some = st.lists(fractions.filter(bool), max_size=4)
    used = tuple(
        (
            multiplier,
            Fact.of(data.draw(st.sampled_from(keys)), data.draw(st.integers(0, 5)), 9),
        )
        for multiplier in data.draw(some)
    )
    ties = tuple((m, (keys[0], (keys[1], keys[2]))) for m in data.draw(some))
    rests = tuple((abs(m), data.draw(st.sampled_from(keys))) for m in data.draw(some))
    total: dict[Key, Fraction] = dict.fromkeys(keys, Fraction(0))
    value = Fraction(0)
    for multiplier, fact in used:
        assert fact.cell is not None
        total[fact.cell] += multiplier
        value += multiplier * ((fact.low if multiplier > 0 else fact.high) or 0)
    for multiplier, (whole, parts) in ties:
        total[whole] += multiplier
        for part in parts:
            total[part] -= multiplier
    for multiplier, cell in rests:
        total[cell] += multiplier
    scale = max(1, *(fraction.denominator for fraction in total.values()))
    for times in range(1, 4):  # a sum of whole cells is what is asked for
        aim = {cell: int(fraction * scale * times) for cell, fraction in total.items()}
        whole = all(Fraction(aim[cell]) == total[cell] * scale * times for cell in keys)
        bound = Bound(
            True,
            value * scale * times,
            tuple((m * scale * times, fact) for m, fact in used),
            tuple((m * scale * times, tie) for m, tie in ties),
            tuple((m * scale * times, cell) for m, cell in rests),
        )
        assert adds_up(bound, aim) == whole
        assert not adds_up(replace(bound, value=bound.value + Fraction(1, 720)), aim)
        other = {**aim, keys[3]: aim[keys[3]] + 1}
        assert not adds_up(bound, other)


@pytest.mark.parametrize("step", [Fraction(1, 720), Fraction(-1, 7), Fraction(1)])
def test_no_multiplier_of_a_proof_can_be_changed_by_anything(step: Fraction) -> None:
    people = [{"a": "x", "b": "p", "c": "m", "quarter": "2025-Q1"} for _ in range(30)]
    people += [{"a": "y", "b": "q", "c": "n", "quarter": "2025-Q2"} for _ in range(3)]
    counts = count(people, PLAN, HALF)
    hidden = [(("a", "y"), ("b", "q"), (PERIOD, "2025-Q2"))]
    facts = Facts(
        tuple(Fact.of(c, n, n, Status.EXACT) for c, n in counts.cells.items() if c not in hidden)
    )
    verdict = attack(counts, facts)
    assert verdict.disclosures
    assert accepts(verdict, facts)
    first, *rest = verdict.disclosures
    for number, bound in enumerate(first.proofs):
        for place, (multiplier, fact) in enumerate(bound.facts):
            used = list(bound.facts)
            used[place] = multiplier + step, fact
            proofs = list(first.proofs)
            proofs[number] = replace(bound, facts=tuple(used))
            wrong = replace(first, proofs=tuple(proofs))
            assert not accepts(replace(verdict, disclosures=(wrong, *rest)), facts)
