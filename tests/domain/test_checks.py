from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.checks import Finding, Level, errors, findings
from gbvcase.domain.codes import (
    ConsentException,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    DvAct,
    GbvType,
    Injury,
    MaritalStatus,
    NotAnswered,
    PerpetratorRole,
    ReferralStatus,
    Relationship,
    ReportedElsewhere,
    ServiceStatus,
    Sex,
)
from gbvcase.domain.consent import SharingException
from gbvcase.domain.dates import VIETNAM
from gbvcase.domain.fields import entries_of
from gbvcase.domain.incident import ReportedTo, ServiceMatrix
from gbvcase.domain.intake import UrgentCheck
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.people import Caregiver
from gbvcase.domain.referral import ReferralFeedback
from gbvcase.domain.values import PartialDate, Place
from tests.builders import (
    INTAKE,
    TODAY,
    a_case,
    a_consent,
    a_perpetrator,
    a_referral,
    a_sharing_consent,
    an_incident,
)
from tests.strategies import cases


def told(case: Case) -> list[str]:
    return [f"{one.level.value} {one.where}: {one.said(ENGLISH)}" for one in findings(case, TODAY)]


def only(case: Case) -> Finding:
    """Return the gravest finding of a case; there is only one of its level."""
    found = findings(case, TODAY)
    assert len([one for one in found if one.level is found[0].level]) == 1, told(case)
    return found[0]


def with_incident(**said: Any) -> Case:
    return replace(COMPLETE, incidents=(an_incident(**SETTLED | said),))


ASKED = ServiceMatrix(**{e.name: ServiceStatus.NOT_NEEDED for e in entries_of(ServiceMatrix)})
SETTLED = {"dv_acts": frozenset({DvAct.of("a_harm_health")}), "service_matrix": ASKED}
COMPLETE = a_case(
    incidents=(an_incident(**SETTLED),),
    consents=(a_consent(), a_consent(ConsentPurpose.STATISTICS)),
)


def test_a_complete_case_has_nothing_to_look_at() -> None:
    assert told(COMPLETE) == []


@pytest.mark.parametrize(
    ("incident", "level", "field", "words"),
    [
        ({"incident_date": PartialDate(2025, 9, 16)}, "error", "incident_date", "future"),
        ({"incident_date": PartialDate(2026)}, "error", "incident_date", "future"),
        ({"incident_date": PartialDate(2025, 9, 11)}, "error", "incident_date", "after the first"),
        ({"incident_date": PartialDate(1985)}, "error", "incident_date", "before the birth"),
        ({"incident_date": PartialDate(2015, 1, 1)}, "warning", "incident_date", "5 years"),
        ({"q2": None}, "error", "q1", "not all answered"),
        ({"gbv_type": GbvType.RAPE}, "error", "gbv_type", "differs from the answers"),
        ({"is_gbv": False}, "warning", "is_gbv", "One of the answers is yes"),
        (
            {"alleged_perpetrators": (), "dv_acts": None},
            "error",
            "alleged_perpetrators",
            "nothing is known",
        ),
        (
            {"alleged_perpetrators": (a_perpetrator(), a_perpetrator())},
            "error",
            "alleged_perpetrators",
            "Only one",
        ),
        (
            {"alleged_perpetrators": (a_perpetrator(role=PerpetratorRole.SECONDARY),)},
            "warning",
            "alleged_perpetrators",
            "Which alleged perpetrator",
        ),
        ({"perpetrators_unknown": True}, "warning", "perpetrators_unknown", "yet an alleged"),
        ({"place": Place(province="52")}, "warning", "place", "only to the province"),
        ({"place": None}, "missing", "place", "not answered yet"),
    ],
)
def test_an_incident_is_looked_at(
    incident: dict[str, Any], level: str, field: str, words: str
) -> None:
    case = with_incident(**incident)
    found = only(
        replace(case, client=replace(case.client, dob=PartialDate(1986)))
        if incident.get("incident_date") == PartialDate(1985)
        else case
    )
    assert (found.level.value, found.where) == (level, f"incidents[0].{field}")
    assert words in found.said(ENGLISH)


def test_an_incident_may_lie_in_the_time_of_the_report_as_far_as_it_is_known() -> None:
    assert told(with_incident(incident_date=PartialDate(2025, 9))) == []
    assert told(with_incident(incident_date=PartialDate(2025))) == []
    assert told(with_incident(incident_date=NotAnswered.UNKNOWN)) == []


