"""What every record that is kept by itself carries: its number, its makers, its revisions."""

from datetime import datetime
from typing import Any

from gbvcase.domain.codes import RecordSource, VoidReason
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, Record, entry, groups, record
from gbvcase.domain.marking import mark


@record
class StatusChange(Record):
    from_: Answer[str] = entry(mark("From"), ADMINISTRATIVE, declinable=False)
    to: Answer[str] = entry(mark("To"), ADMINISTRATIVE, declinable=False)
    at: Answer[datetime] = entry(mark("At"), ADMINISTRATIVE, declinable=False)
    by: Answer[str] = entry(mark("By"), ADMINISTRATIVE, refers_to="worker", declinable=False)
    reason: Answer[str] = entry(mark("Reason"), ADMINISTRATIVE, declinable=False)


def _made(label: str, **more: Any) -> Any:
    """Declare a field that the program fills in when the record is kept."""
    return entry(label, ADMINISTRATIVE, hidden=True, made=True, declinable=False, **more)


@record
class Kept(Record):
    """A record with a row and a history of its own.

    These fields are made when the record is first kept, and are None before: a form never asks
    for them.
    """

    id: str = entry(mark("Record number"), ADMINISTRATIVE, hidden=True, declinable=False)
    created_at: datetime = _made(mark("Made on"))
    created_by: str = _made(mark("Made by"), refers_to="worker")
    created_unit: str = _made(mark("Office"), refers_to="unit")
    updated_at: datetime = _made(mark("Last changed"))
    updated_by: str = _made(mark("Last changed by"), refers_to="worker")
    revision: int = _made(mark("Revision"), low=0)
    status_history: tuple[StatusChange, ...] = groups(
        mark("History of states"), ADMINISTRATIVE, hidden=True, made=True
    )
    void: bool = entry(mark("Entered by mistake"), ADMINISTRATIVE, hidden=True, declinable=False)
    void_reason: Answer[VoidReason] = entry(
        mark("Why it does not count"), ADMINISTRATIVE, condition="void", hidden=True
    )
    source: Answer[RecordSource] = _made(mark("How it came here"))
