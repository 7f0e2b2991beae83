"""A file of before a step is taken along: what it did not know yet is empty in it."""

from pathlib import Path

import pytest

from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import upgrade
from gbvcase.vault.records import case_ids, load_case
from gbvcase.vault.upgrade import steps_of, version
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD

BEFORE_NOTES, BEFORE_HEARD = 2, 5
AT = "2025-09-15T09:00:00+07:00"


def test_a_case_of_before_there_were_notes_is_read_and_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        first = steps_of()[:BEFORE_NOTES]
        older.setattr(upgrade, "steps_of", lambda *_: first)
        vault, _ = Vault.create(tmp_path / "cabinet", PASSWORD, cost=FLOOR)
        with vault.begin() as db:
            assert version(db) == BEFORE_NOTES
            for table in ("cases", "clients", "intakes"):
                columns = "id, created_at, updated_at, created_by, updated_by, revision"
                places = "" if table == "cases" else ", case_id, position"
                values = f"'{table}-1', '{AT}', '{AT}', 'Mẫu', 'Mẫu', 1"
                where = "" if table == "cases" else ", 'cases-1', 0"
                db.exec_driver_sql(
                    f"INSERT INTO {table} ({columns}{places}) VALUES ({values}{where})"  # noqa: S608
                )
        vault.lock()
    vault = Vault.open(tmp_path / "cabinet", PASSWORD)
    with vault.begin() as db:
        assert version(db) == len(steps_of())
        (case,) = [load_case(db, one) for one in case_ids(db)]
        assert case.notes == ()
        assert case.head.print_log == ()
    vault.lock()


def test_people_of_before_are_heard_and_found_as_those_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        first = steps_of()[:BEFORE_HEARD]
        older.setattr(upgrade, "steps_of", lambda *_: first)
        vault, _ = Vault.create(tmp_path / "cabinet", PASSWORD, cost=FLOOR)
        with vault.begin() as db:
            for number, (name, dob) in enumerate(PEOPLE_OF_BEFORE):
                about = f"'{AT}', '{AT}', 'Mẫu', 'Mẫu', 1"
                columns = "created_at, updated_at, created_by, updated_by, revision"
                for query, values in (
                    (f"cases (id, {columns}) VALUES (?, {about})", (f"case-{number}",)),
                    (
                        f"clients (id, case_id, position, full_name, dob, {columns})"
                        f" VALUES ('client', ?, 0, ?, ?, {about})",
                        (f"case-{number}", name, dob),
                    ),
                    ("case_words (number, case_id) VALUES (?, ?)", (number, f"case-{number}")),
                    (
                        "case_index (rowid, words, exact) VALUES (?, 'mau', ?)",
                        (number, f"6d{number}"),
                    ),
                ):
                    db.exec_driver_sql(f"INSERT INTO {query}", values)
        vault.lock()
    vault = Vault.open(tmp_path / "cabinet", PASSWORD)
    with vault.begin() as db:
        rows = db.exec_driver_sql("SELECT list_heard, list_birth_year FROM cases ORDER BY id").all()
        assert [tuple(row) for row in rows] == [
            *(("li thi mau", 1990), ("do thi mau", None), (None, 1985), (None, None))
        ]
        exact = db.exec_driver_sql("SELECT exact FROM case_words ORDER BY number").scalars().all()
        assert exact == ["6d0", "6d1", "6d2", "6d3"]
    vault.lock()


PEOPLE_OF_BEFORE = (
    *(("Lý Thị Mẫu", "1990-03-08"), ("Đỗ Thị Mẫu", None), (None, "1985"), (None, None)),
)
