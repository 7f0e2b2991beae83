"""Removing cases for good in the window: what is asked, what is told, what a slip does not do."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework import purging
from gbvcase.casework.cases import View, list_cases
from gbvcase.casework.desk import Desk
from gbvcase.domain.codes import Role
from gbvcase.domain.errors import DiskFull
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.jobs import Jobs
from gbvcase.ui.purge_dialog import PurgeDialog
from gbvcase.ui.settings import Settings
from gbvcase.ui.settings_cabinet import CabinetSection
from gbvcase.ui.trash_page import TrashPage
from gbvcase.vault.vault import Vault
from tests.ui.desks import PASSWORD, FakeFrame, new_desk, one_case
from tests.ui.test_large_text import faults
from tests.ui.test_reading_order import check


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.vault.lock()


class Asked:
    """The dialog over real jobs, as a person uses it."""

    def __init__(self, qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1366, 768)) -> None:
        self.qtbot, self.frame = qtbot, FakeFrame(desk)
        self.parent = QWidget()
        self.parent.resize(*size)
        qtbot.addWidget(self.parent)
        self.jobs = Jobs(self.parent)
        self.frame.jobs = self.jobs  # type: ignore[assignment]
        self.read_again = 0
        self.dialog = PurgeDialog(self.parent, self.frame, self._count)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def _count(self) -> None:
        self.read_again += 1

    def settles(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy(), timeout=20_000)
        QApplication.processEvents()

    def puts(self, code: str) -> None:
        self.dialog.code.setText(code)
        self.dialog.take.click()
        self.settles()

    def removes(self, word: str = "purge", password: str = PASSWORD) -> None:
        self.dialog.word.setText(word)
        self.dialog.password.line.setText(password)
        self.dialog.remove.click()
        self.settles()

    def read(self) -> str:
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisibleTo(self.dialog))


@pytest.fixture
def asked(qtbot: QtBot, desk: Desk) -> Iterator[Asked]:
    asked = Asked(qtbot, desk)
    yield asked
    asked.jobs.close()


def test_what_is_named_and_confirmed_is_removed_and_what_is_left_to_do_is_told(
    asked: Asked, desk: Desk
) -> None:
    gone, stays = one_case(desk), one_case(desk)
    asked.puts(str(gone.head.code).lower().replace("-", ""))
    told = asked.read()
    for words in (str(gone.head.code), "Rơ Châm H'Thử", "Incidents: 1", "Nobody can bring"):
        assert words in told
    asked.removes()
    assert list_cases(desk, View()) == (stays.head.id,)
    assert desk.vault.gen == 2
    told = asked.read()
    for words in ("Purged: 1. The cabinet has new keys", "Destroy or overwrite the copies"):
        assert words in told
    assert ("forgotten", {}) in asked.frame.gone
    assert asked.read_again == 1
    assert asked.frame.errors == []
    assert not asked.dialog.remove.isVisibleTo(asked.dialog)
    asked.dialog.leave.click()
    assert not asked.dialog.isVisible()


@pytest.mark.parametrize(
    ("word", "password", "told"),
    [
        ("", PASSWORD, "Type “purge”. Nothing was removed."),
        ("remove", PASSWORD, "Type “purge”. Nothing was removed."),
        ("purge", "", "Type the password of this cabinet."),
        ("purge", "khong phai mat khau", "The password is not right."),
    ],
)
def test_a_slip_removes_nothing_and_keeps_what_was_put_on_the_list(
    asked: Asked, desk: Desk, word: str, password: str, told: str
) -> None:
    case = one_case(desk)
    asked.puts(str(case.head.code))
    asked.removes(word, password)
    assert told in asked.read()
    assert asked.dialog.isVisible()
    assert list_cases(desk, View()) == (case.head.id,)
    assert desk.vault.gen == 1
    asked.removes()
    assert list_cases(desk, View()) == ()


def test_an_unknown_code_is_told_below_it_and_nothing_is_removed_without_a_case(
    asked: Asked, desk: Desk
) -> None:
    one_case(desk)
    asked.puts("")
    assert "Type the code of a case first." in asked.read()
    asked.puts("GL-2026-000000-0")
    assert "There is no case with the code GL-2026-000000-0" in asked.read()
    assert asked.dialog.code.text() == "GL-2026-000000-0"
    asked.removes()
    assert "There is no case on the list yet." in asked.read()
    assert len(list_cases(desk, View())) == 1


def test_a_case_is_listed_once_and_taken_off_again(asked: Asked, desk: Desk) -> None:
    first, second = one_case(desk), one_case(desk)
    for case in (first, second, first):
        asked.puts(str(case.head.code))
    offs = [
        one for one in asked.dialog.findChildren(QWidget) if "off the list" in one.accessibleName()
    ]
    assert len(offs) == 2
    offs[0].click()  # type: ignore[attr-defined]
    QApplication.processEvents()
    assert str(first.head.code) not in asked.read()
    asked.removes()
    assert list_cases(desk, View()) == (first.head.id,)


def test_escape_before_the_first_row_is_removed_stops_and_after_it_nothing_stops(
    asked: Asked, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = one_case(desk)
    asked.puts(str(case.head.code))
    reached, may_go_on = Event(), Event()
    real: Callable[..., object] = Vault.check_password

    def slowly(vault: Vault, password: str) -> None:
        reached.set()
        may_go_on.wait(10)
        real(vault, password)

    monkeypatch.setattr(Vault, "check_password", slowly)
    asked.dialog.word.setText("PURGE")
    asked.dialog.password.line.setText(PASSWORD)
    asked.dialog.remove.click()
    assert reached.wait(10)
    assert "Checking the password" in asked.read()
    asked.dialog.reject()
    may_go_on.set()
    asked.settles()
    assert "Stopped. Nothing was changed." in asked.read()
    assert list_cases(desk, View()) == (case.head.id,)

    asked.dialog._show_work(True)
    asked.dialog._progress(2, purging.STEPS)
    asked.dialog.reject()
    assert asked.dialog.isVisible()
    assert not asked.dialog.leave.isVisible()


def test_without_room_for_new_keys_it_is_told_and_the_settings_remind_of_it(
    asked: Asked, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = one_case(desk)
    section = CabinetSection(FakeFrame(desk))
    qtbot.addWidget(section)
    assert not section.removing.due.isVisibleTo(section)
    asked.puts(str(case.head.code))

    def full(*_arguments: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Vault, "rotate", full)
    asked.removes()
    assert list_cases(desk, View()) == ()
    assert "no room to write the cabinet under new keys" in asked.read()
    section.removing.read()
    assert section.removing.due.isVisibleTo(section)
    assert "Removed so far: 1, the last on " in section.removing.gone.text()


def test_only_those_who_answer_for_cases_are_offered_it(qtbot: QtBot, desk: Desk) -> None:
    from dataclasses import replace

    for role in Role:
        there = replace(desk, profile=replace(desk.profile, role=role))
        section, page = CabinetSection(FakeFrame(there)), TrashPage(FakeFrame(there))
        for one in (section, page):
            qtbot.addWidget(one)
        page.open()
        offered = role in (Role.CASEWORKER, Role.SUPERVISOR)
        assert section.removing.isVisibleTo(section) is offered
        ways = [one for one in page.findChildren(QPushButton) if one.text() == "Settings, Cabinet"]
        assert bool(ways) is offered


def test_the_trash_leads_to_the_place_where_cases_are_removed(qtbot: QtBot, desk: Desk) -> None:
    frame = FakeFrame(desk)
    page = TrashPage(frame)
    qtbot.addWidget(page)
    page.open()
    (way,) = (one for one in page.findChildren(QPushButton) if one.text() == "Settings, Cabinet")
    way.click()
    assert frame.gone == [("settings", {"section": "cabinet"})]


def test_tab_goes_through_it_as_it_is_read(asked: Asked, desk: Desk) -> None:
    asked.puts(str(one_case(desk).head.code))
    check(asked.dialog)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_at_twice_the_text_nothing_of_it_is_cut_or_moved_sideways(
    qtbot: QtBot, desk: Desk, language: str
) -> None:
    dress(make_app([]), Settings(language=language, look="light", percent=200))
    try:
        asked = Asked(qtbot, desk, size=(1024, 600))
        asked.puts(str(one_case(desk).head.code))
        asked.dialog.do()
        QApplication.processEvents()
        assert list(faults(asked.dialog)) == []
        assert asked.dialog.height() <= 600
        asked.jobs.close()
    finally:
        dress(make_app([]), Settings(language="en", look="light"))
