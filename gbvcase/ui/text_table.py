"""A table of words and figures that is read, not copied: rows of text under a line of heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gbvcase.ui import theme
from gbvcase.ui.theme import space

Index = QModelIndex | QPersistentModelIndex
LEAST_WORDS = 180
MOST_FIGURE = 150
ROW, MUCH = 34, 10_000


@dataclass(frozen=True)
class TextRow:
    """A line of a table; `name` is what it is about."""

    cells: tuple[str, ...]
    name: str = ""
    is_head: bool = False
    is_faint: bool = False


class TextModel(QAbstractTableModel):
    """Shows rows of text; what stands in a column of figures is set to the right."""

    def __init__(self) -> None:
        super().__init__()
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[TextRow, ...] = ()
        self._figures: frozenset[int] = frozenset()

    def show(self, heads: Sequence[str], rows: Sequence[TextRow], figures: Sequence[int]) -> None:
        """Show other rows; `figures` are the columns with numbers."""
        self.beginResetModel()
        self._heads, self._rows, self._figures = tuple(heads), tuple(rows), frozenset(figures)
        self.endResetModel()

    def row(self, number: int) -> TextRow | None:
        """Return a row; None if there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight
            if index.column() not in self._figures:
                side = Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and row.is_head:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and row.is_faint:
            return QColor(theme.tokens().text2)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._figures:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class TextTable(QTableView):
    """The table; the column of words takes the room that the others leave."""

    def __init__(self, name: str, words: int = 0) -> None:
        super().__init__()
        self.model_ = TextModel()
        self._words = words
        self.setModel(self.model_)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(False)
        theme.changes.changed.connect(self._fit)

    def show_rows(
        self, heads: Sequence[str], rows: Sequence[TextRow], figures: Sequence[int] = ()
    ) -> None:
        """Show other rows, from the first."""
        self.clearSpans()
        self.model_.show(heads, rows, figures)
        self._fit()
        self.scrollToTop()

    def chosen(self) -> TextRow | None:
        """Return the row that is chosen."""
        return self.model_.row(self.currentIndex().row())

    def whole_height(self) -> int:
        """Return the height at which all rows are seen."""
        rows = sum(self.rowHeight(number) for number in range(self.model_.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth() + space(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy nothing: what stands here stays in the office."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words what room there is."""
        super().resizeEvent(event)
        self._fit()

    def fit(self) -> None:
        """Share the width anew, after columns were hidden or shown."""
        self._fit()

    def _fit(self) -> None:
        """Make the figures as wide as they are, and the words fill the rest and wrap."""
        count = self.model_.columnCount()
        if not count:
            return
        used = 0
        for column in range(count):
            if column != self._words and not self.isColumnHidden(column):
                width = max(self.sizeHintForColumn(column), self._head_width(column)) + space(12)
                width = min(width, space(MOST_FIGURE))
                self.setColumnWidth(column, width)
                used += width
        rest = self.viewport().width() - used
        self.setColumnWidth(self._words, max(rest, space(LEAST_WORDS)))
        self._spread()
        for number in range(self.model_.rowCount()):
            self.setRowHeight(number, self._height(number))

    def _spread(self) -> None:
        """Let a row that only names what follows run over as many columns as are in sight."""
        self.clearSpans()
        room, wide = self.viewport().width(), 0
        columns = 0
        for column in range(self._words, self.model_.columnCount()):
            wide += self.columnWidth(column)
            columns += wide <= room
        for number in range(self.model_.rowCount()):
            row = self.model_.row(number)
            assert row is not None
            if columns > 1 and row.is_head and not any(row.cells[self._words + 1 :]):
                self.setSpan(number, self._words, 1, columns)

    def _height(self, number: int) -> int:
        """Return how high a row must be for its words, wrapped, with room above and below."""
        row = self.model_.row(number)
        assert row is not None
        metrics, wrap = self.fontMetrics(), Qt.TextFlag.TextWordWrap.value
        found = []
        for column, text in enumerate(row.cells):
            if self.isColumnHidden(column):
                continue
            wide = sum(
                self.columnWidth(c) for c in range(column, column + self.columnSpan(number, column))
            )
            room = max(wide - space(24), space(20))
            found.append(metrics.boundingRect(0, 0, room, MUCH, wrap, text).height())
        return max(max(found) + space(12), space(ROW))

    def _head_width(self, column: int) -> int:
        return self.horizontalHeader().sectionSizeHint(column)
