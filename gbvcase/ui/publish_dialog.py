"""What is about to leave the office, and who has approved it."""

from collections.abc import Sequence

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

FIXED_FORM = (
    mark("Small figures are hidden, and others with them, so that none can be worked out."),
    *POINTS[1:],
)
CORRECTION = (
    mark("A correction has the figures of the province only, and changes as few as it can."),
    mark("It is made once a year, and only if at least 10 records differ."),
    mark("The first edition is marked as replaced; what it told stays known."),
)


class PublishDialog(QDialog):
    """Asks once before figures leave; nothing identifying is in them."""

    def __init__(  # noqa: PLR0913 - what leaves, of when, without what, by whom
        self,
        parent: QWidget,
        report: str,
        period: str,
        *,
        made_by: str = "",
        approved_by: str = "",
        leave_out: Sequence[str] = (),
        points: Sequence[str] = POINTS,
    ) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(520))
        self._name = QLineEdit()
        self._name.setMaxLength(160)
        self._name.setText(approved_by)
        self._made_by = made_by
        self._alone = label("", "note")
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
        if leave_out:
            text = say(mark("Without table {tables}.")).format(tables=", ".join(leave_out))
            column.addWidget(label(text, "strong"))
        for point in points:
            column.addWidget(label(f"•  {say(point)}"))
        column.addSpacing(space(4))
        column.addWidget(label(say(mark("Made by: {name}")).format(name=made_by)))
        column.addWidget(words)
        column.addWidget(self._name)
        column.addWidget(self._alone)
        column.addLayout(at_the_end(cancel, go))
        self._name.textChanged.connect(self._say_who)
        self._say_who()
        self._name.setFocus()

    def _say_who(self, *_text: object) -> None:
        alone = self.approved_by() in ("", self._made_by)
        self._alone.setText(
            say(mark("Nobody else has approved it: the report will say so."))
            if alone
            else say(mark("Both names stand on the report."))
        )

    def approved_by(self) -> str:
        """Return who has approved it, empty if nobody was named."""
        return " ".join(self._name.text().split())
