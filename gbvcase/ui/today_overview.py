"""What a supervisor finds first on the start page: what waits for her, and a line per worker."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gbvcase.casework.overviews import Waiting, WorkerLoad
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date, written_number
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.today_tasks import shown_name
from gbvcase.ui.widgets import Card, Link, button, label

SHOWN = 6


def waiting_card(
    frame: Frame, waiting: Sequence[Waiting], *, with_names: bool, most: int | None = SHOWN
) -> Card:
    """Return the box of what waits for this supervisor to decide."""
    title = say(mark("Waiting for your approval"))
    card = Card(_counted(title, len(waiting)))
    if not waiting:
        card.add(label(say(mark("Nothing waits for you to decide.")), "note"))
    for one in waiting[:most]:
        card.add(_line(frame, one, with_names))
    if most is not None and len(waiting) > most:
        rest = say(mark("and {count} more")).format(count=len(waiting) - most)
        more = button(rest, kind="link")
        more.clicked.connect(lambda: _unfold(frame, card, more, waiting[most:], with_names))
        card.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
    card.column.addStretch(1)
    return card


def _unfold(
    frame: Frame, card: Card, more: QWidget, rest: Sequence[Waiting], with_names: bool
) -> None:
    place = card.column.indexOf(more)
    more.hide()
    for number, one in enumerate(rest):
        card.column.insertWidget(place + number, _line(frame, one, with_names))


def elsewhere_lines(frame: Frame, waiting: Sequence[Waiting], with_names: bool) -> list[QWidget]:
    """Return the lines of what waits for somebody else to decide."""
    return [_line(frame, one, with_names) for one in waiting]


def _line(frame: Frame, one: Waiting, with_names: bool) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    text = say(one.what.value)
    if one.day is not None:
        said = say(mark("{what}, {date}"))
        text = said.format(what=text, date=written_date(one.day))
    column.addWidget(label(f"▲ {text}" if one.urgent else text))
    link = button(shown_name(one.code, one.name, with_names), kind="link")
    link.setAccessibleName(say(mark("Open the case {code}")).format(code=one.code))
    where = {"tab": one.what.part} if one.what.part else {}
    link.clicked.connect(lambda: frame.go("case", case_id=one.case_id, **where))
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return box


HEADS = (mark("Worker"), mark("Cases in hand"), mark("Urgent"), mark("Late tasks"))


def workers_card(frame: Frame, workers: Sequence[WorkerLoad]) -> Card:
    """Return a line for each worker; her name leads to her cases."""
    card = Card(say(mark("Workers")))
    if not workers:
        card.add(label(say(mark("Nobody has a case in hand.")), "note"))
        card.column.addStretch(1)
        return card
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(16))
    grid.setVerticalSpacing(space(4))
    for place, stretch in enumerate((3, 2, 2, 2)):
        grid.setColumnStretch(place, stretch)
    for place, head in enumerate(HEADS):
        grid.addWidget(_cell(say(head), "note", place), 0, place)
    for row, one in enumerate(workers, start=1):
        name = Link(one.worker)
        counts = (one.in_hand, one.urgent, one.late)
        said = ", ".join(
            f"{say(head)}: {count}" for head, count in zip(HEADS[1:], counts, strict=True)
        )
        name.setAccessibleDescription(said)
        name.clicked.connect(partial(_show_cases, frame, one.worker))
        grid.addWidget(name, row, 0)
        for place, count in enumerate(counts, start=1):
            kind = "error" if place == len(counts) and count else ""
            grid.addWidget(_cell(written_number(count, say), kind, place), row, place)
    card.add(grid)
    card.column.addStretch(1)
    return card


def _cell(text: str, kind: str, place: int) -> QLabel:
    made = label(text, kind)  # a heading takes two lines rather than the room of the names
    side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return made


def _show_cases(frame: Frame, worker: str, _checked: bool = False) -> None:
    frame.go("cases", view="all", owner=worker)


def _counted(title: str, count: int) -> str:
    said = say(mark("{title} ({count})"))
    return said.format(title=title, count=count) if count else title
