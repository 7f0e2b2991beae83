"""Hidden cells: what is shown is exact, what is hidden cannot be worked out."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.reports.audit import attack, interval
from gbvcase.reports.facts import facts_of
from gbvcase.reports.proofs import check
from gbvcase.reports.protection import Status
from gbvcase.reports.suppression import hide
from gbvcase.reports.tables import Leaf, of_kinds
from tests.reports.made_up import flat, seeded, small_plan

Q = "2025-Q1"
PLACES, TYPES = tuple(f"p{n}" for n in range(6)), ("hit", "word", "sex_act")
PLAN = small_plan(
    ("kind", "place"),
    dimensions=(flat("kind", *TYPES, sensitive=True), flat("place", *PLACES)),
)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_nothing_hidden_can_be_worked_out(seed: int) -> None:
    random = seeded(seed)
    kinds: dict[Leaf, int] = {
        (k, p, Q): random.choice([0, 0, 1, 2, 4, 7, 12, 30]) for k, p in product(TYPES, PLACES)
    }
    kinds["hit", "p0", Q] += 20
    counts = of_kinds(PLAN, kinds, {}, Q)
    published = hide(counts).published
    for cell, number in counts.cells.items():
        figure = published.cells[cell]
        assert figure.status is Status.HIDDEN or figure.value == number
        if 1 <= number < 5:
            assert figure.status is Status.HIDDEN
    facts = facts_of(published, Q)
    small = [c for c, n in counts.cells.items() if 1 <= n < 5]
    for cell in small[:4]:
        low, high = interval(counts, facts, cell)
        assert low == 0
        assert high is None or high >= 5
    check(attack(counts, facts), facts)


def test_a_full_row_is_hidden_as_well() -> None:
    kinds: dict[Leaf, int] = {(k, p, Q): 12 for k, p in product(TYPES, PLACES)}
    kinds |= {("hit", "p1", Q): 9, ("word", "p1", Q): 0, ("sex_act", "p1", Q): 0}
    counts = of_kinds(PLAN, kinds, {}, Q)
    published = hide(counts).published
    full = (("kind", "hit"), ("period", Q), ("place", "p1"))
    assert published.cells[full].status is Status.HIDDEN
    facts = facts_of(published, Q)
    check(attack(counts, facts), facts)


def test_where_nothing_is_small_nothing_is_hidden() -> None:
    kinds: dict[Leaf, int] = {(k, p, Q): 12 for k, p in product(TYPES, PLACES)}
    published = hide(of_kinds(PLAN, kinds, {}, Q)).published
    assert {figure.status for figure in published.cells.values()} == {Status.EXACT}


@pytest.mark.parametrize("seed", range(2))
def test_not_more_than_needed_is_hidden(seed: int) -> None:
    random = seeded(seed)
    kinds: dict[Leaf, int] = {
        (k, p, Q): random.choice([0, 1, 3, 8, 12, 30]) for k, p in product(TYPES, PLACES)
    }
    counts = of_kinds(PLAN, kinds, {}, Q)
    published = hide(counts).published
    primary = sum(1 <= n < 5 for n in counts.cells.values())
    hidden = sum(
        f.status is Status.HIDDEN and counts.cells[c] > 0 for c, f in published.cells.items()
    )
    assert hidden <= 3.5 * max(primary, 1)
