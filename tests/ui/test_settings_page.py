from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from gbvcase.casework import recovery_sheet, upkeep
from gbvcase.casework.desk import Desk
from gbvcase.casework.helplines import helplines
from gbvcase.casework.printing import usual_printer
from gbvcase.casework.providers import providers
from gbvcase.casework.upkeep import open_desk
from gbvcase.sealing.slots import FLOOR
from gbvcase.ui import recovery_dialogs, settings_cabinet
from gbvcase.ui.directory_page import DirectoryPage
from gbvcase.ui.keys import HIDE_KEYS
from gbvcase.ui.recovery_dialogs import Asked
from gbvcase.ui.recovery_page import NumberStep
from gbvcase.ui.recovery_step import RecoveryStep
from gbvcase.ui.settings import Settings, preferences
from gbvcase.ui.settings_about import AboutSection, LicenceDialog
from gbvcase.ui.settings_cabinet import CabinetSection, PasswordDialog
from gbvcase.ui.settings_device import DeviceSection
from gbvcase.ui.settings_numbers import NumbersSection
from gbvcase.ui.settings_office import OfficeSection, PrintingSection
from gbvcase.ui.settings_page import SECTIONS, SettingsPage
from gbvcase.ui.settings_screen import LockSection, ScreenSection
from tests.ui.desks import PASSWORD, FakeFrame, new_desk
from tests.ui.test_reading_order import chain_in, check


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
    page.resize(1100, 700)
    page.show()
    yield page
    preferences.begin(Settings())


def section(page: SettingsPage, name: str, kind: type) -> object:
    page.open(section=name)
    made = page.section(name)
    assert isinstance(made, kind)
    return made


def choose(box: QComboBox, value: object) -> None:
    row = box.findData(value)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def frame_of(page: SettingsPage) -> FakeFrame:
    frame = page.frame
    assert isinstance(frame, FakeFrame)
    return frame


def test_each_choice_takes_effect_at_once(page: SettingsPage) -> None:
    screen = section(page, "screen", ScreenSection)
    choose(screen.look, "dark")
    choose(screen.text_size, 150)
    screen.names.setChecked(True)
    lock = section(page, "lock", LockSection)
    choose(lock.idle, 12)
    choose(lock.hide_key, "Pause")
    lock.capture.setChecked(True)
    now = preferences.current
    assert (now.idle_minutes, now.look, now.percent) == (12, "dark", 150)
    assert (now.names_on_start, now.hide_key, now.capture_allowed) == (True, "Pause", True)


def test_every_section_opens_has_a_first_field_and_says_what_it_changes(
    qtbot: QtBot, page: SettingsPage
) -> None:
    for one in SECTIONS:
        page.open(section=one.name)
        assert page.here == one.name
        first = page.first_field()
        assert first is not None and page.section(one.name).isAncestorOf(first), one.name
        notes = [
            note
            for note in page.section(one.name).findChildren(QLabel)
            if note.property("kind") == "note" and note.text()
        ]
        assert notes, one.name
    assert frame_of(page).errors == []


def test_the_section_is_a_line_above_where_there_is_no_room_beside(page: SettingsPage) -> None:
    page.resize(500, 600)
    assert page._short.isVisible() and not page.list.isVisible()
    page._short.activated.emit(3)
    assert page.here == SECTIONS[3].name


def test_the_check_says_that_the_cabinet_is_whole_and_when(page: SettingsPage) -> None:
    cabinet = section(page, "cabinet", CabinetSection)
    assert "not checked" in cabinet.checked_at.text()
    cabinet.check.click()
    assert "whole" in cabinet.found.text()
    assert "Last found whole" in cabinet.checked_at.text()
    assert cabinet.check.isEnabled()


def test_the_office_is_kept_and_a_missing_name_is_asked_for(page: SettingsPage) -> None:
    office = section(page, "office", OfficeSection)
    office.form._office.setText("  ")
    office.keep_office()
    assert office.form._problem.text()
    office.form._office.setText("Văn phòng khác (mẫu)")
    office.form._address.setText("12 đường Mẫu")
    office.keep_office()
    kept = upkeep.read_setting(page.frame.desk, upkeep.PROFILE)
    assert (kept["office"], kept["address"]) == ("Văn phòng khác (mẫu)", "12 đường Mẫu")


