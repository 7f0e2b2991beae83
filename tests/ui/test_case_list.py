from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import View, add_cases, lines, list_cases
from gbvcase.casework.desk import Desk
from gbvcase.casework.list_choices import ListChoices
from gbvcase.casework.papers import Purpose
from gbvcase.casework.upkeep import keep_setting
from gbvcase.domain.codes import CaseStatus, Role
from gbvcase.ui import theme
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.case_list import CaseListPage
from gbvcase.ui.case_model import COLUMNS, KEPT_PAGES, PAGE, CaseModel
from gbvcase.ui.case_model import NAMES as MODEL
from gbvcase.ui.chosen_rows import WorkerDialog
from gbvcase.ui.column_dialog import ColumnDialog
from gbvcase.ui.list_manner import SETTING, Manner, read_manner
from gbvcase.ui.settings import Settings
from tests.documents.reading import text_of
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
    keep_setting(desk, SETTING, None)
    return FakeFrame(desk)


@pytest.fixture
def page(qtbot: QtBot, frame: FakeFrame) -> CaseListPage:
    return made(qtbot, frame)


def made(qtbot: QtBot, frame: FakeFrame) -> CaseListPage:
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


def chips(page: CaseListPage) -> dict[str, QPushButton]:
    return {one.text(): one for one in page._filters.chips.findChildren(QPushButton)}


def test_a_filter_is_a_chip_in_words_that_can_be_taken_away(page: CaseListPage) -> None:
    page._filters.narrow(status=CaseStatus.ON_HOLD)
    assert shown(page) == []
    chips(page)["On hold"].click()
    assert len(shown(page)) == 5
    assert not page._filters.chips.isVisible()


def test_filters_add_up_and_all_are_cleared_at_once(page: CaseListPage) -> None:
    page._filters.narrow(status=CaseStatus.ON_HOLD)
    page._filters.narrow(owner="Lan (mẫu)")
    assert shown(page) == []
    assert set(chips(page)) == {"On hold", "In charge: Lan (mẫu)", "Clear the filters"}
    chips(page)["Clear the filters"].click()
    assert len(shown(page)) == 5


def test_a_commune_and_a_worker_that_occur_are_offered_as_filters(page: CaseListPage) -> None:
    page._filters.offer(ListChoices(("23575",), ("Lan (mẫu)", "Siu & Mẫu")))
    page._filters._fill_menu()
    offered = {
        menu.title(): [action.text() for action in menu.actions()]
        for action in page._filters._menu.actions()
        if (menu := action.menu())
    }
    assert offered["Commune"] == ["Phường Pleiku"]
    assert offered["In charge"] == ["Lan (mẫu)", "Siu && Mẫu"]
    assert len(offered["State"]) == len(CaseStatus)


def test_a_state_is_not_looked_for_among_those_of_another_state(page: CaseListPage) -> None:
    page.open(view="active")
    assert shown(page) == []
    page._filters.narrow(status=CaseStatus.DRAFT)
    assert len(shown(page)) == 5
    assert page.where()["view"] == "all"


def test_going_back_comes_to_the_same_filters(page: CaseListPage) -> None:
    page._filters.narrow(status=CaseStatus.ON_HOLD)
    where = page.where()
    page.open(view="all")
    assert len(shown(page)) == 5
    page.open(**where)
    assert shown(page) == []


def test_names_can_be_hidden_from_others_in_the_room(page: CaseListPage) -> None:
    page.act("hide_names")
    assert not set(NAMES) & set(shown(page))
    visible = [one.text() for one in page._glance.findChildren(QLabel)]
    assert not set(NAMES) & set(visible)


def test_hidden_names_stay_hidden_when_the_page_is_made_anew(
    qtbot: QtBot, page: CaseListPage, frame: FakeFrame
) -> None:
    page.act("hide_names")
    again = made(qtbot, frame)
    assert set(shown(again)) == {"name hidden"}
    assert not set(NAMES) & {one.text() for one in again.findChildren(QLabel)}
    again.act("hide_names")
    assert "name hidden" not in shown(made(qtbot, frame))


def columns(page: CaseListPage) -> list[str]:
    head = page._table.horizontalHeader()
    logical = [head.logicalIndex(place) for place in range(head.count())]
    return [MODEL[one] for one in logical if not page._table.isColumnHidden(one)]


