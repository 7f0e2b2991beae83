"""A dialog that asks several things: it scrolls where the screen is low or the text is large."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, scrolling

WIDTH, LEAST, EDGE, FOOT = 560, 200, 40, 68


class AskingDialog(QDialog):
    """What is asked stands in `column`; the two buttons stay in sight below it."""

    def __init__(self, parent: QWidget, go: str) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(space(20), space(16), space(20), space(8))
        self.column.setSpacing(space(8))
        self.around = scrolling(self.body)
        self.go = button(go, kind="main")
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        cancel = button(say(mark("Cancel")))
        cancel.clicked.connect(self.reject)
        ends = at_the_end(cancel, self.go)
        ends.setContentsMargins(space(20), 0, space(20), space(16))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space(8))
        whole.addWidget(self.around, 1)
        whole.addLayout(ends)

    def ask(self, text: str, field: QWidget) -> QLabel:
        """Put a field below its words, and let the words lead to it."""
        words = QLabel(say(text))
        words.setBuddy(field)
        field.setAccessibleName(words.text().replace("&", ""))
        self.column.addWidget(words)
        self.column.addWidget(field)
        return words

    def fit(self) -> None:
        """Be as high as what is asked, and no higher than the window it belongs to."""
        parent = self.parentWidget()
        assert parent is not None
        wide = min(space(WIDTH), parent.width() - EDGE)
        self.setFixedWidth(wide)
        needed = self.column.heightForWidth(wide) + space(FOOT)
        self.resize(wide, max(min(needed, parent.height() - EDGE), space(LEAST)))

    def fit_soon(self, *_changed: object) -> None:
        """Do so when what has just been shown or hidden is laid out."""
        QTimer.singleShot(0, self, self.fit)
