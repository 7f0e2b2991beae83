"""After a correction every later release of those people is attacked with both editions."""

from dataclasses import replace

import pytest

from gbvcase.reports.corrections import correct
from gbvcase.reports.later import check_editions
from gbvcase.reports.ledger import Ledger, Line
from gbvcase.reports.proofs import Disclosed, NotDecided
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.releases import make_release
from gbvcase.reports.tables import Answer, Counts, count
from tests.reports.made_up import MADE, report, seeded
from tests.reports.test_releases import few_people

PLAN = report()
CORRECTED = replace(MADE, at="2026-09-01T08:00:00+07:00")


@pytest.fixture(scope="module")
def people() -> list[Answer]:
    return few_people(seeded(3), 150)


@pytest.fixture(scope="module")
def ledger(people: list[Answer]) -> Ledger:
    first, _ = make_release(Ledger(), people, PLAN, "2025", made=MADE, random=seeded(1))
    late = [*people, *people[:12]]
    return correct(first, late, PLAN, "2025", made=CORRECTED)[0]


def exact(line: Line) -> Line:
    """Return a correction as a leaking ancestor would have released it: exactly."""
    counts = {
        cell: figure
        for cell, figure in line.figures.items()
        if ("period", "2025") in cell and cell[0][0] != "excluded"
    }
    numbers = truth_of(line)
    return replace(
        line,
        figures={c: Figure(numbers[c], numbers[c], numbers[c], Status.EXACT) for c in counts},
    )


def truth_of(line: Line) -> dict[tuple[tuple[str, str], ...], int]:
    return dict(Counts(PLAN, "2025", line.truth).cells)


def test_a_correction_keeps_what_changed_for_those_who_come_later(ledger: Ledger) -> None:
    second = ledger.lines[-1]
    assert second.edition == "2"
    assert truth_of(second) != truth_of(ledger.lines[0])
    assert ledger.truth(PLAN)["2025-Q1"]["kind", "sex"] == {
        leaf: n for leaf, n in ledger.lines[0].truth["kind", "sex"].items() if leaf[-1] == "2025-Q1"
    }


@pytest.mark.parametrize("period", ["2025-H1", "2025-Q3"])
def test_a_later_release_beside_a_correction_passes_or_is_refused_with_its_facts(
    people: list[Answer], ledger: Ledger, period: str
) -> None:
    after, release = make_release(ledger, people, PLAN, period, made=CORRECTED, random=seeded(2))
    assert release.line.period == period
    counts = count(people, PLAN, "2025")
    check_editions(after, counts, after.facts(PLAN))


def test_a_correction_that_told_too_much_stops_every_later_release(
    people: list[Answer], ledger: Ledger
) -> None:
    leaking = Ledger((*ledger.lines[:-1], exact(ledger.lines[-1])))
    first = exact_first(leaking)
    with pytest.raises((Disclosed, NotDecided)):
        make_release(first, people, PLAN, "2025-H1", made=CORRECTED, random=seeded(2))
    alone = Ledger(first.lines[:1])  # without the correction there is nothing to compare
    make_release(alone, people, PLAN, "2025-H1", made=CORRECTED, random=seeded(2))


def exact_first(ledger: Ledger) -> Ledger:
    """Return the ledger with the large figures of the first edition exact too."""
    line = ledger.lines[0]
    numbers = truth_of(line)
    headline = {
        cell: Figure(numbers[cell], numbers[cell], numbers[cell], Status.EXACT)
        for cell in line.figures
        if ("period", "2025") in cell and len(cell) == 1
    }
    return Ledger((replace(line, headline=headline), *ledger.lines[1:]))


def test_a_correction_of_another_member_stops_what_cannot_be_judged(
    people: list[Answer], ledger: Ledger
) -> None:
    away = Ledger((*ledger.lines[:-1], replace(ledger.lines[-1], truth={}, salt="")))
    with pytest.raises(NotDecided):
        make_release(away, people, PLAN, "2025-H1", made=CORRECTED, random=seeded(2))
    other = [{**answer, "quarter": "2024-Q1"} for answer in people]
    make_release(away, other, PLAN, "2024", made=CORRECTED, random=seeded(2))
