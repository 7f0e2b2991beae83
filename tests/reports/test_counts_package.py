"""Counts of many offices: added once, in any order, and nobody else's."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.reports.counts_package import (
    NotCounts,
    Package,
    StrangeOffice,
    TwoVersions,
    merged,
    packed,
    unpacked,
)
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.layout import NotASum
from gbvcase.reports.tables import NotThisPlan, count
from tests.reports.made_up import answers, report, seeded
from tests.reports.test_releases import few_people

PLAN = report()
YEAR = "2025"


def package(random: Random, office: str, edition: int = 1, size: int = 12) -> Package:
    return Package(office, edition, count(few_people(random, size), PLAN, YEAR))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_order_repeats_and_older_editions_change_nothing(seed: int) -> None:
    random = seeded(seed)
    offices = ["A", "B", "C"]
    latest = [package(random, office, 3, random.choice([0, 3, 20])) for office in offices]
    older = [package(random, office, edition) for office in offices for edition in (1, 2)]
    sent = [*latest, *older, *random.sample(latest, 2)]
    random.shuffle(sent)
    whole = merged(latest, offices, PLAN, YEAR)
    assert merged(sent, offices, PLAN, YEAR).cells == whole.cells
    assert whole.cells[(("period", YEAR),)] == sum(
        p.counts.cells[(("period", YEAR),)] for p in latest
    )


def test_what_was_packed_is_read_again_and_has_the_same_bytes() -> None:
    one = package(seeded(1), "A", 2)
    content = packed(one.counts, one.office, one.edition)
    again = unpacked(content, PLAN, YEAR)
    assert (again.office, again.edition) == ("A", 2)
    assert again.counts.cells == one.counts.cells
    assert packed(again.counts, again.office, again.edition) == content


def test_no_office_at_all_is_nobody() -> None:
    assert set(merged([], [], PLAN, YEAR).cells.values()) == {0}


def test_an_office_that_is_not_known_is_refused() -> None:
    with pytest.raises(StrangeOffice):
        merged([package(seeded(1), "X")], ["A"], PLAN, YEAR)


def test_one_edition_with_two_contents_is_refused() -> None:
    random = seeded(2)
    with pytest.raises(TwoVersions):
        merged([package(random, "A"), package(random, "A", size=9)], ["A"], PLAN, YEAR)


def test_counts_of_another_plan_or_period_are_refused() -> None:
    content = packed(package(seeded(3), "A").counts, "A", 1)
    with pytest.raises(NotThisPlan):
        unpacked(content, report(10), YEAR)
    with pytest.raises(NotThisPlan):
        unpacked(content, PLAN, "2024")
    with pytest.raises(NotThisPlan):
        merged([package(seeded(3), "A")], ["A"], PLAN, "2024")


def test_cells_that_the_plan_does_not_have_are_refused() -> None:
    told = json.loads(packed(package(seeded(4), "A").counts, "A", 1))
    told["tables"]["kind,sex"]["hit,other,2025-Q1"] = 3
    with pytest.raises(NotThisPlan):
        unpacked(json.dumps(told).encode(), PLAN, YEAR)


@pytest.mark.parametrize("bad", [-1, 1.5, "3", True, None, 10**12])
def test_what_is_not_a_count_is_refused(bad: object) -> None:
    told = json.loads(packed(package(seeded(5), "A").counts, "A", 1))
    told["tables"]["kind,sex"]["hit,f,2025-Q1"] = bad
    with pytest.raises(NotCounts):
        unpacked(json.dumps(told).encode(), PLAN, YEAR)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff\x00", b'{"kind": "x"}'])
def test_any_other_file_is_refused(content: bytes) -> None:
    with pytest.raises(NotCounts):
        unpacked(content, PLAN, YEAR)


def test_tables_that_do_not_know_the_same_people_are_refused() -> None:
    plan = plan_named("incidents")
    counts = count(answers(30, seeded(6)), plan, "2025-Q1")
    told = json.loads(packed(counts, "A", 1))
    first = next(iter(told["tables"]["age_band,gbv_type"]))
    told["tables"]["age_band,gbv_type"][first] += 1
    with pytest.raises(NotASum):
        unpacked(json.dumps(told).encode(), plan, "2025-Q1")
