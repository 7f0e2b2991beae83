"""What programmes want to know: every indicator and every target, as data with their sources.

A new programme is a new entry with its days of validity; no code changes. Figures that are not
cases (estimates, budgets, trainings) are typed in with their source and stand beside the counted
ones; a missing one is shown as missing, and no percentage is made of it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from gbvcase.domain.case import PARTS
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written_number
from gbvcase.reports.indicators import missing, reports
from gbvcase.reports.measures import Rule, rule_of
from gbvcase.resources import resource


class Standing(Enum):
    """Whether an indicator can be counted yet."""

    IN_A_REPORT = mark("in a report")
    ON_SCREEN = mark("on the office's own screen")
    NO_RULE = mark("nobody has said how it is counted yet")
    WAITING = mark("its records do not exist yet")


@dataclass(frozen=True)
class Indicator:
    """One indicator of the dictionary: of what, by which date, broken down how."""

    id: str
    unit: str
    titles: Mapping[str, str]
    numerator: str
    denominator: str
    date_basis: str
    breakdowns: tuple[str, ...]
    records: tuple[str, ...]
    later: tuple[str, ...] = ()  # records that do not exist yet and will make it more exact
    rule: Rule | None = None

    def said(self, say: Say) -> str:
        """Return the title in the language of a screen or a paper."""
        return self.titles[say.language]

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the records that it is made of and that do not exist yet."""
        return missing({"records": self.records})

    @property
    def standing(self) -> Standing:
        """Tell whether it leaves the office, is counted on its screen, or waits for its records."""
        if self.missing:
            return Standing.WAITING
        if self.id in _in_reports():
            return Standing.IN_A_REPORT
        return Standing.ON_SCREEN if self.rule else Standing.NO_RULE


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


@dataclass(frozen=True)
class Typed:
    """A figure that somebody typed in, and where it is from."""

    value: float
    source: str


@dataclass(frozen=True)
class TargetRow:
    """A line of the table of targets; None where something is missing."""

    target: Target
    numerator: float | None
    denominator: float | None
    source: str

    @property
    def share(self) -> float | None:
        """Return the percentage; None without both figures, or of nothing."""
        if self.target.unit != "percent" or self.numerator is None or not self.denominator:
            return None
        return 100 * self.numerator / self.denominator

    def said(self, say: Say) -> tuple[str, str, str]:
        """Return numerator, denominator and percentage as they are printed."""
        missing = say(mark("not entered"))
        share = self.share
        return (
            missing if self.numerator is None else written_number(self.numerator, say),
            missing if self.denominator is None else written_number(self.denominator, say),
            "-" if share is None else f"{written_number(round(share), say)} %",
        )


@cache
def indicators() -> tuple[Indicator, ...]:
    """Return every indicator of the dictionary, counted or waiting."""
    return tuple(
        Indicator(
            id=told["id"],
            unit=told["unit"],
            titles={"en": told["en"], "vi": told["vi"]},
            numerator=told["numerator"],
            denominator=told.get("denominator", ""),
            date_basis=told["date_basis"],
            breakdowns=tuple(told["breakdowns"]),
            records=tuple(told["records"]),
            later=tuple(r for r in told.get("later", ()) if r not in PARTS),
            rule=rule_of(told),
        )
        for told in _read("indicators")["indicator"]
    )


@cache
def programmes() -> tuple[Programme, ...]:
    """Return the programmes that ask for figures, past ones included."""
    return tuple(
        Programme(
            id=told["id"],
            document=told["document"],
            titles={"en": told["en"], "vi": told["vi"]},
            valid_from=told["valid_from"],
            valid_to=told.get("valid_to"),
        )
        for told in _read("programme-indicators")["programme"]
    )


@cache
def targets() -> tuple[Target, ...]:
    """Return every figure that a programme asks for."""
    return tuple(
        Target(
            id=told["id"],
            programme=told["programme"],
            titles={"en": told["en"], "vi": told["vi"]},
            unit=told["unit"],
            computable=told["computable"],
            lead_indicator=told.get("lead_indicator", ""),
            goals={
                year: told[f"target_{year}"] for year in (2025, 2030) if f"target_{year}" in told
            },
            manual_input=tuple(told.get("manual_input", ())),
            caveat=told.get("caveat", ""),
            confidence=told["confidence"],
        )
        for told in _read("programme-indicators")["indicator"]
    )


def targets_between(first: date, last: date) -> tuple[Target, ...]:
    """Return what the programmes in force between two days ask for."""
    valid = {programme.id for programme in programmes() if programme.is_valid(first, last)}
    return tuple(target for target in targets() if target.programme in valid)


def target_rows(
    wanted: Iterable[Target],
    counted: Mapping[str, tuple[float | None, float | None]],
    typed: Mapping[str, Typed],
) -> tuple[TargetRow, ...]:
    """Put counted and typed figures side by side; what nobody gave stays missing.

    `counted` has numerator and denominator by target; `typed` has them under the target's name
    followed by `.numerator` or `.denominator`. A typed figure stands only where none is counted.
    """
    rows = []
    for target in wanted:
        known = dict(zip(("numerator", "denominator"), counted.get(target.id, ()), strict=False))
        sources = []
        for part in ("numerator", "denominator"):
            entry = typed.get(f"{target.id}.{part}")
            if known.get(part) is None and entry is not None:
                known[part] = entry.value
                sources.append(entry.source)
        rows.append(
            TargetRow(target, known.get("numerator"), known.get("denominator"), "; ".join(sources))
        )
    return tuple(rows)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"programmes/{name}.toml").read_text(encoding="utf-8"))


@cache
def _in_reports() -> frozenset[str]:
    """Return the indicators that stand in a report: in its tables, or among those left out."""
    shown = {name for report in reports() for table in report.shown for name in table.answers}
    return frozenset(shown | {"A23"})
