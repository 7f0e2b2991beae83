"""The ledger forgets nothing, and nothing enters it that was not checked."""

import json
from dataclasses import replace

import pytest

from gbvcase.domain.marking import ENGLISH
from gbvcase.reports.audit import attack
from gbvcase.reports.closed import ChangedSince
from gbvcase.reports.facts import facts_of
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.ledger import Ledger, LedgerDamaged, State
from gbvcase.reports.proofs import WrongProof, check
from gbvcase.reports.protection import round_together
from gbvcase.reports.releases import (
    NoSuchRelease,
    NotAPeriod,
    NotThisPeriod,
    OtherPlan,
    Release,
    Withdrawn,
    freeze,
    make_release,
    withdraw,
)
from gbvcase.reports.tables import Answer, count
from tests.reports.made_up import MADE, answers, report, seeded

PLAN = plan_named("incidents")


def released(
    people: list[Answer], *periods: str, plan: ReportPlan = PLAN, seed: int = 1
) -> tuple[Ledger, list[Release]]:
    """Publish some periods one after the other."""
    ledger, found, random = Ledger(), [], seeded(seed)
    for period in periods:
        ledger, release = make_release(ledger, people, plan, period, made=MADE, random=random)
        found.append(release)
    return ledger, found


def test_what_is_kept_and_read_again_is_the_same() -> None:
    ledger, _ = released(answers(200, seeded(1)), "2025-Q1", "2025-Q2", "2025")
    kept = json.loads(json.dumps(ledger.as_json()))
    again = Ledger.from_json(kept)
    assert again.head == ledger.head
    assert again.as_json() == ledger.as_json()
    assert again.frozen(PLAN) == ledger.frozen(PLAN)
    assert again.facts(PLAN).digest == ledger.facts(PLAN).digest
    assert again.truth(PLAN) == ledger.truth(PLAN)


@pytest.mark.parametrize("change", ["figure", "order", "drop", "insert"])
def test_a_line_that_was_changed_is_noticed(change: str) -> None:
    ledger, _ = released(answers(120, seeded(2)), "2025-Q1", "2025-Q2", "2025-Q3")
    lines = list(ledger.lines)
    match change:
        case "figure":
            lines[0] = replace(lines[0], made_by="Người khác")
        case "order":
            lines[0], lines[1] = lines[1], lines[0]
        case "drop":
            del lines[1]
        case "insert":
            lines.insert(1, lines[0])
    with pytest.raises(LedgerDamaged):
        Ledger(tuple(lines)).verify()


def test_publishing_twice_gives_the_same_release_and_no_new_line() -> None:
    people = answers(200, seeded(3))
    ledger, (first,) = released(people, "2025-Q1")
    again, second = make_release(
        ledger, people + answers(50, seeded(4)), PLAN, "2025-Q1", made=MADE, random=seeded(9)
    )
    assert again.head == ledger.head
    assert second.line.as_json() == first.line.as_json()


def test_the_same_cell_has_one_figure_in_all_releases() -> None:
    _, found = released(
        answers(400, seeded(5)), "2025-Q2", "2025-Q1", "2025-H1", "2025", "2025-Q4", "2025-Q3"
    )
    seen: dict[object, object] = {}
    for release in found:
        for cell, figure in release.figures.items():
            assert seen.setdefault(cell, figure) == figure


def test_quarters_and_the_year_add_up_whatever_the_order_of_their_release() -> None:
    _, found = released(
        answers(400, seeded(6)), "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-H1", "2025"
    )
    by_period = {release.line.period: release for release in found}
    for cell, figure in by_period["2025"].figures.items():
        rest = [pair for pair in cell if pair[0] != "period"]
        if any(name == "area" for name, _ in rest):
            continue
        quarters = [
            by_period[f"2025-Q{q}"].figures[tuple(sorted([*rest, ("period", f"2025-Q{q}")]))]
            for q in (1, 2, 3, 4)
        ]
        assert figure.value == sum(f.value for f in quarters)


