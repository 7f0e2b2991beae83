"""Catalogue rows K07, K10 and R03: a new password, whatever happens on the way."""

import errno
import shutil
from pathlib import Path

import pytest

from gbvcase.domain.errors import (
    DiskFailing,
    DiskFull,
    VaultDamaged,
    VaultMissing,
    VaultTampered,
    WrongPassword,
)
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import engine, files, journal, keyfile
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD
from tests.vault.faults import Fault, in_a_child, steps

NEW = "another password of nobody"


def put(vault: Vault, name: str, value: str) -> None:
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES (?, ?)", (name, value))
        journal.write(db, "settings.change", name, vault._clock())


def is_whole(vault: Vault) -> bool:
    with vault.begin() as db:
        found = db.exec_driver_sql("SELECT count(*), min(value) FROM settings").one()
    return tuple(found) == (50, "x" * 200) and vault.check().is_whole


@pytest.fixture
def filled(quick_cabinet: Path) -> Path:
    vault = Vault.open(quick_cabinet, PASSWORD)
    with vault.begin() as db:
        for number in range(50):
            db.exec_driver_sql("INSERT INTO settings VALUES (?, ?)", (str(number), "x" * 200))
        journal.write(db, "settings.change", "", vault._clock())
    vault.lock()
    return quick_cabinet


def opens(folder: Path, password: str) -> bool:
    """Tell whether a password opens the vault, with all its data and no complaint."""
    try:
        vault = Vault.open(folder, password)
    except WrongPassword:
        return False
    assert not vault.is_read_only, vault.notices
    assert is_whole(vault)
    vault.lock()
    return True


def test_the_new_password_opens_all_that_the_old_one_did(filled: Path) -> None:
    vault = Vault.open(filled, PASSWORD)
    vault.change_password(NEW, cost=FLOOR)
    assert (vault.gen, vault.incarnation, vault.notices) == (2, 1, ())
    assert is_whole(vault)
    put(vault, "still", "writable")
    with vault.begin() as db:
        db.exec_driver_sql("DELETE FROM settings WHERE name = 'still'")
        acts = [row.entry for row in db.exec_driver_sql("SELECT entry FROM journal ORDER BY seq")]
    assert [act.split('"')[3] for act in acts] == [
        *("vault.create", "settings.change"),
        *("password.change", "settings.change"),
    ]
    vault.lock()
    assert opens(filled, NEW)
    assert not opens(filled, PASSWORD)
    assert {path.name for path in filled.iterdir()} == {
        *("data-00000002.db", "data.key", "data.key2", "data.mark", "data.lock", "data.try"),
        "data.bal",  # the check lays it by again
    }


def test_the_copy_is_written_under_another_key(filled: Path) -> None:
    before = (filled / "data-00000001.db").read_bytes()
    vault = Vault.open(filled, PASSWORD)
    vault.change_password(NEW, cost=FLOOR)
    vault.lock()
    after = (filled / "data-00000002.db").read_bytes()
    assert before[:16] != after[:16]
    pages = {before[i : i + 4096] for i in range(0, len(before), 4096)}
    assert not pages & {after[i : i + 4096] for i in range(0, len(after), 4096)}


def test_the_old_password_opens_nothing_new_by_any_leftover(filled: Path, quick_path: Path) -> None:
    old = Path(shutil.copytree(filled, quick_path / "old"))
    vault = Vault.open(filled, PASSWORD)
    vault.change_password(NEW, cost=FLOOR)
    put(vault, "new", "secret")
    vault.lock()
    (filled / files.KEY).write_bytes(b"damaged")  # the second copy is of the new key too
    with pytest.raises(WrongPassword):
        Vault.open(filled, PASSWORD)
    assert not (filled / "data-00000001.db").exists()

    mixed = Path(shutil.copytree(old, quick_path / "mixed"))
    (mixed / "data-00000001.db").write_bytes((filled / "data-00000002.db").read_bytes())
    with pytest.raises(VaultDamaged):
        Vault.open(mixed, PASSWORD)
    found = keyfile.find(old)
    raw = found.raw.replace(b"data-00000001.db", b"data-00000002.db")
    (mixed / files.KEY).write_bytes(raw)
    (mixed / files.SECOND_KEY).write_bytes(raw)
    shutil.copy(filled / "data-00000002.db", mixed)
    with pytest.raises((VaultDamaged, VaultTampered)):
        Vault.open(mixed, PASSWORD)


