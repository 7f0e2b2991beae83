"""Reports: exact figures for this office's own eyes, and protected ones that may leave."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.publishing import (
    REASONS,
    Grid,
    OfficeReport,
    PublishedReport,
    base_sentence,
    count_report,
    few_sentence,
    files_again,
    period_of,
    publish,
    releases,
    reports,
)
from gbvcase.domain.errors import Cancelled, GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.file_dialogs import ask_for_folder
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.messages import announce
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.publish_dialog import PublishDialog
from gbvcase.ui.report_grid import Bars, GridTable
from gbvcase.ui.report_periods import PeriodBox
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Chip, EmptyState, button, header, label, scrolling

LEAST_BARS = 260
NARROW = 760


class ReportPage(PageWidget):
    """A table first, bars beside it; each figure tells why it looks as it does."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._office: OfficeReport | None = None
        self._published: PublishedReport | None = None
        self._plans = reports()
        self._report, self._which = CalmComboBox(), CalmComboBox()
        self._period = PeriodBox()
        self._mine = button(say(mark("For the office")), kind="segment")
        self._theirs = button(say(mark("Published")), kind="segment")
        self._kind = Chip("", "warn")
        self._base = label("")
        self._why = button("", kind="link")
        self._left_out = label("", "note")
        self._table = GridTable()
        self._bars = Bars()
        self._reason = label("", "note")
        self._nothing = QVBoxLayout()
        self._refusal = label("")
        self._refused = QFrame()
        self._again = button(say(mark("Write the files again...")))
        self._publish = button(say(mark("Publish...")), kind="main")
        self.footer = (self._again, self._publish)
        self._lay_out()
        self._connect()
        self._fill()

    def open(self, **where: Any) -> None:
        """Count the last period that is over, or the one that `report` and `period` name."""
        plan = self._report.findData(where.get("report"))
        if plan >= 0:
            self._report.setCurrentIndex(plan)
        self._period.choose(where.get("period") or "")
        if where.get("published"):
            self._theirs.setChecked(True)
        self._look()

    def where(self) -> dict[str, Any]:
        """Return the report and the period that are shown."""
        return {
            "report": self._plan().id,
            "period": self._period.code,
            "published": self._theirs.isChecked(),
        }

    def first_field(self) -> QWidget:
        """Return the choice of the period."""
        return self._period

    def act(self, key: str) -> bool:
        """Publish."""
        if key == "main" and self._publish.isEnabled():
            self._ask_to_publish()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the bars below the table where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - space(60)
        beside = self._table.least_width() + space(LEAST_BARS) <= room
        self._middle.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._table.setMinimumHeight(0 if beside else self._table.whole_height())
        narrow = self.width() < space(NARROW)
        self._choices.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    # --- counting

    def _look(self) -> None:
        desk, plan, period = self.frame.desk, self._plan().id, self._period.code
        self._reason.setText("")
        self._refused.hide()

        def work(_progress: Progress) -> tuple[OfficeReport, PublishedReport | None]:
            made = (
                one
                for one in releases(desk)
                if (one.release.line.plan, one.release.line.period) == (plan, period)
            )
            return count_report(desk, plan, period), next(made, None)

        self.frame.jobs.start(work, done=self._counted, failed=self.frame.failed)

    def _counted(self, found: tuple[OfficeReport, PublishedReport | None]) -> None:
        self._office, self._published = found
        if self._office.period.code != self._period.code:
            return  # another period was chosen meanwhile
        self._show()

    def _plan(self) -> Any:
        return self._plans[max(0, self._report.currentIndex())]

    def _is_over(self) -> bool:
        period = period_of(self._plan(), self._period.code)
        return period.last < self.frame.desk.today()

    # --- showing

    def _show(self) -> None:
        theirs = self._theirs.isChecked()
        grids = self._grids()
        chosen = self._which.currentData()
        self._which.blockSignals(True)
        self._which.clear()
        for grid in grids:
            self._which.addItem(grid.said(say), grid.id)
        self._which.setCurrentIndex(max(0, self._which.findData(chosen)))
        self._which.blockSignals(False)
        if not theirs:
            self._kind.show_state(say(mark("Only for this office")), "warn")
        elif self._published is not None:
            self._kind.show_state(say(mark("May leave the office")), "ok")
        else:
            self._kind.show_state("", "neutral")
        self._again.setVisible(theirs and self._published is not None)
        self._publish.setEnabled(self._is_over())
        self._publish.setToolTip(
            "" if self._is_over() else say(mark("Figures are published when the period is over."))
        )
        self._show_base()
        self._show_grid()

    def _grids(self) -> tuple[Grid, ...]:
        if self._theirs.isChecked():
            return self._published.tables if self._published is not None else ()
        return self._office.tables if self._office is not None and self._office.counted else ()

    def _show_base(self) -> None:
        lines: Sequence[tuple[str, str]] = ()
        if self._theirs.isChecked():
            if self._published is None or not self._published.tables:
                text = ""  # said where the table would be
            else:
                text = base_sentence(self._published.release, say)
                lines = self._published.exclusions(say)
        elif self._office is not None:
            based = say(mark("Based on {number} incidents whose use in figures was agreed to."))
            text = based.format(number=written_number(self._office.counted, say))
            lines = [
                (say(REASONS[name]), written_number(number, say))
                for name, number in self._office.left_out
            ]
        else:
            text = ""
        self._base.setText(text)
        self._base.setVisible(bool(text))
        self._why.setVisible(bool(lines))
        self._why.setText(say(mark("What was left out, and why")))
        self._left_out.setText("\n".join(f"{number}  {reason}" for reason, number in lines))
        self._left_out.hide()

    def _show_grid(self) -> None:
        grids = self._grids()
        grid = next((one for one in grids if one.id == self._which.currentData()), None)
        self._reason.setText(say(mark("Enter or a click on a figure says why it looks so.")))
        self._table.show_grid(grid)
        self._bars.show_grid(grid)
        for widget in (self._table, self._bars, self._reason, self._which):
            widget.setVisible(grid is not None)
        self._fit()
        self._table.setAccessibleName(grid.said(say) if grid is not None else "")
        while (item := self._nothing.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if grid is None and self._office is not None:
            self._nothing.addWidget(self._empty())

    def _empty(self) -> EmptyState:
        if self._theirs.isChecked() and self._published is None:
            words = (
                mark("This report was not published yet.")
                if self._is_over()
                else mark("This period is not over. Figures are published when it is.")
            )
            return EmptyState(say(words))
        if self._theirs.isChecked():
            return EmptyState(few_sentence(say))
        return EmptyState(say(mark("There are no incidents in this period.")))

    def _tell_reason(self, row: int, column: int) -> None:
        said = self._table.figures.reason_at(row, column)
        if said:
            text = say(mark("{what}: {figure}. {reason}")).format(
                what=self._table.figures.named(row, column),
                figure=self._table.figures.text_at(row, column),
                reason=said,
            )
            self._reason.setText(text)
            announce(self._reason, text)

    # --- publishing

    def _ask_to_publish(self) -> None:
        period = period_of(self._plan(), self._period.code)
        dialog = PublishDialog(self, self._plan().said(say), period.label(say))
        accepted, approved_by = dialog.exec(), dialog.approved_by()
        dialog.deleteLater()
        if not accepted:
            return
        folder = ask_for_folder(self, say(mark("Choose a folder for the files")))
        if folder is None:
            return
        desk, plan = self.frame.desk, self._plan().id

        def work(progress: Progress) -> PublishedReport:
            return publish(
                desk,
                plan,
                period.code,
                folder=folder,
                say=say,
                approved_by=approved_by,
                progress=progress,
            )

        self._refused.hide()
        self._publish.setEnabled(False)
        self.frame.jobs.start(work, done=self._is_published, failed=self._not_published)

    def _is_published(self, made: PublishedReport) -> None:
        self._published = made
        self._theirs.setChecked(True)
        self._show()
        text = say(mark("Published. Files written: {count}."))
        self.frame.note(text.format(count=len(made.files)))

    def _not_published(self, error: Exception) -> None:
        self._publish.setEnabled(self._is_over())
        if isinstance(error, Cancelled) or not isinstance(error, GbvcaseError):
            self.frame.failed(error)
            return
        self._refusal.setText(error.said(say))
        self._refused.show()
        announce(self, self._refusal.text())

    def _write_again(self) -> None:
        if self._published is None:
            return
        folder = ask_for_folder(self, say(mark("Choose a folder for the files")))
        if folder is None:
            return
        desk, name = self.frame.desk, self._published.id

        def done(made: PublishedReport) -> None:
            text = say(mark("Files written: {count}."))
            self.frame.note(text.format(count=len(made.files)))

        self.frame.jobs.start(
            lambda _progress: files_again(desk, name, folder, say),
            done=done,
            failed=self.frame.failed,
        )

    # --- laying out

    def _fill(self) -> None:
        for plan in self._plans:
            self._report.addItem(plan.said(say), plan.id)
        self._report.currentIndexChanged.connect(self._change_report)
        self._period.fill(self._plan(), self.frame.desk.today())

    def _change_report(self) -> None:
        self._period.fill(self._plan(), self.frame.desk.today())
        self._look()

    def _connect(self) -> None:
        self._period.currentIndexChanged.connect(self._look)
        self._which.currentIndexChanged.connect(self._show_grid)
        self._table.asked.connect(self._tell_reason)
        self._publish.clicked.connect(self._ask_to_publish)
        self._again.clicked.connect(self._write_again)
        self._why.clicked.connect(lambda: self._left_out.setVisible(self._left_out.isHidden()))
        group = QButtonGroup(self)
        for one in (self._mine, self._theirs):
            one.setCheckable(True)
            group.addButton(one)
        self._mine.setChecked(True)
        group.buttonClicked.connect(lambda _button: self._show())

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(0)
        kinds.addWidget(self._mine)
        kinds.addWidget(self._theirs)
        kinds.addStretch(1)
        choices = self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        choices.setSpacing(space(8))
        for text, box, stretch in (
            (mark("&Period"), self._period, 2),
            (mark("Re&port"), self._report, 4),
        ):
            words = QLabel(say(text))
            words.setBuddy(box)
            box.setAccessibleName(say(text).replace("&", ""))
            choices.addWidget(words)
            choices.addWidget(box, stretch)
        choices.addLayout(kinds)
        self._which.setAccessibleName(say(mark("Table")))
        self._why.setAccessibleDescription(say(mark("Shows or hides the list")))
        self._refused.setProperty("kind", "bad")
        inside = QVBoxLayout(self._refused)
        inside.setContentsMargins(space(12), space(8), space(12), space(8))
        inside.addWidget(self._refusal)
        self._refused.hide()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(space(24))
        self._middle.addWidget(self._table, 5)
        self._middle.addWidget(self._bars, 3)
        inner = QVBoxLayout()
        inner.setContentsMargins(space(20), space(12), space(20), space(8))
        inner.setSpacing(space(8))
        inner.addLayout(choices)
        inner.addWidget(self._refused)
        based = QHBoxLayout()
        based.setSpacing(space(12))
        based.addWidget(self._base, 1)
        based.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(based)
        inner.addWidget(self._left_out)
        inner.addLayout(self._nothing)
        inner.addWidget(self._which)
        inner.addLayout(self._middle, 1)
        inner.addWidget(self._reason)
        inner.addStretch(0)
        page = QWidget()
        page.setLayout(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header(say(mark("Reports")), self._kind))
        column.addWidget(scrolling(page), 1)
