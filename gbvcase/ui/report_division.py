"""Which offices reports show by themselves: measured, proposed, and settled by a person."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from gbvcase.casework.dividing import (
    PLACE_LEAST,
    Division,
    NobodyMeasured,
    OfficeSize,
    division_of,
    keep_division,
    proposed,
    sizes,
)
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.report_dialog import AskingDialog
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label, one_line

if TYPE_CHECKING:
    from gbvcase.ui.report_page import ReportPage

LONGEST = 120
POINTS = (
    mark("Reports of a whole year can show offices beside each other, or one of them."),
    mark("A line needs {least} cases a year on average. Offices of one line stand together."),
    mark("An office without a line is counted among the other offices."),
    mark("What was released before stays as it is."),
)

Measured = tuple[tuple[OfficeSize, ...], Division | None, bool]


class DivisionDialog(AskingDialog):
    """A line for each office, proposed from what was counted; a person may change them."""

    def __init__(
        self,
        parent: QWidget,
        known: Sequence[OfficeSize],
        shown: Division | None,
        *,
        is_settled: bool,
    ) -> None:
        super().__init__(parent, say(mark("Settle it so")))
        self.lines: dict[str, QLineEdit] = {}
        self.column.addWidget(label(say(mark("Which offices do reports show?")), "section"))
        told = (
            mark("This was settled before.")
            if is_settled
            else mark("This is proposed by what was counted in the last whole years.")
        )
        self.column.addWidget(label(say(told), "strong"))
        for point in POINTS:
            self.column.addWidget(label(f"•  {say(point).format(least=PLACE_LEAST[5])}"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(12))
        grid.setVerticalSpacing(space(6))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 3)
        for column, head in enumerate((mark("Office"), mark("A year"), mark("Its line"))):
            grid.addWidget(label(say(head), "strong"), 0, column)
        named = {o: name for name, some in (shown.units if shown else {}).items() for o in some}
        for row, one in enumerate(known, start=1):
            edit = QLineEdit(named.get(one.office, ""))
            edit.setMaxLength(LONGEST)
            edit.setCursorPosition(0)
            edit.setPlaceholderText(say(mark("among the others")))
            edit.setAccessibleName(say(mark("Line of {office}")).format(office=one.office))
            edit.textChanged.connect(self._judge)
            self.lines[one.office] = edit
            grid.addWidget(label(one.office), row, 0)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(one_line(written_number(round(one.mean), say)), row, 1, right)
            grid.addWidget(edit, row, 2)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self._groups = dict(shown.groups) if shown else {}
        self._judge()
        self.fit()
        next(iter(self.lines.values()), self.go).setFocus()

    def _judge(self, *_text: str) -> None:
        self.go.setEnabled(any(edit.text().strip() for edit in self.lines.values()))

    def division(self) -> Division:
        """Return what was typed; NotADivision if it is none."""
        units: dict[str, tuple[str, ...]] = {}
        for office, edit in self.lines.items():
            name = " ".join(edit.text().split())
            if name:
                units[name] = (*units.get(name, ()), office)
        groups = {name: some for name, some in self._groups.items() if set(some) <= set(units)}
        return Division(units, groups)


class Dividing:
    """Measures beside the screen, asks, and settles."""

    def __init__(self, page: "ReportPage") -> None:
        self._page = page

    def ask(self) -> None:
        """Measure the offices, and ask which of them reports show."""
        page = self._page
        desk = page.frame.desk

        def work(_progress: Progress) -> Measured:
            known, settled = sizes(desk), division_of(desk)
            if not known:
                raise NobodyMeasured
            try:
                return known, settled or proposed(desk), settled is not None
            except NobodyMeasured:  # none is large enough by itself
                return known, None, False

        page.refusal.hide()
        page.frame.jobs.start(
            work, done=self._settle, failed=self._failed, words=say(mark("Counting..."))
        )

    def _settle(self, found: Measured) -> None:
        page = self._page
        known, shown, is_settled = found
        dialog = DivisionDialog(page, known, shown, is_settled=is_settled)
        accepted = dialog.exec()
        try:
            wanted = dialog.division() if accepted else None
        except GbvcaseError as error:
            self._failed(error)
            return
        finally:
            dialog.deleteLater()
        if wanted is None:
            return
        desk = page.frame.desk

        def done(_kept: Division) -> None:
            page.frame.note(say(mark("It is settled which offices reports show.")))
            page.look()

        page.frame.jobs.start(
            lambda _progress: keep_division(desk, wanted), done=done, failed=self._failed
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, GbvcaseError):
            self._page.refusal.show_error(error)
        else:
            self._page.frame.failed(error)
