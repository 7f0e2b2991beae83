"""Catalogue row K14: failed unlocks are counted, shown and answered with pauses."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gbvcase.domain.errors import TooSoon, WrongPassword
from gbvcase.domain.marking import ENGLISH
from gbvcase.vault import attempts, files
from gbvcase.vault.notices import NoticeKind, spoken
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD

NOON = datetime(2025, 3, 1, 5, 0, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def go(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def test_after_five_failures_each_further_one_costs_a_longer_pause(quick_cabinet: Path) -> None:
    clock = Clock()
    waits = []
    for _ in range(14):
        with pytest.raises(WrongPassword) as wrong:
            Vault.open(quick_cabinet, "wrong", clock=clock)
        waits.append(wrong.value.wait)
        clock.go(wrong.value.wait)
    assert waits == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]
    assert wrong.value.said(ENGLISH).endswith("wait 300 seconds before the next try.")
    vault = Vault.open(quick_cabinet, PASSWORD, clock=clock)
    (notice,) = vault.notices
    assert notice.kind is NoticeKind.FAILED_ATTEMPTS
    assert notice.details["count"] == 14
    assert "14" in notice.said(ENGLISH)
    vault.lock()
    again = Vault.open(quick_cabinet, PASSWORD, clock=clock)
    assert again.notices == ()
    again.lock()


def test_during_a_pause_not_even_the_right_password_is_tried(quick_cabinet: Path) -> None:
    clock = Clock()
    for _ in range(6):
        with pytest.raises(WrongPassword):
            Vault.open(quick_cabinet, "wrong", clock=clock)
        clock.go(5)
    with pytest.raises(TooSoon) as early:
        Vault.open(quick_cabinet, PASSWORD, clock=clock)
    assert early.value.wait == 5
    clock.go(4.5)
    with pytest.raises(TooSoon) as early:
        Vault.open(quick_cabinet, PASSWORD, clock=clock)
    assert early.value.wait == 1
    clock.go(0.5)
    Vault.open(quick_cabinet, PASSWORD, clock=clock).lock()


def test_a_clock_set_back_keeps_the_pause_and_erases_nothing(quick_cabinet: Path) -> None:
    clock = Clock()
    for _ in range(8):
        clock.go(1000)
        with pytest.raises(WrongPassword):
            Vault.open(quick_cabinet, "wrong", clock=clock)
    clock.go(-86_400 * 365)
    with pytest.raises(TooSoon) as early:
        Vault.open(quick_cabinet, PASSWORD, clock=clock)
    assert early.value.wait == 40
    assert attempts.read(quick_cabinet, clock.now).count == 8
    clock.go(40)
    vault = Vault.open(quick_cabinet, PASSWORD, clock=clock)
    assert vault.notices[0].details["count"] == 8
    vault.lock()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"{}",
        b'{"at":1,"count":"x"}',
        b'{"at":-9007199254740991,"count":7}',
        bytes(10_000),
    ],
)
def test_a_damaged_count_keeps_nobody_out(data: bytes, quick_cabinet: Path) -> None:
    (quick_cabinet / files.TRIES).write_bytes(data)
    Vault.open(quick_cabinet, PASSWORD).lock()


def test_times_are_said_by_the_clock_of_the_country_wherever_the_computer_thinks_it_is() -> None:
    assert spoken(datetime(2026, 11, 24, 17, 8, tzinfo=UTC)) == "25/11/2026 00:08"
    assert spoken(None) == "-"
