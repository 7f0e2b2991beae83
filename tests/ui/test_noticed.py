"""What was noticed at the unlock, the typed confirmation, the daily check, the damaged cabinet."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework.checking import last_check
from gbvcase.casework.recovery_sheet import recovery_reminder
from gbvcase.casework.upkeep import keep_setting, open_desk
from gbvcase.domain.errors import VaultDamaged, VaultHeld, WrongPassword
from gbvcase.sealing.slots import FLOOR
from gbvcase.ui import theme
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.daily_check import DailyCheck
from gbvcase.ui.language import speak
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.noticed import GoOnDialog, Noticed, StoppedStrip
from gbvcase.ui.salvage_page import SalvagePage
from gbvcase.ui.settings import Settings
from gbvcase.ui.window import Window
from gbvcase.ui.workplace import Workplace
from gbvcase.vault import files, journal
from tests.ui.desks import PASSWORD, new_desk, one_case

PAGE = 4096


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = new_desk(Path(tmp_path_factory.mktemp("made")))
    one_case(desk)
    desk.vault.lock()
    (desk.vault.folder / files.BALLAST).unlink()
    return desk.vault.folder


@pytest.fixture
def cabinet(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Path]:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    dress(make_app([]), Settings(language="en", look="light"))
    yield Path(shutil.copytree(made, tmp_path / "1"))
    speak("en")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app)


def older(cabinet: Path) -> None:
    """Put an older copy of the database in the place of the newer one."""
    database = cabinet / files.database_name(1)
    before = database.read_bytes()
    desk = open_desk(cabinet, PASSWORD)
    with desk.vault.begin() as db:
        journal.write(db, "case.amend", "", desk.now())
    desk.vault.lock()
    database.write_bytes(before)


def spoil(cabinet: Path) -> None:
    """Damage the last page, which no unlock reads."""
    database = cabinet / files.database_name(1)
    data = bytearray(database.read_bytes())
    data[-PAGE + 99] ^= 1
    database.write_bytes(data)


@pytest.fixture
def window(qtbot: QtBot, cabinet: Path) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield window
    window.end_sitting()


def unlocked(qtbot: QtBot, window: Window, cabinet: Path) -> Workplace:
    window.begin(cabinet)
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    page.unlock_with(PASSWORD)
    qtbot.waitUntil(lambda: window.workplace is not None, timeout=20_000)
    place = window.workplace
    assert place is not None
    qtbot.waitUntil(lambda: place.page is not None and not place.jobs.is_busy(), timeout=20_000)
    return place


def said(place: Workplace) -> list[str]:
    (noticed,) = place.findChildren(Noticed)
    return noticed.texts()


def press(widget: QWidget, text: str) -> None:
    (one,) = [
        button
        for button in widget.findChildren(QPushButton)
        if button.text() == text and button.isVisibleTo(widget)
    ]
    one.click()


def test_wrong_passwords_are_told_with_their_number_and_time(
    qtbot: QtBot, window: Window, cabinet: Path
) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassword):
            open_desk(cabinet, "khong phai mat khau nay")
    (text,) = said(unlocked(qtbot, window, cabinet))
    assert "typed 3 times, last on" in text


def test_everything_that_was_noticed_is_said_at_once(
    qtbot: QtBot, window: Window, cabinet: Path
) -> None:
    older(cabinet)
    with pytest.raises(WrongPassword):
        open_desk(cabinet, "khong phai mat khau nay")
    place = unlocked(qtbot, window, cabinet)
    first, second = said(place)
    assert "older than what this computer has seen" in first
    assert "typed 1 times" in second
    window._remake(keep_typing=False)  # a new look: what still holds is still said
    assert window.workplace is not None
    assert said(window.workplace) == [first]


def test_going_on_with_an_older_copy_takes_a_typed_word(
    qtbot: QtBot, window: Window, cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(cabinet)
    place = unlocked(qtbot, window, cabinet)
    vault = place.desk.vault
    place.go("cases")  # it may be read before anything is decided
    qtbot.waitUntil(lambda: not place.jobs.is_busy())
    assert place.here == "cases"
    with pytest.raises(VaultHeld):
        keep_setting(place.desk, "a", 1)
    dialog = GoOnDialog(place, ["older"])
    for text, enabled in (("", False), ("yes", False), ("go", False), (" Go  ON ", True)):
        dialog.line.setText(text)
        assert dialog._go_on.isEnabled() is enabled
    monkeypatch.setattr(GoOnDialog, "exec", lambda _self: GoOnDialog.DialogCode.Rejected)
    press(place, "Go on all the same...")
    assert vault.is_read_only
    monkeypatch.setattr(GoOnDialog, "exec", lambda _self: GoOnDialog.DialogCode.Accepted)
    press(place, "Go on all the same...")
    qtbot.waitUntil(lambda: not place.jobs.is_busy())
    qtbot.waitUntil(lambda: said(place) == [])
    assert not vault.is_read_only
    keep_setting(place.desk, "a", 1)


def test_the_cabinet_is_checked_by_itself_when_nobody_is_typing(
    qtbot: QtBot, window: Window, cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = unlocked(qtbot, window, cabinet)
    (daily,) = place.findChildren(DailyCheck)
    before = last_check(place.desk)
    window._idle.touch()
    daily.look()  # somebody has just touched a key
    assert not place.jobs.is_busy()
    monkeypatch.setattr(window._idle, "seconds", lambda: 31.0)
    daily.look()
    qtbot.waitUntil(lambda: not place.jobs.is_busy())
    found = last_check(place.desk)
    assert before is None
    assert found is not None
    daily.look()
    qtbot.waitUntil(lambda: not place.jobs.is_busy())
    assert last_check(place.desk) == found  # once a day


def test_a_check_gives_way_to_other_work(
    qtbot: QtBot, window: Window, cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = unlocked(qtbot, window, cabinet)
    (daily,) = place.findChildren(DailyCheck)
    monkeypatch.setattr(window._idle, "seconds", lambda: 31.0)
    desk = place.desk
    done: list[object] = []
    # a job that stands before the check in the queue: the check is still waiting when more comes
    place.jobs.start(lambda _p: qtbot.wait(0), done=done.append, failed=place.failed)
    monkeypatch.setattr(place.jobs, "is_busy", lambda: False)
    daily.look()
    place.jobs.start(lambda _p: last_check(desk), done=done.append, failed=place.failed)
    monkeypatch.undo()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done[1] is None
    assert place.trouble.text == ""
    assert not daily._is_running


def test_damage_that_a_check_finds_is_said_and_the_cabinet_locks(
    qtbot: QtBot, window: Window, cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(cabinet)
    place = unlocked(qtbot, window, cabinet)
    (daily,) = place.findChildren(DailyCheck)
    (stopped,) = place.findChildren(StoppedStrip)
    monkeypatch.setattr(window._idle, "seconds", lambda: 31.0)
    daily.look()
    qtbot.waitUntil(stopped.isVisible)
    assert place.trouble.text == VaultDamaged().said(lambda text: text)
    assert stopped._timer.isActive()  # it locks by itself, after the words were written down
    with qtbot.waitSignal(window.locked):
        press(stopped, "Lock now")
    assert window.workplace is None


def test_damage_that_any_work_meets_is_said_whoever_hears_of_it(
    qtbot: QtBot, window: Window, cabinet: Path
) -> None:
    place = unlocked(qtbot, window, cabinet)
    (stopped,) = place.findChildren(StoppedStrip)
    heard: list[Exception] = []

    def read(_progress: object) -> None:
        raise VaultDamaged  # as the vault does at a page whose seal is broken

    place.jobs.start(read, done=lambda _: None, failed=heard.append)
    qtbot.waitUntil(stopped.isVisible)
    assert len(heard) == 1


def test_a_damaged_cabinet_can_be_read_and_what_is_whole_is_saved(
    qtbot: QtBot, window: Window, cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gbvcase.vault.salvage.measured", lambda: FLOOR)
    spoil(cabinet)
    desk = open_desk(cabinet, PASSWORD)
    desk.vault.stop()
    desk.vault.lock()
    place = unlocked(qtbot, window, cabinet)
    (text,) = said(place)
    assert "damaged place" in text
    press(place, "Save what can be read...")
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), SalvagePage))
    page = window.centralWidget()
    assert isinstance(page, SalvagePage)
    page._password.field.line.setText("khong phai mat khau nay")
    page.go_on()
    qtbot.waitUntil(lambda: not page._problem.isHidden(), timeout=20_000)
    page._password.field.line.setText(PASSWORD)
    page.go_on()
    qtbot.waitUntil(lambda: page._found is not None, timeout=20_000)
    page.go_on()
    assert page._sheet is not None
    for field, number in zip(page._sheet._fields, page._sheet._asked, strict=True):
        field.setText(page._sheet._groups[number])
    page.go_on()
    qtbot.waitUntil(lambda: window.workplace is not None, timeout=20_000)
    assert window.workplace is not None
    desk = window.workplace.desk
    assert desk.vault.folder == cabinet.parent / "2"
    assert window.given == desk.vault.folder  # which a fresh process is to open
    assert not desk.vault.is_read_only
    assert desk.profile.worker == "Lan (mẫu)"
    qtbot.waitUntil(lambda: not window.jobs.is_busy())
    assert recovery_reminder(desk) is None


def test_a_cabinet_that_does_not_open_for_damage_offers_to_save_what_can_be_read(
    qtbot: QtBot, window: Window, cabinet: Path
) -> None:
    database = cabinet / files.database_name(1)
    data = bytearray(database.read_bytes())
    data[99] ^= 1
    database.write_bytes(data)
    window.begin(cabinet)
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    assert page._save.isHidden()
    page.unlock_with(PASSWORD)
    qtbot.waitUntil(lambda: not page._save.isHidden(), timeout=20_000)
    page._save.click()
    assert isinstance(window.centralWidget(), SalvagePage)
    window.centralWidget().go_back()  # type: ignore[union-attr]
    assert isinstance(window.centralWidget(), LockPage)
