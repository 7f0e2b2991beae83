"""A file of before a step is taken along: what it did not know yet is empty in it."""

from pathlib import Path

import pytest

from gbvcase.sealing.slots import FLOOR
from gbvcase.vault import upgrade
from gbvcase.vault.records import case_ids, load_case
from gbvcase.vault.upgrade import steps_of, version
from gbvcase.vault.vault import Vault
from tests.vault.conftest import PASSWORD

BEFORE_NOTES = 2
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
