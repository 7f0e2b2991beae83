from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gbvcase.domain.agreement import ConsentMissing
from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    Direction,
    DisclosureLine,
    Handover,
    ReferralDecline,
    ReferralOutcome,
    ReferralStatus,
    Role,
    Sector,
    Urgency,
)
from gbvcase.domain.consequences import withdraw
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import (
    FINAL_REFERRAL,
    REFERRAL_MOVES,
    dues,
    is_final,
    may_edit,
    move_referral,
    moved_referral,
    referral_status,
    replacement,
)
from gbvcase.domain.stepping import NotAllowed, Step
from tests.builders import NOW, WORKER, a_case, a_referral

S = ReferralStatus
STEP = Step(by=WORKER, at=NOW)
SEEN = frozenset({DisclosureLine.PERSON})
SAID = {
    "disclosure": SEEN,
    "handover": Handover.WORKER_DELIVERS,
    "decline_reason": ReferralDecline.DISTANCE,
    "outcome": ReferralOutcome.RECEIVED_FULL,
}


def a_case_with(status: S, **said: Any) -> Case:
    return a_case(referrals=(a_referral(status=status, **SAID | said),))


def after(case: Case, to: S, step: Step = STEP) -> Referral:
    return move_referral(case, 0, to, step).referrals[0]


def why_not(case: Case, to: S, step: Step = STEP) -> str:
    with pytest.raises(GbvcaseError) as caught:
        move_referral(case, 0, to, step)
    return caught.value.said(ENGLISH)


ALLOWED = {
    ("draft", "ready"),
    ("draft", "cancelled"),
    ("ready", "sent"),
    ("ready", "cancelled"),
    ("ready", "declined_client"),
    ("sent", "acknowledged"),
    ("sent", "declined_provider"),
    ("sent", "no_response"),
    ("sent", "declined_client"),
    ("sent", "revoked"),
    ("acknowledged", "in_service"),
    ("acknowledged", "declined_client"),
    ("acknowledged", "revoked"),
    ("no_response", "acknowledged"),
    ("no_response", "revoked"),
    ("in_service", "completed"),
    ("in_service", "revoked"),
}


def test_the_moves_of_a_referral_are_those_of_the_dictionary() -> None:
    moves = {(start.code, to.code) for start, ends in REFERRAL_MOVES.items() for to in ends}
    assert moves == ALLOWED


@pytest.mark.parametrize("start", list(S))
@pytest.mark.parametrize("to", list(S))
def test_no_other_move_is_possible(start: S, to: S) -> None:
    if (start.code, to.code) not in ALLOWED:
        assert "not possible" in why_not(a_case_with(start), to)


def test_final_is_what_the_dictionary_calls_final() -> None:
    names = {one.code for one in FINAL_REFERRAL}
    assert names == {
        "completed",
        "cancelled",
        "declined_provider",
        "declined_client",
        "revoked",
    }
    assert {one for one in S if may_edit(a_referral(status=one))} == {S.DRAFT, S.READY}
    assert referral_status(Referral()) is S.DRAFT


def test_a_referral_goes_its_whole_way() -> None:
    case = a_case_with(S.DRAFT)
    for to in (S.READY, S.SENT, S.ACKNOWLEDGED, S.IN_SERVICE, S.COMPLETED):
        case = move_referral(case, 0, to, STEP)
    referral = case.referrals[0]
    assert referral.status is S.COMPLETED
    assert [line.to for line in referral.status_history] == [
        "ready",
        "sent",
        "acknowledged",
        "in_service",
        "completed",
    ]
    assert is_final(referral)


def test_it_is_ready_only_when_the_consent_fits_and_what_is_shown_was_seen() -> None:
    assert after(a_case_with(S.DRAFT), S.READY).status is S.READY
    unseen = a_case_with(S.DRAFT, disclosure=None)
    assert "“What will be shown”" in why_not(unseen, S.READY)
    nothing_shown = a_case_with(S.DRAFT, disclosure=frozenset())
    assert after(nothing_shown, S.READY).status is S.READY
    assert "“To whom”" in why_not(a_case_with(S.DRAFT, provider=None), S.READY)
    with pytest.raises(ConsentMissing):
        move_referral(a_case_with(S.DRAFT, sector=Sector.HEALTH), 0, S.READY, STEP)


