"""Editors in which an answer is found by typing a part of it: long lists, people, providers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QWidget

from gbvcase.domain.codes import Code, Ethnicity, rows_of
from gbvcase.domain.errors import Unreadable
from gbvcase.domain.fields import Entry
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.ui.choice_editors import offered
from gbvcase.ui.editing import Choice, Editor
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import icon_button

SHOWN = 8
ID = Qt.ItemDataRole.UserRole
OURS = frozenset(
    {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
)
NOT_IN_LIST = mark("Nothing in the list is called so. Choose one of the list.")


class Suggestions(QListWidget):
    """A list laid over the page under a field; the field keeps the keyboard.

    It is no window of its own and completes nothing inline: input programs for Vietnamese go on
    typing into the field as if the list were not there.
    """

    chosen = Signal(str)

    def __init__(self, under: QLineEdit) -> None:
        super().__init__(under)
        self._under = under
        self._follows = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()
        under.installEventFilter(self)
        self.itemClicked.connect(self._take)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Lay these answers under the field; hide the list if there are none."""
        self.clear()
        for code, text in choices:
            QListWidgetItem(text, self).setData(ID, code)
        if not choices:
            self.hide()
            return
        self.setCurrentRow(0)
        self._follow_scrolling()
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list with the arrows of the field, choose with Enter, close with Esc."""
        if not self.isVisible():
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
            return False
        is_key = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not is_key or not isinstance(event, QKeyEvent):
            return False
        keys = Qt.Key
        if event.key() not in OURS:
            return False
        event.accept()
        if event.type() == QEvent.Type.ShortcutOverride:
            return True  # these keys are ours while the list is open
        if event.key() in (keys.Key_Down, keys.Key_Up):
            step = 1 if event.key() == keys.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
        elif event.key() == keys.Key_Escape:
            self.hide()
        else:
            self._take(self.currentItem())
        return True

    def _take(self, item: QListWidgetItem | None) -> None:
        self.hide()
        if item is not None:
            self.chosen.emit(str(item.data(ID)))

    def _follow_scrolling(self) -> None:
        above = self._under.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and not self._follows:
            self._follows = True
            above.verticalScrollBar().valueChanged.connect(self._stay_under)

    def _stay_under(self) -> None:
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        window = self._under.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        height = min(self.count(), SHOWN) * (self.sizeHintForRow(0)) + 2 * self.frameWidth() + 2
        below = self._under.mapTo(window, QPoint(0, self._under.height()))
        if below.y() + height > window.height() and below.y() > window.height() / 2:
            below.setY(below.y() - self._under.height() - height)  # no room below: lie above
        self.setGeometry(below.x(), below.y(), self._width(window), height)

    def _width(self, window: QWidget) -> int:
        """Return the width of the longest answer, within the window."""
        left = self._under.mapTo(window, QPoint(0, 0)).x()
        wanted = max(self._under.width(), self.sizeHintForColumn(0) + space(32))
        return min(wanted, window.width() - left - space(16))


class FindEditor(Editor):
    """A line in which a part of the answer is typed, with or without accents, and a list below."""

    def __init__(
        self,
        entry: Entry,
        find: Callable[[str], Sequence[Choice]],
        said: Callable[[str], str],
    ) -> None:
        self.input = QLineEdit()
        super().__init__(entry, self.input)
        self._find, self._said = find, said
        self._code: str | None = None
        self._list = Suggestions(self.input)
        self._list.chosen.connect(self._choose)
        self.input.setPlaceholderText(say(mark("Type a few letters")))
        self.input.textEdited.connect(self._edited)
        self.open_button = icon_button("search", say(mark("Show the list")))
        self.open_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open_button.clicked.connect(self.open_choices)
        self.line.setSpacing(space(4))
        self.line.addWidget(self.input, 1)
        self.line.addWidget(self.open_button)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Find among other answers; the chosen one stays."""
        self._find = finder(choices)

    def value(self) -> object:
        """Return the code that was found; raise Unreadable for words that found nothing."""
        self._settle()
        if self._code is None and self.input.text().strip():
            raise Unreadable(NOT_IN_LIST)
        return self._code

    def set_value(self, value: object) -> None:
        """Show the answer of a code."""
        self._code = None if value is None else str(value)
        self.input.setText("" if self._code is None else self._said(self._code))
        self.input.setCursorPosition(0)

    def typed(self) -> object:
        """Return the code, or the words if they are not one yet."""
        if self._code is not None:
            return {"code": self._code}
        return self.input.text() or None

    def set_typed(self, raw: object) -> None:
        """Show what a draft held."""
        if isinstance(raw, dict):
            FindEditor.set_value(self, raw.get("code"))
        else:
            self._code = None
            self.input.setText("" if raw is None else str(raw))

    def tidy(self) -> None:
        """Take the only answer that the words can mean."""
        self._list.hide()
        self._settle()

    def open_choices(self) -> bool:
        """Show the list for what is typed, or all of it."""
        self.input.setFocus()
        self._list.offer(self._find("" if self._code else self.input.text()))
        return True

    def _edited(self, text: str) -> None:
        self._code = None
        self._list.offer(self._find(text) if text.strip() else ())
        self.changed.emit()

    def _choose(self, code: str) -> None:
        FindEditor.set_value(self, code)
        self.changed.emit()

    def _settle(self) -> None:
        text = self.input.text()
        if self._code is None and text.strip():
            found = self._find(text)
            same = [code for code, said in found if _plain(said) == _plain(text)]
            if len(found) == 1 or len(same) == 1:
                FindEditor.set_value(self, (same or [found[0][0]])[0])


class FindCodeEditor(FindEditor):
    """A long code list, such as the peoples of the country."""

    def __init__(self, entry: Entry, day: date) -> None:
        kind: type[Code] = entry.kind
        choices = [(c.code, c.said(say)) for c in offered(entry, day)]
        also = other_names() if kind is Ethnicity else {}
        super().__init__(entry, finder(choices, also), lambda code: kind.of(code).said(say))

    def value(self) -> Code | None:
        """Return the answer, or None; raise Unreadable for words that found nothing."""
        code = super().value()
        kind: type[Code] = self.entry.kind
        return None if code is None else kind.of(str(code))

    def set_value(self, value: object) -> None:
        """Show the answer."""
        super().set_value(value.code if isinstance(value, Code) else None)


def other_names() -> dict[str, str]:
    """Return by what other names each people is known, or calls itself: Jrai for Gia Rai."""
    columns = ("other_names_vi", "search_only_names_vi")
    return {
        row["key"]: ", ".join(row[column] for column in columns if row[column])
        for row in rows_of("ethnic-groups.csv")
    }


def finder(
    choices: Sequence[Choice], also: Mapping[str, str] = MappingProxyType({})
) -> Callable[[str], Sequence[Choice]]:
    """Return a search over a few dozen answers: by the beginnings of words, then anywhere.

    Names in `also` are found too, after those that are shown.
    """
    known = [(code, text, _plain(text)) for code, text in choices]
    known_also = {code: f" {_plain(names.replace(',', ' '))}" for code, names in also.items()}

    def find(typed: str) -> Sequence[Choice]:
        words = _plain(typed)
        if not words:
            return choices
        starts = [(c, t) for c, t, f in known if f" {words}" in f" {f}"]
        within = [(c, t) for c, t, f in known if words in f and (c, t) not in starts]
        found = [*starts, *within]
        called = [(c, t) for c, t, _ in known if f" {words}" in known_also.get(c, "")]
        return [*found, *(one for one in called if one not in found)]

    return find


def _plain(text: str) -> str:
    return " ".join(folded(text.replace("-", " ")).split())
