"""What follows from what among the answers: a reader knows it, so it is part of every attack.

Whoever has an answer of which another follows has that one too. Two characteristics that say the
same, or one of which is a part of the other, would otherwise be two roundings of the same people:
"5" prosecuted beside "≤ 4" with a criminal measure would be one to four.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from gbvcase.reports.dimension import Implied, Pattern
from gbvcase.reports.lattice import PERIOD, parts
from gbvcase.reports.layout import MOST_LAID_OUT
from gbvcase.reports.tables import Counts, Key, Plan, key

if TYPE_CHECKING:
    from gbvcase.reports.registers import Chooser

TURNS = 12
Terms = tuple[tuple[Key, int], ...]


@lru_cache(maxsize=MOST_LAID_OUT)
def implied_sums(plan: Plan, span: str) -> tuple[Terms, ...]:
    """Return what follows from what, as weighted sums of finest cells that are never negative."""
    found = [terms for rule in plan.implied for terms in _sums_of(plan, rule, span)]
    return tuple(dict.fromkeys(found))


def without_exceptions(counts: Counts) -> Counts:
    """Return the same counts under a plan without the rules to which they have exceptions.

    Counts of an earlier version, or of another office, may have some; what is not so tells nothing.
    """
    plan = counts.plan
    kept = tuple(
        rule
        for rule in plan.implied
        if all(
            sum(weight * counts.cells[cell] for cell, weight in terms) >= 0
            for terms in _sums_of(plan, rule, counts.period)
        )
    )
    return counts if kept == plan.implied else replace(counts, plan=replace(plan, implied=kept))


def _sums_of(plan: Plan, rule: Implied, span: str) -> Iterator[Terms]:
    patterns = (*rule.some, *rule.within)
    named = {name for pattern in patterns for name, _ in pattern}
    if not named <= set(plan.dimension):
        return
    beside = [
        {frozenset(table) - named for table in plan.tables if {n for n, _ in pattern} <= set(table)}
        for pattern in patterns
    ]
    times = [
        {
            time
            for table in plan.tables
            if {name for name, _ in pattern} <= set(table)
            for time in plan.times(table, span)
        }
        for pattern in patterns
    ]
    for others in _shared(beside):
        names = sorted(others)
        for time in _finest(set.intersection(*times)):
            for codes in product(*(plan.dimension[name].leaves for name in names)):
                rest = (*zip(names, codes, strict=True), (PERIOD, time))
                weights: dict[Key, int] = {}
                for some, sign in ((rule.within, 1), (rule.some, -1)):
                    for pattern in some:
                        cell = key((*pattern, *rest))
                        weights[cell] = weights.get(cell, 0) + sign
                yield tuple((cell, weight) for cell, weight in weights.items() if weight)


def _shared(sets: Sequence[set[frozenset[str]]]) -> list[frozenset[str]]:
    """Return the largest sets that lie in one of each of several."""
    found = {frozenset.intersection(*way) for way in product(*sets)}
    return [some for some in found if not any(some < other for other in found)]


def _finest(times: set[str]) -> list[str]:
    return sorted(time for time in times if not times.intersection(parts(time)))


def possible(
    plan: Plan, codes: Mapping[str, str], given: Mapping[str, str], choose: "Chooser"
) -> dict[str, str]:
    """Return the codes of a kind of which there can be people, changed where they are not given."""
    found = dict(codes)
    for _ in range(TURNS):
        broken = next((rule for rule in plan.implied if not _holds(plan, rule, found)), None)
        if broken is None:
            break
        free = [
            name
            for name in dict.fromkeys(n for p in (*broken.within, *broken.some) for n, _ in p)
            if name in found and name not in given
        ]
        ways = [
            {**found, **dict(zip(some, told, strict=True))}
            for size in (1, 2)
            for some in combinations(free, size)
            for told in product(*(plan.dimension[name].leaves for name in some))
        ]
        good = [way for way in ways if _holds(plan, broken, way)]
        if not good:
            break
        found = good[int(choose(tuple(map(str, range(len(good))))))]
    return found


def _holds(plan: Plan, rule: Implied, codes: Mapping[str, str]) -> bool:
    def fit(patterns: tuple[Pattern, ...]) -> int:
        return sum(
            all(
                name in codes and code in plan.dimension[name].above[codes[name]]
                for name, code in p
            )
            for p in patterns
        )

    return fit(rule.some) <= fit(rule.within)
