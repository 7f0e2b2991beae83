from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gbvcase.domain.ages import (
    age_at_incident,
    age_at_registration,
    age_now,
    age_on,
    days_to_report,
    is_under,
    may_be_minor,
    report_delay_band,
    whole_years,
)
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ChildStatus, NotAnswered, ReportDelayBand
from gbvcase.domain.people import Client
from gbvcase.domain.values import PartialDate
from tests.builders import INTAKE, a_case, an_incident
from tests.strategies import partial_dates


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("2009-09-08", "2025-09-08", 16),
        ("2009-09-09", "2025-09-08", 15),
        ("2009", "2025-09-08", 15),  # taken to be born on the last day of the year
        ("2009-09", "2025-09-08", 15),
        ("2009-08", "2025-09-08", 16),
        ("2009-09-08", "2025", 15),  # it may have happened on the first day of the year
        ("2004-02-29", "2025-02-28", 20),
        ("2004-02-29", "2025-03-01", 21),
        ("2025", "2025-09-08", 0),
        ("2026", "2025-09-08", None),
    ],
)
def test_an_age_is_the_one_that_is_certainly_reached(birth: str, day: str, age: int | None) -> None:
    assert age_on(PartialDate.parse(birth), PartialDate.parse(day)) == age


@given(partial_dates(), partial_dates())
def test_the_certain_age_is_never_above_any_possible_one(
    birth: PartialDate, day: PartialDate
) -> None:
    age = age_on(birth, day)
    if age is not None:
        assert age <= max(0, whole_years(birth.first, day.last))
        assert age >= 0


def test_the_age_at_the_incident_comes_from_the_date_of_birth() -> None:
    case = a_case(dob=PartialDate(2008, 1, 1))
    assert age_at_incident(case, an_incident(incident_date=PartialDate(2025, 9, 8))) == 17
    assert age_at_incident(case, an_incident(incident_date=None)) is None
    assert age_at_incident(case, an_incident(incident_date=NotAnswered.UNKNOWN)) is None


def test_without_a_date_of_birth_it_comes_from_the_age_when_registered() -> None:
    case = a_case(dob=NotAnswered.UNKNOWN, age_at_registration=18)
    assert age_at_registration(case) == 18
    assert age_at_incident(case, an_incident(incident_date=PartialDate(2025, 9, 8))) == 18
    assert age_at_incident(case, an_incident(incident_date=PartialDate(2023, 9, 8))) == 16
    assert age_now(case, date(2030, 9, 15)) == 23
    assert age_at_incident(a_case(dob=None), an_incident()) is None
    ancient = an_incident(incident_date=PartialDate(1990))
    assert age_at_incident(case, ancient) is None


def test_the_age_when_registered_follows_from_the_date_of_birth_if_both_are_said() -> None:
    assert age_at_registration(a_case(dob=PartialDate(1990, 3, 8), age_at_registration=34)) == 35
    assert age_at_registration(Case()) is None
    assert age_now(Case(), date(2025, 9, 15)) is None
    assert age_now(Case(client=Client(age_at_registration=9)), date(2025, 9, 15)) == 9


def test_an_unknown_age_is_a_childs_if_a_childs_questions_were_answered() -> None:
    assert may_be_minor(Client(), 17)
    assert not may_be_minor(Client(), 18)
    assert not may_be_minor(Client(), None)
    assert may_be_minor(Client(child_status=ChildStatus.SEPARATED), None)
    assert not may_be_minor(Client(child_status=NotAnswered.UNKNOWN), None)


def test_an_unknown_age_is_neither_over_nor_under() -> None:
    assert is_under(None, 18) is None
    assert is_under(17, 18) is True
    assert is_under(18, 18) is False


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (0, "d0_3"),
        (3, "d0_3"),
        (4, "d4_5"),
        (5, "d4_5"),
        (6, "d6_14"),
        (14, "d6_14"),
        (15, "d15_30"),
        (30, "d15_30"),
        (31, "d31_90"),
        (90, "d31_90"),
        (91, "d91_365"),
        (365, "d91_365"),
        (366, "d366_plus"),
        (9000, "d366_plus"),
    ],
)
def test_the_bands_of_delay_never_overlap(days: int, band: str) -> None:
    happened = PartialDate.of(date(2025, 9, 10) - timedelta(days=days))
    incident = an_incident(incident_date=happened)
    assert days_to_report(a_case(), incident) == days
    assert report_delay_band(a_case(), incident) is ReportDelayBand.of(band)


@given(st.integers(0, 40_000))
def test_every_delay_has_exactly_one_band(days: int) -> None:
    happened = PartialDate.of(date(2025, 9, 10) - timedelta(days=days))
    assert report_delay_band(a_case(), an_incident(incident_date=happened)) is not None


def test_a_missing_or_negative_delay_has_no_band() -> None:
    late = an_incident(incident_date=PartialDate(2025, 9, 11))
    assert days_to_report(a_case(), late) == -1
    assert report_delay_band(a_case(), late) is None
    assert report_delay_band(a_case(), an_incident(incident_date=PartialDate(2025, 9))) is None
    assert report_delay_band(a_case(), an_incident(incident_date=None)) is None
    unreported = Case(client=a_case().client)
    assert days_to_report(unreported, an_incident()) is None
    assert INTAKE.first_report_date == date(2025, 9, 10)
