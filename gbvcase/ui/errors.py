"""How an error reaches the person at the screen, and what is kept of a fault of the program."""

import traceback
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path

from gbvcase.casework.cabinets import NEUTRAL
from gbvcase.domain.errors import (
    Cancelled,
    DiskFailing,
    DiskFull,
    GbvcaseError,
    NotEnoughMemory,
    VaultDamaged,
    VaultFromNewerProgram,
)
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say

MOST_BYTES = 200_000

FAULT = mark("There is a fault in the program. Your draft was kept.")
EARLY = mark("There is a fault in the program. Nothing in the cabinet was changed by it.")
"""What is said of a fault while no cabinet is open."""

PASSING = (DiskFull, DiskFailing, NotEnoughMemory)
"""What a person can mend outside the program, and then try again."""

TOLD_OF_IN_HELP = (
    (VaultDamaged, mark("What to do")),
    (VaultFromNewerProgram, mark("How to get the newer version")),
)
TROUBLE = "trouble"
"""The help page for when something goes wrong."""


def help_for(error: BaseException) -> str:
    """Return the words of a button that leads to the help about an error; empty if there is none.

    The button opens the help page `TROUBLE`.
    """
    return next((say(text) for kind, text in TOLD_OF_IN_HELP if isinstance(error, kind)), "")


def said(error: BaseException) -> str:
    """Return the sentence of an error in the language of the screen; empty for one not said.

    An error that is no GbvcaseError is a fault of ours: it is raised again, for the last resort.
    """
    match error:
        case Cancelled():
            return ""
        case GbvcaseError():
            return error.said(say)
        case MemoryError():
            return NotEnoughMemory().said(say)
        case _:
            raise error


def described(error: BaseException) -> str:
    """Return what may be told of a fault: kinds, files of ours and lines, and no value at all."""
    lines = [type(error).__name__]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
    cause = error.__cause__ or error.__context__
    if cause is not None and not error.__suppress_context__:
        lines += ["after", described(cause)]
    return "\n".join(lines)


def write_down(error: BaseException, at: datetime) -> None:
    """Keep the description of a fault in a local file that never grows large."""
    _append(described(error), at)


def write_down_refused(names: Iterable[str], at: datetime) -> None:
    """Keep which protections of this process the system has refused."""
    _append("refused: " + ", ".join(names), at)


def _append(text: str, at: datetime) -> None:
    folder = user_log_path(NEUTRAL, appauthor=False)
    path = folder / "faults.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > MOST_BYTES:
            path.unlink()
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{at:%Y-%m-%d %H:%M}\n{text}\n\n")
    except OSError:
        return  # a full disk must not turn one fault into two
