"""The first start by keyboard alone; at each page somebody comes in, and it can be gone on with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gbvcase.casework import upkeep
from gbvcase.casework.cabinets import cabinets
from gbvcase.casework.recovery_sheet import ReminderKind, recovery_reminder
from gbvcase.sealing.slots import FLOOR
from gbvcase.ui import first_run, theme
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.first_run import FirstRun
from gbvcase.ui.language import speak
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.recovery_reminder import ReminderStrip
from gbvcase.ui.settings import Settings, preferences, read_settings
from gbvcase.ui.window import Window
from tests.stories.keyboard import Person


@pytest.fixture(autouse=True)
def fresh_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    make = upkeep.create_cabinet
    monkeypatch.setattr(first_run, "create_cabinet", lambda *given: make(*given, cost=FLOOR))
    yield
    speak("en")
    preferences.begin(Settings())
    theme.apply(make_app([]), look="light")


def begun(qtbot: QtBot) -> tuple[Person, Window]:
    """Start the program as on a computer that has seen it before, or has not."""
    dress(make_app([]), read_settings())
    window = Window()
    qtbot.addWidget(window)
    window.begin()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    person = Person(qtbot, window)
    person.waits(lambda: QApplication.focusWidget() is not None)
    return person, window


def page_of(window: Window) -> FirstRun:
    page = window.centralWidget()
    assert isinstance(page, FirstRun)
    return page


def left_and_begun_again(window: Window, qtbot: QtBot) -> tuple[Person, Window]:
    """Close the program, and start it anew."""
    window.close()
    window.jobs.close()
    return begun(qtbot)


def at_step(person: Person, window: Window, number: int) -> FirstRun:
    person.waits(lambda: page_of(window)._step == number)
    person.qtbot.wait(20)
    return page_of(window)


def fill_the_office(person: Person) -> None:
    person.waits(lambda: person.where() == "office_0")
    person.types("Lan (mẫu)")
    person.goes_to("office_2")
    person.types("Trung tâm (mẫu)")


def confirm(person: Person, page: FirstRun) -> None:
    step = page._recovery
    assert step is not None
    for number in step._asked:
        person.types(step._groups[number])
        person.keys("Tab")


def test_four_pages_without_a_mouse_lead_to_the_start_page(qtbot: QtBot) -> None:
    person, window = begun(qtbot)
    person.keys("Ctrl+Return")
    at_step(person, window, first_run.OFFICE)
    fill_the_office(person)
    person.keys("Ctrl+Return")
    page = at_step(person, window, first_run.PASSWORD)
    person.keys("Ctrl+Return")
    person.waits(lambda: page._recovery is not None)
    page = at_step(person, window, first_run.RECOVERY)
    person.waits(lambda: page._recovery.first_field().hasFocus())
    person.keys("Ctrl+Return")
    assert page._step == first_run.RECOVERY, "the two groups are asked for first"
    page._recovery.first_field().setFocus()
    confirm(person, page)
    person.keys("Ctrl+Return")
    person.waits(lambda: window.workplace is not None and window.workplace.here == "today")
    person.waits(lambda: not window.jobs.is_busy())
    assert window.workplace.desk.profile.worker == "Lan (mẫu)"
    assert recovery_reminder(window.workplace.desk) is None
    assert window._answers.number == "", "the number is shown once and not kept"
    window.end_sitting()


def test_the_words_of_each_page_stay_when_the_text_grows_or_the_language_changes(
    qtbot: QtBot,
) -> None:
    person, window = begun(qtbot)
    person.keys("Ctrl++")
    assert page_of(window)._step == first_run.LANGUAGE
    person.keys("Ctrl+Return")
    at_step(person, window, first_run.OFFICE)
    fill_the_office(person)
    person.keys("Ctrl++")
    page = at_step(person, window, first_run.OFFICE)
    assert page._office._worker.text() == "Lan (mẫu)"
    preferences.take(language="en")
    page = at_step(person, window, first_run.OFFICE)
    assert page._office._office.text() == "Trung tâm (mẫu)"
    page.go_back()
    page.act("main")
    page.act("main")
    page = at_step(person, window, first_run.PASSWORD)
    words = page.password_step.kept()[0]
    person.keys("Ctrl+-")
    page = at_step(person, window, first_run.PASSWORD)
    assert page.password_step.kept() == (words, "", False)
    page.password_step.restore((words, "mot mat khau tu dat", True))
    person.keys("Ctrl+0")
    page = at_step(person, window, first_run.PASSWORD)
    assert page.password_step.kept() == (words, "mot mat khau tu dat", True)
    page.password_step.restore((words, "", False))
    person.keys("Ctrl+Return")
    person.keys("Ctrl++")  # while the cabinet is being made
    person.waits(lambda: page_of(window)._recovery is not None)
    page = at_step(person, window, first_run.RECOVERY)
    number = page._number
    person.keys("Ctrl++")
    page = at_step(person, window, first_run.RECOVERY)
    assert page._number == number and number, "the number that is shown once is still there"
    window.close()


def test_it_can_be_left_at_every_page_and_begun_again(qtbot: QtBot) -> None:
    person, window = begun(qtbot)
    preferences.take(language="en", percent=115)
    person, window = left_and_begun_again(window, qtbot)
    assert (preferences.current.language, preferences.current.percent) == ("en", 115)
    person.keys("Ctrl+Return")
    at_step(person, window, first_run.OFFICE)
    fill_the_office(person)
    person, window = left_and_begun_again(window, qtbot)
    assert cabinets() == (), "nothing lies about before there is a cabinet to keep it"
    person.keys("Ctrl+Return")
    at_step(person, window, first_run.OFFICE)
    fill_the_office(person)
    person.keys("Ctrl+Return")
    page = at_step(person, window, first_run.PASSWORD)
    words = page.password_step.kept()[0]
    person.keys("Ctrl+Return")
    person.waits(lambda: page._recovery is not None)
    person, window = left_and_begun_again(window, qtbot)
    lock = window.centralWidget()
    assert isinstance(lock, LockPage), "the cabinet is made; its sheet is not confirmed"
    person.types(words)
    person.keys("Return")
    person.waits(lambda: window.workplace is not None and window.workplace.here == "today")
    person.waits(lambda: bool(window.workplace.findChildren(ReminderStrip)))
    (strip,) = window.workplace.findChildren(ReminderStrip)
    assert strip._reminder.kind is ReminderKind.CONFIRM
    strip.later.click()
    person.waits(lambda: not window.jobs.is_busy())
    assert recovery_reminder(window.workplace.desk) is None
    window.end_sitting()


def test_practice_can_be_looked_at_first_and_left_again_by_keyboard(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gbvcase.casework import practice

    monkeypatch.setattr(practice, "PEOPLE", 2)
    preferences.begin(Settings(language="en"))
    person, window = begun(qtbot)
    preferences.take(language="en")
    person.waits(lambda: QApplication.focusWidget() is not None)
    person.goes_to("Practise first, with made-up data")
    person.keys("Space")
    person.waits(lambda: window.workplace is not None and window.workplace.here)
    assert window.workplace.desk.profile.is_practice
    person.waits(lambda: not window.jobs.is_busy())
    with qtbot.waitSignal(window.locked):
        person.keys("Ctrl+L")
    person, window = left_and_begun_again(window, qtbot)
    assert page_of(window)._step == first_run.LANGUAGE
    window.close()
