"""Which state of a case may follow which, and what must be there first."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from gbvcase.domain.agreement import (
    consent_for,
    has_refused_services,
    may_assess,
    why_not_assess,
)
from gbvcase.domain.case import Case
from gbvcase.domain.checks import errors
from gbvcase.domain.codes import CaseStatus, Role, Urgency
from gbvcase.domain.conditions import URGENT_QUESTIONS, is_urgent
from gbvcase.domain.consequences import with_consequences
from gbvcase.domain.errors import GbvcaseError, Marked
from gbvcase.domain.fields import entries_of, given, is_answered
from gbvcase.domain.marking import mark
from gbvcase.domain.referral_states import is_final, moved_referral
from gbvcase.domain.stepping import (
    NOT_ANSWERED,
    SUPERVISORS,
    WORKERS,
    NotAllowed,
    Step,
    change,
)
from gbvcase.domain.task_states import moved_task

__all__ = ["consent_for", "moved_referral", "moved_task", "with_consequences"]


def may_open(case: Case, today: date) -> tuple[GbvcaseError, ...]:
    """Return what a draft still needs before it is a registered case; nothing means it may."""
    return tuple(_needs_to_open(case, today))


def _needs_to_open(case: Case, today: date) -> Iterator[GbvcaseError]:
    if has_refused_services(case):
        yield NotAllowed(mark("Case management was refused: no file is opened."))
    elif not may_assess(case, today):
        yield from (NotAllowed(why) for why in why_not_assess(case, today))
    for entry in entries_of(type(case.intake)):
        value = getattr(case.intake, entry.name)
        if entry.about.required and not is_answered(value):
            yield NotAllowed(NOT_ANSWERED, field=Marked(entry.about.label))
    if not is_urgent_check_done(case):
        yield NotAllowed(mark("The four questions about immediate help are not answered yet."))
    for finding in errors(case, today):
        yield NotAllowed(finding.sentence, **finding.details)


def is_urgent_check_done(case: Case) -> bool:
    """Tell whether the four urgent questions are answered, and a yes was acted upon."""
    check = case.intake.urgent_check
    answered = all(is_answered(getattr(check, question)) for question in URGENT_QUESTIONS)
    return answered and (is_answered(check.action_taken) or not is_urgent(check))


def _require_opening(case: Case, step: Step) -> None:
    for need in _needs_to_open(case, step.at.date()):
        raise need


def _require_reason(case: Case, step: Step) -> None:
    if not (step.reason or "").strip():
        raise NotAllowed(mark("Please give a reason."))


def _require_second_person(case: Case, step: Step) -> None:
    supervises = step.role is Role.SUPERVISOR and step.by != case.head.owner
    if not supervises and step.approved_by in (None, step.by):
        raise NotAllowed(mark("This needs the approval of a second person."))


def _require_reason_and_second(case: Case, step: Step) -> None:
    _require_reason(case, step)
    _require_second_person(case, step)


def _require_review_date(case: Case, step: Step) -> None:
    _require_reason(case, step)
    if step.review_on is None or step.review_on <= step.at.date():
        raise NotAllowed(mark("Please give a later day on which to look at the case again."))


def require_closure(case: Case, step: Step) -> None:
    """Refuse to close: a closing needs its record of closure, which cannot be kept yet."""
    if has_open_emergency(case):
        raise NotAllowed(mark("An emergency referral of this case is still open."))
    raise NotAllowed(
        mark("A case is closed with a record of its closure. This version cannot keep one yet.")
    )


def require_transfer(case: Case, step: Step) -> None:
    """Refuse to hand the case over: the confirmation of a transfer cannot be kept yet."""
    raise NotAllowed(
        mark("A case is handed over when the other office confirms. This cannot be kept yet.")
    )


def has_open_emergency(case: Case) -> bool:
    """Tell whether an emergency referral has not come to its end."""
    return any(
        one.urgency is Urgency.EMERGENCY and not is_final(one) and not one.void
        for one in case.referrals
    )


def _require_survivor_named(case: Case, step: Step) -> None:
    if not step.merged_into or step.merged_into in (case.head.id, case.head.code):
        raise NotAllowed(mark("Please name the case that stays."))


def _require_nothing(case: Case, step: Step) -> None:
    return


CaseGuard = Callable[[Case, Step], None]

CASE_MOVES: Mapping[tuple[CaseStatus, CaseStatus], tuple[frozenset[Role], CaseGuard]] = (
    MappingProxyType(
        {
            (CaseStatus.DRAFT, CaseStatus.OPEN): (WORKERS, _require_opening),
            (CaseStatus.DRAFT, CaseStatus.VOIDED): (WORKERS, _require_reason_and_second),
            (CaseStatus.OPEN, CaseStatus.ON_HOLD): (WORKERS, _require_review_date),
            (CaseStatus.ON_HOLD, CaseStatus.OPEN): (WORKERS, _require_nothing),
            (CaseStatus.OPEN, CaseStatus.CLOSURE_REQUESTED): (WORKERS, require_closure),
            (CaseStatus.CLOSURE_REQUESTED, CaseStatus.CLOSED): (
                SUPERVISORS,
                _require_second_person,
            ),
            (CaseStatus.CLOSURE_REQUESTED, CaseStatus.OPEN): (SUPERVISORS, _require_reason),
            (CaseStatus.CLOSED, CaseStatus.OPEN): (WORKERS, _require_reason_and_second),
            (CaseStatus.OPEN, CaseStatus.TRANSFERRED_OUT): (SUPERVISORS, require_transfer),
        }
        | {
            (state, CaseStatus.MERGED): (SUPERVISORS, _require_survivor_named)
            for state in CaseStatus
            if state is not CaseStatus.MERGED
        }
    )
)


def status_of(case: Case) -> CaseStatus:
    """Return the state of a case; one that has none yet is a draft."""
    return case.head.status or CaseStatus.DRAFT


def next_states(case: Case, role: Role) -> tuple[CaseStatus, ...]:
    """Return the states to which a role may take a case, if the guards are content."""
    return tuple(
        to
        for (start, to), (roles, _) in CASE_MOVES.items()
        if start is status_of(case) and role in roles
    )


def move_case(case: Case, to: CaseStatus, step: Step) -> Case:
    """Take a case to another state, raising NotAllowed with the reason if it may not go there."""
    start = status_of(case)
    if (start, to) not in CASE_MOVES:
        raise NotAllowed()
    roles, guard = CASE_MOVES[start, to]
    if step.role not in roles:
        raise NotAllowed(mark("Your role does not allow this step."))
    guard(case, step)
    head = replace(
        case.head,
        status=to,
        status_history=(*case.head.status_history, change(start, to, step)),
        hold_reason=step.reason if to is CaseStatus.ON_HOLD else None,
        review_on=step.review_on if to is CaseStatus.ON_HOLD else None,
        registered_on=_registered_on(case, to, step),
        closed_on=step.at.date() if to is CaseStatus.CLOSED else None,
        merged_into=step.merged_into,
    )
    return replace(case, head=head)


def _registered_on(case: Case, to: CaseStatus, step: Step) -> date | None:
    already = given(case.head.registered_on)
    return already or (step.at.date() if to is CaseStatus.OPEN else None)


def moved(  # noqa: PLR0913 - the particulars of a step
    case: Case,
    to: CaseStatus,
    *,
    by: str,
    role: Role,
    at: datetime,
    reason: str = "",
    review_on: date | None = None,
    approved_by: str | None = None,
    merged_into: str | None = None,
) -> Case:
    """Take a case to another state; see `move_case`."""
    step = Step(
        by=by,
        at=at,
        role=role,
        reason=reason,
        review_on=review_on,
        approved_by=approved_by,
        merged_into=merged_into,
    )
    return move_case(case, to, step)
