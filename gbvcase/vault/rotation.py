"""A new password, a new key, a new file: what an old copy of the key file can no longer open."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_bytes

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, text

from gbvcase.domain.errors import VaultDamaged
from gbvcase.sealing.keys import VaultKeys, vault_keys, wipe
from gbvcase.sealing.slots import Cost, Slot, make_password_slot, make_recovery_slot, resealed
from gbvcase.vault import engine, files, journal, keyfile
from gbvcase.vault.keyfile import KeyFile
from gbvcase.vault.settings import keep_setting, read_setting

NEEDS_NEW_KEYS = "needs_new_keys"
"""The setting that is true from a purge until the keys are new."""

_NEW_GENERATION = text(
    "UPDATE meta SET gen = :gen, last_witness = :witness, incarnation = incarnation + :further"
)


@dataclass(frozen=True, repr=False)
class Wish:
    """What shall be different: the password always, the number on paper after a recovery."""

    password: str
    cost: Cost
    act: str
    at: datetime
    recipient: str | None = None
    further: int = 0


@dataclass(frozen=True, repr=False)
class Rotated:
    """The new generation, already valid, and its open database."""

    key_file: KeyFile
    keys: VaultKeys
    connection: sqlcipher.Connection
    is_settled: bool


def rotate(
    folder: Path,
    connection: sqlcipher.Connection,
    old: KeyFile,
    witness: bytearray,
    wish: Wish,
) -> Rotated:
    """Copy the database under a new key and make the copy the valid one.

    Until the key file is written the old password opens the old database; from then on the new
    one opens the new. The old database is left to the caller, who has it open.
    """
    gen = old.gen + 1
    root = bytearray(token_bytes(32))
    keys = vault_keys(root, old.vault_id, gen)
    path = folder / files.database_name(gen)
    new = KeyFile(old.vault_id, gen, path.name, _slots(root, old, gen, wish))
    wipe(root)
    try:
        engine.checkpoint(connection)
        files.remove_database(path)
        files.make_empty(path)
        copy = engine.connect(path, keys.database, guarded=False)
        try:
            _copy(connection, copy)
            _begin_generation(copy, gen, witness, wish)
        finally:
            copy.close()
        files.flush(path)
        opened = engine.connect(path, keys.database)
    except BaseException:
        _withdraw(path, keys)
        raise
    try:
        _compare(connection, opened)
        settled = _commit(folder, keyfile.written(new, keys.header_mac))
    except BaseException:
        opened.close()
        _withdraw(path, keys)
        raise
    return Rotated(new, keys, opened, settled)


def _slots(root: bytearray, old: KeyFile, gen: int, wish: Wish) -> tuple[Slot, ...]:
    slots = [
        make_password_slot(root, wish.password, vault_id=old.vault_id, gen=gen, cost=wish.cost)
    ]
    for slot in old.slots:
        if slot["type"] == "recovery" and wish.recipient is not None:
            slots.append(make_recovery_slot(root, wish.recipient, vault_id=old.vault_id, gen=gen))
        elif slot["type"] != "password":
            slots.append(resealed(slot, root, vault_id=old.vault_id, gen=gen))
    return tuple(slots)


def _copy(source: sqlcipher.Connection, copy: sqlcipher.Connection) -> None:
    with engine.errors_said():
        source.backup(copy)
        copy.execute("VACUUM")
        if engine.row_counts(copy) != engine.row_counts(source):
            raise VaultDamaged


def _begin_generation(copy: sqlcipher.Connection, gen: int, witness: bytearray, wish: Wish) -> None:
    work = engine.engine_of(copy)
    with engine.errors_said(), work.begin() as db:
        db.execute(
            _NEW_GENERATION, {"gen": gen, "witness": bytes(witness), "further": wish.further}
        )
        _say_keys_are_new(db)
        journal.write(db, wish.act, "", wish.at)
    with engine.raw(work) as same:
        engine.checkpoint(same)
    work.dispose()


def _say_keys_are_new(db: Connection) -> None:
    # in the row that is there: the copy is compared with as many rows as before
    if read_setting(db, NEEDS_NEW_KEYS):
        keep_setting(db, NEEDS_NEW_KEYS, False)


def _compare(old: sqlcipher.Connection, new: sqlcipher.Connection) -> None:
    """Raise VaultDamaged unless the copy is whole and only one journal entry longer."""
    with engine.errors_said():
        if not engine.check_file(new).is_whole:
            raise VaultDamaged
        counts, expected = engine.row_counts(new), engine.row_counts(old)
        expected["journal"] += 1
        before = old.execute(_LAST).fetchone()
        if counts != expected or new.execute(_AT, (before[0],)).fetchone() != before:
            raise VaultDamaged


_LAST = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"
_AT = "SELECT seq, hash FROM journal WHERE seq = ?"


def _commit(folder: Path, raw: bytes) -> bool:
    """Write the key file; tell whether both copies of it are certainly on the disk."""
    try:
        files.write_whole(folder / files.KEY, raw)
    except OSError:
        # if it was only the flush that failed, the new key file is the one that counts
        if (folder / files.KEY).read_bytes() != raw:
            raise
        return False
    try:
        files.write_whole(folder / files.SECOND_KEY, raw)
    except OSError:
        return False  # written at the next unlock, which finds the copies different
    return True


def _withdraw(path: Path, keys: VaultKeys) -> None:
    keys.wipe()
    with suppress(OSError):
        files.remove_database(path)
