"""The table of the case list: its columns can be hidden, moved and ordered by; rows are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from gbvcase.domain.marking import mark
from gbvcase.ui.case_model import COLUMNS, NAMES, CaseModel
from gbvcase.ui.language import say
from gbvcase.ui.list_manner import FIRST, Manner
from gbvcase.ui.theme import space

WIDTHS = {
    "code": 166,
    "name": 176,
    "commune": 132,
    "urgent": 102,
    "status": 134,
    "due": 128,
    "opened": 112,
    "owner": 136,
}
LESS_WANTED = ("opened", "owner", "commune", "urgent", "due", "status")
"""Which columns go first where there is not room for all: nobody scrolls sideways."""
ROW = 36


class CaseTable(QTableView):
    """Draws the model; what is done with a row or a column is told to the page."""

    opened = Signal(int)  # a row
    edited = Signal(int)
    moved_to = Signal(int)  # the current row
    chosen = Signal()  # other rows than before are chosen
    ordered = Signal(str, bool)  # by which column, and whether downwards
    arranged = Signal(object)  # a Manner: columns were moved or hidden with the mouse
    columns_wanted = Signal()

    def __init__(self, model: CaseModel) -> None:
        super().__init__()
        self._manner = Manner(NAMES)
        self._room = 0
        self._arranging = False
        self.setModel(model)
        self.setAccessibleName(say(mark("Cases")))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setFirstSectionMovable(False)
        head.setHighlightSections(False)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._ask_about_column)
        head.sortIndicatorChanged.connect(self._order)
        head.sectionMoved.connect(self._moved)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        selection: QItemSelectionModel = self.selectionModel()
        selection.currentRowChanged.connect(self._tell_current)
        selection.selectionChanged.connect(lambda *_: self.chosen.emit())

    # --- rows

    def go_to_row(self, row: int) -> None:
        """Make a row the current one, and the only one that is chosen."""
        self.setCurrentIndex(self.model().index(row, 0))

    def rows_chosen(self) -> list[int]:
        """Return the numbers of the chosen rows, from the top."""
        rows = {row for one in self._ranges() for row in range(one.top(), one.bottom() + 1)}
        return sorted(rows)

    def number_chosen(self) -> int:
        """Return how many rows are chosen."""
        return sum(one.height() for one in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, edit with F2, choose with the space bar beside what is chosen."""
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row >= 0 and not event.modifiers():
                self.opened.emit(row)
            case Qt.Key.Key_Space if row >= 0:
                way = QItemSelectionModel.SelectionFlag.Toggle
                rows = QItemSelectionModel.SelectionFlag.Rows
                self.selectionModel().select(self.currentIndex(), way | rows)
            case _:
                super().keyPressEvent(event)

    def _tell_current(self, current: QModelIndex, _before: object = None) -> None:
        if current.isValid():
            self.moved_to.emit(current.row())

    # --- columns

    def arrange(self, manner: Manner) -> None:
        """Show the columns in an order, without those that are hidden."""
        self._manner = manner
        self._arranging = True
        head = self.horizontalHeader()
        for place, name in enumerate(manner.columns):
            head.moveSection(head.visualIndex(NAMES.index(name)), place)
        self._arranging = False
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Show as many of the wanted columns as there is room for."""
        self._room = room
        self.verticalHeader().setDefaultSectionSize(space(ROW))
        widths = {name: space(WIDTHS[name]) for name in NAMES if name not in self._manner.hidden}
        for name in LESS_WANTED:
            if sum(widths.values()) > room:
                widths.pop(name, None)
        stretched = "name" if "name" in widths else _last(self._manner.columns, widths)
        head = self.horizontalHeader()
        for number, name in enumerate(NAMES):
            self.setColumnHidden(number, name not in widths)
            mode = QHeaderView.ResizeMode
            is_stretched = name == stretched
            head.setSectionResizeMode(number, mode.Stretch if is_stretched else mode.Interactive)
            if name in widths and not is_stretched:
                self.setColumnWidth(number, widths[name])

    def _order(self, column: int, order: Qt.SortOrder) -> None:
        self.ordered.emit(NAMES[column], order == Qt.SortOrder.DescendingOrder)

    def _moved(self, _column: int, _before: int, _after: int) -> None:
        if self._arranging:
            return
        head = self.horizontalHeader()
        order = [NAMES[head.logicalIndex(place)] for place in range(len(NAMES))]
        manner = self._manner.ordered(order)
        if manner.columns != tuple(order):
            self.arrange(manner)  # something was laid before the code
        self._manner = manner
        self.arranged.emit(manner)

    def _ask_about_column(self, point: QPoint) -> None:
        name = NAMES[self.horizontalHeader().logicalIndexAt(point)]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hide = menu.addAction(say(mark("Hide this column")))
        hide.setEnabled(name != FIRST)
        hide.triggered.connect(lambda: self.hide_column(name))
        menu.addAction(say(mark("Columns..."))).triggered.connect(self.columns_wanted.emit)
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    def hide_column(self, name: str) -> None:
        """Hide a column, and tell that it is."""
        self.arrange(self._manner.shown(name, False))
        self.arranged.emit(self._manner)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the rows as high as the text asks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(space(ROW))


def _last(columns: Sequence[str], shown: dict[str, int]) -> str:
    return next((name for name in reversed(columns) if name in shown), FIRST)


TITLES = dict(COLUMNS)
"""What stands above each column, as a marked text."""
