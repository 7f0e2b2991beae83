"""A case: one period of support for one survivor, and the records that belong to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import cast

from gbvcase.domain.codes import CaseStatus, CaseStep
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, Record, entry, groups, record
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.domain.notes import Note
from gbvcase.domain.people import Client
from gbvcase.domain.prints import PrintLine
from gbvcase.domain.referral import Referral
from gbvcase.domain.tasks import Task


@record
class CaseHead(Kept):
    """Where the case stands: made and moved by the program, on no form."""

    code: Answer[str] = entry(
        mark("Case code"), ADMINISTRATIVE, searchable=True, hidden=True, declinable=False
    )
    status: CaseStatus = entry(mark("State"), ADMINISTRATIVE, hidden=True, declinable=False)
    step: Answer[CaseStep] = entry(mark("Step"), ADMINISTRATIVE, hidden=True, declinable=False)
    opened_on: Answer[date] = entry(
        mark("Opened on"), ADMINISTRATIVE, hidden=True, declinable=False
    )
    registered_on: Answer[date] = entry(
        mark("Registered on"), ADMINISTRATIVE, hidden=True, declinable=False
    )
    owner: Answer[str] = entry(
        mark("In charge"), ADMINISTRATIVE, refers_to="worker", hidden=True, declinable=False
    )
    hold_reason: Answer[str] = entry(
        mark("Why it waits"), ADMINISTRATIVE, hidden=True, declinable=False
    )
    review_on: Answer[date] = entry(
        mark("Look again on"), ADMINISTRATIVE, hidden=True, declinable=False
    )
    closed_on: Answer[date] = entry(
        mark("Closed on"), ADMINISTRATIVE, hidden=True, declinable=False
    )
    merged_into: Answer[str] = entry(
        mark("Merged into"), ADMINISTRATIVE, refers_to="case", hidden=True, declinable=False
    )
    print_log: tuple[PrintLine, ...] = groups(
        mark("Printed and saved"), ADMINISTRATIVE, hidden=True, made=True
    )


@dataclass(frozen=True, kw_only=True, repr=False)
class Case:
    """One survivor's file; a change makes a new Case, the old one stays as it was."""

    head: CaseHead = field(default_factory=CaseHead)
    client: Client = field(default_factory=Client)
    intake: Intake = field(default_factory=Intake)
    consents: tuple[Consent, ...] = ()
    incidents: tuple[Incident, ...] = ()
    referrals: tuple[Referral, ...] = ()
    tasks: tuple[Task, ...] = ()
    notes: tuple[Note, ...] = ()

    def __repr__(self) -> str:
        return "<Case>"  # never a person's data: this text ends in logs


PARTS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "client": Client,
        "intake": Intake,
        "consents": Consent,
        "incidents": Incident,
        "referrals": Referral,
        "tasks": Task,
        "notes": Note,
    }
)
"""The records of a case by their names in JSON, in the order in which they are shown."""

MANY = frozenset({"consents", "incidents", "referrals", "tasks", "notes"})
"""The parts of which a case may have many."""

LATER = (
    "needs_assessments",
    "risk_assessments",
    "safety_plans",
    "action_plan",
    "services",
    "protective_measures",
    "follow_ups",
    "supervision_reviews",
    "approvals",
    "transfers",
    "closures",
    "attachments",
)
"""The records of the dictionary that do not exist yet: refused by name until they do."""


def records_of(case: Case, part: str) -> tuple[Kept, ...]:
    """Return the records of one part, also where there is only one."""
    found = getattr(case, part)
    return found if part in MANY else (cast(Kept, found),)
