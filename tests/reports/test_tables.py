"""Counting: every total is there, and offices may be added in any order."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.reports.indicators import plan_named, reports
from gbvcase.reports.lattice import PERIOD, Level, atoms, closing, level, period_of_codes, within
from gbvcase.reports.layout import NotASum, keys_of, number_of_cells
from gbvcase.reports.registers import World
from gbvcase.reports.tables import Counts, Finest, NotThisPlan, add, count, key
from tests.reports.made_up import answers, flat, seeded, small_plan


def test_every_total_is_the_sum_of_its_parts() -> None:
    counts = count(answers(300, seeded(1)), plan_named("incidents"), "2025")
    assert counts.sums
    assert all(counts.cells[w] == sum(counts.cells[p] for p in some) for w, some in counts.sums)


@pytest.mark.parametrize("name", [report.name for report in reports()])
def test_every_cell_of_every_report_is_counted_as_one_would_by_hand(name: str) -> None:
    plan = plan_named(name)
    people = answers(40, seeded(6))
    counts = count(people, plan, "2025")
    assert all(counts.cells[w] == sum(counts.cells[p] for p in some) for w, some in counts.sums)
    kept = [one for one in people if "excluded" not in one]
    read = [({d.name: d.read(one) for d in plan.dimensions}, str(one["quarter"])) for one in kept]
    for cell in list(counts.cells)[:: max(1, len(counts.cells) // 300)]:
        codes = dict(cell)
        quarters = atoms(codes.pop(PERIOD))
        if "excluded" in codes:
            continue
        by_hand = sum(
            quarter in quarters
            and all(code in plan.dimension[n].above[leaf[n]] for n, code in codes.items())
            for leaf, quarter in read
        )
        assert counts.cells[cell] == by_hand


def test_a_plan_counts_the_periods_that_it_publishes_and_no_others() -> None:
    yearly = plan_named("people")
    assert {level(dict(cell)[PERIOD]) for cell in keys_of(yearly, "2024..2025")} == {
        Level.YEAR,
        Level.PROGRAMME,
    }
    halves = plan_named("incidents-tables")
    assert {level(dict(cell)[PERIOD]) for cell in keys_of(halves, "2025")} == {
        Level.HALF,
        Level.YEAR,
    }


@pytest.mark.parametrize("name", [report.name for report in reports()])
@pytest.mark.parametrize("period", ["2025", "2025-Q1", "2025-H1", "2024..2025"])
def test_it_is_known_how_many_cells_there_are_before_they_are_laid_out(
    name: str, period: str
) -> None:
    plan = plan_named(name)
    assert number_of_cells(plan, period) == len(keys_of(plan, period))


@pytest.mark.parametrize("name", ["people", "incidents-tables", "incidents-wide", "incidents"])
def test_people_can_be_imagined_that_fit_the_figures_of_any_levels(name: str) -> None:
    plan = plan_named(name)
    counts = count(answers(60, seeded(8)), plan, "2025")
    world = World(plan, "2025", ())
    people = world.people_in(counts.cells)
    assert people is not None
    assert world.count(people.items()) == counts.cells


def test_everybody_who_is_not_left_out_is_counted_once() -> None:
    people = answers(300, seeded(2))
    counts = count(people, plan_named("incidents"), "2025")
    assert counts.cells[key([(PERIOD, "2025")])] == sum("excluded" not in p for p in people)
    void = sum(p.get("excluded") == "void" for p in people)
    assert counts.cells[key([("excluded", "void"), (PERIOD, "2025")])] == void


def test_ages_from_20_to_49_are_there() -> None:
    ages = plan_named("incidents").dimension["age_band"]
    assert {"20_24", "25_49"} <= set(ages.leaves)
    assert [a for a in ages.leaves if a != "unknown"] == [
        *("0_11", "12_15", "16_17", "18_19", "20_24", "25_49", "50_59", "60_plus"),
    ]


def test_one_base_stands_under_all_tables_of_a_report() -> None:
    counts = count(answers(200, seeded(3)), plan_named("incidents"), "2025")
    whole = counts.cells[key([(PERIOD, "2025")])]
    for table, numbers in counts.finest.items():
        if table != ("excluded",):
            assert sum(numbers.values()) == whole


def test_what_was_not_answered_is_counted_as_unknown_and_never_as_no() -> None:
    plan = plan_named("incidents")
    counts = count([{"quarter": "2025-Q1"}], plan, "2025-Q1")
    assert counts.cells[key([("form_physical", "no"), (PERIOD, "2025-Q1")])] == 0
    assert counts.cells[key([("form_physical", "unknown"), (PERIOD, "2025-Q1")])] == 1
    assert counts.cells[key([("sex", "unknown"), (PERIOD, "2025-Q1")])] == 1


def test_several_forms_are_counted_each() -> None:
    plan = plan_named("incidents")
    counts = count([{"quarter": "2025-Q1", "vn_forms": ("the_chat", "kinh_te")}], plan, "2025-Q1")
    seen = {f: counts.cells[key([(f, "yes"), (PERIOD, "2025-Q1")])] for f in ("form_physical",)}
    assert seen == {"form_physical": 1}
    assert counts.cells[key([("form_economic", "yes"), (PERIOD, "2025-Q1")])] == 1
    assert counts.cells[key([("form_sexual", "no"), (PERIOD, "2025-Q1")])] == 1


def test_an_answer_of_another_period_is_passed_over() -> None:
    plan = plan_named("incidents")
    counts = count([{"quarter": "2024-Q4"}], plan, "2025")
    assert counts.cells[key([(PERIOD, "2025")])] == 0


def test_an_unknown_code_is_an_error_and_not_another_line() -> None:
    with pytest.raises(ValueError, match="not a code"):
        count([{"quarter": "2025-Q1", "sex": "Nữ"}], plan_named("incidents"), "2025-Q1")


def test_a_commune_of_another_province_is_outside() -> None:
    plan = plan_named("incidents")
    counts = count([{"quarter": "2025-Q1", "commune": "00004"}], plan, "2025")
    assert counts.cells[key([("area", "outside"), (PERIOD, "2025")])] == 1


def test_people_with_several_incidents_are_counted_once_as_people() -> None:
    plan = plan_named("incidents")
    some = [{"quarter": f"2025-Q{q}", "person": "1"} for q in (1, 1, 3)]
    counts = count(some, plan, "2025")
    assert counts.people["2025"] == 1
    assert counts.people["2025-Q1"] == 1
    assert counts.people["2025-Q2"] == 0


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), offices=st.integers(2, 4))
def test_offices_in_any_order_and_grouping_give_the_same_counts(seed: int, offices: int) -> None:
    random = seeded(seed)
    plan = plan_named("incidents")
    parts = [answers(random.choice([0, 1, 7, 20]), random) for _ in range(offices)]
    whole = count([a for part in parts for a in part], plan, "2025").cells
    each = [count(part, plan, "2025") for part in parts]
    for order in list(permutations(each))[:4]:
        assert add(order).cells == whole
    assert add([add(each[:2]), *each[2:]]).cells == whole


def test_counts_of_another_plan_or_period_are_not_added() -> None:
    some = [{"quarter": "2025-Q1"}]
    one = count(some, plan_named("incidents"), "2025-Q1")
    with pytest.raises(NotThisPlan):
        add([one, count(some, plan_named("incidents-decree"), "2025-Q1")])
    with pytest.raises(NotThisPlan):
        add([one, count(some, plan_named("incidents"), "2025")])


def test_counts_whose_tables_disagree_are_refused() -> None:
    plan = small_plan(("a", "b"), ("a", "c"), dimensions=(
        flat("a", "x", "y"), flat("b", "x", "y"), flat("c", "x", "y")))  # fmt: skip
    finest: Finest = {
        ("a", "b"): {("x", "x", "2025-Q1"): 3},
        ("a", "c"): {("x", "x", "2025-Q1"): 2},
    }
    with pytest.raises(NotASum):
        _ = Counts(plan, "2025-Q1", finest).cells
    with pytest.raises(NotASum):
        _ = Counts(plan, "2025-Q1", {("a", "b"): {("x", "x", "2025-Q1"): 3}, ("a", "c"): {}}).cells


def test_periods_are_made_of_each_other() -> None:
    assert within("2025")[:3] == ("2025", "2025-H1", "2025-Q1")
    assert atoms("2025-H2") == ("2025-Q3", "2025-Q4")
    assert atoms("2021..2025")[-1] == "2025-Q4"
    assert [closing(f"2025-Q{q}") for q in (1, 2, 3, 4)] == [
        "2025-Q1",
        "2025-H1",
        "2025-Q3",
        "2025",
    ]
    assert period_of_codes(["2025-Q1", "2025-Q2"]) == "2025-H1"
    assert period_of_codes(["2024", "2025-Q2"]) == "2024..2025"
