"""Numbered steps, and catalogue row D09: killed or failing, a vault is of one version."""

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gbvcase.domain.errors import (
    DiskFailing,
    DiskFull,
    VaultDamaged,
    VaultFromNewerProgram,
    WrongPassword,
)
from gbvcase.vault import files, journal, upgrade
from gbvcase.vault.upgrade import statements, steps_of, version
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD
from tests.vault.faults import Fault, in_a_child, steps

NEXT = """
-- a comment; with a semicolon
CREATE TABLE more (id INTEGER PRIMARY KEY, body TEXT);
CREATE TRIGGER kept AFTER INSERT ON more
BEGIN
  UPDATE settings SET value = 'a;b';
  DELETE FROM more WHERE id < 0;
END;
INSERT INTO more (body) SELECT value FROM settings;
"""

FAILS = "INSERT INTO nowhere VALUES (1);\n"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The steps of a program one version on."""
    folder = tmp_path / "steps"
    folder.mkdir()
    for step in steps_of():
        (folder / step.name).write_text(step.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / f"{len(steps_of()) + 1:04d}_more.sql").write_text(NEXT, encoding="utf-8")
    return folder


def later_program(folder: Path, patch: pytest.MonkeyPatch) -> None:
    found = tuple(sorted(folder.iterdir()))
    patch.setattr(upgrade, "steps_of", lambda of=folder: found)


def test_a_new_vault_has_taken_every_step(vault: Vault) -> None:
    with vault.begin() as db:
        assert version(db) == len(steps_of())


def test_a_trigger_is_one_statement() -> None:
    assert [statement.split()[-1] for statement in statements(NEXT)] == [
        *("TEXT);", "END;", "settings;"),
    ]
    with pytest.raises(AssertionError):
        list(statements("CREATE TABLE t (a"))


def test_a_missing_step_is_noticed(tmp_path: Path) -> None:
    for name in ("0001_a.sql", "0003_b.sql"):
        (tmp_path / name).touch()
    with pytest.raises(AssertionError):
        steps_of(tmp_path)


def test_an_older_vault_takes_the_rest_and_says_so(
    cabinet: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = Vault.open(cabinet, PASSWORD)
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES ('a', 'kept')")
        taken = version(db)
    vault.lock()
    later_program(newer, monkeypatch)
    vault = Vault.open(cabinet, PASSWORD)
    assert vault.notices == ()
    with vault.begin() as db:
        assert version(db) == taken + 1
        assert db.exec_driver_sql("SELECT body FROM more").scalar_one() == "kept"
        last = journal.entry_at(db, journal.head(db).seq)
        assert last is not None
        assert last[1]["act"] == "vault.upgrade"
    vault.lock()
    monkeypatch.undo()
    with pytest.raises(VaultFromNewerProgram):
        Vault.open(cabinet, PASSWORD)


def test_a_step_that_fails_changes_nothing(
    cabinet: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = max(newer.iterdir())
    last.write_text(f"{NEXT}{FAILS}", encoding="utf-8")
    with monkeypatch.context() as patch:
        later_program(newer, patch)
        with pytest.raises(Exception, match="nowhere"):
            Vault.open(cabinet, PASSWORD)
    vault = Vault.open(cabinet, PASSWORD)
    with vault.begin() as db:
        assert version(db) == len(steps_of())
        assert journal.head(db).seq == 1
    assert vault.check().is_whole
    vault.lock()


@pytest.fixture
def one_step_on(newer: Path) -> Path:
    """The same for a vault that has taken the first step only."""
    for step in newer.iterdir():
        if not step.name.startswith("0001"):
            step.unlink()
    (newer / "0002_more.sql").write_text(NEXT, encoding="utf-8")
    return newer


def interrupted(folder: Path, fault: Fault, newer: Path, patch: pytest.MonkeyPatch) -> int | str:
    """Upgrade a vault while something goes wrong; return how that ended."""

    def upgraded() -> None:
        with steps(fault.step):
            Vault.open(folder, PASSWORD).lock()

    with patch.context() as later:
        later_program(newer, later)
        if fault.kills:
            return in_a_child(upgraded)
        try:
            upgraded()
        except (DiskFull, DiskFailing) as told:
            return type(told).__name__
        return "" if fault.struck else 0


def version_of(folder: Path, newer: Path, patch: pytest.MonkeyPatch) -> int:
    """Open with the program of before, or else with the later one; tell whose vault it is."""
    try:
        vault = Vault.open(folder, PASSWORD)
        found = 1
    except VaultFromNewerProgram:
        with patch.context() as later:
            later_program(newer, later)
            vault = Vault.open(folder, PASSWORD)
        found = 2
    with vault.begin() as db:
        assert version(db) == found
        assert journal.head(db).seq == found  # and the entry that tells of it, or none
        assert db.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one() > 3
        there = db.exec_driver_sql("SELECT count(*) FROM sqlite_schema WHERE name = 'more'")
        assert there.scalar_one() == found - 1
    assert vault.check().is_whole
    assert not vault.is_read_only, vault.notices
    vault.lock()
    return found


FAULTS = (
    (1, {"kills": True}),
    (2, {"error": errno.EIO}),
    (3, {"error": errno.ENOSPC, "for_good": True}),
)


@pytest.mark.parametrize(("every", "how"), FAULTS, ids=("kill", "error", "full"))
def test_an_interrupted_upgrade_leaves_the_old_or_the_new_version(
    every: int,
    how: dict[str, Any],
    quick_cabinet: Path,
    quick_path: Path,
    one_step_on: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    versions, struck = set(), 0
    for at in range(1, 300, every):
        folder = Path(shutil.copytree(quick_cabinet, quick_path / f"at-{at}"))
        ended = interrupted(folder, Fault(at, **how), one_step_on, monkeypatch)
        versions.add(version_of(folder, one_step_on, monkeypatch))
        shutil.rmtree(folder)
        if ended == 0:
            break
        struck += 1
    assert versions == {1, 2}
    assert struck > 54 // every  # a hundred rounds in all three


@pytest.mark.long
def test_a_thousand_interrupted_upgrades_leave_the_old_or_the_new_version(
    quick_cabinet: Path, quick_path: Path, one_step_on: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds, versions = 0, set()
    for part in range(100):
        vault = Vault.open(quick_cabinet, PASSWORD)
        with vault.begin() as db:  # the old vault grows: more to copy, and other moments
            db.exec_driver_sql(
                "INSERT INTO settings VALUES (?, hex(zeroblob(?)))", (f"{part}", 3_000)
            )
        vault.lock()
        for how in (how for _, how in FAULTS):
            for at in range(1, 300):
                folder = Path(shutil.copytree(quick_cabinet, quick_path / f"at-{at}"))
                ended = interrupted(folder, Fault(at, **how), one_step_on, monkeypatch)
                versions.add(version_of(folder, one_step_on, monkeypatch))
                shutil.rmtree(folder)
                if ended == 0:
                    break
                rounds += 1
        if rounds >= 1_000:
            break
    assert rounds >= 1_000
    assert versions == {1, 2}


@pytest.fixture
def upgraded(
    quick_cabinet: Path, one_step_on: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Vault]:
    """A vault that was just upgraded by a later program, and is open in it."""
    vault = Vault.open(quick_cabinet, PASSWORD)
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES ('a', 'kept')")
    vault.lock()
    later_program(one_step_on, monkeypatch)
    vault = Vault.open(quick_cabinet, PASSWORD)
    yield vault
    vault.lock()


def test_before_an_upgrade_a_locked_copy_is_laid_aside_that_opens_as_before(
    upgraded: Vault, quick_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = upgraded.folder / files.BEFORE
    copy = Path(shutil.copytree(aside, quick_path / "copy"))
    upgraded.lock()
    later = steps_of()
    monkeypatch.setattr(upgrade, "steps_of", lambda of=None: later[:1])  # the program of before
    with pytest.raises(WrongPassword):
        Vault.open(copy, "wrong")
    vault = Vault.open(copy, PASSWORD)
    with vault.begin() as db:
        assert version(db) == 1
        assert db.exec_driver_sql("SELECT value FROM settings").scalar_one() == "kept"
    assert vault.check().is_whole
    vault.lock()


def test_the_copy_is_private_and_goes_when_the_new_vault_has_proved_whole(upgraded: Vault) -> None:
    aside = upgraded.folder / files.BEFORE
    for path in (aside, *aside.iterdir()):
        assert path.stat().st_mode & 0o077 == 0
    upgraded.lock()
    again = Vault.open(upgraded.folder, PASSWORD)
    assert aside.is_dir()  # not proved yet
    assert again.check().is_whole
    assert not aside.exists()
    again.lock()


def test_a_vault_with_a_damaged_place_is_not_upgraded(
    quick_cabinet: Path, one_step_on: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = Vault.open(quick_cabinet, PASSWORD)
    vault.stop()
    vault.lock()
    before = (quick_cabinet / files.database_name(1)).read_bytes()
    with monkeypatch.context() as patch:
        later_program(one_step_on, patch)
        with pytest.raises(VaultDamaged):
            Vault.open(quick_cabinet, PASSWORD)
    assert (quick_cabinet / files.database_name(1)).read_bytes() == before
    assert not (quick_cabinet / files.BEFORE).exists()
