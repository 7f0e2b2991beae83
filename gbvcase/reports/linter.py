"""What a plan must be like before anybody is counted for it (rules R3 to R5)."""

from collections.abc import Iterable, Mapping

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.dimension import MEMBER
from gbvcase.reports.joins import cycle
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.layout import number_of_cells
from gbvcase.reports.population import EXCLUDED, QUARTER
from gbvcase.reports.tables import Dimension, Plan

BASES = (5, 10)
RESERVED = frozenset({PERIOD, EXCLUDED, QUARTER, MEMBER, "person"})
"""What else is said of those who are counted: no characteristic has such a name."""

MOST_CELLS = 20_000
MOST_CROSSED = 3
SENSITIVE_WITH_PLACE = frozenset(
    {"gbv_type", "age_band", "disability", "ethnic_group", "perpetrator", "form_physical",
     "form_mental", "form_sexual", "form_economic", "vulnerability", "context"}
)  # fmt: skip
COUNTED_ONE_WAY = (
    frozenset({"age_band", "age_group"}),
    frozenset({"area", "wide_area"}),
)
"""Characteristics that say the same in other bands: in one plan they would be two roundings."""

PLACE_LEAST = {5: 20, 10: 50}
"""Cases a year that an area must have on average where a plan names it, by the plan's base."""


class UnsafePlan(GbvcaseError):
    """A plan that no release may be made for; the reasons are for whoever wrote it."""

    sentence = mark("The report {name} cannot be used: {reasons}")

    def __init__(self, name: str, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(name=name, reasons="; ".join(self.reasons))


def check_plan(plan: Plan, sizes: Mapping[str, int], cases_per_commune: float) -> None:
    """Raise UnsafePlan unless the plan keeps the rules; `sizes` are communes in each area."""
    if reasons := tuple(faults(plan, sizes, cases_per_commune)):
        raise UnsafePlan(plan.name, reasons)


def faults(plan: Plan, sizes: Mapping[str, int], cases_per_commune: float) -> Iterable[str]:
    """Yield what is wrong with a plan, in words for whoever writes plans."""
    if plan.base not in BASES:
        yield "the base must be 5 or 10"
    if plan.base < plan.threshold:
        yield "the base must not be smaller than the threshold"
    for dimension in plan.dimensions:
        yield from _dimension_faults(dimension)
    for table in plan.tables:
        places = [d for d in table if plan.dimension[d].place]
        others = [d for d in table if not plan.dimension[d].place]
        if not places and len(table) > MOST_CROSSED:
            yield f"{'-'.join(table)}: at most three characteristics are crossed"
        if places and len(others) > 1:
            yield f"{'-'.join(table)}: only one characteristic is crossed with place"
        crossed = any(identifies(plan.dimension[other]) for other in others)
        if places and plan.base < max(BASES) and crossed:
            yield f"{'-'.join(table)}: this is crossed with place only where the base is 10"
        for place in places:
            yield from _place_faults(plan, place, crossed, sizes, cases_per_commune)
    for same in COUNTED_ONE_WAY:
        if len(same.intersection(plan.dimension)) > 1:
            yield f"{', '.join(sorted(same))}: the same thing is counted in one way only"
    if named := cycle(plan):
        yield f"the tables of {', '.join(named)} form a cycle"
    if number_of_cells(plan, "2001") > MOST_CELLS:
        yield "there are more than 20,000 cells in a year"


def identifies(dimension: Dimension) -> bool:
    """Tell whether a characteristic says too much where it is crossed with a small place."""
    return dimension.sensitive or dimension.name in SENSITIVE_WITH_PLACE


def _dimension_faults(dimension: Dimension) -> Iterable[str]:
    if dimension.name in RESERVED or not dimension.name.isidentifier():
        yield f"{dimension.name}: a characteristic cannot have this name"
    parts = [part for some in dimension.tree.values() for part in some]
    if len(parts) != len(set(parts)) or set(dimension.tree) - {"", *parts}:
        yield f"{dimension.name}: a code must be part of exactly one other"
    if not dimension.tree.get("") or any(len(some) == 0 for some in dimension.tree.values()):
        yield f"{dimension.name}: there are no codes"
    unread = set(dimension.folds.values()) - set(dimension.leaves)
    if unread:
        yield f"{dimension.name}: answers are read as codes that are not in the tree"


def _place_faults(
    plan: Plan, place: str, crossed: bool, sizes: Mapping[str, int], cases_per_commune: float
) -> Iterable[str]:
    least = PLACE_LEAST[10] if crossed else PLACE_LEAST[5]
    for area in plan.dimension[place].leaves:
        if area not in sizes:
            continue  # outside the province, or not known
        if sizes[area] < 2:  # noqa: PLR2004 - a single commune is not an area
            yield f"{area}: an area has at least two communes"
        if sizes[area] * cases_per_commune < least:
            yield f"{area}: an area needs {least} cases a year on average"
