"""The recovery number: 128 random bits as nine groups of digits that notice a mistyped one."""

import re
import unicodedata
from hashlib import sha256

from pyrage import x25519

from gbvcase.sealing.keys import bech32, derive

GROUPS = 9
DIGITS = 6
SECRET_BYTES = 16
_FACTOR = 11  # no single wrong digit and no swap of neighbours leaves a multiple of eleven
_LARGEST = 0xFFFF * _FACTOR


def digits_of(sixteen: bytes) -> str:
    """Write 16 bytes as eight groups of six digits, joined by hyphens."""
    values = [int.from_bytes(sixteen[i : i + 2], "big") for i in range(0, len(sixteen), 2)]
    return "-".join(f"{value * _FACTOR:0{DIGITS}d}" for value in values)


def number_of(secret: bytes) -> str:
    """Return the recovery number of a secret: nine groups, the last a check of the others."""
    return f"{digits_of(secret)}-{digits_of(_check_of(secret))}"


def group_is_right(group: str) -> bool:
    """Tell whether one group of six digits can be right; asked while it is typed."""
    return (
        len(group) == DIGITS
        and group.isascii()
        and group.isdigit()
        and int(group) % _FACTOR == 0
        and int(group) <= _LARGEST
    )


def groups_of(typed: str) -> tuple[str, ...]:
    """Cut what was typed into groups of six, whatever stands between the digits."""
    digits = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", typed))
    return tuple(digits[i : i + DIGITS] for i in range(0, len(digits), DIGITS))


def secret_of(typed: str) -> bytes | None:
    """Return the secret behind a typed number; None if it is mistyped anywhere."""
    groups = groups_of(typed)
    if len(groups) != GROUPS or not all(map(group_is_right, groups)):
        return None
    values = [int(group) // _FACTOR for group in groups]
    secret = b"".join(value.to_bytes(2, "big") for value in values[:-1])
    return secret if _check_of(secret) == values[-1].to_bytes(2, "big") else None


def identity_of(secret: bytes) -> x25519.Identity:
    """Return the age identity that follows from a recovery secret."""
    return x25519.Identity.from_str(identity_text(secret))


def recipient_of(secret: bytes) -> str:
    """Return the public half of that identity: enough to seal to the paper."""
    return str(identity_of(secret).to_public())


def identity_text(secret: bytes) -> str:
    """Return the identity as any age program reads it: AGE-SECRET-KEY-1..."""
    key = derive(secret, salt=None, info=b"cv1/recovery-x25519")
    return bech32("age-secret-key-", key).upper()


def _check_of(secret: bytes) -> bytes:
    return sha256(b"cv1/number-check\0" + secret).digest()[:2]
