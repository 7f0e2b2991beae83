"""The trash: what was thrown away, until when it can be taken back, and the way back."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gbvcase.casework.drafts import Draft
from gbvcase.casework.purging import MAY_PURGE
from gbvcase.casework.trash import Lying, Trash, confirm_clock, empty_expired, take_out, trash
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date, written_weekday
from gbvcase.ui.autosave import said_when
from gbvcase.ui.draft_places import form_name, go_on_writing
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, in_a_line, under_a_header
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, EmptyState, button, header, label, scrolling

COLUMN = 860
DRAFTS = mark("Drafts stay here for seven days, tasks and notes for 30 days.")


class TrashPage(PageWidget):
    """Each thing with its case by its code, never by a name: what it said is not shown."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._place = 0  # the row that was dealt with last
        self._ways_back: list[QPushButton] = []
        self._jumped = self._clock_strip()
        inner, cards = QWidget(), QWidget()
        cards.setMaximumWidth(space(COLUMN))
        across = QHBoxLayout(inner)
        across.setContentsMargins(0, space(8), space(8), space(16))
        across.addWidget(cards, 1)
        across.addStretch(0)
        self._column = QVBoxLayout(cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(12))
        self._leave = button(say(mark("Back")), "arrow-left", "quiet")
        self._leave.clicked.connect(frame.back)
        column = under_a_header(self, header(say(mark("Trash")), self._leave))
        column.addWidget(self._jumped)
        column.addWidget(scrolling(inner), 1)

    def open(self, **where: Any) -> None:
        """Show what lies there; what has lain its time is removed first."""
        desk = self.frame.desk

        def work(_progress: Progress) -> Trash:
            empty_expired(desk)
            return trash(desk)

        self.frame.jobs.start(work, done=self._show, failed=self.frame.failed)

    def first_field(self) -> QWidget:
        """Return the way back: what lies here comes in a moment, or there is nothing."""
        return self._ways_back[0] if self._ways_back else self._leave

    def _clock_strip(self) -> QFrame:
        strip = QFrame()
        strip.setProperty("kind", "warn")
        today = written_weekday(self.frame.desk.today(), say)
        text = mark(
            "The clock of this computer has made a long step. Nothing is removed by itself until "
            "you say that it is right: today is {date}."
        )
        right = button(say(mark("The date is right")))
        right.clicked.connect(self._confirm)
        line = QHBoxLayout(strip)
        line.setContentsMargins(space(12), space(6), space(8), space(6))
        line.addWidget(label(say(text).format(date=today)), 1)
        line.addWidget(right)
        strip.hide()
        return strip

    def _show(self, found: Trash) -> None:
        self._jumped.setVisible(found.clock_has_jumped)
        empty_out(self._column)
        self._ways_back = []
        if not found.lying:
            self._column.addWidget(EmptyState(say(mark("The trash is empty."))))
            self._column.addLayout(self._for_good())
            self._column.addStretch(1)
            return
        self._column.addWidget(label(say(DRAFTS), "note"))
        for place, one in enumerate(found.lying):
            self._column.addWidget(self._line(one, place))
        self._column.addLayout(self._for_good())
        self._column.addStretch(1)
        if self._ways_back and self._place:
            self._ways_back[min(self._place, len(self._ways_back) - 1)].setFocus()

    def _for_good(self) -> QVBoxLayout:
        """Return the way to what is not taken back, for those who answer for cases."""
        column = QVBoxLayout()
        if self.frame.desk.profile.role not in MAY_PURGE:
            return column
        column.setContentsMargins(0, space(8), 0, 0)
        column.setSpacing(space(4))
        text = mark("Cases do not come here. They are only removed for good, in the settings.")
        way = button(say(mark("Settings, Cabinet")), "shield-check", "quiet")
        way.clicked.connect(lambda: self.frame.go("settings", section="cabinet"))
        column.addWidget(label(say(text), "note"))
        column.addLayout(in_a_line(way))
        return column

    def _line(self, one: Lying, place: int) -> Card:
        card = Card()
        what, when = self._words(one)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(what, "strong"))
        words.addWidget(label(when, "note"))
        back = button(say(mark("Take back")), "undo-2")
        back.setAccessibleName(say(mark("Take back: {what}")).format(what=what))
        back.setAccessibleDescription(when)
        back.clicked.connect(partial(self._take_out, one, place))
        self._ways_back.append(back)
        line = QHBoxLayout()
        line.setSpacing(space(12))
        line.addLayout(words, 1)
        line.addWidget(back)
        card.add(line)
        return card

    def _words(self, one: Lying) -> tuple[str, str]:
        if isinstance(one.what, Draft):
            what = say(mark("Draft: {form}")).format(form=form_name(one.what))
        elif one.kind is not None:
            what = say(mark("Task: {task}")).format(task=one.kind.said(say))
        else:
            what = say(mark("Note"))
        what = f"{what}  {one.code}" if one.code else what
        when = say(mark("Thrown away {when}, can be taken back until {date}"))
        at = said_when(one.at, self.frame.desk.now())
        return what, when.format(when=at, date=written_date(one.until))

    def _take_out(self, one: Lying, place: int, _checked: bool = False) -> None:
        desk = self.frame.desk
        self._place = place
        self.frame.jobs.start(
            lambda _progress: take_out(desk, one),
            done=partial(self._tell, one),
            failed=self._failed,
        )

    def _tell(self, one: Lying, _done: object) -> None:
        self.open()
        self.frame.refresh_counts()
        if isinstance(one.what, Draft):
            self.frame.note(
                say(mark("The draft is back.")),
                say(mark("Go on writing")),
                partial(go_on_writing, self.frame, one.what),
            )
        else:
            self.frame.note(
                say(mark("Taken back.")),
                say(mark("Open the case")),
                lambda: self.frame.go("case", case_id=one.case_id),
            )

    def _failed(self, error: Exception) -> None:
        self.open()
        self.frame.failed(error)

    def _confirm(self) -> None:
        desk = self.frame.desk
        self.frame.jobs.start(
            lambda _progress: confirm_clock(desk),
            done=lambda _done: self.open(),
            failed=self.frame.failed,
        )
