"""What is counted of referrals and tasks: when they were due, and what became of them."""

from collections.abc import Iterator
from datetime import date, datetime

from gbvcase.domain.answers import NOT_ASKED, RECEIVED, Said, code_said, truth_said
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ConsentException, Direction, ReferralStatus, TaskState
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import given
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import dues, is_final, referral_status

IN_TIME, LATE, NOT_YET = "in_time", "late", "not_yet"
NO_EXCEPTION = "none"

_R = ReferralStatus
_NEVER_SENT = frozenset({_R.DRAFT, _R.READY, _R.CANCELLED})
_ANSWERED_IN = frozenset({_R.ACKNOWLEDGED, _R.DECLINED_PROVIDER, _R.IN_SERVICE, _R.COMPLETED})

Due = tuple[date | None, date | None]
"""By when receipt is acknowledged, and by when the person was seen."""

Told = tuple[str, str, date | None, tuple[tuple[str, Said], ...], Due]
"""The unit of a thing, its own number, its day, its answers, and by when answers are due."""


def sent_of(case: Case) -> tuple[Referral, ...]:
    """Return the referrals of a case that were handed over to somebody."""
    return tuple(
        one
        for one in case.referrals
        if not one.void
        and one.direction is Direction.OUT
        and (given(one.sent_at) is not None or referral_status(one) not in _NEVER_SENT)
    )


def referrals_told(case: Case) -> Iterator[Told]:
    """Yield each referral by the day it was sent, came to its end, or came in."""
    for number, one in enumerate(case.referrals):
        if one.void:
            continue
        name = str(one.id or number)
        times = dues(one)
        due = (times[0].date(), times[1].date()) if times else (None, None)
        if one.direction is Direction.IN:
            came = given(one.sent_at) or given(one.created_at)
            about = tuple(_of_received(one))
            yield "received", name, came.date() if came else None, about, due
            continue
        if one not in sent_of(case):
            continue
        sent = given(one.sent_at)
        yield "referrals", name, sent.date() if sent else None, tuple(_of_sent(case, one)), due
        ended = ended_at(one)
        if is_final(one):
            yield "outcomes", name, ended.date() if ended else None, tuple(_of_ended(one)), due


def ended_at(referral: Referral) -> datetime | None:
    """Return when a referral came to its end; None if it has not, or nobody noted when."""
    last = given(referral.status_history[-1].at) if referral.status_history else None
    return last if is_final(referral) else None


def first_time(referral: Referral, states: frozenset[ReferralStatus]) -> datetime | None:
    """Return when a referral first came to one of some states."""
    codes = {state.code for state in states}
    times = [given(line.at) for line in referral.status_history if line.to in codes]
    return min((at for at in times if at is not None), default=None)


def _of_sent(case: Case, one: Referral) -> Iterator[tuple[str, Said]]:
    due = dues(one)
    answers = [a for a in one.feedback if not a.void]
    heard = [at for a in answers if (at := given(a.received_at)) is not None]
    receipt = first_time(one, frozenset({_R.ACKNOWLEDGED, _R.DECLINED_PROVIDER}))
    acknowledged = min((at for at in (receipt, *heard) if at is not None), default=None)
    seen = min((at for a in answers if (at := given(a.seen_at)) is not None), default=None)
    yield "sector", code_said(one.sector)
    yield "urgency", code_said(one.urgency)
    yield "acknowledged", in_time(acknowledged, due[0] if due else None)
    yield "seen", in_time(seen, due[1] if due else None)
    yield "slip", truth_said(bool(answers))
    yield "exception", _exception(case, one)
    days = days_between(given(one.sent_at), seen)
    yield "days_to_service", NOT_ASKED if days is None else str(days)


def _of_ended(one: Referral) -> Iterator[tuple[str, Said]]:
    status, outcome = referral_status(one), given(one.outcome)
    yield "sector", code_said(one.sector)
    yield "urgency", code_said(one.urgency)
    yield "ended", status.code
    yield "service_given", truth_said(status is _R.COMPLETED and outcome in RECEIVED)
    yield "why_not", _why_not(one)


def _why_not(one: Referral) -> str:
    """Return why a referral came to its end without a service; `none` if there was one."""
    status, outcome = referral_status(one), given(one.outcome)
    if status is _R.COMPLETED:
        return "none" if outcome in RECEIVED else code_said(outcome)
    return status.code


def _of_received(one: Referral) -> Iterator[tuple[str, Said]]:
    due = dues(one)
    yield "from_sector", code_said(one.from_)
    yield "urgency", code_said(one.urgency)
    yield "answered", in_time(first_time(one, _ANSWERED_IN), due[0] if due else None)


def _exception(case: Case, one: Referral) -> str:
    """Return on which ground a referral was made without consent; `none` where there was one."""
    used = next((c for c in case.consents if c.id == given(one.consent)), None)
    basis = _basis(used) if used else None
    return basis.code if basis else NO_EXCEPTION


def _basis(consent: Consent) -> ConsentException | None:
    return given(consent.exception.basis)


def in_time(done: datetime | None, due: datetime | None) -> str:
    """Tell whether something was done by when it was due; never "in time" for want of a date."""
    if done is None:
        return NOT_YET
    if due is None:
        return NOT_ASKED
    return IN_TIME if done <= due else LATE


def days_between(start: datetime | None, end: datetime | None) -> int | None:
    """Return the calendar days between two moments; None without both, or in disorder."""
    if start is None or end is None or end < start:
        return None
    return (end.date() - start.date()).days


def tasks_told(case: Case) -> Iterator[tuple[str, date | None, str, tuple[tuple[str, Said], ...]]]:
    """Yield each task that was not dropped: number, due day, whose it is, what became of it."""
    for number, one in enumerate(case.tasks):
        due, done = given(one.due), given(one.done_at)
        if one.void or one.state is TaskState.CANCELLED or due is None:
            continue
        about = NOT_YET
        if one.state is TaskState.DONE and done is not None:
            about = IN_TIME if done.date() <= due else LATE
        answers = (("kind", code_said(one.kind)), ("done", about))
        yield str(one.id or number), due, given(one.assignee) or "", answers
