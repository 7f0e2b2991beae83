"""A person wants to be forgotten: her case goes for good, by keyboard, and comes back nowhere."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import View, list_cases
from gbvcase.casework.purging import purged
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.case import Case
from gbvcase.domain.speaking import speaker
from gbvcase.ui.case_page import CasePage
from gbvcase.ui.purge_dialog import PurgeDialog
from tests.stories.keyboard import at_work
from tests.ui.desks import PASSWORD, new_desk, one_case


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, Case, Case]:
    desk = new_desk(tmp_path)
    gone, stays = one_case(desk), one_case(desk)
    desk.vault.lock()
    return tmp_path / "v", gone, stays


def test_a_case_is_forgotten_without_a_mouse_and_no_page_shows_it_again(
    qtbot: QtBot, kept: tuple[Path, Case, Case]
) -> None:
    folder, gone, stays = kept
    with at_work(qtbot, folder) as (person, window):
        place = window.workplace
        assert place is not None
        place.go("case", case_id=gone.head.id)  # as one that was found
        person.waits(lambda: not window.jobs.is_busy())
        place.go("trash")
        person.waits(lambda: not window.jobs.is_busy())
        person.goes_to("Settings, Cabinet", most=30)
        person.keys("Space")
        person.waits(lambda: place.here == "settings" and not window.jobs.is_busy())
        person.goes_to("Remove cases for good...", most=60)
        person.keys("Space")
        (dialog,) = window.findChildren(PurgeDialog)
        person.waits(dialog.isVisible)
        assert person.at() is dialog.code
        person.types(str(gone.head.code))
        person.keys("Return")
        person.waits(lambda: person.at() is dialog.word)
        person.types("Purge")
        person.keys("Tab")
        person.types(PASSWORD)
        person.keys("Return")
        person.waits(lambda: person.where() == "Close")
        person.keys("Space")
        person.waits(lambda: not window.jobs.is_busy())
        assert not window.findChildren(CasePage)
        window.activateWindow()  # as the desktop does when a dialog is gone
        person.waits(lambda: person.where() == "Remove cases for good...")
        person.keys("Alt+Left")
        person.waits(lambda: place.here == "today" and not window.jobs.is_busy())
        assert not place.trouble.isVisible()
    desk = open_desk(folder, PASSWORD)  # the same password, new keys
    try:
        assert list_cases(desk, View()) == (stays.head.id,)
        assert [one.id for one in purged(desk)] == [gone.head.id]
        assert desk.vault.gen == 2
    finally:
        desk.vault.lock()


def test_the_word_to_type_can_be_typed_without_accents(
    qtbot: QtBot, kept: tuple[Path, Case, Case]
) -> None:
    from gbvcase.casework.purging import WORD
    from gbvcase.domain.folding import folded

    assert speaker("vi")(WORD) == "xóa hẳn"
    assert folded("XOA HAN") == folded("xóa hẳn")
