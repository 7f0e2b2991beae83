"""A release for other programs: a data package, SDMX and DHIS2, drawn from what was frozen."""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from typing import Any

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.dimension import OFFICE
from gbvcase.reports.lattice import PERIOD, Level, level
from gbvcase.reports.ledger import Audience
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.protection import Figure, Manner, Status
from gbvcase.reports.releases import Release
from gbvcase.reports.sheets import (
    FIXED_COLUMNS,
    LABEL_COLUMNS,
    VALUE_COLUMNS,
    dimensions_of,
)
from gbvcase.reports.tables import UNKNOWN, Key

CONTACT = ("place", "phone")
TOTAL, NOT_KNOWN = "_T", "_U"
SDMX_SEX = {"female": "F", "male": "M", "": TOTAL, UNKNOWN: NOT_KNOWN}
FREQUENCY = {
    Level.QUARTER: "Q",
    Level.HALF: "S",
    Level.YEAR: "A",
    Level.PROGRAMME: "_O",
}


class NoIdentifier(GbvcaseError):
    """A cell or place that the mapping file does not name: then nothing is exported."""

    sentence = mark("The mapping file has no identifier for {code}. Nothing was exported.")


class SmallReport(GbvcaseError):
    """A release with fewer than ten people has no figures to export."""

    sentence = mark("In this period there were fewer than 10 people. No figures are exported.")


def shown_figures(release: Release) -> Iterable[tuple[Key, Figure]]:
    """Yield each figure of the tables once, in a fixed order, without those of the left out."""
    if release.line.few:
        raise SmallReport
    for cell, figure in sorted(release.figures.items()):
        if EXCLUDED not in dict(cell):
            yield cell, figure


# --- data package -----------------------------------------------------------------------------


USED_WITH_SOURCE = {"name": "other-at", "title": "Free to use with the source named"}
FOR_MEMBERS = {"name": "other-closed", "title": "For members of the network only"}


