"""The questions of an intake that belong to no record: safe now, agreement, what comes next."""

from dataclasses import replace
from datetime import date

from gbvcase.domain.codes import (
    Code,
    ConsentDecision,
    ConsentForm,
    ConsentPurpose,
    PointExplained,
    TaskKind,
    YesNo,
)
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, Record, entry, record
from gbvcase.domain.marking import mark


class Agreement(Code):
    """What the person says to being recorded."""

    AGREES = "agrees", "Agrees", "Đồng ý"
    NUMBERS_ONLY = "numbers_only", "Only as a number, without a name", "Chỉ ghi số liệu không tên"
    REFUSES = "refuses", "Does not agree", "Không đồng ý"


@record
class Safety(Record):
    safe_to_talk: Answer[YesNo] = entry(
        mark("Is it safe to talk now?"),
        ADMINISTRATIVE,
        declinable=False,
        help=mark("If somebody may overhear, agree on another time first."),
    )


@record
class AgreementAsked(Record):
    agreement: Answer[Agreement] = entry(
        mark("May this be recorded?"),
        ADMINISTRATIVE,
        declinable=False,
        help=mark("Without agreement nothing of this page is kept."),
    )


@record
class HowAgreed(Record):
    form: Answer[ConsentForm] = entry(
        mark("How the person agreed"), ADMINISTRATIVE, declinable=False
    )
    witness: Answer[str] = entry(mark("Witness"), ADMINISTRATIVE, declinable=False)
    explained: Answer[frozenset[PointExplained]] = entry(
        mark("What was explained"),
        ADMINISTRATIVE,
        declinable=False,
        help=mark("Explain each point before anything is told."),
    )
    statistics: Answer[YesNo] = entry(
        mark("May it be counted, without a name?"),
        ADMINISTRATIVE,
        declinable=False,
        help=mark("No answer counts as no."),
    )


@record
class NextStep(Record):
    kind: Answer[TaskKind] = entry(mark("What is to be done"), ADMINISTRATIVE, declinable=False)
    due: Answer[date] = entry(mark("Due"), ADMINISTRATIVE, declinable=False)


URGENT = (
    "immediate_danger",
    "medical_emergency",
    "suicide_risk",
    "child_unsafe",
)
OF_THE_PERSON = (
    "full_name",
    "other_names",
    "sex",
    "dob",
    "address_current",
    "contact_rule",
    "contact_hours",
    "contact_code_word",
    "phone_safe",
)
WITHOUT_A_NAME = ("sex", "dob", "address_current")
ON_ANOTHER_DAY = ("other_names", "contact_rule", "contact_hours", "phone_safe")
OF_THE_INCIDENT = ("incident_date", "vn_forms", "account", "injury")
OF_THE_REPORT = (
    "first_report_date",
    "channel",
    "reported_by",
    "referred_from",
    "information_given",
)


def consents_of(agreement: Agreement, how: HowAgreed, basis: Consent) -> tuple[Consent, ...]:
    """Return the consents that were spoken about; `basis` carries who agreed and when."""
    services = replace(
        basis,
        purpose=ConsentPurpose.SERVICES,
        decision=(
            ConsentDecision.GIVEN if agreement is Agreement.AGREES else ConsentDecision.REFUSED
        ),
        form=how.form,
        witness=how.witness,
        explained=how.explained,
    )
    asked = how.statistics if agreement is Agreement.AGREES else YesNo.YES
    if asked not in (YesNo.YES, YesNo.NO):
        return (services,)
    decision = ConsentDecision.GIVEN if asked is YesNo.YES else ConsentDecision.REFUSED
    return (services, replace(services, purpose=ConsentPurpose.STATISTICS, decision=decision))
