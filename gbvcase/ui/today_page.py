"""The start page: what is late, what is due, what waits, and what was left half done (S2)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gbvcase.casework.cases import CaseLine, lines
from gbvcase.casework.drafts import Draft, drafts, drop_draft, take_draft_back
from gbvcase.casework.overviews import Overview, Waiting, oversees, overview, waiting_elsewhere
from gbvcase.casework.tasks import (
    TaskBoard,
    TaskLine,
    due_tasks,
    finish_task,
    remove_task,
    reopen_task,
    restore_task,
)
from gbvcase.casework.trash import empty_expired
from gbvcase.domain.codes import TaskKind
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_weekday
from gbvcase.ui.autosave import said_when
from gbvcase.ui.draft_places import form_name, go_on_writing
from gbvcase.ui.icons import set_icon
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, empty_out, in_a_line
from gbvcase.ui.navigation import LARGE_TEXT
from gbvcase.ui.pages import CASE_PEOPLE, Frame, PageWidget
from gbvcase.ui.recent import recent_ids
from gbvcase.ui.settings import preferences
from gbvcase.ui.theme import percent, space
from gbvcase.ui.today_overview import elsewhere_lines, waiting_card, workers_card
from gbvcase.ui.today_tasks import DAYS, TaskRows, Week, shown_name
from gbvcase.ui.widgets import (
    Card,
    EmptyState,
    button,
    header,
    label,
    plain_tip,
    scrolling,
)

SHOWN_DRAFTS = 3
NARROW = 860


@dataclass(frozen=True)
class Read:
    """All that the page shows, read in one go."""

    board: TaskBoard
    drafts: tuple[Draft, ...]
    recent: tuple[CaseLine, ...]
    overview: Overview
    elsewhere: tuple[Waiting, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show at all."""
        board, over = self.board, self.overview
        tasks = (*board.overdue, *board.today, *board.coming, *board.later)
        return not (tasks or self.drafts or self.recent or over.workers or self.elsewhere)


