"""How the tables of a plan hang together: whether people can be imagined that fit all of them.

Tables whose sets of characteristics form an acyclic hypergraph are *decomposable*: whole numbers
that agree on every common margin are then the numbers of some register, and one can be built.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from gbvcase.reports.lattice import atoms, parts, year_of
from gbvcase.reports.layout import MOST_LAID_OUT, key_maker
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.tables import Key, Leaf, Plan, Table

YEAR, QUARTER = "the year", "the quarter"
"""Time among the characteristics: names that no characteristic of a plan can have."""

Edge = frozenset[str]


def edges_of(plan: Plan, tables: Iterable[Table]) -> dict[Edge, Table]:
    """Return the characteristics of each table, time among them: places know the year only."""
    edges = {}
    for table in tables:
        time = {YEAR, QUARTER} if plan.knows_quarters(table) else {YEAR}
        edges[frozenset(table) | time] = table
    return edges


def reduced(edges: Iterable[Edge]) -> tuple[list[Edge], set[Edge]]:
    """Take ears off until none is left: the ears in order, and what remains of a cycle."""
    left = dict.fromkeys(edges)
    order: list[Edge] = []
    while left:
        for edge in left:
            others = [other for other in left if other is not edge]
            shared = {name for name in edge if any(name in other for other in others)}
            if not others or any(shared <= other for other in others):
                order.append(edge)
                del left[edge]
                break
        else:
            break
    return order, set(left)


def cycle(plan: Plan) -> tuple[str, ...]:
    """Return the characteristics that form a cycle of tables; none if the plan is decomposable."""
    _, rest = reduced(edges_of(plan, plan.tables))
    while True:  # leave out of the answer what hangs on the cycle only
        count: dict[str, int] = defaultdict(int)
        for edge in rest:
            for name in edge:
                count[name] += 1
        slim = {frozenset(n for n in edge if count[n] > 1) for edge in rest}
        slim = {e for e in slim if not any(e < other for other in slim)}
        if slim == rest:
            return tuple(sorted({n for e in rest for n in e} - {YEAR, QUARTER}))
        rest = slim


def covered(plan: Plan) -> tuple[Table, ...]:
    """Return tables that are decomposable and contain all of the plan's: its own if they are."""
    tables = list(plan.tables)
    while True:
        edges = edges_of(plan, tables)
        _, rest = reduced(edges)
        if not rest:
            return tuple(tables)
        names = sorted({name for edge in rest for name in edges[edge]})
        tables = [t for t in tables if not set(t) <= set(names)] + [tuple(names)]


def register(plan: Plan, cells: Mapping[Key, int], period: str) -> dict[Leaf, int] | None:
    """Return people (kinds, with how many) whose counts are these cells; None if there are none.

    A kind has a code for each dimension of the plan and a quarter, as in `tables.of_kinds`.
    """
    edges = edges_of(plan, (table for table in plan.tables if plan.times(table, period)))
    order, rest = reduced(edges)
    if rest:
        return None
    units: list[dict[str, str]] = []
    known: set[str] = set()
    for position, edge in enumerate(reversed(order)):
        rows = _rows(plan, edges[edge], cells, period)
        if rows is None:
            return None
        shared = sorted(edge & known)
        if position == 0:
            units = rows
        else:
            waiting: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
            for row in rows:
                waiting[tuple(row[name] for name in shared)].append(row)
            for unit in units:
                group = waiting[tuple(unit[name] for name in shared)]
                if not group:
                    return None
                unit.update(group.pop())
            if any(waiting.values()):
                return None
        known |= edge
    kinds: dict[Leaf, int] = defaultdict(int)
    for unit in units:
        quarter = unit.get(QUARTER) or atoms(unit[YEAR])[0]
        kinds[*(unit.get(d.name, d.leaves[0]) for d in plan.dimensions), quarter] += 1
    return dict(kinds)


def _rows(
    plan: Plan, table: Table, cells: Mapping[Key, int], period: str
) -> list[dict[str, str]] | None:
    """Return a row for each person of a table's finest cells; None if a cell is negative."""
    rows: list[dict[str, str]] = []
    for cell, known in _finest(plan, table, period):
        if number := cells[cell]:
            if number < 0:
                return None
            rows.extend(dict(known) for _ in range(number))
    return rows


@lru_cache(maxsize=MOST_LAID_OUT * 16)
def _finest(plan: Plan, table: Table, period: str) -> tuple[tuple[Key, dict[str, str]], ...]:
    """Return the finest cells of a table with what is known of whoever is counted in each."""
    found = []
    times, made = plan.times(table, period), key_maker(table)
    knows_quarters = plan.knows_quarters(table)
    for time in (t for t in times if not any(part in times for part in parts(t))):
        for leaf in leaves_of(plan, table):
            known = dict(zip(table, leaf, strict=True)) | {YEAR: year_of(time)}
            if knows_quarters:
                known[QUARTER] = atoms(time)[0]
            found.append((made(leaf, time), known))
    return tuple(found)


def leaves_of(plan: Plan, table: Table) -> Iterable[Leaf]:
    """Yield the finest combinations of codes of a table."""
    found: list[Leaf] = [()]
    for name in table:
        codes = plan.exclusions if name == EXCLUDED else plan.dimension[name].leaves
        found = [(*leaf, code) for leaf in found for code in codes]
    return found
