"""Locking ends this process: what it has read stays in its memory, whatever is closed."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

HIDDEN = "--hidden"


def command(folder: Path | None, *, hidden: bool = False) -> tuple[str, list[str]]:
    """Return the program and the arguments that show the lock page in a fresh process."""
    arguments = ["-m", "gbvcase.ui.app"]
    if hidden:
        arguments.append(HIDDEN)
    if folder is not None:
        arguments.append(str(folder))
    return sys.executable, arguments


def start_afresh(folder: Path | None, *, hidden: bool = False) -> bool:
    """Start a fresh process on the lock page; it lives on when this one ends."""
    program, arguments = command(folder, hidden=hidden)
    started = QProcess.startDetached(program, arguments)
    return bool(started[0] if isinstance(started, tuple) else started)
