"""Reports: exact figures for this office's own eyes, and protected ones that may leave."""

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.office_figures import (
    OfficeReport,
    count_report,
    may_see_cases,
    period_looked_at,
)
from gbvcase.casework.publishing import (
    REASONS,
    PublishedReport,
    base_sentence,
    few_sentence,
    releases,
    reports,
)
from gbvcase.domain.marking import mark
from gbvcase.domain.own_days import OwnDays
from gbvcase.domain.text import written_number
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_one_or_two_lines, show_button
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.report_cases import CasesBehind
from gbvcase.ui.report_counting import Counting
from gbvcase.ui.report_drill import Drill
from gbvcase.ui.report_history import ReleasesView
from gbvcase.ui.report_indicators import IndicatorsView
from gbvcase.ui.report_leaving import Leaving
from gbvcase.ui.report_periods import PeriodBox
from gbvcase.ui.report_refusal import RefusalStrip
from gbvcase.ui.report_targets import TargetsView
from gbvcase.ui.report_view import FiguresView
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Chip, button, header, scrolling

NARROW, WIDE = 760, 1280
OFFICE, PUBLISHED, HISTORY = "office", "published", "history"
INDICATORS, TARGETS = "indicators", "targets"
VIEWS = (
    (OFFICE, mark("For the office")),
    (PUBLISHED, mark("Published")),
    (INDICATORS, mark("Indicators")),
    (TARGETS, mark("Targets")),
    (HISTORY, mark("Releases")),
)


