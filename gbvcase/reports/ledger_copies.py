"""The ledger as members of a network give it to each other, and how two become one.

A copy has every figure that was released and every one held for later, but no true count. Nothing
of either ledger is dropped when they are joined: whoever saw one release may have seen the other.
"""

import json
from dataclasses import dataclass
from enum import Enum

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.lattice import atoms
from gbvcase.reports.ledger import Audience, Kinship, Ledger, LedgerDamaged, Line, State
from gbvcase.reports.tables import Plan

KIND = "ledger"


class NotALedger(GbvcaseError):
    """A document that is not the list of releases of a member, or one that was changed."""

    sentence = mark("This is not a list of releases, or it was changed. Nothing was joined.")


class OldLines(GbvcaseError):
    """Lines of an earlier program, which cannot be shown to anybody without their true counts."""

    sentence = mark(
        "Releases of an earlier version of the program stand in the list. It cannot be given away."
    )


class LedgerBehind(GbvcaseError):
    """Another member has seen releases that are not in our ledger."""

    sentence = mark(
        "{office} knows {number} releases that are not in the list here. Join the lists first; "
        "until then nothing is released."
    )


class FrozenElsewhere(GbvcaseError):
    """A release that needs true counts that another member has and never gives away."""

    sentence = mark(
        "Figures of this period were released by {office}. More figures of it can only be "
        "released there."
    )


class Standing(Enum):
    """How our ledger stands to that of another member."""

    SAME = mark("Both lists are the same.")
    AHEAD = mark("The list here has everything that the other one has, and more.")
    BEHIND = mark("The other list has releases that are missing here.")
    FORKED = mark("Each list has releases that are missing in the other.")


@dataclass(frozen=True)
class Copy:
    """A ledger as a member has handed it out."""

    office: str
    ledger: Ledger


def copied(ledger: Ledger, office: str) -> bytes:
    """Write a ledger for another member, without any true count; always the same bytes."""
    if any(not line.secret for line in ledger.lines):
        raise OldLines
    told = {"kind": KIND, "office": office, "lines": [line.shared() for line in ledger.lines]}
    return json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def read_copy(content: bytes) -> Copy:
    """Read what `copied` wrote; raise NotALedger for anything else."""
    try:
        told = json.loads(content)
        if told["kind"] != KIND or not isinstance(told["office"], str):
            raise NotALedger
        lines = tuple(Line.from_json(line) for line in told["lines"])
        if any(line.truth or line.salt or not line.secret for line in lines):
            raise NotALedger
        ledger = Ledger(lines)
        ledger.verify()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise NotALedger from cause
    except LedgerDamaged as cause:
        raise NotALedger from cause
    return Copy(told["office"], ledger)


def missing(ours: Ledger, theirs: Ledger) -> tuple[Line, ...]:
    """Return the lines of another ledger that ours lacks, in their order."""
    known = {line.hash for line in ours.lines}
    return tuple(line for line in theirs.lines if line.hash not in known)


def standing(ours: Ledger, theirs: Ledger) -> Standing:
    """Tell how our ledger stands to another one."""
    behind, ahead = missing(ours, theirs), missing(theirs, ours)
    if behind:
        return Standing.FORKED if ahead else Standing.BEHIND
    return Standing.AHEAD if ahead else Standing.SAME


def require_all(ours: Ledger, others: tuple[Copy, ...]) -> None:
    """Raise LedgerBehind if a member has seen a release that we do not know of."""
    for other in others:
        unseen = [line for line in missing(ours, other.ledger) if line.state is State.FROZEN]
        if unseen:
            raise LedgerBehind(office=other.office[:60], number=len(unseen))


def joined(ours: Ledger, theirs: Ledger, *, by: str, office: str, at: str) -> Ledger:
    """Return one ledger with every line of both; a line says who joined them, if there are two
    ends. Nothing changes where ours has all of theirs."""
    both = Ledger((*ours.lines, *missing(ours, theirs)))
    both.verify()
    ends = sorted(both.ends)
    if len(ends) <= 1:
        return both if len(both.lines) > len(ours.lines) else ours
    line = Line(
        release="",
        plan="",
        plan_digest="",
        unit="",
        base=0,
        calendar="",
        period="",
        span="",
        audience=Audience.NETWORK,
        made_at=at,
        made_by=by,
        office=office,
        state=State.JOINED,
        joins=tuple(ends[1:]),
    )
    return Ledger((*both.lines, line.closed(ends[0])))


def require_truth(ledger: Ledger, plan: Plan, period: str) -> None:
    """Raise FrozenElsewhere if quarters of a period were frozen by a member who has the counts."""
    here = set(ledger.truth(plan))
    for line in ledger.lines:
        related = line.plan_digest in (plan.digest, *plan.extends)
        away = line.state is State.FROZEN and line.is_elsewhere
        kinship = line.kinship(plan.offices)
        if kinship in (Kinship.INSIDE, Kinship.APART):
            continue  # of an office whose counts we have, or of others
        wanted = set(atoms(period)) - (here if kinship is not Kinship.AROUND else set())
        if related and away and wanted & set(atoms(line.span)):
            raise FrozenElsewhere(office=line.office[:60])
