"""The consent gate: what must be agreed, by whom, before anything is recorded or shared."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gbvcase.domain.ages import MINOR_UNDER, age_now, may_be_minor
from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    CaseStatus,
    Code,
    ConsentDecision,
    ConsentException,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    ConsentState,
    PointExplained,
    ReferralStatus,
    Sector,
    YesNo,
)
from gbvcase.domain.consent import Consent
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.referral import Referral

# [legal] section 22 and 31 of the dictionary: to be confirmed before release
CAREGIVER_ONLY_UNDER = 6  # a caregiver, or another adult whom the child trusts
ASSENT_FROM = 7  # the child's own agreement is always asked
ALONE_WITH_ADULT_FROM = 12  # alone with a trusted adult, if the caregiver is not safe
OWN_CONSENT_FROM = 15  # the young person decides; a caregiver only with her or his permission

REVIEW_OF_DANGER = timedelta(hours=24)
ADULTS_OF_CHILD = frozenset({ConsentGiver.CAREGIVER, ConsentGiver.GUARDIAN})
TO_EXPLAIN = frozenset(PointExplained)
GIVEN = frozenset({ConsentDecision.GIVEN, ConsentDecision.PARTLY})
ENDED = frozenset({CaseStatus.CLOSED, CaseStatus.MERGED, CaseStatus.VOIDED})
WITH_PROVIDER = frozenset(
    {
        ReferralStatus.SENT,
        ReferralStatus.ACKNOWLEDGED,
        ReferralStatus.IN_SERVICE,
        ReferralStatus.NO_RESPONSE,
        ReferralStatus.COMPLETED,
    }
)


NOT_IN_FORCE = {
    ConsentState.WITHDRAWN: mark("The survivor has withdrawn the consent to this."),
    ConsentState.EXPIRED: mark("The consent to this is no longer in force."),
    ConsentState.REFUSED: mark("The survivor has refused this."),
    ConsentState.DRAFT: mark("The consent to this is not complete."),
}


class ConsentMissing(GbvcaseError):
    """Something was to be done that the survivor has not agreed to."""

    sentence = mark("The survivor has not agreed to this. Ask, and record the answer first.")


def consent_state(case: Case, consent: Consent, today: date) -> ConsentState:
    """Return whether a consent is in force; one that names no end lasts as long as the case."""
    if given(consent.withdrawn_at) is not None:
        return ConsentState.WITHDRAWN
    decision = given(consent.decision)
    if decision is None or given(consent.given_at) is None:
        return ConsentState.DRAFT
    if decision is ConsentDecision.REFUSED:
        return ConsentState.REFUSED
    ends = given(consent.valid_until)
    over = case.head.status in ENDED if ends is None else ends < today
    return ConsentState.EXPIRED if over else ConsentState.GIVEN


def is_in_force(case: Case, consent: Consent, today: date) -> bool:
    """Tell whether a consent counts: given, whole, neither expired nor withdrawn, not void."""
    return (
        not consent.void
        and consent_state(case, consent, today) is ConsentState.GIVEN
        and next(consent_faults(case, consent, today), None) is None
    )


def consent_faults(case: Case, consent: Consent, today: date) -> Iterator[str]:
    """Yield a sentence for each reason why a given consent would not hold."""
    giver = given(consent.given_by)
    if giver is ConsentGiver.NONE_EXCEPTION:
        yield from exception_faults(consent)
        return
    if not given(consent.explained) or not (given(consent.explained) or frozenset()) >= TO_EXPLAIN:
        yield mark("Not every point was explained before the consent was given.")
    if given(consent.form) is ConsentForm.VERBAL_WITNESSED and not given(consent.witness):
        yield mark("A consent given by word needs the name of its witness.")
    if giver is None:
        yield mark("It is not recorded who agreed.")
    else:
        yield from giver_faults(case, consent, giver, today)


def giver_faults(case: Case, consent: Consent, giver: ConsentGiver, today: date) -> Iterator[str]:
    """Yield a sentence for each thing that is missing when a child or a minor agrees [legal]."""
    given_at = given(consent.given_at)
    age = age_now(case, given_at.date() if given_at else today)
    if age is None and not may_be_minor(case.client, age):
        return
    agrees = consent.child_assent is YesNo.YES
    unsafe = case.client.caregiver.is_alleged_perpetrator is True
    if age is not None and age >= MINOR_UNDER:
        if giver not in (ConsentGiver.CLIENT, ConsentGiver.GUARDIAN):
            yield mark("An adult agrees in person, or through a legal guardian.")
        return
    if age is None or age >= OWN_CONSENT_FROM:
        if giver is not ConsentGiver.CLIENT and not agrees:
            yield mark("From the age of 15 the young person agrees; others only with permission.")
        return
    if unsafe and giver in ADULTS_OF_CHILD:
        yield mark("The caregiver is said to have used violence: another adult must agree.")
    elif giver is ConsentGiver.CLIENT:
        if age < ALONE_WITH_ADULT_FROM or not unsafe:
            yield mark("A caregiver must agree for a child of this age.")
        elif not given(case.client.trusted_adult_for_consent):
            yield mark("A child who agrees alone needs a trusted adult. Record who it is.")
    elif giver is ConsentGiver.TRUSTED_ADULT and age >= CAREGIVER_ONLY_UNDER and not unsafe:
        yield mark("A caregiver must agree for a child of this age.")
    if age >= ASSENT_FROM and giver is not ConsentGiver.CLIENT and not agrees:
        yield mark("From the age of 7 the child is asked, and must agree too.")


def exception_faults(consent: Consent) -> Iterator[str]:
    """Yield a sentence for each thing that sharing without consent still needs (rule 7)."""
    exception = consent.exception
    basis = given(exception.basis)
    if basis is None:
        yield mark("Sharing without consent needs its ground.")
    if not given(exception.reason):
        yield mark("Sharing without consent needs a reason.")
    if basis is not ConsentException.IMMINENT_DANGER and not is_seconded(consent):
        yield mark("Sharing without consent needs the approval of a second person.")


def is_seconded(consent: Consent) -> bool:
    """Tell whether somebody else than the one who recorded it has approved an exception."""
    approver = given(consent.exception.approver)
    return approver is not None and approver != consent.created_by


def is_review_overdue(consent: Consent, now: datetime) -> bool:
    """Tell whether sharing in immediate danger was not reviewed within 24 hours."""
    given_at = given(consent.given_at)
    return (
        given(consent.exception.basis) is ConsentException.IMMINENT_DANGER
        and not is_seconded(consent)
        and given_at is not None
        and now - given_at > REVIEW_OF_DANGER
    )


def consents_in_force(case: Case, purpose: ConsentPurpose, today: date) -> tuple[Consent, ...]:
    """Return the consents for a purpose that count on a day."""
    return tuple(
        one for one in case.consents if one.purpose is purpose and is_in_force(case, one, today)
    )


def may_assess(case: Case, today: date) -> bool:
    """Tell whether the survivor agreed to case management, or an exception stands for it."""
    return bool(consents_in_force(case, ConsentPurpose.SERVICES, today))


def why_not_assess(case: Case, today: date) -> tuple[str, ...]:
    """Return what keeps the last consent to case management from holding, or that there is none."""
    asked = [c for c in case.consents if c.purpose is ConsentPurpose.SERVICES and not c.void]
    if not asked:
        return (mark("Consent to case management is not recorded yet."),)
    state = consent_state(case, asked[-1], today)
    if state in NOT_IN_FORCE:
        return (NOT_IN_FORCE[state],)
    return tuple(consent_faults(case, asked[-1], today))


def has_refused_services(case: Case) -> bool:
    """Tell whether case management was refused and not agreed to since: no names are kept."""
    answers = [c for c in case.consents if c.purpose is ConsentPurpose.SERVICES and not c.void]
    return bool(answers) and answers[-1].decision is ConsentDecision.REFUSED


def may_count(case: Case) -> bool:
    """Tell whether the last word on anonymous statistics is a yes; silence is a no."""
    answers = [c for c in case.consents if c.purpose is ConsentPurpose.STATISTICS and not c.void]
    if not answers:
        return False
    last = answers[-1]
    return last.decision is ConsentDecision.GIVEN and given(last.withdrawn_at) is None


def what_was_agreed(case: Case, today: date) -> tuple[tuple[Code, ConsentState | None], ...]:
    """Return the last word on the support, on being counted, and on sharing with each sector asked.

    None: it was not asked yet.
    """
    told: list[tuple[Code, ConsentState | None]] = []
    asked = [one for one in case.consents if not one.void]
    for purpose in (ConsentPurpose.SERVICES, ConsentPurpose.STATISTICS):
        found = [one for one in asked if one.purpose is purpose]
        told.append((purpose, consent_state(case, found[-1], today) if found else None))
    sharing = [one for one in asked if one.purpose is ConsentPurpose.REFERRAL]
    for sector in Sector:
        found = [one for one in sharing if one.recipient_sector is sector]
        if found:
            told.append((sector, consent_state(case, found[-1], today)))
    return tuple(told)


def matches(consent: Consent, referral: Referral) -> bool:
    """Tell whether a consent names this recipient: its sector, and its provider where it says."""
    sector, provider = given(consent.recipient_sector), given(consent.recipient_provider)
    return (
        (sector is not None or provider is not None)
        and sector in (None, given(referral.sector))
        and provider in (None, given(referral.provider))
    )


def consent_for(case: Case, referral: Referral, today: date) -> Consent:
    """Return the consent on which a referral rests, raising ConsentMissing if none holds today.

    The one that the referral names must hold; another is looked for only if it names none.
    """
    named = given(referral.consent)
    found = [c for c in case.consents if c.id == named] if named else list(case.consents)
    sharing = [c for c in found if c.purpose is ConsentPurpose.REFERRAL and not c.void]
    for consent in reversed(sharing):
        if matches(consent, referral) and is_in_force(case, consent, today):
            return consent
    raise ConsentMissing(_why_none(case, referral, sharing, today))


def _why_none(case: Case, referral: Referral, sharing: list[Consent], today: date) -> str:
    fitting = [c for c in sharing if matches(c, referral)]
    if not sharing:
        return mark("The survivor has not agreed to any sharing for a referral.")
    if not fitting:
        return mark("The survivor agreed to share with others, but not with this provider.")
    state = consent_state(case, fitting[-1], today)
    return NOT_IN_FORCE.get(state) or next(consent_faults(case, fitting[-1], today))


@dataclass(frozen=True)
class Withdrawal:
    """What follows when a consent is withdrawn: by position in the case."""

    cancelled: tuple[int, ...]  # referrals that had not been handed over
    to_tell: tuple[int, ...]  # referrals whose recipient must be told


def withdrawal_of(case: Case, consent: Consent) -> Withdrawal:
    """Return which referrals end, and whose recipients must hear, if a consent is withdrawn."""
    resting = [
        (position, referral)
        for position, referral in enumerate(case.referrals)
        if _rests_on(referral, consent)
    ]
    not_handed_over = (None, ReferralStatus.DRAFT, ReferralStatus.READY)
    return Withdrawal(
        cancelled=tuple(at for at, one in resting if one.status in not_handed_over),
        to_tell=tuple(at for at, one in resting if one.status in WITH_PROVIDER),
    )


def _rests_on(referral: Referral, consent: Consent) -> bool:
    if consent.purpose is not ConsentPurpose.REFERRAL or referral.void:
        return False
    if given(referral.consent) is not None:
        return consent.id is not None and referral.consent == consent.id
    return matches(consent, referral)
