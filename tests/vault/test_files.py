"""Atomic writes, owners (catalogue row K09) and what Windows is asked."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from gbvcase.domain.errors import DiskFailing, DiskFull, VaultInUse, VaultUnreachable
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import files, platforms, purge_list
from gbvcase.vault.files import FolderLock, disk_errors_said, write_whole
from gbvcase.vault.platforms import Posix, Windows, WindowsApi
from gbvcase.vault.salvage import salvage
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD
from tests.vault.faults import Fault, in_a_child, steps


@pytest.fixture
def careless() -> Iterator[None]:
    """An account whose new files everybody may read."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_the_old_one_or_the_new_one_whenever_the_process_ends(tmp_path: Path) -> None:
    path = tmp_path / "data.mark"
    write_whole(path, b"old")
    seen = set()
    for at in range(1, 10):

        def cut_short(at: int = at) -> None:
            with steps(Fault(at, kills=True).step):
                write_whole(path, b"new" * 1000)

        ended = in_a_child(cut_short)
        data = path.read_bytes()
        assert data in (b"old", b"new" * 1000)
        seen.add(data)
        write_whole(path, b"old")
        assert [found.name for found in tmp_path.iterdir()] == ["data.mark"]
        if ended == 0:
            break
    assert len(seen) == 2


def test_an_error_while_writing_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "data.mark"
    write_whole(path, b"old")
    for at in (1, 2, 3):
        with pytest.raises(OSError, match="made to fail"), steps(Fault(at).step):
            write_whole(path, b"new")
        assert path.read_bytes() == b"old"


def test_nobody_else_may_use_a_vault_however_careless_the_account(
    careless: None, quick: None, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    vault, _ = Vault.create(folder, PASSWORD, cost=FLOOR)
    vault.change_password("another password of nobody", cost=FLOOR)
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES ('a', 'b')")
    vault.write_mark()
    assert mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    assert any(path.name.endswith("-wal") for path in folder.iterdir())
    vault.lock()


def test_nobody_else_may_use_what_is_laid_aside_or_saved(careless: None, tmp_path: Path) -> None:
    vault, _ = Vault.create(tmp_path / "1", PASSWORD, cost=FLOOR)
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES ('a', '\"b\"')")
        purge_list.save(vault.folder, (), purge_list.owner_key(db), vault.vault_id)
    vault.stop()
    vault.lock()
    saved, _ = salvage(tmp_path / "1", PASSWORD, tmp_path / "2", lambda *_: None, cost=FLOOR)
    saved.lock()
    (kept,) = (tmp_path / "1").glob("kept-*")
    for folder in (tmp_path / "1", tmp_path / "2", kept):
        assert mode(folder) == 0o700
        modes = {path.name: mode(path) for path in folder.iterdir() if path.is_file()}
        assert set(modes.values()) == {0o600}, modes
    assert (tmp_path / "1" / files.STOP).exists()


def test_a_folder_that_was_open_to_all_is_closed(quick: None, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o777)
    Vault.create(folder, PASSWORD, cost=FLOOR)[0].lock()
    assert mode(folder) == 0o700


def test_leftovers_are_removed_and_nothing_else(tmp_path: Path) -> None:
    kept = {"data-00000002.db", "data-00000002.db-wal", "data.key", "notes.new", "data-2.db"}
    gone = {"data-00000001.db", "data-00000001.db-wal", "data-00000003.db-journal", "data.key.new"}
    for name in kept | gone:
        (tmp_path / name).touch()
    files.remove_leftovers(tmp_path, "data-00000002.db")
    assert {path.name for path in tmp_path.iterdir()} == kept


def test_the_lock_is_free_again_when_its_process_is_gone(tmp_path: Path) -> None:
    def hold() -> None:
        FolderLock(tmp_path)

    assert in_a_child(hold) == 0
    held = FolderLock(tmp_path)
    with pytest.raises(VaultInUse):
        FolderLock(tmp_path)
    held.release()
    held.release()
    FolderLock(tmp_path).release()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "no space"), DiskFull),
        (OSError(122, "quota"), DiskFull),
        (OSError(5, "input/output"), DiskFailing),
        (OSError(30, "read only"), VaultUnreachable),
        (PermissionError(13, "denied"), VaultUnreachable),
    ],
)
def test_an_error_of_a_disk_becomes_a_sentence(error: OSError, said: type[Exception]) -> None:
    with pytest.raises(said), disk_errors_said():
        raise error


def test_ballast_is_given_up_once_and_laid_by_again(tmp_path: Path) -> None:
    files.keep_ballast(tmp_path)
    assert (tmp_path / files.BALLAST).stat().st_blocks * 512 >= files.BALLAST_BYTES
    files.keep_ballast(tmp_path)
    files.give_up_ballast(tmp_path)
    files.give_up_ballast(tmp_path)
    assert not (tmp_path / files.BALLAST).exists()


class Recorded(WindowsApi):
    """Windows as a recording fake: what it was asked, and what it shall answer."""

    def __init__(self, *answers: int) -> None:
        self.asked: list[tuple[object, ...]] = []
        self._answers = list(answers)

    def set_access(self, path: str, rules: str) -> None:
        self.asked.append(("access", path, rules))

    def move(self, source: str, target: str, flags: int) -> int:
        self.asked.append(("move", source, target, flags))
        return self._answers.pop(0)

    def lock(self, handle: int) -> bool:
        self.asked.append(("lock", handle))
        return False

    def physical_memory(self) -> int:
        return 2**33

    def pause(self, seconds: float) -> None:
        self.asked.append(("pause", seconds))


def test_windows_lets_the_owner_and_the_system_in_and_inherits_nothing() -> None:
    api = Recorded()
    Windows(api).keep_private(Path("somewhere"))
    ((_, path, rules),) = api.asked
    assert path == "somewhere"
    assert rules == "D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;SY)"


def test_windows_replaces_through_to_the_disk_and_waits_for_virus_scanners() -> None:
    api = Recorded(32, 5, 33, 0)
    Windows(api).replace(Path("a.new"), Path("a"))
    moves = [asked for asked in api.asked if asked[0] == "move"]
    pauses = [asked[1] for asked in api.asked if asked[0] == "pause"]
    assert moves == [("move", "a.new", "a", 9)] * 4
    assert pauses == sorted(pauses)
    assert len(pauses) == 3


@pytest.mark.parametrize(("answers", "tries"), [([32] * 10, 10), ([3], 1)])
def test_windows_gives_up_in_the_end(answers: list[int], tries: int) -> None:
    api = Recorded(*answers)
    with pytest.raises(OSError, match="replace"):
        Windows(api).replace(Path("a.new"), Path("a"))
    assert len([asked for asked in api.asked if asked[0] == "move"]) == tries


def test_both_systems_answer_the_same_questions(tmp_path: Path) -> None:
    windows: platforms.Platform = Windows(Recorded())
    posix: platforms.Platform = Posix()
    windows.flush_folder(tmp_path)
    posix.flush_folder(tmp_path)
    assert windows.lock(0) is False
    assert windows.physical_memory() > 0
    assert posix.physical_memory() > 0
