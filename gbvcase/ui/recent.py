"""The cases that were opened lately: kept inside the cabinet, as codes on the start page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gbvcase.casework.desk import Desk

SETTING = "screen.recent"
MOST = 8


def recent_ids(desk: "Desk") -> tuple[str, ...]:
    """Return the ids of the cases that were opened lately, the newest first."""
    from gbvcase.casework.upkeep import read_setting

    kept = read_setting(desk, SETTING)
    return tuple(str(one) for one in kept) if isinstance(kept, list) else ()


def remember(desk: "Desk", case_id: str) -> None:
    """Put a case at the head of those opened lately."""
    from gbvcase.casework.upkeep import keep_setting

    others = [one for one in recent_ids(desk) if one != case_id]
    keep_setting(desk, SETTING, [case_id, *others][:MOST])
