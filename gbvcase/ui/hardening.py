"""Leaves as little as possible of this process on the computer: best effort."""

import contextlib
import ctypes
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtGui import QWindow

_PR_SET_DUMPABLE = 4
_WDA_EXCLUDEFROMCAPTURE = 0x11
_WDA_NONE = 0
_SEM_NO_BOXES = 0x0001 | 0x0002  # no crash dialog, so no crash report with the memory in it


_NO_ENTRY = "D:P(A;;0x101001;;;OW)(A;;0x101001;;;SY)"
"""Who may do what with this process: end it, wait for it, see that it runs. Nobody reads it."""

_DACL = 0x4


def harden() -> tuple[str, ...]:
    """Forbid dumps and reading of this process; return the names of what the system refused."""
    refused = []
    for name, step in (
        ("cores", _no_cores),
        ("dumpable", _not_dumpable),
        ("report", _no_report),
        ("entry", _no_entry),
    ):
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
        leave_out_of_reports(ctypes.windll, Path(sys.executable).name)


def _no_entry() -> None:
    if sys.platform == "win32":
        close_to_others(ctypes.windll)


def leave_out_of_reports(libraries: Any, program: str) -> None:
    """Ask Windows for no crash dialog and no crash report, which would hold memory."""
    libraries.kernel32.SetErrorMode(_SEM_NO_BOXES)
    if libraries.wer.WerAddExcludedApplication(program, False) != 0:
        raise OSError("WerAddExcludedApplication")


def close_to_others(libraries: Any) -> None:
    """Let no other program of this user open this process to read its memory."""
    kernel, advapi = libraries.kernel32, libraries.advapi32
    rules = ctypes.c_void_p()
    if not advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        _NO_ENTRY, 1, ctypes.byref(rules), None
    ):
        raise OSError("access list")
    try:
        ourselves = ctypes.c_void_p(kernel.GetCurrentProcess())
        if not advapi.SetKernelObjectSecurity(ourselves, _DACL, rules):
            raise OSError("access list")
    finally:
        kernel.LocalFree(rules)


def keep_from_capture(window: QWindow, *, allowed: bool) -> None:
    """Keep a window out of pictures of the screen, where the system offers it."""
    if sys.platform == "win32":
        kind = _WDA_NONE if allowed else _WDA_EXCLUDEFROMCAPTURE
        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), kind)
