"""Cases in a vault, for the tests of what is kept there."""

from datetime import datetime, timedelta

from gbvcase.domain.case import Case
from gbvcase.vault.records import load_case, save_case
from gbvcase.vault.vault import Vault
from tests.builders import NOW, WORKER

UNIT = "Văn phòng mẫu"


def save(vault: Vault, case: Case, *, by: str = WORKER, at: datetime = NOW) -> Case:
    """Save a case in a transaction of its own."""
    with vault.begin() as db:
        return save_case(db, case, by=by, unit=UNIT, at=at)


def load(vault: Vault, case: Case) -> Case:
    """Read a case again."""
    with vault.begin() as db:
        return load_case(db, case.head.id)


def later(minutes: int) -> datetime:
    """Return a time after the one at which everything begins."""
    return NOW + timedelta(minutes=minutes)
