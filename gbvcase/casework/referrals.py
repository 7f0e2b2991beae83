"""Referring a survivor to another agency, with consent, and keeping what comes back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gbvcase.casework.cases import load, load_for_change
from gbvcase.casework.desk import Desk
from gbvcase.domain.case import Case
from gbvcase.domain.codes import Handover, ReferralDecline, ReferralOutcome, ReferralStatus
from gbvcase.domain.disclosure import Disclosed, disclose
from gbvcase.domain.errors import GbvcaseError, Refused
from gbvcase.domain.fields import given
from gbvcase.domain.gates import consent_for, moved_referral
from gbvcase.domain.interchange import record_from_json
from gbvcase.domain.marking import mark
from gbvcase.domain.numbers import draw_referral_number
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import LaterNote, Referral, ReferralFeedback
from gbvcase.domain.referral_states import may_edit, referral_status
from gbvcase.domain.stepping import NotAllowed
from gbvcase.vault.providers import provider_of
from gbvcase.vault.records import case_of_referral


class NoSuchReferral(GbvcaseError):
    """A number that no referral of this cabinet has."""

    sentence = mark("There is no referral with the number {number} in this cabinet.")


def add_referral(desk: Desk, case_id: str, document: Any, name: str = "") -> Referral:
    """Add a referral to a case from a JSON document.

    Raise Refused if it cannot be read; `name` says where the document is from.
    """
    try:
        referral = record_from_json(Referral, document, "")
    except Refused as error:
        place = ": ".join(filter(None, (name, error.where)))
        raise Refused(error.sentence, where=place, **error.details) from None
    return begin_referral(desk, case_id, referral)


def begin_referral(desk: Desk, case_id: str, referral: Referral) -> Referral:
    """Add a referral to a case as a draft; it gets its number if it has none."""
    with load_for_change(desk, case_id, "referral.begin") as change:
        number = referral.referral_no or draw_referral_number(desk.today().year)
        begun = replace(
            referral, referral_no=number, status=referral.status or ReferralStatus.DRAFT
        )
        case = change.case
        change.case = replace(case, referrals=(*case.referrals, begun))
    return numbered(change.case, str(number))


def numbered(case: Case, number: str) -> Referral:
    """Return the referral of a case that has this number."""
    for referral in case.referrals:
        if referral.referral_no == number:
            return referral
    raise NoSuchReferral(number=number[:40])


def find_referral(desk: Desk, number: str) -> tuple[Case, Referral]:
    """Return a referral by the number on its paper, in either case of letters, and its case."""
    with desk.vault.begin() as db:
        for written in (number.strip(), number.strip().upper()):
            case_id = case_of_referral(db, written)
            if case_id is not None:
                break
        else:
            raise NoSuchReferral(number=number[:40])
    case = load(desk, case_id)
    return case, numbered(case, written)


def amend_referral(desk: Desk, case_id: str, number: str, referral: Referral) -> Referral:
    """Replace what a referral says, while it may still be changed."""
    return _change(desk, case_id, number, "referral.amend", lambda case, before: referral)


def make_ready(desk: Desk, case_id: str, number: str) -> Referral:
    """Settle what will be shared: the consent that allows it, and the lines that go."""
    provider = provider_in(desk, numbered(load(desk, case_id), number))

    def settle(case: Case, referral: Referral) -> Referral:
        consent = consent_for(case, referral, desk.today())
        settled = replace(referral, consent=consent.id)
        lines = disclose(case, settled, desk.today(), provider).lines
        return replace(referral, consent=consent.id, disclosure=lines)

    with load_for_change(desk, case_id, "referral.settle") as change:
        after = settle(change.case, numbered(change.case, number))
        case = with_referral(change.case, number, lambda _: after)
        is_ready = referral_status(after) is ReferralStatus.READY
        change.case = case if is_ready else _moved(desk, case, number, ReferralStatus.READY)
    return numbered(change.case, number)


def hand_over(desk: Desk, case_id: str, number: str, how: str) -> Referral:
    """Say that the paper was handed over; the consent is looked at once more."""
    handed, at = Handover.of(how), desk.now()
    with load_for_change(desk, case_id, "referral.hand_over") as change:
        numbered(change.case, number)
        case = with_referral(
            change.case, number, lambda one: replace(one, handover=handed, sent_at=at)
        )
        change.case = _moved(desk, case, number, ReferralStatus.SENT)
    return numbered(change.case, number)


def move_referral(  # noqa: PLR0913 - the particulars of a step
    desk: Desk,
    case_id: str,
    number: str,
    to: ReferralStatus,
    *,
    reason: str = "",
    decline_reason: str | None = None,
    outcome: str | None = None,
    feedback: ReferralFeedback | None = None,
) -> Referral:
    """Take a referral to another state; the guard of the step says why if it may not go there.

    An answer that came with it is kept in the same change, or nothing is.
    """
    said: dict[str, Any] = {}
    if decline_reason is not None:
        said["decline_reason"] = ReferralDecline.of(decline_reason)
    if outcome is not None:
        said["outcome"] = ReferralOutcome.of(outcome)
    act = "referral.move" if feedback is None else "referral.answer"
    with load_for_change(desk, case_id, act, to=to.code) as change:
        numbered(change.case, number)
        case = with_referral(change.case, number, lambda one: replace(one, **said))
        if feedback is not None:
            case = with_referral(case, number, lambda one: _answered(desk, one, feedback))
        change.case = _moved(desk, case, number, to, reason)
    return numbered(change.case, number)


def record_feedback(desk: Desk, case_id: str, number: str, answer: Any) -> Referral:
    """Keep an answer to a referral: a `ReferralFeedback`, or its JSON document."""
    feedback = (
        answer
        if isinstance(answer, ReferralFeedback)
        else record_from_json(ReferralFeedback, answer, "")
    )
    return _change(
        desk,
        case_id,
        number,
        "referral.answer",
        lambda case, referral: _answered(desk, referral, feedback),
    )


def add_later_note(desk: Desk, case_id: str, number: str, text: str) -> Referral:
    """Add a correction to a referral that has left us: what it said stays as it was.

    Raise NotAllowed while the referral itself can still be changed.
    """
    note = LaterNote(at=desk.now(), by=desk.worker, text=text)

    def noted(_case: Case, referral: Referral) -> Referral:
        if may_edit(referral):
            raise NotAllowed(mark("This referral can still be changed: correct it itself."))
        return replace(referral, notes=(*referral.notes, note))

    return _change(desk, case_id, number, "referral.note", noted)


def _answered(desk: Desk, referral: Referral, feedback: ReferralFeedback) -> Referral:
    at = feedback.received_at or desk.now()
    return replace(referral, feedback=(*referral.feedback, replace(feedback, received_at=at)))


def _moved(desk: Desk, case: Case, number: str, to: ReferralStatus, reason: str = "") -> Case:
    return moved_referral(case, number, to, by=desk.worker, at=desk.now(), reason=reason)


def provider_in(desk: Desk, referral: Referral) -> ServiceProvider | None:
    """Return to whom a referral goes, if it names a provider of the directory."""
    provider_id = given(referral.provider)
    if provider_id is None:
        return None
    with desk.vault.begin() as db:
        return provider_of(db, provider_id)


def disclosed(desk: Desk, case_id: str, number: str) -> Disclosed:
    """Return what the receiving agency would be told; raise if the consent does not allow it."""
    case = load(desk, case_id)
    referral = numbered(case, number)
    return disclose(case, referral, desk.today(), provider_in(desk, referral))


def _change(
    desk: Desk,
    case_id: str,
    number: str,
    act: str,
    change_of: Callable[[Case, Referral], Referral],
) -> Referral:
    with load_for_change(desk, case_id, act) as change:
        case = change.case
        after = change_of(case, numbered(case, number))
        change.case = with_referral(case, number, lambda _: after)
    return numbered(change.case, number)


def with_referral(case: Case, number: str, change_of: Callable[[Referral], Referral]) -> Case:
    """Return a case in which the referral of this number is changed."""
    referrals = tuple(
        change_of(referral) if referral.referral_no == number else referral
        for referral in case.referrals
    )
    return replace(case, referrals=referrals)
