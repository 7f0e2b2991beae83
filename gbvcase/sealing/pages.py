"""Reads the pages of a SQLCipher 4 database one by one, as the last resort for a damaged file.

The database library stops at the first page whose seal is broken. Here every page stands for
itself: AES-256-CBC under the raw key, sealed with HMAC-SHA-512 under a key that follows from it.
"""

import hmac
from hashlib import pbkdf2_hmac

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE_BYTES = 4096
RESERVED = 80  # 16 bytes to begin with, 64 of the seal
USABLE = PAGE_BYTES - RESERVED
SALT_BYTES = 16
PLAIN_HEAD = b"SQLite format 3\0"

_SEAL = 64
_BEGIN = 16


class PageReader:
    """Opens pages of one database."""

    def __init__(self, key: bytes | bytearray, salt: bytes) -> None:
        self._key = bytes(key)
        self._mac_key = pbkdf2_hmac("sha512", self._key, bytes(x ^ 0x3A for x in salt), 2, 32)

    def __repr__(self) -> str:
        return "<PageReader>"

    def is_sealed(self, page: bytes, number: int) -> bool:
        """Tell whether a page is as it was written, at this place of the file."""
        body = page[_hidden(number) : PAGE_BYTES - _SEAL] + number.to_bytes(4, "little")
        seal = hmac.digest(self._mac_key, body, "sha512")
        return hmac.compare_digest(seal, page[PAGE_BYTES - _SEAL :])

    def clear(self, page: bytes, number: int) -> bytes:
        """Return the readable part of a page, whether its seal is whole or not."""
        hidden = _hidden(number)
        begin = page[USABLE : USABLE + _BEGIN]
        reader = Cipher(algorithms.AES(self._key), modes.CBC(begin)).decryptor()
        read = reader.update(page[hidden:USABLE]) + reader.finalize()
        return PLAIN_HEAD + read if hidden else read


def _hidden(number: int) -> int:
    """Return how many bytes of a page are not encrypted: the first page begins with the salt."""
    return SALT_BYTES if number == 1 else 0
