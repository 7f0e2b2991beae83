"""What each change replaced: every revision of every record can be read again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gbvcase.domain.fields import Entry
from gbvcase.domain.interchange import record_to_json
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written, written_moment
from gbvcase.domain.written_values import write_value
from gbvcase.vault.rows import Row, record_of
from gbvcase.vault.tables import KINDS, TABLES, Kind, kept_entries

MADE_SENTENCE = mark("{at} {by}: {record} was added.")
CHANGED_SENTENCE = mark("{at} {by}: {record}, {field}: {old} → {new}")
REMOVED_SENTENCE = mark("{at} {by}: {record} was taken out.")
NOTHING = mark("nothing")

NAMES = {
    "cases": mark("Case"),
    "clients": mark("Person"),
    "intakes": mark("Intake"),
    "consents": mark("Consent"),
    "incidents": mark("Incident"),
    "alleged_perpetrators": mark("Alleged perpetrator"),
    "referrals": mark("Referral"),
    "referral_feedback": mark("Answer to a referral"),
    "tasks": mark("Task"),
}

_ABOUT_THE_WRITING = frozenset({"revision", "updated_at", "updated_by"})
_BY_TABLE = {kind.table: kind for kind in KINDS}


@dataclass(frozen=True, kw_only=True, repr=False)
class Change:
    """One field of one record that changed; or a record that was added or taken out."""

    at: datetime
    by: str
    what: str  # made, changed or removed
    table: str
    record_id: str
    revision: int
    entry: Entry | None = None
    old: Any = None
    new: Any = None

    def __repr__(self) -> str:
        return "<Change>"

    @property
    def record_name(self) -> str:
        """Return the marked name of the kind of record."""
        return NAMES[self.table]

    def said(self, say: Say) -> str:
        """Return the change as a sentence."""
        sentences = {"made": MADE_SENTENCE, "removed": REMOVED_SENTENCE}
        return say(sentences.get(self.what, CHANGED_SENTENCE)).format(
            at=written_moment(self.at),
            by=self.by,
            record=say(self.record_name),
            field=say(self.entry.about.label) if self.entry else "",
            old=written(self.old, say) or say(NOTHING),
            new=written(self.new, say) or say(NOTHING),
        )

    def as_json(self) -> dict[str, Any]:
        """Return the change for a program."""
        return {
            "at": self.at.isoformat(),
            "by": self.by,
            "what": self.what,
            "record": self.table,
            "record_id": self.record_id,
            "revision": self.revision,
            "field": self.entry.key if self.entry else None,
            "old": _as_json(self.entry, self.old),
            "new": _as_json(self.entry, self.new),
        }


def _as_json(entry: Entry | None, value: Any) -> Any:
    if entry is None or value is None or value == entry.empty:
        return None
    if entry.is_group:
        parts = [record_to_json(one, whole=True) for one in (value if entry.many else (value,))]
        return parts if entry.many else parts[0]
    return write_value(entry, value)


def changes(db: Connection, case_id: str) -> tuple[Change, ...]:
    """Return what was changed in a case, the newest first."""
    found = [change for line in _lines(db, case_id) for change in _changes(*line)]
    return tuple(reversed(found))


def record_at(db: Connection, case_id: str, record_id: str, revision: int) -> Kept:
    """Return a record as it was at a revision; KeyError if it never was at it."""
    for kind, line, before, after in _lines(db, case_id):
        if line["record_id"] != record_id:
            continue
        for row in (before, after):
            if row is not None and row["revision"] == revision:
                return record_of(kind.record, row, {})
    raise KeyError(record_id)


def _lines(
    db: Connection, case_id: str
) -> Iterator[tuple[Kind, Mapping[str, Any], Row | None, Row | None]]:
    """Yield each line of the history with the row before and after it."""
    lines = [
        row._mapping
        for row in db.exec_driver_sql(
            'SELECT record_table, record_id, revision, at, "by", what, replaced FROM revisions'
            " WHERE case_id = ? ORDER BY number",
            (case_id,),
        )
    ]
    following: dict[str, Row | None] = {}
    paired: list[tuple[Kind, Mapping[str, Any], Row | None, Row | None]] = []
    for line in reversed(lines):
        kind, record_id = _BY_TABLE[line["record_table"]], line["record_id"]
        if line["what"] == "removed":
            after = None
        elif record_id in following:
            after = following[record_id]
        else:
            after = _row_now(db, kind, record_id)
        before = json.loads(line["replaced"]) if line["replaced"] else None
        following[record_id] = before
        paired.append((kind, line, before, after))
    yield from reversed(paired)


def _row_now(db: Connection, kind: Kind, record_id: str) -> Row | None:
    columns = [column.name for column in TABLES[kind.record].columns]
    quoted = ", ".join(f'"{name}"' for name in columns)
    query = f"SELECT {quoted} FROM {kind.table} WHERE id = ?"  # noqa: S608 - names of ours
    found = db.exec_driver_sql(query, (record_id,)).first()
    return None if found is None else dict(zip(columns, found, strict=True))


def _changes(
    kind: Kind, line: Mapping[str, Any], before: Row | None, after: Row | None
) -> Iterator[Change]:
    what = line["what"]
    common: dict[str, Any] = {
        "at": datetime.fromisoformat(line["at"]),
        "by": line["by"],
        "what": what,
        "table": line["record_table"],
        "record_id": line["record_id"],
        "revision": line["revision"],
    }
    if what != "changed" or before is None or after is None:
        yield Change(**common)
        return
    old, new = record_of(kind.record, before, {}), record_of(kind.record, after, {})
    for entry in kept_entries(kind.record):
        if entry.name in _ABOUT_THE_WRITING:
            continue
        was, now = getattr(old, entry.name), getattr(new, entry.name)
        if was != now:
            yield Change(**common, entry=entry, old=was, new=now)
