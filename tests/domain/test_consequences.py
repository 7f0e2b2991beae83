from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings

from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.codes import (
    CaseStatus,
    ConsentException,
    ConsentGiver,
    ReferralOutcome,
    ReferralStatus,
    TaskKind,
    TaskState,
    Urgency,
)
from gbvcase.domain.consent import SharingException
from gbvcase.domain.consequences import is_child_harmed, is_made_by_rule, with_consequences
from gbvcase.domain.interchange import case_to_json
from gbvcase.domain.numbers import is_referral_number
from gbvcase.domain.referral import ReferralFeedback
from gbvcase.domain.values import PartialDate
from tests.builders import (
    NOW,
    SUPERVISOR,
    TODAY,
    WORKER,
    a_case,
    a_referral,
    a_sharing_consent,
    a_task,
    an_incident,
)
from tests.strategies import cases


def after(case: Case) -> Case:
    return with_consequences(None, case, WORKER, NOW)


def kinds(case: Case, state: TaskState = TaskState.OPEN) -> list[TaskKind]:
    return [one.kind for one in case.tasks if one.state is state]  # type: ignore[misc]


def sent(**said: Any) -> Any:
    return a_referral(
        status=ReferralStatus.SENT, sent_at=NOW, urgency=Urgency.NORMAL, **{"id": "r1"} | said
    )


def test_a_change_without_consequences_stays_as_it_is() -> None:
    assert after(a_case()) == a_case()
    draft = a_case(referrals=(a_referral(),))
    assert after(draft) == draft


def test_a_referral_without_a_number_gets_one() -> None:
    case = after(a_case(referrals=(a_referral(referral_no=None),)))
    assert is_referral_number(str(case.referrals[0].referral_no))


def test_handing_over_sets_the_clocks_and_a_task_for_the_answer() -> None:
    case = after(a_case(referrals=(sent(),)))
    referral = case.referrals[0]
    assert referral.ack_due == NOW + timedelta(days=3)
    assert referral.feedback_due == NOW + timedelta(days=14)
    (task,) = case.tasks
    assert task.kind is TaskKind.REFERRAL_REPLY
    assert task.due == date(2025, 9, 29)
    assert task.assignee == WORKER
    assert is_made_by_rule(task)
    assert "tasks" not in case_to_json(case)


def test_an_answer_or_an_end_closes_the_task() -> None:
    waiting = after(a_case(referrals=(sent(),)))
    referral = waiting.referrals[0]
    answered = replace(referral, feedback=(ReferralFeedback(received_at=NOW),))
    revoked = replace(referral, status=ReferralStatus.REVOKED)
    for one in (answered, revoked):
        closed = after(replace(waiting, referrals=(one,)))
        assert kinds(closed) == []
        assert kinds(closed, TaskState.DONE) == [TaskKind.REFERRAL_REPLY]
        assert closed.tasks[0].done_at == NOW


def test_a_task_of_a_person_is_left_alone() -> None:
    mine = a_task(source="r1")
    case = after(a_case(tasks=(mine,), referrals=(sent(outcome=ReferralOutcome.WAITING),)))
    assert case.tasks[0] == mine
    assert len(case.tasks) == 2


def test_a_task_is_made_once_also_when_its_record_got_its_number_only_afterwards() -> None:
    danger = a_sharing_consent(
        given_by=ConsentGiver.NONE_EXCEPTION,
        exception=SharingException(basis=ConsentException.IMMINENT_DANGER, reason="Lý do mẫu"),
    )
    case = after(a_case(consents=(danger,)))
    assert kinds(case) == [TaskKind.APPROVAL]
    numbered = replace(case, consents=(replace(danger, id="c" * 32, created_by=WORKER),))
    assert len(after(numbered).tasks) == 1
    exception = replace(danger.exception, approver=SUPERVISOR)
    reviewed = replace(numbered.consents[0], exception=exception)
    assert kinds(after(replace(numbered, consents=(reviewed,)))) == []


def test_violence_against_a_child_under_16_is_to_be_reported_today() -> None:
    child = after(a_case(dob=PartialDate(2012)))
    assert kinds(child) == [TaskKind.MANDATORY_REPORT]
    assert child.tasks[0].due == TODAY
    nothing = dict.fromkeys(("q1", "q2", "q3", "q4", "q5", "q6", "is_gbv"), False)
    for case in (
        a_case(dob=PartialDate(2009, 1, 1)),
        a_case(dob=None),
        a_case(dob=PartialDate(2012), incidents=()),
        a_case(dob=PartialDate(2012), incidents=(an_incident(void=True),)),
        a_case(dob=PartialDate(2012), incidents=(an_incident(**nothing),)),
    ):
        assert not is_child_harmed(case, TODAY)
        assert after(case).tasks == ()


def test_a_case_that_ends_drops_its_open_tasks_except_reporting() -> None:
    tasks = (
        a_task(),
        a_task(kind=TaskKind.MANDATORY_REPORT),
        a_task(state=TaskState.DONE),
        a_task(state=TaskState.SNOOZED),
    )
    for status in (CaseStatus.CLOSED, CaseStatus.MERGED, CaseStatus.VOIDED):
        case = after(a_case(head=CaseHead(status=status), tasks=tasks))
        assert [one.state for one in case.tasks] == [
            TaskState.CANCELLED,
            TaskState.OPEN,
            TaskState.DONE,
            TaskState.CANCELLED,
        ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_done_again_it_changes_nothing_more(case: Case) -> None:
    once = after(case)
    assert after(once) == once
