"""What an agency may learn from a referral: never more than consent and profile both allow."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from gbvcase.domain.agreement import consent_for
from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    ConsentException,
    ConsentGiver,
    ContactRule,
    DisclosureLine,
    InfoItem,
    ProviderType,
    Sector,
)
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import (
    EVERY_AGENCY,
    Agency,
    Entry,
    Record,
    Sharing,
    entries_of,
    given,
    is_answered,
)
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral
from gbvcase.domain.sharing import PROFILE
from gbvcase.domain.values import PartialDate

BY_SECTOR = {
    Sector.SHELTER: frozenset({Agency.WOMENS_UNION}),
    Sector.HEALTH: frozenset({Agency.HEALTH}),
    Sector.PSYCHOSOCIAL: frozenset({Agency.SOCIAL}),
    Sector.LEGAL: frozenset({Agency.LEGAL_AID}),
    Sector.POLICE: frozenset({Agency.POLICE}),
    Sector.LIVELIHOOD: frozenset({Agency.WOMENS_UNION, Agency.SOCIAL}),
    Sector.CHILD_PROTECTION: frozenset({Agency.SOCIAL}),
}
BY_PROVIDER = {
    "commune_police": Agency.POLICE,
    "provincial_police": Agency.POLICE,
    "border_post": Agency.POLICE,
    "commune_health": Agency.HEALTH,
    "hospital": Agency.HEALTH,
    "forensic_centre": Agency.HEALTH,
    "legal_aid_centre": Agency.LEGAL_AID,
    "womens_union": Agency.WOMENS_UNION,
    "trusted_address": Agency.WOMENS_UNION,
    "peace_house": Agency.WOMENS_UNION,
    "sunshine_house": Agency.WOMENS_UNION,
    "safe_house": Agency.WOMENS_UNION,
    "shelter": Agency.WOMENS_UNION,
    "dv_support_facility": Agency.WOMENS_UNION,
    "social_assistance": Agency.SOCIAL,
    "social_work_centre": Agency.SOCIAL,
    "commune_culture_social": Agency.SOCIAL,
}


class Why(Enum):
    """Why a line is not on a form."""

    PROFILE = "profile"  # this kind of agency never receives it
    CONSENT = "consent"  # the survivor did not agree to it
    TICK = "tick"  # it needs a tick of its own
    CHOICE = "choice"  # the worker left it out


@dataclass(frozen=True, repr=False)
class Section:
    """The answers of one line of the form: (what it is, the value), in the order of the records."""

    line: DisclosureLine
    answers: tuple[tuple[Entry, Any], ...]
    record: Record

    def __repr__(self) -> str:
        return f"<Section {self.line.code}>"  # never a value: reprs end in logs


@dataclass(frozen=True, repr=False)
class Disclosed:
    """What a referral tells its recipient, and what it does not and why."""

    referral: Referral
    agencies: frozenset[Agency]
    contact_rule: ContactRule | None  # on every form: how to make contact safely
    sections: tuple[Section, ...]
    lines: frozenset[DisclosureLine]  # what is shown, whether or not there is an answer
    withheld: dict[DisclosureLine, Why]

    def __repr__(self) -> str:
        return "<Disclosed>"  # never a value: reprs end in logs


def agencies_of(sector: Sector | None, provider: ProviderType | None = None) -> frozenset[Agency]:
    """Return whose profiles all have to allow what is shown.

    A sector or a kind of provider without a profile of its own gets what every agency may have.
    """
    found = BY_SECTOR.get(sector, EVERY_AGENCY) if sector else EVERY_AGENCY
    if provider is None:
        return found
    agency = BY_PROVIDER.get(provider.code)
    own = frozenset({agency}) if agency else EVERY_AGENCY
    return own if sector is None or sector is Sector.OTHER else found | own


def disclose(
    case: Case, referral: Referral, today: date, provider: ServiceProvider | None = None
) -> Disclosed:
    """Return what a referral shows on a day; ConsentMissing if no consent holds.

    Called anew for each preview, printing and hand-over: a consent may have been withdrawn.
    """
    consent = consent_for(case, referral, today)
    agencies = agencies_of(given(referral.sector), given(provider.type) if provider else None)
    chosen = given(referral.disclosure)
    withheld = {
        line: why
        for line in DisclosureLine
        if (why := _why_not(line, agencies, consent, chosen)) is not None
    }
    lines = frozenset(DisclosureLine) - set(withheld)
    allowed = items_allowed(consent)
    sections = tuple(
        section
        for line in DisclosureLine
        if line in lines
        for section in _sections(case, line, agencies, allowed)
    )
    return Disclosed(
        referral=referral,
        agencies=agencies,
        contact_rule=given(case.client.contact_rule),
        sections=sections,
        lines=lines,
        withheld=withheld,
    )


def items_allowed(consent: Consent) -> frozenset[InfoItem]:
    """Return the items that may be shared: those ticked, or for an exception what saves a life."""
    ticked = given(consent.items_allowed)
    if ticked is not None:
        return ticked
    danger = given(consent.exception.basis) is ConsentException.IMMINENT_DANGER
    if consent.given_by is ConsentGiver.NONE_EXCEPTION and danger:
        return frozenset({InfoItem.IDENTITY, InfoItem.CONTACT, InfoItem.RISK})
    return frozenset()


def offered_lines(
    agencies: frozenset[Agency], consent: Consent
) -> tuple[frozenset[DisclosureLine], frozenset[DisclosureLine]]:
    """Return the lines that may be shown, and those of them that need a tick of their own."""
    allowed = items_allowed(consent)
    fitting = {line: _sharings(line, agencies, allowed) for line in DisclosureLine}
    may = frozenset(line for line, found in fitting.items() if found)
    ticks = frozenset(
        line for line in may if any(one.separate_tick & agencies for one in fitting[line])
    )
    return may, ticks


def _why_not(
    line: DisclosureLine,
    agencies: frozenset[Agency],
    consent: Consent,
    chosen: frozenset[DisclosureLine] | None,
) -> Why | None:
    if not _sharings(line, agencies, frozenset(InfoItem)):
        return Why.PROFILE
    may, ticks = offered_lines(agencies, consent)
    if line not in may:
        return Why.CONSENT
    if line in (ticks if chosen is None else ticks - chosen):
        return Why.TICK
    return Why.CHOICE if chosen is not None and line not in chosen else None


def _sharings(
    line: DisclosureLine, agencies: frozenset[Agency], allowed: frozenset[InfoItem]
) -> list[Sharing]:
    """Return how the fields of a line are shared that these agencies may receive."""
    return [
        sharing
        for sharing in PROFILE
        if sharing.line is line and agencies <= sharing.agencies and sharing.item in allowed
    ]


def _sections(
    case: Case, line: DisclosureLine, agencies: frozenset[Agency], allowed: frozenset[InfoItem]
) -> Iterator[Section]:
    for record in _records(case):
        answers = tuple(
            (entry, _reduced(getattr(record, entry.name), line))
            for entry in entries_of(type(record))
            if (sharing := entry.about.sharing) is not None
            and sharing.line is line
            and agencies <= sharing.agencies
            and sharing.item in allowed
            and is_answered(getattr(record, entry.name))
        )
        if answers:
            yield Section(line, answers, record)


def _reduced(value: Any, line: DisclosureLine) -> Any:
    """Return what is shown of a value: of a date of birth the year."""
    if line is DisclosureLine.PERSON and isinstance(value, PartialDate):
        return PartialDate(value.year)
    return value


def _records(case: Case) -> Iterator[Record]:
    """Yield the records from which a form is drawn, those inside others after them."""
    yield from _with_inner(case.client)
    for incident in case.incidents:
        if not incident.void:
            yield from _with_inner(incident)


def _with_inner(record: Record) -> Iterator[Record]:
    yield record
    for entry in entries_of(type(record)):
        if entry.is_group:
            value = getattr(record, entry.name)
            for inner in value if entry.many else (value,):
                if not getattr(inner, "void", False):
                    yield from _with_inner(inner)
