from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.ui.idle import Idle
from gbvcase.ui.idle_strip import IdleStrip


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle(qtbot: QtBot, clock: Clock) -> Iterator[Idle]:
    idle = Idle(5, clock)
    idle.start()
    yield idle
    idle.stop()


def pass_by(idle: Idle, clock: Clock, seconds: int) -> None:
    for _ in range(seconds):
        clock.now += 1
        idle.look()


def test_it_warns_a_minute_before_and_then_locks(idle: Idle, clock: Clock) -> None:
    heard: list[int | str] = []
    idle.warned.connect(heard.append)
    idle.expired.connect(lambda: heard.append("locked"))
    pass_by(idle, clock, 239)
    assert heard == []
    pass_by(idle, clock, 1)
    assert heard == [60]
    pass_by(idle, clock, 60)
    assert heard[-1] == "locked"


def test_work_of_the_program_itself_is_no_sign_of_life(
    qtbot: QtBot, idle: Idle, clock: Clock
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    expired: list[int] = []
    idle.expired.connect(lambda: expired.append(1))
    for _ in range(301):
        clock.now += 1
        made = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
        idle.eventFilter(widget, made)  # sent by the program, not by a person
        idle.look()
    assert expired


def test_a_person_keeps_it_open(qtbot: QtBot, idle: Idle, clock: Clock) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    heard: list[int] = []
    idle.warned.connect(heard.append)
    pass_by(idle, clock, 250)
    assert heard[-1] == 50
    QTest.mouseClick(widget.windowHandle(), Qt.MouseButton.LeftButton, pos=widget.rect().center())
    assert heard[-1] == 0
    pass_by(idle, clock, 200)
    assert heard[-1] == 0


def test_a_computer_that_slept_wakes_up_locked(qtbot: QtBot, idle: Idle, clock: Clock) -> None:
    clock.now += 45
    with qtbot.waitSignal(idle.expired, timeout=100):
        idle.look()


def test_the_strip_says_the_seconds_and_goes_away(qtbot: QtBot) -> None:
    strip = IdleStrip()
    qtbot.addWidget(strip)
    strip.count_down(42)
    assert not strip.isHidden()
    assert "42" in strip._text.text()
    strip.count_down(0)
    assert strip.isHidden()


def test_a_moved_mouse_that_the_system_made_up_does_not_count() -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(),
        QPointF(),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert not event.spontaneous()


def test_what_widgets_are_told_is_not_looked_at(qtbot: QtBot, clock: Clock) -> None:
    seen: list[object] = []

    class Watched(Idle):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - of Qt
            seen.append(watched)
            return super().eventFilter(watched, event)

    window = QWidget()
    qtbot.addWidget(window)
    child = QWidget(window)
    window.show()
    idle = Watched(5, clock)
    idle.start()
    seen.clear()
    for _ in range(20):
        child.setToolTip("Mẫu")
        QApplication.sendEvent(child, QEvent(QEvent.Type.FontChange))
    assert seen == []
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert window.windowHandle() in seen
    idle.stop()
    seen.clear()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert seen == []
