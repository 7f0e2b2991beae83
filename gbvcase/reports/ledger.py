"""The memory of everything that ever left: append-only lines, each tied to the one before it.

A line keeps the figures that were shown, those that were rounded with them and are held for later,
and the true counts of the finest cells, without which no later table could be fitted. It lives
encrypted in the vault. What was withdrawn stays known forever.

Lines form a chain. Where members of a network each went on from the same line there are two ends,
and nothing is released before a person has joined them with a line that names both.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from hashlib import sha256
from secrets import token_hex
from typing import Any

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.period import Calendar, Period
from gbvcase.reports.facts import FIRST, Fact, Facts, fact_about
from gbvcase.reports.lattice import PERIOD, atoms
from gbvcase.reports.protection import FEWEST, Figure, Status, everybody, is_left_out
from gbvcase.reports.tables import Finest, Key, Plan, Table, key

BEGINNING = "0" * 64


class Audience(Enum):
    """To whom a release was handed out."""

    PUBLIC = "public"
    NETWORK = "network"  # members bound by the protocol of information sharing
    AUTHORITY = "authority"  # sealed and exact; no publication


class State(Enum):
    """What a line says of its release; the last line about a release counts."""

    FROZEN = "frozen"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    HANDED_OVER = "handed_over"  # sealed and exact, for an authority
    JOINED = "joined"  # two ends of the chain, by a person

    @property
    def said(self) -> str:
        """Return the marked name of the state."""
        return _STATES[self]


class Kinship(Enum):
    """How the people of a release lie to those that are asked about."""

    SAME = "same"
    INSIDE = "inside"  # the report of one office, beside that of all
    AROUND = "around"  # the report of all, beside that of one office
    APART = "apart"
    TANGLED = "tangled"  # some of ours, and some others


_STATES = {
    State.FROZEN: mark("released"),
    State.WITHDRAWN: mark("withdrawn"),
    State.SUPERSEDED: mark("replaced by a correction"),
    State.HANDED_OVER: mark("sealed for an authority"),
    State.JOINED: mark("joined with the list of another member"),
}


class LedgerDamaged(GbvcaseError):
    """A line that does not follow from the one before it."""

    sentence = mark("The list of releases is damaged at line {number}. Nothing can be released.")


class LedgerForked(GbvcaseError):
    """A chain with more than one end: releases were made that did not know of each other."""

    sentence = mark(
        "The list of releases has {number} ends: releases were made that did not know of each "
        "other. Join them first; until then nothing is released."
    )


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Line:
    """What is remembered of one release."""

    release: str
    plan: str
    plan_digest: str
    unit: str
    base: int
    calendar: str
    period: str
    span: str  # the period that was rounded with it
    audience: Audience
    made_at: str  # ISO, with the offset
    made_by: str
    approved_by: str = ""
    office: str = ""
    letterhead: Mapping[str, str] = field(default_factory=dict)  # so that papers stay the same
    edition: str = FIRST
    state: State = State.FROZEN
    few: bool = False  # fewer than ten people: the sentence, and nothing else
    figures: Mapping[Key, Figure] = field(default_factory=dict)
    headline: Mapping[Key, Figure] = field(default_factory=dict)
    held: Mapping[Key, Figure] = field(default_factory=dict)
    truth: Finest = field(default_factory=dict)
    dropped: tuple[Table, ...] = ()
    left_out: tuple[str, ...] = ()  # tables that were not shown, so that the release could pass
    error: int = 0
    files: Mapping[str, str] = field(default_factory=dict)
    rule: str = ""
    program: str = ""
    previous: str = BEGINNING
    signature: str = ""
    reason: str = ""  # why it was withdrawn, as somebody typed it
    signer: str = ""  # the public key of the owner
    joins: tuple[str, ...] = ()  # other ends that this line brings together
    offices: tuple[str, ...] = ()  # whose people were counted
    division: Mapping[str, Any] = field(default_factory=dict)  # how offices are shown, if they are
    secret: str = ""  # names what never leaves the vault, without telling it
    salt: str = ""  # without it a few small counts could be guessed from their name

    def __repr__(self) -> str:
        return f"<Line {self.release} {self.state.value}>"

    def ended(self, state: State, by: str, at: str, reason: str = "") -> "Line":
        """Return the line that says that this release was withdrawn, or replaced by another."""
        return replace(
            self,
            state=state,
            made_by=by,
            made_at=at,
            reason=reason,
            figures={},
            headline={},
            held={},
            truth={},
        )

    @cached_property
    def hash(self) -> str:
        """Return what the next line names this one by.

        What never leaves goes into it by a name of its own, so that a copy without it has the
        same hash; the signature is made over the hash.
        """
        told = self.as_json()
        if self.secret:
            told = self.shared() | {"signature": "", "signer": ""}
        return sha256(_bytes(told)).hexdigest()

    def shared(self) -> dict[str, Any]:
        """Return the line as another member may have it: without any true count."""
        told = self.as_json()
        return told | {"salt": ""} | {name: type(told[name])() for name in self._secrets()}

    def _secrets(self) -> dict[str, Any]:
        """Return what never leaves the vault, not even sealed."""
        told = self.as_json()
        names = ("truth", "headline") if self.audience is Audience.AUTHORITY else ("truth",)
        return {name: told[name] for name in names}

    def closed(self, previous: str) -> "Line":
        """Return the line as it stands in the chain, behind another one."""
        line = replace(self, previous=previous, signature="", signer="", salt=token_hex(16))
        return replace(line, secret=line.secret_name)

    @property
    def secret_name(self) -> str:
        """Return the name of what never leaves the vault."""
        return sha256(_bytes({"salt": self.salt, **self._secrets()})).hexdigest()

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether another member made the line, and keeps its true counts."""
        return bool(self.secret) and not self.salt

    @property
    def is_whole(self) -> bool:
        """Tell whether what never leaves is here, and is what the line was made with."""
        return not self.secret or (bool(self.salt) and self.secret_name == self.secret)

    def kinship(self, offices: Iterable[str]) -> Kinship:
        """Tell how the people of this line lie to those of some offices.

        Our own releases follow each other, whoever has sent counts by then.
        """
        theirs, ours = set(self.offices), set(offices)
        if not self.is_elsewhere or not theirs or not ours or theirs == ours:
            return Kinship.SAME
        if theirs.isdisjoint(ours):
            return Kinship.APART
        if theirs > ours:
            return Kinship.AROUND
        return Kinship.INSIDE if theirs < ours else Kinship.TANGLED

    @property
    def days(self) -> Period:
        """Return the period with its days."""
        return Period(self.period, Calendar(self.calendar))

    def facts(self) -> Iterable[Fact]:
        """Yield what whoever has seen the release knows."""
        if self.state is not State.FROZEN or self.audience is Audience.AUTHORITY:
            return
        whole = everybody(self.period)
        if self.few:
            yield replace(Fact.of(whole, 0, FEWEST - 1), release=self.release)
            return
        for cell, figure in (*self.figures.items(), *self.headline.items()):
            fact = fact_about(cell, figure)
            yield replace(fact, release=self.release, edition=self.edition)
        yield replace(Fact.of(whole, FEWEST, None), release=self.release)

    def as_json(self) -> dict[str, Any]:
        """Return the line as plain values."""
        plain = ("release", "plan", "plan_digest", "unit", "base", "calendar", "period", "span")
        more = ("made_at", "made_by", "approved_by", "office", "edition", "few", "error", "rule")
        last = ("program", "previous", "signature")
        later = (name for name in ("reason", "signer", "secret", "salt") if getattr(self, name))
        return {name: getattr(self, name) for name in (*plain, *more, *last, *later)} | {
            "audience": self.audience.value,
            "state": self.state.value,
            "figures": _written(self.figures),
            "headline": _written(self.headline),
            "held": _written(self.held),
            "truth": {
                ",".join(table): {",".join(leaf): n for leaf, n in sorted(numbers.items()) if n}
                for table, numbers in sorted(self.truth.items())
            },
            "dropped": [list(table) for table in self.dropped],
            "left_out": list(self.left_out),
            "files": dict(self.files),
            "letterhead": dict(self.letterhead),
            **({"joins": list(self.joins)} if self.joins else {}),
            **({"offices": list(self.offices)} if self.offices else {}),
            **({"division": dict(self.division)} if self.division else {}),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Line":
        """Read what `as_json` gave."""
        values = dict(kept)
        values["audience"] = Audience(values["audience"])
        values["state"] = State(values["state"])
        for name in ("figures", "headline", "held"):
            values[name] = _read(values[name])
        values["truth"] = {
            tuple(table.split(",")) if table else (): {
                tuple(leaf.split(",")): number for leaf, number in numbers.items()
            }
            for table, numbers in values["truth"].items()
        }
        values["dropped"] = tuple(tuple(table) for table in values["dropped"])
        values["left_out"] = tuple(values["left_out"])
        values["joins"] = tuple(values.get("joins", ()))
        values["offices"] = tuple(values.get("offices", ()))
        return cls(**values)


@dataclass(frozen=True, eq=False)
class Ledger:
    """All lines of an office, the oldest first."""

    lines: tuple[Line, ...] = ()
    beside: tuple[Fact, ...] = ()  # what reports of another unit tell about the people in hand

    def append(self, line: Line) -> "Ledger":
        """Return the ledger with one more line, tied to the last."""
        return Ledger((*self.lines, line.closed(self.head)))

    @property
    def head(self) -> str:
        """Return the hash of the line to go on from."""
        return self.ends[-1] if self.lines else BEGINNING

    @property
    def ends(self) -> tuple[str, ...]:
        """Return the hashes of the lines from which nobody went on; more than one is a fork."""
        followed = {name for line in self.lines for name in (line.previous, *line.joins)}
        return tuple(line.hash for line in self.lines if line.hash not in followed)

    def verify(self) -> None:
        """Raise LedgerDamaged if a line does not follow from one before it, or was changed."""
        known = {BEGINNING}
        for number, line in enumerate(self.lines, 1):
            follows = known.issuperset((line.previous, *line.joins))
            changed = bool(line.salt) and not line.is_whole
            if not follows or changed or line.hash in known:
                raise LedgerDamaged(number=number)
            known.add(line.hash)

    def require_one_end(self) -> None:
        """Raise LedgerForked if releases were made that did not know of each other."""
        if len(self.ends) > 1:
            raise LedgerForked(number=len(self.ends))

    def facts(self, plan: Plan) -> Facts:
        """Return everything that was ever known about the people of a plan, withdrawn included.

        Whoever belongs to the network also sees what is public, so both are one.
        """
        some = tuple(
            fact for line in self.of(plan) if line.edition == FIRST for fact in line.facts()
        )
        imagined = {cell: figure.value for cell, figure in self.frozen(plan).items()}
        return Facts((*some, *self.beside), imagined)

    def frozen(self, plan: Plan) -> dict[Key, Figure]:
        """Return every figure that can no longer change, shown or held."""
        found: dict[Key, Figure] = {}
        for line in self.of(plan):
            for cell, figure in (*line.figures.items(), *line.held.items()):
                found.setdefault(cell, figure)
        return found

    def of(self, plan: Plan) -> Iterator[Line]:
        """Yield the lines about the people of a plan, and of those whose tables it has too."""
        return (
            line
            for line in self.lines
            if line.plan_digest in (plan.digest, *plan.extends)
            and line.kinship(plan.offices) in (Kinship.SAME, Kinship.TANGLED)
        )

    def truth(self, plan: Plan) -> dict[str, dict[Table, dict[tuple[str, ...], int]]]:
        """Return for each frozen quarter the true counts of its finest cells, by table."""
        found: dict[str, dict[Table, dict[tuple[str, ...], int]]] = {}
        for line in self.of(plan):
            for atom in atoms(line.span) if line.truth else ():
                tables = found.setdefault(atom, {})
                for table, numbers in line.truth.items():
                    cells = {leaf: n for leaf, n in numbers.items() if n and leaf[-1] == atom}
                    tables.setdefault(table, cells)
        return found

    def release(self, name: str) -> Line | None:
        """Return the line in which a release was frozen."""
        for line in self.lines:
            if line.release == name and line.state is State.FROZEN:
                return line
        return None

    def newest(self, name: str) -> Line | None:
        """Return the newest edition of a release: its correction, if there is one."""
        return self.release(f"{name}-e2") or self.release(name)

    def state(self, name: str) -> State:
        """Return what was last said of a release."""
        return [line.state for line in self.lines if line.release == name][-1]

    def withdrawn_because(self, name: str) -> str:
        """Return why a release was withdrawn; empty if it was not."""
        return next((o.reason for o in reversed(self.lines) if o.release == name), "")

    def as_json(self) -> list[dict[str, Any]]:
        """Return all lines as plain values."""
        return [line.as_json() for line in self.lines]

    @classmethod
    def from_json(cls, kept: Iterable[Mapping[str, Any]]) -> "Ledger":
        """Read what `as_json` gave; LedgerDamaged if the lines do not follow from each other."""
        ledger = cls(tuple(Line.from_json(line) for line in kept))
        ledger.verify()
        return ledger


def _bytes(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True).encode()


def _written(figures: Mapping[Key, Figure]) -> list[list[Any]]:
    return [
        [";".join(f"{name}={code}" for name, code in cell), f.value, f.low, f.high, f.status.value]
        for cell, f in sorted(figures.items())
    ]


def _read(rows: Iterable[Iterable[Any]]) -> dict[Key, Figure]:
    found = {}
    for text, value, low, high, status in rows:
        pairs = (pair.split("=") for pair in text.split(";"))
        found[key((name, code) for name, code in pairs)] = Figure(value, low, high, Status(status))
    return found


def left_out(figures: Mapping[Key, Figure]) -> dict[str, Figure]:
    """Return the figures of those left out, by reason."""
    return {
        code: figure
        for cell, figure in figures.items()
        if is_left_out(cell)
        for name, code in cell
        if name != PERIOD
    }
