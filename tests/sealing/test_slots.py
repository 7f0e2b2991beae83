"""The vectors of the security design, section 10, and catalogue rows K03, K04 and K05."""

import time
import unicodedata
from hashlib import sha256

import pytest
from pyrage import x25519

from gbvcase.domain.errors import VaultDamaged, VaultTampered
from gbvcase.sealing import canonical, slots
from gbvcase.sealing.keys import vault_keys
from gbvcase.sealing.slots import (
    FLOOR,
    Cost,
    PasswordUnusable,
    Slot,
    join_shares,
    make_pair_slot,
    make_password_slot,
    make_recovery_slot,
    normalised,
    open_pair_share,
    open_password_slot,
    open_recovery_slot,
    resealed,
    stretch,
)

VAULT_ID = bytes(range(16))
ROOT = bytes(range(0x20, 0x40))
PASSWORD = "Mật khẩu dài 2026 an toàn"


@pytest.fixture(scope="module")
def slot() -> Slot:
    return make_password_slot(
        ROOT,
        PASSWORD,
        vault_id=VAULT_ID,
        gen=1,
        cost=FLOOR,
        slot_id=b"\1" * 8,
        salt=bytes(range(0x10, 0x20)),
        nonce=b"\2" * 12,
    )


def test_the_password_slot_is_the_one_of_the_vectors(slot: Slot) -> None:
    assert slot["commit"] == "73952e2ea94a9cb31616fc7c2b902d531ead3dfde450965821cc5392fb9724c6"
    assert slot["wrap"]["ct"] == (
        "052195da735dd57b3d0141cedc96a94980056d0925b984705b42056be50ed32f"
        "2e9c5c81e943adbbe816dcbf2374d6e6"
    )
    bound = slots._bound_to(slot, VAULT_ID)
    assert sha256(bound).hexdigest() == (
        "09647257ff7ceede493c25e67aefe0feb1b7abca2a7952c716db9b56ed7335a7"
    )


def test_the_key_that_wraps_is_the_one_of_the_vectors() -> None:
    kek, _ = slots._kek_and_commit(
        normalised(PASSWORD), bytes(range(0x10, 0x20)), FLOOR, VAULT_ID, b"\1" * 8
    )
    assert kek.hex() == "30a5ac29bcd1ded9d885c84bf83cda21e973cd7537e732ceaa5fdf1eac0111a5"


def test_the_keys_of_a_generation_are_those_of_the_vectors() -> None:
    keys = vault_keys(ROOT, VAULT_ID, 1)
    assert (keys.database.hex(), keys.header_mac.hex()) == (
        "c24d25df87b05913c8762cd5419760cf605f6903b96778cdb4b189cc08b6eaa0",
        "83d0be875b7840a0c0f33937ff4f871a60cd652c0bb36a690a95383c552341fc",
    )
    assert (keys.witness.hex(), keys.backup.hex()) == (
        "7803a396a174946199eecce39deba2d4fde069af911b95a3ced80de69a26df15",
        "57e25f9550f2a802c7e0a39415a3fc7d44d669641a1828fcec099e85d412c78a",
    )


def test_keys_can_be_overwritten() -> None:
    keys = vault_keys(ROOT, VAULT_ID, 1)
    keys.wipe()
    assert keys.database == keys.header_mac == keys.witness == keys.backup == bytes(32)


@pytest.mark.parametrize(
    "typed",
    [
        PASSWORD,
        unicodedata.normalize("NFD", PASSWORD),
        "M\u00e2\u0323t kh\u00e2\u0309u d\u00e0i 2026 an to\u00e0n",
        PASSWORD.replace("2026", "\uff12\uff10\uff12\uff16"),  # full-width digits
    ],
)
def test_every_keyboard_gives_the_same_password(typed: str, slot: Slot) -> None:
    assert normalised(typed).hex() == (
        "4de1baad74206b68e1baa9752064c3a069203230323620616e20746fc3a06e"
    )
    assert open_password_slot(slot, typed, VAULT_ID) == ROOT


@pytest.mark.parametrize(
    "typed", ["", "x", PASSWORD[:-1], PASSWORD + " ", "a" * 1024, "a" * 2**20, "a\0b", "\ud800"]
)
def test_another_password_opens_nothing(typed: str, slot: Slot) -> None:
    assert open_password_slot(slot, typed, VAULT_ID) is None