class ReportPage(PageWidget):
    """Views of what the office knows, what was published of it, its targets, and all that left."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._office: OfficeReport | None = None
        self._published: PublishedReport | None = None
        self._wanted_table = ""
        self._plans = reports()
        self._report = CalmComboBox()
        self.period = PeriodBox()
        self._kind = Chip("", "warn")
        self.figures, self.cases, self.history = FiguresView(), CasesBehind(), ReleasesView()
        self.refusal = RefusalStrip()
        self._views = {name: button(say(text), kind="segment") for name, text in VIEWS}
        self.publish = button(say(mark("Publish...")), kind="main")
        self.preview = button(say(mark("See and print the report...")))
        self.again = button(say(mark("Write the files again...")))
        self.footer = (self.again, self.preview, self.publish)
        self.measures, self.targets = IndicatorsView(), TargetsView()
        self.leaving, self.drill, self.counting = Leaving(self), Drill(self), Counting(self)
        self._lay_out()
        self._connect()
        self._block(True)  # nothing is counted before it is known what
        for plan in self._plans:
            self._report.addItem(plan.said(say), plan.id)
        self._views[OFFICE].setChecked(True)
        self._fill_periods()
        self._block(False)

    # --- what the window asks

    def open(self, **where: Any) -> None:
        """Count the last period that is over, or show the view, report and period asked for."""
        self._block(True)
        row = self._report.findData(where.get("report"))
        if row >= 0:
            self._report.setCurrentIndex(row)
        usual = OFFICE if where.get("period") else self.view()
        view = PUBLISHED if where.get("published") else where.get("view") or usual
        self._views[view].setChecked(True)
        self._fill_periods()
        self.period.choose(where.get("period") or "")
        self._block(False)
        self._wanted_table = where.get("table") or ""
        self.stack.setCurrentWidget(self._widget())
        self.look()

    def where(self) -> dict[str, Any]:
        """Return the view, the report and the period that are shown."""
        return {
            "report": self.plan().id,
            "period": self.period.code,
            "view": self.view(),
            "table": self.figures.which.currentData() or "",
        }

    def first_field(self) -> QWidget:
        """Return the choice of the period."""
        return self.history.table if self.view() == HISTORY else self.period

    def _widget(self) -> QWidget:
        """Return what the view that is chosen shows."""
        others = {HISTORY: self.history, INDICATORS: self.measures, TARGETS: self.targets}
        return others.get(self.view(), self.figures)

    def act(self, key: str) -> bool:
        """Publish, or see the published report before printing; exact figures are not printed."""
        if key == "main" and self.publish.isEnabled() and self.view() in (OFFICE, PUBLISHED):
            self.leaving.ask()
            return True
        if key == "print" and self.view() == PUBLISHED and self._published is not None:
            self.leaving.preview(self._published)
            return True
        if key == "escape" and self.stack.currentWidget() is self.cases:
            self.stack.setCurrentWidget(self.figures)
            return True
        return False

    def view(self) -> str:
        """Return which of the views is shown."""
        return next((n for n, one in self._views.items() if one.isChecked()), OFFICE)

    def plan(self) -> Any:
        """Return the report that is chosen."""
        return self._plans[max(0, self._report.currentIndex())]

    # --- counting

    def look(self) -> None:
        """Count or read anew what is to be seen, beside the screen."""
        desk, plan, period = self.frame.desk, self.plan().id, self.period.code
        self.refusal.hide()
        others = {
            HISTORY: self.leaving.list_releases,
            INDICATORS: self.counting.measure,
            TARGETS: self.counting.compare,
        }
        if self.view() in others:
            others[self.view()]()
            self._show_buttons()
            return

        def work(_progress: Progress) -> tuple[OfficeReport, PublishedReport | None]:
            made = (
                one
                for one in releases(desk)
                if (one.release.line.plan, one.release.line.period) == (plan, period)
            )
            return count_report(desk, plan, period), next(made, None)

        self.frame.jobs.start(work, done=self._counted, failed=self.frame.failed)

    def _counted(self, found: tuple[OfficeReport, PublishedReport | None]) -> None:
        office, published = found
        here = (office.plan.id, office.period.code) == (self.plan().id, self.period.code)
        if not here or self.view() not in (OFFICE, PUBLISHED):
            return  # something else was chosen meanwhile
        self._office, self._published = office, published
        self.show_figures()

    def is_over(self) -> bool:
        """Tell whether the period that is chosen can be published: it is one, and it is over."""
        days = period_looked_at(self.plan(), self.period.code)
        if isinstance(days, OwnDays):
            return False
        levels = {level.value for level in self.plan().levels}
        return days.level.value in levels and days.last < self.frame.desk.today()

    # --- showing

    def take_published(self, made: PublishedReport) -> None:
        """Show a report that was just published."""
        self._published = made
        self._views[PUBLISHED].setChecked(True)
        self.show_figures()

    def show_figures(self) -> None:
        """Show the figures of the view that is chosen."""
        self._show_buttons()
        if self.stack.currentWidget() is not self.cases:
            self.stack.setCurrentWidget(self.figures)
        if self.view() == OFFICE:
            self._show_office()
        else:
            self._show_published()
        if self._wanted_table:
            self.figures.choose_table(self._wanted_table)
            self._wanted_table = ""

    def _show_office(self) -> None:
        office = self._office
        assert office is not None
        if not office.counted:
            self.figures.show_nothing(
                say(mark("There are no incidents in this period.")),
                say(mark("Change the period")),
                self.period.setFocus,
            )
            if office.left_out:
                self.figures.show_base("", self._reasons(office), office.waiting)
            return
        based = say(mark("Based on {number} {unit} whose use in figures was agreed to."))
        number = written_number(office.counted, say)
        text = based.format(number=number, unit=office.unit(say))
        self.figures.show_base(text, self._reasons(office), office.waiting)
        self.figures.show_grids(office.tables, secret=True, may_open=may_see_cases(self.frame.desk))

    @staticmethod
    def _reasons(office: OfficeReport) -> list[tuple[str, str]]:
        return [(say(REASONS[name]), written_number(n, say)) for name, n in office.left_out]

    def _show_published(self) -> None:
        made = self._published
        if made is None:
            words = (
                mark("This report was not published yet.")
                if self.is_over()
                else mark("This period is not over. Figures are published when it is.")
            )
            publish = say(mark("Publish...")) if self.is_over() else ""
            self.figures.show_nothing(say(words), publish, self._ask_to_publish)
            return
        if not made.tables:
            self.figures.show_nothing(few_sentence(say))
            return
        text = f"{base_sentence(made.release, say)} {made.approval(say)}"
        self.figures.show_base(text, made.exclusions(say), told=True)
        self.figures.show_grids(made.tables)

    def _show_buttons(self) -> None:
        view, made = self.view(), self._published
        chips = {
            OFFICE: (say(mark("Only for this office")), "warn"),
            PUBLISHED: (say(mark("May leave the office")), "ok") if made else ("", "neutral"),
            HISTORY: ("", "neutral"),
        }
        secret = chips[OFFICE]
        chips |= {INDICATORS: secret, TARGETS: secret}
        self._kind.show_state(*chips[view])
        show_button(self.again, view == PUBLISHED and made is not None)
        show_button(self.preview, view == PUBLISHED and made is not None)
        show_button(self.publish, view == OFFICE or (view == PUBLISHED and made is None))
        self.publish.setEnabled(view in (OFFICE, PUBLISHED) and self.is_over())
        self.publish.setToolTip(
            ""
            if self.publish.isEnabled()
            else say(
                mark("Figures are published for quarters, half-years and years that are over.")
            )
        )
        self._choices_holder.setVisible(view != HISTORY)
        for one in (self._report_words, self._report):
            one.setVisible(view not in (INDICATORS, TARGETS))

    # --- laying out

    def _fill_periods(self) -> None:
        self.period.fill(
            self.plan(), self.frame.desk.today(), own=self.view() in (OFFICE, INDICATORS)
        )

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
        self.publish.clicked.connect(self._ask_to_publish)
        self.again.clicked.connect(lambda: self.leaving.write_again(self._published))
        self.preview.clicked.connect(lambda: self.leaving.preview(self._published))
        self.refusal.chosen.connect(self.leaving.take_remedy)
        self.refusal.closed.connect(self.refusal.hide)
        self.figures.cases_wanted.connect(self.drill.list_cases)
        self.figures.left_out_wanted.connect(self.drill.list_not_counted)
        self.cases.chosen.connect(self.drill.open_case)
        self.cases.left.connect(lambda: self.stack.setCurrentWidget(self.figures))
        self.targets.type_wanted.connect(self.counting.type_in)
        self.history.show_wanted.connect(self._show_release)
        self.history.files_wanted.connect(self.leaving.write_again)
        self.history.correction_wanted.connect(self.leaving.correct)
        self.history.withdrawal_wanted.connect(self.leaving.withdraw)
        self.history.audit_wanted.connect(self.leaving.audit)
        group = QButtonGroup(self)
        for one in self._views.values():
            one.setCheckable(True)
            group.addButton(one)
        group.buttonClicked.connect(self._change)

    def _ask_to_publish(self) -> None:
        self.leaving.ask()

    def _show_release(self, one: PublishedReport | None) -> None:
        if one is not None and one.is_standing:
            line = one.release.line
            self.open(report=line.plan, period=line.period, view=PUBLISHED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices below each other where the page is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < space(NARROW)
        self._top.setDirection(
            QBoxLayout.Direction.TopToBottom
            if self.width() < space(WIDE)
            else QBoxLayout.Direction.LeftToRight
        )
        for box in (self._kinds, self._choices):
            box.setDirection(
                QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            )

    def _lay_out(self) -> None:
        self._kinds = in_one_or_two_lines(list(self._views.values()))
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(space(8))
        for text, box, stretch in (
            (mark("&Period"), self.period, 5),
            (mark("Re&port"), self._report, 4),
        ):
            words = QLabel(say(text))
            words.setBuddy(box)
            box.setAccessibleName(say(text).replace("&", ""))
            self._choices.addWidget(words)
            self._choices.addWidget(box, stretch)
            self._report_words = words  # the last of them
        self._choices_holder = QWidget()
        self._choices_holder.setLayout(self._choices)
        self.stack = QStackedWidget()
        for view in self._shown():
            self.stack.addWidget(view)
        self.stack.currentChanged.connect(self._fit_stack)
        self._fit_stack()
        inner = QVBoxLayout()
        inner.setContentsMargins(space(20), space(12), space(20), space(8))
        inner.setSpacing(space(10))
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(space(20))
        self._top.addLayout(self._kinds)
        self._top.addWidget(self._choices_holder, 1)
        inner.addLayout(self._top)
        inner.addWidget(self.refusal)
        inner.addWidget(self.stack, 1)
        page = QWidget()
        page.setLayout(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header(say(mark("Reports")), self._kind))
        column.addWidget(scrolling(page), 1)

    def _fit_stack(self, *_row: int) -> None:
        """Let the page be as high as what it shows, not as the highest of its views."""
        for view in self._shown():
            shown = view is self.stack.currentWidget()
            kind = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            view.setSizePolicy(kind, kind)

    def _shown(self) -> tuple[QWidget, ...]:
        return self.figures, self.cases, self.history, self.measures, self.targets

    def buttons(self) -> dict[str, QPushButton]:
        """Return the buttons that choose a view, by its name."""
        return self._views
