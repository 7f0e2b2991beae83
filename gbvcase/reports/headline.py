"""The few large figures that are exact: totals and one characteristic of the whole province."""

from dataclasses import replace

from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.protection import Figure, Published, Status, everybody
from gbvcase.reports.tables import Counts, Key, Table, key


def with_headline(published: Published, counts: Counts, period: str) -> Published:
    """Add the exact figures that a plan names, line by line, where all of a line are large.

    A figure is large if it is nought or at least twice the threshold, and what it leaves of the
    total is so too. If one of a line is not, the whole line stays rounded.
    """
    if period in published.few:
        return published
    figures: dict[Key, Figure] = {}
    for table in counts.plan.headline:
        line = _line(counts, table, period)
        whole = counts.cells[everybody(period)]
        least = 2 * counts.plan.threshold
        if all(_is_large(counts.cells[cell], whole, least) for cell in line):
            for cell in line:
                number = counts.cells[cell]
                figures[cell] = Figure(number, number, number, Status.EXACT)
    return replace(published, headline=figures)


def _line(counts: Counts, table: Table, period: str) -> tuple[Key, ...]:
    """Return the cells of a headline table: the total, or the coarsest codes."""
    if not table:
        return (everybody(period),)
    (name,) = table
    codes = counts.plan.dimension[name].tree[""]
    return tuple(key([(name, code), (PERIOD, period)]) for code in codes)


def _is_large(number: int, whole: int, least: int) -> bool:
    return all(n == 0 or n >= least for n in (number, whole - number))
