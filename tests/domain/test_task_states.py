from datetime import date, timedelta

import pytest

from gbvcase.domain.codes import TaskState
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.task_states import is_open, is_overdue, is_soon, moved_task
from gbvcase.domain.tasks import Task
from tests.builders import NOW, TODAY, WORKER, a_task

T = TaskState
ALLOWED = {
    ("open", "doing"),
    ("open", "done"),  # through doing
    ("open", "cancelled"),
    ("open", "snoozed"),
    ("doing", "done"),
    ("snoozed", "open"),
    ("snoozed", "done"),  # through open and doing
    ("done", "open"),  # taken back
}


def moved(task: Task, to: T, **said: object) -> Task:
    said = {"reason": "Lý do mẫu", "until": date(2025, 10, 1)} | said
    return moved_task(task, to, by=WORKER, at=NOW, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize("start", list(T))
@pytest.mark.parametrize("to", list(T))
def test_a_task_moves_as_the_dictionary_says(start: T, to: T) -> None:
    task = a_task(state=start)
    if (start.code, to.code) in ALLOWED:
        assert moved(task, to).state is to
    else:
        with pytest.raises(GbvcaseError):
            moved(task, to)


def test_a_task_that_is_finished_at_once_passes_through_doing() -> None:
    done = moved(a_task(), T.DONE)
    assert [line.to for line in done.status_history] == ["doing", "done"]
    assert done.done_at == NOW
    again = moved(done, T.OPEN)
    assert again.done_at is None
    assert [line.to for line in moved(a_task(state=T.SNOOZED), T.DONE).status_history] == [
        "open",
        "doing",
        "done",
    ]


def test_dropping_needs_a_reason_and_putting_off_a_later_day() -> None:
    for to, said, words in (
        (T.CANCELLED, {"reason": " "}, "reason"),
        (T.SNOOZED, {"until": None}, "later day"),
        (T.SNOOZED, {"until": TODAY}, "later day"),
    ):
        with pytest.raises(GbvcaseError) as caught:
            moved(a_task(), to, **said)
        assert words in caught.value.said(ENGLISH)
    assert moved(a_task(), T.SNOOZED).snoozed_to == date(2025, 10, 1)


def test_a_task_is_soon_within_seven_days_and_overdue_after_its_day() -> None:
    week = timedelta(days=7)
    assert is_soon(a_task(), TODAY)
    assert is_soon(a_task(due=TODAY + week), TODAY)
    assert not is_soon(a_task(due=TODAY + week + timedelta(days=1)), TODAY)
    assert not is_overdue(a_task(), TODAY)
    late = a_task(due=TODAY - timedelta(days=1))
    assert is_overdue(late, TODAY)
    assert not is_soon(late, TODAY)
    assert not is_overdue(moved(late, T.DONE), TODAY)
    assert not is_overdue(moved(late, T.SNOOZED), TODAY)
    assert not is_overdue(a_task(due=None), TODAY)
    assert not is_open(a_task(void=True))
    assert not is_open(moved(a_task(), T.CANCELLED))
