"""The cells of a plan and a period, laid out once, and how they add up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product
from math import prod

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.lattice import PERIOD, Level, level, parts
from gbvcase.reports.plan import Finest, Key, Leaf, Plan, Sum, Table
from gbvcase.reports.population import EXCLUDED

MOST_LAID_OUT = 16
"""Plans and periods whose cells are kept for the next count."""

_Maker = Callable[[Sequence[str], str], Key]


class NotASum(GbvcaseError):
    """Counts whose tables do not agree with each other."""

    sentence = mark("In these counts a total is not the sum of its parts. They cannot be used.")


def nodes(plan: Plan, table: Table) -> list[tuple[str, ...]]:
    """Return the codes of each dimension of a table; the left-out have no total."""
    return [plan.exclusions if d == EXCLUDED else plan.dimension[d].codes for d in table]


def keys_of(plan: Plan, period: str) -> tuple[Key, ...]:
    """Return every cell of a plan and period once, in a fixed order."""
    return laid_out(plan, period).keys


def keys_above(plan: Plan, table: Table, leaf: Leaf, atom: str, period: str) -> Iterable[Key]:
    """Yield the cells of a table that contain one of its finest cells."""
    chains = [(c,) if d == EXCLUDED else plan.dimension[d].above[c] for d, c in _pairs(table, leaf)]
    made, times = key_maker(table), plan.chain(table, period, atom)
    for codes in product(*chains):
        for time in times:
            yield made(codes, time)


def number_of_cells(plan: Plan, period: str) -> int:
    """Return how many cells a plan and period have, without laying them out."""
    times: dict[frozenset[str], set[str]] = {}  # of the cells that name just these characteristics
    for table in plan.all_tables:
        for size in range(len(table) + 1):
            for names in combinations(table, size):
                if (EXCLUDED in names) == (EXCLUDED in table):  # the left-out have no total
                    times.setdefault(frozenset(names), set()).update(plan.times(table, period))
    codes = {d.name: len(d.codes) - 1 for d in plan.dimensions}  # a total is not named
    codes[EXCLUDED] = len(plan.exclusions)
    return sum(len(some) * prod(map(codes.__getitem__, names)) for names, some in times.items())


def relations(plan: Plan, period: str) -> tuple[Sum, ...]:
    """Return how the cells of a plan and period add up, each relation once."""
    return laid_out(plan, period).sums


@lru_cache(maxsize=MOST_LAID_OUT)
def laid_out(plan: Plan, period: str) -> "Layout":
    """Return the cells of a plan and period and how they add up: worked out once."""
    keys: dict[Key, None] = {}
    sums: dict[Sum, None] = {}
    ranks: dict[Key, int] = {}
    same: dict[Key, Key] = {}  # a cell is kept once, however many sums and tables it is in
    for table in plan.all_tables:
        plainly = key_maker(table)

        def made(codes: Sequence[str], time: str, plainly: _Maker = plainly) -> Key:
            cell = plainly(codes, time)
            return same.setdefault(cell, cell)

        trees = [plan.dimension[d].tree if d != EXCLUDED else {} for d in table]
        depths = [depths_of(plan, d) for d in table]
        times = plan.times(table, period)
        for codes in product(*nodes(plan, table)):
            depth = sum(map(dict[str, int].__getitem__, depths, codes))
            for time in times:
                whole = made(codes, time)
                keys[whole] = None
                ranks[whole] = depth + list(Level).index(Level.PROGRAMME) - order_of(time)
            for place, tree in enumerate(trees):
                if some := tree.get(codes[place]):
                    finer = [(*codes[:place], code, *codes[place + 1 :]) for code in some]
                    for time in times:
                        sums[made(codes, time), tuple(made(one, time) for one in finer)] = None
            for time in times:
                if (some := parts(time)) and some[0] in times:
                    sums[made(codes, time), tuple(made(codes, part) for part in some)] = None
    return Layout(plan, period, tuple(keys), tuple(sums), ranks)


def order_of(time: str) -> int:
    """Return how fine a period is: nought for the finest."""
    return list(Level).index(level(time))


def depths_of(plan: Plan, dimension: str) -> dict[str, int]:
    """Return how deep each code of a characteristic lies in its tree."""
    if dimension == EXCLUDED:
        return dict.fromkeys(plan.exclusions, 0)
    return {code: len(above) - 1 for code, above in plan.dimension[dimension].above.items()}


def key_maker(table: Table) -> _Maker:
    """Return what makes the cell of some codes of a table and a period, the names in order."""
    names = (*table, PERIOD)
    order = sorted(range(len(names)), key=names.__getitem__)
    pair = [_Named(name) for name in names]

    def made(codes: Sequence[str], time: str) -> Key:
        said = (*codes, time)
        return tuple(pair[place][said[place]] for place in order if said[place])

    return made


class _Named(dict[str, tuple[str, str]]):
    """A characteristic with each of its codes, each pair kept once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, code: str) -> tuple[str, str]:
        pair = self[code] = (self._name, code)
        return pair


