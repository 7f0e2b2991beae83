"""Giving an answer the value again that it had before: a new version, nothing is lost by it."""

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from gbvcase.casework.cases import load_for_change
from gbvcase.domain.case import MANY, Case, records_of
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.incident import Incident
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.vault.saving import CHANGED

if TYPE_CHECKING:
    from gbvcase.casework.desk import Desk
    from gbvcase.vault.revisions import Change

RecordT = TypeVar("RecordT", bound=Kept)

PARTS_OF_TABLES = {
    "clients": "client",
    "intakes": "intake",
    "incidents": "incidents",
    "alleged_perpetrators": "incidents",
}
"""Where an earlier answer is only an answer. States, agreements, referrals and tasks have steps of
their own, with guards; they are not gone back by a value."""


class RecordGone(GbvcaseError):
    """A value of a record that was taken out of its case meanwhile."""

    sentence = mark("This record is not in the case any more.")


def may_take_back(change: "Change") -> bool:
    """Tell whether the old value of a change can be made the value again."""
    is_answer = change.entry is not None and not change.entry.about.hidden
    return change.what == CHANGED and is_answer and change.table in PARTS_OF_TABLES


def take_back(desk: "Desk", case_id: str, change: "Change") -> Case:
    """Give the field of a change its old value again, as a new version of its record."""
    assert may_take_back(change)
    part = PARTS_OF_TABLES[change.table]
    with load_for_change(desk, case_id, "case.amend", part=part) as hand:
        records = records_of(hand.case, part)
        changed = tuple(_with_old(one, change) for one in records)
        if changed == records and not any(_holds(one, change.record_id) for one in records):
            raise RecordGone
        value = changed if part in MANY else changed[0]
        hand.case = replace(hand.case, **{part: value})  # type: ignore[arg-type]
    return hand.case


def _with_old(record: RecordT, change: "Change") -> RecordT:
    if record.id == change.record_id:
        assert change.entry is not None
        return replace(record, **{change.entry.name: change.old})
    if isinstance(record, Incident):
        inside = tuple(_with_old(one, change) for one in record.alleged_perpetrators)
        return replace(record, alleged_perpetrators=inside)
    return record


def _holds(record: Kept, record_id: str) -> bool:
    inside = record.alleged_perpetrators if isinstance(record, Incident) else ()
    return record_id in {record.id, *(one.id for one in inside)}
