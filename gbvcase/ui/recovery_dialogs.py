"""The recovery sheet after the first day: try the one on paper, make a new one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from gbvcase.casework.recovery_sheet import (
    confirm_recovery_sheet,
    new_recovery_sheet,
    rehearse,
)
from gbvcase.domain.errors import WrongPassword, WrongRecoveryNumber
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.lock_page import PasswordField
from gbvcase.ui.pages import Frame
from gbvcase.ui.recovery_page import NumberStep
from gbvcase.ui.recovery_step import RecoveryStep
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label, scrolling


class Asked(QDialog):
    """A dialog of one question; what is wrong with the answer is said below it."""

    answered = Signal()

    def __init__(self, parent: QWidget, title: str, action: str) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(520))
        self._problem = label("", "error")
        self._problem.hide()
        self._do = button(action, kind="main")
        self._do.clicked.connect(self.answered)
        self._cancel = button(say(mark("Cancel")))
        self._cancel.clicked.connect(self.reject)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(space(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(12))
        column.addWidget(label(title, "title"))
        column.addLayout(self.inside)
        column.addWidget(self._problem)
        column.addLayout(at_the_end(self._cancel, self._do))

    def tell(self, text: str) -> None:
        """Say what is the matter, and let the question be answered again."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.work(False)

    def work(self, busy: bool) -> None:
        """Wait for what was asked for, or wait no more."""
        self._do.setEnabled(not busy)


def try_sheet(parent: QWidget, frame: Frame, after: Callable[[], object]) -> None:
    """Ask for the number on the paper, and say whether it opens this cabinet."""
    dialog = Asked(parent, say(mark("Try the recovery sheet")), say(mark("Try")))
    number = NumberStep(
        mark("Take the sheet out and type its number. Nothing is changed; put it back afterwards.")
    )
    number.line.returnPressed.connect(dialog.answered)
    dialog.inside.addWidget(number)
    desk = frame.desk

    def ask() -> None:
        if number.is_whole():
            text = number.line.text()
            dialog.work(True)
            frame.jobs.start(lambda _progress: rehearse(desk, text), done=done, failed=failed)

    def done(_nothing: None) -> None:
        dialog.accept()
        frame.note(say(mark("The sheet opens this cabinet. Put it back where it is kept.")))
        after()

    def failed(error: Exception) -> None:
        if not isinstance(error, WrongRecoveryNumber):
            dialog.reject()
            frame.failed(error)
            return
        dialog.tell(error.said(say))
        number.line.setFocus()

    dialog.answered.connect(ask)
    dialog.open()
    number.line.setFocus()


def make_new_sheet(parent: QWidget, frame: Frame, after: Callable[[], object]) -> None:
    """Ask for the password, make a new number, and show it until two groups were typed."""
    title = say(mark("Make a new recovery sheet"))
    dialog = Asked(parent, title, say(mark("Make the sheet")))
    note = mark(
        "From then on the old sheet opens nothing: destroy it. A printer should be at hand."
    )
    field = PasswordField(say(mark("Password")))
    words = QLabel(say(mark("&Password")))
    words.setBuddy(field.line)
    for one in (label(say(note), "note"), words, field):
        dialog.inside.addWidget(one)
    desk = frame.desk

    def ask() -> None:
        password = field.text()
        if not password:
            field.line.setFocus()
            return
        dialog.work(True)
        dialog.hide()  # the bar at the foot of the window says how far it is
        frame.jobs.start(
            lambda progress: new_recovery_sheet(desk, password, progress),
            done=done,
            failed=failed,
            words=say(mark("Making a new recovery sheet:")),
        )

    def done(number: str) -> None:
        dialog.accept()
        show_new_sheet(parent, frame, number, after)

    def failed(error: Exception) -> None:
        if not isinstance(error, WrongPassword):
            dialog.reject()
            frame.failed(error)
            return
        dialog.show()
        dialog.tell(error.said(say))
        field.clear()
        field.line.setFocus()

    field.submitted.connect(dialog.answered)
    dialog.answered.connect(ask)
    dialog.open()
    field.line.setFocus()


def show_new_sheet(parent: QWidget, frame: Frame, number: str, after: Callable[[], object]) -> None:
    """Show a new number; without two groups typed back the program goes on reminding."""
    desk = frame.desk
    dialog = Asked(parent, say(mark("New recovery sheet")), say(mark("Done")))
    step = RecoveryStep(number, desk)
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, space(8), 0)
    column.addWidget(step)
    column.addStretch(1)
    dialog.inside.addWidget(scrolling(inner))
    room = parent.window().size()
    dialog.resize(min(space(640), room.width() - 40), min(space(620), room.height() - 40))

    def done(_nothing: None) -> None:
        frame.note(say(mark("The new recovery sheet is made. Destroy the old one.")))
        after()

    def ask() -> None:
        if step.is_confirmed():
            dialog.accept()
            frame.jobs.start(
                lambda _progress: confirm_recovery_sheet(desk), done=done, failed=frame.failed
            )

    dialog.answered.connect(ask)
    dialog.rejected.connect(after)
    dialog.open()
    step.first_field().setFocus()
