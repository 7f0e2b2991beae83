"""From a figure of the office's own screen down to its cases, and to what is missing in others."""

from functools import partial
from typing import TYPE_CHECKING

from gbvcase.casework.office_figures import (
    Behind,
    cases_behind,
    may_see_cases,
    not_counted,
    period_looked_at,
    place_of,
)
from gbvcase.casework.publishing import Cell
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say

if TYPE_CHECKING:
    from gbvcase.ui.report_page import ReportPage


class Drill:
    """Lists cases by their codes, and opens one; nothing of it leaves the page."""

    def __init__(self, page: "ReportPage") -> None:
        self._page = page

    def list_cases(self, cell: Cell) -> None:
        """List the cases behind a figure."""
        page = self._page
        index = page.figures.table.currentIndex()
        name = page.figures.table.figures.named(index.row(), index.column())
        desk, plan, period = page.frame.desk, page.plan().id, page.period.code
        page.frame.jobs.start(
            lambda _progress: cases_behind(desk, plan, period, cell.key),
            done=partial(self._show, name),
            failed=page.frame.failed,
        )

    def list_not_counted(self) -> None:
        """List what is left out, those first that can be completed."""
        page = self._page
        desk, plan, period = page.frame.desk, page.plan().id, page.period.code
        page.frame.jobs.start(
            lambda _progress: not_counted(desk, plan, period),
            done=partial(self._show, say(mark("Not counted, and why"))),
            failed=page.frame.failed,
        )

    def open_case(self, one: Behind) -> None:
        """Go to a case, there where something is to be completed."""
        page = self._page
        if may_see_cases(page.frame.desk):
            tab, field = place_of(page.frame.desk, one)
            page.frame.go("case", case_id=one.case_id, tab=tab, field=field)

    def _show(self, name: str, rows: tuple[Behind, ...]) -> None:
        page = self._page
        days = period_looked_at(page.plan(), page.period.code)
        text = say(mark("{what}, {period}: {number}"))
        heading = text.format(what=name, period=days.name(say), number=len(rows))
        page.stack.setCurrentWidget(page.cases)
        page.cases.show_cases(heading, rows, may_open=may_see_cases(page.frame.desk))
