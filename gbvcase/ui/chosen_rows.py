"""What can be done with several chosen cases at once: put into other hands, print their codes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.assigning import (
    Assigned,
    assign,
    may_assign,
    take_assignment_back,
    workers_known,
)
from gbvcase.casework.code_lists import code_list_paper, note_code_list
from gbvcase.casework.papers import Purpose
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say, speaker
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.pages import Frame
from gbvcase.ui.preview_side import Check
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

FEWEST = 2
NARROW = 640
LONGEST_NAME = 120


class ChosenRows(QFrame):
    """A strip that comes when several rows are chosen, and goes with them."""

    assigned = Signal()
    none_wanted = Signal()

    def __init__(self, frame: Frame, chosen: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self.setProperty("kind", "info")
        self._frame, self._chosen = frame, chosen
        self.undo: Callable[[], object] | None = None
        self._text = label("")
        self.assign = button(say(mark("Assign...")), "users")
        self.assign.clicked.connect(self._ask_worker)
        if not may_assign(frame.desk):
            self.assign.hide()
        self.print = button(say(mark("List of codes...")), "printer")
        self.print.clicked.connect(self._make_list)
        none = button(say(mark("Choose none")), kind="quiet")
        none.clicked.connect(self.none_wanted)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(space(12), space(4), space(8), space(4))
        self._grid.setSpacing(space(8))
        buttons = QHBoxLayout()
        for one in (self.assign, self.print, none):
            buttons.addWidget(one)
        buttons.addStretch(1)
        self._buttons = QWidget()
        buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setLayout(buttons)
        self._lay(False)
        self.hide()

    def show_number(self, number: int, room: int) -> None:
        """Say how many cases are chosen; one alone needs no strip."""
        self.setVisible(number >= FEWEST)
        if number >= FEWEST:
            text = say(mark("Cases chosen: {count}"))
            self._text.setText(text.format(count=written_number(number, say)))
            self._lay(room < space(NARROW))

    def _lay(self, narrow: bool) -> None:
        for one in (self._text, self._buttons):
            self._grid.removeWidget(one)
        self._grid.addWidget(self._text, 0, 0)
        self._grid.addWidget(self._buttons, int(narrow), int(not narrow))
        self._grid.setColumnStretch(0, 1)

    # --- other hands

    def _ask_worker(self) -> None:
        desk = self._frame.desk
        self._frame.jobs.start(
            lambda _progress: workers_known(desk), done=self._choose, failed=self._frame.failed
        )

    def _choose(self, workers: tuple[str, ...]) -> None:
        ids = self._chosen()
        dialog = WorkerDialog(self, workers, len(ids))
        if dialog.exec():
            self._assign(ids, dialog.worker)
        dialog.deleteLater()

    def _assign(self, ids: tuple[str, ...], worker: str) -> None:
        desk = self._frame.desk

        def work(progress: Progress) -> tuple[Assigned, ...]:
            return assign(desk, ids, worker, progress)

        self._frame.jobs.start(
            work,
            done=partial(self._tell_assigned, worker),
            failed=self._frame.failed,
            words=say(mark("Assigning cases:")),
        )

    def _tell_assigned(self, worker: str, done: tuple[Assigned, ...]) -> None:
        self.assigned.emit()
        self._frame.refresh_counts()
        if not done:
            text = say(mark("{worker} was in charge of them already."))
            self._frame.note(text.format(worker=worker))
            return
        self.undo = partial(self._take_back, done)
        text = say(mark("{worker} is in charge now of cases: {count}."))
        said = text.format(worker=worker, count=written_number(len(done), say))
        self._frame.note(said, say(mark("Undo")), self.undo)

    def _take_back(self, done: tuple[Assigned, ...]) -> None:
        self.undo = None
        desk = self._frame.desk
        self._frame.jobs.start(
            lambda _progress: take_assignment_back(desk, done),
            done=self._tell_back,
            failed=self._frame.failed,
        )

    def _tell_back(self, _done: object) -> None:
        self.assigned.emit()
        self._frame.refresh_counts()
        self._frame.note(say(mark("Taken back.")))

    # --- paper

    def _make_list(self) -> None:
        desk, ids, language = self._frame.desk, self._chosen(), speaker(say.language)
        self._frame.jobs.start(
            lambda _progress: code_list_paper(desk, ids, language),
            done=partial(self._show_list, ids),
            failed=self._frame.failed,
        )

    def _show_list(self, ids: tuple[str, ...], paper: bytes) -> None:
        desk = self._frame.desk
        self._frame.go(
            "preview",
            paper=paper,
            title=say(mark("List of codes")),
            purpose=Purpose.FOR_THE_FILE,
            note=lambda purpose, copies, saved: note_code_list(desk, ids, purpose, copies, saved),
            checks=(Check(True, say(mark("Codes only: no name, no place, no kind of case."))),),
        )


class WorkerDialog(QDialog):
    """Asks who is to be in charge: somebody known here, or a name that is typed."""

    def __init__(self, parent: QWidget, workers: tuple[str, ...], number: int) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(min(space(420), parent.window().width() - space(32)))
        self._known = CalmComboBox()
        self._known.setAccessibleName(say(mark("Who is to be in charge")))
        for worker in workers:
            self._known.addItem(worker, worker)
        self._known.addItem(say(mark("Somebody else")), "")
        self._typed = QLineEdit()
        self._typed.setMaxLength(LONGEST_NAME)
        self._typed.setAccessibleName(say(mark("Name of the worker")))
        self._typed.setPlaceholderText(say(mark("Name of the worker")))
        self._typed.textChanged.connect(lambda _text: self._judge())
        self._known.currentIndexChanged.connect(lambda _row: self._judge())
        self._go = button(say(mark("Assign")), kind="main")
        self._go.setDefault(True)
        self._go.clicked.connect(self.accept)
        cancel = button(say(mark("Cancel")))
        cancel.clicked.connect(self.reject)
        asked = say(mark("Who is to be in charge of the chosen cases ({count})?"))
        note = mark("What the worker before was still to do goes along. It can be taken back.")
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(12))
        for one in (
            label(asked.format(count=written_number(number, say)), "section"),
            self._known,
            self._typed,
            label(say(note), "note"),
        ):
            column.addWidget(one)
        column.addLayout(at_the_end(cancel, self._go))
        self._judge()

    @property
    def worker(self) -> str:
        """Return who was chosen, or typed."""
        return str(self._known.currentData() or self._typed.text())

    def _judge(self) -> None:
        self._typed.setHidden(bool(self._known.currentData()))
        self._go.setEnabled(bool(self.worker.strip()))
