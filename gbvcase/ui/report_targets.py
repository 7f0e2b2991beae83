"""The targets of the programmes in force: counted figures beside those that somebody types in."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from gbvcase.casework.measures import Line, Measured, NetworkRow
from gbvcase.casework.typed_figures import TargetTable, TypedFigure
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date, written_number
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, in_a_line
from gbvcase.ui.text_table import TextRow, TextTable
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

LEAST_HEIGHT = 240
DIALOG = 560
INDENT = "     "


class TargetsView(QWidget):
    """A line for each target; what is missing says so, and can be typed in."""

    type_wanted = Signal(str)  # a part of the name of the figure that is to be typed in

    def __init__(self) -> None:
        super().__init__()
        self.figures: tuple[TypedFigure, ...] = ()
        self.why = label("", "note")
        self.table = TextTable(say(mark("Targets")))
        self.table.setMinimumHeight(space(LEAST_HEIGHT))
        self.type = button(say(mark("Type in a figure...")), "pencil")
        self.type.clicked.connect(self._ask)
        self.table.activated.connect(lambda _index: self._ask())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(self.why)
        column.addWidget(self.table, 1)
        column.addLayout(in_a_line(self.type))

    def show_targets(
        self,
        table: TargetTable | None,
        figures: Sequence[TypedFigure],
        network: Sequence[NetworkRow] = (),
    ) -> None:
        """Show the table of a period; without one, say that targets are for years."""
        self.figures = tuple(figures)
        shown = table is not None
        self.table.setVisible(shown)
        self.type.setVisible(shown)
        self.why.setText(
            say(
                mark("Counted figures are exact and stay here; a figure typed in keeps its source.")
                if shown
                else mark("Targets are for years and their parts: choose one of them.")
            )
        )
        if table is None:
            return
        goals = [say(mark("Goal {year}")).format(year=year) for year in table.years]
        heads = [
            say(mark("Target")),
            *(say(mark(head)) for head in ("Numerator", "Denominator", "Share")),
            *goals,
            say(mark("Source")),
        ]
        rows = []
        titles = {one.id: f"{one.said(say)} ({one.document})" for one in table.programmes}
        for row in table.rows:
            if title := titles.pop(row.target.programme, ""):
                rows.append(TextRow((title, *("" for _ in heads[1:])), is_head=True))
            number, whole, _ = row.said(say)
            cells = (row.target.said(say), number, whole, row.exact_share(say))
            years = (row.target.goal(year, say) for year in table.years)
            missing = row.numerator is None and row.value is None
            rows.append(TextRow((*cells, *years, row.source), row.target.id, is_faint=missing))
            found = table.details.get(row.target.id)
            rows += _parts(found, row.target.id, len(heads)) if found else ()
        rows += _network(network, len(heads))
        self.table.show_rows(heads, rows, figures=range(1, 4 + len(goals)))

    def _ask(self) -> None:
        row = self.table.chosen()
        self.type_wanted.emit(row.name if row is not None else "")


def _parts(found: Measured, name: str, columns: int) -> Iterator[TextRow]:
    """Yield the parts of a counted target, and what it is broken down by."""

    def row(title: str, line: Line) -> TextRow:
        empty = ("",) * (columns - 2)
        return TextRow((INDENT + title, written_number(line.number or 0, say), *empty), name)

    yield from (row(line.said(say), line) for line in found.lines[1:])
    for block in found.blocks:
        is_list = len(block.lines) == 1  # one code of a list of which several are possible
        for line in block.lines:
            if line.number:
                title = block.said(say) if is_list else f"{block.said(say)}: {line.said(say)}"
                yield row(title, line)


def _network(rows: Sequence[NetworkRow], columns: int) -> Iterator[TextRow]:
    """Yield the network of providers: how many are at work, who came and who left."""
    if not rows:
        return
    empty = ("",) * (columns - 3)
    yield TextRow((say(mark("Network of providers")), *empty, "", ""), is_head=True)
    changed = say(mark("Added {added}, ended {ended} in the period"))
    for row in rows:
        told = changed.format(added=row.added, ended=row.ended)
        yield TextRow((say(row.title), written_number(row.active, say), *empty, told))


class FigureDialog(QDialog):
    """Asks for one figure and where it is from; without a source it is not kept."""

    def __init__(self, parent: QWidget, figures: Sequence[TypedFigure], about: str) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(DIALOG))
        self._figures = tuple(figures)
        self.which, self.value, self.source = CalmComboBox(), QLineEdit(), QLineEdit()
        for figure in self._figures:
            self.which.addItem(figure.wanted.said(say), figure.wanted.id)
        self.which.setMinimumContentsLength(20)
        self.value.setMaxLength(40)
        self.source.setMaxLength(300)
        self.before = label("", "note")
        self._go = button(say(mark("Keep")), kind="main")
        self._go.clicked.connect(self.accept)
        cancel = button(say(mark("Cancel")))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(8))
        column.addWidget(label(say(mark("Type in a figure")), "section"))
        for text, box in (
            (mark("&Which figure"), self.which),
            (mark("&Number, like 1.234,5"), self.value),
            (mark("&Source: a survey, a report, an office"), self.source),
        ):
            words = QLabel(say(text))
            words.setBuddy(box)
            box.setAccessibleName(say(text).replace("&", ""))
            column.addWidget(words)
            column.addWidget(box)
        column.addWidget(self.before)
        column.addLayout(at_the_end(cancel, self._go))
        self.which.currentIndexChanged.connect(self._show)
        self.value.textChanged.connect(self._judge)
        self.source.textChanged.connect(self._judge)
        about_it = (n for n, f in enumerate(self._figures) if f.wanted.id.startswith(f"{about}."))
        self.which.setCurrentIndex(next(about_it, 0))
        self._show()

    def chosen(self) -> str:
        """Return the name of the figure."""
        return str(self.which.currentData())

    def _show(self, *_row: int) -> None:
        figure = self._figures[max(0, self.which.currentIndex())]
        known = figure.value is not None
        self.value.setText(figure.as_typed)
        self.source.setText(figure.source)
        text = say(mark("Typed in on {day} by {who}. What is typed now takes its place."))
        self.before.setText(text.format(day=written_date(figure.day), who=figure.by))
        self.before.setVisible(known)
        self._judge()

    def _judge(self, *_text: str) -> None:
        figure = self._figures[max(0, self.which.currentIndex())]
        takes_back = figure.value is not None and not self.value.text().strip()
        has_both = bool(self.value.text().strip() and self.source.text().strip())
        self._go.setEnabled(has_both or takes_back)
