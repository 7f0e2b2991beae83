from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gbvcase.casework import demo
from gbvcase.casework.desk import Desk
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.ui import report_page
from gbvcase.ui.report_page import ReportPage
from tests.ui.desks import FakeFrame, new_desk

TODAY = datetime(2026, 11, 24).date()  # noqa: DTZ001 - a day
YEAR = "2025"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = Path(tmp_path_factory.mktemp("office"))
    desk = demo.make_office(folder / "v", cases=70, seed=3, today=TODAY)
    yield desk
    desk.vault.lock()


def opened(qtbot: QtBot, frame: FakeFrame, **where: object) -> ReportPage:
    page = ReportPage(frame)
    qtbot.addWidget(page)
    page.resize(1158, 620)
    page.show()
    page.open(**where)
    assert frame.errors == []
    return page


def test_the_office_sees_exact_figures_that_are_called_its_own(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, FakeFrame(office), period=YEAR)
    assert page._kind.text() == "Only for this office"
    total = int(page._table.figures.text_at(0, 1))
    assert total > 0 and str(total) in page._base.text()
    page._tell_reason(0, 1)
    assert "exact" in page._reason.text()
    assert page._bars._grid is not None


def test_what_was_left_out_stands_behind_one_press(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, FakeFrame(office), period=YEAR)
    assert page._left_out.isHidden()
    page._why.click()
    assert not page._left_out.isHidden()
    assert "no consent to statistics" in page._left_out.text()


def test_enter_tells_the_reason_of_a_figure(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, FakeFrame(office), period=YEAR)
    page._table.setFocus()
    page._table.setCurrentIndex(page._table.figures.index(1, 1))
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    assert page._table.figures.named(1, 1) in page._reason.text()


def test_publishing_writes_files_and_shows_what_left(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, FakeFrame(office), period=YEAR)
    monkeypatch.setattr(report_page.PublishDialog, "exec", lambda self: True)
    monkeypatch.setattr(report_page, "ask_for_folder", lambda parent, title: tmp_path)
    page._publish.click()
    assert page.frame.errors == []  # type: ignore[attr-defined]
    assert page._theirs.isChecked()
    assert page._kind.text() == "May leave the office"
    assert {path.suffix for path in tmp_path.iterdir()} >= {".xlsx", ".csv"}
    page._tell_reason(0, 1)
    assert "ounded" in page._reason.text() or "exact" in page._reason.text()


def test_a_refusal_is_said_on_the_page_and_nothing_is_written(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise GbvcaseError(mark("Something went wrong. Nothing was lost."))

    page = opened(qtbot, FakeFrame(office), period=YEAR)
    monkeypatch.setattr(report_page.PublishDialog, "exec", lambda self: True)
    monkeypatch.setattr(report_page, "ask_for_folder", lambda parent, title: tmp_path)
    monkeypatch.setattr(report_page, "publish", refuse)
    page._publish.click()
    assert not page._refused.isHidden()
    assert "Nothing was lost" in page._refusal.text()
    assert page._publish.isEnabled()
    assert list(tmp_path.iterdir()) == []


def test_a_period_that_is_not_over_is_not_published(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, FakeFrame(office), period="2026")
    assert not page._publish.isEnabled()
    assert not page.act("main")


def test_an_empty_period_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    try:
        page = opened(qtbot, FakeFrame(desk))
        QApplication.processEvents()
        seen = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
        assert "There are no incidents in this period." in seen
    finally:
        desk.vault.lock()
