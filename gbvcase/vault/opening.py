"""How a vault is made and opened, and what is looked at before anybody works on it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_bytes

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from gbvcase.domain.errors import (
    NotEnoughMemory,
    VaultDamaged,
    VaultExists,
    VaultFromNewerProgram,
)
from gbvcase.sealing import recovery
from gbvcase.sealing.keys import VAULT_ID_BYTES, VaultKeys, vault_keys, wipe
from gbvcase.sealing.slots import Cost, make_password_slot, make_recovery_slot
from gbvcase.vault import (
    before_upgrade,
    engine,
    files,
    journal,
    keyfile,
    mark,
    rewrapping,
    upgrade,
)
from gbvcase.vault.journal import Head
from gbvcase.vault.keyfile import KeyFile
from gbvcase.vault.list_columns import take_along_people
from gbvcase.vault.notices import Notice, NoticeKind, spoken

_META = "SELECT vault_id, gen, incarnation, last_witness FROM meta WHERE one = 1"
_MAKE_META = text(
    "INSERT INTO meta (one, vault_id, gen, incarnation) VALUES (1, :vault_id, :gen, :incarnation)"
)


@dataclass(frozen=True, repr=False)
class Opened:
    """An open database, what belongs to it, and what was noticed on the way."""

    key_file: KeyFile
    engine: Engine
    witness: bytearray
    incarnation: int
    notices: tuple[Notice, ...] = ()
    seen: mark.Mark | None = None


@dataclass(frozen=True, repr=False)
class _Meta:
    incarnation: int
    last_witness: bytes | None
    version: int


@dataclass(frozen=True, repr=False)
class Filling:
    """What a vault is made with that begins with rows of another: as of an earlier version."""

    version: int
    incarnation: int
    fill: Callable[[Connection], None]


def make(
    folder: Path, password: str, cost: Cost, at: datetime, filling: Filling | None = None
) -> tuple[Opened, str]:
    """Make a vault in a folder that has none; return it with its recovery number.

    The key file is written last: before it there is no vault.
    """
    if keyfile.is_there(folder) or files.databases(folder):
        raise VaultExists
    vault_id, root, secret = (
        token_bytes(VAULT_ID_BYTES),
        bytearray(token_bytes(32)),
        token_bytes(16),
    )
    slots = (
        make_password_slot(root, password, vault_id=vault_id, gen=1, cost=cost),
        make_recovery_slot(root, recovery.recipient_of(secret), vault_id=vault_id, gen=1),
    )
    key_file = KeyFile(vault_id, 1, files.database_name(1), slots)
    keys = vault_keys(root, vault_id, 1)
    wipe(root)
    path = folder / key_file.db
    work: Engine | None = None
    try:
        files.make_empty(path)
        work = engine.engine_of(engine.connect(path, keys.database))
        with engine.errors_said(), work.begin() as db:
            _prepare(db, key_file, filling)
            if filling is None:
                journal.write(db, "vault.create", "", at)
            else:
                filling.fill(db)
        with engine.raw(work) as connection:
            engine.checkpoint(connection)
        files.keep_ballast(folder)
        keyfile.save(folder, keyfile.written(key_file, keys.header_mac))
    except BaseException:
        if work is not None:
            work.dispose()
        with suppress(OSError):
            keyfile.remove(folder)
            files.remove_database(path)
            files.give_up_ballast(folder)
        raise
    incarnation = 1 if filling is None else filling.incarnation
    return Opened(key_file, work, keys.witness, incarnation), recovery.number_of(secret)


def unlock(
    folder: Path,
    root_of: Callable[[KeyFile], bytearray],
    at: datetime,
    password: str | None = None,
) -> Opened:
    """Open the vault of a folder with whatever gives its root key.

    With the password itself, its slot is made anew where this version asks more of a guess.
    """
    found = keyfile.find(folder)
    key_file = found.key_file
    root = root_of(key_file)
    keys = vault_keys(root, key_file.vault_id, key_file.gen)
    try:
        keyfile.confirm(found.raw, keys.header_mac)
        path = folder / key_file.db
        if not path.is_file() or path.stat().st_size < engine.PAGE_BYTES:
            raise VaultDamaged  # the library would make an empty database of it
        connection = engine.connect(path, keys.database)
        try:
            meta = _read_meta(connection, key_file)
            if meta.version < len(upgrade.steps_of()):
                if files.stopped_at(folder) is not None:
                    raise VaultDamaged  # what has a damaged place is not written
                before_upgrade.keep(folder, connection, keys.database, found.raw)
            work = engine.engine_of(connection)
            with engine.errors_said(), work.begin() as db:
                notices, seen = _noticed(db, folder, key_file, meta, keys.witness)
                if upgrade.upgrade(db):
                    take_along_people(db)
                    journal.write(db, "vault.upgrade", "", at)
                if password is not None and not any(one.holds for one in notices):
                    key_file = _rewrapped(
                        db, folder, found, keys, root=root, password=password, at=at
                    )
        except BaseException:
            connection.close()
            raise
    finally:
        wipe(root, keys.database, keys.header_mac, keys.backup)
    if found.first_was_damaged:
        notices = (Notice(NoticeKind.SECOND_KEY_USED), *notices)
    with suppress(OSError):  # what cannot be tidied up now is tidied up at another start
        keyfile.mend(folder, found)
        if not found.first_was_damaged:
            files.remove_leftovers(folder, key_file.db)
    return Opened(key_file, work, keys.witness, meta.incarnation, notices, seen)


def _rewrapped(  # noqa: PLR0913 - what the slot is made of
    db: Connection,
    folder: Path,
    found: keyfile.Found,
    keys: VaultKeys,
    *,
    root: bytearray,
    password: str,
    at: datetime,
) -> KeyFile:
    """Return the key file, with a dearer slot where that is due; both open with the password."""
    if found.copies_differ or not rewrapping.is_due(db):
        return found.key_file
    try:
        dearer = rewrapping.rewrapped(found.key_file, root, password)
        if dearer is not None:
            keyfile.save(folder, keyfile.written(dearer, keys.header_mac))
    except (NotEnoughMemory, OSError):
        return found.key_file  # once more at the next unlock
    rewrapping.keep_done(db, dearer or found.key_file, at, is_new=dearer is not None)
    return dearer or found.key_file


def _prepare(db: Connection, key_file: KeyFile, filling: Filling | None) -> None:
    db.exec_driver_sql(f"PRAGMA application_id = {engine.APPLICATION_ID}")
    upgrade.upgrade(db, last=None if filling is None else filling.version)
    incarnation = 1 if filling is None else filling.incarnation
    whose = {"vault_id": key_file.vault_id.hex(), "gen": key_file.gen}
    db.execute(_MAKE_META, whose | {"incarnation": incarnation})


def _read_meta(connection: sqlcipher.Connection, key_file: KeyFile) -> _Meta:
    """Check that this is the database the key file names.

    A file of no bytes opens as an empty database: it is caught here.
    """
    try:
        with engine.errors_said():
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if application != engine.APPLICATION_ID or version < 1:
                raise VaultDamaged
            if version > len(upgrade.steps_of()):
                raise VaultFromNewerProgram
            row = connection.execute(_META).fetchone()
    except sqlcipher.DatabaseError:  # an old page in the place of a newer one: no such table
        raise VaultDamaged from None
    if row is None or row[:2] != (key_file.vault_id.hex(), key_file.gen):
        raise VaultDamaged
    return _Meta(row[2], row[3], version)


def _noticed(
    db: Connection, folder: Path, key_file: KeyFile, meta: _Meta, witness: bytearray
) -> tuple[tuple[Notice, ...], mark.Mark | None]:
    """Compare the vault with its mark, and its journal with itself from there on."""
    try:
        notice, seen = _seen_before(db, folder, key_file, meta, witness)
        after = Head(seen.seq, seen.hash) if seen else journal.BEGINNING
        position = journal.verify(db, after)
    except DBAPIError:
        raise VaultDamaged from None
    notices = () if notice is None else (notice,)
    since = files.stopped_at(folder)
    if since is not None:
        notices = (*notices, Notice(NoticeKind.STOPPED, {"since": spoken(since)}))
    if position is not None:
        notices = (*notices, Notice(NoticeKind.JOURNAL_BROKEN, {"position": position}))
    return notices, seen


def _seen_before(
    db: Connection, folder: Path, key_file: KeyFile, meta: _Meta, witness: bytearray
) -> tuple[Notice | None, mark.Mark | None]:
    """Return what is the matter with the mark, or else the mark, which can be trusted."""
    found = mark.find(folder)
    if found is None:
        return Notice(NoticeKind.MARK_MISSING), None
    seen = found.mark
    if seen is not None and seen.gen > key_file.gen:
        # sealed with a key that this copy cannot know, for it is from before
        return _older(db, found), None
    if seen is None or not _is_ours(found, key_file, meta, witness):
        return Notice(NoticeKind.MARK_ALTERED), None
    if seen.incarnation > meta.incarnation or not lies_on_chain(db, seen):
        return _older(db, found), None
    return None, seen


def _is_ours(found: mark.Found, key_file: KeyFile, meta: _Meta, witness: bytearray) -> bool:
    gen = found.mark.gen if found.mark else 0
    if gen == key_file.gen:
        return found.is_sealed_with(witness)
    # the change of keys was cut short after the key file and before the mark
    last = meta.last_witness
    return gen == key_file.gen - 1 and last is not None and found.is_sealed_with(last)


def lies_on_chain(db: Connection, seen: mark.Mark) -> bool:
    """Tell whether the journal has the entry that was seen."""
    if seen.seq == 0:
        return True
    row = db.execute(
        text("SELECT hash FROM journal WHERE seq = :seq"), {"seq": seen.seq}
    ).one_or_none()
    return row is not None and bool(row.hash == seen.hash)


def _older(db: Connection, found: mark.Found) -> Notice:
    last = journal.entry_at(db, journal.head(db).seq)
    there = None if last is None else journal.moment(str(last[1].get("at")))
    return Notice(NoticeKind.OLDER, {"found": spoken(there), "seen": spoken(found.at)})
