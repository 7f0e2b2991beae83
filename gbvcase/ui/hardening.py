"""Leaves as little as possible of this process on the computer: best effort."""

import contextlib
import ctypes
import os
import sys

from PySide6.QtGui import QWindow

_PR_SET_DUMPABLE = 4
_WDA_EXCLUDEFROMCAPTURE = 0x11
_WDA_NONE = 0
_SEM_NO_BOXES = 0x0001 | 0x0002  # no crash dialog, so no crash report with the memory in it


def harden() -> tuple[str, ...]:
    """Forbid dumps of this process; return the names of what the system refused."""
    refused = []
    for name, step in (("cores", _no_cores), ("dumpable", _not_dumpable), ("report", _no_report)):
        try:
            step()
        except (OSError, ValueError, AttributeError):
            refused.append(name)
    return tuple(refused)


def is_hardened() -> bool:
    """Tell whether this process can leave a dump (Linux; elsewhere what was asked is believed)."""
    if not sys.platform.startswith("linux"):
        return True
    import resource

    dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) and dumpable == 0


def _no_cores() -> None:
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    if sys.platform.startswith("linux"):
        if ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
            raise OSError("prctl")


def _no_report() -> None:
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_SEM_NO_BOXES)


def keep_from_capture(window: QWindow, *, allowed: bool) -> None:
    """Keep a window out of pictures of the screen, where the system offers it."""
    if sys.platform == "win32":
        kind = _WDA_NONE if allowed else _WDA_EXCLUDEFROMCAPTURE
        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), kind)
