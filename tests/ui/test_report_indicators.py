"""Indicators and targets on the page of reports: exact, for the office, and never to be copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import add_cases
from gbvcase.casework.desk import Desk
from gbvcase.casework.typed_figures import type_figure, typed_figures
from gbvcase.ui import report_counting
from gbvcase.ui.report_page import ReportPage
from gbvcase.ui.report_targets import FigureDialog
from gbvcase.ui.text_table import TextModel, TextRow, TextTable
from tests.ui.desks import CASE, FakeFrame, consent, new_desk

YEAR = "2026"
ESTIMATE = "gbv25_seek_help.estimated_people_affected"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    asked = dict.fromkeys(("q1", "q2", "q4", "q5", "q6"), False) | {"q3": True, "is_gbv": True}
    incidents = [{**CASE["incidents"][0], **asked}]  # type: ignore[index]
    agreed = [consent("services"), consent("statistics")]
    add_cases(made, [("test", {**CASE, "incidents": incidents, "consents": agreed})])
    yield made
    made.vault.lock()


def opened(qtbot: QtBot, desk: Desk, view: str, period: str = YEAR) -> ReportPage:
    frame = FakeFrame(desk)
    page = ReportPage(frame)
    qtbot.addWidget(page)
    page.resize(1158, 640)
    page.show()
    page.open(view=view, period=period)
    assert frame.errors == []
    return page


def texts(table: TextTable) -> list[tuple[str, ...]]:
    model = table.model_
    return [row.cells for n in range(model.rowCount()) if (row := model.row(n)) is not None]


def test_every_indicator_stands_in_the_list_and_those_that_wait_say_so(
    qtbot: QtBot, desk: Desk
) -> None:
    page = opened(qtbot, desk, "indicators")
    rows = texts(page.measures.table)
    codes = [row[0] for row in rows if row[0]]
    assert codes[0] == "A1"
    assert len(codes) == 55
    by_code = {row[0]: row for row in rows}
    assert by_code["A1"][2] == "1"
    assert by_code["B4"][2:] == ("-", "waits")
    assert page._kind.text() == "Only for this office"


def test_the_indicator_that_is_chosen_is_broken_down_beside_the_list(
    qtbot: QtBot, desk: Desk
) -> None:
    page = opened(qtbot, desk, "indicators")
    rows = texts(page.measures.table)
    page.measures.table.selectRow(next(n for n, row in enumerate(rows) if row[0] == "A3"))
    assert page.measures.title.text().startswith("A3.")
    shown = {cells[0].strip(): cells[1] for cells in texts(page.measures.detail)}
    assert shown["Female"] == "1 of 1 (100.0 %)"
    assert shown["Male"] == "0 of 1 (0.0 %)"
    page.measures.table.selectRow(next(n for n, row in enumerate(rows) if row[0] == "B4"))
    assert page.measures.detail.isHidden()
    assert "do not exist" in page.measures.listed.text()


def test_exact_figures_are_not_copied_and_not_published_from_here(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk, "indicators")
    QGuiApplication.clipboard().setText("before")
    page.measures.table.setFocus()
    QTest.keyClick(page.measures.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert not page.act("main")
    assert page.act("print")  # it says that nothing is printed
    assert page.frame.gone == []
    assert page.preview.isHidden()


def test_months_are_counted_for_indicators_and_targets_ask_for_a_year(
    qtbot: QtBot, desk: Desk
) -> None:
    page = opened(qtbot, desk, "indicators", "2026-11")
    assert page.period.code == "2026-11"
    assert texts(page.measures.table)[0][2] == "1"
    page = opened(qtbot, desk, "targets")
    assert page.period.code == YEAR
    assert not page.targets.table.isHidden()


def test_a_target_says_what_is_missing_and_what_was_typed_in(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk, "targets", "2025")
    before = {row[0]: row for row in texts(page.targets.table)}
    (name,) = (title for title in before if title.startswith("Share of people who suffer"))
    assert before[name][1:4] == ("0", "not entered", "-")
    type_figure(desk, ESTIMATE, "2000", "Điều tra mẫu", "2025")
    page.look()
    after = {row[0]: row for row in texts(page.targets.table)}
    assert after[name][1:4] == ("0", "2,000", "0.0 %")
    assert after[name][-1] == "Điều tra mẫu"


def test_a_counted_target_shows_its_parts_and_the_network_stands_below(
    qtbot: QtBot, desk: Desk
) -> None:
    page = opened(qtbot, desk, "targets", "2025")
    rows = [(row[0].strip(), row[1]) for row in texts(page.targets.table)]
    assert ("Legal aid", "0") in rows
    assert rows[-3:] == [
        ("Providers", "0"),
        ("Trusted addresses in the community", "0"),
        ("Shelters", "0"),
    ]


def test_a_figure_is_typed_in_on_the_screen(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: FigureDialog) -> int:
        dialog.value.setText("1.500")
        assert not dialog._go.isEnabled()
        dialog.source.setText("Điều tra mẫu")
        assert dialog._go.isEnabled()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(report_counting.FigureDialog, "exec", answer)
    page = opened(qtbot, desk, "targets", "2025")
    page.targets.type_wanted.emit("gbv25_seek_help")
    kept = {one.wanted.id: one for one in typed_figures(desk, "2025")}[ESTIMATE]
    assert (kept.value, kept.source) == (1500, "Điều tra mẫu")


def test_what_was_typed_before_is_shown_and_can_be_taken_back(qtbot: QtBot, desk: Desk) -> None:
    type_figure(desk, ESTIMATE, "1500", "Điều tra mẫu", "2025")
    page = opened(qtbot, desk, "targets", "2025")
    dialog = FigureDialog(page, page.targets.figures, "gbv25_seek_help")
    qtbot.addWidget(dialog)
    assert dialog.chosen() == ESTIMATE
    assert (dialog.value.text(), dialog.source.text()) == ("1500", "Điều tra mẫu")
    assert desk.worker in dialog.before.text()
    dialog.value.clear()
    assert dialog._go.isEnabled()


def test_a_table_of_words_keeps_the_rules_of_models(qtbot: QtBot) -> None:
    model = TextModel()
    tester = ModelTester(model)
    rows = [TextRow(("Title", "")), TextRow(("Words", "1"), is_faint=True)]
    model.show(("Head", "Figure"), rows, (1,))
    tester.check(model)
    assert model.index(0, 0).data() == "Title"
