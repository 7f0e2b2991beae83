"""Records that were entered by mistake: they stay to be read, and count for nothing any more."""

from dataclasses import replace
from typing import Any, TypeVar

from gbvcase.casework.cases import load_for_change
from gbvcase.casework.desk import Desk
from gbvcase.domain.case import Case, records_of
from gbvcase.domain.codes import VoidReason
from gbvcase.domain.kept import Kept
from gbvcase.domain.notes import require_writer

VOIDABLE = ("consents", "incidents")
"""A referral is withdrawn or cancelled and a task dropped: they have steps of their own."""

R = TypeVar("R", bound=Kept)


def void_record(desk: Desk, case_id: str, part: str, position: int, reason: VoidReason) -> Case:
    """Say that a record was entered by mistake, and why; nothing rests on it from now on."""
    return _set(desk, case_id, part, position, reason)


def restore_record(desk: Desk, case_id: str, part: str, position: int) -> Case:
    """Say that a record was no mistake after all."""
    return _set(desk, case_id, part, position, None)


def _set(desk: Desk, case_id: str, part: str, position: int, reason: VoidReason | None) -> Case:
    assert part in VOIDABLE
    require_writer(desk.profile.role)
    act = "record.restore" if reason is None else "record.void"
    with load_for_change(desk, case_id, act, part=part) as change:
        case = change.case
        if part == "consents":
            change.case = replace(case, consents=_with(case.consents, position, reason))
        else:
            change.case = replace(case, incidents=_with(case.incidents, position, reason))
    return change.case


def _with(records: tuple[R, ...], position: int, reason: VoidReason | None) -> tuple[R, ...]:
    told: dict[str, Any] = {"void": None if reason is None else True, "void_reason": reason}
    changed = replace(records[position], **told)
    return (*records[:position], changed, *records[position + 1 :])


def is_void(case: Case, part: str, position: int) -> bool:
    """Tell whether a record was entered by mistake."""
    return bool(records_of(case, part)[position].void)
