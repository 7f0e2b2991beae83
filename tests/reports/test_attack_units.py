"""Attacks by somebody who has the reports of two units, and knows what follows from what."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from gbvcase.reports import corrections
from gbvcase.reports.audit import attack
from gbvcase.reports.audited import audited
from gbvcase.reports.beside import known_beside
from gbvcase.reports.division import Division, counted_at, divide, divided
from gbvcase.reports.editions import SECOND_EDITION, in_editions
from gbvcase.reports.facts import Facts
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.ledger_copies import copied, joined, read_copy
from gbvcase.reports.proofs import Disclosed, NotDecided, Verdict
from gbvcase.reports.protection import NothingFits
from gbvcase.reports.releases import (
    OtherPlan,
    Release,
    make_release,
    refuse_second_rounding,
    release_counts,
)
from gbvcase.reports.sheets import dimensions_of, tidy
from gbvcase.reports.tables import Answer, Counts, add, count

from .made_up import AGES, FORMS, MADE, TYPES, seeded

YEAR = "2025"
SAME_AGES = {"12_15", "16_17", "25_49", "50_59", "60_plus", "under_16"}
YOUNGEST = {"0_5": "0_11", "6_11": "0_11"}
Codes = frozenset[tuple[str, str]]


def lives(number: int, random: Random) -> list[Answer]:
    """Return incidents of a small province, each of another person, rare answers among them."""
    found: list[Answer] = []
    for person in range(number):
        age = random.choices(AGES, [3, 3, 3, 3, 5, 20, 3, 3, 1])[0]
        group = {"0_11": random.choice(("0_5", "6_11")), "18_19": "18_24", "20_24": "18_24"}
        found.append(
            {
                "sex": random.choices(("female", "male"), (9, 1))[0],
                "age_band": age,
                "age_group": group.get(age, age),
                "ethnic_group": random.choice(("kinh", "gia_rai", "ba_na", "foreign")),
                "gbv_type": random.choice(TYPES),
                "vn_forms": tuple(random.sample(FORMS, random.choice((1, 1, 2)))),
                "referred_from": random.choice(("police", "health", "self_referral", "other")),
                "quarter": f"{YEAR}-Q{random.randint(1, 4)}",
                "person": str(person),
            }
        )
    return found


def both(
    ledgers: tuple[Ledger, Ledger], answers: list[Answer], seed: int, order: Iterable[str]
) -> tuple[dict[str, Release], list[Ledger]]:
    """Release both reports, each knowing one of two ledgers, which may be the same."""
    made: dict[str, Release] = {}
    after = []
    ledger = ledgers[0]
    for number, name in enumerate(order):
        if number and ledgers[1] is not ledgers[0]:
            ledger = ledgers[1]
        ledger, made[name] = make_release(
            ledger, answers, plan_named(name), YEAR, made=MADE, random=seeded(seed)
        )
        after.append(ledger)
    return made, after


def bounds(release: Release) -> dict[Codes, tuple[int, int]]:
    """Read what the rows of a file say of each cell."""
    names = dimensions_of(release)
    found = {}
    for row in tidy(release):
        codes = zip(names, row[5 : 5 + len(names)], strict=True)
        low, high = row[6 + len(names)], row[7 + len(names)]
        assert isinstance(low, int)
        assert isinstance(high, int)
        found[frozenset((name, str(code)) for name, code in codes if code)] = (low, high)
    return found


def of_incidents(people: Codes) -> Codes | None:
    """Return the cell of incidents of which each of these people has one."""
    found = set()
    for name, code in people:
        if name == "age_group":
            if code not in SAME_AGES and code not in YOUNGEST:
                return None
            found.add(("age_band", YOUNGEST.get(code, code)))
        elif name in {"sex", "ethnic_group", "referred_from"} or name.startswith("form_"):
            found.add((name, code))
        else:
            return None
    return frozenset(found)


def proved(made: dict[str, Release]) -> Iterator[Codes]:
    """Yield people of whom both files together say that they are between one and four."""
    incidents = bounds(made["incidents"])
    for people, (low, high) in bounds(made["people"]).items():
        most = incidents.get(of_incidents(people) or frozenset({("", "")}))
        if most and low >= 1 and min(high, most[1]) <= 4:
            yield people
        if most and most[1] <= 4 and max(low, most[0]) >= 1:
            yield people


@pytest.mark.parametrize("order", [("incidents", "people"), ("people", "incidents")])
def test_the_reports_of_people_and_of_incidents_together_show_nobody(
    order: tuple[str, str],
) -> None:
    ledger = Ledger()
    made, after = both((ledger, ledger), lives(70, seeded(1)), 1, order)
    assert not list(proved(made))
    assert all(one.is_safe for one in audited(after[-1]))


@pytest.mark.parametrize("order", [("incidents-form", "people"), ("people", "incidents-form")])
def test_a_form_with_exact_figures_and_rounded_ones_of_the_same_people_are_not_both_released(
    order: tuple[str, str],
) -> None:
    ledger = Ledger()
    with pytest.raises(OtherPlan):
        both((ledger, ledger), lives(70, seeded(1)), 1, order)


def test_two_reports_that_do_not_know_of_each_other_are_caught() -> None:
    for seed in range(1, 12):
        apart = (Ledger(), Ledger())
        made, after = both(apart, lives(70, seeded(seed)), seed, ("incidents", "people"))
        if list(proved(made)):
            joined = Ledger()
            for ledger in after:
                for line in ledger.lines:
                    joined = joined.append(line)
            assert not all(one.is_safe for one in audited(joined))
            return
    pytest.fail("no seed shows what would leak")


def by_office(name: str, people: Mapping[str, list[Answer]]) -> Counts:
    """Return the counts of some offices for a report that shows each of them."""
    plan = plan_named(name)
    told = {office: count(some, plan, YEAR) for office, some in people.items()}
    whole = replace(add(list(told.values())), by_office={o: c.finest for o, c in told.items()})
    wide = divided(plan, Division({office: (office,) for office in people}))
    return divide(whole, counted_at(wide, tuple(sorted(people))))


def test_a_report_that_shows_offices_is_in_sight_as_well() -> None:
    people = {"A": lives(40, seeded(1)), "B": lives(30, seeded(2))}
    made = {}
    ledger = Ledger()
    for name in ("incidents", "people"):
        counts = by_office(name, people)
        assert isinstance(counts.plan, ReportPlan)
        ledger, made[name] = release_counts(
            ledger, counts, counts.plan, YEAR, made=MADE, random=seeded(3)
        )
    assert known_beside(Ledger(ledger.lines[:1]), counts).beside
    assert not list(proved(made))
    form = counted_at(plan_named("incidents-form"), ("A", "B"))
    with pytest.raises(OtherPlan):  # exact figures beside rounded ones of the same people
        refuse_second_rounding(Ledger(ledger.lines[1:]), form, YEAR)


def released_by_a_member(name: str, people: list[Answer], offices: tuple[str, ...]) -> Ledger:
    """Return the ledger of somebody who has joined that of a member with a report of its own."""
    plan = counted_at(plan_named(name), offices)
    made = replace(MADE, office=offices[0])
    theirs, _ = make_release(Ledger(), people, plan, YEAR, made=made, random=seeded(5))
    copy = read_copy(copied(theirs, offices[0]))
    return joined(Ledger(), copy.ledger, by="Trần Thị Mẫu", office="Tỉnh (mẫu)", at=MADE.at)


def test_people_of_one_office_are_never_more_than_the_incidents_of_all() -> None:
    alone, others = lives(40, seeded(1)), lives(30, seeded(2))
    theirs = released_by_a_member("people", alone, ("A",))
    counts = count([*alone, *others], counted_at(plan_named("incidents"), ("A", "B")), YEAR)
    assert known_beside(theirs, counts).beside
    whole = released_by_a_member("incidents", [*alone, *others], ("A", "B"))
    own = count(alone, counted_at(plan_named("people"), ("A",)), YEAR)
    assert known_beside(whole, own).beside
    # the incidents of one office say nothing about the people of all
    part = released_by_a_member("incidents", alone, ("A",))
    every = count([*alone, *others], counted_at(plan_named("people"), ("A", "B")), YEAR)
    assert not known_beside(part, every).beside


def test_a_correction_is_attacked_with_the_report_of_people_in_sight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[Facts] = []

    def watched(counts: Counts, facts: Facts, *others: Any) -> Verdict:
        seen.append(facts)
        return attack(counts, facts, *others)

    before = lives(70, seeded(1))
    made, (_, ledger) = both((Ledger(),) * 2, before, 1, ("incidents", "people"))
    more = [*before, *lives(14, seeded(4))]
    monkeypatch.setattr(corrections, "attack", watched)
    later = replace(MADE, at=f"{int(YEAR) + 1}-09-01T08:00:00+07:00")
    with suppress(Disclosed, NotDecided, NothingFits):
        _, second = corrections.correct(ledger, more, plan_named("incidents"), YEAR, made=later)
        assert not list(proved({**made, "incidents": second}))
    beside = known_beside(ledger, count(more, plan_named("incidents"), YEAR)).beside
    told = in_editions(beside, SECOND_EDITION).facts
    assert told
    assert set(told) <= set(seen[0].facts)
