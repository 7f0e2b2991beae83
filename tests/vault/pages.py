"""Reads the pages of a database by hand, without the library that wrote them."""

import hmac
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gbvcase.sealing.keys import vault_keys
from gbvcase.sealing.slots import open_password_slot
from gbvcase.vault import keyfile

PAGE = 4096
_RESERVED = 80  # 16 bytes to begin with, 64 of the seal
_SALT = 16
_WAL_HEAD, _FRAME_HEAD = 32, 24


def database_key(folder: Path, password: str) -> bytes:
    """The raw key, derived from the files as the design says."""
    found = keyfile.find(folder).key_file
    slot = found.slot("password")
    assert slot is not None
    root = open_password_slot(slot, password, found.vault_id)
    assert root is not None
    return bytes(vault_keys(root, found.vault_id, found.gen).database)


def readable(path: Path, key: bytes) -> Iterator[bytes]:
    """Yield each page of a database in clear; a page with a wrong seal is a mistake."""
    data = path.read_bytes()
    assert len(data) % PAGE == 0
    for number in range(len(data) // PAGE):
        page = data[number * PAGE : (number + 1) * PAGE]
        yield _clear(page, key, data[:_SALT], number + 1)


def readable_log(path: Path, key: bytes, salt: bytes) -> Iterator[bytes]:
    """Yield each page of a write-ahead log in clear."""
    data = path.read_bytes()
    size = _FRAME_HEAD + PAGE
    for start in range(_WAL_HEAD, len(data) - size + 1, size):
        number = int.from_bytes(data[start : start + 4], "big")
        if number:
            yield _clear(data[start + _FRAME_HEAD : start + size], key, salt, number)


def _clear(page: bytes, key: bytes, salt: bytes, number: int) -> bytes:
    hidden = _SALT if number == 1 else 0
    body, begin = page[hidden : PAGE - _RESERVED], page[PAGE - _RESERVED : PAGE - _RESERVED + 16]
    if not any(page):
        return b""  # a page that was never written
    mac_key = pbkdf2_hmac("sha512", key, bytes(x ^ 0x3A for x in salt), 2, 32)
    seal = hmac.digest(mac_key, body + begin + number.to_bytes(4, "little"), "sha512")
    assert seal == page[-64:], f"page {number}"
    reader = Cipher(algorithms.AES(key), modes.CBC(begin)).decryptor()
    return reader.update(body) + reader.finalize()
