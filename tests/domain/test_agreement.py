from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from gbvcase.domain.agreement import (
    ConsentMissing,
    consent_faults,
    consent_for,
    consent_state,
    has_refused_services,
    is_in_force,
    is_review_overdue,
    matches,
    may_assess,
    may_count,
    withdrawal_of,
)
from gbvcase.domain.case import CaseHead
from gbvcase.domain.codes import (
    CaseStatus,
    ChildStatus,
    ConsentDecision,
    ConsentException,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    ConsentState,
    NotAnswered,
    PointExplained,
    ReferralStatus,
    Sector,
    TaskKind,
    TaskState,
    YesNo,
)
from gbvcase.domain.consent import Consent, SharingException
from gbvcase.domain.consequences import with_consequences, withdraw
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.people import Caregiver
from gbvcase.domain.values import PartialDate
from tests.builders import (
    NOW,
    SUPERVISOR,
    TODAY,
    WORKER,
    a_case,
    a_consent,
    a_referral,
    a_sharing_consent,
)

STATISTICS = ConsentPurpose.STATISTICS


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, "given"),
        ({"decision": ConsentDecision.PARTLY}, "given"),
        ({"decision": ConsentDecision.REFUSED}, "refused"),
        ({"decision": None}, "draft"),
        ({"given_at": None}, "draft"),
        ({"valid_until": date(2025, 9, 15)}, "given"),
        ({"valid_until": date(2025, 9, 14)}, "expired"),
        ({"withdrawn_at": NOW}, "withdrawn"),
    ],
)
def test_a_consent_is_in_one_state_on_a_day(said: dict[str, Any], state: str) -> None:
    assert consent_state(a_case(), a_consent(**said), TODAY) is ConsentState.of(state)


def test_a_consent_without_an_end_lasts_as_long_as_the_case() -> None:
    closed = a_case(head=CaseHead(status=CaseStatus.CLOSED))
    assert consent_state(closed, a_consent(), TODAY) is ConsentState.EXPIRED
    longer = a_consent(valid_until=date(2026, 1, 1))
    assert consent_state(closed, longer, TODAY) is ConsentState.GIVEN


def test_a_consent_counts_only_if_every_point_was_explained() -> None:
    assert is_in_force(a_case(), a_consent(), TODAY)
    for point in PointExplained:
        partly = a_consent(explained=frozenset(PointExplained) - {point})
        assert not is_in_force(a_case(), partly, TODAY), point
    assert not is_in_force(a_case(), a_consent(explained=None), TODAY)
    assert not is_in_force(a_case(), a_consent(explained=NotAnswered.UNKNOWN), TODAY)
    assert not is_in_force(a_case(), a_consent(void=True), TODAY)
    assert not is_in_force(a_case(), a_consent(given_by=None), TODAY)


def test_a_consent_by_word_with_a_witness_names_the_witness() -> None:
    spoken = a_consent(form=ConsentForm.VERBAL_WITNESSED)
    assert not is_in_force(a_case(), spoken, TODAY)
    assert is_in_force(a_case(), replace(spoken, witness="Người làm chứng Mẫu"), TODAY)


def holds(age: int | None, giver: ConsentGiver, assent: Any = None, **client: Any) -> bool:
    dob = None if age is None else PartialDate(2025 - age, 1, 1)
    consent = a_consent(given_by=giver, child_assent=assent)
    return next(consent_faults(a_case(dob=dob, **client), consent, TODAY), None) is None


UNSAFE = {"caregiver": Caregiver(is_alleged_perpetrator=True)}
TRUSTED = {"trusted_adult_for_consent": "Cô giáo Mẫu"}
C, T, ME, G = (
    ConsentGiver.CAREGIVER,
    ConsentGiver.TRUSTED_ADULT,
    ConsentGiver.CLIENT,
    ConsentGiver.GUARDIAN,
)


