"""Parcels open with their password and with nothing else."""

from random import Random

import pytest

from gbvcase.sealing.parcels import ParcelShut, ParcelTooHeavy, seal, unseal

SECRET = "năm từ để mở bưu kiện"


def test_a_parcel_opens_with_its_password_only() -> None:
    sealed = seal(b"noi dung", SECRET)
    assert unseal(sealed, SECRET) == b"noi dung"
    with pytest.raises(ParcelShut):
        unseal(sealed, SECRET.upper())
    with pytest.raises(ParcelShut):
        unseal(sealed[:-1], SECRET)


def test_a_parcel_that_asks_for_far_too_much_work_is_refused_at_once() -> None:
    sealed = seal(b"noi dung", SECRET)
    line = sealed.split(b"\n")[1]
    work = int(line.split()[-1])
    heavy = sealed.replace(line, line[: -len(str(work))] + str(work + 9).encode())
    with pytest.raises(ParcelTooHeavy):
        unseal(heavy, SECRET)


def test_a_changed_parcel_is_refused_and_nothing_worse() -> None:
    refused(rounds=8, seed=1)


@pytest.mark.long
def test_hundreds_of_changed_parcels_are_refused_and_nothing_worse() -> None:
    refused(rounds=400, seed=2)


def refused(rounds: int, seed: int) -> None:
    """Flip one bit anywhere, cut, or lengthen: only our own error, and never an opened parcel."""
    chance = Random(seed)  # noqa: S311 - places, not secrets
    sealed = seal(b"noi dung" * 40, SECRET)
    for number in range(rounds):
        changed = bytearray(sealed)
        place = chance.randrange(len(changed))
        if number % 4 == 2:
            del changed[place:]
        elif number % 4 == 3:
            changed += bytes([chance.randrange(256)])
        else:
            changed[place] ^= 1 << chance.randrange(8)
        with pytest.raises((ParcelShut, ParcelTooHeavy)):
            unseal(bytes(changed), SECRET)
