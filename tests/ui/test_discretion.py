"""Whoever sees the task bar, hears a window's name or finds our files learns nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

import gbvcase.ui
from gbvcase.casework.cases import load
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.language import speak
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.settings import Settings, preferences
from gbvcase.ui.window import Window
from gbvcase.ui.workplace import Workplace
from tests.ui.desks import PASSWORD, new_desk, one_case

OF_THE_FIELD = ("gbv", "violence", "bạo lực", "survivor", "victim", "nạn nhân", "abuse", "xâm hại")
HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    return home


@pytest.fixture
def cabinet(home: Path) -> tuple[Path, str]:
    folder = home / "Workbook"
    folder.mkdir(parents=True)
    desk = new_desk(folder)
    case_id = one_case(desk).head.id
    desk.vault.lock()
    return folder / "v", case_id


@pytest.fixture
def window(qtbot: QtBot, cabinet: tuple[Path, str]) -> Iterator[Window]:
    dress(make_app([]), Settings(language="vi", look="light"))
    window = Window()
    qtbot.addWidget(window)
    window.begin(cabinet[0])
    window.show()
    yield window
    window.end_sitting()
    speak("en")


def at_work(qtbot: QtBot, window: Window) -> Workplace:
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    page.unlock_with(PASSWORD)
    qtbot.waitUntil(lambda: window.workplace is not None, timeout=20_000)
    place = window.workplace
    assert place is not None
    qtbot.waitUntil(lambda: place.page is not None and not place.jobs.is_busy(), timeout=20_000)
    return place


def names_of_windows() -> Iterator[str]:
    """Yield what a task bar, a window list or a screen reader says of each window."""
    for one in QApplication.topLevelWidgets():
        yield from (one.windowTitle(), one.windowIconText(), one.windowFilePath(), one.windowRole())
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        found = QAccessible.queryAccessibleInterface(one)
        if found is not None:
            yield found.text(QAccessible.Text.Name)
            yield found.text(QAccessible.Text.Description)
    for handle in QGuiApplication.topLevelWindows():
        yield handle.title()
    yield from (QCoreApplication.applicationName(), QGuiApplication.applicationDisplayName())
    yield from (QGuiApplication.desktopFileName(), QCoreApplication.organizationName())


def test_after_a_whole_story_no_window_and_no_file_tells_of_anybody(
    qtbot: QtBot, window: Window, cabinet: tuple[Path, str], home: Path
) -> None:
    place = at_work(qtbot, window)
    case = load(place.desk, cabinet[1])
    words = {"H'Thử", "Rơ Châm", str(case.head.code), "0990000001", *OF_THE_FIELD}
    told = set(names_of_windows())
    stops: list[tuple[str, dict[str, object]]] = [
        *(
            (name, {})
            for name in ("today", "cases", "intake", "report", "directory", "trash", "settings")
        ),
        *(
            ("case", {"case_id": cabinet[1], "tab": tab})
            for tab in ("overview", "client", "incidents", "consents", "timeline")
        ),
        ("referral", {"case_id": cabinet[1], "number": None}),
    ]
    for language in ("en", "vi"):
        preferences.take(language=language)
        place = window.workplace
        assert place is not None
        for name, where in stops:
            place.go(name, **where)
            qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
            told |= set(names_of_windows())
        window.open_palette()
        window.show_keys()
        qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
        told |= set(names_of_windows())
        for dialog in window.findChildren(QDialog):
            dialog.close()
    place.go("case", case_id=cabinet[1], tab="client")
    qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
    window.lock()
    told |= set(names_of_windows())
    assert {"Workbook", "Sổ công tác"} <= told
    assert told_of(words, told) == set()
    assert told_of(words, names_of_files(home)) == set()
    long = words - {"gbv"} | {"gbvcase"}  # three letters come about in what is encrypted
    assert told_of(long, contents_of_files(home)) == set()


def test_every_window_has_the_same_quiet_title() -> None:
    titles = {
        line.strip().removeprefix("self.").removeprefix("dialog.")
        for path in Path(gbvcase.ui.__path__[0]).glob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "setWindowTitle(" in line
    }
    assert titles == {'setWindowTitle(say(mark("Workbook")))'}


def names_of_files(home: Path) -> list[str]:
    found = [str(path.relative_to(home)) for path in home.rglob("*")]
    assert found
    return found


def contents_of_files(home: Path) -> Iterator[str]:
    for path in home.rglob("*"):
        if path.is_file():
            yield path.read_bytes().decode("utf-8", errors="replace")


def told_of(words: Iterable[str], texts: Iterable[str]) -> set[str]:
    found = [text.lower() for text in texts]
    return {word for word in words if any(word.lower() in text for text in found)}
