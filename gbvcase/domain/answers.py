"""What may be counted of an incident: codes and bands, no text, no name, no exact place or age.

An incident that is left out says why, by one reason in a fixed order. What may be counted of the
person, the case, its referrals and tasks is in `counted.py` and beside it.
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
    PerpMeasure,
    ReferralOutcome,
    ReportedElsewhere,
    ServiceStatus,
)
from gbvcase.domain.fields import Band, Record, entries_of, given
from gbvcase.domain.incident import Incident
from gbvcase.domain.people import AllegedPerpetrator
from gbvcase.domain.places import commune as commune_of
from gbvcase.domain.places import current_of, current_province, former_province, is_urban
from gbvcase.domain.values import PartialDate, Place

AGE_BANDS = (
    (11, "0_11"),
    (15, "12_15"),
    (17, "16_17"),
    (19, "18_19"),
    (24, "20_24"),
    (49, "25_49"),
    (59, "50_59"),
)
AGE_GROUPS = (
    *((5, "0_5"), (11, "6_11"), (15, "12_15"), (17, "16_17")),
    *((24, "18_24"), (49, "25_49"), (59, "50_59")),
)
"""The ages of the tables on domestic violence, which ask for children under six apart."""

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

BEFORE = "old_"
"""How the code of a commune begins that lies on the map of before July 2025."""

RECEIVED = frozenset({ReferralOutcome.RECEIVED_FULL, ReferralOutcome.RECEIVED_PARTIAL})
"""The outcomes of a referral that are help; waiting is not."""

GIVEN_SERVICE = frozenset({ServiceStatus.PROVIDED_BY_US, ServiceStatus.ALREADY_RECEIVED})

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
        client=person_of(case),
        excluded=excluded,
        first_report=given(case.intake.first_report_date),
        incident_date=given(incident.incident_date),
        answers=MappingProxyType(answers),
    )


def person_of(case: Case) -> str:
    """Return what tells the things of one person apart from those of others, and nothing else."""
    return sha256(f"counted:{case.head.id or case.client.id}".encode()).hexdigest()


def age_band(age: int | None, bands: tuple[tuple[int, str], ...] = AGE_BANDS) -> str:
    """Return the band in which an age is counted."""
    if age is None:
        return UNKNOWN
    return next((band for last, band in bands if age <= last), OLDEST_BAND)


def _answers(case: Case, incident: Incident) -> Iterator[tuple[str, Said]]:
    client = case.client
    for one, names in zip((client, case.intake, incident), AS_CODED, strict=True):
        yield from coded_answers(one, names)
    age = age_at_incident(case, incident)
    yield "age_band", age_band(age)
    yield "age_group", age_band(age, AGE_GROUPS)
    yield "under_16", truth_said(is_under(age, CHILD_UNDER))
    yield "under_18", truth_said(is_under(age, MINOR_UNDER))
    yield "marital_status", code_said(client.marital_status)
    yield "ethnic_group", group_said(client.ethnicity)
    yield "disability", any_disability(client.disability)
    yield "gbv_type", code_said(effective_type(incident))
    forms = given(incident.vn_forms)
    yield "form_count", ("several" if len(forms) > 1 else "one") if forms else UNKNOWN
    yield "domestic", truth_said(is_domestic(incident))
    yield "domestic_in_law", truth_said(domestic_in_law(incident))
    yield "dv_acts", codes_said(incident.dv_acts) if is_domestic(incident) else ()
    found = contexts(case, incident)
    yield "contexts", tuple(context.code for context, holds in found.items() if holds)
    yield "contexts_unknown", tuple(c.code for c, holds in found.items() if holds is None)
    band = report_delay_band(case, incident)
    yield "report_delay_band", band.code if band else UNKNOWN
    yield "first_point_of_contact", truth_said(is_first_point_of_contact(case))
    yield "handled", handled(case, incident)
    yield from place_said(given(incident.place))
    yield from _of_services(incident)
    yield from _of_perpetrators(incident)


def coded_answers(one: Record, names: Container[str]) -> Iterator[tuple[str, Said]]:
    """Yield the named answers of a record as they are counted, which its fields must allow."""
    for entry in entries_of(type(one)):
        if entry.name in names and entry.band is Band.AS_CODED:
            yield entry.key, codes_said(getattr(one, entry.name))


def place_said(place: Place | None) -> Iterator[tuple[str, Said]]:
    """Yield where a place lies: on the map of today, and on the map of its own day."""
    commune = current_of(place) if place else None
    province = current_province(place) if place else None
    urban = is_urban(place) if place else None
    yield "commune", commune or NOT_ASKED
    yield "commune_then", commune_then(place) if place else NOT_ASKED
    yield "province", province or NOT_ASKED
    yield "former_province", (former_province(commune) if commune else None) or NOT_ASKED
    yield "urban", truth_said(urban)


def commune_then(place: Place) -> str:
    """Return the commune of a place on the map of its own day; one of before is marked as such."""
    found = commune_of(place.commune, place.as_of) if place.commune else None
    if found is None:
        return NOT_ASKED
    return found.code if found.valid_to is None else f"{BEFORE}{found.code}"


def handled(case: Case, incident: Incident) -> str:
    """Tell whether an incident was handled: a measure was decided, or a service given.

    What is only under way is not handled.
    """
    measures = {measure for one in perpetrators(incident) for measure in measures_of(one)}
    matrix = incident.service_matrix
    services = {getattr(matrix, entry.name) for entry in entries_of(type(matrix))}
    helped = any(given(one.outcome) in RECEIVED and not one.void for one in case.referrals)
    if measures or services & GIVEN_SERVICE or helped:
        return "handled"
    return "under_way"


def measures_of(one: AllegedPerpetrator) -> frozenset[PerpMeasure]:
    """Return the measures that were taken towards an alleged perpetrator; none is no measure."""
    taken = {given(line.measure) for line in one.handling}
    return frozenset(m for m in taken if m is not None and m is not PerpMeasure.NO_MEASURE)


def _of_services(incident: Incident) -> Iterator[tuple[str, Said]]:
    matrix = incident.service_matrix
    for entry in entries_of(type(matrix)):
        yield f"service_{entry.name}", code_said(getattr(matrix, entry.name))


def _of_perpetrators(incident: Incident) -> Iterator[tuple[str, Said]]:
    number = number_of_perpetrators(incident)
    yield "perpetrators", number.code if number else NOT_ASKED
    primary = primary_perpetrator(incident)
    yield "has_primary", truth_said(primary is not None)
    if primary is not None:
        yield "perpetrator_relationship", code_said(primary.relationship)
        yield "perpetrator_group", group_said(primary.relationship)
        yield "perpetrator_age", code_said(primary.age_band)
        yield "perpetrator_sex", code_said(primary.sex)
        yield "perpetrator_occupation", code_said(primary.occupation)


def primary_perpetrator(incident: Incident) -> AllegedPerpetrator | None:
    """Return the primary alleged perpetrator: the one so named, or the only one there is."""
    people = perpetrators(incident)
    named = [one for one in people if one.role is PerpetratorRole.PRIMARY]
    if len(named) == 1:
        return named[0]
    return people[0] if len(people) == 1 else None


def code_said(answer: Any) -> str:
    """Return a code as it is counted: `NOT_ASKED` for all else."""
    return answer.code if isinstance(answer, Code) else NOT_ASKED


def group_said(answer: Any) -> str:
    """Return the group of a code, or the code where it has none."""
    return answer.group if isinstance(answer, Code) and answer.group else code_said(answer)


def codes_said(answer: Any) -> Said:
    """Return several codes in order, or one."""
    if not isinstance(answer, frozenset):
        return code_said(answer)
    return tuple(sorted(one.code for one in answer))


def truth_said(answer: bool | None) -> str:
    """Return yes, no or unknown."""
    return UNKNOWN if answer is None else ("yes" if answer else "no")


def any_disability(answer: Any) -> str:
    """Return whether there is a disability, and never which."""
    if not isinstance(answer, frozenset) or not answer:
        return code_said(answer)
    return "none" if answer <= {Disability.NONE} else "any"
