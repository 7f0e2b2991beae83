"""Which columns the list shows and in which order, with the mouse or the keyboard alone."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.list_manner import FIRST, Manner
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

NAME = Qt.ItemDataRole.UserRole
WIDTH, LEAST_ROWS = 380, 2


class ColumnDialog(QDialog):
    """Ticks are the columns that are shown; the order of the lines is that of the columns."""

    def __init__(self, parent: QWidget, manner: Manner, titles: Mapping[str, str]) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self._manner, self._titles = manner, titles
        self._list = QListWidget()
        self._list.setProperty("kind", "field")
        self._list.setAccessibleName(say(mark("Columns of the list")))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.installEventFilter(self)
        self._list.itemChanged.connect(self._ticked)
        self._list.currentRowChanged.connect(lambda _row: self._offer_moves())
        self._up = button(say(mark("Move up")), "chevron-up")
        self._up.clicked.connect(lambda: self._move(-1))
        self._down = button(say(mark("Move down")), "chevron-down")
        self._down.clicked.connect(lambda: self._move(1))
        moves = QHBoxLayout()
        moves.addWidget(self._up)
        moves.addWidget(self._down)
        moves.addStretch(1)
        usual = button(say(mark("As it was at first")), kind="quiet")
        usual.clicked.connect(self._reset)
        done = button(say(mark("Close")), kind="main")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        hint = mark(
            "Space shows or hides a column, Alt with an arrow moves it. Where there is no room for "
            "all, some stay away until the window is wider."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(12))
        column.addWidget(label(say(mark("Columns of the list")), "section"))
        column.addWidget(label(say(hint), "note"))
        column.addWidget(self._list, 1)
        column.addLayout(moves)
        column.addLayout(at_the_end(usual, done))
        self._fill(0)
        self._fit()

    @property
    def manner(self) -> Manner:
        """Return what was chosen."""
        return self._manner

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move a column with Alt and an arrow."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        above = self.parentWidget()
        assert above is not None, "it is made for a window"
        self.setFixedWidth(min(space(WIDTH), above.width() - space(16)))
        row = self._list.sizeHintForRow(0)
        self._list.setMinimumHeight(LEAST_ROWS * row)
        wanted = self.sizeHint().height() - self._list.sizeHint().height()
        wanted += len(self._manner.columns) * row + space(16)
        self.resize(self.width(), min(wanted, above.height() - space(32)))

    def _fill(self, current: int) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for name in self._manner.columns:
            item = QListWidgetItem(say(self._titles[name]))
            item.setData(NAME, name)
            is_shown = name not in self._manner.hidden
            if name == FIRST:  # it has no tick: it is always shown
                item.setToolTip(say(mark("The code always comes first.")))
            else:
                item.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._list.setCurrentRow(current)
        self._offer_moves()

    def _ticked(self, item: QListWidgetItem) -> None:
        is_shown = item.checkState() == Qt.CheckState.Checked
        self._manner = self._manner.shown(item.data(NAME), is_shown)

    def _move(self, step: int) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        name = item.data(NAME)
        self._manner = self._manner.moved(name, step)
        self._fill(self._manner.columns.index(name))

    def _offer_moves(self) -> None:
        row = self._list.currentRow()
        self._up.setEnabled(row > 1)
        self._down.setEnabled(0 < row < self._list.count() - 1)

    def _reset(self) -> None:
        self._manner = Manner(tuple(self._titles), with_names=self._manner.with_names)
        self._fill(0)
