from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gbvcase.casework.cases import history, load, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import Draft, drafts, drop_draft, keep_draft
from gbvcase.casework.notes import add_note, remove_note
from gbvcase.casework.tasks import TaskGone, add_task, remove_task, restore_task
from gbvcase.casework.trash import confirm_clock, empty_expired, take_out, trash
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ConsentException, TaskKind
from gbvcase.domain.consent import SharingException
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.tasks import Task
from gbvcase.vault.journal import write
from tests.builders import INTAKE, a_case, a_consent
from tests.casework.conftest import NOW

WORDS = {"client": {"full_name": "Trần Thị Mẫu"}}


def after(desk: Desk, **time: float) -> Desk:
    return replace(desk, clock=lambda: NOW + timedelta(**time))


def work(desk: Desk, *days: float) -> None:
    with desk.vault.begin() as db:
        for day in days:
            write(db, "case.amend", "", NOW + timedelta(days=day))


def opened(desk: Desk) -> Case:
    made = a_case()
    return new_case(desk, made.client, INTAKE, made.consents, made.incidents)


def dropped_draft(desk: Desk) -> None:
    work(desk, 0)
    draft = keep_draft(desk, Draft(form="intake", values=WORDS, record_id="x"))
    drop_draft(desk, str(draft.id))


def dropped_task(desk: Desk) -> tuple[Case, Task]:
    case = opened(desk)
    task = add_task(desk, case.head.id, TaskKind.FOLLOW_UP, NOW.date())
    remove_task(desk, case.head.id, task.id)
    return case, task


def test_a_task_goes_to_the_trash_and_comes_back_as_it_was(desk: Desk) -> None:
    case, task = dropped_task(desk)
    assert load(desk, case.head.id).tasks == ()
    (lying,) = trash(desk).lying
    assert (lying.kind, lying.code, lying.until) == (
        TaskKind.FOLLOW_UP,
        case.head.code,
        NOW.date() + timedelta(days=30),
    )
    take_out(desk, lying)
    (back,) = load(desk, case.head.id).tasks
    assert (back.id, back.kind, back.due) == (task.id, task.kind, task.due)
    assert trash(desk).lying == ()
    with pytest.raises(TaskGone):
        take_out(desk, lying)


def test_the_undo_of_throwing_a_task_away_leaves_nothing_in_the_trash(desk: Desk) -> None:
    case, task = dropped_task(desk)
    restore_task(desk, case.head.id, task)
    restore_task(desk, case.head.id, task)
    assert len(load(desk, case.head.id).tasks) == 1
    assert trash(desk).lying == ()
    remove_task(desk, case.head.id, task.id)
    assert len(trash(desk).lying) == 1


def test_a_task_that_a_rule_has_made_is_not_thrown_away(desk: Desk) -> None:
    made = a_case()
    exception = SharingException(basis=ConsentException.IMMINENT_DANGER, reason="Lý do mẫu")
    case = new_case(desk, made.client, INTAKE, (a_consent(exception=exception),))
    with pytest.raises(GbvcaseError):
        remove_task(desk, case.head.id, case.tasks[0].id)
    assert load(desk, case.head.id).tasks == case.tasks


def test_drafts_tasks_and_notes_lie_in_one_trash_the_newest_first(desk: Desk) -> None:
    case, _ = dropped_task(desk)
    dropped_draft(after(desk, minutes=1))
    later = after(desk, minutes=2)
    noted = add_note(later, case.head.id, "Ghi chú mẫu.")
    remove_note(later, case.head.id, noted.notes[0].id)
    found = trash(desk).lying
    assert [type(one.what).__name__ for one in found] == ["Note", "Draft", "Task"]
    for one in found:
        take_out(later, one)
    assert trash(desk).lying == ()
    assert len(drafts(desk)) == 1
    assert len(load(desk, case.head.id).notes) == len(load(desk, case.head.id).tasks) == 1


def test_what_has_lain_its_time_is_removed_once_work_bears_the_clock_out(desk: Desk) -> None:
    case, _ = dropped_task(desk)
    dropped_draft(desk)
    work(desk, 1, 2, 3, 4, 6, 7)
    assert empty_expired(after(desk, days=6, hours=23)) == 0
    assert empty_expired(after(desk, days=7, hours=1)) == 1
    assert [type(one.what).__name__ for one in trash(desk).lying] == ["Task"]
    work(desk, 14, 21, 28, 30)
    assert any(one.table == "tasks" for one in history(desk, case.head.id))
    assert empty_expired(after(desk, days=30, hours=1)) == 1
    assert trash(desk).lying == ()
    assert not any(one.table == "tasks" for one in history(desk, case.head.id))


def test_a_clock_ten_years_ahead_removes_nothing_and_a_question_is_asked(desk: Desk) -> None:
    dropped_draft(desk)
    ahead = after(desk, days=3650)
    assert empty_expired(ahead) == 0
    assert trash(ahead).clock_has_jumped
    work(desk, *range(3650, 3660))  # a week of work by the wrong clock
    ahead = after(desk, days=3660)
    assert empty_expired(ahead) == 0
    assert trash(ahead).clock_has_jumped
    assert len(trash(desk).lying) == 1


def test_what_still_lies_there_is_taken_back_whatever_the_clock_says(desk: Desk) -> None:
    case, _ = dropped_task(desk)
    noted = add_note(desk, case.head.id, "Ghi chú mẫu.")
    remove_note(desk, case.head.id, noted.notes[0].id)
    ahead = after(desk, days=3650)
    for one in trash(ahead).lying:
        take_out(ahead, one)
        with pytest.raises(GbvcaseError):
            take_out(ahead, one)  # once is enough
    back = load(desk, case.head.id)
    assert len(back.tasks) == len(back.notes) == 1


def test_a_clock_that_a_person_has_confirmed_is_believed_again(desk: Desk) -> None:
    dropped_draft(desk)
    back = after(desk, days=60)
    assert trash(back).clock_has_jumped
    confirm_clock(back)
    assert not trash(back).clock_has_jumped
    assert empty_expired(back) == 0  # nobody has worked since
    work(desk, 61, 62, 63, 64, 65)
    assert empty_expired(after(desk, days=66)) == 1


def test_a_clock_that_was_set_back_keeps_everything(desk: Desk) -> None:
    dropped_draft(desk)
    work(desk, *range(1, 8), -20000)
    assert empty_expired(after(desk, days=-20000)) == 0
    assert empty_expired(after(desk, days=8)) == 0  # work that stands after it bears nothing out
    assert len(trash(desk).lying) == 1


def test_words_that_are_gone_lie_in_no_file_of_the_cabinet(desk: Desk, cabinet: Path) -> None:
    dropped_draft(desk)
    work(desk, *range(1, 8))
    assert empty_expired(after(desk, days=8)) == 1
    with desk.vault.begin() as db:
        for table in ("drafts", "revisions"):
            rows = db.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608
            assert "Mẫu" not in repr(rows)
    assert all(path.stat().st_size == 0 for path in cabinet.glob("*-wal"))
