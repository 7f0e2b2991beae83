"""What nobody may find in a release, tried on many made-up offices (S02 to S05)."""

from collections.abc import Mapping
from contextlib import suppress
from random import Random

import pytest

from gbvcase.domain.marking import ENGLISH
from gbvcase.reports.audit import interval
from gbvcase.reports.facts import Facts
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.proofs import Disclosed
from gbvcase.reports.protection import Figure
from gbvcase.reports.releases import Release, make_release
from gbvcase.reports.sheets import workbook
from gbvcase.reports.shown import release_tables
from gbvcase.reports.tables import Answer, Key, add, count
from tests.reports.made_up import MADE, answers, report, seeded

SMALL = report()


def few_people(random: Random, number: int) -> list[Answer]:
    """Return the answers of a small office: skewed, or all alike."""
    alike = random.random() < 0.2
    found: list[Answer] = []
    for _ in range(number):
        answer: dict[str, str | tuple[str, ...]] = {
            "sex": random.choices("fm", [9, 1])[0],
            "kind": random.choices(["hit", "word", "sex_act"], [6, 4, 1])[0],
            "quarter": f"2025-Q{random.randint(1, 4)}",
        }
        found.append(dict(found[0]) if alike and found else answer)
    return found


def assert_safe(figures: Mapping[Key, Figure], base: int = 5) -> None:
    for figure in figures.values():
        assert figure.value % base == 0
        assert figure.high - figure.low >= base - 1
        assert not 1 <= figure.value < base


def few_are_published(random: Random, times: int) -> None:
    """Release made-up sets of cases, each of which shows no number from 1 to 4."""
    for _ in range(times):
        people = few_people(random, random.choice([0, 1, 4, 5, 9, 10, 11, 30, 80]))
        _, release = make_release(Ledger(), people, SMALL, "2025", made=MADE, random=random)
        assert_safe(release.figures)
        assert release.line.few == (len(people) < 10)


@pytest.mark.parametrize("turn", range(4))
def test_s02_no_figure_is_one_to_four(turn: int) -> None:
    few_are_published(seeded(turn), 25)


@pytest.mark.long
@pytest.mark.parametrize("turn", range(10))
def test_s02_no_figure_is_one_to_four_in_a_thousand_sets_of_cases(turn: int) -> None:
    few_are_published(seeded(1_000 + turn), 100)


def nothing_is_narrowed(random: Random, times: int) -> None:
    """Solve each release for its figures; none has fewer than five possible values."""
    for _ in range(times):
        people = few_people(random, random.choice([10, 12, 25, 60]))
        counts = count(people, SMALL, "2025")
        ledger, release = make_release(Ledger(), people, SMALL, "2025", made=MADE, random=random)
        facts = Facts(ledger.facts(SMALL).facts)  # without what only we imagine
        for cell in random.sample(list(release.figures), min(12, len(release.figures))):
            low, high = interval(counts, facts, cell)
            assert high is not None
            assert high - low >= 4
            assert low <= 0 or high >= 5


def test_s03_the_solver_narrows_no_figure_to_one_value() -> None:
    nothing_is_narrowed(seeded(33), 8)


@pytest.mark.long
@pytest.mark.parametrize("turn", range(5))
def test_s03_the_solver_narrows_no_figure_of_500_reports(turn: int) -> None:
    nothing_is_narrowed(seeded(3_300 + turn), 100)


def one_more_is_not_found(random: Random, times: int) -> None:
    """Release overlapping periods one after the other while one case comes or goes."""
    for _ in range(times):
        people = few_people(random, random.choice([15, 40, 90]))
        one = dict(random.choice(people))
        other = [*people, one] if random.random() < 0.5 else people[1:]
        ledger, release = make_release(Ledger(), people, SMALL, "2025-H1", made=MADE, random=random)
        before, told = dict(release.figures), ledger
        for period in ("2025-H1", "2025-Q1", "2025-Q2", "2025"):
            with suppress(Disclosed):  # a refusal lets nothing out; "fewer than 10" can narrow
                ledger, release = make_release(
                    ledger, other, SMALL, period, made=MADE, random=random
                )
                assert_safe(release.figures)
        assert len(ledger.lines) >= len(told.lines) + 2 or len(people) < 41
        assert all(ledger.frozen(SMALL)[cell] == figure for cell, figure in before.items())


