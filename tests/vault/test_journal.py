"""Catalogue rows A01, A02 and A03, and the vector of the chain."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, IntegrityError

from gbvcase.sealing import canonical
from gbvcase.vault.journal import BEGINNING, Head, entry_at, head, instant, seal, verify, write
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD

NOON = datetime(2025, 3, 1, 12, 0, 30, 999, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def twelve(quick_cabinet: Path, request: pytest.FixtureRequest) -> Vault:
    """A vault with twelve entries, whose journal may be changed by hand."""
    vault = Vault.open(quick_cabinet, PASSWORD)
    request.addfinalizer(vault.lock)
    with vault.begin() as db:
        for number in range(11):
            write(db, "case.change", f"case{number}", NOON)
        db.exec_driver_sql("DROP TRIGGER journal_is_not_changed")
        db.exec_driver_sql("DROP TRIGGER journal_is_not_cut")
    return vault


def test_an_entry_has_the_seal_of_the_vectors() -> None:
    entry = canonical.dumps(
        {"act": "case.open", "at": "2026-01-02T03:04:05Z", "ref": "c1", "seq": 1}
    )
    assert seal(bytes(32), entry).hex() == (
        "e6626fd9e7c933ba63428c0655bfa7a4528b228ce815bc9170f00093b431eb2f"
    )


def test_an_entry_says_who_what_and_when_in_canonical_words(twelve: Vault) -> None:
    with twelve.begin() as db:
        made = write(db, "case.open", "c1", NOON, step="intake", fields=["status", "step"])
        found = entry_at(db, made.seq)
        assert head(db) == made
    assert found is not None
    assert found == (
        made,
        {
            "act": "case.open",
            "at": "2025-03-01T05:00:30Z",
            "fields": ["status", "step"],
            "inc": 1,
            "ref": "c1",
            "seq": 13,
            "step": "intake",
        },
    )


def test_what_is_said_besides_cannot_replace_what_must_be_said(twelve: Vault) -> None:
    with twelve.begin() as db:
        made = write(db, "case.open", "c1", NOON, seq=99, inc=7)
        found = entry_at(db, made.seq)
    assert found is not None
    assert (found[1]["seq"], found[1]["inc"]) == (13, 1)


def test_times_are_written_in_one_zone() -> None:
    assert instant(NOON) == instant(NOON.astimezone(UTC)) == "2025-03-01T05:00:30Z"


def test_the_journal_only_grows(vault: Vault) -> None:
    for statement in ("DELETE FROM journal", "UPDATE journal SET entry = ''"):
        with pytest.raises(IntegrityError), vault.begin() as db:
            db.exec_driver_sql(statement)
    with vault.begin() as db:
        assert verify(db) is None


def test_a_whole_chain_is_whole_from_every_head_on(twelve: Vault) -> None:
    with twelve.begin() as db:
        assert verify(db) is None
        for seq in range(1, 13):
            found = entry_at(db, seq)
            assert found is not None
            assert verify(db, found[0]) is None
        assert entry_at(db, 13) is None


def make_room(db: Connection) -> None:
    for seq in range(12, 5, -1):  # from the end, so that no number is there twice
        db.exec_driver_sql("UPDATE journal SET seq = ? WHERE seq = ?", (seq + 1, seq))


@pytest.mark.parametrize("seq", range(1, 13))
@pytest.mark.parametrize("column", ["entry", "hash"])
def test_a_changed_entry_is_named(seq: int, column: str, twelve: Vault) -> None:
    change = {
        "entry": "UPDATE journal SET entry = replace(entry, 'case', 'cafe') || '' WHERE seq = ?",
        "hash": "UPDATE journal SET hash = zeroblob(32) WHERE seq = ?",
    }[column]
    if seq == 1:
        change = change.replace("'case', 'cafe'", "'vault', 'fault'")
    with twelve.begin() as db:
        db.exec_driver_sql(change, (seq,))
        assert verify(db) == seq


@pytest.mark.parametrize("seq", range(1, 12))
def test_a_deleted_entry_is_named(seq: int, twelve: Vault) -> None:
    with twelve.begin() as db:
        db.exec_driver_sql("DELETE FROM journal WHERE seq = ?", (seq,))
        assert verify(db) == seq


def test_a_deleted_last_entry_is_known_to_a_holder_of_the_head(twelve: Vault) -> None:
    with twelve.begin() as db:
        held = head(db)
        db.exec_driver_sql("DELETE FROM journal WHERE seq = 12")
        assert verify(db) is None
        assert verify(db, held) == 12


def test_an_inserted_entry_is_named(twelve: Vault) -> None:
    with twelve.begin() as db:
        row = db.exec_driver_sql("SELECT entry, hash FROM journal WHERE seq = 5").one()
        make_room(db)
        db.exec_driver_sql("INSERT INTO journal VALUES (6, ?, ?)", tuple(row))
        assert verify(db) == 6


def test_entries_in_another_order_are_named(twelve: Vault) -> None:
    with twelve.begin() as db:
        for old, new in ((6, 100), (7, 6), (100, 7)):
            db.exec_driver_sql("UPDATE journal SET seq = ? WHERE seq = ?", (new, old))
        assert verify(db) == 6


def test_an_entry_that_names_another_place_is_found(twelve: Vault) -> None:
    """Sealed rightly, but not where it says: only someone with the vault can do this."""
    with twelve.begin() as db:
        last = head(db)
        entry = canonical.dumps({"act": "x", "at": "", "inc": 1, "ref": "", "seq": 77})
        db.exec_driver_sql(
            "INSERT INTO journal VALUES (?, ?, ?)", (13, entry.decode(), seal(last.hash, entry))
        )
        assert verify(db) == 13


def test_a_chain_written_anew_is_known_to_a_holder_of_an_older_head(twelve: Vault) -> None:
    with twelve.begin() as db:
        held = entry_at(db, 9)
        assert held is not None
        last = BEGINNING
        for seq, entry in db.exec_driver_sql("SELECT seq, entry FROM journal ORDER BY seq").all():
            rewritten = entry.replace("case3", "case4")
            last = Head(seq, seal(last.hash, rewritten.encode()))
            db.exec_driver_sql(
                "UPDATE journal SET entry = ?, hash = ? WHERE seq = ?",
                (rewritten, last.hash, seq),
            )
        assert verify(db) is None  # whole in itself
        assert verify(db, held[0]) == 9


def test_ten_thousand_changes_have_one_entry_each_or_are_not_there(quick_cabinet: Path) -> None:
    chance = Random(3)  # noqa: S311 - the same changes in every run
    vault = Vault.open(quick_cabinet, PASSWORD)
    with vault.begin() as db:
        db.exec_driver_sql("CREATE TABLE things (id TEXT PRIMARY KEY, value TEXT NOT NULL)")
        before = head(db).seq
    expected: list[tuple[str, str]] = []
    made = 0
    while made < 10_000:
        wanted: list[tuple[str, str]] = []
        try:
            with vault.begin() as db:
                for _ in range(chance.randrange(1, 40)):
                    thing, act = str(chance.randrange(300)), chance.choice(("put", "drop"))
                    if act == "put":
                        db.exec_driver_sql("REPLACE INTO things VALUES (?, ?)", (thing, "x"))
                    else:
                        db.exec_driver_sql("DELETE FROM things WHERE id = ?", (thing,))
                    write(db, f"thing.{act}", thing, NOON)
                    wanted.append((thing, act))
                    made += 1
                match chance.randrange(8):
                    case 0:
                        raise KeyError
                    case 1:
                        db.exec_driver_sql("INSERT INTO things (id) VALUES ('no value')")
        except (KeyError, DatabaseError):
            continue
        expected += wanted
    with vault.begin() as db:
        assert verify(db) is None
        found = [
            canonical.loads(row.entry.encode())
            for row in db.exec_driver_sql(
                "SELECT entry FROM journal WHERE seq > ? ORDER BY seq", (before,)
            )
        ]
        there = {row.id for row in db.exec_driver_sql("SELECT id FROM things")}
    vault.lock()
    assert [(entry["ref"], entry["act"]) for entry in found] == [
        (thing, f"thing.{act}") for thing, act in expected
    ]
    last = dict(expected)
    assert there == {thing for thing, act in last.items() if act == "put"}
