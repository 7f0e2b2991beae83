"""How the offices of a province are shown in reports: large ones alone, others together.

Fixed by a person before it is used, like publication areas, and never drawn from a year's numbers.
A plan that shows offices has every table of its report and, where that one has areas, offices too;
so all figures are rounded together and remembered in one ledger.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.domain.period import Period
from gbvcase.reports.dimension import OFFICE, Dimension
from gbvcase.reports.indicators import ReportPlan, ShownTable, reports
from gbvcase.reports.lattice import Level
from gbvcase.reports.ledger import Ledger, Line
from gbvcase.reports.linter import check_plan
from gbvcase.reports.protection import Manner
from gbvcase.reports.tables import Counts, Leaf, Table

REST = "other_offices"
SHOWN, ALL_TOGETHER = "shown", "*"
BY_OFFICE = (Level.YEAR, Level.PROGRAMME)
_LONGEST_CODE = 40
_REST = {"vi": "Cơ quan khác", "en": "Other offices"}
_TITLES = {"vi": "Số liệu theo cơ quan", "en": "Figures by office"}
_TITLE = {"vi": "Cơ quan", "en": "Office"}


class NotADivision(GbvcaseError):
    """A list of offices in which one stands twice, or a name is missing."""

    sentence = mark(
        "Each office stands in one line only, each line in one group only, and each has a name: "
        "{name}."
    )


class NotByOffice(GbvcaseError):
    """A report that is made for all offices together."""

    sentence = mark("This report has a fixed form: it is made for all offices together.")


class NoSuchOffice(GbvcaseError):
    """An office that is not shown by itself."""

    sentence = mark("Reports show no office named {name}. They show: {names}.")


class OfficesByYear(GbvcaseError):
    """Figures by office for a part of a year."""

    sentence = mark("Figures by office are made for whole years only.")


def plain_code(name: str) -> str:
    """Return the name of an office in plain letters, as codes and files have it."""
    return re.sub("[^a-z0-9]+", "_", folded(name)).strip("_")[:_LONGEST_CODE] or OFFICE


@dataclass(frozen=True)
class Division:
    """The lines of a table by office: each with its offices, and groups of such lines."""

    units: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        offices = [office for some in self.units.values() for office in some]
        grouped = [unit for some in self.groups.values() for unit in some]
        for name in (*self.units, *self.groups, *offices):
            if not name.strip() or offices.count(name) > 1 or grouped.count(name) > 1:
                raise NotADivision(name=name[:60])
        for name, some in (*self.units.items(), *self.groups.items()):
            if not some or (name in self.groups and name in self.units):
                raise NotADivision(name=name[:60])
        for name in grouped:
            if name not in self.units:
                raise NotADivision(name=name[:60])
        if not self.units:
            raise NotADivision(name="")

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Return the code of each line and group: its name in plain letters."""
        found: dict[str, str] = {}
        for name in (*sorted(self.units), *sorted(self.groups)):
            plain = plain_code(name)
            code, number = plain, 1
            while code in (*found.values(), REST):
                number += 1
                code = f"{plain}_{number}"
            found[name] = code
        return found

    @cached_property
    def code_of(self) -> Mapping[str, str]:
        """Return for each office the code of its line."""
        return {office: self.codes[name] for name, some in self.units.items() for office in some}

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "units": {name: sorted(some) for name, some in sorted(self.units.items())},
            "groups": {name: sorted(some) for name, some in sorted(self.groups.items())},
        }

    @property
    def told(self) -> str:
        """Return its one spelling, of which plans are made and told apart."""
        return json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Division":
        """Read what `as_json` gave."""
        return cls(
            {str(name): tuple(some) for name, some in told["units"].items()},
            {str(name): tuple(some) for name, some in told.get("groups", {}).items()},
        )

    def named(self, name: str) -> str:
        """Return the code of a line, or of an office that is one; NoSuchOffice otherwise."""
        if name in self.codes:
            return self.codes[name]
        code = self.code_of.get(name)
        alone = code and sum(c == code for c in self.code_of.values()) == 1
        if code and alone:
            return code
        raise NoSuchOffice(name=name[:60], names=", ".join((*self.units, *self.groups)))

    @property
    def dimension(self) -> Dimension:
        """Return offices as a characteristic."""
        grouped = {unit for some in self.groups.values() for unit in some}
        top = [self.codes[name] for name in (*self.groups, *self.units) if name not in grouped]
        tree = {"": (*sorted(top), REST)}
        tree |= {
            self.codes[n]: tuple(self.codes[u] for u in some) for n, some in self.groups.items()
        }
        labels = {code: {"vi": name, "en": name} for name, code in self.codes.items()}
        return Dimension(
            OFFICE, tree, place=True, other=REST, titles=_TITLE, labels=labels | {REST: _REST}
        )


def divided(plan: ReportPlan, division: Division, only: str = "") -> ReportPlan:
    """Return a report with its figures by office; with `only` the report of one of them.

    Raises NotByOffice for a fixed form, NoSuchOffice for one that is not shown by itself.
    """
    code = division.named(only) if only else ""
    return _divided(plan, division.told, code)


