"""Figures that somebody types in, and the table of targets in which they stand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from gbvcase.casework.cases import add_cases
from gbvcase.casework.counting import counted_here, hand_out
from gbvcase.casework.desk import Desk
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.measures import network, office_measures
from gbvcase.casework.providers import save_provider
from gbvcase.casework.publishing import audit, publish, release_named
from gbvcase.casework.typed_figures import (
    NoSuchFigure,
    NotANumber,
    SourceMissing,
    TargetTable,
    number_typed,
    target_table,
    type_figure,
    typed_figures,
)
from gbvcase.domain.codes import ProviderStatus, ReferralOutcome, ReferralStatus, Sector
from gbvcase.domain.kept import StatusChange
from gbvcase.domain.speaking import speaker
from gbvcase.reports.counts_package import unpacked
from gbvcase.reports.indicators import plan_named, reports
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.tables import Unit, key
from gbvcase.reports.wanted import Standing
from gbvcase.vault.records import case_ids, load_case, save_case
from tests.builders import a_provider, a_referral
from tests.casework.conftest import NOW
from tests.light_sealing import seal_lightly, unseal
from tests.reports.test_targets import A_PROGRAMME

LATER = datetime(2026, 1, 20, 9, 0, tzinfo=NOW.tzinfo)
TODAY = date(2026, 1, 20)
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
SAY = speaker("vi")
ONE_OF_EACH_UNIT = {Unit.INCIDENTS: "incidents-tables", Unit.PEOPLE: "people"}


def seeded(seed: int = 1) -> Random:
    return Random(seed)  # noqa: S311 - a test


@pytest.fixture
def full(desk: Desk) -> Iterator[Desk]:
    later = replace(desk, clock=lambda: LATER)
    add_cases(later, [("made-up", one.document) for one in made_up_cases(110, 5, TODAY)])
    with desk.vault.begin() as db:
        for number, case_id in enumerate(case_ids(db)[::2]):
            case = load_case(db, case_id)
            sent_on = LATER - timedelta(days=40 + number)
            completed = number % 3 == 0
            sent = a_referral(
                (Sector.HEALTH, Sector.LEGAL)[number % 2],
                referral_no=f"PC-MAU-{number}",
                sent_at=sent_on,
                status=ReferralStatus.COMPLETED if completed else ReferralStatus.SENT,
                outcome=ReferralOutcome.RECEIVED_FULL if completed else None,
                status_history=(
                    (StatusChange(to="completed", at=sent_on + timedelta(days=3)),)
                    if completed
                    else ()
                ),
            )
            after = replace(case, referrals=(sent,))
            save_case(db, after, by="Lan (mẫu)", unit=later.unit, at=LATER)
    yield later


def test_every_plan_of_every_unit_is_published_from_a_real_cabinet_and_stays_safe(
    full: Desk, tmp_path: Path
) -> None:
    units = {plan.unit: plan.name for plan in reports()}
    assert set(units) == set(Unit) - {Unit.CLOSINGS}
    names = [ONE_OF_EACH_UNIT.get(unit, name) for unit, name in units.items()]
    for name in names:
        made = publish(full, name, "2025", folder=tmp_path, say=SAY, random=seeded())
        assert len(made.files) == (6 if made.release.line.few else 7)
        total = made.release.figures.get(key([(PERIOD, "2025")]))
        assert made.release.line.few or (total is not None and total.value % 5 == 0)
        again = release_named(full, made.id)
        assert [grid.id for grid in again.tables] == [grid.id for grid in made.tables]
        for grid in made.tables:
            for row in grid.rows:
                assert len(row.cells) in (0, len(grid.columns))
    verdicts = audit(full)
    assert len(verdicts) == len(names)
    assert all(one.is_safe for one in verdicts)


def test_counts_of_people_and_referrals_can_be_handed_out_to_be_added(
    full: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_lightly(monkeypatch)
    for name in ("people", "referrals", "perpetrators"):
        handed = hand_out(full, name, "2025")
        plan = plan_named(name)
        package = unpacked(unseal(handed.content, handed.password), plan, "2025")
        exact = counted_here(full, plan, "2025")
        assert package.counts.cells == exact.cells
        assert package.counts.cells[key([(PERIOD, "2025")])] > 0


def test_places_as_they_were_are_published_like_those_of_today(full: Desk, tmp_path: Path) -> None:
    made = publish(full, "incidents-then", "2025", folder=tmp_path, say=SAY, random=seeded())
    total = made.release.figures[key([(PERIOD, "2025")])]
    outside = made.release.figures[key([("area", "outside"), (PERIOD, "2025")])]
    assert total.value > 0
    assert outside.value == 0


def test_every_indicator_is_counted_exactly_or_says_what_it_waits_for(full: Desk) -> None:
    found = {one.indicator.id: one for one in office_measures(full, FIRST, LAST)}
    assert len(found) == 55
    for one in found.values():
        assert (one.found is None) == (one.standing is Standing.WAITING)
    base = found["A1"].found
    assert base is not None
    total = base.lines[0].number
    assert total
    for name in ("A3", "A4", "A9"):
        counted = found[name].found
        assert counted is not None
        (block,) = counted.blocks
        assert {line.whole for line in block.lines} == {total}, "one base stands under all"
    people = found["D1"].found
    assert people is not None
    assert people.lines[0].number is not None
    assert people.lines[0].number <= total


def test_the_network_is_counted_from_the_directory(desk: Desk) -> None:
    save_provider(desk, a_provider("trusted_address", id="p1"))
    save_provider(desk, a_provider("safe_house", id="p2", status=ProviderStatus.CLOSED))
    rows = network(desk, FIRST, LAST)
    assert [(row.active, row.added, row.ended) for row in rows] == [(1, 2, 1), (1, 1, 0), (0, 1, 1)]


def test_a_typed_figure_is_kept_with_its_source_its_day_and_who_typed_it(desk: Desk) -> None:
    type_figure(desk, "population", "3.583.693", "Cục Thống kê (mẫu)", "2025")
    found = {one.wanted.id: one for one in typed_figures(desk, "2025")}
    kept = found["population"]
    assert (kept.value, kept.source, kept.by) == (3_583_693, "Cục Thống kê (mẫu)", "Lan (mẫu)")
    assert kept.at == NOW.isoformat()
    assert kept.written(SAY) == "3.583.693"
    assert found["budget"].value is None
    assert found["budget"].written(SAY) == "chưa nhập"
    assert all(one.value is None for one in typed_figures(desk, "2024"))


def test_the_last_one_typed_holds_and_nothing_takes_it_back(desk: Desk) -> None:
    for typed in ("100", "120", ""):
        type_figure(desk, "trainings", typed, "Kế hoạch (mẫu)", "2025")
    found = {one.wanted.id: one for one in typed_figures(desk, "2025")}
    assert found["trainings"].value is None


def test_a_figure_without_source_or_name_or_number_is_refused(desk: Desk) -> None:
    with pytest.raises(SourceMissing):
        type_figure(desk, "population", "1", " ", "2025")
    with pytest.raises(NotANumber):
        type_figure(desk, "population", "nhiều", "Nguồn mẫu", "2025")
    with pytest.raises(NoSuchFigure) as refusal:
        type_figure(desk, "names", "1", "Nguồn mẫu", "2025")
    assert "population" in refusal.value.said(SAY)
    assert all(one.value is None for one in typed_figures(desk, "2025"))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234,5", 1234.5),
        ("1.234.567", 1_234_567),
        ("1234.5", 1234.5),
        ("1.5", 1.5),
        ("1.500", 1500),
        ("0", 0),
        (" 12 000 ", 12000),
    ],
)
def test_a_number_is_read_as_it_is_written_here(typed: str, number: float) -> None:
    assert number_typed(typed) == number


@pytest.mark.parametrize("typed", ["1500", "31,6", "1.234.567", "0,001"])
def test_what_was_typed_can_be_typed_again_as_it_is_shown(desk: Desk, typed: str) -> None:
    once = type_figure(desk, "population", typed, "Nguồn mẫu", "2025")
    again = type_figure(desk, "population", once.as_typed, "Nguồn mẫu", "2025")
    assert again.value == once.value


@pytest.mark.parametrize("typed", ["-1", "1e5", "nan", "1,2,3", "²", "50%"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NotANumber):
        number_typed(typed)


def row(table: TargetTable, name: str) -> tuple[str, str, str]:
    return next(one for one in table.rows if one.target.id == name).said(SAY)


def test_the_table_of_targets_takes_only_what_was_published(full: Desk, tmp_path: Path) -> None:
    before = target_table(full, "2025", SAY)
    assert row(before, "gbv25_seek_help")[:2] == ("chưa công bố", "chưa công bố")
    assert row(before, "ge30_care_hours")[0] == "chưa nhập"
    made = publish(full, "people", "2025", folder=tmp_path, say=SAY, random=seeded())
    total = made.release.figures[key([(PERIOD, "2025")])].value
    name = "gbv25_seek_help.estimated_people_affected"
    type_figure(full, name, "2000", "Điều tra mẫu", "2025")
    after = target_table(full, "2025", SAY)
    share = f"{round(100 * total / 2000)} %"
    assert row(after, "gbv25_seek_help") == (str(total), "2.000", share)
    helped = row(after, "ge30_basic_support")
    assert helped[1] == str(total)
    exact = target_table(full, "2025", SAY, exact=True)
    assert exact.exact
    assert row(exact, "gbv25_seek_help")[1] == "2.000"
    assert row(exact, "dvs_households_with_violence")[0] == "không có dữ liệu về hộ"


def test_a_programme_of_a_new_file_is_counted_without_code(full: Desk, tmp_path: Path) -> None:
    (tmp_path / "programme-mau.toml").write_text(
        A_PROGRAMME.replace("2026-01-01", "2025-01-01"), encoding="utf-8"
    )
    table = target_table(full, "2025", SAY, exact=True, folder=tmp_path)
    handled, events = table.rows
    assert handled.numerator is not None
    assert handled.denominator
    assert handled.share == 100 * handled.numerator / handled.denominator
    assert events.said(SAY)[0] == "chưa nhập"
    assert table.years == (2028, 2030)
