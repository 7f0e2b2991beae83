"""Catalogue rows K01, K06, K08 and K12, and the vectors of the key file."""

import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from gbvcase.domain.errors import (
    GbvcaseError,
    VaultDamaged,
    VaultFromNewerProgram,
    VaultMissing,
    VaultTampered,
)
from gbvcase.sealing import canonical
from gbvcase.sealing.keys import vault_keys
from gbvcase.sealing.slots import (
    FLOOR,
    make_pair_slot,
    make_password_slot,
    make_recovery_slot,
    open_password_slot,
)
from gbvcase.vault import files
from gbvcase.vault.keyfile import KeyFile, confirm, find, mend, save, understood, written

VAULT_ID = bytes(range(16))
ROOT = bytes(range(0x20, 0x40))
PASSWORD = "Mật khẩu dài 2026 an toàn"
PAPER = "age1nre6epxw7ehn696ymdj6954dgxsqtsrnf57zcsa7ct8920xd5a0q8a4xp6"
KEYS = vault_keys(ROOT, VAULT_ID, 1)


@pytest.fixture(scope="module")
def of_the_vectors() -> bytes:
    slot = make_password_slot(
        ROOT,
        PASSWORD,
        vault_id=VAULT_ID,
        gen=1,
        cost=FLOOR,
        slot_id=b"\1" * 8,
        salt=bytes(range(0x10, 0x20)),
        nonce=b"\2" * 12,
    )
    return written(KeyFile(VAULT_ID, 1, "data-00000001.db", (slot,)), KEYS.header_mac)


@pytest.fixture(scope="module")
def with_every_slot(of_the_vectors: bytes) -> bytes:
    who = {"fp": "00" * 16, "recipient": PAPER}
    slots = (
        *understood(of_the_vectors).slots,
        make_recovery_slot(ROOT, PAPER, vault_id=VAULT_ID, gen=1),
        make_pair_slot(ROOT, who, who, vault_id=VAULT_ID, gen=1),
    )
    return written(KeyFile(VAULT_ID, 1, "data-00000001.db", slots), KEYS.header_mac)


def body_of(raw: bytes) -> Any:
    return canonical.loads(raw[12:-64])


def sealed(body: bytes) -> bytes:
    """A key file with a checksum that fits: only its seal is not ours."""
    data = b"CVAULT\0\1" + len(body).to_bytes(4, "big") + body
    return data + sha256(data).digest() + bytes(32)


def test_the_key_file_is_the_one_of_the_vectors(of_the_vectors: bytes) -> None:
    assert len(of_the_vectors) == 589
    assert sha256(of_the_vectors).hexdigest() == (
        "cdf0f3c561a9c026834c5817fe6d5aee2d2c5a10e02241287f4f603195eb3673"
    )


def test_what_was_written_is_read_back(with_every_slot: bytes) -> None:
    read = understood(with_every_slot)
    confirm(with_every_slot, KEYS.header_mac)
    assert (read.vault_id, read.gen, read.db) == (VAULT_ID, 1, "data-00000001.db")
    assert [slot["type"] for slot in read.slots] == ["password", "recovery", "pair"]
    assert open_password_slot(read.slots[0], PASSWORD, VAULT_ID) == ROOT
    assert written(read, KEYS.header_mac) == with_every_slot


def test_each_flipped_bit_is_damage(with_every_slot: bytes) -> None:
    for place in range(len(with_every_slot)):
        for bit in range(8):
            flipped = bytearray(with_every_slot)
            flipped[place] ^= 1 << bit
            with pytest.raises((VaultDamaged, VaultFromNewerProgram)):
                understood(bytes(flipped))
                confirm(bytes(flipped), KEYS.header_mac)


def test_a_flipped_bit_leads_to_the_second_copy(with_every_slot: bytes, tmp_path: Path) -> None:
    save(tmp_path, with_every_slot)
    for place in range(0, len(with_every_slot), 97):
        flipped = bytearray(with_every_slot)
        flipped[place] ^= 1
        (tmp_path / files.KEY).write_bytes(flipped)
        found = find(tmp_path)
        if place < len(with_every_slot) - 32:  # the seal is looked at only with a key
            assert found.first_was_damaged
            assert found.raw == with_every_slot
            mend(tmp_path, found)
            assert (tmp_path / files.KEY).read_bytes() == with_every_slot
        else:
            with pytest.raises(VaultTampered):
                confirm(found.raw, KEYS.header_mac)


def mutated(raw: bytes, chance: Random) -> bytes:
    data = bytearray(raw)
    for _ in range(chance.randrange(1, 4)):
        place = chance.randrange(len(data))
        match chance.randrange(5):
            case 0:
                data[place] ^= 1 << chance.randrange(8)
            case 1:
                data[place] = chance.randrange(256)
            case 2:
                del data[place : place + chance.randrange(1, 40)]
            case 3:
                data[place:place] = chance.randbytes(chance.randrange(1, 40))
            case 4:
                other = chance.randrange(len(data))
                data[place : place + 8] = data[other : other + 8]
        data = data or bytearray(b"x")
    if chance.random() < 0.5 and len(data) > 76:
        body = bytes(data[12:-64])
        return sealed(body)
    return bytes(data)