def test_the_consent_is_looked_at_again_at_hand_over() -> None:
    ready = a_case_with(S.READY)
    assert after(ready, S.SENT).status is S.SENT
    gone = replace(ready, consents=ready.consents[:2])
    with pytest.raises(ConsentMissing):
        move_referral(gone, 0, S.SENT, STEP)
    withdrawn = withdraw(ready, 2, at=NOW, by=WORKER)
    assert withdrawn.referrals[0].status is S.CANCELLED


def test_a_referral_to_us_needs_no_consent_of_ours() -> None:
    case = a_case(consents=(), referrals=(a_referral(direction=Direction.IN),))
    assert after(case, S.READY).status is S.READY


def test_handing_over_says_how_and_sets_the_clocks() -> None:
    assert "“How it is handed over”" in why_not(a_case_with(S.READY, handover=None), S.SENT)
    sent = after(a_case_with(S.READY, urgency=Urgency.EMERGENCY), S.SENT)
    assert sent.sent_at == NOW
    assert sent.ack_due == NOW + timedelta(hours=2)
    assert sent.feedback_due == NOW + timedelta(hours=24)


@pytest.mark.parametrize(
    ("urgency", "received", "seen"),
    [
        (Urgency.EMERGENCY, timedelta(hours=2), timedelta(hours=24)),
        (Urgency.URGENT, timedelta(hours=24), timedelta(hours=72)),
        (Urgency.NORMAL, timedelta(days=3), timedelta(days=14)),
    ],
)
def test_the_clocks_depend_on_the_urgency(
    urgency: Urgency, received: timedelta, seen: timedelta
) -> None:
    assert dues(a_referral(urgency=urgency, sent_at=NOW)) == (NOW + received, NOW + seen)
    assert dues(a_referral(urgency=urgency)) is None
    assert dues(a_referral(urgency=None, sent_at=NOW)) is None


def test_silence_counts_only_after_the_answer_is_due() -> None:
    case = a_case_with(S.SENT, sent_at=NOW)
    assert "not overdue" in why_not(
        case, S.NO_RESPONSE, replace(STEP, at=NOW + timedelta(hours=72))
    )
    late = replace(STEP, at=NOW + timedelta(hours=73))
    assert after(case, S.NO_RESPONSE, late).status is S.NO_RESPONSE
    assert after(a_case_with(S.SENT), S.NO_RESPONSE).status is S.NO_RESPONSE


def test_a_refusal_has_its_reason_and_an_end_its_outcome() -> None:
    assert "“Why it was declined”" in why_not(
        a_case_with(S.SENT, decline_reason=None), S.DECLINED_PROVIDER
    )
    assert "“Outcome”" in why_not(a_case_with(S.IN_SERVICE, outcome=None), S.COMPLETED)
    assert after(a_case_with(S.SENT), S.DECLINED_PROVIDER).status is S.DECLINED_PROVIDER


def test_a_referral_is_found_by_its_number() -> None:
    case = a_case_with(S.DRAFT)
    moved = moved_referral(case, "PC-MAU-1", S.CANCELLED, by=WORKER, at=NOW, reason="Đổi ý (mẫu)")
    assert moved.referrals[0].status_history[0].reason == "Đổi ý (mẫu)"
    with pytest.raises(KeyError):
        moved_referral(case, "PC-MAU-9", S.CANCELLED, by=WORKER, at=NOW)
    with pytest.raises(NotAllowed):
        moved_referral(case, "PC-MAU-1", S.CANCELLED, by=WORKER, at=NOW, role=Role.ADMINISTRATOR)


def test_a_new_referral_may_replace_one_that_has_come_to_its_end() -> None:
    old = a_referral(id="r1", status=S.DECLINED_PROVIDER, sent_at=NOW)
    new = replacement(old)
    assert new.replaces == "r1"
    assert new.status is S.DRAFT
    assert new.reason_short == old.reason_short
    assert new.provider is None
    assert new.sent_at is None
    assert replacement(replace(old, id=None)).replaces == "PC-MAU-1"
    with pytest.raises(NotAllowed):
        replacement(a_referral(status=S.SENT))
