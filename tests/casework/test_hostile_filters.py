"""Catalogue row S06: whatever is typed where something is looked for, it is only looked for."""

from contextlib import suppress
from pathlib import Path

import pytest

from gbvcase.casework.cases import View, amend, case_coded, list_cases, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.likeness import alike
from gbvcase.casework.office_figures import cases_behind, count_report
from gbvcase.casework.publishing import files_again
from gbvcase.casework.referrals import find_referral
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.speaking import speaker
from tests.builders import a_case

NAME = "Quỷnhxươz"
ATTEMPTS = (
    "x' OR '1'='1",
    '" OR 1=1 --',
    "x'; DROP TABLE cases; --",
    "' UNION SELECT value, 1, 2 FROM settings --",
    "WITH case_list AS (SELECT * FROM clients) SELECT full_name FROM case_list",
    "PRAGMA writable_schema = ON",
    "ATTACH DATABASE '{file}' AS other KEY ''",
    "SELECT sqlcipher_export('other')",
    "SELECT load_extension('x')",
    "NEAR(a b, 2)",
    'words : "x" OR *',
    "^" + NAME.lower()[:2] + "* NOT y",
    "\0" + NAME,
    "%",
    "_",
    "{file}",
)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_what_is_typed_into_any_filter_reads_nothing_more_and_changes_nothing(
    desk: Desk, attempt: str, tmp_path: Path
) -> None:
    file = tmp_path / "out.db"
    typed = attempt.format(file=file)
    case = a_case(full_name=f"{NAME} Mẫu")
    kept = new_case(desk, case.client, case.intake, case.consents, case.incidents)
    amend(desk, kept.head.id, "client", kept.client)
    before = contents(desk)
    found = list_cases(desk, View(text=typed))
    assert found in ((), [], tuple(found[:0]), found[:0]) or NAME in typed
    assert len(list_cases(desk, View(commune=typed))) == 0
    assert len(list_cases(desk, View(owner=typed))) == 0
    alike(desk, typed, 1990, typed, typed)
    for ask in (
        lambda: case_coded(desk, typed),
        lambda: find_referral(desk, typed),
        lambda: count_report(desk, typed, "2025"),
        lambda: count_report(desk, "incidents", typed),
        lambda: cases_behind(desk, "incidents", "2025", ((typed, typed),)),
        lambda: files_again(desk, typed, tmp_path / "files", speaker("vi")),
    ):
        with suppress(GbvcaseError, KeyError):
            assert not ask()
    assert contents(desk) == before
    assert not file.exists()
    assert not (tmp_path / "files").exists()


def contents(desk: Desk) -> list[tuple[str, int]]:
    """Every table of the cabinet, and how many rows it has."""
    with desk.vault.begin() as db:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        names = db.exec_driver_sql(query).scalars().all()
        return [
            (name, db.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())  # noqa: S608
            for name in names
        ]
