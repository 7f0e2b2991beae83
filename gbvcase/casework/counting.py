"""Counts that travel between offices, sealed: handed out once per edition, taken in and added.

What an office hands out to be added it does not publish by itself: two roundings of the same
people, one of them inside the other, would narrow both.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from gbvcase.casework.desk import Desk, unheard
from gbvcase.casework.ledgers import note_sent, read_ledger, shared_ledger
from gbvcase.casework.upkeep import password_to_seal
from gbvcase.casework.ways_out import leave
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.folding import sort_key
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.own_days import days_between
from gbvcase.domain.period import Calendar, Period, parse_period
from gbvcase.reports.counts_package import NotCounts, Package, merged, packed, unpacked
from gbvcase.reports.division import counted_at
from gbvcase.reports.indicators import ReportPlan, plan_named, reports
from gbvcase.reports.lattice import Level, level, parts
from gbvcase.reports.ledger import Ledger, State
from gbvcase.reports.releases import span_of
from gbvcase.reports.tables import Counts, NotThisPlan, add, count
from gbvcase.sealing.parcels import seal, unseal
from gbvcase.vault.answers import QUARTER, Answer, Asked, answers_asked, undated
from gbvcase.vault.journal import write
from gbvcase.vault.projecting import bring_answers_up_to_date
from gbvcase.vault.providers import all_providers
from gbvcase.vault.settings import keep_setting, read_setting


class HandedOut(GbvcaseError):
    """An office that was added to others would publish its own figures beside theirs."""

    sentence = mark(
        "The counts of this period were handed out, to be added to those of other offices. "
        "Their sum and your own figures together could point at a person: use the report of all."
    )


class PublishedHere(GbvcaseError):
    """Counts would be handed out of people whose figures the office has published itself."""

    sentence = mark(
        "This office has published figures of this period itself. Added to those of other "
        "offices, the two reports together could point at a person. Nothing was handed out."
    )


class CountsOfAnotherPeriod(GbvcaseError):
    """Other offices have sent counts of a longer or shorter period than the one asked for."""

    sentence = mark(
        "Other offices have sent their counts of another period ({sent}), and none of this one "
        "({asked}): this would show the people of your office alone. Choose what they have sent, "
        "or ask them for counts of this period. Nothing has left."
    )

    def __init__(self, sent: Iterable[Period], asked: Period) -> None:
        super().__init__()
        self.sent, self.asked = tuple(sent), asked

    def said(self, say: Say) -> str:
        """Return the sentence, with the periods as people call them."""
        sent = ", ".join(period.name(say) for period in self.sent)
        return say(self.sentence).format(sent=sent, asked=self.asked.name(say))


@dataclass(frozen=True)
class Handed:
    """Counts that were handed out."""

    content: bytes
    password: str
    office: str
    report: str
    period: str
    edition: int

    def as_json(self) -> dict[str, Any]:
        """Return what may be told of it."""
        return {
            "office": self.office,
            "report": self.report,
            "period": self.period,
            "edition": self.edition,
        }


@dataclass(frozen=True)
class Added:
    """The counts of one office, as they are kept here to be added."""

    report: str
    period: str
    office: str
    edition: int

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "report": self.report,
            "period": self.period,
            "office": self.office,
            "edition": self.edition,
        }


def answers_for(desk: Desk, plan: ReportPlan, period: str) -> list[Answer]:
    """Return the answers of a period that may be counted, and those left out with their reason."""
    days = parse_period(period, Calendar(plan.calendar))
    found = _answers(desk, plan, days.first, days.last)
    with desk.vault.begin() as db:
        return found + [{"excluded": "no_date"}] * undated(db, plan.unit.value)


def _answers(desk: Desk, plan: ReportPlan, first: date, last: date) -> list[Answer]:
    asked = Asked(first, last, plan.unit.value, Calendar(plan.calendar))
    with desk.vault.begin() as db:
        bring_answers_up_to_date(db, unheard)
        return list(answers_asked(db, asked))


def exact_counts(desk: Desk, plan: ReportPlan, first: date, last: date) -> Counts:
    """Count any days exactly, places included: for the office's own screen and nothing else.

    The days are counted as one piece, under a code that no release can have.
    """
    whole: list[Answer] = _answers(desk, plan, first, last)
    for number, answer in enumerate(whole):  # each in its place: a year of a province is large
        whole[number] = {name: said for name, said in answer.items() if name != QUARTER}
    return count(whole, plan, days_between(first, last).code)


def counted_here(desk: Desk, plan: ReportPlan, period: str) -> Counts:
    """Count this office's own incidents of the period that is rounded with another."""
    span = span_of(period)
    return count(answers_for(desk, plan, span), plan, span)