@pytest.mark.parametrize(
    ("age", "giver", "assent", "client", "good"),
    [
        (0, C, None, {}, True),
        (5, C, None, {}, True),
        (5, T, None, {}, True),
        (5, G, None, {}, True),
        (5, ME, YesNo.YES, {}, False),
        (5, C, None, UNSAFE, False),
        (5, T, None, UNSAFE, True),
        (6, C, None, {}, True),  # from 7 the child is asked
        (6, T, None, {}, False),
        (7, C, None, {}, False),
        (7, C, YesNo.YES, {}, True),
        (7, C, YesNo.NO, {}, False),
        (11, C, YesNo.YES, {}, True),
        (11, C, YesNo.YES, UNSAFE, False),
        (11, T, YesNo.YES, UNSAFE, True),
        (11, ME, None, UNSAFE | TRUSTED, False),
        (12, C, YesNo.YES, {}, True),
        (12, ME, None, {}, False),
        (12, ME, None, UNSAFE, False),
        (12, ME, None, UNSAFE | TRUSTED, True),
        (14, ME, None, UNSAFE | TRUSTED, True),
        (14, T, YesNo.YES, {}, False),
        (15, ME, None, {}, True),
        (15, C, None, {}, False),
        (15, C, YesNo.YES, {}, True),
        (17, C, YesNo.NO, {}, False),
        (18, ME, None, {}, True),
        (18, C, YesNo.YES, {}, False),
        (40, G, None, {}, True),
        (40, T, None, {}, False),
        (None, C, None, {}, True),  # nothing is known, so nothing can be judged
        (None, C, None, {"child_status": ChildStatus.ALT_CARE}, False),
        (None, ME, None, {"child_status": ChildStatus.ALT_CARE}, True),
    ],
)
def test_who_agrees_depends_on_the_age_of_the_child(
    age: int | None, giver: ConsentGiver, assent: Any, client: dict[str, Any], good: bool
) -> None:
    assert holds(age, giver, assent, **client) is good


def an_exception(**said: Any) -> Consent:
    exception = SharingException(
        basis=ConsentException.MANDATORY_REPORT, reason="Lý do mẫu", approver=SUPERVISOR
    )
    return a_sharing_consent(
        given_by=ConsentGiver.NONE_EXCEPTION,
        explained=None,
        created_by=WORKER,
        exception=replace(exception, **said),
    )


def test_sharing_without_consent_needs_a_ground_a_reason_and_a_second_person() -> None:
    case = a_case()
    assert is_in_force(case, an_exception(), TODAY)
    for missing in ({"basis": None}, {"reason": None}, {"approver": None}):
        assert not is_in_force(case, an_exception(**missing), TODAY), missing
    assert not is_in_force(case, an_exception(approver=WORKER), TODAY)
    assert not is_in_force(case, an_exception(basis=NotAnswered.UNKNOWN), TODAY)


def test_in_immediate_danger_the_second_person_looks_within_a_day() -> None:
    danger = an_exception(basis=ConsentException.IMMINENT_DANGER, approver=None)
    assert is_in_force(a_case(), danger, TODAY)
    given_at = danger.given_at
    assert isinstance(given_at, datetime)
    assert not is_review_overdue(danger, given_at + timedelta(hours=24))
    assert is_review_overdue(danger, given_at + timedelta(hours=25))
    reviewed = an_exception(basis=ConsentException.IMMINENT_DANGER)
    assert not is_review_overdue(reviewed, given_at + timedelta(days=9))
    assert not is_review_overdue(a_consent(), given_at + timedelta(days=9))


def test_an_assessment_needs_consent_to_case_management() -> None:
    assert may_assess(a_case(), TODAY)
    assert not may_assess(a_case(consents=()), TODAY)
    excused = replace(an_exception(), purpose=ConsentPurpose.SERVICES)
    assert may_assess(a_case(consents=(excused,)), TODAY)
    refused = a_consent(decision=ConsentDecision.REFUSED)
    assert not may_assess(a_case(consents=(refused,)), TODAY)
    assert has_refused_services(a_case(consents=(a_consent(), refused)))
    assert not has_refused_services(a_case(consents=(refused, a_consent())))
    assert not has_refused_services(a_case(consents=()))


@pytest.mark.parametrize(
    ("consents", "counted"),
    [
        ((), False),
        ((a_consent(STATISTICS),), True),
        ((a_consent(STATISTICS, decision=ConsentDecision.PARTLY),), False),
        ((a_consent(STATISTICS, decision=ConsentDecision.REFUSED),), False),
        ((a_consent(STATISTICS, withdrawn_at=NOW),), False),
        ((a_consent(STATISTICS, void=True),), False),
        ((a_consent(),), False),
        ((a_consent(STATISTICS), a_consent(STATISTICS, decision=ConsentDecision.REFUSED)), False),
        ((a_consent(STATISTICS, withdrawn_at=NOW), a_consent(STATISTICS)), True),
    ],
)
def test_only_a_yes_that_stands_is_counted(consents: tuple[Consent, ...], counted: bool) -> None:
    assert may_count(a_case(consents=consents)) is counted


