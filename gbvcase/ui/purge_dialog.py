"""Removing cases for good: which, what goes and what stays, a typed word, the password once more.

Nothing is asked for by accident: each case is named by its code and shown as it is before it is
taken into the list. Once the first row is removed the work is not stopped any more; when the
program is killed after that, the next unlock takes the new keys.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.purging import STEPS, WORD, Purge, ToPurge, look_before, purge_cases
from gbvcase.domain.errors import Cancelled, GbvcaseError, WrongPassword
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.ui.jobs import Job, Progress
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, empty_out, tab_as_read
from gbvcase.ui.lock_page import PasswordField
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, button, icon_button, label, scrolling

WIDTH, HEIGHT, MARGIN = 640, 720, 40
SHORT = 280  # when only the outcome is said
GOES = mark(
    "These cases go with everything: answers, history, notes, drafts, files. Nobody can bring them "
    "back, neither you nor those who made this program."
)
STAYS = mark(
    "Out of reach stay copies of the cabinet made before, printed papers, and figures that are "
    "published. The journal keeps that something was removed, under a random number."
)
NEW_KEYS = mark(
    "Then the cabinet is written anew under new keys; that takes some seconds, and as much room on "
    "the disk as the cabinet. Your password and the recovery sheet stay the same."
)
AFTERWARDS = (
    mark("Destroy or overwrite the copies of the cabinet that were made before, on every stick."),
    mark("Shred what was printed of these cases, unless a law or another office needs it."),
)
SAID = (
    mark("Checking the password..."),
    mark("Removing the cases..."),
    mark("Writing the cabinet under new keys..."),
)


class PurgeDialog(QDialog):
    """Asks for everything once; then works, and says what came of it."""

    def __init__(self, parent: QWidget, frame: Frame, after: Callable[[], object]) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(mark("Workbook")))
        room = parent.window().size()
        self.resize(
            min(space(WIDTH), room.width() - MARGIN), min(space(HEIGHT), room.height() - MARGIN)
        )
        self._frame, self._after = frame, after
        self._chosen: list[ToPurge] = []
        self._job: Job | None = None
        self._begun = False  # what is removed is removed: nothing can be stopped any more
        self._make_fields()
        self._lay_out()
        self.code.setFocus()

    # --- what it is made of

    def _make_fields(self) -> None:
        self.code = QLineEdit()
        self.code.setMaxLength(40)
        self.code.setPlaceholderText("GL-....-......-.")
        self.code.returnPressed.connect(self.add)
        self.code_problem = label("", "error")
        self.take = button(say(mark("Put on the list")), "plus")
        self.take.clicked.connect(self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(space(8))
        self.word = QLineEdit()
        self.word.setMaxLength(40)
        self.word_problem = label("", "error")
        self.password = PasswordField(say(mark("Password")))
        self.password_problem = label("", "error")
        self.password.submitted.connect(self.do)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say(mark("How far the work is")))
        self.working = label("", "strong")
        self.remove = button(say(mark("Remove for good")), "trash-2", "danger")
        self.remove.clicked.connect(self.do)
        self.leave = button(say(mark("Cancel")))
        self.leave.clicked.connect(self.reject)
        for one in (self.code_problem, self.word_problem, self.password_problem):
            one.hide()
        for hidden in (self.bar, self.working):
            hidden.hide()

    def _lay_out(self) -> None:
        self._inner = QWidget()
        inside = QVBoxLayout(self._inner)
        inside.setContentsMargins(0, 0, space(8), 0)
        inside.setSpacing(space(10))
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(space(8))
        asked.addWidget(label(say(GOES)))
        asked.addWidget(label(say(STAYS), "note"))
        asked.addWidget(label(say(NEW_KEYS), "note"))
        asked.addWidget(_words(say(mark("&Code of the case")), self.code))
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(self.code, 1)
        line.addWidget(self.take)
        asked.addLayout(line)
        asked.addWidget(self.code_problem)
        asked.addLayout(self._list)
        text = say(mark("&Type “{word}” to confirm")).format(word=say(WORD))
        asked.addWidget(_words(text, self.word))
        asked.addWidget(self.word)
        asked.addWidget(self.word_problem)
        asked.addWidget(_words(say(mark("&Password")), self.password.line))
        asked.addWidget(self.password)
        asked.addWidget(self.password_problem)
        inside.addWidget(self._asked)
        inside.addWidget(self.working)
        inside.addWidget(self.bar)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(12))
        self.title = label(say(mark("Remove cases for good")), "title")
        column.addWidget(self.title)
        column.addWidget(scrolling(self._inner), 1)
        column.addLayout(at_the_end(self.leave, self.remove))

    # --- which cases

    def add(self) -> None:
        """Look at the case whose code was typed, and put it on the list."""
        self._say(self.code, self.code_problem, "")
        desk, code = self._frame.desk, self.code.text().strip()
        if not code:
            self._say(self.code, self.code_problem, say(mark("Type the code of a case first.")))
            return
        self._frame.jobs.start(
            lambda _progress: look_before(desk, code), done=self._added, failed=self._not_added
        )

    def _added(self, found: ToPurge) -> None:
        self.code.clear()
        if all(one.code != found.code for one in self._chosen):
            self._chosen.append(found)
            self._draw()
        self.word.setFocus()

    def _not_added(self, error: Exception) -> None:
        if isinstance(error, GbvcaseError):
            self._say(self.code, self.code_problem, error.said(say))
        else:
            self._frame.failed(error)

    def _draw(self) -> None:
        empty_out(self._list)
        for one in self._chosen:
            self._list.addWidget(self._line(one))
        tab_as_read(self._inner)

    def _line(self, one: ToPurge) -> Card:
        card = Card()
        card.setAccessibleName(one.code)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("  ".join(filter(None, (one.code, one.name))), "strong"))
        words.addWidget(label("  ".join(filter(None, (one.status.said(say), one.commune))), "note"))
        words.addWidget(label(one.held(say), "note"))
        off = icon_button("x", say(mark("Take {code} off the list")).format(code=one.code))
        off.clicked.connect(partial(self._take_off, one))
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addLayout(words, 1)
        line.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)
        card.add(line)
        return card

    def _take_off(self, one: ToPurge, _checked: bool = False) -> None:
        self._chosen.remove(one)
        self._draw()
        self.code.setFocus()

    # --- doing it

    def do(self) -> None:
        """Remove what is on the list, if the word and the password are there."""
        for field, problem in (
            (self.code, self.code_problem),
            (self.word, self.word_problem),
            (self.password.line, self.password_problem),
        ):
            self._say(field, problem, "")
        if not self._chosen:
            text = say(mark("There is no case on the list yet."))
            self._say(self.code, self.code_problem, text)
        elif folded(self.word.text()).strip() != folded(say(WORD)):
            text = say(mark("Type “{word}”. Nothing was removed.")).format(word=say(WORD))
            self._say(self.word, self.word_problem, text)
        elif not self.password.text():
            text = say(mark("Type the password of this cabinet."))
            self._say(self.password.line, self.password_problem, text)
        else:
            self._start([one.code for one in self._chosen], self.password.text())

    def _start(self, codes: Sequence[str], password: str) -> None:
        desk = self._frame.desk

        def work(progress: Progress) -> Purge:
            return purge_cases(desk, codes, password, progress)

        self._show_work(True)
        self._job = self._frame.jobs.start(work, done=self._done, failed=self._failed, quiet=True)
        if self._job is not None:
            self._job.progressed.connect(self._progress)

    def _show_work(self, on: bool) -> None:
        self._asked.setVisible(not on)
        self.working.setVisible(on)
        self.bar.setVisible(on)
        self.remove.setVisible(not on)
        self.leave.setText(say(mark("Stop")) if on else say(mark("Cancel")))
        self.leave.setEnabled(True)
        self.leave.show()
        self._begun = False
        if on:
            self._progress(0, STEPS)
            self.leave.setFocus()

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        step = min(done, len(SAID) - 1)
        self.working.setText(f"{say(SAID[step])} ({step + 1}/{total})")
        if done > 0:
            self._begun = True
            self.leave.hide()

    def _done(self, purge: Purge) -> None:
        self._job = None
        self._frame.forget_pages()
        self._frame.refresh_counts()
        self._after()
        self._asked.hide()
        self.bar.hide()
        self.remove.hide()
        self.title.setText(say(mark("Removed for good")))
        self.working.setText(purge.said(say))
        self.working.show()
        inside = self._inner.layout()
        for number, text in enumerate(AFTERWARDS):
            inside.insertWidget(2 + number, label(say(text)))  # type: ignore[union-attr]
        self._begun = False
        self.resize(self.width(), min(self.height(), space(SHORT)))
        self.leave.setText(say(mark("Close")))
        self.leave.setEnabled(True)
        self.leave.show()
        self.leave.setFocus()

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._show_work(False)
        if isinstance(error, WrongPassword):
            self.password.clear()
            self._say(self.password.line, self.password_problem, error.said(say))
        elif isinstance(error, Cancelled):
            self._say(self.password.line, self.password_problem, error.said(say))
        else:
            super().reject()
            self._frame.failed(error)

    # --- leaving

    def reject(self) -> None:
        """Stop the work while nothing is removed yet; close when nothing is being done."""
        if self._begun:
            return
        if self._job is not None:
            self._job.cancel()
            self.leave.setEnabled(False)
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do nothing by itself: each field says what it does on Enter."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @staticmethod
    def _say(field: QLineEdit, problem: QLabel, text: str) -> None:
        problem.setText(text)
        problem.setVisible(bool(text))
        field.setAccessibleDescription(text)
        if text:
            field.setFocus()


def _words(text: str, field: QLineEdit) -> QLabel:
    words = QLabel()
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setText(text)
    words.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    return words
