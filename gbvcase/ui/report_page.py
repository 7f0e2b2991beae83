"""Reports: exact figures for this office's own eyes, and protected ones that may leave."""

from typing import Any

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from gbvcase.casework.dividing import Division
from gbvcase.casework.gathering import Gathering
from gbvcase.casework.incident_recorder import PLAN as ROWS_OF
from gbvcase.casework.incident_recorder import Preview
from gbvcase.casework.office_figures import (
    OfficeReport,
    period_looked_at,
)
from gbvcase.casework.publishing import PublishedReport, reports
from gbvcase.domain.marking import mark
from gbvcase.domain.own_days import OwnDays
from gbvcase.ui.language import say
from gbvcase.ui.laying import show_button
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.report_cases import CasesBehind
from gbvcase.ui.report_choices import (
    HISTORY,
    INDICATORS,
    OFFICE,
    OFFICES,
    PUBLISHED,
    TARGETS,
    Choices,
)
from gbvcase.ui.report_counting import Counted, Counting, counted
from gbvcase.ui.report_division import Dividing
from gbvcase.ui.report_drill import Drill
from gbvcase.ui.report_gathering import Offices
from gbvcase.ui.report_handing import Handing
from gbvcase.ui.report_history import ReleasesView
from gbvcase.ui.report_indicators import IndicatorsView
from gbvcase.ui.report_leaving import Leaving
from gbvcase.ui.report_offices import OfficesView
from gbvcase.ui.report_refusal import RefusalStrip
from gbvcase.ui.report_rows import RowsView
from gbvcase.ui.report_showing import show_office, show_published, show_release
from gbvcase.ui.report_targets import TargetsView
from gbvcase.ui.report_view import FiguresView
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Chip, OneAtATime, button, header, scrolling

NOT_OVER = mark("Figures are published for quarters, half-years and years that are over.")


