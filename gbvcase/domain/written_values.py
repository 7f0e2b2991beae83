"""One value of a field as it stands in a JSON document: read strictly, written as it was read."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any
from unicodedata import normalize

from gbvcase.domain.codes import Code, NotAnswered
from gbvcase.domain.dates import VIETNAM
from gbvcase.domain.errors import Refused
from gbvcase.domain.fields import Entry
from gbvcase.domain.marking import mark
from gbvcase.domain.values import PartialDate, Place, Scan

PlaceIsKnown = Callable[[str | None, str | None, date | None], bool]

FIRST_YEAR, LAST_YEAR = 1880, 2100
PLACE_KEYS = ("province", "commune", "village", "as_of", "typed")
SCAN_KEYS = ("media", "size", "sha256", "title")
PLACE_TEXT = 300
LARGEST_NUMBER = 2**53
NOT_ANSWERED = "not_answered"

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MEDIA = re.compile(r"[a-z]+/[a-z0-9.+-]+")
# control characters but for the line and the tab; halves of characters and non-characters; and
# what turns the direction of the text around it, and so makes a paper say something else
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
ECHO = 40


def read_value(entry: Entry, found: Any, where: str, place_is_known: PlaceIsKnown) -> Any:
    """Read what a document says for a field that is no group; raise Refused if it cannot be."""
    if found is None:
        raise Refused(
            mark("Null is no answer. Leave the key out if it was not asked."), where=where
        )
    if entry.is_coded:
        return _coded(entry, found, where)
    if isinstance(found, dict) and NOT_ANSWERED in found:
        return _declined(entry, found, where)
    if entry.kind is str:
        return read_text(found, entry.limit, where)
    if entry.kind is Place:
        return _place(found, where, place_is_known)
    return _READERS[entry.kind](entry, found, where)


def echo(text: object) -> str:
    """Return a text from a document, short and harmless enough to be shown in a sentence."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(text)[:ECHO])
    return shown + "…" if len(str(text)) > ECHO else shown


def near(text: object, choices: tuple[str, ...]) -> str | None:
    """Return the choice that was probably meant."""
    from difflib import get_close_matches  # only for what was mistyped

    return next(iter(get_close_matches(str(text)[:ECHO], choices, n=1)), None)


def read_text(found: Any, limit: int, where: str) -> str:
    """Read a text of at most so many characters, without characters that do harm."""
    if not isinstance(found, str):
        raise Refused(mark("This must be text."), where=where)
    if len(found) > limit * 4:  # no need to look at all of it
        raise _too_long(len(found), limit, where)
    text = normalize("NFC", found.replace("\r\n", "\n").strip())
    if not text:
        raise Refused(
            mark("This text is empty. Leave the key out if it was not asked."), where=where
        )
    if len(text) > limit:
        raise _too_long(len(text), limit, where)
    if harmful := _HARMFUL.search(text):
        raise Refused(
            mark("This text holds a character that cannot be kept: {code}."),
            where=where,
            code=f"U+{ord(harmful[0]):04X}",
        )
    return text


def is_harmful(text: str) -> bool:
    """Tell whether a text holds a character that is not kept."""
    return _HARMFUL.search(text) is not None


def _too_long(length: int, limit: int, where: str) -> Refused:
    return Refused(
        mark("This text has {length} characters. At most {limit} can be kept."),
        where=where,
        length=length,
        limit=limit,
    )


def _declined(entry: Entry, found: dict[str, Any], where: str) -> NotAnswered:
    if not entry.about.declinable:
        raise Refused(mark("This needs an answer, or the key is left out."), where=where)
    if set(found) != {NOT_ANSWERED}:
        raise Refused(mark("Beside “not_answered” there can be no other key."), where=where)
    code = found[NOT_ANSWERED]
    if not isinstance(code, str) or code not in _codes(NotAnswered):
        raise _unknown_code(code, _codes(NotAnswered), where)
    return NotAnswered.of(code)


@cache
def _codes(kind: type[Code]) -> tuple[str, ...]:
    return tuple(one.code for one in kind)


def _coded(entry: Entry, found: Any, where: str) -> Any:
    declines = _codes(NotAnswered) if entry.about.declinable else ()
    if isinstance(found, str) and found in declines:
        return NotAnswered.of(found)
    if not entry.many:
        return _code(entry.kind, found, where, declines)
    if not isinstance(found, list):
        raise Refused(mark("This must be a list of codes."), where=where)
    read = [_code(entry.kind, one, f"{where}[{n}]") for n, one in enumerate(found)]
    if len(set(read)) != len(read):
        raise Refused(mark("A code stands here twice."), where=where)
    return frozenset(read)


def _code(kind: type[Any], found: Any, where: str, more: tuple[str, ...] = ()) -> Code:
    codes = _codes(kind)  # type: ignore[arg-type] # a class can be hashed
    if not isinstance(found, str) or found not in codes:
        raise _unknown_code(found, codes + more, where)
    code: Code = kind.of(found)
    return code


def _unknown_code(found: object, codes: tuple[str, ...], where: str) -> Refused:
    if not isinstance(found, str):
        return Refused(mark("This must be a code of the list, as text."), where=where)
    meant = near(found, codes)
    if meant is None:
        return Refused(mark("The code “{code}” is not in the list."), where=where, code=echo(found))
    return Refused(
        mark("The code “{code}” is not in the list. Was “{near}” meant?"),
        where=where,
        code=echo(found),
        near=meant,
    )


