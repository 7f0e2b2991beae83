"""A full check of an open vault: every page, the structure, the journal, the mark."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gbvcase.domain.errors import VaultDamaged
from gbvcase.vault import before_upgrade, engine, files, journal, mark, opening
from gbvcase.vault.engine import FileCheck

if TYPE_CHECKING:  # the vault calls this
    from gbvcase.vault.vault import Vault


@dataclass(frozen=True)
class VaultCheck:
    """What a full check of a vault found."""

    file: FileCheck
    journal_broken_at: int | None
    is_behind_mark: bool

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was found."""
        return self.file.is_whole and self.journal_broken_at is None and not self.is_behind_mark


def check(vault: "Vault", progress: Callable[[int, int], None] | None) -> VaultCheck:
    """Check a vault; what is found is returned, not raised."""
    with engine.raw(vault.working()) as connection:
        found = engine.check_file(connection, progress)
    if found.is_whole:
        vault.found_whole()
        if not vault.is_read_only:
            files.keep_ballast(vault.folder)
            before_upgrade.remove(vault.folder)  # the upgrade has proved itself
    seen = mark.find(vault.folder)
    try:
        with vault.begin() as db:
            return VaultCheck(
                file=found,
                journal_broken_at=journal.verify(db),
                is_behind_mark=seen is not None
                and seen.mark is not None
                and (seen.mark.gen > vault.gen or not opening.lies_on_chain(db, seen.mark)),
            )
    except VaultDamaged:
        return VaultCheck(found, 1, False)  # no entry of the journal can be read
