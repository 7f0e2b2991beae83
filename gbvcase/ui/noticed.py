"""What was noticed at the unlock, each in a strip of its own: it stays until it is dealt with."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.checking import check_now
from gbvcase.domain.errors import VaultDamaged
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.ui.daily_check import DailyCheck
from gbvcase.ui.idle import Idle
from gbvcase.ui.language import say
from gbvcase.ui.messages import announce
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, icon_button, label

if TYPE_CHECKING:
    from gbvcase.casework.upkeep import CabinetCheck
    from gbvcase.ui.workplace import Workplace

WORD = mark("go on")
WIDTH = 480
LOCKS_AFTER = 180_000
"""Milliseconds to write down what cannot be kept."""


def watch_damage(place: "Workplace", idle: Idle, *, is_first: bool) -> None:
    """Say what was noticed at the unlock, check once a day, and stop where damage is met."""
    noticed, stopped = Noticed(place, holding_only=not is_first), StoppedStrip()
    noticed.salvage_wanted.connect(place.salvage_wanted)
    stopped.lock_wanted.connect(place.lock_wanted)
    place.damage_met.connect(stopped.begin)
    place.jobs.damaged.connect(stopped.begin)
    place.strips.addWidget(noticed)
    place.strips.addWidget(stopped)
    DailyCheck(place, idle)


class Noticed(QWidget):
    """The strips above the page. Those that hold the cabinet read only cannot be closed."""

    salvage_wanted = Signal()

    def __init__(self, place: "Workplace", *, holding_only: bool = False) -> None:
        super().__init__()
        self._place = place
        self._vault = place.desk.vault
        self._strips: list[QFrame] = []
        self._holding: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        for notice in self._vault.notices:
            if notice.holds and self._vault.is_read_only:
                self._add(notice.said(say), is_stop=notice.stops)
            elif not notice.holds and not holding_only:
                self._add(notice.said(say), is_told=True)
        self.setVisible(bool(self._strips))

    def texts(self) -> list[str]:
        """Return what is being said."""
        return [strip.accessibleName() for strip in self._strips if not strip.isHidden()]

    def _add(self, text: str, *, is_stop: bool = False, is_told: bool = False) -> None:
        strip = QFrame()
        strip.setProperty("kind", "warn" if is_told else "bad")
        strip.setAccessibleName(text)
        line = QHBoxLayout(strip)
        line.setContentsMargins(space(20), space(6), space(8), space(6))
        line.setSpacing(space(8))
        line.addWidget(label(text), 1)
        if is_told:
            close = icon_button("x", say(mark("Close this message")))
            close.clicked.connect(strip.hide)
            line.addWidget(close)
        elif is_stop:
            again = button(say(mark("Check again")), kind="quiet")
            again.clicked.connect(self._check)
            save = button(say(mark("Save what can be read...")))
            save.clicked.connect(self.salvage_wanted)
            line.addWidget(again)
            line.addWidget(save)
        else:
            go_on = button(say(mark("Go on all the same...")))
            go_on.clicked.connect(self._ask)
            line.addWidget(go_on)
        self._column.addWidget(strip)
        self._strips.append(strip)
        if not is_told:
            self._holding.append(strip)
        announce(self, text)

    def _ask(self) -> None:
        held = [notice.said(say) for notice in self._vault.notices if notice.holds]
        if GoOnDialog(self, held).exec() == QDialog.DialogCode.Accepted:
            vault = self._vault
            self._place.jobs.start(
                lambda _progress: vault.go_on(), done=self._went_on, failed=self._place.failed
            )

    def _went_on(self, _done: object) -> None:
        self._release()
        text = mark("The cabinet can be written to again. The journal tells of it.")
        self._place.note(say(text))

    def _check(self) -> None:
        desk = self._place.desk
        self._place.jobs.start(
            partial(check_now, desk),
            done=self._checked,
            failed=self._place.failed,
            words=say(mark("Checking the cabinet...")),
        )

    def _checked(self, found: "CabinetCheck") -> None:
        if found.is_damaged:
            self._place.failed(VaultDamaged())
            return
        if not self._vault.is_read_only:
            self._release()
        self._place.note(" ".join(found.said(say)))

    def _release(self) -> None:
        """The cabinet can be written to again: what held it is no longer said."""
        for strip in self._holding:
            strip.hide()


class StoppedStrip(QFrame):
    """Says that nothing can be kept any more: what is half typed goes onto paper, then it locks."""

    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bad")
        text = mark(
            "Nothing is written any more. Words that are not saved yet cannot be kept: "
            "write them down on paper, then lock."
        )
        self.setAccessibleName(say(text))
        lock = button(say(mark("Lock now")), "lock")
        lock.clicked.connect(self.lock_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(20), space(6), space(20), space(6))
        line.addWidget(label(say(text)), 1)
        line.addWidget(lock)
        self._timer = QTimer(self, singleShot=True, interval=LOCKS_AFTER)
        self._timer.timeout.connect(self.lock_wanted)
        self.hide()

    def begin(self) -> None:
        """Say it, and lock some minutes later by itself."""
        if self.isHidden():
            self.show()
            self._timer.start()
            announce(self, self.accessibleName())


class GoOnDialog(QDialog):
    """Asks for a typed word: what the mark remembers is given up, and the journal tells of it."""

    def __init__(self, parent: QWidget, sentences: list[str]) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.line = QLineEdit()
        self.line.textChanged.connect(self._look)
        self._go_on = button(say(mark("Go on all the same")), kind="danger")
        self._go_on.setEnabled(False)
        self._go_on.setDefault(True)
        self._go_on.clicked.connect(self.accept)
        stay = button(say(mark("Only read")))
        stay.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(20), space(20), space(16))
        column.setSpacing(space(12))
        for sentence in sentences:
            column.addWidget(label(sentence))
        text = mark(
            "If you have a newer copy, do not go on: lock the workbook and put the copy in its "
            "place. What was written since is not in this one."
        )
        column.addWidget(label(say(text), "note"))
        words = QLabel(say(mark("Type \u201c{word}\u201d to go on:")).format(word=say(WORD)))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words.setBuddy(self.line)
        self.line.setAccessibleName(words.text())
        asked = QVBoxLayout()
        asked.setSpacing(space(4))
        asked.addWidget(words)
        asked.addWidget(self.line)
        column.addLayout(asked)
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addStretch(1)
        line.addWidget(stay)
        line.addWidget(self._go_on)
        column.addSpacing(space(8))
        column.addLayout(line)
        self.setFixedWidth(space(WIDTH))
        self.setMinimumHeight(column.totalHeightForWidth(space(WIDTH)))  # no line is cut off

    def _look(self, text: str) -> None:
        self._go_on.setEnabled(folded(text).split() == folded(say(WORD)).split())
