"""The quiet strip that says the cabinet is about to be locked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.messages import announce
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label


class IdleStrip(QFrame):
    """Counts the last seconds before the lock; any key keeps the cabinet open."""

    stayed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self._text = label("")
        stay = button(say(mark("Do not lock yet")))
        stay.clicked.connect(self.stayed)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(20), space(6), space(20), space(6))
        line.addWidget(self._text, 1)
        line.addWidget(stay)
        self.hide()

    def count_down(self, seconds: int) -> None:
        """Say how many seconds are left; 0: somebody is there."""
        if not seconds:
            self.hide()
            return
        text = say(mark("The workbook locks in {seconds} seconds.")).format(seconds=seconds)
        self._text.setText(text)
        if self.isHidden():
            self.show()
            announce(self, text)
