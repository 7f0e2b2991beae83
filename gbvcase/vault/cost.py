"""How dear a guess at the password is made: as dear as this computer can bear at each unlock."""

import time
from collections.abc import Callable
from dataclasses import replace

from gbvcase.domain.errors import NotEnoughMemory
from gbvcase.sealing import slots
from gbvcase.sealing.slots import FLOOR, Cost, stretch
from gbvcase.vault import platforms
from gbvcase.vault.keyfile import KeyFile

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
    default = slots.DEFAULT
    for m in _memories(default.m):
        cost = replace(default, m=m)
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


def _memories(largest: int) -> tuple[int, ...]:
    """Return what is tried: the default, then half of it, and so on down to the floor."""
    found = []
    while largest > FLOOR.m:
        found.append(largest)
        largest //= 2
    return (*found, FLOOR.m)


def cost_of(key_file: KeyFile) -> Cost:
    """Return what a guess at the password of a vault costs now; measured if it has none."""
    slot = key_file.slot("password")
    if slot is None:
        return measured()
    return Cost(*(slot["kdf"][name] for name in ("m", "t", "p")))
