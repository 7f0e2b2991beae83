from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import View, add_cases, lines, list_cases
from gbvcase.casework.desk import Desk
from gbvcase.domain.codes import CaseStatus
from gbvcase.ui.case_list import CaseListPage
from gbvcase.ui.case_model import COLUMNS, KEPT_PAGES, PAGE, CaseModel
from tests.ui.desks import CASE, FakeFrame, consent, new_desk

NAMES = ("Trần Thị Mẫu", "Rơ Châm H'Thử", "<b>Siu</b> & Mẫu", "Đỗ Thị Ước")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = new_desk(Path(tmp_path_factory.mktemp("cabinet")))
    documents = [{**CASE, "client": {**CASE["client"], "full_name": name}} for name in NAMES]
    documents.append({"client": {"full_name": "Nguyễn Nháp"}, "consents": [consent("services")]})
    add_cases(desk, [(f"test[{n}]", one) for n, one in enumerate(documents)])
    yield desk
    desk.vault.lock()


@pytest.fixture
def frame(desk: Desk) -> FakeFrame:
    return FakeFrame(desk)


@pytest.fixture
def page(qtbot: QtBot, frame: FakeFrame) -> CaseListPage:
    page = CaseListPage(frame)
    qtbot.addWidget(page)
    page.resize(1158, 600)
    page.show()
    page.open(view="all")
    return page


def shown(page: CaseListPage, column: str = "name") -> list[str]:
    names = [name for name, _ in COLUMNS]
    model = page._model
    return [str(model.index(row, names.index(column)).data()) for row in range(model.rowCount())]


def test_every_case_is_a_row_and_names_are_written_as_they_are(page: CaseListPage) -> None:
    assert {*NAMES, "Nguyễn Nháp"} == set(shown(page))
    assert page._count.text().endswith(": 5")


def test_letters_find_without_accents_and_escape_shows_all_again(
    qtbot: QtBot, page: CaseListPage
) -> None:
    QTest.keyClicks(page._search, "cham")
    qtbot.waitUntil(lambda: shown(page) == ["Rơ Châm H'Thử"])
    page.act("escape")
    qtbot.waitUntil(lambda: len(shown(page)) == 5)


def test_enter_goes_from_the_words_to_the_row_and_opens_it(
    qtbot: QtBot, page: CaseListPage, frame: FakeFrame
) -> None:
    QTest.keyClicks(page._search, "cham")
    QTest.keyClick(page._search, Qt.Key.Key_Return)
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    name, where = frame.gone[-1]
    assert name == "case"
    (line,) = lines(frame.desk, [where["case_id"]])
    assert line.name == "Rơ Châm H'Thử"


def test_what_was_not_found_is_said_with_a_way_out(qtbot: QtBot, page: CaseListPage) -> None:
    QTest.keyClicks(page._search, "khongco")
    qtbot.waitUntil(lambda: page._nothing.currentIndex() == 1)
    said = " ".join(one.text() for one in page._nothing.currentWidget().findChildren(QLabel))
    assert "khongco" in said


def test_a_heading_orders_by_the_last_word_of_the_name(page: CaseListPage) -> None:
    page._table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    found = shown(page)
    assert found.index("Trần Thị Mẫu") < found.index("Đỗ Thị Ước")
    page._table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert shown(page) == found[::-1]


def test_a_filter_is_a_chip_in_words_that_can_be_taken_away(page: CaseListPage) -> None:
    page._filter_status(CaseStatus.ON_HOLD)
    assert shown(page) == []
    chip = page._chips.itemAt(0).widget()
    assert chip.text() == "On hold"
    chip.click()
    assert len(shown(page)) == 5


def test_names_can_be_hidden_from_others_in_the_room(page: CaseListPage) -> None:
    page.act("hide_names")
    assert not set(NAMES) & set(shown(page))
    visible = [one.text() for one in page._glance.findChildren(QLabel)]
    assert not set(NAMES) & set(visible)


def test_the_list_comes_back_to_where_it_was(page: CaseListPage) -> None:
    page.open(view="urgent", text="mau")
    assert page.where() == {"view": "urgent", "text": "mau"}


def test_columns_go_before_anybody_must_scroll_sideways(page: CaseListPage) -> None:
    page.resize(700, 500)
    QApplication.processEvents()
    table = page._table
    seen = sum(table.columnWidth(n) for n in range(7) if not table.isColumnHidden(n))
    assert seen <= table.viewport().width() + 2
    assert not table.isColumnHidden(0) and not table.isColumnHidden(1)


def test_the_model_is_sound(qtmodeltester: ModelTester, desk: Desk) -> None:
    model = CaseModel(desk.today)
    model.show(("a", "b"))
    qtmodeltester.check(model)


def test_only_pages_that_are_looked_at_are_fetched_and_few_are_kept(desk: Desk) -> None:
    model = CaseModel(desk.today)
    asked: list[tuple[str, ...]] = []
    (example, *_) = lines(desk, _ids(desk))
    model.page_wanted.connect(asked.append)
    model.show(tuple(str(number) for number in range(100_000)))
    assert asked == []
    for page in range(KEPT_PAGES + 10):
        model.index(page * PAGE, 0).data()
        model.index(page * PAGE + 5, 1).data()
        model.take(tuple(replace(example, id=one) for one in asked[-1]))
    assert len(asked) == KEPT_PAGES + 10
    assert all(len(ids) <= PAGE for ids in asked)
    assert len(model._pages) == KEPT_PAGES


def _ids(desk: Desk) -> tuple[str, ...]:
    return list_cases(desk, View())
