"""Gives memory back when nothing has been done for a while: no work waits for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from gbvcase.ui.workplace import Workplace

AFTER = 5_000
"""Milliseconds without any work in the vault."""


class Resting(QObject):
    """Forgets the pages of the vault that were read, once nothing more is asked for.

    They take up to 64 MB, and hold what people told. The next work reads those that it needs anew,
    which takes less than a blink: 0.1 s for a list of 100,000 cases instead of 0.06 s. So do the
    rows of a list that is not seen.
    """

    def __init__(self, place: "Workplace") -> None:
        super().__init__(place)
        self._place = place
        self._has_rested = False
        self._timer = QTimer(self, interval=AFTER, singleShot=True)
        self._timer.timeout.connect(self.rest)
        place.jobs.began.connect(self._work)
        place.jobs.idle.connect(self._wait)

    def is_due(self) -> bool:
        """Tell whether it waits to rest."""
        return self._timer.isActive()

    def rest(self) -> None:
        """Give back what is not needed now."""
        jobs, vault = self._place.jobs, self._place.desk.vault
        if not jobs.is_busy():
            self._place.rest()
            jobs.start(
                lambda _progress: vault.rest(), done=self._rested, failed=self._rested, quiet=True
            )

    def _work(self, _job: object) -> None:
        self._has_rested = False
        self._timer.stop()

    def _wait(self) -> None:
        if not self._has_rested:
            self._timer.start()
        self._has_rested = False

    def _rested(self, _result: object) -> None:
        self._has_rested = True  # what ends now is the rest itself
