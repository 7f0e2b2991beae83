"""The note line: what was done, in one sentence, with a way to take it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import button, icon_button, label

SHOWN, SHOWN_WITH_ACTION = 5_000, 10_000
MOST_REMEMBERED = 50
LARGE_TEXT = 150


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something politely, without moving the focus."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


@dataclass(frozen=True)
class Said:
    """Something that was said, and when; `is_trouble` if it could not be done."""

    text: str
    at: datetime
    is_trouble: bool = False


@dataclass
class Heard:
    """What was said in this sitting, the newest last; it is gone when the cabinet locks."""

    said: list[Said] = field(default_factory=list)

    @property
    def notes(self) -> list[str]:
        """Return the sentences alone."""
        return [one.text for one in self.said]

    def add(self, text: str, *, is_trouble: bool = False) -> None:
        """Remember a sentence."""
        self.said.append(Said(text, datetime.now().astimezone(), is_trouble))
        del self.said[:-MOST_REMEMBERED]


class NoteLine(QFrame):
    """The foot of the window: the newest note at the left, the page's buttons at the right."""

    announced = Signal(str)
    all_wanted = Signal()

    def __init__(self, heard: Heard | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.heard = Heard() if heard is None else heard
        self._do: Callable[[], object] | None = None
        self._text = label("")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = button("", kind="quiet")
        self._action.clicked.connect(self._act)
        self._action.hide()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(space(20), space(8), space(20), space(8))
        self._line.setSpacing(space(8))
        self._all = icon_button("history", say(mark("Messages of this sitting")))
        self._all.clicked.connect(self.all_wanted)
        self._all.setVisible(bool(self.heard.said))
        self._line.addWidget(self._all)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self._action)
        self._buttons: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self._grow_quiet)
        if percent() < LARGE_TEXT:
            self.setMinimumHeight(space(52))  # the page does not jump when something is said
        self._fit()

    def note(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a sentence, and for ten seconds what would take it back."""
        self.heard.add(text)
        self._all.show()
        self._text.setText(text)
        self._do = do
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._timer.start(SHOWN_WITH_ACTION if action else SHOWN)
        self._fit()
        announce(self, f"{text} {action}".strip())
        self.announced.emit(text)

    def show_buttons(self, buttons: QWidget | None) -> None:
        """Show the buttons of another page, which stand in a holder of their own."""
        if self._buttons is not None:
            self._buttons.hide()
        self._buttons = buttons
        if buttons is not None:
            if buttons.parent() is not self:
                self._line.addWidget(buttons)
                for one in buttons.findChildren(QPushButton):
                    one.installEventFilter(self)
            buttons.show()
        self._fit()

    def clear(self) -> None:
        """Forget what was said and whose buttons there are."""
        self.show_buttons(None)
        self._grow_quiet(even_watched=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the buttons of the page."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def _has_buttons(self) -> bool:
        shown = self._buttons
        return shown is not None and any(
            not one.isHidden() for one in shown.findChildren(QPushButton)
        )

    def _fit(self) -> None:
        """With large text, give the room of an empty line to the page."""
        empty = not self._text.text() and not self._has_buttons()
        if percent() >= LARGE_TEXT and empty:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()

    def _act(self) -> None:
        do, self._do = self._do, None
        self._action.hide()
        self._text.setText("")
        self._fit()
        if do is not None:
            do()

    def _grow_quiet(self, *, even_watched: bool = False) -> None:
        if not even_watched and (self.underMouse() or self._action.hasFocus()):
            self._timer.start(1_000)  # it stays while it is looked at
            return
        self._text.setText("")
        self._action.hide()
        self._do = None
        self._fit()


def holder_of(buttons: Sequence[QPushButton]) -> QWidget:
    """Return the buttons of a page side by side; the page itself shows and hides each."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(space(8))
    for one in buttons:
        line.addWidget(one)
    return holder


class Trouble(QFrame):
    """A strip that says what could not be done; it stays until it is closed."""

    def __init__(self, heard: Heard | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "bad")
        self._heard = Heard() if heard is None else heard
        self._text = label("")
        self._actions = (button("", kind="quiet"), button("", kind="quiet"))
        self._does: list[Callable[[], object] | None] = [None, None]
        for number, one in enumerate(self._actions):
            one.clicked.connect(partial(self._act, number))
        self._close = icon_button("x", say(mark("Close this message")))
        self._close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(12), space(6), space(8), space(6))
        line.addWidget(self._text, 1)
        for action in self._actions:
            line.addWidget(action)
        line.addWidget(self._close)
        self.hide()

    def tell(
        self,
        text: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        *,
        first: str = "",
    ) -> None:
        """Show a sentence, and what can be done; `first` is a button that only closes it."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._heard.add(text, is_trouble=True)
        self._does = [None, do]
        for one, words in zip(self._actions, (first, action), strict=True):
            one.setText(words)
            one.setVisible(bool(words))
        self.show()
        announce(self, text)

    @property
    def text(self) -> str:
        """Return what is being said, empty if nothing."""
        return "" if self.isHidden() else self._text.text()

    def _act(self, number: int) -> None:
        do = self._does[number]
        self.hide()  # first, for what is done may tell of another trouble
        if do is not None:
            do()
