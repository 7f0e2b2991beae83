"""Handing a survivor on to someone who can help, and what came of it."""

from datetime import datetime

from gbvcase.domain.codes import (
    Direction,
    DisclosureLine,
    Escort,
    FeedbackSource,
    Handover,
    ReferralDecline,
    ReferralOutcome,
    ReferralStatus,
    ReferredFrom,
    Sector,
    ServiceType,
    Urgency,
)
from gbvcase.domain.fields import (
    ADMINISTRATIVE,
    SENSITIVE,
    STATISTICAL,
    Answer,
    Record,
    entry,
    groups,
    record,
)
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.domain.prints import PrintLine

REASON_LIMIT = 300


@record
class LaterNote(Record):
    """A correction of a referral that has left us: added, never written over."""

    at: Answer[datetime] = entry(mark("At"), ADMINISTRATIVE, declinable=False)
    by: Answer[str] = entry(mark("By"), ADMINISTRATIVE, refers_to="worker", declinable=False)
    text: Answer[str] = entry(mark("Note"), SENSITIVE, lines=2, declinable=False)


@record
class ReferralFeedback(Kept):
    """What the provider answered: on the slip, by phone, or in another way."""

    received_at: Answer[datetime] = entry(
        mark("Answer received on"), ADMINISTRATIVE, required=True, declinable=False
    )
    source: Answer[FeedbackSource] = entry(  # type: ignore[assignment] # for the common field
        mark("How the answer came"), STATISTICAL
    )
    seen_at: Answer[datetime] = entry(mark("Person was seen on"), ADMINISTRATIVE)
    services_given: Answer[frozenset[ServiceType]] = entry(mark("Services given"), STATISTICAL)
    result: Answer[ReferralOutcome] = entry(mark("Result"), STATISTICAL)
    further_need: Answer[str] = entry(mark("What is still needed"), SENSITIVE, lines=2)
    return_to_us: Answer[bool] = entry(mark("The person comes back to us"), STATISTICAL)
    filled_by: Answer[str] = entry(mark("Filled in by"), ADMINISTRATIVE)


@record
class Referral(Kept):
    direction: Answer[Direction] = entry(
        mark("Out or in"), STATISTICAL, required=True, declinable=False
    )
    referral_no: Answer[str] = entry(
        mark("Referral number"), ADMINISTRATIVE, searchable=True, hidden=True, declinable=False
    )
    from_: Answer[ReferredFrom] = entry(
        mark("Who sent the person to us"), STATISTICAL, condition="referral_in"
    )
    sector: Answer[Sector] = entry(mark("Sector"), SENSITIVE, required=True, declinable=False)
    provider: Answer[str] = entry(
        mark("To whom"), SENSITIVE, required=True, refers_to="provider", declinable=False
    )
    focal_person: Answer[str] = entry(mark("Contact person"), SENSITIVE)
    service_requested: Answer[frozenset[ServiceType]] = entry(
        mark("Service asked for"), STATISTICAL, required=True, declinable=False
    )
    urgency: Answer[Urgency] = entry(
        mark("Urgency"),
        STATISTICAL,
        required=True,
        declinable=False,
        help=mark("It decides by when an answer is expected."),
    )
    reason_short: Answer[str] = entry(
        mark("Short reason, without the story"),
        SENSITIVE,
        required=True,
        lines=2,
        limit=REASON_LIMIT,
        declinable=False,
        help=mark("What the person needs, not what happened to her or him."),
    )
    consent: Answer[str] = entry(
        mark("Consent used"),
        ADMINISTRATIVE,
        gate="ready",
        refers_to="consent",
        declinable=False,
    )
    disclosure: Answer[frozenset[DisclosureLine]] = entry(
        mark("What will be shown"),
        SENSITIVE,
        gate="ready",
        declinable=False,
        help=mark("Never more than the consent and the kind of provider allow."),
    )
    handover: Answer[Handover] = entry(
        mark("How it is handed over"), STATISTICAL, gate="sent", declinable=False
    )
    escort: Answer[Escort] = entry(mark("Escort"), STATISTICAL)
    appointment_at: Answer[datetime] = entry(mark("Appointment"), ADMINISTRATIVE)
    documents: Answer[str] = entry(
        mark("Papers received"), SENSITIVE, lines=2, condition="referral_in"
    )
    accept: Answer[bool] = entry(
        mark("We take it on"), STATISTICAL, condition="referral_in", declinable=False
    )
    duplicate_check: Answer[str] = entry(
        mark("Result of the search for the same person"),
        ADMINISTRATIVE,
        condition="referral_in",
        declinable=False,
    )
    sent_at: Answer[datetime] = entry(
        mark("Handed over on"), ADMINISTRATIVE, gate="sent", hidden=True, declinable=False
    )
    ack_due: Answer[datetime] = entry(
        mark("Receipt expected by"), ADMINISTRATIVE, hidden=True, made=True, declinable=False
    )
    feedback_due: Answer[datetime] = entry(
        mark("Answer expected by"), ADMINISTRATIVE, hidden=True, made=True, declinable=False
    )
    status: Answer[ReferralStatus] = entry(
        mark("State"), STATISTICAL, required=True, hidden=True, declinable=False
    )
    decline_reason: Answer[ReferralDecline] = entry(
        mark("Why it was declined"), STATISTICAL, condition="declined", hidden=True
    )
    outcome: Answer[ReferralOutcome] = entry(
        mark("Outcome"), STATISTICAL, gate="completed", hidden=True
    )
    print_log: tuple[PrintLine, ...] = groups(
        mark("Printed and saved"), ADMINISTRATIVE, hidden=True, made=True
    )
    feedback: tuple[ReferralFeedback, ...] = groups(mark("Answers"), SENSITIVE, hidden=True)
    notes: tuple[LaterNote, ...] = groups(mark("Notes added later"), SENSITIVE, hidden=True)
    replaces: Answer[str] = entry(
        mark("Replaces referral"),
        ADMINISTRATIVE,
        refers_to="referral",
        hidden=True,
        declinable=False,
    )
