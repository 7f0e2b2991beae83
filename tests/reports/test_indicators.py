"""Plans are data, and the linter reads them before anybody is counted."""

from dataclasses import replace

import pytest

from gbvcase.domain.codes import GbvType, MaritalStatus, ReferredFrom, Sex, VnForm, rows_of
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.places import LAST_OLD_DAY, communes
from gbvcase.reports.areas import communes_of_gia_lai, proposed_areas
from gbvcase.reports.audit import attack
from gbvcase.reports.facts import facts_of
from gbvcase.reports.indicators import NoSuchReport, ReportPlan, plan_named, reports
from gbvcase.reports.joins import covered, cycle, register
from gbvcase.reports.lattice import atoms
from gbvcase.reports.linter import UnsafePlan, check_plan, faults
from gbvcase.reports.proofs import check
from gbvcase.reports.protection import round_together
from gbvcase.reports.tables import Dimension, Unit, count, key, of_kinds
from gbvcase.reports.wanted import indicators
from tests.reports.made_up import flat, seeded, small_plan


def test_every_report_passes_the_linter_and_says_its_title_in_both_languages() -> None:
    for report in reports():
        assert report.titles["vi"]
        assert report.said(ENGLISH)
        assert all(table.titles["vi"] and table.titles["en"] for table in report.shown)


def test_the_tables_of_the_first_report_are_those_of_the_dictionary() -> None:
    shown = [table.id for table in plan_named("incidents").shown]
    assert shown == ["A1", "A3", "A4", "A5", "A6", "A9", "A10", "A19"]


@pytest.mark.parametrize(
    "plan",
    [report for report in reports() if report.unit in (Unit.INCIDENTS, Unit.PEOPLE)],
    ids=lambda report: report.name,
)
def test_reports_of_incidents_and_people_count_who_may_be_counted_by_another_provider_too(
    plan: ReportPlan,
) -> None:
    ways = plan.dimension["referred_from"]
    providers = {code.code for code in ReferredFrom if code.group == "provider"}
    assert providers
    assert {"self_referral", "family_neighbor", "village_head", "other"}.isdisjoint(providers)
    assert set(ways.leaves_of["provider"]) == providers
    assert set(ways.leaves) == {code.code for code in ReferredFrom} | {"unknown"}
    assert plan.shows(key([("referred_from", "provider"), ("period", "2025")]))


def test_who_came_from_another_provider_is_the_same_on_the_screen_and_in_reports() -> None:
    (known,) = (one for one in indicators() if one.id == "A19")
    assert known.rule is not None
    where = known.rule.parts[1].where["referred_from"]
    assert set(where) == set(plan_named("people").dimension["referred_from"].leaves_of["provider"])


def test_a_report_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(NoSuchReport) as refusal:
        plan_named("names")
    assert "incidents-decree" in refusal.value.said(ENGLISH)


def test_every_code_of_the_lists_has_its_line() -> None:
    plan = plan_named("incidents")
    for name, codes in {"sex": Sex, "marital_status": MaritalStatus, "gbv_type": GbvType}.items():
        leaves = set(plan.dimension[name].leaves) | {"non_gbv"}
        assert {code.code for code in codes} <= leaves
    asked = {d.asks for d in plan.dimensions if d.asks}
    assert asked == {form.code for form in VnForm}


def test_every_commune_of_gia_lai_lies_in_exactly_one_area() -> None:
    known = {row["code"] for row in rows_of("gia-lai-communes.csv")}
    for plan, name in (
        (plan_named("incidents"), "area"),
        (plan_named("incidents-wide"), "wide_area"),
    ):
        folds = plan.dimension[name].folds
        assert {code for code in folds if code.isdigit()} == known
        assert set(folds.values()) <= set(plan.dimension[name].leaves)


def test_the_digest_of_a_plan_does_not_depend_on_its_wording() -> None:
    digests = {report.digest for report in reports()}
    assert len(digests) == len(reports())
    assert all(len(digest) == 64 for digest in digests)


def test_areas_are_neighbours_with_enough_cases() -> None:
    cases = {commune: 12 for _, commune in communes_of_gia_lai()}
    areas = proposed_areas(cases)
    assert sum(len(area.communes) for area in areas) == 135
    assert all(len(area.communes) >= 2 and area.mean >= 20 for area in areas)
    for area in areas:
        assert list(area.communes) == sorted(area.communes)


def test_a_province_without_cases_is_two_areas() -> None:
    assert len(proposed_areas({})) == 2


