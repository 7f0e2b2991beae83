"""A refusal names the group and the addition that betrays it."""

from dataclasses import replace

from gbvcase.domain.marking import ENGLISH
from gbvcase.reports.audit import attack
from gbvcase.reports.explain import explained, longer, tables_of
from gbvcase.reports.facts import Fact, Facts
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.proofs import Danger
from gbvcase.reports.protection import Status
from gbvcase.reports.tables import Counts
from tests.reports.made_up import flat, report, small_plan

PLAN = small_plan(("a",), dimensions=(flat("a", "x", "y"),))


def year(numbers: dict[str, tuple[int, ...]]) -> Counts:
    finest = {
        (code, f"2025-Q{q}"): n for code, row in numbers.items() for q, n in enumerate(row, 1)
    }
    return Counts(PLAN, "2025", {("a",): finest})


def test_a_fourth_quarter_is_found_by_taking_three_from_the_year() -> None:
    counts = year({"x": (6, 7, 5, 1), "y": (20, 20, 20, 20)})
    shown = ("2025", "2025-Q1", "2025-Q2", "2025-Q3")
    facts = Facts(
        tuple(
            Fact.of(cell, n, n, Status.EXACT)
            for cell, n in counts.cells.items()
            if dict(cell)["period"] in shown
        )
    )
    verdict = attack(counts, facts)
    (found,) = (d for d in verdict.disclosures if dict(d.cell) == {"a": "x", "period": "2025-Q4"})
    assert found.danger is Danger.EXACT
    text = explained(found, PLAN, ENGLISH)
    assert "would be known to be exactly 1" in text
    for word in ("Year 2025 (19)", "Quarter 1 of 2025 (6)", "Quarter 2 of 2025 (7)"):
        assert word in text
    for bound in found.proofs:
        assert len(bound.facts) == 4


def test_everybody_sharing_an_answer_is_said_in_words() -> None:
    plan = report()
    finest = {("kind", "sex"): {("hit", "m", "2025-Q1"): 6, ("word", "f", "2025-Q1"): 20}}
    counts = Counts(plan, "2025-Q1", finest)
    facts = Facts(tuple(Fact.of(cell, n, n, Status.EXACT) for cell, n in counts.cells.items()))
    verdict = attack(counts, facts)
    found = next(d for d in verdict.disclosures if d.danger is Danger.GROUP)
    text = explained(found, plan, ENGLISH)
    assert text.startswith("All of “Sex: ")
    late = replace(found, danger=Danger.LATE)
    assert "since the last edition" in explained(late, plan, ENGLISH)
    assert tables_of(verdict.disclosures, plan) == ("T1",)


def test_longer_periods_are_offered_the_shortest_first() -> None:
    assert longer("2025-Q3") == ("2025-H2", "2025")
    assert longer("2025-H1") == ("2025",)
    assert longer("2025") == ()
    assert plan_named("incidents").calendar == "calendar"
