"""Every indicator is there, says what it waits for, and never makes a figure of nothing."""

import pytest

from gbvcase.domain.case import PARTS
from gbvcase.domain.marking import ENGLISH, Speaker
from gbvcase.reports import indicators as indicators_module
from gbvcase.reports import wanted as wanted_module
from gbvcase.reports.indicators import reports
from gbvcase.reports.wanted import Standing, indicators

UNITS = {
    *("incidents", "people", "perpetrators", "cases", "referrals"),
    *("tasks", "workers", "providers"),
}
WAITING = {
    "B3": ("needs_assessments",),
    "B4": ("risk_assessments",),
    "B5": ("risk_assessments", "safety_plans"),
    "B6": ("action_plan", "approvals"),
    "B8": ("action_plan",),
    "B9": ("closures",),
    "B10": ("closures",),
    "B11": ("follow_ups",),
    "B12": ("feedback",),
    "B14": ("supervision_reviews",),
    "D9": ("notices",),
}
ON_SCREEN = ["A13", "A16", "B1", "B7", "B13", "B15", "C6", "C7", "D2", "D5", "D8"]
COUNTED = [
    *("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A14"),
    *("A15", "A17", "A18", "A19", "A20", "A21", "A22", "A23"),
    *("B2", "C1", "C2", "C3", "C4", "C5", "C8", "D1", "D3", "D4", "D6", "D7"),
]


def test_all_indicators_of_the_dictionary_are_there_once() -> None:
    known = [indicator.id for indicator in indicators()]
    assert known == [
        *(f"A{n}" for n in range(1, 24)),
        *(f"B{n}" for n in range(1, 16)),
        *(f"C{n}" for n in range(1, 9)),
        *(f"D{n}" for n in range(1, 10)),
    ]


def test_each_says_unit_date_basis_and_what_is_divided_by_what() -> None:
    for indicator in indicators():
        assert indicator.unit in UNITS
        assert indicator.numerator
        assert indicator.date_basis
        assert indicator.said(ENGLISH) != indicator.said(Speaker("vi"))


def test_the_list_of_those_that_stand_in_reports() -> None:
    standing = [i.id for i in indicators() if i.standing is Standing.IN_A_REPORT]
    assert standing == COUNTED


def test_the_list_of_those_that_wait_and_what_for() -> None:
    """Whoever brings one of these records finds here what can be counted with it."""
    assert {i.id: i.missing for i in indicators() if i.missing} == WAITING


def test_every_other_one_is_counted_on_the_offices_own_screen() -> None:
    assert [i.id for i in indicators() if i.standing is Standing.ON_SCREEN] == ON_SCREEN
    assert [i.id for i in indicators() if i.standing is Standing.NO_RULE] == []


def test_an_indicator_comes_alive_when_its_record_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    days_open = next(i for i in indicators() if i.id == "B9")
    assert days_open.standing is Standing.WAITING
    assert "closings" not in {report.name for report in reports()}
    monkeypatch.setattr(indicators_module, "PARTS", {**PARTS, "closures": object})
    reports.cache_clear()
    wanted_module._in_reports.cache_clear()
    try:
        assert "closings" in {report.name for report in reports()}
        assert days_open.standing is Standing.IN_A_REPORT
    finally:
        monkeypatch.undo()
        reports.cache_clear()
        wanted_module._in_reports.cache_clear()
    assert days_open.standing is Standing.WAITING


def test_one_whose_records_do_not_exist_says_so_and_is_in_no_report() -> None:
    for indicator in indicators():
        if indicator.missing:
            assert indicator.standing is Standing.WAITING
            assert indicator.id not in COUNTED
