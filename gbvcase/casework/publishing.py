"""From cases to figures that may leave the office: count, protect, attack, freeze, write."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

from gbvcase.casework.counting import answers_for, counts_to_release
from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.casework.report_files import kept_letterhead, paper_of, write_release
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, Period, parse_period
from gbvcase.domain.places import commune
from gbvcase.reports.audited import Audited, audited
from gbvcase.reports.explain import Refusal, Remedy
from gbvcase.reports.files import identifiers
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.indicators import reports as plans
from gbvcase.reports.ledger import Ledger, Line, State
from gbvcase.reports.population import REASONS
from gbvcase.reports.releases import (
    Made,
    NoSuchRelease,
    Release,
    again,
    release_counts,
)
from gbvcase.reports.releases import withdraw as withdrawn
from gbvcase.reports.sheets import FIXED_COLUMNS, VALUE_COLUMNS, dimensions_of, tidy
from gbvcase.reports.shown import (
    Grid,
    approval,
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
from gbvcase.reports.wanted import Indicator, indicators
from gbvcase.vault.journal import write
from gbvcase.vault.release_lines import add_lines, read_lines

__all__ = [
    "REASONS",
    "Audited",
    "Grid",
    "Indicator",
    "Refusal",
    "Remedy",
    "ReportPlan",
    "base_sentence",
    "few_sentence",
    "figure_text",
    "indicators",
    "notes",
    "reason",
]


class PlaceTooSmall(GbvcaseError):
    """A report for a place whose figures could point at a person."""

    sentence = mark(
        "A report is published for the province; its yearly tables show areas of several communes. "
        "Figures of a single commune stay in the office."
    )


@dataclass(frozen=True)
class PublishedReport:
    """A release, and the files that were made of it."""

    release: Release
    files: tuple[Path, ...]
    state: State = State.FROZEN

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
            "alone": line.approved_by in ("", line.made_by),
            "audience": line.audience.value,
            "left_out": list(line.left_out),
            "state": self.state.value,
            "files": [str(path) for path in self.files],
        }

    def rows(self) -> list[dict[str, str | int]]:
        """Return the figures as the plain rows of the CSV."""
        columns = (*FIXED_COLUMNS, *dimensions_of(self.release), *VALUE_COLUMNS)
        return [dict(zip(columns, row, strict=True)) for row in tidy(self.release)]

    def approval(self, say: Say) -> str:
        """Return who made it and who approved it."""
        return approval(self.release, say)

    def paper(self, say: Say, stamp: str = "") -> bytes:
        """Return the report as a PDF."""
        return paper_of(self.release, say, stamp)


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
    answers = answers_for(desk, plan, days.code)
    counts = count(answers, plan, days.code)
    reasons: dict[str, int] = {}
    for answer in answers:
        if "excluded" in answer:
            reasons[str(answer["excluded"])] = reasons.get(str(answer["excluded"]), 0) + 1
    return OfficeReport(
        plan,
        days,
        office_tables(counts, plan),
        sum("excluded" not in answer for answer in answers),
        tuple(sorted(reasons.items())),
    )


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
    leave_out: Iterable[str] = (),
    mapping: bytes | None = None,
    progress: Progress = unheard,
    random: Random | None = None,
) -> PublishedReport:
    """Publish a report: count, round together, attack, freeze in the ledger, write the files.

    A release that was made before is given back as it was frozen, and its files are made again.
    Raises Refusal, with the proof and what would pass, if the figures could betray somebody; then
    nothing leaves. `leave_out` are tables that are not shown, `mapping` names cells for DHIS2.
    """
    plan = plan_named(report)
    _require_place(plan, place)
    names = None if mapping is None else identifiers(mapping)
    before = ledger_of(desk)
    order = _Order(plan, period, tuple(leave_out), approved_by or "")
    after, release = _made(desk, before, order, progress, random or SystemRandom())
    if after is not before:
        _keep(desk, before, after, "report.publish", release.id)
    return PublishedReport(release, write_release(desk, release, folder, say, names))


def try_out(
    desk: Desk,
    report: str,
    period: str,
    leave_out: Iterable[str] = (),
    progress: Progress = unheard,
) -> None:
    """Do all of `publish` but keep and write nothing; Refusal if it would not pass."""
    order = _Order(plan_named(report), period, tuple(leave_out))
    _made(desk, ledger_of(desk), order, progress, SystemRandom())


@dataclass(frozen=True)
class _Order:
    """What is to be published, and how."""

    plan: ReportPlan
    period: str
    leave_out: tuple[str, ...]
    approved_by: str = ""


def _made(
    desk: Desk, ledger: Ledger, order: _Order, progress: Progress, random: Random
) -> tuple[Ledger, Release]:
    plan, days = order.plan, period_of(order.plan, order.period)
    if days.last >= desk.today():
        raise PeriodNotOver(day=days.last.strftime("%d/%m/%Y"))
    tables = tuple(shown.id for shown in plan.shown)
    left = tuple(table for table in tables if table in order.leave_out)
    for table in order.leave_out:
        if table not in tables:
            raise NoSuchTable(table=table[:20], tables=", ".join(tables))
    if left == tables:
        raise NothingLeft
    return release_counts(
        ledger,
        counts_to_release(desk, plan, days.code),
        plan,
        days.code,
        made=Made(
            at=desk.now().isoformat(),
            by=desk.worker,
            approved_by=order.approved_by,
            office=desk.unit,
            program=_version(),
            letterhead=kept_letterhead(desk),
        ),
        random=random,
        progress=progress,
        leave_out=left,
    )


class NoSuchTable(GbvcaseError):
    """A table was to be left out that the report does not have."""

    sentence = mark("The report has no table {table}. Its tables are: {tables}.")


class NothingLeft(GbvcaseError):
    """All tables were to be left out."""

    sentence = mark("Without all of its tables there is no report.")


class PeriodNotOver(GbvcaseError):
    """A period is published once it is over: its figures are frozen."""

    sentence = mark("This period ends on {day}. Figures are published when a period is over.")


def _keep(desk: Desk, before: Ledger, after: Ledger, act: str, name: str) -> None:
    lines: Iterable[dict[str, Any]] = after.as_json()[len(before.lines) :]
    with desk.vault.begin() as db:
        add_lines(db, list(lines))
        write(db, act, name, desk.now())
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
    """Return what was released and not withdrawn, the newest first, without files."""
    return tuple(one for one in all_releases(desk) if one.state is State.FROZEN)


def all_releases(desk: Desk) -> tuple[PublishedReport, ...]:
    """Return everything that ever left, withdrawn or not, the newest first."""
    known, ledger = {plan.digest: plan for plan in plans()}, ledger_of(desk)
    return tuple(
        PublishedReport(
            Release(known[line.plan_digest].without(line.left_out), line),
            (),
            ledger.state(line.release),
        )
        for line in reversed(ledger.lines)
        if line.state is State.FROZEN and line.plan_digest in known
    )


def release_named(desk: Desk, name: str) -> PublishedReport:
    """Return a release by its name; NoSuchRelease, or Withdrawn if it was taken back."""
    ledger = ledger_of(desk)
    line = ledger.release(name)
    if line is None:
        raise NoSuchRelease(name=name[:60])
    return PublishedReport(again(ledger, _plan_of(line), line), ())


def _plan_of(line: Line) -> ReportPlan:
    for plan in plans():
        if plan.digest == line.plan_digest:
            return plan
    raise OldPlan(name=line.release)


class OldPlan(GbvcaseError):
    """A release that was made with tables that this version does not have any more."""

    sentence = mark(
        "The release {name} was made with an older list of tables. Its files cannot be made again."
    )


def files_again(
    desk: Desk, name: str, folder: Path, say: Say, mapping: bytes | None = None
) -> PublishedReport:
    """Make the files of a release again; they have the same bytes as before."""
    names = None if mapping is None else identifiers(mapping)
    found = release_named(desk, name)
    with desk.vault.begin() as db:
        write(db, "report.files", name, desk.now())
    return replace(found, files=write_release(desk, found.release, folder, say, names))


def withdraw(desk: Desk, name: str) -> None:
    """Mark a release as taken back; what it told stays known. NoSuchRelease if there is none."""
    before = ledger_of(desk)
    if before.release(name) is not None and before.state(name) is State.WITHDRAWN:
        return
    after = withdrawn(before, name, desk.worker, desk.now().isoformat())
    _keep(desk, before, after, "report.withdraw", name)


def audit(desk: Desk, progress: Progress = unheard) -> tuple[Audited, ...]:
    """Attack everything that ever left, as somebody would who has kept it all."""
    return audited(ledger_of(desk), progress)
