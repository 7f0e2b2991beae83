"""The window as a person meets it: locked, opened, walked through, hidden and locked again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gbvcase.casework.drafts import drafts
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.errors import WrongPassword
from gbvcase.ui import theme
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.keys import KEYS
from gbvcase.ui.language import speak
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.pages import PAGES
from gbvcase.ui.settings import Settings, preferences
from gbvcase.ui.window import Window
from gbvcase.ui.workplace import Workplace
from tests.ui.desks import PASSWORD, new_desk, one_case

NAME = "Rơ Châm H'Thử"
CASE_TABS = ("overview", "client", "incidents", "consents", "referrals", "timeline")


@pytest.fixture(scope="module")
def cabinet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    desk = new_desk(Path(tmp_path_factory.mktemp("cabinet")))
    case = one_case(desk)
    desk.vault.lock()
    return desk.vault.folder, case.head.id


@pytest.fixture
def quiet_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def window(qtbot: QtBot, quiet_home: Path, cabinet: tuple[Path, str]) -> Iterator[Window]:
    dress(make_app([]), Settings(language="en", look="light"))
    window = Window()
    qtbot.addWidget(window)
    window.begin(cabinet[0])
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    yield window
    window.end_sitting()
    speak("en")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app)


@pytest.fixture
def place(qtbot: QtBot, window: Window) -> Workplace:
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    page.unlock_with(PASSWORD)
    qtbot.waitUntil(lambda: window.workplace is not None, timeout=20_000)
    place = window.workplace
    assert place is not None
    qtbot.waitUntil(lambda: place.page is not None and not place.jobs.is_busy(), timeout=20_000)
    place.go("today")
    settle(qtbot, place)
    return place


def settle(qtbot: QtBot, place: Workplace) -> None:
    qtbot.waitUntil(lambda: not place.jobs.is_busy(), timeout=20_000)
    qtbot.wait(20)


def test_the_password_field_has_the_cursor_and_a_wrong_password_is_said(
    qtbot: QtBot, window: Window
) -> None:
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    qtbot.waitUntil(page._field.line.hasFocus)
    page.unlock_with("khong phai mat khau nay")
    qtbot.waitUntil(lambda: not page._problem.isHidden(), timeout=20_000)
    assert page._problem.text() == WrongPassword().said(lambda text: text)
    assert page._field.text() == ""


def test_opening_can_be_cancelled_and_closes_what_was_opened(
    qtbot: QtBot, window: Window, cabinet: tuple[Path, str]
) -> None:
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    page.unlock_with(PASSWORD)
    page._cancel.click()
    qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
    assert window.workplace is None
    open_desk(cabinet[0], PASSWORD).vault.lock()


def test_every_page_opens_with_a_name_and_takes_the_keyboard(
    qtbot: QtBot, place: Workplace, cabinet: tuple[Path, str]
) -> None:
    for page in PAGES:
        if page.name == "preview" or not place.offers(page.name):
            continue
        place.go(
            page.name, **({"case_id": cabinet[1]} if page.name in ("case", "referral") else {})
        )
        settle(qtbot, place)
        assert place.here == page.name
        assert place.page is not None and place.page.accessibleName()
        assert place.page.isAncestorOf(place.focusWidget()), page.name
        assert place.trouble.text == ""


def test_every_button_has_a_name_and_is_large_enough(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    for name in ("today", "cases", "report", "settings", "directory"):
        place.go(name)
        settle(qtbot, place)
        for one in window.findChildren(QWidget):
            if not isinstance(one, QPushButton | QToolButton) or not one.isVisible():
                continue
            said = one.accessibleName() or one.text()
            assert said, (name, one)
            is_link = one.property("kind") in ("link", "chip", "segment")
            assert one.height() >= (24 if is_link else 34), (name, said, one.height())


def test_no_text_of_a_value_is_read_as_mark_up(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    for name in ("today", "cases", "report", "settings"):
        place.go(name)
        settle(qtbot, place)
    bare = [
        one.text()
        for one in window.findChildren(QLabel)
        if one.textFormat() != Qt.TextFormat.PlainText and "<" in one.text()
    ]
    assert bare == []


def test_the_title_and_the_names_of_the_window_tell_nothing(
    qtbot: QtBot, window: Window, place: Workplace, cabinet: tuple[Path, str]
) -> None:
    place.go("case", case_id=cabinet[1])
    settle(qtbot, place)
    for one in QApplication.topLevelWidgets():
        for said in (one.windowTitle(), one.accessibleName(), one.toolTip()):
            assert NAME not in said
    assert window.windowTitle() == "Workbook"
    assert QApplication.applicationName() == "Workbook"


def test_names_are_hidden_on_the_start_page_until_they_are_asked_for(
    qtbot: QtBot, place: Workplace, cabinet: tuple[Path, str]
) -> None:
    place.go("case", case_id=cabinet[1])
    settle(qtbot, place)
    place.go("today")
    settle(qtbot, place)
    assert place.page is not None
    shown = [one.text() for one in place.page.findChildren(QPushButton)]
    assert not any(NAME in text for text in shown)
    place.page.act("hide_names")
    assert any(NAME in one.text() for one in place.page.findChildren(QPushButton))


def test_quick_hide_takes_every_window_away_at_once_and_then_locks(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    with qtbot.waitSignal(window.locked, timeout=20_000) as heard:
        window.hide_quickly()
        assert not any(one.isVisible() for one in QApplication.topLevelWidgets())
    assert heard.args == [True]
    assert window.workplace is None


def test_locking_keeps_the_words_and_unlocking_offers_them(
    qtbot: QtBot, window: Window, place: Workplace, cabinet: tuple[Path, str]
) -> None:
    place.go("intake")
    settle(qtbot, place)
    page = place.page
    page._forms["client"].row("full_name").set_typed("Trần Thị Mẫu")
    page._changed()
    with qtbot.waitSignal(window.locked, timeout=20_000):
        window.press("lock")
    assert window.workplace is None
    desk = open_desk(cabinet[0], PASSWORD)
    try:
        kept = [draft for draft in drafts(desk) if "Trần Thị Mẫu" in str(draft.values)]
        assert len(kept) == 1
    finally:
        desk.vault.lock()


def test_locking_is_not_held_up_by_a_dialog_or_by_work(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    def work(progress: object) -> None:
        for step in range(10**9):
            progress(step, 10**9)  # type: ignore[operator]

    place.jobs.start(work, done=lambda _: None, failed=place.failed)
    window.show_keys()
    with qtbot.waitSignal(window.locked, timeout=20_000):
        window.press("lock")
    assert window.workplace is None


def test_work_is_refused_once_the_cabinet_locks(window: Window, place: Workplace) -> None:
    jobs, begun = place.jobs, []
    window.lock()
    jobs.start(lambda _progress: begun.append(1), done=begun.append, failed=begun.append)
    assert begun == []


def test_the_keys_of_the_table_are_not_bound_twice() -> None:
    every = [keys for key in KEYS for keys in key.keys]
    assert len(every) == len(set(every))


def test_a_page_begins_at_its_first_field_wherever_the_focus_was(
    qtbot: QtBot, window: Window, place: Workplace, cabinet: tuple[Path, str]
) -> None:
    for _ in range(2):
        place.go("case", case_id=cabinet[1])
        settle(qtbot, place)
        qtbot.waitUntil(lambda: window.focusWidget() is place.page.first_field())
        place.go("today")
        settle(qtbot, place)


def test_back_and_forward_walk_through_what_was_seen(qtbot: QtBot, place: Workplace) -> None:
    for name in ("cases", "settings"):
        place.go(name)
        settle(qtbot, place)
    place.back()
    assert place.here == "cases"
    place.back()
    assert place.here == "today"
    place.forward()
    assert place.here == "cases"


def test_the_text_grows_by_key_and_the_pages_become_a_rail(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    for _ in range(5):
        window.press("larger")
    assert preferences.current.percent == 200
    assert window.workplace is not None and window.workplace.navigation.is_rail
    settle(qtbot, window.workplace)
    window.press("usual_size")
    assert preferences.current.percent == 100


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
def test_nothing_is_moved_sideways_at_twice_the_text(
    qtbot: QtBot,
    window: Window,
    place: Workplace,
    cabinet: tuple[Path, str],
    size: tuple[int, int],
) -> None:
    window.resize(*size)
    preferences.take(percent=200)
    place = window.workplace
    assert place is not None
    places: list[tuple[str, dict[str, object]]] = [
        *((name, {}) for name in ("today", "cases", "intake", "report", "settings")),
        *(("case", {"case_id": cabinet[1], "tab": tab}) for tab in CASE_TABS),
        ("referral", {"case_id": cabinet[1], "number": None}),
    ]
    for name, where in places:
        place.go(name, **where)
        settle(qtbot, place)
        assert window.width() == size[0], name
        bars = place.page.findChildren(QWidget, "qt_scrollarea_hcontainer")
        qtbot.waitUntil(lambda bars=bars: not any(one.isVisible() for one in bars))


def test_pages_are_opened_and_left_again_and_again(qtbot: QtBot, place: Workplace) -> None:
    for _ in range(12):  # the toolkit once came back to a part that Python was done with
        for name in ("intake", "today", "cases"):
            place.go(name)
            settle(qtbot, place)
            qtbot.wait(20)
    assert place.here == "cases"


def test_a_language_is_changed_without_leaving_the_page(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    place.go("settings")
    settle(qtbot, place)
    preferences.take(language="vi")
    assert window.windowTitle() == "Sổ công tác"
    assert window.workplace is not None and window.workplace is not place
    assert window.workplace.here == "settings"
    settle(qtbot, window.workplace)


def test_everything_is_found_by_one_key(
    qtbot: QtBot, window: Window, place: Workplace, cabinet: tuple[Path, str]
) -> None:
    window.press("palette")
    palette = window.findChild(QWidget, "palette")
    QTest.keyClicks(palette._field, "ro cham")
    settle(qtbot, place)
    qtbot.waitUntil(lambda: any(NAME in one.words for one in palette._choices), timeout=5_000)
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.here == "case", timeout=5_000)
    settle(qtbot, place)


def test_a_fault_is_told_without_its_values(window: Window, place: Workplace) -> None:
    try:
        raise ValueError(NAME)
    except ValueError as error:
        window.tell_fault(error)
    assert place.trouble.text
    place.trouble._actions[1].click()
    copied = QApplication.clipboard().text()
    assert "ValueError" in copied and NAME not in copied


def test_who_copies_is_told_once_that_it_stays_in_the_program(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    window._clipboard._owns = lambda: True
    line = QLineEdit(NAME, place)
    told: list[str] = []
    for _ in range(2):
        line.selectAll()
        line.copy()
        settle(qtbot, place)
        told.append(place.notes._text.text())
        place.note("")
    assert told == ["Copied. It can be pasted in this program only.", ""]
    assert QApplication.clipboard().text() == ""
