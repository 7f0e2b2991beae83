"""Publication areas: the smallest places a public table may name, proposed once and then fixed."""

from collections.abc import Mapping
from dataclasses import dataclass

from gbvcase.domain.codes import rows_of

LEAST_MEAN = 20
YEARS = 3


@dataclass(frozen=True)
class Area:
    """Neighbouring communes that are published as one."""

    former_province: str
    communes: tuple[str, ...]
    mean: float  # cases a year


def communes_of_gia_lai() -> tuple[tuple[str, str], ...]:
    """Return the communes with their former provinces, in the order of their codes."""
    rows = rows_of("gia-lai-communes.csv")
    return tuple(sorted((row["former_province_code"], row["code"]) for row in rows))


def proposed_areas(
    cases: Mapping[str, int], years: int = YEARS, least: float = LEAST_MEAN
) -> tuple[Area, ...]:
    """Join neighbouring communes until each area has enough cases a year; a person confirms it.

    Codes follow the old districts, so communes next to each other in code order are neighbours.
    What is left over at the end of a former province joins the area before it.
    """
    areas: list[Area] = []
    gathered: list[str] = []
    communes = communes_of_gia_lai()
    for position, (former, commune) in enumerate(communes):
        gathered.append(commune)
        mean = sum(cases.get(c, 0) for c in gathered) / years
        is_last = position + 1 == len(communes) or communes[position + 1][0] != former
        if mean >= least and len(gathered) > 1:
            areas.append(Area(former, tuple(gathered), mean))
            gathered = []
        if is_last and gathered:
            _join_rest(areas, former, gathered, cases, years)
            gathered = []
    return tuple(areas)


def _join_rest(
    areas: list[Area], former: str, rest: list[str], cases: Mapping[str, int], years: int
) -> None:
    """Add what is left of a former province to its last area, or make it one by itself."""
    before = areas.pop().communes if areas and areas[-1].former_province == former else ()
    communes = (*before, *rest)
    areas.append(Area(former, communes, sum(cases.get(c, 0) for c in communes) / years))
