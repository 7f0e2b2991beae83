"""A person at the keyboard: the real window on a real cabinet, and a count of her key strokes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from gbvcase.casework.desk import Desk
from gbvcase.ui.window import Window
from tests.ui.desks import PASSWORD

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


class Person:
    """Sees what has the focus, and presses keys; letters of an answer are not counted."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window
        self.strokes = 0

    def keys(self, *keys: str | Qt.Key) -> None:
        """Press keys one after another, such as `Tab` or `Ctrl+R`."""
        for key in keys:
            self.strokes += 1
            sequence = QKeySequence(key if isinstance(key, str) else int(key))
            combination = sequence[0]
            QTest.keyClick(self.at(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def types(self, text: str) -> None:
        """Type an answer, letter by letter, as an input program delivers it."""
        for letter in text:
            field = self.at()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, NONE, letter))
        QApplication.processEvents()

    def at(self) -> QWidget:
        """Return what has the keyboard."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def where(self) -> str:
        """Return the name of the field that has the keyboard."""
        at = self.at()
        text = at.text() if isinstance(at, QAbstractButton) else ""
        return at.objectName() or at.accessibleName() or text

    def goes_to(self, name: str, most: int = 12) -> None:
        """Press Tab until a field has the keyboard."""
        for _ in range(most):
            if self.where() == name:
                return
            self.keys("Tab")
        raise AssertionError(f"no way to {name} by Tab; the keyboard is at {self.where()}")

    def waits(self, until: Callable[[], object]) -> None:
        """Wait until something is to be seen."""
        try:
            self.qtbot.waitUntil(lambda: bool(until()), timeout=10_000)
        except TimeoutError:
            place = self.window.workplace
            here = place and (place.here, place.trouble.text)
            raise AssertionError(f"waited in vain at {self.where()} of {here}") from None


@contextmanager
def at_work(qtbot: QtBot, folder: Path) -> Iterator[tuple[Person, Window]]:
    """Open the window on a cabinet and unlock it by typing the password."""
    window = Window()
    qtbot.addWidget(window)
    window.begin(folder)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    person = Person(qtbot, window)
    try:
        person.waits(lambda: QApplication.focusWidget() is not None)
        person.types(PASSWORD)
        person.keys("Return")
        person.waits(lambda: window.workplace is not None and window.workplace.here)
        person.waits(lambda: not window.jobs.is_busy())
        person.strokes = 0
        yield person, window
    finally:
        window.end_sitting()
        window.jobs.close()


def desk_of(window: Window) -> Desk:
    """Return the desk at which the window works."""
    assert window.workplace is not None
    return window.workplace.desk
