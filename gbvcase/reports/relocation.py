"""Moving imagined people one at a time: into a cell or out of it, with as little else as possible.

Where totals are known exactly nobody may be added. Then one person gets another characteristic, or
two exchange theirs, which leaves every total of a single characteristic as it was.
"""

from collections.abc import Iterator, Mapping, Sequence

from gbvcase.reports.lattice import PERIOD, atoms
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.registers import Chooser, Kind, World
from gbvcase.reports.tables import Key

MOST = 40  # candidates of each sort


def moves(
    world: World, people: Mapping[Kind, int], cell: Key, choose: Chooser, *, into: bool
) -> Iterator[dict[Kind, int]]:
    """Yield changes that bring one person more into a cell, or one fewer."""
    wanted = {name: frozenset(_leaves(world, name, code)) for name, code in cell}
    if EXCLUDED in wanted:
        return
    known = [(kind, dict(kind)) for kind, number in people.items() if number]
    known = [(kind, codes) for kind, codes in known if EXCLUDED not in codes]
    turn = int(choose(tuple(str(n) for n in range(len(known))))) if known else 0
    known = known[turn:] + known[:turn]  # begin somewhere else each time
    for name, codes_in in wanted.items():
        rest = {other: codes for other, codes in wanted.items() if other != name}
        matching = [pair for pair in known if _matches(pair[1], rest)]
        movers = [pair for pair in matching if (pair[1][name] in codes_in) != into]
        others = [pair for pair in known if not _matches(pair[1], rest)]
        others = [pair for pair in others if (pair[1][name] in codes_in) == into]
        yield from _altered(world, movers[:MOST], name, codes_in, choose, into=into)
        yield from _exchanged(movers[:MOST], others[:MOST], name)


def _altered(  # noqa: PLR0913 - who, of what, into which codes
    world: World,
    movers: Sequence[tuple[Kind, Mapping[str, str]]],
    name: str,
    codes_in: frozenset[str],
    choose: Chooser,
    *,
    into: bool,
) -> Iterator[dict[Kind, int]]:
    """Yield people who get another code of one characteristic."""
    every = _leaves(world, name, "")
    goals = tuple(code for code in every if (code in codes_in) == into)
    for kind, codes in movers if goals else ():
        yield {kind: -1, _with(codes, name, choose(goals)): 1}


def _exchanged(
    movers: Sequence[tuple[Kind, Mapping[str, str]]],
    others: Sequence[tuple[Kind, Mapping[str, str]]],
    name: str,
) -> Iterator[dict[Kind, int]]:
    """Yield pairs of people who exchange one characteristic."""
    for position, (kind, codes) in enumerate(movers):
        for other, theirs in (*others[position:], *others[:position])[:4]:
            if name != PERIOD and codes[PERIOD] != theirs[PERIOD]:
                continue
            change: dict[Kind, int] = {}
            for changed, number in (
                (kind, -1),
                (other, -1),
                (_with(codes, name, theirs[name]), 1),
                (_with(theirs, name, codes[name]), 1),
            ):
                change[changed] = change.get(changed, 0) + number
            yield {changed: number for changed, number in change.items() if number}


def _leaves(world: World, name: str, code: str) -> tuple[str, ...]:
    if name == PERIOD:
        return atoms(code or world.span)
    if name == EXCLUDED:
        return (code,)
    return world.wide.dimension[name].leaves_of[code]


def _matches(codes: Mapping[str, str], wanted: Mapping[str, frozenset[str]]) -> bool:
    return all(codes[name] in some for name, some in wanted.items())


def _with(codes: Mapping[str, str], name: str, code: str) -> Kind:
    return tuple(sorted({**codes, name: code}.items()))
