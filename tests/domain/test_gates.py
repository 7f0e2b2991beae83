from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.classification import is_intake_complete
from gbvcase.domain.codes import (
    CaseStatus,
    ConsentDecision,
    NotAnswered,
    ReferralStatus,
    Role,
    ServiceStatus,
    Urgency,
    YesNo,
)
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.gates import (
    CASE_MOVES,
    has_open_emergency,
    is_urgent_check_done,
    may_open,
    move_case,
    moved,
    next_states,
    status_of,
)
from gbvcase.domain.incident import ServiceMatrix
from gbvcase.domain.intake import Intake, UrgentCheck
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.stepping import NotAllowed, Step
from tests.builders import (
    INTAKE,
    NOW,
    SUPERVISOR,
    TODAY,
    WORKER,
    a_case,
    a_consent,
    a_draft,
    a_referral,
    an_incident,
)


def step(**said: Any) -> Step:
    return replace(Step(by=WORKER, at=NOW, reason="Lý do mẫu"), **said)


BY_SUPERVISOR = step(by=SUPERVISOR, role=Role.SUPERVISOR)


def in_status(status: CaseStatus, **said: Any) -> Case:
    return a_case(head=CaseHead(status=status, owner=WORKER, code="GL-MAU-1"), **said)


def why_not(case: Case, to: CaseStatus, taken: Step) -> str:
    with pytest.raises(GbvcaseError) as caught:
        move_case(case, to, taken)
    return caught.value.said(ENGLISH)


def needs(case: Case) -> str:
    return " ".join(need.said(ENGLISH) for need in may_open(case, TODAY))


def test_a_complete_draft_may_be_registered() -> None:
    assert may_open(a_draft(), TODAY) == ()
    after = move_case(a_draft(), CaseStatus.OPEN, step())
    assert after.head.status is CaseStatus.OPEN
    assert after.head.registered_on == TODAY
    (line,) = after.head.status_history
    assert (line.from_, line.to, line.by, line.at) == ("draft", "open", WORKER, NOW)


def test_a_draft_says_all_that_it_still_needs() -> None:
    assert "Consent to case management" in needs(a_draft(consents=()))
    assert "four questions" in needs(a_draft(intake=replace(INTAKE, urgent_check=UrgentCheck())))
    assert "“How it was reported”" in needs(a_draft(intake=replace(INTAKE, channel=None)))
    assert "not all answered" in needs(a_draft(incidents=(an_incident(q1=None),)))
    assert "withdrawn" in needs(a_draft(consents=(a_consent(withdrawn_at=NOW),)))
    assert "Not every point" in needs(a_draft(consents=(a_consent(explained=None),)))
    refused = a_consent(decision=ConsentDecision.REFUSED)
    assert "refused" in needs(a_draft(consents=(refused,)))
    assert len(may_open(Case(), TODAY)) == 7
    assert "How it was reported" not in why_not(Case(), CaseStatus.OPEN, step())


def test_a_declined_answer_is_an_answer_when_a_case_is_registered() -> None:
    intake = replace(INTAKE, channel=NotAnswered.NO_ANSWER, referred_from=NotAnswered.UNKNOWN)
    assert may_open(a_draft(intake=intake), TODAY) == ()


def test_the_urgent_check_is_done_when_all_is_answered_and_a_yes_was_acted_upon() -> None:
    def done(**said: Any) -> bool:
        check = replace(INTAKE.urgent_check, **said)
        return is_urgent_check_done(Case(intake=Intake(urgent_check=check)))

    assert done()
    assert done(suicide_risk=NotAnswered.NO_ANSWER)
    assert not done(suicide_risk=None)
    assert not done(suicide_risk=YesNo.YES)
    assert done(suicide_risk=YesNo.YES, action_taken="Ở lại cùng (mẫu).")


def test_the_intake_is_complete_when_all_seven_sectors_are_known() -> None:
    names = ("shelter", "health", "psychosocial", "legal", "police", "livelihood")
    matrix = ServiceMatrix(**dict.fromkeys(names, ServiceStatus.NOT_NEEDED))
    assert not is_intake_complete(an_incident(service_matrix=matrix))
    whole = replace(matrix, child_protection=NotAnswered.NOT_APPLICABLE)
    assert is_intake_complete(an_incident(service_matrix=whole))


ALLOWED = {
    ("draft", "open"),
    ("draft", "voided"),
    ("open", "on_hold"),
    ("on_hold", "open"),
    ("open", "closure_requested"),
    ("closure_requested", "closed"),
    ("closure_requested", "open"),
    ("closed", "open"),
    ("open", "transferred_out"),
} | {(one.code, "merged") for one in CaseStatus if one is not CaseStatus.MERGED}


def test_the_moves_of_a_case_are_those_of_the_dictionary() -> None:
    assert {(start.code, to.code) for start, to in CASE_MOVES} == ALLOWED


@pytest.mark.parametrize("start", list(CaseStatus))
@pytest.mark.parametrize("to", list(CaseStatus))
def test_no_other_move_is_possible(start: CaseStatus, to: CaseStatus) -> None:
    if (start.code, to.code) not in ALLOWED:
        assert "not possible" in why_not(in_status(start), to, BY_SUPERVISOR)


def test_a_draft_is_voided_with_a_reason_and_a_second_person() -> None:
    assert "reason" in why_not(a_draft(), CaseStatus.VOIDED, step(reason=" "))
    assert "second person" in why_not(a_draft(), CaseStatus.VOIDED, step())
    assert "second person" in why_not(a_draft(), CaseStatus.VOIDED, step(approved_by=WORKER))
    own = step(role=Role.SUPERVISOR)
    assert "second person" in why_not(a_draft(), CaseStatus.VOIDED, own)
    for taken in (step(approved_by=SUPERVISOR), BY_SUPERVISOR):
        assert move_case(a_draft(), CaseStatus.VOIDED, taken).head.status is CaseStatus.VOIDED


