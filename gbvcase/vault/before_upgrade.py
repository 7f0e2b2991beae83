"""A locked copy of the vault as it was before an upgrade, until the new one has proved whole.

It is a vault by itself: the same password opens it with the program of before.
"""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from gbvcase.domain.errors import VaultDamaged
from gbvcase.vault import engine, files, keyfile


def keep(folder: Path, connection: sqlcipher.Connection, key: bytearray, raw_keys: bytes) -> None:
    """Lay the copy aside; raise DiskFull, DiskFailing or VaultDamaged, and then nothing is new.

    Its key file is written last: until then it is no vault, and is made anew the next time.
    """
    aside = folder / files.BEFORE
    files.remove_folder(aside)
    with files.disk_errors_said():
        files.make_folder(aside)
        name = keyfile.understood(raw_keys).db
        files.make_empty(aside / name)
        try:
            copy = engine.connect(aside / name, key, guarded=False)
            try:
                with engine.errors_said():
                    connection.backup(copy)
                    engine.checkpoint(copy)
                    _compare(connection, copy)
            finally:
                copy.close()
            files.flush(aside / name)
            keyfile.save(aside, raw_keys)
        except BaseException:
            files.remove_folder(aside)
            raise


def remove(folder: Path) -> None:
    """Remove the copy: the vault that was upgraded has passed its checks."""
    files.remove_folder(folder / files.BEFORE)


def _compare(whole: sqlcipher.Connection, copy: sqlcipher.Connection) -> None:
    if engine.damaged_pages(copy) or engine.row_counts(copy) != engine.row_counts(whole):
        raise VaultDamaged
