"""How the case came to us, and what was done at once."""

from datetime import date

from gbvcase.domain.codes import (
    HotlineOffered,
    InformationGiven,
    ReceivingPoint,
    ReferredFrom,
    ReportChannel,
    Reporter,
    YesNo,
)
from gbvcase.domain.fields import (
    ADMINISTRATIVE,
    IDENTIFYING,
    INDIRECT,
    SENSITIVE,
    STATISTICAL,
    Answer,
    Band,
    Record,
    entry,
    group,
    record,
)
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark


@record
class UrgentCheck(Record):
    immediate_danger: Answer[YesNo] = entry(mark("In danger now"), SENSITIVE)
    medical_emergency: Answer[YesNo] = entry(mark("Needs medical help now"), SENSITIVE)
    suicide_risk: Answer[YesNo] = entry(mark("Thinks of ending her or his life"), SENSITIVE)
    child_unsafe: Answer[YesNo] = entry(mark("A child is not safe"), SENSITIVE)
    action_taken: Answer[str] = entry(mark("What was done"), SENSITIVE, lines=2, condition="urgent")


@record
class Intake(Kept):
    urgent_check: UrgentCheck = group(
        mark("Is help needed at once?"), SENSITIVE, UrgentCheck, gate="leave_intake"
    )
    first_report_date: Answer[date] = entry(
        mark("Date first reported to us"),
        INDIRECT,
        required=True,
        band=Band.PERIOD,
        declinable=False,
    )
    channel: Answer[ReportChannel] = entry(mark("How it was reported"), STATISTICAL, required=True)
    reported_by: Answer[Reporter] = entry(mark("Who reported it"), SENSITIVE, required=True)
    reporter_name: Answer[str] = entry(
        mark("Name of who reported it"),
        IDENTIFYING,
        help=mark("Only if that person agrees."),
    )
    referred_from: Answer[ReferredFrom] = entry(
        mark("Who sent the person to us"), STATISTICAL, required=True
    )
    receiving_point: Answer[ReceivingPoint] = entry(
        mark("Receiving point named in the law"), STATISTICAL
    )
    information_given: Answer[frozenset[InformationGiven]] = entry(
        mark("What was told to the person"), ADMINISTRATIVE, required=True
    )
    hotline_offered: Answer[frozenset[HotlineOffered]] = entry(
        mark("Hotlines offered"), ADMINISTRATIVE
    )
