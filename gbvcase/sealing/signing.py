"""The owner's signature: Ed25519, over a purpose and the exact bytes."""

from secrets import token_bytes

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SECRET_BYTES = PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64


def new_secret() -> bytes:
    """Return a new signing key."""
    return token_bytes(SECRET_BYTES)


def public_of(secret: bytes) -> bytes:
    """Return the public half of a signing key."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def signature_of(secret: bytes, purpose: bytes, data: bytes) -> bytes:
    """Sign bytes for one purpose: the same bytes mean nothing under another."""
    return Ed25519PrivateKey.from_private_bytes(secret).sign(purpose + b"\0" + data)


def is_signed(public: bytes, purpose: bytes, data: bytes, signature: bytes) -> bool:
    """Tell whether the owner of a public key has signed these bytes for this purpose."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, purpose + b"\0" + data)
    except (InvalidSignature, ValueError):
        return False
    return True
