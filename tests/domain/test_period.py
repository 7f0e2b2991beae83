from datetime import date, timedelta
from itertools import pairwise

import pytest

from gbvcase.domain.codes import rows_of
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.period import (
    Calendar,
    Level,
    NoSuchPeriod,
    Period,
    containing,
    parse_period,
)

CODES = {
    "quarter_1": "2025-Q1",
    "quarter_2": "2025-Q2",
    "quarter_3": "2025-Q3",
    "quarter_4": "2025-Q4",
    "half_1": "2025-H1",
    "half_2": "2025-H2",
    "year": "2025",
}
LATTICE = (*CODES.values(), "2021..2025")


def _day(formula: str) -> date:
    return date.fromisoformat(formula.replace("{y-1}", "2024").replace("{y}", "2025"))


def test_the_periods_are_those_of_the_list() -> None:
    seen = 0
    for row in rows_of("reporting-periods.csv"):
        if row["code"] not in CODES:
            continue
        seen += 1
        plain = Period(CODES[row["code"]])
        office = Period(CODES[row["code"]], Calendar.ADMINISTRATIVE)
        assert (plain.first, plain.last) == (_day(row["calendar_from"]), _day(row["calendar_to"]))
        assert (office.first, office.last) == (
            _day(row["administrative_from"]),
            _day(row["administrative_to"]),
        )
    assert seen == len(CODES)


@pytest.mark.parametrize("calendar", list(Calendar))
@pytest.mark.parametrize("code", LATTICE)
def test_parts_follow_each_other_and_fill_the_whole(code: str, calendar: Calendar) -> None:
    whole = Period(code, calendar)
    parts = whole.parts()
    if whole.level is Level.QUARTER:
        assert parts == ()
        return
    assert (parts[0].first, parts[-1].last) == (whole.first, whole.last)
    for one, following in pairwise(parts):
        assert following.first == one.last + timedelta(days=1)


@pytest.mark.parametrize("calendar", list(Calendar))
def test_every_day_lies_in_one_quarter_half_and_year(calendar: Calendar) -> None:
    for number in range(800):
        day = date(2024, 1, 1) + timedelta(days=number)
        for level in (Level.QUARTER, Level.HALF, Level.YEAR):
            found = containing(day, level, calendar)
            assert found.level is level
            assert found.contains(day)


def test_the_office_year_begins_on_the_15th_of_december() -> None:
    assert containing(date(2025, 12, 14), calendar=Calendar.ADMINISTRATIVE).code == "2025-Q4"
    assert containing(date(2025, 12, 15), calendar=Calendar.ADMINISTRATIVE).code == "2026-Q1"
    assert containing(date(2025, 12, 15)).code == "2025-Q4"


def test_the_label_prints_both_days() -> None:
    period = parse_period(" 2025-q1 ", Calendar.ADMINISTRATIVE)
    assert period.label(ENGLISH) == "Quarter 1 of 2025 (from 15/12/2024 to 14/03/2025)"


@pytest.mark.parametrize(
    "typed", ["", "2025-Q5", "2025-H3", "25", "2025-05", "2025..2021", "2021..2050", "x" * 1000]
)
def test_other_periods_are_refused(typed: str) -> None:
    with pytest.raises(NoSuchPeriod):
        parse_period(typed)
