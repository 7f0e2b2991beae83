"""Provinces and communes over time: before and after the units of July 2025.

The same code means two areas, before and after, so every look-up has a day. The lists are data in
`resources/codes`: a place is shown as it was entered and counted where it lies today.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from sys import intern

from gbvcase.domain.codes import rows_of
from gbvcase.domain.folding import folded, same_text, text_key
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.values import Place

NEW_UNITS = date(2025, 7, 1)
"""From this day on there are 34 provinces, larger communes, and no districts."""

LAST_OLD_DAY = date(2025, 6, 30)
HOME = "52"
FORMER = {"52": "Bình Định", "64": "Gia Lai"}
"""The two provinces of which the present Gia Lai was made, by their codes before."""

_KINDS = {"xa": "Xã", "phuong": "Phường", "thi_tran": "Thị trấn", "dac_khu": "Đặc khu"}
_URBAN = {"xa": False, "phuong": True, "thi_tran": True}
_PREFIX = re.compile(
    r"^(?:x[ãa]|ph[ưu][ờo]ng|th[ịi]\s*tr[ấa]n|đặc\s*khu|t[ỉi]nh|tp|th[àa]nh\s*ph[ốo]"
    r"|xã|tt)\b[\s.]*|^[xp]\.\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Province:
    code: str
    name: str  # Tỉnh Gia Lai
    valid_from: date | None
    valid_to: date | None
    replaced_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of one of the two lists; the district belongs to the name of an old one."""

    code: str
    name: str  # Ia Grai
    kind: str  # xa, phuong, thi_tran, dac_khu
    province: str
    district: str | None
    valid_from: date | None
    valid_to: date | None
    replaced_by: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """Return the name with the word for its kind: Xã Ia Grai."""
        return f"{_KINDS[self.kind]} {self.name}"

    @property
    def is_urban(self) -> bool | None:
        """Tell town from country; the special zones are islands of either kind."""
        return _URBAN.get(self.kind)

    @property
    def as_of(self) -> date:
        """Return a day on which its code means this commune, to be kept with a place."""
        return self.valid_from or LAST_OLD_DAY

    def with_district(self) -> str:
        """Return its name as it was written on papers of its time, without the province."""
        return f"{self.full_name}, {self.district}" if self.district else self.full_name


@dataclass(frozen=True)
class Reading:
    """One meaning of a name that was typed: a commune of today, or one of before."""

    commune: Commune

    def second_line(self, say: Say) -> str:
        """Return what tells it from others of the same name."""
        place = province(self.commune.province, self.commune.as_of)
        where = place.name if place else ""
        if self.commune.valid_to is None:
            was = former_province(self.commune.code) if self.commune.province == HOME else None
            if was is None:
                return where
            return say(mark("{province}, in the former {former}")).format(
                province=where, former=FORMER[was]
            )
        now = " / ".join(c.full_name for code in self.commune.replaced_by if (c := commune(code)))
        return say(mark("{district}, {province} until June 2025; now {now}")).format(
            district=self.commune.district, province=where, now=now
        )


def commune(code: str, as_of: date | None = None) -> Commune | None:
    """Return the commune that a code means on a day, today if none is given; None if unknown."""
    if _is_old(as_of):
        return _communes(True).get(code)
    # of nearly all who come here the commune is at home: the other provinces wait until asked for
    return _home_communes().get(code) or _communes(False).get(code)


def communes(province_code: str = HOME, as_of: date | None = None) -> tuple[Commune, ...]:
    """Return the communes of a province on a day, in the order of the alphabet."""
    is_home = province_code == HOME and not _is_old(as_of)
    every = _home_communes() if is_home else _communes(_is_old(as_of))
    found = (c for c in every.values() if c.province == province_code)
    return tuple(sorted(found, key=lambda c: (text_key(c.name), text_key(c.district or ""))))


def province(code: str, as_of: date | None = None) -> Province | None:
    """Return the province that a code means on a day; None if unknown."""
    return _provinces(_is_old(as_of)).get(code)


