"""Who did what, when: a chain in which every entry seals all that were written before it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, text

from gbvcase.sealing import canonical


@dataclass(frozen=True)
class Head:
    """The number of an entry, and the seal of it and of all before it."""

    seq: int
    hash: bytes


_INSTANT = "%Y-%m-%dT%H:%M:%SZ"

BEGINNING = Head(0, bytes(32))

_HEAD = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"
_AT = text("SELECT entry, hash FROM journal WHERE seq = :seq")
_AFTER = text("SELECT seq, entry, hash FROM journal WHERE seq > :seq ORDER BY seq")
_INCARNATION = text("SELECT incarnation FROM meta")
_INSERT = text("INSERT INTO journal (seq, entry, hash) VALUES (:seq, :entry, :hash)")


def write(db: Connection, act: str, ref: str, at: datetime, **more: object) -> Head:
    """Add an entry, in the transaction of the change that it tells of.

    `ref` is the id of a record; neither it nor `more` may hold a name or a text.
    """
    last = head(db)
    entry = canonical.dumps(
        {
            **more,
            "act": act,
            "at": instant(at),
            "inc": db.execute(_INCARNATION).scalar_one(),
            "ref": ref,
            "seq": last.seq + 1,
        }
    )
    new = Head(last.seq + 1, seal(last.hash, entry))
    db.execute(_INSERT, {"seq": new.seq, "entry": entry.decode(), "hash": new.hash})
    return new


def head(db: Connection) -> Head:
    """Return the last entry's number and seal."""
    plain: Any = db.connection.driver_connection  # every transaction ends with this question
    row = plain.execute(_HEAD).fetchone()
    return BEGINNING if row is None else Head(*row)


def entry_at(db: Connection, seq: int) -> tuple[Head, dict[str, Any]] | None:
    """Return an entry by its number, with its seal; None if there is none."""
    row = db.execute(_AT, {"seq": seq}).one_or_none()
    return None if row is None else (Head(seq, row.hash), canonical.loads(row.entry.encode()))


def verify(db: Connection, after: Head = BEGINNING) -> int | None:
    """Return the number of the first entry that does not follow from those before it.

    None if the chain is whole. `after` is a head that is trusted: it must lie on the chain.
    """
    if after != BEGINNING:
        row = db.execute(_AT, {"seq": after.seq}).one_or_none()
        if row is None or row.hash != after.hash:
            return after.seq
    last = after
    for row in db.execute(_AFTER, {"seq": after.seq}):
        entry = row.entry.encode()
        following = Head(last.seq + 1, seal(last.hash, entry))
        if (row.seq, row.hash) != (following.seq, following.hash) or not _says(entry, row.seq):
            return following.seq
        last = following
    return None


def seal(previous: bytes, entry: bytes) -> bytes:
    """Return the seal of an entry that follows another."""
    return sha256(b"cv1/audit\0" + previous + entry).digest()


def instant(at: datetime) -> str:
    """Write a time as the journal does: in UTC, to the second."""
    return at.astimezone(UTC).strftime(_INSTANT)


def moment(text: str) -> datetime | None:
    """Read a time as `instant` writes it; None if it is none."""
    try:
        return datetime.strptime(text, _INSTANT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _says(entry: bytes, seq: int) -> bool:
    try:
        found = canonical.loads(entry)
    except canonical.NotCanonical:
        return False
    return isinstance(found, dict) and found.get("seq") == seq
