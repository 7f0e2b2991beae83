"""The made-up province: two offices, five years, one report."""

from datetime import date
from pathlib import Path

from gbvcase.casework.demo import PASSWORD
from gbvcase.casework.province import make_province
from gbvcase.casework.publishing import audit
from gbvcase.casework.upkeep import open_desk
from gbvcase.reports.tables import in_period


def test_five_years_of_two_offices_are_published_and_what_they_add_up_to(tmp_path: Path) -> None:
    made = make_province(
        tmp_path / "province",
        tmp_path / "tables",
        PASSWORD,
        seed=2,
        today=date(2026, 11, 24),
        people=120,
    )
    *years, whole = made
    assert [one.id for one in years] == [f"incidents-{year}" for year in range(2021, 2026)]
    assert all(one.tables and not one.as_json()["alone"] for one in made)
    assert len(list((tmp_path / "tables").glob("*.pdf"))) == 6
    desk = open_desk(tmp_path / "province", PASSWORD)
    try:
        assert not whole.as_json()["few"] and whole.tables
        for cell, figure in whole.release.figures.items():
            parts = [one.release.figures[in_period(cell, one.release.line.period)] for one in years]
            assert figure.value == sum(part.value for part in parts)
            assert figure.low <= sum(part.high for part in parts)
            assert figure.high >= sum(part.low for part in parts)
        (verdict,) = audit(desk)
        assert verdict.period == "2021..2025"
        assert verdict.is_safe
    finally:
        desk.vault.lock()
