"""What may be counted of an incident: codes and bands, no text, no name, no exact place or age.

An incident that is left out says why, by one reason in a fixed order.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from gbvcase.domain.ages import (
    CHILD_UNDER,
    MINOR_UNDER,
    age_at_incident,
    is_under,
    report_delay_band,
)
from gbvcase.domain.agreement import may_count
from gbvcase.domain.case import Case
from gbvcase.domain.classification import (
    contexts,
    domestic_in_law,
    effective_type,
    is_domestic,
    is_first_point_of_contact,
    number_of_perpetrators,
    perpetrators,
)
from gbvcase.domain.codes import (
    CaseStatus,
    Code,
    Disability,
    GbvType,
    NotAnswered,
    PerpetratorRole,
    ReportedElsewhere,
)
from gbvcase.domain.fields import Band, Record, entries_of, given
from gbvcase.domain.incident import Incident
from gbvcase.domain.people import AllegedPerpetrator
from gbvcase.domain.places import current_of, current_province, former_province, is_urban
from gbvcase.domain.values import PartialDate

AGE_BANDS = (
    (11, "0_11"),
    (15, "12_15"),
    (17, "16_17"),
    (19, "18_19"),
    (24, "20_24"),
    (49, "25_49"),
    (59, "50_59"),
)
OLDEST_BAND = "60_plus"
UNKNOWN = NotAnswered.UNKNOWN.code
NOT_ASKED = ""

AS_CODED = (
    frozenset({"sex", "vulnerability"}),
    frozenset({"referred_from"}),
    frozenset({"pattern", "place_type", "previous_incidents", "reported_elsewhere"})
    | {"setting_online", "time_of_day", "vn_forms"},
)
"""What is counted just as it was answered, of client, intake and incident.

