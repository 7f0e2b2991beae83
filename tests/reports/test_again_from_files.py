"""What is read back from each kind of file is what was frozen, and every sum of it holds."""

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from gbvcase.domain.speaking import speaker
from gbvcase.reports.exports import Identifiers, cell_name, dhis2, sdmx_csv, shown_figures
from gbvcase.reports.files import drawn
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.layout import relations
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.releases import Release, make_release
from gbvcase.reports.sheets import rows_file, workbook
from gbvcase.reports.shown import release_tables
from gbvcase.reports.tables import Key, count, key
from tests.reports.made_up import MADE, answers, seeded

PLAN = plan_named("incidents")
NAMES = [d.name for d in PLAN.dimensions]
PLANTED, SEED = 7_919, 918_273_645
Read = Callable[[Release], Mapping[Key, int]]


@pytest.fixture(scope="module")
def year() -> Release:
    people = answers(500, seeded(1))
    return make_release(Ledger(), people, PLAN, "2025", made=MADE, random=seeded(2))[1]


def from_csv(release: Release) -> dict[Key, int]:
    text = rows_file(release).decode("utf-8-sig")
    return {cell(row): int(row["value"]) for row in csv.DictReader(io.StringIO(text, newline=""))}


def from_workbook(release: Release) -> dict[Key, int]:
    book = openpyxl.load_workbook(io.BytesIO(workbook(release, speaker("vi"))))
    header, *rows = book["Dữ liệu"].values
    found = (dict(zip(header, ("" if v is None else v for v in row), strict=True)) for row in rows)
    return {cell(row): int(row["value"]) for row in found}


def cell(row: Mapping[str, object]) -> Key:
    names = (*NAMES, EXCLUDED)
    return key([*((name, str(row[name])) for name in names), ("period", str(row["period"]))])


def from_sdmx(release: Release) -> dict[Key, int]:
    known = {"SEX": "sex", "AGE": "age_band"}
    sexes = {"F": "female", "M": "male"}
    places = next(d.name for d in PLAN.dimensions if d.place)
    found = {}
    for row in csv.DictReader(io.StringIO(sdmx_csv(release).decode(), newline="")):
        codes = [("period", row["TIME_PERIOD"])]
        if row["REF_AREA"] != PLAN.province:
            codes.append((places, row["REF_AREA"]))
        for name in list(row)[5:-4]:
            said = {"_T": "", "_U": "unknown"}.get(row[name], row[name])
            said = sexes.get(said, said) if name == "SEX" else said
            codes.append((known.get(name, name.lower()), said))
        found[key(codes)] = int(row["OBS_VALUE"])
    return found


def from_dhis2(release: Release) -> dict[Key, int]:
    places = [d.name for d in PLAN.dimensions if d.place]
    names = sorted({cell_name(one, places) for one, _ in shown_figures(release)})
    units = {PLAN.province: "ou", **{c: f"ou{c}" for c in PLAN.dimension[places[0]].codes[1:]}}
    told = {
        "dataSet": "d",
        "orgUnits": units,
        "elements": {name: ["e", f"c{number}"] for number, name in enumerate(names)},
    }
    back = {unit: code for code, unit in units.items()}
    found = {}
    for one in json.loads(dhis2(release, Identifiers.read(json.dumps(told).encode())))[
        "dataValueSets"
    ]:
        for value in one["dataValues"]:
            name = names[int(value["categoryOptionCombo"][1:])]
            pairs = [] if name == "total" else [pair.split("=") for pair in name.split(";")]
            codes = [(n, code) for n, code in pairs] + [("period", one["period"])]
            if back[one["orgUnit"]] != PLAN.province:
                codes.append((places[0], back[one["orgUnit"]]))
            found[key(codes)] = int(value["value"])
    return found


@pytest.mark.parametrize("read", [from_csv, from_workbook, from_sdmx, from_dhis2])
def test_every_figure_comes_back_and_every_relation_holds(year: Release, read: Read) -> None:
    values = read(year)
    frozen = {c: f.value for c, f in year.figures.items()}
    assert values == {c: frozen[c] for c in values}
    drawn_cells = {c.key for grid in release_tables(year) for row in grid.rows for c in row.cells}
    drawn_cells |= {c for c in frozen if EXCLUDED in dict(c)}
    every = {c for c, _ in shown_figures(year)}
    assert set(values) == (every if read in (from_sdmx, from_dhis2) else drawn_cells)
    held = 0
    for whole, some in relations(PLAN, "2025"):
        if whole in values and all(part in values for part in some):
            assert values[whole] == sum(values[part] for part in some)
            held += 1
    assert held > 80


def every_byte(name: str, content: bytes, folder: Path) -> bytes:
    """Return what is in a file with nothing packed: the parts of a workbook, the text of a PDF."""
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return content + b"".join(packed.read(part) for part in packed.namelist())
    if name.endswith(".pdf"):
        path, plain = folder / name, folder / f"{name}.plain"
        path.write_bytes(content)
        subprocess.run(
            ["qpdf", "--stream-data=uncompress", "--object-streams=disable", path, plain],
            check=True,
        )
        text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout
        return plain.read_bytes() + text
    return content


def test_no_true_count_and_no_seed_is_in_any_file(tmp_path: Path) -> None:
    from gbvcase.casework.report_files import paper_of

    people = answers(500, seeded(1))
    alike = next(answer for answer in people if "excluded" not in answer)
    people += [{**alike, "quarter": "2025-Q1"}] * PLANTED
    ledger, release = make_release(Ledger(), people, PLAN, "2025", made=MADE, random=seeded(SEED))
    counts = count(people, PLAN, "2025")
    told = {n for f in release.figures.values() for n in (f.value, f.low, f.high)}
    true = {n for n in counts.cells.values() if n >= PLANTED} - told
    assert len(true) > 5
    secret = [*(str(n) for n in true), str(SEED), ledger.lines[0].salt, ledger.lines[0].secret]
    dotted = [f"{n // 1000}.{n % 1000:03}" for n in true]
    say = speaker("vi")
    files = drawn(release, say, papers={f"{release.id}.pdf": paper_of(release, say)})
    assert len(files) == 7
    for name, content in files.items():
        found = every_byte(name, content, tmp_path)
        numbers = set(re.findall(rb"\d[\d.]*", found))
        assert not {text.encode() for text in (*secret[: len(true)], *dotted)} & numbers, name
        assert not [text for text in secret[len(true) :] if text.encode() in found], name
