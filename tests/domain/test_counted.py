"""What is counted of people, cases, referrals, tasks and alleged perpetrators."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from gbvcase.domain.answers import Exclusion
from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import (
    CaseStatus,
    ConsentException,
    ConsentPurpose,
    Direction,
    GbvType,
    PerpMeasure,
    ReferralOutcome,
    ReferralStatus,
    Relationship,
    Sector,
    ServiceStatus,
    ServiceType,
    TaskState,
    Urgency,
    VnForm,
    YesNo,
)
from gbvcase.domain.consent import SharingException
from gbvcase.domain.counted import Counted, counted_of, days_open, left_to_sender
from gbvcase.domain.counted_help import basic_services
from gbvcase.domain.counted_referrals import in_time
from gbvcase.domain.incident import ServiceMatrix
from gbvcase.domain.kept import StatusChange
from gbvcase.domain.people import MeasureTaken
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.domain.values import PartialDate, Place
from tests.builders import (
    NOW,
    TODAY,
    a_case,
    a_consent,
    a_perpetrator,
    a_referral,
    a_task,
    an_incident,
)

S = ReferralStatus


def of(unit: str, case: Case) -> list[Counted]:
    return [one for one in counted_of(case) if one.unit == unit]


def one(unit: str, case: Case) -> Counted:
    (found,) = of(unit, case)
    return found


def test_whom_another_member_counts_is_in_no_count_of_people_but_her_services_are() -> None:
    incidents = (an_incident(), an_incident())
    sent = a_referral(sent_at=NOW, status=S.SENT)
    case = left_to_sender(a_case(incidents=incidents, referrals=(sent,)))
    for unit in ("incidents", "people"):
        assert of(unit, case)
        assert all(found.excluded is Exclusion.KNOWN_TO_MEMBER for found in of(unit, case))
    before = [o.answers for o in of("referrals", a_case(incidents=incidents, referrals=(sent,)))]
    assert before
    assert [found.excluded for found in of("referrals", case)] == [None] * len(before)


def person(**said: Any) -> Any:
    return one("people", a_case(**said)).answers


def sent(to: Sector = Sector.POLICE, **said: Any) -> Referral:
    handed_over = {"sent_at": NOW, "status": S.SENT, "id": f"to-{to.code}"}
    return a_referral(to, **handed_over | said)


def came_to(status: ReferralStatus, days: int = 5) -> tuple[StatusChange, ...]:
    return (StatusChange(to=status.code, at=NOW + timedelta(days=days)),)


def test_a_person_with_two_incidents_is_one_person_and_two_incidents() -> None:
    case = a_case(incidents=(an_incident(), an_incident()))
    assert len(of("people", case)) == 1
    assert len(of("incidents", case)) == 2


def test_a_person_counts_if_one_of_the_incidents_does() -> None:
    not_gbv = an_incident(**dict.fromkeys(("q1", "q2", "q3", "q4", "q5", "q6", "is_gbv"), False))
    assert one("people", a_case(incidents=(not_gbv, an_incident()))).excluded is None
    alone = one("people", a_case(incidents=(not_gbv,)))
    assert alone.excluded is Exclusion.NOT_GBV
    assert not alone.answers
    assert one("people", a_case(incidents=())).excluded is Exclusion.NO_TYPE


def test_the_forms_of_a_person_are_those_of_all_counted_incidents() -> None:
    first = an_incident(vn_forms=frozenset({VnForm.THE_CHAT}))
    second = an_incident(vn_forms=frozenset({VnForm.KINH_TE}))
    void = an_incident(vn_forms=frozenset({VnForm.TINH_DUC}), void=True)
    assert person(incidents=(first, second, void))["vn_forms"] == ("kinh_te", "the_chat")


@pytest.mark.parametrize(
    ("born", "group"),
    [(2020, "0_5"), (2019, "0_5"), (2016, "6_11"), (2003, "18_24"), (1990, "25_49")],
)
def test_children_under_six_are_a_band_of_their_own(born: int, group: str) -> None:
    assert person(dob=PartialDate(born, 12, 31))["age_group"] == group


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, "waiting"),
        ({"status": S.ACKNOWLEDGED}, "waiting"),
        ({"status": S.IN_SERVICE}, "waiting"),
        ({"status": S.COMPLETED, "outcome": ReferralOutcome.RECEIVED_PARTIAL}, "helped"),
        ({"status": S.COMPLETED, "outcome": ReferralOutcome.WAITING}, "waiting"),
        ({"status": S.COMPLETED, "outcome": ReferralOutcome.NOT_RECEIVED}, "not_connected"),
        ({"status": S.DECLINED_CLIENT}, "declined"),
        ({"status": S.DECLINED_PROVIDER}, "not_connected"),
        ({"status": S.NO_RESPONSE}, "not_connected"),
    ],
)
def test_under_way_is_not_helped(said: dict[str, Any], state: str) -> None:
    answers = person(referrals=(sent(**said),))
    assert answers["support_police"] == state
    assert answers["helped"] == ("yes" if state == "helped" else "no")
    assert answers["support_health"] == "none"


def test_the_best_that_came_of_several_referrals_to_a_sector_counts() -> None:
    lost = sent(status=S.NO_RESPONSE)
    done = sent(status=S.COMPLETED, outcome=ReferralOutcome.RECEIVED_FULL)
    assert person(referrals=(lost, done))["support_police"] == "helped"
    assert person(referrals=(lost,))["support_police"] == "not_connected"


def test_a_service_of_ours_is_help_without_a_referral() -> None:
    matrix = ServiceMatrix(psychosocial=ServiceStatus.PROVIDED_BY_US)
    answers = person(incidents=(an_incident(service_matrix=matrix),))
    assert answers["support_psychosocial"] == "helped_by_us"
    assert answers["helped_sectors"] == ("psychosocial",)
    assert answers["basic_support"] == "yes"


def test_only_services_that_count_as_basic_are_basic_support() -> None:
    assert ServiceType.of("temporary_shelter") in basic_services()
    assert ServiceType.of("transport") not in basic_services()
    done = {"status": S.COMPLETED, "outcome": ReferralOutcome.RECEIVED_FULL}
    ride = sent(Sector.OTHER, service_requested=frozenset({ServiceType.of("transport")}), **done)
    answers = person(referrals=(ride,))
    assert (answers["helped"], answers["basic_support"]) == ("yes", "no")
    other = ReferralFeedback(services_given=frozenset({ServiceType.of("counselling")}))
    assert person(referrals=(replace(ride, feedback=(other,)),))["basic_support"] == "yes"


def test_a_draft_is_no_case_yet_and_a_registered_one_is_counted_on_its_day() -> None:
    assert of("cases", a_case(head=CaseHead(status=CaseStatus.DRAFT))) == []
    found = one("cases", a_case())
    assert (found.day, found.first, found.last) == (date(2025, 9, 10), date(2025, 9, 10), None)


def test_each_closing_and_each_reopening_is_counted_once() -> None:
    def turn(start: str, to: str, day: int) -> StatusChange:
        return StatusChange(from_=start, to=to, at=datetime(2025, 10, day, 9, tzinfo=NOW.tzinfo))

    case = a_case()
    turns = (turn("open", "closed", 1), turn("closed", "open", 5), turn("open", "closed", 30))
    case = replace(case, head=replace(case.head, status_history=turns))
    closings = of("closings", case)
    assert [c.day for c in closings] == [date(2025, 10, 1), date(2025, 10, 30)]
    assert [c.answers["days_open"] for c in closings] == ["0_30", "0_30"]
    assert one("reopenings", case).day == date(2025, 10, 5)
    assert one("cases", case).answers["reopened"] == "yes"


@pytest.mark.parametrize(
    ("days", "band"),
    [(0, "0_30"), (30, "0_30"), (31, "31_90"), (90, "31_90"), (91, "91_180"), (181, "181_plus")],
)
def test_the_days_a_case_was_open_have_bands_that_do_not_overlap(days: int, band: str) -> None:
    assert days_open(TODAY, TODAY + timedelta(days=days)) == band


def test_days_that_are_missing_or_in_disorder_are_never_nought_days() -> None:
    assert days_open(None, TODAY) == "unknown"
    assert days_open(TODAY, TODAY - timedelta(days=1)) == "unknown"
    seen = ReferralFeedback(seen_at=NOW - timedelta(days=1))
    case = a_case(referrals=(sent(feedback=(seen,)),))
    assert one("referrals", case).answers["days_to_service"] == ""


def test_a_referral_that_was_never_handed_over_is_not_counted() -> None:
    for status in (S.DRAFT, S.READY, S.CANCELLED):
        assert of("referrals", a_case(referrals=(a_referral(status=status),))) == []
    assert of("referrals", a_case(referrals=(sent(void=True),))) == []


def test_receipt_and_answer_are_in_time_or_late_by_the_urgency() -> None:
    quick = NOW + timedelta(hours=20)
    slow = NOW + timedelta(days=20)
    case = a_case(
        referrals=(
            sent(
                urgency=Urgency.URGENT,
                status=S.ACKNOWLEDGED,
                status_history=(StatusChange(to="acknowledged", at=quick),),
                feedback=(ReferralFeedback(received_at=slow, seen_at=slow),),
            ),
        )
    )
    answers = one("referrals", case).answers
    assert answers["acknowledged"] == "in_time"
    assert answers["seen"] == "late"
    assert answers["slip"] == "yes"
    assert answers["days_to_service"] == "20"
    assert in_time(None, NOW) == "not_yet"
    assert in_time(NOW, None) == ""


def test_a_referral_without_consent_is_counted_by_its_ground() -> None:
    used = a_consent(
        ConsentPurpose.REFERRAL,
        id="c1",
        exception=SharingException(basis=ConsentException.IMMINENT_DANGER),
    )
    case = a_case(referrals=(sent(consent="c1"), sent(Sector.HEALTH, consent="consent-police")))
    agreed = a_case().consents
    case = replace(case, consents=(*agreed, used))
    assert [r.answers["exception"] for r in of("referrals", case)] == ["imminent_danger", "none"]


@pytest.mark.parametrize(
    ("status", "outcome", "given", "why"),
    [
        (S.COMPLETED, ReferralOutcome.RECEIVED_FULL, "yes", "none"),
        (S.COMPLETED, ReferralOutcome.WAITING, "no", "waiting"),
        (S.DECLINED_PROVIDER, None, "no", "declined_provider"),
    ],
)
def test_an_outcome_is_counted_on_the_day_the_referral_ended(
    status: ReferralStatus, outcome: ReferralOutcome | None, given: str, why: str
) -> None:
    ended = sent(status=status, outcome=outcome, status_history=came_to(status))
    found = one("outcomes", a_case(referrals=(ended,)))
    assert found.day == (NOW + timedelta(days=5)).date()
    assert (found.answers["service_given"], found.answers["why_not"]) == (given, why)
    assert of("outcomes", a_case(referrals=(sent(),))) == []


def test_a_referral_that_came_in_is_no_referral_out() -> None:
    came = a_referral(direction=Direction.IN, sent_at=NOW, status=S.DRAFT)
    case = a_case(referrals=(came,))
    assert of("referrals", case) == []
    assert one("received", case).answers["answered"] == "not_yet"
    assert person(referrals=(came,))["referred"] == "no"


def test_tasks_are_done_in_time_or_late_and_dropped_ones_are_none() -> None:
    late = a_task(state=TaskState.DONE, done_at=NOW + timedelta(days=1), id="t1")
    good = a_task(state=TaskState.DONE, done_at=NOW, id="t2")
    dropped = a_task(state=TaskState.CANCELLED, id="t3")
    found = of("tasks", a_case(tasks=(late, good, dropped, a_task(id="t4"))))
    assert [task.answers["done"] for task in found] == ["late", "in_time", "not_yet"]


def test_a_perpetrator_named_in_two_incidents_is_one_person() -> None:
    named = a_perpetrator(name="Nguyễn Văn Thử")
    same = a_perpetrator(name="nguyen van thu")
    unknown = a_perpetrator(Relationship.STRANGER, name=None)
    incidents = (
        an_incident(alleged_perpetrators=(named,)),
        an_incident(alleged_perpetrators=(same, unknown)),
    )
    found = of("perpetrators", a_case(incidents=incidents))
    assert [p.answers["relationship"] for p in found] == ["spouse", "stranger"]


def test_every_measure_of_the_law_has_its_line() -> None:
    for measure in PerpMeasure:
        taken = a_perpetrator(handling=(MeasureTaken(measure=measure),))
        answers = one(
            "perpetrators", a_case(incidents=(an_incident(alleged_perpetrators=(taken,)),))
        ).answers
        none = measure is PerpMeasure.NO_MEASURE
        assert answers["measure"] == ("no" if none else "yes")
        assert len(answers["measures"]) == (0 if none else 1)
    counselled = a_perpetrator(counselling=YesNo.YES)
    case = a_case(incidents=(an_incident(alleged_perpetrators=(counselled,)),))
    assert one("perpetrators", case).answers["counselled"] == "yes"


def test_an_incident_is_handled_once_a_measure_is_decided_or_a_service_given() -> None:
    def state(**said: Any) -> Any:
        return one("incidents", a_case(**said)).answers["handled"]

    assert state() == "under_way"
    assert state(referrals=(sent(status=S.IN_SERVICE),)) == "under_way"
    measured = a_perpetrator(handling=(MeasureTaken(measure=PerpMeasure.of("contact_ban")),))
    assert state(incidents=(an_incident(alleged_perpetrators=(measured,)),)) == "handled"
    none = a_perpetrator(handling=(MeasureTaken(measure=PerpMeasure.NO_MEASURE),))
    assert state(incidents=(an_incident(alleged_perpetrators=(none,)),)) == "under_way"


def test_the_commune_of_then_is_told_apart_from_the_one_of_today() -> None:
    assert one("incidents", a_case()).answers["commune_then"] == "23764"
    old = Place(province="52", commune="21550", as_of=date(2025, 3, 1))
    found = one("incidents", a_case(incidents=(an_incident(place=old),))).answers
    assert (found["commune_then"], found["commune"]) == ("old_21550", "21601")


def test_the_main_type_of_a_person_is_that_of_the_first_counted_incident() -> None:
    rape = an_incident(q1=True)
    assert person(incidents=(rape, an_incident()))["gbv_type"] == GbvType.RAPE.code
