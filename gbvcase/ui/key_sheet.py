"""The sheet of keys: the same table that binds them, on the screen and on paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.keys import Key, keys_of, shown_keys
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.settings import preferences
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import button, label, one_line, scrolling

if TYPE_CHECKING:
    from gbvcase.ui.workplace import Workplace

LARGE = 150


class KeySheet(QDialog):
    """All keys, what they do and where; it can be printed while a cabinet is open."""

    def __init__(self, parent: QWidget, place: "Workplace | None" = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(mark("Workbook")))
        self._place = place
        close = button(say(mark("Close")), kind="main")
        close.clicked.connect(self.accept)
        buttons = [close]
        if place is not None:
            self.print_button = button(say(mark("Print...")), "printer")
            self.print_button.clicked.connect(self._print)
            buttons.insert(0, self.print_button)
        self._area = scrolling(_table())
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        self._area.setAccessibleName(say(mark("Sheet of keys")))
        self._area.setAccessibleDescription("\n".join(": ".join(row) for row in said_keys()))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(16), space(12), space(12))
        title = label(say(mark("Sheet of keys")), "title")
        title.setContentsMargins(space(16), 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self._area, 1)
        column.addLayout(at_the_end(*buttons))
        self._area.setFocus()
        room = parent.window().size()
        self.resize(min(space(720), room.width() - 40), min(space(640), room.height() - 40))

    def _print(self) -> None:
        place = self._place
        assert place is not None
        self.accept()
        from gbvcase.casework.key_paper import keys_paper

        rows, day, title = said_keys(), place.desk.today(), say(mark("Sheet of keys"))
        place.jobs.start(
            lambda _progress: keys_paper(rows, day, say),
            done=lambda pdf: place.go("preview", paper=pdf, title=title, of_nobody="keys"),
            failed=place.failed,
        )


def said_keys() -> tuple[tuple[str, str, str], ...]:
    """Return each line of the table in the language of the screen: keys, what they do, where."""
    return tuple((keys_in_words(key), say(key.does), say(key.where)) for key in shown_keys())


def keys_in_words(key: Key) -> str:
    """Return the first key of a line as it stands on the keyboard."""
    if key.name == "page_1":
        return "Ctrl+1 ... Ctrl+7"
    first = keys_of(key, preferences.current.hide_key)[0]
    kept = QKeySequence.SequenceFormat.PortableText
    return QKeySequence.fromString(first, kept).toString(kept)


def _table() -> QWidget:
    inner = QWidget()
    grid = QGridLayout(inner)
    grid.setContentsMargins(space(16), space(8), space(16), space(8))
    grid.setHorizontalSpacing(space(20))
    grid.setVerticalSpacing(space(6))
    stacked = percent() >= LARGE
    for row, (keys, does, where) in enumerate(said_keys()):
        if stacked:
            grid.addWidget(one_line(keys, "strong"), 2 * row, 0)
            grid.addWidget(label(f"{does} ({where})"), 2 * row + 1, 0)
            continue
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(one_line(keys, "strong"), row, 0, top)
        grid.addWidget(label(does), row, 1, top)
        grid.addWidget(one_line(where, "note"), row, 2, top)
    grid.setColumnStretch(0 if stacked else 1, 1)
    return inner