class TodayPage(PageWidget):
    """People walk past this page: names are hidden until they are asked for, or always wanted."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._shown: Read | None = None
        self._with_names = False
        self._tidied = False
        self._focus: tuple[str, int] | None = None  # whose row was dealt with, and which it was
        self._lists: dict[str, TaskRows] = {}
        self._sees_cases = frame.desk.profile.role.code in CASE_PEOPLE
        self._greeting = label("", "title")
        self._names = button(say(mark("Show names")), "eye", "quiet")
        self._names.setToolTip("Ctrl+H")
        self._names.clicked.connect(self._toggle_names)
        if not self._sees_cases:
            self._names.hide()
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
        self._with_names = preferences.current.names_on_start and self._sees_cases
        self._say_names()
        hello = say(mark("Hello {name}. {date}"))
        today = written_weekday(desk.today(), say)
        self._greeting.setText(hello.format(name=_first_name(desk.worker), date=today))
        if not self._sees_cases:
            self._show_nothing()
            return
        self._read()
        if not self._tidied:
            self._tidied = True
            self.frame.jobs.start(
                lambda _progress: empty_expired(desk), done=_unsaid, failed=self.frame.failed
            )

    def act(self, key: str) -> bool:
        """Show or hide names."""
        if key == "hide_names" and self._sees_cases:
            self._toggle_names()
            return True
        return False

    def _read(self) -> None:
        desk = self.frame.desk

        def work(_progress: Progress) -> Read:
            return Read(
                due_tasks(desk),
                drafts(desk),
                lines(desk, recent_ids(desk)),
                overview(desk),
                waiting_elsewhere(desk),
            )

        self.frame.jobs.start(work, done=self._show, failed=self.frame.failed)

    def _toggle_names(self) -> None:
        self._with_names = not self._with_names
        self._say_names()
        if self._shown is not None:
            self._show(self._shown)

    def _say_names(self) -> None:
        words = mark("Hide names") if self._with_names else mark("Show names")
        self._names.setText(say(words))
        set_icon(self._names, "eye-off" if self._with_names else "eye", "primary")

    # --- laying out

    def _show(self, read: Read) -> None:
        self._shown = read
        empty_out(self._column)
        self._lists = {}
        if read.is_empty:
            self._show_nothing()
            return
        if oversees(self.frame.desk):
            over = read.overview
            waiting = waiting_card(self.frame, over.waiting, with_names=self._with_names)
            workers = workers_card(self.frame, over.workers)
            self._column.addLayout(self._side_by_side(waiting, workers))
        self._column.addLayout(self._boards(read))
        if read.drafts:
            self._column.addWidget(self._draft_card(read.drafts))
        if read.recent:
            self._column.addWidget(self._recent(read.recent))
        self._column.addWidget(self._week(read.board))
        self._column.addLayout(self._to_trash())
        self._column.addStretch(1)
        self._focus_next()

    def _show_nothing(self) -> None:
        empty_out(self._column)
        if self._sees_cases:
            begin = button(say(mark("New case")), "plus")
            begin.clicked.connect(lambda: self.frame.go("intake"))
            text = say(mark("Nothing waits for you. There are no cases yet."))
            self._column.addWidget(EmptyState(text, [begin]))
            self._column.addLayout(self._to_trash())
        else:
            self._column.addWidget(EmptyState(say(mark("There is nothing to do today."))))
        self._column.addStretch(1)

    def _side_by_side(self, *cards: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(space(16))
        across = len(cards) if self.width() >= space(NARROW) else 1
        for number, card in enumerate(cards):
            grid.addWidget(card, number // across, number % across)
            grid.setColumnStretch(number % across, 1)
        return grid

    # --- tasks

    def _boards(self, read: Read) -> QGridLayout:
        board = read.board
        replies = [
            task for task in (*board.coming, *board.later) if task.kind is TaskKind.REFERRAL_REPLY
        ]
        return self._side_by_side(
            self._task_card("overdue", mark("Overdue"), board.overdue, mark("Nothing is late.")),
            self._task_card(
                "today", mark("Due today"), board.today, mark("There is nothing to do today.")
            ),
            self._waiting_card(replies, read.elsewhere),
        )

    def _task_card(self, name: str, title: str, tasks: Sequence[TaskLine], nothing: str) -> Card:
        card = Card(_counted(say(title), len(tasks)))
        if tasks:
            card.add(self._rows(name, tasks))
        else:
            card.add(label(say(nothing), "note"))
        card.column.addStretch(1)
        return card

    def _waiting_card(self, replies: Sequence[TaskLine], elsewhere: Sequence[Waiting]) -> Card:
        card = Card(_counted(say(mark("Waiting for others")), len(replies) + len(elsewhere)))
        if replies:
            text = say(mark("Referrals that nobody has answered yet: {count}"))
            card.add(label(text.format(count=len(replies)), "note"))
            card.add(self._rows("replies", replies))
        if elsewhere:
            text = say(mark("For a second person to decide: {count}"))
            card.add(label(text.format(count=len(elsewhere)), "note"))
            for line in elsewhere_lines(self.frame, elsewhere, self._with_names):
                card.add(line)
        if not replies and not elsewhere:
            card.add(label(say(mark("No answer and no decision is awaited.")), "note"))
        card.column.addStretch(1)
        return card

    def _week(self, board: TaskBoard) -> Card:
        across = DAYS if self.width() >= space(NARROW) else 3
        week = Week(self._new_rows("week"), self.frame.desk.today(), across)
        week.show_tasks(board.coming, with_names=self._with_names)
        return week

    def _rows(self, name: str, tasks: Sequence[TaskLine]) -> TaskRows:
        rows = self._new_rows(name)
        rows.show_tasks(tasks, with_names=self._with_names)
        return rows

    def _new_rows(self, name: str) -> TaskRows:
        rows = self._lists[name] = TaskRows(self.frame.desk.today())
        rows.finished.connect(partial(self._finish, name))
        rows.dropped.connect(partial(self._drop_task, name))
        rows.opened.connect(lambda case_id: self.frame.go("case", case_id=case_id))
        return rows

    def _finish(self, where: str, task: TaskLine, place: int) -> None:
        desk = self.frame.desk
        self._focus = (where, place)
        self._do(
            lambda: finish_task(desk, task.case_id, task.id),
            say(mark("Done: {task}, {code}")).format(task=task.kind.said(say), code=task.code),
            lambda _result: reopen_task(desk, task.case_id, task.id),
        )

    def _drop_task(self, where: str, task: TaskLine, place: int) -> None:
        desk = self.frame.desk
        self._focus = (where, place)
        self._do(
            lambda: remove_task(desk, task.case_id, task.id),
            say(mark("The task lies in the trash for 30 days.")),
            lambda removed: restore_task(desk, task.case_id, removed),
        )

    def _do(
        self,
        work: Callable[[], Any],
        text: str,
        undo: Callable[[Any], object] | None = None,
    ) -> None:
        def done(result: Any) -> None:
            self._read()
            self.frame.refresh_counts()
            if undo is None:
                self.frame.note(text)
                return
            self.frame.note(
                text,
                say(mark("Undo")),
                lambda: self._do(lambda: undo(result), say(mark("Taken back."))),
            )

        self.frame.jobs.start(lambda _progress: work(), done=done, failed=self.frame.failed)

    def _focus_next(self) -> None:
        """Put the keyboard on the row that stands now where one was dealt with."""
        if self._focus is None:
            return
        (where, place), self._focus = self._focus, None
        rows = self._lists.get(where)
        buttons = [] if rows is None else rows.done_buttons()
        if buttons:
            buttons[min(place, len(buttons) - 1)].setFocus()
        else:
            self._names.setFocus()

    # --- drafts, recent cases, trash

    def _draft_card(self, kept: Sequence[Draft]) -> Card:
        card = Card(say(mark("Not finished")))
        now = self.frame.desk.now()
        for draft in kept[:SHOWN_DRAFTS]:
            when = said_when(draft.kept_at, now) if draft.kept_at else ""
            text = say(mark("Draft: {form}, {when}")).format(form=form_name(draft), when=when)
            go_on = button(say(mark("Go on writing")))
            go_on.setAccessibleDescription(text)
            go_on.clicked.connect(partial(go_on_writing, self.frame, draft))
            drop = button(say(mark("Throw away")), kind="quiet")
            drop.setAccessibleDescription(text)
            drop.clicked.connect(partial(self._drop, draft))
            line = at_the_end(go_on, drop)
            line.insertWidget(0, label(text), 10)
            card.add(line)
        if len(kept) > SHOWN_DRAFTS:
            more = say(mark("and {count} more")).format(count=len(kept) - SHOWN_DRAFTS)
            card.add(label(more, "note"))
        return card

    def _drop(self, draft: Draft, _checked: bool = False) -> None:
        desk, name = self.frame.desk, str(draft.id)
        self._do(
            lambda: drop_draft(desk, name),
            say(mark("The draft lies in the trash for seven days.")),
            lambda _result: take_draft_back(desk, name),
        )

    def _recent(self, recent: Sequence[CaseLine]) -> Card:
        card = Card(say(mark("Opened lately")))
        row = QGridLayout()
        row.setHorizontalSpacing(space(16))
        row.setVerticalSpacing(space(4))
        across = 5 if self.width() >= space(NARROW) and percent() < LARGE_TEXT else 2
        for number, line in enumerate(recent):
            one = button(shown_name(line.code, line.name, self._with_names), kind="link")
            if self._with_names:
                one.setToolTip(plain_tip(line.name or ""))
            one.clicked.connect(lambda _=False, case=line: self.frame.go("case", case_id=case.id))
            row.addWidget(one, number // across, number % across, Qt.AlignmentFlag.AlignLeft)
        row.setColumnStretch(across, 1)
        card.add(row)
        return card

    def _to_trash(self) -> Any:
        trash = button(say(mark("Trash")), "trash-2", "quiet")
        trash.clicked.connect(lambda: self.frame.go("trash"))
        return in_a_line(trash)


def _counted(title: str, count: int) -> str:
    said = say(mark("{title} ({count})"))
    return said.format(title=title, count=count) if count else title


def _first_name(worker: str) -> str:
    """Return how people here are called: by the last word of the name, without what is added."""
    words = worker.split("(", maxsplit=1)[0].split()
    return words[-1] if words else worker


def _unsaid(_result: object) -> None:
    """What is tidied up beside the work is not told of."""
