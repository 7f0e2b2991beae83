from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gbvcase.casework.desk import Desk
from gbvcase.casework.recovery_sheet import recovery_reminder
from gbvcase.casework.upkeep import open_desk
from gbvcase.sealing.slots import FLOOR
from gbvcase.ui import first_run, recovery_page
from gbvcase.ui.first_run import FirstRun
from gbvcase.ui.jobs import Jobs
from gbvcase.ui.recovery_page import RecoveryPage
from gbvcase.ui.recovery_step import RecoveryStep


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    make, recover = first_run.create_cabinet, recovery_page.open_by_recovery
    monkeypatch.setattr(first_run, "create_cabinet", lambda *given: make(*given, cost=FLOOR))
    monkeypatch.setattr(
        recovery_page, "open_by_recovery", lambda *given: recover(*given, cost=FLOOR)
    )


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Desk, str, str]]:
    """A cabinet made through the pages: its desk, its password, its recovery number."""
    page = FirstRun(Jobs(), tmp_path / "v")
    qtbot.addWidget(page)
    page.show()
    finished: list[Desk] = []
    page.finished.connect(finished.append)
    page.go_on()
    page.go_on()  # without a name it stays
    assert page._profile is None
    assert "name" in page._office._problem.text()
    page._office._worker.setText("  Lan   (mẫu) ")
    page._office._office.setText("Trung tâm (mẫu)")
    page.go_on()
    password = page.password_step._words.text()
    page.go_on()
    qtbot.waitUntil(lambda: page._recovery is not None, timeout=20_000)
    assert page._recovery is not None
    number = page._number
    page.go_on()  # nothing typed yet
    assert finished == []
    confirm(page._recovery)
    page.go_on()
    qtbot.waitUntil(lambda: bool(finished))
    assert recovery_reminder(finished[0]) is None  # the sheet was shown to be on paper
    yield finished[0], password, number
    finished[0].vault.lock()


def confirm(step: RecoveryStep) -> None:
    for field, number in zip(step._fields, step._asked, strict=True):
        field.setText(step._groups[number])


def test_four_steps_make_a_cabinet_that_opens(made: tuple[Desk, str, str]) -> None:
    desk, password, _number = made
    assert len(password.split()) == 5
    assert desk.profile.worker == "Lan (mẫu)"
    desk.vault.lock()
    again = open_desk(desk.vault.folder, password)
    assert again.profile.office == "Trung tâm (mẫu)"
    again.vault.lock()


def test_the_number_on_paper_opens_it_when_the_password_is_forgotten(
    qtbot: QtBot, made: tuple[Desk, str, str]
) -> None:
    desk, _password, number = made
    desk.vault.lock()
    page = RecoveryPage(Jobs(), desk.vault.folder)
    qtbot.addWidget(page)
    page.show()
    opened: list[Desk] = []
    page.opened.connect(opened.append)
    page.go_on()
    assert page._step == 0  # nothing typed
    page._number.line.setText(number.replace("-", " "))
    page.go_on()
    new = page._password._words.text()
    page.go_on()
    qtbot.waitUntil(lambda: page._sheet is not None, timeout=20_000)
    assert page._sheet is not None and "-".join(page._sheet._groups) != number
    confirm(page._sheet)
    page.go_on()
    qtbot.waitUntil(lambda: bool(opened))
    assert recovery_reminder(opened[0]) is None
    opened[0].vault.lock()
    open_desk(desk.vault.folder, new).vault.lock()


def test_a_wrong_number_is_said_and_asked_for_again(
    qtbot: QtBot, made: tuple[Desk, str, str]
) -> None:
    desk, _password, _number = made
    desk.vault.lock()
    page = RecoveryPage(Jobs(), desk.vault.folder)
    qtbot.addWidget(page)
    page.show()
    page._number.line.setText("000000" * 9)
    page.go_on()
    page.go_on()
    qtbot.waitUntil(lambda: not page._problem.isHidden(), timeout=20_000)
    assert page._step == 0


def test_a_password_that_is_easily_guessed_is_refused_with_a_reason(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = FirstRun(Jobs(), tmp_path / "v")
    qtbot.addWidget(page)
    page.show()
    step = page.password_step
    page.show_step(2, step)
    step._own.setChecked(True)
    step._field.line.setText("matkhau123")
    assert step.password() is None
    assert step._problem.text()
    step._drawn.setChecked(True)
    first = step.password()
    step._draw()
    assert step.password() != first


def test_the_first_page_can_be_read_by_who_knows_one_language(qtbot: QtBot, tmp_path: Path) -> None:
    page = FirstRun(Jobs(), tmp_path / "v")
    qtbot.addWidget(page)
    page.show()
    names = {one.text() for one in page._language._languages}
    assert names == {"Tiếng Việt", "English"}
    assert any("1" in one.text() for one in page.findChildren(QLabel))


def test_without_a_printer_it_says_so_and_looks_again_when_asked(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gbvcase.ui import paper_images

    there: list[str] = []
    monkeypatch.setattr(paper_images, "printers", lambda: tuple(there))
    step = RecoveryStep("-".join(["000187"] * 9), desk)
    qtbot.addWidget(step)
    step.show()
    assert step._again.isVisible() and not step._take.isVisible()
    assert "nine groups" in step._printed.text()
    there.append("Máy in mẫu")
    step._again.click()
    assert step._take.isVisible() and not step._again.isVisible()
    assert step._printer.currentText() == "Máy in mẫu"
