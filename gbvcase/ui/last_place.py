"""Where a person was when the cabinet was locked; kept inside it, for the next sitting."""

from typing import TYPE_CHECKING, Any

from gbvcase.ui.workplace import HOME

if TYPE_CHECKING:
    from gbvcase.casework.desk import Desk

LAST_PLACE = "screen.place"


def read_place(desk: "Desk") -> tuple[str, dict[str, Any]]:
    """Return the page this person was on when the cabinet was locked, or the start page."""
    from gbvcase.casework.upkeep import read_setting

    kept = read_setting(desk, LAST_PLACE)
    if not isinstance(kept, list) or len(kept) != 2 or not isinstance(kept[1], dict):  # noqa: PLR2004
        return HOME, {}
    return str(kept[0]), kept[1]


def keep_place(desk: "Desk", place: tuple[str, dict[str, Any]] | None) -> None:
    """Remember inside the cabinet where this person is; a page of bytes cannot be come back to."""
    from gbvcase.casework.upkeep import keep_setting
    from gbvcase.domain.errors import GbvcaseError

    plain = place is not None and all(
        isinstance(value, str | int | bool | None) for value in place[1].values()
    )
    try:
        keep_setting(desk, LAST_PLACE, list(place) if place and plain else None)
    except GbvcaseError:
        return  # a cabinet that cannot be written to is locked all the same