def test_the_password_is_changed_and_the_old_one_opens_nothing(
    page: SettingsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = upkeep.drawn_password()
    change = upkeep.change_password
    monkeypatch.setattr(
        settings_cabinet, "change_password", lambda *given: change(*given, cost=FLOOR)
    )
    monkeypatch.setattr(PasswordDialog, "exec", lambda self: PasswordDialog.DialogCode.Accepted)
    monkeypatch.setattr(PasswordDialog, "passwords", lambda self: (PASSWORD, new))
    section(page, "cabinet", CabinetSection).change.click()
    assert frame_of(page).errors == []
    desk.vault.lock()
    open_desk(desk.vault.folder, new).vault.lock()


def test_the_dialog_takes_no_empty_password(qtbot: QtBot, page: SettingsPage) -> None:
    dialog = PasswordDialog(section(page, "cabinet", CabinetSection))
    qtbot.addWidget(dialog)
    dialog._try()
    assert dialog.passwords() == ("", "")
    dialog._old.line.setText(PASSWORD)
    dialog._try()
    assert dialog.passwords()[0] == PASSWORD


def asked(page: SettingsPage) -> Asked:
    return page.window().findChildren(Asked)[-1]


def test_a_new_sheet_is_made_confirmed_and_can_be_tried(
    qtbot: QtBot, page: SettingsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = recovery_sheet.new_recovery_sheet
    monkeypatch.setattr(
        recovery_dialogs, "new_recovery_sheet", lambda *given: make(*given, cost=FLOOR)
    )
    cabinet = section(page, "cabinet", CabinetSection)
    assert cabinet.sheet_state.text(), "nobody has confirmed the sheet of the first start"
    cabinet.renew.click()
    question = asked(page)
    question.findChild(recovery_dialogs.PasswordField).line.setText("khong phai mat khau nay")
    question.answered.emit()
    assert "not right" in question._problem.text()
    question.findChild(recovery_dialogs.PasswordField).line.setText(PASSWORD)
    question.answered.emit()
    sheet = asked(page)
    step = sheet.findChild(RecoveryStep)
    sheet.answered.emit()
    assert sheet.isVisible(), "two groups are asked for first"
    for field, number in zip(step._fields, step._asked, strict=True):
        field.setText(step._groups[number])
    sheet.answered.emit()
    assert cabinet.sheet_state.text() == ""
    number = "-".join(step._groups)
    cabinet.rehearse.click()
    question = asked(page)
    question.findChild(NumberStep).line.setText("000000" * 9)
    question.answered.emit()
    assert question._problem.text()
    question.findChild(NumberStep).line.setText(number)
    question.answered.emit()
    assert "opens this cabinet" in frame_of(page).notes[-1]
    assert frame_of(page).errors == []


def test_a_number_that_was_tried_is_offered_as_help_and_a_changed_one_is_not(
    page: SettingsPage, desk: Desk
) -> None:
    numbers = section(page, "numbers", NumbersSection)
    usual = {line.helpline().number for line in numbers.lines}
    assert {"111", "113", "115"} <= usual
    numbers.add_one.click()
    line = numbers.lines[-1]
    line.name.setText("Trực của cơ quan (mẫu)")
    line.number.setText("0990000002")
    numbers.keep_numbers()
    kept = {one.number: one for one in helplines(desk, "en")}
    assert not kept["0990000002"].may_be_called
    numbers.lines[-1].tried.setChecked(True)
    numbers.lines[0].number.setText("999")
    numbers.keep_numbers()
    kept = {one.number: one for one in helplines(desk, "en")}
    assert kept["0990000002"].checked_on == desk.today()
    assert not kept["999"].may_be_called
    last = len(numbers.lines)
    numbers.lines[0].drop.click()
    numbers.keep_numbers()
    assert "999" not in {one.number for one in helplines(desk, "en")}
    assert len(numbers.lines) == last - 1


def test_the_usual_printer_is_kept_in_the_cabinet(page: SettingsPage, desk: Desk) -> None:
    printing = section(page, "printing", PrintingSection)
    printing.printer.addItem("Máy in mẫu", "Máy in mẫu")
    choose(printing.printer, "Máy in mẫu")
    assert usual_printer(desk) == "Máy in mẫu"
    choose(printing.printer, "")
    assert usual_printer(desk) == ""


def test_the_computer_is_looked_at_and_what_is_not_known_is_said(page: SettingsPage) -> None:
    device = section(page, "device", DeviceSection)
    assert len(device.points) == 6
    device.again.click()
    assert len(device.points) == 6


def test_the_licences_name_every_part_and_hold_the_texts_of_fonts_and_icons(
    qtbot: QtBot, page: SettingsPage
) -> None:
    section(page, "about", AboutSection).licences.click()
    (dialog,) = page.window().findChildren(LicenceDialog)
    text = dialog.text.toPlainText()
    for word in ("PySide6", "cryptography", "SIL OPEN FONT LICENSE", "ISC License"):
        assert word in text
    dialog.close()


def test_only_keys_that_no_page_uses_hide_everything() -> None:
    from gbvcase.ui.keys import KEYS

    taken = {one for key in KEYS if key.name != "hide" for one in key.keys}
    assert not taken & set(HIDE_KEYS)


def test_the_reminder_of_the_sheet_is_put_off_for_a_month(desk: Desk) -> None:
    assert recovery_sheet.recovery_reminder(desk) is not None
    recovery_sheet.put_reminder_off(desk)
    assert recovery_sheet.recovery_reminder(desk) is None
    later = desk.now() + timedelta(days=31)
    from dataclasses import replace

    assert recovery_sheet.recovery_reminder(replace(desk, clock=lambda: later)) is not None


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


def test_somebody_is_found_in_the_directory_without_accents(qtbot: QtBot, desk: Desk) -> None:
    page = DirectoryPage(FakeFrame(desk))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open()
    assert page.act("find") and page.focusWidget() is page._find
    page._find.setText("tram y te")
    shown = [not page._list.isRowHidden(row) for row in range(page._list.count())]
    assert sum(shown) == 1
    assert page.act("escape")
    assert not any(page._list.isRowHidden(row) for row in range(page._list.count()))


def test_tab_goes_through_every_section_as_the_eye_does(page: SettingsPage) -> None:
    for one in SECTIONS:
        if one.name != "numbers":
            page.open(section=one.name)
            check(page.section(one.name))


def test_tab_goes_along_each_line_of_the_numbers_and_then_to_what_is_below(
    page: SettingsPage,
) -> None:
    numbers = section(page, "numbers", NumbersSection)
    numbers.add_one.click()
    QApplication.processEvents()
    wanted = [
        one for line in numbers.lines for one in (line.name, line.number, line.tried, line.drop)
    ]
    wanted += [numbers.add_one, numbers.keep]
    chain = chain_in(numbers)
    start = chain.index(wanted[0])
    assert chain[start:] + chain[:start] == wanted
