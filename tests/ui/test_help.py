"""F1, the page of help, Ctrl+K over everything, the messages of a sitting, and what failed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gbvcase.casework.help_pages import help_names, help_page
from gbvcase.casework.helplines import Helpline, keep_helplines
from gbvcase.domain.errors import DiskFull, VaultDamaged, VaultFromNewerProgram
from gbvcase.ui import theme
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.heard_dialog import HeardDialog
from gbvcase.ui.help_here import HelpDialog
from gbvcase.ui.help_page import HelpPage
from gbvcase.ui.help_reader import HelpReader
from gbvcase.ui.language import speak
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.pages import PAGES
from gbvcase.ui.palette_search import Palette
from gbvcase.ui.settings import Settings
from gbvcase.ui.settings_page import SettingsPage
from gbvcase.ui.window import Window
from gbvcase.ui.work_bar import QUIET_FOR, WorkBar
from gbvcase.ui.workplace import Workplace
from tests.ui.desks import PASSWORD, new_desk, one_case


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    dress(make_app([]), Settings(language="en", look="light"))
    window = Window()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    yield window
    window.end_sitting()
    speak("en")
    theme.apply(make_app([]), look="light")


@pytest.fixture
def place(qtbot: QtBot, window: Window, tmp_path: Path) -> Workplace:
    desk = new_desk(tmp_path)
    one_case(desk)
    window.given = desk.vault.folder
    window.show()
    window.activateWindow()
    window.sit_down(desk)
    place = window.workplace
    assert place is not None
    qtbot.waitUntil(lambda: bool(place.here) and not place.jobs.is_busy(), timeout=20_000)
    place.go("settings")
    settle(qtbot, place)
    return place


def settle(qtbot: QtBot, place: Workplace) -> None:
    qtbot.waitUntil(lambda: not place.jobs.is_busy(), timeout=20_000)
    qtbot.wait(20)


def dialog() -> HelpDialog:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, HelpDialog)
    return shown


def test_every_entry_of_the_navigation_has_one_screen_of_help() -> None:
    assert {page.name for page in PAGES if page.in_navigation} <= set(help_names())


def test_f1_shows_one_screen_about_the_page_and_escape_leaves_everything_as_it_was(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    before = window.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert dialog().name == "settings"
    QTest.keyClick(dialog(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert place.here == "settings"
    assert window.focusWidget() is before


def test_f1_in_a_question_says_why_it_is_asked_and_opens_no_window(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    place.go("intake")
    settle(qtbot, place)
    form = place.page._forms["client"]  # type: ignore[union-attr]
    form.focus_field("phone_safe")
    qtbot.waitUntil(lambda: form.focused() == "phone_safe")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1)
    assert QApplication.activeModalWidget() is None
    said = form.row("phone_safe")._help
    assert not said.isHidden()
    assert "0912 345 678" in said.text() and "agreed to" in said.text()


def test_the_lock_page_has_help_too(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk.vault.lock()
    window.begin(desk.vault.folder)
    window.show()
    assert isinstance(window.centralWidget(), LockPage)
    window.press("help")
    assert dialog().name == "lock"
    dialog().close()


def test_a_cabinet_of_a_newer_program_leads_to_what_can_be_done(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    desk = new_desk(tmp_path)
    desk.vault.lock()
    for name in ("data.key", "data.key2"):
        path = desk.vault.folder / name
        path.write_bytes(path.read_bytes().replace(b'"min_reader":1', b'"min_reader":9'))
    window.begin(desk.vault.folder)
    window.show()
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    page.unlock_with(PASSWORD)
    qtbot.waitUntil(page._what_to_do.isVisible, timeout=20_000)
    page._what_to_do.click()
    assert dialog().name == "trouble"
    dialog().close()
    page.unlock_with(PASSWORD)
    assert not page._what_to_do.isVisible()
    qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)


def test_help_stands_at_the_foot_of_the_navigation_and_opens_at_the_page_one_is_on(
    qtbot: QtBot, place: Workplace
) -> None:
    place.navigation._help.click()
    settle(qtbot, place)
    assert place.here == "help"
    assert place.page.where() == {"name": "settings"}  # type: ignore[union-attr]
    place.back()
    assert place.here == "settings"


def test_the_page_of_help_is_searched_and_every_page_can_be_read(
    qtbot: QtBot, place: Workplace
) -> None:
    place.go("help", name="promise")
    settle(qtbot, place)
    page = place.page
    assert isinstance(page, HelpPage)
    assert page.act("find")
    page._find.setText("forgotten password")
    found = [page._list.item(row).text() for row in range(page._list.count())]
    assert found[0] == help_page("password", "en").title
    page._find.setText("qwertyuiop")
    assert page._nothing.isVisible()
    assert page.act("escape")
    for row in range(page._list.count()):
        page._list.setCurrentRow(row)
        assert page.reader.page is not None
        assert page.reader.area.accessibleDescription().endswith(page.reader.page.words)
    assert page._list.count() == len(help_names())


def test_numbers_that_can_be_trusted_stand_first_and_no_others(
    qtbot: QtBot, place: Workplace
) -> None:
    keep_helplines(
        place.desk,
        [
            Helpline(name="Trực (mẫu)", number="0990000003", checked_on=place.desk.today()),
            Helpline(name="Số cũ (mẫu)", number="0990000004"),
        ],
    )
    place.go("help", name="call")
    settle(qtbot, place)
    said = place.page.reader.area.accessibleDescription()  # type: ignore[union-attr]
    assert "0990000003" in said and "0990000004" not in said


def test_a_page_of_help_is_never_read_as_mark_up(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    reader = HelpReader()
    qtbot.addWidget(reader)
    for name in help_names():
        reader.show_page(help_page(name, "vi"))
        labels = reader.findChildren(QLabel)
        assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}


def groups_of(palette: Palette) -> list[str]:
    items = [palette._list.item(row) for row in range(palette._list.count())]
    return [one.text() for one in items if one.data(Qt.ItemDataRole.UserRole) is None]


def test_one_key_finds_cases_papers_tasks_commands_and_help_in_this_order(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    window.press("palette")
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    assert "Help pages" not in groups_of(palette), "nothing was looked for yet"
    for text, head in (
        ("ro cham", "People and cases"),
        ("empty intake", "Papers to print"),
        ("settings: lo", "Commands"),
        ("shelters", "Help pages"),
    ):
        palette._field.setText(text)
        qtbot.waitUntil(lambda head=head: head in groups_of(palette), timeout=5_000)
    palette._field.setText("settings: lo")
    qtbot.waitUntil(lambda: groups_of(palette)[:1] == ["Commands"], timeout=5_000)
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    page = place.page
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: page.here == "lock", timeout=5_000)


def test_what_was_said_can_be_read_again_the_newest_first(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    place.note("First.")
    place.failed(VaultDamaged())
    window._make_workplace(place.desk)  # as when the language changes
    place = window.workplace  # type: ignore[assignment]
    place.note("Second.")
    place.show_messages()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, HeardDialog)
    lines = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert lines[0].endswith("Second.") and lines[2].endswith("First.")
    assert "▲" in lines[1]
    shown.close()


def test_a_note_stays_while_it_is_looked_at(qtbot: QtBot, place: Workplace) -> None:
    done: list[int] = []
    place.note("Thrown away.", "Undo", lambda: done.append(1))
    place.notes._action.setFocus()
    qtbot.waitUntil(place.notes._action.hasFocus)
    place.notes._grow_quiet()
    assert place.notes._text.text() == "Thrown away."
    place.notes._action.click()
    assert done == [1] and place.notes._text.text() == ""


def test_a_full_disk_is_tried_again_with_one_button(qtbot: QtBot, place: Workplace) -> None:
    room: list[bool] = []
    done: list[str] = []

    def work(_progress: object) -> str:
        if not room:
            raise DiskFull
        return "written"

    place.jobs.start(work, done=done.append, failed=place.failed)
    qtbot.waitUntil(lambda: "full" in place.trouble.text)
    again = place.trouble._actions[1]
    assert again.text() == "Try again"
    again.click()
    settle(qtbot, place)
    assert "full" in place.trouble.text, "it is still full"
    room.append(True)
    again.click()
    qtbot.waitUntil(lambda: done == ["written"])
    assert place.trouble.text == ""


@pytest.mark.parametrize("error", [VaultDamaged(), VaultFromNewerProgram()])
def test_what_cannot_be_tried_again_leads_to_the_help(
    qtbot: QtBot, place: Workplace, error: Exception
) -> None:
    place.failed(error)
    place.trouble._actions[1].click()
    settle(qtbot, place)
    assert (place.here, place.page.where()) == ("help", {"name": "trouble"})  # type: ignore[union-attr]


def test_a_fault_can_be_passed_over_and_its_description_copied(
    window: Window, place: Workplace
) -> None:
    window.tell_fault(ValueError("secret"))
    go_on, copy = place.trouble._actions
    assert (go_on.text(), copy.text()) == ("Go on", "Copy a description")
    go_on.click()
    assert place.trouble.text == ""
    window.tell_fault(ValueError("secret"))
    copy.click()
    copied = QApplication.clipboard().text()
    assert "ValueError" in copied and "secret" not in copied


def test_the_bar_shows_and_stops_the_work_that_runs_and_not_what_waits_behind_it(
    qtbot: QtBot, place: Workplace
) -> None:
    from threading import Event

    go_on, stopped, order = Event(), list[Exception](), list[str]()

    def long_one(progress: object) -> None:
        order.append("long")
        progress(1_200, 4_000)  # type: ignore[operator]
        go_on.wait(10)
        progress(1_201, 4_000)  # type: ignore[operator]

    place.jobs.start(long_one, done=order.append, failed=stopped.append, words="Reading lines:")
    place.jobs.start(lambda _p: order.append("short"), done=lambda _: None, failed=stopped.append)
    bar = place.work
    assert isinstance(bar, WorkBar)
    qtbot.waitUntil(bar.isVisible, timeout=QUIET_FOR + 2_000)
    qtbot.waitUntil(lambda: bar._words.text() == "Reading lines: 1,200 of 4,000")
    bar._stop.click()
    go_on.set()
    settle(qtbot, place)
    assert [type(one).__name__ for one in stopped] == ["Cancelled"]
    assert order == ["long", "short"]
    assert "Nothing was changed" in place.notes.heard.notes[-1]
    assert not bar.isVisible()


def test_every_question_says_how_to_answer_or_where_the_answer_goes() -> None:
    from gbvcase.domain.case import PARTS
    from gbvcase.domain.fields import Sensitivity, entries_of
    from gbvcase.ui.field_help import help_of

    for record in PARTS.values():
        for entry in entries_of(record):
            if entry.about.hidden or entry.is_group:
                continue
            told = help_of(entry)
            is_ours = entry.about.sensitivity is Sensitivity.ADMINISTRATIVE
            assert told or (is_ours and not entry.about.declinable), entry.name
            assert "{" not in told
