"""When a field is needed that is not always needed: the conditions named in the field lines."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from gbvcase.domain.ages import MINOR_UNDER, age_at_registration, may_be_minor
from gbvcase.domain.agreement import ASSENT_FROM
from gbvcase.domain.case import Case
from gbvcase.domain.classification import (
    BY_QUESTION,
    effective_type,
    is_changed_by_hand,
    is_domestic,
)
from gbvcase.domain.codes import (
    ConsentDecision,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    Direction,
    GbvType,
    MaritalStatus,
    ReferralStatus,
    ReportedElsewhere,
    TaskState,
    YesNo,
)
from gbvcase.domain.fields import Entry, Record, given
from gbvcase.domain.intake import UrgentCheck

IN_UNION = frozenset({MaritalStatus.of("married"), MaritalStatus.of("cohabiting")})
NEVER_IN_UNION = MaritalStatus.of("single")
URGENT_QUESTIONS = ("immediate_danger", "medical_emergency", "suicide_risk", "child_unsafe")
VERBAL = frozenset({ConsentForm.VERBAL, ConsentForm.VERBAL_WITNESSED})
DECLINED = frozenset({ReferralStatus.DECLINED_PROVIDER, ReferralStatus.DECLINED_CLIENT})

Condition = Callable[[Case, Any], bool]


def is_minor(case: Case, record: Any = None) -> bool:
    """Tell whether the questions about a child are asked of this survivor."""
    return may_be_minor(case.client, age_at_registration(case))


def _assent(case: Case, consent: Any) -> bool:
    age = age_at_registration(case)
    return is_minor(case) and (age is None or ASSENT_FROM <= age < MINOR_UNDER)


def _ever_in_union(case: Case, client: Any) -> bool:
    status = given(client.marital_status)
    return status is not None and status is not NEVER_IN_UNION


def is_sharing(case: Case, consent: Any) -> bool:
    """Tell whether a consent is about handing information to others, and not refused."""
    return (
        consent.purpose is ConsentPurpose.REFERRAL
        and consent.decision is not ConsentDecision.REFUSED
    )


def is_urgent(check: UrgentCheck) -> bool:
    """Tell whether one of the four urgent questions was answered with yes."""
    return any(getattr(check, question) is YesNo.YES for question in URGENT_QUESTIONS)


def _asked_after(question: str) -> Condition:
    """Return the condition of a question about the type: the first yes ends the asking."""
    earlier = tuple(BY_QUESTION)
    earlier = earlier[: earlier.index(question)] if question in earlier else earlier
    return lambda case, incident: not any(getattr(incident, q) is True for q in earlier)


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {f"ask_{question}": _asked_after(question) for question in (*BY_QUESTION, "is_gbv")}
    | {
        "void": lambda case, record: bool(record.void),
        "no_age": lambda case, client: given(client.age_at_registration) is None,
        "no_dob": lambda case, client: given(client.dob) is None,
        "in_union": lambda case, client: given(client.marital_status) in IN_UNION,
        "ever_in_union": _ever_in_union,
        "under_18": is_minor,
        "caregiver_unsafe": lambda case, client: (
            is_minor(case) and client.caregiver.is_alleged_perpetrator is True
        ),
        "sharing": is_sharing,
        "child_assent": _assent,
        "verbal": lambda case, consent: given(consent.form) in VERBAL,
        "no_consent": lambda case, consent: consent.given_by is ConsentGiver.NONE_EXCEPTION,
        "urgent": lambda case, check: is_urgent(check),
        "type_changed": lambda case, incident: is_changed_by_hand(incident),
        "non_gbv": lambda case, incident: effective_type(incident) is GbvType.NON_GBV,
        "domestic": lambda case, incident: is_domestic(incident),
        "reported_elsewhere": lambda case, incident: (
            given(incident.reported_elsewhere) not in (None, ReportedElsewhere.NO)
        ),
        "referral_in": lambda case, referral: referral.direction is Direction.IN,
        "declined": lambda case, referral: referral.status in DECLINED,
        "task_done": lambda case, task: task.state is TaskState.DONE,
        "task_snoozed": lambda case, task: task.state is TaskState.SNOOZED,
    }
)
"""Each named condition: whether it holds of a case, for the record in which the field stands."""


def is_needed(entry: Entry, case: Case, record: Record) -> bool:
    """Tell whether a field of a record needs an answer before the record counts as complete."""
    if entry.about.condition:
        return CONDITIONS[entry.about.condition](case, record)
    return entry.about.required
