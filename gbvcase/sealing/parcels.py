"""A document sealed with a password, for a receiver whose keys are not known yet."""

from pyrage import DecryptError, passphrase

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark

MOST = 64 * 2**20
TRIES = 5
_TOO_MUCH = "Excessive work"
"""How the age library says that a file asks for more work than it measured this computer to do."""


class ParcelShut(GbvcaseError):
    """A parcel that does not open with this password, or is none."""

    sentence = mark("This file cannot be opened with this password.")


class ParcelTooHeavy(GbvcaseError):
    """A parcel that asks this computer for more work than it can do in reasonable time."""

    sentence = mark(
        "Opening this file asks too much of this computer just now. Close other programs and try "
        "again."
    )


def seal(content: bytes, password: str) -> bytes:
    """Return the content as an age file that only the password opens."""
    return bytes(passphrase.encrypt(content, password))


def unseal(sealed: bytes, password: str) -> bytes:
    """Return what was sealed; ParcelShut if the password is wrong or the file was changed.

    How much work is allowed is measured anew at each try: a computer that is busy for a moment
    seems slow, and then a file that it sealed itself would not open.
    """
    if len(sealed) > MOST:
        raise ParcelShut
    for _ in range(TRIES):
        try:
            return bytes(passphrase.decrypt(sealed, password))
        except (DecryptError, ValueError) as cause:
            if _TOO_MUCH not in str(cause):
                raise ParcelShut from cause
    raise ParcelTooHeavy
