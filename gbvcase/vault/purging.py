"""Removing a case for good: its records, its history, its drafts, its words, its files."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, Text

from gbvcase.domain.errors import Cancelled, DiskFailing, DiskFull, VaultHeld
from gbvcase.sealing import signing
from gbvcase.vault import engine, files, journal, purge_list
from gbvcase.vault.cost import cost_of
from gbvcase.vault.kept_rows import driver
from gbvcase.vault.purge_list import Purged
from gbvcase.vault.rotation import NEEDS_NEW_KEYS, Wish
from gbvcase.vault.settings import keep_setting, read_setting
from gbvcase.vault.tables import metadata

if TYPE_CHECKING:  # the vault calls this
    from gbvcase.vault.vault import Vault

_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


def purge_cases(
    vault: "Vault",
    case_ids: Iterable[str],
    password: str,
    told: Callable[[int], object] = lambda _step: None,
) -> tuple[Purged, ...]:
    """Remove cases for good, then take new keys: what is left of old pages opens no more.

    Return what was removed. Raise WrongPassword before anything is. Where there is no room for new
    keys now, they are taken at the next unlock: `still_has_old_keys` tells. `told` hears how many
    of the three steps are done: the password, the rows, the keys; it may stop by raising until the
    rows are removed, and not any more afterwards.
    """
    if vault.is_read_only:
        raise VaultHeld
    vault.check_password(password)
    told(1)
    with vault.begin() as db:
        gone = purge(db, case_ids, vault.now())
    with engine.raw(vault.working()) as connection:
        engine.checkpoint(connection)
    with suppress(Cancelled):  # what is removed is removed: the keys follow
        told(2)
    finish(vault, password)
    return gone


def finish(vault: "Vault", password: str) -> None:
    """Write the list of what was purged, and take the new keys that a purge asks for."""
    if vault.is_read_only:
        return
    with vault.begin() as db:
        with suppress(OSError):
            settle_list(db, vault.folder, vault.vault_id)
        is_due = needs_new_keys(db)
    if is_due:
        wish = Wish(password, cost_of(vault.key_file), "vault.rekey", vault.now())
        with suppress(DiskFull, DiskFailing):  # once more at the next unlock
            vault.rotate(wish)


def still_has_old_keys(vault: "Vault") -> bool:
    """Tell whether something was purged, and the keys are still those of before."""
    with vault.begin() as db:
        return needs_new_keys(db)


def purged_of(vault: "Vault") -> tuple[Purged, ...]:
    """Return what was ever purged in a vault, by random ids, the oldest first."""
    with vault.begin() as db:
        return all_purged(db, vault.folder, vault.vault_id)


def purge(db: Connection, case_ids: Iterable[str], at: datetime) -> tuple[Purged, ...]:
    """Remove cases, write it into the journal and into the list, and ask for new keys."""
    gone = tuple(Purged(one, journal.instant(at)) for one in case_ids if remove_case(db, one))
    for one in gone:
        journal.write(db, "case.purge", one.id, at)
    if gone:
        purge_list.keep(db, purge_list.united(purge_list.known(db), gone))
        keep_setting(db, NEEDS_NEW_KEYS, True)
    return gone


def purge_again(db: Connection, folder: Path, vault_id: bytes, at: datetime) -> tuple[Purged, ...]:
    """Remove what the list beside the vault says was purged: an older copy does not know it."""
    gone = purge(db, (one.id for one in all_purged(db, folder, vault_id)), at)
    settle_list(db, folder, vault_id)
    return gone


def all_purged(db: Connection, folder: Path, vault_id: bytes) -> tuple[Purged, ...]:
    """Return what was purged, as the vault and the signed list beside it know."""
    known = purge_list.known(db)
    if not (folder / files.PURGED).exists():
        return known
    public = signing.public_of(purge_list.owner_key(db))
    return purge_list.united(purge_list.beside(folder, public, vault_id), known)


def settle_list(db: Connection, folder: Path, vault_id: bytes) -> None:
    """Let the vault and the list beside it say the same; raise OSError if the disk refuses."""
    listed = all_purged(db, folder, vault_id)
    if listed:
        if listed != purge_list.known(db):
            purge_list.keep(db, listed)
        purge_list.save(folder, listed, purge_list.owner_key(db), vault_id)


def needs_new_keys(db: Connection) -> bool:
    """Tell whether something was purged since the keys were made."""
    return read_setting(db, NEEDS_NEW_KEYS) is True


def remove_case(db: Connection, case_id: str) -> bool:
    """Delete every row of a case; tell whether there was any.

    Whatever table names a case is cleared: a table that a later step adds is not forgotten. The
    journal keeps that there was a case, by its random id; a scan that another case holds too stays.
    """
    scans = scans_of(db, case_id)
    removed = 0
    for table in _tables_of_cases():
        column = "id" if table.name == "cases" else "case_id"
        query = f'DELETE FROM "{table.name}" WHERE "{column}" = ?'  # noqa: S608 - our own names
        removed += driver(db).execute(query, (case_id,)).rowcount
    for digest in scans:
        if not _is_held(db, digest):
            driver(db).execute("DELETE FROM scans WHERE sha256 = ?", (digest,))
    return removed > 0


def _tables_of_cases() -> Iterable[Table]:
    """Return the tables with rows of a case; the case itself last, for others refer to it."""
    own = [table for table in metadata.tables.values() if "case_id" in table.columns]
    return (*own, metadata.tables["cases"])


def scans_of(db: Connection, case_id: str) -> set[str]:
    """Return which files the rows of a case name, by their hash."""
    kept = {sha for (sha,) in driver(db).execute("SELECT sha256 FROM scans")}
    if not kept:
        return set()
    found: set[str] = set()
    for table in _tables_of_cases():
        column = "id" if table.name == "cases" else "case_id"
        for row in driver(db).execute(
            f'SELECT * FROM "{table.name}" WHERE "{column}" = ?',  # noqa: S608 - our own names
            (case_id,),
        ):
            for value in row:
                if isinstance(value, str):
                    found.update(_DIGEST.findall(value))
    return found & kept


def _is_held(db: Connection, digest: str) -> bool:
    """Tell whether any row that is left names a scan."""
    for table in metadata.tables.values():
        if table.name == "scans":
            continue
        texts = [column.name for column in table.columns if isinstance(column.type, Text)]
        condition = " OR ".join(f'instr("{name}", ?)' for name in texts)
        query = f'SELECT 1 FROM "{table.name}" WHERE {condition} LIMIT 1'  # noqa: S608 - our own names
        if texts and driver(db).execute(query, (digest,) * len(texts)).fetchone():
            return True
    return False
