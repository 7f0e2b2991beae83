"""How old somebody is on a day, when both may be known only in part."""

from datetime import date

from gbvcase.domain.case import Case
from gbvcase.domain.codes import ReportDelayBand
from gbvcase.domain.fields import given
from gbvcase.domain.incident import Incident
from gbvcase.domain.people import Client
from gbvcase.domain.values import PartialDate

CHILD_UNDER = 16  # [legal] trẻ em, Law on Children 2016, Article 1
MINOR_UNDER = 18  # [legal] người chưa thành niên, Civil Code 2015, Article 21

DELAY_BANDS = (
    (3, ReportDelayBand.D0_3),
    (5, ReportDelayBand.D4_5),
    (14, ReportDelayBand.D6_14),
    (30, ReportDelayBand.D15_30),
    (90, ReportDelayBand.D31_90),
    (365, ReportDelayBand.D91_365),
)


def age_on(birth: PartialDate, day: PartialDate) -> int | None:
    """Return the age that is certainly reached on a day; None if the day is before the birth.

    Where the day of birth is not known, it is taken to be the last possible one, as criminal
    procedure does for people who may be under age [legal: Code 2015, Article 417].
    """
    years = whole_years(birth.last, day.first)
    if years < 0:
        return 0 if birth.first <= day.last else None
    return years


def whole_years(start: date, end: date) -> int:
    """Return the whole years between two days, negative if the second is the earlier one."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def day_registered(case: Case) -> date | None:
    """Return the day on which the age of the survivor was asked."""
    head = case.head
    reported = given(case.intake.first_report_date)
    return given(head.registered_on) or reported or given(head.opened_on)


def age_at_registration(case: Case) -> int | None:
    """Return the age when registered: from the date of birth, else as it was said."""
    birth, day = given(case.client.dob), day_registered(case)
    if birth is not None and day is not None:
        return age_on(birth, PartialDate.of(day))
    return given(case.client.age_at_registration)


def age_at_incident(case: Case, incident: Incident) -> int | None:
    """Return the age when it happened, or None if it cannot be computed."""
    happened = given(incident.incident_date)
    if happened is None:
        return None
    birth = given(case.client.dob)
    if birth is not None:
        return age_on(birth, happened)
    return _age_from_said(case, happened)


def age_now(case: Case, today: date) -> int | None:
    """Return the age on a day, from whatever is known of it."""
    birth = given(case.client.dob)
    if birth is not None:
        return age_on(birth, PartialDate.of(today))
    return _age_from_said(case, PartialDate.of(today))


def _age_from_said(case: Case, day: PartialDate) -> int | None:
    said, asked = given(case.client.age_at_registration), day_registered(case)
    if said is None or asked is None:
        return said
    if day.first <= asked:
        age = said - whole_years(day.first, asked)
    else:
        age = said + whole_years(asked, day.first)
    return age if age >= 0 else None


def is_under(age: int | None, limit: int) -> bool | None:
    """Tell whether an age is under a limit; None if the age is not known."""
    return None if age is None else age < limit


def may_be_minor(client: Client, age: int | None) -> bool:
    """Tell whether the rules for children apply: under 18, or unknown with a child's answers."""
    if age is not None:
        return age < MINOR_UNDER
    child_block = (client.child_status, client.school_status, client.lives_alone)
    return any(given(answer) is not None for answer in child_block)


def days_to_report(case: Case, incident: Incident) -> int | None:
    """Return the days from the incident to the first report; negative if they are in disorder."""
    happened, reported = given(incident.incident_date), given(case.intake.first_report_date)
    if happened is None or happened.exact is None or reported is None:
        return None
    return (reported - happened.exact).days


def report_delay_band(case: Case, incident: Incident) -> ReportDelayBand | None:
    """Return the band of the delay; a missing or negative delay has none."""
    days = days_to_report(case, incident)
    if days is None or days < 0:
        return None
    return next((band for most, band in DELAY_BANDS if days <= most), ReportDelayBand.D366_PLUS)
