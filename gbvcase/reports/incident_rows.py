"""Incidents one by one, in the columns of the GBVIMS Incident Recorder: for members, sealed.

A row is no table: it cannot be rounded. So it has bands and groups only, nothing that names or
numbers anybody, in an order that tells nothing; and what makes people findable (when, where, how
old, which sex) is made coarser until at least five rows look alike. What still stands alone is
left out.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from random import Random

from gbvcase.domain.marking import mark
from gbvcase.reports.population import base_population
from gbvcase.reports.sheets import harmless
from gbvcase.reports.tables import QUARTER, UNKNOWN, Answer, Dimension

ALIKE = 5
"""So many rows at least look alike in all that a neighbour may know."""

COLUMNS = {
    "reported_in": mark("Reported in"),
    "report_delay": mark("Time between incident and report"),
    "sex": mark("Sex"),
    "age_group": mark("Age group"),
    "marital_status": mark("Marital status"),
    "disability": mark("Disability"),
    "area": mark("Area of the incident"),
    "time_of_day": mark("Time of day"),
    "place_type": mark("Kind of place"),
    "gbv_type": mark("Type of violence"),
    "case_context": mark("Case context"),
    "previous_incidents": mark("Earlier incidents"),
    "perpetrators": mark("Number of alleged perpetrators"),
    "perpetrator_sex": mark("Sex of the alleged perpetrator"),
    "perpetrator_age": mark("Age group of the alleged perpetrator"),
    "perpetrator_relationship": mark("Relationship of the alleged perpetrator"),
    "service_shelter": mark("Shelter"),
    "service_health": mark("Health"),
    "service_psychosocial": mark("Psychosocial support"),
    "service_legal": mark("Legal help"),
    "service_police": mark("Police, security"),
    "service_livelihood": mark("Livelihood"),
}
"""The columns in the order of the Incident Recorder; a code of the data dictionary in each."""

FINDABLE = ("reported_in", "area", "sex", "age_group")
CHILD, ADULT = "under_18", "18_plus"
YOUNG = ("0_5", "6_11", "12_15", "16_17", "0_11")
OTHER_NAMES = {
    "report_delay": "report_delay_band",
    "case_context": "contexts",
    "perpetrator_relationship": "perpetrator_group",
}

Row = dict[str, str]


@dataclass(frozen=True)
class IncidentRows:
    """The rows that may leave, and how many had to stay."""

    rows: tuple[Mapping[str, str], ...]
    left_out: int

    def __repr__(self) -> str:
        return f"<IncidentRows {len(self.rows)}>"


def incident_rows(answers: Iterable[Answer], area: Dimension, random: Random) -> IncidentRows:
    """Return the incidents that may be counted as rows of which at least five look alike.

    `area` says to which group of communes a commune belongs.
    """
    rows = [_row(answer, area) for answer in answers if not base_population(answer)]
    kept = alike(rows)
    random.shuffle(kept)
    return IncidentRows(tuple(kept), len(rows) - len(kept))


def alike(rows: Iterable[Row]) -> list[Row]:
    """Make rows coarser, one characteristic after the other, only where too few look alike; leave
    out those that still do."""
    left = [dict(row) for row in rows]
    for coarser in _STEPS:
        sizes = Counter(_findable(row) for row in left)
        lone = [row for row in left if sizes[_findable(row)] < ALIKE]
        for row in lone:
            coarser(row)
    sizes = Counter(_findable(row) for row in left)
    return [row for row in left if sizes[_findable(row)] >= ALIKE]


def _findable(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in FINDABLE)


def _row(answer: Answer, area: Dimension) -> Row:
    row = {name: _said(answer.get(OTHER_NAMES.get(name, name))) for name in COLUMNS}
    return row | {"reported_in": _said(answer.get(QUARTER)), "area": area.read(answer)}


def _said(said: object) -> str:
    """Return a code as a column has it; several are parted by a space, as in the Recorder."""
    if isinstance(said, tuple):
        return " ".join(said)
    return str(said) if said else UNKNOWN


def _without_area(row: Row) -> None:
    row["area"] = "province"


def _by_year(row: Row) -> None:
    row["reported_in"] = row["reported_in"][:4]


def _by_majority(row: Row) -> None:
    if row["age_group"] != UNKNOWN:
        row["age_group"] = CHILD if row["age_group"] in YOUNG else ADULT


def _without_sex(row: Row) -> None:
    row["sex"] = UNKNOWN


def _without_age(row: Row) -> None:
    row["age_group"] = UNKNOWN


_STEPS: tuple[Callable[[Row], None], ...] = (
    _without_area,
    _by_year,
    _by_majority,
    _without_sex,
    _without_age,
)


def rows_as_csv(found: IncidentRows, titles: Mapping[str, str]) -> bytes:
    """Write the rows with the names of the columns and, above them, their titles."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerow([harmless(titles[name]) for name in COLUMNS])
    for row in found.rows:
        writer.writerow([harmless(row[name]) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig")
