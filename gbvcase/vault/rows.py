"""A record as a row of its table, and back."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from gbvcase.domain.codes import Code, NotAnswered
from gbvcase.domain.fields import Entry, entries_of
from gbvcase.domain.interchange import record_from_json, record_to_json
from gbvcase.domain.kept import Kept
from gbvcase.domain.written_values import read_value, write_value
from gbvcase.vault.tables import is_kept_apart, kept_entries

R = TypeVar("R", bound=Kept)
Row = dict[str, Any]

TEXT_KINDS = (str,)


def as_json(value: object) -> str:
    """Return a value as the one spelling of JSON that columns keep."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def row_of(record: Kept) -> Row:
    """Return the columns of a record; what is kept apart is not among them."""
    row: Row = {}
    declined: dict[str, str] = {}
    for entry in kept_entries(type(record)):
        value = getattr(record, entry.name)
        if isinstance(value, NotAnswered) and not entry.is_coded:
            declined[entry.key] = value.code
            value = None
        row[entry.key] = _kept(entry, value)
    row["not_answered"] = as_json(declined) if declined else None
    return row


def _kept(entry: Entry, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, Code):
        return value.code
    if entry.is_group:
        return _group(entry, value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str | int):
        return value
    written = write_value(entry, value)
    return written if isinstance(written, str) else as_json(written)


def _group(entry: Entry, value: Any) -> str | None:
    if entry.many:
        written = [record_to_json(one, whole=True) for one in value]
        return as_json(written) if written else None
    one = record_to_json(value, whole=True)
    return as_json(one) if one else None


def record_of(kind: type[R], row: Mapping[str, Any], inside: Mapping[str, Any]) -> R:
    """Return the record of a row; `inside` gives the records that are kept apart."""
    declined = json.loads(row["not_answered"]) if row["not_answered"] else {}
    values: dict[str, Any] = dict(inside)
    for entry in entries_of(kind):
        if is_kept_apart(entry):
            continue
        found = row[entry.key]
        if entry.key in declined:
            values[entry.name] = NotAnswered.of(declined[entry.key])
        elif found is not None:
            values[entry.name] = _read(entry, found)
    return kind(**values)


def _read(entry: Entry, found: Any) -> Any:
    if entry.is_coded:
        return _coded(entry, found)
    if entry.is_group:
        read = json.loads(found)
        if entry.many:
            return tuple(record_from_json(entry.kind, one, "", _any, whole=True) for one in read)
        return record_from_json(entry.kind, read, "", _any, whole=True)
    if entry.kind is bool:
        return bool(found)
    if entry.kind in (str, int):
        return found
    written = json.loads(found) if str(found).startswith("{") else found
    return read_value(entry, written, "", _any)


def _coded(entry: Entry, found: str) -> Any:
    codes: type[Code] = entry.kind  # what is kept was checked when it was taken
    if entry.many and found.startswith("["):
        return frozenset(codes.of(code) for code in json.loads(found))
    members = codes._value2member_map_
    return members.get(found) or NotAnswered.of(found)


def _any(province: str | None, commune: str | None, as_of: object) -> bool:
    return True
