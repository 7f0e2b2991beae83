"""Counts and lists of several offices on the page of reports: file by file, with a way out."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gbvcase.casework import counting, gathering, ledgers
from gbvcase.casework.cases import add_cases
from gbvcase.casework.counting import add_counts, hand_out, kept_counts
from gbvcase.casework.desk import Desk
from gbvcase.casework.dividing import division_of
from gbvcase.casework.ledgers import hand_out_ledger
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.office_figures import count_report
from gbvcase.casework.province import _answers, _packages
from gbvcase.casework.publishing import publish, releases
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.codes import Role
from gbvcase.domain.speaking import speaker
from gbvcase.reports.indicators import plan_named
from gbvcase.sealing.parcels import ParcelShut
from gbvcase.ui import report_gathering, report_handing, report_leaving
from gbvcase.ui.report_division import DivisionDialog
from gbvcase.ui.report_gathering import OpenDialog
from gbvcase.ui.report_offices import Strip
from gbvcase.ui.report_page import ReportPage
from gbvcase.ui.report_sealing import SealDialog
from tests.ui.desks import PASSWORD, FakeFrame, new_desk

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=7)))
YEAR, SECRET, OTHER_SECRET = "2025", "năm từ để mở số liệu", "năm từ khác hẳn nhau"
EAST, WEST = "Phía đông (mẫu)", "Phía tây (mẫu)"
PROVINCE = "Tỉnh (mẫu)"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three cabinets, each with people of its own."""
    folder = Path(tmp_path_factory.mktemp("offices"))
    for number in range(3):
        desk = replace(new_desk(folder / str(number)), clock=lambda: NOW)
        people = made_up_cases(30, number, NOW.date())
        add_cases(desk, [("made-up", one.document) for one in people])
        desk.vault.lock()
    return folder


@pytest.fixture
def offices(prepared: Path, tmp_path: Path) -> Iterator[tuple[Desk, Desk, Desk]]:
    shutil.copytree(prepared, tmp_path / "offices")
    desks = [
        opened_as(tmp_path / "offices" / str(number) / "v", name)
        for number, name in enumerate((PROVINCE, EAST, WEST))
    ]
    yield desks[0], desks[1], desks[2]
    for desk in desks:
        desk.vault.lock()