def counts_to_release(desk: Desk, plan: ReportPlan, period: str) -> Counts:
    """Return what `counts_to_hand_over` does; HandedOut if ours went elsewhere."""
    span = span_of(period)
    with desk.vault.begin() as db:
        handed = read_setting(db, HANDED) or {}
    if any(_overlaps(plan, span, name) for name in handed):
        raise HandedOut
    return counts_to_hand_over(desk, plan, period)


def counts_to_hand_over(desk: Desk, plan: ReportPlan, period: str) -> Counts:
    """Return this office's counts and those it has received, wherever else ours went: for an
    exact form that is sealed and no publication.

    Raise CountsOfAnotherPeriod where others would be in a report of another period, not in this.
    """
    span = span_of(period)
    _require_sent(desk, plan, span)
    own = counted_here(desk, plan, period)
    offices: dict[str, list[Counts]] = {desk.unit: [own]}
    for package in _packages_within(desk, plan, span):
        offices.setdefault(package.office, []).append(replace(package.counts, period=span))
    told = {office: add(some) for office, some in sorted(offices.items())}
    whole = add(list(told.values()))
    return replace(
        whole,
        plan=counted_at(plan, tuple(told)),
        by_office={office: counts.finest for office, counts in told.items()},
    )


def offices_counted(desk: Desk, plan: ReportPlan, period: str) -> tuple[str, ...]:
    """Return the offices whose people a release of a period would count, ours among them."""
    span = span_of(period)
    sent = {office for of, office in _sent(desk, plan) if of in periods_sent(span)}
    return tuple(sorted({desk.unit, *sent}))


def _require_sent(desk: Desk, plan: ReportPlan, span: str) -> None:
    """Raise CountsOfAnotherPeriod where others have sent counts of some of these days alone."""
    calendar = Calendar(plan.calendar)
    asked = parse_period(span, calendar)
    sent = {of: parse_period(of, calendar) for of in sorted({of for of, _ in _sent(desk, plan)})}
    others = [period for period in sent.values() if _meet(asked, period)]
    if others and not sent.keys() & set(periods_sent(span)):
        raise CountsOfAnotherPeriod(others, asked)


def _sent(desk: Desk, plan: ReportPlan) -> list[tuple[str, str]]:
    """Return of which periods which offices have sent counts of a report, by their names alone."""
    with desk.vault.begin() as db:
        names = [name.split("/", 2) for name in _received(read_setting(db, RECEIVED))]
    return [(of, office) for digest, of, office in names if digest == plan.digest]


def received_of(desk: Desk, plan: ReportPlan, period: str) -> dict[str, Counts]:
    """Return what each other office has sent of a period."""
    return {one.office: one.counts for one in _packages_within(desk, plan, period)}


def _packages_within(desk: Desk, plan: ReportPlan, span: str) -> list[Package]:
    """Return what other offices have sent of a period, or of the years of a programme."""
    with desk.vault.begin() as db:
        received = _received(read_setting(db, RECEIVED)).values()
    return [one for period in periods_sent(span) for one in _packages_of(plan, period, received)]


def periods_sent(span: str) -> tuple[str, ...]:
    """Return the periods for which offices send what is counted for one: years of a programme."""
    return parts(span) if level(span) is Level.PROGRAMME else (span,)


def _packages_of(
    plan: ReportPlan, period: str, received: Iterable[Mapping[str, str]]
) -> list[Package]:
    texts = [t["text"] for t in received if (t["plan"], t["period"]) == (plan.digest, period)]
    return [unpacked(text.encode(), plan, period) for text in texts]


def hand_out(desk: Desk, report: str, period: str, password: str | None = None) -> Handed:
    """Count the finest cells of a report and seal them; the same counts are the same edition."""
    secret = password_to_seal(desk, password)
    plan = plan_named(report)
    days = parse_period(period, Calendar(plan.calendar))
    span = span_of(days.code)
    counts = counted_here(desk, plan, span)
    name = handed_as(plan, span)
    digest = sha256(packed(counts, desk.unit, 0)).hexdigest()
    with desk.vault.begin() as db:
        ledger = shared_ledger(db, desk.unit)
        _refuse_published(read_ledger(db), plan, span, desk.unit)
        handed = read_setting(db, HANDED) or {}
        edition, before = handed.get(name, (0, ""))
        edition += before != digest
        keep_setting(db, HANDED, handed | {name: [edition, digest]})
        leave(desk, db, "counts.export", f"{report}-{span}", edition=edition)
    desk.vault.write_mark()
    sealed = seal(packed(counts, desk.unit, edition, ledger), secret)
    return Handed(sealed, secret, desk.unit, report, span, edition)