def test_no_gender_based_violence_with_an_injury_is_looked_at_again() -> None:
    nothing = dict.fromkeys(("q1", "q2", "q3", "q4", "q5", "q6", "is_gbv"), False)
    noted = nothing | {"non_gbv_note": "Ghi chú mẫu"}
    found = only(with_incident(**noted, injury=Injury.SEVERE))
    assert (found.level, found.field) == (Level.WARNING, "injury")
    assert told(with_incident(**noted, injury=Injury.NONE)) == []
    unexplained = only(with_incident(**nothing, injury=Injury.NONE))
    assert unexplained.field == "non_gbv_note"


def test_six_times_no_and_yet_gender_based_goes_to_the_supervisor() -> None:
    nothing = dict.fromkeys(("q1", "q2", "q3", "q4", "q5", "q6"), False)
    assert "with the supervisor" in only(with_incident(**nothing)).said(ENGLISH)


def test_a_type_changed_by_hand_needs_its_reason_and_who_reviewed_it() -> None:
    changed = {"gbv_type": GbvType.RAPE, "type_override_reason": "Lý do mẫu"}
    assert only(with_incident(**changed)).field == "type_override_reviewer"
    reviewed = changed | {"type_override_reviewer": "Giám sát Mẫu"}
    assert told(with_incident(**reviewed)) == []
    assert errors(with_incident(**reviewed, q1=None), TODAY) == ()


def test_two_incidents_of_one_day_and_type_may_be_one() -> None:
    twice = (an_incident(**SETTLED), an_incident(**SETTLED))
    found = only(replace(COMPLETE, incidents=twice))
    assert (found.where, found.level) == ("incidents[1].incident_date", Level.WARNING)
    other = an_incident(**SETTLED, incident_date=PartialDate(2025, 9, 7))
    assert told(replace(COMPLETE, incidents=(an_incident(**SETTLED), other))) == []


def test_a_record_entered_by_mistake_is_not_looked_at() -> None:
    assert told(with_incident(void=True, q1=None, place=None)) == []


@pytest.mark.parametrize(
    ("client", "field", "words"),
    [
        ({"dob": PartialDate(1900)}, "dob", "over 120"),
        ({"dob": PartialDate(2026)}, "dob", "future"),
        ({"age_at_registration": 30}, "age_at_registration", "more than a year"),
        ({"dob": PartialDate(1990), "age_at_registration": 32}, "age_at_registration", "more than"),
    ],
)
def test_an_age_that_cannot_be_is_an_error(client: dict[str, Any], field: str, words: str) -> None:
    early = an_incident(**SETTLED, incident_date=NotAnswered.UNKNOWN)
    found = only(replace(COMPLETE, client=replace(COMPLETE.client, **client), incidents=(early,)))
    assert (found.level, found.field) == (Level.ERROR, field)
    assert words in found.said(ENGLISH)


@pytest.mark.parametrize("age", [34, 35, 36])
def test_an_age_may_differ_by_a_year(age: int) -> None:
    client = replace(COMPLETE.client, age_at_registration=age)
    assert told(replace(COMPLETE, client=client)) == []


def test_the_first_report_cannot_lie_in_the_future_or_after_the_opening() -> None:
    future = replace(INTAKE, first_report_date=date(2025, 9, 16))
    assert "future" in only(replace(COMPLETE, intake=future)).said(ENGLISH)
    late = replace(COMPLETE, intake=replace(INTAKE, first_report_date=date(2025, 9, 12)))
    assert "opened" in only(late).said(ENGLISH)
    assert told(replace(late, head=CaseHead())) == []


def test_a_child_has_a_caregiver_block() -> None:
    young = a_case(
        dob=PartialDate(2010, 1, 1),
        marital_status=MaritalStatus.of("single"),
        incidents=(),
        consents=COMPLETE.consents,
    )
    assert any("who cares for her or him" in one for one in told(young))
    cared_for = replace(young, client=replace(young.client, caregiver=Caregiver(age=40)))
    assert not any("who cares for" in one for one in told(cared_for))


def test_a_consent_that_would_not_hold_is_said() -> None:
    spoken = a_consent(form=ConsentForm.VERBAL_WITNESSED)
    found = told(replace(COMPLETE, consents=(*COMPLETE.consents, spoken)))
    assert any("name of its witness" in one for one in found)


def test_statistics_that_were_not_asked_are_said_and_a_refusal_is_an_answer() -> None:
    found = only(replace(COMPLETE, consents=COMPLETE.consents[:1]))
    assert "statistics was not asked" in found.said(ENGLISH)