def opened_as(folder: Path, office: str) -> Desk:
    desk = open_desk(folder, PASSWORD)
    return Desk(desk.vault, replace(desk.profile, office=office), lambda: NOW)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal by writing the password before what is sealed: the real way takes seconds."""

    def shut(content: bytes, secret: str) -> bytes:
        return secret.encode() + b"\n" + content

    def unshut(content: bytes, secret: str) -> bytes:
        password, _, rest = content.partition(b"\n")
        if password != secret.encode():
            raise ParcelShut
        return rest

    for room in (counting, ledgers):
        monkeypatch.setattr(room, "seal", shut)
    for room in (gathering, ledgers):
        monkeypatch.setattr(room, "unseal", unshut)


def looking(qtbot: QtBot, desk: Desk, **where: object) -> ReportPage:
    page = ReportPage(FakeFrame(desk))
    qtbot.addWidget(page)
    page.resize(1158, 620)
    page.show()
    page.open(**({"view": "offices", "period": YEAR} | where))
    return page


def choosing(monkeypatch: pytest.MonkeyPatch, files: list[Path], password: str = SECRET) -> None:
    """Choose files and type a password, as a person would."""

    def answer(dialog: OpenDialog) -> bool:
        dialog.field.line.setText(password)
        dialog.field.submitted.emit()
        return dialog.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(OpenDialog, "exec", answer)
    monkeypatch.setattr(report_gathering, "ask_for_files", lambda *_asked: tuple(files))
    monkeypatch.setattr(report_gathering, "ask_for_file", lambda *_asked: files[0])


def words(strip: Strip) -> str:
    return " ".join(one.text() for one in strip.findChildren(QLabel))


def counts_of(desk: Desk, folder: Path, secret: str = SECRET, period: str = YEAR) -> Path:
    path = folder / f"{desk.unit}-{period}.age"
    path.write_bytes(hand_out(desk, "incidents", period, secret).content)
    return path


def test_an_office_to_which_nobody_has_sent_is_told_how_it_works(
    qtbot: QtBot, offices: tuple[Desk, Desk, Desk]
) -> None:
    page = looking(qtbot, offices[0])
    counts = page.offices.counts
    assert counts.table.isHidden() and not counts._nothing.isHidden()
    assert not counts.take.isHidden() and counts.hand.isEnabled()
    assert "nothing was released yet" in words(page.offices.lists.state)
    page.period.choose("2026")
    assert not counts.hand.isEnabled()  # it is not over


def test_each_file_that_is_not_taken_says_why_and_can_be_tried_again(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    province, east, west = offices
    page = looking(qtbot, province)
    counts = page.offices.counts
    files = [counts_of(east, tmp_path), counts_of(west, tmp_path, OTHER_SECRET)]
    choosing(monkeypatch, files)
    counts.take.click()
    assert "Taken in: 0. Not taken: 2." in words(counts.result)
    assert f"{EAST} is not in the directory" in words(counts.result)
    assert f"{WEST}-{YEAR}.age: This file cannot be opened" in words(counts.result)
    counts.known.click()
    assert "Taken in: 1" in words(counts.result) and counts.known.isHidden()
    assert [one.office for one in kept_counts(province)] == [EAST]
    choosing(monkeypatch, files[1:], OTHER_SECRET)
    counts.take.click()
    counts.known.click()
    assert {one.office for one in kept_counts(province)} == {EAST, WEST}
    assert "this office and 2 others are counted together" in counts.told.text()
    assert counts.table.model_.rowCount() == 2


def test_what_stayed_shut_is_asked_for_again_with_another_password(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = looking(qtbot, offices[0])
    counts = page.offices.counts
    choosing(monkeypatch, [counts_of(offices[1], tmp_path)], "sai")
    counts.take.click()
    assert not counts.again.isHidden()
    choosing(monkeypatch, [], SECRET)
    counts.again.click()
    assert counts.again.isHidden() and not counts.known.isHidden()


def test_who_has_not_sent_is_named_there_and_before_the_report_is_published(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    province, east, west = offices
    page = looking(qtbot, province)
    files = [counts_of(east, tmp_path), counts_of(west, tmp_path, period="2024")]
    choosing(monkeypatch, files)
    page.offices.counts.take.click()
    page.offices.counts.known.click()
    assert f"Not here yet: {WEST}." in page.offices.counts.told.text()
    told: list[str] = []

    def look(dialog: report_leaving.PublishDialog) -> bool:
        told.extend(one.text() for one in dialog.findChildren(QLabel))
        return False

    monkeypatch.setattr(report_leaving.PublishDialog, "exec", look)
    page.open(view="office", period=YEAR)
    page.publish.click()
    assert f"Counted together: this office and {EAST}." in told
    assert f"Not here yet, and not in this report for ever: {WEST}." in told


def test_the_figures_of_all_offices_are_looked_at_exactly_and_lead_to_no_case(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    province, east, west = offices
    page = looking(qtbot, province)
    choosing(monkeypatch, [counts_of(east, tmp_path), counts_of(west, tmp_path)])
    page.offices.counts.take.click()
    page.offices.counts.known.click()
    page.offices.counts.figures.click()
    whole = sum(count_report(desk, "incidents", YEAR).counted for desk in offices)
    assert page.view() == "office" and page._kind.text() == "Only for this office"
    assert page.figures.table.figures.text_at(0, 1) == str(whole)
    assert "This office and 2 others together." in page.figures.base.text()
    page.figures._tell_reason(0, 1)
    assert page.figures.cases.isHidden()
    page.figures.together.click()
    own = count_report(province, "incidents", YEAR).counted
    assert page.figures.table.figures.text_at(0, 1) == str(own) != str(whole)


def test_the_report_of_all_offices_is_published_from_the_page(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    province, east, west = offices
    page = looking(qtbot, province)
    choosing(monkeypatch, [counts_of(east, tmp_path), counts_of(west, tmp_path)])
    page.offices.counts.take.click()
    page.offices.counts.known.click()
    monkeypatch.setattr(report_leaving.PublishDialog, "exec", lambda dialog: True)
    monkeypatch.setattr(report_leaving, "ask_for_folder", lambda *_asked: tmp_path / "out")
    page.open(view="office", period=YEAR)
    page.publish.click()
    assert page.view() == "published"
    whole = sum(count_report(desk, "incidents", YEAR).counted for desk in offices)
    (total, *_), (made, *_) = page.figures._grids[0].rows[0].cells, releases(province)
    assert made.release.line.period == YEAR
    assert total.figure.low <= whole <= total.figure.high


def test_what_was_handed_out_is_told_and_this_office_publishes_it_no_more(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, path = looking(qtbot, offices[1]), tmp_path / "mine.age"

    def answer(dialog: SealDialog) -> bool:
        dialog.go.click()
        return dialog.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(SealDialog, "exec", answer)
    monkeypatch.setattr(report_handing, "ask_where_to_save", lambda *_asked: path)
    monkeypatch.setattr(report_handing, "show_password_once", lambda *_shown: None)
    page.offices.counts.hand.click()
    assert path.exists()
    assert "handed out (edition 1)" in page.offices.counts.own.text()
    monkeypatch.setattr(report_leaving.PublishDialog, "exec", lambda dialog: True)
    monkeypatch.setattr(report_leaving, "ask_for_folder", lambda *_asked: tmp_path / "out")
    page.open(view="office", period=YEAR)
    page.publish.click()
    assert "handed out" in page.refusal.sentence.text()
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_read_is_a_sentence(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = looking(qtbot, offices[0])
    choosing(monkeypatch, [tmp_path / "gone.age"])
    for act in (page.offices.counts.take, page.offices.lists.compare):
        act.click()
        assert "gone.age cannot be read" in page.refusal.sentence.text()
        page.refusal.hide()


def test_a_list_that_lacks_a_release_stops_releases_until_it_is_joined_here(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    province, east, _ = offices
    say = speaker("en")
    publish(east, "incidents", "2024", folder=tmp_path / "east", say=say)
    publish(province, "people", "2023", folder=tmp_path / "province", say=say)
    path = tmp_path / "list.age"
    path.write_bytes(hand_out_ledger(east, SECRET).content)
    page = looking(qtbot, province)
    lists = page.offices.lists
    assert lists.join.isHidden() and lists.state.property("kind") == "ok"
    choosing(monkeypatch, [path])
    lists.compare.click()
    assert "Nothing is released until the lists are joined." in words(lists.state)
    assert f"{EAST} knows releases that are missing here" in words(lists.state)
    assert "Year 2024" in words(lists.state)
    assert "Each list has releases" in words(lists.result)
    monkeypatch.setattr(report_leaving.PublishDialog, "exec", lambda dialog: True)
    monkeypatch.setattr(report_leaving, "ask_for_folder", lambda *_asked: tmp_path / "out")
    page.open(view="office", period=YEAR)
    page.publish.click()
    assert EAST in page.refusal.sentence.text() and not (tmp_path / "out").exists()
    (way,) = (
        one
        for one in page.refusal.findChildren(QPushButton)
        if one.text() == "Look at the lists, and join them"
    )
    way.click()
    assert page.view() == "offices" and page.refusal.isHidden()
    lists.join.click()
    assert lists.state.property("kind") == "ok" and lists.join.isHidden()
    assert f"Joined with the list of {EAST}" in words(lists.result)
    page.open(view="office", period=YEAR)
    page.publish.click()
    assert page.view() == "published"


def test_a_list_with_a_wrong_password_changes_nothing_and_says_so(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "list.age"
    path.write_bytes(hand_out_ledger(offices[1], SECRET).content)
    page = looking(qtbot, offices[0])
    choosing(monkeypatch, [path], "sai")
    page.offices.lists.compare.click()
    assert "cannot be opened with this password" in page.refusal.sentence.text()
    assert page.offices.lists.state.property("kind") == "ok"


def test_days_of_ones_own_have_no_counts_that_travel(
    qtbot: QtBot, offices: tuple[Desk, Desk, Desk]
) -> None:
    focal = replace(offices[0], profile=replace(offices[0].profile, role=Role.DATA_FOCAL))
    page = looking(qtbot, focal)
    page.offices.counts.show_gathering(None, may_hand=False)
    assert "choose one of them" in page.offices.counts.told.text()
    assert page.offices.counts.take.isHidden()


def test_which_offices_reports_show_is_proposed_settled_and_then_published(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = replace(new_desk(tmp_path), clock=lambda: NOW)
    try:
        plan = plan_named("incidents")
        for number, (name, people) in enumerate(((EAST, 400), (WEST, 400), ("Nhỏ (mẫu)", 12))):
            for package in _packages(plan, name, list(_answers(people, number, 2025)), ["2025"]):
                add_counts(desk, [package], [name])
        page = looking(qtbot, desk)
        seen: list[dict[str, str]] = []

        def settle(dialog: DivisionDialog) -> bool:
            seen.append({office: edit.text() for office, edit in dialog.lines.items()})
            for office in (WEST, "Nhỏ (mẫu)"):  # which were proposed to stand among the others
                dialog.lines[office].setText(WEST)
            return True

        monkeypatch.setattr(DivisionDialog, "exec", settle)
        page.offices.counts.divide.click()
        assert page.refusal.isHidden(), page.refusal.sentence.text()
        assert seen == [{EAST: EAST, WEST: "", "Nhỏ (mẫu)": ""}]
        division = division_of(desk)
        assert division is not None
        assert division.units[WEST] == ("Nhỏ (mẫu)", WEST)
        choices: list[str] = []

        def choose(dialog: report_leaving.PublishDialog) -> bool:
            choices.extend(dialog.figures.itemText(n) for n in range(dialog.figures.count()))
            dialog.figures.setCurrentIndex(1)
            return True

        monkeypatch.setattr(report_leaving.PublishDialog, "exec", choose)
        monkeypatch.setattr(report_leaving, "ask_for_folder", lambda *_asked: tmp_path / "out")
        page.open(view="office", period=YEAR)
        page.publish.click()
        assert page.refusal.isHidden(), page.refusal.sentence.text()
        assert choices[2:] == [f"{EAST} alone", f"{WEST} alone"]
        assert any(grid.id.startswith("O") for grid in page.figures._grids)
        page.open(view="history")
        page.history.open.click()
        assert page.view() == "published"
        assert any(grid.id.startswith("O") for grid in page.figures._grids)
    finally:
        desk.vault.lock()


def test_a_line_that_is_too_small_is_refused_and_nothing_is_settled(
    qtbot: QtBot,
    offices: tuple[Desk, Desk, Desk],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    province, east, _ = offices
    page = looking(qtbot, province)
    choosing(monkeypatch, [counts_of(east, tmp_path)])
    page.offices.counts.take.click()
    page.offices.counts.known.click()

    def settle(dialog: DivisionDialog) -> bool:
        assert not dialog.go.isEnabled()  # none is large enough to be proposed
        dialog.lines[EAST].setText("Một dòng")
        return dialog.go.isEnabled()

    monkeypatch.setattr(DivisionDialog, "exec", settle)
    page.offices.counts.divide.click()
    assert "Put it together with another office" in page.refusal.sentence.text()
    assert division_of(province) is None
