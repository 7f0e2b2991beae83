"""Opening a cabinet with the number on paper: the number, a new password, a new sheet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from gbvcase.casework.desk import Desk
from gbvcase.casework.recovery_sheet import confirm_recovery_sheet
from gbvcase.casework.upkeep import open_by_recovery
from gbvcase.domain.errors import WrongRecoveryNumber
from gbvcase.domain.marking import mark
from gbvcase.ui.errors import said
from gbvcase.ui.jobs import Jobs, Progress
from gbvcase.ui.language import say
from gbvcase.ui.password_choice import PasswordChoice
from gbvcase.ui.recovery_step import RecoveryStep
from gbvcase.ui.steps_page import StepsPage
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label

TITLES = (mark("Recovery number"), mark("New password"), mark("New recovery sheet"))
NUMBER, PASSWORD, SHEET = range(3)
GROUPS, DIGITS = 9, 6


class RecoveryPage(StepsPage):
    """The old password and the old number open nothing any more when this is done."""

    opened = Signal(object)  # a Desk
    left = Signal()
    stays_as_it_is = True  # a new number is shown once

    def leave(self) -> None:
        """Close the cabinet that was opened, when the program is left before the sheet is done."""
        if self._desk is not None:
            self._desk.vault.lock()

    def __init__(self, jobs: Jobs, folder: Path) -> None:
        super().__init__(TITLES)
        self._jobs, self._folder = jobs, folder
        self._desk: Desk | None = None
        self._step = NUMBER
        self._number = NumberStep()
        self._number.line.returnPressed.connect(self.go_on)
        self._password = PasswordChoice(lambda: None)
        self._sheet: RecoveryStep | None = None
        self.show_step(NUMBER, self._number)

    def go_on(self) -> None:
        """Take the number, then the password, then the two groups of the new sheet."""
        if self._step == NUMBER:
            if self._number.is_whole():
                self._step = PASSWORD
                self.show_step(PASSWORD, self._password)
        elif self._step == PASSWORD:
            password = self._password.password()
            if password is not None:
                self._open(password)
        elif self._sheet is not None and self._sheet.is_confirmed():
            desk = self._desk
            assert desk is not None
            self._jobs.start(
                lambda _progress: confirm_recovery_sheet(desk),
                done=self._begin,
                failed=self._failed,
            )

    def go_back(self) -> None:
        """Return to the number, or to the lock page."""
        if self._step == PASSWORD:
            self._step = NUMBER
            self.show_step(NUMBER, self._number)
        else:
            self.left.emit()

    def _begin(self, _confirmed: object) -> None:
        self.opened.emit(self._desk)

    def _open(self, password: str) -> None:
        number, folder = self._number.line.text(), self._folder

        def work(progress: Progress) -> tuple[Desk, str]:
            progress(0, 1)
            return open_by_recovery(folder, number, password)

        self.work(say(mark("Opening...")))
        self._jobs.start(work, done=self._opened, failed=self._failed)

    def _opened(self, opened: tuple[Desk, str]) -> None:
        self._desk, number = opened
        self.work("")
        self._step = SHEET
        self._sheet = RecoveryStep(number, self._desk)
        self.show_step(SHEET, self._sheet, next_text=say(mark("Begin to work")))
        self._back.hide()

    def _failed(self, error: Exception) -> None:
        self.work("")
        if isinstance(error, WrongRecoveryNumber):
            self._step = NUMBER
            self.show_step(NUMBER, self._number)
        self._next.setText(say(mark("Go on")))
        self.tell(said(error))


WHERE_IT_STANDS = mark("The number stands on the recovery sheet that was printed when this began.")


class NumberStep(QWidget):
    """One field for the nine groups, with or without hyphens."""

    def __init__(self, text: str = WHERE_IT_STANDS) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(120)
        words = QLabel(say(mark("&Nine groups of six digits")))
        words.setBuddy(self.line)
        self.line.setAccessibleName(words.text().replace("&", ""))
        self._counted = label("", "note")
        self.line.textChanged.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(label(say(text)))
        for one in (words, self.line, self._counted):
            column.addWidget(one)

    def first_field(self) -> QWidget:
        """Return the field."""
        return self.line

    def is_whole(self) -> bool:
        """Tell whether as many digits were typed as the number has."""
        whole = len(self._digits()) == GROUPS * DIGITS
        if not whole:
            self.line.setFocus()
            self._count()
        return whole

    def _digits(self) -> str:
        return "".join(one for one in self.line.text() if one.isdigit())

    def _count(self) -> None:
        text = say(mark("Digits: {count} of {all}"))
        self._counted.setText(text.format(count=len(self._digits()), all=GROUPS * DIGITS))
