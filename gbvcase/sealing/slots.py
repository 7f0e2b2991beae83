"""The root key of a vault, wrapped for a password, for a number on paper, for two supervisors."""

import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest
from secrets import token_bytes
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pyrage import DecryptError, RecipientError, decrypt, encrypt, x25519

from gbvcase.domain.errors import NotEnoughMemory, VaultDamaged, VaultTampered
from gbvcase.sealing import canonical
from gbvcase.sealing.keys import KEY_BYTES, derive, u32, wipe

Slot = Mapping[str, Any]

PASSWORD_BYTES = 1024
_SALT_BYTES = 16
_SLOT_ID_BYTES = 8
_NONCE_BYTES = 12
_RECIPIENT_LETTERS = 80
_ARGON2_VERSION = 19


@dataclass(frozen=True)
class Cost:
    """What one derivation of a key costs: memory in KiB, rounds, lanes."""

    m: int
    t: int
    p: int

    def is_allowed(self) -> bool:
        """Tell whether the numbers lie within what we derive at all."""
        bounds = ((self.m, 65_536, 1_048_576), (self.t, 3, 32), (self.p, 1, 8))
        return all(type(value) is int and low <= value <= high for value, low, high in bounds)


FLOOR = Cost(m=65_536, t=3, p=4)
DEFAULT = Cost(m=262_144, t=3, p=4)


class PasswordUnusable(ValueError):
    """A password that no slot can be made of: empty, too long, or with control characters."""


def normalised(password: str) -> bytes:
    """Return the bytes of a password, the same from every keyboard; raise PasswordUnusable."""
    # keyboards write ế in one letter, in two or in three
    text = unicodedata.normalize("NFKC", password[: PASSWORD_BYTES + 1])
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text):
        raise PasswordUnusable
    data = text.encode()
    if not 1 <= len(data) <= PASSWORD_BYTES:
        raise PasswordUnusable
    return data


def stretch(password: bytes, salt: bytes, cost: Cost) -> bytearray:
    """Return the key material of a password; slow on purpose. Raise NotEnoughMemory."""
    if not cost.is_allowed():
        raise VaultDamaged
    out = bytearray(KEY_BYTES)
    try:
        Argon2id(
            salt=salt, length=KEY_BYTES, iterations=cost.t, lanes=cost.p, memory_cost=cost.m
        ).derive_into(password, out)
    except MemoryError:
        raise NotEnoughMemory from None
    return out


def make_password_slot(  # noqa: PLR0913 - what a test must be able to fix is given by name
    root: bytes | bytearray,
    password: str,
    *,
    vault_id: bytes,
    gen: int,
    cost: Cost,
    slot_id: bytes | None = None,
    salt: bytes | None = None,
    nonce: bytes | None = None,
) -> Slot:
    """Wrap the root key for a password; the last three are drawn unless a test gives them."""
    slot_id = slot_id or token_bytes(_SLOT_ID_BYTES)
    salt = salt or token_bytes(_SALT_BYTES)
    nonce = nonce or token_bytes(_NONCE_BYTES)
    kek, commit = _kek_and_commit(normalised(password), salt, cost, vault_id, slot_id)
    kdf = {"alg": "argon2id", "m": cost.m, "p": cost.p, "salt": salt.hex(), "t": cost.t}
    slot: dict[str, Any] = {
        "commit": commit.hex(),
        "gen": gen,
        "id": slot_id.hex(),
        "kdf": kdf | {"v": _ARGON2_VERSION},
        "type": "password",
        "wrap": {"alg": "AES-256-GCM-SIV", "nonce": nonce.hex()},
    }
    sealed = AESGCMSIV(kek).encrypt(nonce, bytes(root), _bound_to(slot, vault_id))
    wipe(kek)
    slot["wrap"] = slot["wrap"] | {"ct": sealed.hex()}
    return slot


def open_password_slot(slot: Slot, password: str, vault_id: bytes) -> bytearray | None:
    """Return the root key; None if the password is wrong.

    Raise VaultTampered if the slot was changed behind the password.
    """
    kdf = slot["kdf"]
    cost = Cost(kdf["m"], kdf["t"], kdf["p"])
    try:
        typed = normalised(password)
    except PasswordUnusable:
        return None
    salt, slot_id = bytes.fromhex(kdf["salt"]), bytes.fromhex(slot["id"])
    kek, commit = _kek_and_commit(typed, salt, cost, vault_id, slot_id)
    if not compare_digest(commit, bytes.fromhex(slot["commit"])):
        return None
    root = bytearray(KEY_BYTES)
    wrap = slot["wrap"]
    try:
        AESGCMSIV(kek).decrypt_into(
            bytes.fromhex(wrap["nonce"]),
            bytes.fromhex(wrap["ct"]),
            _bound_to(slot, vault_id),
            root,
        )
    except InvalidTag:
        raise VaultTampered from None
    finally:
        wipe(kek)
    return root


