"""What every editor is: a widget in which one field is answered, and read again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QWidget

from gbvcase.domain.fields import Entry
from gbvcase.domain.values import Scan
from gbvcase.ui import theme
from gbvcase.ui.theme import space

SCROLL_BAR = 16
Choice = tuple[str, str]
"""What a field may refer to: its id, and what is shown for it."""


class Files(Protocol):
    """Where a form keeps a file that was chosen, and how it shows one."""

    def keep(self, path: Path, done: Callable[[Scan], object]) -> None: ...
    def show(self, parent: QWidget, scan: Scan) -> None: ...


@dataclass(frozen=True)
class Around:
    """What a form must know beyond its record: the time, and what may be referred to."""

    now: Callable[[], datetime]
    choices: Mapping[str, Sequence[Choice]] = field(default_factory=dict)  # by `refers_to`
    files: Files | None = None  # none: files are shown by their names only
    uncovered: Callable[[str], object] | None = None  # hears which covered field was asked for

    def today(self) -> date:
        """Return the day at this desk."""
        return self.now().date()


class Editor(QWidget):
    """Shows a value and gives back what was typed; what cannot be read raises Unreadable.

    `field` is the widget that takes the keyboard. `typed` and `set_typed` carry the answer as it
    stands on the screen, readable or not, as plain values for a draft.
    """

    changed = Signal()

    def __init__(self, entry: Entry, field: QWidget) -> None:
        super().__init__()
        self.entry = entry
        self.field = field
        field.setObjectName(entry.name)
        self.setFocusProxy(field)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        theme.changes.changed.connect(self.fit_text)

    def value(self) -> Any:
        """Return the answer, None for none; raise Unreadable if it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        raise NotImplementedError

    def typed(self) -> Any:
        """Return what stands in the widget, as a draft keeps it; None if nothing does."""
        raise NotImplementedError

    def set_typed(self, raw: Any) -> None:
        """Show what `typed` gave."""
        raise NotImplementedError

    def clear(self) -> None:
        """Take the answer away."""
        self.set_value(None)

    def tidy(self) -> None:
        """Put spaces and letters in order; called when the field is left, never while typing."""

    def understood(self) -> str:
        """Return a line that says how the answer was read, or an empty text."""
        return ""

    def fit_text(self) -> None:
        """Take the size that belongs to the size of the text; called when that has changed."""

    def open_choices(self) -> bool:
        """Open the list of answers, if the widget has one of its own."""
        return False


class CalmComboBox(QComboBox):
    """A list of answers that the wheel of the mouse cannot change in passing."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()


class WrappingRow(QWidget):
    """Widgets side by side, one under the other where they do not fit."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        self._fitted = -1_000
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        for widget in self._widgets:
            self._box.addWidget(widget)
        self._box.addStretch(1)

    def fit(self, width: int) -> None:
        """Choose the direction for a width; a scroll bar that comes or goes changes nothing.

        Otherwise one under the other could need a scroll bar, which could leave too little room
        side by side, and so on without end.
        """
        slack = space(SCROLL_BAR)
        if abs(width - self._fitted) <= slack:
            return
        self._fitted = width
        needed = sum(w.sizeHint().width() + self._box.spacing() for w in self._widgets)
        down = needed + slack > width
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        )
        self._box.setSpacing(0 if down else 12)
