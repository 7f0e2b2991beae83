"""The key file: which database is valid, and who can open it. Writing it is what commits."""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from gbvcase.domain.errors import VaultDamaged, VaultFromNewerProgram, VaultMissing, VaultTampered
from gbvcase.sealing import canonical
from gbvcase.sealing.keys import VAULT_ID_BYTES, is_bytes
from gbvcase.sealing.slots import Cost, Slot, is_base64, is_recipient
from gbvcase.vault import files

_MAGIC = b"CVAULT\0"
_MAJOR = 1
_HEAD = 12
_LARGEST_BODY = 65_536
_SUM = 32
_LARGEST_FILE = _HEAD + _LARGEST_BODY + 2 * _SUM
_SUITE = "S1"
_READER = 1
_MOST_SLOTS = 24
_MOST_PAIRS = 15
_LARGEST_GEN = 2**32


@dataclass(frozen=True, repr=False)
class KeyFile:
    """What the key file says."""

    vault_id: bytes
    gen: int
    db: str
    slots: tuple[Slot, ...]

    def slot(self, kind: str) -> Slot | None:
        """Return the first slot of a kind: `password` or `recovery`."""
        return next((slot for slot in self.slots if slot["type"] == kind), None)


@dataclass(frozen=True, repr=False)
class Found:
    """The key file as it lay in the folder; not trusted before `confirm`."""

    raw: bytes
    key_file: KeyFile
    first_was_damaged: bool
    copies_differ: bool


def written(key_file: KeyFile, mac_key: bytes | bytearray) -> bytes:
    """Return the bytes of a key file, sealed with its key."""
    body = canonical.dumps(
        {
            "db": key_file.db,
            "gen": key_file.gen,
            "min_reader": _READER,
            "slots": list(key_file.slots),
            "suite": _SUITE,
            "vault_id": key_file.vault_id.hex(),
        }
    )
    data = _MAGIC + bytes([_MAJOR]) + len(body).to_bytes(4, "big") + body
    data += sha256(data).digest()
    return data + hmac.digest(mac_key, data, "sha256")


def understood(raw: bytes) -> KeyFile:
    """Read a key file; raise VaultDamaged or VaultFromNewerProgram."""
    if len(raw) < _HEAD + 2 * _SUM or not raw.startswith(_MAGIC):
        raise VaultDamaged
    if sha256(raw[: -2 * _SUM]).digest() != raw[-2 * _SUM : -_SUM]:
        raise VaultDamaged
    if raw[len(_MAGIC)] > _MAJOR:
        raise VaultFromNewerProgram
    length = int.from_bytes(raw[8:_HEAD], "big")
    if raw[len(_MAGIC)] != _MAJOR or length > _LARGEST_BODY or len(raw) != _HEAD + length + 64:
        raise VaultDamaged
    try:
        body = canonical.loads(raw[_HEAD : _HEAD + length])
    except canonical.NotCanonical:
        raise VaultDamaged from None
    return _key_file(body)


def confirm(raw: bytes, mac_key: bytes | bytearray) -> None:
    """Raise VaultTampered unless the file was sealed with this key."""
    if not hmac.compare_digest(hmac.digest(mac_key, raw[:-_SUM], "sha256"), raw[-_SUM:]):
        raise VaultTampered


def find(folder: Path) -> Found:
    """Read the key file, from its second copy if the first is damaged.

    Raise VaultMissing, VaultDamaged or VaultFromNewerProgram.
    """
    first = files.read_small(folder / files.KEY, _LARGEST_FILE)
    second = files.read_small(folder / files.SECOND_KEY, _LARGEST_FILE)
    require(folder)
    if first is not None:
        try:
            return Found(first, understood(first), False, first != second)
        except VaultDamaged:
            pass
    if second is None:
        raise VaultDamaged
    return Found(second, understood(second), True, True)


def is_there(folder: Path) -> bool:
    """Tell whether a copy of a key file lies in a folder, readable or not."""
    return any((folder / name).exists() for name in (files.KEY, files.SECOND_KEY))


def require(folder: Path) -> None:
    """Raise VaultMissing unless there is a vault; VaultDamaged if only its keys are gone."""
    if not folder.is_dir():
        raise VaultMissing
    if not is_there(folder):
        raise VaultDamaged if files.databases(folder) else VaultMissing


