"""Everything of a case that may be counted, by unit: incidents, people, cases, referrals, tasks.

Units are never mixed in a table. Each thing has one day by which it belongs to a period, so that
quarters add up to years, and the base population is the same for all of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from gbvcase.domain.ages import age_at_incident, age_at_registration
from gbvcase.domain.agreement import may_count
from gbvcase.domain.answers import (
    AGE_GROUPS,
    AS_CODED,
    NOT_ASKED,
    UNKNOWN,
    Exclusion,
    Said,
    age_band,
    answers_of,
    any_disability,
    code_said,
    coded_answers,
    codes_said,
    exclusion_of,
    group_said,
    person_of,
    place_said,
    truth_said,
)
from gbvcase.domain.case import Case
from gbvcase.domain.classification import contexts, effective_type, is_domestic
from gbvcase.domain.codes import CaseStatus, ReportedElsewhere
from gbvcase.domain.counted_help import help_answers
from gbvcase.domain.counted_perpetrators import perpetrators_told
from gbvcase.domain.counted_referrals import referrals_told, sent_of, tasks_told
from gbvcase.domain.fields import given
from gbvcase.domain.incident import Incident

OPEN_DAYS = ((30, "0_30"), (90, "31_90"), (180, "91_180"))
LONGEST = "181_plus"
MOST_TOLD = 3  # referrals of a case that are told apart

OF_EVERY_THING = (
    *("sex", "age_band", "age_group", "ethnic_group", "disability", "gbv_type"),
    *("commune", "urban", "referred_from"),
)
"""What of the person is counted with a case, a closing or a referral too."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Counted:
    """The countable answers of one thing.

    `client` groups the things of one person, `actor` is the worker it belongs to; neither leaves
    the vault. `first` and `last` are the days between which it happened, or lasted: a case that is
    still open has no last one.
    """

    unit: str
    record: str
    client: str
    day: date | None
    excluded: Exclusion | None = None
    actor: str = ""
    first: date | None = None
    last: date | None = None
    answers: Mapping[str, Said] = field(default_factory=dict)

    def __repr__(self) -> str:
        return "<Counted>"


def counted_of(case: Case) -> tuple[Counted, ...]:
    """Return everything of a case that may be counted, and what is left out with its reason."""
    return tuple(_counted_of(case))


def left_to_sender(case: Case) -> Case:
    """Return a case as it is where another member of the network counts the person.

    None of its incidents is counted here, and none that is added later; its services are.
    """
    known = ReportedElsewhere.NETWORK_MEMBER
    incidents = tuple(replace(one, reported_elsewhere=known) for one in case.incidents)
    return replace(case, incidents=incidents)


def is_left_to_sender(case: Case) -> bool:
    """Tell whether all that was recorded of a case is counted by another member of the network."""
    known = ReportedElsewhere.NETWORK_MEMBER
    return bool(case.incidents) and all(i.reported_elsewhere is known for i in case.incidents)


def _counted_of(case: Case) -> Iterator[Counted]:
    client, actor = person_of(case), given(case.head.owner) or case.head.created_by or ""
    incidents = tuple(_incidents(case, client))
    yield from incidents
    first = next((one for one in case.incidents if exclusion_of(case, one) is None), None)
    reason = _why_not(case)
    reported = given(case.intake.first_report_date)
    no_incident = reason or _why_no_incident(case)

    def told(  # noqa: PLR0913 - all that is known of a thing
        unit: str,
        record: str,
        day: date | None,
        answers: Iterable[tuple[str, Said]],
        *,
        left_out: Exclusion | None = reason,
        span: tuple[date | None, date | None] = (None, None),
        who: str = actor,
    ) -> Counted:
        return Counted(
            unit=unit,
            record=record,
            client=client,
            actor=who,
            day=day,
            excluded=left_out or (Exclusion.NO_DATE if day is None else None),
            first=span[0],
            last=span[1],
            answers=MappingProxyType({} if left_out or day is None else dict(answers)),
        )

    everything = dict(_of_person(case, first))
    all_of_it = (*everything.items(), *help_answers(case))
    yield told("people", "", reported, all_of_it, left_out=no_incident)
    person = {name: everything[name] for name in OF_EVERY_THING}
    for name, one in perpetrators_told(case):
        yield told("perpetrators", name, reported, one, left_out=no_incident)
    opened = given(case.head.registered_on)
    if opened is not None:
        ended = given(case.head.closed_on)
        about = (*person.items(), *_of_case(case))
        yield told("cases", "", opened, about, span=(opened, ended))
        for unit, number, at, days in _turns(case, opened):
            yield told(unit, f"{number}", at, (*person.items(), ("days_open", days)))
    for unit, name, day, one, due in referrals_told(case):
        yield told(unit, name, day, (*person.items(), *one), span=due)
    stays = reason if reason in (Exclusion.VOID, Exclusion.MERGED) else None
    for name, day, who, one in tasks_told(case):
        yield told("tasks", name, day, one, left_out=stays, span=(None, day), who=who)


