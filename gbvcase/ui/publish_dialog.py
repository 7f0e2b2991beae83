"""What is about to leave the office, and who has approved it."""

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

POINTS = (
    mark("The figures are rounded together, so that nobody can be recognised."),
    mark("Before they are written, the program attacks them itself; what fails stays here."),
    mark("What is published once is frozen: it is given out the same way for ever."),
)


class PublishDialog(QDialog):
    """Asks once before figures leave; nothing identifying is in them."""

    def __init__(self, parent: QWidget, report: str, period: str) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(520))
        self._name = QLineEdit()
        self._name.setMaxLength(160)
        words = QLabel(say(mark("&Approved by")))
        words.setBuddy(self._name)
        self._name.setAccessibleName(words.text().replace("&", ""))
        go = button(say(mark("Publish")), kind="main")
        go.setDefault(True)
        go.clicked.connect(self.accept)
        cancel = button(say(mark("Cancel")))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(10))
        column.addWidget(label(say(mark("Publish this report?")), "section"))
        column.addWidget(label(f"{report}\n{period}", "strong"))
        for point in POINTS:
            column.addWidget(label(f"•  {say(point)}"))
        column.addSpacing(space(4))
        column.addWidget(words)
        column.addWidget(self._name)
        column.addLayout(at_the_end(cancel, go))
        self._name.setFocus()

    def approved_by(self) -> str:
        """Return who has approved it, empty if nobody was named."""
        return " ".join(self._name.text().split())
