"""What does not fit in a case, and what is still missing: shown as a list, never a wall."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import Enum

from gbvcase.domain.ages import (
    age_at_registration,
    age_on,
    day_registered,
    days_to_report,
    may_be_minor,
)
from gbvcase.domain.agreement import (
    consent_faults,
    consent_state,
    is_review_overdue,
    may_count,
)
from gbvcase.domain.case import MANY, PARTS, Case, records_of
from gbvcase.domain.classification import (
    BY_QUESTION,
    effective_type,
    is_changed_by_hand,
    is_classified,
    is_intake_complete,
    perpetrators,
)
from gbvcase.domain.codes import (
    ConsentPurpose,
    ConsentState,
    GbvType,
    Injury,
    PerpetratorRole,
    ReferralStatus,
)
from gbvcase.domain.conditions import is_needed
from gbvcase.domain.dates import VIETNAM
from gbvcase.domain.errors import Marked
from gbvcase.domain.fields import Record, entries_of, given, is_answered
from gbvcase.domain.incident import Incident
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.people import OLDEST
from gbvcase.domain.values import PartialDate

LONG_DELAY = timedelta(days=5 * 365 + 1)
WAITING = frozenset({ReferralStatus.SENT, ReferralStatus.ACKNOWLEDGED, ReferralStatus.IN_SERVICE})
HURT = frozenset({Injury.MINOR, Injury.MODERATE, Injury.SEVERE, Injury.CRITICAL})


class Level(Enum):
    ERROR = "error"  # blocks registering
    WARNING = "warning"  # may be kept as it is
    MISSING = "missing"  # a hint


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to look at: a marked sentence, and the field it is about."""

    level: Level
    sentence: str
    details: Mapping[str, object] = field(default_factory=dict)
    part: str = ""
    position: int | None = None  # in a part of which there may be many
    field: str = ""  # inside a group: "alleged_perpetrators[1].sex"

    @property
    def where(self) -> str:
        """Return the place as documents name it: ``incidents[0].incident_date``."""
        part = self.part if self.position is None else f"{self.part}[{self.position}]"
        return f"{part}.{self.field}" if self.field else part

    def said(self, say: Say) -> str:
        """Return the sentence in a language."""
        details = {
            name: say(value) if isinstance(value, Marked) else value
            for name, value in self.details.items()
        }
        return say(self.sentence).format(**details)


def findings(case: Case, today: date) -> tuple[Finding, ...]:
    """Return all that does not fit or is missing, the gravest first."""
    found = (
        *_people(case, today),
        *_intake(case, today),
        *_consents(case, today),
        *_incidents(case, today),
        *_referrals(case, today),
        *missing(case),
    )
    return tuple(sorted(found, key=lambda one: list(Level).index(one.level)))


def missing(case: Case) -> Iterator[Finding]:
    """Yield a hint for each field that a complete record needs and that was not answered."""
    for part in PARTS:
        for position, one in enumerate(records_of(case, part)):
            if not one.void:
                place = position if part in MANY else None
                for name, label in _missing_in(case, one):
                    yield Finding(
                        level=Level.MISSING,
                        sentence=mark("“{field}” is not answered yet."),
                        details={"field": Marked(label)},
                        part=part,
                        position=place,
                        field=name,
                    )


def _missing_in(case: Case, one: Record, path: str = "") -> Iterator[tuple[str, str]]:
    for entry in entries_of(type(one)):
        value = getattr(one, entry.name)
        if not entry.about.hidden and is_needed(entry, case, one) and not is_answered(value):
            yield path + entry.key, entry.about.label
        elif entry.is_group and is_answered(value):
            for number, inner in enumerate(value if entry.many else (value,)):
                if not getattr(inner, "void", False):
                    number_shown = f"[{number}]" if entry.many else ""
                    yield from _missing_in(case, inner, f"{path}{entry.key}{number_shown}.")


def _error(part: str, name: str, sentence: str, position: int | None = None) -> Finding:
    return Finding(level=Level.ERROR, sentence=sentence, part=part, position=position, field=name)


def _warning(part: str, name: str, sentence: str, position: int | None = None) -> Finding:
    return replace(_error(part, name, sentence, position), level=Level.WARNING)


def _people(case: Case, today: date) -> Iterator[Finding]:
    birth, said = given(case.client.dob), given(case.client.age_at_registration)
    day = day_registered(case)
    age = age_at_registration(case)
    if age is not None and age > OLDEST:
        yield _error("client", "dob", mark("An age of over 120 years cannot be."))
    if birth is not None and birth.first > today:
        yield _error("client", "dob", mark("The date of birth lies in the future."))
    elif birth is not None and said is not None and day is not None:
        youngest = age_on(birth, PartialDate.of(day))
        oldest = age_on(PartialDate.of(birth.first), PartialDate.of(day))
        if youngest is None or oldest is None or not youngest - 1 <= said <= oldest + 1:
            yield _error(
                "client",
                "age_at_registration",
                mark("The age and the date of birth differ by more than a year."),
            )
    if may_be_minor(case.client, age) and not is_answered(case.client.caregiver):
        yield _warning(
            "client", "caregiver", mark("The survivor is under 18: who cares for her or him?")
        )


def _intake(case: Case, today: date) -> Iterator[Finding]:
    reported, opened = given(case.intake.first_report_date), given(case.head.opened_on)
    if reported is None:
        return
    if reported > today:
        yield _error("intake", "first_report_date", mark("The first report lies in the future."))
    elif opened is not None and reported > opened:
        yield _error(
            "intake",
            "first_report_date",
            mark("The first report is dated after the day on which the case was opened."),
        )


