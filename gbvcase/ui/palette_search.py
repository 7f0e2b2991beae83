"""Ctrl+K: one field that finds people and cases, pages and commands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from gbvcase.casework.cases import CaseLine, View, lines, list_cases
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.ui import theme
from gbvcase.ui.icons import icon
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.pages import pages_for
from gbvcase.ui.recent import recent_ids
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label

if TYPE_CHECKING:
    from gbvcase.ui.window import Window
    from gbvcase.ui.workplace import Workplace

MOST_CASES = 8
TYPING_PAUSE = 80


@dataclass(frozen=True)
class Choice:
    """One line of the list: what it says, and what it does."""

    words: str
    icon: str
    do: Callable[[], object]


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

        def work(_progress: Progress) -> tuple[CaseLine, ...]:
            found = list_cases(desk, View(text=text)) if text.strip() else recent_ids(desk)
            return lines(desk, found[:MOST_CASES])

        def done(found: tuple[CaseLine, ...]) -> None:
            if text == self._field.text():
                self._show(found, text)
                if open_first:
                    self._take(self._list.currentItem())

        if self._place.offers("cases"):
            self._place.jobs.start(work, done=done, failed=self._place.failed)
        else:
            done(())

    def _show(self, found: tuple[CaseLine, ...], text: str) -> None:
        self._choices = []
        self._list.clear()
        if found:
            head = mark("People and cases") if text.strip() else mark("Opened lately")
            self._add_head(say(head))
            for line in found:
                words = f"{line.code}   {line.name or ''}   {line.commune or ''}".strip()
                self._add(Choice(words, "file-text", _Go(self._place, "case", case_id=line.id)))
        wanted = folded(text)
        for head, offered in (
            (mark("Pages"), self._pages()),
            (mark("Commands"), self._commands()),
        ):
            fitting = [one for one in offered if _fits(wanted, one.words)]
            if fitting:
                self._add_head(say(head))
                for one in fitting:
                    self._add(one)
        if not self._choices:
            self._add_head(say(mark("Nothing was found. Try fewer letters.")))
        self._step(1)

    def _pages(self) -> list[Choice]:
        role = self._place.desk.profile.role.code
        return [
            Choice(say(page.title), page.icon, _Go(self._place, page.name))
            for page in pages_for(role)
            if page.in_navigation or page.name == "intake"
        ]

    def _commands(self) -> list[Choice]:
        window = self._window
        return [
            Choice(say(mark("Lock")), "lock", window.lock),
            Choice(say(mark("Larger text")), "zoom-in", lambda: window.change_size(1)),
            Choice(say(mark("Smaller text")), "zoom-out", lambda: window.change_size(-1)),
            Choice(say(mark("Sheet of keys")), "keyboard", window.show_keys),
        ]

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

    def _show_list(self) -> None:
        text = self._field.text()
        self.accept()
        self._place.go("cases", text=text)


class _Go:
    """Going to a page, as a command."""

    def __init__(self, place: "Workplace", page: str, **where: object) -> None:
        self._place, self._page, self._where = place, page, where

    def __call__(self) -> None:
        self._place.go(self._page, **self._where)


def _fits(wanted: str, words: str) -> bool:
    """Tell whether each typed word begins a word of the choice; nothing typed fits everything."""
    known = folded(words).split()
    return all(any(one.startswith(part) for one in known) for part in wanted.split())
