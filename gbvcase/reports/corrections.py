"""Correcting a year that was released: rarely, at province level, and so that nobody is found.

A figure changes only if it no longer holds, as few change as can be, and the attack is told how
many records differ. The first edition stays known: both are attacked together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.attempts import release_name
from gbvcase.reports.audit import attack
from gbvcase.reports.beside import known_beside
from gbvcase.reports.editions import (
    FIRST_EDITION,
    KEPT,
    RECORD,
    SECOND_EDITION,
    at_most_differ,
    differing,
    in_editions,
    two_editions,
)
from gbvcase.reports.facts import FIRST, Facts, fact_about
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.joins import register
from gbvcase.reports.lattice import PERIOD, Level, atoms, level
from gbvcase.reports.ledger import Ledger, State
from gbvcase.reports.members import members_of
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.proofs import check
from gbvcase.reports.protection import Figure, Manner, NothingFits
from gbvcase.reports.releases import Made, NoSuchRelease, Release
from gbvcase.reports.solving import Programme, Progress, unheard
from gbvcase.reports.tables import Answer, Counts, Finest, Key, Leaf, count, key

LEAST_RECORDS = 10
SECOND = "2"


class NoCorrection(GbvcaseError):
    """A correction that the rules do not allow."""

    sentence = mark(
        "A correction is released for a whole year, once a year, and only if at least 10 records "
        "differ. Otherwise the late records count in the next period."
    )


@dataclass(frozen=True, eq=False)
class _Change:
    """The counts of a year when it was frozen, and today's."""

    before: Counts
    after: Counts

    @property
    def records(self) -> int:
        """Return how many records differ, as far as the tables tell."""
        tables = (t for t in self.before.finest if t != (EXCLUDED,))
        return max(_distance(self.before.finest[t], self.after.finest[t]) for t in tables)


def _distance(one: Mapping[Leaf, int], other: Mapping[Leaf, int]) -> int:
    return sum(abs(one.get(leaf, 0) - other.get(leaf, 0)) for leaf in {*one, *other})


def correct(  # noqa: PLR0913 - what is corrected, by whom, and who listens
    ledger: Ledger,
    answers: Iterable[Answer],
    plan: ReportPlan,
    year: str,
    *,
    made: Made,
    progress: Progress = unheard,
) -> tuple[Ledger, Release]:
    """Count answers and release a second edition of a year, as `correct_counts` does."""
    counted = count(answers, plan, year)
    return correct_counts(ledger, counted, plan, year, made=made, progress=progress)


def correct_counts(  # noqa: PLR0913 - what is corrected, by whom, and who listens
    ledger: Ledger,
    counted: Counts,
    plan: ReportPlan,
    year: str,
    *,
    made: Made,
    progress: Progress = unheard,
) -> tuple[Ledger, Release]:
    """Release a second edition of a year; raise NoCorrection, Disclosed or NotDecided.

    The first edition is marked as replaced; what it told stays known.
    """
    name = release_name(plan, year, made.audience)
    line = ledger.release(name)
    if line is None:
        raise NoSuchRelease(name=name)
    if (
        level(year) is not Level.YEAR
        or plan.manner is not Manner.ROUND
        or any(
            other.edition != FIRST
            and (other.release == f"{name}-e2" or other.made_at[:4] == made.at[:4])
            for other in ledger.lines
        )
    ):
        raise NoCorrection
    if members_of(ledger, plan, year) is not None:
        raise NoCorrection  # who has the report of a member would see which office it was
    change = _Change(_frozen_counts(ledger, plan, year), counted)
    if change.records < LEAST_RECORDS:
        raise NoCorrection
    figures = corrected(change.after, line.figures, progress)
    facts, counts = _both_editions(ledger, plan, year, change, figures)
    check(attack(counts, facts, progress), facts)
    second = replace(
        line,
        release=f"{name}-e2",
        edition=SECOND,
        made_at=made.at,
        made_by=made.by,
        approved_by=made.approved_by,
        figures=figures,
        headline={},
        held={},
        truth=change.after.finest,  # a later release is attacked with what changed
        left_out=tuple(t.id for t in plan.shown if any(plan.dimension[r].place for r in t.rows)),
    )
    ledger = ledger.append(line.ended(State.SUPERSEDED, made.by, made.at)).append(second)
    return ledger, Release(plan.without(second.left_out), ledger.lines[-1])


