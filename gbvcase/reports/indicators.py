"""The reports that can be made, read from `resources/programmes`: data, not code."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cache, cached_property
from hashlib import sha256
from itertools import product
from string import ascii_uppercase
from typing import Any

from gbvcase.domain import codes as code_lists
from gbvcase.domain.answers import BEFORE
from gbvcase.domain.case import PARTS
from gbvcase.domain.codes import NotAnswered
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.places import FORMER, LAST_OLD_DAY, communes
from gbvcase.reports.dimension import UNKNOWN, Implied, Pattern
from gbvcase.reports.lattice import PERIOD, Level
from gbvcase.reports.linter import check_plan
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.protection import Manner
from gbvcase.reports.tables import Dimension, Key, Plan, Table, Unit
from gbvcase.resources import resource

OUTSIDE = "outside"
_NAMES = {
    UNKNOWN: {"en": "Not known", "vi": "Không rõ"},
    OUTSIDE: {"en": "Outside the province", "vi": "Ngoài tỉnh"},
    "yes": {"en": "Yes", "vi": "Có"},
    "no": {"en": "No", "vi": "Không"},
    "former_52": {"en": "Former Bình Định", "vi": "Bình Định (cũ)"},
    "former_64": {"en": "Former Gia Lai", "vi": "Gia Lai (cũ)"},
}
BESIDE_CASES = frozenset({"providers"})
"""Records that are kept by themselves and not in a case."""


class NoSuchReport(GbvcaseError):
    """The name of a report that we do not have."""

    sentence = mark("There is no report named {name}. The reports are: {names}.")


@dataclass(frozen=True)
class NamedRow:
    """A row that is a cell of several characteristics, such as women from 16 to 59."""

    titles: Mapping[str, str]
    cell: Mapping[str, str]  # characteristic -> code


@dataclass(frozen=True)
class ShownTable:
    """How counted cells are laid out: blocks of rows below each other, blocks of columns beside.

    With `own_codes` each characteristic is one row, and its codes are the columns.
    """

    id: str
    titles: Mapping[str, str]
    rows: tuple[str, ...]
    columns: tuple[str, ...] = ()
    named: tuple[NamedRow, ...] = ()
    own_codes: bool = False
    answers: tuple[str, ...] = ()  # the indicators of the dictionary that stand in it

    def said(self, language: str) -> str:
        """Return the title in a language."""
        return self.titles[language]

    @property
    def crossed(self) -> tuple[frozenset[str], ...]:
        """Return the sets of characteristics that are crossed with each other in it."""
        rows = [frozenset({row}) for row in self.rows] + [frozenset(r.cell) for r in self.named]
        columns = [frozenset({column}) for column in self.columns] or [frozenset[str]()]
        return tuple(row | column for row in rows or [frozenset()] for column in columns)


@dataclass(frozen=True, eq=False)
class ReportPlan(Plan):
    """A plan with the layout of its tables and its titles."""

    titles: Mapping[str, str] = field(default_factory=dict)
    calendar: str = "calendar"  # or "administrative": the periods of Decree 09/2019
    province: str = ""
    shown: tuple[ShownTable, ...] = ()
    manner: Manner = Manner.ROUND
    inside: Mapping[str, Any] = field(default_factory=dict)  # of which other unit each is a part
    division: Mapping[str, Any] = field(default_factory=dict)  # how offices are shown, if they are
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # code -> its offices
    only: Key = ()  # a report of one office: codes that all of its cells have

    @property
    def id(self) -> str:
        """Return the name by which the command line knows the report."""
        return self.name

    @property
    def title(self) -> str:
        """Return the English title; `said` gives both."""
        return self.titles["en"]

    def said(self, say: Say) -> str:
        """Return the title in the language of a screen or a paper."""
        return self.titles[say.language]

    def shows(self, cell: Key) -> bool:
        """Tell whether a cell stands in one of the tables that are laid out."""
        if not set(self.only) <= set(cell):
            return False
        names = {name for name, _ in cell} - {PERIOD, *(name for name, _ in self.only)}
        return EXCLUDED in names or (
            super().shows(cell) and any(names <= crossed for crossed in self._crossed)
        )

    @cached_property
    def _crossed(self) -> tuple[frozenset[str], ...]:
        return tuple(some for table in self.shown for some in table.crossed)

    def without(self, tables: Iterable[str]) -> "ReportPlan":
        """Return the same plan with some tables not shown; they are counted and rounded as ever."""
        left = set(tables)
        return replace(self, shown=tuple(t for t in self.shown if t.id not in left))


@cache
def reports() -> tuple[ReportPlan, ...]:
    """Return every report, in the order in which they are offered; all have passed the linter.

    One that counts records which do not exist yet is not among them.
    """
    found = [told for told in map(_read, _names()) if "order" in told and not missing(told)]
    found.sort(key=lambda told: (told["order"], told["id"]))
    return tuple(_report(told["id"]) for told in found)


def _names() -> tuple[str, ...]:
    """Return the names of the files of `resources/programmes`."""
    folder = resource("programmes")
    return tuple(sorted(path.stem for path in folder.iterdir() if path.suffix == ".toml"))


def missing(told: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the records that a report, a table or an indicator is made of and that we lack."""
    return tuple(r for r in told.get("records", ()) if r not in PARTS and r not in BESIDE_CASES)