def provinces(as_of: date | None = None) -> tuple[Province, ...]:
    """Return all provinces of a day in the order of the alphabet."""
    return tuple(sorted(_provinces(_is_old(as_of)).values(), key=lambda p: text_key(_bare(p.name))))


def is_known(province_code: str | None, commune_code: str | None, as_of: date | None) -> bool:
    """Tell whether the codes stand in the list of their day, and belong together.

    Of before July 2025 only the communes of the two former provinces are listed.
    """
    if province_code is not None and province(province_code, as_of) is None:
        return False
    if commune_code is None:
        return True
    found = commune(commune_code, as_of)
    return found is not None and province_code in (None, found.province)


def current_of(place: Place) -> str | None:
    """Return the code of the commune in which a place lies today.

    None for a place we do not know, and for the three communes that were split until a person has
    chosen: such a place counts as `commune not determined`.
    """
    choices = choices_of(place)
    return choices[0] if len(choices) == 1 else None


def choices_of(place: Place) -> tuple[str, ...]:
    """Return the communes of today in which a place may lie: one, two if it was split, or none."""
    found = commune(place.commune, place.as_of) if place.commune else None
    if found is None:
        return ()
    return found.replaced_by or (found.code,)


def current_province(place: Place) -> str | None:
    """Return the code of the province in which a place lies today."""
    if place.province is not None:
        found = province(place.province, place.as_of)
        if found is not None:
            return found.replaced_by[0] if found.replaced_by else found.code
    now = {c.province for code in choices_of(place) if (c := commune(code))}
    return now.pop() if len(now) == 1 else None


def former_province(commune_code: str) -> str | None:
    """Return which former province a commune of today lies in: 52 Bình Định, 64 Gia Lai."""
    return _former_provinces().get(commune_code)


def is_urban(place: Place) -> bool | None:
    """Tell whether a place lies in a ward, by the list of its own day; None if we do not know."""
    found = commune(place.commune, place.as_of) if place.commune else None
    return found.is_urban if found else None


def predecessors(commune_code: str) -> tuple[Commune, ...]:
    """Return the communes of before, of which one of today was made in whole or in part."""
    return tuple(c for c in _communes(True).values() if commune_code in c.replaced_by)


def place_in(found: Commune, village: str | None = None, typed: str | None = None) -> Place:
    """Return a place in a commune, with the day that gives its code its meaning."""
    return Place(
        province=found.province,
        commune=found.code,
        village=village,
        as_of=found.as_of,
        typed=typed,
    )


def shown(place: Place) -> str:
    """Return a place as it was entered; one of before July 2025 with its district.

    Names of places are the same in every language.
    """
    found = commune(place.commune, place.as_of) if place.commune else None
    above = province(place.province or (found.province if found else ""), place.as_of)
    parts = [place.village, found.with_district() if found else None, above.name if above else None]
    if found is None and place.typed and not (place.village and place.village in place.typed):
        parts.insert(1, place.typed)
    elif found is None and place.typed:
        parts[0] = place.typed
    return ", ".join(part for part in parts if part)


def search(text: str, limit: int = 20, home: str = HOME) -> tuple[Reading, ...]:
    """Return what a name may mean, the communes of today before those of the past.

    A name typed with accents is looked for with them; without, in every way of writing it.
    """
    typed = _bare(text)
    wanted = folded(typed)
    if not wanted:
        return ()
    accented = wanted != " ".join(typed.lower().split())
    hits = []
    for row in _search_rows():
        rank = _rank(wanted, row.name)
        if rank is None and all(f" {word}" in row.words for word in wanted.split()):
            rank = 3  # the district or the province was typed as well
            if accented or not any(word in row.name for word in wanted.split()):
                continue
        if rank is None or (accented and not _has(row.commune, typed)):
            continue
        old = row.commune.valid_to is not None
        away = row.commune.province != home if not old else False
        hits.append(((away, rank, old, row.order), row.commune))
    return tuple(Reading(found) for _, found in sorted(hits, key=lambda hit: hit[0])[:limit])


