"""How SQLCipher is opened, and what is refused: nowhere else is a database opened."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from gbvcase.domain.errors import (
    Cancelled,
    DiskFailing,
    DiskFull,
    GbvcaseError,
    NotEnoughMemory,
    ProgramIncomplete,
    VaultDamaged,
    VaultHeld,
    VaultInUse,
    VaultUnreachable,
)
from gbvcase.vault import platforms

APPLICATION_ID = 0x43563031
PAGE_BYTES = 4096

_PRAGMAS = (
    "cipher_log_level = NONE",
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "cache_size = -65536",
    "wal_autocheckpoint = 200",
    "mmap_size = 0",
)

_OLDEST_CIPHER = (4, 17, 0)
_OLDEST_SQLITE = (3, 53, 3)
_NEEDED = ("ENABLE_FTS5", "HAS_CODEC")

_ALLOWED_PRAGMAS = frozenset(
    {
        "application_id",
        "cipher_integrity_check",
        "cipher_status",
        "data_version",  # asked by the full-text index itself
        "foreign_key_check",
        "foreign_key_list",
        "freelist_count",
        "index_info",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "page_count",
        "query_only",
        "quick_check",  # asked by the engine itself when a step adds a column
        "read_uncommitted",  # asked by SQLAlchemy when it first connects
        "shrink_memory",
        "table_info",
        "table_list",
        "table_xinfo",
        "user_version",
        "wal_checkpoint",
    }
)
_REFUSED_FUNCTIONS = frozenset({"load_extension", "sqlcipher_export"})
_REFUSED_ACTIONS = frozenset({sqlcipher.SQLITE_ATTACH, sqlcipher.SQLITE_DETACH})

_MEANINGS: dict[int, type[GbvcaseError]] = {
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_IOERR: DiskFailing,
    sqlcipher.SQLITE_CORRUPT: VaultDamaged,
    sqlcipher.SQLITE_NOTADB: VaultDamaged,
    sqlcipher.SQLITE_BUSY: VaultInUse,
    sqlcipher.SQLITE_LOCKED: VaultInUse,
    sqlcipher.SQLITE_READONLY: VaultHeld,
    sqlcipher.SQLITE_CANTOPEN: VaultUnreachable,
    sqlcipher.SQLITE_PERM: VaultUnreachable,
    sqlcipher.SQLITE_NOMEM: NotEnoughMemory,
}

SAID_BY_LIBRARY = (DBAPIError, sqlcipher.Error)
_WORDS = {
    "disk is full": sqlcipher.SQLITE_FULL,
    "disk I/O error": sqlcipher.SQLITE_IOERR,
    "disk image is malformed": sqlcipher.SQLITE_CORRUPT,
    "is not a database": sqlcipher.SQLITE_NOTADB,
    "database is locked": sqlcipher.SQLITE_BUSY,
    "out of memory": sqlcipher.SQLITE_NOMEM,
}


@dataclass(frozen=True)
class LibraryFacts:
    """What the database library says of itself."""

    cipher: str
    sqlite: str
    options: frozenset[str]
    status: str


def facts_of_library() -> LibraryFacts:
    """Ask the library, with a database in memory that has a key."""
    connection = sqlcipher.connect(":memory:")
    try:
        connection.execute("PRAGMA cipher_memory_security = ON")
        connection.set_key(_buffer(bytearray(32)))
        return LibraryFacts(
            cipher=_one(connection, "PRAGMA cipher_version"),
            sqlite=sqlcipher.sqlite_version,
            options=frozenset(name for (name,) in connection.execute("PRAGMA compile_options")),
            status=_one(connection, "PRAGMA cipher_status"),
        )
    finally:
        connection.close()


def check_library(facts: LibraryFacts) -> None:
    """Raise ProgramIncomplete unless the library is one that keeps what we promise."""
    good = (
        _version(facts.cipher) >= _OLDEST_CIPHER
        and _version(facts.sqlite) >= _OLDEST_SQLITE
        and facts.status == "1"
        and all(option in facts.options for option in _NEEDED)
        and ("TEMP_STORE=2" in facts.options or "TEMP_STORE=3" in facts.options)
    )
    if not good:
        raise ProgramIncomplete


def connect(path: Path, key: bytes | bytearray, *, guarded: bool = True) -> sqlcipher.Connection:
    """Open a database that is there, with its raw key; raise what is the matter with it.

    Unguarded it may be vacuumed: only a copy that nobody uses yet is.
    """
    buffer = _buffer(key)
    with errors_said():
        # mode=rw: a mistyped path is an error, not a new vault
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=0,
            check_same_thread=False,
            isolation_level=None,
        )
        try:
            connection.execute("PRAGMA cipher_memory_security = ON")
            connection.set_key(buffer)  # a buffer that is wiped; never SQL text
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            if _one(connection, "PRAGMA cipher_status") != "1":
                raise ProgramIncomplete
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        except BaseException:
            connection.close()
            raise
        finally:
            buffer[:] = bytes(len(buffer))
    if guarded:
        guard(connection)
    return connection


def in_memory() -> sqlcipher.Connection:
    """Return an empty database that is nowhere but in memory: tables are tried in it."""
    return sqlcipher.connect(":memory:", isolation_level=None)


def guard(connection: sqlcipher.Connection) -> None:
    """Refuse from now on what could carry readable data or keys out of the file."""
    connection.set_authorizer(_judge)


def engine_of(connection: sqlcipher.Connection) -> Engine:
    """Return an engine that has this one connection, and never another."""
    waiting = [connection]
    turn = Lock()

    def the_one() -> sqlcipher.Connection:
        # after an error that broke the connection no other takes its place: the key is gone
        with turn:
            if not waiting:
                raise VaultDamaged
            return waiting.pop()

    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=the_one,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )

    event.listen(engine, "begin", lambda db: begin(db.connection.driver_connection))
    event.listen(engine, "commit", lambda db: db.connection.driver_connection.execute("COMMIT"))
    return engine


def begin(plain: Any) -> None:
    """Begin a transaction: tables too are changed inside it, and what fails is undone whole."""
    try:
        plain.execute("BEGIN IMMEDIATE")
    except sqlcipher.OperationalError:
        if plain.execute("PRAGMA query_only").fetchone() != (1,):
            raise
        plain.execute("BEGIN")


@contextmanager
def raw(engine: Engine) -> Iterator[sqlcipher.Connection]:
    """Lend the driver's connection, outside any transaction."""
    with errors_said():
        lent = engine.raw_connection()
        try:
            yield lent.driver_connection
        finally:
            lent.close()


