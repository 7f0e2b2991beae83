"""What is to be done next, by whom, and until when."""

from datetime import date, datetime

from gbvcase.domain.codes import TaskKind, TaskState
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, entry, record
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark


@record
class Task(Kept):
    """One thing to do; rules make and close tasks, and a person may add one."""

    kind: Answer[TaskKind] = entry(
        mark("What is to be done"), ADMINISTRATIVE, required=True, declinable=False
    )
    due: Answer[date] = entry(mark("Due"), ADMINISTRATIVE, required=True, declinable=False)
    assignee: Answer[str] = entry(
        mark("Who does it"),
        ADMINISTRATIVE,
        required=True,
        refers_to="worker",
        declinable=False,
    )
    state: Answer[TaskState] = entry(
        mark("State"), ADMINISTRATIVE, required=True, hidden=True, declinable=False
    )
    done_at: Answer[datetime] = entry(
        mark("Done on"), ADMINISTRATIVE, condition="task_done", hidden=True, declinable=False
    )
    snoozed_to: Answer[date] = entry(
        mark("Put off until"), ADMINISTRATIVE, condition="task_snoozed", declinable=False
    )
    source: Answer[str] = entry(  # type: ignore[assignment] # in the place of the common field
        mark("Record it comes from"),
        ADMINISTRATIVE,
        refers_to="record",
        hidden=True,
        declinable=False,
    )
