"""Counts of another cut: over all the time that facts tie together, or without some tables."""

from gbvcase.reports.facts import Facts
from gbvcase.reports.lattice import atoms
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.protection import Published
from gbvcase.reports.tables import Counts, Finest, Leaf


def spanning(counts: Counts, ledger: Ledger, facts: Facts) -> Counts:
    """Return the counts of all the time that facts tie together with a period, as far as frozen.

    What hangs together is attacked together: a year and three of its quarters tell the fourth.
    """
    plan, truth = counts.plan, ledger.truth(counts.plan)
    span, _ = facts.about(counts.period)
    others = [atom for atom in atoms(span) if atom not in atoms(counts.period)]
    if not others or any(atom not in truth for atom in others):
        return counts
    finest: Finest = {
        table: dict(counts.finest[table])
        | {leaf: n for atom in others for leaf, n in truth[atom].get(table, {}).items()}
        for table in plan.all_tables
    }
    return Counts(plan, span, finest, counts.people)


def shortened(counts: Counts, published: Published) -> Counts:
    """Return the counts without the tables for which no rounding was found."""
    if not published.dropped:
        return counts
    numbers = dict(counts.finest)
    names = {table: set(table) for table in numbers}
    for table in published.plan.tables:
        if table not in numbers:
            source = next(t for t, some in names.items() if set(table) <= some)
            places = [*(source.index(d) for d in table), -1]
            face: dict[Leaf, int] = {}
            for leaf, number in counts.finest[source].items():
                short = tuple(leaf[place] for place in places)
                face[short] = face.get(short, 0) + number
            numbers[table] = face
    finest = {table: numbers[table] for table in published.plan.all_tables}
    return Counts(published.plan, counts.period, finest, counts.people)
