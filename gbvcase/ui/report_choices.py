"""What is looked at on the page of reports: the view, the period and the report."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QPushButton, QSizePolicy, QWidget

from gbvcase.casework.publishing import ReportPlan
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_one_or_two_lines
from gbvcase.ui.report_periods import PeriodBox
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button

NARROW, WIDE = 760, 1280
OFFICE, PUBLISHED, HISTORY = "office", "published", "history"
INDICATORS, TARGETS, OFFICES = "indicators", "targets", "offices"
VIEWS = (
    (OFFICE, mark("For the office")),
    (PUBLISHED, mark("Published")),
    (INDICATORS, mark("Indicators")),
    (TARGETS, mark("Targets")),
    (OFFICES, mark("All offices")),
    (HISTORY, mark("Releases")),
)


class Choices(QWidget):
    """The views as one row of buttons; the period and the report beside or below them."""

    view_chosen = Signal()

    def __init__(self, plans: Sequence[ReportPlan]) -> None:
        super().__init__()
        self.report, self.period = CalmComboBox(), PeriodBox()
        for plan in plans:
            self.report.addItem(plan.said(say), plan.id)
        self.views: dict[str, QPushButton] = {
            name: button(say(text), kind="segment") for name, text in VIEWS
        }
        group = QButtonGroup(self)
        for one in self.views.values():
            one.setCheckable(True)
            group.addButton(one)
        group.buttonClicked.connect(self.view_chosen)
        self._lay_out()
        self.views[OFFICE].setChecked(True)
        self.fit_view()

    def view(self) -> str:
        """Return which of the views is chosen."""
        return next((n for n, one in self.views.items() if one.isChecked()), OFFICE)

    def choose_view(self, name: str) -> None:
        """Choose a view."""
        self.views[name].setChecked(True)
        self.fit_view()

    def fit_view(self) -> None:
        """Show those choices that mean something to the view."""
        view = self.view()
        self._holder.setVisible(view != HISTORY)
        for one in (self._report_words, self.report):
            one.setVisible(view not in (INDICATORS, TARGETS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices below each other where the page is narrow."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_wide = self.width() >= space(WIDE)
        self._top.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        narrow = self.width() < space(NARROW)
        self._choices.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        fits = not narrow and sum(self._widths()) <= self.width()
        self._kinds.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Be no wider than the views in two lines."""
        widths, half = self._widths(), (len(self.views) + 1) // 2
        widest = max(sum(widths[:half]), sum(widths[half:]))
        return QSize(widest, super().minimumSizeHint().height())

    def _widths(self) -> list[int]:
        return [one.sizeHint().width() for one in self.views.values()]

    def _lay_out(self) -> None:
        self._kinds = in_one_or_two_lines(list(self.views.values()))
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(space(8))
        self._report_words = self._ask(mark("Re&port"), self.report)
        for words, box, stretch in (
            (self._ask(mark("&Period"), self.period), self.period, 5),
            (self._report_words, self.report, 4),
        ):
            self._choices.addWidget(words)
            self._choices.addWidget(box, stretch)
        self._holder = QWidget()
        self._holder.setLayout(self._choices)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(space(12))
        self._top.addLayout(self._kinds)
        self._top.addWidget(self._holder, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @staticmethod
    def _ask(text: str, box: QWidget) -> QLabel:
        words = QLabel(say(text))
        words.setBuddy(box)
        box.setAccessibleName(words.text().replace("&", ""))
        return words
