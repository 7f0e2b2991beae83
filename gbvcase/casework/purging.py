"""Purging cases: what was told is removed for good, and the cabinet gets new keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from gbvcase.casework.cases import NoSuchCase, case_coded, lines
from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.domain.codes import CaseStatus, Role
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.numbers import tidied_code
from gbvcase.vault.purge_list import Purged
from gbvcase.vault.purging import purge_cases as remove_cases
from gbvcase.vault.purging import purged_of, scans_of, still_has_old_keys

__all__ = ["Purged"]

WORD = mark("purge")
"""What is typed, in the language of the person, before anything is removed for good."""

MAY_PURGE = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
"""To whom the window offers it: those who answer for cases."""

STEPS = 3
"""The password, the rows, the keys."""


@dataclass(frozen=True, repr=False)
class ToPurge:
    """A case that is about to be removed, so well described that nobody removes another one."""

    code: str
    name: str | None
    status: CaseStatus
    commune: str | None
    incidents: int
    referrals: int
    notes: int
    files: int

    def __repr__(self) -> str:
        return "<ToPurge>"

    def held(self, say: Say) -> str:
        """Return how much is removed with it."""
        text = mark(
            "Incidents: {incidents}; referrals: {referrals}; notes: {notes}; files: {files}"
        )
        numbers = {
            name: getattr(self, name) for name in ("incidents", "referrals", "notes", "files")
        }
        return say(text).format(**numbers)


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


def look_before(desk: Desk, code: str) -> ToPurge:
    """Return what would be removed with a case; raise NoSuchCase if there is none with this code.

    A code may be typed in small letters and without its hyphens.
    """
    try:
        case = case_coded(desk, code)
    except NoSuchCase:
        case = case_coded(desk, tidied_code(code))
    (line,) = lines(desk, [case.head.id])
    with desk.vault.begin() as db:
        files = len(scans_of(db, case.head.id))
    return ToPurge(
        *(line.code, line.name, line.status, line.commune),
        incidents=len(case.incidents),
        referrals=len(case.referrals),
        notes=len(case.notes),
        files=files,
    )


def purge_cases(
    desk: Desk, codes: Sequence[str], password: str, progress: Progress = unheard
) -> Purge:
    """Remove cases with their history, drafts and files; nobody can take that back.

    All or none: raise NoSuchCase if there is no case with one of the codes, WrongPassword, or
    VaultHeld where the cabinet can only be read. What stays is a random id and the time, in the
    journal and in the signed list by which an older copy is purged again. `progress` can stop it
    until the first row is removed.
    """
    progress(0, STEPS)
    ids = tuple(dict.fromkeys(case_coded(desk, code).head.id for code in codes))
    gone = remove_cases(desk.vault, ids, password, lambda step: progress(step, STEPS))
    return Purge(gone, not still_has_old_keys(desk.vault))


def purged(desk: Desk) -> tuple[Purged, ...]:
    """Return what was ever purged from this cabinet, the oldest first."""
    return purged_of(desk.vault)


def waits_for_new_keys(desk: Desk) -> bool:
    """Tell whether something was purged while there was no room for new keys."""
    return still_has_old_keys(desk.vault)
