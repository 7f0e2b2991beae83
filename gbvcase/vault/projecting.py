"""Working out anew what may be counted of every case, after a version that counts more."""

from collections.abc import Callable

from sqlalchemy import Connection

from gbvcase.vault.answers import are_fresh, is_stale, keep_answers
from gbvcase.vault.records import case_ids, load_cases


def bring_answers_up_to_date(db: Connection, progress: Callable[[int, int], None]) -> bool:
    """Project every case anew if a step of the vault asks for it; return whether it did."""
    if not is_stale(db):
        return False
    ids = case_ids(db)
    for number, case in enumerate(load_cases(db, ids)):
        progress(number, len(ids))
        keep_answers(db, case)
    are_fresh(db)
    return True