def test_a_case_waits_with_a_reason_and_a_later_day() -> None:
    case = in_status(CaseStatus.OPEN)
    assert "reason" in why_not(case, CaseStatus.ON_HOLD, step(reason=None))
    assert "later day" in why_not(case, CaseStatus.ON_HOLD, step())
    assert "later day" in why_not(case, CaseStatus.ON_HOLD, step(review_on=TODAY))
    waiting = move_case(case, CaseStatus.ON_HOLD, step(review_on=date(2025, 10, 1)))
    assert waiting.head.hold_reason == "Lý do mẫu"
    assert waiting.head.review_on == date(2025, 10, 1)
    going_on = move_case(waiting, CaseStatus.OPEN, step())
    assert going_on.head.hold_reason is None
    assert going_on.head.review_on is None
    assert len(going_on.head.status_history) == 2


def test_closing_and_handing_over_wait_for_their_records() -> None:
    case = in_status(CaseStatus.OPEN)
    assert "record of its closure" in why_not(case, CaseStatus.CLOSURE_REQUESTED, step())
    assert "other office" in why_not(case, CaseStatus.TRANSFERRED_OUT, BY_SUPERVISOR)
    urgent = (a_referral(urgency=Urgency.EMERGENCY, status=ReferralStatus.SENT),)
    busy = in_status(CaseStatus.OPEN, referrals=urgent)
    assert "emergency" in why_not(busy, CaseStatus.CLOSURE_REQUESTED, step())


def test_an_emergency_is_open_until_it_has_come_to_its_end() -> None:
    def emergency(status: ReferralStatus, **said: Any) -> bool:
        referral = a_referral(urgency=Urgency.EMERGENCY, status=status, **said)
        return has_open_emergency(a_case(referrals=(referral,)))

    assert emergency(ReferralStatus.IN_SERVICE)
    assert not emergency(ReferralStatus.COMPLETED)
    assert not emergency(ReferralStatus.SENT, void=True)
    assert not has_open_emergency(a_case(referrals=(a_referral(),)))


def test_a_closure_is_decided_by_a_supervisor_who_is_not_in_charge() -> None:
    asked = in_status(CaseStatus.CLOSURE_REQUESTED)
    assert "role" in why_not(asked, CaseStatus.CLOSED, step())
    own = step(role=Role.SUPERVISOR)
    assert "second person" in why_not(asked, CaseStatus.CLOSED, own)
    closed = move_case(asked, CaseStatus.CLOSED, BY_SUPERVISOR)
    assert closed.head.closed_on == TODAY
    returned = move_case(asked, CaseStatus.OPEN, BY_SUPERVISOR)
    assert returned.head.status is CaseStatus.OPEN
    wordless = replace(BY_SUPERVISOR, reason=None)
    assert "reason" in why_not(asked, CaseStatus.OPEN, wordless)


def test_a_closed_case_is_opened_again_with_a_reason_and_a_second_person() -> None:
    closed = in_status(CaseStatus.CLOSED)
    assert "second person" in why_not(closed, CaseStatus.OPEN, step())
    again = move_case(closed, CaseStatus.OPEN, step(approved_by=SUPERVISOR))
    assert again.head.status is CaseStatus.OPEN
    assert again.head.closed_on is None


def test_a_case_is_merged_into_one_that_is_named() -> None:
    case = in_status(CaseStatus.CLOSED)
    assert "name the case" in why_not(case, CaseStatus.MERGED, BY_SUPERVISOR)
    itself = replace(BY_SUPERVISOR, merged_into="GL-MAU-1")
    assert "name the case" in why_not(case, CaseStatus.MERGED, itself)
    merged = move_case(case, CaseStatus.MERGED, replace(BY_SUPERVISOR, merged_into="GL-MAU-2"))
    assert merged.head.merged_into == "GL-MAU-2"


@pytest.mark.parametrize(
    "role", [Role.RECEPTION, Role.DATA_FOCAL, Role.PARTNER_VIEWER, Role.ADMINISTRATOR]
)
def test_others_than_workers_move_no_case(role: Role) -> None:
    assert "role" in why_not(a_draft(), CaseStatus.OPEN, step(role=role))
    assert next_states(a_draft(), role) == ()


def test_the_next_states_are_those_of_the_role() -> None:
    case = in_status(CaseStatus.OPEN)
    assert next_states(case, Role.CASEWORKER) == (
        CaseStatus.ON_HOLD,
        CaseStatus.CLOSURE_REQUESTED,
    )
    assert set(next_states(case, Role.SUPERVISOR)) == {
        CaseStatus.ON_HOLD,
        CaseStatus.CLOSURE_REQUESTED,
        CaseStatus.TRANSFERRED_OUT,
        CaseStatus.MERGED,
    }
    assert status_of(Case()) is CaseStatus.DRAFT


def test_the_particulars_of_a_step_may_be_given_one_by_one() -> None:
    case = moved(a_draft(), CaseStatus.OPEN, by=WORKER, role=Role.CASEWORKER, at=NOW)
    assert case.head.status is CaseStatus.OPEN
    again = moved(
        case,
        CaseStatus.ON_HOLD,
        by=WORKER,
        role=Role.CASEWORKER,
        at=NOW,
        reason="Lý do mẫu",
        review_on=date(2025, 12, 1),
    )
    assert again.head.registered_on == TODAY
    with pytest.raises(NotAllowed):
        moved(again, CaseStatus.CLOSED, by=WORKER, role=Role.SUPERVISOR, at=NOW)
