"""Closed quarters: what was frozen stands, and what came too late is counted with the next."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.lattice import PERIOD, Level, atoms, level, within
from gbvcase.reports.layout import NotASum
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.protection import FEWEST
from gbvcase.reports.tables import Counts, Finest, Key, Leaf, Plan, Table, key

LATE = "late"
UNDATED = "no_date"
PROGRAMME_YEARS = 5


class ChangedSince(GbvcaseError):
    """New tables for a closed period whose records are no longer those that were counted."""

    sentence = mark(
        "Records of this period were changed after it was closed. "
        "Tables that were not counted then cannot be made any more."
    )


def settled(counts: Counts, ledger: Ledger) -> Counts:
    """Put the frozen counts of closed quarters in place of today's.

    What was entered or changed after closing does not move a closed quarter; how many more there
    are now is counted with what was left out of the last quarter. Things without a date belong to
    no period: they count, once, in the first quarter that is closed after they were entered.
    """
    plan, truth = counts.plan, ledger.truth(counts.plan)
    closed = [atom for atom in atoms(counts.period) if atom in truth]
    fresh = [atom for atom in atoms(counts.period) if atom not in truth]
    finest: dict[Table, dict[Leaf, int]] = {}
    for table in plan.all_tables:
        now = counts.finest[table]
        kept = finest[table] = {leaf: n for leaf, n in now.items() if leaf[-1] not in closed}
        for atom in closed:
            # a table that is released later than the quarter was closed is counted today
            today = {leaf: n for leaf, n in now.items() if leaf[-1] == atom}
            kept |= truth[atom].get(table, today)
    if plan.exclusions and fresh:
        out, told = finest[EXCLUDED,], Counter[str]()
        for atom, tables in truth.items():
            for (reason, _), number in tables.get((EXCLUDED,), {}).items():
                if reason == UNDATED or atom in closed:
                    told[reason] += number
        undated = sum(n for leaf, n in counts.finest[EXCLUDED,].items() if leaf[0] == UNDATED)
        for atom in fresh:
            out.pop((UNDATED, atom), None)
        more = _total(counts.finest, closed) - _total(finest, closed)
        for reason, number in ((UNDATED, undated), (LATE, more)):
            if reason in plan.exclusions and number > told[reason]:
                out[reason, fresh[-1]] = number - told[reason]
    people = dict(counts.people)
    for time in _known_to_be_ten(ledger, counts):
        people[time] = max(people.get(time, 0), FEWEST)
    settled_counts = Counts(plan, counts.period, finest, people)
    try:
        _ = settled_counts.cells
    except NotASum as cause:
        raise ChangedSince from cause
    return settled_counts


def _known_to_be_ten(ledger: Ledger, counts: Counts) -> set[str]:
    """Return the periods that contain a released one with ten people or more: so many have they."""
    shown = {line.period for line in ledger.of(counts.plan) if line.figures and not line.few}
    return {time for time in within(counts.period) if shown.intersection(within(time))}


def _total(finest: Finest, quarters: Iterable[str]) -> int:
    """Return how many are counted in some quarters."""
    some = set(quarters)
    numbers = next(numbers for table, numbers in finest.items() if table != (EXCLUDED,))
    return sum(n for leaf, n in numbers.items() if leaf[-1] in some)


def earlier(counts: Counts, ledger: Ledger) -> dict[Key, tuple[int, int]]:
    """Return what was shown and what was true before a period, for each of its cells.

    Within a year these are its earlier quarters, for a year the earlier ones of the same five:
    programmes run from a year that ends in 1 or 6.
    """
    truth, frozen = ledger.truth(counts.plan), ledger.frozen(counts.plan)
    now, year = level(counts.period), int(counts.period[:4])
    if now is Level.PROGRAMME:
        return {}
    if now is Level.YEAR:
        years = (str(one) for one in range(year - (year - 1) % PROGRAMME_YEARS, year))
        before = [one for one in years if all(atom in truth for atom in atoms(one))]
    else:
        first = atoms(counts.period)[0]
        before = [atom for atom in atoms(str(year)) if atom in truth and atom < first]
    found: dict[Key, tuple[int, int]] = {}
    for period in before:
        finest: dict[Table, dict[Leaf, int]] = {
            table: {
                leaf: n for atom in atoms(period) for leaf, n in truth[atom].get(table, {}).items()
            }
            for table in counts.plan.all_tables
        }
        plan = _counted_then(counts.plan, finest)
        for cell, true in Counts(plan, period, finest).cells.items():
            if cell in frozen and (PERIOD, period) in cell:
                here = key((*(p for p in cell if p[0] != PERIOD), (PERIOD, counts.period)))
                shown, so_far = found.get(here, (0, 0))
                found[here] = (shown + frozen[cell].value, so_far + true)
    return found


def _counted_then(plan: Plan, finest: Finest) -> Plan:
    """Return a plan with those of its tables that were counted: the others came later.

    Every table has everybody, so one with fewer people was not there for all of the period.
    """
    people = {table: sum(finest[table].values()) for table in plan.tables}
    most = max(people.values(), default=0)
    return replace(plan, tables=tuple(table for table in plan.tables if people[table] == most))
