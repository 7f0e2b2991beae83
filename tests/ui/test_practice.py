from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework import practice
from gbvcase.casework.cabinets import cabinets, practice_folder
from gbvcase.casework.cases import View, amend, lines, list_cases, load
from gbvcase.casework.desk import Desk, Profile, Progress
from gbvcase.casework.upkeep import create_cabinet
from gbvcase.domain.errors import VaultInUse
from gbvcase.domain.people import Client
from gbvcase.sealing.slots import FLOOR
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.first_run import FirstRun
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.practice import PracticeStrip
from gbvcase.ui.settings import Settings
from gbvcase.ui.window import Window
from gbvcase.ui.workplace import Workplace
from tests.ui.desks import PASSWORD, PROFILE
from tests.ui.test_words_on_screen import cut_off


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


def test_practice_is_begun_anew_in_the_settings_and_ends_at_the_lock(
    qtbot: QtBot, window: Window
) -> None:
    window.practise()
    place = at_work(qtbot, window)
    place.go("settings", section="practice")
    qtbot.waitUntil(lambda: not place.jobs.is_busy(), timeout=20_000)
    amend(place.desk, *_another_name(place.desk))
    _button(place, "Make the made-up data anew").click()
    qtbot.waitUntil(lambda: window.workplace is not place, timeout=10_000)
    again = at_work(qtbot, window)
    assert "Tried Out" not in {line.name for line in lines(again.desk, all_of(again.desk))}
    with qtbot.waitSignal(window.locked):
        _button(again, "End practising").click()
    assert window.workplace is None


def test_the_last_step_of_the_first_start_offers_practice_and_keeps_the_cabinet(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.centralWidget()
    assert isinstance(page, FirstRun)
    monkeypatch.setattr("gbvcase.ui.first_run.create_cabinet", _cheap_cabinet)
    page._profile = PROFILE
    page._make(PASSWORD)
    qtbot.waitUntil(lambda: page._recovery is not None, timeout=20_000)
    step = page._recovery
    assert step is not None
    aside = _button(page, "Practise with made-up data")
    aside.click()
    assert window.centralWidget() is page, "the sheet comes first"
    for field, number in zip(step._fields, step._asked, strict=True):
        field.setText(step._groups[number])
    aside.click()
    place = at_work(qtbot, window)
    assert place.desk.profile.is_practice
    window.end_sitting()
    window.begin()
    assert isinstance(window.centralWidget(), LockPage)


def at_work(qtbot: QtBot, window: Window) -> Workplace:
    qtbot.waitUntil(lambda: window.workplace is not None, timeout=30_000)
    place = window.workplace
    assert place is not None
    qtbot.waitUntil(lambda: place.page is not None and not place.jobs.is_busy(), timeout=20_000)
    return place


def all_of(desk: Desk) -> tuple[str, ...]:
    return list_cases(desk, View())


def _another_name(desk: Desk) -> tuple[str, str, Client]:
    case = load(desk, all_of(desk)[0])
    return case.head.id, "client", replace(case.client, full_name="Tried Out")


def _cheap_cabinet(
    folder: Path, profile: Profile, password: str, progress: Progress
) -> tuple[Desk, str]:
    return create_cabinet(folder, profile, password, progress, cost=FLOOR)


def _button(inside: QWidget, text: str) -> QPushButton:
    (found,) = [one for one in inside.findChildren(QPushButton) if one.text() == text]
    return found


def test_what_is_said_while_one_waits_is_not_cut(qtbot: QtBot, window: Window) -> None:
    window.practise()
    page = window.centralWidget()
    qtbot.wait(50)
    assert list(cut_off(page)) == []
    qtbot.waitUntil(lambda: window.workplace is not None, timeout=30_000)


def test_the_practice_cabinet_is_never_offered_as_a_real_one(qtbot: QtBot, window: Window) -> None:
    practice.make_practice().vault.lock()
    assert practice_folder().exists()
    assert cabinets() == ()
    window.begin()
    assert isinstance(window.centralWidget(), FirstRun)
    assert not isinstance(window.centralWidget(), LockPage)


def test_what_was_tried_out_stays_until_it_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "PEOPLE", 2)
    folder = tmp_path / "practice"

    def names(desk: Desk) -> set[str | None]:
        assert desk.profile.is_practice
        found = {line.name for line in lines(desk, all_of(desk))}
        desk.vault.lock()
        return found

    desk = practice.practise(folder=folder)
    amend(desk, *_another_name(desk))
    desk.vault.lock()
    kept = names(practice.practise(folder=folder))
    assert len(kept) == 2 and "Tried Out" in kept
    anew = names(practice.make_practice(folder=folder))
    assert len(anew) == 2 and "Tried Out" not in anew


def test_a_practice_cabinet_that_opens_no_more_is_begun_anew_but_not_one_that_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "PEOPLE", 1)
    folder = tmp_path / "practice"
    desk = practice.practise(folder=folder)
    with pytest.raises(VaultInUse):
        practice.practise(folder=folder)
    desk.vault.lock()
    for name in ("data.key", "data.key2"):
        (folder / name).write_bytes(b"damaged")
    again = practice.practise(folder=folder)
    assert len(all_of(again)) == 1
    again.vault.lock()
