"""The office's own figures: exact, for any days, with the cases behind each; nothing here leaves.

There is no function in this module that writes, prints or hands out what it counts.
"""

from dataclasses import dataclass

from gbvcase.casework.counting import counts_to_hand_over, exact_counts
from gbvcase.casework.desk import Desk
from gbvcase.domain.answers import Exclusion
from gbvcase.domain.codes import Role
from gbvcase.domain.fields import entries_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.own_days import OwnDays, looked_at
from gbvcase.domain.period import Calendar, Period, parse_period
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.population import REASONS
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.shown import UNITS, Grid, grids, office_tables
from gbvcase.reports.tables import Key
from gbvcase.vault.counted_cases import CountedCase, counted_cases, reasons_left_out
from gbvcase.vault.records import load_case

SEES_CASES = frozenset({Role.CASEWORKER, Role.SUPERVISOR, Role.RECEPTION})
MENDED = {
    Exclusion.NO_DATE.value: ("intake", "first_report_date", Intake),
    Exclusion.NO_TYPE.value: ("incidents", "gbv_type", Incident),
    Exclusion.NO_CONSENT.value: ("consents", "", None),
}
"""Where a case is completed that is not counted yet: its part, the field, whose field it is."""


@dataclass(frozen=True)
class OfficeReport:
    """Exact figures for the office's own screen: "nội bộ", never written, printed or copied."""

    plan: ReportPlan
    period: Period | OwnDays
    tables: tuple[Grid, ...]
    counted: int
    left_out: tuple[tuple[str, int], ...]  # the reason, and how many
    of_all: bool = False  # with the counts that other offices have sent

    def unit(self, say: Say) -> str:
        """Return what is counted, as a word."""
        return say(UNITS[self.plan.unit])

    @property
    def waiting(self) -> int:
        """Return how many could be counted if something were filled in."""
        return sum(number for reason, number in self.left_out if reason in MENDED)


@dataclass(frozen=True, kw_only=True, repr=False)
class Behind:
    """One thing behind a figure, or one that is not counted, with what is missing."""

    case_id: str
    record: str
    code: str
    reason: str = ""
    part: str = ""
    field: str = ""

    def __repr__(self) -> str:
        return "<Behind>"

    def said(self, say: Say) -> str:
        """Return why it is not counted; empty for one that is."""
        return say(REASONS[self.reason]) if self.reason else ""

    def missing(self, say: Say) -> str:
        """Return what is missing, if something could be filled in."""
        if self.reason not in MENDED:
            return ""
        record = MENDED[self.reason][2]
        if record is None:
            return say(mark("Consent to use in figures"))
        return next(say(e.about.label) for e in entries_of(record) if e.name == self.field)


def may_see_cases(desk: Desk) -> bool:
    """Tell whether who sits here may go from a figure to its cases."""
    return desk.profile.role in SEES_CASES


def period_looked_at(plan: ReportPlan, code: str) -> Period | OwnDays:
    """Return a period or days of a report by their code; raise NoSuchPeriod if it is none."""
    return looked_at(code, Calendar(plan.calendar))


def count_report(desk: Desk, report: str, period: str) -> OfficeReport:
    """Count one report exactly, for the screen of this office and for nothing else."""
    plan = plan_named(report)
    days = period_looked_at(plan, period)
    counts = exact_counts(desk, plan, days.first, days.last)
    with desk.vault.begin() as db:
        left_out = reasons_left_out(db, plan.unit.value, days.first, days.last)
    return OfficeReport(
        plan,
        days,
        office_tables(counts, plan, days),
        counts.cells[((PERIOD, counts.period),)],
        tuple(sorted(left_out.items(), key=lambda pair: (pair[0] not in MENDED, pair[0]))),
    )


def count_all_offices(desk: Desk, report: str, period: str) -> OfficeReport:
    """Count one report exactly for this office and all whose counts are here, for this screen.

    Whom an office leaves out is counted there. Raises NotAPeriod for days that are no period.
    """
    plan = plan_named(report)
    days = parse_period(period, Calendar(plan.calendar))
    cells = counts_to_hand_over(desk, plan, days.code).cells
    exact = {n: Figure(c, c, c, Status.EXACT) for n, c in cells.items() if (PERIOD, days.code) in n}
    counted = cells[((PERIOD, days.code),)]
    return OfficeReport(plan, days, grids(plan, days.code, exact), counted, (), of_all=True)


def cases_behind(desk: Desk, report: str, period: str, cell: Key) -> tuple[Behind, ...]:
    """Return the incidents that one figure of the office's own screen counts."""
    plan = plan_named(report)
    codes = [(plan.dimension[name], code) for name, code in cell if name != PERIOD]
    return tuple(
        _behind(one)
        for one in _found(desk, plan, period)
        if not one.excluded
        and one.day is not None
        and all(code in dimension.above[dimension.read(one.answers)] for dimension, code in codes)
    )


def not_counted(desk: Desk, report: str, period: str) -> tuple[Behind, ...]:
    """Return the incidents that are left out: those that can be completed first."""
    found = [_behind(o) for o in _found(desk, plan_named(report), period) if o.excluded]
    return tuple(sorted(found, key=lambda one: (one.reason not in MENDED, one.reason, one.code)))


def place_of(desk: Desk, one: Behind) -> tuple[str, str]:
    """Return where in its case an incident is looked at or completed: the tab and the field."""
    if one.part and one.part != "incidents":
        return one.part, one.field
    with desk.vault.begin() as db:
        case = load_case(db, one.case_id)
    numbers = [n for n, incident in enumerate(case.incidents) if incident.id == one.record]
    return (f"incidents{numbers[0]}" if numbers else "overview"), one.field


def _found(desk: Desk, plan: ReportPlan, period: str) -> tuple[CountedCase, ...]:
    days = period_looked_at(plan, period)
    with desk.vault.begin() as db:
        return tuple(counted_cases(db, plan.unit.value, days.first, days.last))


def _behind(one: CountedCase) -> Behind:
    part, field, _ = MENDED.get(one.excluded, ("", "", None))
    return Behind(
        case_id=one.case_id,
        record=one.record,
        code=one.code,
        reason=one.excluded,
        part=part,
        field=field,
    )
