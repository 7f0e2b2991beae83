"""From counts to a release: settle, round, attack, check, freeze; in this order, or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, Period
from gbvcase.reports.attempts import Attempt, hidden_in, plan_shown, release_name
from gbvcase.reports.beside import are_exact_beside_rounded, known_beside, limits_beside
from gbvcase.reports.closed import earlier, settled
from gbvcase.reports.facts import facts_of
from gbvcase.reports.headline import with_headline
from gbvcase.reports.implied import without_exceptions
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.lattice import Level, closing, level
from gbvcase.reports.ledger import Audience, Kinship, Ledger, Line, State
from gbvcase.reports.members import rounded_around
from gbvcase.reports.proofs import Disclosed, NotDecided, Passed, WrongProof
from gbvcase.reports.protection import (
    Figure,
    Manner,
    Published,
    round_together,
    shown_cells,
)
from gbvcase.reports.solving import Progress, unheard
from gbvcase.reports.spans import shortened
from gbvcase.reports.tables import (
    Answer,
    Counts,
    Key,
    NotThisPlan,
    Plan,
    count,
)

PERIODS = {
    Level.QUARTER: mark("quarters"),
    Level.HALF: mark("half-years"),
    Level.YEAR: mark("whole years"),
    Level.PROGRAMME: mark("several years together"),
}


class NotAPeriod(GbvcaseError):
    """A period for which figures do not leave the office."""

    sentence = mark("Figures leave the office for quarters, half-years, years and programmes only.")


class NotThisPeriod(GbvcaseError):
    """A period for which this report is not made."""

    sentence = mark("This report is made for these periods only: {periods}.")

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan

    def said(self, say: Say) -> str:
        """Return the sentence with the periods of the report, the shortest first."""
        names = (say(text) for kind, text in PERIODS.items() if kind in self._plan.levels)
        return say(self.sentence).format(periods=", ".join(names))


class OtherPlan(GbvcaseError):
    """A second rounding of the same people, which would narrow both."""

    sentence = mark(
        "Figures of these people were already released with the report {report} ({period}). "
        "A second report would be a second rounding of the same people. Use that report."
    )


class NoSuchRelease(GbvcaseError):
    """The name of a release that was never made."""

    sentence = mark("There is no release named {name}.")


class Withdrawn(GbvcaseError):
    """A release that was taken back: its figures are not handed out again."""

    sentence = mark("The release {name} was withdrawn. Its figures are not handed out again.")


class Replaced(GbvcaseError):
    """A release of which there is a newer edition."""

    sentence = mark("The release {name} was replaced by a correction: {newer}. Use that one.")


@dataclass(frozen=True)
class Made:
    """Who makes a release, when, for whom; all of it is printed or kept."""

    at: str  # ISO, with the offset
    by: str
    approved_by: str = ""
    office: str = ""
    audience: Audience = Audience.PUBLIC
    program: str = ""
    letterhead: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Release:
    """What was frozen, with its plan: all files are drawn from it and can be drawn again."""

    plan: ReportPlan
    line: Line

    @property
    def id(self) -> str:
        """Return the name of the release, which is also that of its files."""
        return self.line.release

    @property
    def figures(self) -> Mapping[Key, Figure]:
        """Return the figures that may be shown."""
        return self.line.figures


def span_of(period: str) -> str:
    """Return the period whose answers are needed to release another; NotAPeriod outside."""
    if level(period) is Level.OTHER:
        raise NotAPeriod
    return closing(period)


def make_release(  # noqa: PLR0913 - what is counted, for when, by whom, and who listens
    ledger: Ledger,
    answers: Iterable[Answer],
    plan: ReportPlan,
    period: str,
    *,
    made: Made,
    random: Random,
    progress: Progress = unheard,
    leave_out: tuple[str, ...] = (),
) -> tuple[Ledger, Release]:
    """Count, round, attack, check and freeze; return the ledger with the new line and the release.

    The answers are those of `span_of(period)`. A release that was made before is given back as it
    is. Raise Refusal or NotDecided if it could betray somebody, OtherPlan for a second rounding.
    """
    counted = count(answers, plan, span_of(period))
    return release_counts(
        ledger,
        counted,
        plan,
        period,
        made=made,
        random=random,
        progress=progress,
        leave_out=leave_out,
    )


def release_counts(  # noqa: PLR0913 - what was counted, for when, by whom, and who listens
    ledger: Ledger,
    counted_now: Counts,
    plan: ReportPlan,
    period: str,
    *,
    made: Made,
    random: Random,
    progress: Progress = unheard,
    leave_out: tuple[str, ...] = (),
) -> tuple[Ledger, Release]:
    """Do the same with counts of `span_of(period)`, which may be those of many offices together."""
    if level(period) not in plan.levels:
        raise NotThisPeriod(plan)
    if (counted_now.plan.digest, counted_now.period) != (plan.digest, span_of(period)):
        raise NotThisPlan
    refuse_second_rounding(ledger, plan, period)
    before = ledger.newest(release_name(plan, period, made.audience))
    if before is not None:
        return ledger, again(ledger, plan, before)
    counts = without_exceptions(settled(counted_now, ledger))
    if plan.manner is Manner.HIDE:
        ledger = known_beside(ledger, counts)
        counted = replace(counts, by_office=counted_now.by_office)
        attempt = hidden_in(ledger, counted, period, leave_out, progress)
        published = attempt.published
    else:
        frozen = ledger.frozen(plan)
        frozen |= rounded_around(ledger, counts, counted_now.by_office, random, progress)
        limits = limits_beside(ledger, counts)
        so_far = earlier(counts, ledger)
        published = round_together(counts, frozen, random, progress, so_far, limits)
        counted = replace(shortened(counts, published), by_office=counted_now.by_office)
        ledger = known_beside(ledger, counted)
        # exact figures would narrow those that were released of another unit
        told = published if ledger.beside else with_headline(published, counted, period)
        attempt = Attempt(ledger, counted, told, progress)
    try:
        try:
            passed = attempt.judged(period, leave_out)
        except (Disclosed, NotDecided):
            if not attempt.published.headline:
                raise
            attempt = replace(attempt, published=published)  # if exact figures are what betrays
            passed = attempt.judged(period, leave_out)
    except Disclosed as found:
        raise attempt.refusal(found, period, leave_out) from found
    shown = replace(attempt.published, plan=plan_shown(published.plan, leave_out))
    return freeze(ledger, counts, shown, passed, period=period, made=made, leave_out=leave_out)


def again(ledger: Ledger, plan: ReportPlan, line: Line) -> Release:
    """Return a release that was made before; Withdrawn or Replaced if it does not stand."""
    if ledger.state(line.release) is State.SUPERSEDED:
        newer = ledger.newest(line.release)
        raise Replaced(name=line.release, newer=newer.release if newer else "")
    if ledger.state(line.release) is not State.FROZEN:
        raise Withdrawn(name=line.release)
    return Release(plan.without(line.left_out), line)


RULES = {
    Manner.ROUND: "rounded together to multiples of {base}",
    Manner.HIDE: "small figures and others that would tell them are hidden, the rest is exact",
}


def freeze(  # noqa: PLR0913 - everything a line keeps
    ledger: Ledger,
    counts: Counts,
    published: Published,
    passed: Passed,
    *,
    period: str,
    made: Made,
    leave_out: tuple[str, ...] = (),
) -> tuple[Ledger, Release]:
    """Write the line of a release; WrongProof unless exactly these facts were checked."""
    plan = counts.plan
    if not isinstance(passed, Passed) or not isinstance(plan, ReportPlan):
        raise WrongProof
    facts = ledger.facts(plan) | facts_of(published, period)
    if (passed.facts_digest, passed.plan_digest) != (facts.digest, plan.digest):
        raise WrongProof
    few = period in published.few
    shown = {} if few else dict(shown_cells(published, period))
    known = ledger.frozen(plan)
    new = {c: f for c, f in published.cells.items() if c not in shown and c not in known}
    line = replace(
        line_of(plan, period, made),
        span=published.period,
        few=few,
        figures=shown,
        headline=published.headline,
        held=new,
        truth=counts.finest,
        dropped=published.dropped,
        left_out=leave_out,
        error=max((figure.high - figure.value for figure in shown.values()), default=0),
        rule=RULES[plan.manner].format(base=plan.base),
    )
    ledger = ledger.append(line)
    return ledger, Release(plan.without(leave_out), ledger.lines[-1])


def line_of(plan: ReportPlan, period: str, made: Made) -> Line:
    """Return the line of what is handed out, still without a figure."""
    return Line(
        release=release_name(plan, period, made.audience),
        plan=plan.name,
        plan_digest=plan.digest,
        unit=plan.unit.value,
        base=plan.base,
        calendar=plan.calendar,
        period=period,
        span=span_of(period),
        audience=made.audience,
        made_at=made.at,
        made_by=made.by,
        approved_by=made.approved_by,
        office=made.office,
        letterhead=made.letterhead,
        program=made.program,
        offices=plan.offices,
        division=plan.division,
    )


def withdraw(ledger: Ledger, name: str, by: str, at: str, reason: str = "") -> Ledger:
    """Mark a release as withdrawn; what it told stays known. NoSuchRelease if there is none."""
    line = ledger.release(name)
    if line is None:
        raise NoSuchRelease(name=name)
    return ledger.append(line.ended(State.WITHDRAWN, by, at, reason))


def refuse_second_rounding(ledger: Ledger, plan: ReportPlan, period: str) -> None:
    """Raise OtherPlan if people of these days were released with another plan."""
    for line in ledger.lines:
        if line.plan_digest in (plan.digest, *plan.extends):
            continue
        if line.unit != plan.unit.value and not are_exact_beside_rounded(plan, line):
            continue
        if line.audience is Audience.AUTHORITY:
            continue  # exact, and no publication
        if line.kinship(plan.offices) is Kinship.APART:
            continue  # other people
        ours, theirs = Period(period, Calendar(plan.calendar)), line.days
        if ours.first <= theirs.last and theirs.first <= ours.last:
            raise OtherPlan(report=line.plan, period=line.period)
