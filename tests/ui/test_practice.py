from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gbvcase.casework import practice
from gbvcase.casework.cabinets import cabinets, practice_folder
from gbvcase.casework.cases import View, list_cases
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.first_run import FirstRun
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.practice import PracticeStrip
from gbvcase.ui.settings import Settings
from gbvcase.ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setattr(practice, "PEOPLE", 3)
    dress(make_app([]), Settings(language="en", look="light"))
    window = Window()
    qtbot.addWidget(window)
    window.begin()
    window.show()
    yield window
    window.end_sitting()


def test_practice_begins_on_the_first_page_and_says_so_on_every_other(
    qtbot: QtBot, window: Window
) -> None:
    page = window.centralWidget()
    assert isinstance(page, FirstRun)
    page._language.practice_wanted.emit()
    qtbot.waitUntil(lambda: window.workplace is not None, timeout=30_000)
    place = window.workplace
    assert place is not None
    qtbot.waitUntil(lambda: place.page is not None and not place.jobs.is_busy(), timeout=20_000)
    (strip,) = place.findChildren(PracticeStrip)
    for name in ("cases", "report", "settings"):
        place.go(name)
        qtbot.waitUntil(lambda: not place.jobs.is_busy(), timeout=20_000)
        assert strip.isVisible()
    assert len(list_cases(place.desk, View())) == 3


def test_the_practice_cabinet_is_never_offered_as_a_real_one(qtbot: QtBot, window: Window) -> None:
    practice.make_practice().vault.lock()
    assert practice_folder().exists()
    assert cabinets() == ()
    window.begin()
    assert isinstance(window.centralWidget(), FirstRun)
    assert not isinstance(window.centralWidget(), LockPage)


def test_it_is_made_anew_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice, "PEOPLE", 2)
    folder = tmp_path / "practice"
    for _ in range(2):
        desk = practice.make_practice(folder=folder)
        assert len(list_cases(desk, View())) == 2
        assert desk.profile.is_practice
        desk.vault.lock()
