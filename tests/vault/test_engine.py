"""Catalogue rows D11, D12 and D14, and what the second implementation reads (K01)."""

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DatabaseError, IntegrityError

from gbvcase.domain.errors import ProgramIncomplete, VaultDamaged, VaultInUse, VaultUnreachable
from gbvcase.vault import engine, files
from gbvcase.vault.engine import check_library, connect, facts_of_library
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD
from tests.vault.pages import PAGE, database_key, readable, readable_log

KEY = bytes(range(32))
CANARY = "Trần Thị Mẫu ở làng không có thật"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "data-00000001.db"
    made.touch()
    return made


@pytest.fixture
def connection(path: Path) -> Iterator[sqlcipher.Connection]:
    opened = connect(path, KEY)
    yield opened
    opened.close()


def test_the_library_of_this_program_is_good_enough() -> None:
    check_library(facts_of_library())


@pytest.mark.parametrize(
    "lacking",
    [
        {"cipher": "4.16.9 community"},
        {"cipher": ""},
        {"sqlite": "3.53.2"},
        {"sqlite": "3.9.99"},
        {"status": "0"},
        {"status": ""},
        {"options": frozenset({"HAS_CODEC", "TEMP_STORE=2"})},
        {"options": frozenset({"ENABLE_FTS5", "TEMP_STORE=2"})},
        {"options": frozenset({"ENABLE_FTS5", "HAS_CODEC", "TEMP_STORE=1"})},
    ],
)
def test_another_library_is_refused_before_a_vault_is_touched(
    lacking: dict[str, object], cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worse = replace(facts_of_library(), **lacking)  # type: ignore[arg-type]
    monkeypatch.setattr(engine, "facts_of_library", lambda: worse)
    before = {found.name: found.read_bytes() for found in cabinet.iterdir()}
    for attempt in (
        lambda: Vault.open(cabinet, PASSWORD),
        lambda: Vault.create(cabinet.parent / "new", PASSWORD),
    ):
        with pytest.raises(ProgramIncomplete):
            attempt()
    assert before == {found.name: found.read_bytes() for found in cabinet.iterdir()}
    assert not (cabinet.parent / "new").exists()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("locking_mode", "exclusive"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("cache_size", -65536),
        ("wal_autocheckpoint", 200),
        ("mmap_size", 0),
    ],
)
def test_a_database_is_opened_as_the_rules_say(pragma: str, value: object, path: Path) -> None:
    unguarded = connect(path, KEY, guarded=False)
    unguarded.execute("CREATE TABLE t (a)")
    assert unguarded.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    unguarded.close()


def test_no_file_lies_beside_the_database_but_its_log(
    connection: sqlcipher.Connection, path: Path
) -> None:
    connection.execute("CREATE TABLE t (a)")
    assert {found.name for found in path.parent.iterdir()} == {path.name, f"{path.name}-wal"}


@pytest.mark.parametrize(
    "forbidden",
    [
        "ATTACH 'elsewhere.db' AS other KEY ''",
        "DETACH main",
        "VACUUM",
        "VACUUM INTO 'elsewhere.db'",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
        "PRAGMA rekey = 'x'",
        "PRAGMA key = 'x'",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA synchronous = OFF",
        "PRAGMA secure_delete = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA temp_store = FILE",
        "PRAGMA temp_store_directory = '.'",
        "PRAGMA cipher_log = 'x'",
        "PRAGMA writable_schema = ON",
        "PRAGMA trusted_schema = ON",
        "PRAGMA cipher_plaintext_header_size = 32",
        "PRAGMA locking_mode = NORMAL",
    ],
)
def test_what_carries_data_or_keys_out_is_refused(
    forbidden: str, connection: sqlcipher.Connection, path: Path
) -> None:
    with pytest.raises(sqlcipher.DatabaseError):
        connection.execute(forbidden)
    assert not (path.parent / "elsewhere.db").exists()


def test_what_is_needed_keeps_working_under_the_guard(
    connection: sqlcipher.Connection, path: Path
) -> None:
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(body, tokenize='unicode61')")
    connection.execute("INSERT INTO words(words, rank) VALUES ('secure-delete', 1)")
    connection.execute("CREATE TABLE t (a)")
    connection.execute(
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO words VALUES (new.a); END"
    )
    connection.execute("INSERT INTO t VALUES ('xin chao')")
    assert connection.execute("SELECT body FROM words('chao')").fetchall() == [("xin chao",)]
    assert engine.check_file(connection).is_whole
    path.with_name("copy.db").touch()
    copy = connect(path.with_name("copy.db"), bytes(32), guarded=False)
    connection.backup(copy)
    assert copy.execute("SELECT a FROM t").fetchall() == [("xin chao",)]
    copy.close()


def test_another_key_and_a_missing_file_are_told_apart(
    connection: sqlcipher.Connection, path: Path
) -> None:
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(VaultDamaged):
        connect(path, bytes(32))
    with pytest.raises(VaultUnreachable):
        connect(path.with_name("nowhere.db"), KEY)
    assert not path.with_name("nowhere.db").exists()


