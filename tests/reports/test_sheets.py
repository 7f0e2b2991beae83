"""Files: what is in them adds up, tells nothing else, and runs in no spreadsheet."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from gbvcase.domain.marking import ENGLISH, Speaker
from gbvcase.domain.period import Calendar, Period
from gbvcase.domain.speaking import speaker
from gbvcase.reports import sheets
from gbvcase.reports.facts import bounds_of
from gbvcase.reports.files import NotWritten, drawn, write_files
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger import Ledger, Line
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.releases import Release, make_release
from gbvcase.reports.sheets import harmless, labels_file, rows_file, rows_json, workbook
from gbvcase.reports.shown import MOST_BARS, figure_text, office_tables, reason, release_tables
from gbvcase.reports.tables import count, key
from gbvcase.reports.wording import notes, share
from tests.reports.made_up import MADE, answers, report, seeded

PLAN = plan_named("incidents")
VIETNAMESE = Speaker("vi")


@pytest.fixture(scope="module")
def year() -> Release:
    _, release = make_release(
        Ledger(), answers(500, seeded(1)), PLAN, "2025", made=MADE, random=seeded(2)
    )
    return release


@pytest.fixture
def few() -> Release:
    people = [{"quarter": "2025-Q1", "sex": "female", "gbv_type": "rape"}] * 7
    _, release = make_release(Ledger(), people, PLAN, "2025-Q1", made=MADE, random=seeded(2))
    return release


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_rows_have_the_agreed_columns(year: Release) -> None:
    header = rows_file(year).decode("utf-8-sig").splitlines()[0].split(",")
    assert header[:5] == ["release", "plan", "table", "unit", "period"]
    assert header[-5:] == ["value", "low", "high", "status", "note"]
    assert header[5:-5] == [*(d.name for d in PLAN.dimensions), "excluded"]


def test_the_facts_a_reader_derives_from_the_rows_are_those_of_the_ledger(year: Release) -> None:
    read = {}
    for row in rows_of(rows_file(year)):
        names = [*(d.name for d in PLAN.dimensions), "excluded"]
        cell = key([*((name, row[name]) for name in names), ("period", row["period"])])
        read[cell] = (int(row["low"]), int(row["high"]))
    known = bounds_of(year.line.facts())
    everybody = key([("period", "2025")])
    assert {c: b for c, b in read.items() if c != everybody} == {
        c: b for c, b in known.items() if c != everybody and c in read
    }
    assert set(read) == set(known)


def test_every_column_and_row_adds_up_in_the_rows(year: Release) -> None:
    rows = [r for r in rows_of(rows_file(year)) if r["table"] == "A3"]
    value = {(r["sex"], r["gbv_type"]): int(r["value"]) for r in rows}
    sexes, types = PLAN.dimension["sex"].leaves, PLAN.dimension["gbv_type"].leaves
    for kind in ("", *types):
        assert value["", kind] == sum(value[sex, kind] for sex in sexes)
    for sex in ("", *sexes):
        assert value[sex, ""] == sum(value[sex, kind] for kind in types)


def test_a_rounded_nought_reads_at_most_four_and_stays_a_number(year: Release) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(year, ENGLISH)))
    sheet = book["A3"]
    formats = {
        cell.number_format
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int)
    }
    assert formats == {'#,##0;-#,##0;"≤ 4"'}
    assert any(cell.value == 0 for row in sheet.iter_rows() for cell in row)


def test_the_workbook_has_a_sheet_for_each_table_the_notes_and_the_rows(year: Release) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(year, VIETNAMESE)))
    assert book.sheetnames == [
        *("A1", "A3", "A4", "A5", "A6", "A9", "A10", "A19"),
        "Biểu đồ",
        "Ghi chú",
        "Dữ liệu",
    ]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in {
        cell.value for row in book["A1"].iter_rows() for cell in row
    }
    data = list(book["Dữ liệu"].values)
    assert len(data) - 1 == len(rows_of(rows_file(year)))


def test_the_sheet_and_the_rows_tell_the_same_figures(year: Release) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(year, ENGLISH)))
    for grid in release_tables(year):
        drawn = [
            cell.value
            for row in book[grid.id].iter_rows()
            for cell in row
            if isinstance(cell.value, int)
        ]
        assert drawn == [cell.figure.value for row in grid.rows for cell in row.cells]


def test_the_same_release_gives_the_same_bytes(year: Release) -> None:
    again = Release(year.plan, Line.from_json(year.line.as_json()))
    assert workbook(again, ENGLISH) == workbook(year, ENGLISH)
    assert rows_file(again) == rows_file(year)


def test_s08_the_properties_of_a_workbook_say_nothing(year: Release) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(year, ENGLISH))) as packed:
        core = packed.read("docProps/core.xml").decode()
        app = packed.read("docProps/app.xml").decode()
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "Mẫu" not in core + app
    assert "2000-01-01" in core
    assert "<dc:creator></dc:creator>" in core


def test_nothing_but_frozen_figures_is_in_any_file(year: Release, tmp_path: Path) -> None:
    people = answers(500, seeded(1))
    alike = next(answer for answer in people if "excluded" not in answer)
    planted = [{**alike, "quarter": "2025-Q1"}] * 7_919
    ledger, release = make_release(
        Ledger(), [*people, *planted], PLAN, "2025", made=MADE, random=seeded(4)
    )
    counts = count([*people, *planted], PLAN, "2025")
    shown = {str(f.value) for f in release.figures.values()}
    shown |= {str(end) for f in release.figures.values() for end in (f.low, f.high)}
    true = {str(n) for n in counts.cells.values() if n > 7_000} - shown
    assert true
    for path in write_files(drawn(release, ENGLISH), tmp_path):
        content = path.read_bytes()
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as packed:
                content = b"".join(packed.read(name) for name in packed.namelist())
        numbers = set(re.findall(r"[0-9]+", content.decode("utf-8", "replace")))
        assert not true & numbers
    assert ledger.lines[0].truth


@pytest.mark.parametrize(
    "bad", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "=HYPERLINK(1)", '=cmd|"/c calc"!A1']
)
def test_u05_what_a_person_typed_is_never_a_formula(year: Release, bad: str) -> None:
    assert harmless(bad).startswith("'")
    typed = Release(year.plan, replace(year.line, office=bad))
    content = workbook(typed, ENGLISH)
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value or "").startswith(("=", "+", "@"))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert not [n for n in packed.namelist() if b"<f>" in packed.read(n)]
    for row in csv.reader(io.StringIO(rows_file(typed).decode("utf-8-sig"), newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_fewer_than_ten_is_one_sentence_and_no_figure(few: Release) -> None:
    rows = rows_of(rows_file(few))
    assert [row["status"] for row in rows] == ["few"]
    book = openpyxl.load_workbook(io.BytesIO(workbook(few, ENGLISH)))
    drawn = [c.value for sheet in book for row in sheet.iter_rows() for c in row]
    assert not [value for value in drawn if isinstance(value, int)]
    assert any("fewer than 10" in str(value) for value in drawn)
    assert not release_tables(few)
    assert any("fewer than 10" in text for text in notes(few, ENGLISH))


def test_a_full_disk_leaves_no_part_of_a_file_and_says_so(
    year: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:100])
        raise OSError(28, "No space left on device")

    files = drawn(year, ENGLISH)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(NotWritten):
        write_files(files, tmp_path)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    assert len(write_files(files, tmp_path)) == len(files)


def test_the_files_are_named_after_the_release(year: Release, tmp_path: Path) -> None:
    names = [path.name for path in write_files(drawn(year, ENGLISH), tmp_path / "new" / "folder")]
    assert names == [
        "incidents-2025.xlsx",
        "incidents-2025.csv",
        "incidents-2025-labels.csv",
        "incidents-2025.json",
        "incidents-2025-datapackage.json",
        "incidents-2025-sdmx.csv",
    ]


def test_the_json_has_the_fields_of_the_csv(year: Release) -> None:
    csv_rows = list(csv.DictReader(io.StringIO(rows_file(year).decode("utf-8-sig"), newline="")))
    told = json.loads(rows_json(year))
    assert [{name: str(value) for name, value in row.items()} for row in told] == [
        {name: value for name, value in row.items() if value} for row in csv_rows
    ]


def test_every_code_has_its_name_in_both_languages(year: Release) -> None:
    text = labels_file(year).decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        assert row["label_vi"], row
        assert row["label_en"], row


def test_the_notes_say_how_who_and_which(year: Release) -> None:
    text = "\n".join(notes(year, ENGLISH))
    assert "multiples of 5" in text
    assert "from 01/01/2025 to 31/12/2025" in text
    assert year.id in text
    assert text.count("Left out:") == len(PLAN.exclusions)


def test_the_notes_say_how_many_may_be_counted_twice_and_the_rows_have_the_figure() -> None:
    people = [
        {**answer, "referred_from": ("health", "police", "self_referral", "")[number % 4]}
        for number, answer in enumerate(answers(500, seeded(3)))
    ]
    _, release = make_release(Ledger(), people, PLAN, "2025", made=MADE, random=seeded(4))
    true = sum(a["referred_from"] in ("health", "police") and "excluded" not in a for a in people)
    (row,) = (r for r in rows_of(rows_file(release)) if r["referred_from"] == "provider")
    assert row["table"] == "A19"
    assert int(row["value"]) % PLAN.base == 0
    assert abs(int(row["value"]) - true) < PLAN.base
    said = f"Có thể trùng: {row['value']} (nơi hỗ trợ khác chuyển đến, không có mã chuyển gửi)."
    assert any(text.endswith(said) for text in notes(release, speaker("vi")))
    book = openpyxl.load_workbook(io.BytesIO(workbook(release, speaker("vi"))))
    assert any(str(line[0]).endswith(said) for line in book["Ghi chú"].values)


def test_who_came_from_a_provider_adds_up_with_the_other_ways_and_the_total(year: Release) -> None:
    rows = [r for r in rows_of(rows_file(year)) if r["table"] == "A19"]
    value = {r["referred_from"]: int(r["value"]) for r in rows}
    ways = PLAN.dimension["referred_from"]
    for whole, parts in ways.tree.items():
        assert value[whole] == sum(value[part] for part in parts)


def test_a_report_that_does_not_count_it_says_nothing_of_being_counted_twice() -> None:
    people = [{"quarter": "2025-Q1", "sex": "f", "kind": "hit"}] * 60
    _, release = make_release(Ledger(), people, report(), "2025-Q1", made=MADE, random=seeded(2))
    assert "Possibly" not in "".join(notes(release, ENGLISH))


def test_what_was_left_out_is_a_rounded_figure_too(year: Release) -> None:
    left = [f for cell, f in year.figures.items() if dict(cell).get("excluded")]
    assert left
    assert all(f.status is Status.ROUNDED and f.value % 5 == 0 for f in left)


def test_the_screen_of_the_office_shows_the_exact_numbers() -> None:
    people = answers(120, seeded(5))
    counts = count(people, PLAN, "2025")
    total = sum("excluded" not in a for a in people)
    for grid in office_tables(counts, PLAN, Period("2025", Calendar.PLAIN)):
        assert grid.rows[0].cells[0].figure == Figure(total, total, total, Status.EXACT)


def test_bars_are_at_most_twelve_and_have_the_figures_of_the_table(year: Release) -> None:
    for grid in release_tables(year):
        bars = grid.bars(VIETNAMESE)
        assert 1 <= len(bars) <= MOST_BARS
        values = [row.cells[0].figure.value for row in grid.rows]
        assert all(bar.value in values for bar in bars)


def test_every_figure_says_its_reason_in_a_sentence() -> None:
    assert figure_text(Figure(0, 0, 4), 5, ENGLISH) == "≤ 4"
    assert figure_text(Figure(0, 0, 6), 5, ENGLISH) == "≤ 6"  # where the base could not be held
    assert figure_text(Figure(0, 0, 9), 10, ENGLISH) == "≤ 9"
    assert figure_text(Figure(1250, 1246, 1254), 5, VIETNAMESE) == "1.250"
    assert figure_text(Figure(0, 0, 0, Status.HIDDEN), 5, ENGLISH) == ".."
    assert "from 0 to 4" in reason(Figure(0, 0, 4), 5, ENGLISH)
    for status in Status:
        assert reason(Figure(3, 3, 3, status), 5, ENGLISH).endswith(".")


def test_hidden_and_exact_figures_are_written_as_what_they_are(year: Release) -> None:
    figures = dict(year.figures)
    first, second = list(figures)[:2]
    figures[first] = Figure(0, 0, 0, Status.HIDDEN)
    figures[second] = Figure(37, 37, 37, Status.EXACT)
    mixed = Release(year.plan, replace(year.line, figures=figures))
    states = {row["status"] for row in rows_of(rows_file(mixed))}
    assert states == {"hidden", "exact", "rounded:5"}
    hidden = [row for row in rows_of(rows_file(mixed)) if row["status"] == "hidden"]
    assert all(row["value"] == row["low"] == row["high"] == row["note"] == "" for row in hidden)
    assert workbook(mixed, ENGLISH)


def test_a_small_report_has_its_own_layout() -> None:
    plan = report()
    people = [{"sex": "f", "kind": "hit", "quarter": "2025-Q1"}] * 12
    _, release = make_release(Ledger(), people, plan, "2025-Q1", made=MADE, random=seeded(1))
    (grid,) = release_tables(release)
    assert [row.head.said("en") for row in grid.rows] == ["Total", "hit", "word", "sex_act"]
    assert sheets.workbook(release, ENGLISH)


def test_bars_are_drawn_from_the_figures_beside_them(year: Release) -> None:
    content = workbook(year, VIETNAMESE)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        charts = [n for n in packed.namelist() if n.startswith("xl/charts/chart")]
        drawn_from = b"".join(packed.read(name) for name in charts).decode()
    assert len(charts) == len(release_tables(year))
    assert set(re.findall(r"<c:f>'?([^'!]+)'?!", drawn_from)) == {"Biểu đồ"}
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Biểu đồ"]
    shown = {figure.value for figure in year.figures.values()}
    assert {row[1] for row in sheet.values if row[1] is not None} <= shown


def test_a_percentage_is_whole_and_only_of_what_is_large_enough() -> None:
    def rounded(value: int) -> Figure:
        return Figure(value, max(0, value - 4), value + 4, Status.ROUNDED)

    def exact(value: int) -> Figure:
        return Figure(value, value, value, Status.EXACT)

    assert share(rounded(35), rounded(50), 5, 5) == 70
    assert share(rounded(35), rounded(45), 5, 5) is None
    assert share(exact(30), exact(90), 5, 5) == 33
    assert share(exact(85), exact(90), 5, 5) is None
    assert share(exact(5), exact(90), 5, 5) is None
    assert share(Figure(0, 0, 9, Status.HIDDEN), rounded(50), 5, 5) is None
    assert share(rounded(0), rounded(0), 5, 5) is None


def test_a_workbook_of_practice_data_says_so_on_every_sheet_and_no_other_does(
    year: Release,
) -> None:
    words = "PRACTICE DATA"
    stamped = openpyxl.load_workbook(io.BytesIO(workbook(year, ENGLISH, words)))
    plain = openpyxl.load_workbook(io.BytesIO(workbook(year, ENGLISH)))
    for sheet in stamped:
        values = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
        assert words in values, sheet.title
        assert words in sheet.oddHeader.center.text, sheet.title
    for sheet in plain:
        values = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
        assert words not in values, sheet.title
    numbers = [
        [
            [one for one in row if isinstance(one, int)]
            for row in sheet.iter_rows(values_only=True)
            if any(isinstance(one, int) for one in row)
        ]
        for sheet in (stamped.worksheets[0], plain.worksheets[0])
    ]
    assert numbers[0] == numbers[1]