@pytest.mark.parametrize(
    ("said", "good"),
    [
        ({}, True),
        ({"recipient_provider": "provider-1"}, True),
        ({"recipient_provider": "provider-2"}, False),
        ({"recipient_sector": Sector.HEALTH}, False),
        ({"recipient_sector": None}, False),
        ({"recipient_sector": None, "recipient_provider": "provider-1"}, True),
        ({"recipient_sector": NotAnswered.UNKNOWN}, False),
    ],
)
def test_a_consent_fits_a_referral_by_its_sector_and_its_provider(
    said: dict[str, Any], good: bool
) -> None:
    assert matches(a_sharing_consent(**said), a_referral()) is good


def why_not(*consents: Consent, **referral: Any) -> str:
    with pytest.raises(ConsentMissing) as caught:
        consent_for(a_case(consents=consents), a_referral(**referral), TODAY)
    return caught.value.said(ENGLISH)


def test_a_referral_says_why_no_consent_holds() -> None:
    assert "any sharing" in why_not(a_consent())
    assert "not with this provider" in why_not(a_sharing_consent(Sector.HEALTH))
    assert "withdrawn" in why_not(a_sharing_consent(withdrawn_at=NOW))
    assert "no longer in force" in why_not(a_sharing_consent(valid_until=date(2025, 9, 1)))
    assert "refused" in why_not(a_sharing_consent(decision=ConsentDecision.REFUSED))
    assert "not complete" in why_not(a_sharing_consent(decision=None))
    assert "explained" in why_not(a_sharing_consent(explained=None))


def test_the_consent_that_a_referral_names_must_hold_itself() -> None:
    first = a_sharing_consent(id="first", withdrawn_at=NOW)
    second = a_sharing_consent(id="second")
    case = a_case(consents=(first, second))
    assert consent_for(case, a_referral(), TODAY) is second
    assert consent_for(case, a_referral(consent="second"), TODAY) is second
    assert "withdrawn" in why_not(first, second, consent="first")
    assert "any sharing" in why_not(first, second, consent="third")


def in_state(status: ReferralStatus, number: str, **said: Any) -> Any:
    return a_referral(referral_no=number, status=status, consent="c", **said)


def test_withdrawing_blocks_sharing_cancels_what_is_here_and_tells_those_who_have_it() -> None:
    case = a_case(
        consents=(a_consent(id="services"), a_sharing_consent(id="c")),
        referrals=(
            in_state(ReferralStatus.DRAFT, "1"),
            in_state(ReferralStatus.READY, "2"),
            in_state(ReferralStatus.SENT, "3", id="r3"),
            in_state(ReferralStatus.COMPLETED, "4"),
            in_state(ReferralStatus.DECLINED_CLIENT, "5"),
            a_referral(referral_no="6", sector=Sector.HEALTH, status=ReferralStatus.SENT),
        ),
    )
    after = withdraw(case, 1, at=NOW, by=WORKER, reason="Đổi ý (mẫu)")
    assert [one.status for one in after.referrals] == [
        ReferralStatus.CANCELLED,
        ReferralStatus.CANCELLED,
        ReferralStatus.SENT,
        ReferralStatus.COMPLETED,
        ReferralStatus.DECLINED_CLIENT,
        ReferralStatus.SENT,
    ]
    tells = [one for one in after.tasks if one.kind is TaskKind.CONSENT_CHANGE]
    assert [one.source for one in tells] == ["rule:tell:3", "rule:tell:4"]
    assert all(one.state is TaskState.OPEN for one in tells)
    assert after.consents[1].withdrawn_reason == "Đổi ý (mẫu)"
    assert len(after.consents) == 2
    assert after.referrals[0].status_history[-1].to == "cancelled"
    with pytest.raises(ConsentMissing):
        consent_for(after, a_referral(), TODAY)
    assert with_consequences(case, after, WORKER, NOW) == after


def test_withdrawing_another_consent_leaves_referrals_alone() -> None:
    case = a_case(referrals=(a_referral(),))
    assert withdrawal_of(case, case.consents[0]).cancelled == ()
    assert withdraw(case, 0, at=NOW, by=WORKER).referrals == case.referrals


def test_a_referral_without_a_named_consent_rests_on_the_one_that_fits() -> None:
    case = a_case(referrals=(a_referral(), a_referral(void=True)))
    assert withdrawal_of(case, case.consents[2]).cancelled == (0,)
