"""Keys that follow from keys; what a person's two public keys look like to another person."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
VAULT_ID_BYTES = 16


def derive(key: bytes | bytearray, *, salt: bytes | None, info: bytes) -> bytearray:
    """Return 32 bytes that follow from a key for one purpose, in a buffer that can be wiped."""
    out = bytearray(KEY_BYTES)
    HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive_into(key, out)
    return out


def wipe(*buffers: bytearray) -> None:
    """Overwrite keys that are no longer needed."""
    for buffer in buffers:
        buffer[:] = bytes(len(buffer))


@dataclass(frozen=True, repr=False)
class VaultKeys:
    """What follows from the root key of one generation."""

    database: bytearray
    header_mac: bytearray
    witness: bytearray
    backup: bytearray

    def wipe(self) -> None:
        """Overwrite all of them."""
        wipe(self.database, self.header_mac, self.witness, self.backup)


def vault_keys(root: bytes | bytearray, vault_id: bytes, gen: int) -> VaultKeys:
    """Derive the keys of a vault's generation from its root key."""
    number = u32(gen)
    return VaultKeys(
        *(
            derive(root, salt=vault_id, info=purpose + number)
            for purpose in (b"cv1/db", b"cv1/header-mac", b"cv1/witness", b"cv1/backup")
        )
    )


def u32(number: int) -> bytes:
    """Return a number as four bytes, the highest first."""
    return number.to_bytes(4, "big")


def fingerprint(ed25519: bytes, x25519: bytes) -> bytes:
    """Return the 16 bytes by which two people compare a card."""
    return sha256(b"cv1/fingerprint\0" + ed25519 + x25519).digest()[:16]


_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def bech32(prefix: str, data: bytes | bytearray) -> str:
    """Write bytes as age writes its keys: a prefix, 32 letters, a check of six."""
    bits = 0
    held = 0
    words: list[int] = []
    for byte in data:
        held, bits = (held << 8) | byte, bits + 8
        while bits >= 5:  # noqa: PLR2004 - a letter of Bech32 holds five bits
            bits -= 5
            words.append((held >> bits) & 31)
        held &= (1 << bits) - 1
    if bits:
        words.append((held << (5 - bits)) & 31)
    expanded = [ord(letter) >> 5 for letter in prefix] + [0]
    expanded += [ord(letter) & 31 for letter in prefix]
    check = _polymod([*expanded, *words, 0, 0, 0, 0, 0, 0]) ^ 1
    words += [(check >> 5 * (5 - place)) & 31 for place in range(6)]
    return prefix + "1" + "".join(_BECH32[word] for word in words)


def _polymod(words: list[int]) -> int:
    check = 1
    for word in words:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ word
        for place, value in enumerate(_GENERATOR):
            check ^= value if (top >> place) & 1 else 0
    return check


def padded_length(length: int) -> int:
    """Return the length that a package is filled up to, so that its size tells little."""
    least = 4096
    if length <= least:
        return least
    exponent = length.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return -(-length // step) * step


def is_bytes(value: Any, count: int) -> bool:
    """Tell whether a value is lower-case hex of so many bytes."""
    if not isinstance(value, str) or len(value) != 2 * count:
        return False
    return all(letter in "0123456789abcdef" for letter in value)
