"""Everything that ever left: what, for when, by whom, and what an attack on all of it finds."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.authority import Handed
from gbvcase.casework.publishing import Audited, PublishedReport
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, empty_out, in_a_line
from gbvcase.ui.messages import announce
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import EmptyState, button, label, repolish

Left = PublishedReport | Handed
Index = QModelIndex | QPersistentModelIndex
ROW = 34
WIDTHS = (270, 176, 110, 130, 120, 120, 60, 120)
COLUMNS = (
    mark("Report"),
    mark("Period"),
    mark("State"),
    mark("Released on"),
    mark("Made by"),
    mark("Approved by"),
    mark("Edition"),
    mark("For whom"),
)


def made_at(one: Left) -> str:
    """Return when something left, to order by."""
    return one.made_at if isinstance(one, Handed) else one.release.line.made_at


class ReleaseModel(QAbstractTableModel):
    """Shows releases, and exact forms that were sealed, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._releases: tuple[Left, ...] = ()

    def show(self, releases: Sequence[Left]) -> None:
        """Show other releases."""
        self.beginResetModel()
        self._releases = tuple(releases)
        self._rows = tuple(one.told(say) for one in releases)
        self.endResetModel()

    def at(self, index: Index) -> Left | None:
        """Return the release of a row."""
        return self._releases[index.row()] if index.isValid() else None

    def row_of(self, name: str) -> int:
        """Return where a release stands; -1 if it does not."""
        return next((n for n, one in enumerate(self._releases) if one.id == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._releases[index.row()].id
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return say(COLUMNS[section])


class ReleasesView(QWidget):
    """The list of releases, and what can be done with the one that is chosen."""

    show_wanted = Signal(object)
    files_wanted = Signal(object)
    correction_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    audit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = ReleaseModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(say(mark("Releases")))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(space(ROW))
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        for number, width in enumerate(WIDTHS):
            self.table.setColumnWidth(number, space(width))
        self.open = button(say(mark("Show its tables")))
        self.files = button(say(mark("Write the files again...")))
        self.mend = button(say(mark("Correct...")))
        self.gone = button(say(mark("Withdraw the release...")))
        self.audit = button(say(mark("Attack everything released")), "shield-check")
        self.reason = label("", "note")
        self.verdict = QFrame()
        self.verdict_lines = QVBoxLayout(self.verdict)
        self.verdict.hide()
        self._nothing = EmptyState(say(mark("Nothing was released yet.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)
        column.addLayout(in_a_line(self.open, self.files, self.mend, self.gone))
        column.addLayout(in_a_line(self.audit))
        column.addWidget(self.verdict)
        column.addStretch(0)
        self._connect()
        self.show_releases(())

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.activated.connect(lambda _index: self.show_wanted.emit(self.chosen()))
        self.open.clicked.connect(lambda: self.show_wanted.emit(self.chosen()))
        self.files.clicked.connect(lambda: self.files_wanted.emit(self.chosen()))
        self.mend.clicked.connect(lambda: self.correction_wanted.emit(self.chosen()))
        self.gone.clicked.connect(lambda: self.withdrawal_wanted.emit(self.chosen()))
        self.audit.clicked.connect(self.audit_wanted)

    def first_field(self) -> QWidget | None:
        """Return where the keyboard begins, if anything is there."""
        return self.table if self.model.rowCount() else None

    def show_releases(self, releases: Sequence[Left]) -> None:
        """List what left, and stay at the one that was chosen."""
        before = self._current()
        self.model.show(releases)
        self._nothing.setVisible(not releases)
        for widget in (self.table, self.open, self.files, self.mend, self.gone, self.audit):
            widget.setVisible(bool(releases))
        row = self.model.row_of(before.id) if before is not None else 0
        self.table.setCurrentIndex(self.model.index(max(0, row), 0))
        self._choose()

    def chosen(self) -> PublishedReport | None:
        """Return the release that is chosen; None for an exact form, which is not shown again."""
        found = self._current()
        return found if isinstance(found, PublishedReport) else None

    def _current(self) -> Left | None:
        return self.model.at(self.table.currentIndex())

    def show_verdict(self, found: Sequence[Audited]) -> None:
        """Say what the attack found, in words."""
        empty_out(self.verdict_lines)
        safe = all(one.is_safe for one in found)
        self.verdict.setProperty("kind", "ok" if safe else "bad")
        repolish(self.verdict)
        head = say(
            mark("Everything that was released protects everybody.")
            if safe
            else mark("What was released does not protect everybody.")
        )
        self.verdict_lines.addWidget(label(head, "strong"))
        for one in found:
            self.verdict_lines.addWidget(label(one.said(say)))
        self.verdict.show()
        announce(self, head)

    def _choose(self, *_rows: object) -> None:
        one = self.chosen()
        stands = one is not None and one.is_standing
        self.files.setEnabled(stands)
        self.gone.setEnabled(stands)
        self.mend.setEnabled(one is not None and one.may_be_corrected)
        self.open.setEnabled(stands)
        reason = one.withdrawn_because if one is not None else ""
        text = say(mark("Withdrawn: {reason}")).format(reason=reason) if reason else ""
        sealed = self._current()
        if isinstance(sealed, Handed):
            told = say(
                mark("Exact, sealed for {receiver}. It is no publication, and is not shown.")
            )
            text = told.format(receiver=sealed.receiver)
        self.reason.setText(text)
        self.reason.setVisible(bool(text))


class WithdrawDialog(QDialog):
    """Asks why a release is taken back; without a reason it is not."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(520))
        self.reason = QLineEdit()
        self.reason.setMaxLength(300)
        words = label(say(mark("Why is it withdrawn?")))
        words.setBuddy(self.reason)
        self.reason.setAccessibleName(words.text())
        self._go = button(say(mark("Withdraw the release")), kind="danger")
        self._go.setEnabled(False)
        self._go.clicked.connect(self.accept)
        cancel = button(say(mark("Cancel")))
        cancel.clicked.connect(self.reject)
        self.reason.textChanged.connect(lambda text: self._go.setEnabled(bool(text.strip())))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(10))
        column.addWidget(label(say(mark("Withdraw this release?")), "section"))
        column.addWidget(label(name, "strong"))
        column.addWidget(
            label(
                say(
                    mark(
                        "Its files are not handed out any more. What it told stays known: later "
                        "releases are checked against it for ever."
                    )
                )
            )
        )
        column.addWidget(words)
        column.addWidget(self.reason)
        column.addLayout(at_the_end(cancel, self._go))
        self.reason.setFocus()

    def why(self) -> str:
        """Return the reason that was typed."""
        return " ".join(self.reason.text().split())
