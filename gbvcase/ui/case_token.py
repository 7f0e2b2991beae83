"""The mark of a referral with which somebody came: typed from the form of the office that sent."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from gbvcase.casework.referral_tokens import NotAToken, plain_token, take_token
from gbvcase.domain.case import Case
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

WHY = mark(
    "It stands on the referral form, above the signatures: eight groups of four letters and "
    "digits. With it the office that sent counts the person; the services that you give count here."
)
EXAMPLE = "4f1d 0c9a b2e7 5836 17c0 d94e 2ab8 6f35"
MOST_LETTERS = 60


class TokenDialog(QDialog):
    """Asks for the mark; it closes only with one that can be one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(520))
        self.token = ""
        title = label(say(mark("Came with a referral mark")), "section")
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_LETTERS)
        self.line.setPlaceholderText(EXAMPLE)
        self.line.setAccessibleName(say(mark("Referral mark")))
        self.problem = label("", "error")
        self.problem.hide()
        keep = button(say(mark("Keep the mark")), kind="main")
        keep.clicked.connect(self._keep)
        leave = button(say(mark("Cancel")))
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(12))
        for widget in (title, label(say(WHY)), self.line, self.problem):
            column.addWidget(widget)
        column.addLayout(at_the_end(leave, keep))
        keep.setDefault(True)
        self.line.setFocus()

    def _keep(self) -> None:
        try:
            self.token = plain_token(self.line.text())
        except NotAToken as wrong:
            self.problem.setText(wrong.said(say))
            self.problem.show()
            self.line.setFocus()
            return
        self.accept()


def ask_for_token(parent: QWidget, frame: Frame, case_id: str, done: Callable[[], object]) -> None:
    """Ask for the mark and keep it: from then on the office that sent counts the person."""
    dialog = TokenDialog(parent)
    if not dialog.exec():
        return
    desk, token = frame.desk, dialog.token

    def told(_case: Case) -> None:
        frame.note(say(mark("The office that sent counts the person; your services count here.")))
        done()

    frame.jobs.start(
        lambda _progress: take_token(desk, case_id, token), done=told, failed=frame.failed
    )
