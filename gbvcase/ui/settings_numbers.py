"""Settings of whom to call: the office's own list of numbers, each with the day it was checked."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from gbvcase.casework.helplines import (
    LONGEST_NAME,
    LONGEST_NUMBER,
    MOST,
    Helpline,
    helplines,
    keep_helplines,
)
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, empty_out, in_a_line
from gbvcase.ui.pages import Frame
from gbvcase.ui.settings_parts import LARGE, Section
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import Card, button, icon_button, label


class Line(QWidget):
    """One number: a name, the digits, whether it was tried today."""

    def __init__(self, one: Helpline, number: int, section: "NumbersSection") -> None:
        super().__init__()
        self._one, self._today = one, section.frame.desk.today()
        place = say(mark("line {number}")).format(number=number)
        self.name, self.number = QLineEdit(one.name), QLineEdit(one.number)
        self.name.setMaxLength(LONGEST_NAME)
        self.number.setMaxLength(LONGEST_NUMBER)
        self.name.setAccessibleName(say(mark("Whose number, {place}")).format(place=place))
        self.number.setAccessibleName(say(mark("Phone number, {place}")).format(place=place))
        self.name.setPlaceholderText(say(mark("Whose number")))
        self.number.setPlaceholderText(say(mark("Phone number")))
        self.name.setCursorPosition(0)
        self.tried = QCheckBox(say(mark("Tried today")))
        self.tried.setAccessibleName(say(mark("Tried today, {place}")).format(place=place))
        self.drop = icon_button("trash-2", say(mark("Remove {place}")).format(place=place))
        self.drop.clicked.connect(lambda: section.remove(self))
        self._said = label(one.said(say), "note")
        self._lay_out()

    def helpline(self) -> Helpline:
        """Return the line as it stands; a number that was changed is confirmed by nobody yet."""
        name, number = " ".join(self.name.text().split()), " ".join(self.number.text().split())
        one = replace(self._one, name=name)
        if number != self._one.number:
            one = Helpline(name=name, number=number)
        return replace(one, checked_on=self._today) if self.tried.isChecked() else one

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(8))
        grid.setVerticalSpacing(space(2))
        if percent() >= LARGE:
            for row, one in enumerate((self.name, self.number, self.tried, self._said)):
                grid.addWidget(one, row, 0)
            grid.addWidget(self.drop, 0, 1)
            return
        self.number.setFixedWidth(space(124))
        for column, one in enumerate((self.name, self.number, self.tried, self.drop)):
            grid.addWidget(one, 0, column, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._said, 1, 0, 1, 4)
        grid.setColumnStretch(0, 1)


class NumbersSection(Section):
    """The numbers stand under `Whom to call` in the help as soon as they can be trusted."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.lines: list[Line] = []
        card = Card(say(mark("Whom to call")))
        note = mark(
            "Shown in the help under Whom to call. Try a number, tick it, and the day is kept; "
            "one that nobody has tried and no good source confirms is not shown there."
        )
        card.add(label(say(note), "note"))
        holder = QWidget()
        self._rows = QGridLayout(holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(space(10))
        card.add(holder)
        self.add_one = button(say(mark("Add a number")), "plus")
        self.add_one.clicked.connect(self._add)
        card.add(in_a_line(self.add_one))
        self.keep = button(say(mark("Save the numbers")))
        self.keep.clicked.connect(self.keep_numbers)
        card.add(at_the_end(self.keep))
        self.put(card)
        desk, language = frame.desk, say.language
        frame.jobs.start(
            lambda _progress: helplines(desk, language), done=self._show, failed=frame.failed
        )

    def first_field(self) -> QWidget:
        """Return the first line, or the way to add one."""
        return self.lines[0].name if self.lines else self.add_one

    def keep_numbers(self) -> None:
        """Keep the list; lines without a name and a number go."""
        desk = self.frame.desk
        wanted = [line.helpline() for line in self.lines]

        def done(kept: tuple[Helpline, ...]) -> None:
            self._show(kept)
            self.frame.note(say(mark("Saved.")))

        self.frame.jobs.start(
            lambda _progress: keep_helplines(desk, wanted), done=done, failed=self.frame.failed
        )

    def remove(self, line: Line) -> None:
        """Take a line off the list; it is kept only with the others."""
        place = self.lines.index(line)
        rest = [one.helpline() for one in self.lines if one is not line]
        self._show(tuple(rest))
        following = self.lines[min(place, len(self.lines) - 1)].name if self.lines else self.add_one
        following.setFocus()

    def _add(self) -> None:
        if len(self.lines) < MOST:
            self._show((*(one.helpline() for one in self.lines), Helpline(name="", number="")))
            self.lines[-1].name.setFocus()

    def _show(self, found: tuple[Helpline, ...]) -> None:
        empty_out(self._rows)
        self.lines = [Line(one, number, self) for number, one in enumerate(found, start=1)]
        for row, line in enumerate(self.lines):
            self._rows.addWidget(line, row, 0)
        following: QWidget = self.add_one
        for line in reversed(self.lines):
            for one in (line.drop, line.tried, line.number, line.name):
                QWidget.setTabOrder(one, following)
                following = one
