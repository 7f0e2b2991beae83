"""A case as it was at an earlier time, to be read and not to be changed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_moment
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label, scrolling

WIDTH, HEIGHT = 640, 480


def show_case_then(parent: QWidget, at: datetime, lines: Sequence[str]) -> QDialog:
    """Show a case in words, as it was after what was done at a time."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(say(mark("Workbook")))
    dialog.resize(space(WIDTH), space(HEIGHT))
    page = QWidget()
    page.setProperty("kind", "page")
    inside = QVBoxLayout(page)
    inside.setSpacing(space(2))
    for line in lines:
        indent = len(line) - len(line.lstrip())
        shown = label(line.strip(), "" if indent else "strong")
        shown.setContentsMargins(space(8) * indent, 0, 0, 0)
        inside.addWidget(shown)
    inside.addStretch(1)
    close = button(say(mark("Close")), kind="main")
    close.clicked.connect(dialog.accept)
    title = say(mark("The case as it was on {when}")).format(when=written_moment(at))
    column = QVBoxLayout(dialog)
    column.addWidget(label(title, "section"))
    column.addWidget(scrolling(page), 1)
    column.addLayout(at_the_end(close))
    close.setFocus()
    dialog.open()
    return dialog
