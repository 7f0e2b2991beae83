"""From cases to figures that may leave the office: count, protect, attack, freeze, write."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random, SystemRandom

from gbvcase.casework.counting import counts_to_release, offices_counted
from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.casework.dividing import divided_counts, plan_by_office, released_before
from gbvcase.casework.ledgers import keep_lines, ledger_of, require_joined
from gbvcase.casework.published import PublishedReport
from gbvcase.casework.report_files import kept_letterhead, write_release
from gbvcase.casework.ways_out import leave, note_leaving, require_open
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, Period, parse_period
from gbvcase.domain.places import commune
from gbvcase.reports.additions import Addition, additions, known
from gbvcase.reports.audited import Audited, audited
from gbvcase.reports.corrections import correct_counts
from gbvcase.reports.division import as_released, counted_at, plan_of
from gbvcase.reports.explain import Refusal, Remedy
from gbvcase.reports.files import NotAMapping, NotWritten, identifiers
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.indicators import reports as plans
from gbvcase.reports.ledger import Audience, Ledger, Line, State
from gbvcase.reports.population import REASONS
from gbvcase.reports.protection import Manner
from gbvcase.reports.releases import (
    Made,
    NoSuchRelease,
    Release,
    again,
    refuse_second_rounding,
    release_counts,
    span_of,
)
from gbvcase.reports.releases import withdraw as withdrawn
from gbvcase.reports.shown import Cell, Grid, figure_text, reason
from gbvcase.reports.wanted import Indicator, indicators
from gbvcase.reports.wording import base_sentence, few_sentence, notes
from gbvcase.vault.journal import write

__all__ = [
    "REASONS",
    "Addition",
    "Audience",
    "Audited",
    "Cell",
    "Grid",
    "Indicator",
    "Manner",
    "NotAMapping",
    "NotWritten",
    "PublishedReport",
    "Refusal",
    "Remedy",
    "ReportPlan",
    "additions",
    "base_sentence",
    "few_sentence",
    "figure_text",
    "indicators",
    "known",
    "notes",
    "reason",
    "span_of",
]


class PlaceTooSmall(GbvcaseError):
    """A report for a place whose figures could point at a person."""

    sentence = mark(
        "A report is published for the province; its yearly tables show areas of several communes. "
        "Figures of a single commune stay in the office."
    )


def reports() -> tuple[ReportPlan, ...]:
    """Return the reports that can be published."""
    return plans()


def period_of(plan: ReportPlan, code: str) -> Period:
    """Return a period of a report by its code; raise NoSuchPeriod for one that is none."""
    return parse_period(code, Calendar(plan.calendar))


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
    audience: Audience = Audience.PUBLIC,
    progress: Progress = unheard,
    random: Random | None = None,
    by_office: bool = False,
    office: str = "",
) -> PublishedReport:
    """Publish a report: count, round together, attack, freeze in the ledger, write the files.

    A release that was made before is given back as it was frozen, and its files are made again.
    Raises Refusal, with the proof and what would pass, if the figures could betray somebody; then
    nothing leaves. `leave_out` are tables that are not shown, `mapping` names cells for DHIS2.
    The network is handed the same figures; both are attacked together. `by_office` adds the
    offices as they were divided, `office` is the report of one of them.
    """
    plan = plan_named(report)
    _require_place(plan, place)
    if audience is Audience.AUTHORITY:
        raise NoPublication
    names = None if mapping is None else identifiers(mapping)
    before = ledger_of(desk)
    order = _order(desk, plan, period, leave_out, by_office=by_office, office=office)
    order = replace(order, approved_by=approved_by or "", audience=audience)
    after, release = _made(desk, before, order, progress, random or SystemRandom())
    if after is not before:
        progress(1, 1)  # the last moment at which it can be given up
        _keep(desk, before, after, "report.publish", release.id)
    else:
        note_leaving(desk, "report.files", release.id)
    return PublishedReport(release, write_release(desk, release, folder, say, names))


def correct(  # noqa: PLR0913 - what, of when, where to, in which language, and who approved
    desk: Desk,
    report: str,
    year: str,
    *,
    folder: Path,
    say: Say,
    approved_by: str | None = None,
    progress: Progress = unheard,
) -> PublishedReport:
    """Release a second edition of a year that was published, for the province as a whole.

    Raises NoCorrection unless the rules allow it: once a year, and at least ten records differ.
    """
    plan, before = plan_named(report), ledger_of(desk)
    code = period_of(plan, year).code
    made, counted = _made_by(desk, approved_by or ""), plan
    plan = counted_at(plan, offices_counted(desk, plan, code))
    plan, _ = released_before(before, plan, code, made.audience, desk.unit)
    _require_joined(desk, before, plan, code)
    refuse_second_rounding(before, plan, code)
    counts = replace(counts_to_release(desk, counted, code), plan=plan)
    after, release = correct_counts(before, counts, plan, year, made=made, progress=progress)
    _keep(desk, before, after, "report.correct", release.id)
    return PublishedReport(release, write_release(desk, release, folder, say))


def try_out(  # noqa: PLR0913 - as `publish`
    desk: Desk,
    report: str,
    period: str,
    leave_out: Iterable[str] = (),
    progress: Progress = unheard,
    *,
    by_office: bool = False,
    office: str = "",
) -> None:
    """Do all of `publish` but keep and write nothing; Refusal if it would not pass."""
    plan = plan_named(report)
    order = _order(desk, plan, period, leave_out, by_office=by_office, office=office)
    _made(desk, ledger_of(desk), order, progress, SystemRandom())


@dataclass(frozen=True)
class _Order:
    """What is to be published, and how."""

    plan: ReportPlan
    period: str
    leave_out: tuple[str, ...]
    counted: ReportPlan  # what is counted and added: the same report without the offices
    approved_by: str = ""
    audience: Audience = Audience.PUBLIC


def _order(  # noqa: PLR0913 - what is ordered
    desk: Desk,
    plan: ReportPlan,
    period: str,
    leave_out: Iterable[str],
    *,
    by_office: bool,
    office: str,
) -> _Order:
    shown = plan
    if by_office or office:
        shown = plan_by_office(desk, plan, period_of(plan, period).code, office)
    return _Order(shown, period, tuple(leave_out), plan)


def _made(
    desk: Desk, ledger: Ledger, order: _Order, progress: Progress, random: Random
) -> tuple[Ledger, Release]:
    days = period_of(order.plan, order.period)
    if days.last >= desk.today():
        raise PeriodNotOver(day=days.last.strftime("%d/%m/%Y"))
    tables = tuple(shown.id for shown in order.plan.shown)
    left = tuple(table for table in tables if table in order.leave_out)
    for table in order.leave_out:
        if table not in tables:
            raise NoSuchTable(table=table[:20], tables=", ".join(tables))
    if left == tables:
        raise NothingLeft
    made = replace(_made_by(desk, order.approved_by), audience=order.audience)
    plan = as_released(ledger, order.plan, days)
    plan = counted_at(plan, offices_counted(desk, order.counted, days.code))
    plan, made_before = released_before(ledger, plan, days.code, order.audience, desk.unit)
    if made_before is not None:  # here, or by the coordinator whose ledger was joined with ours
        return ledger, again(ledger, plan, made_before)
    _require_joined(desk, ledger, plan, days.code)
    return release_counts(
        ledger,
        divided_counts(counts_to_release(desk, order.counted, days.code), plan, days.code),
        plan,
        days.code,
        made=made,
        random=random,
        progress=progress,
        leave_out=left,
    )


def _require_joined(desk: Desk, ledger: Ledger, plan: ReportPlan, period: str) -> None:
    """Refuse a release while another member knows of releases that are not in the ledger."""
    with desk.vault.begin() as db:
        require_joined(db, ledger, plan, span_of(period))


def _made_by(desk: Desk, approved_by: str) -> Made:
    return Made(
        at=desk.now().isoformat(),
        by=desk.worker,
        approved_by=approved_by,
        office=desk.unit,
        program=_version(),
        letterhead=kept_letterhead(desk),
    )


class NoPublication(GbvcaseError):
    """An exact form for an authority was to be published."""

    sentence = mark("What an authority receives is exact and sealed. It is never published.")


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
    with desk.vault.begin() as db:
        keep_lines(db, before, after)
        require_open(db, act)
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
    from importlib.metadata import PackageNotFoundError, version  # 1 MB: who only looks has none

    try:
        return version("gbvcase")
    except PackageNotFoundError:
        return ""


def releases(desk: Desk) -> tuple[PublishedReport, ...]:
    """Return what was released and not withdrawn, the newest first, without files."""
    return tuple(one for one in all_releases(desk) if one.state is State.FROZEN)


def all_releases(desk: Desk) -> tuple[PublishedReport, ...]:
    """Return everything that ever left, withdrawn or not, the newest first."""
    ledger = ledger_of(desk)
    return tuple(
        PublishedReport(
            Release(plan.without(line.left_out), line),
            (),
            ledger.state(line.release),
            ledger.withdrawn_because(line.release),
        )
        for line in reversed(ledger.lines)
        if line.state is State.FROZEN and (plan := plan_of(line)) is not None
    )


def release_named(desk: Desk, name: str) -> PublishedReport:
    """Return a release by its name; NoSuchRelease, or Withdrawn if it was taken back."""
    ledger = ledger_of(desk)
    line = ledger.release(name)
    if line is None:
        raise NoSuchRelease(name=name[:60])
    return PublishedReport(again(ledger, _plan_of(line), line), ())


def _plan_of(line: Line) -> ReportPlan:
    plan = plan_of(line)
    if plan is None:
        raise OldPlan(name=line.release)
    return plan


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
        leave(desk, db, "report.files", name)
    return replace(found, files=write_release(desk, found.release, folder, say, names))


def withdraw(desk: Desk, name: str, reason: str) -> None:
    """Mark a release as taken back; what it told stays known.

    Raises NoReason without a reason, NoSuchRelease if there is none of this name.
    """
    if not reason.strip():
        raise NoReason
    before = ledger_of(desk)
    if before.release(name) is not None and before.state(name) is State.WITHDRAWN:
        return
    after = withdrawn(before, name, desk.worker, desk.now().isoformat(), reason.strip())
    _keep(desk, before, after, "report.withdraw", name)


class NoReason(GbvcaseError):
    """A release is taken back for a reason that others can read."""

    sentence = mark("Say why the release is withdrawn. It was not withdrawn.")


def audit(desk: Desk, progress: Progress = unheard) -> tuple[Audited, ...]:
    """Attack everything that ever left, as somebody would who has kept it all."""
    return audited(ledger_of(desk), progress)
