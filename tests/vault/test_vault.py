"""Catalogue rows K02, K03, K04, K12, K13, L17 and A08, on whole vaults."""

import base64
import shutil
import subprocess
import sys
import time
import traceback
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from gbvcase.domain.errors import (
    GbvcaseError,
    NotEnoughMemory,
    VaultDamaged,
    VaultExists,
    VaultFromNewerProgram,
    VaultHeld,
    VaultInUse,
    VaultMissing,
    VaultTampered,
    WrongPassword,
    WrongRecoveryNumber,
)
from gbvcase.domain.marking import ENGLISH
from gbvcase.sealing import recovery, slots
from gbvcase.sealing.keys import vault_keys
from gbvcase.sealing.slots import FLOOR, open_password_slot
from gbvcase.vault import files, journal, keyfile
from gbvcase.vault.keyfile import KeyFile
from gbvcase.vault.notices import NoticeKind
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD
from tests.vault.faults import in_a_child

CANARY = "Siu H'Không Có Thật, làng Mẫu"


def put(vault: Vault, name: str, value: str) -> None:
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES (?, ?)", (name, value))


def settings_of(vault: Vault) -> dict[str, str]:
    with vault.begin() as db:
        rows = db.exec_driver_sql("SELECT name, value FROM settings").all()
    return {row.name: row.value for row in rows}


def test_what_was_saved_is_there_after_locking_and_opening(cabinet: Path) -> None:
    vault = Vault.open(cabinet, PASSWORD)
    assert vault.notices == ()
    put(vault, "a", CANARY)
    vault.lock()
    assert not vault.is_unlocked
    vault.lock()  # twice does no harm
    again = Vault.open(cabinet, PASSWORD)
    assert settings_of(again) == {"a": CANARY}
    assert (again.notices, again.is_read_only) == ((), False)
    again.lock()


def test_a_new_vault_has_all_its_files_and_no_other(quick: None, tmp_path: Path) -> None:
    vault, number = Vault.create(tmp_path / "new", PASSWORD, cost=FLOOR)
    assert recovery.secret_of(number)
    assert (vault.gen, vault.incarnation, len(vault.vault_id)) == (1, 1, 16)
    vault.lock()
    assert {path.name for path in (tmp_path / "new").iterdir()} == {
        *("data-00000001.db", "data.key", "data.key2"),
        *("data.mark", "data.bal", "data.lock"),
    }
    assert (tmp_path / "new" / files.BALLAST).stat().st_size == 32 * 2**20
    for name in (files.KEY, files.SECOND_KEY):
        keyfile.understood((tmp_path / "new" / name).read_bytes())


def test_a_vault_is_never_made_over_another(quick_cabinet: Path) -> None:
    before = {path.name: path.read_bytes() for path in quick_cabinet.iterdir()}
    with pytest.raises(VaultExists):
        Vault.create(quick_cabinet, "another password", cost=FLOOR)
    for name in (files.KEY, files.SECOND_KEY):
        (quick_cabinet / name).unlink()
        before.pop(name)
    with pytest.raises(VaultExists):
        Vault.create(quick_cabinet, "another password", cost=FLOOR)
    assert before == {path.name: path.read_bytes() for path in quick_cabinet.iterdir()}


