from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import load
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import Draft, drafts, drop_draft, keep_draft
from gbvcase.casework.notes import add_note, remove_note
from gbvcase.casework.tasks import add_task, remove_task
from gbvcase.domain.codes import TaskKind
from gbvcase.ui.trash_page import TrashPage
from tests.ui.desks import FakeFrame, new_desk, one_case


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.vault.lock()


def opened(qtbot: QtBot, frame: FakeFrame) -> TrashPage:
    page = TrashPage(frame)
    qtbot.addWidget(page)
    page.resize(1158, 600)
    page.show()
    page.open()
    assert frame.errors == []
    return page


def said(page: TrashPage) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def ways_back(page: TrashPage) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in page._ways_back}


def test_an_empty_trash_says_so(qtbot: QtBot, desk: Desk) -> None:
    assert "The trash is empty." in said(opened(qtbot, FakeFrame(desk)))


def test_drafts_tasks_and_notes_are_taken_back_and_none_tells_what_it_said(
    qtbot: QtBot, desk: Desk
) -> None:
    case = one_case(desk)
    draft = keep_draft(desk, Draft(form="intake", values={"client": {"full_name": "Mẫu"}}))
    drop_draft(desk, str(draft.id))
    task = add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today())
    remove_task(desk, case.head.id, task.id)
    noted = add_note(desk, case.head.id, "Ghi chú kín.")
    remove_note(desk, case.head.id, noted.notes[0].id)
    frame = FakeFrame(desk)
    page = opened(qtbot, frame)
    read = said(page)
    code = str(case.head.code)
    for words in ("Draft: New case", f"Task: Follow-up  {code}", f"Note  {code}"):
        assert words in read
    for word in ("Mẫu", "kín", "H'Thử"):
        assert word not in read
    for name in list(ways_back(page)):
        ways_back(page)[name].click()
    assert frame.errors == []
    assert "The trash is empty." in said(page)
    assert len(drafts(desk)) == 1
    back = load(desk, case.head.id)
    assert len(back.tasks) == len(back.notes) == 1


def test_after_a_row_the_next_one_has_the_keyboard(qtbot: QtBot, desk: Desk) -> None:
    for number in range(3):
        draft = keep_draft(desk, Draft(form="intake", values={}, record_id=str(number)))
        drop_draft(desk, str(draft.id))
    page = opened(qtbot, FakeFrame(desk))
    page.activateWindow()
    page._ways_back[1].click()
    assert page.focusWidget() is page._ways_back[1]
    page._ways_back[1].click()
    assert page.focusWidget() is page._ways_back[0]


def test_what_cannot_be_taken_back_any_more_is_said_and_the_rest_stays(
    qtbot: QtBot, desk: Desk
) -> None:
    draft = keep_draft(desk, Draft(form="intake", values={"a": 1}))
    drop_draft(desk, str(draft.id))
    keep_draft(desk, Draft(form="intake", values={"a": 2}))
    frame = FakeFrame(desk)
    page = opened(qtbot, frame)
    page._ways_back[0].click()
    assert len(frame.errors) == 1
    assert len(page._ways_back) == 1


def test_a_clock_that_has_jumped_is_asked_about_and_nothing_is_removed(
    qtbot: QtBot, desk: Desk
) -> None:
    one_case(desk)
    draft = keep_draft(desk, Draft(form="intake", values={}))
    drop_draft(desk, str(draft.id))
    now = desk.now() + timedelta(days=3650)
    page = opened(qtbot, FakeFrame(replace(desk, clock=lambda: now)))
    assert page._jumped.isVisible() and len(page._ways_back) == 1
    page._jumped.findChildren(QPushButton)[0].click()
    assert not page._jumped.isVisible()
    assert len(page._ways_back) == 1