def give_back(engine: Engine) -> None:
    """Forget, wiped, the pages that were read; the room for as many again stays."""
    with raw(engine) as connection:
        connection.execute("PRAGMA shrink_memory").fetchall()
    platforms.HERE.give_back_memory()


@contextmanager
def errors_said() -> Iterator[None]:
    """Turn what the library says into what a person can act upon; bugs pass through."""
    try:
        yield
    except DBAPIError as error:
        meant = _meaning(error.orig)
        if meant is None:
            raise
        raise meant from None
    except sqlcipher.Error as error:
        meant = _meaning(error)
        if meant is None:
            raise
        raise meant from None


@dataclass(frozen=True)
class FileCheck:
    """What the checks of a database file found."""

    damaged_pages: tuple[int, ...]
    structure_is_whole: bool
    loose_references: int

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was found."""
        return not self.damaged_pages and self.structure_is_whole and not self.loose_references


CHECKS = 3
"""The steps of a check of a file, as its progress counts them."""

_OPERATIONS = 20_000  # some ten milliseconds of a check between two looks at who wants it stopped


def check_file(
    connection: sqlcipher.Connection, progress: Callable[[int, int], None] | None = None
) -> FileCheck:
    """Run every check of the file; what is found is returned, not raised.

    `progress` is called as (done, total) and stops the check by raising: at once in the two long
    steps, after the seals of all pages (3 s for 800 MB) in the first.
    """
    told = progress or _unheard
    checkpoint(connection)
    told(0, CHECKS)
    pages = damaged_pages(connection)
    try:
        with _heard_while(connection, lambda: told(1, CHECKS)):
            structure = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        with _heard_while(connection, lambda: told(2, CHECKS)):
            loose = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    except sqlcipher.DatabaseError:
        return FileCheck(pages, False, 0)
    return FileCheck(pages, structure, loose)


def damaged_pages(connection: sqlcipher.Connection) -> tuple[int, ...]:
    """Return the pages whose seal is broken; 0 stands for what is said of no page."""
    return tuple(
        int(number)
        for (line,) in connection.execute("PRAGMA cipher_integrity_check").fetchall()
        for number in re.findall(r"page (\d+)", line) or ["0"]
    )


@contextmanager
def _heard_while(connection: sqlcipher.Connection, told: Callable[[], None]) -> Iterator[None]:
    """Call `told` all along a long statement; what it raises ends the statement, and is raised."""
    raised: list[GbvcaseError] = []

    def ask() -> int:
        try:
            told()
        except GbvcaseError as error:
            raised.append(error)  # raised again on this side of the library
        return len(raised)

    told()
    connection.set_progress_handler(ask, _OPERATIONS)
    try:
        yield
    except sqlcipher.OperationalError as error:
        if error.sqlite_errorcode == sqlcipher.SQLITE_INTERRUPT:  # stopped is not damaged
            raise (raised[0] if raised else Cancelled()) from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _unheard(done: int, total: int) -> None:
    """The progress of a check that nobody watches."""


def hold(connection: sqlcipher.Connection, held: bool) -> None:
    """Let the database be read only, or be written again."""
    connection.execute(f"PRAGMA query_only = {int(held)}")


def checkpoint(connection: sqlcipher.Connection) -> None:
    """Bring everything from the log into the file: checks of a file with a log alarm falsely."""
    with errors_said():
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def row_counts(connection: sqlcipher.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in tables
    }


def _judge(
    action: int, first: str | None, second: str | None, database: str | None, source: str | None
) -> int:
    del database, source
    if action in _REFUSED_ACTIONS:
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_PRAGMA and first not in _ALLOWED_PRAGMAS:
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_FUNCTION and second in _REFUSED_FUNCTIONS:
        return int(sqlcipher.SQLITE_DENY)
    return int(sqlcipher.SQLITE_OK)


def _meaning(error: object) -> GbvcaseError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # the backup interface has words only
        code = next((code for words, code in _WORDS.items() if words in str(error)), None)
    meant = _MEANINGS.get(code & 0xFF) if isinstance(code, int) else None
    return None if meant is None else meant()


def _buffer(key: bytes | bytearray) -> bytearray:
    # built digit by digit: a text of the key would stay in memory
    buffer = bytearray(b"x'" + bytes(2 * len(key)) + b"'")
    for place, byte in enumerate(key):
        buffer[2 + 2 * place] = _HEX[byte >> 4]
        buffer[3 + 2 * place] = _HEX[byte & 15]
    return buffer


_HEX = b"0123456789abcdef"


def _one(connection: sqlcipher.Connection, query: str) -> str:
    row = connection.execute(query).fetchone()
    return "" if row is None else str(row[0])


def _version(text: str) -> tuple[Any, ...]:
    found = re.match(r"(\d+)\.(\d+)\.(\d+)", text)
    return tuple(map(int, found.groups())) if found else ()
