"""Incidents as rows for the network: what would leave, shown before it leaves, and its warnings."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.incident_recorder import NothingAlike, Preview
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, in_a_line
from gbvcase.ui.messages import announce
from gbvcase.ui.text_table import TextRow, TextTable
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label, repolish

LEAST_HEIGHT = 240
HEAD_LINES = 3
POINTS = (
    mark("Only incidents of people who agreed that they are used in figures are there."),
    mark(
        "Ages are groups, places are areas of several communes, days are quarters; in each row are "
        "the codes of the data dictionary."
    ),
    mark(
        "At least five rows look alike in when, where, which sex and which age. Where they did "
        "not, this was made coarser; what still stands alone stays here."
    ),
    mark("Rows tell more than a table: for members of the network only, sealed, by the protocol."),
)


class RowsView(QWidget):
    """The first ten rows, how many they are, and how they were made coarser."""

    period_wanted = Signal(str)  # the code of a longer period that would pass
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Preview | None = None
        self.back = button(say(mark("Back to the table")), "chevron-left")
        self.heading = label("", "section")
        self.told = label("", "strong")
        self.strip = QFrame()
        self._points = QVBoxLayout(self.strip)
        self._points.setContentsMargins(space(14), space(8), space(14), space(8))
        self._points.setSpacing(space(4))
        self._ways = QHBoxLayout()
        self._ways.setSpacing(space(8))
        self.caption = label(say(mark("The first ten rows, as they would stand in the file:")))
        self.table = TextTable(say(mark("Rows of incidents")))
        head = self.table.horizontalHeader()
        wrapping = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        head.setDefaultAlignment(side | wrapping)
        self.table.setMinimumHeight(space(LEAST_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addLayout(in_a_line(self.back))
        column.addWidget(self.heading)
        column.addWidget(self.strip)
        column.addLayout(self._ways)
        column.addWidget(self.caption)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self.back.clicked.connect(self.left)

    def show_rows(self, heading: str, found: Preview) -> None:
        """Show what would leave, or why nothing does and what would pass."""
        self._found = found
        self.heading.setText(heading)
        self.strip.setProperty("kind", "warn" if found.may_leave else "bad")
        repolish(self.strip)
        empty_out(self._points)
        empty_out(self._ways)
        text = _told(found)
        self._points.addWidget(label(text, "strong"))
        for point in POINTS if found.may_leave else ():
            self._points.addWidget(label(f"•  {say(point)}"))
        self._offer(found)
        for one in (self.caption, self.table):
            one.setVisible(found.may_leave)
        if found.may_leave:
            self.table.show_rows(found.titles, [TextRow(row) for row in found.rows])
            metrics = self.table.horizontalHeader().fontMetrics()
            self.table.horizontalHeader().setFixedHeight(
                HEAD_LINES * metrics.lineSpacing() + space(12)
            )
            self.table.setCurrentIndex(self.table.model_.index(0, 0))
        self.first_field().setFocus()
        announce(self, text)

    def may_leave(self) -> Preview | None:
        """Return what is shown if it may leave."""
        found = self._found
        return found if found is not None and found.may_leave else None

    def first_field(self) -> QWidget:
        """Return where the keyboard begins."""
        return self.table if self.may_leave() is not None else self.back

    def _offer(self, found: Preview) -> None:
        """Offer the longer periods that were tried and pass."""
        if found.may_leave:
            return
        for days in found.instead:
            way = button(say(mark("Take instead: {period}")).format(period=days.name(say)))
            way.clicked.connect(partial(self.period_wanted.emit, days.code))
            self._ways.addWidget(way)
        self._ways.addStretch(1)
        if not found.instead:
            self._points.addWidget(
                label(say(mark("No half-year or year around it passes either. Hand over counts.")))
            )


def _told(found: Preview) -> str:
    """Return how many rows would leave, and how many stay."""
    if not found.may_leave:
        return NothingAlike().said(say)
    text = say(mark("{number} rows would leave. {left} incidents stay: too few look like them."))
    return text.format(
        number=written_number(found.number, say), left=written_number(found.left_out, say)
    )
