from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import amend
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import Draft, drafts, keep_draft
from gbvcase.casework.tasks import add_task, due_tasks, may_be_dropped
from gbvcase.casework.trash import trash
from gbvcase.domain.codes import ConsentException, Role, TaskKind, YesNo
from gbvcase.domain.consent import SharingException
from gbvcase.domain.consequences import RULE
from gbvcase.ui import theme
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.language import speak
from gbvcase.ui.recent import MOST, recent_ids, remember
from gbvcase.ui.settings import Settings, preferences
from gbvcase.ui.today_page import TodayPage
from gbvcase.ui.today_tasks import SHOWN, TaskRows
from gbvcase.ui.widgets import Link
from tests.ui.desks import FakeFrame, new_desk, one_case


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.vault.lock()


@pytest.fixture
def frame(desk: Desk) -> FakeFrame:
    return FakeFrame(desk)


def opened(qtbot: QtBot, frame: FakeFrame) -> TodayPage:
    page = TodayPage(frame)
    qtbot.addWidget(page)
    page.resize(1158, 600)
    page.show()
    page.open()
    assert frame.errors == []
    return page


def said(page: TodayPage) -> str:
    QApplication.processEvents()  # what was laid out anew is shown
    parts = [*page.findChildren(QLabel), *page.findChildren(QPushButton)]
    return "\n".join(one.text() for one in parts if one.isVisibleTo(page))


def button(page: TodayPage, text: str) -> QPushButton:
    QApplication.processEvents()
    return next(
        one
        for one in page.findChildren(QPushButton)
        if one.text() == text and one.isVisibleTo(page)
    )


def test_an_empty_cabinet_says_so_and_offers_a_new_case(qtbot: QtBot, frame: FakeFrame) -> None:
    page = opened(qtbot, frame)
    button(page, "New case").click()
    assert frame.gone == [("intake", {})]


def test_what_is_late_stands_first_and_done_can_be_taken_back(
    qtbot: QtBot, frame: FakeFrame, desk: Desk
) -> None:
    case = one_case(desk)
    add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today() - timedelta(days=2))
    page = opened(qtbot, frame)
    assert "Overdue (1)" in said(page)
    assert "Follow-up, 2 days late" in said(page)
    button(page, "Done").click()
    assert due_tasks(desk).overdue == ()
    assert "Overdue (1)" not in said(page)
    undo = frame.actions[-1]
    assert undo is not None
    undo()
    assert len(due_tasks(desk).overdue) == 1


def test_a_draft_is_offered_and_thrown_away_with_a_way_back(
    qtbot: QtBot, frame: FakeFrame, desk: Desk
) -> None:
    keep_draft(desk, Draft(form="intake", values={"client": {"full_name": "Mẫu"}}, record_id="x"))
    page = opened(qtbot, frame)
    button(page, "Go on writing").click()
    name, where = frame.gone[-1]
    assert name == "intake" and where["draft"].values == {"client": {"full_name": "Mẫu"}}
    button(page, "Throw away").click()
    assert drafts(desk) == ()
    undo = frame.actions[-1]
    assert undo is not None
    undo()
    assert len(drafts(desk)) == 1


def test_cases_opened_lately_are_codes(qtbot: QtBot, frame: FakeFrame, desk: Desk) -> None:
    case = one_case(desk)
    remember(desk, case.head.id)
    page = opened(qtbot, frame)
    assert str(case.head.code) in said(page)
    assert "H'Thử" not in said(page)
    page.act("hide_names")
    assert "Rơ Châm H'Thử" in said(page)


def test_few_are_remembered_and_each_once(desk: Desk) -> None:
    for number in (*range(MOST + 4), 3):
        remember(desk, str(number))
    found = recent_ids(desk)
    assert found[0] == "3"
    assert len(found) == MOST == len(set(found))


def test_names_stand_on_the_start_page_only_for_who_wants_them(
    qtbot: QtBot, frame: FakeFrame, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(desk, one_case(desk).head.id)
    page = opened(qtbot, frame)
    page.act("hide_names")
    assert "Rơ Châm H'Thử" in said(page)
    page.open()
    assert "H'Thử" not in said(page)  # left and come back to
    monkeypatch.setattr(preferences, "current", Settings(names_on_start=True))
    page.open()
    assert "Rơ Châm H'Thử" in said(page)
    tips = [one.toolTip() for one in page.findChildren(QPushButton)]
    assert any("H&#x27;Thử" in tip for tip in tips)


def test_no_tool_tip_tells_a_name_that_is_hidden(
    qtbot: QtBot, frame: FakeFrame, desk: Desk
) -> None:
    case = one_case(desk)
    remember(desk, case.head.id)
    add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today())
    page = opened(qtbot, frame)
    said(page)
    for one in page.findChildren(QWidget):
        texts = (one.toolTip(), one.accessibleName(), one.accessibleDescription())
        assert "Thử" not in "".join(texts)


