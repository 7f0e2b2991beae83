"""Which printer this office prints on: kept in the cabinet, for its name may tell of the office."""

from gbvcase.casework.desk import Desk
from gbvcase.casework.upkeep import keep_setting, read_setting

PRINTER = "printer"


def usual_printer(desk: Desk) -> str:
    """Return the name of the usual printer; empty for the one that the computer offers first."""
    kept = read_setting(desk, PRINTER)
    return kept if isinstance(kept, str) else ""


def keep_usual_printer(desk: Desk, name: str) -> None:
    """Keep the name of the usual printer."""
    keep_setting(desk, PRINTER, name or None)