def plan_named(name: str) -> ReportPlan:
    """Return a report by its name; NoSuchReport if there is none."""
    for report in reports():
        if report.name == name:
            return report
    raise NoSuchReport(name=name, names=", ".join(report.name for report in reports()))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"programmes/{name}.toml").read_text(encoding="utf-8"))


@cache
def characteristics(province: str = "52") -> Mapping[str, Dimension]:
    """Return every characteristic that can be counted, by its name."""
    found = _described(_read("dimensions"), _read(f"areas-{province}"), "today")
    return {dimension.name: dimension for dimension in found}


def _report(name: str) -> ReportPlan:
    """Read one report with what it takes over from another."""
    told = _read(name)
    if "like" in told:
        basis = _read(told["like"])
        own = {table["id"]: table for table in told.get("table", ())}
        tables = [own.pop(table["id"], table) for table in basis["table"]]
        if own:
            tables += own.values()
            tables.sort(key=lambda table: int(table["id"].lstrip(ascii_uppercase)))
        told = basis | told | {"table": tables}
    told = told | {"table": [table for table in told["table"] if not missing(table)]}
    areas = _read(f"areas-{told['province']}")
    known = tuple(_described(_read("dimensions"), areas, told.get("map", "today")))
    shown = tuple(_shown(table, known) for table in told["table"])
    crossed = [frozenset(_named(names, known)) for names in told.get("crossed", ())]
    used = frozenset[str]().union(*(some for t in shown for some in t.crossed), *crossed)
    dimensions = tuple(d for d in known if d.name in used)
    plan = ReportPlan(
        name=told["id"],
        unit=Unit(told["unit"]),
        base=told["base"],
        threshold=told["threshold"],
        dimensions=tuple(sorted(dimensions, key=lambda d: d.name)),
        tables=counted_tables(shown, crossed),
        exclusions=tuple(told["exclusions"]),
        digest=_digest(told, dimensions),
        extends=tuple(_report(other).digest for other in told.get("extends", ())),
        headline=tuple(tuple(table) for table in told.get("headline", ())),
        levels=tuple(Level(name) for name in told["periods"]),
        titles={"en": told["en"], "vi": told["vi"]},
        calendar=told["calendar"],
        province=told["province"],
        shown=shown,
        manner=Manner(told.get("manner", Manner.ROUND.value)),
        inside=told.get("inside", {}),
        implied=tuple(_implied(_read("dimensions")["implied"], dimensions)),
    )
    check_plan(plan, _sizes(areas), areas["cases_per_commune_and_year"])
    return plan


def _implied(
    rules: Iterable[Mapping[str, Any]], dimensions: Iterable[Dimension]
) -> Iterator[Implied]:
    """Yield what follows from what among some characteristics; a `*` stands for each of a list."""
    names = [d.name for d in dimensions]

    def told(patterns: Iterable[Mapping[str, str]]) -> Iterator[tuple[Pattern, ...]]:
        """Yield for each pattern those that it stands for; none where a name is not counted."""
        for pattern in patterns:
            ways = [
                [(n, code) for n in names if fnmatchcase(n, name)] for name, code in pattern.items()
            ]
            yield tuple(tuple(sorted(way)) for way in product(*ways))

    for rule in rules:
        some, within = list(told(rule["some"])), list(told(rule["within"]))
        if not all((*some, *within)):
            continue
        for way in product(*some):
            yield Implied(way, tuple(one for ones in within for one in ones))


def _shown(told: Mapping[str, Any], known: Sequence[Dimension]) -> ShownTable:
    """Read how one table is laid out."""
    columns = told.get("columns", [])
    return ShownTable(
        id=told["id"],
        titles={"en": told["en"], "vi": told["vi"]},
        rows=_named(told["rows"], known) if "rows" in told else (),
        columns=_named([columns] if isinstance(columns, str) else columns, known),
        named=tuple(
            NamedRow({"en": row["en"], "vi": row["vi"]}, row["cell"])
            for row in told.get("named", ())
        ),
        own_codes=told.get("own_codes", False),
        answers=tuple(told.get("answers", [told["id"]])),
    )


def _named(patterns: Iterable[str], known: Iterable[Dimension]) -> tuple[str, ...]:
    """Return the characteristics that some patterns name, in the order of the patterns."""
    names = [d.name for d in known]
    return tuple(n for pattern in patterns for n in names if fnmatchcase(n, pattern))


def counted_tables(
    shown: Iterable[ShownTable], crossed: Iterable[frozenset[str]] = ()
) -> tuple[Table, ...]:
    """Return what must be counted for some tables: each set of characteristics once.

    `crossed` are counted besides, so that the tables hang together without a cycle.
    """
    sets = {some for table in shown for some in table.crossed} | set(crossed)
    largest = [s for s in sets if not any(s < other for other in sets)]
    return tuple(sorted(tuple(sorted(s)) for s in largest))


