"""The periods that figures may leave for, and how they are made of each other.

A code names a period: ``2025-Q2``, ``2025-H1``, ``2025`` or ``2021..2025``. The quarter is the
smallest; months and free periods are for the office's own screen and have no parts here.
"""

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache

PERIOD = "period"
"""The name of time among the dimensions of a cell."""


class Level(Enum):
    """The kinds of period, from the finest."""

    OTHER = "other"  # a month, or days chosen by hand: never leaves the office
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    PROGRAMME = "programme"


_SHAPES = {
    Level.QUARTER: re.compile(r"(\d{4})-Q([1-4])"),
    Level.HALF: re.compile(r"(\d{4})-H([12])"),
    Level.YEAR: re.compile(r"(\d{4})"),
    Level.PROGRAMME: re.compile(r"(\d{4})\.\.(\d{4})"),
}


@cache
def level(code: str) -> Level:
    """Return what kind of period a code names."""
    for kind, shape in _SHAPES.items():
        if shape.fullmatch(code):
            return kind
    return Level.OTHER


@cache
def parts(code: str) -> tuple[str, ...]:
    """Return the next smaller periods of which a period is made; none for a quarter."""
    match level(code):
        case Level.PROGRAMME:
            first, last = code.split("..")
            return tuple(str(year) for year in range(int(first), int(last) + 1))
        case Level.YEAR:
            return (f"{code}-H1", f"{code}-H2")
        case Level.HALF:
            year, half = code[:4], int(code[-1])
            return (f"{year}-Q{2 * half - 1}", f"{year}-Q{2 * half}")
        case _:
            return ()


@cache
def within(code: str) -> tuple[str, ...]:
    """Return a period and all its parts, the largest first."""
    return (code, *(below for part in parts(code) for below in within(part)))


@cache
def atoms(code: str) -> tuple[str, ...]:
    """Return the smallest periods of which a period is made."""
    return tuple(p for p in within(code) if not parts(p))


@cache
def closing(code: str) -> str:
    """Return the largest period, up to the year, that ends when this one ends.

    The last quarter of a year is rounded together with the year, so that the year fits too.
    """
    match level(code):
        case Level.QUARTER:
            half = f"{code[:4]}-H{(int(code[-1]) + 1) // 2}"
            return closing(half) if parts(half)[-1] == code else code
        case Level.HALF:
            return code[:4] if code.endswith("H2") else code
        case _:
            return code


@cache
def year_of(code: str) -> str:
    """Return the year in which a period lies; for a programme, and outside the lattice, itself."""
    return code[:4] if level(code) in (Level.QUARTER, Level.HALF) else code


def overlap(one: str, other: str) -> bool:
    """Tell whether two periods of the lattice have a quarter in common."""
    return not set(atoms(one)).isdisjoint(atoms(other))


def period_of_codes(codes: Iterable[str]) -> str:
    """Return the smallest period of the lattice that contains some periods."""
    some = tuple(dict.fromkeys(codes))
    years = sorted({year_of(atom) for code in some for atom in atoms(code)})
    for code in (*some, *(f"{years[0]}-H{half}" for half in (1, 2)), years[0]):
        if all(set(atoms(other)) <= set(atoms(code)) for other in some):
            return code
    return f"{years[0]}..{years[-1]}"
