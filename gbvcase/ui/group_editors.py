"""Editors for a group of fields inside a record: one group, or as many as are needed."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gbvcase.domain.errors import Unreadable
from gbvcase.domain.fields import Entry, Record, entries_of, is_answered
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written
from gbvcase.ui.editing import Editor
from gbvcase.ui.language import say
from gbvcase.ui.laying import tab_as_read
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, icon_button

SUMMARY = 3


class InnerForm(Protocol):
    """What a group needs of the form that shows its fields."""

    changed: Signal

    def record(self) -> Any: ...
    def typed(self) -> dict[str, Any]: ...
    def restore(self, typed: dict[str, Any]) -> None: ...
    def leave(self) -> None: ...
    def focus_first(self) -> None: ...


MakeForm = Callable[[Record], Any]


class GroupEditor(Editor):
    """One group of fields, inside a frame of its own."""

    def __init__(self, entry: Entry, make: MakeForm) -> None:
        self._well = QFrame()
        self._well.setProperty("kind", "well")
        super().__init__(entry, self._well)
        self.setFocusProxy(None)  # type: ignore[arg-type] # the fields inside take the keyboard
        self._inside = QVBoxLayout(self._well)
        self._inside.setContentsMargins(space(12), space(8), space(12), space(8))
        self._make = make
        self._form: Any = None
        self.line.addWidget(self._well, 1)
        self._show(entry.kind())

    def value(self) -> Record:
        """Return the group."""
        record: Record = self._form.record()
        return record

    def set_value(self, value: object) -> None:
        """Show a group."""
        self._show(value if isinstance(value, Record) else self.entry.kind())

    def typed(self) -> object:
        """Return what was changed in the group."""
        return self._form.typed() or None

    def set_typed(self, raw: object) -> None:
        """Show what a draft held of the group."""
        self._form.restore(raw if isinstance(raw, dict) else {})

    def tidy(self) -> None:
        """Put the fields inside in order."""
        self._form.leave()

    def _show(self, record: Record) -> None:
        if self._form is not None:
            self._form.setParent(None)
            self._form.deleteLater()
        self._form = self._make(record)
        self._form.changed.connect(self.changed)
        self._inside.addWidget(self._form)


class GroupsEditor(Editor):
    """Groups of fields, of which there may be many: one open at a time, the others in a line."""

    def __init__(self, entry: Entry, make: MakeForm) -> None:
        self.add_button = button(say(ADD), "plus")
        self.add_button.setAccessibleName(say(ADD_TO).format(what=say(entry.about.label)))
        super().__init__(entry, self.add_button)
        self._make = make
        self._base: tuple[Record, ...] = ()
        self._parts: list[_Part] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(4))
        column = QVBoxLayout()
        column.addLayout(self._list)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.line.addLayout(column, 1)
        self.add_button.clicked.connect(self._add_new)

    def value(self) -> tuple[Record, ...]:
        """Return the groups, without those in which nothing was said."""
        records = ((part.base, part.record()) for part in self._parts)
        return tuple(r for base, r in records if base is not None or not _is_blank(r))

    def set_value(self, value: object) -> None:
        """Show the groups, all of them closed."""
        for part in tuple(self._parts):
            self._drop(part)
        self._base = value if isinstance(value, tuple) else ()
        for place, record in enumerate(self._base):
            self._add(record, place)

    def typed(self) -> object:
        """Return for each group where it came from and what was changed in it."""
        return [{"base": part.base, "typed": part.typed()} for part in self._parts] or None

    def set_typed(self, raw: object) -> None:
        """Show what a draft held of the groups."""
        base = self._base
        self.set_value(())
        self._base = base
        for kept in raw if isinstance(raw, list) else ():
            place = kept.get("base")
            known = isinstance(place, int) and place < len(base)
            part = self._add(base[place] if known else self.entry.kind(), place if known else None)
            if kept.get("typed"):
                part.restore(kept["typed"])

    def clear(self) -> None:
        """Take all groups away."""
        for part in tuple(self._parts):
            self._drop(part)

    def tidy(self) -> None:
        """Put the fields inside in order."""
        for part in self._parts:
            part.leave()

    def _add_new(self) -> None:
        part = self._add(self.entry.kind(), None)
        part.open()
        self.changed.emit()

    def _add(self, record: Record, base: int | None) -> "_Part":
        part = _Part(record, base, self._make, self.entry)
        part.changed.connect(self.changed)
        part.opened.connect(self._close_others)
        part.removed.connect(self._remove)
        self._parts.append(part)
        self._list.addWidget(part)
        self._number()
        tab_as_read(self)
        return part

    def _remove(self, part: "_Part") -> None:
        after = self._parts.index(part) + 1
        nearest = self._parts[after].head if after < len(self._parts) else self.add_button
        self._drop(part)
        nearest.setFocus()
        self.changed.emit()

    def _drop(self, part: "_Part") -> None:
        self._parts.remove(part)
        part.setParent(None)
        part.deleteLater()
        self._number()

    def _close_others(self, opened: "_Part") -> None:
        for part in self._parts:
            if part is not opened:
                part.close_form()

    def _number(self) -> None:
        for number, part in enumerate(self._parts, start=1):
            part.number(number)


class _Part(QWidget):
    """One of many groups: a line that says it, and its form once it is opened."""

    changed = Signal()
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, record: Record, base: int | None, make: MakeForm, entry: Entry) -> None:
        super().__init__()
        self.base = base
        self._record, self._make, self._entry = record, make, entry
        self._form: Any = None
        self._number = 1
        self.head: QPushButton = button("", "pencil", "quiet")
        self._bin = icon_button("trash-2", say(mark("Remove")))
        self._bin.clicked.connect(lambda: self.removed.emit(self))
        self.head.clicked.connect(self._toggle)
        line = QHBoxLayout()
        line.addWidget(self.head, 1)
        line.addWidget(self._bin)
        self._well = QFrame()
        self._well.setProperty("kind", "well")
        self._inside = QVBoxLayout(self._well)
        self._well.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self._well)

    def number(self, number: int) -> None:
        """Say which of the groups this is, and what is in it."""
        self._number = number
        try:
            text = summary(self.record())
        except Unreadable:  # the form inside says so
            text = ""
        said = say(mark("{number}. {what}")).format(number=number, what=text or say(EMPTY))
        self.head.setText(said.replace("&", "&&"))
        self._bin.setAccessibleName(say(mark("Remove number {number}")).format(number=number))

    def open(self) -> None:
        """Show the fields and put the keyboard into the first."""
        self._make_form()
        self._well.show()
        self._form.focus_first()
        self.opened.emit(self)

    def close_form(self) -> None:
        """Show the line only."""
        self._well.hide()
        self.number(self._number)

    def record(self) -> Record:
        """Return the group as it stands."""
        record: Record = self._record if self._form is None else self._form.record()
        return record

    def typed(self) -> dict[str, Any]:
        """Return what was changed in it."""
        return {} if self._form is None else self._form.typed()

    def restore(self, typed: dict[str, Any]) -> None:
        """Show what a draft held of it."""
        self._make_form()
        self._form.restore(typed)
        self.number(self._number)

    def leave(self) -> None:
        """Put the fields in order and say anew what is in it."""
        if self._form is not None:
            self._form.leave()
            self.number(self._number)

    def _toggle(self) -> None:
        if self._well.isVisible():
            self.close_form()
        else:
            self.open()

    def _make_form(self) -> None:
        if self._form is None:
            self._form = self._make(self._record)
            self._form.changed.connect(self.changed)
            self._inside.addWidget(self._form)
            tab_as_read(self)


ADD = mark("Add")
ADD_TO = mark("Add to: {what}")
EMPTY = mark("nothing written yet")


def summary(record: Record) -> str:
    """Return the first answers of a group in one line."""
    said: list[str] = []
    for entry in entries_of(type(record)):
        value = getattr(record, entry.name)
        if not entry.about.hidden and not entry.is_group and is_answered(value):
            said.append(written(value, say))
    return " - ".join(said[:SUMMARY])


def _is_blank(record: Record) -> bool:
    return all(
        not is_answered(getattr(record, entry.name)) or getattr(record, entry.name) == entry.empty
        for entry in entries_of(type(record))
    )
