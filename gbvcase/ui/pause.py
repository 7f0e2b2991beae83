"""The neutral sheet that covers an interview which pauses: nothing to read for a passer-by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label


class PauseSheet(QWidget):
    """An almost empty page with a sentence for the worker."""

    gone_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        text = label(
            say(mark("A pause. A glass of water may do good, for both of you.")), "section"
        )
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note = label(say(mark("What was written is kept. Go on whenever you are ready.")), "note")
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.go_on = button(say(mark("Go on")), kind="main")
        self.go_on.clicked.connect(self.gone_on)
        column = QVBoxLayout(self)
        column.setSpacing(space(12))
        column.addStretch(2)
        column.addWidget(text)
        column.addWidget(note)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
