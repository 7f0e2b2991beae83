"""The states of a referral, from the draft to its end, and until when an answer is expected."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from gbvcase.domain.agreement import consent_for
from gbvcase.domain.case import Case
from gbvcase.domain.codes import Direction, ReferralStatus, Role, Urgency
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.referral import Referral
from gbvcase.domain.stepping import WORKERS, NotAllowed, Step, change, require_answers

TIMERS = MappingProxyType(
    {
        Urgency.EMERGENCY: (timedelta(hours=2), timedelta(hours=24)),
        Urgency.URGENT: (timedelta(hours=24), timedelta(hours=72)),
        Urgency.NORMAL: (timedelta(days=3), timedelta(days=14)),
    }
)
"""By urgency: until when receipt is acknowledged, and until when the person was seen."""

_R = ReferralStatus
REFERRAL_MOVES: Mapping[ReferralStatus, frozenset[ReferralStatus]] = MappingProxyType(
    {
        _R.DRAFT: frozenset({_R.READY, _R.CANCELLED}),
        _R.READY: frozenset({_R.SENT, _R.CANCELLED, _R.DECLINED_CLIENT}),
        _R.SENT: frozenset(
            {
                _R.ACKNOWLEDGED,
                _R.DECLINED_PROVIDER,
                _R.NO_RESPONSE,
                _R.DECLINED_CLIENT,
                _R.REVOKED,
            }
        ),
        _R.ACKNOWLEDGED: frozenset({_R.IN_SERVICE, _R.DECLINED_CLIENT, _R.REVOKED}),
        _R.NO_RESPONSE: frozenset({_R.ACKNOWLEDGED, _R.REVOKED}),
        _R.IN_SERVICE: frozenset({_R.COMPLETED, _R.REVOKED}),
    }
)
EDITABLE = frozenset({_R.DRAFT, _R.READY})
FINAL_REFERRAL = frozenset(_R) - set(REFERRAL_MOVES)
FOR_READY = ("sector", "provider", "service_requested", "urgency", "reason_short", "disclosure")


def referral_status(referral: Referral) -> ReferralStatus:
    """Return the state of a referral; one that has none yet is a draft."""
    return given(referral.status) or ReferralStatus.DRAFT


def is_final(referral: Referral) -> bool:
    """Tell whether a referral has come to its end; a new one may replace it."""
    return referral_status(referral) in FINAL_REFERRAL


def may_edit(referral: Referral) -> bool:
    """Tell whether a referral may still be changed; later corrections are added notes."""
    return referral_status(referral) in EDITABLE


def dues(referral: Referral) -> tuple[datetime, datetime] | None:
    """Return until when receipt and an answer are expected; None before it is handed over."""
    sent, urgency = given(referral.sent_at), given(referral.urgency)
    if sent is None or urgency is None:
        return None
    acknowledged, seen = TIMERS[urgency]
    return sent + acknowledged, sent + seen


def move_referral(case: Case, position: int, to: ReferralStatus, step: Step) -> Case:
    """Take a referral to another state, raising NotAllowed or ConsentMissing if it may not."""
    referral = case.referrals[position]
    start = referral_status(referral)
    if to not in REFERRAL_MOVES.get(start, frozenset()):
        raise NotAllowed()
    if step.role not in WORKERS:
        raise NotAllowed(mark("Your role does not allow this step."))
    _GUARDS.get(to, _no_guard)(case, referral, step)
    after = replace(
        referral,
        status=to,
        status_history=(*referral.status_history, change(start, to, step)),
    )
    if to is ReferralStatus.SENT:
        after = _sent(after, step)
    referrals = (*case.referrals[:position], after, *case.referrals[position + 1 :])
    return replace(case, referrals=referrals)


def moved_referral(  # noqa: PLR0913 - the particulars of a step
    case: Case,
    number: str,
    to: ReferralStatus,
    *,
    by: str,
    at: datetime,
    role: Role = Role.CASEWORKER,
    reason: str = "",
) -> Case:
    """Take the referral of this number to another state; KeyError if there is none."""
    for position, referral in enumerate(case.referrals):
        if referral.referral_no == number:
            return move_referral(case, position, to, Step(by=by, at=at, role=role, reason=reason))
    raise KeyError(number)


def _sent(referral: Referral, step: Step) -> Referral:
    sent = replace(referral, sent_at=given(referral.sent_at) or step.at)
    due = dues(sent)
    return sent if due is None else replace(sent, ack_due=due[0], feedback_due=due[1])


def _require_ready(case: Case, referral: Referral, step: Step) -> None:
    if referral.direction is Direction.IN:
        return
    require_answers(referral, FOR_READY)
    consent_for(case, referral, step.at.date())


def _require_handover(case: Case, referral: Referral, step: Step) -> None:
    _require_ready(case, referral, step)
    require_answers(referral, ("handover",))


def _require_decline_reason(case: Case, referral: Referral, step: Step) -> None:
    require_answers(referral, ("decline_reason",))


def _require_outcome(case: Case, referral: Referral, step: Step) -> None:
    require_answers(referral, ("outcome",))


def _require_due(case: Case, referral: Referral, step: Step) -> None:
    due = dues(referral)
    if due is not None and step.at <= due[1]:
        raise NotAllowed(mark("An answer to this referral is not overdue yet."))


def _no_guard(case: Case, referral: Referral, step: Step) -> None:
    return


_GUARDS: Mapping[ReferralStatus, Callable[[Case, Referral, Step], None]] = {
    ReferralStatus.READY: _require_ready,
    ReferralStatus.SENT: _require_handover,
    ReferralStatus.DECLINED_PROVIDER: _require_decline_reason,
    ReferralStatus.NO_RESPONSE: _require_due,
    ReferralStatus.COMPLETED: _require_outcome,
}


def replacement(referral: Referral) -> Referral:
    """Return the draft of a new referral that takes the place of one that has come to its end."""
    if not is_final(referral):
        raise NotAllowed(mark("Only a referral that has come to its end can be replaced."))
    return Referral(
        direction=referral.direction,
        sector=referral.sector,
        service_requested=referral.service_requested,
        urgency=referral.urgency,
        reason_short=referral.reason_short,
        status=ReferralStatus.DRAFT,
        replaces=referral.id or given(referral.referral_no),
    )


def replaced_by(case: Case, referral: Referral) -> Referral | None:
    """Return the referral that takes the place of one, or None."""
    names = {referral.id, given(referral.referral_no)} - {None}
    return next((one for one in case.referrals if one.replaces in names), None)


def replaced(case: Case, referral: Referral) -> Referral | None:
    """Return the referral whose place one takes, or None."""
    name = given(referral.replaces)
    known = (one for one in case.referrals if name in (one.id, given(one.referral_no)))
    return next(known, None) if name is not None else None
