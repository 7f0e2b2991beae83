"""The side of a case page: what is to be done, and what was agreed to be shared."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.desk import Desk
from gbvcase.casework.tasks import add_task, finish_task, reopen_task
from gbvcase.domain.case import Case
from gbvcase.domain.codes import TaskKind
from gbvcase.domain.marking import mark
from gbvcase.domain.task_states import due_day, is_open, is_overdue
from gbvcase.domain.tasks import Task
from gbvcase.domain.text import written_date
from gbvcase.ui.case_words import agreements
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.intake_questions import NextStep
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, empty_out, in_a_line
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, Chip, button, label

SHOWN = 6


class CaseSide(QWidget):
    """Tasks and consents; it asks the frame to do, and tells the page that something was done."""

    done = Signal()
    ask_consent = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._case: Case | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, space(8), 0, 0)
        self._column.setSpacing(space(12))

    def show_case(self, case: Case) -> None:
        """Show a case as it stands now."""
        self._case = case
        empty_out(self._column)
        self._column.addWidget(self._tasks(self._frame.desk, case))
        self._column.addWidget(self._consents(self._frame.desk, case))
        self._column.addStretch(1)

    def add(self) -> None:
        """Ask for a new task and add it."""
        case = self._case
        asked = ask_for_task(self, self._frame)
        if asked is not None and case is not None:
            kind, due = asked
            desk = self._frame.desk
            self._frame.jobs.start(
                lambda _progress: add_task(desk, case.head.id, kind, due),
                done=self._tell,
                failed=self._frame.failed,
            )

    def _tasks(self, desk: Desk, case: Case) -> Card:
        card = Card(say(mark("Tasks")))
        tasks = sorted(
            (task for task in case.tasks if is_open(task)),
            key=lambda task: due_day(task) or date.max,
        )
        if not tasks:
            card.add(label(say(mark("Nothing is to be done.")), "note"))
        for task in tasks[:SHOWN]:
            card.add(self._task_line(desk, task))
        if len(tasks) > SHOWN:
            card.add(label(say(mark("and {count} more")).format(count=len(tasks) - SHOWN), "note"))
        add = button(say(mark("Add")), "plus", "quiet")
        add.setAccessibleName(say(mark("Add a task")))
        add.clicked.connect(self.add)
        card.add(in_a_line(add))
        return card

    def _task_line(self, desk: Desk, task: Task) -> QWidget:
        due = due_day(task)
        is_late = is_overdue(task, desk.today())
        kind = task.kind.said(say) if isinstance(task.kind, TaskKind) else ""
        when = written_date(due) if due else ""
        if is_late:
            when = say(mark("overdue since {date}")).format(date=when)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(kind))
        words.addWidget(label(when, "error" if is_late else "note"))
        row.addLayout(words, 1)
        finish = button(say(mark("Done")))
        finish.setAccessibleName(say(mark("Done: {task}")).format(task=kind))
        finish.clicked.connect(lambda: self._finish(task))
        row.addWidget(finish)
        return line

    def _consents(self, desk: Desk, case: Case) -> Card:
        card = Card(say(mark("What was agreed")))
        for agreed in agreements(case, desk.today()):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(agreed.what), 1)
            row.addWidget(Chip(agreed.state, agreed.kind))
            card.add(line)
        ask = button(say(mark("Ask and record")), kind="quiet")
        ask.clicked.connect(self.ask_consent)
        card.add(in_a_line(ask))
        return card

    def _finish(self, task: Task) -> None:
        case, desk = self._case, self._frame.desk
        assert case is not None
        case_id = case.head.id

        def finished(_task: object) -> None:
            self._frame.note(say(mark("The task is done.")), say(mark("Undo")), take_back)
            self._tell(None)

        def take_back() -> None:
            self._frame.jobs.start(
                lambda _progress: reopen_task(desk, case_id, task.id),
                done=self._tell,
                failed=self._frame.failed,
            )

        self._frame.jobs.start(
            lambda _progress: finish_task(desk, case_id, task.id),
            done=finished,
            failed=self._frame.failed,
        )

    def _tell(self, _done: object) -> None:
        self._frame.refresh_counts()
        self.done.emit()


def ask_for_task(parent: QWidget, frame: Frame) -> tuple[TaskKind, date] | None:
    """Ask what is to be done and until when; None if the person thinks better of it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(say(mark("Workbook")))
    dialog.setMinimumWidth(space(480))
    form: RecordForm[NextStep] = RecordForm(NextStep(), Around(now=frame.desk.now), folded=False)
    add = button(say(mark("Add")), kind="main")
    add.setDefault(True)
    cancel = button(say(mark("Cancel")))
    cancel.clicked.connect(dialog.reject)

    def accept() -> None:
        if _answer(form) is not None:
            dialog.accept()

    add.clicked.connect(accept)
    column = QVBoxLayout(dialog)
    column.addWidget(label(say(mark("New task")), "section"))
    column.addWidget(form)
    column.addLayout(at_the_end(cancel, add))
    form.focus_first()
    return _answer(form) if dialog.exec() else None


def _answer(form: RecordForm[NextStep]) -> tuple[TaskKind, date] | None:
    if form.unreadable():
        return None
    step = form.record()
    if not isinstance(step.kind, TaskKind):
        form.row("kind").say_problem(say(mark("Choose one of the answers.")))
        return None
    if not isinstance(step.due, date):
        form.row("due").say_problem(say(mark("Type a day, such as 24/11/2026.")))
        return None
    return step.kind, step.due
