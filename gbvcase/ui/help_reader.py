"""Shows a help page as plain labels: our own few signs, and nothing that reads mark-up."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gbvcase.casework.help_pages import Block, HelpPage, Kind
from gbvcase.casework.helplines import Helpline
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import Card, label, one_line, scrolling

TEXT_WIDTH = 620  # about 72 letters
CALL = "call"
LARGE = 150
SIGN_WIDTH = 22


class HelpReader(QWidget):
    """One help page at a time; the arrow keys scroll it."""

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        self._text = QWidget()
        self._text.setMaximumWidth(space(TEXT_WIDTH))
        self._column = QVBoxLayout(self._text)
        self._column.setContentsMargins(space(4), 0, space(12), space(12))
        self._column.setSpacing(space(6))
        across = QHBoxLayout()  # so that the text has the height of its own width
        across.addWidget(self._text, 1)
        across.addStretch(0)
        around = QVBoxLayout(inner)
        around.setContentsMargins(0, 0, 0, 0)
        around.addLayout(across)
        around.addStretch(1)
        self.area: QScrollArea = scrolling(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.page: HelpPage | None = None

    def show_page(self, page: HelpPage, numbers: Sequence[Helpline] = ()) -> None:
        """Show a page from its beginning; that of whom to call begins with the numbers."""
        self.page = page
        empty_out(self._column)
        self._column.addWidget(label(page.title, "title"))
        if page.name == CALL and numbers:
            self._column.addWidget(_numbers(numbers))
        for block in page.blocks:
            self._add(block)
        self.area.setAccessibleName(page.title)
        self.area.setAccessibleDescription("\n".join((*map(_spoken, numbers), page.words)))
        self.area.verticalScrollBar().setValue(0)

    def _add(self, block: Block) -> None:
        if block.kind is Kind.SECTION:
            heading = label(block.text, "section")
            heading.setContentsMargins(0, space(8), 0, 0)
            self._column.addWidget(heading)
        elif block.kind is Kind.TEXT:
            self._column.addWidget(label(block.text))
        else:
            sign = f"{block.number}." if block.kind is Kind.STEP else "•"
            self._column.addWidget(_with_sign(sign, block.text))


def _with_sign(sign: str, text: str) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(space(4), 0, 0, 0)
    grid.setHorizontalSpacing(space(4))
    mark = one_line(sign, "note")
    mark.setFixedWidth(space(SIGN_WIDTH))
    grid.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label(text), 0, 1)
    grid.setColumnStretch(1, 1)
    return holder


def _numbers(numbers: Sequence[Helpline]) -> Card:
    card = Card()
    card.setProperty("kind", "well")
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(16))
    grid.setVerticalSpacing(space(8))
    stacked = percent() >= LARGE
    for place, one in enumerate(numbers):
        number: QLabel = one_line(one.number, "words")
        name = label(f"{one.name}\n{one.said(say)}")
        if stacked:
            grid.addWidget(number, 2 * place, 0)
            grid.addWidget(name, 2 * place + 1, 0)
        else:
            grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, place, 1)
    grid.setColumnStretch(0 if stacked else 1, 1)
    card.add(grid)
    return card


def _spoken(one: Helpline) -> str:
    return f"{one.number}: {one.name}"