def test_tasks_stand_by_risk_and_then_by_day(qtbot: QtBot, frame: FakeFrame, desk: Desk) -> None:
    calm, urgent = one_case(desk), one_case(desk)
    intake = replace(
        urgent.intake, urgent_check=replace(urgent.intake.urgent_check, medical_emergency=YesNo.YES)
    )
    amend(desk, urgent.head.id, "intake", intake)
    for case, days in ((calm, 9), (urgent, 2), (urgent, 5), (calm, 3)):
        add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today() - timedelta(days=days))
    page = opened(qtbot, frame)
    read = [line for line in said(page).splitlines() if line.startswith(("▲ Follow", "Follow"))]
    assert [line[:1] for line in read] == ["▲", "▲", "F", "F"]
    assert ["5 days" in read[0], "2 days" in read[1], "3 days" in read[3]] == [True] * 3


def test_done_by_the_keyboard_leaves_it_on_the_next_task(
    qtbot: QtBot, frame: FakeFrame, desk: Desk
) -> None:
    case = one_case(desk)
    for _ in range(3):
        add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today())
    page = opened(qtbot, frame)
    page.activateWindow()
    rows = page._lists["today"].done_buttons()
    rows[1].setFocus()
    QTest.keyClick(rows[1], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert page.focusWidget() is page._lists["today"].done_buttons()[1]
    QTest.keyClick(page._lists["today"].done_buttons()[1], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert page.focusWidget() is page._lists["today"].done_buttons()[0]


def test_a_task_is_thrown_away_with_a_way_back_and_one_of_a_rule_is_not(
    qtbot: QtBot, frame: FakeFrame, desk: Desk
) -> None:
    case = one_case(desk)
    add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today())
    page = opened(qtbot, frame)
    (drop,) = [
        one
        for one in page.findChildren(QToolButton)
        if one.accessibleName().startswith("Throw away: Follow-up")
    ]
    drop.click()
    assert due_tasks(desk).today == ()
    undo = frame.actions[-1]
    assert undo is not None
    undo()
    page.activateWindow()
    (done,) = page._lists["today"].done_buttons()
    done.setFocus()
    QTest.keyClick(done, Qt.Key.Key_Delete)
    assert due_tasks(desk).today == ()
    assert len(trash(desk).lying) == 1
    undo = frame.actions[-1]
    assert undo is not None
    undo()
    (task,) = due_tasks(desk).today
    assert trash(desk).lying == ()
    assert may_be_dropped(task) and not may_be_dropped(replace(task, source=f"{RULE}report"))


def test_the_buttons_of_all_tasks_stand_in_one_column(qtbot: QtBot, desk: Desk) -> None:
    case = one_case(desk)
    for kind in (TaskKind.FOLLOW_UP, TaskKind.SERVICE):
        add_task(desk, case.head.id, kind, desk.today())
    own, of_a_rule = due_tasks(desk).today
    box = TaskRows(desk.today())
    qtbot.addWidget(box)
    box.resize(500, 300)
    box.show_tasks((own, replace(of_a_rule, source=f"{RULE}report")), with_names=False)
    box.show()
    QApplication.processEvents()
    first, second = box.done_buttons()
    assert (
        first.mapTo(box, first.rect().topLeft()).x()
        == second.mapTo(box, second.rect().topLeft()).x()
    )
    shown = [one for one in box.findChildren(QToolButton) if one.isVisible()]
    assert len(shown) == 1


def test_the_days_to_come_tell_how_much_and_show_what_on_request(
    qtbot: QtBot, frame: FakeFrame, desk: Desk
) -> None:
    case = one_case(desk)
    for days, kind in ((1, TaskKind.FOLLOW_UP), (3, TaskKind.SERVICE), (3, TaskKind.RISK_REVIEW)):
        add_task(desk, case.head.id, kind, desk.today() + timedelta(days=days))
    page = opened(qtbot, frame)
    assert "Follow-up, on" in said(page) and "Service, on" not in said(page)
    day = desk.today() + timedelta(days=3)
    button(
        page, f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[day.weekday()]} {day:%d/%m}\n2"
    ).click()
    assert "Service, on" in said(page) and "Follow-up, on" not in said(page)


