"""What is read across all cases for those who look after the work of others."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from gbvcase.domain.codes import CaseStatus, TaskKind, TaskState
from gbvcase.domain.folding import sort_key
from gbvcase.vault.kept_rows import driver

IN_HAND = (CaseStatus.OPEN, CaseStatus.ON_HOLD, CaseStatus.CLOSURE_REQUESTED)
"""The states of a case that somebody works on: no draft, and nothing that has ended."""

TO_DO = (TaskState.OPEN, TaskState.DOING, TaskState.SNOOZED)


@dataclass(frozen=True, kw_only=True)
class WorkerLoad:
    """How much one worker carries: cases in hand, the urgent among them, tasks that are late."""

    worker: str
    in_hand: int
    urgent: int
    late: int


def loads(db: Connection, today: date) -> tuple[WorkerLoad, ...]:
    """Return a line for each who has a case in hand or a late task, in the order of the names."""
    states = tuple(state.code for state in IN_HAND)
    cases = {
        owner: (number, urgent)
        for owner, number, urgent in driver(db).execute(
            "SELECT owner, count(*), sum(list_urgent) FROM cases"
            " WHERE status IN (?, ?, ?) AND owner IS NOT NULL GROUP BY owner",
            states,
        )
    }
    late = dict(
        driver(db).execute(
            "SELECT assignee, count(*) FROM tasks WHERE state IN (?, ?, ?)"
            " AND CASE state WHEN 'snoozed' THEN snoozed_to ELSE due END < ?"
            " AND assignee IS NOT NULL AND coalesce(void, 0) = 0 GROUP BY assignee",
            (*(state.code for state in TO_DO), today.isoformat()),
        )
    )
    return tuple(
        WorkerLoad(
            worker=worker,
            in_hand=cases.get(worker, (0, 0))[0],
            urgent=cases.get(worker, (0, 0))[1] or 0,
            late=late.get(worker, 0),
        )
        for worker in sorted(cases.keys() | late.keys(), key=sort_key)
    )


def perhaps_waiting(db: Connection, worker: str, *, own: bool) -> tuple[str, ...]:
    """Return the cases of a worker, or those of others, in which something may wait for a second.

    Those that are to be closed, with something shared without consent, with a type of violence
    that was changed by hand, or with a task of approval.
    """
    whose = "=" if own else "IS NOT"
    rows = driver(db).execute(
        f"SELECT id FROM cases WHERE owner {whose} ? AND id IN ("  # noqa: S608 - ours
        " SELECT id FROM cases WHERE status = ?"
        " UNION SELECT case_id FROM consents WHERE exception IS NOT NULL"
        " UNION SELECT case_id FROM incidents WHERE type_override_reason IS NOT NULL"
        "  AND type_override_reviewer IS NULL"
        " UNION SELECT case_id FROM tasks WHERE state IN (?, ?, ?) AND kind = ?)"
        " ORDER BY list_urgent DESC, code",
        (
            worker,
            CaseStatus.CLOSURE_REQUESTED.code,
            *(state.code for state in TO_DO),
            TaskKind.APPROVAL.code,
        ),
    )
    return tuple(case_id for (case_id,) in rows)
