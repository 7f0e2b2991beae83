"""Saving what can be read of a damaged cabinet: the password, what was saved, a new sheet."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from gbvcase.casework.cabinets import next_cabinet
from gbvcase.casework.desk import Desk
from gbvcase.casework.recovery_sheet import confirm_recovery_sheet
from gbvcase.casework.salvaging import Salvaged, salvage_cabinet
from gbvcase.domain.marking import mark
from gbvcase.ui.errors import said
from gbvcase.ui.jobs import Jobs, Progress
from gbvcase.ui.language import say
from gbvcase.ui.lock_page import PasswordField
from gbvcase.ui.recovery_step import RecoveryStep
from gbvcase.ui.steps_page import StepsPage
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label

TITLES = (
    mark("Save what can be read"),
    mark("What was saved and what is lost"),
    mark("New recovery sheet"),
)
PASSWORD, FOUND, SHEET = range(3)
MOST_ROWS = 8


class SalvagePage(StepsPage):
    """The damaged files are only read, and stay as they are."""

    opened = Signal(object)  # a Desk
    left = Signal()

    def __init__(self, jobs: Jobs, folder: Path) -> None:
        super().__init__(TITLES)
        self._jobs, self._folder = jobs, folder
        self._desk: Desk | None = None
        self._found: Salvaged | None = None
        self._sheet: RecoveryStep | None = None
        self._step = PASSWORD
        self._password = PasswordStep()
        self._password.field.submitted.connect(self.go_on)
        self.show_step(PASSWORD, self._password, next_text=say(mark("Save what can be read")))

    @property
    def stays_as_it_is(self) -> bool:
        """Tell whether a new look or language must wait: the number is shown only once."""
        return self._desk is not None

    def leave(self) -> None:
        """Lock what was made, if the window closes meanwhile."""
        if self._desk is not None:
            self._desk.vault.lock()

    def go_on(self) -> None:
        """Take the password, then show what was found, then the new sheet."""
        if self._step == PASSWORD:
            if self._password.field.text():
                self._save(self._password.field.text())
        elif self._step == FOUND:
            assert self._found is not None
            assert self._desk is not None
            self._step = SHEET
            self._sheet = RecoveryStep(self._found.recovery_number, self._desk)
            self.show_step(SHEET, self._sheet, next_text=say(mark("Begin to work")))
        elif self._sheet is not None and self._sheet.is_confirmed():
            assert self._desk is not None
            self._jobs.start(partial(_confirmed, self._desk), done=self._begin, failed=self._failed)

    def go_back(self) -> None:
        """Return to the lock page."""
        self.left.emit()

    def _save(self, password: str) -> None:
        self._password.field.clear()
        folder, new = self._folder, next_cabinet(self._folder.parent)
        self.work(say(mark("Saving what can be read...")))
        self._jobs.start(
            partial(_salvaged, folder, new, password), done=self._saved, failed=self._failed
        )

    def _saved(self, saved: tuple[Desk, Salvaged]) -> None:
        self._desk, self._found = saved
        self.work("")
        self._step = FOUND
        self._back.hide()
        self.show_step(FOUND, FoundStep(self._found))

    def _begin(self, _confirmed: object) -> None:
        desk, self._desk = self._desk, None
        self.opened.emit(desk)

    def _failed(self, error: Exception) -> None:
        self.work("")
        self._next.setText(say(TITLES[PASSWORD]))
        self.tell(said(error))


class PasswordStep(QWidget):
    """Says what is going to happen, and asks for the password."""

    def __init__(self) -> None:
        super().__init__()
        self.field = PasswordField(say(mark("Password")))
        words = QLabel(say(mark("&Password")))
        words.setBuddy(self.field.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(10))
        for text in (
            mark(
                "A new cabinet is made with everything that can still be read and proved. The "
                "damaged files are only read, and stay as they are."
            ),
            mark(
                "If you have a backup, it may hold more: use this only when there is none, or when "
                "it is too old."
            ),
        ):
            column.addWidget(label(say(text)))
        column.addWidget(words)
        column.addWidget(self.field)

    def first_field(self) -> QWidget:
        """Return the field of the password."""
        return self.field.line


class FoundStep(QWidget):
    """Lists what was saved and what is lost, to be gone through with the papers at hand."""

    def __init__(self, found: Salvaged) -> None:
        super().__init__()
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName(say(TITLES[FOUND]))
        self.lines.addItems(list(found.said(say)))
        self.lines.setCurrentRow(0)
        rows = min(MOST_ROWS, self.lines.count())
        self.lines.setMinimumHeight(space(36) * rows + space(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(10))
        column.addWidget(self.lines)
        text = mark("Next comes a new recovery sheet: the old one does not open the new cabinet.")
        column.addWidget(label(say(text), "note"))

    def first_field(self) -> QWidget:
        """Return the list, to be read line by line."""
        return self.lines


def _salvaged(folder: Path, new: Path, password: str, progress: Progress) -> tuple[Desk, Salvaged]:
    return salvage_cabinet(folder, password, new, progress)


def _confirmed(desk: Desk, _progress: Progress) -> None:
    confirm_recovery_sheet(desk)
