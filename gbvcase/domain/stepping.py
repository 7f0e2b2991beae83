"""A step from one state to another: who takes it, when and why, and what it leaves behind."""

from dataclasses import dataclass
from datetime import date, datetime

from gbvcase.domain.codes import Code, Role
from gbvcase.domain.errors import GbvcaseError, Marked
from gbvcase.domain.fields import Record, entries_of, is_answered
from gbvcase.domain.kept import StatusChange
from gbvcase.domain.marking import mark

NOT_ANSWERED = mark("“{field}” is not answered yet.")


class NotAllowed(GbvcaseError):
    """A state cannot follow another, or not yet, or not by this person."""

    sentence = mark("This step is not possible from the present state.")


@dataclass(frozen=True, kw_only=True)
class Step:
    """Who takes a step, when and why; `approved_by` is the second person, where one is needed."""

    by: str
    at: datetime
    role: Role = Role.CASEWORKER
    reason: str | None = None
    review_on: date | None = None
    approved_by: str | None = None
    merged_into: str | None = None


WORKERS = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
SUPERVISORS = frozenset({Role.SUPERVISOR})


def change(start: Code, to: Code, step: Step) -> StatusChange:
    """Return the line that a step leaves in the history of states."""
    return StatusChange(
        from_=start.code, to=to.code, at=step.at, by=step.by, reason=step.reason or None
    )


def require_answers(record: Record, names: tuple[str, ...]) -> None:
    """Raise NotAllowed, naming the first of these fields that is not answered."""
    for entry in entries_of(type(record)):
        value = getattr(record, entry.name)
        # a referral may show nothing beyond its base lines, once that was seen
        if entry.name in names and not is_answered(value) and value != frozenset():
            raise NotAllowed(NOT_ANSWERED, field=Marked(entry.about.label))
