"""What a later release tells beside the corrections that were released before it.

Who has kept both editions of a year knows what changed between them. A release that comes later
and shares a quarter with that year is attacked with all of it.
"""

from collections.abc import Mapping
from dataclasses import replace

from gbvcase.reports.audit import attack
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
from gbvcase.reports.facts import FIRST, Facts
from gbvcase.reports.joins import register
from gbvcase.reports.lattice import atoms, overlap
from gbvcase.reports.ledger import Ledger, Line, State
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.proofs import NotDecided, check
from gbvcase.reports.solving import Progress, unheard
from gbvcase.reports.tables import Counts, Key, Leaf, Plan, Table, key

Truth = Mapping[Table, Mapping[Leaf, int]]


def check_editions(
    ledger: Ledger, counts: Counts, facts: Facts, progress: Progress = unheard
) -> None:
    """Attack facts about a period together with every correction that shares a quarter with it.

    Raise Disclosed or NotDecided; return at once where nothing was corrected.
    """
    plan = counts.plan
    span, _ = facts.about(counts.period)
    corrections = [line for line in _corrections(ledger, plan) if overlap(line.period, span)]
    if not corrections:
        return
    before = _first(ledger, counts, span)
    told = Facts((), _imagined(plan, span, facts.imagined))
    first = (f for f in facts.facts if not any(EXCLUDED in dict(cell) for cell, _ in f.terms))
    told |= in_editions(first, FIRST_EDITION)
    after = {table: dict(numbers) for table, numbers in before.items()}
    for line in corrections:
        told |= _told_by(line, before)
        for table, numbers in after.items():
            quarters = set(atoms(line.period))
            rest = {leaf: n for leaf, n in numbers.items() if leaf[-1] not in quarters}
            after[table] = rest | dict(line.truth.get(table, {}))
    kinds = [register(plan, Counts(plan, span, t).cells, span) for t in (before, after)]
    if None in kinds:
        raise NotDecided
    both, _ = differing(plan, kinds[0] or {}, kinds[1] or {}, span)
    check(attack(both, told, progress), told)


def _corrections(ledger: Ledger, plan: Plan) -> list[Line]:
    related = (plan.digest, *plan.extends)
    return [
        line
        for line in ledger.lines
        if line.edition != FIRST and line.state is State.FROZEN and line.plan_digest in related
    ]


def _first(ledger: Ledger, counts: Counts, span: str) -> dict[Table, dict[Leaf, int]]:
    """Return the true counts of a span as they were when each quarter was frozen."""
    truth, own = ledger.truth(counts.plan), set(atoms(counts.period))
    found: dict[Table, dict[Leaf, int]] = {}
    for table in counts.plan.all_tables:
        numbers = found[table] = dict(counts.finest.get(table, {}))
        for atom in set(atoms(span)) - own:
            numbers |= truth.get(atom, {}).get(table, {})
    return found


def _told_by(line: Line, before: Truth) -> Facts:
    """Return what the second edition of a year tells: its figures, and how much may differ."""
    facts = [f for f in line.facts() if not any(EXCLUDED in dict(cell) for cell, _ in f.terms)]
    quarters = set(atoms(line.period))
    if not line.truth:  # another member made it: how much differs is not known here
        raise NotDecided
    differ = max(
        _distance({leaf: n for leaf, n in numbers.items() if leaf[-1] in quarters}, line.truth[t])
        for t, numbers in before.items()
        if t != (EXCLUDED,) and t in line.truth
    )
    plain = [replace(fact, edition=FIRST) for fact in facts]
    return in_editions(plain, SECOND_EDITION) | at_most_differ(differ, line.period)


def _distance(one: Mapping[Leaf, int], other: Mapping[Leaf, int]) -> int:
    return sum(abs(one.get(leaf, 0) - other.get(leaf, 0)) for leaf in {*one, *other})


def _imagined(plan: Plan, span: str, figures: Mapping[Key, int]) -> dict[Key, int]:
    """Imagine that every record was kept: true of both editions where no figure changed."""
    wide = two_editions(plan)
    found = dict(Counts(wide, span, {table: {} for table in wide.tables}).cells)
    for cell in found:
        codes = dict(cell)
        if codes.pop(RECORD, KEPT) == KEPT:
            found[cell] = figures.get(key(codes.items()), 0)
    return found
