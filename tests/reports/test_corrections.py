"""A year is corrected rarely, changes few figures, and betrays no late record."""

from dataclasses import replace

import pytest

from gbvcase.reports.corrections import NoCorrection, correct, corrected
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.releases import NoSuchRelease, Release, make_release
from gbvcase.reports.tables import Answer, count
from tests.reports.made_up import MADE, report, seeded
from tests.reports.test_releases import few_people

PLAN = report()
LATER = replace(MADE, at="2026-09-01T08:00:00+07:00")


def year_of(people: list[Answer]) -> tuple[Ledger, Release]:
    return make_release(Ledger(), people, PLAN, "2025", made=MADE, random=seeded(1))


def test_figures_that_still_hold_do_not_change() -> None:
    people = few_people(seeded(1), 150)
    ledger, first = year_of(people)
    more = [*people, *few_people(seeded(2), 14)]
    _, second = correct(ledger, more, PLAN, "2025", made=LATER)
    counts = count(more, PLAN, "2025")
    for cell, figure in second.figures.items():
        assert figure.low <= counts.cells[cell] <= figure.high
        assert figure.value % 5 == 0
    for whole, some in counts.sums:
        if whole in second.figures and all(part in second.figures for part in some):
            assert second.figures[whole].value == sum(second.figures[p].value for p in some)
    held = [c for c, f in first.figures.items() if abs(f.value - counts.cells[c]) < 5]
    kept = sum(second.figures[c].value == first.figures[c].value for c in held)
    assert kept >= len(held) - 3  # some must move so that sums hold


def test_the_first_edition_stays_known_and_frozen() -> None:
    people = few_people(seeded(3), 150)
    ledger, first = year_of(people)
    after, second = correct(ledger, [*people, *people[:12]], PLAN, "2025", made=LATER)
    assert after.facts(PLAN).digest == ledger.facts(PLAN).digest
    assert after.frozen(PLAN) == ledger.frozen(PLAN)
    assert second.id == f"{first.id}-e2"
    newest = after.newest(first.id)
    assert newest is not None
    assert newest.edition == "2"
    assert Ledger.from_json(after.as_json()).head == after.head


def test_few_changes_are_not_corrected() -> None:
    people = few_people(seeded(4), 150)
    ledger, _ = year_of(people)
    with pytest.raises(NoCorrection):
        correct(ledger, [*people, *people[:9]], PLAN, "2025", made=LATER)


def test_a_year_is_corrected_once_and_only_a_year() -> None:
    people = few_people(seeded(5), 150)
    ledger, _ = year_of(people)
    more = [*people, *people[:12]]
    after, _ = correct(ledger, more, PLAN, "2025", made=LATER)
    with pytest.raises(NoCorrection):
        correct(after, [*more, *people[:15]], PLAN, "2025", made=LATER)
    ledger, _ = make_release(ledger, people, PLAN, "2025-Q1", made=MADE, random=seeded(1))
    with pytest.raises(NoCorrection):
        correct(ledger, more, PLAN, "2025-Q1", made=LATER)
    with pytest.raises(NoSuchRelease):
        correct(Ledger(), more, PLAN, "2025", made=LATER)


def test_a_figure_changes_only_where_it_no_longer_holds() -> None:
    people = few_people(seeded(6), 60)
    _, first = year_of(people)
    same = corrected(count(people, PLAN, "2025"), first.figures)
    assert {c: f.value for c, f in same.items()} == {
        c: f.value for c, f in first.figures.items() if c in same
    }
