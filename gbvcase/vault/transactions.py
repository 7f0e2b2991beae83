"""One transaction of an open vault: kept whole or not at all, and what follows when it fails.

Every question to the vault goes through here. What is done beside asking is kept to a minimum: for
a letter typed into the search it would otherwise be a third of the whole.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from sqlalchemy import Connection

from gbvcase.domain.errors import DiskFull, VaultDamaged, VaultHeld
from gbvcase.vault import files, journal
from gbvcase.vault.engine import SAID_BY_LIBRARY, begin, errors_said
from gbvcase.vault.kept_rows import Direct, driver

if TYPE_CHECKING:
    from gbvcase.vault.vault import Vault

_FAILURES = (*SAID_BY_LIBRARY, DiskFull, VaultDamaged, VaultHeld)


@contextmanager
def transaction(vault: "Vault") -> Iterator[Connection]:
    """Enter a transaction; raise what a person can act upon when the library refuses it."""
    work = vault.working()
    head = None
    try:
        with work.begin() as db:
            plain = driver(db)
            before = plain.total_changes
            yield db
            if plain.total_changes != before:
                head = journal.head(db)
    except _FAILURES as error:
        _raise(error, vault)
    if head is not None:
        vault.grown(head)


@contextmanager
def brief(vault: "Vault") -> Iterator[Direct]:
    """Enter a transaction of the driver alone; nothing in it is told to the journal.

    What the toolkit does around a transaction takes as long as writing a draft.
    """
    work = vault.working()
    try:
        lent = work.raw_connection()
        try:
            plain = lent.driver_connection
            begin(plain)
            yield Direct(plain)
            plain.execute("COMMIT")  # type: ignore[union-attr] # it is open
        finally:
            lent.close()  # what was not kept by now is undone
    except _FAILURES as error:
        _raise(error, vault)


def _raise(error: Exception, vault: "Vault") -> NoReturn:
    """Do what an error asks for, and raise what it means."""
    try:
        with errors_said():
            raise error
    except DiskFull:
        files.give_up_ballast(vault.folder)  # so that saving once more succeeds
        raise
    except VaultDamaged:
        vault.stop()
        raise
    except VaultHeld:
        if vault.is_read_only:
            raise
        vault.stop()  # the library has met a damaged page and writes no more
        raise VaultDamaged from None
