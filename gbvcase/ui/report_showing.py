"""What the page of reports says above its tables: on what they are based, or why there are none."""

from typing import TYPE_CHECKING

from gbvcase.casework.office_figures import OfficeReport, may_see_cases
from gbvcase.casework.publishing import (
    REASONS,
    PublishedReport,
    base_sentence,
    few_sentence,
    reports,
)
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.language import say
from gbvcase.ui.report_choices import PUBLISHED

if TYPE_CHECKING:
    from gbvcase.ui.report_page import ReportPage


def show_office(page: "ReportPage") -> None:
    """Show the office's own exact figures, or those of all offices whose counts are here."""
    office, figures = page.office, page.figures
    assert office is not None
    others = {one.office for one in page.gathering.here} if page.gathering else set()
    if not office.counted:
        figures.show_nothing(
            say(mark("There are no incidents in this period.")),
            say(mark("Change the period")),
            page.period.setFocus,
        )
        if office.left_out or others:
            figures.show_base("", _reasons(office), office.waiting)
            figures.offer_together(len(others), office.of_all)
        return
    based = say(mark("Based on {number} {unit} whose use in figures was agreed to."))
    text = based.format(number=written_number(office.counted, say), unit=office.unit(say))
    if office.of_all:
        all_of_them = say(mark("This office and {number} others together."))
        text = f"{all_of_them.format(number=written_number(len(others), say))} {text}"
    figures.show_base(text, _reasons(office), office.waiting)
    figures.offer_together(len(others), office.of_all)
    may_open = may_see_cases(page.frame.desk) and not office.of_all
    figures.show_grids(office.tables, secret=True, may_open=may_open)


def show_published(page: "ReportPage") -> None:
    """Show what was published of a period, or say that nothing was and whether it may be."""
    made, figures = page.published, page.figures
    if made is None:
        words = (
            mark("This report was not published yet.")
            if page.is_over()
            else mark("This period is not over. Figures are published when it is.")
        )
        publish = say(mark("Publish...")) if page.is_over() else ""
        figures.show_nothing(say(words), publish, page.ask_to_publish)
        return
    if not made.tables:
        figures.show_nothing(few_sentence(say))
        return
    text = f"{base_sentence(made.release, say)} {made.approval(say)}"
    figures.show_base(text, made.exclusions(say), told=True)
    figures.show_grids(made.tables)


def show_release(page: "ReportPage", one: PublishedReport | None) -> None:
    """Show a release of the list: that of one office too, which no choice of the page is for."""
    if one is None or not one.is_standing:
        return
    line, name = one.release.line, one.release.plan.name
    report = max((p.id for p in reports() if name.startswith(p.id)), key=len, default="")
    page.turn_to(report, line.period, PUBLISHED)
    page.take_published(one)


def _reasons(office: OfficeReport) -> list[tuple[str, str]]:
    return [(say(REASONS[name]), written_number(number, say)) for name, number in office.left_out]
