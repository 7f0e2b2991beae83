"""The attacker: she finds what brute force finds, and the check believes neither her nor us."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.domain.errors import Cancelled
from gbvcase.reports.audit import attack, interval
from gbvcase.reports.facts import Fact, Facts, facts_of
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.proofs import (
    Danger,
    Disclosed,
    NotDecided,
    Verdict,
    WrongProof,
    check,
    is_mixed,
    is_outside,
)
from gbvcase.reports.protection import Status, round_together
from gbvcase.reports.registers import World
from gbvcase.reports.tables import Counts, Key, Plan, count
from tests.reports.made_up import answers, flat, seeded, small_plan

Q = "2025-Q1"
TWO = small_plan(
    ("a", "b"), dimensions=(flat("a", "x", "y", "z"), flat("b", "p", "q", sensitive=True))
)
CYCLE = small_plan(
    ("a", "b"), ("b", "c"), ("a", "c"), dimensions=tuple(flat(n, "x", "y") for n in "abc")
)


def counts_of(plan: Plan, kinds: Mapping[tuple[str, ...], int]) -> Counts:
    names = [d.name for d in plan.dimensions]
    finest: dict[tuple[str, ...], dict[tuple[str, ...], int]] = {}
    for table in plan.tables:
        numbers = finest[table] = {}
        for kind, number in kinds.items():
            leaf = (*(kind[names.index(d)] for d in table), Q)
            numbers[leaf] = numbers.get(leaf, 0) + number
    return Counts(plan, Q, finest)


def kinds_of(plan: Plan) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    for dimension in plan.dimensions:
        found = [(*kind, code) for kind in found for code in dimension.leaves]
    return found


def registers(number: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield every way in which at most so many people can be of so many kinds."""
    if number == 0:
        yield ()
        return
    for first in range(most + 1):
        for rest in registers(number - 1, most - first):
            yield (first, *rest)


def drawn_facts(counts: Counts, random: Random, most: int) -> Facts:
    """Return made-up facts that hold, among them that there are not more than so many people."""
    facts = [Fact.of((("period", Q),), 0, most)]
    for cell, true in counts.cells.items():
        if random.random() < 0.6:
            low = max(0, true - random.choice([0, 0, 1, 4]))
            facts.append(Fact.of(cell, low, true + random.choice([0, 0, 1, 4]), Status.HIDDEN))
    return Facts(tuple(facts))


def brute(world: World, most: int) -> list[dict[Key, int]]:
    """Return the counts of every register that fits the facts."""
    names = [d.name for d in world.plan.dimensions]
    kinds = [
        tuple(sorted((*zip(names, kind, strict=True), ("period", Q))))
        for kind in kinds_of(world.plan)
    ]
    fitting = []
    for numbers in registers(len(kinds), most):
        cells = world.count((k, n) for k, n in zip(kinds, numbers, strict=True) if n)
        if world.fits(cells):
            fitting.append(cells)
    return fitting


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 100_000), plan=st.sampled_from([TWO, CYCLE]))
def test_the_attack_finds_exactly_what_brute_force_finds(seed: int, plan: Plan) -> None:
    random = seeded(seed)
    most = 9 if plan is TWO else 5
    kinds = dict.fromkeys(kinds_of(plan), 0)
    for _ in range(random.randint(0, most - 1)):
        kinds[random.choice(list(kinds))] += 1
    counts = counts_of(plan, kinds)
    facts = drawn_facts(counts, random, most)
    world = World.of(plan, Q, facts)
    fitting = brute(world, most)
    verdict = attack(counts, facts)
    checked(verdict, facts)
    proved = {d.cell for d in verdict.disclosures if d.row is None}
    for cell in world.targets:
        values = {cells[cell] for cells in fitting}
        assert interval(counts, facts, cell) == (min(values), max(values))
        safe = any(is_outside(v, 5) for v in values) and world.is_wide(
            cell, min(values), max(values)
        )
        if safe:
            assert cell not in proved
            assert cell in verdict.cells
        else:
            assert cell in proved or cell in verdict.undecided
    for row, part in world.rows:
        if (row, part) in verdict.rows:
            assert any(is_mixed(cells[row], cells[part]) for cells in fitting)
        else:
            assert part in verdict.undecided or part in {d.cell for d in verdict.disclosures}


def checked(verdict: Verdict, facts: Facts) -> bool:
    """Check a verdict; tell whether it passed. A wrong proof is an error."""
    try:
        check(verdict, facts)
    except (Disclosed, NotDecided):
        return False
    return True


def exact(counts: Counts, *left: Key) -> Facts:
    """Return the facts of a table whose cells are all shown, but for some."""
    return Facts(
        tuple(
            Fact.of(cell, number, number, Status.EXACT)
            for cell, number in counts.cells.items()
            if cell not in left
        )
    )


