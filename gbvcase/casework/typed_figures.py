"""Figures that are not cases, typed in with their source, and the table of targets they stand in.

Everything that was ever typed stays: a correction is one line more, and the last line holds.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from gbvcase.casework.desk import Desk
from gbvcase.casework.measures import Measured, measure
from gbvcase.casework.publishing import OldPlan, release_named
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Period, parse_period
from gbvcase.domain.text import written_number
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.releases import NoSuchRelease, Release, Withdrawn
from gbvcase.reports.shown import figure_text
from gbvcase.reports.tables import key
from gbvcase.reports.targets import (
    Programme,
    Target,
    TargetRow,
    Typed,
    WantedFigure,
    figures_between,
    programmes,
    target_rows,
    targets_between,
)
from gbvcase.reports.wording import LEAST_BASES, share
from gbvcase.vault.journal import write
from gbvcase.vault.settings import keep_setting, read_setting

TYPED = "figures.typed"
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_NUMBER = re.compile(r"\d+(\.\d+)?")


class NoSuchFigure(GbvcaseError):
    """The name of a figure that nobody asks for in a period."""

    sentence = mark("Nobody asks for a figure named {name} in this period. Those are: {names}.")


class NotANumber(GbvcaseError):
    """What was typed as a figure is none."""

    sentence = mark("“{typed}” is not a number. Write it like 1.234,5.")


class SourceMissing(GbvcaseError):
    """A figure without its source."""

    sentence = mark("Say where the figure is from: a survey, a report, an office.")


@dataclass(frozen=True)
class TypedFigure:
    """A figure that can be typed in for a period, with what was typed; None: not yet."""

    wanted: WantedFigure
    period: str
    value: float | None = None
    source: str = ""
    at: str = ""
    by: str = ""

    @property
    def day(self) -> date:
        """Return when it was typed."""
        return datetime.fromisoformat(self.at).date() if self.at else date.min

    @property
    def as_typed(self) -> str:
        """Return the figure as it can be typed again, in any language."""
        return "" if self.value is None else str(self.value).replace(".", ",")

    def written(self, say: Say) -> str:
        """Return the figure in words."""
        return say(mark("not entered")) if self.value is None else written_number(self.value, say)

    def as_json(self, say: Say) -> dict[str, Any]:
        """Return it for a program."""
        return {
            "id": self.wanted.id,
            "title": self.wanted.said(say),
            "unit": self.wanted.unit,
            "period": self.period,
            "value": self.value,
            "source": self.source,
            "at": self.at,
            "by": self.by,
        }


@dataclass(frozen=True)
class TargetTable:
    """The targets of the programmes in force (table B8), with what is known of each."""

    period: Period
    years: tuple[int, ...]  # those for which goals are named
    rows: tuple[TargetRow, ...]
    exact: bool  # whether it is for the office's own screen only
    programmes: tuple[Programme, ...] = ()  # those that ask, in the order of the rows
    details: Mapping[str, Measured] = field(default_factory=dict)  # what was counted of each


def type_figure(desk: Desk, name: str, typed: str, source: str, period: str) -> TypedFigure:
    """Keep a figure with its source; nothing typed takes it back, and what was typed stays known.

    Raises NoSuchFigure, NotANumber, SourceMissing or NoSuchPeriod.
    """
    days = parse_period(period)
    wanted = {figure.id: figure for figure in figures_between(days.first, days.last)}
    if name not in wanted:
        raise NoSuchFigure(name=name[:80], names=", ".join(wanted))
    value = number_typed(typed) if typed.strip() else None
    if value is not None and not source.strip():
        raise SourceMissing
    line = {
        "id": name,
        "period": days.code,
        "value": value,
        "source": source.strip(),
        "at": desk.now().isoformat(),
        "by": desk.worker,
    }
    with desk.vault.begin() as db:
        keep_setting(db, TYPED, [*(read_setting(db, TYPED) or []), line])
        write(db, "figures.type", f"{name} {days.code}", desk.now())
    desk.vault.write_mark()
    return _figure(wanted[name], days, {name: line})


def number_typed(text: str) -> float:
    """Read a number as it is typed here: ``1.234,5``, ``1234,5``, ``1234.5``; or NotANumber."""
    plain = text.strip().replace(" ", "").replace("\u00a0", "")
    if "," in plain or _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise NotANumber(typed=text[:40])
    number = float(plain)
    return int(number) if number.is_integer() else number


def typed_figures(desk: Desk, period: str) -> tuple[TypedFigure, ...]:
    """Return every figure that can be typed in for a period, typed or not."""
    days = parse_period(period)
    lines = _lines(desk, days)
    wanted = figures_between(days.first, days.last)
    return tuple(_figure(figure, days, lines) for figure in wanted)


def _lines(desk: Desk, days: Period) -> dict[str, dict[str, Any]]:
    """Return the last line of each figure of a period."""
    with desk.vault.begin() as db:
        kept = read_setting(db, TYPED) or []
    return {line["id"]: line for line in kept if line["period"] == days.code}


def _figure(
    wanted: WantedFigure, days: Period, lines: Mapping[str, Mapping[str, Any]]
) -> TypedFigure:
    line = lines.get(wanted.id)
    if line is None or line["value"] is None:
        return TypedFigure(wanted, days.code)
    return TypedFigure(wanted, days.code, line["value"], line["source"], line["at"], line["by"])


def target_table(
    desk: Desk, period: str, say: Say, *, exact: bool = False, folder: Path | None = None
) -> TargetTable:
    """Return the table of targets: what was counted beside what was typed.

    With `exact` it is for the office's own screen. Else it takes figures from what was published
    for the same period, and no others: it may leave the office. `folder` holds other programmes.
    """
    days = parse_period(period)
    wanted = targets_between(days.first, days.last, folder)
    typed = {
        name: Typed(line["value"], line["source"])
        for name, line in _lines(desk, days).items()
        if line["value"] is not None
    }
    asking = tuple(
        one for one in programmes(folder) if one.id in {target.programme for target in wanted}
    )
    years = sorted({year for one in wanted for year in (*one.goals, *one.ranges)})
    if exact:
        rules = {target.id: target.rule for target in wanted if target.rule is not None}
        found = measure(desk, rules, days.first, days.last)
        counted = {
            name: (told.lines[0].number, told.lines[0].whole)
            for name, told in found.items()
            if told.lines
        }
        rows = target_rows(wanted, counted, typed)
        return TargetTable(days, tuple(years), rows, exact, asking, found)
    released: dict[str, Release | None] = {}
    made = []
    for target in wanted:
        (row,) = target_rows([target], {}, typed)
        report = target.published.report if target.published else ""
        if report and report not in released:
            released[report] = _release(desk, f"{report}-{days.code.replace('..', '-to-')}")
        made.append(_published_row(target, row, released.get(report), days, say))
    return TargetTable(days, tuple(years), tuple(made), exact, asking)


def _release(desk: Desk, name: str) -> Release | None:
    try:
        return release_named(desk, name).release
    except (NoSuchRelease, Withdrawn, OldPlan):
        return None


def _published_row(
    target: Target, row: TargetRow, release: Release | None, days: Period, say: Say
) -> TargetRow:
    """Return a row with figures that were published, and what is typed beside them."""
    if target.rule is None:
        return row
    where = target.published
    if where is None or release is None or release.line.few:
        told = say(mark("not published"))
        return replace(row, numerator=None, denominator=None, told=(told, told, "-"))
    part = _figure_of(release, where.cell, days)
    whole = None if where.of is None else _figure_of(release, where.of, days)
    number = _sum(part, row.numerator, release, say)
    of = _sum(whole, row.denominator, release, say) or say(mark("not entered"))
    percent = None
    if target.unit != "percent":
        of = "-"
    elif row.numerator is None and row.denominator is None and whole is not None:
        percent = share(part, whole, release.plan.base, release.plan.threshold)
    elif (all_of_it := (whole.value if whole else 0) + (row.denominator or 0)) >= (
        LEAST_BASES * release.plan.base
    ):
        percent = round(100 * (part.value + (row.numerator or 0)) / all_of_it)
    if part.value == 0 and part.status is Status.ROUNDED:
        percent = None  # "at most" has no percentage
    return replace(row, told=(number, of, "-" if percent is None else f"{percent} %"))


def _figure_of(release: Release, cell: Mapping[str, str], days: Period) -> Figure:
    return release.figures[key((*cell.items(), (PERIOD, days.code)))]


def _sum(figure: Figure | None, typed: float | None, release: Release, say: Say) -> str:
    """Write a published figure and a typed one that is added to it, each as it is."""
    told = [] if figure is None else [figure_text(figure, release.plan.base, say)]
    return " + ".join([*told, *([] if typed is None else [written_number(typed, say)])])
