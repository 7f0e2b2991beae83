"""Practising: a cabinet of made-up people is made while one waits, and says so on every page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gbvcase.casework.cabinets import is_cabinet, practice_folder
from gbvcase.domain.marking import mark
from gbvcase.ui import theme
from gbvcase.ui.errors import said
from gbvcase.ui.jobs import Job, Jobs, Progress
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, button, label, one_line

WIDTH = 460
EDGE = 10
IS_MADE = mark(
    "Thirty made-up people are being written. Nothing of it can come into a real cabinet."
)
IS_OPENED = mark("The practice cabinet is opened as you left it.")


class PracticeWait(QWidget):
    """Shows how far the made-up office is, and a way back."""

    made = Signal(object)  # a Desk
    left = Signal()
    stays_as_it_is = True  # it is being made for this page

    def __init__(self, jobs: Jobs, *, anew: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self._anew = anew
        self._job: Job | None = None
        self._problem = label("", "error")
        self._problem.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(say(mark("How far the work is")))
        stop = button(say(mark("Back")))
        stop.clicked.connect(self._leave)
        card = Card(say(mark("Practice cabinet")))
        card.setFixedWidth(space(WIDTH))
        is_there = not anew and is_cabinet(practice_folder())
        card.add(label(say(IS_OPENED if is_there else IS_MADE)))
        card.add(self._bar)
        card.add(self._problem)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(stop)
        card.add(line)
        column = QVBoxLayout(self)
        column.addStretch(2)
        across = QHBoxLayout()  # not by an alignment, which knows no height for a width
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        column.addLayout(across)
        column.addStretch(3)
        QTimer.singleShot(0, stop, stop.setFocus)
        self._begin(jobs)

    def _begin(self, jobs: Jobs) -> None:
        def work(progress: Progress) -> object:
            from gbvcase.casework.practice import make_practice, practise

            return make_practice(progress) if self._anew else practise(progress)

        self._job = jobs.start(work, done=self._done, failed=self._failed)
        self._job.progressed.connect(self._show)

    def _show(self, done: int, total: int) -> None:
        self._bar.setRange(0, total if total > 1 else 0)
        self._bar.setValue(done)

    def _done(self, desk: object) -> None:
        if self._job is not None:
            self.made.emit(desk)

    def _failed(self, error: Exception) -> None:
        text = said(error)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _leave(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.left.emit()


class PracticeStrip(QFrame):
    """A striped edge and words above every page: nobody takes these people for real ones."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = one_line(say(mark("PRACTICE DATA - these people are made up")), "strong")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        leave = button(say(mark("End practising")), kind="quiet")
        leave.clicked.connect(self.left)
        self._middle = QWidget()
        middle = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(space(8))
        middle.addWidget(words)
        middle.addWidget(leave)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(16), 0, space(16), 0)
        line.addStretch(1)
        line.addWidget(self._middle)
        line.addStretch(1)
        self.setAccessibleName(words.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the stripes at both sides of the words."""
        super().paintEvent(event)
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.warn_bg))
        stripes = QBrush(QColor(tokens.warn), Qt.BrushStyle.BDiagPattern)
        middle = self._middle.geometry().adjusted(-space(EDGE), 0, space(EDGE), 0)
        painter.fillRect(0, 0, middle.left(), self.height(), stripes)
        painter.fillRect(middle.right(), 0, self.width() - middle.right(), self.height(), stripes)
        painter.end()
