"""What each change replaced: every revision of every record can be read again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gbvcase.domain.case import Case
from gbvcase.domain.fields import Entry
from gbvcase.domain.interchange import record_to_json
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written, written_moment
from gbvcase.domain.written_values import write_value
from gbvcase.vault.kept_rows import Rows, case_of, quoted, rows_kept
from gbvcase.vault.rows import Row, record_of
from gbvcase.vault.saving import ABOUT_THE_WRITING, CHANGED, MADE, MOVED, REMOVED
from gbvcase.vault.tables import KINDS, PROVIDER, Kind, kept_entries, table_of

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
    "notes": mark("Note"),
    "providers": mark("Service provider"),
}

_BY_TABLE = {kind.table: kind for kind in (*KINDS, PROVIDER)}


@dataclass(frozen=True, kw_only=True, repr=False)
class Change:
    """One field of one record that changed; or a record that was added or taken out."""

    at: datetime
    by: str
    what: str  # made, changed or removed
    saving: int  # the number of the saving that it is part of: later ones have higher numbers
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
        sentences = {MADE: MADE_SENTENCE, REMOVED: REMOVED_SENTENCE}
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
    """Return what was changed in a case, or in a provider of the directory; the newest first."""
    found = [change for step in _steps(db, case_id) for change in _changes(step)]
    return tuple(reversed(found))


def record_at(db: Connection, case_id: str, record_id: str, revision: int) -> Kept:
    """Return a record as it was when it came to a revision, with what was inside it then.

    KeyError if it never was at it.
    """
    for step in _steps(db, case_id):
        if step.record_id != record_id:
            continue
        for row, saving in ((step.before, step.saving - 1), (step.after, step.saving)):
            if row is not None and row["revision"] == revision:
                return _with_inside(db, case_id, step.kind, row, saving)
    raise KeyError(record_id)


def removals(db: Connection, case_id: str, table: str) -> tuple[Change, ...]:
    """Return which records of one kind were taken out and are out now, the latest first."""
    last = {change.record_id: change for change in reversed(changes(db, case_id))}
    out = [one for one in last.values() if one.what == REMOVED and one.table == table]
    return tuple(sorted(out, key=lambda one: one.saving, reverse=True))


def case_at(db: Connection, case_id: str, saving: int) -> Case:
    """Return a case as it was after a saving; KeyError if it was not there yet."""
    rows = _rows_at(db, case_id, saving)
    if ("cases", case_id) not in rows:
        raise KeyError(case_id)
    return case_of(rows)


def _rows_at(db: Connection, case_id: str, saving: int) -> Rows:
    rows = rows_kept(db, case_id)
    for step in reversed(_steps(db, case_id)):
        if step.saving <= saving:
            break
        key = (step.kind.table, step.record_id)
        if step.before is None:
            del rows[key]
        else:
            rows[key] = (step.kind, step.before)
    return rows


def _with_inside(db: Connection, case_id: str, kind: Kind, row: Row, saving: int) -> Kept:
    inner = [one for one in KINDS if one.owner is kind.record]
    if not inner:
        return record_of(kind.record, row, {})
    rows = _rows_at(db, case_id, saving).values()
    inside: dict[str, Any] = {}
    for one in inner:
        found = [r for k, r in rows if k is one and r["owner_id"] == row["id"]]
        found.sort(key=lambda r: int(r["position"]))
        inside[one.inside] = tuple(record_of(one.record, r, {}) for r in found)
    return record_of(kind.record, row, inside)


@dataclass(frozen=True, repr=False)
class _Step:
    """A line of the history, with the row before it and after it."""

    saving: int
    kind: Kind
    record_id: str
    revision: int
    at: str
    by: str
    what: str
    before: Row | None
    after: Row | None = None


def _steps(db: Connection, case_id: str) -> list[_Step]:
    """Return the lines of a history, the oldest first: each ends where the next one begins."""
    query = (
        'SELECT saving, record_table, record_id, revision, at, "by", what, replaced'
        " FROM revisions WHERE case_id = ? ORDER BY number DESC"
    )
    following: dict[tuple[str, str], Row | None] = {}
    steps: list[_Step] = []
    for saving, table, record_id, *rest in db.exec_driver_sql(query, (case_id,)):
        kind, key = _BY_TABLE[table], (table, record_id)
        revision, at, by, what, replaced = rest
        before = json.loads(replaced) if replaced else None
        step = _Step(saving, kind, record_id, revision, at, by, what, before)
        if step.what != REMOVED:
            after = following[key] if key in following else _row_now(db, kind, case_id, record_id)
            step = replace(step, after=after)
        following[key] = step.before
        steps.append(step)
    return steps[::-1]


def _row_now(db: Connection, kind: Kind, case_id: str, record_id: str) -> Row | None:
    columns = [column.name for column in table_of(kind).columns]
    owner = "case_id" if "case_id" in columns else "id"
    query = f"SELECT {quoted(columns)} FROM {kind.table} WHERE id = ? AND {owner} = ?"  # noqa: S608
    found = db.exec_driver_sql(query, (record_id, case_id)).first()
    return None if found is None else dict(zip(columns, found, strict=True))


def _changes(step: _Step) -> Iterator[Change]:
    common: dict[str, Any] = {
        "at": datetime.fromisoformat(step.at),
        "by": step.by,
        "what": step.what,
        "saving": step.saving,
        "table": step.kind.table,
        "record_id": step.record_id,
        "revision": step.revision,
    }
    if step.what == MOVED:
        return
    if step.what != CHANGED or step.before is None or step.after is None:
        yield Change(**common)
        return
    kind = step.kind.record
    old, new = record_of(kind, step.before, {}), record_of(kind, step.after, {})
    for entry in kept_entries(kind):
        if entry.name in ABOUT_THE_WRITING:
            continue
        was, now = getattr(old, entry.name), getattr(new, entry.name)
        if was != now:
            yield Change(**common, entry=entry, old=was, new=now)
