"""Counts of many offices come file by file; what cannot be taken says why and stops no other."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gbvcase.casework import counting, gathering
from gbvcase.casework.cases import add_cases
from gbvcase.casework.counting import (
    CountsOfAnotherPeriod,
    Handed,
    counts_to_hand_over,
    counts_to_release,
    hand_out,
    kept_counts,
)
from gbvcase.casework.desk import Desk
from gbvcase.casework.gathering import Parcel, gathered, lists_here, release_said, take_each
from gbvcase.casework.incident_recorder import look_at_rows
from gbvcase.casework.ledgers import join_ledgers, ledger_of, note_copy, shared_ledger
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.office_figures import count_all_offices, count_report
from gbvcase.casework.publishing import publish
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.errors import Cancelled
from gbvcase.domain.speaking import speaker
from gbvcase.reports.counts_package import StrangeOffice
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.lattice import Level
from gbvcase.reports.ledger_copies import read_copy
from gbvcase.sealing.parcels import seal
from tests.casework.conftest import PASSWORD
from tests.casework.test_ledgers import release
from tests.casework.test_publishing import LATER, TODAY

SAY = speaker("en")
SECRET = "năm từ để mở số liệu"
OTHER, THIRD = "Phía đông (mẫu)", "Phía tây (mẫu)"
YEAR = "2025"


@pytest.fixture(scope="module")
def prepared(made_cabinet: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three cabinets, each with people of its own."""
    folder = Path(tmp_path_factory.mktemp("offices"))
    for number in range(3):
        shutil.copytree(made_cabinet, folder / str(number))
        desk = opened(folder / str(number), "")
        add_cases(desk, [("made-up", one.document) for one in made_up_cases(24, number, TODAY)])
        desk.vault.lock()
    return folder


@pytest.fixture
def offices(prepared: Path, tmp_path: Path) -> Iterator[tuple[Desk, Desk, Desk]]:
    """The province, and two offices."""
    shutil.copytree(prepared, tmp_path / "offices")
    province, east, west = (
        opened(tmp_path / "offices" / str(number), name)
        for number, name in enumerate(("Tỉnh (mẫu)", OTHER, THIRD))
    )
    yield province, east, west
    for desk in (province, east, west):
        desk.vault.lock()


