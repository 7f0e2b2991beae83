"""Whether the cabinet may hold a case of the same person already: proposed, never decided."""

import re
from dataclasses import dataclass

from gbvcase.casework.desk import Desk
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.domain.neighbours import neighbours
from gbvcase.domain.numbers import phone_digits
from gbvcase.vault.lists import people_of, same_people
from gbvcase.vault.search import find

LIKE, YEARS_APART, MOST_ALIKE = 0.92, 2, 5
SAME_WORDS = 50  # cases with the words of a name that are looked at
PHONE_DIGITS = 9  # a number of fewer is not a whole one
NAME, BIRTH_YEAR, COMMUNE = mark("name"), mark("year of birth"), mark("commune")
NEAR, PHONE = mark("neighbouring commune"), mark("telephone")


@dataclass(frozen=True, kw_only=True)
class Alike:
    """A case that may be of the same person, and what matched."""

    id: str
    code: str
    matched: tuple[str, ...]


def alike(
    desk: Desk, name: str, birth_year: int | None, commune: str | None, phone: str = ""
) -> tuple[Alike, ...]:
    """Return the cases that may be of the same person, the likest first, with what matched.

    The names must be alike, and neither the year of birth (two years either way) nor the commune
    (the same, or one around it) may speak against it where both are known; one of them must speak
    for it, unless neither is known of the person. The same safe telephone is enough by itself.
    `commune` is the code of today.
    """
    from rapidfuzz.distance import JaroWinkler

    near = neighbours(commune) if commune else frozenset()
    years = None
    if birth_year is not None:
        years = f"{birth_year - YEARS_APART:04}", f"{birth_year + YEARS_APART:04}"
    number = phone_digits(phone)
    with desk.vault.begin() as db:
        if years is None and commune is None:
            # of a name alone only the same words are looked for, or half the cabinet were alike
            rows = dict.fromkeys(people_of(db, find(db, name, SAME_WORDS)))
        else:
            rows = dict.fromkeys(same_people(db, years, [commune, *near] if commune else []))
        called = _called(number, people_of(db, find(db, number))) if _is_whole(number) else {}
    typed, found = _spoken(name), []
    for row in rows | called:
        case_id, code, kept_name, born, place, _ = row
        likeness = JaroWinkler.similarity(typed, _spoken(kept_name or ""), score_cutoff=LIKE)
        matched = [NAME] if typed and likeness else []
        if birth_year and born and abs(int(born[:4]) - birth_year) <= YEARS_APART:
            matched.append(BIRTH_YEAR)
        if place is not None and (place == commune or place in near):
            matched.append(COMMUNE if place == commune else NEAR)
        if row in called:
            matched.append(PHONE)
        elif NAME not in matched or (len(matched) == 1 and (birth_year or commune)):
            continue
        one = Alike(id=case_id, code=code, matched=tuple(matched))
        found.append((len(matched), likeness, one))
    found.sort(key=lambda one: one[:2], reverse=True)
    return tuple(one for _, _, one in found[:MOST_ALIKE])


Person = tuple[str, str, str | None, str | None, str | None, str | None]


def _called(number: str, rows: tuple[Person, ...]) -> dict[Person, None]:
    """Return those that have the number as their safe one, and not in another place."""
    return dict.fromkeys(row for row in rows if phone_digits(row[5] or "") == number)


def _is_whole(number: str) -> bool:
    return len(number) >= PHONE_DIGITS


def _spoken(name: str) -> str:
    """Return a name as it is heard: after a consonant, y and i are one sound."""
    return re.sub(r"(?<=[^aeiouy\s])y", "i", folded(name))
