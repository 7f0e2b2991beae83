from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import Draft, drafts, keep_draft
from gbvcase.casework.tasks import add_task, due_tasks
from gbvcase.domain.codes import TaskKind
from gbvcase.ui.recent import MOST, recent_ids, remember
from gbvcase.ui.today_page import TodayPage
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
    (draft,) = drafts(desk)
    page._drop(draft)
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
