import pytest
from pytestqt.qtbot import QtBot

from gbvcase.ui import session_signals as said
from gbvcase.ui.session_signals import SessionSignals


@pytest.mark.parametrize(
    ("message", "word"),
    [
        (said.WM_WTSSESSION_CHANGE, 7),
        (said.WM_WTSSESSION_CHANGE, 2),
        (said.WM_POWERBROADCAST, said.PBT_APMSUSPEND),
        (said.WM_QUERYENDSESSION, 0),
    ],
)
def test_a_session_that_is_left_is_heard(qtbot: QtBot, message: int, word: int) -> None:
    signals = SessionSignals()
    with qtbot.waitSignal(signals.left, timeout=100):
        signals.hear_windows(message, word)


@pytest.mark.parametrize(
    ("message", "word"),
    [(said.WM_WTSSESSION_CHANGE, 8), (said.WM_POWERBROADCAST, 7), (0x200, 7), (said.WM_HOTKEY, 9)],
)
def test_other_messages_mean_nothing(qtbot: QtBot, message: int, word: int) -> None:
    signals = SessionSignals()
    with (
        qtbot.assertNotEmitted(signals.left),
        qtbot.assertNotEmitted(signals.hide_wanted),
    ):
        signals.hear_windows(message, word)


def test_the_hot_key_asks_to_hide(qtbot: QtBot) -> None:
    signals = SessionSignals()
    with qtbot.waitSignal(signals.hide_wanted, timeout=100):
        signals.hear_windows(said.WM_HOTKEY, said.HOT_KEY)


def test_sleep_and_a_covered_screen_are_heard_and_waking_is_not(qtbot: QtBot) -> None:
    signals = SessionSignals()
    with qtbot.waitSignal(signals.left, timeout=100):
        signals.told(True)
    with qtbot.assertNotEmitted(signals.left):
        signals.told(False)
    with qtbot.waitSignal(signals.left, timeout=100):
        signals.told_to_lock()
