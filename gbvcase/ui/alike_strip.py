"""A quiet strip that says which cases may be of the same person; it never blocks."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.cases import load
from gbvcase.casework.likeness import Alike, alike
from gbvcase.domain.case import Case
from gbvcase.domain.fields import entry_named, is_answered
from gbvcase.domain.marking import mark
from gbvcase.domain.people import Client
from gbvcase.domain.text import written
from gbvcase.domain.values import PartialDate, Place
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

AFTER = 250  # milliseconds after the last change
COMPARED = ("full_name", "other_names", "sex", "dob", "address_current", "ethnicity")


class AlikeStrip(QFrame):
    """Looks for the same person while name, birth and commune are typed."""

    is_same = Signal(str)  # the id of the case that is of the same person

    def __init__(self, frame: Frame, person: Callable[[], Client]) -> None:
        super().__init__()
        self.setProperty("kind", "info")
        self._frame, self._person = frame, person
        self._found: tuple[Alike, ...] = ()
        self._not_the_same: set[str] = set()
        self._asked: tuple[Any, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._look)
        self._text = label("")
        compare = button(say(mark("Compare")))
        compare.clicked.connect(self._compare)
        other = button(say(mark("Not the same")), kind="quiet")
        other.clicked.connect(self._dismiss)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(12), space(6), space(8), space(6))
        line.addWidget(self._text, 1)
        line.addWidget(compare)
        line.addWidget(other)
        self.hide()

    def touch(self) -> None:
        """Note that the name, the birth or the commune may have changed."""
        self._timer.start()

    def _look(self) -> None:
        person = self._person()
        name = person.full_name if isinstance(person.full_name, str) else ""
        year = person.dob.year if isinstance(person.dob, PartialDate) else None
        place = person.address_current
        commune = place.commune if isinstance(place, Place) else None
        asked = (name, year, commune)
        if asked == self._asked:
            return
        self._asked = asked
        if not name:
            self._show(())
            return
        self._frame.jobs.start(
            lambda _progress: alike(self._frame.desk, name, year, commune),
            done=self._show,
            failed=self._frame.failed,
        )

    def _show(self, found: tuple[Alike, ...]) -> None:
        self._found = tuple(one for one in found if one.id not in self._not_the_same)
        self.setVisible(bool(self._found))
        if self._found:
            first = self._found[0]
            matched = ", ".join(say(part) for part in first.matched)
            if len(self._found) == 1:
                text = say(mark("A case may be of the same person: {code} (same {matched})."))
            else:
                text = say(
                    mark("Cases that may be of the same person: {count}, first {code} ({matched}).")
                )
            self._text.setText(
                text.format(count=len(self._found), code=first.code, matched=matched)
            )

    def _dismiss(self) -> None:
        self._not_the_same |= {one.id for one in self._found}
        self.hide()

    def _compare(self) -> None:
        chosen = self._found[0]
        self._frame.jobs.start(
            lambda _progress: load(self._frame.desk, chosen.id),
            done=self._show_both,
            failed=self._frame.failed,
        )

    def _show_both(self, case: Case) -> None:
        if SideBySide(self, self._person(), case).exec():
            self.is_same.emit(case.head.id)
        else:
            self._not_the_same.add(case.head.id)
            self._show(self._found)


class SideBySide(QDialog):
    """What is typed beside what a case says, line by line."""

    def __init__(self, parent: QWidget, typed: Client, case: Case) -> None:
        super().__init__(parent)
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(560))
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(16))
        grid.setVerticalSpacing(space(8))
        grid.addWidget(label(say(mark("Typed now")), "strong"), 0, 1)
        grid.addWidget(label(str(case.head.code), "strong"), 0, 2)
        for row, name in enumerate(COMPARED, start=1):
            about = entry_named(Client, name).about
            grid.addWidget(label(say(about.label), "note"), row, 0)
            for column, client in ((1, typed), (2, case.client)):
                value = getattr(client, name)
                text = written(value, say) if is_answered(value) else "-"
                grid.addWidget(label(text), row, column)
        same = button(say(mark("It is the same person")))
        same.clicked.connect(self.accept)
        other = button(say(mark("Not the same")))
        other.clicked.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.addWidget(label(say(mark("Compare")), "section"))
        lines.addLayout(grid)
        lines.addLayout(at_the_end(other, same))
