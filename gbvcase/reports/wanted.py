"""Every indicator of the dictionary, as data: of what, by which date, and how it is counted.

One whose records do not exist yet is in no report and comes alive when they arrive.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from gbvcase.domain.case import PARTS
from gbvcase.domain.marking import Say, mark
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
class Published:
    """Where the figures of an indicator stand among those that were published."""

    report: str
    cell: Mapping[str, str]  # characteristic -> code
    of: Mapping[str, str] | None  # what it is a part of; None: of a figure that is typed in


def published_of(told: Mapping[str, Any]) -> Published | None:
    """Read where published figures stand; None if they are in no report."""
    where = told.get("published")
    return where and Published(where["report"], where.get("cell", {}), where.get("of"))


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
    published: Published | None = None

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
            published=published_of(told),
        )
        for told in _read("indicators")["indicator"]
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"programmes/{name}.toml").read_text(encoding="utf-8"))


@cache
def _in_reports() -> frozenset[str]:
    """Return the indicators that stand in a report: in its tables, or among those left out."""
    shown = {name for report in reports() for table in report.shown for name in table.answers}
    return frozenset(shown | {"A23"})