def test_columns_are_moved_and_hidden_by_the_keyboard_and_stay_so(
    qtbot: QtBot, page: CaseListPage, frame: FakeFrame
) -> None:
    page.resize(1600, 600)
    assert columns(page) == list(MODEL)

    def arrange() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ColumnDialog)
        dialog._list.setFocus()
        dialog._list.setCurrentRow(MODEL.index("due"))
        for _ in range(3):
            QTest.keyClick(dialog._list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(dialog._list, Qt.Key.Key_Down)  # to the commune
        QTest.keyClick(dialog._list, Qt.Key.Key_Space)
        dialog._list.setCurrentRow(0)
        QTest.keyClick(dialog._list, Qt.Key.Key_Space)  # the code stays
        QTest.keyClick(dialog._list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, arrange)
    page._ask_columns()
    expected = ["code", "name", "due", "urgent", "status", "opened", "owner"]
    assert columns(page) == expected
    again = made(qtbot, frame)
    again.resize(1600, 600)
    QApplication.processEvents()
    assert columns(again) == expected


def test_a_column_moved_with_the_mouse_stays_where_it_was_laid(
    qtbot: QtBot, page: CaseListPage, frame: FakeFrame
) -> None:
    head = page._table.horizontalHeader()
    head.moveSection(head.visualIndex(MODEL.index("status")), 1)
    head.moveSection(2, 0)  # nothing stands before the code
    page._table.hide_column("urgent")
    again = made(qtbot, frame)
    assert columns(again) == columns(page)
    assert columns(again)[:3] == ["code", "name", "status"] and "urgent" not in columns(again)


@given(st.lists(st.tuples(st.sampled_from(MODEL), st.integers(-9, 9), st.booleans())))
def test_whatever_is_arranged_each_column_stands_once_and_the_code_first(
    steps: list[tuple[str, int, bool]],
) -> None:
    manner = Manner(MODEL)
    for column, step, is_shown in steps:
        manner = manner.moved(column, step).shown(column, is_shown)
    assert sorted(manner.columns) == sorted(MODEL)
    assert manner.columns[0] == "code" and "code" not in manner.hidden


def test_a_manner_that_is_damaged_or_of_another_version_is_made_whole(desk: Desk) -> None:
    for kept in ("x", [], {"columns": ["gone", "due", "due"], "hidden": ["code", "gone", 3]}):
        keep_setting(desk, SETTING, kept)
        manner = read_manner(desk, MODEL)
        assert sorted(manner.columns) == sorted(MODEL) and manner.columns[0] == "code"
        assert manner.hidden == frozenset()
    keep_setting(desk, SETTING, None)


def test_several_rows_are_chosen_with_the_keyboard_and_their_codes_printed(
    page: CaseListPage, frame: FakeFrame
) -> None:
    page._table.go_to_row(0)
    assert not page._chosen.isVisible()
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page._table, Qt.Key.Key_Down, shift)
    assert page._chosen.isVisible() and page._table.number_chosen() == 2
    QTest.keyClick(page._table, Qt.Key.Key_Down, control)
    QTest.keyClick(page._table, Qt.Key.Key_Down, control)
    QTest.keyClick(page._table, Qt.Key.Key_Space)
    assert page._table.rows_chosen() == [0, 1, 3]
    page._chosen.print.click()
    name, where = frame.gone[-1]
    assert name == "preview"
    read = text_of(where["paper"])
    codes = shown(page, "code")
    assert all(codes[row] in read for row in (0, 1, 3))
    assert codes[2] not in read
    where["note"](Purpose.FOR_THE_FILE, 1, False)
    page._choose_none()
    assert not page._chosen.isVisible()


def test_only_a_supervisor_is_offered_to_assign(page: CaseListPage) -> None:
    QTest.keyClick(page._table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page._chosen.isVisible() and not page._chosen.assign.isVisible()


def test_a_supervisor_puts_cases_into_other_hands_and_takes_it_back(
    qtbot: QtBot, desk: Desk
) -> None:
    profile = replace(desk.profile, worker="Hà (mẫu)", role=Role.SUPERVISOR)
    frame = FakeFrame(replace(desk, profile=profile))
    page = made(qtbot, frame)
    QTest.keyClick(page._table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WorkerDialog)
        assert not dialog._typed.isVisible()
        dialog._known.setCurrentIndex(dialog._known.count() - 1)
        assert dialog._typed.isVisible() and not dialog._go.isEnabled()
        dialog._typed.setText("Hoa (mẫu)")
        dialog._go.click()

    QTimer.singleShot(0, answer)
    page._chosen.assign.click()
    assert frame.errors == []
    assert set(shown(page, "owner")) == {"Hoa (mẫu)"}
    assert "5" in frame.notes[-1]
    assert page.act("undo")
    assert set(shown(page, "owner")) == {"Lan (mẫu)"}
    assert not page.act("undo")


def test_f2_opens_the_row_to_be_edited(page: CaseListPage, frame: FakeFrame) -> None:
    page.act("edit")
    assert frame.gone[-1][1]["tab"] == "client"
    page.act("main")
    assert "tab" not in frame.gone[-1][1]


@pytest.fixture(params=[100, 200])
def dressed(request: pytest.FixtureRequest) -> Iterator[None]:
    dress(make_app([]), Settings(language="en", look="light", percent=request.param))
    yield
    theme.apply(make_app([]), look="light")


def test_the_words_of_headings_and_cells_stand_below_each_other(
    dressed: None, page: CaseListPage
) -> None:
    page.resize(1800, 900)
    QApplication.processEvents()
    table = page._table
    table.clearSelection()
    table.clearFocus()
    head, row = table.horizontalHeader().height(), table.rowHeight(0)

    def first_ink(top: int, height: int, left: int, width: int) -> int:
        ground = picture.pixelColor(left + 3, top + height // 2).lightness()
        for x in range(left + 3, left + width):
            for y in range(top + 4, top + height - 4):
                if abs(picture.pixelColor(x, y).lightness() - ground) > 60:
                    return x
        raise AssertionError("nothing is written there")

    column = MODEL.index("status")  # a shape whose ink begins with it, and a letter of its own
    page._model.headerData = lambda *_: "● State"  # type: ignore[method-assign]
    left, width = table.columnViewportPosition(column) + 1, table.columnWidth(column)
    picture = table.grab().toImage()
    heading = first_ink(1, head, left, width)
    cell = first_ink(1 + head + row, row, left, width)
    assert abs(heading - cell) <= 1


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
