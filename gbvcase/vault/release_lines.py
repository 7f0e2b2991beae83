"""The ledger of releases as the vault keeps it: lines are added, none is changed.

Each line that is made here is signed by the owner of the vault, by the hash that names it.
"""

import json
from typing import Any

from sqlalchemy import Connection

from gbvcase.sealing import signing
from gbvcase.vault.purge_list import owner_key
from gbvcase.vault.rows import as_json

_PURPOSE = b"cv1/ledger-line"


def read_lines(db: Connection) -> list[dict[str, Any]]:
    """Return the lines of the ledger in their order."""
    rows = db.exec_driver_sql("SELECT line FROM release_lines ORDER BY number")
    return [json.loads(line) for line in rows.scalars()]


def add_lines(db: Connection, lines: list[dict[str, Any]]) -> None:
    """Add lines at the end of the ledger."""
    for line in lines:
        db.exec_driver_sql("INSERT INTO release_lines (line) VALUES (?)", (as_json(line),))


def signed(db: Connection, name: str) -> tuple[str, str]:
    """Sign the hash of a line; return the owner's public key and the signature, in hex."""
    secret = owner_key(db)
    signature = signing.signature_of(secret, _PURPOSE, bytes.fromhex(name))
    return signing.public_of(secret).hex(), signature.hex()


def is_signed(signer: str, name: str, signature: str) -> bool:
    """Tell whether the owner of a public key has signed the hash of a line."""
    try:
        public, data, sign = (bytes.fromhex(part) for part in (signer, name, signature))
    except ValueError:
        return False
    return signing.is_signed(public, _PURPOSE, data, sign)
