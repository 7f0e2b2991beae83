"""The sheet of keys: the same table that binds them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.keys import Key, shown_keys
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label, one_line, scrolling


class KeySheet(QDialog):
    """All keys, what they do and where."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(mark("Workbook")))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(space(16), space(8), space(16), space(8))
        grid.setHorizontalSpacing(space(20))
        grid.setVerticalSpacing(space(6))
        for row, key in enumerate(shown_keys()):
            grid.addWidget(one_line(keys_in_words(key), "strong"), row, 0)
            grid.addWidget(label(say(key.does)), row, 1)
            grid.addWidget(label(say(key.where), "note"), row, 2)
        grid.setColumnStretch(1, 1)
        close = button(say(mark("Close")))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(16), space(12), space(12))
        title = label(say(mark("Sheet of keys")), "title")
        title.setContentsMargins(space(16), 0, 0, 0)
        column.addWidget(title)
        column.addWidget(scrolling(inner), 1)
        column.addLayout(at_the_end(close))
        close.setFocus()
        room = parent.window().size()
        self.resize(min(space(680), room.width() - 40), min(space(600), room.height() - 40))


def keys_in_words(key: Key) -> str:
    """Return the first key of a line as it stands on the keyboard."""
    if key.name == "page_1":
        return "Ctrl+1 ... Ctrl+7"
    return QKeySequence(key.keys[0]).toString(QKeySequence.SequenceFormat.PortableText)
