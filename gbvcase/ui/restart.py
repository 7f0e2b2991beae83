"""Locking ends this process: what it has read stays in its memory, whatever is closed."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

WINDOW = "--window"
"""The first argument of an installed program that asks for the window, with what follows."""

HIDDEN = "--hidden"
FRESH = "PYINSTALLER_RESET_ENVIRONMENT"
"""Tells the loader of an installed program that the new process is no part of this one."""


def command(folder: Path | None, *, hidden: bool = False) -> tuple[str, list[str]]:
    """Return the program and the arguments that show the lock page in a fresh process.

    An installed program is one file that knows no modules: it is asked by its own argument.
    """
    arguments = [WINDOW] if is_installed() else ["-m", "gbvcase.ui.app"]
    if hidden:
        arguments.append(HIDDEN)
    if folder is not None:
        arguments.append(str(folder))
    return sys.executable, arguments


def wanted(arguments: list[str]) -> tuple[Path | None, bool]:
    """Return the folder and whether to stay hidden: what `command` has put into the arguments."""
    words = [one for one in arguments if one not in (WINDOW, HIDDEN)]
    return (Path(words[0]) if words else None), HIDDEN in arguments


def is_installed() -> bool:
    """Tell whether this is the installed program, which is its own interpreter."""
    return bool(getattr(sys, "frozen", False))


def start_afresh(folder: Path | None, *, hidden: bool = False) -> bool:
    """Start a fresh process on the lock page; it lives on when this one ends."""
    program, arguments = command(folder, hidden=hidden)
    process = QProcess()
    process.setProgram(program)
    process.setArguments(arguments)
    if is_installed():
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert(FRESH, "1")
        process.setProcessEnvironment(environment)
    started = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)
