"""A page of a few steps: a heading that says how far one is, the step, and the way on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label, one_line, scrolling

WIDTH = 640


class StepsPage(QWidget):
    """Holds the steps; a subclass decides what going on means."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self._titles = tuple(titles)
        self._far = one_line("", "note")
        self._title = label("", "title")
        self._problem = label("", "error")
        self._problem.hide()
        self._steps = QStackedWidget()
        self._back = button(say(mark("Back")))
        self._back.clicked.connect(self.go_back)
        self._aside = button("")  # what else can be done at a step
        self._aside.clicked.connect(self.go_aside)
        self._aside.hide()
        self._next = button(say(mark("Go on")), kind="main")
        self._next.clicked.connect(self.go_on)
        self._lay_out()

    def go_on(self) -> None:
        """Do what the step asks for, then show the next."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Show the step before."""
        raise NotImplementedError

    def go_aside(self) -> None:
        """Do what else can be done at this step."""

    def act(self, key: str) -> bool:
        """Go on with Ctrl+Enter or Ctrl+S."""
        if key in ("main", "save") and self._next.isEnabled():
            self.go_on()
            return True
        return False

    def show_step(self, number: int, widget: QWidget, *, next_text: str = "") -> None:
        """Show a step in place of the one before."""
        while (old := self._steps.currentWidget()) is not None:
            self._steps.removeWidget(old)
            old.hide()
        self._steps.addWidget(widget)
        widget.show()
        far = say(mark("Step {number} of {count}"))
        self._far.setText(far.format(number=number + 1, count=len(self._titles)))
        self._title.setText(say(self._titles[number]))
        self.setAccessibleName(f"{self._far.text()}: {self._title.text()}")
        self._next.setText(next_text or say(mark("Go on")))
        self.tell("")
        first = getattr(widget, "first_field", lambda: None)()
        target = first or self._next
        QTimer.singleShot(0, target, target.setFocus)

    def tell(self, text: str) -> None:
        """Say what is the matter, below the step."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def work(self, text: str) -> None:
        """Say that something is being done; no step can be taken meanwhile. Empty: it is done."""
        self._next.setEnabled(not text)
        self._back.setEnabled(not text)
        if text:
            self._next.setText(text)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(space(28), space(20), space(28), space(20))
        inside.setSpacing(space(10))
        for one in (self._far, self._title, self._steps, self._problem):
            inside.addWidget(one)
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(self._back)
        line.addStretch(1)
        line.addWidget(self._aside)
        line.addWidget(self._next)
        inside.addSpacing(space(8))
        inside.addLayout(line)
        card.setMaximumWidth(space(WIDTH))
        middle = QWidget()
        around = QVBoxLayout(middle)
        around.setContentsMargins(space(16), space(16), space(16), space(16))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        around.addStretch(1)
        around.addLayout(row)
        around.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = scrolling(middle)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column.addWidget(area)
