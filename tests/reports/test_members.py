"""An office's own report beside that of all: what it tells is known, and rounded around."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.domain.marking import ENGLISH
from gbvcase.reports.additions import additions
from gbvcase.reports.division import counted_at
from gbvcase.reports.explain import Refusal
from gbvcase.reports.facts import Fact, Facts, facts_of
from gbvcase.reports.indicators import ReportPlan, ShownTable, counted_tables
from gbvcase.reports.lattice import Level
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.ledger_copies import (
    FrozenElsewhere,
    copied,
    joined,
    read_copy,
    require_truth,
)
from gbvcase.reports.members import CountedBefore, check_members, members_of
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.proofs import Danger, Disclosed
from gbvcase.reports.protection import Manner, Status
from gbvcase.reports.releases import Release, make_release, release_counts
from gbvcase.reports.suppression import hide
from gbvcase.reports.tables import Answer, Counts, add, count, key
from tests.reports.made_up import MADE, report, seeded
from tests.reports.test_releases import few_people

YEAR = "2025"
SIZES = {"A": 40, "B": 23, "C": 8}
PLAN = report()
People = Mapping[str, list[Answer]]


def of_all(plan: ReportPlan, people: People) -> Counts:
    """Return the counts of some offices, known office by office."""
    told = {office: count(some, plan, YEAR) for office, some in people.items()}
    whole = add(list(told.values()))
    plan = counted_at(plan, tuple(sorted(people)))
    return replace(whole, plan=plan, by_office={o: c.finest for o, c in told.items()})


def released_by(
    plan: ReportPlan, office: str, people: list[Answer], random: Random, period: str = YEAR
) -> Ledger:
    """Return the ledger of a coordinator who has joined that of an office with its own report."""
    plan = counted_at(plan, (office,))
    made = replace(MADE, office=office)
    theirs, _ = make_release(Ledger(), people, plan, period, made=made, random=random)
    copy = read_copy(copied(theirs, office))
    return joined(Ledger(), copy.ledger, by="Trần Thị Mẫu", office="Tỉnh (mẫu)", at=MADE.at)


def released(
    ledger: Ledger, counts: Counts, random: Random, period: str = YEAR
) -> tuple[Ledger, Release]:
    plan = counts.plan
    assert isinstance(plan, ReportPlan)
    plan = replace(plan, name="small-all")
    counts = replace(counts, plan=plan)
    made = replace(MADE, office="Tỉnh (mẫu)")
    return release_counts(ledger, counts, plan, period, made=made, random=random)


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_figures_of_all_are_rounded_around_those_of_one_and_prove_nothing(seed: int) -> None:
    random = seeded(seed)
    people = {office: few_people(random, size) for office, size in SIZES.items()}
    ledger = released_by(PLAN, "A", people["A"], random)
    counts = of_all(PLAN, people)
    after, release = released(ledger, counts, random)
    own = ledger.lines[0].figures
    for cell, figure in release.figures.items():
        assert figure.low <= counts.cells[cell] <= figure.high
        if EXCLUDED not in dict(cell):
            assert figure.value >= own[cell].value  # the others are never fewer than nobody
    plan = counts.plan
    check_members(after, counts, after.facts(plan), counts.by_office)
    frozen = Counts(plan, YEAR, dict(after.lines[-1].truth))
    check_members(
        after, frozen, after.facts(plan), {}
    )  # as an audit asks, without counts by office
    assert after.lines[-1].offices == ("A", "B", "C")


def test_all_rounded_afresh_beside_one_office_is_caught() -> None:
    """The ancestor: all offices rounded as if nobody had released anything."""
    random = seeded(3)
    women: list[Answer] = [{"sex": "f", "kind": "word", "quarter": "2025-Q1"}] * 30
    men: list[Answer] = [{"sex": "m", "kind": "hit", "quarter": "2025-Q1"}] * 3
    people = {"A": [*women, *men], "B": women[1:]}
    counts = of_all(PLAN, people)
    ledger = released_by(PLAN, "A", people["A"], random)
    shown = key([("kind", "hit"), ("period", YEAR)])
    assert ledger.lines[0].figures[shown].value == 5
    afresh = Facts((Fact.of(shown, 0, 4),))  # what three may be rounded to as well: nought
    with pytest.raises(Disclosed) as caught:  # one to nine here, and at most four of all
        check_members(ledger, counts, afresh, counts.by_office)
    assert {found.danger for found in caught.value.disclosures} >= {Danger.SMALL}
    after, release = released(ledger, counts, random)
    assert release.figures[shown].value == 5
    check_members(after, counts, after.facts(counts.plan), counts.by_office)


def test_exact_figures_of_one_and_of_all_would_tell_the_others() -> None:
    random = seeded(1)
    plan = report(headline=((), ("sex",)))
    people = {"A": few_people(random, 60), "B": few_people(random, 4)}
    ledger = released_by(plan, "A", people["A"], random)
    assert ledger.lines[0].headline
    _, release = released(ledger, of_all(plan, people), random)
    assert not release.line.headline


TWO_TABLES = (
    ShownTable("T1", {"en": "Kinds", "vi": "Loại"}, ("kind",)),
    ShownTable("T2", {"en": "Sex", "vi": "Giới tính"}, ("sex",)),
)
FORM = replace(
    report(),
    manner=Manner.HIDE,
    digest="form",
    shown=TWO_TABLES,
    tables=counted_tables(TWO_TABLES),
    levels=(Level.YEAR,),
)


def of_form(kinds: Mapping[str, tuple[tuple[str, str, int], ...]]) -> dict[str, list[Answer]]:
    """Return people by office: kind, quarter, and how many."""
    return {
        office: [
            {"sex": "f", "kind": kind, "quarter": f"2025-{quarter}"}
            for kind, quarter, number in some
            for _ in range(number)
        ]
        for office, some in kinds.items()
    }


def test_a_form_hides_what_would_tell_the_others_beside_that_of_one() -> None:
    """Both forms are exact; whoever takes one from the other has the office in between."""
    one = (("hit", "Q1", 40), ("word", "Q1", 30), ("sex_act", "Q1", 20))
    people = of_form({"A": one, "B": (("hit", "Q1", 22), ("word", "Q1", 3))})
    random = seeded(2)
    ledger = released_by(FORM, "A", people["A"], random)
    counts = of_all(FORM, people)
    word = key([("kind", "word"), ("period", YEAR)])
    assert ledger.lines[0].figures[word].status is Status.EXACT
    alone = facts_of(hide(counts, period=YEAR).published, YEAR)
    with pytest.raises(Disclosed):  # the ancestor, that does not know what A has released
        check_members(ledger, counts, alone, counts.by_office)
    _, release = released(ledger, counts, random)
    assert release.figures[word].status is Status.HIDDEN
    assert release.figures[key([("period", YEAR)])].value == 115


def test_a_form_whose_total_tells_the_others_is_refused_with_the_sum_and_what_would_pass() -> None:
    random, form = seeded(2), replace(FORM, levels=(Level.QUARTER, Level.HALF, Level.YEAR))
    some = (("hit", "Q1", 40), ("hit", "Q3", 30), ("hit", "Q4", 40))
    people = of_form({"A": some, "B": (("hit", "Q1", 30), ("word", "Q3", 20), ("word", "Q4", 3))})
    ledger = released_by(form, "A", people["A"], random, "2025-Q4")
    counts = of_all(form, people)
    with pytest.raises(Refusal) as refused:
        released(ledger, counts, random, "2025-Q4")
    told = refused.value.said(ENGLISH)
    assert "Office: the other offices" in told
    assert "Office: A" in told
    assert "exactly 3" in told
    assert additions(refused.value, ENGLISH)[0].result == ("leaves exactly", "3")
    (remedy,) = refused.value.remedies
    assert remedy.period == "2025-H2"
    _, release = released(ledger, counts, random, remedy.period)
    assert release.figures


def test_what_was_closed_without_an_office_is_not_joined_with_what_it_released() -> None:
    random = seeded(4)
    people = {office: few_people(random, 30) for office in "AB"}
    both = of_all(PLAN, people)
    alone = counted_at(PLAN, ("B",))
    ledger, _ = make_release(Ledger(), people["B"], alone, "2025-Q1", made=MADE, random=random)
    theirs = released_by(PLAN, "A", people["A"], random)
    ledger = joined(ledger, theirs, by="Trần Thị Mẫu", office="Tỉnh (mẫu)", at=MADE.at)
    with pytest.raises(CountedBefore):
        released(ledger, both, random)


def test_the_people_of_another_office_are_no_second_rounding_of_ours() -> None:
    random = seeded(5)
    ledger = released_by(PLAN, "A", few_people(random, 30), random)
    counts = of_all(PLAN, {"B": few_people(random, 40)})
    assert members_of(ledger, counts.plan, YEAR) is None
    assert ledger.facts(counts.plan).facts == ()
    _, release = released(ledger, counts, random)
    assert release.figures


def test_an_office_adds_nothing_to_what_all_have_released_with_it() -> None:
    random = seeded(6)
    people = {office: few_people(random, 30) for office in "AB"}
    theirs, _ = released(Ledger(), of_all(PLAN, people), random)
    copy = read_copy(copied(theirs, "Tỉnh (mẫu)"))
    ours = joined(Ledger(), copy.ledger, by="Trần Thị Mẫu", office="A", at=MADE.at)
    plan = counted_at(PLAN, ("A",))
    with pytest.raises(FrozenElsewhere):
        require_truth(ours, plan, "2025-Q1")
    assert ours.facts(plan).facts == ()  # they are about other people than hers alone
