"""A record as a row of its table, and back.

Nothing is judged here: what was taken once is read again as it was, however strict the forms and
the documents become later.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from gbvcase.domain.codes import Code, NotAnswered
from gbvcase.domain.fields import Entry, Record, entries_of
from gbvcase.domain.kept import Kept
from gbvcase.domain.values import PartialDate, Place, Scan
from gbvcase.vault.tables import kept_entries

R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Kept)
Row = dict[str, Any]
Plain = Callable[[Any], Any]

DECLINED = "not_answered"


_SPELLING = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def as_json(value: object) -> str:
    """Return a value as the one spelling of JSON that columns keep."""
    return _SPELLING.encode(value)


@dataclass(frozen=True)
class Form:
    """How a field is kept: as a plain value, which a column holds as text if it has parts."""

    name: str
    key: str
    is_coded: bool
    empty: Any
    plain: Plain
    read: Plain
    has_parts: bool  # the plain value is an object or a list
    is_truth: bool

    def stored(self, value: Any) -> Any:
        """Return what the column of this field holds."""
        plain = self.plain(value)
        if isinstance(plain, dict | list):
            return as_json(plain)
        return int(plain) if self.is_truth else plain

    def found(self, stored: Any) -> Any:
        """Read what a column holds."""
        parts = self.has_parts and stored[:1] in "[{"
        return self.read(json.loads(stored) if parts else stored)


def row_of(record: Kept) -> Row:
    """Return the columns of a record; what is kept apart is not among them."""
    row: Row = {}
    declined: dict[str, str] = {}
    for form in _columns(type(record)):
        value = getattr(record, form.name)
        if value is None or value == form.empty:
            row[form.key] = None
        elif type(value) is NotAnswered and not form.is_coded:
            row[form.key] = None
            declined[form.key] = value.code
        else:
            row[form.key] = form.stored(value)
    row[DECLINED] = as_json(declined) if declined else None
    return row


def record_of(kind: type[K], row: Mapping[str, Any], inside: Mapping[str, Any]) -> K:
    """Return the record of a row; `inside` gives the records that are kept apart.

    A column that the row does not have yet was not asked: it was added by a later step.
    """
    values: dict[str, Any] = dict(inside)
    for form in _columns(kind):
        stored = row.get(form.key)
        if stored is not None:
            values[form.name] = form.found(stored)
    if row.get(DECLINED):
        names = {form.key: form.name for form in _columns(kind)}
        for key, code in json.loads(row[DECLINED]).items():
            values[names[key]] = NotAnswered.of(code)
    return kind(**values)


def parts_of(record: Record) -> dict[str, Any]:
    """Return a record that stands inside another as an object of its answered fields."""
    parts: dict[str, Any] = {}
    for form in _fields(type(record)):
        value = getattr(record, form.name)
        if value is None or value == form.empty:
            continue
        if type(value) is NotAnswered and not form.is_coded:
            parts[form.key] = {DECLINED: value.code}
        else:
            parts[form.key] = form.plain(value)
    return parts


def record_of_parts(kind: type[R], parts: Mapping[str, Any]) -> R:
    """Read what `parts_of` gave."""
    values: dict[str, Any] = {}
    for form in _fields(kind):
        if form.key in parts:
            part = parts[form.key]
            if isinstance(part, dict) and DECLINED in part:
                values[form.name] = NotAnswered.of(part[DECLINED])
            else:
                values[form.name] = form.read(part)
    return kind(**values)


def _columns(kind: type[Kept]) -> tuple[Form, ...]:
    return _forms(kind, True)  # type: ignore[arg-type] # a class of frozen values can be hashed


def _fields(kind: type[Record]) -> tuple[Form, ...]:
    return _forms(kind, False)  # type: ignore[arg-type] # as above


@cache
def _forms(kind: type[Kept], own_table: bool) -> tuple[Form, ...]:
    entries = kept_entries(kind) if own_table else entries_of(kind)
    return tuple(_form(entry) for entry in entries)


def _form(entry: Entry) -> Form:
    plain, read = _ways(entry)
    return Form(
        name=entry.name,
        key=entry.key,
        is_coded=entry.is_coded,
        empty=entry.empty,
        plain=plain,
        read=read,
        has_parts=entry.is_group or entry.many or entry.kind in (Place, Scan),
        is_truth=entry.kind is bool,
    )


def _ways(entry: Entry) -> tuple[Plain, Plain]:
    """Return how a field's value becomes plain, and how it is read again."""
    if entry.is_group:
        return _group_ways(entry)
    if entry.is_coded:
        one = _code_reader(entry.kind)
        return (_codes, lambda found: _read_codes(one, found)) if entry.many else (_code, one)
    return _PLAIN_WAYS[entry.kind]


def _group_ways(entry: Entry) -> tuple[Plain, Plain]:
    kind: type[Record] = entry.kind
    if entry.many:
        return (
            lambda records: [parts_of(one) for one in records],
            lambda found: tuple(record_of_parts(kind, one) for one in found),
        )
    return parts_of, lambda found: record_of_parts(kind, found)


def _code(code: Code) -> str:
    return code.code


def _codes(codes: frozenset[Code] | NotAnswered) -> list[str] | str:
    if isinstance(codes, NotAnswered):
        return codes.code
    return sorted(one.code for one in codes)


def _code_reader(kind: type[Code]) -> Plain:
    """Return the reader of one code: most of the time of opening a case would go into enums."""
    known: dict[Any, Code] = {one.code: one for one in NotAnswered} | {
        one.code: one for one in kind
    }
    return known.__getitem__


def _read_codes(one: Plain, found: list[str] | str) -> Any:
    return one(found) if isinstance(found, str) else frozenset(map(one, found))


def _place_parts(place: Place) -> dict[str, str]:
    named = {
        "province": place.province,
        "commune": place.commune,
        "village": place.village,
        "as_of": place.as_of.isoformat() if place.as_of else None,
        "typed": place.typed,
    }
    return {key: text for key, text in named.items() if text is not None}


def _place(parts: dict[str, str]) -> Place:
    as_of = parts.get("as_of")
    texts = {key: text for key, text in parts.items() if key != "as_of"}
    return Place(**texts, as_of=date.fromisoformat(as_of) if as_of else None)


def _scan_parts(scan: Scan) -> dict[str, Any]:
    parts = {"media": scan.media, "size": scan.size, "sha256": scan.sha256}
    return parts if scan.title is None else parts | {"title": scan.title}


def _same(value: Any) -> Any:
    return value


_PLAIN_WAYS: dict[type, tuple[Plain, Plain]] = {
    str: (_same, _same),
    int: (_same, _same),
    bool: (_same, bool),
    date: (date.isoformat, date.fromisoformat),
    datetime: (datetime.isoformat, datetime.fromisoformat),
    PartialDate: (str, PartialDate.parse),
    Place: (_place_parts, _place),
    Scan: (_scan_parts, lambda parts: Scan(**parts)),
}
