"""Every page with text of twice the size, in the smallest window and a common one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework.desk import Desk
from gbvcase.ui import theme
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.case_page import CasePage
from gbvcase.ui.case_tabs import CaseTabBar
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.jobs import Jobs
from gbvcase.ui.language import speak
from gbvcase.ui.laying import OneLine
from gbvcase.ui.settings import Settings
from gbvcase.ui.workplace import Workplace
from tests.ui.desks import new_desk, one_case
from tests.ui.test_words_on_screen import cut_off, pages


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    desk = new_desk(tmp_path_factory.mktemp("office"))
    yield desk, one_case(desk).head.id
    desk.vault.lock()


@pytest.fixture
def jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    jobs = Jobs()
    yield jobs
    jobs.close()
    speak("en")
    theme.apply(make_app([]), look="light")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_or_moved_sideways_at_twice_the_text(
    qtbot: QtBot, office: tuple[Desk, str], jobs: Jobs, language: str
) -> None:
    dress(make_app([]), Settings(language=language, look="light", percent=200))
    wrong = [(name, what) for name, page in pages(qtbot, office, jobs) for what in faults(page)]
    assert wrong == []


def faults(page: QWidget) -> Iterator[str]:
    """Yield what cannot be read in a page as it stands."""
    bars = page.findChildren(QWidget, "qt_scrollarea_hcontainer")
    yield from ("sideways" for bar in bars if bar.isVisible())
    yield from cut_off(page)
    for one in page.findChildren(QLabel):
        is_read = one.isVisible() and one.text() and not isinstance(one, OneLine)
        if is_read and not one.wordWrap() and one.width() < one.sizeHint().width() - 1:
            yield one.text()
    for tabs in page.findChildren(CaseTabBar):
        yield from ("arrows" for one in tabs.findChildren(QToolButton) if one.isVisible())


def test_the_parts_of_a_case_are_a_list_where_tabs_have_no_room(
    qtbot: QtBot, office: tuple[Desk, str], jobs: Jobs
) -> None:
    dress(make_app([]), Settings(language="en", look="light", percent=200))
    place = Workplace(office[0], jobs)
    qtbot.addWidget(place)
    place.resize(1024, 600)
    place.show()
    place.go("case", case_id=office[1])
    qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=20_000)
    page = place.page
    assert isinstance(page, CasePage)
    parts = page.first_field()
    assert isinstance(parts, CalmComboBox)
    assert parts.accessibleName() == "Parts of the case"
    row = parts.findText("Timeline")
    parts.setCurrentIndex(row)
    parts.activated.emit(row)
    assert page.where()["tab"] == "timeline"
    page.act("next_tab")
    assert parts.currentText() == "Overview"
    QApplication.processEvents()
    assert page._head.more.text() == ""
    assert page._head.more.accessibleName() == "More"