def _described(
    told: Mapping[str, Any], areas: Mapping[str, Any], places: str
) -> Iterator[Dimension]:
    """Yield every characteristic that plans may count, places by the map of today or of then."""
    then = {"answer": "commune_then"} if places == "then" else {}
    for about in told["dimension"]:
        yield _dimension(about | then if "areas" in about else about, areas)
    for about in told["each"]:  # one characteristic for each code of a list, all with these codes
        for code in getattr(code_lists, about["list"]):
            name = f"{about['prefix']}_{code.code}"
            yield _dimension(about | {"name": name, "en": code.label, "vi": code.label_vi}, areas)
    for about in told["asked"]:
        for code in getattr(code_lists, about["list"]):
            if code.code not in about.get("without", ()):
                names = {"name": f"{about['prefix']}_{code.code}", "asks": code.code}
                yield _dimension(about | names | {"en": code.label, "vi": code.label_vi}, areas)


def _dimension(about: Mapping[str, Any], areas: Mapping[str, Any]) -> Dimension:
    """Make one characteristic of what its lines say."""
    tree: dict[str, list[str]] = {"": []}
    labels: dict[str, Mapping[str, str]] = {}
    folds = dict.fromkeys(("", *(n.code for n in NotAnswered)), UNKNOWN) | about.get("folds", {})
    other = ""
    if "codes" in about:
        groups = {group["code"]: group for group in about.get("group", ())}
        for group in groups.values():
            tree[""].append(group["code"])
            labels[group["code"]] = {"en": group["en"], "vi": group["vi"]}
        for code in getattr(code_lists, about["codes"]):
            if code.code not in about.get("without", ()):
                tree.setdefault(code.group if code.group in groups else "", []).append(code.code)
                labels[code.code] = {"en": code.label, "vi": code.label_vi}
    elif "asks" in about:
        tree[""] = ["yes", "no"]
    elif "areas" in about:
        other = OUTSIDE
        for area in areas[about["areas"]]:
            former = f"former_{area['former_province']}"
            if former not in tree:
                tree[""].append(former)
            tree.setdefault(former, []).append(area["code"])
            labels[area["code"]] = {"en": area["en"], "vi": area["vi"]}
        for area_code, some in _communes(areas, about["areas"]):
            folds |= dict.fromkeys(some, area_code)
        if about["answer"] == "commune_then":
            folds |= _folds_of_then(folds)
        tree[""].append(OUTSIDE)
    else:
        for line in about["code"]:
            tree.setdefault(line.get("in", ""), []).append(line["code"])
            labels[line["code"]] = {"en": line["en"], "vi": line["vi"]}
    tree[""].append(UNKNOWN)
    return Dimension(
        name=about["name"],
        tree={code: tuple(parts) for code, parts in tree.items()},
        source=about.get("answer", ""),
        folds=folds,
        asks=about.get("asks", ""),
        sensitive=about.get("sensitive", False),
        place="areas" in about,
        unsure=about.get("unsure", ""),
        empty=about.get("empty", UNKNOWN),
        other=other,
        titles={"en": about["en"], "vi": about["vi"]},
        labels=_NAMES | labels,
    )


def _communes(areas: Mapping[str, Any], kind: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield each area with its communes; larger areas are made of the smaller ones."""
    small = {area["code"]: tuple(area["communes"]) for area in areas["area"]}
    for area in areas[kind]:
        yield (
            area["code"],
            small[area["code"]] if kind == "area" else sum((small[a] for a in area["areas"]), ()),
        )


def _folds_of_then(folds: Mapping[str, str]) -> dict[str, str]:
    """Return the area of each commune on the map of before July 2025.

    Areas are made of whole districts of then, so a commune that was split lies in one all the same.
    """
    found = {}
    for province in FORMER:
        for old in communes(province, LAST_OLD_DAY):
            inside = {folds[code] for code in old.replaced_by if code in folds}
            if len(inside) == 1:
                found[f"{BEFORE}{old.code}"] = inside.pop()
    return found


def _sizes(areas: Mapping[str, Any]) -> dict[str, int]:
    """Return how many communes each area has."""
    kinds = ("area", "wide_area")
    return {area: len(some) for kind in kinds for area, some in _communes(areas, kind)}


def _digest(told: Mapping[str, Any], dimensions: Iterable[Dimension]) -> str:
    """Return the name of a plan in the ledger: what it counts and how, without wording."""
    head = ("id", "unit", "base", "threshold", "calendar", "exclusions", "periods")
    said = {
        "report": {name: told[name] for name in head} | {"headline": told.get("headline", [])},
        "tables": [
            [t.get("rows", []), t.get("columns", ""), *([t["named"]] if "named" in t else [])]
            for t in told["table"]
        ],
        "dimensions": [
            [
                *(d.name, d.source, d.asks, d.unsure, d.empty, d.other, d.sensitive, d.place),
                *(dict(d.tree), dict(d.folds)),
            ]
            for d in dimensions
        ],
    }
    said |= {name: told[name] for name in ("crossed", "map", "manner") if name in told}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
