"""A vault at rest: what was read is given back, and read again when it is wanted."""

import sys
from pathlib import Path

import pytest

from gbvcase.vault import engine
from gbvcase.vault.vault import Vault

PIECE, PIECES = 100_000, 240


def fill(vault: Vault) -> None:
    with engine.raw(vault.working()) as plain:
        plain.execute("CREATE TABLE pieces (number INTEGER PRIMARY KEY, content BLOB)")
        plain.executemany("INSERT INTO pieces (content) VALUES (zeroblob(?))", [(PIECE,)] * PIECES)


def read(vault: Vault) -> int:
    with engine.raw(vault.working()) as plain:
        pieces = plain.execute("SELECT content FROM pieces")
        return sum(len(content) for (content,) in pieces)


def megabytes() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) / 256


def test_a_vault_at_rest_reads_again_what_it_gave_back(vault: Vault) -> None:
    fill(vault)
    assert read(vault) == PIECE * PIECES
    vault.rest()
    assert read(vault) == PIECE * PIECES


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux tells the memory")
def test_a_vault_at_rest_holds_no_pages(vault: Vault) -> None:
    fill(vault)
    vault.rest()
    before = megabytes()
    read(vault)
    held = megabytes() - before
    vault.rest()
    assert held > PIECE * PIECES / 2**20 / 2
    assert megabytes() - before < held / 2


def test_a_locked_vault_has_nothing_to_give_back(vault: Vault) -> None:
    vault.lock()
    vault.rest()
    assert not vault.is_unlocked
