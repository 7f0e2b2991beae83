"""The daily check of a cabinet: every page, the structure, the journal, and when it last was so."""

from dataclasses import dataclass
from datetime import datetime

from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.casework.upkeep import CabinetCheck

LAST_CHECK = "last_check"


@dataclass(frozen=True)
class LastCheck:
    """The last check that found everything whole: what is damaged is not written any more."""

    at: datetime


def last_check(desk: Desk) -> LastCheck | None:
    """Return when this cabinet was last found whole; None if that never was."""
    from gbvcase.vault.settings import read_setting

    with desk.vault.begin() as db:
        kept = read_setting(db, LAST_CHECK)
    try:
        return LastCheck(datetime.fromisoformat(kept))
    except (TypeError, ValueError):
        return None


def is_check_due(desk: Desk) -> bool:
    """Tell whether this cabinet was not checked today; a day in the future counts for nothing."""
    last = last_check(desk)
    return last is None or last.at.astimezone(desk.now().tzinfo).date() != desk.today()


def check_now(desk: Desk, progress: Progress = unheard) -> CabinetCheck:
    """Check the whole cabinet, step by step; keep the time if it is whole.

    If the file is damaged, nothing is written any more, a copy of all files is laid aside as they
    are, and the next unlock tells of it. Raise Cancelled if the person has had enough.
    """
    from gbvcase.vault.settings import keep_setting

    found = CabinetCheck(desk.vault.check(progress))
    if found.is_whole and not desk.vault.is_read_only:
        with desk.vault.begin() as db:
            keep_setting(db, LAST_CHECK, desk.now().isoformat())
    elif found.is_damaged:
        desk.vault.stop()
    return found
