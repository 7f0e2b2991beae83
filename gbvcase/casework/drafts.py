"""Words that were typed and not saved yet."""

from gbvcase.casework.desk import Desk
from gbvcase.vault.drafts import Draft, drop, forget, keep, living, take_back, trash

__all__ = ["Draft"]


def keep_draft(desk: Desk, draft: Draft) -> Draft:
    """Keep what was typed so far into a form, in place of the draft of the same form."""
    with desk.vault.briefly() as db:
        return keep(db, draft, desk.now())


def drafts(desk: Desk) -> tuple[Draft, ...]:
    """Return the drafts that wait to be gone on with, the newest first."""
    with desk.vault.begin() as db:
        return living(db)


def dropped_drafts(desk: Desk) -> tuple[Draft, ...]:
    """Return the drafts of the trash: they can be taken back for seven days."""
    with desk.vault.begin() as db:
        return trash(db)


def drop_draft(desk: Desk, draft_id: str) -> None:
    """Put a draft into the trash."""
    with desk.vault.begin() as db:
        drop(db, draft_id, desk.now())


def take_draft_back(desk: Desk, draft_id: str) -> None:
    """Take a draft out of the trash."""
    with desk.vault.begin() as db:
        take_back(db, draft_id)


def draft_is_saved(desk: Desk, draft_id: str) -> None:
    """Remove a draft whose words are part of a case now."""
    with desk.vault.begin() as db:
        forget(db, draft_id)