def take_in(
    desk: Desk, sealed: Iterable[tuple[bytes, str]], offices: Iterable[str] = ()
) -> tuple[Added, ...]:
    """Take in the counts of other offices, all or none; return everything that is kept now.

    An older edition replaces nothing, and the same counts twice are the same as once. `offices`
    are known besides those of the directory.
    """
    return add_counts(desk, [unseal(content, secret) for content, secret in sealed], offices)


def add_counts(
    desk: Desk, contents: Iterable[bytes], offices: Iterable[str] = ()
) -> tuple[Added, ...]:
    """Do the same with counts that were unsealed."""
    fresh = [_read(content) for content in contents]
    with desk.vault.begin() as db:
        known = {desk.unit, *offices, *(str(one.name) for one in all_providers(db))}
        kept = _received(read_setting(db, RECEIVED))
        for plan, package, text in fresh:
            span = package.counts.period
            old = kept.get(name := f"{plan.digest}/{span}/{package.office}")
            before = [unpacked(old["text"].encode(), plan, span)] if old else []
            merged([*before, package], known, plan, span)
            if package.ledger:
                note_sent(db, package.ledger)
            if package.office == desk.unit:
                raise OwnCounts
            if not before or before[0].edition < package.edition:
                kept[name] = {
                    "plan": plan.digest,
                    "period": span,
                    "text": text.decode(),
                }
        keep_setting(db, RECEIVED, kept)
        write(db, "counts.merge", "", desk.now(), packages=len(fresh))
    desk.vault.write_mark()
    return _told(kept.values())


def kept_counts(desk: Desk) -> tuple[Added, ...]:
    """Return the counts of other offices as they are kept here, to be added."""
    with desk.vault.begin() as db:
        return _told(_received(read_setting(db, RECEIVED)).values())


def open_counts(sealed: bytes, password: str) -> tuple[bytes, Added]:
    """Return what a sealed file holds, and whose counts; ParcelShut, NotCounts or NotThisPlan."""
    content = unseal(sealed, password)
    return content, told_by(content)


def told_by(content: bytes) -> Added:
    """Return whose counts a document holds, of what and when; NotCounts or NotThisPlan."""
    plan, package, _ = _read(content)
    return Added(plan.name, package.counts.period, package.office, package.edition)


class OwnCounts(GbvcaseError):
    """The counts of this office itself were to be added to its own."""

    sentence = mark("These are the counts of this office itself. They were not added again.")


HANDED, RECEIVED = "counts.handed", "counts.received"


def _received(kept: Any) -> dict[str, dict[str, str]]:
    return dict(kept or {})


def _told(kept: Iterable[dict[str, str]]) -> tuple[Added, ...]:
    names = {plan.digest: plan.name for plan in reports()}
    found = (json.loads(one["text"]) for one in kept)
    return tuple(
        sorted(
            (
                Added(names.get(t["plan"], ""), t["period"], t["office"], t["edition"])
                for t in found
            ),
            key=lambda added: (added.report, added.period, sort_key(added.office)),
        )
    )


def _read(content: bytes) -> tuple[ReportPlan, Package, bytes]:
    """Read a document of counts; NotCounts for any other, NotThisPlan for a plan we lack."""
    try:
        told = json.loads(content)
        digest, period = told["plan"], str(told["period"])
    except (ValueError, KeyError, TypeError, RecursionError) as cause:
        raise NotCounts from cause
    plan = next((plan for plan in reports() if plan.digest == digest), None)
    if plan is None:
        raise NotThisPlan
    if period != span_of(parse_period(period, Calendar(plan.calendar)).code):
        raise NotThisPlan
    return plan, unpacked(content, plan, period), content


def handed_as(plan: ReportPlan, span: str) -> str:
    """Return the name under which it is kept that counts were handed out."""
    return f"{plan.digest}/{plan.unit.value}/{plan.calendar}/{span}"


def _overlaps(plan: ReportPlan, period: str, name: str) -> bool:
    """Tell whether people of a period were handed out under a name."""
    _, unit, calendar, span = name.split("/")
    ours = parse_period(period, Calendar(plan.calendar))
    theirs = parse_period(span, Calendar(calendar))
    return unit == plan.unit.value and _meet(ours, theirs)


def _meet(ours: Period, theirs: Period) -> bool:
    return ours.first <= theirs.last and theirs.first <= ours.last


def _refuse_published(ledger: Ledger, plan: ReportPlan, span: str, office: str) -> None:
    """Refuse what could not be rounded around what the office has released of its people.

    Its list of releases goes with the counts, so whoever adds them joins it first.
    """
    ours = parse_period(span, Calendar(plan.calendar))
    for line in ledger.lines:
        if line.state is not State.FROZEN or line.unit != plan.unit.value or line.is_elsewhere:
            continue
        if line.plan_digest == plan.digest and line.offices == (office,):
            continue
        theirs = line.days
        if ours.first <= theirs.last and theirs.first <= ours.last:
            raise PublishedHere