def data_package(release: Release, rows: bytes, labels: bytes) -> bytes:
    """Describe the rows of a release, and the names of their codes, as a Frictionless package."""
    plan, line = release.plan, release.line
    text: dict[str, Any] = {"type": "string"}
    fields: list[dict[str, Any]] = [{"name": name, **text} for name in FIXED_COLUMNS]
    for name in dimensions_of(release):
        codes = plan.exclusions if name == EXCLUDED else plan.dimension[name].codes[1:]
        fields.append({"name": name, **text, "constraints": {"enum": list(codes)}})
    for name in VALUE_COLUMNS:
        kind = "integer" if name in ("value", "low", "high") else "string"
        fields.append({"name": name, "type": kind})
    told = {
        "profile": "tabular-data-package",
        "name": release.id.lower(),
        "title": plan.titles["vi"],
        "description": _method(release),
        "created": f"{line.made_at[:10]}T00:00:00Z",  # the day; the hour is nobody's business
        "licenses": [USED_WITH_SOURCE if line.audience is Audience.PUBLIC else FOR_MEMBERS],
        "contributors": [{"title": line.office or plan.province, "role": "publisher"}],
        "contact": {name: line.letterhead[name] for name in CONTACT if line.letterhead.get(name)},
        "plan": {"name": plan.name, "digest": plan.digest, "base": line.base},
        "resources": [
            _resource("figures", f"{release.id}.csv", rows, fields),
            _resource(
                "labels",
                f"{release.id}-labels.csv",
                labels,
                [{"name": name, **text} for name in LABEL_COLUMNS],
            ),
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(name: str, path: str, content: bytes, fields: list[dict[str, Any]]) -> dict[str, Any]:
    """Describe one of the files of the package."""
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _method(release: Release) -> str:
    """Return in a sentence how the figures are protected."""
    line = release.line
    if line.few:
        return "Fewer than 10 people: no figures are told."
    if release.plan.manner is Manner.HIDE:
        return "Small figures are hidden, and others with them; what is shown is exact."
    return (
        f"Controlled rounding to multiples of {line.base}; "
        f"each figure is less than {max(line.base, line.error + 1)} away from the true one."
    )


# --- SDMX -------------------------------------------------------------------------------------


def sdmx_csv(release: Release) -> bytes:
    """Draw the figures as SDMX-CSV 2.0; every hidden figure has the same one mark."""
    plan, line = release.plan, release.line
    placed = [d.name for d in plan.dimensions if d.place and d.name != OFFICE]  # no area
    others = [d.name for d in plan.dimensions if d.name not in placed]
    names = {"sex": "SEX", "age_band": "AGE"}
    columns = [names.get(name, name.upper()) for name in others]
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    told = ("TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS")
    writer.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", *columns, *told])
    structure = f"GBVCASE:{plan.name.upper().replace('-', '_')}(1.0)"
    for cell, figure in shown_figures(release):
        codes = dict(cell)
        area = next((codes[name] for name in placed if name in codes), plan.province)
        hidden = figure.status is Status.HIDDEN
        writer.writerow(
            ["dataflow", structure, "R", FREQUENCY[level(line.period)], area]
            + [_sdmx_code(name, codes.get(name, "")) for name in others]
            + [_sdmx_period(line.period), "" if hidden else figure.value]
            + ["M" if hidden else "A", "C" if hidden else "F"]
        )
    return out.getvalue().encode()


def _sdmx_code(name: str, code: str) -> str:
    if name == "sex":
        return SDMX_SEX.get(code, code)
    return {"": TOTAL, UNKNOWN: NOT_KNOWN}.get(code, code)


def _sdmx_period(period: str) -> str:
    if ".." in period:
        first, last = period.split("..")
        return f"{first}-01-01/P{int(last) - int(first) + 1}Y"
    return period.replace("-H", "-S")


# --- DHIS2 ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Identifiers:
    """The identifiers of a DHIS2 instance: what each cell and place is called there."""

    data_set: str
    units: Mapping[str, str]  # province or area -> orgUnit
    elements: Mapping[str, tuple[str, str]]  # cell -> dataElement, categoryOptionCombo

    @classmethod
    def read(cls, content: bytes) -> "Identifiers":
        """Read a mapping file; ValueError or KeyError if it is none."""
        told = json.loads(content)
        elements = {cell: (pair[0], pair[1]) for cell, pair in told["elements"].items()}
        return cls(told["dataSet"], dict(told["orgUnits"]), elements)


def cell_name(cell: Key, places: Iterable[str] = ()) -> str:
    """Return how a mapping file names a cell: its codes, without period and place."""
    left = {PERIOD, *places}
    return ";".join(f"{name}={code}" for name, code in cell if name not in left) or "total"


def dhis2(release: Release, known: Identifiers) -> bytes:
    """Draw the figures as `dataValueSets`; hidden ones are absent, and never a nought."""
    plan, line = release.plan, release.line
    placed = [d.name for d in plan.dimensions if d.place]
    sets: dict[str, list[dict[str, str]]] = {}
    for cell, figure in shown_figures(release):
        if figure.status is Status.HIDDEN:
            continue
        codes = dict(cell)
        area = next((codes[name] for name in placed if name in codes), plan.province)
        name = cell_name(cell, placed)
        if area not in known.units:
            raise NoIdentifier(code=area)
        if name not in known.elements:
            raise NoIdentifier(code=name)
        element, combination = known.elements[name]
        comment = "exact" if figure.status is Status.EXACT else f"rounded:{line.base}"
        sets.setdefault(known.units[area], []).append(
            {
                "dataElement": element,
                "categoryOptionCombo": combination,
                "value": str(figure.value),
                "comment": comment,
            }
        )
    period = line.period.replace("-Q", "Q").replace("-H", "S")
    told = {
        "dataValueSets": [
            {"dataSet": known.data_set, "period": period, "orgUnit": unit, "dataValues": values}
            for unit, values in sorted(sets.items())
        ]
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
