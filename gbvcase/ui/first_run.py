"""The first start: language and text size, the office, a password, the recovery sheet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.cabinets import next_cabinet
from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.recovery_sheet import confirm_recovery_sheet
from gbvcase.casework.upkeep import create_cabinet
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.errors import said
from gbvcase.ui.jobs import Jobs, Progress
from gbvcase.ui.language import LANGUAGES, OWN_NAMES, say
from gbvcase.ui.laying import in_a_line
from gbvcase.ui.office_form import OfficeForm
from gbvcase.ui.password_choice import PasswordChoice
from gbvcase.ui.recovery_step import RecoveryStep
from gbvcase.ui.settings import preferences
from gbvcase.ui.steps_page import StepsPage
from gbvcase.ui.theme import PERCENTS, space
from gbvcase.ui.widgets import button, label

TITLES = (
    mark("Language and text size"),
    mark("Your office"),
    mark("Password"),
    mark("Recovery sheet"),
)
LANGUAGE, OFFICE, PASSWORD, RECOVERY = range(4)


@dataclass(repr=False)
class Answers:
    """What was filled in so far, in memory alone: no name of a person lies outside a cabinet."""

    step: int = LANGUAGE
    office: dict[str, str | int] = field(default_factory=dict)
    password: tuple[str, str, bool] | None = None
    profile: Profile | None = None
    desk: Desk | None = None
    number: str = ""


class FirstRun(StepsPage):
    """Makes a cabinet in four steps; what was filled in stays while one goes back and forth.

    It stays too when the page is made anew in another language or size, with the same answers.
    """

    finished = Signal(object)  # a Desk
    practice_wanted = Signal()

    def __init__(
        self, jobs: Jobs, folder: Path | None = None, answers: Answers | None = None
    ) -> None:
        super().__init__(TITLES)
        self._jobs, self._folder = jobs, folder
        self._answers = kept = Answers() if answers is None else answers
        self._step = kept.step
        self._profile, self._desk, self._number = kept.profile, kept.desk, kept.number
        self._language = LanguageStep()
        self._language.practice_wanted.connect(self.practice_wanted)
        self._office = OfficeForm()
        self.password_step = PasswordChoice(lambda: self._profile)
        self._recovery: RecoveryStep | None = None
        _fill(self._office, kept.office)
        if kept.password is not None:
            self.password_step.restore(kept.password)
        if self._number and self._desk is not None:
            self._recovery = RecoveryStep(self._number, self._desk)
        self._show(kept.step)

    @property
    def stays_as_it_is(self) -> bool:
        """Tell whether the page must not be made anew now: a cabinet is being made for it."""
        return not self._next.isEnabled()

    def keep(self) -> None:
        """Put what was filled in where the page that comes after this one finds it."""
        kept = self._answers
        kept.step, kept.office = self._step, _filled(self._office)
        kept.password = self.password_step.kept()
        kept.profile, kept.desk, kept.number = self._profile, self._desk, self._number

    def leave(self) -> None:
        """Close the cabinet that was made, when the program is left before the sheet is done."""
        if self._desk is not None:
            self._desk.vault.lock()

    def go_on(self) -> None:
        """Take the answers of the step, and show the next."""
        if self._step == LANGUAGE:
            self._show(OFFICE)
        elif self._step == OFFICE:
            self._profile = self._office.profile()
            if self._profile is not None:
                self._show(PASSWORD)
        elif self._step == PASSWORD:
            password = self.password_step.password()
            if password is not None:
                self._make(password)
        elif self._recovery is not None and self._recovery.is_confirmed():
            self._confirm(self._finish)

    def go_aside(self) -> None:
        """Practise first: the cabinet that was made is locked, and waits."""
        if self._desk is None or self._recovery is None or not self._recovery.is_confirmed():
            return
        self._confirm(self._practise)

    def _confirm(self, then: Callable[[object], None]) -> None:
        desk = self._desk
        assert desk is not None
        self._jobs.start(
            lambda _progress: confirm_recovery_sheet(desk), done=then, failed=self._failed
        )

    def _finish(self, _done: object) -> None:
        desk, self._desk, self._number = self._desk, None, ""
        kept = self._answers
        kept.desk, kept.number, kept.password = None, "", None
        self.finished.emit(desk)

    def _practise(self, _done: object) -> None:
        assert self._desk is not None
        self._desk.vault.lock()
        self._desk, self._number, self._step = None, "", LANGUAGE
        self.practice_wanted.emit()

    def go_back(self) -> None:
        """Show the step before."""
        self._show(self._step - 1)

    def _show(self, step: int) -> None:
        self._step = step
        widgets: tuple[QWidget | None, ...] = (
            self._language,
            self._office,
            self.password_step,
            self._recovery,
        )
        widget = widgets[step]
        assert widget is not None
        self.show_step(
            step, widget, next_text=say(mark("Begin to work")) if step == RECOVERY else ""
        )
        self._aside.setVisible(step == RECOVERY)
        self._aside.setText(say(mark("Practise with made-up data")))
        self._back.setVisible(step in (OFFICE, PASSWORD))  # a cabinet that is made is made

    def _make(self, password: str) -> None:
        profile, folder = self._profile, self._folder or next_cabinet()
        assert profile is not None

        def work(progress: Progress) -> tuple[Desk, str]:
            return create_cabinet(folder, profile, password, progress)

        self.work(say(mark("Making the cabinet...")))
        self._jobs.start(work, done=self._made, failed=self._failed)

    def _made(self, made: tuple[Desk, str]) -> None:
        self._desk, self._number = made
        self.work("")
        self._recovery = RecoveryStep(self._number, self._desk)
        self._show(RECOVERY)

    def _failed(self, error: Exception) -> None:
        self.work("")
        self._next.setText(say(mark("Go on")))
        self.tell(said(error))


def _fill(form: QWidget, filled: dict[str, str | int]) -> None:
    """Show in the fields of a form what `_filled` gave."""
    for box in form.findChildren(QComboBox):
        box.setCurrentIndex(int(filled.get(box.objectName(), box.currentIndex())))
    for line in form.findChildren(QLineEdit):
        line.setText(str(filled.get(line.objectName(), line.text())))


def _filled(form: QWidget) -> dict[str, str | int]:
    """Return what stands in the fields of a form, by their names."""
    boxes = {box.objectName(): box.currentIndex() for box in form.findChildren(QComboBox)}
    return boxes | {line.objectName(): line.text() for line in form.findChildren(QLineEdit)}


class LanguageStep(QWidget):
    """The language and the size of the text, with a sample that is the page itself."""

    practice_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        settings = preferences.current
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        self._languages: list[QRadioButton] = []
        for language in LANGUAGES:
            one = QRadioButton(OWN_NAMES[language])
            one.setChecked(language == settings.language)
            one.clicked.connect(lambda _=False, which=language: preferences.take(language=which))
            group.addButton(one)
            self._languages.append(one)
            column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        words = QLabel(say(mark("&Text size")))
        self._size = CalmComboBox()
        for percent in PERCENTS:
            self._size.addItem(f"{percent} %", percent)
        self._size.setCurrentIndex(self._size.findData(settings.percent))
        self._size.activated.connect(lambda _: preferences.take(percent=self._size.currentData()))
        self._size.setAccessibleName(say(mark("Text size")))
        words.setBuddy(self._size)
        column.addSpacing(space(8))
        column.addLayout(in_a_line(words, self._size))
        sample = mark(
            "This is how large the text will be. Everything stays on this computer, encrypted; "
            "nothing is sent anywhere."
        )
        column.addWidget(label(say(sample)))
        practise = button(say(mark("Practise first, with made-up data")), kind="link")
        practise.clicked.connect(self.practice_wanted)
        column.addWidget(practise, 0, Qt.AlignmentFlag.AlignLeft)

    def first_field(self) -> QWidget:
        """Return the language that is chosen."""
        return next((one for one in self._languages if one.isChecked()), self._languages[0])
