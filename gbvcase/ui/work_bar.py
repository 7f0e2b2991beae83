"""Long work: what is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from gbvcase.domain.errors import Cancelled
from gbvcase.domain.marking import mark
from gbvcase.ui.jobs import Job
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, one_line

QUIET_FOR = 500  # up to half a second of work nothing is said


class WorkBar(QFrame):
    """Shows work that takes longer than half a second, in words and numbers.

    Jobs are done one after another: the bar shows the one that runs, and stops that one.
    """

    stopped = Signal()  # by the person, with nothing changed

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "well")
        self._jobs: list[Job] = []
        self._asked: Job | None = None  # to stop
        self._words = one_line("")
        self._bar = QProgressBar()
        self._bar.setAccessibleName(say(mark("How far the work is")))
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(space(280))
        self._stop = button(say(mark("Stop")))
        self._stop.clicked.connect(self._cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(space(12), space(6), space(12), space(6))
        line.addWidget(self._words, 1)
        line.addWidget(self._bar, 1)
        line.addWidget(self._stop)
        self._wait = QTimer(self, singleShot=True, interval=QUIET_FOR)
        self._wait.timeout.connect(self._appear)
        self.hide()

    def watch(self, job: Job) -> None:
        """Watch a job until it ends."""
        self._jobs.append(job)
        job.progressed.connect(self._progress)
        job.ended.connect(self._end)
        if len(self._jobs) == 1:
            self._begin(job)

    def _begin(self, job: Job) -> None:
        self._bar.setRange(0, 0)
        self._words.setText(job.words or say(mark("Working...")))
        self._stop.setEnabled(True)
        if self.isHidden():
            self._wait.start()

    def _progress(self, done: int, total: int) -> None:
        job = self._jobs[0] if self._jobs else None
        if job is None or self.sender() is not job or total <= 1:
            return
        from gbvcase.domain.text import written_number  # the lock page does not wait for it

        self._bar.setRange(0, total)
        self._bar.setValue(done)
        text = say(mark("{what} {done} of {total}"))
        what = job.words or say(mark("Working..."))
        numbers = {"done": written_number(done, say), "total": written_number(total, say)}
        self._words.setText(text.format(what=what, **numbers))

    def _appear(self) -> None:
        if self._jobs:
            self.show()

    def _cancel(self) -> None:
        if self._jobs:
            self._stop.setEnabled(False)
            self._asked = self._jobs[0]
            self._asked.cancel()

    def _end(self) -> None:
        ended = self.sender()
        if ended is self._asked and isinstance(self._asked.error, Cancelled):
            self.stopped.emit()
        was_first = bool(self._jobs) and self._jobs[0] is ended
        self._jobs = [job for job in self._jobs if job is not ended]
        if not self._jobs:
            self._wait.stop()
            self.hide()
        elif was_first:
            self._begin(self._jobs[0])
