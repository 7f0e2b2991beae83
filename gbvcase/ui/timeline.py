"""The story of a case: a line for each thing that was done, newest first; notes are added here."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.cases import Change, case_in_words, history
from gbvcase.casework.drafts import Draft
from gbvcase.casework.looking import case_then
from gbvcase.casework.notes import ThrownAway, remove_note, restore_note, thrown_away
from gbvcase.casework.story import Event, events_of
from gbvcase.casework.taking_back import may_take_back, take_back
from gbvcase.domain.case import Case
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.notes import Note
from gbvcase.domain.stepping import WORKERS
from gbvcase.domain.text import written_date, written_moment
from gbvcase.ui.case_words import safe_contact
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.icons import icon
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, in_a_line
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.timeline_note import NoteBox
from gbvcase.ui.timeline_then import show_case_then
from gbvcase.ui.timeline_values import is_telephone, value_lines
from gbvcase.ui.widgets import EmptyState, button, label, scrolling

AT_ONCE = 40
BESIDE_BUTTON = 6
ICONS = {
    "made": "plus",
    "changed": "pencil",
    "removed": "trash-2",
    "noted": "notebook-text",
    "sent": "send",
    "answered": "package-check",
    "printed": "printer",
    "due": "clock",
    "done": "circle-check",
    "moved": "history",
}
TRASH = "trash"
Read = tuple[tuple[Change, ...], tuple[ThrownAway, ...]]


class Timeline(QWidget):
    """Reads the history beside the screen; old values are shown when they are asked for."""

    changed = Signal()

    def __init__(self, frame: Frame, case: Case, drafts: tuple[Draft, ...] = ()) -> None:
        super().__init__()
        self._frame, self._case = frame, case
        self._events: tuple[Event, ...] = ()
        self._thrown: tuple[ThrownAway, ...] = ()
        self._shown = AT_ONCE
        self._kind = CalmComboBox()
        self._kind.setAccessibleName(say(mark("Show")))
        self._kind.activated.connect(lambda _row: self._draw())
        self.note_box = NoteBox(frame, case.head.id, drafts)
        self.note_box.kept.connect(self.changed)
        if not self._is_worker():
            self.note_box.hide()
        page = QWidget()
        page.setProperty("kind", "page")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(4))
        top = QHBoxLayout()
        top.addWidget(label(say(mark("Show"))))
        top.addWidget(self._kind)
        top.addStretch(1)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, space(8), 0)
        inside.setSpacing(space(8))
        inside.addWidget(self.note_box)
        inside.addLayout(top)
        inside.addLayout(self._lines, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(8), 0, 0)
        column.addWidget(scrolling(page), 1)
        self._read()

    def act(self, key: str) -> bool:
        """Choose what is shown with Ctrl+F, keep the note with Ctrl+S or Ctrl+Enter."""
        match key:
            case "find":
                self._kind.setFocus()
            case "new_note":
                self.note_box.focus()
            case "save" | "main" if self.note_box.has_words():
                self.note_box.keep()
            case _:
                return False
        return True

    def flush(self) -> None:
        """Keep a note that is half written."""
        self.note_box.flush()

    def go_on_with(self, draft: Draft) -> None:
        """Go on writing a note."""
        for note in self._case.notes:
            if draft.record_id is not None and note.id == draft.record_id:
                self.note_box.change(note)
        self.note_box.go_on_with(draft)

    def show_case(self, case: Case) -> None:
        """Tell the story of the case as it is now; a note that is half written stays."""
        self._case = case
        self._read()

    # --- inside

    def _is_worker(self) -> bool:
        """Tell whether this role may write notes and see what was said before."""
        return self._frame.desk.profile.role in WORKERS

    def _read(self) -> None:
        desk, case_id = self._frame.desk, self._case.head.id

        def work(_progress: object) -> Read:
            return history(desk, case_id), thrown_away(desk, case_id)

        self._frame.jobs.start(work, done=self._show, failed=self._frame.failed)

    def _show(self, read: Read) -> None:
        changes, self._thrown = read
        self._events = tuple(events_of(changes, self._case, say))
        before = self._kind.currentData()
        self._kind.clear()
        self._kind.addItem(say(mark("Everything")), "")
        for name in dict.fromkeys(event.kind for event in self._events):
            self._kind.addItem(say(name), name)
        if self._thrown:
            words = say(mark("Trash ({count})")).format(count=len(self._thrown))
            self._kind.addItem(words, TRASH)
        self._kind.setCurrentIndex(max(0, self._kind.findData(before)))
        self._draw()

    def _draw(self) -> None:
        empty_out(self._lines)
        wanted = self._kind.currentData()
        if wanted == TRASH:
            self._draw_trash()
            return
        events = [event for event in self._events if not wanted or event.kind == wanted]
        if not events:
            self._lines.addWidget(EmptyState(say(mark("Nothing was written down yet.")), []))
        now, day = self._frame.desk.now(), ""
        for event in events[: self._shown]:
            that_day = written_date(event.at.astimezone(now.tzinfo).date())
            if that_day != day:
                day = that_day
                self._lines.addWidget(label(day, "strong"))
            self._lines.addWidget(self._line(event, now))
        if len(events) > self._shown:
            older = button(say(mark("Show older")))
            older.clicked.connect(self._show_older)
            self._lines.addWidget(older, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addStretch(1)

    def _line(self, event: Event, now: datetime) -> "EventLine":
        contact = say(mark("Safe contact: {how}")).format(how=safe_contact(self._case))
        line = EventLine(event, now, sees_values=self._is_worker(), contact=contact)
        line.wanted_back.connect(self._take_back)
        line.wanted_then.connect(self._show_then)
        note = event.note
        if note is not None and note.created_by == self._frame.desk.worker and self._is_worker():
            line.add_button(say(mark("Change")), say(mark("Change this note")), self._change(note))
            words = say(mark("Throw away"))
            line.add_button(words, say(mark("Throw this note away")), self._throw(note))
        return line

    def _draw_trash(self) -> None:
        note = say(mark("What was thrown away can be taken back here for 30 days."))
        self._lines.addWidget(label(note, "note"))
        for thrown in self._thrown:
            card = QFrame()
            card.setProperty("kind", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(space(12), space(8), space(8), space(8))
            said = say(mark("Thrown away {when} by {who}"))
            when = written_moment(thrown.at.astimezone(self._frame.desk.now().tzinfo))
            column.addWidget(label(said.format(when=when, who=thrown.by), "note"))
            column.addWidget(label(str(given(thrown.note.text) or "")))
            back = button(say(mark("Take back")), "undo-2")
            back.clicked.connect(self._restore(str(thrown.note.id)))
            column.addLayout(in_a_line(back))
            self._lines.addWidget(card)
        self._lines.addStretch(1)

    def _change(self, note: Note) -> Callable[[], object]:
        return lambda: self.note_box.change(note)

    def _throw(self, note: Note) -> Callable[[], object]:
        desk, case_id, note_id = self._frame.desk, self._case.head.id, str(note.id)

        def done(_case: Case) -> None:
            said = say(mark("The note lies in the trash for 30 days."))
            self._frame.note(said, say(mark("Undo")), self._restore(note_id))
            self.changed.emit()

        return lambda: self._frame.jobs.start(
            lambda _progress: remove_note(desk, case_id, note_id),
            done=done,
            failed=self._frame.failed,
        )

    def _restore(self, note_id: str) -> Callable[[], object]:
        desk, case_id = self._frame.desk, self._case.head.id

        def done(_case: Case) -> None:
            self._frame.note(say(mark("The note is back.")))
            self.changed.emit()

        return lambda: self._frame.jobs.start(
            lambda _progress: restore_note(desk, case_id, note_id),
            done=done,
            failed=self._frame.failed,
        )

    def _take_back(self, change: Change) -> None:
        desk, case_id = self._frame.desk, self._case.head.id

        def done(_case: Case) -> None:
            assert change.entry is not None
            said = say(mark("{field} has its earlier value again."))
            self._frame.note(said.format(field=say(change.entry.about.label)))
            self.changed.emit()

        self._frame.jobs.start(
            lambda _progress: take_back(desk, case_id, change), done=done, failed=self._frame.failed
        )

    def _show_then(self, change: Change) -> None:
        desk, case_id = self._frame.desk, self._case.head.id
        self._frame.jobs.start(
            lambda _progress: tuple(case_in_words(case_then(desk, case_id, change.saving), say)),
            done=lambda lines: show_case_then(self, change.at, lines),
            failed=self._frame.failed,
        )

    def _show_older(self) -> None:
        self._shown += AT_ONCE
        self._draw()


class EventLine(QFrame):
    """One line of the story; the values before and after come when they are asked for."""

    wanted_back = Signal(object)  # the Change whose old value is to be the value again
    wanted_then = Signal(object)  # a Change: the case as it was after it

    def __init__(
        self, event: Event, now: datetime, *, sees_values: bool = True, contact: str = ""
    ) -> None:
        super().__init__()
        self._event, self._contact = event, contact
        self.setProperty("kind", "card")
        time = label(f"{event.at.astimezone(now.tzinfo):%H:%M}", "note")
        time.setFixedWidth(space(48))
        sign = label("")
        sign.setPixmap(icon(ICONS[event.what], "text2").pixmap(space(18), space(18)))
        sign.setFixedWidth(space(24))
        words = QVBoxLayout()
        words.setSpacing(space(2))
        words.addWidget(label(event.sentence))
        if event.body:
            words.addWidget(label(event.body, "note" if event.note is None else ""))
        words.addStretch(1)
        self._words, self._signs = words, (time, sign)
        self._line = QHBoxLayout()
        for one in (time, sign):
            self._line.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, 1)
        if event.changes and sees_values:
            self.add_button(say(mark("Show the values")), "", self._toggle)
        self._details = QWidget()
        self._details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(6), space(8), space(6))
        column.addLayout(self._line)
        column.addWidget(self._details)

    def add_button(self, words: str, name: str, do: Callable[[], object]) -> None:
        """Put a button at the end of the line."""
        made = button(words, kind="quiet")
        if name:
            made.setAccessibleName(name)
        made.clicked.connect(do)
        self._words.setContentsMargins(0, space(BESIDE_BUTTON), 0, 0)
        for one in self._signs:  # in one line with the words of the button
            one.setContentsMargins(0, space(BESIDE_BUTTON), 0, 0)
        self._line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)

    def _toggle(self) -> None:
        if self._details.layout() is None:
            column = QVBoxLayout(self._details)
            column.setContentsMargins(space(72), 0, 0, 0)
            for change, said in value_lines(self._event.changes):
                if is_telephone(change):
                    column.addWidget(label(self._contact, "warn"))  # before it is read
                line = QHBoxLayout()
                line.addWidget(label(said, "note"), 1)
                if may_take_back(change):
                    line.addWidget(self._back_button(change))
                column.addLayout(line)
            then = button(say(mark("The case as it was then")), "history", "quiet")
            then.clicked.connect(lambda: self.wanted_then.emit(self._event.changes[0]))
            column.addLayout(in_a_line(then))
        self._details.setVisible(self._details.isHidden())

    def _back_button(self, change: Change) -> QWidget:
        assert change.entry is not None
        back = button(say(mark("Take this value back")), kind="quiet")
        name = say(mark("Take back the earlier value of {field}"))
        back.setAccessibleName(name.format(field=say(change.entry.about.label)))
        back.clicked.connect(lambda: self.wanted_back.emit(change))
        return back
