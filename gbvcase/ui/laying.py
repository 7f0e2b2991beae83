"""Small moves of laying out that several pages make."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from operator import itemgetter

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gbvcase.ui.theme import space

LAID_OUT = (60, 180)  # milliseconds


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


def in_one_or_two_lines(widgets: Sequence[QWidget]) -> QBoxLayout:
    """Return widgets without a gap in one line, of which the direction down makes two."""
    lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    lines.setSpacing(0)
    half = (len(widgets) + 1) // 2
    for some in (widgets[:half], widgets[half:]):
        line = QHBoxLayout()
        line.setSpacing(0)
        for widget in some:
            line.addWidget(widget)
        lines.addLayout(line)
        lines.setAlignment(line, Qt.AlignmentFlag.AlignLeft)
    lines.addStretch(1)
    return lines


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
            let_go(widget)


def let_go(widget: QWidget) -> None:
    """Take a part off its page at once, and delete it when nobody is in the middle of it."""
    widget.blockSignals(True)  # losing the keyboard by this is nothing that a person did
    widget.hide()
    widget.setParent(None)
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


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page around a widget until it is to be seen, once the page is laid out."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        QTimer.singleShot(0, above, partial(above.ensureWidgetVisible, widget, 0, space(48)))
        for later in LAID_OUT:  # and again when what was just made has its height
            QTimer.singleShot(later, above, partial(_keep_in_sight, above, widget))


def _keep_in_sight(around: QScrollArea, widget: QWidget) -> None:
    """Scroll to a widget, unless it is gone or the person has gone on meanwhile."""
    if not shiboken6.isValid(widget) or not around.isAncestorOf(widget):
        return
    at = QApplication.focusWidget()
    if at is not None and (at is widget or widget.isAncestorOf(at)):
        around.ensureWidgetVisible(widget, 0, space(48))


def tab_as_read(inside: QWidget) -> None:
    """Let Tab go through the page around a widget as the eye does: in the order of its layouts.

    Qt's own order is that in which the parts were made; ours come and go.
    """
    page = inside
    while (above := page.parentWidget()) is not None and not page.isWindow():
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            break  # what scrolls is one page, with its own beginning and end
        page = above
    for one, after in pairwise(_stops(page)):
        QWidget.setTabOrder(one, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if layout is not None:
        yield from _stops_in(layout)
    elif widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    # Not by `itemAt`: what Python knows of an item outlives it, and is then taken for the part that
    # is made next at the same address, until the program ends (PySide6 6.11).
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    holder = layout.parentWidget()
    inside = holder.findChildren(QWidget, options=direct) if holder is not None else []
    parts: list[QWidget | QLayout] = [*inside]
    parts += [one for one in layout.children() if isinstance(one, QLayout)]
    for place, one in sorted(((layout.indexOf(one), one) for one in parts), key=itemgetter(0)):
        if place >= 0:
            yield from _stops_in(one) if isinstance(one, QLayout) else _stops(one)
