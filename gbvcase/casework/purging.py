"""Purging cases: what was told is removed for good, and the cabinet gets new keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from gbvcase.casework.cases import case_coded
from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.domain.marking import Say, mark
from gbvcase.vault.purge_list import Purged
from gbvcase.vault.purging import purge_cases as remove_cases
from gbvcase.vault.purging import purged_of, still_has_old_keys


@dataclass(frozen=True)
class Purge:
    """What a purge did. Until there are new keys, old pages on the disk could still be opened."""

    gone: tuple[Purged, ...]
    has_new_keys: bool

    def said(self, say: Say) -> str:
        """Return what was done as a sentence."""
        text = mark(
            "Purged: {count}. The cabinet has new keys; copies that were made before still hold "
            "these cases."
        )
        if not self.has_new_keys:
            text = mark(
                "Purged: {count}. There was no room to write the cabinet under new keys: free some "
                "room and unlock it again."
            )
        return say(text).format(count=len(self.gone))


def purge_cases(
    desk: Desk, codes: Sequence[str], password: str, progress: Progress = unheard
) -> Purge:
    """Remove cases with their history, drafts and files; nobody can take that back.

    All or none: raise NoSuchCase if there is no case with one of the codes, WrongPassword, or
    VaultHeld where the cabinet can only be read. What stays is a random id and the time, in the
    journal and in the signed list by which an older copy is purged again.
    """
    progress(0, 2)
    ids = tuple(dict.fromkeys(case_coded(desk, code).head.id for code in codes))
    progress(1, 2)
    gone = remove_cases(desk.vault, ids, password)
    return Purge(gone, not still_has_old_keys(desk.vault))


def purged(desk: Desk) -> tuple[Purged, ...]:
    """Return what was ever purged from this cabinet, the oldest first."""
    return purged_of(desk.vault)
