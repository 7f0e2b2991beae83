"""The states of a task, and when it is due."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from gbvcase.domain.codes import TaskState
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.stepping import NotAllowed, Step, change
from gbvcase.domain.tasks import Task

SOON = timedelta(days=7)
TASK_MOVES: Mapping[TaskState, frozenset[TaskState]] = MappingProxyType(
    {
        TaskState.OPEN: frozenset({TaskState.DOING, TaskState.CANCELLED, TaskState.SNOOZED}),
        TaskState.DOING: frozenset({TaskState.DONE}),
        TaskState.SNOOZED: frozenset({TaskState.OPEN}),
        TaskState.DONE: frozenset({TaskState.OPEN}),  # taken back: the undo of the screen
    }
)


def moved_task(  # noqa: PLR0913 - the particulars of a step
    task: Task,
    to: TaskState,
    *,
    by: str,
    at: datetime,
    reason: str = "",
    until: date | None = None,
) -> Task:
    """Take a task to another state; a task to do that is finished passes through `doing`."""
    start = given(task.state) or TaskState.OPEN
    if to is TaskState.DONE and start in (TaskState.OPEN, TaskState.SNOOZED):
        through = {TaskState.OPEN: TaskState.DOING, TaskState.SNOOZED: TaskState.OPEN}
        return moved_task(moved_task(task, through[start], by=by, at=at), to, by=by, at=at)
    if to not in TASK_MOVES.get(start, frozenset()):
        raise NotAllowed()
    if to is TaskState.CANCELLED and not reason.strip():
        raise NotAllowed(mark("Please give a reason."))
    if to is TaskState.SNOOZED and (until is None or until <= at.date()):
        raise NotAllowed(mark("Please give a later day."))
    line = change(start, to, Step(by=by, at=at, reason=reason))
    return replace(
        task,
        state=to,
        status_history=(*task.status_history, line),
        done_at=at if to is TaskState.DONE else None,
        snoozed_to=until if to is TaskState.SNOOZED else None,
    )


def is_open(task: Task) -> bool:
    """Tell whether a task is still to be done."""
    return given(task.state) not in (TaskState.DONE, TaskState.CANCELLED) and not task.void


def due_day(task: Task) -> date | None:
    """Return the day on which a task comes up: its due day, or the day it was put off to."""
    return given(task.snoozed_to) if task.state is TaskState.SNOOZED else given(task.due)


def is_overdue(task: Task, today: date) -> bool:
    """Tell whether a task should have been done by now."""
    day = due_day(task)
    return is_open(task) and day is not None and day < today


def is_soon(task: Task, today: date) -> bool:
    """Tell whether a task is due within seven days."""
    day = due_day(task)
    return is_open(task) and day is not None and today <= day <= today + SOON
