"""Parcels open with their password and with nothing else."""

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
