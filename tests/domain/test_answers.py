from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from gbvcase.domain.answers import (
    AGE_BANDS,
    CountedIncident,
    Exclusion,
    age_band,
    answers_of,
    primary_perpetrator,
)
from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import (
    CaseStatus,
    ConsentDecision,
    ConsentPurpose,
    Disability,
    Ethnicity,
    GbvType,
    NotAnswered,
    PerpetratorRole,
    Relationship,
    ReportedElsewhere,
    ServiceStatus,
    VnForm,
)
from gbvcase.domain.fields import Record, entries_of
from gbvcase.domain.incident import ServiceMatrix
from gbvcase.domain.values import PartialDate, Place
from tests.builders import CLIENT, INTAKE, a_case, a_consent, a_perpetrator, an_incident
from tests.strategies import cases


def counted(**said: Any) -> CountedIncident:
    (one,) = answers_of(a_case(**said))
    return one


def answer(name: str, incident: dict[str, Any] | None = None, **client: Any) -> Any:
    one = counted(incidents=(an_incident(**incident or {}),), **client)
    assert one.excluded is None
    return one.answers[name]


NON_GBV = dict.fromkeys(("q1", "q2", "q3", "q4", "q5", "q6", "is_gbv"), False)
MEMBER = {"reported_elsewhere": ReportedElsewhere.NETWORK_MEMBER}
REFUSED = (a_consent(ConsentPurpose.STATISTICS, decision=ConsentDecision.REFUSED),)
UNDATED = replace(INTAKE, first_report_date=None)


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ({}, None),
        ({"consents": REFUSED}, Exclusion.NO_CONSENT),
        ({"consents": ()}, Exclusion.NO_CONSENT),
        ({"incidents": (an_incident(**MEMBER),)}, Exclusion.KNOWN_TO_MEMBER),
        ({"incidents": (an_incident(**NON_GBV),)}, Exclusion.NOT_GBV),
        ({"incidents": (an_incident(q1=None),)}, Exclusion.NO_TYPE),
        ({"incidents": (an_incident(void=True),)}, Exclusion.VOID),
        ({"head": CaseHead(status=CaseStatus.VOIDED)}, Exclusion.VOID),
        ({"void": True}, Exclusion.VOID),
        ({"head": CaseHead(status=CaseStatus.MERGED)}, Exclusion.MERGED),
        ({"intake": UNDATED}, Exclusion.NO_DATE),
        (
            {"consents": (), "intake": UNDATED, "incidents": (an_incident(**MEMBER | NON_GBV),)},
            Exclusion.NO_DATE,
        ),
        (
            {"consents": (), "incidents": (an_incident(**MEMBER | NON_GBV),)},
            Exclusion.NO_CONSENT,
        ),
        ({"incidents": (an_incident(**MEMBER | NON_GBV),)}, Exclusion.KNOWN_TO_MEMBER),
    ],
)
def test_what_is_left_out_has_one_reason(case: dict[str, Any], reason: Exclusion | None) -> None:
    one = counted(**case)
    assert one.excluded is reason
    assert bool(one.answers) is (reason is None)


def test_another_body_outside_the_network_does_not_leave_it_out() -> None:
    outside = an_incident(reported_elsewhere=ReportedElsewhere.OUTSIDE_NETWORK)
    assert counted(incidents=(outside,)).excluded is None


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (0, "0_11"),
        (11, "0_11"),
        (12, "12_15"),
        (15, "12_15"),
        (16, "16_17"),
        (17, "16_17"),
        (18, "18_19"),
        (19, "18_19"),
        (20, "20_24"),
        (24, "20_24"),
        (25, "25_49"),
        (49, "25_49"),
        (50, "50_59"),
        (59, "50_59"),
        (60, "60_plus"),
        (119, "60_plus"),
        (None, "unknown"),
    ],
)
def test_an_age_is_counted_in_its_band(age: int | None, band: str) -> None:
    assert age_band(age) == band


def test_the_bands_leave_no_gap() -> None:
    assert [last for last, _ in AGE_BANDS] == sorted(last for last, _ in AGE_BANDS)


def test_peoples_are_counted_only_in_groups() -> None:
    groups = {answer("ethnic_group", ethnicity=one) for one in Ethnicity}
    assert groups == {"kinh", "gia_rai", "ba_na", "other_minority", "foreign"}
    assert answer("ethnic_group", ethnicity=NotAnswered.NO_ANSWER) == "no_answer"
    assert answer("ethnic_group", ethnicity=None) == ""


@pytest.mark.parametrize(
    ("disability", "counted_as"),
    [
        (frozenset({Disability.NONE}), "none"),
        (frozenset({Disability.VISION}), "any"),
        (frozenset({Disability.VISION, Disability.NONE}), "any"),
        (frozenset(), ""),
        (None, ""),
        (NotAnswered.UNKNOWN, "unknown"),
    ],
)
def test_a_disability_is_counted_as_any_or_none(disability: Any, counted_as: str) -> None:
    assert answer("disability", disability=disability) == counted_as


