"""Whole cases drawn at random from the descriptions of their fields, for properties that hold."""

from datetime import date, datetime
from typing import Any, TypeVar
from unicodedata import normalize

from hypothesis import strategies as st

from gbvcase.domain.case import MANY, PARTS, Case
from gbvcase.domain.codes import NotAnswered
from gbvcase.domain.fields import Entry, Record, entries_of
from gbvcase.domain.values import PartialDate, Place, Scan
from gbvcase.domain.written_values import VIETNAM, is_harmful
from tests.builders import IA_GRAI

R = TypeVar("R", bound=Record)

LETTERS = st.characters(exclude_categories=("Cs", "Cc")).filter(lambda c: not is_harmful(c))
NAMES = st.sampled_from(("Rơ Châm H'Thử", "Trần Thị Mẫu", "=1+1", "<b>Đinh</b>", "“Siu” Y Mẫu"))
DAYS = st.dates(date(1880, 1, 1), date(2100, 12, 31))
MOMENTS = st.datetimes(
    datetime.fromisoformat("1990-01-01T00:00"),
    datetime.fromisoformat("2099-12-31T23:59"),
    timezones=st.just(VIETNAM),
)


def texts(limit: int) -> st.SearchStrategy[str]:
    """Draw a text that can be kept: not empty, composed, without spaces at its ends."""
    drawn = st.text(LETTERS, min_size=1, max_size=min(limit, 20))
    return (NAMES | drawn).map(_kept).filter(lambda text: bool(text) and len(text) <= limit)


def _kept(text: str) -> str:
    return normalize("NFC", normalize("NFC", text.strip()).strip())


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Draw a date that is known to the day, the month or the year."""
    day = draw(DAYS)
    exact = draw(st.integers(1, 3))
    return PartialDate(day.year, day.month if exact > 1 else None, day.day if exact > 2 else None)


PLACES = st.sampled_from(
    (
        IA_GRAI,
        Place(province="52"),
        Place(typed="gần chợ Mẫu"),
        Place(village="Làng Mẫu", typed="Ia Mẫu"),
    )
)
SCANS = st.builds(
    Scan,
    media=st.sampled_from(("application/pdf", "image/png")),
    size=st.integers(0, 10**9),
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    title=st.none() | NAMES,
)


def values(entry: Entry) -> st.SearchStrategy[Any]:
    """Draw an answer to a field, or one of the ways of declining it, or none."""
    if entry.is_group:
        inner = records(entry.kind)
        return st.lists(inner, max_size=2).map(tuple) if entry.many else inner
    if entry.name == "id":
        return st.none()
    answers = _answers(entry)
    declined = st.sampled_from(NotAnswered) if entry.about.declinable else st.nothing()
    return st.none() | answers | declined


def _answers(entry: Entry) -> st.SearchStrategy[Any]:
    if entry.is_coded:
        one: st.SearchStrategy[Any] = st.sampled_from(tuple(entry.kind))  # type: ignore[arg-type]
        return st.frozensets(one, max_size=3) if entry.many else one
    low, high = entry.about.low, entry.about.high
    kinds: dict[type, st.SearchStrategy[Any]] = {
        str: texts(entry.limit),
        bool: st.booleans(),
        int: st.integers(low if low is not None else 0, high if high is not None else 10**6),
        date: DAYS,
        datetime: MOMENTS,
        PartialDate: partial_dates(),
        Place: PLACES,
        Scan: SCANS,
    }
    return kinds[entry.kind]


@st.composite
def records(draw: st.DrawFn, kind: type[R]) -> R:
    """Draw a record with some of its fields answered: those that a document may hold."""
    entries = [e for e in entries_of(kind) if not e.about.made and e.name != "consent"]
    chosen = draw(st.sets(st.sampled_from([e.name for e in entries]), max_size=12))
    return kind(**{e.name: draw(values(e)) for e in entries if e.name in chosen})


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a whole case as a document may hold it: any part may be missing or doubled."""
    parts: dict[str, Any] = {}
    for part, kind in PARTS.items():
        drawn = records(kind)
        parts[part] = draw(st.lists(drawn, max_size=2).map(tuple) if part in MANY else drawn)
    return Case(**parts)
