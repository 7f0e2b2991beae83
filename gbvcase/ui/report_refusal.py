"""Why a release was refused: a sentence, the sum that betrays, and what would pass, as buttons."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.gathering import NOT_JOINED
from gbvcase.casework.publishing import (
    Addition,
    Refusal,
    Remedy,
    additions,
    known,
    period_of,
)
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import bring_into_sight, empty_out, in_a_line
from gbvcase.ui.messages import announce
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label, one_line

INDENT = 12
MOST_WIDE = 520
MINUS = "\u2212"


class RefusalStrip(QFrame):
    """Stays until something passes or it is closed; nothing has left the office."""

    chosen = Signal(object)  # a Remedy
    closed = Signal()
    lists_wanted = Signal()  # where two lists of releases are joined

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bad")
        self.sentence = label("", "strong")
        self.known = label("")
        self._sums = QVBoxLayout()
        self._sums.setSpacing(space(10))
        self._ways = label(say(mark("What would pass; each was tried:")))
        self._remedies = QHBoxLayout()
        self._remedies.setSpacing(space(8))
        close = button(say(mark("Close")), kind="quiet")
        close.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(14), space(10), space(14), space(10))
        column.setSpacing(space(8))
        column.addWidget(self.sentence)
        column.addWidget(self.known)
        column.addLayout(self._sums)
        column.addWidget(self._ways)
        column.addLayout(self._remedies)
        column.addLayout(in_a_line(close))
        self.hide()

    def show_error(self, error: GbvcaseError) -> None:
        """Say why nothing left; with the sum and the remedies where figures would betray."""
        empty_out(self._sums)
        empty_out(self._remedies)
        refusal = error if isinstance(error, Refusal) else None
        text = error.said(say)
        if refusal is not None:
            text = say(mark("This was not released: the figures would betray somebody."))
            self.known.setText(known(refusal, say))
            for addition in additions(refusal, say):
                self._sums.addWidget(_sum(addition))
        self.sentence.setText(text)
        self.known.setVisible(refusal is not None)
        remedies = refusal.remedies if refusal is not None else ()
        self._ways.setVisible(bool(remedies))
        for remedy in remedies:
            assert refusal is not None
            way = button(_way(remedy, refusal))
            way.clicked.connect(partial(self.chosen.emit, remedy))
            self._remedies.addWidget(way)
        if isinstance(error, NOT_JOINED):
            way = button(say(mark("Look at the lists, and join them")))
            way.clicked.connect(self.lists_wanted)
            self._remedies.addWidget(way)
        self._remedies.addStretch(1)
        if refusal is not None and not remedies:
            self._ways.setText(
                say(mark("No smaller change passes. Choose a longer period or another report."))
            )
            self._ways.show()
        self.show()
        bring_into_sight(self)
        announce(self, f"{text} {self.known.text()}")


def _way(remedy: Remedy, refusal: Refusal) -> str:
    """Return what pressing the button of a remedy does."""
    if remedy.period:
        name = period_of(refusal.plan, remedy.period).name(say)
        return say(mark("Publish instead: {period}")).format(period=name)
    tables = ", ".join(remedy.leave_out)
    return say(mark("Publish without table {tables}")).format(tables=tables)


def _sum(addition: Addition) -> QWidget:
    """Lay out an addition: figures under each other, a line, and what they come to."""
    holder = QWidget()
    holder.setMaximumWidth(space(MOST_WIDE))
    grid = QGridLayout(holder)
    grid.setContentsMargins(space(INDENT), 0, 0, 0)
    grid.setHorizontalSpacing(space(12))
    grid.setVerticalSpacing(space(2))
    grid.setColumnStretch(1, 1)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    for row, (sign, words, figure) in enumerate(addition.lines):
        grid.addWidget(
            one_line("" if not row and sign == "+" else sign.replace("-", "\u2212")), row, 0
        )
        grid.addWidget(label(words), row, 1)
        grid.addWidget(one_line(figure), row, 2, right)
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.HLine)
    last = len(addition.lines)
    grid.addWidget(rule, last, 0, 1, 3)
    words, figure = addition.result
    grid.addWidget(one_line("="), last + 1, 0)
    grid.addWidget(label(words, "strong"), last + 1, 1)
    grid.addWidget(one_line(figure, "strong"), last + 1, 2, right)
    holder.setAccessibleName(
        "; ".join(f"{sign} {words} {figure}" for sign, words, figure in addition.lines)
        + f"; = {words} {figure}"
    )
    return holder