def make_recovery_slot(
    root: bytes | bytearray, recipient: str, *, vault_id: bytes, gen: int
) -> Slot:
    """Wrap the root key for the number on paper; only its public half is needed."""
    held = _root_for(vault_id, gen) + bytes(root)
    return {
        "ct": _seal(held, recipient),
        "gen": gen,
        "id": token_bytes(_SLOT_ID_BYTES).hex(),
        "recipient": recipient,
        "type": "recovery",
    }


def open_recovery_slot(slot: Slot, identity: x25519.Identity, vault_id: bytes) -> bytearray | None:
    """Return the root key, not yet trusted; None if the slot is another number's."""
    return _opened(slot["ct"], identity, _root_for(vault_id, slot["gen"]))


def make_pair_slot(
    root: bytes | bytearray,
    a: Mapping[str, str],
    b: Mapping[str, str],
    *,
    vault_id: bytes,
    gen: int,
) -> Slot:
    """Split the root key for two supervisors, each given as `fp` and `recipient`."""
    slot_id = token_bytes(_SLOT_ID_BYTES)
    head = _share_for(vault_id, gen, slot_id)
    share_a = token_bytes(KEY_BYTES)
    share_b = bytes(x ^ y for x, y in zip(root, share_a, strict=True))
    halves = {
        name: {
            "ct": _seal(head + share, who["recipient"]),
            "fp": who["fp"],
            "recipient": who["recipient"],
        }
        for name, share, who in (("a", share_a, a), ("b", share_b, b))
    }
    return halves | {"gen": gen, "id": slot_id.hex(), "type": "pair"}


def open_pair_share(
    slot: Slot, side: str, identity: x25519.Identity, vault_id: bytes
) -> bytearray | None:
    """Return the share of one supervisor, `a` or `b`; None if it is not sealed to her."""
    head = _share_for(vault_id, slot["gen"], bytes.fromhex(slot["id"]))
    return _opened(slot[side]["ct"], identity, head)


def join_shares(a: bytearray, b: bytearray) -> bytearray:
    """Return the root key, not yet trusted, of the two shares of a pair."""
    return bytearray(x ^ y for x, y in zip(a, b, strict=True))


def resealed(slot: Slot, root: bytes | bytearray, *, vault_id: bytes, gen: int) -> Slot:
    """Wrap a new root key for those who already had a slot; no paper, no person is needed."""
    if slot["type"] == "recovery":
        return make_recovery_slot(root, slot["recipient"], vault_id=vault_id, gen=gen)
    return make_pair_slot(root, slot["a"], slot["b"], vault_id=vault_id, gen=gen)


def _kek_and_commit(
    password: bytes, salt: bytes, cost: Cost, vault_id: bytes, slot_id: bytes
) -> tuple[bytearray, bytearray]:
    material = stretch(password, salt, cost)
    kek = derive(material, salt=salt, info=b"cv1/kek" + vault_id + slot_id)
    commit = derive(material, salt=salt, info=b"cv1/commit" + vault_id + slot_id)
    wipe(material)
    return kek, commit


def _bound_to(slot: Slot, vault_id: bytes) -> bytes:
    wrap = {name: value for name, value in slot["wrap"].items() if name != "ct"}
    return b"cv1/slot\0" + vault_id + canonical.dumps({**slot, "wrap": wrap})


def _root_for(vault_id: bytes, gen: int) -> bytes:
    return b"cv1/vrk\0" + vault_id + u32(gen)


def _share_for(vault_id: bytes, gen: int, slot_id: bytes) -> bytes:
    return b"cv1/share\0" + vault_id + u32(gen) + slot_id


def _seal(data: bytes, recipient: str) -> str:
    return b64encode(encrypt(data, [x25519.Recipient.from_str(recipient)])).decode()


def _opened(ct: str, identity: x25519.Identity, head: bytes) -> bytearray | None:
    try:
        held = decrypt(b64decode(ct), [identity])
    except DecryptError:
        return None
    if len(held) != len(head) + KEY_BYTES or not held.startswith(head):
        raise VaultTampered
    return bytearray(held[len(head) :])


def is_base64(value: Any) -> bool:
    """Tell whether a value is the one base64 spelling of some bytes."""
    try:
        return isinstance(value, str) and b64encode(b64decode(value)).decode() == value
    except ValueError:
        return False


def is_recipient(value: Any) -> bool:
    """Tell whether a value is the public half of an age identity."""
    if not isinstance(value, str) or not value.isascii() or len(value) > _RECIPIENT_LETTERS:
        return False
    try:
        x25519.Recipient.from_str(value)
    except RecipientError:
        return False
    return True
