"""The files for other programs tell the same figures, add up, and hide the same."""

import csv
import io
import json
from dataclasses import replace

import pytest

from gbvcase.reports.exports import (
    Identifiers,
    NoIdentifier,
    SmallReport,
    cell_name,
    data_package,
    dhis2,
    sdmx_csv,
    shown_figures,
)
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.releases import Release, make_release
from gbvcase.reports.sheets import LABEL_COLUMNS, labels_file, rows_file
from tests.reports.made_up import MADE, answers, seeded

PLAN = plan_named("incidents")


@pytest.fixture(scope="module")
def year() -> Release:
    people = answers(400, seeded(1))
    return make_release(Ledger(), people, PLAN, "2025", made=MADE, random=seeded(2))[1]


def hidden_in(release: Release, number: int) -> Release:
    figures = dict(release.figures)
    for cell, _ in list(shown_figures(release))[:number]:
        figures[cell] = Figure(0, 0, number, Status.HIDDEN)
    return Release(release.plan, replace(release.line, figures=figures))


def series(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_sdmx_has_each_figure_once_and_every_sum_holds(year: Release) -> None:
    rows = series(sdmx_csv(year))
    assert len(rows) == len(list(shown_figures(year)))
    dims = [n for n in rows[0] if n not in ("OBS_VALUE", "OBS_STATUS", "CONF_STATUS")]
    value = {tuple(row[d] for d in dims): int(row["OBS_VALUE"]) for row in rows}
    assert len(value) == len(rows)
    rows_by_sex = [r for r in rows if all(r[d] == "_T" for d in dims[5:-1] if d != "SEX")]
    rows_by_sex = [r for r in rows_by_sex if r["REF_AREA"] == "52"]
    whole = next(int(r["OBS_VALUE"]) for r in rows_by_sex if r["SEX"] == "_T")
    assert whole == sum(int(r["OBS_VALUE"]) for r in rows_by_sex if r["SEX"] != "_T")
    assert {r["SEX"] for r in rows_by_sex} == {"_T", "F", "M", "_U", "intersex"}


@pytest.mark.parametrize(
    ("period", "frequency", "time"),
    [("2025", "A", "2025"), ("2025-H1", "S", "2025-S1"), ("2025-Q2", "Q", "2025-Q2")],
)
def test_sdmx_names_periods_as_sdmx_does(period: str, frequency: str, time: str) -> None:
    people = answers(300, seeded(3))
    _, release = make_release(Ledger(), people, PLAN, period, made=MADE, random=seeded(2))
    row = series(sdmx_csv(release))[0]
    assert (row["FREQ"], row["TIME_PERIOD"]) == (frequency, time)


def test_every_hidden_figure_has_the_same_mark(year: Release) -> None:
    rows = [r for r in series(sdmx_csv(hidden_in(year, 5))) if r["CONF_STATUS"] != "F"]
    assert len(rows) == 5
    assert {(r["OBS_VALUE"], r["OBS_STATUS"], r["CONF_STATUS"]) for r in rows} == {("", "M", "C")}


def identifiers(release: Release) -> Identifiers:
    units = {"52": "ou52", **{area: f"ou{area}" for area in PLAN.dimension["area"].codes[1:]}}
    names = {cell_name(cell, ("area",)) for cell, _ in shown_figures(release)}
    told = {
        "dataSet": "ds1",
        "orgUnits": units,
        "elements": {name: ["de1", f"coc{number}"] for number, name in enumerate(sorted(names))},
    }
    return Identifiers.read(json.dumps(told).encode())


def test_dhis2_has_the_figures_of_each_unit_and_no_hidden_one(year: Release) -> None:
    known = identifiers(year)
    told = json.loads(dhis2(year, known))["dataValueSets"]
    values = [value for one in told for value in one["dataValues"]]
    assert len(values) == len(list(shown_figures(year)))
    assert {one["period"] for one in told} == {"2025"}
    assert {value["comment"] for value in values} == {"rounded:5"}
    fewer = json.loads(dhis2(hidden_in(year, 5), known))["dataValueSets"]
    assert sum(len(one["dataValues"]) for one in fewer) == len(values) - 5


def test_dhis2_stops_at_a_code_without_an_identifier(year: Release) -> None:
    known = identifiers(year)
    less = dict(list(known.elements.items())[1:])
    with pytest.raises(NoIdentifier):
        dhis2(year, replace(known, elements=less))
    with pytest.raises(NoIdentifier):
        dhis2(year, replace(known, units={}))


def test_the_data_package_describes_the_rows(year: Release) -> None:
    rows = rows_file(year)
    told = json.loads(data_package(year, rows, labels_file(year)))
    resource, labels = told["resources"]
    assert [field["name"] for field in labels["schema"]["fields"]] == list(LABEL_COLUMNS)
    assert told["created"] == f"{year.line.made_at[:10]}T00:00:00Z"
    assert told["licenses"]
    header = rows.decode("utf-8-sig").splitlines()[0].split(",")
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == header
    assert resource["bytes"] == len(rows)
    allowed = {f["name"]: f["constraints"]["enum"] for f in fields if "constraints" in f}
    for row in csv.DictReader(io.StringIO(rows.decode("utf-8-sig"), newline="")):
        assert all(not row[name] or row[name] in codes for name, codes in allowed.items())


def test_fewer_than_ten_people_are_not_exported() -> None:
    people = [{"quarter": "2025-Q1"}] * 9
    _, release = make_release(Ledger(), people, PLAN, "2025-Q1", made=MADE, random=seeded(2))
    with pytest.raises(SmallReport):
        sdmx_csv(release)


def test_the_same_release_gives_the_same_files(year: Release) -> None:
    again = Release(year.plan, type(year.line).from_json(year.line.as_json()))
    assert sdmx_csv(again) == sdmx_csv(year)
    assert dhis2(again, identifiers(year)) == dhis2(year, identifiers(year))
    assert data_package(again, b"", b"") == data_package(year, b"", b"")