def corrected(
    counts: Counts, shown: Mapping[Key, Figure], progress: Progress = unheard
) -> dict[Key, Figure]:
    """Fit figures to new counts, and change only those that no longer hold and as few as can be."""
    plan, year = counts.plan, counts.period
    places = {d.name for d in plan.dimensions if d.place}
    cells = [c for c in shown if places.isdisjoint(name for name, _ in c)]
    every = dict.fromkeys((*cells, *_needed(counts, cells)))
    programme = Programme()
    number: dict[Key, int] = {}
    for cell in every:
        true = counts.cells[cell]
        floor, rest = divmod(true, plan.base)
        old = shown[cell].value // plan.base if cell in shown else floor
        change = 0.0 if cell not in shown else 1.0 if old == floor else -1.0
        if old not in (floor, floor + (1 if rest else 0)):
            change = 0.0  # it no longer holds: either end is a change
        number[cell] = programme.variable(floor, floor + (1 if rest else 0), change)
        programme.offset += 1 - change * floor
    for whole, some in counts.sums:
        if whole in every and all(part in every for part in some):
            programme.row(0, [(number[whole], 1), *((number[part], -1) for part in some)], 0)
    found = programme.in_whole_numbers(progress, gap=0.0)
    if found is None:
        raise NothingFits
    figures = {}
    for cell in cells:
        value = found[number[cell]] * plan.base
        if abs(value - counts.cells[cell]) >= plan.base:
            raise NothingFits
        figures[cell] = Figure(value, max(0, value - plan.base + 1), value + plan.base - 1)
    assert all((PERIOD, year) in cell for cell in figures)
    return figures


def _needed(counts: Counts, cells: Iterable[Key]) -> list[Key]:
    """Return the cells of the same year that sums of shown cells also need."""
    known = set(cells)
    year = (PERIOD, counts.period)
    return [
        part
        for whole, some in counts.sums
        if whole in known and all(year in other for other in some)
        for part in some
        if part not in known
    ]


def _frozen_counts(ledger: Ledger, plan: ReportPlan, year: str) -> Counts:
    """Return the true counts of a year as they were when it was frozen."""
    truth = ledger.truth(plan)
    finest: Finest = {
        table: {
            leaf: number
            for atom in atoms(year)
            for leaf, number in truth[atom].get(table, {}).items()
        }
        for table in plan.all_tables
    }
    return Counts(plan, year, finest)


def _both_editions(
    ledger: Ledger, plan: ReportPlan, year: str, change: _Change, figures: Mapping[Key, Figure]
) -> tuple[Facts, Counts]:
    """Return what is known of both editions, and true counts that tell them apart."""
    known = ledger.facts(plan)
    left_out = [f for f in known.facts if any(EXCLUDED in dict(cell) for cell, _ in f.terms)]
    first = [f for f in known.facts if f not in left_out]
    new = [fact_about(c, f) for c, f in figures.items() if EXCLUDED not in dict(c)]
    before = register(plan, change.before.cells, year) or {}
    after = register(plan, change.after.cells, year) or {}
    counts, _ = differing(plan, before, after, year)
    told = Facts((), _imagined(plan, year, known.imagined))
    # and what reports of another unit tell, of either edition
    first += known_beside(ledger, change.before).beside
    new += known_beside(ledger, change.after).beside
    told |= in_editions(first, FIRST_EDITION) | in_editions(new, SECOND_EDITION)
    return told | at_most_differ(change.records, year), counts


def _imagined(plan: ReportPlan, year: str, figures: Mapping[Key, int]) -> dict[Key, int]:
    """Imagine that every record was kept: true of both editions where no figure changed."""
    wide = two_editions(plan)
    empty = Counts(wide, year, {table: {} for table in wide.tables}).cells
    found = dict(empty)
    for cell in empty:
        codes = dict(cell)
        if codes.pop(RECORD, KEPT) == KEPT:
            found[cell] = figures.get(key(codes.items()), 0)
    return found
