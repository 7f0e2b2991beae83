"""Programs that are not ours open our files, and read the same figures as we do."""

import csv
import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest
from pysdmx.io import read_sdmx

from gbvcase.domain.speaking import speaker
from gbvcase.reports.exports import shown_figures
from gbvcase.reports.files import drawn, write_files
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.releases import Release, make_release
from gbvcase.reports.shown import figure_text, release_tables
from tests.reports.made_up import MADE, answers, seeded

PLAN = plan_named("incidents")
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


@pytest.fixture(scope="module")
def year() -> Release:
    people = answers(400, seeded(1))
    return make_release(Ledger(), people, PLAN, "2025", made=MADE, random=seeded(2))[1]


@pytest.fixture(scope="module")
def folder(year: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("release")
    write_files(drawn(year, speaker("vi")), place)
    return place


def package_of(folder: Path, year: Release) -> frictionless.Report:
    return frictionless.validate(str(folder / f"{year.id}-datapackage.json"), type="package")


def test_frictionless_finds_no_error_in_the_data_package(year: Release, folder: Path) -> None:
    report = package_of(folder, year)
    assert report.valid, report.flatten(["type", "note"])
    package = frictionless.Package(str(folder / f"{year.id}-datapackage.json"))
    rows = package.get_resource("figures").read_rows()
    assert len(rows) > 300
    assert all(type(row["value"]) is int for row in rows)
    whole = next(row for row in rows if row["table"] == "A1" and not row["excluded"])
    cell = next(cell for cell in year.figures if len(cell) == 1)
    assert whole["value"] == year.figures[cell].value


def test_frictionless_notices_a_figure_that_was_changed(year: Release, tmp_path: Path) -> None:
    write_files(drawn(year, speaker("vi")), tmp_path)
    rows = tmp_path / f"{year.id}.csv"
    rows.write_bytes(rows.read_bytes().replace(b",5,1,9,", b",6,1,9,", 1))
    assert not package_of(tmp_path, year).valid


def test_pysdmx_reads_each_figure_of_the_sdmx_file(year: Release, folder: Path) -> None:
    message = read_sdmx(str(folder / f"{year.id}-sdmx.csv"), validate=True)
    assert message.data is not None
    (dataset,) = message.data
    assert dataset.structure == "Dataflow=GBVCASE:INCIDENTS(1.0)"
    read = [int(value) for value in dataset.data["OBS_VALUE"]]
    assert read == [figure.value for _, figure in shown_figures(year)]
    assert set(dataset.data["CONF_STATUS"]) == {"F"}


def test_pysdmx_reads_a_hidden_figure_as_missing(year: Release, tmp_path: Path) -> None:
    figures = dict(year.figures)
    for cell, _ in list(shown_figures(year))[:3]:
        figures[cell] = Figure(0, 0, 3, Status.HIDDEN)
    hidden = Release(year.plan, replace(year.line, figures=figures))
    write_files(drawn(hidden, speaker("vi")), tmp_path)
    message = read_sdmx(str(tmp_path / f"{year.id}-sdmx.csv"), validate=True)
    assert message.data is not None
    table = message.data[0].data
    missing = table[table["CONF_STATUS"] == "C"]
    assert len(missing) == 3
    assert set(missing["OBS_STATUS"]) == {"M"}
    assert not [value for value in missing["OBS_VALUE"] if str(value) not in ("", "nan", "None")]


def converted(book: Path, to: str, place: Path) -> None:
    """Let LibreOffice convert a workbook; it keeps its own settings out of the home folder."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: packaging/set_up.sh test installs it"
    own = f"-env:UserInstallation={(place / 'settings').as_uri()}"
    told = [office, own, "--headless", "--convert-to", to, "--outdir", str(place), str(book)]
    subprocess.run(told, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def sheets(
    year: Release, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, list[list[str]]]:
    """Return each sheet of the workbook as LibreOffice shows it."""
    place = tmp_path_factory.mktemp("office")
    converted(folder / f"{year.id}.xlsx", AS_SHOWN, place)
    found = {}
    for path in place.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem.removeprefix(f"{year.id}-")] = list(csv.reader(file))
    return found


def test_libreoffice_shows_every_sheet_and_every_figure_as_we_do(
    year: Release, sheets: Mapping[str, list[list[str]]]
) -> None:
    grids = release_tables(year)
    assert {*(grid.id for grid in grids), "Biểu đồ", "Ghi chú", "Dữ liệu"} == set(sheets)
    for grid in grids:
        shown = {tuple(row[3 : 3 + len(grid.columns)]) for row in sheets[grid.id]}
        for row in grid.rows:
            # LibreOffice speaks English here: its thousands are parted by a comma
            texts = tuple(figure_text(c.figure, grid.base, speaker("en")) for c in row.cells)
            assert texts in shown


def test_libreoffice_adds_up_the_numbers_behind_the_marks(
    year: Release, folder: Path, tmp_path: Path
) -> None:
    converted(folder / f"{year.id}.xlsx", "fods", tmp_path)
    text = (tmp_path / f"{year.id}.fods").read_text(encoding="utf-8")
    assert "table:formula" not in text
    assert 'office:value="0"' in text
    assert "≤ 4" in text
    assert "Err:" not in text


def test_libreoffice_keeps_the_tables_when_it_saves_the_workbook_itself(
    year: Release, folder: Path, tmp_path: Path
) -> None:
    converted(folder / f"{year.id}.xlsx", "pdf", tmp_path)
    pdf = tmp_path / f"{year.id}.pdf"
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    for grid in release_tables(year):
        assert grid.said(speaker("vi"))[:30] in text
    assert "≤ 4" in text


def test_the_data_package_names_only_files_that_are_there(year: Release, folder: Path) -> None:
    told = json.loads((folder / f"{year.id}-datapackage.json").read_bytes())
    assert all((folder / resource["path"]).is_file() for resource in told["resources"])
