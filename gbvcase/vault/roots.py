"""The root key of a vault, by whatever a person has: her password, or the number on paper."""

from datetime import datetime
from pathlib import Path

from gbvcase.domain.errors import TooSoon, VaultTampered, WrongPassword, WrongRecoveryNumber
from gbvcase.sealing import recovery
from gbvcase.sealing.keys import vault_keys, wipe
from gbvcase.sealing.slots import open_password_slot, open_recovery_slot
from gbvcase.vault import attempts, keyfile
from gbvcase.vault.keyfile import KeyFile


def behind_password(folder: Path, found: KeyFile, password: str, now: datetime) -> bytearray:
    """Return the root key; raise TooSoon or WrongPassword, which is counted."""
    wait = attempts.read(folder, now).wait(now)
    if wait:
        raise TooSoon(wait=wait)
    slot = found.slot("password")
    root = None if slot is None else open_password_slot(slot, password, found.vault_id)
    if root is None:
        failed = attempts.failed(folder, now)
        raise WrongPassword(wait=failed.wait(now))
    return root


def behind_number(found: KeyFile, number: str) -> bytearray:
    """Return the root key, not yet trusted; raise WrongRecoveryNumber."""
    secret, slot = recovery.secret_of(number), found.slot("recovery")
    if secret is None or slot is None:
        raise WrongRecoveryNumber
    root = open_recovery_slot(slot, recovery.identity_of(secret), found.vault_id)
    if root is None:
        raise WrongRecoveryNumber
    return root


def opens(folder: Path, number: str) -> bool:
    """Tell whether a recovery number opens the key file that lies in a folder now."""
    found = keyfile.find(folder)
    try:
        root = behind_number(found.key_file, number)
    except WrongRecoveryNumber:
        return False
    keys = vault_keys(root, found.key_file.vault_id, found.key_file.gen)
    wipe(root)
    try:
        keyfile.confirm(found.raw, keys.header_mac)
    except VaultTampered:
        return False
    finally:
        keys.wipe()
    return True
