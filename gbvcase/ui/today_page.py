"""The start page: what is late, what is due, what waits, and what was left half done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.cases import CaseLine, lines
from gbvcase.casework.drafts import Draft, drafts, drop_draft, take_draft_back
from gbvcase.casework.tasks import TaskBoard, TaskLine, due_tasks, finish_task, reopen_task
from gbvcase.domain.codes import TaskKind
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date, written_weekday
from gbvcase.ui.autosave import said_when
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, empty_out
from gbvcase.ui.navigation import LARGE_TEXT
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.recent import recent_ids
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import (
    Card,
    EmptyState,
    button,
    header,
    icon_button,
    label,
    one_line,
    scrolling,
)

SHOWN_TASKS = 5
SHOWN_DRAFTS = 3
DAYS = 7
NARROW = 860
WEEKDAYS = (
    mark("Mon"),
    mark("Tue"),
    mark("Wed"),
    mark("Thu"),
    mark("Fri"),
    mark("Sat"),
    mark("Sun"),
)


@dataclass(frozen=True)
class Waiting:
    """All that the page shows, read in one go."""

    board: TaskBoard
    drafts: tuple[Draft, ...]
    recent: tuple[CaseLine, ...]


class TodayPage(PageWidget):
    """People walk past this page: names are hidden until they are asked for."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._waiting: Waiting | None = None
        self._with_names = False
        self._greeting = label("", "title")
        self._names = button(say(mark("Show names")), "eye", "quiet")
        self._names.setToolTip("Ctrl+H")
        self._names.clicked.connect(self._toggle_names)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(space(20), space(16), space(20), space(16))
        self._column.setSpacing(space(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(header(self._greeting, self._names))
        outer.addWidget(scrolling(inner), 1)

    def open(self, **where: Any) -> None:
        """Read what waits, and show it."""
        desk = self.frame.desk
        self._with_names = False
        hello = say(mark("Hello {name}. {date}"))
        today = written_weekday(desk.today(), say)
        self._greeting.setText(hello.format(name=_first_name(desk.worker), date=today))
        self._read()

    def act(self, key: str) -> bool:
        """Show or hide names."""
        if key == "hide_names":
            self._toggle_names()
            return True
        return False

    def _read(self) -> None:
        desk = self.frame.desk

        def work(_progress: Progress) -> Waiting:
            return Waiting(due_tasks(desk), drafts(desk), lines(desk, recent_ids(desk)))

        self.frame.jobs.start(work, done=self._show, failed=self.frame.failed)

    def _toggle_names(self) -> None:
        self._with_names = not self._with_names
        words = mark("Hide names") if self._with_names else mark("Show names")
        self._names.setText(say(words))
        if self._waiting is not None:
            self._show(self._waiting)

    def _show(self, waiting: Waiting) -> None:
        self._waiting = waiting
        empty_out(self._column)
        board = waiting.board
        tasks = (*board.overdue, *board.today, *board.coming, *board.later)
        if not tasks and not waiting.drafts and not waiting.recent:
            self._column.addWidget(self._nothing())
            self._column.addStretch(1)
            return
        if waiting.drafts:
            self._column.addWidget(self._draft_card(waiting.drafts))
        self._column.addLayout(self._boards(board))
        self._column.addWidget(self._week(board))
        if waiting.recent:
            self._column.addWidget(self._recent(waiting.recent))
        self._column.addStretch(1)

    def _nothing(self) -> QWidget:
        begin = button(say(mark("New case")), "plus")
        begin.clicked.connect(lambda: self.frame.go("intake"))
        return EmptyState(say(mark("Nothing waits for you. There are no cases yet.")), [begin])

    # --- tasks

    def _boards(self, board: TaskBoard) -> QGridLayout:
        today = self.frame.desk.today()
        cards = (
            self._task_card(say(mark("Overdue")), board.overdue, today, mark("Nothing is late.")),
            self._task_card(
                say(mark("Due today")), board.today, today, mark("Nothing is due today.")
            ),
            self._task_card(
                say(mark("The next seven days")),
                board.coming,
                today,
                mark("Nothing comes in the next seven days."),
            ),
        )
        grid = QGridLayout()
        grid.setSpacing(space(16))
        across = 3 if self.width() >= space(NARROW) else 1
        for number, card in enumerate(cards):
            grid.addWidget(card, number // across, number % across)
            grid.setColumnStretch(number % across, 1)
        return grid

    def _task_card(self, title: str, tasks: Sequence[TaskLine], today: date, nothing: str) -> Card:
        heading = say(mark("{title} ({count})")).format(title=title, count=len(tasks))
        card = Card(heading if tasks else title)
        if not tasks:
            card.add(label(say(nothing), "note"))
        for task in tasks[:SHOWN_TASKS]:
            card.add(self._task(task, today))
        if len(tasks) > SHOWN_TASKS:
            more = button(
                say(mark("and {count} more")).format(count=len(tasks) - SHOWN_TASKS), kind="link"
            )
            more.clicked.connect(lambda: self.frame.go("cases", view="overdue"))
            card.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addStretch(1)
        return card

    def _task(self, task: TaskLine, today: date) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        first = label(_with_sign(task, today))
        words.addWidget(first)
        open_case = button(self._shown_name(task), kind="link")
        open_case.setAccessibleName(say(mark("Open the case {code}")).format(code=task.code))
        open_case.clicked.connect(lambda: self.frame.go("case", case_id=task.case_id))
        words.addWidget(open_case, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        done = button(say(mark("Done")))
        done.setAccessibleName(
            say(mark("Done: {task}, {code}")).format(task=task.kind.said(say), code=task.code)
        )
        done.clicked.connect(lambda: self._finish(task))
        row.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _shown_name(self, task: TaskLine | CaseLine) -> str:
        name = f"{task.code}  {task.name}" if self._with_names and task.name else task.code
        return name.replace("&", "&&")

    def _finish(self, task: TaskLine) -> None:
        desk = self.frame.desk
        self._do(
            lambda: finish_task(desk, task.case_id, task.id),
            say(mark("Done: {task}, {code}")).format(task=task.kind.said(say), code=task.code),
            lambda: reopen_task(desk, task.case_id, task.id),
        )

    def _do(
        self, work: Callable[[], object], text: str, undo: Callable[[], object] | None = None
    ) -> None:
        def done(_result: object) -> None:
            self._read()
            self.frame.refresh_counts()
            if undo is None:
                self.frame.note(text)
                return
            self.frame.note(
                text, say(mark("Undo")), lambda: self._do(undo, say(mark("Taken back.")))
            )

        self.frame.jobs.start(lambda _progress: work(), done=done, failed=self.frame.failed)

    # --- the week, drafts, recent cases

    def _week(self, board: TaskBoard) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(space(8))
        today = self.frame.desk.today()
        days = [today + timedelta(days=n) for n in range(1, DAYS + 1)]
        grid = QGridLayout()
        grid.setSpacing(space(8))
        across = DAYS if self.width() >= space(NARROW) else 4
        for number, day in enumerate(days):
            count = sum(task.due == day for task in board.coming)
            grid.addWidget(_day(day, count), number // across, number % across)
        card.add(grid)
        replies = sum(task.kind is TaskKind.REFERRAL_REPLY for task in _all(board))
        if replies:
            text = say(mark("Referrals that nobody has answered yet: {count}"))
            card.add(label(text.format(count=replies), "note"))
        return card

    def _draft_card(self, kept: Sequence[Draft]) -> Card:
        card = Card(say(mark("Not finished")))
        now = self.frame.desk.now()
        for draft in kept[:SHOWN_DRAFTS]:
            when = said_when(draft.kept_at, now) if draft.kept_at else ""
            text = say(mark("Draft: {form}, {when}")).format(form=_form_name(draft), when=when)
            go_on = button(say(mark("Go on writing")))
            go_on.setAccessibleDescription(text)
            go_on.clicked.connect(lambda _=False, one=draft: self._go_on(one))
            drop = icon_button("trash-2", say(mark("Throw this draft away")))
            drop.setAccessibleDescription(text)
            drop.clicked.connect(lambda _=False, one=draft: self._drop(one))
            line = at_the_end(go_on, drop)
            line.insertWidget(0, label(text), 10)
            card.add(line)
        if len(kept) > SHOWN_DRAFTS:
            more = say(mark("and {count} more")).format(count=len(kept) - SHOWN_DRAFTS)
            card.add(label(more, "note"))
        return card

    def _go_on(self, draft: Draft) -> None:
        if draft.case_id is None:
            self.frame.go("intake", draft=draft)
        elif draft.form == "referral":
            self.frame.go("referral", case_id=draft.case_id, number=_number_of(draft), draft=draft)
        else:
            self.frame.go("case", case_id=draft.case_id, draft=draft)

    def _drop(self, draft: Draft) -> None:
        desk, name = self.frame.desk, str(draft.id)
        self._do(
            lambda: drop_draft(desk, name),
            say(mark("The draft lies in the trash for seven days.")),
            lambda: take_draft_back(desk, name),
        )

    def _recent(self, recent: Sequence[CaseLine]) -> Card:
        card = Card(say(mark("Opened lately")))
        row = QGridLayout()
        row.setSpacing(space(4))
        across = 5 if self.width() >= space(NARROW) and percent() < LARGE_TEXT else 2
        for number, line in enumerate(recent):
            one = button(self._shown_name(line), kind="link")
            one.clicked.connect(lambda _=False, case=line: self.frame.go("case", case_id=case.id))
            row.addWidget(one, number // across, number % across, Qt.AlignmentFlag.AlignLeft)
        row.setColumnStretch(across, 1)
        card.add(row)
        return card


def _all(board: TaskBoard) -> tuple[TaskLine, ...]:
    return (*board.overdue, *board.today, *board.coming, *board.later)


def _with_sign(task: TaskLine, today: date) -> str:
    late = (today - task.due).days
    kind = task.kind.said(say)
    if late > DAYS:
        text = say(mark("{task}, since {date}")).format(task=kind, date=written_date(task.due))
    elif late > 0:
        text = say(mark("{task}, {days} days late")).format(task=kind, days=late)
    elif late < 0:
        text = say(mark("{task}, on {date}")).format(task=kind, date=written_date(task.due))
    else:
        text = kind
    return f"▲ {text}" if task.urgent else text


def _day(day: date, count: int) -> QWidget:
    words = f"{say(WEEKDAYS[day.weekday()])} {day:%d/%m}"
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    name, number = one_line(words, "note"), one_line(str(count) if count else "-", "strong")
    for one in (name, number):
        one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(one)
    said = say(mark("{day}: {count} tasks")).format(day=words, count=count)
    box.setAccessibleName(said)
    return box


def _form_name(draft: Draft) -> str:
    if draft.case_id is None:
        return say(mark("New case"))
    if draft.form == "referral":
        return say(mark("Referral"))
    return say(mark("Case"))


def _number_of(draft: Draft) -> str | None:
    return draft.record_id if draft.record_id not in (None, "", "-") else None


def _first_name(worker: str) -> str:
    """Return how people here are called: by the last word of the name, without what is added."""
    words = worker.split("(", maxsplit=1)[0].split()
    return words[-1] if words else worker
