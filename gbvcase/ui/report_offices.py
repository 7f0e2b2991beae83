"""Several offices as one: whose counts are here, and whether all know of the same releases."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from gbvcase.casework.counting import Added
from gbvcase.casework.gathering import (
    Gathering,
    ListsHere,
    Refused,
    Taken,
    release_said,
)
from gbvcase.casework.ledgers import Comparison
from gbvcase.domain.marking import mark
from gbvcase.domain.period import Period
from gbvcase.domain.text import written_number
from gbvcase.ui.language import say
from gbvcase.ui.laying import bring_into_sight, empty_out, in_a_line
from gbvcase.ui.messages import announce
from gbvcase.ui.text_table import TextRow, TextTable
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import EmptyState, button, label, repolish

NARROW, MOST_HEIGHT = 880, 400
HEADS = (mark("Office"), mark("Period"), mark("Edition"))


class Strip(QFrame):
    """What came of something, in lines; empty it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(space(14), space(8), space(14), space(8))
        self.lines.setSpacing(space(4))
        self.hide()

    def show_lines(
        self, kind: str, head: str, lines: Sequence[str] = (), *, quietly: bool = False
    ) -> None:
        """Show other lines on the ground that belongs to them; unless `quietly`, scroll to them
        and say the first aloud."""
        empty_out(self.lines)
        self.setProperty("kind", kind)
        repolish(self)
        self.lines.addWidget(label(head, "strong"))
        for text in lines:
            self.lines.addWidget(label(text))
        self.show()
        if not quietly:
            bring_into_sight(self)
            announce(self, head)


class CountsPart(QWidget):
    """Whose counts are here to be added, and the ways in and out."""

    taking_wanted = Signal()
    again_wanted = Signal(object)  # files that another password may open
    known_wanted = Signal(object)  # files of offices that a person says are ours
    handing_wanted = Signal()
    figures_wanted = Signal()
    division_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._refused: tuple[Refused, ...] = ()
        self.heading = label(say(mark("Counts of the offices")), "section")
        self.told = label("")
        self.own = label("", "note")
        self.table = TextTable(say(mark("Offices and their counts")))
        self._nothing = EmptyState(
            say(
                mark(
                    "No counts of other offices are here. Each office seals its own and sends the "
                    "file; here they are taken in, added, and published as one."
                )
            )
        )
        self.result = Strip()
        self.again = button(say(mark("Try another password...")))
        self.known = button(say(mark("These offices are ours: take them in")))
        self.take = button(say(mark("Take in counts...")), "folder-open")
        self.hand = button(say(mark("Hand out the counts of this office...")), "lock")
        self.figures = button(say(mark("See the figures of all offices")), kind="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(self.heading)
        column.addWidget(self.told)
        column.addWidget(self.result)
        column.addLayout(in_a_line(self.again, self.known))
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)
        self.divide = button(say(mark("Which offices reports show...")), kind="link")
        column.addLayout(in_a_line(self.figures, self.divide))
        column.addWidget(self.own)
        self.buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.buttons.setSpacing(space(8))
        for one in (self.take, self.hand):
            self.buttons.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        column.addStretch(0)
        self.forget()
        self.take.clicked.connect(self.taking_wanted)
        self.hand.clicked.connect(self.handing_wanted)
        self.figures.clicked.connect(self.figures_wanted)
        self.divide.clicked.connect(self.division_wanted)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self._files(shut=True)))
        self.known.clicked.connect(lambda: self.known_wanted.emit(self._refused))

    def forget(self) -> None:
        """Take away what came of the last files."""
        self._refused = ()
        self.result.hide()
        self.again.hide()
        self.known.hide()

    def show_gathering(self, found: Gathering | None, *, may_hand: bool) -> None:
        """Show whose counts are here; None for days of which no counts travel."""
        is_period = found is not None
        here, missing = (found.here, found.missing) if found is not None else ((), ())
        self.table.setVisible(bool(here or missing))
        self._nothing.setVisible(is_period and not (here or missing))
        self.figures.setVisible(bool(here))
        self.divide.setVisible(bool(here or missing))
        self.take.setVisible(is_period)
        self.hand.setVisible(is_period)
        self.hand.setEnabled(may_hand)
        self.hand.setToolTip(
            "" if may_hand else say(mark("Counts are handed out when their period is over."))
        )
        self.told.setText(_added(found) if found is not None else say(NO_PERIOD))
        self.told.setVisible(bool(self.told.text()))
        self.own.setText(_own(found) if found is not None else "")
        self.own.setVisible(bool(self.own.text()))
        if found is None or not found.senders:
            return
        none = say(mark("not here yet"))
        rows = [
            TextRow(
                (
                    one.office,
                    one.period.name(say),
                    none if one.is_missing else written_number(one.edition, say),
                ),
                one.office,
                is_faint=one.is_missing,
            )
            for one in found.senders
        ]
        self.table.show_rows([say(head) for head in HEADS], rows)
        self.table.setFixedHeight(min(self.table.whole_height(), space(MOST_HEIGHT)))

    def show_taken(self, taken: Taken) -> None:
        """Say what was taken, and of each file that was not why."""
        self._refused = taken.refused
        number = len(taken.new) + len(taken.same)
        head = say(mark("Taken in: {number}. Not taken: {refused}."))
        head = head.format(
            number=written_number(number, say), refused=written_number(len(taken.refused), say)
        )
        lines = [_one_taken(NEW, one) for one in taken.new]
        lines += [_one_taken(SAME, one) for one in taken.same]
        lines += [one.said(say) for one in taken.refused]
        self.result.show_lines("bad" if taken.refused else "ok", head, lines)
        self.again.setVisible(any(one.is_shut for one in taken.refused))
        self.known.setVisible(any(one.is_strange for one in taken.refused))

    def _files(self, *, shut: bool) -> tuple[Refused, ...]:
        return tuple(one for one in self._refused if one.is_shut is shut)


