"""Catalogue rows D06, D07, D08, A04 and A05: what is damaged or old is noticed, never hidden."""

import os
import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from gbvcase.domain.errors import GbvcaseError, VaultDamaged, VaultHeld
from gbvcase.domain.marking import ENGLISH
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import engine, files, journal, mark
from gbvcase.vault.notices import NoticeKind
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD
from tests.vault.faults import in_a_child
from tests.vault.pages import PAGE, database_key, readable

ROWS = 120


def save(vault: Vault, *numbers: int) -> None:
    with vault.begin() as db:
        for number in numbers:
            text = f"{number} " * 80
            db.exec_driver_sql("INSERT INTO settings VALUES (?, ?)", (str(number), text))
        journal.write(db, "settings.change", str(numbers[0]), vault._clock())


def values(connection: sqlcipher.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, value FROM settings").fetchall())


RIGHT = {str(number): f"{number} " * 80 for number in range(ROWS)}


@pytest.fixture
def filled(quick_cabinet: Path) -> Path:
    vault = Vault.open(quick_cabinet, PASSWORD)
    for start in range(0, ROWS, 10):
        save(vault, *range(start, start + 10))
    vault.lock()
    return quick_cabinet


@pytest.fixture
def database(filled: Path) -> Path:
    return filled / files.database_name(1)


def kinds(vault: Vault) -> list[NoticeKind]:
    return [notice.kind for notice in vault.notices]


def test_a_flipped_bit_is_found_in_every_page_and_never_read_as_truth(
    database: Path, filled: Path
) -> None:
    key = database_key(filled, PASSWORD)
    whole = database.read_bytes()
    pages = len(whole) // PAGE
    assert pages > 10
    for number in range(1, pages + 1):
        spoilt = bytearray(whole)
        spoilt[(number - 1) * PAGE + 37 * number % PAGE] ^= 1 << number % 8
        database.write_bytes(spoilt)
        try:
            connection = engine.connect(database, key)
        except VaultDamaged:
            assert number == 1
            continue
        found = engine.check_file(connection)
        assert found.damaged_pages == (number,)
        assert not found.is_whole
        try:
            read = values(connection)
        except sqlcipher.DatabaseError:
            read = {}
        assert read.items() <= RIGHT.items()
        connection.close()


def test_a_damaged_page_stops_all_work_and_a_copy_is_laid_aside(
    database: Path, filled: Path
) -> None:
    whole = database.read_bytes()
    stopped = 0
    for number in range(2, len(whole) // PAGE + 1):
        spoilt = bytearray(whole)
        spoilt[(number - 1) * PAGE + 100] ^= 1
        database.write_bytes(spoilt)
        (filled / files.STOP).unlink(missing_ok=True)
        for kept in filled.glob("kept-*"):
            shutil.rmtree(kept)
        try:
            vault = Vault.open(filled, PASSWORD)
        except VaultDamaged:
            continue
        try:
            with vault.begin() as db:
                db.exec_driver_sql("SELECT sum(length(value)) FROM settings").all()
        except VaultDamaged as told:
            stopped += 1
            assert "has stopped writing" in told.said(ENGLISH)
            with pytest.raises(VaultDamaged), vault.begin():
                pass
            with pytest.raises(VaultDamaged):
                vault.check()
            (kept,) = filled.glob("kept-*")
            assert (kept / database.name).read_bytes() == spoilt
            assert {path.name for path in kept.iterdir()} >= {files.KEY, files.MARK}
        else:
            assert not vault.check().is_whole
        vault.lock()
        assert database.read_bytes() == spoilt
    assert stopped > 5


Spoil = Callable[[bytes], bytes]


def swapped(whole: bytes) -> bytes:
    at = [whole[i : i + PAGE] for i in range(0, len(whole), PAGE)]
    at[4], at[5] = at[5], at[4]
    return b"".join(at)


@pytest.mark.parametrize(
    "spoil",
    [
        swapped,
        lambda whole: whole[:-PAGE],
        lambda whole: whole[: PAGE * 3],
        lambda whole: whole[:PAGE],
        lambda whole: whole[:-1000],
        lambda whole: whole[:5000],
        lambda whole: whole[:100],
        lambda whole: whole + os.urandom(PAGE),
        lambda whole: whole + bytes(PAGE),
        lambda whole: whole + whole[-PAGE:],
        lambda whole: b"",
        lambda whole: b"x" * len(whole),
        lambda whole: b"SQLite format 3\0" + whole[16:],
    ],
    ids=[
        *("pages swapped", "last page gone", "most gone", "first page only", "cut in a page"),
        *("cut in page two", "stub", "page of noise added", "empty page added", "page repeated"),
        *("no bytes", "noise", "plain head"),
    ],
)
def test_a_database_of_another_shape_is_reported(
    spoil: Spoil, database: Path, filled: Path
) -> None:
    spoilt = spoil(database.read_bytes())
    database.write_bytes(spoilt)
    try:
        vault = Vault.open(filled, PASSWORD)
    except VaultDamaged:
        assert database.read_bytes() == spoilt  # never made anew, never mended in silence
        return
    assert not vault.check().is_whole
    vault.lock()


def test_the_database_of_another_vault_is_reported(
    database: Path, filled: Path, quick_path: Path
) -> None:
    other, _ = Vault.create(quick_path / "other", PASSWORD, cost=FLOOR)
    other.lock()
    shutil.copy(other.database, database)
    with pytest.raises(VaultDamaged):
        Vault.open(filled, PASSWORD)


def test_a_database_that_says_it_is_another_is_reported(filled: Path) -> None:
    vault = Vault.open(filled, PASSWORD)
    with vault.begin() as db:
        db.exec_driver_sql("UPDATE meta SET vault_id = ?", ("00" * 16,))
    vault.lock()
    with pytest.raises(VaultDamaged):
        Vault.open(filled, PASSWORD)


@pytest.fixture
def crashed(filled: Path) -> Path:
    """A vault whose last changes are in the log only, and in the mark."""

    def crash() -> None:
        vault = Vault.open(filled, PASSWORD)
        save(vault, ROWS + 1)
        save(vault, ROWS + 2)
        vault.write_mark()
        os.kill(os.getpid(), signal.SIGKILL)

    assert in_a_child(crash) == -signal.SIGKILL
    return filled


def log_of(folder: Path) -> Path:
    return folder / (files.database_name(1) + "-wal")


def test_a_whole_log_is_taken_over_without_a_word(crashed: Path) -> None:
    assert log_of(crashed).stat().st_size > PAGE
    vault = Vault.open(crashed, PASSWORD)
    assert kinds(vault) == []
    assert vault.check().is_whole
    vault.lock()


def test_a_deleted_log_is_noticed(crashed: Path) -> None:
    log_of(crashed).unlink()
    vault = Vault.open(crashed, PASSWORD)
    assert kinds(vault) == [NoticeKind.OLDER]
    assert vault.is_read_only
    vault.lock()


def test_a_flipped_bit_anywhere_in_the_log_is_noticed(crashed: Path) -> None:
    whole = log_of(crashed).read_bytes()
    before = {path.name: path.read_bytes() for path in crashed.iterdir()}
    noticed = 0
    for place in range(5, len(whole), len(whole) // 40):
        for name, data in before.items():
            (crashed / name).write_bytes(data)
        spoilt = bytearray(whole)
        spoilt[place] ^= 1
        log_of(crashed).write_bytes(spoilt)
        try:
            vault = Vault.open(crashed, PASSWORD)
        except VaultDamaged:
            noticed += 1
            continue
        assert kinds(vault) == [NoticeKind.OLDER]
        noticed += 1
        vault.lock()
    assert noticed == len(range(5, len(whole), len(whole) // 40))


def test_an_old_page_of_the_journal_is_noticed(filled: Path, database: Path) -> None:
    key = database_key(filled, PASSWORD)
    vault = Vault.open(filled, PASSWORD)
    save(vault, 500)
    vault.lock()
    old = database.read_bytes()
    vault = Vault.open(filled, PASSWORD)
    save(vault, 501)
    vault.lock()
    new = database.read_bytes()
    clear = list(readable(database, key))
    replayed = 0
    for number, page in enumerate(clear):
        at = slice(number * PAGE, (number + 1) * PAGE)
        if b"settings.change" not in page or old[at] == new[at]:
            continue
        spoilt = bytearray(new)
        spoilt[at] = old[at]
        database.write_bytes(spoilt)
        try:
            vault = Vault.open(filled, PASSWORD)
        except VaultDamaged:
            pass
        else:
            assert kinds(vault)[0] in (NoticeKind.OLDER, NoticeKind.JOURNAL_BROKEN)
            assert vault.is_read_only
            vault.lock()
        replayed += 1
    assert replayed >= 1


def test_the_database_of_yesterday_is_noticed_and_can_be_read(filled: Path, database: Path) -> None:
    yesterday = database.read_bytes()
    vault = Vault.open(filled, PASSWORD)
    save(vault, 500)
    vault.lock()
    database.write_bytes(yesterday)
    held = Vault.open(filled, PASSWORD)
    assert kinds(held) == [NoticeKind.OLDER]
    sentence = held.notices[0].said(ENGLISH)
    assert "older than what this computer has seen" in sentence
    assert len(re.findall(r"\d\d/\d\d/\d{4} \d\d:\d\d", sentence)) == 2  # both times
    with held.begin() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM settings").scalar_one() == ROWS
    with pytest.raises(VaultHeld):
        save(held, 501)
    with pytest.raises(VaultHeld):
        held.change_password("another password of nobody", cost=FLOOR)
    assert held.check().is_behind_mark
    held.lock()

    again = Vault.open(filled, PASSWORD)  # not confirmed: still noticed
    assert kinds(again) == [NoticeKind.OLDER]
    again.go_on()
    assert not again.is_read_only
    save(again, 501)
    with again.begin() as db:
        entry = journal.entry_at(db, journal.head(db).seq - 1)
    assert entry is not None
    assert (entry[1]["act"], entry[1]["noticed"]) == ("vault.go_on", ["older"])
    again.lock()
    last = Vault.open(filled, PASSWORD)
    assert kinds(last) == []
    last.lock()


def test_another_past_of_the_same_length_is_noticed(filled: Path, database: Path) -> None:
    before = database.read_bytes()
    vault = Vault.open(filled, PASSWORD)
    save(vault, 500)
    vault.lock()
    seen = (filled / files.MARK).read_bytes()
    database.write_bytes(before)
    (filled / files.MARK).unlink()
    other = Vault.open(filled, PASSWORD)
    save(other, 501)
    other.lock()
    (filled / files.MARK).write_bytes(seen)
    vault = Vault.open(filled, PASSWORD)
    assert kinds(vault) == [NoticeKind.OLDER]
    vault.lock()


def test_a_whole_older_generation_is_noticed(filled: Path, quick_path: Path) -> None:
    old = Path(shutil.copytree(filled, quick_path / "old"))
    vault = Vault.open(filled, PASSWORD)
    vault.change_password("another password of nobody", cost=FLOOR)
    vault.lock()
    shutil.copy(filled / files.MARK, old / files.MARK)
    held = Vault.open(old, PASSWORD)
    assert kinds(held) == [NoticeKind.OLDER]
    held.lock()


def test_a_missing_mark_is_told_and_written_anew(filled: Path) -> None:
    (filled / files.MARK).unlink()
    vault = Vault.open(filled, PASSWORD)
    assert kinds(vault) == [NoticeKind.MARK_MISSING]
    assert not vault.is_read_only
    vault.lock()
    again = Vault.open(filled, PASSWORD)
    assert kinds(again) == []
    again.lock()


def test_an_altered_mark_is_a_warning(filled: Path) -> None:
    whole = (filled / files.MARK).read_bytes()
    found = mark.find(filled)
    assert found is not None
    assert found.mark is not None
    lower = mark.Mark(1, 1, found.mark.seq - 1, bytes(32))
    for data in (
        b"",
        b"x",
        whole[:-1],
        whole + b"x",
        whole[:20] + b"\1" + whole[21:],
        whole[:-1] + bytes([whole[-1] ^ 1]),
        mark.written(lower, bytes(32)),
        bytes(10_000),
    ):
        (filled / files.MARK).write_bytes(data)
        vault = Vault.open(filled, PASSWORD)
        assert kinds(vault) == [NoticeKind.MARK_ALTERED]
        assert not vault.is_read_only
        vault.lock()
        assert (filled / files.MARK).read_bytes() == whole


def test_every_error_of_damage_is_one_that_a_person_can_act_upon(
    filled: Path, database: Path
) -> None:
    for path in (database, filled / files.KEY, filled / files.MARK):
        whole = path.read_bytes()
        for size in range(0, len(whole), max(1, len(whole) // 25)):
            path.write_bytes(whole[:size])
            try:
                Vault.open(filled, PASSWORD).lock()
            except GbvcaseError as told:
                assert told.said(ENGLISH)
        path.write_bytes(whole)


def test_the_files_of_an_open_vault_are_no_backup_and_that_is_said(
    filled: Path, quick_path: Path
) -> None:
    """Catalogue row D10: what a file manager copies misses what was written last."""
    vault = Vault.open(filled, PASSWORD)
    save(vault, 500)
    vault.write_mark()
    copy = quick_path / "copied"
    copy.mkdir()
    for path in filled.iterdir():
        if not path.name.endswith(("-wal", ".lock")):  # "only the data files"
            shutil.copy(path, copy / path.name)
    vault.lock()
    held = Vault.open(copy, PASSWORD)
    assert kinds(held) == [NoticeKind.OLDER]
    assert held.is_read_only
    with held.begin() as db:
        found = db.exec_driver_sql("SELECT count(*) FROM settings WHERE name = '500'")
        assert found.scalar_one() == 0
    held.lock()
