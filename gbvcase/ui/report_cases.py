"""The cases behind a figure, and those that are not counted yet: by their codes, for the office."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from gbvcase.casework.office_figures import Behind
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_a_line
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

Index = QModelIndex | QPersistentModelIndex
ROW = 34
CODE_WIDTH = 170
COLUMNS = (mark("Case"), mark("Why it is not counted"), mark("What is missing"))


class BehindModel(QAbstractTableModel):
    """Shows codes of cases, and of those that are not counted why."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Behind, ...] = ()
        self._columns: tuple[str, ...] = COLUMNS[:1]

    def show(self, rows: Sequence[Behind]) -> None:
        """Show other cases; the reasons only where there are some."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._columns = COLUMNS if any(one.reason for one in rows) else COLUMNS[:1]
        self.endResetModel()

    def at(self, index: Index) -> Behind:
        """Return what stands in a row."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        one = self._rows[index.row()]
        return (one.code, one.said(say), one.missing(say))[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return say(self._columns[section])


class BehindTable(QTableView):
    """The codes; nothing is copied out of it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; leave a copy alone."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class CasesBehind(QWidget):
    """A list that leads from figures back to cases, and stays inside the office."""

    chosen = Signal(object)  # a Behind
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "section")
        self.help = label("", "note")
        self.model = BehindModel()
        self.table = BehindTable()
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(space(ROW))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.activated.connect(lambda index: self.chosen.emit(self.model.at(index)))
        back = button(say(mark("Back to the table")), "chevron-left")
        back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addLayout(in_a_line(back))
        column.addWidget(self.heading)
        column.addWidget(self.help)
        column.addWidget(self.table, 1)

    def show_cases(self, heading: str, rows: Sequence[Behind], *, may_open: bool) -> None:
        """List some cases under a heading."""
        self.heading.setText(heading)
        self.help.setText(
            say(mark("Enter or a double click opens the case."))
            if may_open
            else say(mark("Whoever keeps these cases can complete them."))
        )
        self.table.setAccessibleName(heading)
        self.model.show(rows)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        self.table.setColumnWidth(0, space(CODE_WIDTH))
        if self.model.columnCount() > 1:
            self.table.setColumnWidth(1, max(space(CODE_WIDTH), self.width() // 2))
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
