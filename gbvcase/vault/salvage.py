"""Saves what can still be read of a damaged vault into a new one, and lists what is lost.

The damaged files are only read. What verifies is taken row by row, wherever it lies; the new vault
has new keys, a new number on paper and the same password.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection
from sqlcipher3.dbapi2 import Error

from gbvcase.domain.errors import VaultDamaged, VaultFromNewerProgram, VaultMissing
from gbvcase.sealing.keys import vault_keys, wipe
from gbvcase.sealing.slots import Cost
from gbvcase.vault import files, journal, keyfile, mark, opening, roots, upgrade
from gbvcase.vault.btree import Value
from gbvcase.vault.cost import measured
from gbvcase.vault.damaged_file import DamagedFile
from gbvcase.vault.journal import Head
from gbvcase.vault.kept_rows import driver, quoted
from gbvcase.vault.layouts import Layout, layouts_after
from gbvcase.vault.lost_rows import Trees
from gbvcase.vault.mending import Lost, mend_cases
from gbvcase.vault.rows import record_of
from gbvcase.vault.tables import KINDS, PROVIDER
from gbvcase.vault.vault import Vault, utc_now

DRAWN_ANEW = frozenset({"case_words", "counted", "incident_answers"})
"""Tables that are worked out from the records: they are made again, not saved."""

NOT_TAKEN_OVER = ("recovery_sheet", "last_check", "needs_new_keys", "password_cost_default")
"""Settings that tell of the old files and of the old paper."""

Progress = Callable[[int, int], None]
_STEPS = 4


@dataclass
class Salvage:
    """What was saved, and what was not."""

    recovery_number: str = field(default="", repr=False)
    is_proved: bool = True
    damaged_pages: tuple[int, ...] = ()
    saved: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)
    journal_cut_at: int | None = None
    lost: Lost = field(default_factory=lambda: Lost((), (), ()))


def salvage(  # noqa: PLR0913 - whence, whither, with what
    folder: Path,
    password: str,
    new_folder: Path,
    progress: Progress,
    *,
    cost: Cost | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> tuple[Vault, Salvage]:
    """Make a new vault of what can be read of a damaged one; return it open, with what was found.

    Raise WrongPassword, VaultExists rather than touch a vault that is there, and VaultDamaged if
    neither copy of the key file can be read: without it nothing can.
    """
    keyfile.require(folder)
    found = Salvage()
    progress(0, _STEPS)
    with files.disk_errors_said():
        held = files.FolderLock(folder)
        try:
            old = _opened(folder, password, clock())
            files.make_folder(new_folder)
            made = _New(new_folder, password, cost or measured(), clock())
            found.recovery_number = _fill(old, made, found)
        finally:
            held.release()
    progress(1, _STEPS)
    try:
        vault = Vault.open(new_folder, password, clock=clock)
    except BaseException:
        _withdraw(new_folder)
        raise
    try:
        progress(2, _STEPS)
        with vault.begin() as db:
            found.lost = mend_cases(db, clock())
            journal.write(db, "vault.salvage", "", clock(), **_counts(found))
        progress(3, _STEPS)
        vault.write_mark()
    except BaseException:
        vault.lock()
        _withdraw(new_folder)
        raise
    return vault, found


@dataclass(frozen=True, repr=False)
class _Old:
    file: DamagedFile
    seen: int


@dataclass(frozen=True, repr=False)
class _New:
    folder: Path
    password: str
    cost: Cost
    at: datetime


def _opened(folder: Path, password: str, now: datetime) -> _Old:
    """Return the readable pages of the database that the key file names."""
    found = keyfile.find(folder)
    root = roots.behind_password(folder, found.key_file, password, now)
    keys = vault_keys(root, found.key_file.vault_id, found.key_file.gen)
    wipe(root)
    marked = mark.find(folder)
    seen = marked.mark.seq if marked is not None and marked.mark is not None else 0
    try:
        keyfile.confirm(found.raw, keys.header_mac)
        path = folder / found.key_file.db
        if not path.is_file():
            raise VaultMissing
        return _Old(DamagedFile(path, keys.database), seen)
    finally:
        keys.wipe()


def _fill(old: _Old, new: _New, found: Salvage) -> str:
    """Make the new vault with the rows of the old; return its recovery number."""
    file = old.file
    trees = Trees(file)
    steps = upgrade.steps_of()
    version = trees.version or len(steps)
    if version > len(steps):
        raise VaultFromNewerProgram
    layouts = layouts_after(steps[:version])
    places = trees.explore(layouts, _makes_sense)
    found.is_proved = file.is_proved
    found.damaged_pages = tuple(file.damaged())

    def rows(table: str) -> Iterator[dict[str, Value]]:
        for row in trees.rows(places[table].pages, layouts[table]):
            if row is None:
                found.unreadable[table] += 1
            else:
                yield row

    incarnation = max((int(str(row["incarnation"])) for row in rows("meta")), default=1)

    def fill(db: Connection) -> None:
        found.journal_cut_at = _save_journal(db, rows("journal"), old.seen, found)
        for table in _in_order(layouts):
            _save(db, table, layouts[table], rows(table), found)
        for name in NOT_TAKEN_OVER:
            db.exec_driver_sql("DELETE FROM settings WHERE name = ?", (name,))

    held = files.FolderLock(new.folder)
    try:
        filling = opening.Filling(version, incarnation + 1, fill)
        opened, number = opening.make(new.folder, new.password, new.cost, new.at, filling)
        opened.engine.dispose()
        wipe(opened.witness)
    finally:
        held.release()
    if not sum(found.saved.values()):
        _withdraw(new.folder)
        raise VaultDamaged
    return number


def _in_order(layouts: Mapping[str, Layout]) -> list[str]:
    """Return the tables to be saved: the cases first, for others refer to them."""
    own = [name for name in layouts if name not in DRAWN_ANEW | {"meta", "journal", "cases"}]
    return ["cases", *own] if "cases" in layouts else own


def _save(
    db: Connection,
    table: str,
    layout: Layout,
    rows: Iterator[dict[str, Value]],
    found: Salvage,
) -> None:
    """Write rows as they were; one that cannot be, by its values or its number, is counted."""
    columns = {column.name for column in layout.columns}
    is_of_case = "case_id" in columns and table not in ("revisions", "drafts")
    for row in rows:
        if table == "scans" and not _is_the_file(row):
            found.unreadable[table] += 1
            continue
        if is_of_case:  # its case may be lost: a place is kept for it, and filled afterwards
            place = "INSERT OR IGNORE INTO cases (id) VALUES (?)"
            driver(db).execute(place, (row.get("case_id"),))
        marks = ", ".join("?" * len(row))
        query = f'INSERT INTO "{table}" ({quoted(row)}) VALUES ({marks})'  # noqa: S608 - our own names
        try:
            driver(db).execute(query, tuple(row.values()))
            found.saved[table] += 1
        except Error as error:
            if "constraint" not in str(error) and "datatype" not in str(error):
                raise
            found.unreadable[table] += 1


def _makes_sense(table: str, row: dict[str, Value]) -> bool:
    """Tell whether the row of a page that no tree reaches can be one of this table."""
    record = _RECORDS.get(table)
    if record is None:
        return True
    try:
        record_of(record, row, {})
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    return True


_RECORDS = {kind.table: kind.record for kind in (*KINDS, PROVIDER)}


def _is_the_file(row: dict[str, Value]) -> bool:
    content = row["content"]
    return isinstance(content, bytes) and sha256(content).hexdigest() == row["sha256"]


def _save_journal(
    db: Connection, rows: Iterator[dict[str, Value]], seen: int, found: Salvage
) -> int | None:
    """Write the entries up to the first that does not follow; return its number, None if whole.

    `seen` is how far the mark beside the vault has seen the journal grow.

    What comes after a gap proves nothing of itself: it stays in the damaged files.
    """
    entries = {int(str(row["seq"])): row for row in rows}
    last = journal.BEGINNING
    while (row := entries.get(last.seq + 1)) is not None:
        entry, seal = str(row["entry"]), row["hash"]
        if journal.seal(last.hash, entry.encode()) != seal:
            break
        last = Head(last.seq + 1, bytes(seal))
        driver(db).execute(
            "INSERT INTO journal (seq, entry, hash) VALUES (?, ?, ?)", (last.seq, entry, seal)
        )
        found.saved["journal"] += 1
    after = [seq for seq in entries if seq > last.seq]
    found.unreadable["journal"] += len(after)
    return last.seq + 1 if after or last.seq < max(seen, 1) else None


def _counts(found: Salvage) -> dict[str, int]:
    return {
        "pages": len(found.damaged_pages),
        "rows": sum(found.saved.values()),
        "lost": len(found.lost.records) + sum(found.unreadable.values()),
    }


def _withdraw(folder: Path) -> None:
    """Leave nothing of a vault that was not finished."""
    with suppress(OSError):
        keyfile.remove(folder)
        for path in files.databases(folder):
            files.remove_database(path)
        for name in (files.MARK, files.TRIES, files.STOP):
            (folder / name).unlink(missing_ok=True)
        files.give_up_ballast(folder)
