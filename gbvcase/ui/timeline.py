"""The story of a case: one line for each thing that was done, newest first (S4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.cases import Change, history
from gbvcase.casework.taking_back import may_take_back, take_back
from gbvcase.domain.case import Case
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written, written_date
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.icons import icon
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import EmptyState, button, label, scrolling

AT_ONCE = 40
NAMED = 4
SENTENCES = {
    "made": mark("{who} added: {record}"),
    "removed": mark("{who} took out: {record}"),
    "changed": mark("{who} changed {record}: {fields}"),
}
ICONS = {"made": "plus", "removed": "trash-2", "changed": "pencil"}


@dataclass(frozen=True)
class Event:
    """What one person did to one record at one time."""

    at: datetime
    by: str
    what: str
    record: str  # a marked name
    changes: tuple[Change, ...]


def events_of(changes: Sequence[Change]) -> Iterator[Event]:
    """Put changes of one record at one time together."""
    key = lambda c: (c.at, c.by, c.what, c.record_id)  # noqa: E731 - only here
    for (at, by, what, _record), together in groupby(changes, key=key):
        found = tuple(one for one in together if not _repeats(one))
        if not found:
            continue
        yield Event(at, by, what, found[0].record_name, found)


def _repeats(change: Change) -> bool:
    """Tell whether a change only repeats another: a state, in the list of all states."""
    return change.entry is not None and change.entry.name == "status_history"


class Timeline(QWidget):
    """Reads the history beside the screen; old values are shown when they are asked for."""

    changed = Signal()

    def __init__(self, frame: Frame, case: Case) -> None:
        super().__init__()
        self._frame = frame
        self._case_id = case.head.id
        self._events: tuple[Event, ...] = ()
        self._shown = AT_ONCE
        self._kind = CalmComboBox()
        self._kind.setAccessibleName(say(mark("Show")))
        self._kind.activated.connect(lambda _row: self._draw())
        page = QWidget()
        page.setProperty("kind", "page")
        self._lines = QVBoxLayout(page)
        self._lines.setContentsMargins(0, 0, space(8), 0)
        self._lines.setSpacing(space(4))
        top = QHBoxLayout()
        top.addWidget(label(say(mark("Show"))))
        top.addWidget(self._kind)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(8), 0, 0)
        column.addLayout(top)
        column.addWidget(scrolling(page), 1)
        desk, case_id = frame.desk, case.head.id
        frame.jobs.start(
            lambda _progress: history(desk, case_id), done=self._show, failed=frame.failed
        )

    def act(self, key: str) -> bool:
        """Choose what is shown with Ctrl+F."""
        if key == "find":
            self._kind.setFocus()
            return True
        return False

    def _show(self, changes: tuple[Change, ...]) -> None:
        self._events = tuple(events_of(changes))
        self._kind.clear()
        self._kind.addItem(say(mark("Everything")), "")
        for name in dict.fromkeys(event.record for event in self._events):
            self._kind.addItem(say(name), name)
        self._draw()

    def _draw(self) -> None:
        empty_out(self._lines)
        wanted = self._kind.currentData()
        events = [event for event in self._events if not wanted or event.record == wanted]
        if not events:
            self._lines.addWidget(EmptyState(say(mark("Nothing was written down yet.")), []))
        day = ""
        for event in events[: self._shown]:
            today = written_date(event.at.astimezone(self._frame.desk.now().tzinfo).date())
            if today != day:
                day = today
                self._lines.addWidget(label(day, "strong"))
            line = EventLine(event, self._frame.desk.now())
            line.wanted_back.connect(self._take_back)
            self._lines.addWidget(line)
        if len(events) > self._shown:
            older = button(say(mark("Show older")))
            older.clicked.connect(self._show_older)
            self._lines.addWidget(older, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addStretch(1)

    def _take_back(self, change: Change) -> None:
        desk, case_id = self._frame.desk, self._case_id

        def done(_case: Case) -> None:
            assert change.entry is not None
            said = say(mark("{field} has its earlier value again."))
            self._frame.note(said.format(field=say(change.entry.about.label)))
            self.changed.emit()

        self._frame.jobs.start(
            lambda _progress: take_back(desk, case_id, change), done=done, failed=self._frame.failed
        )

    def _show_older(self) -> None:
        self._shown += AT_ONCE
        self._draw()


class EventLine(QFrame):
    """One line of the story; the values before and after come when they are asked for."""

    wanted_back = Signal(object)  # the Change whose old value is to be the value again

    def __init__(self, event: Event, now: datetime) -> None:
        super().__init__()
        self._event = event
        self.setProperty("kind", "card")
        self._details = QWidget()
        self._details.hide()
        time = label(f"{event.at.astimezone(now.tzinfo):%H:%M}", "note")
        time.setFixedWidth(space(48))
        sign = label("")
        sign.setPixmap(icon(ICONS[event.what], "text2").pixmap(space(18), space(18)))
        sign.setFixedWidth(space(24))
        line = QHBoxLayout()
        line.addWidget(time)
        line.addWidget(sign)
        line.addWidget(label(self._sentence()), 1)
        if event.what == "changed":
            more = button(say(mark("Show the values")), kind="quiet")
            more.clicked.connect(self._toggle)
            line.addWidget(more)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(6), space(8), space(6))
        column.addLayout(line)
        column.addWidget(self._details)

    def _sentence(self) -> str:
        event = self._event
        names = [say(c.entry.about.label) for c in event.changes if c.entry is not None]
        fields = ", ".join(names[:NAMED])
        if len(names) > NAMED:
            fields = say(mark("{fields} and {count} more")).format(
                fields=fields, count=len(names) - NAMED
            )
        return say(SENTENCES[event.what]).format(
            who=event.by, record=say(event.record), fields=fields
        )

    def _toggle(self) -> None:
        if self._details.layout() is None:
            column = QVBoxLayout(self._details)
            column.setContentsMargins(space(72), 0, 0, 0)
            for change in self._event.changes:
                if change.entry is not None:
                    said = say(mark("{field}: {old} → {new}")).format(
                        field=say(change.entry.about.label),
                        old=written(change.old, say) or "-",
                        new=written(change.new, say) or "-",
                    )
                    line = QHBoxLayout()
                    line.addWidget(label(said, "note"), 1)
                    if may_take_back(change):
                        line.addWidget(self._back_button(change))
                    column.addLayout(line)
        self._details.setVisible(self._details.isHidden())

    def _back_button(self, change: Change) -> QWidget:
        assert change.entry is not None
        back = button(say(mark("Take this value back")), kind="quiet")
        name = say(mark("Take back the earlier value of {field}"))
        back.setAccessibleName(name.format(field=say(change.entry.about.label)))
        back.clicked.connect(lambda: self.wanted_back.emit(change))
        return back
