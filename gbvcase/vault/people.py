"""The people of the cases: what little of each tells whether somebody may be the same person."""

from collections.abc import Iterable
from dataclasses import dataclass

from gbvcase.vault.kept_rows import Open, driver
from gbvcase.vault.rows import as_json
from gbvcase.vault.tables import list_index

EVER = (0, 9999)
"""All years of birth that are known."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Person:
    """What likeness looks at in one case."""

    number: int  # of its row: the later a case was added, the larger
    case_id: str
    code: str
    heard: str  # the full name as `folding.heard` gives it; empty if there is none
    birth_year: int | None
    commune: str | None  # its code of today
    phone: str  # the safe one as it was written, or empty

    def __repr__(self) -> str:
        return "<Person>"


@dataclass(frozen=True)
class Group:
    """People who live in some communes and were born between two years; None: it is not known."""

    communes: tuple[str, ...] | None
    years: tuple[int, int] | None


def names_in(db: Open, group: Group) -> list[tuple[str, int]]:
    """Return the names of a group as they are heard, each with the number of its case."""
    places, years = group.communes, group.years
    asked = "list_commune IS NULL"
    if places is not None:
        asked = f"list_commune IN ({', '.join('?' * len(places))})"
    born = "IS NULL" if years is None else "BETWEEN ? AND ?"
    # the index has all of it: to look into each row would take ten times as long
    query = (
        f"SELECT list_heard, rowid FROM cases INDEXED BY {list_index('list_commune')}"  # noqa: S608
        f" WHERE {asked} AND list_birth_year {born} AND list_heard IS NOT NULL"
    )
    found: list[tuple[str, int]] = (
        driver(db).execute(query, (places or ()) + (years or ())).fetchall()
    )
    return found


def people_of(db: Open, ids: Iterable[str]) -> tuple[Person, ...]:
    """Return the people of some cases."""
    return _people(db, "cases.id", list(ids))


def people_numbered(db: Open, numbers: Iterable[int]) -> tuple[Person, ...]:
    """Return the people of the cases with some numbers."""
    return _people(db, "cases.rowid", list(numbers))


def _people(db: Open, column: str, asked: list[str] | list[int]) -> tuple[Person, ...]:
    query = f"{_PERSON} WHERE {column} = asked.value"
    return tuple(
        Person(
            number=row[0],
            case_id=row[1],
            code=row[2],
            heard=row[3] or "",
            birth_year=row[4],
            commune=row[5],
            phone=row[6] or "",
        )
        for row in driver(db).execute(query, (as_json(asked),))
    )


_PERSON = (
    "SELECT cases.rowid, cases.id, cases.code, list_heard, list_birth_year, list_commune,"
    " phone_safe FROM json_each(?) AS asked CROSS JOIN cases JOIN clients ON case_id = cases.id"
)