def test_s04_one_case_more_or_less_is_not_found_in_consecutive_releases() -> None:
    one_more_is_not_found(seeded(44), 10)


@pytest.mark.long
@pytest.mark.parametrize("turn", range(10))
def test_s04_one_case_more_or_less_is_not_found_in_a_thousand_series(turn: int) -> None:
    one_more_is_not_found(seeded(4_400 + turn), 100)


def test_s05_offices_are_added_before_anything_is_rounded() -> None:
    random = seeded(55)
    offices = [few_people(random, random.choice([0, 1, 3, 8])) for _ in range(20)]
    together = [answer for office in offices for answer in office]
    merged = add([count(office, SMALL, "2025") for office in offices])
    assert merged.cells == count(together, SMALL, "2025").cells
    _, release = make_release(Ledger(), together, SMALL, "2025", made=MADE, random=random)
    assert_safe(release.figures)


@pytest.mark.parametrize("size", [0, 1, 9, 10, 45, 300])
def test_a_province_of_any_size_is_released_or_said_to_be_small(size: int) -> None:
    random = seeded(size)
    people = answers(size, random)
    ledger = Ledger()
    for period in ("2025-Q1", "2025", "2025-Q3"):
        ledger, release = make_release(
            ledger, people, plan_named("incidents"), period, made=MADE, random=random
        )
        assert_safe(release.figures)
    assert len(ledger.lines) == 3


def test_everybody_in_one_commune_and_alike_is_released_safely() -> None:
    random = seeded(12)
    people = answers(60, random, in_one_cell=True)
    _, release = make_release(
        Ledger(), people, plan_named("incidents"), "2025", made=MADE, random=random
    )
    assert_safe(release.figures)


def test_counts_that_are_multiples_of_the_base_stay_as_they_are() -> None:
    random = seeded(13)
    people = [one for one in answers(30, random) for _ in range(5)]
    plan = plan_named("incidents")
    _, release = make_release(Ledger(), people, plan, "2025", made=MADE, random=random)
    cells = count(people, plan, "2025").cells
    assert {cell: figure.value for cell, figure in release.figures.items()} == {
        cell: cells[cell] for cell in release.figures
    }
    assert release.line.error == 4  # and nobody is told that they are


def test_every_fact_of_a_release_contains_the_truth() -> None:
    random = seeded(66)
    people = answers(300, random)
    plan = plan_named("incidents")
    ledger, _ = make_release(Ledger(), people, plan, "2025", made=MADE, random=random)
    cells = count(people, plan, "2025").cells
    for fact in ledger.facts(plan).facts:
        assert fact.cell is not None
        assert fact.holds(cells[fact.cell])


def test_a_release_says_which_figures_are_shown_and_holds_back_the_rest() -> None:
    random = seeded(77)
    people = answers(300, random)
    ledger, release = make_release(
        Ledger(), people, plan_named("incidents"), "2025-Q2", made=MADE, random=random
    )
    assert all(("period", "2025-Q2") in cell for cell in release.figures)
    assert any(("period", "2025-H1") in cell for cell in release.line.held)
    assert isinstance(release, Release)
    assert ledger.facts(release.plan).facts


def test_all_tables_of_incidents_can_be_released_together() -> None:
    random = seeded(88)
    people = [a for a in answers(160, random) if a["quarter"] == "2025-Q1"]
    more = [
        {
            **answer,
            "contexts": ("domestic",) if random.random() < 0.6 else (),
            "contexts_unknown": ("child_sexual_abuse",) if random.random() < 0.1 else (),
            "perpetrator_group": random.choice(["partner_family", "family", "known", ""]),
            "service_health": random.choice(["referred", "not_needed", ""]),
            "dv_acts": ("a_harm_health", "b_insult") if random.random() < 0.5 else (),
        }
        for answer in people
    ]
    plan = plan_named("incidents-full")
    _, release = make_release(Ledger(), more, plan, "2025-Q1", made=MADE, random=random)
    assert_safe(release.figures)
    cells = count(more, plan, "2025-Q1").cells
    unsure = (("context_child_sexual_abuse", "unknown"), ("period", "2025-Q1"))
    true = sum("child_sexual_abuse" in a["contexts_unknown"] and "excluded" not in a for a in more)
    assert cells[unsure] == true
    assert [grid.id for grid in release_tables(release)] == [
        *("A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A14"),
        *("A17", "A18", "A19", "A20"),
    ]
    assert workbook(release, ENGLISH)