def test_a_cycle_of_tables_is_named() -> None:
    dims = tuple(flat(name, "x", "y") for name in "abc")
    plan = small_plan(("a", "b"), ("b", "c"), ("a", "c"), dimensions=dims)
    assert cycle(plan) == ("a", "b", "c")
    assert covered(plan) == (("a", "b", "c"),)
    with pytest.raises(UnsafePlan):
        check_plan(plan, {}, 5)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"base": 3, "threshold": 3}, "base must be 5 or 10"),
        ({"threshold": 10}, "smaller than the threshold"),
        ({"tables": (("age_band", "area"),)}, "base is 10"),
        ({"tables": (("area", "ethnic_group", "sex"),)}, "only one characteristic"),
        ({"tables": (("age_band", "gbv_type", "marital_status", "sex"),)}, "at most three"),
        ({"tables": (("age_band", "gbv_type"), ("gbv_type", "sex"), ("age_band", "sex"))}, "cycle"),
    ],
)
def test_the_linter_says_which_rule_a_plan_breaks(change: dict[str, object], word: str) -> None:
    plan = replace(plan_named("incidents"), **change)
    assert any(word in fault for fault in faults(plan, {}, 5))


@pytest.mark.parametrize("name", ["quarter", "period", "excluded", "member", "person", "a b"])
def test_a_characteristic_has_no_name_that_means_something_else(name: str) -> None:
    plan = small_plan((name,), dimensions=(flat(name, "x", "y"),))
    with pytest.raises(UnsafePlan) as refused:
        check_plan(plan, {}, 5)
    assert f"{name}: a characteristic cannot have this name" in refused.value.said(ENGLISH)


def test_a_characteristic_may_be_called_year() -> None:
    dims = (flat("year", "first", "later"), flat("sex", "f", "m"), flat("kind", "hit", "word"))
    plan = small_plan(("kind", "year"), ("sex", "year"), dimensions=dims)
    check_plan(plan, {}, 5)
    random = seeded(5)
    people = [
        {d.name: random.choice(d.leaves) for d in dims} | {"quarter": random.choice(atoms("2025"))}
        for _ in range(80)
    ]
    counts = count(people, plan, "2025")
    kinds = register(plan, counts.cells, "2025")
    assert kinds is not None
    assert of_kinds(plan, kinds, {}, "2025").cells == counts.cells
    facts = facts_of(round_together(counts, {}, random), "2025")
    check(attack(counts, facts), facts)


@pytest.mark.parametrize("report", reports(), ids=lambda report: report.name)
def test_what_is_sensitive_is_crossed_with_place_only_where_the_base_is_10(
    report: ReportPlan,
) -> None:
    area = next((d for d in report.dimensions if d.place), None)
    for dimension in report.dimensions:
        if area is None or not dimension.sensitive:
            continue
        crossed = replace(report, tables=(tuple(sorted((area.name, dimension.name))),))
        assert any("base is 10" in f for f in faults(crossed, {}, 5)) == (report.base < 10)


def test_an_age_is_banded_in_one_way_in_a_plan() -> None:
    both = (*plan_named("incidents").dimensions, plan_named("people").dimension["age_group"])
    plan = replace(plan_named("incidents"), dimensions=both)
    assert any("one way" in fault for fault in faults(plan, {}, 5))


def test_a_place_of_before_july_2025_lies_in_the_area_of_its_old_district() -> None:
    plan = plan_named("incidents-then")
    area = plan.dimension["area"]
    assert area.source == "commune_then"
    old = [code for code in area.folds if code.startswith("old_")]
    assert len(old) > 300
    assert area.read({"commune_then": "old_21550"}) == "quy_nhon"
    assert area.read({"commune_then": "21601"}) == "quy_nhon"
    assert area.read({"commune_then": "old_00001"}) == "outside"
    assert area.read({}) == "unknown"
    split = {old for old in communes("52", LAST_OLD_DAY) if len(old.replaced_by) > 1}
    assert split, "three communes were split"
    for commune in split:
        assert f"old_{commune.code}" in area.folds


def test_each_table_names_the_indicators_that_it_answers() -> None:
    known = {one.id for one in indicators()}
    for report in reports():
        for table in report.shown:
            assert set(table.answers) <= known, (report.name, table.id)


def test_an_area_that_is_too_small_is_refused() -> None:
    plan = plan_named("incidents")
    area = next(a for a in plan.dimension["area"].leaves if a not in ("outside", "unknown"))
    assert any("two communes" in fault for fault in faults(plan, {area: 1}, 50))
    assert any("20 cases" in fault for fault in faults(plan, {area: 3}, 5))


def test_a_tree_that_is_no_partition_is_refused() -> None:
    bad = Dimension("a", {"": ("x", "y"), "x": ("z",), "y": ("z",)})
    plan = small_plan(("a",), dimensions=(bad,))
    assert any("exactly one" in fault for fault in faults(plan, {}, 5))