@lru_cache(maxsize=32)
def _divided(plan: ReportPlan, told: str, only: str) -> ReportPlan:
    if only == ALL_TOGETHER:
        return _of_all(_divided(plan, told, ""), plan)
    if only:
        return _of_one(_divided(plan, told, ""), only)
    if plan.manner is not Manner.ROUND:
        raise NotByOffice
    division = Division.from_json(json.loads(told))
    office = division.dimension
    crossed = tuple(_crossed(plan))
    tables = tuple(tuple(sorted((*others, OFFICE))) for others in crossed)
    shown = tuple(
        ShownTable(f"O{number}", _TITLES, (OFFICE,), others)
        for number, others in enumerate(crossed, 1)
    )
    wide = replace(
        plan,
        name=f"{plan.name}-offices",
        dimensions=tuple(sorted((*plan.dimensions, office), key=lambda d: d.name)),
        tables=(*plan.tables, *tables),
        digest=sha256(f"{plan.digest}\n{told}".encode()).hexdigest(),
        extends=(plan.digest, *plan.extends),
        shown=(*plan.shown, *shown),
        titles={lang: f"{text} - {_TITLES[lang].lower()}" for lang, text in plan.titles.items()},
        division=division.as_json(),
        units={division.codes[name]: tuple(some) for name, some in division.units.items()},
    )
    check_plan(wide, {}, 0)
    return wide


def _crossed(plan: ReportPlan) -> list[tuple[str, ...]]:
    """Return what is crossed with offices: what is crossed with areas, or nothing."""
    found = []
    for table in plan.tables:
        others = tuple(name for name in table if not plan.dimension[name].place)
        if len(others) < len(table) and others not in found:
            found.append(others)
    return found or [()]


def _of_all(wide: ReportPlan, plan: ReportPlan) -> ReportPlan:
    """Return the report as it is without offices, of figures that were rounded with them."""
    return replace(
        wide,
        name=plan.name,
        shown=plan.shown,
        titles=plan.titles,
        division=dict(wide.division) | {SHOWN: ALL_TOGETHER},
    )


def as_released(ledger: Ledger, plan: ReportPlan, days: Period) -> ReportPlan:
    """Return a report as part of the one by office, where that one was released for some of its
    days: the same people are rounded once."""
    for wide in plans_in(ledger):
        if plan.division or not wide.division or plan.digest not in wide.extends:
            continue
        lines = (line.days for line in ledger.lines if line.plan_digest == wide.digest)
        if any(one.first <= days.last and days.first <= one.last for one in lines):
            return _divided(plan, Division.from_json(wide.division).told, ALL_TOGETHER)
    return plan


def _bare(division: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told for name, told in division.items() if name != SHOWN}


def _of_one(wide: ReportPlan, code: str) -> ReportPlan:
    """Return the report of one office: rounded with all others, and shown alone."""
    tables = [table for table in wide.shown if OFFICE in table.rows]
    names = wide.dimension[OFFICE].labels[code]
    return replace(
        wide,
        name=f"{wide.name.removesuffix('-offices')}-office-{code}",
        shown=tuple(ShownTable(one.id, _heading(wide, one), one.columns) for one in tables),
        headline=(),
        titles={
            lang: f"{text.removesuffix(' - ' + _TITLES[lang].lower())} - {names[lang]}"
            for lang, text in wide.titles.items()
        },
        division=dict(wide.division) | {SHOWN: code},
        only=((OFFICE, code),),
    )


def _heading(wide: ReportPlan, table: ShownTable) -> Mapping[str, str]:
    """Return the title of a table of one office: what its rows are."""
    if not table.columns:
        return {"vi": "Tổng số", "en": "Total"}
    titles = [wide.dimension[name].titles for name in table.columns]
    return {lang: ", ".join(one[lang] for one in titles) for lang in ("vi", "en")}


def divide(counts: Counts, plan: ReportPlan) -> Counts:
    """Return counts for a plan that shows offices, from counts that are known office by office."""
    division = Division.from_json(plan.division)
    finest: dict[Table, dict[Leaf, int]] = {t: dict(n) for t, n in counts.finest.items()}
    for table in plan.tables:
        if OFFICE not in table:
            continue
        others = tuple(name for name in table if name != OFFICE)
        source = next(t for t in counts.plan.tables if set(others) <= set(t))
        places, at = [*(source.index(name) for name in others), -1], table.index(OFFICE)
        numbers = finest[table] = {}
        for office, known in counts.by_office.items():
            code = division.code_of.get(office, REST)
            for leaf, number in known[source].items():
                short = [leaf[place] for place in places]
                cell = (*short[:at], code, *short[at:])
                numbers[cell] = numbers.get(cell, 0) + number
    return Counts(plan, counts.period, finest, counts.people, counts.by_office)


@lru_cache(maxsize=32)
def counted_at(plan: ReportPlan, offices: tuple[str, ...]) -> ReportPlan:
    """Return a plan that knows whose people are counted."""
    return replace(plan, offices=offices)


def plan_of(line: Line) -> ReportPlan | None:
    """Return the plan of a line, its offices as they were shown; None if it is an older one."""
    found = _made_with(line)
    if found is None or found.name == line.plan:
        return found
    return replace(found, name=line.plan)


def _made_with(line: Line) -> ReportPlan | None:
    for plan in reports():
        found = _divided_as(plan, line) if line.division else plan
        if found.digest == line.plan_digest:
            return found
    return None


def _divided_as(plan: ReportPlan, line: Line) -> ReportPlan:
    if plan.manner is not Manner.ROUND:
        return plan
    told = Division.from_json(line.division).told
    return _divided(plan, told, str(line.division.get(SHOWN, "")))


def plans_in(ledger: Ledger) -> tuple[ReportPlan, ...]:
    """Return every report, and those by office that stand in a ledger."""
    wide = {}
    for line in ledger.lines:
        if not line.division or line.plan_digest in wide:
            continue
        if (plan := _made_with(replace(line, division=_bare(line.division)))) is not None:
            wide[plan.digest] = plan
    return (*reports(), *wide.values())