def _consents(case: Case, today: date) -> Iterator[Finding]:
    tonight = datetime.combine(today, time.max, VIETNAM)
    for position, consent in enumerate(case.consents):
        if not consent.void and is_review_overdue(consent, tonight):
            sentence = mark("A second person reviews sharing in immediate danger within 24 hours.")
            yield _warning("consents", "exception", sentence, position)
        if not consent.void and consent_state(case, consent, today) is ConsentState.GIVEN:
            for sentence in consent_faults(case, consent, today):
                yield _warning("consents", "", sentence, position)
    if not may_count(case) and not _was_asked(case, ConsentPurpose.STATISTICS):
        yield _warning("consents", "", mark("Consent to anonymous statistics was not asked yet."))


def _was_asked(case: Case, purpose: ConsentPurpose) -> bool:
    return any(one.purpose is purpose and not one.void for one in case.consents)


def _incidents(case: Case, today: date) -> Iterator[Finding]:
    seen: set[tuple[PartialDate, GbvType]] = set()
    for position, incident in enumerate(case.incidents):
        if incident.void:
            continue
        for level, name, sentence in (
            *_when(case, incident, today),
            *_what(incident),
            *_who(incident),
            *_where(incident),
            *_sectors(incident),
        ):
            yield Finding(
                level=level, sentence=sentence, part="incidents", position=position, field=name
            )
        happened, kind = given(incident.incident_date), effective_type(incident)
        if happened is not None and kind is not None:
            if (happened, kind) in seen:
                yield _warning(
                    "incidents",
                    "incident_date",
                    mark("Another incident of this case has the same date and type."),
                    position,
                )
            seen.add((happened, kind))


Remark = tuple[Level, str, str]  # level, field, sentence


def _when(case: Case, incident: Incident, today: date) -> Iterator[Remark]:
    happened, reported = given(incident.incident_date), given(case.intake.first_report_date)
    if happened is None:
        return
    birth = given(case.client.dob)
    if happened.first > today:
        yield Level.ERROR, "incident_date", mark("The incident lies in the future.")
    elif reported is not None and happened.first > reported:
        yield (
            Level.ERROR,
            "incident_date",
            mark("The incident is dated after the first report about it."),
        )
    elif birth is not None and happened.last < birth.first:
        yield Level.ERROR, "incident_date", mark("The incident is dated before the birth.")
    days = days_to_report(case, incident)
    if days is not None and days > LONG_DELAY.days:
        yield (
            Level.WARNING,
            "incident_date",
            mark("More than 5 years lie between the incident and the first report."),
        )


def _what(incident: Incident) -> Iterator[Remark]:
    kind = effective_type(incident)
    if not is_classified(incident) and not (
        is_changed_by_hand(incident) and given(incident.type_override_reason) is not None
    ):
        yield Level.ERROR, "q1", mark("The questions about the type are not all answered.")
    elif kind is None and not is_changed_by_hand(incident):
        yield (
            Level.WARNING,
            "q1",
            mark("The answers give no type. Go through the six questions with the supervisor."),
        )
    if is_changed_by_hand(incident) and given(incident.type_override_reason) is None:
        yield (
            Level.ERROR,
            "gbv_type",
            mark("The type differs from the answers. Say why, or follow the answers."),
        )
    if incident.is_gbv is False and any(getattr(incident, q) is True for q in BY_QUESTION):
        yield (
            Level.WARNING,
            "is_gbv",
            mark("One of the answers is yes, yet it is said not to be gender-based violence."),
        )
    if kind is GbvType.NON_GBV and given(incident.injury) in HURT:
        yield (
            Level.WARNING,
            "injury",
            mark("Not gender-based violence, but there is an injury. Please look again."),
        )


def _who(incident: Incident) -> Iterator[Remark]:
    people = perpetrators(incident)
    primary = [one for one in people if one.role is PerpetratorRole.PRIMARY]
    if not people and incident.perpetrators_unknown is not True:
        yield (
            Level.ERROR,
            "alleged_perpetrators",
            mark("Record who is said to have done it, or that nothing is known."),
        )
    elif people and incident.perpetrators_unknown is True:
        yield (
            Level.WARNING,
            "perpetrators_unknown",
            mark("It is said that nothing is known, yet an alleged perpetrator is recorded."),
        )
    if len(primary) > 1:
        yield (
            Level.ERROR,
            "alleged_perpetrators",
            mark("Only one alleged perpetrator of an incident can be the primary one."),
        )
    elif people and not primary:
        yield (
            Level.WARNING,
            "alleged_perpetrators",
            mark("Which alleged perpetrator is the primary one?"),
        )


def _where(incident: Incident) -> Iterator[Remark]:
    place = given(incident.place)
    if place is not None and place.province and not place.commune:
        yield Level.WARNING, "place", mark("The place is known only to the province.")


def _sectors(incident: Incident) -> Iterator[Remark]:
    if not is_intake_complete(incident):
        sentence = mark("The services in the seven sectors are not all asked: the intake is open.")
        yield Level.MISSING, "service_matrix", sentence


def _referrals(case: Case, today: date) -> Iterator[Finding]:
    for position, referral in enumerate(case.referrals):
        due = given(referral.feedback_due)
        if (
            not referral.void
            and referral.status in WAITING
            and not referral.feedback
            and due is not None
            and due.date() < today
        ):
            yield _warning(
                "referrals",
                "feedback",
                mark("An answer to this referral is overdue."),
                position,
            )


def errors(case: Case, today: date) -> tuple[Finding, ...]:
    """Return what keeps a case from being registered."""
    return tuple(one for one in findings(case, today) if one.level is Level.ERROR)
