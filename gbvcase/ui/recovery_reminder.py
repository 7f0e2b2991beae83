"""Reminds of the recovery sheet; what is done about it is loaded when it is done."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from gbvcase.casework.recovery_sheet import (
    Reminder,
    ReminderKind,
    put_reminder_off,
    recovery_reminder,
)
from gbvcase.domain.marking import mark
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

if TYPE_CHECKING:
    from gbvcase.ui.workplace import Workplace

START = "today"


class ReminderStrip(QFrame):
    """Reminds of the recovery sheet on the start page, with what to do, or to be asked later."""

    def __init__(self, place: "Workplace", reminder: Reminder) -> None:
        super().__init__()
        self.setProperty("kind", "warn")
        self._place, self._reminder = place, reminder
        self._is_done = False
        is_rehearsal = reminder.kind is ReminderKind.REHEARSE
        self.do = button(
            say(mark("Try the sheet...")) if is_rehearsal else say(mark("Make the sheet...")),
            kind="quiet",
        )
        self.do.clicked.connect(self._begin)
        self.later = button(say(mark("Later")), kind="quiet")
        self.later.clicked.connect(self._put_off)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(16), space(6), space(12), space(6))
        line.addWidget(label(reminder.said(say)), 1)
        line.addWidget(self.do)
        line.addWidget(self.later)
        self.setAccessibleName(reminder.said(say))

    def follow(self, page: str) -> None:
        """Be seen on the start page only: elsewhere it would take room from the work."""
        self.setVisible(page == START and not self._is_done)

    def _begin(self) -> None:
        from gbvcase.ui.recovery_dialogs import make_new_sheet, try_sheet

        begin = try_sheet if self._reminder.kind is ReminderKind.REHEARSE else make_new_sheet
        begin(self._place, self._place, self._look_again)

    def _look_again(self) -> None:
        desk = self._place.desk

        def done(reminder: Reminder | None) -> None:
            self._is_done = reminder is None
            self.follow(self._place.here)

        self._place.jobs.start(
            lambda _progress: recovery_reminder(desk), done=done, failed=self._place.failed
        )

    def _put_off(self) -> None:
        desk = self._place.desk
        self._is_done = True
        self.hide()
        self._place.jobs.start(
            lambda _progress: put_reminder_off(desk), done=_nothing, failed=self._place.failed
        )


def remind(place: "Workplace") -> None:
    """Look whether there is something to do about the recovery sheet, and say it above the page."""
    desk = place.desk

    def work(_progress: Progress) -> Reminder | None:
        return recovery_reminder(desk)

    def done(reminder: Reminder | None) -> None:
        if reminder is not None:
            strip = ReminderStrip(place, reminder)
            place.strips.addWidget(strip)
            place.went.connect(strip.follow)
            strip.follow(place.here)

    place.jobs.start(work, done=done, failed=place.failed)


def _nothing(_result: object) -> None:
    """That it was put off is not told of."""
