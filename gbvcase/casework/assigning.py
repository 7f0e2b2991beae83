"""Putting cases into the hands of another worker, and taking that back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.domain.case import Case
from gbvcase.domain.codes import CaseStatus, Role
from gbvcase.domain.consequences import with_consequences
from gbvcase.domain.fields import given
from gbvcase.domain.gates import status_of
from gbvcase.domain.marking import mark
from gbvcase.domain.stepping import NotAllowed
from gbvcase.domain.task_states import is_open
from gbvcase.vault.journal import write
from gbvcase.vault.kept_rows import Rows
from gbvcase.vault.lists import owners
from gbvcase.vault.records import Transaction, load_with_rows, save_case

MOST_AT_ONCE = 500
AWAY = frozenset({CaseStatus.VOIDED, CaseStatus.MERGED, CaseStatus.TRANSFERRED_OUT})
"""The states of a case that is nobody's work here any more."""


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """A case that changed hands: who had it before, and which of its tasks went along."""

    case_id: str
    before: str | None
    tasks: frozenset[str]


def may_assign(desk: Desk) -> bool:
    """Tell whether whoever sits here may put cases into other hands (dictionary, section 23)."""
    return desk.profile.role is Role.SUPERVISOR


def workers_known(desk: Desk) -> tuple[str, ...]:
    """Return who is in charge of cases of this cabinet, and who sits here."""
    with desk.vault.begin() as db:
        known = owners(db)
    return tuple(known) if desk.worker in known else (desk.worker, *known)


def assign(
    desk: Desk, case_ids: Iterable[str], worker: str, progress: Progress = unheard
) -> tuple[Assigned, ...]:
    """Put cases into the hands of a worker; what the one before was still to do goes along.

    All or none. Raises NotAllowed for a role that may not, for a case that has ended for good, and
    for more than can be done at once. Cases that are in these hands already stay as they are.
    """
    ids = tuple(dict.fromkeys(case_ids))
    worker = " ".join(worker.split())
    if not may_assign(desk):
        raise NotAllowed(mark("Your role does not allow this step."))
    if not worker:
        raise NotAllowed(mark("Please say who is to be in charge."))
    if len(ids) > MOST_AT_ONCE:
        raise NotAllowed(mark("At most {most} cases can be assigned at once."), most=MOST_AT_ONCE)
    done: list[Assigned] = []
    with desk.vault.begin() as db:
        for number, case_id in enumerate(ids):
            progress(number, len(ids))
            if (one := _assign(desk, db, case_id, worker)) is not None:
                done.append(one)
    return tuple(done)


def _assign(desk: Desk, db: Transaction, case_id: str, worker: str) -> Assigned | None:
    case, rows = load_with_rows(db, case_id)
    if status_of(case) in AWAY:
        raise NotAllowed(
            mark("Case {code} has ended here and stays with who had it."), code=case.head.code
        )
    before = given(case.head.owner)
    if before == worker:
        return None
    moved = frozenset(t.id for t in case.tasks if is_open(t) and given(t.assignee) == before)
    _keep(desk, db, case, _in_hands_of(case, worker, moved), rows)
    return Assigned(case_id=case_id, before=before, tasks=moved)


def take_assignment_back(desk: Desk, assigned: Iterable[Assigned]) -> None:
    """Put cases back into the hands they were in: the undo of `assign`."""
    if not may_assign(desk):
        raise NotAllowed(mark("Your role does not allow this step."))
    with desk.vault.begin() as db:
        for one in assigned:
            case, rows = load_with_rows(db, one.case_id)
            _keep(desk, db, case, _in_hands_of(case, one.before, one.tasks), rows)


def _in_hands_of(case: Case, worker: str | None, tasks: frozenset[str]) -> Case:
    return replace(
        case,
        head=replace(case.head, owner=worker),
        tasks=tuple(
            replace(task, assignee=worker) if task.id in tasks else task for task in case.tasks
        ),
    )


def _keep(desk: Desk, db: Transaction, before: Case, after: Case, rows: Rows) -> None:
    at = desk.now()
    after = with_consequences(before, after, desk.worker, at)
    save_case(db, after, by=desk.worker, unit=desk.unit, at=at, rows=rows)
    write(db, "case.assign", before.head.id, at)
