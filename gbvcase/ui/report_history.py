"""Everything that ever left: what, for when, by whom, and what an attack on all of it finds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from gbvcase.casework.authority import Handed
from gbvcase.casework.publishing import Audited, PublishedReport
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, bring_into_sight, empty_out, in_a_line
from gbvcase.ui.messages import announce
from gbvcase.ui.text_table import TextRow, TextTable
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import EmptyState, button, label, repolish

Left = PublishedReport | Handed
NARROW, MOST_HEIGHT = 900, 380
TOLD_BELOW = (3, 4, 5, 6)  # columns that a line below the table tells as well
RELEASED = mark("Released on {day}. Made by: {by}; approved by: {approved}. Edition {edition}.")
SEALED = mark("Sealed on {day}. Made by: {by}; approved by: {approved}.")
WHY_NOT_MENDED = mark(
    "A correction is made of a whole year with rounded figures, once, and of its first edition."
)
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


class ReleasesView(QWidget):
    """The list of releases, and what can be done with the one that is chosen."""

    show_wanted = Signal(object)
    files_wanted = Signal(object)
    correction_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    audit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left: dict[str, Left] = {}
        self.table = TextTable(say(mark("Releases")))
        self.model = self.table.model_
        self.open = button(say(mark("Show its tables")))
        self.files = button(say(mark("Write the files again...")))
        self.mend = button(say(mark("Correct...")))
        self.gone = button(say(mark("Withdraw the release...")))
        self.audit = button(say(mark("Attack everything released")), "shield-check")
        self.about = label("")
        self.reason = label("", "note")
        self.verdict = QFrame()
        self.verdict_lines = QVBoxLayout(self.verdict)
        self.verdict.hide()
        self._nothing = EmptyState(say(mark("Nothing was released yet.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(self._nothing)
        column.addWidget(self.table)
        column.addWidget(self.about)
        column.addWidget(self.reason)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._acts.setSpacing(space(8))
        for one in (self.open, self.files, self.mend, self.gone):
            self._acts.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self._acts.addStretch(1)
        column.addLayout(self._acts)
        column.addLayout(in_a_line(self.audit))
        column.addWidget(self.verdict)
        column.addStretch(1)
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
        before = self.table.chosen()
        self._left = {f"{one.id} {made_at(one)}": one for one in releases}
        rows = [TextRow(one.told(say), name) for name, one in self._left.items()]
        self.table.show_rows([say(column) for column in COLUMNS], rows)
        self._nothing.setVisible(not releases)
        buttons = (self.open, self.files, self.mend, self.gone, self.audit)
        for widget in (self.table, self.about, *buttons):
            widget.setVisible(bool(releases))
        place = next((n for n, row in enumerate(rows) if before and row.name == before.name), 0)
        self.table.setCurrentIndex(self.model.index(place, 0))
        self._fit()
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show fewer columns where the page is narrow; the line below tells the others."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < space(NARROW)
        for column in TOLD_BELOW:
            self.table.setColumnHidden(column, narrow)
        self.table.fit()
        self.table.setFixedHeight(min(self.table.whole_height(), space(MOST_HEIGHT)))
        direction = QBoxLayout.Direction
        self._acts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def chosen(self) -> PublishedReport | None:
        """Return the release that is chosen; None for an exact form, which is not shown again."""
        found = self._current()
        return found if isinstance(found, PublishedReport) else None

    def _current(self) -> Left | None:
        row = self.table.chosen()
        return self._left.get(row.name) if row is not None else None

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
        bring_into_sight(self.verdict)
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
        if stands and not self.mend.isEnabled():
            text = say(WHY_NOT_MENDED)
        self.reason.setText(text)
        row = self.table.chosen()
        if row is not None:
            day, by, approved, edition = (row.cells[number] for number in TOLD_BELOW)
            words = say(SEALED if isinstance(sealed, Handed) else RELEASED)
            told = words.format(day=day, by=by, approved=approved, edition=edition)
            self.about.setText(told)
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