def named(text: str, as_of: date | None = None, province_code: str = HOME) -> tuple[Commune, ...]:
    """Return the communes of a day with exactly this name, accents and all; often one, or none."""
    typed = _bare(text)
    return tuple(c for c in communes(province_code, as_of) if same_text(c.name, typed))


@dataclass(frozen=True, slots=True)
class _Row:
    """A commune as it is searched."""

    commune: Commune
    name: str
    words: str
    order: bytes


def _rank(wanted: str, name: str) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in name else None


def _has(found: Commune, typed: str) -> bool:
    """Tell whether what was typed, read with its accents, stands in a name from a word on."""
    wanted, words = typed.split(), found.name.split()
    for start in range(len(words) - len(wanted) + 1):
        part = words[start : start + len(wanted)]
        last = part[-1][: len(wanted[-1])]
        if same_text(" ".join([*part[:-1], last]), typed):
            return True
    return False


def _bare(text: str) -> str:
    """Return a name without the word for its kind before it."""
    text = " ".join(text.split())
    bare = _PREFIX.sub("", text)
    return bare or text


def _is_old(as_of: date | None) -> bool:
    return as_of is not None and as_of < NEW_UNITS


@cache
def _provinces(old: bool) -> dict[str, Province]:
    if old:
        return {
            row["old_code"]: Province(
                row["old_code"], row["old_name_vi"], None, LAST_OLD_DAY, (row["new_code"],)
            )
            for row in rows_of("provinces-2025-mapping.csv")
        }
    return {
        row["code"]: Province(row["code"], row["full_name_vi"], NEW_UNITS, None)
        for row in rows_of("provinces-2025.csv")
    }


@cache
def _communes(old: bool) -> dict[str, Commune]:
    return _old_communes() if old else _new_communes()


def _new_communes() -> dict[str, Commune]:
    home = _home_communes()
    return {
        row["code"]: home.get(row["code"])
        or Commune(
            code=row["code"],
            name=row["name_vi"],
            kind=intern(row["level_code"]),
            province=intern(row["province_code"]),
            district=None,
            valid_from=NEW_UNITS,
            valid_to=None,
        )
        for row in rows_of("communes-2025.csv")
    }


@cache
def _home_communes() -> dict[str, Commune]:
    return {
        row["code"]: Commune(
            code=row["code"],
            name=row["name_vi"],
            kind=intern(row["level_code"]),
            province=intern(row["province_code"]),
            district=None,
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=None,
        )
        for row in rows_of("gia-lai-communes.csv")
    }


def _old_communes() -> dict[str, Commune]:
    rows = rows_of("gia-lai-commune-mapping.csv")
    replaced_by: dict[str, list[str]] = {}
    for row in rows:
        replaced_by.setdefault(row["old_code"], []).append(row["new_code"])
    return {
        row["old_code"]: Commune(
            code=row["old_code"],
            name=row["old_name_vi"],
            kind=intern(row["old_level_code"]),
            province=intern(row["old_province_code"]),
            district=intern(row["old_district_vi"]),
            valid_from=None,
            valid_to=LAST_OLD_DAY,
            replaced_by=tuple(replaced_by[row["old_code"]]),
        )
        for row in rows
    }


@cache
def _former_provinces() -> dict[str, str]:
    return {row["code"]: row["former_province_code"] for row in rows_of("gia-lai-communes.csv")}


@cache
def _search_rows() -> tuple[_Row, ...]:
    both: Iterable[Commune] = (*_communes(False).values(), *_communes(True).values())
    rows = []
    for found in both:
        above = province(found.province, found.as_of)
        words = folded(f"{found.name} {found.district or ''} {above.name if above else ''}")
        rows.append(_Row(found, folded(found.name), f" {words}", text_key(found.name)))
    return tuple(rows)
