"""Whether the cabinet may hold a case of the same person already: proposed, never decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from gbvcase.casework.desk import Desk
from gbvcase.domain.folding import heard
from gbvcase.domain.marking import mark
from gbvcase.domain.neighbours import neighbours
from gbvcase.domain.numbers import phone_digits
from gbvcase.vault.kept_rows import Open
from gbvcase.vault.lists import communes_of_cases
from gbvcase.vault.people import EVER, Group, Person, names_in, people_numbered, people_of
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
    Of cases that are as like as each other the one added last comes first. `commune` is the code
    of today.
    """
    sought = _sought(name, birth_year, commune, phone)
    with desk.vault.briefly() as db:
        called = _called(db, sought)
        people = {one.number: one for one in (*_named(db, name, sought), *called)}
    found = [
        (len(matched), sought.likeness(person), number, matched)
        for number, person in people.items()
        if (matched := sought.matched(person))
    ]
    found.sort(reverse=True)
    return tuple(
        Alike(id=people[number].case_id, code=people[number].code, matched=matched)
        for *_, number, matched in found[:MOST_ALIKE]
    )


@dataclass(frozen=True, kw_only=True, repr=False)
class _Sought:
    """The person that somebody may be the same as, and the rule by which she may be."""

    heard: str
    years: tuple[int, int] | None
    commune: str | None
    near: frozenset[str]
    number: str

    def likeness(self, person: Person) -> float:
        """Return how like the names are, 0 if they are not like enough."""
        from rapidfuzz.distance import JaroWinkler

        if not self.heard:
            return 0
        return JaroWinkler.similarity(self.heard, person.heard, score_cutoff=LIKE)

    def is_called(self, person: Person) -> bool:
        """Tell whether the person has the number as the safe one, and not in another place."""
        return len(self.number) >= PHONE_DIGITS and phone_digits(person.phone) == self.number

    def matched(self, person: Person) -> tuple[str, ...]:
        """Return what of a person is as it is sought, nothing if that is not enough."""
        matched, speaks_against = [], False
        if self.likeness(person):
            matched.append(NAME)
        if self.years is not None and person.birth_year is not None:
            if self.years[0] <= person.birth_year <= self.years[1]:
                matched.append(BIRTH_YEAR)
            else:
                speaks_against = True
        if self.commune is not None and person.commune is not None:
            if person.commune == self.commune:
                matched.append(COMMUNE)
            elif person.commune in self.near:
                matched.append(NEAR)
            else:
                speaks_against = True
        if self.is_called(person):
            return (*matched, PHONE)
        is_little = matched == [NAME] and (self.years, self.commune) != (None, None)
        return () if NAME not in matched or speaks_against or is_little else tuple(matched)


def _sought(name: str, birth_year: int | None, commune: str | None, phone: str) -> _Sought:
    years = None
    if birth_year is not None:
        years = (birth_year - YEARS_APART, birth_year + YEARS_APART)
    return _Sought(
        heard=heard(name),
        years=years,
        commune=commune,
        near=neighbours(commune) if commune else frozenset(),
        number=phone_digits(phone),
    )


def _called(db: Open, sought: _Sought) -> tuple[Person, ...]:
    """Return those with the same safe telephone."""
    if len(sought.number) < PHONE_DIGITS:
        return ()
    return tuple(filter(sought.is_called, people_of(db, find(db, sought.number))))


def _named(db: Open, name: str, sought: _Sought) -> tuple[Person, ...]:
    """Return those with a name like it, as many of the likest as are shown."""
    if not sought.heard:
        return ()
    if sought.years is None and sought.commune is None:
        # of a name alone only the same words are looked for, or half the cabinet were alike
        return people_of(db, find(db, name, SAME_WORDS))
    likest: list[int] = []
    for groups in _groups(db, sought):
        names = [one for group in groups for one in names_in(db, group)]
        likest += _likest(names, sought)[:MOST_ALIKE]
        if len(likest) >= MOST_ALIKE:
            break  # of the others less is as it is sought
    return people_numbered(db, likest)


def _likest(names: list[tuple[str, int]], sought: _Sought) -> list[int]:
    """Return the numbers of the cases whose names are like enough, the likest and latest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    # called for each name by itself, the library would wait for Python most of the time
    like = process.extract(
        sought.heard,
        [name for name, _ in names],
        scorer=JaroWinkler.similarity,
        score_cutoff=LIKE,
        limit=None,
    )
    ordered = sorted(((likeness, names[place][1]) for _, likeness, place in like), reverse=True)
    return [number for _, number in ordered]


def _groups(db: Open, sought: _Sought) -> Iterator[tuple[Group, ...]]:
    """Yield whom nothing speaks against and something speaks for: those of whom more does first."""
    years, here = sought.years, None
    if sought.commune is not None:
        here = (sought.commune, *sought.near)
    if years is not None and here is not None:
        yield (Group(here, years),)
        yield Group(here, None), Group(None, years)
    elif here is not None:
        yield Group(here, EVER), Group(here, None)
    else:
        yield Group(tuple(communes_of_cases(db)), years), Group(None, years)
