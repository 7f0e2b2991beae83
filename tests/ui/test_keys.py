"""The keys: the table that was agreed, the table of the code, and what happens when one is hit."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gbvcase.casework.desk import Desk
from gbvcase.ui import theme
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.key_sheet import KeySheet, said_keys
from gbvcase.ui.keys import KEYS
from gbvcase.ui.language import speak
from gbvcase.ui.settings import Settings, preferences
from gbvcase.ui.window import Window
from gbvcase.ui.workplace import Workplace
from tests.ui.desks import new_desk, one_case

AGREED = {
    "F12": "hide",
    "Ctrl+L": "lock",
    "Ctrl+K": "palette",
    "Ctrl+F": "find",
    "Ctrl+N": "new_case",
    "Ctrl+S": "save",
    "Ctrl+Enter": "main",
    "Ctrl+P": "print",
    "Ctrl+R": "refer",
    "Ctrl+T": "new_task",
    "Ctrl+M": "new_note",
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
    **{f"Ctrl+{number}": f"page_{number}" for number in range(1, 8)},
    "Ctrl+Tab": "next_tab",
    "Ctrl+Shift+Tab": "previous_tab",
    "Alt+Left": "back",
    "Alt+Right": "forward",
    "Alt+Down": "choices",
    "Ctrl+;": "write_today",
    "Ctrl+.": "pause",
    "Ctrl+H": "hide_names",
    "F1": "help",
    "F2": "edit",
    "F4": "preview",
    "F6": "next_area",
    "Shift+F6": "previous_area",
    "Ctrl++": "larger",
    "Ctrl+-": "smaller",
    "Ctrl+0": "usual_size",
    "Ctrl+,": "settings",
    "Ctrl+/": "keys",
    "Space": "tick",
    "Return": "open",
    "Esc": "escape",
}
"""ux.md section 7."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    one_case(desk)
    yield desk
    desk.vault.lock()


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Window]:
    """A window that speaks Vietnamese, or what a test asks for."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    dress(make_app([]), Settings(language=getattr(request, "param", "vi"), look="light"))
    window = Window()
    qtbot.addWidget(window)
    yield window
    window.end_sitting()
    speak("en")
    preferences.begin(Settings())
    theme.apply(make_app([]), look="light")


@pytest.fixture
def place(qtbot: QtBot, window: Window, desk: Desk) -> Workplace:
    window.given = desk.vault.folder
    window.show()
    window.activateWindow()
    window.sit_down(desk)
    place = window.workplace
    assert place is not None
    qtbot.waitUntil(lambda: bool(place.here) and not place.jobs.is_busy(), timeout=20_000)
    return place


def hit(window: Window, keys: str) -> None:
    one = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)[0]
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, one.key(), one.keyboardModifiers())


def come_back(qtbot: QtBot, window: Window) -> None:
    """Wait for what a window manager does once a dialog is gone."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def settle(qtbot: QtBot, place: Workplace) -> None:
    qtbot.waitUntil(lambda: not place.jobs.is_busy(), timeout=20_000)
    qtbot.wait(20)


def test_the_table_of_the_code_is_the_one_that_was_agreed() -> None:
    assert {keys: key.name for key in KEYS for keys in key.keys if keys in AGREED} == AGREED
    assert {key.name for key in KEYS} == set(AGREED.values())


@pytest.mark.parametrize("window", ["vi", "en"], indirect=True)
def test_no_key_is_bound_twice_in_any_language(window: Window) -> None:
    """`Enter` and `Return` have one name in Vietnamese: bound by name, neither would work."""
    portable = QKeySequence.SequenceFormat.PortableText
    bound = Counter(one.key().toString(portable) for one in window.findChildren(QShortcut))
    assert [keys for keys, count in bound.items() if count > 1] == []
    assert set(bound) >= {keys for keys, name in AGREED.items() if name not in OF_WIDGETS}