class ReportPage(PageWidget):
    """Views of what the office knows, what was published of it, its targets, and all that left."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.office: OfficeReport | None = None
        self.published: PublishedReport | None = None
        self.gathering: Gathering | None = None
        self.division: Division | None = None
        self._wanted_table = ""
        self._of_all = False  # the counts of other offices with our own
        self._plans = reports()
        self.choices = Choices(self._plans)
        self._report, self.period = self.choices.report, self.choices.period
        self._kind = Chip("", "warn")
        self.figures, self.cases, self.history = FiguresView(), CasesBehind(), ReleasesView()
        self.offices, self.rows = OfficesView(), RowsView()
        self.refusal = RefusalStrip()
        self.publish = button(say(mark("Publish...")), kind="main")
        self.preview = button(say(mark("See and print the report...")))
        self.again = button(say(mark("Write the files again...")))
        self.hand = button(say(mark("Seal and hand over")), "lock")
        self.seal = button(say(mark("Seal and save...")), "lock", kind="main")
        self.footer = (self.hand, self.again, self.preview, self.seal, self.publish)
        for one in self.footer[:-1]:
            show_button(one, False)  # until it is known what is shown
        self.measures, self.targets = IndicatorsView(), TargetsView()
        self.leaving, self.drill, self.counting = Leaving(self), Drill(self), Counting(self)
        self.handing, self.gather, self.dividing = Handing(self), Offices(self), Dividing(self)
        self._lay_out()
        self._connect()
        self._block(True)  # nothing is counted before it is known what
        self._fill_periods()
        self._block(False)

    # --- what the window asks

    def open(self, **where: Any) -> None:
        """Count the last period that is over, or show the view, report and period asked for."""
        usual = OFFICE if where.get("period") else self.view()
        view = PUBLISHED if where.get("published") else where.get("view") or usual
        self.turn_to(where.get("report") or "", where.get("period") or "", view)
        self._wanted_table = where.get("table") or ""
        self.look()

    def turn_to(self, report: str, period: str, view: str) -> None:
        """Choose a report, a period and a view, without counting anything yet."""
        self._block(True)
        row = self._report.findData(report)
        if row >= 0:
            self._report.setCurrentIndex(row)
        self.choices.choose_view(view)
        self._fill_periods()
        self.period.choose(period)
        self._block(False)
        self.stack.setCurrentWidget(self._widget())

    def where(self) -> dict[str, Any]:
        """Return the view, the report and the period that are shown."""
        return {
            "report": self.plan().id,
            "period": self.period.code,
            "view": self.view(),
            "table": self.figures.which.currentData() or "",
        }

    def first_field(self) -> QWidget | None:
        """Return the choice of the period."""
        if self.stack.currentWidget() is self.rows:
            return self.rows.first_field()
        return self.history.first_field() if self.view() == HISTORY else self.period

    def _widget(self) -> QWidget:
        """Return what the view that is chosen shows."""
        others: dict[str, QWidget] = {
            HISTORY: self.history,
            INDICATORS: self.measures,
            TARGETS: self.targets,
            OFFICES: self.offices,
        }
        return others.get(self.view(), self.figures)

    def act(self, key: str) -> bool:
        """Publish, or see the published report before printing; exact figures are not printed."""
        if self.stack.currentWidget() is self.rows and key == "main":
            self._seal_rows()
            return True
        if key == "main" and self.publish.isEnabled() and self.view() in (OFFICE, PUBLISHED):
            self.leaving.ask()
            return True
        if key == "print" and self.view() == PUBLISHED and self.published is not None:
            self.leaving.preview(self.published)
            return True
        if key == "print" and self.view() in (OFFICE, INDICATORS, TARGETS):
            self.frame.note(
                say(mark("Exact figures are not printed. What may leave is published."))
            )
            return True
        if key == "escape" and self.stack.currentWidget() in (self.cases, self.rows):
            self._back_to_figures()
            return True
        return False

    def view(self) -> str:
        """Return which of the views is shown."""
        return self.choices.view()

    def plan(self) -> Any:
        """Return the report that is chosen."""
        return self._plans[max(0, self._report.currentIndex())]

    # --- counting

    def look(self) -> None:
        """Count or read anew what is to be seen, beside the screen."""
        desk, plan, period = self.frame.desk, self.plan(), self.period.code
        self.refusal.hide()
        others = {
            HISTORY: self.leaving.list_releases,
            INDICATORS: self.counting.measure,
            TARGETS: self.counting.compare,
            OFFICES: self.gather.look,
        }
        if self.view() in others:
            others[self.view()]()
            self._show_buttons()
            return
        is_period, of_all = self.is_of_the_lattice(), self._of_all
        self.frame.jobs.start(
            lambda _progress: counted(desk, plan, period, is_period=is_period, of_all=of_all),
            done=self._counted,
            failed=self.frame.failed,
            words=say(mark("Counting...")),
        )

    def _counted(self, found: Counted) -> None:
        office, published, gathering, division = found
        here = (office.plan.id, office.period.code) == (self.plan().id, self.period.code)
        if not here or self.view() not in (OFFICE, PUBLISHED):
            return  # something else was chosen meanwhile
        self.office, self.published = office, published
        self.gathering, self.division = gathering, division
        self.show_figures()

    def is_of_the_lattice(self) -> bool:
        """Tell whether a period is chosen, and not a month or days of the office's own."""
        days = period_looked_at(self.plan(), self.period.code)
        levels = {level.value for level in self.plan().levels}
        return not isinstance(days, OwnDays) and days.level.value in levels

    def is_over(self) -> bool:
        """Tell whether the period that is chosen can be published: it is one, and it is over."""
        days = period_looked_at(self.plan(), self.period.code)
        return self.is_of_the_lattice() and days.last < self.frame.desk.today()

    # --- showing

    def take_published(self, made: PublishedReport) -> None:
        """Show a report that was just published."""
        self.published = made
        self.choices.choose_view(PUBLISHED)
        self.show_figures()

    def show_rows(self, found: Preview) -> None:
        """Show what rows of incidents would leave."""
        text = say(mark("Incidents as rows, {period}"))
        days = period_looked_at(self.plan(), self.period.code)
        self.stack.setCurrentWidget(self.rows)
        self.rows.show_rows(text.format(period=days.name(say)), found)
        self._show_buttons()

    def show_all_offices(self) -> None:
        """Show what all offices have counted together, for the eyes of this one."""
        self._of_all = True
        self.open(report=self.plan().id, period=self.period.code, view=OFFICE)

    def show_figures(self) -> None:
        """Show the figures of the view that is chosen."""
        self._show_buttons()
        if self.stack.currentWidget() not in (self.cases, self.rows):
            self.stack.setCurrentWidget(self.figures)
        if self.view() == OFFICE:
            show_office(self)
        else:
            show_published(self)
        if self._wanted_table:
            self.figures.choose_table(self._wanted_table)
            self._wanted_table = ""

    def _show_buttons(self) -> None:
        view, made = self.view(), self.published
        secret = (say(mark("Only for this office")), "warn")
        chips = {
            PUBLISHED: (say(mark("May leave the office")), "ok") if made else ("", "neutral"),
            HISTORY: ("", "neutral"),
            OFFICES: ("", "neutral"),
        }
        self._kind.show_state(*chips.get(view, secret))
        is_rows = self.stack.currentWidget() is self.rows
        show_button(self.again, view == PUBLISHED and made is not None)
        show_button(self.preview, view == PUBLISHED and made is not None)
        show_button(self.seal, is_rows and self.rows.may_leave() is not None)
        show_button(self.hand, view == OFFICE and self.is_of_the_lattice() and not is_rows)
        show_button(
            self.publish, not is_rows and (view == OFFICE or (view == PUBLISHED and made is None))
        )
        is_over = self.is_over()
        self.publish.setEnabled(view in (OFFICE, PUBLISHED) and is_over)
        self.publish.setToolTip("" if self.publish.isEnabled() else say(NOT_OVER))
        for action in (self._form_action, self._counts_action):
            action.setEnabled(is_over)
        self._rows_action.setVisible(self.plan().id == ROWS_OF)
        self.choices.fit_view()

    # --- laying out

    def _fill_periods(self) -> None:
        self.period.fill(
            self.plan(), self.frame.desk.today(), own=self.view() in (OFFICE, INDICATORS)
        )

    def _turn(self) -> None:
        """Show our own figures instead of those of all offices, or those of all again."""
        self._of_all = not self._of_all
        self.look()

    def _seal_rows(self) -> None:
        found = self.rows.may_leave()
        if found is not None:
            self.handing.rows(found)

    def _take_longer(self, code: str) -> None:
        """Look at the rows of a longer period."""
        self._block(True)
        self.period.choose(code)
        self._block(False)
        self.look()
        self.handing.look_at_rows()

    def _block(self, blocked: bool) -> None:
        for one in (self._report, self.period):
            one.blockSignals(blocked)

    def _change(self, *_given: object) -> None:
        self._block(True)
        self._fill_periods()
        self._block(False)
        self.stack.setCurrentWidget(self._widget())
        self.look()

    def _connect(self) -> None:
        self._report.currentIndexChanged.connect(self._change)
        self.period.changed.connect(self.look)
        self.choices.view_chosen.connect(self._change)
        self.publish.clicked.connect(self.ask_to_publish)
        self.again.clicked.connect(lambda: self.leaving.write_again(self.published))
        self.preview.clicked.connect(lambda: self.leaving.preview(self.published))
        self.refusal.chosen.connect(self.leaving.take_remedy)
        self.refusal.closed.connect(self.refusal.hide)
        self.refusal.lists_wanted.connect(lambda: self.open(**self.where() | {"view": OFFICES}))
        self.figures.cases_wanted.connect(self.drill.list_cases)
        self.figures.left_out_wanted.connect(self.drill.list_not_counted)
        self.figures.together_wanted.connect(self._turn)
        self.cases.chosen.connect(self.drill.open_case)
        self.cases.left.connect(self._back_to_figures)
        self.rows.left.connect(self._back_to_figures)
        self.seal.clicked.connect(self._seal_rows)
        self.rows.period_wanted.connect(self._take_longer)
        self.targets.type_wanted.connect(self.counting.type_in)
        self.history.show_wanted.connect(lambda one: show_release(self, one))
        self.history.files_wanted.connect(self.leaving.write_again)
        self.history.correction_wanted.connect(self.leaving.correct)
        self.history.withdrawal_wanted.connect(self.leaving.withdraw)
        self.history.audit_wanted.connect(self.leaving.audit)
        counts, lists = self.offices.counts, self.offices.lists
        counts.taking_wanted.connect(self.gather.take_in)
        counts.again_wanted.connect(self.gather.try_again)
        counts.known_wanted.connect(self.gather.take_known)
        counts.handing_wanted.connect(self.handing.counts)
        counts.figures_wanted.connect(self.show_all_offices)
        counts.division_wanted.connect(self.dividing.ask)
        lists.comparing_wanted.connect(self.gather.compare)
        lists.joining_wanted.connect(self.gather.join)
        lists.copy_wanted.connect(self.handing.list_of_releases)
        menu = QMenu(self.hand)
        add, hand = menu.addAction, self.handing
        self._form_action = add(say(mark("Exact form for an authority...")), hand.form)
        self._rows_action = add(
            say(mark("Incidents as rows for the network...")), hand.look_at_rows
        )
        self._counts_action = add(say(mark("Counts for the office that adds them...")), hand.counts)
        self.hand.setMenu(menu)

    def _back_to_figures(self) -> None:
        self.stack.setCurrentWidget(self.figures)
        self._show_buttons()

    def ask_to_publish(self) -> None:
        """Ask what must be known before figures leave, and publish."""
        self.leaving.ask()

    def _lay_out(self) -> None:
        own = (self.figures, self.cases, self.rows, self.history)
        self.stack = OneAtATime(*own, self.measures, self.targets, self.offices)
        inner = QVBoxLayout()
        inner.setContentsMargins(space(20), space(12), space(20), space(8))
        inner.setSpacing(space(10))
        inner.addWidget(self.choices)
        inner.addWidget(self.refusal)
        inner.addWidget(self.stack, 1)
        page = QWidget()
        page.setLayout(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header(say(mark("Reports")), self._kind))
        column.addWidget(scrolling(page), 1)

    def buttons(self) -> dict[str, QPushButton]:
        """Return the buttons that choose a view, by its name."""
        return self.choices.views
