"""A transaction past the toolkit keeps what every transaction does: all or nothing, and why not."""

from pathlib import Path

import pytest

from gbvcase.domain.errors import VaultDamaged, VaultHeld
from gbvcase.vault import journal
from gbvcase.vault.drafts import Draft, keep, living
from gbvcase.vault.kept_rows import driver
from gbvcase.vault.lists import View, ordered_ids
from gbvcase.vault.mark import Mark
from gbvcase.vault.vault import Vault
from tests.builders import NOW, TODAY, WORKER, a_case
from tests.vault.conftest import PASSWORD
from tests.vault.keeping import save

TYPED = Draft(form="intake", values={"full_name": "Trần Thị Mẫu"})


def drafts_of(vault: Vault) -> tuple[Draft, ...]:
    with vault.begin() as db:
        return living(db)


def test_what_was_kept_briefly_is_there_after_locking(cabinet: Path) -> None:
    vault = Vault.open(cabinet, PASSWORD)
    with vault.briefly() as db:
        kept = keep(db, TYPED, NOW)
    vault.lock()
    vault = Vault.open(cabinet, PASSWORD)
    assert drafts_of(vault) == (kept,)
    vault.lock()


def test_what_fails_inside_leaves_nothing_and_the_next_one_begins(vault: Vault) -> None:
    for fails in (vault.briefly, vault.begin):
        with pytest.raises(ZeroDivisionError), fails() as db:
            keep(db, TYPED, NOW)
            1 / 0  # noqa: B018
        assert drafts_of(vault) == ()
    with vault.briefly() as db:
        keep(db, TYPED, NOW)
    assert len(drafts_of(vault)) == 1


def test_a_vault_that_is_held_is_asked_briefly_and_not_written(
    cabinet: Path, recovery_number: str
) -> None:
    vault = Vault.open(cabinet, PASSWORD)
    case = save(vault, a_case())
    vault.lock()
    held = Vault.open_by_recovery(cabinet, recovery_number)
    with held.briefly() as db:
        assert ordered_ids(db, View(), worker=WORKER, today=TODAY) == (case.head.id,)
    for way in (held.briefly, held.begin):
        with pytest.raises(VaultHeld), way() as db:
            keep(db, TYPED, NOW)
    assert drafts_of(held) == ()
    held.lock()


def test_a_damaged_place_that_is_met_briefly_stops_the_vault(vault: Vault) -> None:
    with pytest.raises(VaultDamaged), vault.briefly():
        raise VaultDamaged
    for way in (vault.briefly, vault.begin):
        with pytest.raises(VaultDamaged), way():
            pass


def test_the_mark_is_told_of_the_journal_only_when_something_was_written(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Mark] = []
    monkeypatch.setattr(vault._keeper, "grown", told.append)
    with vault.begin() as db:
        driver(db).execute("SELECT count(*) FROM cases").fetchone()
    with vault.briefly() as db:
        keep(db, TYPED, NOW)
    assert told == []
    with vault.begin() as db:
        head = journal.write(db, "settings.change", "", NOW)
    assert [(mark.seq, mark.hash) for mark in told] == [(head.seq, head.hash)]
    with pytest.raises(ZeroDivisionError), vault.begin() as db:
        journal.write(db, "settings.change", "", NOW)
        1 / 0  # noqa: B018
    assert len(told) == 1
