"""Indicators are counted by the rules beside them, and never make a figure of nothing."""

import fnmatch
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gbvcase.domain.codes import ReportDelayBand
from gbvcase.domain.fields import entries_of
from gbvcase.domain.incident import ServiceMatrix
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.speaking import speaker
from gbvcase.reports.indicators import characteristics
from gbvcase.reports.measures import Line, Measured, Rule, Source, fits, measured, rule_of
from gbvcase.reports.tables import Answer
from gbvcase.reports.wanted import indicators
from tests.reports.made_up import answers, seeded

KNOWN = characteristics()
RULES = {one.id: one.rule for one in indicators() if one.rule}


def rule(name: str) -> Rule:
    found = RULES[name]
    assert found is not None
    return found


def counted(name: str, *things: Answer) -> Measured:
    found = rule(name)
    return measured(found, dict.fromkeys(found.sources, things), KNOWN)


def numbers(found: Measured) -> list[tuple[float | None, int | None]]:
    return [(line.number, line.whole) for line in found.lines]


RAPE = {"gbv_type": "rape", "age_band": "25_49"}


def test_every_rule_counts_answers_as_they_come() -> None:
    things = answers(60, seeded(3))
    for name, found in RULES.items():
        if found.how != "directory":
            told = measured(found, dict.fromkeys(found.sources, things), KNOWN)
            for line in told.lines:
                assert line.whole is None or (line.number or 0) <= line.whole, name


def test_every_rule_names_answers_that_are_projected() -> None:
    """A word that no answer has would count nobody for ever, and nobody would see it."""
    from tests.vault.test_answers import OF_THE_COUNT, REVIEWED, REVIEWED_OF

    lasting = {"since", "at_end"}
    for name, found in RULES.items():
        for source, where in asked_of(found):
            known = REVIEWED_OF.get(source.unit, REVIEWED | services()) | OF_THE_COUNT | lasting
            assert set(where) <= known, (name, source.unit)


@pytest.mark.parametrize("name", sorted(RULES))
def test_what_an_indicator_is_broken_down_by_is_an_answer_of_its_things(name: str) -> None:
    from tests.vault.test_answers import REVIEWED, REVIEWED_OF

    found = rule(name)
    things = found.parts[0].source if found.parts and not found.of_all else found.source
    known = REVIEWED_OF.get(things.unit, REVIEWED | services())
    for pattern in found.by:
        named = fnmatch.filter(KNOWN, pattern)
        assert named, pattern
        for one in named:
            assert (KNOWN[one].source or one) in known, (name, one)


def asked_of(found: Rule) -> list[tuple[Source, Mapping[str, Any]]]:
    parts = [(part.source, where) for part in found.parts for where in (part.among, part.where)]
    of = {found.of: ()} if found.of else {}
    return [(found.source, found.among), (found.source, found.listed), (found.source, of), *parts]


def services() -> set[str]:
    matrix = entries_of(ServiceMatrix)
    return {f"service_{entry.name}" for entry in matrix}


def test_a_share_of_nobody_is_a_dash_and_never_nought() -> None:
    (line,) = counted("A16").lines
    assert (line.number, line.whole, line.share) == (0, 0, None)
    assert line.written(ENGLISH) == "0 of 0 (-)"
    (line,) = counted("B7").lines
    assert line.number is None
    assert line.written(ENGLISH) == "-"


def test_a_share_has_one_decimal_and_both_counts_on_the_offices_screen() -> None:
    line = Line({}, "incidents", 3, 7)
    assert line.written(ENGLISH) == "3 of 7 (42.9 %)"
    assert line.written(speaker("vi")) == "3 trên 7 (42,9 %)"


def test_those_left_out_are_in_no_figure_but_that_of_the_left_out() -> None:
    mine = {"gbv_type": "rape"}
    away = {"excluded": "known_to_member"}
    assert numbers(counted("A1", mine, away)) == [(1, None)]
    assert numbers(counted("A23", mine, away)) == [(1, None)]


