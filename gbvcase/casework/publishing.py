"""From cases to figures that may leave the office: count, protect, attack, freeze, write."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, Period, parse_period
from gbvcase.domain.places import commune
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.indicators import reports as plans
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.population import REASONS
from gbvcase.reports.releases import Made, Release, make_release, span_of
from gbvcase.reports.sheets import write_files
from gbvcase.reports.shown import (
    Grid,
    base_sentence,
    exclusions,
    few_sentence,
    figure_text,
    notes,
    office_tables,
    reason,
    release_tables,
)
from gbvcase.reports.tables import count
from gbvcase.vault.answers import Answer, countable_answers, undated
from gbvcase.vault.journal import write
from gbvcase.vault.release_lines import add_lines, read_lines

__all__ = [
    "REASONS",
    "Grid",
    "ReportPlan",
    "base_sentence",
    "few_sentence",
    "figure_text",
    "notes",
    "reason",
]


class PlaceTooSmall(GbvcaseError):
    """A report for a place whose figures could point at a person."""

    sentence = mark(
        "A report is published for the province; its yearly tables show areas of several communes. "
        "Figures of a single commune stay in the office."
    )


class NothingToPublish(GbvcaseError):
    """A period in which nothing was counted."""

    sentence = mark("There is no incident in this period that may be counted.")


@dataclass(frozen=True)
class PublishedReport:
    """A release, and the files that were made of it."""

    release: Release
    files: tuple[Path, ...]

    @property
    def id(self) -> str:
        return self.release.id

    @property
    def tables(self) -> tuple[Grid, ...]:
        """Return the tables as screen and paper show them; none if fewer than ten people."""
        return release_tables(self.release)

    def exclusions(self, say: Say) -> tuple[tuple[str, str], ...]:
        """Return who was left out and how many, as it is printed."""
        return exclusions(self.release, say)

    def as_json(self) -> dict[str, Any]:
        """Return the release for a program."""
        line = self.release.line
        return {
            "release": self.id,
            "report": line.plan,
            "period": line.period,
            "base": line.base,
            "few": line.few,
            "made_at": line.made_at,
            "made_by": line.made_by,
            "approved_by": line.approved_by,
            "files": [str(path) for path in self.files],
        }


@dataclass(frozen=True)
class OfficeReport:
    """Exact figures for the office's own screen: "nội bộ", never written, printed or copied."""

    plan: ReportPlan
    period: Period
    tables: tuple[Grid, ...]
    counted: int
    left_out: tuple[tuple[str, int], ...]  # the reason, and how many


def reports() -> tuple[ReportPlan, ...]:
    """Return the reports that can be published."""
    return plans()


def period_of(plan: ReportPlan, code: str) -> Period:
    """Return a period of a report by its code; raise NoSuchPeriod for one that is none."""
    return parse_period(code, Calendar(plan.calendar))


def count_report(desk: Desk, report: str, period: str) -> OfficeReport:
    """Count one report exactly, for the screen of this office and for nothing else."""
    plan = plan_named(report)
    days = period_of(plan, period)
    answers = _answers(desk, plan, days.code)
    counts = count(answers, plan, days.code)
    reasons: dict[str, int] = {}
    for answer in answers:
        if "excluded" in answer:
            reasons[str(answer["excluded"])] = reasons.get(str(answer["excluded"]), 0) + 1
    with desk.vault.begin() as db:
        without_day = undated(db)
    if without_day:
        reasons["no_date"] = reasons.get("no_date", 0) + without_day
    return OfficeReport(
        plan,
        days,
        office_tables(counts, plan),
        sum("excluded" not in answer for answer in answers),
        tuple(sorted(reasons.items())),
    )


def _answers(desk: Desk, plan: ReportPlan, period: str) -> list[Answer]:
    days = parse_period(period, Calendar(plan.calendar))
    with desk.vault.begin() as db:
        return list(countable_answers(db, days.first, days.last, Calendar(plan.calendar)))


def ledger_of(desk: Desk) -> Ledger:
    """Return the ledger of what was released, checked from its first line."""
    with desk.vault.begin() as db:
        ledger = Ledger.from_json(read_lines(db))
    ledger.verify()
    return ledger


def publish(  # noqa: PLR0913 - what, of when, where to, in which language, and who approved
    desk: Desk,
    report: str,
    period: str,
    *,
    folder: Path,
    say: Say,
    place: str | None = None,
    approved_by: str | None = None,
    progress: Progress = unheard,
    random: Random | None = None,
) -> PublishedReport:
    """Publish a report: count, round together, attack, freeze in the ledger, write the files.

    A release that was made before is given back as it was frozen, and its files are made again.
    Raises Disclosed, with the proof, if the figures could betray somebody; then nothing leaves.
    """
    plan = plan_named(report)
    _require_place(plan, place)
    days = period_of(plan, period)
    if days.last >= desk.today():
        raise PeriodNotOver(day=days.last.strftime("%d/%m/%Y"))
    ledger = ledger_of(desk)
    answers = _answers(desk, plan, span_of(days.code))
    with desk.vault.begin() as db:
        answers += [{"excluded": "no_date"}] * undated(db)
    made = Made(
        at=desk.now().isoformat(),
        by=desk.worker,
        approved_by=approved_by or "",
        office=desk.unit,
        program=_version(),
    )
    after, release = make_release(
        ledger,
        answers,
        plan,
        days.code,
        made=made,
        random=random or SystemRandom(),
        progress=progress,
    )
    _keep(desk, ledger, after, release)
    return PublishedReport(release, write_files(release, folder, say))


class PeriodNotOver(GbvcaseError):
    """A period is published once it is over: its figures are frozen."""

    sentence = mark("This period ends on {day}. Figures are published when a period is over.")


def _keep(desk: Desk, before: Ledger, after: Ledger, release: Release) -> None:
    lines: Iterable[dict[str, Any]] = after.as_json()[len(before.lines) :]
    with desk.vault.begin() as db:
        add_lines(db, list(lines))
        write(db, "report.publish", release.id, desk.now())
    desk.vault.write_mark()


def _require_place(plan: ReportPlan, place: str | None) -> None:
    if place in (None, "", plan.province):
        return
    raise (
        PlaceTooSmall
        if commune(str(place))
        else GbvcaseError(mark("There is no report for the place {place}."), place=str(place)[:20])
    )


def _version() -> str:
    try:
        return version("gbvcase")
    except PackageNotFoundError:
        return ""


def releases(desk: Desk) -> tuple[PublishedReport, ...]:
    """Return what was released, the newest first, without files."""
    known = {plan.name: plan for plan in plans()}
    return tuple(
        PublishedReport(Release(known[line.plan], line), ())
        for line in reversed(ledger_of(desk).lines)
        if line.plan in known
    )


def files_again(desk: Desk, name: str, folder: Path, say: Say) -> PublishedReport:
    """Make the files of a release again; they have the same bytes as before."""
    found = next(one for one in releases(desk) if one.id == name)
    with desk.vault.begin() as db:
        write(db, "report.files", name, desk.now())
    return replace(found, files=write_files(found.release, folder, say))