def test_more_tasks_than_a_box_takes_are_shown_on_request(
    qtbot: QtBot, frame: FakeFrame, desk: Desk
) -> None:
    case = one_case(desk)
    for _ in range(SHOWN + 2):
        add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today())
    page = opened(qtbot, frame)
    assert said(page).count("Follow-up") == SHOWN
    button(page, "and 2 more").click()
    assert said(page).count("Follow-up") == SHOWN + 2


def test_a_supervisor_sees_first_what_waits_for_her_and_a_line_per_worker(
    qtbot: QtBot, desk: Desk
) -> None:
    case = one_case(desk)
    exception = SharingException(basis=ConsentException.COURT_ORDER, reason="Lý do mẫu")
    shared = replace(case.consents[0], id=None, exception=exception)
    amend(desk, case.head.id, "consents", shared)
    add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today() - timedelta(days=2))
    profile = replace(desk.profile, worker="Hà (mẫu)", role=Role.SUPERVISOR)
    frame = FakeFrame(replace(desk, profile=profile))
    page = opened(qtbot, frame)
    read = said(page)
    assert "Waiting for your approval (1)" in read
    assert read.index("Waiting for your approval") < read.index("Overdue")
    assert "Approve sharing without consent" in read
    assert "Nothing is late." in read  # what another is late with is not hers to do
    assert [one.text() for one in page.findChildren(Link)] == ["Lan (mẫu)"]
    button(page, "Lan (mẫu)").click()
    assert frame.gone[-1] == ("cases", {"view": "all", "owner": "Lan (mẫu)"})
    button(page, str(case.head.code)).click()
    assert frame.gone[-1] == ("case", {"case_id": case.head.id, "tab": "consents"})


def test_a_worker_sees_what_waits_for_a_second_person(
    qtbot: QtBot, frame: FakeFrame, desk: Desk
) -> None:
    case = one_case(desk)
    exception = SharingException(basis=ConsentException.COURT_ORDER, reason="Lý do mẫu")
    amend(desk, case.head.id, "consents", replace(case.consents[0], id=None, exception=exception))
    page = opened(qtbot, frame)
    assert "Waiting for others (1)" in said(page)
    assert "Waiting for your approval" not in said(page)


@pytest.mark.parametrize("role", [Role.DATA_FOCAL, Role.ADMINISTRATOR, Role.PARTNER_VIEWER])
def test_whoever_may_see_no_case_sees_none_on_the_start_page(
    qtbot: QtBot, desk: Desk, role: Role
) -> None:
    case = one_case(desk)
    remember(desk, case.head.id)
    add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today())
    page = opened(qtbot, FakeFrame(replace(desk, profile=replace(desk.profile, role=role))))
    assert not page.act("hide_names")
    assert str(case.head.code) not in said(page) and "H'Thử" not in said(page)
    assert "There is nothing to do today." in said(page)


def test_the_trash_is_one_step_from_the_start_page(qtbot: QtBot, frame: FakeFrame) -> None:
    button(opened(qtbot, frame), "Trash").click()
    assert frame.gone[-1] == ("trash", {})


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SUPERVISOR])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_full_start_page_is_not_moved_sideways_at_twice_the_text(
    qtbot: QtBot, desk: Desk, role: Role, language: str
) -> None:
    case = one_case(desk)
    exception = SharingException(basis=ConsentException.IMMINENT_DANGER, reason="Lý do mẫu")
    amend(desk, case.head.id, "consents", replace(case.consents[0], id=None, exception=exception))
    remember(desk, case.head.id)
    keep_draft(desk, Draft(form="intake", values={"a": 1}))
    profile = replace(desk.profile, worker="Nguyễn Thị Giám Sát Mẫu", role=role)
    them = replace(desk, profile=profile)
    for days in (-9, -1, 0, 3):
        add_task(them, case.head.id, TaskKind.SAFETY_REVIEW, desk.today() + timedelta(days=days))
    dress(make_app([]), Settings(language=language, look="light", percent=200))
    try:
        page = TodayPage(FakeFrame(them))
        qtbot.addWidget(page)
        page.resize(1024 - 72, 480)  # beside the rail
        page.show()
        page.open()
        page.act("hide_names")
        QApplication.processEvents()
        bars = page.findChildren(QWidget, "qt_scrollarea_hcontainer")
        assert not any(bar.isVisible() for bar in bars)
    finally:
        speak("en")
        theme.apply(make_app([]), look="light")
