"""What is copied out of our windows: kept out of histories, and gone after a short while."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

SECONDS = 20
HINT = "x-kde-passwordManagerHint"
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
MARKS = {
    HINT: b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): bytes(4),
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
}
"""Formats by which a history of the clipboard sees that this is not for it."""


class Clipboard(QObject):
    """Watches what our windows put on the clipboard; what others put there is left alone."""

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
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1_000))
        self._timer.timeout.connect(self.forget)
        board.dataChanged.connect(self._look)

    def forget(self) -> None:
        """Clear the clipboard if what we put there is still on it."""
        self._timer.stop()
        if self._is_marked():
            self._board.clear()

    def _look(self) -> None:
        if self._is_marked() or not self._owns():
            return
        text = self._board.text()
        if not text:
            return
        marked = QMimeData()
        marked.setText(text)  # and nothing else: a copy as mark-up is of no use outside
        for kind, value in MARKS.items():
            marked.setData(kind, value)
        self._board.setMimeData(marked)
        self._timer.start()

    def _is_marked(self) -> bool:
        content = self._board.mimeData()
        return content is not None and content.hasFormat(HINT)