def test_not_asked_unknown_and_declined_are_kept_apart_and_are_no_no() -> None:
    for said, code in (
        (None, ""),
        (NotAnswered.UNKNOWN, "unknown"),
        (NotAnswered.NO_ANSWER, "no_answer"),
        (NotAnswered.NOT_APPLICABLE, "not_applicable"),
    ):
        assert answer("previous_incidents", {"previous_incidents": said}) == code
        assert answer("vn_forms", {"vn_forms": said}) == code
        assert answer("sex", sex=said) == code


def test_several_forms_are_several_codes() -> None:
    both = frozenset({VnForm.TINH_DUC, VnForm.KINH_TE})
    assert answer("vn_forms", {"vn_forms": both}) == ("kinh_te", "tinh_duc")


def test_the_type_is_the_effective_one() -> None:
    changed = {"gbv_type": GbvType.RAPE}
    assert answer("gbv_type", changed) == "physical_assault"
    assert answer("gbv_type", changed | {"type_override_reason": "Lý do mẫu"}) == "rape"


def test_contexts_that_cannot_be_computed_are_told_apart() -> None:
    rape = {"q1": True}
    assert "intimate_partner_violence" in answer("contexts", rape)
    assert answer("contexts_unknown", rape, dob=None) == ("child_sexual_abuse",)
    assert answer("under_16", rape, dob=None) == "unknown"
    assert answer("under_16", rape, dob=PartialDate(2015)) == "yes"


def test_a_place_of_before_is_counted_where_it_lies_today() -> None:
    assert answer("commune") == "23764"
    assert answer("province") == "52"
    assert answer("urban") == "no"
    nowhere = {"place": Place(typed="không rõ")}
    assert answer("commune", nowhere) == ""
    assert answer("urban", nowhere) == "unknown"
    assert answer("commune", {"place": None}) == ""


def test_the_services_are_counted_by_sector() -> None:
    matrix = ServiceMatrix(health=ServiceStatus.REFERRED)
    assert answer("service_health", {"service_matrix": matrix}) == "referred"
    assert answer("service_police", {"service_matrix": matrix}) == ""


def test_the_primary_perpetrator_is_the_one_so_named_or_the_only_one() -> None:
    second = a_perpetrator(Relationship.PARENT, role=PerpetratorRole.SECONDARY)
    pair = an_incident(alleged_perpetrators=(second, a_perpetrator()))
    assert primary_perpetrator(pair) == a_perpetrator()
    assert primary_perpetrator(an_incident(alleged_perpetrators=(second,))) == second
    twice = an_incident(alleged_perpetrators=(a_perpetrator(), a_perpetrator()))
    assert primary_perpetrator(twice) is None
    assert primary_perpetrator(an_incident(alleged_perpetrators=())) is None
    assert answer("perpetrator_group") == "partner_family"
    assert answer("perpetrators") == "1"
    nobody = {"alleged_perpetrators": (), "perpetrators_unknown": True}
    assert answer("perpetrators", nobody) == "0"
    assert answer("has_primary", nobody) == "no"


def test_the_delay_and_the_first_contact_are_counted() -> None:
    assert answer("report_delay_band") == "d0_3"
    assert answer("report_delay_band", {"incident_date": PartialDate(2025)}) == "unknown"
    assert answer("first_point_of_contact") == "yes"


def test_two_incidents_of_one_person_have_the_same_key_and_it_tells_nothing() -> None:
    case = a_case(id="a" * 32, incidents=(an_incident(), an_incident()))
    first, second = answers_of(case)
    assert first.client == second.client
    assert "a" * 32 not in first.client
    assert first.client != answers_of(a_case(id="b" * 32))[0].client
    assert first.first_report == date(2025, 9, 10)
    assert first.incident_date == PartialDate(2025, 9, 8)


def texts_in(record: Record) -> set[str]:
    found: set[str] = set()
    for entry in entries_of(type(record)):
        value = getattr(record, entry.name)
        if entry.is_group:
            for inner in value if entry.many else (value,):
                found |= texts_in(inner)
        elif isinstance(value, str):
            found.add(value)
        elif isinstance(value, Place):
            found |= {text for text in (value.village, value.typed) if text}
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_no_text_of_a_case_is_ever_counted(case: Case) -> None:
    yes = a_consent(ConsentPurpose.STATISTICS)
    incidents = tuple(replace(one, q1=True, void=None) for one in case.incidents)
    case = replace(case, consents=(yes,), incidents=incidents, intake=INTAKE)
    texts = texts_in(case.client).union(*(texts_in(one) for one in case.incidents))
    for one in answers_of(case):
        told = " ".join(str(value) for value in one.answers.values())
        assert not any(text in told for text in texts if not text.isascii())


def test_nothing_but_codes_and_dates_is_in_a_counted_incident() -> None:
    assert {f.name for f in fields(CountedIncident)} == {
        "client",
        "excluded",
        "first_report",
        "incident_date",
        "answers",
    }
    for value in counted().answers.values():
        assert isinstance(value, str | tuple)
    assert repr(counted()) == "<CountedIncident>"
    assert CLIENT.full_name not in str(counted().answers)