def test_withdrawn_is_not_unseen() -> None:
    people = answers(150, seeded(7))
    ledger, (release,) = released(people, "2025-Q1")
    gone = withdraw(ledger, release.id, "Trần Thị Mẫu", "2026-02-01T08:00:00+07:00")
    assert gone.state(release.id) is State.WITHDRAWN
    assert gone.facts(PLAN).digest == ledger.facts(PLAN).digest
    assert gone.frozen(PLAN) == ledger.frozen(PLAN)
    with pytest.raises(Withdrawn):
        make_release(gone, people, PLAN, "2025-Q1", made=MADE, random=seeded(1))
    with pytest.raises(NoSuchRelease):
        withdraw(ledger, "incidents-1999", "Trần Thị Mẫu", "2026-02-01T08:00:00+07:00")


def test_nothing_unchecked_is_frozen() -> None:
    people = answers(80, seeded(8))
    counts = count(people, PLAN, "2025-Q1")
    published = round_together(counts, {}, seeded(1))
    facts = facts_of(published, "2025-Q1")
    verdict = attack(counts, facts)
    for unchecked in (verdict, None, True):
        with pytest.raises(WrongProof):
            freeze(Ledger(), counts, published, unchecked, period="2025-Q1", made=MADE)
    passed = check(verdict, facts)
    ledger, _ = freeze(Ledger(), counts, published, passed, period="2025-Q1", made=MADE)
    assert len(ledger.lines) == 1


def test_a_certificate_for_other_facts_freezes_nothing() -> None:
    people = answers(80, seeded(9))
    counts = count(people, PLAN, "2025-Q1")
    published = round_together(counts, {}, seeded(1))
    facts = facts_of(published, "2025-Q1")
    passed = check(attack(counts, facts), facts)
    other = round_together(count(answers(90, seeded(2)), PLAN, "2025-Q1"), {}, seeded(2))
    with pytest.raises(WrongProof):
        freeze(Ledger(), counts, other, passed, period="2025-Q1", made=MADE)


def test_the_same_people_are_not_rounded_for_a_second_plan() -> None:
    people = answers(120, seeded(10))
    ledger, _ = released(people, "2025-Q1")
    for name, period in (("incidents-wide", "2025"), ("incidents-decree", "2025-Q1")):
        with pytest.raises(OtherPlan):
            make_release(ledger, people, plan_named(name), period, made=MADE, random=seeded(1))
    with pytest.raises(NotThisPeriod) as refused:
        make_release(
            Ledger(), people, plan_named("incidents-wide"), "2025-Q1", made=MADE, random=seeded(1)
        )
    periods = "whole years, several years together"
    text = f"This report is made for these periods only: {periods}."
    assert refused.value.said(ENGLISH) == text
    with pytest.raises(NotThisPeriod, match="NotThisPeriod") as refused:
        make_release(
            Ledger(), people, plan_named("incidents-tables"), "2025-Q1", made=MADE, random=seeded(1)
        )
    assert f"half-years, {periods}" in refused.value.said(ENGLISH)
    with pytest.raises(OtherPlan):  # by Decree 09 the second quarter begins on 15 March
        make_release(
            ledger,
            people,
            plan_named("incidents-decree"),
            "2025-Q2",
            made=MADE,
            random=seeded(1),
        )
    ledger, other = make_release(
        ledger, people, plan_named("incidents-decree"), "2025-Q3", made=MADE, random=seeded(1)
    )
    assert other.line.plan == "incidents-decree"


@pytest.mark.parametrize("period", ["2025-03", "2025-01-01..2025-02-03", "", "2025-Q5"])
def test_months_and_free_periods_never_leave(period: str) -> None:
    with pytest.raises(NotAPeriod):
        make_release(Ledger(), [], PLAN, period, made=MADE, random=seeded(1))


def test_fewer_than_ten_is_all_that_is_kept_for_showing() -> None:
    people = [{"quarter": "2025-Q1", "sex": "female"}] * 9
    ledger, (release,) = released(people, "2025-Q1")
    assert release.line.few
    assert not release.figures
    (fact,) = ledger.facts(PLAN).facts
    assert (fact.low, fact.high) == (0, 9)


