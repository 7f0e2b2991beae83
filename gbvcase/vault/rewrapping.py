"""A dearer guess: when a later version asks more of a guess, the password's slot is made anew.

The vault remembers for which default its slot was made. A computer that could not bear that
default keeps its own cost, and is not measured again at every unlock.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from gbvcase.sealing import slots
from gbvcase.sealing.slots import Cost, make_password_slot
from gbvcase.vault import journal
from gbvcase.vault.cost import measured
from gbvcase.vault.keyfile import KeyFile
from gbvcase.vault.settings import keep_setting, read_setting

MADE_FOR = "password_cost_default"
FIRST_DEFAULT = Cost(m=262_144, t=3, p=4)
"""What the first version asked for: a vault that says nothing was made for this."""


def is_due(db: Connection) -> bool:
    """Tell whether this version asks more of a guess than the one that made the slot."""
    made_for = _cost(read_setting(db, MADE_FOR)) or FIRST_DEFAULT
    return _is_dearer(slots.DEFAULT, made_for)


def rewrapped(
    key_file: KeyFile, root: bytearray, password: str, cost: Cost | None = None
) -> KeyFile | None:
    """Return the key file with a dearer slot for the same password; None if it is dear enough.

    `cost` is measured unless a test gives it.
    """
    slot = key_file.slot("password")
    if slot is None:
        return None
    kdf = slot["kdf"]
    wanted = cost or measured()
    if not _is_dearer(wanted, Cost(kdf["m"], kdf["t"], kdf["p"])):
        return None
    new = make_password_slot(
        root, password, vault_id=key_file.vault_id, gen=key_file.gen, cost=wanted
    )
    kept = tuple(new if one is slot else one for one in key_file.slots)
    return replace(key_file, slots=kept)


def keep_done(db: Connection, key_file: KeyFile, at: datetime, *, is_new: bool) -> None:
    """Write into the journal what a guess costs now, and remember for which default that is."""
    default = slots.DEFAULT
    keep_setting(db, MADE_FOR, [default.m, default.t, default.p])
    slot = key_file.slot("password")
    kdf = {} if slot is None else {name: slot["kdf"][name] for name in ("m", "p", "t")}
    journal.write(db, "password.rewrap", "", at, cost=kdf, made_anew=is_new)


def _is_dearer(one: Cost, other: Cost) -> bool:
    return one.m >= other.m and one.m * one.t > other.m * other.t


def _cost(kept: object) -> Cost | None:
    whole = isinstance(kept, list) and len(kept) == 3 and all(type(n) is int for n in kept)  # noqa: PLR2004
    return Cost(*kept) if whole else None  # type: ignore[misc]
