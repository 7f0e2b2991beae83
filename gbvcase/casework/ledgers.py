"""The ledger of this office and those of other members: kept, handed out, compared, joined.

What another member has seen and we have not stops every release until a person has joined both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from gbvcase.casework.desk import Desk
from gbvcase.casework.upkeep import password_to_seal
from gbvcase.casework.ways_out import leave
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.ledger import Ledger, LedgerDamaged, Line, State
from gbvcase.reports.ledger_copies import (
    Copy,
    NotALedger,
    Standing,
    copied,
    joined,
    missing,
    read_copy,
    require_all,
    require_truth,
    standing,
)
from gbvcase.reports.tables import Plan
from gbvcase.sealing.parcels import seal, unseal
from gbvcase.vault.journal import write
from gbvcase.vault.records import Transaction
from gbvcase.vault.release_lines import add_lines, is_signed, read_lines, signed
from gbvcase.vault.settings import keep_setting, read_setting

SEEN = "ledger.seen"
"""Copies of other members that have releases which are not in our ledger, by office and end."""


class NothingToJoin(GbvcaseError):
    """A join where no other list has anything that is missing here."""

    sentence = mark("No other list has releases that are missing here. There is nothing to join.")


@dataclass(frozen=True)
class HandedLedger:
    """A sealed copy of the ledger for another member."""

    content: bytes
    password: str
    lines: int


@dataclass(frozen=True)
class Comparison:
    """What a copy of another member shows."""

    office: str
    standing: Standing
    missing: tuple[str, ...]  # names of releases that are not in our ledger
    unsigned: int  # lines without a signature, as earlier programs made them

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "office": self.office,
            "standing": self.standing.name.lower(),
            "missing": list(self.missing),
            "unsigned": self.unsigned,
        }


def read_ledger(db: Transaction) -> Ledger:
    """Return the ledger, checked from its first line; LedgerDamaged if it was changed."""
    ledger = Ledger.from_json(read_lines(db))
    for number, line in enumerate(ledger.lines, 1):
        if line.signer and not _is_signed(line):
            raise LedgerDamaged(number=number)
    return ledger


def ledger_of(desk: Desk) -> Ledger:
    """Return the ledger of what was released, checked from its first line."""
    with desk.vault.begin() as db:
        return read_ledger(db)


def keep_lines(db: Transaction, before: Ledger, after: Ledger) -> None:
    """Keep the lines by which a ledger has grown; those made here are signed."""
    known = {line.hash for line in before.lines}
    new = [line for line in after.lines if line.hash not in known]
    add_lines(db, [_signed(db, line).as_json() for line in new])


def _signed(db: Transaction, line: Line) -> Line:
    if line.signer or not line.salt:  # a line that another member made
        return line
    signer, signature = signed(db, line.hash)
    return replace(line, signer=signer, signature=signature)


def _is_signed(line: Line) -> bool:
    return is_signed(line.signer, line.hash, line.signature)


def require_joined(db: Transaction, ledger: Ledger, plan: Plan, period: str) -> None:
    """Refuse a release as long as there are two ledgers, or the counts are another member's.

    Raises LedgerForked, LedgerBehind or FrozenElsewhere.
    """
    ledger.require_one_end()
    require_all(ledger, tuple(_kept(db).values()))
    require_truth(ledger, plan, period)


def shared_ledger(db: Transaction, office: str) -> bytes:
    """Return the copy of the ledger that goes with what is sent to other members."""
    return copied(read_ledger(db), office)


def hand_out_ledger(desk: Desk, password: str | None = None) -> HandedLedger:
    """Seal a copy of the ledger for another member; it has every figure and no true count."""
    secret = password_to_seal(desk, password)
    with desk.vault.begin() as db:
        ledger = read_ledger(db)
        content = copied(ledger, desk.unit)
        leave(desk, db, "ledger.export", "", lines=len(ledger.lines))
    desk.vault.write_mark()
    return HandedLedger(seal(content, secret), secret, len(ledger.lines))


def compare_ledger(desk: Desk, sealed: bytes, password: str) -> Comparison:
    """Look at the copy of another member; if it has releases that we lack, nothing is released
    from now on until they are joined. Raises ParcelShut or NotALedger."""
    copy = _checked(read_copy(unseal(sealed, password)))
    with desk.vault.begin() as db:
        found = note_copy(db, copy)
        write(db, "ledger.compare", "", desk.now(), missing=len(found.missing))
    desk.vault.write_mark()
    return found


def note_copy(db: Transaction, copy: Copy) -> Comparison:
    """Remember the copy of another member as long as it has releases that ours lacks."""
    ours = read_ledger(db)
    new = [line for line in missing(ours, copy.ledger) if line.state is State.FROZEN]
    kept = _texts(db)
    if new:  # beside an older one of the same office: neither takes the place of the other
        kept[f"{copy.office}/{copy.ledger.head}"] = copied(copy.ledger, copy.office).decode()
        keep_setting(db, SEEN, kept)
    return Comparison(
        copy.office,
        standing(ours, copy.ledger),
        tuple(line.release for line in new),
        sum(not line.signature for line in copy.ledger.lines),
    )


def note_sent(db: Transaction, content: bytes) -> None:
    """Remember the copy that came with something a member sent; NotALedger if it is none."""
    note_copy(db, _checked(read_copy(content)))


def waiting(desk: Desk) -> tuple[Comparison, ...]:
    """Return the lists of other members that wait to be joined."""
    with desk.vault.begin() as db:
        return tuple(note_copy(db, copy) for copy in _kept(db).values())


def join_ledgers(desk: Desk) -> tuple[Comparison, ...]:
    """Join every list that waits with ours: all facts of all count, none is dropped.

    Returns what was joined; raises NothingToJoin if no list has anything that ours lacks.
    """
    with desk.vault.begin() as db:
        before = after = read_ledger(db)
        found = []
        for copy in _kept(db).values():
            found.append(note_copy(db, copy))
            after = _joined(desk, after, copy.ledger)
        after = _joined(desk, after, after)  # where the two ends are our own
        if after is before:
            raise NothingToJoin
        keep_lines(db, before, after)
        keep_setting(db, SEEN, None)
        write(db, "ledger.join", "", desk.now(), lines=len(after.lines) - len(before.lines))
    desk.vault.write_mark()
    return tuple(found)


def _joined(desk: Desk, ours: Ledger, theirs: Ledger) -> Ledger:
    at = desk.now().isoformat()
    return joined(ours, theirs, by=desk.worker, office=desk.unit, at=at)


def _checked(copy: Copy) -> Copy:
    """Return a copy whose signatures are right; NotALedger otherwise."""
    if any(line.signer and not _is_signed(line) for line in copy.ledger.lines):
        raise NotALedger
    return copy


def _texts(db: Transaction) -> dict[str, str]:
    return dict(read_setting(db, SEEN) or {})


def _kept(db: Transaction) -> Mapping[str, Copy]:
    texts: Iterable[tuple[str, str]] = _texts(db).items()
    return {office: read_copy(text.encode()) for office, text in texts}
