"""Small moves of laying out that several pages make."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gbvcase.ui.theme import space


class OneLine(QLabel):
    """A line of plain text that is shortened where it does not fit, and is never in the way."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits, and three dots."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        fitting = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), fitting)


def in_a_line(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets side by side, beginning at the left and no wider than they need."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def at_the_end(*widgets: QWidget) -> QHBoxLayout:
    """Return buttons side by side at the right, the main one last."""
    line = QHBoxLayout()
    line.addStretch(1)
    for widget in widgets:
        line.addWidget(widget)
    return line


def empty_out(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty_out(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def under_a_header(page: QWidget, head: QWidget) -> QVBoxLayout:
    """Lay out a page as all pages are: the head over the whole width; return what is below it."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    below = QVBoxLayout()
    below.setContentsMargins(space(20), space(8), space(12), space(8))
    below.setSpacing(space(8))
    column.addLayout(below, 1)
    return below


def show_button(button: QPushButton, wanted: bool) -> None:
    """Show or hide a button of the foot, also while its page is not the one that is shown."""
    if button.parent() is not None or not wanted:
        button.setVisible(wanted)
    else:  # shown without a parent it would be a window of its own
        button.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
