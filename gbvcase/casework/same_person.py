"""Putting what was told in a new intake into the case that exists of the same person."""

from dataclasses import dataclass, replace
from datetime import date

from gbvcase.casework.cases import load_for_change
from gbvcase.casework.desk import Desk
from gbvcase.domain.codes import TaskKind, TaskState
from gbvcase.domain.incident import Incident
from gbvcase.domain.tasks import Task


@dataclass(frozen=True)
class Moved:
    """What was put into a case: a new incident, and a task if one was agreed upon."""

    case_id: str
    code: str
    incident: str
    task: str | None


def add_incident(
    desk: Desk, case_id: str, incident: Incident, step: tuple[TaskKind, date] | None = None
) -> Moved:
    """Add what was told as a new incident of a case, and what is to be done next."""
    with load_for_change(desk, case_id, "case.amend", part="incidents") as change:
        incidents = (*change.case.incidents, incident)
        tasks = change.case.tasks
        if step is not None:
            kind, due = step
            asked = Task(kind=kind, due=due, assignee=desk.worker, state=TaskState.OPEN)
            tasks = (*tasks, asked)
        change.case = replace(change.case, incidents=incidents, tasks=tasks)
    case = change.case
    place = len(incidents) - 1
    task = case.tasks[len(tasks) - 1].id if step is not None else None
    return Moved(case_id, str(case.head.code), case.incidents[place].id, task)


def take_incident_back(desk: Desk, moved: Moved) -> None:
    """Take out again what `add_incident` has put in; what was added since stays."""
    with load_for_change(desk, moved.case_id, "case.amend", part="incidents") as change:
        change.case = replace(
            change.case,
            incidents=tuple(one for one in change.case.incidents if one.id != moved.incident),
            tasks=tuple(one for one in change.case.tasks if one.id != moved.task),
        )
