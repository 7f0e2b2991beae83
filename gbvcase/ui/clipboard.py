"""What is copied out of our windows: it stays in the program, unless the office lets it leave.

Then it is kept out of histories, gone after a short while, and the journal knows that it left.
"""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

SECONDS = 20
HINT = "x-kde-passwordManagerHint"
KEPT = "application/x-kept-inside"
"""Stands on the clipboard for what can be pasted in our windows only; it holds nothing."""
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
MARKS = {
    HINT: b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): bytes(4),
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
}
"""Formats by which a history of the clipboard sees that this is not for it."""
PASTE = "edit-paste"
"""What the toolkit calls the entry of its own menus."""


class Clipboard(QObject):
    """Watches what our windows put on the clipboard; what others put there is left alone."""

    copied = Signal(int)  # so many letters can be pasted here, and elsewhere after `let_out`

    def __init__(
        self,
        board: QClipboard,
        parent: QObject | None = None,
        *,
        owns: Callable[[], bool] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._owns = owns or board.ownsClipboard
        self._inside = ""
        self._watched: list[QWidget] = []
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1_000))
        self._timer.timeout.connect(self._clear)
        board.dataChanged.connect(self._look)
        board.selectionChanged.connect(self._empty_selection)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)

    def let_out(self) -> None:
        """Put what was copied last where other programs can read it, for a short while."""
        if self._has_inside():
            self.put(self._inside)

    def put(self, text: str) -> None:
        """Put a text where other programs can read it, for a short while."""
        self._inside = ""
        self._board.setMimeData(_marked(text))
        self._timer.start()

    def forget(self) -> None:
        """Clear the clipboard if what we put there is still on it; forget what was kept inside."""
        self._inside = ""
        self._clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paste what was kept inside where somebody types: the clipboard itself has nothing."""
        if event.type() == QEvent.Type.KeyPress:
            is_paste = isinstance(event, QKeyEvent) and event.matches(
                QKeySequence.StandardKey.Paste
            )
            if is_paste and isinstance(watched, QWidget) and self._has_inside():
                return self._paste(watched)
        elif event.type() == QEvent.Type.ContextMenu and self._has_inside():
            QTimer.singleShot(0, self, self._offer_paste)  # the menu is made by then
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        if self._is_marked():
            return
        if not self._owns():
            self._inside = ""  # somebody else's copy is the newer one
            return
        text = self._board.text()
        if not text:
            return
        self._inside = text
        self._board.setMimeData(_marked(None))
        self.copied.emit(len(text))

    def _empty_selection(self) -> None:
        """Let nobody read what is merely selected, as some systems would."""
        if self._board.supportsSelection() and self._board.ownsSelection():
            mode = QClipboard.Mode.Selection
            if self._board.text(mode):
                self._board.clear(mode)

    def _clear(self) -> None:
        self._timer.stop()
        if self._is_marked():
            self._board.clear()

    def _is_marked(self) -> bool:
        content = self._board.mimeData()
        return content is not None and content.hasFormat(HINT)

    def _has_inside(self) -> bool:
        content = self._board.mimeData()
        return bool(self._inside) and content is not None and content.hasFormat(KEPT)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Look at the keys of the widget that is typed into, and of no other."""
        for one in self._watched:
            if shiboken6.isValid(one):
                one.removeEventFilter(self)
        # nothing is pasted into lists; asking for what is inside them prepares every kind of widget
        inner = new.viewport() if isinstance(new, QTextEdit | QPlainTextEdit) else None
        self._watched = [one for one in (new, inner) if one is not None]
        for one in self._watched:
            one.installEventFilter(self)

    def _paste(self, widget: QWidget) -> bool:
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        if isinstance(line, QLineEdit) and not line.isReadOnly():
            line.insert(self._inside)
        elif isinstance(line, QTextEdit | QPlainTextEdit) and not line.isReadOnly():
            inside = QMimeData()
            inside.setText(self._inside)
            line.insertFromMimeData(inside)
            line.ensureCursorVisible()
        else:
            return False
        return True

    def _offer_paste(self) -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu) or not self._watched:
            return
        for action in menu.actions():
            if action.objectName() == PASTE and not action.isEnabled():
                action.setEnabled(True)
                action.triggered.connect(self._paste_by_menu)

    def _paste_by_menu(self) -> None:
        if self._watched and shiboken6.isValid(self._watched[0]):
            self._paste(self._watched[0])


def _marked(text: str | None) -> QMimeData:
    """Return a text for the clipboard, marked as secret; None stands for what is kept inside."""
    marked = QMimeData()
    if text is None:
        marked.setData(KEPT, b"1")
    else:
        marked.setText(text)  # and nothing else: a copy as mark-up is of no use outside
    for kind, value in MARKS.items():
        marked.setData(kind, value)
    return marked
