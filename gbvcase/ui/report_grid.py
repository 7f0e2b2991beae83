"""One table of a report, and bars of the same numbers beside it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from gbvcase.casework.publishing import Cell, Grid, figure_text, reason
from gbvcase.domain.marking import mark
from gbvcase.ui import theme
from gbvcase.ui.language import say
from gbvcase.ui.theme import space

Index = QModelIndex | QPersistentModelIndex
ROW = 34
FIRST_COLUMN = 200
FEWEST, MOST_NUMBER = 64, 104
MOST_ROWS = 12
BAR_ROW, BAR_HEIGHT = 44, 14
INDENT = "     "


class GridModel(QAbstractTableModel):
    """Shows what a report says, figure by figure, and why each looks as it does."""

    def __init__(self) -> None:
        super().__init__()
        self._grid: Grid | None = None

    def show(self, grid: Grid | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self._grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._grid is None else len(self._grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._grid is None else len(self._grid.columns) + 1

    def data(  # noqa: PLR0911 - one answer for each role
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self._grid is None or not index.isValid():
            return None
        row = self._grid.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == 0:
                return INDENT * row.head.depth + row.head.said(say.language)
            return self.text_at(index.row(), index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            head = row.head.said(say.language) if index.column() == 0 else ""
            return head or self.reason_at(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and not (row.head.code and row.cells):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or self._grid is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._grid.columns[section - 1].said(say.language) if section else ""
        return None

    def text_at(self, row: int, column: int) -> str:
        """Return a figure as it is shown; empty in a row that only names a block."""
        assert self._grid is not None
        cells = self._grid.rows[row].cells
        if not cells or not column:
            return ""
        return figure_text(cells[column - 1].figure, self._grid.base, say)

    def reason_at(self, row: int, column: int) -> str:
        """Return why a figure looks as it does."""
        assert self._grid is not None
        cells = self._grid.rows[row].cells
        if not cells or not column:
            return ""
        return reason(cells[column - 1].figure, self._grid.base, say)

    def cell_at(self, row: int, column: int) -> Cell | None:
        """Return the cell of a figure; None in a row that only names a block."""
        assert self._grid is not None
        cells = self._grid.rows[row].cells
        return cells[column - 1] if cells and column else None

    def named(self, row: int, column: int) -> str:
        """Return what a figure counts: its row, and its column where there are several."""
        assert self._grid is not None
        parts = [self._grid.rows[row].head.said(say.language)]
        if column > 1:
            parts.append(self._grid.columns[column - 1].said(say.language))
        return ", ".join(parts)


class GridTable(QTableView):
    """A table of figures. A click or Enter asks for the reason of one."""

    asked = Signal(int, int)
    opened = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._is_secret = False
        self.figures = GridModel()
        self.setModel(self.figures)
        self.setAccessibleName(say(mark("Table of figures")))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(space(FEWEST))
        wrapping = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | wrapping
        )
        self.clicked.connect(lambda index: self.asked.emit(index.row(), index.column()))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))
        self.installEventFilter(self)

    def show_grid(self, grid: Grid | None, *, secret: bool = False) -> None:
        """Show another table, with a first column wide enough to read.

        Nothing can be copied out of a secret one: exact figures stay on the screen.
        """
        self._is_secret = secret
        self.figures.show(grid)
        self.verticalHeader().setDefaultSectionSize(space(ROW))
        self.fit()

    def fit(self) -> None:
        """Share the width: figures take what they need, names the rest; heads wrap."""
        count = self.figures.columnCount()
        if not count:
            return
        head = self.horizontalHeader()
        room = self.viewport().width()
        numbers = [self._needed(column) for column in range(1, count)]
        first = max(room - sum(numbers), min(space(FIRST_COLUMN), room // 2))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, first)
        for column, width in enumerate(numbers, start=1):
            self.setColumnWidth(column, width)
        head.setFixedHeight(max(self._head_height(n, w) for n, w in enumerate([first, *numbers])))

    def least_width(self) -> int:
        """Return how wide the table must be to be read without moving it sideways."""
        numbers = sum(self._needed(column) for column in range(1, self.figures.columnCount()))
        return numbers + space(FIRST_COLUMN) + space(20)

    def whole_height(self) -> int:
        """Return the height at which all rows are seen, at most twelve of them."""
        rows = min(self.figures.rowCount(), MOST_ROWS)
        return self.horizontalHeader().height() + rows * space(ROW) + space(16)

    def _needed(self, column: int) -> int:
        text = str(self.figures.headerData(column, Qt.Orientation.Horizontal) or "")
        font = QFontMetrics(self._head_font())
        longest = max((font.horizontalAdvance(word) for word in text.split()), default=0)
        return max(
            min(font.horizontalAdvance(text) + space(20), space(MOST_NUMBER)),
            longest + space(20),
            space(FEWEST),
        )

    def _head_height(self, column: int, width: int) -> int:
        text = str(self.figures.headerData(column, Qt.Orientation.Horizontal) or "")
        room = QRect(0, 0, width - space(18), 10_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight
        return QFontMetrics(self._head_font()).boundingRect(room, flags, text).height() + space(14)

    def _head_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter asks for the reason of the current figure; exact figures are not copied."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._is_secret and event.matches(QKeySequence.StandardKey.Copy):
                return True
            current = self.currentIndex()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
                self.asked.emit(current.row(), current.column())
                self.opened.emit(current.row(), current.column())
                return True
        return super().eventFilter(watched, event)


class Bars(QWidget):
    """The first column of a table as bars, painted from the same figures."""

    def __init__(self) -> None:
        super().__init__()
        self._grid: Grid | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        theme.changes.changed.connect(self.update)

    def show_grid(self, grid: Grid | None) -> None:
        """Show the bars of another table, with words for those who hear them."""
        self._grid = grid
        bars = grid.bars(say) if grid is not None else ()
        words = [
            say(mark("{label}: {figure}")).format(
                label=bar.label, figure=say(mark("hidden")) if bar.hidden else bar.text
            )
            for bar in bars
        ]
        self.setAccessibleName(say(mark("Bars of the same figures")))
        self.setAccessibleDescription("; ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as the bars need."""
        bars = self._grid.bars(say) if self._grid is not None else ()
        return QSize(space(280), space(BAR_ROW) * max(1, len(bars)) + space(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(space(180), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each bar with its name above and its figure at its end."""
        del event
        if self._grid is None:
            return
        bars = self._grid.bars(say)
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        room = self.width() - space(8)
        figures = max(
            (metrics.horizontalAdvance(self._end(bar.text, bar.hidden)) for bar in bars), default=0
        )
        longest = max(room - figures - space(10), space(40))
        largest = max((bar.value for bar in bars if not bar.hidden), default=0) or 1
        for number, bar in enumerate(bars):
            top = number * space(BAR_ROW)
            painter.setPen(QColor(tokens.text))
            name = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(space(6), top + metrics.ascent(), name)
            height = space(BAR_HEIGHT)
            at = top + metrics.height() + space(2)
            if bar.hidden:
                width = float(space(60))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tokens.border), 1, Qt.PenStyle.DashLine))
                painter.drawRect(QRectF(0.5, at + 0.5, width, height - 1))
            else:
                width = max(longest * bar.value / largest, 1.0)
                painter.fillRect(QRectF(0, at, width, height), QColor(tokens.primary))
            painter.setPen(QColor(tokens.text))
            middle = at + (height + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(int(width) + space(8), int(middle), self._end(bar.text, bar.hidden))
        painter.setPen(QColor(tokens.border))
        painter.drawLine(0, 0, 0, len(bars) * space(BAR_ROW))
        painter.end()

    @staticmethod
    def _end(text: str, hidden: bool) -> str:
        return say(mark("hidden")) if hidden else text
