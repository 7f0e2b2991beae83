"""All indicators, exactly, for the office's own screen: each with its parts and its breakdown."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.measures import Measured, OfficeMeasure, unit_said
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.language import say
from gbvcase.ui.text_table import TextRow, TextTable
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label

NARROW = 880
LEAST_HEIGHT = 240
INDENT = "     "
HEADS = (mark("Code"), mark("Indicator"), mark("Figure"), mark("Unit"))
BREAKDOWN = (mark("Of these"), mark("Figure"))


class IndicatorsView(QWidget):
    """The list of indicators; the one that is chosen is broken down beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[str, OfficeMeasure] = {}
        self.table = TextTable(say(mark("Indicators")), words=1)
        self.title = label("", "section")
        self.listed = label("", "note")
        self.detail = TextTable(say(mark("Breakdown of the indicator")))
        beside = QVBoxLayout()
        beside.setSpacing(space(8))
        beside.addWidget(self.title)
        beside.addWidget(self.listed)
        beside.addWidget(self.detail, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(space(20))
        self._line.addWidget(self.table, 3)
        self._line.addLayout(beside, 2)
        self.setLayout(self._line)
        for table in (self.table, self.detail):
            table.setMinimumHeight(space(LEAST_HEIGHT))
        self.table.selectionModel().currentRowChanged.connect(self._choose)

    def show_measures(self, found: Sequence[OfficeMeasure]) -> None:
        """Show what was counted, and stay at the indicator that was chosen."""
        before = self.table.chosen()
        self._found = {one.indicator.id: one for one in found}
        rows = [row for one in found for row in rows_of(one)]
        self.table.show_rows([say(head) for head in HEADS], rows, figures=(2,))
        place = next((n for n, r in enumerate(rows) if before and r.name == before.name), 0)
        self.table.selectRow(place)
        self._choose()

    def _choose(self, *_rows: object) -> None:
        row = self.table.chosen()
        one = self._found.get(row.name) if row is not None else None
        if one is None:
            return
        self.title.setText(f"{one.indicator.id}. {one.indicator.said(say)}")
        told = say(one.standing.value)
        self.listed.setText(told[:1].upper() + told[1:] + ".")
        self.detail.setVisible(one.found is not None and bool(one.found.blocks))
        if one.found is None:
            return
        if one.found.listed:
            text = say(
                mark("Not in these figures, for want of a complete date or answer: {number}")
            )
            self.listed.setText(text.format(number=written_number(one.found.listed, say)))
        rows = tuple(broken_down(one.found))
        self.detail.show_rows([say(head) for head in BREAKDOWN], rows, figures=(1,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the breakdown below the list where the page is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < space(NARROW)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


def rows_of(one: OfficeMeasure) -> Iterator[TextRow]:
    """Yield the rows of an indicator: itself, and its parts where it has several."""
    name, title = one.indicator.id, one.indicator.said(say)
    if one.found is None:
        waits = say(mark("waits"))
        yield TextRow((name, title, "-", waits), name, is_faint=True)
        return
    lines = one.found.lines
    if len(lines) == 1 and not lines[0].said(say):
        (line,) = lines
        yield TextRow((name, title, line.written(say), unit_said(line, say)), name)
        return
    yield TextRow((name, title, "", ""), name, is_head=True)
    for line in lines:
        cells = ("", INDENT + line.said(say), line.written(say), unit_said(line, say))
        yield TextRow(cells, name)


def broken_down(found: Measured) -> Iterator[TextRow]:
    """Yield the breakdown of an indicator: the name of each characteristic, and its codes."""
    for block in found.blocks:
        if len(block.lines) == 1:  # one code of a list of which several are possible
            yield TextRow((block.said(say), block.lines[0].written(say)))
            continue
        yield TextRow((block.said(say), ""), is_head=True)
        for line in block.lines:
            yield TextRow((INDENT + line.said(say), line.written(say)))
