"""Where a note is written, at the top of the story of a case; half a note is a draft."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gbvcase.casework.drafts import Draft
from gbvcase.casework.notes import add_note, amend_note
from gbvcase.domain.case import Case
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.fields import entry_named, given
from gbvcase.domain.marking import mark
from gbvcase.domain.notes import Note
from gbvcase.ui.autosave import Autosave, Place, RescueStrip
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.typed_editors import TextEditor
from gbvcase.ui.widgets import button, label

FORM = "notes"
TEXT = entry_named(Note, "text")


class NoteBox(QFrame):
    """One field and one button; a note that is being changed comes into the same field."""

    kept = Signal()

    def __init__(self, frame: Frame, case_id: str, drafts: tuple[Draft, ...] = ()) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._frame, self._case_id = frame, case_id
        self._note: Note | None = None  # which is being changed
        self._drafts = [one for one in drafts if one.form == FORM]
        self.editor = TextEditor(TEXT)
        self.editor.input.setPlaceholderText(say(mark("Write a note: what was done, what is next")))
        self.editor.input.setAccessibleName(say(TEXT.about.label))
        self._problem = label("", "error")
        self._rescue = RescueStrip()
        self._saving = Autosave(frame, self._place(), self._values, lambda: "text", self)
        self._rescue.go_on.connect(self.go_on_with)
        self._rescue.thrown_away.connect(lambda _draft: self._saving.throw_away())
        self.editor.changed.connect(self._saving.touch)
        self._keep = button(say(mark("Add the note")), "plus")
        self._keep.clicked.connect(self.keep)
        self._leave = button(say(mark("Cancel")))
        self._leave.clicked.connect(self._give_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(8), space(12), space(8))
        column.setSpacing(space(6))
        for one in (self._rescue, self.editor, self._problem):
            column.addWidget(one)
        column.addLayout(at_the_end(self._leave, self._keep))
        self._show(None)
        waiting = next((one for one in self._drafts if one.record_id is None), None)
        self._rescue.offer(waiting, frame.desk.now())

    def focus(self) -> None:
        """Put the keyboard into the note."""
        self.editor.input.setFocus()

    def keep(self) -> None:
        """Write the note into the case; one without words says so."""
        if not self._keep.isEnabled():
            return
        try:
            text = self.editor.value()
        except GbvcaseError as unreadable:
            self._say_problem(unreadable.said(say))
            return
        self._say_problem("" if text else say(mark("Write the note first.")))
        if text is None:
            self.focus()
            return
        desk, case_id, note = self._frame.desk, self._case_id, self._note

        def work(_progress: object) -> Case:
            if note is None:
                return add_note(desk, case_id, text)
            return amend_note(desk, case_id, str(note.id), text)

        self._keep.setEnabled(False)  # a second press would keep it twice
        self._frame.jobs.start(work, done=self._kept, failed=self._failed)

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
        self.editor.set_typed(draft.values.get("text"))
        self._saving.move_to(self._place(), self._values())
        self.focus()

    def flush(self) -> None:
        """Keep the draft now."""
        self._saving.flush()

    def has_words(self) -> bool:
        """Tell whether something stands in the field that is not kept yet."""
        return bool(self._values())

    def _show(self, note: Note | None) -> None:
        self._note = note
        self.editor.blockSignals(True)  # shown, not typed
        self.editor.set_value(given(note.text) if note is not None else None)
        self.editor.blockSignals(False)
        self._say_problem("")
        self._saving.move_to(self._place(), {})
        self._leave.setVisible(note is not None)
        self._keep.setText(say(mark("Keep the change")) if note else say(mark("Add the note")))

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence and f"(!) {sentence}")
        self._problem.setVisible(bool(sentence))
        self.editor.input.setAccessibleDescription(sentence)

    def _failed(self, error: Exception) -> None:
        self._keep.setEnabled(True)
        self._frame.failed(error)

    def _kept(self, _case: Case) -> None:
        self._keep.setEnabled(True)
        self._saving.is_saved()
        self._show(None)
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
        typed = self.editor.typed()
        standing = given(self._note.text) if self._note is not None else None
        return {"text": typed} if typed != standing else {}