def test_a_wrong_key_prints_nothing(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    connect(path, KEY).execute("CREATE TABLE t (a)").connection.close()
    with pytest.raises(VaultDamaged):
        connect(path, bytes(32))
    assert capfd.readouterr() == ("", "")


def test_the_key_is_handed_over_in_a_buffer_that_is_wiped(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytearray] = []
    whole = engine._buffer

    def watched(key: bytes) -> bytearray:
        seen.append(whole(key))
        assert bytes(seen[0]) == b"x'" + KEY.hex().encode() + b"'"
        return seen[0]

    monkeypatch.setattr(engine, "_buffer", watched)
    connect(path, KEY).close()
    assert seen == [bytearray(67)]


def test_a_second_program_is_told_at_once(connection: sqlcipher.Connection, path: Path) -> None:
    connection.execute("CREATE TABLE t (a)")
    with pytest.raises(VaultInUse):
        connect(path, KEY)
    connection.execute("INSERT INTO t VALUES (1)")


def test_the_second_implementation_opens_a_vault_with_the_derived_key(cabinet: Path) -> None:
    with_key = apsw.Connection(str(cabinet / files.database_name(1)))
    with_key.pragma("cipher", "sqlcipher")
    with_key.pragma("legacy", 4)
    with_key.pragma("key", f"raw:{database_key(cabinet, PASSWORD).hex()}")
    assert with_key.execute("SELECT count(*) FROM meta").fetchall() == [(1,)]
    assert "vault.create" in with_key.execute("SELECT entry FROM journal").fetchall()[0][0]
    with_key.close()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(cabinet / files.database_name(1)).execute("SELECT * FROM meta")


def test_eight_threads_commit_and_roll_back_whole_transactions(vault: Vault) -> None:
    with vault.begin() as db:
        db.exec_driver_sql("CREATE TABLE t (thread, number)")
    failed: list[BaseException] = []

    def work(thread: int) -> None:
        for number in range(20):
            try:
                with vault.begin() as db:
                    for _ in range(3):
                        db.exec_driver_sql("INSERT INTO t VALUES (?, ?)", (thread, number))
                    db.exec_driver_sql(f"CREATE TABLE of_{thread}_{number} (a)")
                    if number % 2:
                        raise KeyError
            except KeyError:
                continue
            except BaseException as error:  # noqa: BLE001 - told to the test below
                failed.append(error)

    threads = [threading.Thread(target=work, args=(thread,)) for thread in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with vault.begin() as db:
        rows = db.exec_driver_sql(
            "SELECT thread, number, count(*) FROM t GROUP BY thread, number"
        ).all()
        assert sorted(rows) == [(t, n, 3) for t in range(8) for n in range(0, 20, 2)]
        tables = db.exec_driver_sql(
            "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'of!_%' ESCAPE '!'"
        ).scalar_one()
    assert tables == 8 * 10


def test_a_connection_that_was_lost_is_not_replaced(connection: sqlcipher.Connection) -> None:
    work = engine.engine_of(connection)
    with work.connect() as db:
        db.invalidate()
    with pytest.raises(VaultDamaged), work.connect():
        pass


def test_values_stay_out_of_the_messages_of_the_library(vault: Vault) -> None:
    with pytest.raises(IntegrityError) as caught, vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES (?, ?)", (CANARY, None))
    assert CANARY not in str(caught.value)
    with pytest.raises(DatabaseError) as refused, vault.begin() as db:
        db.exec_driver_sql("INSERT INTO nowhere VALUES (?)", (CANARY,))
    assert CANARY not in str(refused.value)


def test_what_was_deleted_is_in_no_page_any_more(vault: Vault, cabinet: Path) -> None:
    canaries = [f"canary{number:04d}nobody" for number in range(200)]
    with vault.begin() as db:
        db.exec_driver_sql("CREATE TABLE leaves (id INTEGER PRIMARY KEY, body TEXT)")
        db.exec_driver_sql("CREATE INDEX by_body ON leaves (body)")
        db.exec_driver_sql("CREATE VIRTUAL TABLE found USING fts5(body)")
        db.exec_driver_sql("INSERT INTO found(found, rank) VALUES ('secure-delete', 1)")
        for canary in canaries:
            text = f"{canary} {'x' * 300} {canary}"
            db.exec_driver_sql("INSERT INTO leaves (body) VALUES (?)", (text,))
            db.exec_driver_sql("INSERT INTO found (body) VALUES (?)", (text,))
    with vault.begin() as db:
        for word in range(0, 200, 7):  # not in one piece, as a person would
            db.exec_driver_sql("DELETE FROM leaves WHERE id = ?", (word + 1,))
            db.exec_driver_sql("DELETE FROM found WHERE rowid = ?", (word + 1,))
    with vault.begin() as db:
        db.exec_driver_sql("DELETE FROM leaves")
        db.exec_driver_sql("DELETE FROM found")
    path, log = vault.database, vault.database.with_name(vault.database.name + "-wal")
    with engine.raw(vault.working()) as connection:
        engine.checkpoint(connection)
    key, salt = database_key(cabinet, PASSWORD), path.read_bytes()[:16]
    pages = [*readable(path, key), *readable_log(log, key, salt)]
    assert len(pages) > 50
    assert len(path.read_bytes()) % PAGE == 0
    assert b"journal_is_not_cut" in b"".join(pages)  # the reader does read
    assert [page for page in pages if b"canary" in page] == []


def test_the_page_reader_would_see_what_was_not_deleted(vault: Vault, cabinet: Path) -> None:
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES ('a', 'canary')")
    path, log = vault.database, vault.database.with_name(vault.database.name + "-wal")
    key, salt = database_key(cabinet, PASSWORD), path.read_bytes()[:16]
    assert any(b"canary" in page for page in readable_log(log, key, salt))