class Layout:
    """The cells of a plan and period by their places in a list, and how they add up."""

    def __init__(
        self,
        plan: Plan,
        period: str,
        keys: tuple[Key, ...],
        sums: tuple[Sum, ...],
        ranks: Mapping[Key, int],
    ) -> None:
        self.keys, self.sums = keys, sums
        self._plan, self._period = plan, period
        self.place = {cell: place for place, cell in enumerate(keys)}
        deepest = sorted(sums, key=lambda one: -ranks[one[0]])  # parts before what they make
        self._made: dict[int, tuple[int, ...]] = {}  # how each total is made
        self._same: list[tuple[int, tuple[int, ...]]] = []  # other ways that must give the same
        for whole, some in deepest:
            place, parts_of = self.place[whole], tuple(self.place[part] for part in some)
            if self._made.setdefault(place, parts_of) is not parts_of:
                self._same.append((place, parts_of))
        self._finest: dict[Table, dict[Leaf, int | None]] = {}

    def rolled_up(self, finest: Finest) -> list[int]:
        """Return the count of every cell; NotASum where tables do not agree with each other."""
        numbers = [0] * len(self.keys)
        told: list[tuple[int, int]] = []
        for table, leaves in finest.items():
            for place, number in self._placed(table, leaves).items():
                if place in self._made:
                    told.append((place, number))
                elif numbers[place] not in (0, number):
                    raise NotASum
                numbers[place] = number
        number_of = self.summed(numbers).__getitem__
        if any(numbers[place] != sum(map(number_of, some)) for place, some in self._same):
            raise NotASum
        if any(numbers[place] != number for place, number in told):
            raise NotASum
        return numbers

    def summed(self, numbers: list[int]) -> list[int]:
        """Work out all totals from the finest cells, in place; return the numbers."""
        number_of = numbers.__getitem__
        for place, some in self._made.items():
            numbers[place] = sum(map(number_of, some))
        return numbers

    def place_of(self, table: Table, leaf: Leaf) -> int | None:
        """Return the place of a finest cell of a table; None where this period has it not."""
        places = self._finest.setdefault(table, {})
        if leaf not in places:
            times = self._plan.chain(table, self._period, leaf[-1])
            cell = key_maker(table)(leaf[:-1], times[-1]) if times else None
            places[leaf] = None if cell is None else self.place[cell]
        return places[leaf]

    def _placed(self, table: Table, leaves: Mapping[Leaf, int]) -> dict[int, int]:
        """Return how many are in each of the finest cells of a table that this period has."""
        places = self._finest.setdefault(table, {})
        found: dict[int, int] = {}
        for leaf, number in leaves.items():
            place = places[leaf] if leaf in places else self.place_of(table, leaf)
            if place is not None:
                found[place] = found.get(place, 0) + number
        return found


def _pairs(table: Table, codes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(zip(table, codes, strict=True))
