"""Catalogue rows D01 to D05: kills, power cuts, full and failing disks."""

import errno
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from gbvcase.domain.errors import DiskFailing, DiskFull, GbvcaseError
from gbvcase.domain.marking import ENGLISH
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import engine, files, journal
from gbvcase.vault.kept_rows import driver
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD
from tests.vault.faults import Fault, steps
from tests.vault.pages import database_key
from tests.vault.power import PowerCutter


def save(vault: Vault, number: int, size: int = 200) -> None:
    """Change something, with its entry in the journal."""
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES (?, ?)", (str(number), "x" * size))
        journal.write(db, "settings.change", str(number), vault._clock())


def saved(vault: Vault) -> set[int]:
    """What is there; each has its entry in the journal, and the chain is whole."""
    with vault.begin() as db:
        rows = {int(name) for (name,) in db.exec_driver_sql("SELECT name FROM settings")}
        entries = db.exec_driver_sql(
            "SELECT entry FROM journal WHERE entry LIKE '%settings.change%'"
        ).all()
        assert journal.verify(db) is None
    assert len(entries) == len(rows)
    return rows


def is_whole(vault: Vault) -> bool:
    with engine.raw(vault.working()) as connection:
        return engine.check_file(connection).is_whole


def killed_rounds(folder: Path, rounds: int, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - moments, not secrets
    number = 0
    for _ in range(rounds):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                vault = Vault.open(folder, PASSWORD)
                while True:
                    number += 1
                    save(vault, number, size=20)
                    os.write(writing, number.to_bytes(4, "big"))
            os._exit(1)
        os.close(writing)
        first = os.read(reading, 4)
        time.sleep(chance.random() * 0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        heard = first
        while more := os.read(reading, 65536):
            heard += more
        os.close(reading)
        acknowledged = int.from_bytes(heard[-4:], "big")
        vault = Vault.open(folder, PASSWORD)
        assert not vault.is_read_only, vault.notices
        there = saved(vault)
        assert there >= set(range(1, acknowledged + 1))
        assert len(there) <= acknowledged + 1
        assert is_whole(vault)
        number = max(there)
        vault.lock()


def test_two_hundred_kills_lose_nothing_that_was_acknowledged(quick_cabinet: Path) -> None:
    killed_rounds(quick_cabinet, 200, seed=1)


@pytest.mark.long
def test_five_thousand_kills_lose_nothing_that_was_acknowledged(
    quick_empty_cabinet: Path, quick: None, quick_path: Path
) -> None:
    for part in range(50):  # a new vault now and then, so that checking it stays short
        folder = Path(shutil.copytree(quick_empty_cabinet, quick_path / str(part)))
        killed_rounds(folder, 100, seed=100 + part)


def cut_power(folder: Path, scratch: Path, states: int, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - moments, not secrets
    vault = Vault.open(folder, PASSWORD)
    cutter = PowerCutter(folder)
    with steps(cutter.step):
        for number in range(40):
            save(vault, number, size=chance.choice((20, 300, 5000)))
            cutter.acknowledge(number)
            if number % 7 == 3:
                vault.write_mark()
            if number % 11 == 5:
                with engine.raw(vault.working()) as connection:
                    engine.checkpoint(connection)
                cutter.acknowledge(number)
        vault.lock()
    key = database_key(folder, PASSWORD)
    for place, acknowledged in enumerate(cutter.states(scratch, states, chance)):
        if place % 4:
            connection = engine.connect(scratch / files.database_name(1), key)
            there = {int(name) for (name,) in connection.execute("SELECT name FROM settings")}
            assert there >= set(range(acknowledged + 1))
            assert engine.check_file(connection).is_whole
            connection.close()
            continue
        after = Vault.open(scratch, PASSWORD)
        assert not after.is_read_only, after.notices
        assert saved(after) >= set(range(acknowledged + 1))
        assert is_whole(after)
        after.lock()


def test_two_thousand_power_cuts_lose_nothing_that_was_acknowledged(
    quick_cabinet: Path, quick_path: Path
) -> None:
    cut_power(quick_cabinet, quick_path / "state", 2_000, seed=2)


@pytest.mark.long
def test_a_hundred_thousand_power_cuts_lose_nothing_that_was_acknowledged(
    quick_empty_cabinet: Path, quick: None, quick_path: Path
) -> None:
    for part in range(50):
        folder = Path(shutil.copytree(quick_empty_cabinet, quick_path / str(part)))
        cut_power(folder, quick_path / "state", 2_000, seed=200 + part)


Sizes = tuple[int, ...]

SHORT: Sizes = (20, 9000, 0, 300)  # 0: bring the log into the file
LONG: Sizes = (20, 60_000, 300, 900_000, 20)  # the log grows until the library does it


def work(vault: Vault, sizes: Sizes) -> set[int]:
    """Save a few things, small and large; return what was saved before the disk refused."""
    there = set()
    for number, size in enumerate(sizes):
        if size:
            save(vault, number, size)
            there.add(number)
        else:
            with engine.raw(vault.working()) as connection:
                engine.checkpoint(connection)
    return there


def points(folder: Path, kinds: frozenset[str], sizes: Sizes) -> int:
    counter = Fault(at=0, kinds=kinds)
    copy = Path(shutil.copytree(folder, folder.with_name("counted")))
    vault = Vault.open(copy, PASSWORD)
    with steps(counter.step):
        work(vault, sizes)
    vault.lock()
    return counter.count


def strike_everywhere(
    folder: Path, kinds: set[str], sizes: Sizes, *, error: int, for_good: bool
) -> None:
    """Let every step fail in turn: a sentence is said, nothing is damaged, a retry works."""
    of_these = frozenset(kinds)
    total = points(folder, of_these, sizes)
    assert total > 20
    for at in range(1, total + 1):
        copy = Path(shutil.copytree(folder, folder.with_name("struck")))
        vault = Vault.open(copy, PASSWORD)
        fault = Fault(at, error, for_good, kinds=of_these)
        there: set[int] = set()
        with steps(fault.step):
            try:
                there = work(vault, sizes)
            except (DiskFull, DiskFailing) as told:
                sentence = told.said(ENGLISH)
                assert "Nothing was lost" in sentence or "is safe" in sentence
                there = saved(vault)
        assert fault.struck
        save(vault, 100)  # the disk is as before: trying again is enough
        assert saved(vault) >= there | {100}
        assert is_whole(vault)
        vault.lock()
        again = Vault.open(copy, PASSWORD)
        assert not again.is_read_only, again.notices
        assert saved(again) >= there | {100}
        assert is_whole(again)
        again.lock()
        shutil.rmtree(copy)


WRITES = {"write"}
ALL = {"write", "sync", "truncate"}


@pytest.mark.parametrize("for_good", [False, True])
def test_no_space_at_any_write_damages_nothing(for_good: bool, quick_cabinet: Path) -> None:
    strike_everywhere(quick_cabinet, WRITES, SHORT, error=errno.ENOSPC, for_good=for_good)


@pytest.mark.parametrize("for_good", [False, True])
def test_an_error_at_any_write_or_flush_damages_nothing(
    for_good: bool, quick_cabinet: Path
) -> None:
    strike_everywhere(quick_cabinet, ALL, SHORT, error=errno.EIO, for_good=for_good)


@pytest.mark.long
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("for_good", [False, True])
def test_an_error_while_the_log_is_long_damages_nothing(
    error: int, for_good: bool, quick_cabinet: Path
) -> None:
    kinds = WRITES if error == errno.ENOSPC else ALL
    strike_everywhere(quick_cabinet, kinds, LONG, error=error, for_good=for_good)


class SmallDisk:
    """A disk that is full, until the room that was laid by is given up or files are deleted."""

    def __init__(self, folder: Path, is_real: bool) -> None:
        self.folder = folder
        self._is_real = is_real
        self._filler = folder / "somebody else's film"
        self._full: object = None

    def fill(self) -> None:
        """Leave no room at all."""
        if not self._is_real:
            self._filler.touch()
            return
        with suppress(OSError), self._filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    def refuse(self, kind: str, path: str, data: object) -> int | None:
        """Answer as a full disk would, where there is no real one."""
        del data
        if self._is_real or kind != "write" or not self._filler.exists():
            return None
        ballast = next(self.folder.glob("*/data.bal"), None)
        return errno.ENOSPC if ballast and ballast.stat().st_size else None


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A real small file system where one may be mounted; elsewhere one that behaves like it."""
    mounted = tmp_path / "disk"
    mounted.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(mounted)]
    try:
        is_real = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        is_real = False
    yield SmallDisk(mounted, is_real)
    if is_real:
        subprocess.run(["umount", "-l", str(mounted)], check=True)


def test_on_a_full_disk_a_vault_opens_reads_and_saves_again(quick: None, disk: SmallDisk) -> None:
    folder = disk.folder / "cabinet"
    vault, _ = Vault.create(folder, PASSWORD, cost=FLOOR)
    save(vault, 1)
    vault.lock()
    disk.fill()
    with steps(disk.refuse):
        vault = Vault.open(folder, PASSWORD)
        assert saved(vault) == {1}
        with pytest.raises(DiskFull) as told:
            for number in range(2, 50):
                save(vault, number, size=60_000)
        assert "The disk is full. Nothing was lost." in told.value.said(ENGLISH)
        assert not (folder / files.BALLAST).exists()
        there = saved(vault)
        save(vault, 1000, size=60_000)  # the same again, now that there is room
        assert saved(vault) == there | {1000}
        vault.lock()
        again = Vault.open(folder, PASSWORD)
        assert (saved(again), again.notices) == (there | {1000}, ())
        assert again.check().is_whole
        again.lock()


def test_on_a_full_disk_what_is_written_briefly_is_refused_and_then_kept(
    quick: None, disk: SmallDisk
) -> None:
    folder = disk.folder / "cabinet"
    vault, _ = Vault.create(folder, PASSWORD, cost=FLOOR)

    def write(number: int) -> None:
        with vault.briefly() as db:
            query = "INSERT INTO settings VALUES (?, ?)"
            driver(db).execute(query, (str(number), "x" * 60_000))

    def written() -> list[int]:
        with vault.briefly() as db:
            return [int(name) for (name,) in driver(db).execute("SELECT name FROM settings")]

    disk.fill()
    with steps(disk.refuse):
        with pytest.raises(DiskFull):
            for number in range(50):
                write(number)
        assert not (folder / files.BALLAST).exists()
        there = written()
        write(1000)  # the same again, now that there is room
        assert sorted(written()) == [*sorted(there), 1000]
        vault.lock()


def test_a_new_password_on_a_full_disk_is_refused_and_the_old_one_stays(
    quick: None, disk: SmallDisk
) -> None:
    folder = disk.folder / "cabinet"
    vault, _ = Vault.create(folder, PASSWORD, cost=FLOOR)
    save(vault, 1)
    disk.fill()
    with steps(disk.refuse):
        with pytest.raises(GbvcaseError):
            vault.change_password("another password of nobody", cost=FLOOR)
        assert saved(vault) == {1}
        vault.lock()
        again = Vault.open(folder, PASSWORD)
        assert saved(again) == {1}
        again.lock()