def test_a_referral_whose_answer_is_overdue_is_said() -> None:
    due = datetime.fromisoformat("2025-09-14T09:00+07:00")
    sent = a_referral(
        status=ReferralStatus.SENT,
        feedback_due=due,
        consent="c",
        disclosure=frozenset(),
        handover=None,
    )
    shared = (*COMPLETE.consents, a_sharing_consent(id="c", recipient_provider="provider-1"))
    case = replace(COMPLETE, consents=shared, referrals=(sent,))
    found = only(case)
    assert found.where == "referrals[0].feedback"
    answered = replace(sent, feedback=(ReferralFeedback(received_at=due),))
    assert told(replace(case, referrals=(answered,))) == []
    ended = replace(sent, status=ReferralStatus.COMPLETED)
    assert told(replace(case, referrals=(ended,))) == []


def test_what_is_needed_only_sometimes_is_missing_only_then() -> None:
    found = told(replace(COMPLETE, client=replace(COMPLETE.client, marriage_registered=None)))
    assert found == [
        "missing client.marriage_registered: “The marriage is registered” is not answered yet."
    ]
    single = replace(
        COMPLETE.client,
        marital_status=MaritalStatus.of("single"),
        marriage_registered=None,
        age_at_first_union=None,
    )
    assert told(replace(COMPLETE, client=single)) == []
    elsewhere = {"reported_elsewhere": ReportedElsewhere.OUTSIDE_NETWORK}
    assert only(with_incident(**elsewhere)).field == "reported_to"
    assert told(with_incident(**elsewhere, reported_to=(ReportedTo(name="Nơi mẫu"),))) == []


def test_a_missing_answer_inside_a_group_is_found_with_its_place() -> None:
    people = (a_perpetrator(), a_perpetrator(Relationship.PARENT, role=None, sex=Sex.MALE))
    found = only(with_incident(alleged_perpetrators=people))
    assert found.where == "incidents[0].alleged_perpetrators[1].role"
    urgent = replace(INTAKE, urgent_check=UrgentCheck())
    assert told(replace(COMPLETE, intake=urgent)) == []  # a gate asks for it, not the record


def test_the_questions_after_the_first_yes_are_not_missing() -> None:
    assert told(with_incident(q4=None, q5=None, q6=None, is_gbv=None)) == []
    found = told(with_incident(q3=False, q4=None, q6=None, is_gbv=None))
    assert len([one for one in found if one.startswith("missing")]) == 3


def test_a_declined_answer_is_not_missing() -> None:
    client = replace(COMPLETE.client, sex=NotAnswered.NO_ANSWER, ethnicity=NotAnswered.UNKNOWN)
    assert told(replace(COMPLETE, client=client)) == []


def test_the_gravest_stand_first_and_only_errors_block() -> None:
    case = Case(incidents=(an_incident(),))
    levels = [one.level for one in findings(case, TODAY)]
    assert levels == sorted(levels, key=list(Level).index)
    broken = with_incident(q1=None)
    assert [one.field for one in errors(broken, TODAY)] == ["q1"]
    assert errors(COMPLETE, TODAY) == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_any_case_can_be_looked_at(case: Case) -> None:
    for one in findings(case, TODAY):
        assert one.said(ENGLISH)
        assert "{" not in one.said(ENGLISH)
        assert one.part


def test_the_intake_stays_open_until_all_seven_sectors_are_asked() -> None:
    sector = replace(ASKED, legal=None)
    one = only(with_incident(service_matrix=sector))
    assert (one.level, one.field) == (Level.MISSING, "service_matrix")
    assert told(with_incident(service_matrix=replace(ASKED, legal=NotAnswered.UNKNOWN))) == []


def test_sharing_in_danger_waits_for_its_review() -> None:
    danger = a_sharing_consent(
        given_by=ConsentGiver.NONE_EXCEPTION,
        given_at=datetime.combine(TODAY, time(9), VIETNAM) - timedelta(days=1),
        created_by="Lan (mẫu)",
        exception=SharingException(basis=ConsentException.IMMINENT_DANGER, reason="Mẫu."),
    )
    waiting = replace(COMPLETE, consents=(*COMPLETE.consents, danger))
    assert any("within 24 hours" in line for line in told(waiting))
    fresh = replace(danger, given_at=datetime.combine(TODAY, time(9), VIETNAM))
    seconded = replace(danger, exception=replace(danger.exception, approver="Hà (mẫu)"))
    for consent in (fresh, seconded):
        case = replace(COMPLETE, consents=(*COMPLETE.consents, consent))
        assert not any("within 24 hours" in line for line in told(case))
