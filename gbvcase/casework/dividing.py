"""The offices of a province in its reports: measured once, divided by a person, and then fixed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gbvcase.casework.counting import counted_here, offices_counted, received_of
from gbvcase.casework.desk import Desk
from gbvcase.casework.ledgers import ledger_of
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.folding import sort_key
from gbvcase.domain.marking import mark
from gbvcase.reports.attempts import release_name
from gbvcase.reports.division import (
    BY_OFFICE,
    REST,
    Division,
    NoSuchOffice,
    OfficesByYear,
    counted_at,
    divide,
    divided,
    plain_code,
    plan_of,
)
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.lattice import PERIOD, level
from gbvcase.reports.ledger import Audience, Kinship, Ledger, Line
from gbvcase.reports.linter import PLACE_LEAST, identifies
from gbvcase.reports.protection import FEWEST
from gbvcase.reports.tables import Counts, key
from gbvcase.vault.journal import write
from gbvcase.vault.settings import keep_setting, read_setting

__all__ = ["PLACE_LEAST", "Division", "NoSuchOffice"]

DIVISION = "counts.division"
YEARS = 3
MEASURED_BY = "incidents"


class NotDivided(GbvcaseError):
    """Figures by office before anybody has said which offices are shown."""

    sentence = mark(
        "It is not settled yet which offices reports show by themselves. Settle that first."
    )


class OfficesTooSmall(GbvcaseError):
    """A line of offices with too few cases to be shown."""

    sentence = mark(
        "“{name}” is too small for a line of its own: that needs at least {least} a year on "
        "average. Put it together with another office."
    )


class RestTooSmall(GbvcaseError):
    """Offices that are in no line, and are too few to be the rest."""

    sentence = mark(
        "The offices that are in no line are too small, even together: whoever takes all lines "
        "from the total would know them. Put them into a line, or leave out one more; they need at "
        "least {least} a year on average."
    )


class NobodyMeasured(GbvcaseError):
    """A division before any year of counts is here."""

    sentence = mark(
        "Which offices are large enough is measured by whole years. The counts of none are here."
    )


class FewOfOffice(GbvcaseError):
    """The report of an office with fewer than ten people."""

    sentence = mark(
        "In this period {name} has fewer than 10. It is counted in the report of all offices, and "
        "has none of its own."
    )


@dataclass(frozen=True)
class OfficeSize:
    """How many an office counted in each of the last whole years that are here."""

    office: str
    years: Mapping[str, int]

    @property
    def mean(self) -> float:
        """Return how many it counted a year."""
        return sum(self.years.values()) / len(self.years) if self.years else 0.0

    def as_json(self) -> dict[str, Any]:
        """Return what of it may be told: for what it is large enough, and no true count."""
        return {
            "office": self.office,
            "years": list(self.years),
            "line": self.mean >= PLACE_LEAST[5],
            "line_with_types": self.mean >= PLACE_LEAST[10],
        }


def sizes(desk: Desk, report: str = MEASURED_BY) -> tuple[OfficeSize, ...]:
    """Return how large each office is by the last three whole years of which counts are here."""
    plan, last = plan_named(report), desk.today().year - 1
    found: dict[str, dict[str, int]] = {}
    for year in (str(one) for one in range(last - YEARS + 1, last + 1)):
        whole = key([(PERIOD, year)])
        for office, counts in received_of(desk, plan, year).items():
            found.setdefault(office, {})[year] = counts.cells[whole]
        own = counted_here(desk, plan, year).cells[whole]
        if own or desk.unit in found:
            found.setdefault(desk.unit, {})[year] = own
    by_name = sorted(found.items(), key=lambda pair: sort_key(pair[0]))
    return tuple(OfficeSize(office, years) for office, years in by_name)


def division_of(desk: Desk) -> Division | None:
    """Return how offices are shown; None before that was settled."""
    with desk.vault.begin() as db:
        kept = read_setting(db, DIVISION)
    return Division.from_json(kept) if kept else None


def proposed(desk: Desk, report: str = MEASURED_BY) -> Division:
    """Return a division in which every office that is large enough has a line of its own.

    Raises NobodyMeasured where no whole year is here, or no office is large enough.
    """
    least = PLACE_LEAST[5]
    known = sorted(sizes(desk, report), key=lambda one: (one.mean, one.office))
    large = [one for one in known if one.mean >= least]
    small = sum(one.mean for one in known if one.mean < least)
    while large and 0 < small < least:
        small += large.pop(0).mean  # the smallest of the large ones hides the rest
    if not large:
        raise NobodyMeasured
    return Division({one.office: (one.office,) for one in sorted(large, key=lambda o: o.office)})


def keep_division(desk: Desk, division: Division, report: str = MEASURED_BY) -> Division:
    """Settle which offices reports show. What was released by an earlier division stays as it is.

    Raises NobodyMeasured, OfficesTooSmall or RestTooSmall.
    """
    means = {one.office: one.mean for one in sizes(desk, report)}
    if not means:
        raise NobodyMeasured
    least = PLACE_LEAST[5]
    measured = {name: sum(means.get(o, 0) for o in some) for name, some in division.units.items()}
    for name, number in measured.items():
        if number < least:
            raise OfficesTooSmall(name=name[:60], least=least)
    rest = sum(n for office, n in means.items() if office not in division.code_of)
    if 0 < rest < least:
        raise RestTooSmall(least=least)
    codes = {division.codes[name]: number for name, number in measured.items()}
    with desk.vault.begin() as db:
        keep_setting(db, DIVISION, division.as_json() | {"measured": codes})
        write(db, "counts.divide", "", desk.now(), lines=len(division.units))
    desk.vault.write_mark()
    return division


def plan_by_office(desk: Desk, plan: ReportPlan, period: str, only: str = "") -> ReportPlan:
    """Return a report with its figures by office, or that of one office.

    Raises NotDivided, OfficesByYear, NoSuchOffice, NotByOffice, or OfficesTooSmall where the report
    tells more of each office than such a small one may have told.
    """
    if level(period) not in BY_OFFICE:
        raise OfficesByYear
    with desk.vault.begin() as db:
        kept = read_setting(db, DIVISION)
    if not kept:
        raise NotDivided
    division = Division.from_json(kept)
    wide = divided(plan, division, only)
    crossed = [name for table in wide.shown if table.id.startswith("O") for name in table.columns]
    crossed += [name for table in wide.shown if only for name in table.rows]
    if any(identifies(wide.dimension[name]) for name in crossed):
        least = PLACE_LEAST[10]
        for name, code in division.codes.items():
            number = kept["measured"].get(code)
            if number is not None and number < least:
                raise OfficesTooSmall(name=name[:60], least=least)
    return wide


def divided_counts(counts: Counts, plan: ReportPlan, period: str) -> Counts:
    """Return counts for a plan, by office if it shows them; FewOfOffice where one has too few."""
    if not plan.division:
        return replace(counts, plan=plan)
    found = divide(counts, plan)
    if plan.only and found.cells[key((*plan.only, (PERIOD, period)))] < FEWEST:
        ((_, code),) = plan.only
        raise FewOfOffice(name=plan.dimension["office"].said(code, "vi")[:60])
    return found


def name_here(desk: Desk, plan: ReportPlan, period: str) -> str:
    """Return the name that a report of a period has here, if it was released or would be."""
    offices = offices_counted(desk, plan, period)
    named, line = released_before(
        ledger_of(desk), counted_at(plan, offices), period, Audience.PUBLIC, desk.unit
    )
    return line.release if line else release_name(named, period, Audience.PUBLIC)


def released_before(
    ledger: Ledger, plan: ReportPlan, period: str, audience: Audience, office: str
) -> tuple[ReportPlan, Line | None]:
    """Return the release of these people that was made before, if there is one.

    A release of one office by itself does not stand for all: where its name is taken by one, the
    plan is returned with a name of its own.
    """
    for name in (plan.name, f"{plan.name}-{plain_code(office)}"):
        named = replace(plan, name=name) if name != plan.name else plan
        line = ledger.newest(release_name(named, period, audience))
        if line is None:
            return named, None
        if line.kinship(plan.offices) not in (Kinship.INSIDE, Kinship.APART):
            if line.plan_digest not in (plan.digest, *plan.extends):
                return named, None
            return replace(plan_of(line) or named, offices=plan.offices), line
    return replace(plan, name=f"{plan.name}-{plain_code(office)}-{REST}"), None
