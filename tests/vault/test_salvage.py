"""Catalogue row D18: what verifies is saved out of a damaged vault, and what is lost is listed."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from gbvcase.domain.errors import VaultDamaged, VaultExists, VaultInUse, WrongPassword
from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import engine, files, journal, upgrade
from gbvcase.vault.providers import keep_provider
from gbvcase.vault.records import case_ids, load_case, save_case
from gbvcase.vault.salvage import DRAWN_ANEW, Salvage, salvage
from gbvcase.vault.scans import keep_scan
from gbvcase.vault.search import find
from gbvcase.vault.vault import Vault
from tests.builders import NOW, WORKER, a_case, a_consent, a_provider, an_incident
from tests.vault.conftest import PASSWORD, quick_stretch
from tests.vault.keeping import UNIT, later
from tests.vault.pages import PAGE, database_key, readable

CASES = 60
LEAF = 0x0D
LONGEST = 3_900  # a longer row goes on in pages of its own

Tables = dict[str, dict[Any, dict[str, Any]]]


@pytest.fixture(autouse=True)
def quick_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gbvcase.sealing.slots.stretch", quick_stretch)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault of some cases with a history, long accounts, scans and providers; locked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gbvcase.sealing.slots.stretch", quick_stretch)
        folder = tmp_path_factory.mktemp("filled") / "1"
        vault, _ = Vault.create(folder, PASSWORD, cost=FLOOR)
        for number in range(CASES):
            with vault.begin() as db:
                _fill(db, number)
                journal.write(db, "case.open", str(number), NOW)
        vault.lock()
    (folder / files.BALLAST).unlink()
    return folder


def _fill(db: Any, number: int) -> None:
    account = f"Lời kể mẫu {number}. " * (400 if number % 10 == 0 else 8)
    incident = replace(an_incident(), account=account, id=None, alleged_perpetrators=())
    case = a_case(incidents=(incident,), consents=(replace(a_consent(), id=None),))
    case = replace(case, head=replace(case.head, code=f"MẪU-{number}"))
    case = replace(case, client=replace(case.client, full_name=f"Người Mẫu {number:03d}"))
    saved = save_case(db, case, by=WORKER, unit=UNIT, at=NOW)
    changed = replace(saved, client=replace(saved.client, occupation=None, other_names="Mẫu"))
    save_case(db, changed, by=WORKER, unit=UNIT, at=later(1))
    keep_scan(db, bytes([number]) * 9_000, media="image/png", at=NOW)
    keep_provider(db, replace(a_provider(), id=None), by=WORKER, unit=UNIT, at=NOW)


def everything(folder: Path) -> Tables:
    """All rows of all tables that are kept, by their keys."""
    connection = engine.connect(files.databases(folder)[0], database_key(folder, PASSWORD))
    found: Tables = {}
    for _, name, kind, *_ in connection.execute("PRAGMA table_list").fetchall():
        if kind != "table" or name.startswith("sqlite_") or name in DRAWN_ANEW | {"meta"}:
            continue
        info = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        columns = [row[1] for row in info]
        keys = [row[1] for row in info if row[5]]
        rows = [dict(zip(columns, row, strict=True)) for row in _all(connection, name)]
        found[name] = {tuple(row[key] for key in keys): row for row in rows}
    connection.close()
    return found


def _all(connection: Any, table: str) -> Iterator[tuple[Any, ...]]:
    return iter(connection.execute(f'SELECT * FROM "{table}"').fetchall())  # noqa: S608 - our own


@pytest.fixture
def damaged(filled: Path, quick_path: Path) -> Path:
    return Path(shutil.copytree(filled, quick_path / "damaged"))


def spoil(folder: Path, pages: list[int], chance: Random) -> None:
    """Overwrite some pages, or flip one bit of them."""
    (database,) = files.databases(folder)
    data = bytearray(database.read_bytes())
    for number in pages:
        start = (number - 1) * PAGE
        if chance.random() < 0.5:
            data[start : start + PAGE] = chance.randbytes(PAGE)
        else:
            data[start + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    database.write_bytes(data)


def saved_from(folder: Path, new: Path) -> tuple[Tables, Salvage]:
    vault, found = salvage(folder, PASSWORD, new, lambda *_: None, cost=FLOOR)
    assert vault.check().is_whole
    assert not vault.is_read_only
    vault.lock()
    return everything(new), found


def homes(folder: Path) -> dict[str, set[int]]:
    """For each id of a record, the pages with rows in which it stands, read by hand."""
    key = database_key(folder, PASSWORD)
    pages = list(readable(files.databases(folder)[0], key))
    ids = {
        str(row["id"])
        for table in everything(folder).values()
        for row in table.values()
        if "id" in row
    }
    found: dict[str, set[int]] = {one: set() for one in ids}
    for number, page in enumerate(pages, start=1):
        if page and page[0] == LEAF:
            for one in ids:
                if one.encode() in page:
                    found[one].add(number)
    return found


def as_kept(row: dict[str, Any]) -> dict[str, Any]:
    """A row without what is drawn anew from the records of its case, some of which are lost."""
    return {name: value for name, value in row.items() if not name.startswith("list_")}


def is_long(row: dict[str, Any]) -> bool:
    return sum(len(str(value).encode()) for value in row.values() if value is not None) > LONGEST


def test_nothing_is_lost_where_nothing_is_damaged(
    filled: Path, damaged: Path, quick_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in damaged.iterdir()}
    rows, found = saved_from(damaged, quick_path / "new")
    whole = everything(filled)
    for table in whole.keys() - {"journal"}:
        assert rows[table] == whole[table], table
    assert list(rows["journal"].values())[: len(whole["journal"])] == list(
        whole["journal"].values()
    )
    assert len(rows["journal"]) == len(whole["journal"]) + 1
    assert (found.damaged_pages, found.unreadable.total()) == ((), 0)
    assert (found.lost.records, found.lost.older, found.lost.emptied) == ((), (), ())
    assert found.is_proved
    assert {path.name: path.read_bytes() for path in damaged.iterdir()} == before
    vault = Vault.open(quick_path / "new", PASSWORD)
    with vault.begin() as db:
        assert len(find(db, "nguoi mau 01", 100)) == 10
        assert db.exec_driver_sql("SELECT count(*) FROM counted").scalar_one() > CASES
        last = journal.entry_at(db, journal.head(db).seq)
        assert journal.verify(db) is None
    assert vault.incarnation == 2
    assert last is not None
    assert (last[1]["act"], last[1]["lost"]) == ("vault.salvage", 0)
    vault.lock()
    Vault.open_by_recovery(quick_path / "new", found.recovery_number).lock()


@pytest.mark.parametrize(("share", "seed"), [(1, 1), (1, 2), (10, 3), (10, 4), (10, 5)])
def test_every_row_on_healthy_pages_is_saved_as_it_was(
    share: int, seed: int, filled: Path, damaged: Path, quick_path: Path
) -> None:
    check_salvage(share, seed, filled, damaged, quick_path)


@pytest.mark.long
def test_every_row_is_saved_many_times(filled: Path, quick_path: Path) -> None:
    for seed in range(100, 200):
        folder = Path(shutil.copytree(filled, quick_path / f"long-{seed}"))
        check_salvage(1 + 9 * (seed % 2), seed, filled, folder, folder)
        shutil.rmtree(folder)


def check_salvage(share: int, seed: int, filled: Path, damaged: Path, scratch: Path) -> None:
    chance = Random(seed)  # noqa: S311 - places, not secrets
    count = (damaged / files.database_name(1)).stat().st_size // PAGE
    pages = sorted(chance.sample(range(1, count + 1), max(1, count * share // 100)))
    if seed == 4:
        pages = sorted({1, *pages})  # the page that everything begins with
    spoil(damaged, pages, chance)
    whole, at = everything(filled), homes(filled)
    rows, found = saved_from(damaged, scratch / "new")
    if found.is_proved:  # one wrong bit of the salt, on the first page, is set right
        assert set(pages) - set(found.damaged_pages) <= {1}
        assert set(found.damaged_pages) <= set(pages)
    else:
        assert not found.damaged_pages
    mended = {(one.table, one.record_id) for one in (*found.lost.older, *found.lost.emptied)}
    lost = {(one.table, one.record_id) for one in found.lost.records}
    gone = 0
    if found.journal_cut_at is not None:
        whole["journal"] = {
            key: row for key, row in whole["journal"].items() if row["seq"] < found.journal_cut_at
        }
    for table, kept in whole.items():
        for key, row in kept.items():
            now = rows[table].get(key)
            if table == "revisions" and now is not None and now["by"] == "-":
                continue  # a line of the mending, under the number of one that was lost
            if now is not None and (table, row.get("id")) not in mended:
                assert as_kept(now) == as_kept(row), (table, key)
            elif now is None and "id" in row:
                gone += 1
                is_hurt = at[row["id"]] & set(pages) or is_long(row)
                assert is_hurt, f"a row of {table} on healthy pages"
                is_told = (table, row["id"]) in lost or found.unreadable.total()
                assert is_told or "revisions" in found.unreadable or found.damaged_pages
    assert not lost & mended  # each loss is told once
    assert gone < len(at) * share / 10
    vault = Vault.open(scratch / "new", PASSWORD)
    with vault.begin() as db:
        for case_id in case_ids(db):
            load_case(db, case_id)
        assert journal.verify(db) is None
    vault.lock()


def leaf_of(filled: Path, client: dict[str, Any]) -> int:
    """The page with the row of a client: her history has the names of fields beside the words."""
    pages = list(readable(files.databases(filled)[0], database_key(filled, PASSWORD)))
    words = (client["id"].encode(), client["full_name"].encode())
    (found,) = [
        number
        for number, page in enumerate(pages, start=1)
        if page and page[0] == LEAF and all(word in page for word in words)
        if b'"full_name"' not in page
    ]
    return found


def test_a_lost_client_is_taken_as_she_was_before_and_a_lost_consent_is_not(
    filled: Path, damaged: Path, quick_path: Path
) -> None:
    whole = everything(filled)
    (client, *_) = whole["clients"].values()
    page = leaf_of(filled, client)
    spoil(damaged, [page], Random(0))  # noqa: S311 - places, not secrets
    rows, found = saved_from(damaged, quick_path / "new")
    older = [one for one in found.lost.older if one.record_id == client["id"]]
    assert [one.table for one in older] == ["clients"]
    assert older[0].code == whole["cases"][client["case_id"],]["code"]
    now = rows["clients"][client["id"], client["case_id"]]
    assert now["full_name"] == client["full_name"]
    assert (now["other_names"], client["other_names"]) == (None, "Mẫu")  # before the change
    assert not any(one.table == "consents" for one in found.lost.older)


def test_a_log_that_was_not_brought_in_yet_counts(filled: Path, quick_path: Path) -> None:
    folder = Path(shutil.copytree(filled, quick_path / "open"))
    vault = Vault.open(folder, PASSWORD)
    with vault.begin() as db:
        db.exec_driver_sql("INSERT INTO settings VALUES ('late', '\"in the log\"')")
    copy = Path(shutil.copytree(folder, quick_path / "copy"))  # as after a power cut
    vault.lock()
    assert (copy / "data-00000001.db-wal").stat().st_size > 0
    rows, found = saved_from(copy, quick_path / "new")
    assert rows["settings"]["late",]["value"] == '"in the log"'
    assert found.is_proved


def test_a_changed_journal_is_taken_up_to_the_change(
    filled: Path, damaged: Path, quick_path: Path
) -> None:
    connection = engine.connect(
        files.databases(damaged)[0], database_key(damaged, PASSWORD), guarded=False
    )
    connection.execute("DROP TRIGGER journal_is_not_changed")
    connection.execute("UPDATE journal SET entry = '{}' WHERE seq = 31")
    connection.close()
    rows, found = saved_from(damaged, quick_path / "new")
    assert found.journal_cut_at == 31
    assert len(rows["journal"]) == 31  # thirty, and the one that tells of it
    assert found.unreadable["journal"] == CASES + 1 - 30


def test_nothing_is_saved_without_the_password_over_another_or_beside_another_program(
    damaged: Path, filled: Path, quick_path: Path
) -> None:
    def go(new: Path, password: str = PASSWORD) -> None:
        salvage(damaged, password, new, lambda *_: None, cost=FLOOR)

    with pytest.raises(WrongPassword):
        go(quick_path / "new", "wrong")
    assert not (quick_path / "new").exists()
    other = Path(shutil.copytree(filled, quick_path / "other"))
    with pytest.raises(VaultExists):
        go(other)
    assert everything(other) == everything(filled)
    vault = Vault.open(damaged, PASSWORD)
    with pytest.raises(VaultInUse):
        go(quick_path / "new")
    vault.lock()


@pytest.mark.parametrize("data", [b"", b"x" * 5000, bytes(PAGE * 3)])
def test_where_nothing_can_be_read_nothing_is_made(
    data: bytes, damaged: Path, quick_path: Path
) -> None:
    files.databases(damaged)[0].write_bytes(data)
    with pytest.raises(VaultDamaged):
        salvage(damaged, PASSWORD, quick_path / "new", lambda *_: None, cost=FLOOR)
    assert not list((quick_path / "new").glob("data*.db"))
    assert not (quick_path / "new" / files.KEY).exists()


def test_a_damaged_vault_of_an_earlier_version_is_saved_and_brought_up_to_date(
    quick_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = upgrade.steps_of()[:2]
    head = {"id": "case-1", "code": "MẪU-1", "status": "open", "revision": 1}
    head |= dict.fromkeys(("created_at", "updated_at"), "2025-09-15T09:00:00+07:00")
    with monkeypatch.context() as patch:
        patch.setattr(upgrade, "steps_of", lambda of=None: early)
        vault, _ = Vault.create(quick_path / "early", PASSWORD, cost=FLOOR)
        with vault.begin() as db:
            names, marks = ", ".join(head), ", ".join("?" * len(head))
            query = f"INSERT INTO cases ({names}) VALUES ({marks})"  # noqa: S608 - our own names
            db.exec_driver_sql(query, tuple(head.values()))
            for table in ("clients", "intakes"):
                columns = "(id, case_id, position, revision)"
                query = f"INSERT INTO {table} {columns} VALUES (?, ?, 0, 1)"  # noqa: S608 - our own
                db.exec_driver_sql(query, (f"{table}-1", "case-1"))
        vault.lock()
    vault, found = salvage(
        quick_path / "early", PASSWORD, quick_path / "new", lambda *_: None, cost=FLOOR
    )
    with vault.begin() as db:
        assert upgrade.version(db) == len(upgrade.steps_of()) > 2
        assert load_case(db, "case-1").head.code == "MẪU-1"
    assert found.saved["cases"] == 1
    assert vault.check().is_whole
    vault.lock()