def opened(folder: Path, office: str) -> Desk:
    desk = open_desk(folder, PASSWORD)
    return Desk(desk.vault, replace(desk.profile, office=office), lambda: LATER)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Leave the sealing out, which takes seconds; it is tried once."""
    if "sealed_for_real" not in request.node.name:
        monkeypatch.setattr(counting, "seal", lambda content, _secret: content)
        monkeypatch.setattr(gathering, "unseal", lambda content, _secret: content)


def handed(desk: Desk, period: str = YEAR) -> Handed:
    return hand_out(desk, "incidents", period, SECRET)


def parcel(desk: Desk, period: str = YEAR) -> Parcel:
    return Parcel(f"{period}.age", handed(desk, period).content)


def test_one_bad_file_stops_no_other_and_each_says_why(offices: tuple[Desk, Desk, Desk]) -> None:
    province, east, west = offices
    files = [Parcel("thư.age", b"{}"), parcel(east), parcel(west), Parcel("x.age", b"\x00")]
    taken = take_each(province, files, SECRET, known=[OTHER])
    assert [one.office for one in taken.new] == [OTHER]
    names = {one.parcel.name: one for one in taken.refused}
    assert set(names) == {"thư.age", "2025.age", "x.age"}
    assert names["2025.age"].is_strange and names["2025.age"].office == THIRD
    assert isinstance(names["2025.age"].reason, StrangeOffice)
    assert THIRD in names["2025.age"].said(SAY)
    assert "not a file with the counts" in names["thư.age"].said(SAY)
    assert [one.office for one in kept_counts(province)] == [OTHER]


def test_the_same_file_twice_changes_nothing_and_says_so(
    offices: tuple[Desk, Desk, Desk],
) -> None:
    province, east, _ = offices
    first = take_each(province, [parcel(east)], SECRET, known=[OTHER])
    again = take_each(province, [parcel(east)], SECRET, known=[OTHER])
    assert (len(first.new), len(first.same)) == (1, 0)
    assert (len(again.new), len(again.same)) == (0, 1)


def test_who_has_sent_and_who_has_not_is_told_for_each_period(
    offices: tuple[Desk, Desk, Desk],
) -> None:
    province, east, west = offices
    assert gathered(province, "incidents", YEAR).senders == ()
    files = [parcel(east), parcel(west, "2024")]
    take_each(province, files, SECRET, known=[OTHER, THIRD])
    found = gathered(province, "incidents", "2025-Q4")
    assert found.period.code == YEAR  # with which its last quarter is rounded
    assert [(one.office, one.edition) for one in found.here] == [(OTHER, 1)]
    assert [one.office for one in found.missing] == [THIRD]
    whole = gathered(province, "incidents", "2024..2025")
    assert len(whole.here) == len(whole.missing) == 2


def test_a_half_year_is_not_released_where_the_others_have_sent_only_the_year(
    offices: tuple[Desk, Desk, Desk], tmp_path: Path
) -> None:
    province, east, _ = offices
    take_each(province, [parcel(east)], SECRET, known=[OTHER])
    with pytest.raises(CountsOfAnotherPeriod) as caught:
        publish(province, "incidents", "2025-H1", folder=tmp_path, say=SAY)
    assert "(Year 2025), and none of this one (First half of 2025)" in caught.value.said(SAY)
    with pytest.raises(CountsOfAnotherPeriod):  # nor in an exact form, or on the screen
        counts_to_hand_over(province, plan_named("incidents"), "2025-H1")
    assert not [line for line in ledger_of(province).lines if line.period == "2025-H1"]
    take_each(province, [parcel(east, "2025-H1")], SECRET, known=[OTHER])
    counts_to_release(province, plan_named("incidents"), "2025-H1")  # and now nothing is missing


def test_a_newer_edition_takes_the_place_of_the_older(offices: tuple[Desk, Desk, Desk]) -> None:
    province, east, _ = offices
    take_each(province, [parcel(east)], SECRET, known=[OTHER])
    people = made_up_cases(24, 9, TODAY)
    add_cases(east, [("late", one.document) for one in people])
    assert gathered(east, "incidents", YEAR).handed_out == 1
    newer = take_each(province, [parcel(east)], SECRET, known=[OTHER])
    assert newer.new[0].edition == 2
    assert gathered(east, "incidents", YEAR).handed_out == 2
    assert [one.edition for one in gathered(province, "incidents", YEAR).here] == [2]


@pytest.mark.parametrize("period", [YEAR, "2025-H1", "2025-Q2"])
def test_the_figures_of_all_offices_are_what_each_has_counted_added_up(
    offices: tuple[Desk, Desk, Desk], period: str
) -> None:
    province, east, west = offices
    files = [parcel(east, period), parcel(west, period)]
    assert take_each(province, files, SECRET, known=[OTHER, THIRD]).refused == ()
    added = count_all_offices(province, "incidents", period)
    each = [count_report(desk, "incidents", period) for desk in offices]
    assert added.of_all and added.counted == sum(one.counted for one in each) > 0
    for grid in added.tables:
        alone = [next(g for g in one.tables if g.id == grid.id) for one in each]
        for number, row in enumerate(grid.rows):
            for place, cell in enumerate(row.cells):
                parts = [one.rows[number].cells[place].figure.value for one in alone]
                assert cell.figure.value == sum(parts)


def test_giving_up_while_files_are_opened_takes_none(offices: tuple[Desk, Desk, Desk]) -> None:
    province, east, west = offices

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    files = [parcel(east), parcel(west)]
    with pytest.raises(Cancelled):
        take_each(province, files, SECRET, known=[OTHER, THIRD], progress=stop)
    assert kept_counts(province) == ()


def test_a_file_sealed_for_real_opens_with_its_password_only(
    offices: tuple[Desk, Desk, Desk],
) -> None:
    province = offices[0]
    content = seal(b"{}", SECRET)
    wrong = take_each(province, [Parcel("a.age", content)], "không phải mật khẩu")
    assert wrong.refused[0].is_shut and not wrong.refused[0].is_strange
    right = take_each(province, [Parcel("a.age", content)], SECRET)
    assert not right.refused[0].is_shut


def test_a_release_is_called_by_its_report_and_period() -> None:
    assert release_said("incidents-2025-Q3", SAY).endswith(", Quarter 3 of 2025")
    assert release_said("incidents-2021-to-2025-network", SAY).endswith("2021 - 2025")
    assert release_said("unheard-of", SAY) == "unheard-of"


def test_a_list_that_lacks_a_release_of_another_member_is_not_whole_until_it_is_joined(
    offices: tuple[Desk, Desk, Desk],
) -> None:
    province, east, _ = offices
    assert lists_here(province).is_whole
    release(east, "2024")
    with east.vault.begin() as db:
        copy = read_copy(shared_ledger(db, OTHER))
    with province.vault.begin() as db:
        note_copy(db, copy)
    here = lists_here(province)
    assert not here.is_whole and here.waiting[0].office == OTHER
    join_ledgers(province)
    assert lists_here(province).is_whole


def test_where_too_few_rows_look_alike_the_longer_periods_that_pass_are_offered(
    desk: Desk,
) -> None:
    desk = replace(desk, clock=lambda: LATER)
    add_cases(desk, [("made-up", one.document) for one in made_up_cases(70, 5, TODAY)])
    found = {code: look_at_rows(desk, code, SAY) for code in (*_quarters(), YEAR)}
    assert found[YEAR].may_leave and found[YEAR].instead == ()
    short = [one for code, one in found.items() if not one.may_leave]
    assert short, "a quarter of so few people has too few that look alike"
    for one in short:
        assert one.instead and one.instead[-1].level.value == Level.YEAR.value
        assert all(look_at_rows(desk, days.code, SAY).may_leave for days in one.instead)


def _quarters() -> list[str]:
    return [f"{YEAR}-Q{number}" for number in range(1, 5)]
