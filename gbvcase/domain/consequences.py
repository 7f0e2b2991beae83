"""What follows of itself when a case changes: tasks, withdrawn consents, referrals that end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from gbvcase.domain.ages import CHILD_UNDER, age_now
from gbvcase.domain.agreement import is_seconded, withdrawal_of
from gbvcase.domain.case import Case
from gbvcase.domain.classification import effective_type
from gbvcase.domain.codes import (
    CaseStatus,
    ConsentException,
    GbvType,
    ReferralStatus,
    TaskKind,
    TaskState,
)
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import given
from gbvcase.domain.numbers import draw_referral_number
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import EDITABLE, dues, is_final, referral_status
from gbvcase.domain.stepping import Step, change
from gbvcase.domain.task_states import is_open
from gbvcase.domain.tasks import Task

RULE = "rule:"
"""How the source of a task begins that a rule has made: what rule, and for which record."""

ENDED = frozenset({CaseStatus.CLOSED, CaseStatus.MERGED, CaseStatus.VOIDED})


def with_consequences(before: Case | None, after: Case, by: str, at: datetime) -> Case:
    """Return a changed case with all that follows: done again, it changes nothing more."""
    case = _with_withdrawals(after, by, at)
    referrals = tuple(_with_dues(_with_number(one, at)) for one in case.referrals)
    case = replace(case, referrals=referrals)
    case = _with_tasks(case, by, at)
    return _with_ended_tasks(case, by, at)


def _with_withdrawals(case: Case, by: str, at: datetime) -> Case:
    """Cancel what was not handed over on a consent that is withdrawn."""
    cancelled = {
        place
        for consent in case.consents
        if given(consent.withdrawn_at) is not None and not consent.void
        for place in withdrawal_of(case, consent).cancelled
    }
    if not cancelled:
        return case
    step = Step(by=by, at=at, reason="withdrawn")
    referrals = tuple(
        _cancelled(one, step) if place in cancelled else one
        for place, one in enumerate(case.referrals)
    )
    return replace(case, referrals=referrals)


def _cancelled(referral: Referral, step: Step) -> Referral:
    line = change(referral_status(referral), ReferralStatus.CANCELLED, step)
    return replace(
        referral,
        status=ReferralStatus.CANCELLED,
        status_history=(*referral.status_history, line),
    )


def _with_number(referral: Referral, at: datetime) -> Referral:
    if given(referral.referral_no) is not None:
        return referral
    return replace(referral, referral_no=draw_referral_number(at.year))


def _with_dues(referral: Referral) -> Referral:
    due = dues(referral)
    if due is None or given(referral.feedback_due) is not None:
        return referral
    return replace(referral, ack_due=due[0], feedback_due=due[1])


def _with_tasks(case: Case, by: str, at: datetime) -> Case:
    """Add the tasks that rules ask for, each once; close those whose reason has gone."""
    if case.head.status in ENDED:
        return case
    there = {given(task.source) for task in case.tasks}
    tasks = tuple(
        _done(task, by, at)
        if is_open(task) and _is_settled(case, given(task.source) or "")
        else task
        for task in case.tasks
    )
    added = {
        sources[0]: replace(task, source=sources[0])
        for sources, task in _wanted(case, by, at)
        if there.isdisjoint(sources)
    }
    return replace(case, tasks=(*tasks, *added.values()))


def _wanted(case: Case, by: str, at: datetime) -> Iterator[tuple[list[str], Task]]:
    """Yield the tasks that rules ask for, each with the sources by which it may stand there."""
    today = at.date()
    tomorrow = today + timedelta(days=1)
    assignee = given(case.head.owner) or by
    for place, referral in enumerate(case.referrals):
        due = given(referral.feedback_due)
        if due is not None and not _is_answered(referral):
            task = _task(TaskKind.REFERRAL_REPLY, due.date(), assignee)
            yield _sources("reply", referral, place), task
    for place, consent in enumerate(case.consents):
        if given(consent.withdrawn_at) is not None:
            for told in withdrawal_of(case, consent).to_tell:
                task = _task(TaskKind.CONSENT_CHANGE, tomorrow, assignee)
                yield _sources("tell", case.referrals[told], told), task
        if _needs_review(consent):
            yield _sources("review", consent, place), _task(TaskKind.APPROVAL, tomorrow, assignee)
    if is_child_harmed(case, today):
        yield [f"{RULE}report"], _task(TaskKind.MANDATORY_REPORT, today, assignee)


def _task(kind: TaskKind, due: date, assignee: str) -> Task:
    return Task(kind=kind, due=due, assignee=assignee, state=TaskState.OPEN)


def _sources(rule: str, record: Referral | Consent, place: int) -> list[str]:
    """Return how a task names its record: a record that is new has no number of its own yet."""
    number = given(record.referral_no) if isinstance(record, Referral) else None
    names = (number, record.id, str(place))
    return [f"{RULE}{rule}:{name}" for name in names if name is not None]


def is_made_by_rule(task: Task) -> bool:
    """Tell whether a rule has made a task, and not a person."""
    return (given(task.source) or "").startswith(RULE)


def is_child_harmed(case: Case, today: date) -> bool:
    """Tell whether the duty to notify at once applies: a child under 16 and violence [legal]."""
    age = age_now(case, today)
    return (
        age is not None
        and age < CHILD_UNDER
        and any(
            effective_type(one) not in (None, GbvType.NON_GBV)
            for one in case.incidents
            if not one.void
        )
    )


def _needs_review(consent: Consent) -> bool:
    danger = given(consent.exception.basis) is ConsentException.IMMINENT_DANGER
    return danger and not consent.void and not is_seconded(consent)


def _is_answered(referral: Referral) -> bool:
    return bool(referral.feedback) or is_final(referral) or referral_status(referral) in EDITABLE


def _is_settled(case: Case, source: str) -> bool:
    for place, referral in enumerate(case.referrals):
        if source in _sources("reply", referral, place):
            return _is_answered(referral)
    for place, consent in enumerate(case.consents):
        if source in _sources("review", consent, place):
            return not _needs_review(consent)
    return False


def _done(task: Task, by: str, at: datetime) -> Task:
    line = change(given(task.state) or TaskState.OPEN, TaskState.DONE, Step(by=by, at=at))
    return replace(
        task, state=TaskState.DONE, done_at=at, status_history=(*task.status_history, line)
    )


def _with_ended_tasks(case: Case, by: str, at: datetime) -> Case:
    """Drop what was still to be done in a case that has ended, except reporting."""
    if case.head.status not in ENDED:
        return case
    step = Step(by=by, at=at, reason="closed")
    tasks = tuple(
        replace(
            task,
            state=TaskState.CANCELLED,
            status_history=(
                *task.status_history,
                change(given(task.state) or TaskState.OPEN, TaskState.CANCELLED, step),
            ),
        )
        if is_open(task) and task.kind is not TaskKind.MANDATORY_REPORT
        else task
        for task in case.tasks
    )
    return replace(case, tasks=tasks)


def withdraw(
    case: Case, position: int, *, at: datetime, by: str, reason: str | None = None
) -> Case:
    """Withdraw a consent: nothing is deleted, sharing stops, recipients are to be told."""
    withdrawn = replace(case.consents[position], withdrawn_at=at, withdrawn_reason=reason)
    consents = (*case.consents[:position], withdrawn, *case.consents[position + 1 :])
    return with_consequences(case, replace(case, consents=consents), by, at)
