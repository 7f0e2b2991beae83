"""A statistics officer adds two offices and seals a form, with the keyboard and nothing typed
into a terminal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gbvcase.casework import authority, gathering
from gbvcase.casework.authority import handed_over
from gbvcase.casework.counting import kept_counts
from gbvcase.casework.province import _answers, _packages
from gbvcase.casework.upkeep import amend_profile, open_desk
from gbvcase.domain.codes import Role
from gbvcase.reports.indicators import plan_named
from gbvcase.ui import report_gathering, report_handing
from gbvcase.ui.report_page import ReportPage
from tests.stories.keyboard import Person, at_work
from tests.ui.desks import PASSWORD, new_desk

EAST, WEST = "Phía đông (mẫu)", "Phía tây (mẫu)"
SECRET = "bay con voi uong tra xanh"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the cabinet of somebody who keeps figures and no cases."""
    desk = new_desk(tmp_path)
    amend_profile(desk, replace(desk.profile, role=Role.DATA_FOCAL))
    desk.vault.lock()
    return tmp_path / "v"


def sent(folder: Path) -> list[Path]:
    """Return what two offices have sealed and sent."""
    plan, paths = plan_named("incidents"), []
    for number, office in enumerate((EAST, WEST)):
        (package,) = _packages(plan, office, list(_answers(60, number, 2025)), ["2025"])
        path = folder / f"{number}.age"
        path.write_bytes(package)
        paths.append(path)
    return paths


def in_the_dialog(person: Person, act: Callable[[], object]) -> None:
    """Do something as soon as a dialog stands before the window."""

    def look() -> None:
        if isinstance(QApplication.activeModalWidget(), QDialog):
            act()
        else:
            QTimer.singleShot(50, person.window, look)

    QTimer.singleShot(50, person.window, look)


def comes_back(person: Person) -> None:
    """Let the window be the active one again, which a screen does by itself."""
    person.window.activateWindow()
    person.waits(lambda: QApplication.focusWidget() is not None)


def test_two_offices_become_one_report_and_an_authority_gets_its_form(
    qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, words = tmp_path / "form.age", []
    files = sent(tmp_path)
    # sealing takes seconds of a busy computer; others try it for real
    monkeypatch.setattr(gathering, "unseal", lambda content, _secret: content)
    monkeypatch.setattr(authority, "seal", lambda content, secret: secret.encode() + content)
    monkeypatch.setattr(report_gathering, "ask_for_files", lambda *_asked: tuple(files))
    monkeypatch.setattr(report_handing, "ask_where_to_save", lambda *_asked: form)
    monkeypatch.setattr(
        report_handing, "show_password_once", lambda _page, password: words.append(password)
    )
    with at_work(qtbot, folder) as (person, window):
        place = window.workplace
        assert place is not None
        place.go("report", report="incidents", period="2025", view="offices")
        page = place.page
        assert isinstance(page, ReportPage)
        person.waits(lambda: not window.jobs.is_busy())

        def open_them() -> None:
            person.types(SECRET)
            person.keys("Return")

        person.goes_to("Take in counts...", 20)
        in_the_dialog(person, open_them)
        person.keys("Space")
        comes_back(person)
        person.waits(lambda: not page.offices.counts.known.isHidden())
        person.goes_to("These offices are ours: take them in", 40)
        person.keys("Space")
        person.waits(page.offices.counts.table.model_.rowCount)
        person.goes_to("See the figures of all offices", 40)
        person.keys("Space")
        person.waits(lambda: "2 others together" in page.figures.base.text())
        assert page.figures.table.figures.text_at(0, 1) != "0"

        def fill() -> None:
            person.types("So Y te (mau)")
            person.keys("Ctrl+Return")

        person.goes_to("Seal and hand over", 60)
        in_the_dialog(person, fill)
        person.keys("Space", "Down", "Return")
        person.waits(form.exists)
        person.waits(lambda: not window.jobs.is_busy() and words)
    assert form.read_bytes().startswith(words[0].encode() + b"PK")
    desk = open_desk(folder, PASSWORD)
    assert {one.office for one in kept_counts(desk)} == {EAST, WEST}
    assert [one.receiver for one in handed_over(desk)] == ["So Y te (mau)"]
    desk.vault.lock()