def _incidents(case: Case, client: str) -> Iterator[Counted]:
    for incident, counted in zip(case.incidents, answers_of(case), strict=True):
        happened = counted.incident_date
        yield Counted(
            unit="incidents",
            record=str(incident.id or ""),
            client=client,
            day=counted.first_report,
            excluded=counted.excluded,
            first=happened.first if happened else None,
            last=happened.last if happened else None,
            answers=counted.answers,
        )


def _why_not(case: Case) -> Exclusion | None:
    """Return why nothing of a case is counted, whatever happened in it."""
    if case.client.void or case.head.status is CaseStatus.VOIDED:
        return Exclusion.VOID
    if case.head.status is CaseStatus.MERGED:
        return Exclusion.MERGED
    return None if may_count(case) else Exclusion.NO_CONSENT


def _why_no_incident(case: Case) -> Exclusion | None:
    """Return why none of the incidents of a case is counted; None if one is."""
    reasons = [exclusion_of(case, incident) for incident in case.incidents]
    if None in reasons:
        return None
    return next((reason for reason in reasons if reason), Exclusion.NO_TYPE)


def _of_person(case: Case, first: Incident | None) -> Iterator[tuple[str, Said]]:
    """Yield what is counted of the person: the same, whatever unit it is a characteristic of."""
    client = case.client
    yield from coded_answers(client, AS_CODED[0])
    yield from coded_answers(case.intake, AS_CODED[1])
    age = age_at_incident(case, first) if first else None
    if age is None:
        age = age_at_registration(case)
    yield "age_band", age_band(age)
    yield "age_group", age_band(age, AGE_GROUPS)
    yield "marital_status", code_said(client.marital_status)
    yield "ethnic_group", group_said(client.ethnicity)
    yield "disability", any_disability(client.disability)
    yield "gbv_type", code_said(effective_type(first)) if first else UNKNOWN
    yield from _of_incidents(case)
    yield from place_said(given(client.address_current))


def _of_incidents(case: Case) -> Iterator[tuple[str, Said]]:
    """Yield what the counted incidents of a person are, taken together."""
    some = [one for one in case.incidents if exclusion_of(case, one) is None]
    forms = {code for one in some for code in given(one.vn_forms) or ()}
    yield "vn_forms", codes_said(frozenset(forms)) if forms else NOT_ASKED
    yield "domestic", truth_said(any(is_domestic(one) for one in some)) if some else UNKNOWN
    found = [contexts(case, one) for one in some]
    yield "contexts", tuple(sorted({c.code for one in found for c, yes in one.items() if yes}))


def _of_case(case: Case) -> Iterator[tuple[str, Said]]:
    sent = len(sent_of(case))
    yield "referrals", str(sent) if sent < MOST_TOLD else f"{MOST_TOLD}_plus"
    yield "reopened", truth_said(any(turn[0] == "reopenings" for turn in _turns(case, None)))


def _turns(case: Case, opened: date | None) -> Iterator[tuple[str, int, date, str]]:
    """Yield each closing and each reopening of a case: unit, number, day, how long it was open."""
    found = 0
    since = opened
    for number, line in enumerate(case.head.status_history):
        at = given(line.at)
        if not isinstance(at, datetime):
            continue
        if line.to == CaseStatus.CLOSED.code:
            found += 1
            yield "closings", number, at.date(), days_open(since, at.date())
        elif line.from_ == CaseStatus.CLOSED.code and line.to == CaseStatus.OPEN.code:
            since = at.date()
            yield "reopenings", number, since, NOT_ASKED
    closed = given(case.head.closed_on)
    if closed is not None and not found:  # a file that came with its end and without its history
        yield "closings", len(case.head.status_history), closed, days_open(opened, closed)


def days_open(opened: date | None, closed: date) -> str:
    """Return the band of the days for which a case was open; none if the days are in disorder."""
    if opened is None or closed < opened:
        return UNKNOWN
    days = (closed - opened).days
    return next((band for most, band in OPEN_DAYS if days <= most), LONGEST)
