import shutil
from pathlib import Path

import pytest

from gbvcase.domain.errors import VaultFromNewerProgram
from gbvcase.vault import journal, upgrade
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


def test_a_kill_during_a_step_leaves_the_old_or_the_new_version(
    quick_cabinet: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(newer.iterdir()):
        if not name.name.startswith("0001"):
            name.unlink()
    (newer / "0002_more.sql").write_text(NEXT, encoding="utf-8")
    whole = {path.name: path.read_bytes() for path in quick_cabinet.iterdir()}
    versions = set()
    for at in range(1, 300):
        shutil.rmtree(quick_cabinet)
        quick_cabinet.mkdir()
        for name, data in whole.items():
            (quick_cabinet / name).write_bytes(data)
        with monkeypatch.context() as patch:
            later_program(newer, patch)

            def killed(at: int = at) -> None:
                with steps(Fault(at, kills=True).step):
                    Vault.open(quick_cabinet, PASSWORD)

            ended = in_a_child(killed)
        try:
            vault = Vault.open(quick_cabinet, PASSWORD)
        except VaultFromNewerProgram:
            versions.add(2)
        else:
            with vault.begin() as db:
                versions.add(version(db))
                assert journal.head(db).seq == 1
            vault.lock()
        if ended == 0:
            break
    assert versions == {1, 2}
