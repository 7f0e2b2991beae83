"""The cost of a guess, measured (security design, 5.4)."""

from dataclasses import replace

import pytest

from gbvcase.domain.errors import NotEnoughMemory
from gbvcase.sealing.slots import DEFAULT, FLOOR, Cost
from gbvcase.vault.cost import measured, seconds_for

GIB = 2**30


def computer(per_mib_and_round: float) -> object:
    return lambda cost: cost.m / 1024 * cost.t * per_mib_and_round


@pytest.mark.parametrize(
    ("memory", "speed", "expected"),
    [
        (16 * GIB, 0.63 / 256 / 3, Cost(262_144, 4, 4)),  # a good computer: one round more
        (16 * GIB, 1.9 / 256 / 3, Cost(262_144, 3, 4)),
        (16 * GIB, 2.1 / 256 / 3, Cost(131_072, 3, 4)),  # too slow for 256 MiB
        (16 * GIB, 9.0 / 256 / 3, Cost(65_536, 3, 4)),  # never below the floor
        (1 * GIB, 0.63 / 256 / 3, Cost(131_072, 7, 4)),  # at most an eighth of the memory
        (GIB // 4, 0.63 / 256 / 3, Cost(65_536, 14, 4)),
        (16 * GIB, 0.0001 / 256 / 3, Cost(262_144, 32, 4)),  # not above what is read again
    ],
)
def test_the_cost_follows_the_computer(memory: int, speed: float, expected: Cost) -> None:
    cost = measured(computer(speed), memory)  # type: ignore[arg-type]
    assert cost == expected
    assert cost.is_allowed()


def test_too_little_memory_leads_to_a_smaller_cost_and_in_the_end_to_a_sentence() -> None:
    def hungry(cost: Cost) -> float:
        if cost.m > FLOOR.m:
            raise NotEnoughMemory
        return 1.0

    assert measured(hungry, 16 * GIB) == FLOOR

    def starving(cost: Cost) -> float:
        raise NotEnoughMemory

    with pytest.raises(NotEnoughMemory):
        measured(starving, 16 * GIB)


def test_a_derivation_is_really_timed() -> None:
    assert 0.01 < seconds_for(FLOOR) < 30
    assert replace(DEFAULT, m=FLOOR.m) == FLOOR
