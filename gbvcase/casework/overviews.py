"""What a supervisor sees at a glance: what waits for her, and how much each worker carries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from gbvcase.casework.desk import Desk
from gbvcase.domain.agreement import is_seconded
from gbvcase.domain.case import Case
from gbvcase.domain.classification import is_changed_by_hand
from gbvcase.domain.codes import CaseStatus, ConsentException, Role, TaskKind
from gbvcase.domain.conditions import is_urgent
from gbvcase.domain.consequences import is_made_by_rule
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.task_states import due_day, is_open
from gbvcase.vault.overviews import WorkerLoad, loads, perhaps_waiting
from gbvcase.vault.records import load_case

__all__ = ["WorkerLoad"]


class Awaited(Enum):
    """What a second person is to decide, as the marked words that say it.

    Requests for approval are records of their own in the dictionary, which do not exist yet. Until
    they do, this is what its rules say of the records there are: who closes a case, who seconds
    that something is shared without consent, who reviews a type that was changed by hand.
    """

    CLOSURE = mark("Close the case")
    DANGER = mark("Review sharing in immediate danger")
    SHARING = mark("Approve sharing without consent")
    CHANGED_TYPE = mark("Review a type that was changed by hand")
    TASK = mark("Approval")

    @property
    def part(self) -> str:
        """Return the part of the case where it is decided; "" for the case as a whole."""
        return _PARTS.get(self, "")


_PARTS = {
    Awaited.DANGER: "consents",
    Awaited.SHARING: "consents",
    Awaited.CHANGED_TYPE: "incidents",
}


@dataclass(frozen=True, kw_only=True, repr=False)
class Waiting:
    """One thing that waits for a supervisor: in which case, whose, since when or until when."""

    what: Awaited
    case_id: str
    code: str
    name: str | None
    owner: str
    day: date | None
    urgent: bool

    def __repr__(self) -> str:
        return "<Waiting>"


@dataclass(frozen=True, kw_only=True, repr=False)
class Overview:
    """What waits for a supervisor, the urgent and the oldest first, and a line for each worker."""

    waiting: tuple[Waiting, ...]
    workers: tuple[WorkerLoad, ...]

    def __repr__(self) -> str:
        return "<Overview>"


def oversees(desk: Desk) -> bool:
    """Tell whether whoever sits here looks after the work of others."""
    return desk.profile.role is Role.SUPERVISOR


def overview(desk: Desk) -> Overview:
    """Return what waits for this supervisor; of her own cases nothing does: nobody seconds herself.

    Empty for everybody else.
    """
    if not oversees(desk):
        return Overview(waiting=(), workers=())
    with desk.vault.begin() as db:
        workers = loads(db, desk.today())
    return Overview(waiting=_waiting(desk, own=False), workers=workers)


def waiting_elsewhere(desk: Desk) -> tuple[Waiting, ...]:
    """Return what in the cases of whoever sits here waits for the decision of a second person."""
    return _waiting(desk, own=True)


def _waiting(desk: Desk, *, own: bool) -> tuple[Waiting, ...]:
    with desk.vault.begin() as db:
        ids = perhaps_waiting(db, desk.worker, own=own)
        waiting = [one for case_id in ids for one in _waiting_in(load_case(db, case_id))]
    waiting.sort(key=lambda one: (not one.urgent, one.day or date.max, one.code))
    return tuple(waiting)


def _waiting_in(case: Case) -> Iterator[Waiting]:
    for what, day in _awaited(case):
        yield Waiting(
            what=what,
            case_id=case.head.id,
            code=str(case.head.code),
            name=given(case.client.full_name),
            owner=given(case.head.owner) or "",
            day=day,
            urgent=what is Awaited.DANGER or is_urgent(case.intake.urgent_check),
        )


def _awaited(case: Case) -> Iterator[tuple[Awaited, date | None]]:
    if case.head.status is CaseStatus.CLOSURE_REQUESTED:
        asked = given(case.head.status_history[-1].at) if case.head.status_history else None
        yield Awaited.CLOSURE, asked.date() if asked else None
    for consent in case.consents:
        basis = given(consent.exception.basis)
        if basis is not None and not consent.void and not is_seconded(consent):
            in_danger = basis is ConsentException.IMMINENT_DANGER
            at = given(consent.given_at)
            yield Awaited.DANGER if in_danger else Awaited.SHARING, at.date() if at else None
    for incident in case.incidents:
        reviewed = given(incident.type_override_reviewer) is not None
        if is_changed_by_hand(incident) and not reviewed and not incident.void:
            yield Awaited.CHANGED_TYPE, incident.updated_at.date() if incident.updated_at else None
    for task in case.tasks:
        # a rule makes one for sharing in danger: that is said above already
        if task.kind is TaskKind.APPROVAL and is_open(task) and not is_made_by_rule(task):
            yield Awaited.TASK, due_day(task)
