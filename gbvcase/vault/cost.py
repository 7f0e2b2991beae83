"""How dear a guess at the password is made: as dear as this computer can bear at each unlock."""

import time
from collections.abc import Callable
from dataclasses import replace

from gbvcase.domain.errors import NotEnoughMemory
from gbvcase.sealing.slots import DEFAULT, FLOOR, Cost, stretch
from gbvcase.vault import platforms

_MEMORIES = (262_144, 131_072, 65_536)
_SHARE_OF_MEMORY = 8
_LONGEST = 2.0
_SHORTEST = 0.7
_MOST_ROUNDS = 32


def seconds_for(cost: Cost) -> float:
    """Return how long one derivation takes here."""
    begun = time.perf_counter()
    stretch(b"a password of nobody", bytes(16), cost)
    return time.perf_counter() - begun


def measured(seconds: Callable[[Cost], float] = seconds_for, memory: int | None = None) -> Cost:
    """Return the cost for a new password on this computer, after measuring."""
    here = platforms.HERE.physical_memory() if memory is None else memory
    for m in _MEMORIES:
        cost = replace(DEFAULT, m=m)
        if m != FLOOR.m and m * 1024 * _SHARE_OF_MEMORY > here:
            continue
        try:
            took = seconds(cost)
        except NotEnoughMemory:
            if m == FLOOR.m:
                raise
            continue
        if took <= _LONGEST or m == FLOOR.m:
            break
    rounds = cost.t
    if took < _SHORTEST:
        rounds = min(_MOST_ROUNDS, -(-int(cost.t * _SHORTEST * 1000) // max(1, int(took * 1000))))
    return replace(cost, t=max(cost.t, rounds))