def save(folder: Path, raw: bytes) -> None:
    """Write the key file, first the copy that counts."""
    files.write_whole(folder / files.KEY, raw)
    files.write_whole(folder / files.SECOND_KEY, raw)


def remove(folder: Path) -> None:
    """Remove the key file of a vault that could not be made."""
    for name in (files.KEY, files.SECOND_KEY):
        (folder / name).unlink(missing_ok=True)


def mend(folder: Path, found: Found) -> None:
    """Make both copies equal again, once what was found has been trusted."""
    if found.first_was_damaged:
        files.write_whole(folder / files.KEY, found.raw)
    elif found.copies_differ:
        files.write_whole(folder / files.SECOND_KEY, found.raw)


def _key_file(body: Any) -> KeyFile:
    _exactly(body, ("db", "gen", "min_reader", "slots", "suite", "vault_id"))
    if body["suite"] != _SUITE or (_is_count(body["min_reader"]) and body["min_reader"] > _READER):
        raise VaultFromNewerProgram
    slots = body["slots"]
    good = (
        isinstance(body["suite"], str)
        and _is_count(body["min_reader"])
        and isinstance(body["db"], str)
        and files.DATABASE.fullmatch(body["db"])
        and _is_count(body["gen"])
        and is_bytes(body["vault_id"], VAULT_ID_BYTES)
        and isinstance(slots, list)
        and 1 <= len(slots) <= _MOST_SLOTS
    )
    if not good:
        raise VaultDamaged
    for slot in slots:
        _check_slot(slot)
    kinds = [slot["type"] for slot in slots]
    if kinds.count("password") > 1 or kinds.count("pair") > _MOST_PAIRS:
        raise VaultDamaged
    return KeyFile(bytes.fromhex(body["vault_id"]), body["gen"], body["db"], tuple(slots))


def _check_slot(slot: Any) -> None:
    if not isinstance(slot, dict) or not isinstance(slot.get("type"), str):
        raise VaultDamaged
    if slot["type"] not in _CHECKS:
        raise VaultFromNewerProgram
    _CHECKS[slot["type"]](slot)
    if not (is_bytes(slot["id"], 8) and _is_count(slot["gen"])):
        raise VaultDamaged


def _check_password(slot: Mapping[str, Any]) -> None:
    _exactly(slot, ("commit", "gen", "id", "kdf", "type", "wrap"))
    kdf, wrap = slot["kdf"], slot["wrap"]
    _exactly(kdf, ("alg", "m", "p", "salt", "t", "v"))
    _exactly(wrap, ("alg", "ct", "nonce"))
    if kdf["alg"] != "argon2id" or wrap["alg"] != "AES-256-GCM-SIV":
        raise VaultFromNewerProgram
    good = (
        Cost(kdf["m"], kdf["t"], kdf["p"]).is_allowed()
        and type(kdf["v"]) is int
        and kdf["v"] == 19  # noqa: PLR2004 - the version of Argon2 that RFC 9106 describes
        and is_bytes(kdf["salt"], 16)
        and is_bytes(slot["commit"], 32)
        and is_bytes(wrap["nonce"], 12)
        and is_bytes(wrap["ct"], 48)
    )
    if not good:
        raise VaultDamaged


def _check_recovery(slot: Mapping[str, Any]) -> None:
    _exactly(slot, ("ct", "gen", "id", "recipient", "type"))
    _check_sealed(slot)


def _check_pair(slot: Mapping[str, Any]) -> None:
    _exactly(slot, ("a", "b", "gen", "id", "type"))
    for side in (slot["a"], slot["b"]):
        _exactly(side, ("ct", "fp", "recipient"))
        _check_sealed(side)
        if not is_bytes(side["fp"], 16):
            raise VaultDamaged


def _check_sealed(part: Mapping[str, Any]) -> None:
    if not (is_base64(part["ct"]) and is_recipient(part["recipient"])):
        raise VaultDamaged


_CHECKS: Mapping[str, Callable[[Mapping[str, Any]], None]] = {
    "password": _check_password,
    "recovery": _check_recovery,
    "pair": _check_pair,
}


def _exactly(found: Any, names: tuple[str, ...]) -> None:
    if not isinstance(found, dict) or any(name not in found for name in names):
        raise VaultDamaged
    if len(found) != len(names):
        raise VaultFromNewerProgram


def _is_count(value: Any) -> bool:
    return type(value) is int and 1 <= value < _LARGEST_GEN
