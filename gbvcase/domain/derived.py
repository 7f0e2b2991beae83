"""What the program works out of a case: shown beside it, never typed and never read back."""

from datetime import date
from typing import Any

from gbvcase.domain.ages import (
    CHILD_UNDER,
    MINOR_UNDER,
    age_at_incident,
    age_at_registration,
    days_to_report,
    is_under,
    report_delay_band,
)
from gbvcase.domain.agreement import consent_state
from gbvcase.domain.case import Case
from gbvcase.domain.checks import findings
from gbvcase.domain.classification import (
    SEXUAL,
    contexts,
    domestic_in_law,
    effective_type,
    is_domestic,
    is_first_point_of_contact,
    number_of_perpetrators,
    type_from_answers,
)
from gbvcase.domain.codes import CaseStatus, Code, GbvType
from gbvcase.domain.consequences import is_made_by_rule
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.fields import given
from gbvcase.domain.gates import may_open, status_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.marking import Say
from gbvcase.domain.prints import PrintLine
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import dues, referral_status
from gbvcase.domain.speaking import LANGUAGES, speaker
from gbvcase.domain.task_states import is_overdue, is_soon
from gbvcase.domain.tasks import Task


def derived_of(case: Case, today: date) -> dict[str, Any]:
    """Return what stands under `derived` in the document of a case."""
    status = status_of(case)
    age = age_at_registration(case)
    return {
        "id": case.head.id,
        "client_code": given(case.head.code),
        "case_status": status.code,
        "case_status_label": _in_both(status),
        "case_step": _code(case.head.step),
        "opened_on": _day(case.head.opened_on),
        "registered_on": _day(case.head.registered_on),
        "owner": given(case.head.owner),
        "client": {
            "id": case.client.id,
            "age_at_registration": age,
            "under_16": is_under(age, CHILD_UNDER),
            "under_18": is_under(age, MINOR_UNDER),
        },
        "intake": {
            "id": case.intake.id,
            "first_point_of_contact": is_first_point_of_contact(case),
        },
        "consents": [
            {"id": one.id, "state": consent_state(case, one, today).code} for one in case.consents
        ],
        "incidents": [_incident(case, one) for one in case.incidents],
        "referrals": [_referral(one) for one in case.referrals],
        "tasks": [_task(one, today) for one in case.tasks],
        "notes": [{"id": one.id, "by": one.created_by} for one in case.notes],
        "print_log": [_print(line) for line in case.head.print_log],
        "findings": [
            {
                "level": one.level.value,
                "where": one.where,
                "sentence": {name: one.said(say) for name, say in _speakers().items()},
            }
            for one in findings(case, today)
        ],
        "needed_to_open": [
            _said(need) for need in (may_open(case, today) if status is CaseStatus.DRAFT else ())
        ],
    }


def _speakers() -> dict[str, Say]:
    return {language: speaker(language) for language in LANGUAGES}


def _said(error: GbvcaseError) -> dict[str, str]:
    return {name: error.said(say) for name, say in _speakers().items()}


def _in_both(code: Code) -> dict[str, str]:
    return {name: code.said(say) for name, say in _speakers().items()}


def _code(answer: Any) -> str | None:
    return answer.code if isinstance(answer, Code) else None


def _day(answer: Any) -> str | None:
    return answer.isoformat() if isinstance(answer, date) else None


def _incident(case: Case, incident: Incident) -> dict[str, Any]:
    age = age_at_incident(case, incident)
    kind = effective_type(incident)
    found = contexts(case, incident)
    return {
        "id": incident.id,
        "incident_code": given(incident.incident_code) or _short(incident.id),
        "gbv_type": _code(kind),
        "gbv_type_by_answers": _code(type_from_answers(incident)),
        "age_at_incident": age,
        "under_16_at_incident": is_under(age, CHILD_UNDER),
        "under_18_at_incident": is_under(age, MINOR_UNDER),
        "days_to_report": days_to_report(case, incident),
        "report_delay_band": _code(report_delay_band(case, incident)),
        "number_of_perpetrators": _code(number_of_perpetrators(incident)),
        "domestic": is_domestic(incident),
        "domestic_in_law": domestic_in_law(incident),
        "contexts": {context.code: holds for context, holds in found.items()},
        "child_sexual_abuse_under_16": is_under(age, CHILD_UNDER) if kind in SEXUAL else False,
        "early_marriage_under_18": (
            is_under(age, MINOR_UNDER) if kind is GbvType.FORCED_MARRIAGE else False
        ),
        "alleged_perpetrators": [{"id": one.id} for one in incident.alleged_perpetrators],
    }


def _short(record_id: str | None) -> str | None:
    return f"VV-{record_id[:8].upper()}" if record_id else None


def _referral(referral: Referral) -> dict[str, Any]:
    due = dues(referral)
    return {
        "id": referral.id,
        "referral_no": given(referral.referral_no),
        "status": referral_status(referral).code,
        "ack_due": due[0].isoformat() if due else None,
        "feedback_due": due[1].isoformat() if due else None,
        "print_log": [_print(line) for line in referral.print_log],
        "feedback": [{"id": one.id} for one in referral.feedback],
    }


def _print(line: PrintLine) -> dict[str, Any]:
    at = given(line.at)
    return {
        "at": at.isoformat() if at else None,
        "by": given(line.by),
        "paper": _code(line.paper),
        "purpose": _code(line.purpose),
        "saved": given(line.saved),
        "copies": given(line.copies),
        "destroyed": given(line.destroyed),
    }


def _task(task: Task, today: date) -> dict[str, Any]:
    return {
        "id": task.id,
        "kind": _code(task.kind),
        "state": _code(task.state),
        "due": _day(task.due),
        "assignee": given(task.assignee),
        "made_by_rule": is_made_by_rule(task),
        "soon": is_soon(task, today),
        "overdue": is_overdue(task, today),
    }
