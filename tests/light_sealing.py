"""Parcels that open with their password alone, and cost no seconds: for tests of what is inside.

The real ones are tried in tests/sealing, and once by every way that leads to them.
"""

from hashlib import sha256

import pytest

from gbvcase.casework import counting, gathering
from gbvcase.sealing.parcels import ParcelShut


def seal(content: bytes, secret: str) -> bytes:
    """Return a content behind a password."""
    return sha256(secret.encode()).digest() + content


def unseal(sealed: bytes, secret: str) -> bytes:
    """Return what was sealed; ParcelShut for another password."""
    if sealed[:32] != sha256(secret.encode()).digest():
        raise ParcelShut
    return sealed[32:]


def seal_lightly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal counts lightly in one test."""
    monkeypatch.setattr(counting, "seal", seal)
    for module in (counting, gathering):
        monkeypatch.setattr(module, "unseal", unseal)
