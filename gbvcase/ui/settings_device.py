"""Settings, `This computer`: the points of the device check, each with what to do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gbvcase.casework.device_check import Point, Verdict, check_device
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, in_a_line
from gbvcase.ui.pages import Frame
from gbvcase.ui.settings_parts import Section
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, Chip, button, label, one_line

CHIPS = {Verdict.WELL: ("✓", "ok"), Verdict.LOOK: ("!", "warn"), Verdict.UNKNOWN: ("?", "neutral")}


class DeviceSection(Section):
    """Says honestly what is not known; nothing here stops the work."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.points: tuple[Point, ...] = ()
        card = Card(say(mark("This computer")))
        note = mark("What could give cases away beside the program. Nothing here stops your work.")
        card.add(label(say(note), "note"))
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(space(12))
        card.add(holder)
        self.again = button(say(mark("Look again")), "refresh-cw")
        self.again.clicked.connect(self._look)
        card.add(in_a_line(self.again))
        self.put(card)
        self._look()

    def first_field(self) -> QWidget:
        """Return the way to look again."""
        return self.again

    def _look(self) -> None:
        desk = self.frame.desk
        self.frame.jobs.start(
            lambda _progress: check_device(desk), done=self._show, failed=self.frame.failed
        )

    def _show(self, points: tuple[Point, ...]) -> None:
        self.points = points
        empty_out(self._list)
        for point in points:
            self._list.addWidget(_shown(point))


def _shown(point: Point) -> QWidget:
    sign, kind = CHIPS[point.verdict]
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(space(2))
    chip = Chip(f"{sign} {say(point.verdict.value)}", kind)
    line = in_a_line(one_line(say(point.title), "strong"), chip)
    line.setSpacing(space(10))
    column.addLayout(line)
    column.addWidget(label(point.said(say)))
    if point.advice:
        column.addWidget(label(say(point.advice), "note"))
    return holder
