"""The rows of the case list: the ids in order, and only those pages that are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from gbvcase.casework.cases import CaseLine
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date
from gbvcase.ui import theme
from gbvcase.ui.language import say
from gbvcase.ui.widgets import plain_tip

Index = QModelIndex | QPersistentModelIndex
PAGE = 256
KEPT_PAGES = 16

COLUMNS = (
    ("code", mark("Code")),
    ("name", mark("Full name")),
    ("commune", mark("Commune")),
    ("urgent", mark("Urgent")),
    ("status", mark("State")),
    ("due", mark("Next task")),
    ("opened", mark("Opened on")),
    ("owner", mark("In charge")),
)
NAMES = tuple(name for name, _ in COLUMNS)
SHAPES = {
    CaseStatus.DRAFT: "○",
    CaseStatus.OPEN: "●",
    CaseStatus.ON_HOLD: "◐",
    CaseStatus.CLOSURE_REQUESTED: "◌",
}


KINDS = ("Xã ", "Phường ", "Thị trấn ", "Đặc khu ")


def commune_in(place: str) -> str:
    """Return the commune of a written place: in a narrow column it says more than the village."""
    return next((part for part in place.split(", ") if part.startswith(KINDS)), place)


class CaseModel(QAbstractTableModel):
    """Asks for a page of rows when one of them is painted, and keeps the newest pages."""

    page_wanted = Signal(object)  # the ids of a page

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._ids: Sequence[str] = ()
        self._pages: OrderedDict[int, dict[str, CaseLine]] = OrderedDict()
        self._asked: set[int] = set()
        self._with_names = True

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids in the order of the rows."""
        return self._ids

    def show(self, ids: Sequence[str]) -> None:
        """Show these cases in this order."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def take(self, lines: tuple[CaseLine, ...]) -> None:
        """Take the rows of a page that was asked for; those of an older list are dropped."""
        if not lines:
            return
        rows = {line.id: line for line in lines}
        for page in sorted(self._asked):
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            if not any(one in rows for one in (*ids[:1], *ids[-1:])):
                continue
            self._asked.discard(page)
            self._pages[page] = rows
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
            first, last = page * PAGE, page * PAGE + len(ids) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
            return

    def show_names(self, shown: bool) -> None:
        """Show names, or the codes alone."""
        self._with_names = shown
        if self._ids:
            last = self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def line_at(self, row: int) -> CaseLine | None:
        """Return what is known of a row; None until its page has come."""
        page = row // PAGE
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked and 0 <= row < len(self._ids):
                self._asked.add(page)
                self.page_wanted.emit(self._ids[page * PAGE : (page + 1) * PAGE])
            return None
        self._pages.move_to_end(page)
        return rows.get(self._ids[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name = COLUMNS[index.column()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            line = self.line_at(index.row())
            return "" if line is None else self._text(line, name)
        if role == Qt.ItemDataRole.ToolTipRole:
            line = self.line_at(index.row())
            return "" if line is None else plain_tip(self._text(line, name))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self.line_at(index.row())
            return "" if line is None else self._text(line, name) or say(mark("empty"))
        if role == Qt.ItemDataRole.ForegroundRole and name in ("due", "urgent"):
            line = self.line_at(index.row())
            if line is not None and (name == "urgent" or self._is_late(line)):
                return QColor(theme.tokens().bad)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(COLUMNS[section][1])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, line: CaseLine, column: str) -> str:  # noqa: PLR0911 - one line for each
        match column:
            case "code":
                return line.code
            case "name":
                return (line.name or "") if self._with_names else say(mark("name hidden"))
            case "commune":
                return commune_in(line.commune or "")
            case "urgent":
                return f"▲ {say(mark('Urgent'))}" if line.urgent else ""
            case "status":
                return f"{SHAPES.get(line.status, '■')} {line.status.said(say)}"
            case "due":
                day = written_date(line.next_due) if line.next_due else ""
                return f"! {day}" if self._is_late(line) else day
            case "owner":
                return line.owner or ""
            case _:
                return written_date(line.opened_on) if line.opened_on else ""

    def _is_late(self, line: CaseLine) -> bool:
        return line.next_due is not None and line.next_due < self._today()