A report needs one more name here for one more of these; who adds it has asked whom it identifies.
"""

Said = str | tuple[str, ...]
"""A code, several codes, or `NOT_ASKED`."""


class Exclusion(Enum):
    """Why an incident is not counted; the first that holds is its reason."""

    VOID = "void"
    MERGED = "merged"
    NO_DATE = "no_date"
    NO_CONSENT = "no_consent"
    KNOWN_TO_MEMBER = "known_to_member"
    NO_TYPE = "no_type"
    NOT_GBV = "not_gbv"


@dataclass(frozen=True, kw_only=True, repr=False)
class CountedIncident:
    """The countable answers of one incident; `client` groups incidents, and never leaves."""

    client: str
    excluded: Exclusion | None
    first_report: date | None
    incident_date: PartialDate | None
    answers: Mapping[str, Said]

    def __repr__(self) -> str:
        return "<CountedIncident>"


def answers_of(case: Case) -> tuple[CountedIncident, ...]:
    """Return what may be counted of each incident of a case, and why one is left out.

    Of an incident that is left out nothing is told but its dates and the reason.
    """
    return tuple(_counted(case, incident) for incident in case.incidents)


def exclusion_of(case: Case, incident: Incident) -> Exclusion | None:
    """Return the reason for which an incident is left out of every table, or None."""
    return next((reason for reason in Exclusion if _EXCLUDES[reason](case, incident)), None)


_EXCLUDES = {
    Exclusion.VOID: lambda case, incident: (
        bool(incident.void or case.client.void) or case.head.status is CaseStatus.VOIDED
    ),
    Exclusion.MERGED: lambda case, incident: case.head.status is CaseStatus.MERGED,
    Exclusion.NO_DATE: lambda case, incident: given(case.intake.first_report_date) is None,
    Exclusion.NO_CONSENT: lambda case, incident: not may_count(case),
    Exclusion.KNOWN_TO_MEMBER: lambda case, incident: (
        incident.reported_elsewhere is ReportedElsewhere.NETWORK_MEMBER
    ),
    Exclusion.NO_TYPE: lambda case, incident: effective_type(incident) is None,
    Exclusion.NOT_GBV: lambda case, incident: effective_type(incident) is GbvType.NON_GBV,
}


def _counted(case: Case, incident: Incident) -> CountedIncident:
    excluded = exclusion_of(case, incident)
    answers = {} if excluded else dict(_answers(case, incident))
    return CountedIncident(
        client=sha256(f"counted:{case.head.id or case.client.id}".encode()).hexdigest(),
        excluded=excluded,
        first_report=given(case.intake.first_report_date),
        incident_date=given(incident.incident_date),
        answers=MappingProxyType(answers),
    )


def age_band(age: int | None) -> str:
    """Return the band in which an age is counted."""
    if age is None:
        return UNKNOWN
    return next((band for last, band in AGE_BANDS if age <= last), OLDEST_BAND)


def _answers(case: Case, incident: Incident) -> Iterator[tuple[str, Said]]:
    client = case.client
    for one, names in zip((client, case.intake, incident), AS_CODED, strict=True):
        yield from coded_answers(one, names)
    age = age_at_incident(case, incident)
    yield "age_band", age_band(age)
    yield "under_16", _truth(is_under(age, CHILD_UNDER))
    yield "under_18", _truth(is_under(age, MINOR_UNDER))
    yield "marital_status", _code(client.marital_status)
    yield "ethnic_group", _group(client.ethnicity)
    yield "disability", _any_disability(client.disability)
    yield "gbv_type", _code(effective_type(incident))
    yield "domestic", _truth(is_domestic(incident))
    yield "domestic_in_law", _truth(domestic_in_law(incident))
    yield "dv_acts", _codes(incident.dv_acts) if is_domestic(incident) else ()
    found = contexts(case, incident)
    yield "contexts", tuple(context.code for context, holds in found.items() if holds)
    yield "contexts_unknown", tuple(c.code for c, holds in found.items() if holds is None)
    band = report_delay_band(case, incident)
    yield "report_delay_band", band.code if band else UNKNOWN
    yield "first_point_of_contact", _truth(is_first_point_of_contact(case))
    yield from _of_place(incident)
    yield from _of_services(incident)
    yield from _of_perpetrators(incident)


def coded_answers(one: Record, names: Container[str]) -> Iterator[tuple[str, Said]]:
    """Yield the named answers of a record as they are counted, which its fields must allow."""
    for entry in entries_of(type(one)):
        if entry.name in names and entry.band is Band.AS_CODED:
            yield entry.key, _codes(getattr(one, entry.name))


def _of_place(incident: Incident) -> Iterator[tuple[str, Said]]:
    place = given(incident.place)
    commune = current_of(place) if place else None
    province = current_province(place) if place else None
    urban = is_urban(place) if place else None
    yield "commune", commune or NOT_ASKED
    yield "province", province or NOT_ASKED
    yield "former_province", (former_province(commune) if commune else None) or NOT_ASKED
    yield "urban", _truth(urban)


def _of_services(incident: Incident) -> Iterator[tuple[str, Said]]:
    matrix = incident.service_matrix
    for entry in entries_of(type(matrix)):
        yield f"service_{entry.name}", _code(getattr(matrix, entry.name))


def _of_perpetrators(incident: Incident) -> Iterator[tuple[str, Said]]:
    number = number_of_perpetrators(incident)
    yield "perpetrators", number.code if number else NOT_ASKED
    primary = primary_perpetrator(incident)
    yield "has_primary", _truth(primary is not None)
    if primary is not None:
        yield "perpetrator_relationship", _code(primary.relationship)
        yield "perpetrator_group", _group(primary.relationship)
        yield "perpetrator_age", _code(primary.age_band)
        yield "perpetrator_sex", _code(primary.sex)
        yield "perpetrator_occupation", _code(primary.occupation)


def primary_perpetrator(incident: Incident) -> AllegedPerpetrator | None:
    """Return the primary alleged perpetrator: the one so named, or the only one there is."""
    people = perpetrators(incident)
    named = [one for one in people if one.role is PerpetratorRole.PRIMARY]
    if len(named) == 1:
        return named[0]
    return people[0] if len(people) == 1 else None


def _code(answer: Any) -> str:
    return answer.code if isinstance(answer, Code) else NOT_ASKED


def _group(answer: Any) -> str:
    return answer.group if isinstance(answer, Code) and answer.group else _code(answer)


def _codes(answer: Any) -> Said:
    if not isinstance(answer, frozenset):
        return _code(answer)
    return tuple(sorted(one.code for one in answer))


def _truth(answer: bool | None) -> str:
    return UNKNOWN if answer is None else ("yes" if answer else "no")


def _any_disability(answer: Any) -> str:
    if not isinstance(answer, frozenset) or not answer:
        return _code(answer)
    return "none" if answer <= {Disability.NONE} else "any"