@pytest.mark.parametrize("typed", ["", "a" * 1025, "ế" * 342, "a\nb", "\x7f", "\x85", "\ud800"])
def test_a_password_that_cannot_be_typed_again_is_not_taken(typed: str) -> None:
    with pytest.raises(PasswordUnusable):
        normalised(typed)


def test_a_slot_changed_behind_the_password_is_noticed(slot: Slot) -> None:
    for changed in (
        {**slot, "gen": 2},
        {**slot, "wrap": {**slot["wrap"], "ct": slot["wrap"]["ct"][:-2] + "00"}},
        {**slot, "wrap": {**slot["wrap"], "nonce": "03" * 12}},
    ):
        with pytest.raises(VaultTampered):
            open_password_slot(changed, PASSWORD, VAULT_ID)


@pytest.mark.parametrize(
    "cost",
    [
        Cost(65_535, 3, 4),
        Cost(1_048_577, 3, 4),
        Cost(65_536, 2, 4),
        Cost(65_536, 33, 4),
        Cost(65_536, 3, 0),
        Cost(65_536, 3, 9),
        Cost(-65_536, 3, 4),
        Cost(65_536, 3, True),
        Cost(2**62, 3, 4),
        Cost(65_536, 10**30, 4),
        Cost("65536", 3, 4),  # type: ignore[arg-type]
    ],
)
def test_a_cost_out_of_bounds_is_refused_before_anything_is_derived(cost: Cost) -> None:
    begun = time.perf_counter()
    with pytest.raises(VaultDamaged):
        stretch(b"x", bytes(16), cost)
    assert time.perf_counter() - begun < 0.05


def test_the_bounds_themselves_are_allowed() -> None:
    assert Cost(65_536, 3, 1).is_allowed()
    assert Cost(1_048_576, 32, 8).is_allowed()


def test_the_number_on_paper_opens_its_slot_and_another_does_not() -> None:
    paper, other = x25519.Identity.generate(), x25519.Identity.generate()
    slot = make_recovery_slot(ROOT, str(paper.to_public()), vault_id=VAULT_ID, gen=7)
    assert open_recovery_slot(slot, paper, VAULT_ID) == ROOT
    assert open_recovery_slot(slot, other, VAULT_ID) is None
    with pytest.raises(VaultTampered):
        open_recovery_slot({**slot, "gen": 8}, paper, VAULT_ID)
    with pytest.raises(VaultTampered):
        open_recovery_slot(slot, paper, bytes(16))


def test_two_supervisors_open_together_and_none_alone() -> None:
    a, b, other = (x25519.Identity.generate() for _ in range(3))
    of_a, of_b = ({"fp": "00" * 16, "recipient": str(identity.to_public())} for identity in (a, b))
    slot = make_pair_slot(ROOT, of_a, of_b, vault_id=VAULT_ID, gen=1)
    share_a, share_b = (
        open_pair_share(slot, "a", a, VAULT_ID),
        open_pair_share(slot, "b", b, VAULT_ID),
    )
    assert share_a is not None
    assert share_b is not None
    assert join_shares(share_a, share_b) == ROOT
    assert share_a != ROOT != share_b
    assert join_shares(share_a, share_a) != ROOT
    assert open_pair_share(slot, "b", a, VAULT_ID) is None
    assert open_pair_share(slot, "b", other, VAULT_ID) is None


def test_new_keys_are_sealed_again_without_the_paper_and_the_people() -> None:
    paper, a, b = (x25519.Identity.generate() for _ in range(3))
    new = bytes(range(32))
    recovery = resealed(
        make_recovery_slot(ROOT, str(paper.to_public()), vault_id=VAULT_ID, gen=1),
        new,
        vault_id=VAULT_ID,
        gen=2,
    )
    assert open_recovery_slot(recovery, paper, VAULT_ID) == new
    of_a, of_b = ({"fp": "00" * 16, "recipient": str(identity.to_public())} for identity in (a, b))
    first = make_pair_slot(ROOT, of_a, of_b, vault_id=VAULT_ID, gen=1)
    pair = resealed(first, new, vault_id=VAULT_ID, gen=2)
    shares = [
        open_pair_share(pair, side, identity, VAULT_ID) for side, identity in (("a", a), ("b", b))
    ]
    assert None not in shares
    assert join_shares(*shares) == new  # type: ignore[arg-type]
    assert canonical.dumps(pair)
