"""What is copied stays in the program unless it may leave, and then for a short while (L12)."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QClipboard, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.ui.clipboard import KEPT, MARKS, PASTE, Clipboard
from gbvcase.ui.typed_editors import _PlainText

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

    def watched(
        owns: Callable[[], bool] = lambda: True, seconds: float = 20, *, let_out: bool = True
    ) -> Clipboard:
        made = Clipboard(board, owns=owns, seconds=seconds)
        if let_out:
            made.copied.connect(lambda _letters: made.let_out())
        watching.append(made)
        return made

    yield watched
    for one in watching:
        shiboken6.delete(one)  # now: a later one would find its hand in the clipboard


def copy(qtbot: QtBot, text: str) -> QLineEdit:
    field = QLineEdit(text)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    return field


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


def contents(board: QClipboard) -> bytes:
    """Everything that another program could read from the clipboard."""
    held = board.mimeData()
    return b"".join(bytes(held.data(kind).data()) for kind in held.formats())


def test_what_may_not_leave_is_on_no_clipboard_in_any_form(
    qtbot: QtBot, board: QClipboard, watch: Callable[..., Clipboard]
) -> None:
    heard: list[int] = []
    watch(let_out=False).copied.connect(heard.append)
    copy(qtbot, TYPED)
    assert board.text() == ""
    assert board.mimeData().hasFormat(KEPT)
    for code in ("utf-8", "utf-16-le", "utf-16-be"):
        assert TYPED.encode(code) not in contents(board)
    assert heard == [len(TYPED)]


class Desk(QWidget):
    """Fields of every kind into which people paste."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.text, self.box = QLineEdit(self), QPlainTextEdit(self), QComboBox(self)
        self.box.setEditable(True)
        self.text.move(0, 40)
        self.box.move(0, 300)


@pytest.fixture
def fields(qtbot: QtBot, watch: Callable[..., Clipboard]) -> Desk:
    watch(let_out=False)
    fields = Desk()
    qtbot.addWidget(fields)
    fields.show()
    fields.activateWindow()
    return fields


def focused(qtbot: QtBot, field: QWidget) -> QWidget:
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_what_stays_inside_can_be_pasted_in_every_field_of_ours(qtbot: QtBot, fields: Desk) -> None:
    copy(qtbot, TYPED)
    for field in (fields.line, fields.text, fields.box):
        QTest.keyClick(focused(qtbot, field), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert fields.line.text() == fields.text.toPlainText() == fields.box.currentText() == TYPED
    fields.line.setReadOnly(True)
    QTest.keyClick(focused(qtbot, fields.line), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert fields.line.text() == TYPED


@pytest.mark.parametrize("name", ["line", "text"])
def test_the_menu_of_a_field_pastes_what_stays_inside(
    qtbot: QtBot, fields: Desk, name: str
) -> None:
    copy(qtbot, TYPED)
    field = getattr(fields, name)
    focused(qtbot, field)
    target = field.viewport() if isinstance(field, QPlainTextEdit) else field

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (paste,) = [one for one in menu.actions() if one.objectName() == PASTE]
        assert paste.isEnabled()
        paste.trigger()
        menu.close()

    QTimer.singleShot(50, choose)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(2, 2), field.mapToGlobal(QPoint(2, 2))
    )
    QApplication.sendEvent(target, event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    said = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert said == TYPED


def test_a_newer_copy_of_another_program_is_what_is_pasted(
    qtbot: QtBot, board: QClipboard, watch: Callable[..., Clipboard]
) -> None:
    ours = [True]
    watch(lambda: ours[0], let_out=False)
    copy(qtbot, TYPED)
    ours[0] = False
    theirs = QMimeData()
    theirs.setText("of another program")
    board.setMimeData(theirs)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(focused(qtbot, field), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "of another program"


def test_words_of_a_text_are_not_dragged_into_other_programs(qtbot: QtBot) -> None:
    text = _PlainText(1_000)
    qtbot.addWidget(text)
    text.setPlainText(TYPED * 3)
    text.show()
    text.selectAll()
    inside = text.cursorRect().center() - QPoint(40, 0)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert not text.textCursor().hasSelection()  # a drag begins on what is selected


def test_locking_forgets_what_was_kept_inside(
    qtbot: QtBot, board: QClipboard, watch: Callable[..., Clipboard]
) -> None:
    kept = watch(let_out=False)
    copy(qtbot, TYPED)
    kept.forget()
    kept.let_out()
    assert board.mimeData() is None or board.mimeData().formats() == []
