"""A case as a JSON document: the keys are the names of the dictionary, the codes its codes.

What is absent was not asked. Reading is strict, and what was read is written again as it was;
what the program works out stands apart, under `derived`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from gbvcase.domain.case import LATER, MANY, PARTS, Case, records_of
from gbvcase.domain.consequences import is_made_by_rule
from gbvcase.domain.errors import Refused
from gbvcase.domain.fields import Entry, Record, entries_of, is_answered
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.domain.numbers import is_referral_number
from gbvcase.domain.places import is_known
from gbvcase.domain.tasks import Task
from gbvcase.domain.written_values import (
    PlaceIsKnown,
    read_value,
    unknown_key,
    write_value,
)

R = TypeVar("R", bound=Record)

MOST = 1000  # records of one part, or groups in one record
DERIVED = "derived"
REFERENCES = ("consent", "replaces", "source")  # fields that name a record of the same case
WORKED_OUT = frozenset(
    {
        "age_at_incident",
        "contexts",
        "days_to_report",
        "domestic",
        "domestic_in_law",
        "first_point_of_contact",
        "number_of_perpetrators",
        "report_delay_band",
        "under_16",
        "under_16_at_incident",
        "under_18",
        "under_18_at_incident",
    }
)

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_DRAWN_ID = re.compile(r"[0-9a-f]{32}")


def case_from_json(document: Any, place_is_known: PlaceIsKnown = is_known) -> Case:
    """Read a case from a document; raise Refused, naming the place, for what cannot be read.

    The part `derived` of a case that was shown is passed over: it is worked out anew.
    """
    if not isinstance(document, dict):
        raise Refused(mark("A case is an object with named parts."), where="")
    read: dict[str, Any] = {}
    for part, found in document.items():
        if part == DERIVED:
            continue
        if part in LATER:
            raise Refused(
                mark("“{part}” cannot be kept by this version of the program yet."),
                where=part,
                part=part,
            )
        if part not in PARTS:
            raise unknown_key(part, (*PARTS, DERIVED), "")
        kind = PARTS[part]
        if part in MANY:
            read[part] = _records(kind, found, part, place_is_known)
        else:
            read[part] = record_from_json(kind, found, part, place_is_known)
    case = Case(**read)
    _require_references(case)
    return case


def record_from_json(
    kind: type[R],
    document: Any,
    where: str,
    place_is_known: PlaceIsKnown = is_known,
    *,
    whole: bool = False,
) -> R:
    """Read one record; `whole` also takes what the program makes itself, as the vault keeps it."""
    entries = _readable(kind, whole)  # type: ignore[arg-type] # a class can be hashed
    if not isinstance(document, dict):
        raise Refused(mark("This must be an object with named fields."), where=where)
    for key in document:
        if key not in entries:
            if key in WORKED_OUT or any(key == e.key for e in entries_of(kind)):
                raise Refused(
                    mark("“{key}” is worked out by the program. Leave it out."),
                    where=_at(where, key),
                    key=key,
                )
            raise unknown_key(key, tuple(entries), where)
    values = {
        entries[key].name: _value(entries[key], found, _at(where, key), place_is_known, whole)
        for key, found in document.items()
    }
    return kind(**values)


@cache
def _readable(kind: type[Record], whole: bool) -> dict[str, Entry]:
    return {e.key: e for e in entries_of(kind) if whole or not e.about.made}


def _at(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _value(entry: Entry, found: Any, where: str, place_is_known: PlaceIsKnown, whole: bool) -> Any:
    if not entry.is_group:
        value = read_value(entry, found, where, place_is_known)
        if entry.name == "id" and not _ID.fullmatch(value):
            raise Refused(
                mark("A record number is made of 1 to 64 plain letters, digits, - and _."),
                where=where,
            )
        return value
    if entry.many:
        return _records(entry.kind, found, where, place_is_known, whole)
    return record_from_json(entry.kind, found, where, place_is_known, whole=whole)


def _records(
    kind: type[R], found: Any, where: str, place_is_known: PlaceIsKnown, whole: bool = False
) -> tuple[R, ...]:
    if not isinstance(found, list):
        raise Refused(mark("This must be a list."), where=where)
    if len(found) > MOST:
        raise Refused(mark("This list is too long: at most {most}."), where=where, most=MOST)
    return tuple(
        record_from_json(kind, one, f"{where}[{number}]", place_is_known, whole=whole)
        for number, one in enumerate(found)
    )


def _require_references(case: Case) -> None:
    """Refuse two records of one number, and a referral that rests on a consent of another case."""
    seen: set[str] = set()
    for where, record in kept_in(case):
        if record.id is not None and record.id in seen:
            raise Refused(mark("This record number stands twice in the case."), where=f"{where}.id")
        seen.add(record.id)
    consents = {one.id for one in case.consents}
    for number, referral in enumerate(case.referrals):
        if referral.consent is not None and referral.consent not in consents:
            raise Refused(
                mark("There is no consent with this number in the case."),
                where=f"referrals[{number}].consent",
            )


def kept_in(case: Case) -> Iterator[tuple[str, Kept]]:
    """Yield each record of a case that is kept by itself, with its place in a document."""
    for part in PARTS:
        for number, record in enumerate(records_of(case, part)):
            yield from _kept(f"{part}[{number}]" if part in MANY else part, record)


def _kept(where: str, record: Kept) -> Iterator[tuple[str, Kept]]:
    yield where, record
    for entry in entries_of(type(record)):
        if entry.is_group and entry.many and issubclass(entry.kind, Kept):
            for number, one in enumerate(getattr(record, entry.name)):
                yield from _kept(f"{where}.{entry.key}[{number}]", one)


def case_to_json(case: Case) -> dict[str, Any]:
    """Return a case as a document: the inverse of `case_from_json`."""
    used = _referred_to(case)
    document: dict[str, Any] = {}
    for part in PARTS:
        written = [
            record_to_json(one, used=used)
            for one in records_of(case, part)
            if not (isinstance(one, Task) and is_made_by_rule(one))
        ]
        if part in MANY and written:
            document[part] = written
        elif part not in MANY and written[0]:
            document[part] = written[0]
    return document


def _referred_to(case: Case) -> frozenset[str]:
    named = (getattr(record, name, None) for _, record in kept_in(case) for name in REFERENCES)
    return frozenset(name for name in named if isinstance(name, str))


def record_to_json(
    record: Record, *, used: frozenset[str] = frozenset(), whole: bool = False
) -> dict[str, Any]:
    """Return one record as a document; `whole` also writes what the program made itself.

    A number that was drawn for the record is left out, unless another record refers to it.
    """
    document: dict[str, Any] = {}
    for entry in entries_of(type(record)):
        value = getattr(record, entry.name)
        if not _is_written(entry, value, used, whole):
            continue
        if not entry.is_group:
            document[entry.key] = write_value(entry, value)
        elif entry.many:
            document[entry.key] = [record_to_json(one, used=used, whole=whole) for one in value]
        else:
            document[entry.key] = record_to_json(value, used=used, whole=whole)
    return document


def _is_written(entry: Entry, value: Any, used: frozenset[str], whole: bool) -> bool:
    if value is None or (entry.is_group and not is_answered(value)):
        return False
    if whole:
        return True
    if entry.about.made:
        return False
    if entry.name == "id":
        return value in used or not _DRAWN_ID.fullmatch(value)
    return entry.name != "referral_no" or value in used or not is_referral_number(value)
