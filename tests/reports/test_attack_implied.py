"""Attacks by somebody who knows what follows from what, where one answer is part of another."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from gbvcase.reports.audit import attack
from gbvcase.reports.facts import Facts, facts_of
from gbvcase.reports.implied import implied_sums
from gbvcase.reports.indicators import ReportPlan, plan_named, reports
from gbvcase.reports.lattice import within
from gbvcase.reports.proofs import Disclosed, check
from gbvcase.reports.protection import Published, round_together
from gbvcase.reports.tables import Answer, Counts, count

from .made_up import FORMS, TYPES, seeded

YEAR = "2025"
SEXUAL = ("rape", "sexual_assault")
ACTS = ("a_harm_health", "b_insult", "n_property")
ROWS = ("criticism", "contact_ban", "education", "criminal")
WITH_RULES = ("incidents-full", "incidents-tables", "people", "perpetrators", "referrals")


def incidents(number: int, random: Random) -> Iterator[Answer]:
    """Yield incidents whose answers agree with each other, many of them rare."""
    for _ in range(number):
        kind, age = random.choice(TYPES), random.choice(("0_11", "16_17", "18_19", "25_49"))
        near = random.choice(("partner_family", "family", "known", ""))
        minor = age in {"0_11", "16_17"}
        forms = tuple(random.sample(FORMS, random.choice((1, 1, 2))))
        contexts = []
        if kind in SEXUAL and minor:
            contexts.append("child_sexual_abuse")
        if kind == "forced_marriage" and minor:
            contexts.append("early_marriage")
        if near == "partner_family":
            contexts.append("intimate_partner_violence")
        domestic = near in {"partner_family", "family"}
        if domestic:
            contexts.append("domestic")
        yield {
            "sex": random.choices(("female", "male"), (9, 1))[0],
            "age_band": age,
            "gbv_type": kind,
            "vn_forms": forms,
            "form_count": "one" if len(forms) == 1 else "several",
            "urban": random.choice(("yes", "no")),
            "contexts": tuple(contexts),
            "perpetrators": "1" if near else random.choice(("0", "")),
            **({"perpetrator_group": near, "perpetrator_sex": "male"} if near else {}),
            "dv_acts": tuple(random.sample(ACTS, random.choice((0, 1, 2)))) if domestic else (),
            "domestic_in_law": "yes" if domestic else "no",
            "quarter": f"{YEAR}-Q{random.randint(1, 4)}",
        }


def alleged(number: int, random: Random) -> Iterator[Answer]:
    """Yield people who are said to have used violence."""
    for _ in range(number):
        taken = tuple(random.sample(ROWS, random.choices((0, 1, 2), (6, 1, 1))[0]))
        yield {
            "sex": random.choices(("male", "female"), (9, 1))[0],
            "measures": taken,
            "measure": "yes" if taken else "no",
            "criminal": "yes" if "criminal" in taken else "no",
            "quarter": f"{YEAR}-Q{random.randint(1, 4)}",
        }


def rounded(name: str, seed: int, *, knows: bool = True) -> tuple[ReportPlan, Counts, Published]:
    """Round a made-up year of a report, with or without what follows from what."""
    plan, random = plan_named(name), seeded(seed)
    answers = alleged(70, random) if name == "perpetrators" else incidents(70, random)
    counts = count(answers, plan, YEAR)
    as_was = plan if knows else replace(plan, implied=())
    return plan, counts, round_together(replace(counts, plan=as_was), {}, seeded(seed))


def proved(plan: ReportPlan, published: Published) -> list[object]:
    """Return what the bounds of figures prove of a few people, with what follows from what."""
    cells = published.cells
    found: list[object] = []
    for terms in implied_sums(plan, YEAR):
        for cell, weight in terms:
            low = cells[cell].low
            most = sum(w * cells[c].high for c, w in terms if w > 0)
            most -= sum(-w * cells[c].low for c, w in terms if w < 0 and c != cell)
            if weight == -1 and low >= 1 and most < plan.threshold:
                found.append(cell)
    return found


def told(published: Published) -> Facts:
    """Return what is known to who has the figures of the year and of all its parts."""
    facts = Facts(())
    for period in within(YEAR):
        facts |= facts_of(published, period)
    return facts


def test_what_follows_is_true_of_answers_that_a_case_gives() -> None:
    for name in ("incidents-full", "incidents-tables", "perpetrators"):
        plan, counts, _ = rounded(name, 3)
        assert implied_sums(plan, YEAR)
        for terms in implied_sums(plan, YEAR):
            assert sum(weight * counts.cells[cell] for cell, weight in terms) >= 0


def test_rules_reach_the_reports_that_count_both_characteristics() -> None:
    assert {plan.name for plan in reports() if plan.implied} >= set(WITH_RULES)


@pytest.mark.parametrize("name", ["perpetrators", "incidents-tables"])
def test_a_characteristic_that_is_part_of_another_tells_nothing_more(name: str) -> None:
    for seed in range(1, 6):
        plan, _, published = rounded(name, seed)
        assert not proved(plan, published)


def test_the_figures_of_what_follows_pass_the_attack() -> None:
    plan, counts, published = rounded("perpetrators", 2)
    facts = told(published)
    check(attack(replace(counts, plan=plan), facts), facts)


def test_figures_that_were_rounded_without_it_are_caught() -> None:
    for seed in range(1, 40):
        plan, counts, published = rounded("perpetrators", seed, knows=False)
        if proved(plan, published):
            facts = told(replace(published, plan=plan))
            with pytest.raises(Disclosed):
                check(attack(replace(counts, plan=plan), facts), facts)
            return
    pytest.fail("no seed shows what would leak")
