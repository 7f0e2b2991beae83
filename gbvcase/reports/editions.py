"""Two editions of the same period: what the difference tells about the few records in it.

Each record was kept, removed or added. The first edition counts what was kept or removed, the
second what was kept or added; both are sums of cells of one wider plan, so that the attack needs
to know nothing else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gbvcase.reports.facts import Fact, Facts
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.tables import Counts, Dimension, Key, Leaf, Plan, key, of_kinds

RECORD = "record"
KEPT, REMOVED, ADDED = "kept", "removed", "added"
FIRST_EDITION, SECOND_EDITION = (KEPT, REMOVED), (KEPT, ADDED)


def two_editions(plan: Plan) -> Plan:
    """Return the plan in which each record is kept, removed or added."""
    record = Dimension(RECORD, {"": (KEPT, REMOVED, ADDED)})
    dimensions = tuple(sorted((*plan.dimensions, record), key=lambda d: d.name))
    tables = tuple(tuple(sorted((*table, RECORD))) for table in plan.tables)
    wide = replace(plan, dimensions=dimensions, tables=tables, exclusions=())
    # a plan with a layout would ask for names of the new characteristic: it is never shown
    return Plan(
        wide.name,
        wide.unit,
        wide.base,
        wide.threshold,
        dimensions,
        tables,
        digest=f"{plan.digest}+editions",
        levels=plan.levels,
        implied=plan.implied,
    )


def differing(
    plan: Plan, before: Mapping[Leaf, int], after: Mapping[Leaf, int], period: str
) -> tuple[Counts, int]:
    """Return the true counts of two editions, and how many records differ between them."""
    wide = two_editions(plan)
    place = [d.name for d in wide.dimensions].index(RECORD)
    kinds: dict[Leaf, int] = {}
    for kind in {*before, *after}:
        one, other = before.get(kind, 0), after.get(kind, 0)
        for state, number in (
            (KEPT, min(one, other)),
            (REMOVED, max(0, one - other)),
            (ADDED, max(0, other - one)),
        ):
            if number:
                kinds[*kind[:place], state, *kind[place:]] = number
    counts = of_kinds(wide, kinds, {}, period)
    return counts, sum(n for kind, n in kinds.items() if kind[place] != KEPT)


def in_editions(facts: Iterable[Fact], edition: tuple[str, str]) -> Facts:
    """Say facts about one edition as facts about the records of both."""
    return Facts(
        tuple(
            replace(
                fact,
                terms=tuple(
                    (key((*cell, (RECORD, state))), weight)
                    for cell, weight in fact.terms
                    for state in edition
                ),
            )
            for fact in facts
        )
    )


def at_most_differ(number: int, period: str) -> Facts:
    """Return the fact that not more than so many records differ; the attacker is told it."""
    terms: list[tuple[Key, int]] = [
        (key([(RECORD, state), (PERIOD, period)]), 1) for state in (REMOVED, ADDED)
    ]
    return Facts((Fact(tuple(terms), 0, number),))
