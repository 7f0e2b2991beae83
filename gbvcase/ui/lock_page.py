"""The page that stands where the work was, while the cabinet is locked."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.cabinets import is_stopped
from gbvcase.domain.errors import VaultDamaged, WrongPassword
from gbvcase.domain.marking import mark
from gbvcase.ui.icons import program_icon, set_icon
from gbvcase.ui.jobs import Job, Jobs, Progress
from gbvcase.ui.language import LANGUAGES, OWN_NAMES, say
from gbvcase.ui.messages import announce
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Link, button, icon_button, label

if TYPE_CHECKING:  # the desk brings the vault's library, which this page does not wait for
    from gbvcase.casework.desk import Desk

WIDTH = 400
HELP, TROUBLE = "lock", "trouble"
"""The help pages of this page, and of a cabinet that does not open."""
CABINET = mark("Cabinet {number}")


class PasswordField(QWidget):
    """A field for a password: it can be shown, pasted into, and it tells of Caps Lock."""

    submitted = Signal()
    typed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.returnPressed.connect(self.submitted)
        self.line.textChanged.connect(self.typed)
        self.line.installEventFilter(self)
        self._eye = icon_button("eye", say(mark("Show the password")))
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self._caps = label(say(mark("Caps Lock is on.")), "warn")
        self._caps.hide()
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(self.line, 1)
        line.addWidget(self._eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addLayout(line)
        column.addWidget(self._caps)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and hide it again."""
        self.line.clear()
        self._eye.setChecked(False)

    def show_text(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self._eye.setChecked(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the keys for a Caps Lock that is on; no key is taken away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if text.isalpha() and text.lower() != text.upper():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps.setVisible(text.isupper() != shifted)
        return super().eventFilter(watched, event)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        name = say(mark("Hide the password")) if shown else say(mark("Show the password"))
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(name)
        set_icon(self._eye, "eye-off" if shown else "eye", "text2")


class LockPage(QWidget):
    """Asks for the password, and tells when it has opened the cabinet."""

    opened = Signal(object)  # a Desk
    begun = Signal()  # the first letter of a password
    language_wanted = Signal(str)
    recovery_wanted = Signal(object)  # the folder of the cabinet
    salvage_wanted = Signal(object)  # the same
    practice_wanted = Signal()
    help_wanted = Signal(str)  # the name of a help page

    def __init__(self, jobs: Jobs, folders: tuple[Path, ...]) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self._jobs, self._folders = jobs, folders
        self._job: Job | None = None
        self._seconds = 0
        self._field = PasswordField(say(mark("Password")))
        self._field.submitted.connect(self._open)
        self._field.typed.connect(self._begin)
        self._problem = label("", "error")
        self._problem.hide()
        self._what_to_do = button("", kind="link")
        self._what_to_do.clicked.connect(lambda: self.help_wanted.emit(TROUBLE))
        self._what_to_do.hide()
        self._submit = button(say(mark("Unlock")), kind="main")
        self._submit.clicked.connect(self._open)
        self._cancel = button(say(mark("Cancel")))
        self._cancel.clicked.connect(self._stop)
        self._cancel.hide()
        self._save = Link(say(mark("Save what can be read...")))
        self._save.hide()
        self._pause = QTimer(self, interval=1_000)
        self._pause.timeout.connect(self._count_down)
        self._which = QComboBox()
        self._lay_out()

    def _begin(self) -> None:
        self._field.typed.disconnect(self._begin)
        self.begun.emit()

    def focus(self) -> None:
        """Put the cursor where the password goes."""
        self._field.line.setFocus()

    def unlock_with(self, password: str) -> None:
        """Open with a password, as if it had been typed."""
        self._field.line.setText(password)
        self._open()

    def showEvent(self, event: object) -> None:
        """The password field has the focus, always."""
        super().showEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, self.focus)

    @property
    def _folder(self) -> Path:
        return self._folders[max(self._which.currentIndex(), 0)]

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(space(WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(space(28), space(24), space(28), space(24))
        column.setSpacing(space(8))
        column.addLayout(_name_of_program())
        column.addSpacing(space(8))
        if len(self._folders) > 1:
            self._add_choice(column)
        words = QLabel(say(mark("&Password")))
        words.setBuddy(self._field.line)
        column.addWidget(words)
        column.addWidget(self._field)
        column.addWidget(self._problem)
        column.addWidget(self._what_to_do, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(space(4))
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(self._cancel)
        line.addWidget(self._submit, 1)
        column.addLayout(line)
        column.addSpacing(space(8))
        forgotten = Link(say(mark("Forgotten? Use the recovery sheet...")))
        forgotten.clicked.connect(lambda: self.recovery_wanted.emit(self._folder))
        column.addWidget(forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        self._save.clicked.connect(lambda: self.salvage_wanted.emit(self._folder))
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addLayout(self._languages())
        around.addStretch(3)

    def _add_choice(self, column: QVBoxLayout) -> None:
        for number, folder in enumerate(self._folders, start=1):
            text = mark("Cabinet {number} (damaged)") if is_stopped(folder) else CABINET
            self._which.addItem(say(text).format(number=number))
        words = QLabel(say(mark("&Cabinet")))
        words.setBuddy(self._which)
        self._which.setAccessibleName(say(mark("Cabinet")))
        column.addWidget(words)
        column.addWidget(self._which)

    def _languages(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, space(12), 0, 0)
        line.addStretch(1)
        for language in LANGUAGES:
            one = button(OWN_NAMES[language], kind="quiet")
            one.setCheckable(True)
            one.setChecked(language == say.language)
            one.clicked.connect(lambda _=False, which=language: self.language_wanted.emit(which))
            line.addWidget(one)
        practise = button(say(mark("Practise with made-up data")), kind="quiet")
        practise.clicked.connect(self.practice_wanted)
        line.addWidget(practise)
        explain = button(say(mark("Help")), "circle-help", "quiet")
        explain.setToolTip("F1")
        explain.clicked.connect(lambda: self.help_wanted.emit(HELP))
        line.addWidget(explain)
        line.addStretch(1)
        return line

    def _open(self) -> None:
        password = self._field.text()
        if not password or self._job is not None or self._seconds:
            return
        self._field.clear()
        self._problem.hide()
        self._what_to_do.hide()
        folder = self._folder

        def work(progress: Progress) -> "Desk":
            from gbvcase.casework.upkeep import open_desk

            return open_desk(folder, password, progress)

        self._job = self._jobs.start(work, done=self._succeed, failed=self._fail)
        self._submit.setText(say(mark("Opening...")))
        self._submit.setEnabled(False)
        self._cancel.show()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._rest()

    def _rest(self) -> None:
        self._job = None
        self._submit.setText(say(mark("Unlock")))
        self._submit.setEnabled(not self._seconds)
        self._cancel.hide()
        self.focus()

    def _succeed(self, desk: "Desk") -> None:
        if self._job is None:  # cancelled while it opened: it is closed again
            desk.vault.lock()
            return
        self._rest()
        self.opened.emit(desk)

    def _fail(self, error: Exception) -> None:
        from gbvcase.ui.errors import help_for, said

        if self._job is None:
            return
        self._what_to_do.setText(help_for(error))
        self._what_to_do.setVisible(bool(help_for(error)))
        if isinstance(error, WrongPassword) and error.wait:
            self._seconds = error.wait
            self._pause.start()
        self._rest()
        self._save.setVisible(isinstance(error, VaultDamaged))
        self._tell(said(error))

    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._field.line.setAccessibleDescription(text)
        announce(self, text)

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._seconds = 0
            self._pause.stop()
            self._problem.hide()
            self._submit.setEnabled(True)
            return
        text = say(mark("Please wait {seconds} seconds before the next try."))
        self._problem.setText(text.format(seconds=self._seconds))


def _name_of_program() -> QHBoxLayout:
    side = space(40)
    sign = QLabel()
    sign.setPixmap(program_icon().pixmap(side, side))
    name = label(say(mark("Workbook")), "title")
    name.setWordWrap(False)
    line = QHBoxLayout()
    line.setSpacing(space(12))
    line.addWidget(sign)
    line.addWidget(name)
    line.addStretch(1)
    return line