def _number(entry: Entry, found: Any, where: str) -> int:
    if type(found) is not int:
        raise Refused(mark("This must be a whole number."), where=where)
    low = -LARGEST_NUMBER if entry.about.low is None else entry.about.low
    high = LARGEST_NUMBER if entry.about.high is None else entry.about.high
    if not low <= found <= high:
        raise Refused(
            mark("This number must lie between {low} and {high}."), where=where, low=low, high=high
        )
    return found


def _truth(entry: Entry, found: Any, where: str) -> bool:
    if type(found) is not bool:
        raise Refused(mark("This must be true or false."), where=where)
    return found


def _day(entry: Entry | None, found: Any, where: str) -> date:
    if isinstance(found, str) and _DATE.fullmatch(found):
        try:
            return _possible(date.fromisoformat(found), where)
        except ValueError:
            pass
    raise Refused(mark("This is not a date. Write it as 2025-03-08."), where=where)


def _moment(entry: Entry, found: Any, where: str) -> datetime:
    if isinstance(found, str) and _MOMENT.fullmatch(found):
        try:
            moment = datetime.fromisoformat(found)
        except ValueError:
            pass
        else:
            _possible(moment.date(), where)
            return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    raise Refused(mark("This is not a time. Write it as 2025-03-08T14:30:00+07:00."), where=where)


def _partial_date(entry: Entry, found: Any, where: str) -> PartialDate:
    if isinstance(found, str):
        try:
            day = PartialDate.parse(found)
        except ValueError:
            pass
        else:
            _possible(day.first, where)
            return day
    raise Refused(mark("This is not a date. Write it as 1990, 1990-03 or 1990-03-08."), where=where)


def _possible(day: date, where: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused(
            mark("The year must lie between {first} and {last}."),
            where=where,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    return day


def require_keys(found: Any, keys: tuple[str, ...], where: str) -> dict[str, Any]:
    """Return an object that has only these keys; raise Refused, naming the first other one."""
    if not isinstance(found, dict):
        raise Refused(mark("This must be an object with named fields."), where=where)
    for key in found:
        if key not in keys:
            raise unknown_key(key, keys, where)
    return found


def unknown_key(key: object, keys: tuple[str, ...], where: str) -> Refused:
    """Return what is said about a key that does not exist, with the one that was meant."""
    meant = near(key, keys)
    if meant is None:
        return Refused(mark("There is no field “{key}” here."), where=where, key=echo(key))
    return Refused(
        mark("There is no field “{key}” here. Was “{near}” meant?"),
        where=where,
        key=echo(key),
        near=meant,
    )


def _place(found: Any, where: str, place_is_known: PlaceIsKnown) -> Place:
    keys = require_keys(found, PLACE_KEYS, where)
    if not keys:
        raise Refused(mark("This place is empty."), where=where)
    texts = {
        key: read_text(value, PLACE_TEXT, f"{where}.{key}")
        for key, value in keys.items()
        if key != "as_of"
    }
    as_of = _day(None, keys["as_of"], f"{where}.as_of") if "as_of" in keys else None
    place = Place(**texts, as_of=as_of)
    for key in ("province", "commune"):
        if texts.get(key) and not place_is_known(place.province, place.commune, as_of):
            raise Refused(
                mark("The code “{code}” is not in the list of places of that day."),
                where=f"{where}.{key}" if place.commune is None else f"{where}.commune",
                code=echo(place.commune or place.province),
            )
    return place


def _scan(entry: Entry, found: Any, where: str) -> Scan:
    keys = require_keys(found, SCAN_KEYS, where)
    media, size, sha256 = (keys.get(key) for key in ("media", "size", "sha256"))
    fits = (
        (isinstance(media, str) and len(media) <= PLACE_TEXT and _MEDIA.fullmatch(media))
        and (type(size) is int and 0 <= size <= LARGEST_NUMBER)
        and (isinstance(sha256, str) and _SHA256.fullmatch(sha256))
    )
    if not fits:
        raise Refused(
            mark("A file is described by its media, its size and its sha256."), where=where
        )
    title = keys.get("title")
    return Scan(
        media=str(media),
        size=int(str(size)),
        sha256=str(sha256),
        title=None if title is None else read_text(title, PLACE_TEXT, f"{where}.title"),
    )


_READERS: dict[type, Callable[[Entry, Any, str], Any]] = {
    int: _number,
    bool: _truth,
    date: _day,
    datetime: _moment,
    PartialDate: _partial_date,
    Scan: _scan,
}


def write_value(entry: Entry, value: Any) -> Any:
    """Return a value of a field that is no group as it stands in a document."""
    match value:
        case NotAnswered():
            return value.code if entry.is_coded else {NOT_ANSWERED: value.code}
        case Code():
            return value.code
        case frozenset():
            kind: type[Code] = entry.kind
            return [one.code for one in kind if one in value]  # in the order of the list
        case Place():
            keys = {key: getattr(value, key) for key in PLACE_KEYS}
            return {k: _plain(v) for k, v in keys.items() if v is not None}
        case Scan():
            keys = {key: getattr(value, key) for key in SCAN_KEYS}
            return {k: v for k, v in keys.items() if v is not None}
        case _:
            return _plain(value)


def _plain(value: Any) -> Any:
    match value:
        case datetime() | date():
            return value.isoformat()
        case PartialDate():
            return str(value)
        case _:
            return value
