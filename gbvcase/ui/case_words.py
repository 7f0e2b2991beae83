"""Words about a case that several pages say: who, what was agreed, how far a part has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gbvcase.domain.ages import age_now
from gbvcase.domain.agreement import consent_state
from gbvcase.domain.case import Case, records_of
from gbvcase.domain.checks import Level, findings
from gbvcase.domain.codes import (
    ConsentPurpose,
    ConsentState,
    ContactRule,
    Sector,
)
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import entries_of, given, is_answered
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written
from gbvcase.ui.editing import Around
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame

LAMPS = {
    "empty": mark("not begun"),
    "begun": mark("begun"),
    "done": mark("done"),
    "look": mark("to look at again"),
}


def name_of(case: Case) -> str:
    """Return how the person wants to be called, or the name, or the code."""
    client = case.client
    called, full = given(client.other_names), given(client.full_name)
    return str(full or called or case.head.code)


def line_about(case: Case, today: date) -> str:
    """Return sex, age and commune in one line."""
    client = case.client
    age = age_now(case, today)
    parts = [
        written(client.sex, say) if given(client.sex) else "",
        say(mark("{age} years old")).format(age=age) if age is not None else "",
        written(client.address_current, say) if given(client.address_current) else "",
    ]
    return " - ".join(part for part in parts if part)


def safe_contact(case: Case) -> str:
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
    return ". ".join(parts)


UNKNOWN_CONTACT = mark("It was not asked yet how to make contact safely.")


@dataclass(frozen=True)
class Agreed:
    """What was agreed for one purpose or one recipient."""

    what: str
    state: str  # in words
    kind: str  # ok, bad, neutral


def agreements(case: Case, today: date) -> tuple[Agreed, ...]:
    """Return what was agreed: to the support, to being counted, to sharing with each sector."""
    said = [
        _agreed(case, today, purpose.said(say), _latest(case, purpose))
        for purpose in (ConsentPurpose.SERVICES, ConsentPurpose.STATISTICS)
    ]
    sharing = [c for c in case.consents if c.purpose is ConsentPurpose.REFERRAL and not c.void]
    sectors = {s for c in sharing if isinstance(s := given(c.recipient_sector), Sector)}
    for sector in sorted(sectors, key=list(Sector).index):
        latest = [c for c in sharing if c.recipient_sector is sector][-1]
        said.append(_agreed(case, today, sector.said(say), latest))
    return tuple(said)


def _latest(case: Case, purpose: ConsentPurpose) -> Consent | None:
    found = [one for one in case.consents if one.purpose is purpose and not one.void]
    return found[-1] if found else None


def _agreed(case: Case, today: date, what: str, consent: Consent | None) -> Agreed:
    if consent is None:
        return Agreed(what, say(mark("not asked")), "neutral")
    state = consent_state(case, consent, today)
    kinds = {ConsentState.GIVEN: "ok", ConsentState.DRAFT: "warn"}
    return Agreed(what, state.said(say), kinds.get(state, "bad"))


def lamp_of(case: Case, part: str, today: date, position: int | None = None) -> str:
    """Return how far a part has come: empty, begun, done, or look; a skipped answer counts."""
    records = records_of(case, part)
    if position is not None:
        records = records[position : position + 1]
    found = [
        one
        for one in findings(case, today)
        if one.part == part and position in (None, one.position)
    ]
    if any(one.level is not Level.MISSING for one in found):
        return "look"
    answered = any(
        is_answered(getattr(record, entry.name)) and getattr(record, entry.name) != entry.empty
        for record in records
        for entry in entries_of(type(record))
        if not entry.about.hidden
    )
    if not answered:
        return "empty"
    return "begun" if found else "done"


def around_case(frame: Frame, case: Case, directory: Mapping[str, str]) -> Around:
    """Return what the forms of a case may refer to: providers, the worker, consents."""
    worker = frame.desk.worker
    return Around(
        now=frame.desk.now,
        choices={
            "provider": tuple(directory.items()),
            "worker": ((worker, worker),),
            "consent": tuple((str(c.id), c.id or "") for c in case.consents),
        },
    )