def mutate(raw: bytes, times: int, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same mutations in every run
    worst = 0.0
    for _ in range(times):
        data = mutated(raw, chance)
        if data == raw:
            continue
        begun = time.process_time()
        with pytest.raises(GbvcaseError):
            understood(data)
            confirm(data, KEYS.header_mac)
        worst = max(worst, time.process_time() - begun)
    assert worst < 0.1


def test_twenty_thousand_mutations_give_the_typed_error(with_every_slot: bytes) -> None:
    mutate(with_every_slot, 20_000, seed=6)


@pytest.mark.long
def test_two_million_mutations_give_the_typed_error(with_every_slot: bytes) -> None:
    mutate(with_every_slot, 2_000_000, seed=66)


@pytest.mark.parametrize(
    "change",
    [
        {"suite": "S2"},
        {"min_reader": 2},
        {"slots": [{"type": "fingertip", "id": "00" * 8, "gen": 1}]},
        {"colour": "blue"},
    ],
)
def test_what_a_newer_version_wrote_is_refused_as_newer(
    change: dict[str, Any], of_the_vectors: bytes
) -> None:
    with pytest.raises(VaultFromNewerProgram):
        understood(sealed(canonical.dumps(body_of(of_the_vectors) | change)))


def test_a_newer_slot_and_a_newer_form_are_refused_as_newer(of_the_vectors: bytes) -> None:
    body = body_of(of_the_vectors)
    body["slots"][0]["hint"] = "x"
    with pytest.raises(VaultFromNewerProgram):
        understood(sealed(canonical.dumps(body)))
    newer = bytearray(of_the_vectors)
    newer[7] = 2
    newer[-64:-32] = sha256(newer[:-64]).digest()
    with pytest.raises(VaultFromNewerProgram):
        understood(bytes(newer))


WRONG = {
    "db": ("data-1.db", "../data-00000001.db", "data-00000001.db\n", 1, None, ""),
    "gen": (0, -1, True, "1", 2**52, None),
    "min_reader": (0, True, "1", None),
    "suite": (1, None, "", "s1"),
    "vault_id": ("00", "zz" * 16, "AA" * 16, 5, None),
    "slots": ([], {}, None, "x", [None], [1], [{}]),
}


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, many in WRONG.items() for v in many])
def test_a_wrong_value_is_refused(name: str, value: object, of_the_vectors: bytes) -> None:
    with pytest.raises(GbvcaseError):
        understood(sealed(canonical.dumps({**body_of(of_the_vectors), name: value})))


KDF = {
    "m": (65_535, 1_048_577, -1, True, 2**52, "65536", None),
    "t": (2, 33, 0, -3, True, 2**52, None),
    "p": (0, 9, -1, True, 2**52, None),
    "v": (16, 18, True, "19", None),
    "salt": ("00", "", None, 7),
    "alg": ("argon2d", None, 1),
}


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, many in KDF.items() for v in many])
def test_a_cost_out_of_bounds_never_reaches_the_derivation(
    name: str, value: object, of_the_vectors: bytes
) -> None:
    body = body_of(of_the_vectors)
    body["slots"][0]["kdf"][name] = value
    begun = time.perf_counter()
    with pytest.raises((VaultDamaged, VaultFromNewerProgram)):
        understood(sealed(canonical.dumps(body)))
    assert time.perf_counter() - begun < 0.05


def test_there_is_at_most_one_password_and_at_most_fifteen_pairs(with_every_slot: bytes) -> None:
    body = body_of(with_every_slot)
    password, recovery, pair = body["slots"]
    for many in ([password] * 2, [pair] * 16, [recovery] * 25):
        with pytest.raises(VaultDamaged):
            understood(sealed(canonical.dumps(body | {"slots": many})))
    for few in ([pair] * 15 + [password] + [recovery] * 8, [recovery]):
        understood(sealed(canonical.dumps(body | {"slots": few})))


def test_every_missing_field_is_damage(with_every_slot: bytes) -> None:
    whole = body_of(with_every_slot)
    for name in whole:
        with pytest.raises(VaultDamaged):
            understood(sealed(canonical.dumps({k: v for k, v in whole.items() if k != name})))
    for place, slot in enumerate(whole["slots"]):
        for name in slot:
            slots = list(whole["slots"])
            slots[place] = {k: v for k, v in slot.items() if k != name}
            with pytest.raises(VaultDamaged):
                understood(sealed(canonical.dumps(whole | {"slots": slots})))


def test_a_folder_without_keys_is_told_from_one_that_lost_them(tmp_path: Path) -> None:
    for missing in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(VaultMissing):
            find(missing)
    (tmp_path / "data-00000001.db").write_bytes(b"")
    with pytest.raises(VaultDamaged):
        find(tmp_path)


def test_the_first_copy_wins_and_a_missing_one_is_written_again(
    of_the_vectors: bytes, with_every_slot: bytes, tmp_path: Path
) -> None:
    (tmp_path / files.KEY).write_bytes(of_the_vectors)
    (tmp_path / files.SECOND_KEY).write_bytes(with_every_slot)
    found = find(tmp_path)
    assert (found.raw, found.copies_differ) == (of_the_vectors, True)
    mend(tmp_path, found)
    assert (tmp_path / files.SECOND_KEY).read_bytes() == of_the_vectors
    (tmp_path / files.KEY).unlink()
    found = find(tmp_path)
    assert found.first_was_damaged
    mend(tmp_path, found)
    assert not find(tmp_path).copies_differ


@pytest.mark.parametrize("data", [b"", b"x", bytes(100), b"CVAULT\0\1", b"CVAULT\0\1" * 20_000])
def test_what_was_never_a_key_file_is_damage(data: bytes, tmp_path: Path) -> None:
    (tmp_path / files.KEY).write_bytes(data)
    (tmp_path / files.SECOND_KEY).mkdir()
    with pytest.raises(VaultDamaged):
        find(tmp_path)


def test_reading_a_key_file_waits_for_no_database() -> None:
    script = """
import sys
import gbvcase.vault.keyfile
import gbvcase.vault.vault
sys.exit(bool({"sqlalchemy", "sqlcipher3", "zxcvbn"} & set(sys.modules)))
"""
    subprocess.run([sys.executable, "-c", script], check=True)
