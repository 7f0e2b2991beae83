"""Many offices as one characteristic: the province, its offices, and one of them, in one ledger."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from gbvcase.casework.cases import add_cases
from gbvcase.casework.counting import CountsOfAnotherPeriod, add_counts, hand_out
from gbvcase.casework.desk import Desk
from gbvcase.casework.dividing import (
    FewOfOffice,
    NobodyMeasured,
    NotDivided,
    OfficesTooSmall,
    RestTooSmall,
    division_of,
    keep_division,
    name_here,
    proposed,
    sizes,
)
from gbvcase.casework.ledgers import join_ledgers, ledger_of, note_sent
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.publishing import PublishedReport, audit, files_again, publish
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.speaking import speaker
from gbvcase.reports.counts_package import packed
from gbvcase.reports.division import (
    Division,
    NoSuchOffice,
    NotADivision,
    NotByOffice,
    OfficesByYear,
)
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger_copies import FrozenElsewhere, LedgerBehind, copied
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.protection import Figure
from gbvcase.reports.releases import OtherPlan
from gbvcase.reports.tables import Key, count
from gbvcase.sealing.parcels import unseal
from tests.casework.conftest import PASSWORD
from tests.reports.made_up import answers, seeded

LATER = datetime(2026, 1, 20, 9, 0, tzinfo=timezone(timedelta(hours=7)))
SAY = speaker("vi")
PLAN = plan_named("incidents")
WEST, EAST, NORTH, SMALL = "Phía tây (mẫu)", "Phía đông (mẫu)", "Phía bắc (mẫu)", "Xã nhỏ (mẫu)"
SENT = {WEST: 90, EAST: 70, NORTH: 40, "Xã A (mẫu)": 14, SMALL: 16}
SENDER = "Nơi gửi (mẫu)"
SECRET = "năm từ để mở số liệu"


@pytest.fixture
def coordinator(desk: Desk) -> Desk:
    here = replace(desk, clock=lambda: LATER)
    send(here, SENT)
    return here


@pytest.fixture
def office(made_cabinet: Path, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "office"
    shutil.copytree(made_cabinet, folder)
    opened = open_desk(folder, PASSWORD)
    made = Desk(opened.vault, replace(opened.profile, office=SENDER), lambda: LATER)
    cases = made_up_cases(70, 5, date(2026, 1, 20))
    add_cases(made, [("made-up", one.document) for one in cases])
    yield made
    opened.vault.lock()


def send(desk: Desk, offices: Mapping[str, int], period: str = "2025") -> None:
    year = int(period[:4])
    contents = [
        packed(count(answers(number, seeded(number), [year]), PLAN, period), office, 1)
        for office, number in offices.items()
    ]
    add_counts(desk, contents, offices)


def released(desk: Desk, folder: Path, period: str = "2025", **how: object) -> PublishedReport:
    return publish(desk, "incidents", period, folder=folder, say=SAY, **how)  # type: ignore[arg-type]


def figures(made: PublishedReport) -> Mapping[Key, Figure]:
    return made.release.figures


def test_the_province_its_offices_and_one_of_them_are_one_rounding(
    coordinator: Desk, tmp_path: Path
) -> None:
    division = keep_division(coordinator, proposed(coordinator))
    assert set(division.units) == {WEST, EAST, NORTH}
    whole = released(coordinator, tmp_path)
    offices = released(coordinator, tmp_path, by_office=True)
    one = released(coordinator, tmp_path, office=WEST)
    assert (offices.id, one.id) == (
        "incidents-offices-2025",
        "incidents-office-phia_tay_mau-2025",
    )
    together = figures(whole) | figures(offices)
    assert all(together[cell] == figure for cell, figure in figures(whole).items())
    assert all(together[cell] == figure for cell, figure in figures(one).items())
    (table,) = [grid for grid in offices.tables if grid.id == "O1"]
    total, *rows = table.rows
    assert len(rows) == 4
    for place, cell in enumerate(total.cells):
        assert cell.figure.value == sum(row.cells[place].figure.value for row in rows)
    assert all(("office", "phia_tay_mau") in cell for cell in figures(one))
    (west,) = [row for row in rows if row.head.said("vi") == WEST]
    assert one.tables[0].rows[0].cells[0].figure == west.cells[0].figure
    assert all(
        line.offices == tuple(sorted((*SENT, coordinator.unit))) for line in lines(coordinator)
    )
    assert {verdict.plan.name for verdict in audit(coordinator)} == {
        "incidents",
        "incidents-offices",
    }
    assert all(verdict.is_safe for verdict in audit(coordinator))
    again = files_again(coordinator, one.id, tmp_path / "again", SAY)
    for first, second in zip(one.files, again.files, strict=True):
        assert first.read_bytes() == second.read_bytes()


def lines(desk: Desk) -> list[object]:
    return list(ledger_of(desk).lines)


def test_whichever_comes_first_the_same_people_are_rounded_once(
    coordinator: Desk, tmp_path: Path
) -> None:
    keep_division(coordinator, proposed(coordinator))
    one = released(coordinator, tmp_path, office="Phía đông (mẫu)")
    whole = released(coordinator, tmp_path)
    assert whole.id == "incidents-2025"
    assert not any("office" in dict(cell) for cell in figures(whole))
    offices = released(coordinator, tmp_path, by_office=True)
    for cell, figure in {**figures(one), **figures(whole)}.items():
        assert figures(offices)[cell] == figure
    with pytest.raises(CountsOfAnotherPeriod):  # the others have sent the year only
        released(coordinator, tmp_path, "2025-Q2")
    assert [v.plan.name for v in audit(coordinator)] == ["incidents-offices"]
    keep_division(coordinator, Division({"Đông và tây (mẫu)": (EAST, WEST), NORTH: (NORTH,)}))
    with pytest.raises(OtherPlan):
        released(coordinator, tmp_path, by_office=True)  # other lines: a second rounding


def test_groups_of_offices_have_sums_of_their_own(coordinator: Desk, tmp_path: Path) -> None:
    division = Division(
        {WEST: (WEST,), EAST: (EAST,), NORTH: (NORTH,)}, {"Miền núi (mẫu)": (WEST, NORTH)}
    )
    keep_division(coordinator, division)
    (table,) = [g for g in released(coordinator, tmp_path, by_office=True).tables if g.id == "O1"]
    rows = {row.head.said("vi"): row for row in table.rows}
    parts = (rows[WEST].cells[0].figure.value, rows[NORTH].cells[0].figure.value)
    assert rows["Miền núi (mẫu)"].cells[0].figure.value == sum(parts)
    assert rows[WEST].head.depth > rows[EAST].head.depth
    one = released(coordinator, tmp_path, office="Miền núi (mẫu)")
    assert one.tables[0].rows[0].cells[0].figure == rows["Miền núi (mẫu)"].cells[0].figure


def test_small_offices_are_not_shown_and_cannot_be_worked_out(coordinator: Desk) -> None:
    measured = {one.office: one.mean for one in sizes(coordinator)}
    assert measured[SMALL] < 20 < measured[NORTH]
    with pytest.raises(OfficesTooSmall):
        keep_division(coordinator, Division({WEST: (WEST,), SMALL: (SMALL,)}))
    with pytest.raises(RestTooSmall):  # the total less all lines would be the last one
        lonely = {WEST: (WEST,), "Khác (mẫu)": (EAST, NORTH, "Xã A (mẫu)")}
        keep_division(coordinator, Division(lonely))
    assert division_of(coordinator) is None
    with pytest.raises(NotADivision):
        Division({WEST: (WEST,), "Hai lần": (WEST, EAST)})
    with pytest.raises(NotADivision):
        Division({WEST: (WEST,)}, {"Nhóm": (EAST,)})


def test_a_single_small_office_hides_behind_the_smallest_of_the_large(desk: Desk) -> None:
    here = replace(desk, clock=lambda: LATER)
    with pytest.raises(NobodyMeasured):
        proposed(here)
    with pytest.raises(NobodyMeasured):
        keep_division(here, Division({WEST: (WEST,)}))
    send(here, {WEST: 90, EAST: 70, NORTH: 40, SMALL: 8})
    assert set(proposed(here).units) == {WEST, EAST}


def test_what_is_not_made_by_office_is_refused_with_a_sentence(
    coordinator: Desk, tmp_path: Path
) -> None:
    with pytest.raises(NotDivided):
        released(coordinator, tmp_path, by_office=True)
    keep_division(coordinator, proposed(coordinator))
    with pytest.raises(OfficesByYear):
        released(coordinator, tmp_path, "2025-Q1", by_office=True)
    with pytest.raises(NoSuchOffice):
        released(coordinator, tmp_path, office=SMALL)
    with pytest.raises(NotByOffice):
        publish(coordinator, "incidents-form", "2025", folder=tmp_path, say=SAY, by_office=True)
    with pytest.raises(OfficesTooSmall):  # types by office: offices of fifty and more
        publish(coordinator, "incidents-wide", "2025", folder=tmp_path, say=SAY, by_office=True)
    send(coordinator, {WEST: 5, EAST: 60}, "2024")
    with pytest.raises(FewOfOffice):
        released(coordinator, tmp_path, "2024", office=WEST)
    assert lines(coordinator) == []
    assert not list(tmp_path.glob("incidents*"))


def test_what_an_office_released_before_is_joined_and_rounded_around(
    coordinator: Desk, office: Desk, tmp_path: Path
) -> None:
    own = released(office, tmp_path / "own")
    assert own.release.line.offices == (SENDER,)
    handed = hand_out(office, "incidents", "2025", SECRET)
    add_counts(coordinator, [unseal(handed.content, SECRET)], [SENDER])
    with pytest.raises(LedgerBehind):
        released(coordinator, tmp_path / "all")
    join_ledgers(coordinator)
    whole = released(coordinator, tmp_path / "all")
    assert whole.id == name_here(coordinator, PLAN, "2025") != own.id
    for cell, figure in figures(own).items():
        if EXCLUDED not in dict(cell):
            assert figures(whole)[cell].value >= figure.value
    (verdict,) = audit(coordinator)
    assert verdict.is_safe
    # and back: the office has the report of all, and nothing of its own that would go beyond
    with office.vault.begin() as db:
        note_sent(db, copied(ledger_of(coordinator), coordinator.unit))
    join_ledgers(office)
    given = files_again(office, whole.id, tmp_path / "given", SAY)
    for first, second in zip(whole.files, given.files, strict=True):
        assert first.read_bytes() == second.read_bytes()
    with pytest.raises((FrozenElsewhere, OtherPlan)):
        publish(office, "incidents-full", "2025", folder=tmp_path / "own", say=SAY)
