"""What is due: the board of the start page, and what is done about a task."""

from dataclasses import dataclass, replace
from datetime import date

from gbvcase.casework.cases import load_for_change
from gbvcase.casework.desk import Desk
from gbvcase.domain.codes import Role, TaskKind, TaskState
from gbvcase.domain.consequences import RULE, is_made_by_rule
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.gates import moved_task
from gbvcase.domain.marking import mark
from gbvcase.domain.stepping import NotAllowed
from gbvcase.domain.tasks import Task
from gbvcase.vault.lists import TaskLine, open_tasks

__all__ = ["TaskLine"]

DAYS_AHEAD = 7


class TaskGone(GbvcaseError):
    """A task that is not in its case any more, or not in the trash any more."""

    sentence = mark("This task is not there any more.")


@dataclass(frozen=True, kw_only=True)
class TaskBoard:
    """The tasks of a desk by when they are due, the most urgent first."""

    overdue: tuple[TaskLine, ...]
    today: tuple[TaskLine, ...]
    coming: tuple[TaskLine, ...]  # in the next seven days
    later: tuple[TaskLine, ...]


def due_tasks(desk: Desk) -> TaskBoard:
    """Return the open tasks of this desk.

    A supervisor has cases of many hands in her cabinet: to her only her own tasks are due, and
    those of nobody. What others are late with is told in the overview.
    """
    today = desk.today()
    with desk.vault.begin() as db:
        tasks = open_tasks(db)
    if desk.profile.role is Role.SUPERVISOR:
        tasks = tuple(task for task in tasks if task.assignee in (None, desk.worker))
    return TaskBoard(
        overdue=tuple(task for task in tasks if task.due < today),
        today=tuple(task for task in tasks if task.due == today),
        coming=tuple(task for task in tasks if 0 < (task.due - today).days <= DAYS_AHEAD),
        later=tuple(task for task in tasks if (task.due - today).days > DAYS_AHEAD),
    )


def may_be_dropped(task: TaskLine) -> bool:
    """Tell whether a person may throw a task away: not what a rule has made."""
    return not (task.source or "").startswith(RULE)


def add_task(desk: Desk, case_id: str, kind: TaskKind, due: date) -> Task:
    """Add something to do to a case, for whoever sits here."""
    task = Task(kind=kind, due=due, assignee=desk.worker, state=TaskState.OPEN)
    with load_for_change(desk, case_id, "task.add") as change:
        change.case = replace(change.case, tasks=(*change.case.tasks, task))
    return change.case.tasks[-1]


def move_task(  # noqa: PLR0913 - the particulars of a step
    desk: Desk,
    case_id: str,
    task_id: str,
    to: TaskState,
    *,
    reason: str = "",
    until: date | None = None,
) -> Task:
    """Take a task to another state: done, put off to a day, dropped for a reason, to do again."""
    with load_for_change(desk, case_id, "task.move") as change:
        tasks = tuple(
            moved_task(task, to, by=desk.worker, at=desk.now(), reason=reason, until=until)
            if task.id == task_id
            else task
            for task in change.case.tasks
        )
        change.case = replace(change.case, tasks=tasks)
    return next(task for task in change.case.tasks if task.id == task_id)


def finish_task(desk: Desk, case_id: str, task_id: str) -> Task:
    """Say that a task is done."""
    return move_task(desk, case_id, task_id, TaskState.DONE)


def reopen_task(desk: Desk, case_id: str, task_id: str) -> Task:
    """Take back that a task is done: the undo of `finish_task`."""
    return move_task(desk, case_id, task_id, TaskState.OPEN)


def remove_task(desk: Desk, case_id: str, task_id: str) -> Task:
    """Put a task into the trash, from which it can be taken back for 30 days.

    Raises NotAllowed for a task that a rule has made: it ends when its reason does.
    """
    with load_for_change(desk, case_id, "task.remove") as change:
        task = next((one for one in change.case.tasks if one.id == task_id), None)
        if task is None:
            raise TaskGone
        if is_made_by_rule(task):
            raise NotAllowed(
                mark("This task follows from what was recorded. It ends when that is settled.")
            )
        tasks = tuple(one for one in change.case.tasks if one.id != task_id)
        change.case = replace(change.case, tasks=tasks)
    return task


def restore_task(desk: Desk, case_id: str, task: Task) -> Task:
    """Put a task back into its case: the undo of `remove_task`."""
    with load_for_change(desk, case_id, "task.restore") as change:
        if all(one.id != task.id for one in change.case.tasks):
            change.case = replace(change.case, tasks=(*change.case.tasks, task))
    return task
