"""Notices when nobody works any more: one minute of warning, then the cabinet locks."""

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

WARNING = 60
TICK = 1_000
SLEPT = 30
"""More seconds between two ticks than this, and the computer has slept in between."""

SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)


def clock() -> float:
    """Return seconds that no change of the clock moves and that go on while the computer sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class Idle(QObject):
    """Counts the seconds since a person last touched a key or the mouse; nothing else counts.

    It looks at the windows, where all comes in that a person does: at the program as a whole it
    would be shown everything that every widget is told, and each would be dressed for it.
    """

    warned = Signal(int)  # seconds left; 0: the warning is over
    expired = Signal()

    def __init__(self, minutes: int, now: Callable[[], float] = clock) -> None:
        super().__init__()
        self._limit = minutes * 60
        self._now = now
        self._touched = self._ticked = now()
        self._is_warning = False
        self._windows: list[QWindow] = []
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._touched = self._ticked = self._now()
        self._watch_windows()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        for window in self._windows:
            if shiboken6.isValid(window):
                window.removeEventFilter(self)
        self._windows = []

    def allow(self, minutes: int) -> None:
        """Wait another number of minutes from now on."""
        self._limit = minutes * 60

    def seconds(self) -> float:
        """Return for how long nobody has touched anything."""
        return self._now() - self._touched

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._now()
        if self._is_warning:
            self._is_warning = False
            self.warned.emit(0)

    def look(self) -> None:
        """Look at the time: warn, lock, or neither."""
        self._watch_windows()
        now = self._now()
        slept = now - self._ticked > SLEPT
        self._ticked = now
        left = self._limit - (now - self._touched)
        if slept or left <= 0:
            self.stop()
            self.expired.emit()
        elif left <= WARNING:
            self._is_warning = True
            self.warned.emit(max(1, round(left)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what a person does; only what comes from outside counts, and nothing is kept back."""
        if event.type() in SIGNS_OF_LIFE and event.spontaneous():
            self.touch()
        return super().eventFilter(watched, event)

    def _watch_windows(self) -> None:
        """See what comes into the windows that stand now; to watch one twice changes nothing."""
        self._windows = QGuiApplication.allWindows()
        for window in self._windows:
            window.installEventFilter(self)
