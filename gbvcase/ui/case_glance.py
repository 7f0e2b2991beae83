"""A glance at the chosen case of the list: who, how to make contact, what is next."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gbvcase.casework.cases import CaseLine, load
from gbvcase.domain.case import Case
from gbvcase.domain.codes import TaskState
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date
from gbvcase.ui.case_words import line_about, name_of, safe_contact
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Chip, button, label, scrolling

WIDTH = 260
REST = 150  # milliseconds on a row before its case is read
OPEN_STATES = (TaskState.OPEN, TaskState.DOING, TaskState.SNOOZED)
SHOWN_TASKS = 3


class CaseGlance(QFrame):
    """The side of the list; F4 shows and hides it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(space(WIDTH))
        self.setAccessibleName(say(mark("A glance at the chosen case")))
        self._frame = frame
        self._line: CaseLine | None = None
        self._with_names = True
        self._code = label("", "section")
        self._state = Chip("", "neutral")
        self._who = label("", "strong")
        self._about = label("", "note")
        self._contact = label("")
        self._next = label("")
        open_it = button(say(mark("Open the case")), "folder-open")
        open_it.clicked.connect(self._open)
        inner = QWidget()
        told = QVBoxLayout(inner)
        told.setContentsMargins(0, 0, space(4), 0)
        told.setSpacing(space(8))
        for one in (self._code, self._state, self._who, self._about, self._contact, self._next):
            told.addWidget(one)
        told.addStretch(1)
        around = scrolling(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(16), space(14), space(12), space(14))
        column.setSpacing(space(8))
        column.addWidget(around, 1)
        column.addWidget(open_it)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._read)

    def show_line(self, line: CaseLine | None, *, with_names: bool) -> None:
        """Show what the list knows at once, and the rest once the row is stayed upon."""
        self._with_names = with_names
        self._line = line
        if line is None:
            return
        self._code.setText(line.code)
        self._state.setText(line.status.said(say))
        self._who.setText((line.name or "") if with_names else "")
        self._about.setText(line.commune or "")
        self._contact.setText("")
        self._next.setText("")
        self._rest.start()

    def _read(self) -> None:
        if self._line is None or not self.isVisible():
            return
        desk, case_id = self._frame.desk, self._line.id

        def work(_progress: Progress) -> Case:
            return load(desk, case_id)

        self._frame.jobs.start(work, done=self._show, failed=self._frame.failed)

    def _show(self, case: Case) -> None:
        if self._line is None or case.head.id != self._line.id:
            return
        if self._with_names:
            self._who.setText(name_of(case))
            self._about.setText(line_about(case, self._frame.desk.today()))
        contact = say(mark("Contact: {how}"))
        self._contact.setText(contact.format(how=safe_contact(case)))
        self._next.setText("\n".join(_tasks_of(case)))

    def _open(self) -> None:
        if self._line is not None:
            self._frame.go("case", case_id=self._line.id)


def _tasks_of(case: Case) -> list[str]:
    open_tasks = [task for task in case.tasks if task.state in OPEN_STATES and task.due]
    open_tasks.sort(key=lambda task: str(task.due))
    texts = []
    for task in open_tasks[:SHOWN_TASKS]:
        kind, due = given(task.kind), given(task.due)
        if kind is not None and due is not None:
            texts.append(f"{written_date(due)}  {kind.said(say)}")
    return texts
