"""What a report says: on what it is based, a table, bars of the same numbers, and reasons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gbvcase.casework.publishing import Cell, Grid
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.laying import bring_into_sight, empty_out
from gbvcase.ui.messages import announce
from gbvcase.ui.report_grid import Bars, GridTable
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import EmptyState, button, label

LEAST_BARS, LEAST_HEIGHT, LEAST_SENTENCE, GAP = 220, 200, 400, 24
TABLE_SHARE, BARS_SHARE = 5, 3


class FiguresView(QWidget):
    """A table first, bars beside it; each figure tells why it looks as it does."""

    cases_wanted = Signal(object)  # the cell whose cases are to be listed
    left_out_wanted = Signal()
    together_wanted = Signal()  # the figures of all offices, or of this one again

    def __init__(self) -> None:
        super().__init__()
        self._grids: tuple[Grid, ...] = ()
        self._is_secret = self._may_open = False
        self._cell: Cell | None = None
        self.base = label("")
        self.waiting = button("", kind="link")
        self.why = button(say(mark("Left out, by reason")), kind="link")
        self.together = button("", kind="link")
        self.left_out = label("", "note")
        self.which = CalmComboBox()
        self.table = GridTable()
        self.bars = Bars()
        self.reason = label("", "note")
        self.cases = button("", kind="link")
        self._nothing = QVBoxLayout()
        self._lay_out()
        self.which.currentIndexChanged.connect(self._show_grid)
        self.table.asked.connect(self._tell_reason)
        self.table.opened.connect(self._open_cases)
        self.cases.clicked.connect(self._want_cases)
        self.waiting.clicked.connect(self.left_out_wanted)
        self.together.clicked.connect(self.together_wanted)
        self.why.clicked.connect(lambda: self.left_out.setVisible(self.left_out.isHidden()))

    def show_base(
        self,
        text: str,
        lines: Sequence[tuple[str, str]] = (),
        waiting: int = 0,
        *,
        told: bool = False,
    ) -> None:
        """Say on what the figures are based, who was left out, and how many wait for an answer.

        With `told` who was left out stands there at once, and not behind a press.
        """
        self.base.setText(text)
        self.base.setVisible(bool(text))
        self.waiting.setVisible(bool(waiting))
        self.waiting.setText(
            say(mark("{number} lack something: see which")).format(
                number=written_number(waiting, say)
            )
        )
        self.why.setVisible(bool(lines) and not told)
        self.together.hide()  # until it is offered
        self.left_out.setText("\n".join(f"{number}  {reason}" for reason, number in lines))
        self.left_out.setVisible(told and bool(lines))
        if told:  # what is published says at once who was left out, in few lines
            pairs = (f"{reason}: {number}" for reason, number in lines)
            self.left_out.setText(say(mark("Left out: {reasons}")).format(reasons="; ".join(pairs)))
        self._fit()

    def offer_together(self, others: int, are_together: bool) -> None:
        """Offer to add what other offices have sent, or to look at this office alone again."""
        text = say(mark("With the counts of {number} other offices"))
        self.together.setText(
            say(mark("This office alone"))
            if are_together
            else text.format(number=written_number(others, say))
        )
        self.together.setVisible(bool(others))
        self._fit()

    def show_grids(
        self, grids: tuple[Grid, ...], *, secret: bool = False, may_open: bool = False
    ) -> None:
        """Show other tables; exact ones are secret, and lead to their cases who may see them."""
        self._grids, self._is_secret, self._may_open = grids, secret, may_open
        chosen = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        for grid in grids:
            self.which.addItem(f"{grid.id}. {grid.said(say)}", grid.id)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self.which.blockSignals(False)
        empty_out(self._nothing)
        self._show_grid()

    def show_nothing(
        self, sentence: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say in the place of the tables why there are none, and what can be done."""
        self.show_base("")
        self.show_grids(())
        buttons = []
        if action and do is not None:
            buttons.append(button(action))
            buttons[0].clicked.connect(do)
        self._nothing.addWidget(EmptyState(sentence, buttons))

    def choose_table(self, name: str) -> None:
        """Show one of the tables by its name, if it is there."""
        row = self.which.findData(name)
        if row >= 0:
            self.which.setCurrentIndex(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the bars below the table where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        links = sum(one.sizeHint().width() for one in self._links() if not one.isHidden())
        is_wide = links + space(LEAST_SENTENCE) <= self.width()
        self._above.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        self._above.setSpacing(space(20) if is_wide else 0)
        for one in self._links():  # below the sentence they begin where it does
            self._above.setAlignment(
                one, Qt.AlignmentFlag(0) if is_wide else Qt.AlignmentFlag.AlignLeft
            )
        room = self.width() - space(GAP)
        share = room * TABLE_SHARE // (TABLE_SHARE + BARS_SHARE)
        beside = self.table.least_width() <= share and room - share >= space(LEAST_BARS)
        self._middle.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        least = space(LEAST_HEIGHT) if beside else self.table.whole_height()
        self.table.setMinimumHeight(least if self._shown() else 0)

    def _links(self) -> tuple[QPushButton, ...]:
        return self.together, self.waiting, self.why

    def _shown(self) -> Grid | None:
        return next((one for one in self._grids if one.id == self.which.currentData()), None)

    def _show_grid(self) -> None:
        grid = self._shown()
        self._cell = None
        self.cases.hide()
        self.reason.setText(
            say(mark("Enter or a click on a figure lists its cases."))
            if self._is_secret and self._may_open
            else say(mark("Enter or a click on a figure says why it looks so."))
        )
        self.table.show_grid(grid, secret=self._is_secret)
        self.bars.show_grid(grid)
        for widget in (self.table, self.bars, self.reason, self.which):
            widget.setVisible(grid is not None)
        self.table.setAccessibleName(grid.said(say) if grid is not None else "")
        self._fit()

    def _tell_reason(self, row: int, column: int) -> None:
        figures = self.table.figures
        said = figures.reason_at(row, column)
        self._cell = figures.cell_at(row, column)
        if not said or self._cell is None:
            self.cases.hide()
            return
        text = say(mark("{what}: {figure}. {reason}")).format(
            what=figures.named(row, column), figure=figures.text_at(row, column), reason=said
        )
        self.reason.setText(text)
        number = self._cell.figure.value
        self.cases.setText(
            say(mark("See its cases ({number})")).format(number=written_number(number, say))
        )
        self.cases.setVisible(self._leads_to_cases())
        bring_into_sight(self.reason)
        announce(self.reason, text)

    def _leads_to_cases(self) -> bool:
        return (
            self._is_secret
            and self._may_open
            and self._cell is not None
            and self._cell.figure.value > 0
        )

    def _open_cases(self, row: int, column: int) -> None:
        self._cell = self.table.figures.cell_at(row, column)
        self._want_cases()

    def _want_cases(self) -> None:
        if self._leads_to_cases():
            self.cases_wanted.emit(self._cell)

    def _lay_out(self) -> None:
        self.which.setAccessibleName(say(mark("Table")))
        self.why.setAccessibleDescription(say(mark("Shows or hides the list")))
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(space(GAP))
        self._middle.addWidget(self.table, TABLE_SHARE)
        self._middle.addWidget(self.bars, BARS_SHARE, Qt.AlignmentFlag.AlignTop)
        self._above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._above.addWidget(self.base, 1)
        for link in self._links():
            self._above.addWidget(link)
        told = QHBoxLayout()
        told.setSpacing(space(12))
        told.addWidget(self.reason, 1)
        told.addWidget(self.cases, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addLayout(self._above)
        column.addWidget(self.left_out)
        column.addLayout(self._nothing)
        column.addWidget(self.which)
        column.addLayout(self._middle, 1)
        column.addLayout(told)
        column.addStretch(0)
