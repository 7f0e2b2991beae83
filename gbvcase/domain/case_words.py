"""A case in a few words, for a screen and for a paper: who, how to make contact, what happened."""

from datetime import date

from gbvcase.domain.ages import age_now
from gbvcase.domain.case import Case
from gbvcase.domain.classification import effective_type
from gbvcase.domain.codes import ContactRule, YesNo
from gbvcase.domain.conditions import URGENT_QUESTIONS
from gbvcase.domain.fields import entry_named, given
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import UrgentCheck
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written

UNKNOWN_CONTACT = mark("It was not asked yet how to make contact safely.")


def name_of(case: Case) -> str:
    """Return the name, or how the person wants to be called, or the code."""
    client = case.client
    called, full = given(client.other_names), given(client.full_name)
    return str(full or called or case.head.code)


def line_about(case: Case, today: date, say: Say) -> str:
    """Return sex, age and commune in one line."""
    client = case.client
    age = age_now(case, today)
    parts = [
        written(client.sex, say) if given(client.sex) else "",
        say(mark("{age} years old")).format(age=age) if age is not None else "",
        written(client.address_current, say) if given(client.address_current) else "",
    ]
    return " - ".join(part for part in parts if part)


def safe_contact(case: Case, say: Say) -> str:
    """Return how to make contact, before any telephone number is read."""
    client = case.client
    rule = given(client.contact_rule)
    parts = [rule.said(say) if isinstance(rule, ContactRule) else say(UNKNOWN_CONTACT)]
    hours, words = given(client.contact_hours), given(client.contact_code_word)
    if rule is ContactRule.NEVER_CONTACT:
        return parts[0]  # hours that were agreed once must not weaken it
    if hours:
        parts.append(str(hours))
    if words:
        parts.append(say(mark("say: “{words}”")).format(words=words))
    return ". ".join(part.rstrip(".") for part in parts)


def urgent_in_words(case: Case, say: Say) -> str:
    """Return which of the urgent questions were answered with yes; empty if none was."""
    check = case.intake.urgent_check
    return ", ".join(
        say(entry_named(UrgentCheck, name).about.label)
        for name in URGENT_QUESTIONS
        if getattr(check, name) is YesNo.YES
    )


def incident_in_words(incident: Incident, say: Say) -> str:
    """Return when, what in general words, and where."""
    kind = effective_type(incident)
    parts = [
        written(incident.incident_date, say) if given(incident.incident_date) else "",
        kind.said(say) if kind else "",
        written(incident.place, say) if given(incident.place) else "",
    ]
    return ", ".join(part for part in parts if part) or say(mark("not described yet"))
