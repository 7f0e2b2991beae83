"""The made-up province: two offices, five years, one report."""

from datetime import date
from pathlib import Path

from gbvcase.casework.demo import PASSWORD
from gbvcase.casework.province import make_province


def test_five_years_of_two_offices_are_published(tmp_path: Path) -> None:
    made = make_province(
        tmp_path / "province",
        tmp_path / "tables",
        PASSWORD,
        seed=2,
        today=date(2026, 11, 24),
        people=120,
    )
    assert [one.id for one in made] == [f"incidents-{year}" for year in range(2021, 2026)]
    assert all(one.tables and not one.as_json()["alone"] for one in made)
    assert len(list((tmp_path / "tables").glob("*.pdf"))) == 5
