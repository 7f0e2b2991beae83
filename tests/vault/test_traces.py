"""What is deleted is in no page afterwards (D14)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import engine
from gbvcase.vault.drafts import Draft, forget, keep
from gbvcase.vault.search import exact_words_of, words_of
from gbvcase.vault.vault import Vault
from tests.builders import NOW, a_case, a_perpetrator, an_incident
from tests.vault.conftest import PASSWORD
from tests.vault.faults import steps
from tests.vault.keeping import later, save
from tests.vault.pages import database_key, readable, readable_log

CANARY = "Quỷnhxươz Thửvàng"


def traces(folder: Path) -> Iterator[bytes]:
    """Yield the canary in each spelling in which the database keeps texts."""
    for word in (*CANARY.split(), *words_of(CANARY), *exact_words_of(CANARY)):
        yield word.encode()


def pages(folder: Path) -> list[bytes]:
    key = database_key(folder, PASSWORD)
    (path,) = folder.glob("*.db")
    found = list(readable(path, key))
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        found += readable_log(log, key, path.read_bytes()[:16])
    return found


def checkpoint(vault: Vault) -> None:
    with engine.raw(vault.working()) as connection:
        engine.checkpoint(connection)


def is_in(found: list[bytes], folder: Path) -> bool:
    return any(trace in page for page in found for trace in traces(folder))


def test_a_deleted_name_is_in_no_page(vault: Vault, cabinet: Path) -> None:
    others = [
        save(vault, replace(a_case(head=replace(a_case().head, code=f"GL-{n}")), consents=()))
        for n in range(40)
    ]
    incident = an_incident(
        account=f"Lời kể của {CANARY}. " * 200,
        alleged_perpetrators=(a_perpetrator(name=CANARY),),
    )
    case = save(vault, a_case(full_name=CANARY, other_names=CANARY, incidents=(incident,)))
    again = save(vault, replace(case, client=replace(case.client, full_name="Lê Mẫu")), at=later(1))
    for number, other in enumerate(others):  # what is written between takes up the space around
        client = replace(other.client, full_name=f"Mẫu {number}")
        save(vault, replace(other, client=client), at=later(number))
    with vault.begin() as db:
        draft = keep(db, Draft(form="intake", values={"name": CANARY}), NOW)
    checkpoint(vault)
    assert is_in(pages(cabinet), cabinet), "the test sees what is there"
    with vault.begin() as db:
        forget(db, str(draft.id))
        db.exec_driver_sql("DELETE FROM cases WHERE id = ?", (again.head.id,))
        db.exec_driver_sql("DELETE FROM revisions WHERE case_id = ?", (again.head.id,))
        assert db.exec_driver_sql("SELECT count(*) FROM case_words").scalar_one() == len(others)
    checkpoint(vault)
    assert vault.check().is_whole
    assert not is_in(pages(cabinet), cabinet)


def test_no_work_of_the_database_needs_another_file(vault: Vault) -> None:
    """Catalogue row L11: large sorts, an index, a whole copy and its vacuum stay at home."""
    touched: set[Path] = set()

    def note(kind: str, path: str, data: Any) -> None:
        del kind, data
        touched.add(Path(path))  # one without a name would be a hidden temporary file

    with steps(note):
        with vault.begin() as db:
            db.exec_driver_sql(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                " INSERT INTO settings SELECT hex(i * 7919 % 20000) || i, hex(zeroblob(80)) FROM n"
            )
            db.exec_driver_sql("CREATE INDEX sorted ON settings (value, name)")
            query = "SELECT value || name AS both FROM settings ORDER BY both DESC"
            assert len(db.exec_driver_sql(query).all()) >= 20_000
            query = "SELECT count(DISTINCT value || name) FROM settings"
            assert db.exec_driver_sql(query).scalar_one() >= 20_000
        vault.change_password("another password of nobody", cost=FLOOR)
        assert vault.check().is_whole
    assert any(path.name.endswith("-wal") for path in touched)
    assert {path.parent for path in touched if path != vault.folder} == {vault.folder}
    assert all(path.name.startswith("data") for path in touched if path != vault.folder)


def test_a_name_that_was_replaced_is_not_in_the_index(vault: Vault) -> None:
    case = save(vault, a_case(full_name=CANARY))
    save(vault, replace(case, client=replace(case.client, full_name="Lê Mẫu")), at=later(1))
    with vault.begin() as db:
        blocks = db.exec_driver_sql("SELECT block FROM case_index_data").scalars().all()
        texts = db.exec_driver_sql("SELECT c0 || ' ' || c1 FROM case_index_content").scalars().all()
    kept = b"".join(blocks) + " ".join(texts).encode()
    for word in (*words_of(CANARY), *exact_words_of(CANARY)):
        assert word[:6].encode() not in kept
