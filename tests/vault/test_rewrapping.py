"""A later version asks more of a guess (security design, 5.4): the password's slot follows."""

import errno
from contextlib import suppress
from pathlib import Path

import pytest

from gbvcase.domain.errors import DiskFailing, DiskFull, NotEnoughMemory, WrongPassword
from gbvcase.sealing import slots
from gbvcase.sealing.slots import FLOOR, Cost
from gbvcase.vault import files, journal, keyfile, rewrapping
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD
from tests.vault.faults import Fault, steps

DEARER = Cost(m=131_072, t=4, p=4)


@pytest.fixture
def raised(quick_cabinet: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault made for the floor, under a program that asks for more."""
    monkeypatch.setattr(slots, "DEFAULT", Cost(m=524_288, t=3, p=4))
    monkeypatch.setattr(rewrapping, "measured", lambda: DEARER)
    return quick_cabinet


def cost_in(folder: Path, name: str = files.KEY) -> Cost:
    slot = keyfile.understood((folder / name).read_bytes()).slot("password")
    assert slot is not None
    return Cost(*(slot["kdf"][part] for part in ("m", "t", "p")))


def entries(vault: Vault) -> list[dict[str, object]]:
    with vault.begin() as db:
        last = journal.head(db).seq
        found = [journal.entry_at(db, seq) for seq in range(1, last + 1)]
    return [entry[1] for entry in found if entry and entry[1]["act"] == "password.rewrap"]


def test_the_next_unlock_makes_the_slot_anew_once_and_says_so(raised: Path) -> None:
    assert cost_in(raised) == FLOOR
    with pytest.raises(WrongPassword):
        Vault.open(raised, "wrong")
    assert cost_in(raised) == FLOOR  # a wrong password changes nothing
    for _ in range(3):
        vault = Vault.open(raised, PASSWORD)
        (entry,) = entries(vault)
        vault.lock()
    assert (entry["cost"], entry["made_anew"]) == ({"m": 131_072, "p": 4, "t": 4}, True)
    assert {cost_in(raised), cost_in(raised, files.SECOND_KEY)} == {DEARER}
    with pytest.raises(WrongPassword):
        Vault.open(raised, "wrong")


def test_the_paper_still_opens_after_it(raised: Path, quick_path: Path) -> None:
    vault, number = Vault.create(quick_path / "new", PASSWORD, cost=FLOOR)
    vault.lock()
    vault = Vault.open(quick_path / "new", PASSWORD)
    assert len(entries(vault)) == 1
    vault.lock()
    assert cost_in(quick_path / "new") == DEARER
    Vault.open_by_recovery(quick_path / "new", number).lock()


def test_while_nothing_is_asked_anew_nothing_is_measured(
    quick_cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measured() -> Cost:
        raise AssertionError

    monkeypatch.setattr(rewrapping, "measured", measured)
    vault = Vault.open(quick_cabinet, PASSWORD)
    assert entries(vault) == []
    vault.lock()


def test_a_computer_that_cannot_bear_more_keeps_its_cost_and_is_asked_once(
    raised: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def measured() -> Cost:
        asked.append(1)
        return FLOOR

    monkeypatch.setattr(rewrapping, "measured", measured)
    for _ in range(3):
        vault = Vault.open(raised, PASSWORD)
        (entry,) = entries(vault)
        vault.lock()
    assert entry["made_anew"] is False
    assert asked == [1]
    assert cost_in(raised) == FLOOR


def test_too_little_memory_now_means_once_more_at_another_time(
    raised: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measured() -> Cost:
        raise NotEnoughMemory

    with monkeypatch.context() as patch:
        patch.setattr(rewrapping, "measured", measured)
        vault = Vault.open(raised, PASSWORD)
        assert entries(vault) == []
        vault.lock()
    vault = Vault.open(raised, PASSWORD)
    assert len(entries(vault)) == 1
    vault.lock()


def test_whatever_fails_meanwhile_the_password_opens(raised: Path) -> None:
    whole = {path: path.read_bytes() for path in raised.iterdir()}
    kinds = frozenset({"write", "sync", "rename"})
    made = 0
    for at in range(1, 30):
        for path, data in whole.items():
            path.write_bytes(data)
        fault = Fault(at, errno.ENOSPC, kinds=kinds)
        # a full disk may also stop the unlock itself
        with steps(fault.step), suppress(DiskFull, DiskFailing):
            Vault.open(raised, PASSWORD).lock()
        again = Vault.open(raised, PASSWORD)
        made += len(entries(again))
        again.lock()
        assert cost_in(raised) == cost_in(raised, files.SECOND_KEY) == DEARER
    assert made >= 25
