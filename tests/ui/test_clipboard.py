"""What is copied stays a short while, in no history, and others' copies are never touched (L12)."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gbvcase.ui.clipboard import MARKS, Clipboard

TYPED = "Rơ Châm H'Thử"


@pytest.fixture
def board(qapp: QApplication) -> Iterator[QClipboard]:
    board = qapp.clipboard()
    board.clear()
    yield board
    board.clear()


@pytest.fixture
def watch(board: QClipboard) -> Iterator[Callable[..., Clipboard]]:
    watching: list[Clipboard] = []

    def watched(owns: Callable[[], bool] = lambda: True, seconds: float = 20) -> Clipboard:
        watching.append(Clipboard(board, owns=owns, seconds=seconds))
        return watching[-1]

    yield watched
    for one in watching:
        shiboken6.delete(one)  # now: a later one would find its hand in the clipboard


def copy(qtbot: QtBot, text: str) -> None:
    field = QLineEdit(text)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()


def test_a_copy_says_that_it_is_for_no_history(
    qtbot: QtBot, board: QClipboard, watch: Callable[..., Clipboard]
) -> None:
    watch()
    copy(qtbot, TYPED)
    assert board.text() == TYPED
    assert {kind: bytes(board.mimeData().data(kind).data()) for kind in MARKS} == MARKS


def test_a_copy_is_gone_after_a_while(
    qtbot: QtBot, board: QClipboard, watch: Callable[..., Clipboard]
) -> None:
    watch(seconds=0.05)
    copy(qtbot, TYPED)
    qtbot.waitUntil(lambda: board.text() == "")


def test_locking_clears_our_copy_at_once(
    qtbot: QtBot, board: QClipboard, watch: Callable[..., Clipboard]
) -> None:
    kept = watch()
    copy(qtbot, TYPED)
    kept.forget()
    assert board.text() == ""


def test_what_another_program_copied_is_left_alone(
    qtbot: QtBot, board: QClipboard, watch: Callable[..., Clipboard]
) -> None:
    ours = [True]
    kept = watch(lambda: ours[0], 0.05)
    copy(qtbot, TYPED)
    ours[0] = False
    board.setText("of another program")
    qtbot.wait(100)
    kept.forget()
    assert board.text() == "of another program"
