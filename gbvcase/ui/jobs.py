"""Work that takes longer than a blink, done beside the screen, with progress and a way out."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal

from gbvcase.domain.errors import Cancelled, VaultDamaged

Result = TypeVar("Result")
Progress = Callable[[int, int], None]


class Job(QObject):
    """One piece of work. It belongs to the screen's thread, so its signals are heard there."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        work: Callable[[Progress], object],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        words: str = "",
    ) -> None:
        super().__init__()
        self.words = words
        self.error: Exception | None = None
        self.is_over = False  # its work is done, though the screen may not have heard of it yet
        self._work, self._done, self._failed = work, done, failed
        self._cancelled = Event()
        self.done.connect(self._hear_done)
        self.failed.connect(self._hear_failed)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; the transaction it is in undoes the rest."""
        self._cancelled.set()

    def run(self) -> None:
        """Do the work; called on a thread of the pool."""
        try:
            result = self._work(self._report)
        except Exception as error:  # noqa: BLE001 - the screen tells the person, or reports a bug
            self.is_over = True
            self.failed.emit(error)
        else:
            self.is_over = True
            self.done.emit(result)
        finally:
            self.ended.emit()

    def _report(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _hear_done(self, result: object) -> None:
        if not _is_gone(self._done):
            self._done(result)

    def parts(self) -> tuple[Any, Any, Any]:
        """Return the work, and who hears that it is done or has failed."""
        return self._work, self._done, self._failed

    def _hear_failed(self, error: Exception) -> None:
        self.error = error
        if not _is_gone(self._failed):
            self._failed(error)


class Jobs(QObject):
    """Runs jobs one after another, so that no two are in the vault at once."""

    began = Signal(object)  # a Job
    idle = Signal()
    damaged = Signal()  # some work met damage, whoever was told of it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # the one thread stays: it is wanted again at once
        self._jobs: list[Job] = []  # keeps each alive until it has ended
        self._is_closed = False

    def start(
        self,
        work: Callable[[Progress], Result],
        *,
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
        words: str = "",
        quiet: bool = False,
    ) -> Job:
        """Queue the work; `done` or `failed` is called on the screen's thread when it ends.

        `words`, already said, tell what is being done if it takes long; nobody hears of work that
        is `quiet`.
        Neither is called if the widget it belongs to is gone by then. Once the cabinet is being
        locked no work begins any more.
        """
        job = Job(work, done, failed, words)
        if self._is_closed:
            return job
        job.ended.connect(self._forget_ended)
        self._jobs.append(job)
        if not quiet:
            self.began.emit(job)  # before it can end: who watches it hears that it ends
        # not QRunnable.create: its wrapper outlives it, and Qt's next object there is taken for it
        self._pool.start(job.run)
        return job

    def is_busy(self) -> bool:
        """Tell whether some work has not ended."""
        return bool(self._jobs)

    def again(self, error: Exception) -> Callable[[], object] | None:
        """Return what does the work anew that has just failed with an error; None if none has."""
        for job in self._jobs:
            if job.error is error:
                work, done, failed = job.parts()
                return partial(self.start, work, done=done, failed=failed, words=job.words)
        return None

    def running(self) -> tuple[Job, ...]:
        """Return the jobs whose work is not done, the one that runs first.

        Who begins to watch one whose work is done already would never hear that it has ended.
        """
        return tuple(job for job in self._jobs if not job.is_over)

    def close(self, milliseconds: int = 10_000) -> bool:
        """Take no new work, stop what runs, and wait until nothing is in the vault any more."""
        self._is_closed = True
        for job in self._jobs:
            job.cancel()
        self._pool.clear()
        return self._pool.waitForDone(milliseconds)

    def _forget_ended(self) -> None:
        job = self.sender()
        self._jobs = [one for one in self._jobs if one is not job]
        if isinstance(job, Job) and isinstance(job.error, VaultDamaged):
            self.damaged.emit()
        if not self._jobs:
            self.idle.emit()


def _is_gone(call: Callable[..., object]) -> bool:
    """Tell whether a call goes to a widget that was deleted while the work was done."""
    if isinstance(call, partial):
        return _is_gone(call.func) or any(_is_dead(one) for one in call.args)
    if _is_dead(getattr(call, "__self__", None)):
        return True
    closure = getattr(call, "__closure__", None) or ()
    return any(_is_dead(cell.cell_contents) for cell in closure)


def _is_dead(owner: object) -> bool:
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)
