"""Where a note is written, at the top of the story of a case; half a note is a draft."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gbvcase.casework.drafts import Draft
from gbvcase.casework.notes import add_note, amend_note
from gbvcase.domain.case import Case
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.notes import Note
from gbvcase.ui.autosave import Autosave, Place, RescueStrip
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, let_go
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button

FORM = "notes"


class NoteBox(QFrame):
    """One field and one button; a note that is being changed comes into the same field."""

    kept = Signal()

    def __init__(self, frame: Frame, case_id: str, drafts: tuple[Draft, ...] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._frame, self._case_id = frame, case_id
        self._note: Note | None = None  # which is being changed
        self._drafts = [one for one in drafts if one.form == FORM]
        self._rescue = RescueStrip()
        self._saving = Autosave(frame, self._place(), self._values, lambda: "text", self)
        self._rescue.go_on.connect(self.go_on_with)
        self._rescue.thrown_away.connect(lambda _draft: self._saving.throw_away())
        self._keep = button("", kind="main")
        self._keep.clicked.connect(self.keep)
        self._leave = button(say(mark("Cancel")))
        self._leave.clicked.connect(self._give_up)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(12), space(8), space(12), space(8))
        self._column.setSpacing(space(4))
        self._column.addWidget(self._rescue)
        self._show(None)
        self._column.addLayout(at_the_end(self._leave, self._keep))
        waiting = next((one for one in self._drafts if one.record_id is None), None)
        self._rescue.offer(waiting, frame.desk.now())

    def focus(self) -> None:
        """Put the keyboard into the note."""
        self.form.focus_first()

    def keep(self) -> None:
        """Write the note into the case; one without words says so."""
        if self.form.unreadable():
            return
        text = given(self.form.record().text)
        if text is None:
            self.form.row("text").say_problem(say(mark("Write the note first.")))
            self.focus()
            return
        desk, case_id, note = self._frame.desk, self._case_id, self._note
        work: Callable[[object], Case] = lambda _progress: add_note(desk, case_id, text)  # noqa: E731
        if note is not None:
            work = lambda _progress: amend_note(desk, case_id, str(note.id), text)  # noqa: E731
        self._frame.jobs.start(work, done=self._kept, failed=self._frame.failed)

    def change(self, note: Note) -> None:
        """Take a note into the field, to be changed."""
        self._saving.flush()
        self._show(note)
        for draft in self._drafts:
            if draft.record_id == note.id:
                self._rescue.offer(draft, self._frame.desk.now())
        self.focus()

    def go_on_with(self, draft: Draft) -> None:
        """Put a draft into the field."""
        self._rescue.offer(None, self._frame.desk.now())
        self.form.restore(draft.values)
        self._saving.move_to(self._place(), self._values())
        self.focus()

    def flush(self) -> None:
        """Keep the draft now."""
        self._saving.flush()

    def has_words(self) -> bool:
        """Tell whether something stands in the field that is not kept yet."""
        return bool(self._values())

    def _show(self, note: Note | None) -> None:
        if self._note is not None or note is not None or not hasattr(self, "form"):
            old = getattr(self, "form", None)
            self._note = note
            around = Around(now=self._frame.desk.now)
            self.form: RecordForm[Any] = RecordForm(
                note or Note(), around, only=("text",), folded=False
            )
            self.form.changed.connect(self._saving.touch)
            self.form.left.connect(lambda _name: self._saving.keep())
            self._column.insertWidget(1, self.form)
            if old is not None:
                let_go(old)
        self._saving.move_to(self._place(), {})
        self._leave.setVisible(note is not None)
        self._keep.setText(say(mark("Keep the change")) if note else say(mark("Add the note")))

    def _kept(self, _case: Case) -> None:
        self._saving.is_saved()
        self._show(None)
        self.form.show_record(Note())
        self._frame.note(say(mark("The note is kept.")))
        self.kept.emit()

    def _give_up(self) -> None:
        self._saving.throw_away()
        self._show(None)
        self.focus()

    def _place(self) -> Place:
        note = self._note
        return Place(
            FORM,
            self._case_id,
            note.id if note is not None else None,
            note.revision if note is not None else None,
        )

    def _values(self) -> dict[str, Any]:
        return self.form.typed()
