"""Ctrl+K: one field that finds people and cases, papers, tasks, pages, commands and help."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from gbvcase.casework.cases import CaseLine, View, lines, list_cases
from gbvcase.casework.help_pages import find_help
from gbvcase.casework.tasks import TaskBoard, due_tasks
from gbvcase.domain.marking import mark
from gbvcase.ui import theme
from gbvcase.ui.icons import icon
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.palette_choices import (
    Choice,
    Group,
    case_group,
    command_group,
    help_group,
    page_group,
    paper_group,
    task_group,
)
from gbvcase.ui.recent import recent_ids
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label

if TYPE_CHECKING:
    from gbvcase.ui.window import Window
    from gbvcase.ui.workplace import Workplace

MOST_CASES = 8
TYPING_PAUSE = 80


@dataclass(frozen=True)
class Found:
    """What was read out of the cabinet for what is typed."""

    cases: tuple[CaseLine, ...]
    tasks: TaskBoard | None


class Palette(QDialog):
    """Works without accents and with any part of a name; recent cases when nothing is typed."""

    def __init__(self, window: "Window", place: "Workplace") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(mark("Workbook")))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setObjectName("palette")
        self._window, self._place = window, place
        self._field = QLineEdit()
        self._field.setAccessibleName(say(mark("Find a case, a person, a page...")))
        self._field.setPlaceholderText(say(mark("Find a case, a person, a page...")))
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(say(mark("What was found")))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(QSize(space(18), space(18)))
        self._list.itemActivated.connect(self._take)
        self._list.itemClicked.connect(self._take)
        hint = label(say(mark("Enter opens. Ctrl+Enter shows the list of cases.")), "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(12), space(12), space(10))
        column.setSpacing(space(8))
        for one in (self._field, self._list, hint):
            column.addWidget(one)
        self._choices: list[Choice] = []
        self._board: TaskBoard | None = None
        self._soon = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._soon.timeout.connect(self._look)
        self._field.textChanged.connect(lambda _text: self._soon.start())
        self._fit(window)
        self._look()

    def _fit(self, window: "Window") -> None:
        width = min(space(620), window.width() - space(48))
        height = min(space(460), window.height() - space(64))
        self.setFixedSize(width, height)
        corner = window.geometry().topLeft()
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + space(48))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the cursor stays in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down:
                    self._step(1)
                    return True
                case Qt.Key.Key_Up:
                    self._step(-1)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                        self._show_list()
                    elif self._soon.isActive():
                        self._soon.stop()  # the newest letters are not looked for yet
                        self._look(open_first=True)
                    else:
                        self._take(self._list.currentItem())
                    return True
        return super().eventFilter(watched, event)

    def _look(self, *, open_first: bool = False) -> None:
        text, desk = self._field.text(), self._place.desk
        with_cases = self._place.offers("cases")

        def work(_progress: Progress) -> Found:
            if not with_cases:
                return Found((), None)
            ids = list_cases(desk, View(text=text)) if text.strip() else recent_ids(desk)
            if text.strip() and self._board is None:
                self._board = due_tasks(desk)  # once: it does not change while one types
            return Found(lines(desk, ids[:MOST_CASES]), self._board if text.strip() else None)

        def done(found: Found) -> None:
            if text == self._field.text():
                self._show(found, text)
                if open_first:
                    self._take(self._list.currentItem())

        self._place.jobs.start(work, done=done, failed=self._place.failed)

    def _show(self, found: Found, text: str) -> None:
        self._choices = []
        self._list.clear()
        for group in self._groups(found, text):
            if group.choices:
                self._add_head(group.head)
                for one in group.choices:
                    self._add(one)
        if not self._choices:
            self._add_head(say(mark("Nothing was found. Try fewer letters.")))
        self._step(1)

    def _groups(self, found: Found, text: str) -> Iterator[Group]:
        """Yield the groups in their order; papers, tasks and help only when looked for."""
        place, is_typed = self._place, bool(text.strip())
        yield case_group(place, found.cases, typed=is_typed)
        if is_typed:
            yield paper_group(place, text)
        if found.tasks is not None:
            yield task_group(place, found.tasks, text)
        yield page_group(place, text)
        yield command_group(self._window, place, text)
        if is_typed:
            yield help_group(place, find_help(text, say.language))

    def _add_head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QColor(theme.tokens().text2))
        self._list.addItem(item)

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(icon(choice.icon, "text2"), choice.words)
        item.setData(Qt.ItemDataRole.UserRole, len(self._choices))
        self._choices.append(choice)
        self._list.addItem(item)

    def _step(self, step: int) -> None:
        row = self._list.currentRow()
        for _ in range(self._list.count()):
            row = (row + step) % max(self._list.count(), 1)
            item = self._list.item(row)
            if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                self._list.setCurrentRow(row)
                return

    def _take(self, item: QListWidgetItem | None) -> None:
        number = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if number is None:
            return
        do = self._choices[number].do
        self.accept()
        QTimer.singleShot(0, self._window, do)

    def act(self, key: str) -> bool:
        """Show the list of cases with Ctrl+Enter."""
        if key == "main":
            self._show_list()
        return key == "main"

    def _show_list(self) -> None:
        text = self._field.text()
        self.accept()
        self._place.go("cases", text=text)
