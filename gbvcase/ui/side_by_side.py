"""What is typed now beside what a case says, line by line: is it the same person?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from gbvcase.domain.case import Case
from gbvcase.domain.fields import entry_named, given, is_answered
from gbvcase.domain.gates import status_of
from gbvcase.domain.marking import mark
from gbvcase.domain.people import Client
from gbvcase.domain.text import written, written_date
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label, scrolling

COMPARED = (
    "full_name",
    "other_names",
    "sex",
    "dob",
    "address_current",
    "phone_safe",
    "ethnicity",
)
WIDTH, HEIGHT = 680, 460


class SideBySide(QDialog):
    """Closed without an answer, it has decided nothing."""

    def __init__(self, parent: QWidget, typed: Client, case: Case, matched: str) -> None:
        super().__init__(parent.window())
        self.is_same: bool | None = None
        self.setWindowTitle(say(mark("Workbook")))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, space(8), 0)
        grid.setHorizontalSpacing(space(16))
        grid.setVerticalSpacing(space(8))
        for place, stretch in ((0, 2), (1, 3), (2, 3)):
            grid.setColumnStretch(place, stretch)
        grid.addWidget(label(say(mark("Typed now")), "strong"), 0, 1)
        grid.addWidget(label(str(case.head.code), "strong"), 0, 2)
        lines = [*_of_the_person(typed, case), *_of_the_case(case)]
        for row, (name, now, kept) in enumerate(lines, start=1):
            is_like = now == kept and now != "-"
            cells = (label(name, "note"), label(now), label(kept, "strong" if is_like else ""))
            for place, cell in enumerate(cells):
                cell.setAlignment(Qt.AlignmentFlag.AlignTop)
                grid.addWidget(cell, row, place)
        grid.setRowStretch(len(lines) + 1, 1)
        same = button(say(mark("It is the same person")), kind="main")
        same.clicked.connect(lambda: self._decide(True))
        other = button(say(mark("Not the same")))
        other.clicked.connect(lambda: self._decide(False))
        later = button(say(mark("Close")), kind="quiet")
        later.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(12))
        column.addWidget(label(say(mark("Is it the same person?")), "section"))
        if matched:
            said = say(mark("Alike: {matched}"))
            column.addWidget(label(said.format(matched=matched), "note"))
        column.addWidget(scrolling(inner), 1)
        column.addLayout(at_the_end(later, other, same))
        above = parent.window()
        self.resize(
            min(space(WIDTH), above.width() - space(16)),
            min(space(HEIGHT), above.height() - space(16)),
        )

    def _decide(self, is_same: bool) -> None:
        self.is_same = is_same
        self.accept()


def _of_the_person(typed: Client, case: Case) -> list[tuple[str, str, str]]:
    lines = []
    for name in COMPARED:
        now, kept = (_written(getattr(one, name)) for one in (typed, case.client))
        if (now, kept) != ("-", "-"):
            lines.append((say(entry_named(Client, name).about.label), now, kept))
    return lines


def _of_the_case(case: Case) -> list[tuple[str, str, str]]:
    head = case.head
    day = given(head.opened_on)
    return [
        (say(mark("State")), "-", status_of(case).said(say)),
        (say(mark("In charge")), "-", _written(head.owner)),
        (say(mark("Opened on")), "-", written_date(day) if day else "-"),
    ]


def _written(value: object) -> str:
    return written(value, say) if is_answered(value) else "-"
