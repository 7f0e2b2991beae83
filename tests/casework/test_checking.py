"""The daily check: when it is due, what it keeps, what it does about damage."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gbvcase.casework.cases import new_case
from gbvcase.casework.checking import check_now, is_check_due, last_check
from gbvcase.casework.desk import Desk
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.errors import Cancelled, VaultDamaged, VaultHeld
from gbvcase.domain.marking import ENGLISH
from gbvcase.vault import engine, files
from gbvcase.vault.notices import NoticeKind
from tests.builders import NOW, a_case
from tests.casework.conftest import PASSWORD

PAGE = 4096


def test_a_check_is_due_once_a_day(desk: Desk) -> None:
    assert is_check_due(desk)
    assert last_check(desk) is None
    heard: list[tuple[int, int]] = []
    assert check_now(desk, lambda *told: heard.append(told)).is_whole
    assert [done for done, _ in dict.fromkeys(heard)] == [0, 1, 2]
    assert not is_check_due(desk)
    found = last_check(desk)
    assert found is not None
    assert found.at == NOW
    for days in (1, -1):  # tomorrow, and when the clock was wrong at the last check
        assert is_check_due(replace(desk, clock=lambda days=days: NOW + timedelta(days=days)))


@pytest.mark.parametrize("step", [0, 1, 2])
def test_a_check_that_is_stopped_says_nothing_of_the_cabinet(desk: Desk, step: int) -> None:
    def stop(done: int, total: int) -> None:
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_now(desk, stop)
    assert is_check_due(desk)
    assert check_now(desk).is_whole


def test_damage_that_a_check_finds_stops_all_writing_until_it_is_whole_again(
    cabinet: Path,
) -> None:
    database = cabinet / files.database_name(1)
    desk = open_desk(cabinet, PASSWORD)
    desk.vault.lock()
    whole = database.read_bytes()
    spoilt = bytearray(whole)
    spoilt[-PAGE + 50] ^= 1
    database.write_bytes(spoilt)
    desk = open_desk(cabinet, PASSWORD)
    found = check_now(desk)
    assert not found.is_whole
    assert "Damaged pages: 1." in list(found.said(ENGLISH))
    with pytest.raises(VaultDamaged):
        new_case(desk, a_case().client, a_case().intake, ())
    desk.vault.lock()
    (kept,) = cabinet.glob("kept-*")
    assert (kept / database.name).read_bytes() == spoilt

    again = open_desk(cabinet, PASSWORD)
    (notice,) = again.vault.notices
    assert notice.kind is NoticeKind.STOPPED
    assert "damaged place" in notice.said(ENGLISH)
    with pytest.raises(VaultHeld):
        new_case(again, a_case().client, a_case().intake, ())
    with pytest.raises(VaultDamaged):
        again.vault.go_on()
    again.vault.lock()
    assert len(list(cabinet.glob("kept-*"))) == 1

    database.write_bytes(whole)  # it was the cable
    mended = open_desk(cabinet, PASSWORD)
    assert mended.vault.is_read_only
    assert check_now(mended).is_whole
    assert not mended.vault.is_read_only
    mended.vault.lock()
    last = open_desk(cabinet, PASSWORD)
    assert last.vault.notices == ()
    last.vault.lock()


def test_a_changed_journal_is_found_and_stops_nobody_from_writing(
    desk: Desk, cabinet: Path
) -> None:
    new_case(desk, a_case().client, a_case().intake, ())
    connection = desk.vault.working()
    with engine.raw(connection) as plain:
        plain.execute("DROP TRIGGER journal_is_not_changed")
        plain.execute("UPDATE journal SET entry = '{}' WHERE seq = 1")
    found = check_now(desk)
    assert not found.is_whole
    assert not found.is_damaged
    assert "The journal was changed from entry 1 on." in list(found.said(ENGLISH))
    assert last_check(desk) is None
    new_case(desk, a_case().client, a_case().intake, ())
    assert not list(cabinet.glob("kept-*"))
