from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gbvcase.casework import demo
from gbvcase.casework.desk import Desk
from gbvcase.casework.office_figures import count_report, not_counted
from gbvcase.casework.publishing import all_releases
from gbvcase.domain.codes import Role
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.ui import report_counting, report_leaving
from gbvcase.ui.report_cases import BehindModel
from gbvcase.ui.report_page import ReportPage
from gbvcase.ui.report_view import FiguresView
from tests.ui.desks import FakeFrame, new_desk

TODAY = datetime(2026, 11, 24).date()  # noqa: DTZ001 - a day
YEAR = "2025"
QUARTER = "2025-Q3"


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


def answering(monkeypatch: pytest.MonkeyPatch, folder: Path | None, approver: str = "") -> None:
    """Answer the question who approved, and the one where the files go."""

    def accept(dialog: report_leaving.PublishDialog) -> bool:
        dialog._name.setText(approver)
        return True

    monkeypatch.setattr(report_leaving.FilesDialog, "exec", lambda dialog: True)
    monkeypatch.setattr(report_leaving.PublishDialog, "exec", accept)
    monkeypatch.setattr(report_leaving, "ask_for_folder", lambda parent, title: folder)


def test_the_office_sees_exact_figures_that_are_called_its_own(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, FakeFrame(office), period=YEAR)
    assert page._kind.text() == "Only for this office"
    total = int(page.figures.table.figures.text_at(0, 1))
    assert total > 0 and str(total) in page.figures.base.text()
    page.figures._tell_reason(0, 1)
    assert "exact" in page.figures.reason.text()
    assert page.figures.bars._grid is not None


