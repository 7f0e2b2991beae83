"""Making, opening and looking after a cabinet; drafts, tasks and the profile in it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gbvcase.casework.cases import load, new_case
from gbvcase.casework.checking import check_now
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import (
    Draft,
    draft_is_saved,
    drafts,
    drop_draft,
    dropped_drafts,
    keep_draft,
    take_draft_back,
)
from gbvcase.casework.tasks import add_task, due_tasks, finish_task, move_task, reopen_task
from gbvcase.casework.upkeep import (
    amend_profile,
    change_password,
    create_cabinet,
    drawn_password,
    judge_password,
    keep_setting,
    open_by_recovery,
    open_desk,
    read_setting,
)
from gbvcase.domain.codes import TaskKind, TaskState
from gbvcase.domain.errors import (
    PasswordRefused,
    VaultExists,
    WrongPassword,
    WrongRecoveryNumber,
)
from gbvcase.domain.marking import ENGLISH
from gbvcase.sealing.slots import FLOOR
from tests.builders import a_case
from tests.casework.conftest import PASSWORD, PROFILE

OTHER = "tre nua rung xa suoi"


def test_a_cabinet_remembers_whose_it_is(cabinet: Path) -> None:
    desk = open_desk(cabinet, PASSWORD)
    assert desk.profile == PROFILE
    amend_profile(desk, replace(PROFILE, phone="0269 000 0001"))
    desk.vault.lock()
    again = open_desk(cabinet, PASSWORD)
    assert again.profile.phone == "0269 000 0001"
    again.vault.lock()


def test_a_cabinet_is_never_made_over_another(cabinet: Path) -> None:
    with pytest.raises(VaultExists):
        create_cabinet(cabinet, PROFILE, PASSWORD, cost=FLOOR)
    desk = open_desk(cabinet, PASSWORD)
    desk.vault.lock()


def test_an_easy_password_makes_no_cabinet(tmp_path: Path) -> None:
    with pytest.raises(PasswordRefused):
        create_cabinet(tmp_path / "v", PROFILE, "matkhau123456789", cost=FLOOR)
    assert not (tmp_path / "v").exists()
    assert judge_password("matkhau123456789", PROFILE).refusal is not None
    assert judge_password(drawn_password(), PROFILE).refusal is None


def test_a_new_password_opens_and_the_old_one_does_not(cabinet: Path) -> None:
    desk = open_desk(cabinet, PASSWORD)
    with pytest.raises(WrongPassword):
        change_password(desk, "khong phai day nhe ban", OTHER, cost=FLOOR)
    change_password(desk, PASSWORD, OTHER, cost=FLOOR)
    desk.vault.lock()
    with pytest.raises(WrongPassword):
        open_desk(cabinet, PASSWORD)
    open_desk(cabinet, OTHER).vault.lock()


def test_the_number_on_paper_opens_once_and_a_new_one_follows(tmp_path: Path) -> None:
    desk, number = create_cabinet(tmp_path / "v", PROFILE, PASSWORD, cost=FLOOR)
    desk.vault.lock()
    desk, new = open_by_recovery(tmp_path / "v", number, OTHER, cost=FLOOR)
    assert desk.profile == PROFILE
    desk.vault.lock()
    with pytest.raises(WrongRecoveryNumber):
        open_by_recovery(tmp_path / "v", number, OTHER, cost=FLOOR)
    desk, _ = open_by_recovery(tmp_path / "v", new, PASSWORD, cost=FLOOR)
    desk.vault.lock()


def test_a_whole_cabinet_is_called_whole_in_words(desk: Desk) -> None:
    checked = check_now(desk)
    assert checked.is_whole
    assert checked.as_json()["whole"] is True
    assert list(checked.said(ENGLISH)) == [
        "The cabinet is whole: every page, the structure, the journal."
    ]


def test_settings_are_kept_inside(desk: Desk) -> None:
    keep_setting(desk, "names_shown", {"cases": True})
    assert read_setting(desk, "names_shown") == {"cases": True}
    keep_setting(desk, "names_shown", None)
    assert read_setting(desk, "names_shown") is None


def test_a_draft_replaces_the_one_before_and_comes_back_from_the_trash(desk: Desk) -> None:
    first = keep_draft(desk, Draft(form="intake", values={"full_name": "Trần"}))
    second = keep_draft(desk, Draft(form="intake", values={"full_name": "Trần Thị"}))
    assert first.id == second.id
    assert [one.values for one in drafts(desk)] == [{"full_name": "Trần Thị"}]
    drop_draft(desk, str(second.id))
    assert drafts(desk) == ()
    assert len(dropped_drafts(desk)) == 1
    take_draft_back(desk, str(second.id))
    assert len(drafts(desk)) == 1
    draft_is_saved(desk, str(second.id))
    assert drafts(desk) == ()


def test_drafts_of_two_cases_are_never_mixed(desk: Desk) -> None:
    for case_id in ("a", "b"):
        keep_draft(desk, Draft(form="client", case_id=case_id, values={"full_name": case_id}))
    assert {one.case_id: one.values["full_name"] for one in drafts(desk)} == {"a": "a", "b": "b"}


def test_tasks_stand_on_the_board_by_their_day(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents, made.incidents)
    today = desk.today()
    for days in (-2, 0, 3, 30):
        add_task(desk, case.head.id, TaskKind.FOLLOW_UP, today + timedelta(days=days))
    board = due_tasks(desk)
    for line, days in ((board.overdue, -2), (board.today, 0), (board.coming, 3), (board.later, 30)):
        assert today + timedelta(days=days) in [task.due for task in line]


def test_a_task_is_finished_and_taken_back(desk: Desk) -> None:
    made = a_case()
    case = new_case(desk, made.client, made.intake, made.consents, made.incidents)
    task = add_task(desk, case.head.id, TaskKind.FOLLOW_UP, desk.today())
    assert finish_task(desk, case.head.id, str(task.id)).done_at == desk.now()
    assert task.id not in [line.id for line in due_tasks(desk).today]
    assert reopen_task(desk, case.head.id, str(task.id)).state is TaskState.OPEN
    later = desk.today() + timedelta(days=9)
    snoozed = move_task(desk, case.head.id, str(task.id), TaskState.SNOOZED, until=later)
    assert snoozed.snoozed_to == later
    assert task.id in [line.id for line in due_tasks(desk).later]
    assert any(one.id == task.id for one in load(desk, case.head.id).tasks)


def test_accented_letters_in_a_password_are_taken_but_warned_of() -> None:
    judged = judge_password("suối rừng tre nứa xa", PROFILE)
    assert judged.refusal is None
    assert "accented letters" in judged.advice
    assert "accented letters" not in judge_password(OTHER, PROFILE).advice
