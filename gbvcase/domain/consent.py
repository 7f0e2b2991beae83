"""What the survivor agrees to, for which purpose, towards whom, and until when."""

from datetime import date, datetime

from gbvcase.domain.codes import (
    ConsentDecision,
    ConsentException,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    InfoItem,
    PointExplained,
    Sector,
    YesNo,
)
from gbvcase.domain.fields import (
    ADMINISTRATIVE,
    IDENTIFYING,
    SENSITIVE,
    Answer,
    Record,
    entry,
    group,
    record,
)
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.domain.values import Scan


@record
class SharingException(Record):
    """Why something is shared without consent, and who else has judged that it must be."""

    basis: Answer[ConsentException] = entry(mark("Ground"), SENSITIVE)
    reason: Answer[str] = entry(mark("Reason"), SENSITIVE, lines=3)
    approver: Answer[str] = entry(
        mark("Approved by"),
        SENSITIVE,
        refers_to="worker",
        help=mark("A second person. In immediate danger it is reviewed within 24 hours."),
    )
    approved_at: Answer[datetime] = entry(mark("Approved on"), SENSITIVE)
    client_informed: Answer[bool] = entry(mark("The survivor was told"), SENSITIVE)


@record
class Consent(Kept):
    purpose: Answer[ConsentPurpose] = entry(
        mark("Purpose"), ADMINISTRATIVE, required=True, declinable=False
    )
    decision: Answer[ConsentDecision] = entry(
        mark("Decision"), ADMINISTRATIVE, required=True, declinable=False
    )
    recipient_sector: Answer[Sector] = entry(
        mark("Sector that may receive it"), SENSITIVE, condition="sharing"
    )
    recipient_provider: Answer[str] = entry(
        mark("Provider that may receive it"),
        SENSITIVE,
        refers_to="provider",
        condition="sharing",
    )
    items_allowed: Answer[frozenset[InfoItem]] = entry(
        mark("Information that may be shared"),
        SENSITIVE,
        condition="sharing",
        help=mark("Each point is asked by itself; what is not ticked is not shared."),
    )
    limits: Answer[str] = entry(mark("Limits set by the survivor"), SENSITIVE, lines=3)
    given_by: Answer[ConsentGiver] = entry(
        mark("Who agrees"), SENSITIVE, required=True, declinable=False
    )
    child_assent: Answer[YesNo] = entry(
        mark("The child agrees too"),
        SENSITIVE,
        condition="child_assent",
        help=mark("From the age of 7 the child is always asked."),
    )
    form: Answer[ConsentForm] = entry(mark("Form"), ADMINISTRATIVE, required=True)
    explained: Answer[frozenset[PointExplained]] = entry(
        mark("What was explained"),
        ADMINISTRATIVE,
        gate="consent",
        help=mark("Explain each point before anything is told."),
    )
    given_at: Answer[datetime] = entry(
        mark("Given on"), ADMINISTRATIVE, required=True, declinable=False
    )
    valid_until: Answer[date] = entry(
        mark("Valid until"),
        ADMINISTRATIVE,
        help=mark("Empty: until the case is closed."),
        declinable=False,
    )
    interpreter_used: Answer[bool] = entry(mark("With an interpreter"), ADMINISTRATIVE)
    witness: Answer[str] = entry(mark("Witness"), ADMINISTRATIVE, condition="verbal")
    signed_copy: Answer[Scan] = entry(mark("Signed copy"), IDENTIFYING, declinable=False)
    withdrawn_at: Answer[datetime] = entry(mark("Withdrawn on"), SENSITIVE, declinable=False)
    withdrawn_reason: Answer[str] = entry(mark("Why it was withdrawn"), SENSITIVE)
    exception: SharingException = group(
        mark("Sharing without consent"), SENSITIVE, SharingException, condition="no_consent"
    )