def test_a_report_that_is_opened_is_counted_once(
    qtbot: QtBot, office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = []

    def noted(desk: Desk, report: str, period: str) -> object:
        counted.append((report, period))
        return count_report(desk, report, period)

    monkeypatch.setattr(report_counting, "count_report", noted)
    page = opened(qtbot, FakeFrame(office), report="people", period="2024")
    page.open(report="incidents", period="2025-Q1")
    assert counted == [("people", "2024"), ("incidents", "2025-Q1")]


def test_months_and_chosen_days_are_counted_for_the_office_and_cannot_be_published(
    qtbot: QtBot, office: Desk
) -> None:
    page = opened(qtbot, FakeFrame(office), period=YEAR)
    months = 0
    for month in range(1, 13):
        assert page.period.choose(f"2025-{month:02}")
        assert not page.publish.isEnabled()
        months += page.office.counted
    assert page.period.choose("2025-01-01..2025-12-31")
    whole = page.office.counted
    assert page.period.choose(YEAR)
    assert page.office.counted == whole == months > 0
    assert page.publish.isEnabled()


def test_what_is_no_day_is_put_back_and_days_may_be_typed_in_any_order(
    qtbot: QtBot, office: Desk
) -> None:
    page = opened(qtbot, FakeFrame(office), period="2025-01-01..2025-06-30")
    first = page.period._first
    for typed, shown, code in (
        ("không", "01/01/2025", "2025-01-01..2025-06-30"),
        ("3/2025", "01/01/2025", "2025-01-01..2025-06-30"),
        ("1.12.2025", "01/12/2025", "2025-06-30..2025-12-01"),
    ):
        first.setText(typed)
        first.editingFinished.emit()
        assert (first.text(), page.period.code) == (shown, code)
        assert page.office.period.code == code


def test_who_turns_from_a_month_to_what_is_published_sees_the_quarter(
    qtbot: QtBot, office: Desk
) -> None:
    page = opened(qtbot, FakeFrame(office), period="2025-08")
    page.buttons()["published"].click()
    assert page.period.code == "2025-Q3"


def test_a_figure_leads_to_its_cases_and_they_are_as_many(qtbot: QtBot, office: Desk) -> None:
    frame = FakeFrame(office)
    page = opened(qtbot, frame, period=YEAR)
    figures = page.figures.table.figures
    rows = [row for row in range(1, figures.rowCount()) if figures.text_at(row, 1) not in "0"]
    page.figures.table.setCurrentIndex(figures.index(rows[0], 1))
    QTest.keyClick(page.figures.table, Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.cases
    assert page.cases.model.rowCount() == int(figures.text_at(rows[0], 1))
    QTest.keyClick(page.cases.table, Qt.Key.Key_Return)
    ((name, where),) = frame.gone
    assert name == "case" and where["tab"].startswith("incidents")
    assert page.act("escape")
    assert page.stack.currentWidget() is page.figures


def test_what_is_not_counted_is_listed_with_what_is_missing(qtbot: QtBot, office: Desk) -> None:
    frame = FakeFrame(office)
    page = opened(qtbot, frame, period=YEAR)
    waiting = sum(bool(one.part) for one in not_counted(office, "incidents", YEAR))
    assert waiting > 0 and page.figures.waiting.text().startswith(str(waiting))
    page.figures.waiting.click()
    first = page.cases.model
    assert first.index(0, 1).data() and first.index(0, 2).data()
    page.cases.table.activated.emit(first.index(0, 0))
    assert frame.gone[0][0] == "case"
    assert frame.gone[0][1]["tab"] in ("consents", "intake") or frame.gone[0][1]["field"]


def test_exact_figures_leave_neither_by_copy_nor_by_print_nor_by_a_file(
    qtbot: QtBot, office: Desk
) -> None:
    frame = FakeFrame(office)
    page = opened(qtbot, frame, period=YEAR)
    board = QGuiApplication.clipboard()
    board.setText("before")
    table = page.figures.table
    table.setFocus()
    table.setCurrentIndex(table.figures.index(0, 1))
    for keys in (Qt.Key.Key_C, Qt.Key.Key_A, Qt.Key.Key_X):
        QTest.keyClick(table, keys, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier)
    page.figures.waiting.click()
    QTest.keyClick(page.cases.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert board.text() == "before"
    assert not table.dragEnabled()
    for view in ("office", "indicators", "targets"):
        page.open(view=view, period=YEAR)
        assert page.act("print")
        assert frame.notes.pop() == "Exact figures are not printed. What may leave is published."
    assert frame.gone == []
    page.open(view="office", period=YEAR)
    put_away = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    shown = [one for one in page.footer if not one.testAttribute(put_away)]
    assert shown == [page.hand, page.publish]


@pytest.mark.parametrize("view", ["office", "indicators", "targets", "offices", "history"])
def test_nothing_of_the_page_is_dragged_out_selected_or_offered_by_a_menu(
    qtbot: QtBot, office: Desk, view: str
) -> None:
    page = opened(qtbot, FakeFrame(office), view=view, period=YEAR)
    for table in page.findChildren(QAbstractItemView):
        assert not table.dragEnabled()
        assert table.dragDropMode() is QAbstractItemView.DragDropMode.NoDragDrop
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
        asked.setAccepted(True)
        QApplication.sendEvent(table.viewport(), asked)
        assert not asked.isAccepted() and QApplication.activePopupWidget() is None
    for words in page.findChildren(QLabel):
        assert not words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        assert not words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_who_keeps_figures_only_is_shown_no_way_into_a_case(qtbot: QtBot, office: Desk) -> None:
    focal = replace(office, profile=replace(office.profile, role=Role.DATA_FOCAL))
    frame = FakeFrame(focal)
    page = opened(qtbot, frame, period=YEAR)
    page.figures._tell_reason(0, 1)
    assert page.figures.cases.isHidden()
    page.figures.waiting.click()
    page.cases.table.activated.emit(page.cases.model.index(0, 0))
    assert frame.gone == []


def test_what_was_left_out_stands_behind_one_press(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, FakeFrame(office), period=YEAR)
    assert page.figures.left_out.isHidden()
    page.figures.why.click()
    assert not page.figures.left_out.isHidden()
    assert "no consent to statistics" in page.figures.left_out.text()


def test_the_links_beside_the_sentence_go_below_it_where_there_is_no_room(qtbot: QtBot) -> None:
    view = FiguresView()
    qtbot.addWidget(view)
    view.show_base("Based on 1.200 incidents.", [("no consent", "27")], waiting=1200)
    view.resize(1600, 600)
    view.show()
    qtbot.waitUntil(lambda: view.waiting.x() > 0)
    assert view.base.x() < view.waiting.x() < view.why.x()
    view.resize(view.waiting.width() + view.why.width(), 600)
    QApplication.processEvents()
    assert view.base.y() < view.waiting.y() < view.why.y()
    assert view.waiting.x() == view.base.x()


def test_publishing_writes_files_and_shows_what_left(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = FakeFrame(office)
    page = opened(qtbot, frame, period=YEAR)
    answering(monkeypatch, tmp_path, "Hà (mẫu)")
    page.publish.click()
    assert frame.errors == []
    assert page.view() == "published"
    assert page._kind.text() == "May leave the office"
    assert {path.suffix for path in tmp_path.iterdir()} >= {".xlsx", ".csv", ".pdf"}
    assert "Hà (mẫu)" in page.figures.base.text()
    assert "no consent to statistics: " in page.figures.left_out.text()
    assert not page.figures.left_out.isHidden()
    table = page.figures.table
    table.setCurrentIndex(table.figures.index(1, 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.figures.named(1, 1) in page.figures.reason.text()
    assert "so that nobody can be recognised" in page.figures.reason.text()
    assert page.figures.cases.isHidden()
    assert page.act("print")
    ((name, where),) = frame.gone
    assert name == "preview" and where["paper"].startswith(b"%PDF")


def test_who_publishes_once_more_is_told_that_nobody_is_added(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, FakeFrame(office), period="2024-Q2")
    asked: list[str] = []

    def accept(dialog: report_leaving.PublishDialog) -> bool:
        asked[:] = [one.text() for one in dialog.findChildren(QLabel)]
        return True

    answering(monkeypatch, tmp_path)
    monkeypatch.setattr(report_leaving.PublishDialog, "exec", accept)
    page.publish.click()
    assert not any("Published before" in text for text in asked)
    figures = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    page.open(view="office", period="2024-Q2")
    page.publish.click()
    assert any("Published before" in text and "nobody is added" in text for text in asked)
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == figures


def test_the_history_lists_withdraws_and_attacks_what_was_released(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = FakeFrame(office)
    answering(monkeypatch, tmp_path)
    opened(qtbot, frame, period=QUARTER).publish.click()
    page = opened(qtbot, frame, view="history")
    model = page.history.model
    assert model.rowCount() == len(all_releases(office))
    assert model.index(0, 5).data() == "nobody else"
    monkeypatch.setattr(report_leaving.WithdrawDialog, "exec", lambda self: True)
    page.history.gone.click()
    assert page.history.gone.isEnabled()  # without a reason it stands
    monkeypatch.setattr(report_leaving.WithdrawDialog, "why", lambda self: "Sai tên cơ quan")
    page.history.gone.click()
    assert model.index(0, 2).data() == "withdrawn"
    assert "Sai tên cơ quan" in page.history.reason.text()
    assert not page.history.files.isEnabled()
    page.history.audit.click()
    assert page.history.verdict.property("kind") == "ok"
    assert frame.errors == []


def test_a_correction_that_the_rules_do_not_allow_is_refused_in_a_sentence(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, FakeFrame(office), period=YEAR)
    answering(monkeypatch, tmp_path, "Hà (mẫu)")
    page.publish.click()
    page.open(view="history")
    model = page.history.model
    rows = (model.row(number) for number in range(model.rowCount()))
    (row,) = (n for n, one in enumerate(rows) if one and one.name.startswith(f"incidents-{YEAR} "))
    page.history.table.setCurrentIndex(model.index(row, 0))
    assert page.history.mend.isEnabled()
    asked: list[str] = []

    def accept(dialog: report_leaving.PublishDialog) -> bool:
        asked.extend(one.text() for one in dialog.findChildren(QLabel))
        return True

    monkeypatch.setattr(report_leaving.PublishDialog, "exec", accept)
    before = len(all_releases(office))
    page.history.mend.click()
    assert "Release a correction?" in asked and "Publish this report?" not in asked
    assert "at least 10 records differ" in page.refusal.sentence.text()
    assert len(all_releases(office)) == before


def test_figures_that_come_late_do_not_take_the_place_of_the_list_of_releases(
    qtbot: QtBot, office: Desk
) -> None:
    frame = FakeFrame(office)
    page = opened(qtbot, frame, period=YEAR)
    waiting: list[Callable[[], None]] = []
    at_once = frame.jobs.start
    frame.jobs.start = lambda work, **then: waiting.append(lambda: at_once(work, **then))  # type: ignore[method-assign]
    page.open(period=YEAR)
    page.open(view="history")
    for begin in waiting:
        begin()
    assert page.stack.currentWidget() is page.history
    assert frame.errors == []


def test_the_lists_of_the_page_are_sound(
    qtmodeltester: ModelTester, qtbot: QtBot, office: Desk
) -> None:
    behind = BehindModel()
    behind.show(not_counted(office, "incidents", YEAR))
    qtmodeltester.check(behind)
    page = opened(qtbot, FakeFrame(office), view="history")
    page.history.show_releases(all_releases(office))
    qtmodeltester.check(page.history.model)


def test_where_the_page_is_narrow_a_line_below_tells_what_has_no_column(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, FakeFrame(office), period="2024-Q1")
    answering(monkeypatch, tmp_path, "Hà (mẫu)")
    page.publish.click()
    page.open(view="history")
    table = page.history.table
    for width, hidden in ((1158, False), (700, True), (1158, False)):
        page.resize(width, 620)
        QApplication.processEvents()
        assert [table.isColumnHidden(column) for column in (3, 4, 5, 6)] == [hidden] * 4
        assert not table.horizontalScrollBar().isVisible()
        assert "approved by: Hà (mẫu)" in page.history.about.text()


def test_an_error_is_said_on_the_page_and_nothing_is_written(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise GbvcaseError(mark("Something went wrong. Nothing was lost."))

    page = opened(qtbot, FakeFrame(office), period="2024")
    answering(monkeypatch, tmp_path)
    monkeypatch.setattr(report_leaving, "publish", refuse)
    page.publish.click()
    assert not page.refusal.isHidden()
    assert "Nothing was lost" in page.refusal.sentence.text()
    assert page.publish.isEnabled()
    assert list(tmp_path.iterdir()) == []


def test_where_the_disk_refuses_the_release_stands_and_its_files_can_be_written_again(
    qtbot: QtBot, office: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "out"
    in_the_way.write_text("no folder", encoding="utf-8")
    page = opened(qtbot, FakeFrame(office), period="2025-Q1")
    answering(monkeypatch, in_the_way)
    page.publish.click()
    assert "could not be written" in page.refusal.sentence.text()
    assert not page.refusal.isHidden()
    assert page.view() == "published"
    answering(monkeypatch, tmp_path / "elsewhere")
    page.again.click()
    assert len(list((tmp_path / "elsewhere").iterdir())) >= 5


def test_a_period_that_is_not_over_is_not_published(qtbot: QtBot, office: Desk) -> None:
    page = opened(qtbot, FakeFrame(office), period="2026")
    assert not page.publish.isEnabled()
    assert not page.act("main")


def test_an_empty_period_says_so_and_shows_no_empty_table(qtbot: QtBot, tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    try:
        page = opened(qtbot, FakeFrame(desk))
        QApplication.processEvents()
        seen = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
        assert "There are no incidents in this period." in seen
        for widget in (page.figures.which, page.figures.table, page.figures.bars):
            assert not widget.isVisible()
    finally:
        desk.vault.lock()
