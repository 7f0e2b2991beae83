"""The messages of this sitting: what passed by at the foot of the window can be read again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

if TYPE_CHECKING:
    from gbvcase.ui.messages import Said
    from gbvcase.ui.workplace import Workplace


class HeardDialog(QDialog):
    """The newest first, each with its time; they are gone when the cabinet locks."""

    def __init__(self, place: "Workplace") -> None:
        super().__init__(place.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(mark("Workbook")))
        self.list = QListWidget()
        self.list.setAccessibleName(say(mark("Messages of this sitting")))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in reversed(place.heard.said):
            self.list.addItem(QListWidgetItem(_line(one)))
        nothing = label(say(mark("Nothing was said yet.")), "note")
        nothing.setVisible(not place.heard.said)
        self.list.setVisible(bool(place.heard.said))
        close = button(say(mark("Close")), kind="main")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(12))
        column.addWidget(label(say(mark("Messages of this sitting")), "title"))
        column.addWidget(nothing)
        column.addWidget(self.list, 1)
        column.addLayout(at_the_end(close))
        room = place.window().size()
        self.resize(min(space(620), room.width() - 40), min(space(460), room.height() - 40))
        if place.heard.said:
            self.list.setCurrentRow(0)
            self.list.setFocus()


def _line(one: "Said") -> str:
    sign = "▲ " if one.is_trouble else ""
    return f"{one.at:%H:%M}   {sign}{one.text}"
