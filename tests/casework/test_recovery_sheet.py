"""The recovery sheet after its first day: reminded of, rehearsed, made anew."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gbvcase.casework.desk import Desk
from gbvcase.casework.recovery_sheet import (
    ReminderKind,
    confirm_recovery_sheet,
    new_recovery_sheet,
    put_reminder_off,
    recovery_reminder,
    rehearse,
)
from gbvcase.casework.upkeep import create_cabinet, open_by_recovery, open_desk
from gbvcase.domain.errors import WrongPassword, WrongRecoveryNumber
from gbvcase.domain.marking import ENGLISH
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import journal
from tests.builders import NOW
from tests.casework.conftest import PASSWORD, PROFILE

DAY = timedelta(days=1)
OTHER = "tre nua rung xa suoi"


def after(desk: Desk, days: int) -> Desk:
    """The same desk, some days later."""
    return replace(desk, clock=lambda: NOW + days * DAY)


def acts(desk: Desk) -> list[str]:
    with desk.vault.begin() as db:
        last = journal.head(db).seq
        entries = [journal.entry_at(db, seq) for seq in range(1, last + 1)]
    return [str(entry[1]["act"]) for entry in entries if entry is not None]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    desk, number = create_cabinet(tmp_path / "1", PROFILE, PASSWORD, cost=FLOOR)
    yield replace(desk, clock=lambda: NOW), number
    desk.vault.lock()


def test_a_month_passes_between_reminders_until_the_sheet_is_confirmed(desk: Desk) -> None:
    found = recovery_reminder(desk)
    assert found is not None
    assert found.kind is ReminderKind.CONFIRM
    assert "the cases are lost" in found.said(ENGLISH)
    put_reminder_off(desk)
    assert recovery_reminder(after(desk, 29)) is None
    assert recovery_reminder(after(desk, 30)) is not None
    confirm_recovery_sheet(desk)
    assert recovery_reminder(after(desk, 30)) is None
    assert "recovery.confirm" in acts(desk)


def test_a_year_after_the_last_trial_the_number_is_asked_for(made: tuple[Desk, str]) -> None:
    desk, number = made
    confirm_recovery_sheet(desk)
    assert recovery_reminder(after(desk, 364)) is None
    found = recovery_reminder(after(desk, 365))
    assert found is not None
    assert found.kind is ReminderKind.REHEARSE
    assert f"{NOW:%d/%m/%Y}" in found.said(ENGLISH)
    rehearse(after(desk, 365), number.replace("-", " "))
    assert recovery_reminder(after(desk, 365 + 364)) is None
    assert recovery_reminder(after(desk, 365 + 365)) is not None
    assert acts(desk)[-1] == "recovery.rehearse"


def test_a_clock_that_was_wrong_once_silences_no_reminder(desk: Desk) -> None:
    confirm_recovery_sheet(after(desk, 20_000))
    put_reminder_off(after(desk, 20_000))
    assert recovery_reminder(desk) is not None


def test_a_rehearsal_changes_nothing_and_takes_no_other_number(
    made: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, number = made
    other, of_another = create_cabinet(tmp_path / "2", PROFILE, PASSWORD, cost=FLOOR)
    other.vault.lock()
    keys = (tmp_path / "1" / "data.key").read_bytes()
    for wrong in ("", "123456", number[:-1] + ("1" if number[-1] == "0" else "0"), of_another):
        with pytest.raises(WrongRecoveryNumber):
            rehearse(desk, wrong)
    assert recovery_reminder(desk) is not None
    rehearse(desk, number)
    assert (tmp_path / "1" / "data.key").read_bytes() == keys
    assert recovery_reminder(desk) is None


def test_a_new_sheet_opens_and_the_old_one_and_old_keys_do_not(
    made: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, old = made
    folder = tmp_path / "1"
    old_keys = (folder / "data.key").read_bytes()
    confirm_recovery_sheet(desk)
    with pytest.raises(WrongPassword):
        new_recovery_sheet(desk, OTHER)
    heard: list[tuple[int, int]] = []
    new = new_recovery_sheet(desk, PASSWORD, lambda *told: heard.append(told))
    assert heard == [(0, 2), (1, 2)]
    assert new != old
    assert acts(desk)[-1] == "recovery.renew"
    found = recovery_reminder(desk)  # the new one is not on paper yet
    assert found is not None
    assert found.kind is ReminderKind.CONFIRM
    with pytest.raises(WrongRecoveryNumber):
        rehearse(desk, old)
    rehearse(desk, new)
    desk.vault.lock()
    with pytest.raises(WrongRecoveryNumber):
        open_by_recovery(folder, old, OTHER, cost=FLOOR)
    again = open_desk(folder, PASSWORD)  # the password is the same
    again.vault.lock()
    (folder / "data.key").write_bytes(old_keys)  # what somebody kept names a file that is no more
    (folder / "data.key2").write_bytes(old_keys)
    with pytest.raises(Exception, match="VaultDamaged"):
        open_by_recovery(folder, old, OTHER, cost=FLOOR)


def test_practice_is_not_reminded_of_a_sheet(desk: Desk) -> None:
    practice = replace(desk, profile=replace(desk.profile, is_practice=True))
    assert recovery_reminder(practice) is None
