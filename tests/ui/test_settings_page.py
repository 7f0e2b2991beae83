from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gbvcase.casework import upkeep
from gbvcase.casework.desk import Desk
from gbvcase.casework.providers import providers
from gbvcase.casework.upkeep import open_desk
from gbvcase.sealing.slots import FLOOR
from gbvcase.ui import settings_page
from gbvcase.ui.directory_page import DirectoryPage
from gbvcase.ui.settings import Settings, preferences
from gbvcase.ui.settings_page import PasswordDialog, SettingsPage
from tests.ui.desks import PASSWORD, FakeFrame, new_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.vault.lock()


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SettingsPage]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    preferences.begin(Settings(language="en"))
    page = SettingsPage(FakeFrame(desk))
    qtbot.addWidget(page)
    page.show()
    yield page
    preferences.begin(Settings())


def choose(box: QComboBox, value: object) -> None:
    row = box.findData(value)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_each_choice_takes_effect_at_once(page: SettingsPage) -> None:
    choose(page._idle, 12)
    choose(page._look, "dark")
    choose(page._size, 150)
    now = preferences.current
    assert (now.idle_minutes, now.look, now.percent) == (12, "dark", 150)


def test_the_check_says_that_the_cabinet_is_whole(page: SettingsPage) -> None:
    page._check.click()
    assert "whole" in page._found.text()
    assert page._check.isEnabled()


def test_the_office_is_kept_and_a_missing_name_is_asked_for(page: SettingsPage) -> None:
    page._form._office.setText("  ")
    page._keep_office()
    assert page._form._problem.text()
    page._form._office.setText("Văn phòng khác (mẫu)")
    page._form._address.setText(" Số 0  đường Mẫu ")
    page._form._power.setText("KT. GIÁM ĐỐC")
    page._form._title.setText("PHÓ GIÁM ĐỐC")
    page._form._head.setText("Đinh Văn Mẫu")
    page._form._names_state.setChecked(False)
    page._keep_office()
    kept = upkeep.read_setting(page.frame.desk, upkeep.PROFILE)
    assert kept["office"] == "Văn phòng khác (mẫu)"
    of_papers = ("Số 0 đường Mẫu", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Đinh Văn Mẫu", False)
    names = ("address", "power", "title", "head", "names_state")
    assert tuple(kept[name] for name in names) == of_papers


def test_the_password_is_changed_and_the_old_one_opens_nothing(
    page: SettingsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = upkeep.drawn_password()
    change = upkeep.change_password
    monkeypatch.setattr(settings_page, "change_password", lambda *given: change(*given, cost=FLOOR))
    monkeypatch.setattr(PasswordDialog, "exec", lambda self: PasswordDialog.DialogCode.Accepted)
    monkeypatch.setattr(PasswordDialog, "passwords", lambda self: (PASSWORD, new))
    page._change_password()
    assert page.frame.errors == []  # type: ignore[attr-defined]
    desk.vault.lock()
    open_desk(desk.vault.folder, new).vault.lock()


def test_the_dialog_takes_no_empty_password(qtbot: QtBot, page: SettingsPage) -> None:
    dialog = PasswordDialog(page)
    qtbot.addWidget(dialog)
    dialog._try()
    assert dialog.passwords() == ("", "")
    dialog._old.line.setText(PASSWORD)
    dialog._try()
    assert dialog.passwords()[0] == PASSWORD


def test_somebody_new_is_written_into_the_directory(qtbot: QtBot, desk: Desk) -> None:
    frame = FakeFrame(desk)
    page = DirectoryPage(frame)
    qtbot.addWidget(page)
    page.show()
    page.open()
    before = len(providers(desk))
    page._add()
    page._keep()
    assert len(providers(desk)) == before
    assert "name" in frame.notes[-1]
    assert page._form is not None
    page._form.row("name").set_typed("Phòng khám (mẫu)")
    page._keep()
    assert frame.errors == []
    assert "Phòng khám (mẫu)" in {one.name for one in providers(desk)}
