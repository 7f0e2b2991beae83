"""How a field of a record says what it is: form, column, paper and count are drawn from it."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, dataclass_transform, get_args, get_origin, get_type_hints
from unicodedata import normalize

from gbvcase.domain.codes import Code, DisclosureLine, InfoItem, NotAnswered
from gbvcase.domain.values import PartialDate, Place, Scan

T = TypeVar("T")

Answer = Union[T, NotAnswered, None]  # noqa: UP007 - a generic alias needs the long spelling
"""An answer, one of the three ways of declining one, or None: not asked yet."""

TEXT_LIMIT = 300
LONG_LIMIT = 60_000


class Sensitivity(Enum):
    """How far a value may travel (data dictionary, section 1)."""

    IDENTIFYING = "ID"  # identifies a person directly
    INDIRECT = "QI"  # identifies in combination; counted only as a band or a coarser place
    SENSITIVE = "SE"  # an account, health, the perpetrator; never counted as text
    STATISTICAL = "ST"  # coded, may be counted
    ADMINISTRATIVE = "AD"  # about our work


IDENTIFYING, INDIRECT, SENSITIVE, STATISTICAL, ADMINISTRATIVE = Sensitivity


class Agency(Enum):
    """Who may receive a referral: the columns of the disclosure profiles (section 26)."""

    HEALTH = "health"
    POLICE = "police"
    WOMENS_UNION = "womens_union"  # and shelters
    LEGAL_AID = "legal_aid"
    SOCIAL = "social"  # social work and child protection


EVERY_AGENCY = frozenset(Agency)


class Band(Enum):
    """How a value that identifies in combination is coarsened before it may be counted."""

    AGE = "age"
    ETHNIC_GROUP = "ethnic_group"
    AREA = "area"
    PERIOD = "period"
    AS_CODED = "as_coded"


@dataclass(frozen=True)
class Sharing:
    """Who may receive a field, and which item of the survivor's consent covers it."""

    item: InfoItem
    agencies: frozenset[Agency] = EVERY_AGENCY
    separate_tick: frozenset[Agency] = frozenset()  # these only with a tick of their own
    line: DisclosureLine | None = None  # the line of the disclosure table that it stands on


@dataclass(frozen=True)
class About:
    """What is known of a field, beyond its name and its type."""

    label: str
    sensitivity: Sensitivity
    help: str = ""
    required: bool = False  # needed to save as registered
    gate: str = ""  # the name of the gate that needs it (`domain/gates.py`)
    condition: str = ""  # needed when this named condition holds (`domain/gates.py`)
    sharing: Sharing | None = None
    band: Band | None = None
    searchable: bool = False
    lines: int = 1
    limit: int = 0  # characters; 0: the usual limit of its kind
    low: int | None = None  # of a number
    high: int | None = None
    unit: str = ""
    refers_to: str = ""  # the record whose id this is: "consent", "provider", "worker", ...
    declinable: bool = True  # whether the ways of not answering are offered
    check: str = ""  # the name of the check whose warnings stand below it (`domain/remarks.py`)
    covered: bool = False  # shown with all but its end covered, until it is asked for
    hidden: bool = False  # kept, but on no form
    made: bool = False  # worked out by the program: never taken from a document


@dataclass(frozen=True)
class Entry:
    """One described field of a record: what form, paper, table and dictionary are drawn from.

    `kind` is str, int, bool, date, datetime, PartialDate, Place, Scan, a Code list, or a Record
    (a group of fields inside the record). `many` says that the value is a frozenset of codes or a
    tuple of records.
    """

    name: str
    kind: type
    many: bool
    about: About

    @property
    def key(self) -> str:
        """Return the dictionary's name of the field: the name, or `from` where it is `from_`."""
        return self.name.removesuffix("_")

    @property
    def band(self) -> Band | None:
        """Return how the value is counted, or None if it never is."""
        if self.about.band is None and self.about.sensitivity is STATISTICAL and self.is_coded:
            return Band.AS_CODED
        return self.about.band

    @property
    def is_coded(self) -> bool:
        return issubclass(self.kind, Code)

    @property
    def is_group(self) -> bool:
        return issubclass(self.kind, Record)

    @property
    def limit(self) -> int:
        """Return how many characters a text may have."""
        return self.about.limit or (LONG_LIMIT if self.about.lines > 1 else TEXT_LIMIT)

    @property
    def empty(self) -> Any:
        """Return the value that means `not asked yet`."""
        if self.is_group:
            return () if self.many else self.kind()
        return None


@dataclass(frozen=True, kw_only=True, repr=False)
class Record:
    """A part of a case that a form asks for; never changed, only replaced."""

    def __post_init__(self) -> None:
        for f in fields(self):
            value = getattr(self, f.name)
            if type(value) is str:  # keyboards write ế in one letter or in three
                object.__setattr__(self, f.name, normalize("NFC", value.strip()) or None)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"  # never a value: reprs end in logs and tracebacks


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class of described fields a frozen record, as every record of the house is made."""
    return dataclass(frozen=True, kw_only=True, repr=False)(cls)


def entry(label: str, sensitivity: Sensitivity, **more: Any) -> Any:
    """Declare a field of a record, together with all there is to know about it.

    The keywords are those of `About`; an unknown one is a TypeError at import.
    """
    return field(default=None, metadata={"about": About(label, sensitivity, **more)})


def group(label: str, sensitivity: Sensitivity, kind: type[Record], **more: Any) -> Any:
    """Declare a group of fields inside a record, of which there is one."""
    about = About(label, sensitivity, **{"declinable": False} | more)
    return field(default_factory=kind, metadata={"about": about})


def groups(label: str, sensitivity: Sensitivity, **more: Any) -> Any:
    """Declare a group of fields inside a record, of which there may be many."""
    about = About(label, sensitivity, **{"declinable": False} | more)
    return field(default=(), metadata={"about": about})


def entries_of(kind: type[Record]) -> tuple[Entry, ...]:
    """Return the described fields of a record class, in the order in which they are asked."""
    return _entries_of(kind)  # type: ignore[arg-type] # a class of frozen values can be hashed


@cache
def _entries_of(kind: type[Record]) -> tuple[Entry, ...]:
    hints = get_type_hints(kind)
    return tuple(
        Entry(f.name, *_kind(hints[f.name]), f.metadata["about"])
        for f in fields(kind)
        if "about" in f.metadata
    )


def entry_named(kind: type[Record], name: str) -> Entry:
    """Return the description of one field; KeyError if the record has none of that name."""
    return _named(kind)[name]  # type: ignore[arg-type] # as above


@cache
def _named(kind: type[Record]) -> dict[str, Entry]:
    return {entry.name: entry for entry in entries_of(kind)}


def is_answered(value: object) -> bool:
    """Tell whether something was said: an answer, or one of the ways of declining it."""
    if isinstance(value, Record):
        return value != type(value)()
    return value is not None and value not in ((), frozenset())


def given(value: Answer[T]) -> T | None:
    """Return the answer itself, and None for `not asked` and for every way of declining."""
    return None if isinstance(value, NotAnswered) else value


PLAIN = (str, int, bool, date, datetime, PartialDate, Place, Scan)


def _kind(hint: Any) -> tuple[type, bool]:
    """Read `Answer[date]` as (date, False) and `Answer[frozenset[Weapon]]` as (Weapon, True)."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part not in (NoneType, NotAnswered))
    if get_origin(hint) in (frozenset, tuple):
        return get_args(hint)[0], True
    return hint, False
