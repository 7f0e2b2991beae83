"""Settings of what may leave the cabinet: each way out can be closed."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gbvcase.casework.ways_out import WAYS_OUT, WayOut, open_ways, set_open
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame
from gbvcase.ui.settings_parts import Section, add_switch
from gbvcase.ui.widgets import Card, label


class LeavingSection(Section):
    """A switch for each way out; the journal knows who changed it, and of all that leaves."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        card = Card(say(mark("What may leave")))
        note = mark(
            "The journal of the cabinet tells of everything that leaves, and of a change here."
        )
        card.add(label(say(note), "note"))
        self.switches: dict[str, QCheckBox] = {}
        for way in WAYS_OUT:
            self._add(card, way)
        self.put(card)
        self._read()

    def first_field(self) -> QWidget:
        """Return the first switch."""
        return next(iter(self.switches.values()))

    def _add(self, card: Card, way: WayOut) -> None:
        def take(is_open: bool) -> None:
            self._keep(way, is_open)

        is_open = way.is_open_at_first
        self.switches[way.name] = add_switch(card, way.name, way.words, way.note, is_open, take)

    def _read(self) -> None:
        desk = self.frame.desk
        self.frame.jobs.start(
            lambda _progress: open_ways(desk), done=self._show, failed=self.frame.failed
        )

    def _show(self, is_open: frozenset[str]) -> None:
        for name, switch in self.switches.items():
            switch.blockSignals(True)
            switch.setChecked(name in is_open)
            switch.blockSignals(False)

    def _keep(self, way: WayOut, is_open: bool) -> None:
        desk = self.frame.desk

        def failed(error: Exception) -> None:
            self._read()  # the switch stands as it is kept
            self.frame.failed(error)

        self.frame.jobs.start(
            lambda _progress: set_open(desk, way, is_open), done=_nothing, failed=failed
        )


def _nothing(_result: None) -> None:
    """The switch itself shows it."""
