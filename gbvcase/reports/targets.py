"""What programmes ask for: targets and other figures as data, counted and typed side by side.

A new programme is a new file `resources/programmes/programme-*.toml` with its days of validity; no
code changes. Figures that are not cases (estimates, budgets, trainings) are typed in with their
source; a missing one is shown as missing, and no percentage is made of it.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written_number
from gbvcase.reports.measures import Rule, rule_of
from gbvcase.reports.wanted import Indicator, Published, indicators, published_of
from gbvcase.resources import resource

NUMERATOR, DENOMINATOR, VALUE = "numerator", "denominator", "value"
_GOAL = re.compile(r"target_(\d{4})")
_GOAL_RANGE = re.compile(r"target_(\d{4})_range")

PARTS_SAID = {
    NUMERATOR: mark("Numerator: {title}"),
    DENOMINATOR: mark("Denominator: {title}"),
    VALUE: mark("Figure: {title}"),
}
WHOLE = 100
WORDINGS = {
    "at least": "≥ {goal}",
    "at most": "≤ {goal}",
    "more than": "> {goal}",
}
"""How a goal is written by the words of the document; others stand as a plain number."""


@dataclass(frozen=True)
class Programme:
    """A programme or law that asks for figures, and when it is in force."""

    id: str
    document: str
    titles: Mapping[str, str]
    valid_from: date
    valid_to: date | None

    def is_valid(self, first: date, last: date) -> bool:
        """Tell whether it is in force on a day between two."""
        return self.valid_from <= last and (self.valid_to is None or first <= self.valid_to)

    def said(self, say: Say) -> str:
        """Return its name in the language of a screen or a paper."""
        return self.titles[say.language]


@dataclass(frozen=True)
class Target:
    """One figure that a programme asks for, with its goals."""

    id: str
    programme: str
    titles: Mapping[str, str]
    unit: str
    computable: str  # case, mixed, manual
    lead_indicator: str
    goals: Mapping[int, float]  # year -> goal
    manual_input: tuple[str, ...]
    caveat: str
    confidence: str
    wording: str = ""
    ranges: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    per_year: float | None = None
    adds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # part -> what adds to it
    rule: Rule | None = None
    published: Published | None = None
    no_data: str = ""  # why there is nothing to count

    def said(self, say: Say) -> str:
        """Return the wording of the target in the language of a screen or a paper."""
        return self.titles[say.language]

    def goal(self, year: int, say: Say) -> str:
        """Return the goal of a year as it is written; "" where the document names none."""
        if year in self.ranges:
            low, high = (written_number(number, say) for number in self.ranges[year])
            return f"{low} - {high}"
        goal = self.goals.get(year, self.per_year)
        if goal is None:
            return ""
        shape = next((s for word, s in WORDINGS.items() if self.wording.startswith(word)), "{goal}")
        if self.unit == "percent" and goal >= WHOLE:
            shape = "{goal}"
        return shape.format(goal=written_number(goal, say))


@dataclass(frozen=True)
class WantedFigure:
    """A figure that somebody must type in, as no case knows it."""

    id: str
    titles: Mapping[str, str]
    unit: str
    part: str = ""  # which part of a target it is

    def said(self, say: Say) -> str:
        """Return what it is, in words."""
        title = self.titles[say.language]
        return say(PARTS_SAID[self.part]).format(title=title) if self.part else title


@dataclass(frozen=True)
class Typed:
    """A figure that somebody typed in, and where it is from."""

    value: float
    source: str


@dataclass(frozen=True)
class TargetRow:
    """A line of the table of targets; None where something is missing.

    `told` are the words for numerator, denominator and percentage of figures that were published.
    """

    target: Target
    numerator: float | None
    denominator: float | None
    source: str
    value: float | None = None  # the figure itself, from another source
    told: tuple[str, str, str] | None = None
    missing: tuple[str, ...] = ()  # what could be typed in and was not

    @property
    def share(self) -> float | None:
        """Return the percentage; None without both figures, or of nothing."""
        if self.target.unit != "percent":
            return None
        if self.value is not None:
            return self.value
        if self.numerator is None or not self.denominator:
            return None
        return 100 * self.numerator / self.denominator

    def exact_share(self, say: Say) -> str:
        """Return the percentage with one decimal, as only the office sees it; "-" of nothing."""
        share = self.share
        return "-" if share is None else f"{written_number(round(share, 1), say)} %"

    def _as_told(self, share: float) -> float:
        """Return a percentage whole, unless it was typed in as it was published."""
        return share if self.value is not None else round(share)

    def said(self, say: Say) -> tuple[str, str, str]:
        """Return numerator, denominator and percentage as they are printed."""
        if self.told is not None:
            return self.told
        missing = say(mark("not entered"))
        share = self.share
        number = self.numerator
        if number is None and self.target.unit != "percent":
            number = self.value
        if self.target.no_data:
            missing = say(self.target.no_data)
        whole = "-" if self.target.unit != "percent" else missing
        if self.denominator is not None:
            whole = written_number(self.denominator, say)
        return (
            missing if number is None else written_number(number, say),
            whole,
            "-" if share is None else f"{written_number(self._as_told(share), say)} %",
        )


NO_HOUSEHOLDS = mark("no data on households")
"""What stands where households are asked for and none can be told apart: never a guess."""


def programmes(folder: Path | None = None) -> tuple[Programme, ...]:
    """Return the programmes that ask for figures, past ones included, in the order of their days.

    `folder` holds their files; without it those of this program are read.
    """
    found = [
        Programme(
            id=told["id"],
            document=told["document"],
            titles={"en": told["en"], "vi": told["vi"]},
            valid_from=told["valid_from"],
            valid_to=told.get("valid_to"),
        )
        for told in _all("programme", folder)
    ]
    return tuple(sorted(found, key=lambda one: (one.valid_from, one.id)))


def targets(folder: Path | None = None) -> tuple[Target, ...]:
    """Return every figure that a programme asks for."""
    leads = {one.id: one for one in indicators()}
    return tuple(_target(told, leads) for told in _all("indicator", folder))


def _target(told: Mapping[str, Any], leads: Mapping[str, Indicator]) -> Target:
    lead = leads.get(told.get("lead_indicator", ""))
    own = "counts" in told
    rule = rule_of({**told, "unit": told["counts"]}) if own else lead.rule if lead else None
    published = lead.published if lead else None
    return Target(
        id=told["id"],
        programme=told["programme"],
        titles={"en": told["en"], "vi": told["vi"]},
        unit=told["unit"],
        computable=told["computable"],
        lead_indicator=told.get("lead_indicator", ""),
        goals=_years(told, _GOAL),
        manual_input=tuple(told.get("manual_input", ())),
        caveat=told.get("caveat", ""),
        confidence=told["confidence"],
        wording=told.get("target_wording", ""),
        ranges={year: (low, high) for year, (low, high) in _years(told, _GOAL_RANGE).items()},
        per_year=told.get("target_per_year"),
        adds={part: tuple(names) for part, names in told.get("adds", {}).items()},
        rule=None if told["computable"] == "manual" or "no_data" in told else rule,
        published=published_of(told) if own or "published" in told else published,
        no_data=NO_HOUSEHOLDS if told.get("no_data") == "households" else "",
    )


def _years(told: Mapping[str, Any], shape: re.Pattern[str]) -> dict[int, Any]:
    found = ((shape.fullmatch(name), value) for name, value in told.items())
    return {int(match[1]): value for match, value in found if match}


def targets_between(first: date, last: date, folder: Path | None = None) -> tuple[Target, ...]:
    """Return what the programmes in force between two days ask for, in the order of programmes."""
    valid = [p.id for p in programmes(folder) if p.is_valid(first, last)]
    asked = [target for target in targets(folder) if target.programme in valid]
    return tuple(sorted(asked, key=lambda target: valid.index(target.programme)))


def figures_between(
    first: date, last: date, folder: Path | None = None
) -> tuple[WantedFigure, ...]:
    """Return everything that can be typed in for a period: parts of targets, and figures alone."""
    found = [f for target in targets_between(first, last, folder) for f in _typed_of(target)]
    valid = {p.id for p in programmes(folder) if p.is_valid(first, last)}
    for told in _all("figure", folder):
        if told.get("programme", "") in {"", *valid}:
            titles = {"en": told["en"], "vi": told["vi"]}
            found.append(WantedFigure(told["id"], titles, told["unit"]))
    return tuple(found)


def _typed_of(target: Target) -> Iterator[WantedFigure]:
    inputs = {name for names in target.adds.values() for name in names}
    for name in (*target.manual_input, *sorted(inputs - set(target.manual_input))):
        part = DENOMINATOR if name in target.adds.get(DENOMINATOR, ()) else NUMERATOR
        yield WantedFigure(f"{target.id}.{name}", target.titles, "number", part)
    if target.computable == "manual":
        parts = (NUMERATOR, DENOMINATOR, VALUE) if target.unit == "percent" else (VALUE,)
        for part in parts:
            yield WantedFigure(f"{target.id}.{part}", target.titles, target.unit, part)
    elif target.no_data:
        yield WantedFigure(f"{target.id}.{VALUE}", target.titles, target.unit, VALUE)


Counted = Mapping[str, tuple[float | None, float | None]]


def target_rows(
    wanted: Iterable[Target], counted: Counted, typed: Mapping[str, Typed]
) -> tuple[TargetRow, ...]:
    """Put counted and typed figures side by side; what nobody gave stays missing.

    `counted` has numerator and denominator by target; `typed` has them under the target's name
    followed by `.numerator` or `.denominator`, or by what adds to one of them. A typed figure
    stands only where none is counted, unless the target says that it is added.
    """
    return tuple(_row(target, counted.get(target.id, (None, None)), typed) for target in wanted)


def _row(
    target: Target, counted: tuple[float | None, float | None], typed: Mapping[str, Typed]
) -> TargetRow:
    known = dict(zip((NUMERATOR, DENOMINATOR), counted, strict=True))
    sources: dict[str, None] = {}
    absent: list[str] = []
    for part in (NUMERATOR, DENOMINATOR):
        entry = typed.get(f"{target.id}.{part}")
        if known[part] is None and entry is not None:
            known[part] = entry.value
            sources[entry.source] = None
        for name in target.adds.get(part, ()):
            more = typed.get(f"{target.id}.{name}")
            if more is None:
                absent.append(f"{target.id}.{name}")
                continue
            known[part] = (known[part] or 0) + more.value
            sources[more.source] = None
    itself = typed.get(f"{target.id}.{VALUE}")
    if itself is not None:
        sources[itself.source] = None
    return TargetRow(
        target,
        known[NUMERATOR],
        known[DENOMINATOR],
        "; ".join(sources),
        None if itself is None else itself.value,
        missing=tuple(absent),
    )


def _all(kind: str, folder: Path | None) -> list[dict[str, Any]]:
    """Return the entries of a kind in all files of programmes."""
    found = _files(folder or resource("programmes"))
    return [told for file in found for told in file.get(kind, ())]


@cache
def _files(folder: Path) -> tuple[dict[str, Any], ...]:
    return tuple(
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("programme-*.toml"))
    )
