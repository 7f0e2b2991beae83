"""The counts of many offices as they are gathered: file by file, who has sent, and who has not.

A file that cannot be taken does not stop the others; it says why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gbvcase.casework.counting import (
    HANDED,
    Added,
    add_counts,
    handed_as,
    kept_counts,
    periods_sent,
    told_by,
)
from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.casework.ledgers import Comparison, ledger_of, waiting
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.folding import text_key
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, NoSuchPeriod, Period, parse_period
from gbvcase.reports.counts_package import StrangeOffice
from gbvcase.reports.indicators import plan_named, reports
from gbvcase.reports.ledger import Audience, LedgerForked
from gbvcase.reports.ledger_copies import LedgerBehind
from gbvcase.reports.releases import span_of
from gbvcase.sealing.parcels import ParcelShut, ParcelTooHeavy, unseal
from gbvcase.vault.settings import read_setting

NOT_JOINED = (LedgerBehind, LedgerForked)
"""Why nothing is released before a person has joined two lists of releases."""


@dataclass(frozen=True)
class Parcel:
    """A sealed file that was chosen."""

    name: str
    content: bytes

    def __repr__(self) -> str:
        return "<Parcel>"


@dataclass(frozen=True)
class Refused:
    """A file that was not taken, and why."""

    parcel: Parcel
    reason: GbvcaseError
    office: str = ""  # from whom it says to be, if it could be opened

    @property
    def is_shut(self) -> bool:
        """Tell whether another password may open it."""
        return isinstance(self.reason, ParcelShut | ParcelTooHeavy)

    @property
    def is_strange(self) -> bool:
        """Tell whether it would be taken if its office were known."""
        return isinstance(self.reason, StrangeOffice)

    def said(self, say: Say) -> str:
        """Return which file it is, and why it was not taken."""
        text = say(mark("{file}: {reason}"))
        return text.format(file=self.parcel.name, reason=self.reason.said(say))


@dataclass(frozen=True)
class Taken:
    """What came of some files: what was taken, what was here already, what was refused."""

    new: tuple[Added, ...]
    same: tuple[Added, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class Sender:
    """An office whose counts are added, or are not here yet."""

    office: str
    period: Period
    edition: int  # 0 if nothing has come

    @property
    def is_missing(self) -> bool:
        """Tell whether its counts are still to come."""
        return self.edition == 0


@dataclass(frozen=True)
class Gathering:
    """Whose counts are here for a report and a period."""

    report: str
    period: Period  # that with which the one that was asked for is rounded
    senders: tuple[Sender, ...]
    handed_out: int  # the edition of this office's own counts that was handed out; 0 for none

    @property
    def here(self) -> tuple[Sender, ...]:
        """Return those that are added."""
        return tuple(one for one in self.senders if not one.is_missing)

    @property
    def missing(self) -> tuple[Sender, ...]:
        """Return those that have sent for another time and not for this one."""
        return tuple(one for one in self.senders if one.is_missing)


@dataclass(frozen=True)
class ListsHere:
    """How the list of releases of this office stands to those that others have shown."""

    lines: int
    ends: int
    waiting: tuple[Comparison, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing has to be joined before something is released."""
        return self.ends <= 1 and not self.waiting


def lists_here(desk: Desk) -> ListsHere:
    """Return how the list of releases stands; LedgerDamaged if a line of it was changed."""
    ledger = ledger_of(desk)
    lacking = tuple(one for one in waiting(desk) if one.missing)
    return ListsHere(len(ledger.lines), len(ledger.ends), lacking)


def release_said(name: str, say: Say) -> str:
    """Return what a release is by its name: the report and the period, as people call them."""
    for plan in reports():
        code = name.removeprefix(f"{plan.name}-").replace("-to-", "..")
        for audience in Audience:
            code = code.removesuffix(f"-{audience.value}")
        if name.startswith(f"{plan.name}-"):
            try:
                days = parse_period(code, Calendar(plan.calendar))
            except NoSuchPeriod:
                continue
            return f"{plan.said(say)}, {days.name(say)}"
    return name


def gathered(desk: Desk, report: str, period: str) -> Gathering:
    """Return whose counts are here for what is rounded with a period, and whose are not yet.

    An office is expected that has ever sent counts of this report. Raises NotAPeriod for days of
    which no counts travel.
    """
    plan = plan_named(report)
    span = span_of(period)
    calendar = Calendar(plan.calendar)
    kept = [one for one in kept_counts(desk) if one.report == report]
    editions = {(one.office, one.period): one.edition for one in kept}
    senders = tuple(
        Sender(office, Period(year, calendar), editions.get((office, year), 0))
        for office in sorted({one.office for one in kept}, key=text_key)
        for year in periods_sent(span)
    )
    with desk.vault.begin() as db:
        handed = read_setting(db, HANDED) or {}
    edition, _ = handed.get(handed_as(plan, span), (0, ""))
    return Gathering(report, Period(span, calendar), senders, edition)


def take_each(
    desk: Desk,
    parcels: Sequence[Parcel],
    password: str,
    *,
    known: Iterable[str] = (),
    progress: Progress = unheard,
) -> Taken:
    """Take in what can be taken of some sealed files; the others are given back with the reason.

    `known` are offices besides those of the directory. Nothing is taken if it is given up while
    the files are opened.
    """
    opened: list[tuple[Parcel, bytes]] = []
    refused: list[Refused] = []
    for number, parcel in enumerate(parcels):
        progress(number, len(parcels))
        try:
            opened.append((parcel, unseal(parcel.content, password)))
        except (ParcelShut, ParcelTooHeavy) as error:
            refused.append(Refused(parcel, error))
    progress(len(parcels), len(parcels))  # the last moment at which it can be given up
    new: list[Added] = []
    same: list[Added] = []
    offices = tuple(known)
    for parcel, content in opened:
        office = ""
        try:
            told = told_by(content)
            office = told.office
            before = kept_counts(desk)
            after = add_counts(desk, [content], offices)
        except GbvcaseError as error:
            refused.append(Refused(parcel, error, office))
            continue
        (same if after == before else new).append(told)
    return Taken(tuple(new), tuple(same), tuple(refused))
