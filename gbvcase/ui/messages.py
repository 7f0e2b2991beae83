"""The note line: what was done, in one sentence, with a way to take it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from gbvcase.domain.marking import mark
from gbvcase.ui.jobs import Job
from gbvcase.ui.language import say
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import button, icon_button, label, one_line

SHOWN, SHOWN_WITH_ACTION = 5_000, 10_000
QUIET_FOR = 500  # up to half a second of work nothing is said
MOST_REMEMBERED = 50
LARGE_TEXT = 150


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something politely, without moving the focus."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


@dataclass
class Heard:
    """The notes of this sitting, the newest last; they are gone when the cabinet locks."""

    notes: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Remember a note."""
        self.notes.append(text)
        del self.notes[:-MOST_REMEMBERED]


class NoteLine(QFrame):
    """The foot of the window: the newest note at the left, the page's buttons at the right."""

    announced = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.heard = Heard()
        self._do: Callable[[], object] | None = None
        self._text = label("")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = button("", kind="quiet")
        self._action.clicked.connect(self._act)
        self._action.hide()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(space(20), space(8), space(20), space(8))
        self._line.setSpacing(space(8))
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

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bad")
        self._text = label("")
        self._action = button("", kind="quiet")
        self._do: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        self._close = icon_button("x", say(mark("Close this message")))
        self._close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(12), space(6), space(8), space(6))
        line.addWidget(self._text, 1)
        line.addWidget(self._action)
        line.addWidget(self._close)
        self.hide()

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a sentence, and what can be done."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._do = do
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        announce(self, text)

    @property
    def text(self) -> str:
        """Return what is being said, empty if nothing."""
        return "" if self.isHidden() else self._text.text()

    def _act(self) -> None:
        if self._do is not None:
            self._do()
        self.hide()


class WorkBar(QFrame):
    """Shows work that takes longer than half a second, with numbers and a way to stop it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "well")
        self._job: Job | None = None
        self._words = one_line(say(mark("Working...")))
        self._bar = QProgressBar()
        self._bar.setAccessibleName(say(mark("How far the work is")))
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(space(280))
        self._stop = button(say(mark("Stop")))
        self._stop.clicked.connect(self._cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(12), space(6), space(12), space(6))
        line.addWidget(self._words, 1)
        line.addWidget(self._bar, 1)
        line.addWidget(self._stop)
        self._wait = QTimer(self, singleShot=True, interval=QUIET_FOR)
        self._wait.timeout.connect(self._appear)
        self.hide()

    def watch(self, job: Job) -> None:
        """Watch a job until it ends."""
        self._job = job
        self._bar.setRange(0, 0)
        self._words.setText(say(mark("Working...")))
        self._stop.setEnabled(True)
        job.progressed.connect(self._progress)
        job.ended.connect(self._end)
        self._wait.start()

    def _progress(self, done: int, total: int) -> None:
        if total > 1:
            from gbvcase.domain.text import written_number  # the lock page does not wait for it

            self._bar.setRange(0, total)
            self._bar.setValue(done)
            text = say(mark("Working: {done} of {total}"))
            self._words.setText(
                text.format(done=written_number(done, say), total=written_number(total, say))
            )

    def _appear(self) -> None:
        if self._job is not None:
            self.show()

    def _cancel(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._job.cancel()

    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._wait.stop()
            self.hide()
