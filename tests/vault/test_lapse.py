from datetime import datetime, timedelta

from gbvcase.vault.journal import write
from gbvcase.vault.lapse import CONFIRMED, Lapse, lapse_since
from gbvcase.vault.vault import Vault
from tests.builders import NOW

DAY = timedelta(days=1)


def after(vault: Vault, days: list[float], now: float, act: str = "case.amend") -> Lapse:
    """Work on some days after NOW, look on another, and leave no trace of it."""

    class _Undo(Exception):
        pass

    found: list[Lapse] = []
    try:
        with vault.begin() as db:
            write(db, "case.open", "", NOW)
            for number, day in enumerate(days):
                write(db, act if number == len(days) - 1 else "case.amend", "", NOW + day * DAY)
            found.append(lapse_since(db, NOW, NOW + now * DAY))
            raise _Undo
    except _Undo:
        return found[0]


def test_days_of_work_are_counted_and_each_once(vault: Vault) -> None:
    assert after(vault, [1, 1.1, 2, 3, 6, 7], 8) == Lapse(5, jumped=False)
    assert after(vault, [1, 2, 3, 6, 7], 8).is_sure


def test_a_clock_that_jumps_is_believed_neither_at_once_nor_after_a_day_of_work(
    vault: Vault,
) -> None:
    assert not after(vault, [], 8).is_sure  # nobody has worked since
    assert not after(vault, [8, 8.1, 8.2], 8.3).is_sure
    assert after(vault, [], 3650) == Lapse(0, jumped=True)
    assert after(vault, [3650, 3651, 3652, 3653, 3654, 3655], 3656).jumped


def test_a_clock_that_is_set_back_makes_nothing_older(vault: Vault) -> None:
    back = (datetime(1970, 1, 2, tzinfo=NOW.tzinfo) - NOW) / DAY
    assert after(vault, [back], 1) == Lapse(0, jumped=True)
    assert after(vault, [1, back, 2], 3).jumped
    assert after(vault, [1, 400], 8).jumped  # ahead for a while, and set right again


def test_a_long_pause_is_believed_once_a_person_has_said_that_the_clock_is_right(
    vault: Vault,
) -> None:
    assert after(vault, [60], 60.1).jumped
    assert not after(vault, [60], 60.1, CONFIRMED).jumped