OF_WIDGETS = {key.name for key in KEYS if key.of_widget}


def test_keys_that_hold_everywhere_do_what_the_table_says(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    for keys, page in (
        ("Ctrl+,", "settings"),
        ("Ctrl+N", "intake"),
        ("Ctrl+1", place.navigation.pages[0].name),
        ("Ctrl+2", place.navigation.pages[1].name),
        ("Alt+Left", place.navigation.pages[0].name),
        ("Alt+Right", place.navigation.pages[1].name),
    ):
        hit(window, keys)
        settle(qtbot, place)
        assert place.here == page, keys
    inside = window.focusWidget()
    hit(window, "F6")
    assert window.focusWidget() is not inside
    hit(window, "Shift+F6")
    assert place.page.isAncestorOf(window.focusWidget())  # type: ignore[union-attr]


@pytest.mark.parametrize("window", ["vi", "en"], indirect=True)
def test_the_main_button_of_a_page_and_of_a_dialog_is_pressed_by_ctrl_enter(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    hit(window, "Ctrl+/")
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, KeySheet)
    qtbot.waitUntil(lambda: sheet.isAncestorOf(QApplication.focusWidget()))
    hit(window, "Ctrl+Enter")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    come_back(qtbot, window)
    place.go("directory")
    settle(qtbot, place)
    pressed: list[int] = []
    place.page._save.clicked.disconnect()  # type: ignore[union-attr]
    place.page._keep = lambda: pressed.append(1)  # type: ignore[union-attr]
    hit(window, "Ctrl+Return")
    assert pressed == [1]


def test_hiding_and_locking_reach_through_a_dialog(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    for keys, question in (("F1", True), ("Ctrl+L", False)):
        hit(window, "Ctrl+K")
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        qtbot.waitUntil(lambda d=dialog: d.isAncestorOf(QApplication.focusWidget()))
        if question:
            hit(window, keys)
            assert QApplication.activeModalWidget() is dialog, "help does not cover a question"
            dialog.close()
            come_back(qtbot, window)
            continue
        with qtbot.waitSignal(window.locked):
            hit(window, keys)
    assert QApplication.activeModalWidget() is None
    assert window.workplace is None


def test_ctrl_enter_in_the_search_shows_the_list(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    hit(window, "Ctrl+K")
    palette = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: palette.isAncestorOf(QApplication.focusWidget()))
    palette._field.setText("ro cham")  # type: ignore[union-attr]
    hit(window, "Ctrl+Return")
    settle(qtbot, place)
    assert place.here == "cases"


def test_another_key_hides_everything_if_one_was_chosen(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    preferences.take(hide_key="F9")
    place = window.workplace  # type: ignore[assignment]
    settle(qtbot, place)
    assert "F9" in place.navigation._hide.toolTip()
    assert said_keys()[0][0] == "F9"
    hit(window, "F12")
    qtbot.wait(50)
    assert window.isVisible()
    with qtbot.waitSignal(window.locked):
        hit(window, "F9")
    assert window.workplace is None


def test_the_sheet_of_keys_is_printed_from_its_own_table(
    qtbot: QtBot, window: Window, place: Workplace
) -> None:
    from pypdfium2 import PdfDocument

    window.press("keys")
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, KeySheet)
    sheet.print_button.click()
    qtbot.waitUntil(lambda: place.here == "preview", timeout=10_000)
    settle(qtbot, place)
    document = PdfDocument(BytesIO(place.page.where()["paper"]))  # type: ignore[union-attr]
    assert len(document) == 1
    said = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    for keys, does, _where in said_keys():
        assert keys in said and does in said


def test_the_sheet_of_keys_is_shown_before_a_cabinet_is_open_too(
    qtbot: QtBot, window: Window, desk: Desk
) -> None:
    desk.vault.lock()
    window.begin(desk.vault.folder)
    window.show()
    window.press("keys")
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, KeySheet)
    assert not hasattr(sheet, "print_button")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