def test_a_folder_without_a_vault_stays_as_it_is(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(VaultMissing):
            Vault.open(folder, PASSWORD)
    assert list(tmp_path.iterdir()) == []


def test_no_file_of_a_vault_holds_a_word_of_it(cabinet: Path) -> None:
    canaries = [f"Người {number} không có thật" for number in range(200)]
    vault = Vault.open(cabinet, PASSWORD)
    for number, canary in enumerate(canaries):
        put(vault, f"name {number}", canary)
    with pytest.raises(KeyError), vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES ('x', ?)", (canaries[0],))
        raise KeyError
    opened = b"".join(path.read_bytes() for path in cabinet.iterdir())
    vault.lock()
    locked = b"".join(path.read_bytes() for path in cabinet.iterdir())
    for canary in (*canaries, PASSWORD, "settings", "vault.create", "SQLite format 3"):
        for pattern in (
            canary.encode(),
            canary.encode("utf-16-le"),
            canary.encode("utf-16-be"),
            base64.b64encode(canary.encode())[:-3],
        ):
            assert pattern not in opened
            assert pattern not in locked


@pytest.mark.parametrize(
    "typed",
    [
        *("", "x", PASSWORD[:-1], PASSWORD + "x", PASSWORD.upper(), PASSWORD.replace("ậ", "ặ")),
        *("a" * 1024, "a" * 2**20, "a\0b", "\ud800", "🔑" * 300),
    ],
)
def test_any_other_password_is_simply_not_right(typed: str, quick_cabinet: Path) -> None:
    with pytest.raises(WrongPassword) as wrong:
        Vault.open(quick_cabinet, typed)
    assert wrong.value.said(ENGLISH) == "The password is not right."
    assert wrong.value.wait == 0
    Vault.open(quick_cabinet, PASSWORD).lock()


@pytest.mark.parametrize(
    "typed",
    [
        unicodedata.normalize("NFD", PASSWORD),
        "m\u00f4\u0323t m\u00e2\u0323t kh\u00e2\u0309u cu\u0309a kh\u00f4ng ai",
        PASSWORD.replace("m", "\uff4d"),
    ],
)
def test_the_password_is_the_same_from_every_keyboard(typed: str, cabinet: Path) -> None:
    assert typed != PASSWORD
    Vault.open(cabinet, typed).lock()


def test_the_password_is_asked_again_for_what_needs_it(quick_cabinet: Path) -> None:
    vault = Vault.open(quick_cabinet, PASSWORD)
    vault.check_password(PASSWORD)
    with pytest.raises(WrongPassword):
        vault.check_password("wrong")
    vault.lock()


def test_a_second_program_is_told_at_once_also_through_a_link(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(vault.folder)

    def second(folder: Path) -> Callable[[], None]:
        def attempt() -> None:
            begun = time.monotonic()
            with pytest.raises(VaultInUse):
                Vault.open(folder, PASSWORD)
            with pytest.raises(VaultInUse):
                Vault.create(folder, PASSWORD, cost=FLOOR)
            assert time.monotonic() - begun < 1

        return attempt

    for folder in (vault.folder, tmp_path / "link"):
        assert in_a_child(second(folder)) == 0
        second(folder)()
    put(vault, "a", "undisturbed")
    assert settings_of(vault) == {"a": "undisturbed"}
    assert vault.check().is_whole


def test_the_number_on_paper_opens_for_reading_until_there_is_a_new_password(
    quick: None, tmp_path: Path
) -> None:
    vault, number = Vault.create(tmp_path / "new", PASSWORD, cost=FLOOR)
    put(vault, "a", CANARY)
    vault.lock()
    rescued = Vault.open_by_recovery(tmp_path / "new", number)
    assert rescued.is_read_only
    assert settings_of(rescued) == {"a": CANARY}
    for change in (
        lambda: put(rescued, "b", "x"),
        lambda: rescued.change_password("x"),
        rescued.go_on,
    ):
        with pytest.raises(VaultHeld):
            change()
    renewed = rescued.renew("another long password", cost=FLOOR)
    put(rescued, "b", "x")
    assert (rescued.gen, rescued.incarnation) == (2, 2)
    rescued.lock()

    with pytest.raises(WrongRecoveryNumber):
        Vault.open_by_recovery(tmp_path / "new", number)
    with pytest.raises(WrongPassword):
        Vault.open(tmp_path / "new", PASSWORD)
    Vault.open_by_recovery(tmp_path / "new", renewed).lock()
    again = Vault.open(tmp_path / "new", "another long password")
    assert [notice.kind for notice in again.notices] == []
    assert settings_of(again) == {"a": CANARY, "b": "x"}
    with again.begin() as db:
        found = journal.entry_at(db, journal.head(db).seq)
        assert found is not None
        assert (found[1]["act"], found[1]["inc"]) == ("vault.recover", 2)
    again.lock()


@pytest.mark.parametrize("number", ["", "1", "0" * 54, recovery.number_of(bytes(16))])
def test_another_number_opens_nothing(number: str, quick_cabinet: Path) -> None:
    with pytest.raises(WrongRecoveryNumber):
        Vault.open_by_recovery(quick_cabinet, number)


def test_what_a_newer_program_wrote_is_not_opened(quick_cabinet: Path) -> None:
    found = keyfile.find(quick_cabinet)
    newer = found.raw.replace(b'"suite":"S1"', b'"suite":"S2"')
    data = newer[:-64]
    (quick_cabinet / files.KEY).write_bytes(data + sha256(data).digest() + bytes(32))
    with pytest.raises(VaultFromNewerProgram) as caught:
        Vault.open(quick_cabinet, PASSWORD)
    assert caught.value.said(ENGLISH) == "This file was made by a newer version of the program."
    keyfile.save(quick_cabinet, found.raw)
    vault = Vault.open(quick_cabinet, PASSWORD)
    with vault.begin() as db:
        db.exec_driver_sql("PRAGMA user_version = 9999")
    vault.lock()
    with pytest.raises(VaultFromNewerProgram):
        Vault.open(quick_cabinet, PASSWORD)


def test_a_key_file_sealed_by_somebody_else_is_tampered(quick_cabinet: Path) -> None:
    found = keyfile.find(quick_cabinet)
    (quick_cabinet / files.KEY).write_bytes(found.raw[:-32] + bytes(32))
    with pytest.raises(VaultTampered):
        Vault.open(quick_cabinet, PASSWORD)


def test_a_damaged_first_copy_is_told_and_mended(quick_cabinet: Path) -> None:
    raw = (quick_cabinet / files.KEY).read_bytes()
    (quick_cabinet / files.KEY).write_bytes(raw[:100])
    vault = Vault.open(quick_cabinet, PASSWORD)
    assert [notice.kind for notice in vault.notices] == [NoticeKind.SECOND_KEY_USED]
    vault.lock()
    assert (quick_cabinet / files.KEY).read_bytes() == raw


WITH_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from gbvcase.domain.errors import NotEnoughMemory
from gbvcase.vault.vault import Vault
cabinet, password = Path(sys.argv[1]), sys.argv[2]
Vault.open(cabinet, password).lock()  # all of the program that this needs is loaded now
used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
limit = used + 16 * 2**20  # the key asks for 64 MiB
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    Vault.open(cabinet, password).lock()
except NotEnoughMemory:
    print("said")
"""


def test_a_vault_that_asks_for_more_memory_than_there_is_says_so(cabinet: Path) -> None:
    # a program of its own: in one that has run for long such a piece may lie ready
    done = subprocess.run(
        [sys.executable, "-c", WITH_LITTLE_MEMORY, str(cabinet), PASSWORD],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "said", done.stderr
    Vault.open(cabinet, PASSWORD).lock()  # with enough of it nothing is the matter


def test_too_little_memory_is_said(quick_cabinet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.undo()
    monkeypatch.setattr(slots, "Argon2id", hungry)
    with pytest.raises(NotEnoughMemory) as caught:
        Vault.open(quick_cabinet, PASSWORD)
    assert "memory" in caught.value.said(ENGLISH)


def test_the_journal_of_the_vault_holds_no_word_of_anybody(quick_cabinet: Path) -> None:
    vault = Vault.open(quick_cabinet, PASSWORD)
    put(vault, CANARY, CANARY)
    vault.change_password(CANARY + " và thêm chữ", cost=FLOOR)
    with vault.begin() as db:
        entries = "".join(row.entry for row in db.exec_driver_sql("SELECT entry FROM journal"))
    vault.lock()
    for word in (CANARY, "Siu", "làng", "thêm", PASSWORD):
        assert word not in entries


def break_everything(folder: Path) -> list[Callable[[], object]]:
    """What a person, a program or a disk may do wrong, each with a name in its data."""
    vault = Vault.open(folder, PASSWORD)

    def spoilt(name: str, data: bytes) -> Callable[[], object]:
        def attempt() -> object:
            other = folder.parent / "spoilt"
            shutil.rmtree(other, ignore_errors=True)
            shutil.copytree(folder, other)
            (other / name).write_bytes(data)
            if name == files.KEY:
                (other / files.SECOND_KEY).unlink()
            return Vault.open(other, PASSWORD)

        return attempt

    def statement(sql: str) -> Callable[[], object]:
        def attempt() -> None:
            with vault.begin() as db:
                db.exec_driver_sql(sql, (CANARY,))

        return attempt

    return [
        lambda: Vault.open(folder.parent / CANARY, PASSWORD),
        lambda: Vault.create(folder, CANARY, cost=FLOOR),
        lambda: vault.check_password(CANARY),
        lambda: Vault.open_by_recovery(folder, CANARY),
        statement("INSERT INTO nowhere VALUES (?)"),
        statement("INSERT INTO settings (value) VALUES (?)"),
        statement("INSERT INTO meta (one) VALUES (?)"),
        statement("ATTACH ? AS other"),
        statement("SELECT load_extension(?)"),
        statement("SELECT * FROM settings WHERE value MATCH ?"),
        spoilt(files.KEY, CANARY.encode()),
        spoilt("data-00000001.db", CANARY.encode() * 400),
        spoilt("data-00000001.db", b""),
        vault.lock,
    ]


def test_no_error_says_a_word_of_anybody(
    quick_cabinet: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    attempts_made = break_everything(quick_cabinet)
    told = []
    for attempt in attempts_made:
        try:
            attempt()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is read
            told += [str(error), repr(error), *traceback.format_exception(error)]
            if isinstance(error, GbvcaseError):
                told.append(error.said(ENGLISH))
    assert len(told) > 3 * (len(attempts_made) - 1)
    text = "".join((*told, *capfd.readouterr(), caplog.text))
    assert "Siu" not in text
    assert "không ai" not in text


def test_a_vault_and_its_keys_say_nothing_of_themselves(quick_cabinet: Path) -> None:
    vault = Vault.open(quick_cabinet, PASSWORD)
    found = keyfile.find(quick_cabinet)
    slot = found.key_file.slot("password")
    assert slot is not None
    root = open_password_slot(slot, PASSWORD, found.key_file.vault_id)
    assert root is not None
    keys = vault_keys(root, found.key_file.vault_id, 1)
    assert repr(vault) == "<Vault>"
    for thing in (keys, found, found.key_file, KeyFile(b"", 1, "", ())):
        assert "0x" in repr(thing)
        assert "\\x" not in repr(thing)
    vault.lock()


def test_a_locked_vault_cannot_be_used(vault: Vault) -> None:
    vault.lock()
    with pytest.raises(AssertionError), vault.begin():
        pass


def test_a_vault_whose_database_is_gone_is_damaged_and_nothing_new_is_made(
    quick_cabinet: Path,
) -> None:
    (quick_cabinet / "data-00000001.db").unlink()
    with pytest.raises(VaultDamaged):
        Vault.open(quick_cabinet, PASSWORD)
    assert not (quick_cabinet / "data-00000001.db").exists()