NEW = mark("{office}, {period}, edition {edition}")
SAME = mark("{office}, {period}: nothing changed, this or a newer edition was here")
NO_PERIOD = mark("Counts travel for quarters, half-years and years: choose one of them.")


def _one_taken(text: str, one: Added) -> str:
    """Return whose counts were taken in, of when."""
    name = Period(one.period).name(say)
    return say(text).format(office=one.office, period=name, edition=one.edition)


def _added(found: Gathering) -> str:
    """Return whose counts a report of the period would add."""
    if not found.senders:
        return ""
    offices = {one.office for one in found.here}
    text = say(mark("{period}: this office and {number} others are counted together."))
    told = text.format(period=found.period.name(say), number=written_number(len(offices), say))
    if found.missing:
        names = ", ".join(dict.fromkeys(one.office for one in found.missing))
        told += " " + say(mark("Not here yet: {offices}.")).format(offices=names)
    return told


def _own(found: Gathering) -> str:
    """Return what this office has handed out of its own."""
    if not found.handed_out:
        return ""
    text = mark(
        "The counts of this office were handed out (edition {edition}): whoever adds them "
        "publishes this period."
    )
    return say(text).format(edition=found.handed_out)


class ListsPart(QWidget):
    """Whether the list of releases has all that other members have shown; if not, the way out."""

    joining_wanted = Signal()
    comparing_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = Strip()
        self.join = button(say(mark("Join the lists")))
        self.compare = button(say(mark("Compare with the list of another office...")))
        self.copy = button(say(mark("Hand out a copy of the list...")), "lock")
        self.result = Strip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        column.addWidget(label(say(mark("Lists of releases")), "section"))
        column.addWidget(
            label(
                say(
                    mark(
                        "Offices that publish about the same province need one list of all that "
                        "was released: two lists that do not know of each other could give "
                        "somebody away."
                    )
                ),
                "note",
            )
        )
        column.addWidget(self.state)
        column.addLayout(in_a_line(self.join))
        column.addWidget(self.result)
        column.addLayout(in_a_line(self.compare))
        column.addLayout(in_a_line(self.copy))
        column.addStretch(1)
        self.join.hide()
        self.join.clicked.connect(self.joining_wanted)
        self.compare.clicked.connect(self.comparing_wanted)
        self.copy.clicked.connect(self.copy_wanted)

    def show_lists(self, here: ListsHere) -> None:
        """Say how the list stands."""
        self.join.setVisible(not here.is_whole)
        self.copy.setVisible(here.lines > 0)
        if here.is_whole:
            number = written_number(here.lines, say)
            text = say(mark("The list here is whole: {number} entries, each tied to the last."))
            none = say(mark("The list here is empty: nothing was released yet."))
            head = text.format(number=number) if here.lines else none
            self.state.show_lines("ok", head, quietly=True)
            return
        head = say(mark("Nothing is released until the lists are joined."))
        lines = [lacking(one) for one in here.waiting]
        if here.ends > 1:
            text = mark(
                "The list here has {number} ends: releases were made that did not know of each "
                "other."
            )
            lines.append(say(text).format(number=written_number(here.ends, say)))
        lines.append(say(mark("Joined, all of both lists counts and nothing is dropped.")))
        self.state.show_lines("bad", head, lines, quietly=True)

    def show_compared(self, found: Comparison) -> None:
        """Say how the list of another office stands to ours."""
        lines = []  # what is missing stands above, with the way out
        if found.unsigned:
            text = mark("{number} of its entries have no signature: an older program made them.")
            lines.append(say(text).format(number=written_number(found.unsigned, say)))
        head = f"{found.office}: {say(found.standing.value)}"
        self.result.show_lines("warn" if found.missing or lines else "ok", head, lines)

    def show_joined(self, found: Sequence[Comparison]) -> None:
        """Say with whose lists ours was joined."""
        text = say(mark("Joined with the list of {office}: {number} releases more."))
        lines = [
            text.format(office=one.office, number=written_number(len(one.missing), say))
            for one in found
        ]
        self.result.show_lines("ok", say(mark("The lists are joined.")), lines)


def lacking(one: Comparison) -> str:
    """Return which releases another office knows of and we do not, as people call them."""
    text = say(mark("{office} knows releases that are missing here: {releases}."))
    names = "; ".join(release_said(name, say) for name in one.missing)
    return text.format(office=one.office, releases=names)


class OfficesView(QWidget):
    """Counts at the left, lists at the right; below each other where the page is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.counts, self.lists = CountsPart(), ListsPart()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(space(32))
        self._line.addWidget(self.counts, 3)
        self._line.addWidget(self.lists, 2)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose whether the two stand beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < space(NARROW)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        for place, share in enumerate((0, 0) if narrow else (3, 2)):
            self._line.setStretch(place, share)
        self.counts.buttons.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
