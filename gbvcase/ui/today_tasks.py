"""The tasks of the start page: a card of them, and the next seven days."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.tasks import TaskLine, may_be_dropped
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, button, icon_button, label

SHOWN = 4
DAYS = 7
WEEKDAYS = (
    mark("Mon"),
    mark("Tue"),
    mark("Wed"),
    mark("Thu"),
    mark("Fri"),
    mark("Sat"),
    mark("Sun"),
)


class TaskRows(QWidget):
    """Tasks below each other, each with what can be done about it; more than a few on request."""

    finished = Signal(object, int)  # a TaskLine, and its place
    dropped = Signal(object, int)
    opened = Signal(str)  # the id of a case

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(8))
        self._done: list[QPushButton] = []
        self._tasks: Sequence[TaskLine] = ()

    def show_tasks(
        self, tasks: Sequence[TaskLine], *, with_names: bool, most: int | None = SHOWN
    ) -> None:
        """Show the first of these tasks, and a way to the others."""
        empty_out(self._column)
        self._done, self._tasks = [], tasks
        shown = tasks if most is None else tasks[:most]
        for place, task in enumerate(shown):
            self._column.addWidget(self._row(task, place, with_names))
        if len(tasks) > len(shown):
            text = say(mark("and {count} more")).format(count=len(tasks) - len(shown))
            more = button(text, kind="link")
            more.clicked.connect(lambda: self.show_tasks(tasks, with_names=with_names, most=None))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def done_buttons(self) -> list[QPushButton]:
        """Return the button of each row that says it is done, from the top."""
        return list(self._done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Throw the task of the row away that has the keyboard, with Del."""
        here = self.window().focusWidget()
        focused = [place for place, one in enumerate(self._done) if one is here]
        if event.key() == Qt.Key.Key_Delete and focused:
            task = self._tasks[focused[0]]
            if may_be_dropped(task):
                self.dropped.emit(task, focused[0])
                return
        super().keyPressEvent(event)

    def _row(self, task: TaskLine, place: int, with_names: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(with_sign(task, self._today)))
        words.addWidget(self._link(task, with_names), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        kind = task.kind.said(say)
        done = button(say(mark("Done")))
        self._done.append(done)
        done.setAccessibleName(say(mark("Done: {task}, {code}")).format(task=kind, code=task.code))
        done.clicked.connect(partial(self._finish, task, place))
        row.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        if any(may_be_dropped(one) for one in self._tasks):
            row.addWidget(self._drop_button(task, place), 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _drop_button(self, task: TaskLine, place: int) -> QToolButton:
        """Return the way to throw a task away; where there is none its room stays empty."""
        said = say(mark("Throw away: {task}, {code}"))
        drop = icon_button("trash-2", said.format(task=task.kind.said(say), code=task.code))
        if may_be_dropped(task):
            drop.clicked.connect(partial(self._drop, task, place))
            return drop
        room = drop.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # so that the buttons beside it stand in one column
        drop.setSizePolicy(room)
        drop.hide()
        return drop

    def _link(self, task: TaskLine, with_names: bool) -> QPushButton:
        open_case = button(shown_name(task.code, task.name, with_names), kind="link")
        open_case.setAccessibleName(say(mark("Open the case {code}")).format(code=task.code))
        open_case.clicked.connect(partial(self._open, task.case_id))
        return open_case

    def _finish(self, task: TaskLine, place: int, _checked: bool = False) -> None:
        self.finished.emit(task, place)

    def _drop(self, task: TaskLine, place: int, _checked: bool = False) -> None:
        self.dropped.emit(task, place)

    def _open(self, case_id: str, _checked: bool = False) -> None:
        self.opened.emit(case_id)


class Week(Card):
    """Seven days side by side, each with how much is due on it; the chosen one is shown below."""

    def __init__(self, rows: TaskRows, today: date, across: int) -> None:
        super().__init__(say(mark("The next seven days")))
        self._rows, self._group = rows, QButtonGroup(self)
        self._tasks: Sequence[TaskLine] = ()
        self._with_names = False
        self._days = [today + timedelta(days=n) for n in range(1, DAYS + 1)]
        self._grid = QGridLayout()
        self._grid.setSpacing(space(8))
        self._across = across
        self._nothing = label(say(mark("Nothing is due on this day.")), "note")
        self._nothing.hide()
        self.add(self._grid)
        self.add(rows)
        self.add(self._nothing)

    def show_tasks(self, tasks: Sequence[TaskLine], *, with_names: bool) -> None:
        """Show how much is due on each day, and the first day on which something is."""
        self._tasks, self._with_names = tasks, with_names
        first = next((place for place, day in enumerate(self._days) if self._on(day)), None)
        for place, day in enumerate(self._days):
            one = self._day(day, len(self._on(day)))
            one.setChecked(place == first)
            one.clicked.connect(partial(self._show, day))
            self._group.addButton(one)
            self._grid.addWidget(one, place // self._across, place % self._across)
        if first is not None:
            self._show(self._days[first])

    def _on(self, day: date) -> list[TaskLine]:
        return [task for task in self._tasks if task.due == day]

    def _show(self, day: date, _checked: bool = False) -> None:
        due = self._on(day)
        self._nothing.setHidden(bool(due))
        self._rows.setHidden(not due)
        self._rows.show_tasks(due, with_names=self._with_names)

    def _day(self, day: date, count: int) -> QPushButton:
        words = f"{say(WEEKDAYS[day.weekday()])} {day:%d/%m}"
        one = button(f"{words}\n{count or '-'}", kind="day")
        one.setCheckable(True)
        one.setAccessibleName(say(mark("{day}: {count} tasks")).format(day=words, count=count))
        return one


def shown_name(code: str, name: str | None, with_names: bool) -> str:
    """Return a code, with the name where it may be seen, as a button takes it."""
    text = f"{code}  {name}" if with_names and name else code
    return text.replace("&", "&&")


def with_sign(task: TaskLine, today: date) -> str:
    """Return what is to be done and when; what is urgent has its sign."""
    late = (today - task.due).days
    kind = task.kind.said(say)
    if late > DAYS:
        text = say(mark("{task}, since {date}")).format(task=kind, date=written_date(task.due))
    elif late == 1:
        text = say(mark("{task}, since yesterday")).format(task=kind)
    elif late > 0:
        text = say(mark("{task}, {days} days late")).format(task=kind, days=late)
    elif late < 0:
        text = say(mark("{task}, on {date}")).format(task=kind, date=written_date(task.due))
    else:
        text = kind
    return f"▲ {text}" if task.urgent else text
