"""What is asked of the system so that nobody reads this process, and what is said if it refuses."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gbvcase.ui import errors, hardening
from gbvcase.ui import window as window_module
from gbvcase.ui.hardening import close_to_others, leave_out_of_reports
from gbvcase.ui.password_once import PasswordOnce
from gbvcase.ui.settings import preferences


class Library:
    """The libraries of Windows, which note what they are asked and answer as they are told."""

    def __init__(self, answers: dict[str, int]) -> None:
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self._answers = answers

    def __getattr__(self, name: str) -> Any:
        if name in ("kernel32", "advapi32", "wer"):
            return self

        def asked(*given: Any) -> int:
            self.asked.append((name, given))
            return self._answers.get(name, 0)

        return asked


def test_the_process_is_closed_to_other_programs() -> None:
    made = {"ConvertStringSecurityDescriptorToSecurityDescriptorW": 1, "SetKernelObjectSecurity": 1}
    windows = Library(made)
    close_to_others(windows)
    names = [name for name, _ in windows.asked]
    assert names == [
        "ConvertStringSecurityDescriptorToSecurityDescriptorW",
        "GetCurrentProcess",
        "SetKernelObjectSecurity",
        "LocalFree",
    ]
    rules = windows.asked[0][1][0]
    read_memory, write_memory, duplicate = 0x10, 0x20, 0x40
    for part in rules.split("(")[1:]:
        granted = int(part.split(";")[2], 16)
        assert not granted & (read_memory | write_memory | duplicate)


def test_what_the_system_refuses_is_no_silent_success() -> None:
    with pytest.raises(OSError, match="access list"):
        close_to_others(Library({}))
    refused = Library({"ConvertStringSecurityDescriptorToSecurityDescriptorW": 1})
    with pytest.raises(OSError, match="access list"):
        close_to_others(refused)
    assert refused.asked[-1][0] == "LocalFree", "nothing is left over"
    with pytest.raises(OSError, match="Wer"):
        leave_out_of_reports(Library({"WerAddExcludedApplication": 5}), "workbook.exe")


def test_the_program_is_left_out_of_crash_reports() -> None:
    windows = Library({})
    leave_out_of_reports(windows, "workbook.exe")
    assert windows.asked[-1] == ("WerAddExcludedApplication", ("workbook.exe", False))


def test_a_refusal_is_written_down_by_its_name_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def refuse() -> None:
        raise OSError("no")

    monkeypatch.setattr(hardening, "_no_entry", refuse)
    for name in ("_no_cores", "_not_dumpable"):  # this process goes on
        monkeypatch.setattr(hardening, name, lambda: None)
    names = hardening.harden()
    assert names == ("entry",)
    errors.write_down_refused(names, datetime(2026, 11, 24, 9, 41).astimezone())
    (written,) = tmp_path.rglob("*.txt")
    assert "refused: entry" in written.read_text(encoding="utf-8")


def test_every_window_is_kept_out_of_pictures_of_the_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Catalogue row L07: the window, a dialog before it, and the list of a choice."""
    guarded: dict[int, bool] = {}

    def note(window: QWindow, *, allowed: bool) -> None:
        guarded[int(window.winId())] = allowed

    monkeypatch.setattr(window_module, "keep_from_capture", note)
    window = window_module.Window()
    qtbot.addWidget(window)
    window.show()
    dialog = PasswordOnce(window, "na bo xanh")
    box = QComboBox(dialog)
    box.addItems(["Trần Thị Mẫu", "Rơ Châm H'Thử"])
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    box.showPopup()
    qtbot.waitUntil(lambda: box.view().hasFocus())
    shown = {int(one.winId()) for one in (window, dialog, box.view().window())}
    assert len(shown) == 3
    assert shown <= set(guarded)
    assert not any(guarded.values())
    box.hidePopup()
    dialog.close()
    before = preferences.current
    preferences.current = replace(before, capture_allowed=True)
    try:
        window._guard_capture()
        assert guarded[int(window.winId())]
    finally:
        preferences.current = before