def test_records_entered_after_closing_do_not_move_a_closed_quarter() -> None:
    people = [a for a in answers(200, seeded(11)) if "excluded" not in a]
    ledger, (first,) = released(people, "2025-Q1")
    late = [{**people[0], "quarter": "2025-Q1"}] * 7
    ledger, second = make_release(
        ledger, [*people, *late], PLAN, "2025-Q2", made=MADE, random=seeded(2)
    )
    assert all(ledger.frozen(PLAN)[cell] == figure for cell, figure in first.figures.items())
    told = (("excluded", "late"), ("period", "2025-Q2"))
    assert second.figures[told].low <= 7 <= second.figures[told].high
    ledger, third = make_release(
        ledger, [*people, *late], PLAN, "2025", made=MADE, random=seeded(2)
    )
    year = (("excluded", "late"), ("period", "2025"))
    assert third.figures[year].low <= 7 <= third.figures[year].high


def test_a_small_report_can_be_released_with_a_programme_of_years() -> None:
    random = seeded(12)
    plan = report()
    people = [
        {
            "sex": random.choice("fm"),
            "kind": random.choice(["hit", "word", "sex_act"]),
            "quarter": f"{random.randint(2021, 2025)}-Q{random.randint(1, 4)}",
        }
        for _ in range(700)
    ]
    _, (year, programme) = released(people, "2023", "2021..2025", plan=plan)
    for cell, figure in year.figures.items():
        assert programme.line.held.get(cell) is None
        assert figure.high - figure.low >= 4 or figure.low == 0
    assert len(programme.figures) == len(year.figures)


def test_things_without_a_date_are_left_out_once_and_told_once() -> None:
    people = [a for a in answers(200, seeded(13)) if "excluded" not in a]
    undated = [{"excluded": "no_date"}] * 12
    ledger, _ = released([*people, *undated], "2025-Q1")
    ledger, second = make_release(
        ledger, [*people, *undated, *undated], PLAN, "2025-Q2", made=MADE, random=seeded(2)
    )
    kept = {atom: sum(t["excluded",].values()) for atom, t in ledger.truth(PLAN).items()}
    assert kept == {"2025-Q1": 12, "2025-Q2": 12}
    cell = (("excluded", "no_date"), ("period", "2025-Q2"))
    assert second.figures[cell].low <= 12 <= second.figures[cell].high


def test_more_tables_are_released_later_over_frozen_ones() -> None:
    people = [a for a in answers(120, seeded(14)) if a["quarter"] == "2025-Q1"]
    ledger, (first,) = released(people, "2025-Q1")
    more = plan_named("incidents-full")
    after, full = make_release(ledger, people, more, "2025-Q1", made=MADE, random=seeded(2))
    assert all(full.figures[cell] == figure for cell, figure in first.figures.items())
    assert len(full.figures) > 3 * len(first.figures)
    with pytest.raises(OtherPlan):  # and not the other way round
        make_release(after, people, PLAN, "2025-H1", made=MADE, random=seeded(2))


def test_more_tables_are_released_later_though_an_earlier_year_never_had_them() -> None:
    people = answers(160, seeded(17), years=(2024, 2025))
    ledger, _ = released(people, "2024")
    more = plan_named("incidents-full")
    _, full = make_release(ledger, people, more, "2025-Q1", made=MADE, random=seeded(2))
    assert any((PERIOD, "2025-Q1") in cell for cell in full.figures)
    _, year = make_release(ledger, people, more, "2025", made=MADE, random=seeded(3))
    assert any((PERIOD, "2025") in cell for cell in year.figures)


def test_tables_released_later_need_the_records_that_were_counted() -> None:
    people = [a for a in answers(120, seeded(15)) if a["quarter"] == "2025-Q1"]
    ledger, _ = released(people, "2025-Q1")
    more = plan_named("incidents-full")
    changed = [*people, {"quarter": "2025-Q1", "sex": "male"}]
    with pytest.raises(ChangedSince):
        make_release(ledger, changed, more, "2025-Q1", made=MADE, random=seeded(2))
