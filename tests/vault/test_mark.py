import time
from pathlib import Path

import pytest

from gbvcase.vault import files, journal, mark, watch
from gbvcase.vault.mark import Mark, find, save, written
from gbvcase.vault.vault import Vault
from gbvcase.vault.watch import MarkKeeper
from tests.vault.conftest import PASSWORD

KEY = bytes(range(32))
SEEN = Mark(gen=3, incarnation=2, seq=41, hash=bytes(range(32)))


def test_a_mark_is_read_back_and_knows_its_key(tmp_path: Path) -> None:
    save(tmp_path, SEEN, KEY)
    found = find(tmp_path)
    assert found is not None
    assert found.mark == SEEN
    assert found.is_sealed_with(KEY)
    assert not found.is_sealed_with(bytes(32))
    assert written(SEEN, KEY).startswith(b"CVWITN\0\1")


def test_no_flipped_bit_of_a_mark_is_taken_for_truth(tmp_path: Path) -> None:
    whole = written(SEEN, KEY)
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1
        (tmp_path / files.MARK).write_bytes(flipped)
        found = find(tmp_path)
        assert found is not None
        assert found.mark is None or not found.is_sealed_with(KEY)


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b"[]",
        b'{"gen":1,"hash":"00","incarnation":1,"seq":1}',
        b'{"gen":true,"hash":"%b","incarnation":1,"seq":1}' % (b"00" * 32),
        b'{"gen":1,"hash":"%b","incarnation":-1,"seq":1}' % (b"00" * 32),
        b'{"gen":1,"hash":"%b","incarnation":1,"seq":1,"x":1}' % (b"00" * 32),
    ],
)
def test_a_mark_that_makes_no_sense_is_none(body: bytes, tmp_path: Path) -> None:
    data = b"CVWITN\0\1" + len(body).to_bytes(4, "big") + body + bytes(32)
    (tmp_path / files.MARK).write_bytes(data)
    found = find(tmp_path)
    assert found is not None
    assert found.mark is None


def test_the_mark_follows_a_change_within_two_seconds(
    quick_cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert watch.LATEST_SECONDS < 2
    monkeypatch.setattr(watch, "LATEST_SECONDS", 0.1)
    vault = Vault.open(quick_cabinet, PASSWORD)
    before = (quick_cabinet / files.MARK).read_bytes()
    with vault.begin() as db:
        made = journal.write(db, "settings.change", "", vault._clock())
    for _ in range(100):
        time.sleep(0.02)
        if (quick_cabinet / files.MARK).read_bytes() != before:
            break
    found = find(quick_cabinet)
    assert found is not None
    assert found.mark == Mark(1, 1, made.seq, made.hash)
    vault.lock()


def test_reading_does_not_touch_the_mark(quick_cabinet: Path) -> None:
    before = (quick_cabinet / files.MARK).stat()
    vault = Vault.open(quick_cabinet, PASSWORD)
    with vault.begin() as db:
        db.exec_driver_sql("SELECT * FROM settings").all()
    vault.write_mark()
    vault.lock()
    after = (quick_cabinet / files.MARK).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_locking_writes_the_mark_at_once_and_forgets_the_key(quick_cabinet: Path) -> None:
    vault = Vault.open(quick_cabinet, PASSWORD)
    with vault.begin() as db:
        made = journal.write(db, "settings.change", "", vault._clock())
    witness = vault._witness
    assert any(witness)
    vault.lock()
    assert not any(witness)
    found = find(quick_cabinet)
    assert found is not None
    assert found.mark is not None
    assert found.mark.seq == made.seq


def test_a_disk_that_refuses_the_mark_is_asked_again(tmp_path: Path) -> None:
    keeper = MarkKeeper(tmp_path / "gone", bytearray(KEY), None)
    keeper.grown(SEEN)
    with pytest.raises(OSError, match="No such file"):
        keeper.write()
    (tmp_path / "gone").mkdir()
    keeper.write()
    assert find(tmp_path / "gone") is not None
    keeper.end()


def test_nothing_is_written_after_the_end(tmp_path: Path) -> None:
    keeper = MarkKeeper(tmp_path, bytearray(KEY), None)
    keeper.grown(SEEN)
    keeper.end()
    keeper.write()
    keeper._later()
    assert mark.find(tmp_path) is None