def cell(**codes: str) -> Key:
    return tuple(sorted((*codes.items(), ("period", Q))))


def test_one_hidden_cell_is_found_by_subtraction() -> None:
    kinds = dict.fromkeys(kinds_of(TWO), 12) | {("x", "p"): 1}
    counts = counts_of(TWO, kinds)
    verdict = attack(counts, exact(counts, cell(a="x", b="p")))
    found = {d.cell: d for d in verdict.disclosures}
    assert found[cell(a="x", b="p")].danger is Danger.EXACT
    assert (found[cell(a="x", b="p")].low, found[cell(a="x", b="p")].high) == (1, 1)
    with pytest.raises(Disclosed):
        check(verdict, exact(counts, cell(a="x", b="p")))


def test_everybody_sharing_an_answer_is_found() -> None:
    kinds = dict.fromkeys(kinds_of(TWO), 12) | {("x", "p"): 6, ("x", "q"): 0}
    counts = counts_of(TWO, kinds)
    facts = Facts(
        tuple(
            Fact.of(c, n, n, Status.EXACT)
            for c, n in counts.cells.items()
            if c in (cell(a="x"), cell(a="x", b="p"))
        )
    )
    verdict = attack(counts, facts)
    assert any(
        d.danger is Danger.GROUP and d.row == cell(a="x") and d.cell == cell(a="x", b="p")
        for d in verdict.disclosures
    )
    assert not checked(verdict, facts)


def test_two_roundings_of_the_same_people_are_found() -> None:
    counts = counts_of(TWO, dict.fromkeys(kinds_of(TWO), 13) | {("x", "p"): 7})
    both = Facts(
        (
            Fact.of(cell(a="x", b="p"), 1, 9),
            Fact.of(cell(a="x", b="p"), 6, 14),
        )
    )
    verdict = attack(counts, both)
    assert [d.danger for d in verdict.disclosures] == [Danger.NARROW]
    assert not checked(verdict, both)


def test_a_rounded_release_passes_without_one_call_of_the_solver() -> None:
    counts = count(answers(400, seeded(9)), plan_named("incidents"), "2025")
    published = round_together(counts, {}, seeded(3))
    facts = facts_of(published, "2025")
    verdict = attack(counts, facts)
    assert verdict.solved == 0
    assert check(verdict, facts).facts_digest == facts.digest


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000), size=st.sampled_from([0, 1, 9, 10, 14, 60, 200]))
def test_every_witness_fits_all_facts_when_recounted(seed: int, size: int) -> None:
    random = seeded(seed)
    counts = count(answers(size, random), plan_named("incidents"), "2025-H1")
    published = round_together(counts, {}, random)
    for period in ("2025-H1", "2025-Q2"):
        facts = facts_of(published, period)
        verdict = attack(counts, facts)
        world = World.of(counts.plan, "2025-H1", facts)
        assert world.fits({c: counts.cells[c] for c in world.cells})
        for witness in verdict.witnesses[:40]:
            people = dict(witness.people)
            if witness.base is not None:
                start = dict(verdict.witnesses[witness.base].people)
                people = {k: start.get(k, 0) + people.get(k, 0) for k in {*start, *people}}
            assert min(people.values(), default=0) >= 0
            assert world.fits(world.count(people.items()))
        assert checked(verdict, facts)


def test_the_check_rejects_each_change_of_one_unit_in_a_witness() -> None:
    counts = count(answers(60, seeded(5)), plan_named("incidents"), Q)
    facts = facts_of(round_together(counts, {}, seeded(5)), Q)
    verdict = attack(counts, facts)
    assert checked(verdict, facts)
    for number, witness in list(enumerate(verdict.witnesses))[:12]:
        for place, (kind, many) in enumerate(witness.people):
            for step in (-1, 1):
                people = list(witness.people)
                people[place] = (kind, many + step)
                changed = list(verdict.witnesses)
                changed[number] = replace(witness, people=tuple(people))
                with pytest.raises(WrongProof):
                    check(replace(verdict, witnesses=tuple(changed)), facts)


def test_the_check_rejects_each_change_of_one_unit_in_a_multiplier() -> None:
    kinds = dict.fromkeys(kinds_of(TWO), 12) | {("x", "p"): 1}
    counts = counts_of(TWO, kinds)
    facts = exact(counts, cell(a="x", b="p"))
    verdict = attack(counts, facts)
    disclosure = verdict.disclosures[0]
    for number, bound in enumerate(disclosure.proofs):
        for name in ("facts", "relations", "rests"):
            for place, (multiplier, what) in enumerate(getattr(bound, name)):
                for step in (-1, 1):
                    terms = list(getattr(bound, name))
                    terms[place] = (multiplier + Fraction(step), what)
                    proofs = list(disclosure.proofs)
                    proofs[number] = replace(bound, **{name: tuple(terms)})
                    wrong = replace(disclosure, proofs=tuple(proofs))
                    others = (wrong, *verdict.disclosures[1:])
                    with pytest.raises(WrongProof):
                        check(replace(verdict, disclosures=others), facts)


