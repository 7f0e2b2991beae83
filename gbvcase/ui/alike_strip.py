"""A quiet strip that says which cases may be of the same person; it never blocks."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from gbvcase.casework.cases import load
from gbvcase.casework.likeness import Alike, alike
from gbvcase.domain.case import Case
from gbvcase.domain.codes import Role
from gbvcase.domain.marking import mark
from gbvcase.domain.people import Client
from gbvcase.domain.places import current_of
from gbvcase.domain.values import PartialDate, Place
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame
from gbvcase.ui.side_by_side import SideBySide
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

AFTER = 200  # milliseconds after the last change: with the looking it is less than 300


class AlikeStrip(QFrame):
    """Looks for the same person while name, birth, commune and telephone are typed."""

    is_same = Signal(object)  # the case that is of the same person

    def __init__(self, frame: Frame, person: Callable[[], Client]) -> None:
        super().__init__()
        self.setProperty("kind", "info")
        self._frame, self._person = frame, person
        self._found: tuple[Alike, ...] = ()
        self._not_the_same: set[str] = set()
        self._asked: tuple[Any, ...] = ()
        # whoever receives people learns that there is a case, and nothing of it
        self._may_see = frame.desk.profile.role is not Role.RECEPTION
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._look)
        self._text = label("")
        self.compare: QPushButton = button(say(mark("Compare")))
        self.compare.clicked.connect(self._compare)
        if not self._may_see:
            self.compare.hide()
        other = button(say(mark("Not the same")), kind="quiet")
        other.clicked.connect(self._dismiss)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(12), space(6), space(8), space(6))
        line.addWidget(self._text, 1)
        line.addWidget(self.compare)
        line.addWidget(other)
        self.hide()

    def touch(self) -> None:
        """Note that the name, the birth, the commune or the telephone may have changed."""
        self._timer.start()

    def begin(self) -> None:
        """Forget the person before: another intake begins."""
        self._timer.stop()
        self._found, self._asked = (), ()
        self._not_the_same.clear()
        self.hide()

    def _look(self) -> None:
        person = self._person()
        name = person.full_name if isinstance(person.full_name, str) else ""
        year = person.dob.year if isinstance(person.dob, PartialDate) else None
        place = person.address_current
        commune = current_of(place) if isinstance(place, Place) else None
        phone = person.phone_safe if isinstance(person.phone_safe, str) else ""
        asked = (name, year, commune, phone)
        if asked == self._asked:
            return
        self._asked = asked
        if not name and not phone:
            self._show(())
            return
        desk = self._frame.desk
        self._frame.jobs.start(
            lambda _progress: alike(desk, name, year, commune, phone),
            done=self._show,
            failed=self._frame.failed,
        )

    def _show(self, found: tuple[Alike, ...]) -> None:
        self._found = tuple(one for one in found if one.id not in self._not_the_same)
        self.setVisible(bool(self._found))
        if not self._found:
            return
        first, number = self._found[0], len(self._found)
        matched = matched_in_words(first)
        if not self._may_see:
            text = say(mark("There may be a case of this person already. Ask who is in charge."))
        elif number == 1:
            text = say(mark("A case may be of the same person: {code} (same {matched})."))
        else:
            text = say(
                mark("Cases that may be of the same person: {count}, first {code} ({matched}).")
            )
        self._text.setText(text.format(count=number, code=first.code, matched=matched))

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
        found = next((one for one in self._found if one.id == case.head.id), None)
        matched = matched_in_words(found) if found else ""
        dialog = SideBySide(self, self._person(), case, matched)
        dialog.exec()
        is_same = dialog.is_same
        dialog.deleteLater()
        if is_same:
            self.is_same.emit(case)
        elif is_same is False:
            self._not_the_same.add(case.head.id)
            self._show(self._found)


def matched_in_words(one: Alike) -> str:
    """Return what of a case is like what was typed."""
    return ", ".join(say(part) for part in one.matched)
