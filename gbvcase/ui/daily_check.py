"""The daily check of the cabinet: by itself, when nobody is typing, and out of everybody's way."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from gbvcase.domain.errors import Cancelled, VaultDamaged
from gbvcase.ui.idle import Idle
from gbvcase.ui.jobs import Job, Progress
from gbvcase.ui.language import say

if TYPE_CHECKING:
    from gbvcase.casework.desk import Desk
    from gbvcase.casework.upkeep import CabinetCheck
    from gbvcase.ui.workplace import Workplace

QUIET_SECONDS = 30
LOOKS_EVERY = 10_000
"""Milliseconds between two looks at whether anybody is typing."""


class DailyCheck(QObject):
    """Waits for half a minute without a key, and stops at once when other work comes.

    A check reads every page: 0.2 s for a thousand cases, 23 s for a hundred thousand. It runs on
    the thread of the vault, so a draft would wait for it; a person who types never does.
    """

    def __init__(self, place: "Workplace", idle: Idle) -> None:
        super().__init__(place)
        self._place, self._idle = place, idle
        self._job: Job | None = None
        self._is_running = False
        place.jobs.began.connect(self._give_way)
        self._timer = QTimer(self, interval=LOOKS_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Begin if nobody is typing, nothing else is done, and it was not done today."""
        jobs, desk = self._place.jobs, self._place.desk
        if jobs.is_busy() or self._is_running or desk.vault.is_read_only:
            return
        if self._idle.seconds() < QUIET_SECONDS:
            return
        self._is_running = True
        self._job = jobs.start(
            partial(_checked, desk),
            done=self._ended,
            failed=self._failed,
            quiet=True,
        )

    def _give_way(self, _other: object) -> None:
        if self._job is not None and self._is_running:
            self._job.cancel()

    def _ended(self, found: "CabinetCheck | None") -> None:
        self._is_running = False
        if found is None or found.is_whole:
            return
        self._timer.stop()
        if found.is_damaged:
            self._place.failed(VaultDamaged())
        else:
            self._place.trouble.tell(" ".join(found.said(say)))

    def _failed(self, error: Exception) -> None:
        self._is_running = False
        if not isinstance(error, Cancelled):
            self._timer.stop()
            self._place.failed(error)


def _checked(desk: "Desk", progress: Progress) -> "CabinetCheck | None":
    """Check if that was not done today; None if it was."""
    from gbvcase.casework.checking import check_now, is_check_due

    return check_now(desk, progress) if is_check_due(desk) else None