def test_the_same_paper_still_opens_after_a_change(quick: None, tmp_path: Path) -> None:
    vault, number = Vault.create(tmp_path / "new", PASSWORD, cost=FLOOR)
    for password in (NEW, PASSWORD, NEW):
        vault.change_password(password, cost=FLOOR)
    vault.lock()
    rescued = Vault.open_by_recovery(tmp_path / "new", number)
    assert rescued.gen == 4
    rescued.lock()


def test_a_copy_that_differs_is_never_taken(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(filled, PASSWORD)
    whole = engine.row_counts
    monkeypatch.setattr(engine, "row_counts", lambda db: whole(db) | {"settings": id(db)})
    with pytest.raises(VaultDamaged):
        vault.change_password(NEW, cost=FLOOR)
    monkeypatch.undo()
    vault.lock()
    assert {path.name for path in files.databases(filled)} == {"data-00000001.db"}


def points(filled: Path, quick_path: Path) -> int:
    """How many steps a change of the password has."""
    counter = Fault(at=0)
    folder = Path(shutil.copytree(filled, quick_path / "counted"))
    vault = Vault.open(folder, PASSWORD)
    with steps(counter.step):
        vault.change_password(NEW, cost=FLOOR)
    vault.lock()
    return counter.count


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("for_good", [False, True])
def test_an_error_at_any_step_leaves_exactly_one_password(
    error: int, for_good: bool, filled: Path, quick_path: Path
) -> None:
    struck = refused = 0
    for at in range(1, points(filled, quick_path) + 1):
        folder = Path(shutil.copytree(filled, quick_path / f"at-{at}"))
        vault = Vault.open(folder, PASSWORD)
        fault = Fault(at, error, for_good)
        try:
            with steps(fault.step):
                vault.change_password(NEW, cost=FLOOR)
        except (DiskFull, DiskFailing):
            refused += 1
            assert vault.gen == 1
        struck += fault.struck
        assert is_whole(vault)  # the vault that is open goes on, old or new
        vault.lock()
        assert opens(folder, PASSWORD) is (vault.gen == 1)
        assert opens(folder, NEW) is (vault.gen == 2)
        assert len(files.databases(folder)) == 1
        shutil.rmtree(folder)
    assert struck > 50
    assert refused > 30


def test_a_kill_at_any_step_leaves_exactly_one_password(filled: Path, quick_path: Path) -> None:
    opened_old = opened_new = 0
    for at in range(1, points(filled, quick_path) + 1):
        folder = Path(shutil.copytree(filled, quick_path / f"at-{at}"))

        def change(folder: Path = folder, at: int = at) -> None:
            vault = Vault.open(folder, PASSWORD)
            with steps(Fault(at, kills=True).step):
                vault.change_password(NEW, cost=FLOOR)

        assert in_a_child(change) in (-9, 0)
        old, new = opens(folder, PASSWORD), opens(folder, NEW)
        assert old != new
        opened_old, opened_new = opened_old + old, opened_new + new
        assert len(files.databases(folder)) == 1
        assert not list(folder.glob("*.new"))
        shutil.rmtree(folder)
    assert opened_old > 30
    assert opened_new > 5


def test_an_interrupted_change_is_no_reason_for_an_alarm(filled: Path) -> None:
    """The mark is still of the generation before, when the change is cut short after the key."""
    mark = (filled / files.MARK).read_bytes()
    vault = Vault.open(filled, PASSWORD)
    vault.change_password(NEW, cost=FLOOR)
    vault.lock()
    (filled / files.MARK).write_bytes(mark)
    again = Vault.open(filled, NEW)
    assert again.notices == ()
    again.lock()


def test_an_interrupted_creation_leaves_no_vault_and_can_be_done_again(
    quick: None, tmp_path: Path
) -> None:
    kinds = frozenset({"write", "sync", "rename"})
    counter = Fault(at=0, kinds=kinds)
    with steps(counter.step):
        Vault.create(tmp_path / "counted", PASSWORD, cost=FLOOR)[0].lock()
    refused = 0
    for at in range(1, counter.count + 1):
        folder = tmp_path / f"at-{at}"
        try:
            with steps(Fault(at, errno.ENOSPC, for_good=True, kinds=kinds).step):
                Vault.create(folder, PASSWORD, cost=FLOOR)[0].lock()
        except (DiskFull, DiskFailing):
            refused += 1
            with pytest.raises(VaultMissing):
                Vault.open(folder, PASSWORD)
            Vault.create(folder, PASSWORD, cost=FLOOR)[0].lock()
        Vault.open(folder, PASSWORD).lock()
    assert counter.count > refused > 10