def test_the_check_does_not_believe_a_verdict_about_other_facts() -> None:
    counts = counts_of(TWO, dict.fromkeys(kinds_of(TWO), 12))
    facts = facts_of(round_together(counts, {}, seeded(1)), Q)
    verdict = attack(counts, facts)
    more = facts | Facts((Fact.of(cell(a="x"), 24, 24, Status.EXACT),))
    with pytest.raises(WrongProof):
        check(verdict, more)


def test_the_check_does_not_believe_a_cell_that_was_left_out() -> None:
    counts = counts_of(TWO, dict.fromkeys(kinds_of(TWO), 12))
    facts = facts_of(round_together(counts, {}, seeded(1)), Q)
    verdict = attack(counts, facts)
    fewer = dict(list(verdict.cells.items())[1:])
    with pytest.raises(WrongProof):
        check(replace(verdict, cells=fewer), facts)
    fewer_rows = dict(list(verdict.rows.items())[1:])
    with pytest.raises(WrongProof):
        check(replace(verdict, rows=fewer_rows), facts)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_one_more_fact_never_widens_what_is_known(seed: int) -> None:
    random = seeded(seed)
    kinds = {kind: random.choice([0, 1, 2]) for kind in kinds_of(TWO)}
    counts = counts_of(TWO, kinds)
    facts = drawn_facts(counts, random, 12)
    fewer = Facts(facts.facts[:-1])
    for some in list(counts.cells)[:6]:
        low, high = interval(counts, facts, some)
        wide_low, wide_high = interval(counts, fewer, some)
        assert wide_low <= low
        assert high is not None
        assert wide_high is not None
        assert high <= wide_high


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_verdict_does_not_depend_on_the_order_of_the_facts(seed: int) -> None:
    random = seeded(seed)
    kinds = {kind: random.choice([0, 1, 3, 12]) for kind in kinds_of(TWO)}
    counts = counts_of(TWO, kinds)
    facts = drawn_facts(counts, random, 99)
    turned = Facts(tuple(reversed(facts.facts)))
    one, other = attack(counts, facts), attack(counts, turned)
    assert {(d.danger, d.cell, d.row) for d in one.disclosures} == {
        (d.danger, d.cell, d.row) for d in other.disclosures
    }
    assert facts.digest == turned.digest


def test_a_fact_about_another_plan_blocks() -> None:
    counts = counts_of(TWO, dict.fromkeys(kinds_of(TWO), 12))
    facts = facts_of(round_together(counts, {}, seeded(1)), Q)
    strange = facts | Facts((Fact.of(cell(religion="x"), 0, 4),))
    with pytest.raises(NotDecided):
        check(attack(counts, strange), strange)


def test_the_person_can_stop_an_attack() -> None:
    def enough(done: int, total: int) -> None:
        raise Cancelled

    counts = counts_of(TWO, dict.fromkeys(kinds_of(TWO), 12) | {("x", "p"): 1})
    with pytest.raises(Cancelled):
        attack(counts, exact(counts, cell(a="x", b="p")), enough)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_verdict_does_not_depend_on_the_order_of_people_codes_or_tables(seed: int) -> None:
    random = seeded(seed)
    codes = {name: ["x", "y", "z"][: 2 + (name == "a")] for name in "abc"}
    tables = [("a", "b"), ("b", "c")]
    people = [{n: random.choice(some) for n, some in codes.items()} for _ in range(14)]

    def proved() -> set[tuple[Danger, Key, Key | None]]:
        dimensions = tuple(flat(n, *some, sensitive=n == "b") for n, some in codes.items())
        plan = small_plan(*tables, dimensions=dimensions)
        counts = count(({**one, "quarter": Q} for one in people), plan, Q)
        facts = Facts(
            tuple(
                Fact.of(c, max(0, n - len(c) % 2), n + len(c) % 3, Status.HIDDEN)
                for c, n in counts.cells.items()
            )
        )
        verdict = attack(counts, facts)
        return {(d.danger, d.cell, d.row) for d in verdict.disclosures}

    first = proved()
    random.shuffle(people)
    random.shuffle(tables)
    for some in codes.values():
        random.shuffle(some)
    assert proved() == first
