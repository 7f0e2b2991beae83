"""What was purged, by random ids and times, signed by the owner: it outlives every older copy.

The list is kept inside the vault and, signed, beside it: an older copy of the database that is put
back does not know what was purged since, but the file does.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from gbvcase.sealing import canonical, signing
from gbvcase.sealing.keys import is_bytes
from gbvcase.vault import files
from gbvcase.vault.settings import keep_setting, read_setting

OWNER_KEY = "owner_key"
LIST = "purged"

_MAGIC = b"CVPURG\0\x01"
_HEAD = 12
_PURPOSE = b"cv1/purge"
_LARGEST_FILE = 16 * 2**20


@dataclass(frozen=True)
class Purged:
    """A case that is no more: its random id, and when it was purged."""

    id: str
    at: str


def owner_key(db: Connection) -> bytes:
    """Return the signing key of the vault's owner; it is made when it is first needed."""
    kept = read_setting(db, OWNER_KEY)
    if is_bytes(kept, signing.SECRET_BYTES):
        return bytes.fromhex(kept)
    secret = signing.new_secret()
    keep_setting(db, OWNER_KEY, secret.hex())
    return secret


def known(db: Connection) -> tuple[Purged, ...]:
    """Return what the vault itself knows to be purged."""
    return tuple(Purged(*one) for one in read_setting(db, LIST) or ())


def keep(db: Connection, purged: tuple[Purged, ...]) -> None:
    """Keep the list inside the vault."""
    keep_setting(db, LIST, [[one.id, one.at] for one in purged] or None)


def written(purged: tuple[Purged, ...], secret: bytes, vault_id: bytes) -> bytes:
    """Return the bytes of the list, signed."""
    body = canonical.dumps(
        {
            "key": signing.public_of(secret).hex(),
            "purged": [{"at": one.at, "id": one.id} for one in purged],
            "vault_id": vault_id.hex(),
        }
    )
    data = _MAGIC + len(body).to_bytes(4, "big") + body
    return data + signing.signature_of(secret, _PURPOSE, data)


def understood(raw: bytes, public: bytes, vault_id: bytes) -> tuple[Purged, ...]:
    """Read a list that the owner of the key has signed for this vault; nothing of any other."""
    data, signature = raw[: -signing.SIGNATURE_BYTES], raw[-signing.SIGNATURE_BYTES :]
    length = int.from_bytes(raw[8:_HEAD], "big")
    if not raw.startswith(_MAGIC) or len(data) != _HEAD + length:
        return ()
    if not signing.is_signed(public, _PURPOSE, data, signature):
        return ()
    try:
        body = canonical.loads(data[_HEAD:])
    except canonical.NotCanonical:
        return ()
    if not isinstance(body, dict) or body.get("vault_id") != vault_id.hex():
        return ()
    return tuple(Purged(str(one["id"]), str(one["at"])) for one in body["purged"])


def beside(folder: Path, public: bytes, vault_id: bytes) -> tuple[Purged, ...]:
    """Return the list that lies beside the vault, if its owner signed it."""
    raw = files.read_small(folder / files.PURGED, _LARGEST_FILE)
    return () if raw is None else understood(raw, public, vault_id)


def united(*lists: tuple[Purged, ...]) -> tuple[Purged, ...]:
    """Return all that stands in any of the lists, once, the oldest first."""
    found = {one.id: one for some in reversed(lists) for one in some}
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.id)))


def save(folder: Path, purged: tuple[Purged, ...], secret: bytes, vault_id: bytes) -> None:
    """Write the list beside the vault, unless it lies there already."""
    data = written(purged, secret, vault_id)
    if files.read_small(folder / files.PURGED, _LARGEST_FILE) != data:
        files.write_whole(folder / files.PURGED, data)
