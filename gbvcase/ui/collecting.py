"""Python clears up what refers to itself on the screen's thread, and on no other.

It would do so on whichever thread happens to make the next object. Among what it finds are parts of
pages that were left; ended on the thread of the jobs they take the program with them (PySide6 6.11,
met while a history was read and another page was being made).
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two looks; a look that finds little to do costs nothing to be felt."""


class Collector(QObject):
    """Does what Python would do by itself, with its own measures of when it is worth it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Clear up the youngest, or more, if enough has come together since the last time."""
        oldest = -1
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        ):
            if count <= most:
                break
            oldest = generation
        if oldest >= 0:
            gc.collect(oldest)
