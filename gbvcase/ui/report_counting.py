"""What the page of reports counts besides its tables: indicators and targets, beside the screen."""

from typing import TYPE_CHECKING

from gbvcase.casework.desk import Desk
from gbvcase.casework.dividing import Division, division_of, name_here
from gbvcase.casework.gathering import Gathering, gathered
from gbvcase.casework.measures import NetworkRow, OfficeMeasure, network, office_measures
from gbvcase.casework.office_figures import (
    OfficeReport,
    count_all_offices,
    count_report,
    period_looked_at,
)
from gbvcase.casework.publishing import Audience, PublishedReport, ReportPlan, releases
from gbvcase.casework.typed_figures import (
    TargetTable,
    TypedFigure,
    target_table,
    type_figure,
    typed_figures,
)
from gbvcase.domain.marking import mark
from gbvcase.domain.period import Calendar, Period
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.report_targets import FigureDialog

if TYPE_CHECKING:
    from gbvcase.ui.report_page import ReportPage

Counted = tuple[OfficeReport, PublishedReport | None, Gathering | None, Division | None]
Targets = tuple[TargetTable | None, tuple[TypedFigure, ...], tuple[NetworkRow, ...]]


def counted(desk: Desk, plan: ReportPlan, period: str, *, is_period: bool, of_all: bool) -> Counted:
    """Count a report exactly, and find what was published of it and whose counts are here.

    Only a period of the lattice has more than the exact figures of this office.
    """
    if not is_period:
        return count_report(desk, plan.id, period), None, None, None
    of_it = [one for one in releases(desk) if one.release.line.period == period]
    made = [one for one in of_it if one.release.line.plan == plan.id]
    if any(one.release.line.plan.startswith(f"{plan.id}-") for one in of_it):
        named = name_here(desk, plan, period)  # another one where an office had released by itself
        names = {named, *(f"{named}-{audience.value}" for audience in Audience)}
        made = [one for one in of_it if one.id in names] or made
    gathering = gathered(desk, plan.id, period)
    count = count_all_offices if of_all and gathering.here else count_report
    return count(desk, plan.id, period), next(iter(made), None), gathering, division_of(desk)


class Counting:
    """Counts for two views of the page, and keeps the figures that are typed in."""

    def __init__(self, page: "ReportPage") -> None:
        self._page = page

    def measure(self) -> None:
        """Count all indicators in the days that are chosen."""
        page = self._page
        desk, plan, code = page.frame.desk, page.plan(), page.period.code
        days = period_looked_at(plan, code)

        def work(progress: Progress) -> tuple[OfficeMeasure, ...]:
            calendar = Calendar(plan.calendar)
            return office_measures(desk, days.first, days.last, calendar, progress)

        def done(found: tuple[OfficeMeasure, ...]) -> None:
            if page.period.code == code:
                page.measures.show_measures(found)

        page.frame.jobs.start(work, done=done, failed=page.frame.failed)

    def compare(self) -> None:
        """Put what was counted and what was typed in beside the goals of the programmes."""
        page = self._page
        desk, code = page.frame.desk, page.period.code
        days = period_looked_at(page.plan(), code)
        is_period = isinstance(days, Period)

        def work(_progress: Progress) -> Targets:
            if not is_period:
                return None, (), ()
            table = target_table(desk, code, say, exact=True)
            return table, typed_figures(desk, code), network(desk, days.first, days.last)

        def done(found: Targets) -> None:
            if page.period.code == code:
                page.targets.show_targets(*found)

        page.frame.jobs.start(work, done=done, failed=page.frame.failed)

    def type_in(self, about: str) -> None:
        """Ask for a figure and its source, and keep it."""
        page = self._page
        desk, code = page.frame.desk, page.period.code
        dialog = FigureDialog(page, page.targets.figures, about)
        accepted = dialog.exec()
        name, value, source = dialog.chosen(), dialog.value.text(), dialog.source.text()
        dialog.deleteLater()
        if not accepted:
            return

        def work(_progress: Progress) -> TypedFigure:
            return type_figure(desk, name, value, source, code)

        def done(kept: TypedFigure) -> None:
            page.frame.note(say(mark("Kept: {title}")).format(title=kept.wanted.said(say)))
            self.compare()

        page.frame.jobs.start(work, done=done, failed=page.frame.failed)
