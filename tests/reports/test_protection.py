"""Rounding together: every row adds up, no figure is off by the base, none is 1 to 4."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.domain.errors import Cancelled
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.joins import register
from gbvcase.reports.protection import (
    Figure,
    NothingFits,
    Published,
    everybody,
    round_together,
    without,
)
from gbvcase.reports.solving import Programme
from gbvcase.reports.tables import Counts, Plan, count
from tests.reports.made_up import answers, flat, seeded, small_plan

SIZES = (0, 1, 4, 5, 9, 10, 60, 300)


def assert_kept(counts: Counts, published: Published) -> None:
    """Check invariants 1 to 3 of a rounding that needed no way out."""
    base = counts.plan.base
    parents = {whole for whole, _ in counts.sums}
    assert set(published.cells) == set(counts.cells)
    for cell, figure in published.cells.items():
        true = counts.cells[cell]
        assert figure.value % base == 0
        assert figure.low <= true <= figure.high
        assert figure.value == true or cell in parents or true % base or figure.value % base == 0
        if true % base == 0 and cell not in parents:
            assert figure.value == true
        if cell not in parents:
            assert abs(figure.value - true) < base
    for whole, some in published.sums:
        assert published.cells[whole].value == sum(published.cells[p].value for p in some)


@settings(max_examples=20, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    size=st.sampled_from(SIZES),
    name=st.sampled_from(["incidents", "incidents-wide"]),
    alike=st.booleans(),
)
def test_every_figure_is_a_multiple_near_the_truth_and_every_sum_holds(
    seed: int, size: int, name: str, alike: bool
) -> None:
    random = seeded(seed)
    people = answers(size, random, in_one_cell=alike)
    counts = count(people, plan_named(name), "2025")
    assert_kept(counts, round_together(counts, {}, random))


def test_a_province_of_3000_is_rounded_within_the_base() -> None:
    random = seeded(7)
    counts = count(answers(3000, random), plan_named("incidents"), "2025")
    published = round_together(counts, {}, random)
    assert_kept(counts, published)
    assert all(abs(f.value - counts.cells[c]) < 5 for c, f in published.cells.items())


def test_counts_that_are_all_multiples_stay_as_they_are() -> None:
    plan = plan_named("incidents")
    one = answers(40, seeded(3))
    counts = count([a for a in one if "excluded" not in a] * 5, plan, "2025")
    published = round_together(counts, {}, seeded(1))
    assert all(f.value == counts.cells[c] for c, f in published.cells.items())


def test_people_can_be_imagined_whose_counts_are_the_published_ones() -> None:
    counts = count(answers(300, seeded(8)), plan_named("incidents"), "2025")
    published = round_together(counts, {}, seeded(2))
    whole = {cell: figure.value // 5 for cell, figure in published.cells.items()}
    people = register(counts.plan, whole, "2025")
    assert people is not None
    assert sum(people.values()) == whole[everybody("2025")]


def test_frozen_figures_stay_and_the_rest_is_fitted() -> None:
    random = seeded(4)
    people = answers(300, random)
    plan = plan_named("incidents")
    first = round_together(count(people, plan, "2025-Q1"), {}, random)
    counts = count(people, plan, "2025-H1")
    both = round_together(counts, first.cells, random)
    assert all(both.cells[cell] == figure for cell, figure in first.cells.items())
    for whole, some in both.sums:
        assert both.cells[whole].value == sum(both.cells[part].value for part in some)
    assert all(f.low <= counts.cells[c] <= f.high for c, f in both.cells.items())


def test_a_single_person_is_rather_rounded_away() -> None:
    plan = small_plan(("a",), dimensions=(flat("a", *(f"c{i}" for i in range(40))),))
    shown = 0
    for seed in range(40):
        kinds = {(f"c{i}", "2025-Q1"): 1 for i in range(40)}
        counts = Counts(plan, "2025-Q1", {("a",): kinds})
        published = round_together(counts, {}, seeded(seed))
        shown += sum(f.value == 5 for c, f in published.cells.items() if len(c) > 1)
    assert shown / (40 * 40) <= 0.205  # no more than the total makes necessary: a fifth


def test_a_dense_plan_falls_back_in_order_and_says_so() -> None:
    plan = dense()
    codes = ("x", "y", "z")
    random = seeded(5)
    kinds = {
        (a, b, c, d, "2025-Q1"): random.choice([0, 1, 2, 3, 6, 7])
        for a in codes
        for b in codes
        for c in codes
        for d in codes
    }
    finest = {plan.tables[0]: kinds}
    published = round_together(Counts(plan, "2025-Q1", finest), {}, random)
    for whole, some in published.sums:
        assert published.cells[whole].value == sum(published.cells[p].value for p in some)
    cells = Counts(published.plan, "2025-Q1", finest).cells if not published.dropped else {}
    assert all(published.cells[c].low <= n <= published.cells[c].high for c, n in cells.items())


def dense() -> Plan:
    dims = tuple(flat(name, "x", "y", "z") for name in "abcd")
    return small_plan(("a", "b", "c", "d"), dimensions=dims)


def test_a_total_that_left_its_box_widens_the_bound_of_all_totals() -> None:
    plan = small_plan(("a",), dimensions=(flat("a", "x", "y"),))
    counts = Counts(plan, "2025-Q1", {("a",): {("x", "2025-Q1"): 4, ("y", "2025-Q1"): 4}})
    x, y = (cell for cell in counts.cells if len(cell) == 2)
    frozen = {x: Figure(0, 0, 4), y: Figure(5, 1, 9)}
    wide = round_together(counts, frozen, seeded(1))
    assert wide.errors["2025-Q1"] == 4
    counts = Counts(plan, "2025-Q1", {("a",): {("x", "2025-Q1"): 16, ("y", "2025-Q1"): 14}})
    frozen = {x: Figure(15, 11, 19), y: Figure(10, 6, 14)}
    wide = round_together(counts, frozen, seeded(1))
    assert wide.cells[everybody("2025-Q1")] == Figure(25, 20, 30)
    assert wide.errors["2025-Q1"] == 5


def test_where_nothing_fits_nothing_is_published() -> None:
    plan = small_plan(("a",), dimensions=(flat("a", "x", "y"),))
    counts = Counts(plan, "2025-Q1", {("a",): {("x", "2025-Q1"): 4, ("y", "2025-Q1"): 4}})
    frozen = {cell: Figure(50, 46, 54) for cell in counts.cells if len(cell) == 1}
    with pytest.raises(NothingFits):
        round_together(counts, frozen, seeded(1))


def test_a_table_that_is_dropped_leaves_its_margins() -> None:
    counts = count(answers(50, seeded(1)), plan_named("incidents"), "2025")
    table = ("area", "sex")
    less = without(counts, table)
    assert table not in less.plan.tables
    assert ("area",) in less.plan.tables
    assert all(counts.cells[cell] == number for cell, number in less.cells.items())


def test_fewer_than_ten_are_known_as_few() -> None:
    plan = plan_named("incidents")
    some = [{"quarter": "2025-Q1", "person": "1"}] * 12
    assert "2025-Q1" in round_together(count(some, plan, "2025-Q1"), {}, seeded(1)).few
    some = [{"quarter": "2025-Q1"}] * 9
    assert "2025-Q1" in round_together(count(some, plan, "2025-Q1"), {}, seeded(1)).few
    some = [{"quarter": "2025-Q1"}] * 10
    assert not round_together(count(some, plan, "2025-Q1"), {}, seeded(1)).few


def test_the_person_can_stop_the_solver() -> None:
    def enough(done: int, total: int) -> None:
        raise Cancelled

    programme = Programme()
    random = seeded(2)
    for _ in range(60):
        programme.variable(0, 1, -random.random())
    for _ in range(30):
        programme.row(0, [(i, random.randint(1, 60)) for i in range(60)], 500)
    with pytest.raises(Cancelled):
        programme.in_whole_numbers(enough)


def test_sums_over_the_year_stay_near_the_truth() -> None:
    plan = small_plan(("a",), dimensions=(flat("a", "x", "y"),))
    cell = (("a", "x"), ("period", "2025-Q3"))
    counts = Counts(plan, "2025-Q3", {("a",): {("x", "2025-Q3"): 2, ("y", "2025-Q3"): 22}})
    low = round_together(counts, {}, seeded(1), before={cell: (0, 4)})
    high = round_together(counts, {}, seeded(1), before={cell: (10, 5)})
    assert low.cells[cell].value == 5
    assert high.cells[cell].value == 0
