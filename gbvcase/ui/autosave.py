"""Nothing typed is lost: what stands in a form is kept as a draft inside the cabinet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import Draft, draft_is_saved, drafts, drop_draft, keep_draft
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_date
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

AFTER_LAST_KEY, AT_MOST = 1_000, 5_000  # milliseconds


@dataclass(frozen=True)
class Place:
    """Where a draft belongs: one form of one case, and nowhere else."""

    form: str
    case_id: str | None = None
    record_id: str | None = None
    base_revision: int | None = None


class Autosave(QObject):
    """Keeps a form's draft: on leaving a field, a second after the last key, every five seconds."""

    kept = Signal(object)  # when: a datetime

    def __init__(
        self,
        frame: Frame,
        place: Place,
        values: Callable[[], dict[str, Any]],
        cursor: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._frame, self._values, self._cursor = frame, values, cursor
        self._place = place
        self._kept: dict[str, Any] = {}  # what the cabinet has
        self._queued: dict[str, Any] | None = None  # what is on its way into it
        self._soon = self._timer(AFTER_LAST_KEY)
        self._late = self._timer(AT_MOST)

    def move_to(self, place: Place, standing: dict[str, Any]) -> None:
        """Belong to another form; `standing` is what is kept of it already."""
        self._stop()
        self._place, self._kept, self._queued = place, standing, None

    def touch(self) -> None:
        """Note that something was typed."""
        self._soon.start()
        if not self._late.isActive():
            self._late.start()

    def keep(self) -> None:
        """Keep the draft beside the screen."""
        self._stop()
        draft = self._draft()
        if draft.values in (self._kept, self._queued):
            return
        self._queued = draft.values
        desk = self._frame.desk
        self._frame.jobs.start(
            lambda _progress: keep_draft(desk, draft), done=self._tell, failed=self._failed
        )

    def flush(self) -> None:
        """Keep the draft now, before the page or the cabinet closes."""
        self._stop()
        draft = self._draft()
        if draft.values != self._kept:  # what is only on its way may never arrive
            self._kept = draft.values
            keep_draft(self._frame.desk, draft)

    def is_saved(self) -> None:
        """Remove the draft: its words have become a version of the record."""
        self._end(draft_is_saved)

    def throw_away(self) -> None:
        """Put the draft into the trash, from which it can be taken back for a week."""
        self._end(drop_draft)

    def _end(self, do: Callable[[Desk, str], object]) -> None:
        self._stop()
        self._kept, self._queued = {}, None
        desk, place = self._frame.desk, self._place

        def work(_progress: object) -> None:
            draft = find_draft(desk, place)
            if draft is not None:
                do(desk, str(draft.id))

        self._frame.jobs.start(work, done=_nothing, failed=self._frame.failed)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.keep)
        return timer

    def _stop(self) -> None:
        self._soon.stop()
        self._late.stop()

    def _draft(self) -> Draft:
        place = self._place
        return Draft(
            case_id=place.case_id,
            form=place.form,
            record_id=place.record_id,
            values=self._values(),
            cursor=self._cursor(),
            base_revision=place.base_revision,
        )

    def _failed(self, error: Exception) -> None:
        self._queued = None  # so that it is tried again
        self._frame.failed(error)

    def _tell(self, draft: Draft) -> None:
        if draft.record_id == self._place.record_id and draft.case_id == self._place.case_id:
            self._kept = draft.values
        self.kept.emit(self._frame.desk.now())


class RescueStrip(QFrame):
    """Says that there is a draft, and asks what to do with it; it never fills a form unasked."""

    go_on = Signal(object)
    thrown_away = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "info")
        self._draft: Draft | None = None
        self._text = label("")
        self._go_on = button(say(mark("Go on writing")))
        self._go_on.clicked.connect(lambda: self._answer(self.go_on))
        throw = button(say(mark("Throw the draft away")), kind="quiet")
        throw.clicked.connect(lambda: self._answer(self.thrown_away))
        line = QHBoxLayout(self)
        line.setContentsMargins(space(12), space(6), space(8), space(6))
        line.addWidget(self._text, 1)
        line.addWidget(self._go_on)
        line.addWidget(throw)
        self.hide()

    def offer(self, draft: Draft | None, now: datetime) -> None:
        """Offer a draft, or hide."""
        self._draft = draft
        self.setVisible(draft is not None)
        if draft is not None:
            said = say(mark("There is a draft from {when} ({count} answers)."))
            self._text.setText(
                said.format(when=said_when(draft.kept_at or now, now), count=len(draft.values))
            )

    def focus(self) -> None:
        """Put the keyboard on `Go on writing`."""
        self._go_on.setFocus()

    def _answer(self, signal: Any) -> None:
        draft, self._draft = self._draft, None
        self.hide()
        if draft is not None:
            signal.emit(draft)


def find_draft(desk: Desk, place: Place) -> Draft | None:
    """Return the draft of exactly this form of this case, or None."""
    for draft in drafts(desk):
        if (draft.form, draft.case_id, draft.record_id) == (
            place.form,
            place.case_id,
            place.record_id,
        ):
            return draft
    return None


def said_when(moment: datetime, now: datetime) -> str:
    """Return a time of the day, and the day if it is not today."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return say(mark("{time} today")).format(time=f"{local:%H:%M}")
    return say(mark("{time} on {date}")).format(
        time=f"{local:%H:%M}", date=written_date(local.date())
    )


class BothValues(QWidget):
    """Shows, for fields that somebody changed meanwhile, what the case holds now."""

    taken = Signal(str)  # take the value of the case for this field

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_conflicts(self, conflicts: list[tuple[str, str, str]]) -> None:
        """Show (field, its label, the value of the case now, in words)."""
        for field, words, value in conflicts:
            strip = QFrame()
            strip.setProperty("kind", "warn")
            line = QHBoxLayout(strip)
            said = say(mark("{field}: the case now says “{value}”. Your draft is below."))
            line.addWidget(label(said.format(field=words, value=value)), 1)
            take = button(say(mark("Take the value of the case")))
            take.clicked.connect(lambda _=False, s=strip, f=field: self._take(s, f))
            keep = button(say(mark("Keep mine")), kind="quiet")
            keep.clicked.connect(strip.deleteLater)
            line.addWidget(take)
            line.addWidget(keep)
            self._column.addWidget(strip)
        self.setVisible(bool(conflicts))

    def _take(self, strip: QFrame, field: str) -> None:
        strip.deleteLater()
        self.taken.emit(field)


def _nothing(_done: object) -> None:
    """Hear that work is done, and say nothing."""