def test_a_delay_that_is_missing_is_listed_and_never_nought_days() -> None:
    known = {"report_delay_band": "d0_3"}
    missing = {"report_delay_band": "unknown"}
    found = counted("A14", known, known, missing)
    assert numbers(found) == [(2, None)]
    assert found.listed == 1
    (block,) = found.blocks
    bands = {line.titles["en"]: line.number for line in block.lines}
    assert bands["0-3 days"] == 2
    assert sum(n for n in bands.values() if n) == 2


def test_the_bands_of_the_delay_do_not_overlap() -> None:
    dimension = KNOWN["report_delay_band"]
    assert set(dimension.leaves) == {b.code for b in ReportDelayBand} | {"unknown"}
    assert all(len(dimension.above[leaf]) == 2 for leaf in dimension.leaves)


def test_rape_within_72_hours_is_within_120_hours_too() -> None:
    found = counted(
        "A15",
        RAPE | {"report_delay_band": "d0_3"},
        RAPE | {"report_delay_band": "d4_5"},
        RAPE | {"report_delay_band": "unknown"},
        {"gbv_type": "physical_assault", "report_delay_band": "d0_3"},
    )
    assert numbers(found) == [(1, 3), (2, 3)]
    assert found.listed == 1


def test_in_progress_is_not_met() -> None:
    helped = {"in_need": "yes", "helped": "yes"}
    waiting = {"in_need": "yes", "helped": "no", "declined_all": "no"}
    refused = {"in_need": "yes", "helped": "no", "declined_all": "yes"}
    assert numbers(counted("D2", helped, waiting, refused, {"in_need": "no"})) == [(1, 3), (1, 3)]
    assert numbers(counted("C3", {"service_given": "no"}, {"service_given": "yes"})) == [(1, 2)]


def test_what_is_not_due_yet_is_neither_in_time_nor_late() -> None:
    states = ("in_time", "overdue", "not_due")
    found = counted("C2", *({"acknowledged": state, "seen": "not_due"} for state in states))
    assert numbers(found) == [(1, 2), (0, 0)]


def test_the_middle_of_the_days_passes_over_those_that_are_not_known() -> None:
    found = counted("C7", {"days_to_service": "2"}, {"days_to_service": "9"}, {})
    assert found.lines[0].number == 5.5
    assert found.listed == 1


def test_workers_are_counted_by_how_many_cases_they_have() -> None:
    few = [{"worker": "0", "at_end": "open"}] * 9
    many = [{"worker": "1", "at_end": "open", "excluded": "no_consent"}] * 10
    gone = [
        {"worker": "2", "at_end": "ended"},
        {"worker": "3", "at_end": "open", "excluded": "void"},
    ]
    found = counted("B13", *few, *many, *gone)
    assert [line.number for line in found.lines] == [1, 1, 0, 0]


def test_people_and_incidents_are_never_in_one_line() -> None:
    for name in ("D6", "B2"):
        units = [line.unit for line in counted(name).lines]
        assert len(set(units)) > 1
    for found in RULES.values():
        if found.how == "share":
            assert {part.source for part in found.parts} <= {found.source}


@given(st.lists(st.sampled_from(["", "a", "b"]), max_size=3))
def test_a_not_is_never_said_of_what_was_not_asked(said: list[str]) -> None:
    codes = tuple(code for code in said if code)
    assert fits({"x": codes}, {"x": ["!a"]}) == (bool(codes) and "a" not in codes)
    assert fits({"x": codes}, {"x": ["a"]}) == ("a" in codes)
    assert not fits({}, {"x": ["!a"]})


@pytest.mark.parametrize("name", ["A13", "A21"])
def test_what_is_counted_by_the_day_it_happened_must_fit_wholly(name: str) -> None:
    assert rule(name).source.basis == "within"


def test_nobody_has_said_yet_how_something_is_counted() -> None:
    assert rule_of({"unit": "cases", "id": "X1"}) is None
