"""A document sealed with a password, for a receiver whose keys are not known yet."""

from pyrage import DecryptError, passphrase

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark

MOST = 64 * 2**20


class ParcelShut(GbvcaseError):
    """A parcel that does not open with this password, or is none."""

    sentence = mark("This file cannot be opened with this password.")


def seal(content: bytes, password: str) -> bytes:
    """Return the content as an age file that only the password opens."""
    return bytes(passphrase.encrypt(content, password))


def unseal(sealed: bytes, password: str) -> bytes:
    """Return what was sealed; ParcelShut if the password is wrong or the file was changed."""
    if len(sealed) > MOST:
        raise ParcelShut
    try:
        return bytes(passphrase.decrypt(sealed, password))
    except (DecryptError, ValueError) as cause:
        raise ParcelShut from cause
