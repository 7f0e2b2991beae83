"""Publishing from a real cabinet: what leaves, what stays, and what is given back unchanged."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pypdfium2
import pytest

from gbvcase.casework import publishing
from gbvcase.casework.cases import add_cases
from gbvcase.casework.counting import HandedOut, PublishedHere, hand_out, take_in
from gbvcase.casework.desk import Desk
from gbvcase.casework.ledgers import hand_out_ledger, join_ledgers, ledger_of, note_sent
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.office_figures import count_report
from gbvcase.casework.publishing import (
    Audience,
    NoPublication,
    NoSuchTable,
    all_releases,
    audit,
    files_again,
    publish,
    release_named,
    releases,
    try_out,
    withdraw,
)
from gbvcase.domain.speaking import speaker
from gbvcase.reports.counts_package import StrangeOffice
from gbvcase.reports.files import NotAMapping, NotWritten
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.ledger_copies import FrozenElsewhere, LedgerBehind, copied
from gbvcase.reports.releases import NoSuchRelease, OtherPlan, Withdrawn, make_release
from gbvcase.sealing.parcels import ParcelShut
from gbvcase.sealing.passwords import PasswordRefused
from tests.reports.made_up import MADE

LATER = datetime(2026, 1, 20, 9, 0, tzinfo=timezone(timedelta(hours=7)))
TODAY = date(2026, 1, 20)
SAY = speaker("vi")
SECRET = "năm từ để mở số liệu"


@pytest.fixture
def full(desk: Desk) -> Iterator[Desk]:
    later = replace(desk, clock=lambda: LATER)
    add_cases(later, [("made-up", one.document) for one in made_up_cases(70, 5, TODAY)])
    yield later


def seeded(seed: int = 1) -> Random:
    return Random(seed)  # noqa: S311 - a test


def contents(paths: tuple[Path, ...]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in paths}


def test_every_file_of_a_release_is_written_and_made_again_with_the_same_bytes(
    full: Desk, tmp_path: Path
) -> None:
    made = publish(full, "incidents", "2025", folder=tmp_path / "a", say=SAY, random=seeded())
    names = {path.name.removeprefix("incidents-2025") for path in made.files}
    machines = {"-datapackage.json", "-sdmx.csv", "-labels.csv"}
    assert names == {".xlsx", ".pdf", ".csv", ".json"} | machines
    later = replace(full, clock=lambda: LATER + timedelta(days=40))
    again = files_again(later, made.id, tmp_path / "b", SAY)
    assert contents(again.files) == contents(made.files)
    other = replace(later, profile=replace(later.profile, office="Văn phòng khác", symbol="X"))
    published = publish(other, "incidents", "2025", folder=tmp_path / "c", say=SAY)
    assert contents(published.files) == contents(made.files)


def test_a_full_disk_keeps_the_release_and_its_files_can_be_made_elsewhere(
    full: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_path: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", no_room)
    with pytest.raises(NotWritten):
        publish(full, "incidents", "2025", folder=tmp_path / "a", say=SAY)
    monkeypatch.undo()
    (kept,) = releases(full)
    assert not list(tmp_path.glob("a/*"))
    made = files_again(full, kept.id, tmp_path / "b", SAY)
    assert len(made.files) == 7


def test_what_is_left_out_stays_out_of_everything_shown_later(full: Desk, tmp_path: Path) -> None:
    made = publish(full, "incidents", "2025", folder=tmp_path, say=SAY, leave_out=["A3", "A6"])
    assert not {"A3", "A6"} & {grid.id for grid in made.tables}
    again = release_named(full, made.id)
    assert [grid.id for grid in again.tables] == [grid.id for grid in made.tables]
    assert not {"A3", "A6"} & {str(row["table"]) for row in again.rows()}
    (listed,) = releases(full)
    assert listed.as_json()["left_out"] == ["A3", "A6"]
    assert [grid.id for grid in listed.tables] == [grid.id for grid in made.tables]
    with pytest.raises(NoSuchTable):
        publish(full, "incidents", "2025", folder=tmp_path, say=SAY, leave_out=["A99"])


def test_who_approved_is_kept_and_one_person_alone_is_listed(full: Desk, tmp_path: Path) -> None:
    alone = publish(full, "incidents", "2025-Q1", folder=tmp_path, say=SAY)
    assert alone.as_json()["alone"]
    two = publish(full, "incidents", "2025-Q2", folder=tmp_path, say=SAY, approved_by="Hà (mẫu)")
    assert not two.as_json()["alone"]
    assert "Hà (mẫu)" in two.approval(SAY)


def test_a_withdrawn_release_is_listed_as_such_and_not_handed_out_again(
    full: Desk, tmp_path: Path
) -> None:
    made = publish(full, "incidents", "2025", folder=tmp_path, say=SAY)
    with pytest.raises(publishing.NoReason):
        withdraw(full, made.id, " ")
    withdraw(full, made.id, "Sai tên cơ quan")
    withdraw(full, made.id, "Sai tên cơ quan")
    assert releases(full) == ()
    assert [one.state.value for one in all_releases(full)] == ["withdrawn"]
    assert all_releases(full)[0].withdrawn_because == "Sai tên cơ quan"
    with pytest.raises(Withdrawn):
        files_again(full, made.id, tmp_path, SAY)
    with pytest.raises(Withdrawn):
        publish(full, "incidents", "2025", folder=tmp_path, say=SAY)
    with pytest.raises(NoSuchRelease):
        withdraw(full, "incidents-1999", "Sai")
    (verdict,) = audit(full)
    assert verdict.is_safe
    assert verdict.facts > 100


def test_trying_out_keeps_and_writes_nothing(full: Desk) -> None:
    try_out(full, "incidents", "2025")
    assert all_releases(full) == ()


def test_the_paper_says_the_same_figures_as_the_rows(full: Desk, tmp_path: Path) -> None:
    made = publish(full, "incidents", "2025", folder=tmp_path, say=SAY, approved_by="Hà (mẫu)")
    with pypdfium2.PdfDocument(tmp_path / "incidents-2025.pdf") as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    assert SAY("Report").upper() in pages[0]
    assert all("≤ 4" in page and "làm tròn" in page for page in pages)
    words = " ".join(" ".join(pages).split())
    for grid in made.tables:
        assert f"{grid.id}." in words
    assert "Hà (mẫu)" in words
    rows = csv.DictReader(io.StringIO((tmp_path / "incidents-2025.csv").read_text("utf-8-sig")))
    assert {row["status"] for row in rows} <= {"rounded:5", "exact"}


def test_a_file_that_is_no_mapping_stops_everything(full: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotAMapping):
        publish(full, "incidents", "2025", folder=tmp_path, say=SAY, mapping=b"[]")
    assert all_releases(full) == ()


# --- many offices ------------------------------------------------------------------------------


def sent_by(desk: Desk, office: str) -> Desk:
    """Return the desk as if it stood in another office."""
    return replace(desk, profile=replace(desk.profile, office=office))


def test_the_counts_of_two_offices_become_one_report(full: Desk, tmp_path: Path) -> None:
    own = count_report(full, "incidents", "2025").counted
    handed = hand_out(sent_by(full, "Xã Mẫu"), "incidents", "2025", SECRET)
    _forget_what_was_handed_out(full)
    parcel = (handed.content, SECRET)
    with pytest.raises(ParcelShut):
        take_in(full, [(handed.content, "sai")])
    with pytest.raises(StrangeOffice):
        take_in(full, [parcel])
    (kept,) = take_in(full, [parcel, parcel], ["Xã Mẫu"])
    assert (kept.office, kept.edition) == ("Xã Mẫu", 1)
    made = publish(full, "incidents", "2025", folder=tmp_path, say=SAY)
    total = made.tables[0].rows[0].cells[0].figure
    assert total.low <= 2 * own <= total.high


def test_what_was_handed_out_is_not_published_beside_it_nor_the_other_way_round(
    full: Desk, tmp_path: Path
) -> None:
    first = hand_out(full, "incidents", "2025-Q1", SECRET)
    assert hand_out(full, "incidents", "2025-Q1", SECRET).edition == first.edition
    with pytest.raises(HandedOut):
        publish(full, "incidents", "2025", folder=tmp_path, say=SAY)
    publish(full, "incidents-decree", "2025-Q3", folder=tmp_path, say=SAY)
    with pytest.raises(PublishedHere):  # of these days, and not what could be rounded around
        hand_out(full, "incidents", "2025", SECRET)


def test_what_leaves_sealed_has_no_password_that_is_easily_guessed(full: Desk) -> None:
    for easy in ("khoa", "12345678", "matkhau2026"):
        with pytest.raises(PasswordRefused):
            hand_out(full, "incidents", "2025", easy)
        with pytest.raises(PasswordRefused):
            hand_out_ledger(full, easy)
    assert hand_out(full, "incidents", "2025", SECRET).edition == 1


def test_counts_are_sealed(full: Desk) -> None:
    handed = hand_out(full, "incidents", "2025")
    assert len(handed.password.split()) == 5
    for word in (b"female", b"tables", json.dumps(handed.office).encode()):
        assert word not in handed.content


def _forget_what_was_handed_out(desk: Desk) -> None:
    with desk.vault.begin() as db:
        db.exec_driver_sql("DELETE FROM settings WHERE name = 'counts.handed'")


def test_a_period_that_is_not_over_is_refused(full: Desk, tmp_path: Path) -> None:
    with pytest.raises(publishing.PeriodNotOver):
        publish(full, "incidents", "2026", folder=tmp_path, say=SAY)


def test_a_ledger_behind_that_of_another_member_releases_nothing(
    full: Desk, tmp_path: Path
) -> None:
    made = publish(full, "incidents", "2025", folder=tmp_path / "a", say=SAY, random=seeded())
    ledger = ledger_of(full)
    theirs = ledger.append(replace(ledger.lines[0], release="incidents-2024", period="2024"))
    with full.vault.begin() as db:
        note_sent(db, copied(theirs, "Tỉnh (mẫu)"))
    with pytest.raises(LedgerBehind):
        publish(full, "incidents", "2024", folder=tmp_path / "b", say=SAY, random=seeded())
    assert not (tmp_path / "b").exists()
    again = publish(full, "incidents", "2025", folder=tmp_path / "c", say=SAY)
    assert contents(again.files) == contents(made.files)  # what was released stays released
    join_ledgers(full)
    assert ledger_of(full).lines[:2] != ()
    assert {one.id for one in all_releases(full)} == {"incidents-2025", "incidents-2024"}


def test_the_network_is_handed_the_same_figures_under_another_name(
    full: Desk, tmp_path: Path
) -> None:
    public = publish(full, "incidents", "2025", folder=tmp_path / "a", say=SAY, random=seeded())
    inside = publish(
        full, "incidents", "2025", folder=tmp_path / "a", say=SAY, audience=Audience.NETWORK
    )
    assert inside.id == f"{public.id}-network"
    assert inside.release.figures == public.release.figures
    with pytest.raises(NoPublication):
        publish(
            full, "incidents", "2025", folder=tmp_path / "b", say=SAY, audience=Audience.AUTHORITY
        )
    assert not (tmp_path / "b").exists()


def test_an_office_hands_out_the_coordinators_report_and_none_of_its_own(
    full: Desk, tmp_path: Path
) -> None:
    hand_out(full, "incidents", "2025", password="năm từ để mở số liệu")
    with pytest.raises(HandedOut):
        publish(full, "incidents", "2025", folder=tmp_path / "a", say=SAY)
    people = [{"quarter": f"2025-Q{q}", "sex": "female"} for q in (1, 2, 3, 4) for _ in range(30)]
    made = replace(MADE, office="Tỉnh (mẫu)")
    plan = plan_named("incidents")
    theirs, release = make_release(Ledger(), people, plan, "2025", made=made, random=seeded())
    with full.vault.begin() as db:
        note_sent(db, copied(theirs, "Tỉnh (mẫu)"))
    join_ledgers(full)
    given = publish(full, "incidents", "2025", folder=tmp_path / "b", say=SAY)
    assert given.release.figures == release.figures
    assert given.release.line.office == "Tỉnh (mẫu)"
    for report, period, refused in (
        ("incidents", "2025-H1", FrozenElsewhere),
        ("incidents-wide", "2025", (OtherPlan, FrozenElsewhere, HandedOut)),
    ):
        with pytest.raises(refused):
            publish(full, report, period, folder=tmp_path / "c", say=SAY)
    assert not (tmp_path / "c").exists()
    again = hand_out(full, "incidents", "2025", password="năm từ để mở số liệu")
    assert again.edition == 1
