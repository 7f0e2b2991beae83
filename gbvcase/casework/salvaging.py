"""Saving what can still be read of a damaged cabinet into a new one, and saying what is lost."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gbvcase.casework.desk import Desk, Profile, Progress, unheard
from gbvcase.casework.upkeep import PROFILE
from gbvcase.domain.codes import ProviderType, Role
from gbvcase.domain.marking import Say, mark
from gbvcase.sealing.slots import Cost
from gbvcase.vault.files import keep_stopped, stopped_at
from gbvcase.vault.kept_rows import driver
from gbvcase.vault.mending import LostRecord
from gbvcase.vault.revisions import NAMES
from gbvcase.vault.salvage import Salvage
from gbvcase.vault.salvage import salvage as save_rows
from gbvcase.vault.settings import keep_setting, read_setting
from gbvcase.vault.vault import Vault
from gbvcase.vault.whereabouts import refuse_exposed

NOBODY = "-"
_PEOPLE = "SELECT updated_by, created_unit FROM cases WHERE updated_by <> ?"


@dataclass(frozen=True, repr=False)
class Salvaged:
    """What was saved of a cabinet and what was not; the recovery number is shown once."""

    found: Salvage
    cases: int
    has_lost_profile: bool

    @property
    def recovery_number(self) -> str:
        """Return the number on the new sheet; the old one opens the old files only."""
        return self.found.recovery_number

    def as_json(self) -> dict[str, Any]:
        """Return the findings for a program."""
        found = self.found
        return {
            "cases": self.cases,
            "proved": found.is_proved,
            "damaged_pages": list(found.damaged_pages),
            "saved_rows": dict(sorted(found.saved.items())),
            "unreadable_rows": dict(sorted(found.unreadable.items())),
            "journal_cut_at": found.journal_cut_at,
            "profile_lost": self.has_lost_profile,
            "lost": [_as_json(one) for one in found.lost.records],
            "as_before_the_last_change": [_as_json(one) for one in found.lost.older],
            "emptied": [_as_json(one) for one in found.lost.emptied],
            "recovery_number": found.recovery_number,
        }

    def said(self, say: Say) -> Iterator[str]:
        """Yield what was saved and what is lost as sentences, for a person to go through."""
        found = self.found
        yield say(mark("Cases saved: {count}.")).format(count=self.cases)
        if not found.is_proved:
            yield say(
                mark(
                    "The beginning of the file is lost, so no page could be proved. "
                    "Please look through what was saved."
                )
            )
        if found.damaged_pages:
            yield say(mark("Damaged pages: {count}.")).format(count=len(found.damaged_pages))
        if found.journal_cut_at is not None:
            text = mark("The journal is saved up to entry {number}; the rest is lost.")
            yield say(text).format(number=found.journal_cut_at - 1)
        if self.has_lost_profile:
            yield say(mark("Your name and office are lost. Please type them anew in the settings."))
        for sentence, records in (
            (mark("Lost: {what}, case {code}."), found.lost.records),
            (mark("As it was before the last change: {what}, case {code}."), found.lost.older),
            (mark("Lost, and left empty: {what}, case {code}."), found.lost.emptied),
        ):
            for (table, code), count in sorted(_counted(records).items()):
                what = say(NAMES.get(table, table)) + (f" ({count})" if count > 1 else "")
                yield say(sentence).format(what=what, code=code)
        for table in ("drafts", "scans", "release_lines", "settings", "revisions"):
            if found.unreadable[table]:
                text = say(mark("Could not be read: {what} ({count})."))
                yield text.format(what=say(_OTHERS[table]), count=found.unreadable[table])


_OTHERS = {
    "drafts": mark("drafts"),
    "scans": mark("scanned papers"),
    "release_lines": mark("lines of the list of releases"),
    "settings": mark("settings"),
    "revisions": mark("lines of the history"),
}


def salvage_cabinet(  # noqa: PLR0913 - whence, whither, with what
    folder: Path,
    password: str,
    new_folder: Path,
    progress: Progress = unheard,
    *,
    cost: Cost | None = None,
    anywhere: bool = False,
) -> tuple[Desk, Salvaged]:
    """Save what can be read of a damaged cabinet into a new one; return its desk and the losses.

    The damaged files are only read, and stay. The new cabinet has the same password, and a new
    recovery number. Raises WrongPassword, VaultExists, FolderExposed, and VaultDamaged if nothing
    at all can be read.
    """
    if not anywhere:
        refuse_exposed(new_folder)
    vault, found = save_rows(folder, password, new_folder, progress, cost=cost)
    if stopped_at(folder) is None:
        keep_stopped(folder, vault.now())  # the old one is not worked in any more
    try:
        profile, is_lost = _profile(vault)
        with vault.begin() as db:
            (cases,) = driver(db).execute("SELECT count(*) FROM cases").fetchone()
    except BaseException:
        vault.lock()
        raise
    return Desk(vault, profile), Salvaged(found, cases, is_lost)


def _profile(vault: Vault) -> tuple[Profile, bool]:
    """Return whose cabinet it is; where that is lost, as the cases tell of who wrote them."""
    with vault.begin() as db:
        kept = read_setting(db, PROFILE)
        if isinstance(kept, dict):
            return Profile.from_json(kept), False
        people = Counter(driver(db).execute(_PEOPLE, (NOBODY,)).fetchall()).most_common(1)
        worker, office = people[0][0] if people else (NOBODY, NOBODY)
        profile = Profile(
            worker=worker,
            role=Role.CASEWORKER,
            agency=ProviderType.of("social_work_centre"),
            office=office,
        )
        keep_setting(db, PROFILE, profile.as_json())
        return profile, True


def _as_json(one: LostRecord) -> dict[str, str | None]:
    return {"case": one.code, "case_id": one.case_id, "kind": one.table, "id": one.record_id}


def _counted(records: tuple[LostRecord, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.table, one.code or NOBODY) for one in records)
