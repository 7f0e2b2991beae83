"""Writes the mark soon after what it tells of, without making anybody wait for it."""

from pathlib import Path
from threading import Lock, Timer

from gbvcase.sealing.keys import wipe
from gbvcase.vault import mark
from gbvcase.vault.mark import Mark

LATEST_SECONDS = 1.5


class MarkKeeper:
    """The head of the journal that is still to be written into the mark."""

    def __init__(self, folder: Path, witness: bytearray, written: Mark | None) -> None:
        self._folder = folder
        self._witness = witness
        self._turn = Lock()
        self._written = written
        self._last = written
        self._waiting: Timer | None = None

    def grown(self, head: Mark) -> None:
        """Take note of how far the vault has grown; the mark follows within two seconds."""
        with self._turn:
            self._last = head
            if head != self._written and self._waiting is None:
                self._waiting = Timer(LATEST_SECONDS, self._later)
                self._waiting.daemon = True
                self._waiting.start()

    def write(self) -> None:
        """Write the mark now, if it does not say it already; raise OSError if the disk refuses."""
        with self._turn:
            self._write()

    def end(self) -> None:
        """Write no more, and forget the key."""
        with self._turn:
            self._forget_timer()
            self._last = self._written = None
            wipe(self._witness)

    def _write(self) -> None:
        self._forget_timer()
        if self._last is not None and self._last != self._written:
            mark.save(self._folder, self._last, self._witness)
            self._written = self._last

    def _forget_timer(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _later(self) -> None:
        with self._turn:
            if self._waiting is None:
                return
            try:
                self._write()
            except OSError:
                return  # tried again after the next change, and when the vault is locked
