"""Referring a survivor to another agency, with consent, and keeping what comes back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gbvcase.casework.cases import load, load_for_change
from gbvcase.casework.desk import Desk
from gbvcase.domain.case import Case
from gbvcase.domain.codes import Handover, ReferralDecline, ReferralOutcome, ReferralStatus
from gbvcase.domain.disclosure import Disclosed, disclose
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.fields import given
from gbvcase.domain.gates import consent_for, moved_referral
from gbvcase.domain.interchange import record_from_json
from gbvcase.domain.marking import mark
from gbvcase.domain.numbers import draw_referral_number
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.vault.providers import provider_of
from gbvcase.vault.records import case_of_referral


class NoSuchReferral(GbvcaseError):
    """A number that no referral of this cabinet has."""

    sentence = mark("There is no referral with the number {number} in this cabinet.")


def add_referral(desk: Desk, case_id: str, document: Any) -> Referral:
    """Add a referral to a case from a JSON document; raise Refused if it cannot be read."""
    return begin_referral(desk, case_id, record_from_json(Referral, document, ""))


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
    """Return a referral by the number on its paper, and its case."""
    with desk.vault.begin() as db:
        case_id = case_of_referral(db, number.strip())
    if case_id is None:
        raise NoSuchReferral(number=number[:40])
    case = load(desk, case_id)
    return case, numbered(case, number.strip())


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

    _change(desk, case_id, number, "referral.settle", settle)
    return move_referral(desk, case_id, number, ReferralStatus.READY)


def hand_over(desk: Desk, case_id: str, number: str, how: str) -> Referral:
    """Say that the paper was handed over; the consent is looked at once more."""
    handed = Handover.of(how)
    at = desk.now()
    _change(
        desk,
        case_id,
        number,
        "referral.hand_over",
        lambda case, referral: replace(referral, handover=handed, sent_at=at),
    )
    return move_referral(desk, case_id, number, ReferralStatus.SENT)


def move_referral(  # noqa: PLR0913 - the particulars of a step
    desk: Desk,
    case_id: str,
    number: str,
    to: ReferralStatus,
    *,
    reason: str = "",
    decline_reason: str | None = None,
    outcome: str | None = None,
) -> Referral:
    """Take a referral to another state; the guard of the step says why if it may not go there."""
    said: dict[str, Any] = {}
    if decline_reason is not None:
        said["decline_reason"] = ReferralDecline.of(decline_reason)
    if outcome is not None:
        said["outcome"] = ReferralOutcome.of(outcome)
    with load_for_change(desk, case_id, "referral.move") as change:
        numbered(change.case, number)
        case = with_referral(change.case, number, lambda referral: replace(referral, **said))
        change.case = moved_referral(case, number, to, by=desk.worker, at=desk.now(), reason=reason)
    return numbered(change.case, number)


def record_feedback(desk: Desk, case_id: str, number: str, answer: Any) -> Referral:
    """Keep an answer to a referral: a `ReferralFeedback`, or its JSON document."""
    feedback = (
        answer
        if isinstance(answer, ReferralFeedback)
        else record_from_json(ReferralFeedback, answer, "")
    )
    if feedback.received_at is None:
        feedback = replace(feedback, received_at=desk.now())
    return _change(
        desk,
        case_id,
        number,
        "referral.answer",
        lambda case, referral: replace(referral, feedback=(*referral.feedback, feedback)),
    )


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
