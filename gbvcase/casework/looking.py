"""Looking closer at a case: as it once was, and at what the screen covers until it is asked for."""

from gbvcase.casework.desk import Desk
from gbvcase.domain.case import Case
from gbvcase.vault.journal import write
from gbvcase.vault.revisions import case_at


def case_then(desk: Desk, case_id: str, saving: int) -> Case:
    """Return a case as it was after a saving of its history; KeyError if it was not there yet."""
    with desk.vault.begin() as db:
        return case_at(db, case_id, saving)


def note_uncovered(desk: Desk, case_id: str, field: str) -> None:
    """Remember that somebody asked to see a field that is covered on the screen."""
    with desk.vault.begin() as db:
        write(db, "case.uncover", case_id, desk.now(), field=field)
