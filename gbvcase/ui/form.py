"""A form on screen, drawn from a record's own description of its fields."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gbvcase.domain.errors import GbvcaseError, Unreadable
from gbvcase.domain.fields import Entry, Record, entries_of
from gbvcase.domain.remarks import remarks_on
from gbvcase.ui import theme
from gbvcase.ui.date_editors import PartialDateEditor
from gbvcase.ui.editing import Around
from gbvcase.ui.editors import editor_for
from gbvcase.ui.field_row import FieldRow
from gbvcase.ui.form_sections import Section, sections_of
from gbvcase.ui.form_steps import Steps
from gbvcase.ui.language import say
from gbvcase.ui.laying import tab_as_read
from gbvcase.ui.theme import space

AnyRecord = TypeVar("AnyRecord", bound=Record)

Wants = Callable[[Entry, Any], bool]
"""Whether a question makes sense: its entry, and the record as it stands."""

WIDE = 720
ESTIMATED = "_estimated"
"""What the name of a question ends with that says that a date is an estimate."""


class RecordForm(QWidget, Generic[AnyRecord]):
    """Shows one record and gives back the record that the person made of it.

    It does not know where records are kept. A long record is folded into sections, of which one is
    open; the widgets of a section are made when it is first opened.
    """

    changed = Signal()
    left = Signal(str)  # the keyboard left this question

    def __init__(  # noqa: PLR0913 - what a form may be told
        self,
        record: AnyRecord,
        around: Around,
        parent: QWidget | None = None,
        *,
        only: Collection[str] | None = None,
        folded: bool = True,
        wants: Wants | None = None,
    ) -> None:
        super().__init__(parent)
        self._record = record
        self._around = around
        self._entries = tuple(
            entry
            for entry in entries_of(type(record))
            if not entry.about.hidden and (only is None or entry.name in only)
        )
        self._rows: dict[str, FieldRow] = {}
        self._shown: dict[str, Any] = {}  # what stood in each widget when it was made
        self._before: dict[str, str] = {}
        self._wants = wants
        self._unwanted: set[str] = set()
        self.steps = Steps()
        self._wide = False
        self._in: FieldRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(10))
        self._sections: list[Section] = []
        self._lay_out(sections_of(type(record), self._entries) if folded else ())
        self._column.addStretch(1)
        self._ask_what_makes_sense()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        theme.changes.changed.connect(self._fit)

    # --- the record

    def record(self) -> AnyRecord:
        """Return a new record with the answers as they stand; raise Unreadable if one cannot be."""
        unreadable = self.unreadable()
        if unreadable:
            raise Unreadable(say_as_is(unreadable[0][1]))
        answers = {name: row.answer() for name, row in self._rows.items()}
        for name in self._estimates():
            if answers.get(name) is None:
                answers[name] = True
        return replace(self._record, **answers)

    def unreadable(self) -> tuple[tuple[str, str], ...]:
        """Return the fields that cannot be read and why, and say so below each."""
        return tuple((name, row.problem) for name, row in self._rows.items() if not row.check())

    def show_record(self, record: AnyRecord) -> None:
        """Show another state of the record, as it is kept now."""
        self._record = record
        for name, row in self._rows.items():
            self._put(name, row)
        self._ask_what_makes_sense()

    # --- what stands on the screen, for drafts

    def typed(self) -> dict[str, Any]:
        """Return, for each field that was changed, what stands in it, readable or not."""
        return {
            name: row.typed()
            for name, row in self._rows.items()
            if row.typed() != self._shown[name]
        }

    def restore(self, typed: dict[str, Any]) -> None:
        """Show what `typed` gave; fields that this form no longer has are left out."""
        names = {entry.name for entry in self._entries}
        for name, raw in typed.items():
            if name in names:
                self.row(name).set_typed(raw)
                self.steps.settle(name, raw)
        self._ask_what_makes_sense()

    def kept_as(self, name: str) -> Any:
        """Return what stood in a field before anything was changed, as `typed` would give it."""
        self.row(name)
        return self._shown[name]

    # --- the questions

    def row(self, name: str) -> FieldRow:
        """Return the row of a field, made now if its section was never opened; KeyError if none."""
        if name not in self._rows:
            for section in self._sections:
                if name in section.names:
                    self._fill(section)
        return self._rows[name]

    def focus_first(self) -> None:
        """Put the keyboard into the first question."""
        for row in self._rows.values():
            if not row.entry.is_group:
                row.focus()
                return

    def focus_field(self, name: str) -> None:
        """Open the section of a field and put the keyboard into it."""
        for section in self._sections:
            if name in section.names:
                self._open(section)
        self.row(name).focus()

    def focused(self) -> str:
        """Return the name of the field that has the keyboard, or had it last."""
        return "" if self._in is None else self._in.entry.name

    def leave(self) -> None:
        """Tidy and check every answer, as on leaving it."""
        for row in self._rows.values():
            row.leave()
            self._remark(row)

    def act(self, key: str) -> bool:
        """Do what a key of the table asks of a form: help, undo, redo."""
        match key:
            case "help" if self._in is not None:
                self._in.toggle_help()
            case "undo" | "redo":
                return self._step_back(key)
            case _:
                return False
        return True

    def show_findings(self, sentences: dict[str, str]) -> None:
        """Say below each field what may need another look; take away what was said before."""
        for name in sentences:
            self.row(name)
        for name, row in self._rows.items():
            row.say_warning(sentences.get(name, ""))

    def say_before(self, name: str, sentence: str) -> None:
        """Say above a field what must be known before it is read; also once it is made."""
        self._before[name] = sentence
        if name in self._rows:
            self._rows[name].say_before(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the words beside the editors where there is room."""
        super().resizeEvent(event)
        if (event.size().width() >= space(WIDE)) != self._wide:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say with F1 why the question is asked that has the keyboard."""
        if event.key() != Qt.Key.Key_F1 or not self.act("help"):
            super().keyPressEvent(event)

    # --- inside

    def _lay_out(self, sections: tuple[Section, ...]) -> None:
        self._sections = list(sections)
        if not sections:
            for entry in self._entries:
                self._column.addWidget(self._make(entry))
            return
        for section in sections:
            self._column.addWidget(section)
            section.asked.connect(self._toggle)
        self._tell_sections()
        self._open(sections[0], focus=False)

    def _make(self, entry: Entry) -> FieldRow:
        row = FieldRow(entry, editor_for(entry, self._around, self._inner_form))
        self._rows[entry.name] = row
        self._put(entry.name, row)
        row.say_before(self._before.get(entry.name, ""))
        row.fit(wide=self._wide)
        row.changed.connect(self._changed)
        return row

    def _inner_form(self, record: Record) -> "RecordForm[Any]":
        return RecordForm(record, self._around, folded=False)

    def _remark(self, row: FieldRow) -> None:
        """Say what may be mistyped in an answer, beside the others."""
        if row.entry.about.check:
            record = self._so_far()
            found = remarks_on(row.entry, getattr(record, row.entry.name), record)
            row.say_remark("\n".join(map(say, found)))

    def _put(self, name: str, row: FieldRow) -> None:
        row.set_answer(getattr(self._record, name))
        self._remark(row)
        self._shown[name] = row.typed()
        self.steps.settle(name, self._shown[name])

    def _fill(self, section: Section) -> None:
        by_name = {entry.name: entry for entry in self._entries}
        for name in section.names:
            if name not in self._rows:
                row = self._make(by_name[name])
                section.add(row)
                row.setVisible(name not in self._unwanted)
        tab_as_read(self)

    def _toggle(self, section: Section) -> None:
        if section.is_open:
            section.fold()
        else:
            self._open(section)

    def _open(self, section: Section, *, focus: bool = True) -> None:
        for other in self._sections:
            if other is not section:
                other.fold()
        self._fill(section)
        section.unfold()
        asked = [name for name in section.names if name not in self._unwanted]
        if focus and asked:
            self._rows[asked[0]].focus()

    def _estimates(self) -> list[str]:
        """Return the questions that a date answers which was typed as an estimate."""
        found = []
        for name, row in self._rows.items():
            also = f"{name}{ESTIMATED}"
            is_one = isinstance(row.editor, PartialDateEditor) and row.editor.is_estimate()
            if is_one and row.declined is None and hasattr(self._record, also):
                found.append(also)
        return found

    def _tick_estimates(self) -> None:
        """Answer on the screen, where it is asked, that a date is an estimate."""
        for name in self._estimates():
            row = self._rows.get(name)
            if row is not None and row.typed() is None:
                row.set_answer(True)

    def _ask_what_makes_sense(self) -> None:
        """Hide the questions that the answers so far have made needless, unless answered."""
        if self._wants is not None:
            record = self._so_far()
            self._unwanted = {
                entry.name
                for entry in self._entries
                if not self._is_answered(entry.name) and not self._wants(entry, record)
            }
            for name, row in self._rows.items():
                row.setVisible(name not in self._unwanted)
        self._tell_sections()

    def _so_far(self) -> AnyRecord:
        """Return the record as far as it can be read."""
        answers = {}
        for name, row in self._rows.items():
            with suppress(GbvcaseError):
                answers[name] = row.answer()
        return replace(self._record, **answers)

    def _tell_sections(self) -> None:
        for section in self._sections:
            asked = [name for name in section.names if name not in self._unwanted]
            section.tell(sum(map(self._is_answered, asked)), len(asked))
            section.setVisible(bool(asked))

    def _is_answered(self, name: str) -> bool:
        row = self._rows.get(name)
        if row is not None:
            return row.typed() is not None
        entry = next(entry for entry in self._entries if entry.name == name)
        value = getattr(self._record, name)
        return value is not None and value != entry.empty

    def _changed(self) -> None:
        self._ask_what_makes_sense()
        self.changed.emit()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        before, after = self._row_of(old), self._row_of(new)
        if before is not None and before is not after and not _is_popup(new):
            before.leave()
            self._tick_estimates()
            self._remark(before)
            self.steps.note(before.entry.name, before.typed())
            self.left.emit(before.entry.name)
        if after is not None:
            self._in = after

    def _row_of(self, widget: QWidget | None) -> FieldRow | None:
        while widget is not None and widget is not self:
            if isinstance(widget, FieldRow) and self._rows.get(widget.entry.name) is widget:
                return widget
            widget = widget.parentWidget()
        return None

    def _step_back(self, key: str) -> bool:
        if self._in is not None:
            self.steps.note(self._in.entry.name, self._in.typed())
        step = self.steps.undo() if key == "undo" else self.steps.redo()
        if step is None:
            return False
        name, raw = step
        self.focus_field(name)
        self.row(name).set_typed(raw)
        self._changed()
        return True

    def _fit(self) -> None:
        self._wide = self.width() >= space(WIDE)
        for row in self._rows.values():
            row.fit(wide=self._wide)


def say_as_is(sentence: str) -> str:
    """Return a sentence that is already said, safe for being filled in once more."""
    return sentence.replace("{", "{{").replace("}", "}}")


def _is_popup(widget: QWidget | None) -> bool:
    return widget is not None and bool(widget.windowType() == Qt.WindowType.Popup)
