"""The tables, drawn from the records: a row for each record, a column for each of its fields."""

from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from gbvcase.domain.case import CaseHead
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import Entry, entries_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.kept import Kept
from gbvcase.domain.notes import Note
from gbvcase.domain.people import AllegedPerpetrator, Client
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.domain.tasks import Task

metadata = MetaData()

WHOLE_NUMBERS = (int, bool)


@dataclass(frozen=True)
class Kind:
    """A kind of record that is kept by itself: its table, and the records inside it."""

    record: type[Kept]
    table: str
    inside: str = ""  # the field of its owner that holds it; "": it belongs to the case itself
    owner: type[Kept] | None = None


KINDS = (
    Kind(CaseHead, "cases"),
    Kind(Client, "clients"),
    Kind(Intake, "intakes"),
    Kind(Consent, "consents"),
    Kind(Incident, "incidents"),
    Kind(AllegedPerpetrator, "alleged_perpetrators", "alleged_perpetrators", Incident),
    Kind(Referral, "referrals"),
    Kind(ReferralFeedback, "referral_feedback", "feedback", Referral),
    Kind(Task, "tasks"),
    Kind(Note, "notes"),
)
"""The records of a case, owners before what is inside them."""


def is_kept_apart(entry: Entry) -> bool:
    """Tell whether a group has a table of its own instead of a column of its owner."""
    return entry.is_group and issubclass(entry.kind, Kept)


def kept_entries(record: type[Kept]) -> tuple[Entry, ...]:
    """Return the fields of a record that are columns of its own table."""
    return tuple(entry for entry in entries_of(record) if not is_kept_apart(entry))


def column(entry: Entry) -> Column[object]:
    """Return the column that keeps a field: whole numbers as such, all else as text."""
    whole = entry.kind in WHOLE_NUMBERS
    kind: TypeEngine[object] = Integer() if whole else Text()  # type: ignore[assignment]
    return Column(entry.key, kind, nullable=entry.name != "id")


def record_table(kind: Kind, home: MetaData = metadata) -> Table:
    """Return the table of a kind of record."""
    places: list[Column[object]] = []
    key = ["id"]
    if kind.table not in ("cases", "providers"):
        # the numbers in a document are its own: another case may use the same ones
        key = ["case_id", "id"]
        cases = ForeignKey("cases.id", ondelete="CASCADE")
        places.append(Column("case_id", Text, cases, nullable=False))
        if kind.owner is not None:
            places.append(Column("owner_id", Text, nullable=False))
        places.append(Column("position", Integer, nullable=False))
    fields = [column(entry) for entry in kept_entries(kind.record)]
    return Table(
        kind.table,
        home,
        *fields,
        Column("not_answered", Text),
        *places,
        PrimaryKeyConstraint(*key),
        sqlite_strict=True,
    )


def list_index(column: str) -> str:
    """Return the name of the index by which a list is ordered or narrowed by a column."""
    return f"cases_by_{column.removeprefix('list_')}"


TABLES = {kind.record: record_table(kind) for kind in KINDS}
cases = TABLES[CaseHead]
for _name, _type in (
    ("name", Text),
    ("name_key", LargeBinary),
    ("heard", Text),
    ("birth_year", Integer),
    ("commune", Text),
    ("commune_name", Text),
    ("commune_key", LargeBinary),
    ("urgent", Integer),
    ("next_due", Text),
):
    cases.append_column(Column(f"list_{_name}", _type))
Index("cases_coded", cases.c.code, unique=True)
for _name in ("code", "list_name_key", "list_commune_key", "status", "opened_on", "list_next_due"):
    # an order of the list is read from its index alone, ids and all
    _columns = dict.fromkeys((_name, "code", "id"))
    Index(list_index(_name), *(cases.c[column] for column in _columns))
for _name in ("owner", "list_urgent"):
    Index(list_index(_name), cases.c[_name], cases.c.id)
# who may be the same person is looked for in an index alone too
_people = ("list_commune", "list_birth_year", "list_heard", "id")
Index(list_index("list_commune"), *(cases.c[column] for column in _people))
Index("referrals_numbered", TABLES[Referral].c.referral_no)
Index("tasks_due", TABLES[Task].c.state, TABLES[Task].c.due)

PROVIDER = Kind(ServiceProvider, "providers")
providers = record_table(PROVIDER)


def table_of(kind: Kind) -> Table:
    """Return the table of a kind of record."""
    return metadata.tables[kind.table]


revisions = Table(
    "revisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("saving", Integer, nullable=False),  # the number of the first line of one saving
    Column("case_id", Text, nullable=False),
    Column("record_table", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("what", Text, nullable=False),  # made, changed, moved or removed
    Column("replaced", Text),  # the row as it was before, as JSON; empty when it was made
    sqlite_strict=True,
)
Index("revisions_of_case", revisions.c.case_id, revisions.c.number)

case_words = Table(
    "case_words",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("case_id", Text, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("exact", Text),  # the words to the letter, as the index has them
    sqlite_strict=True,
)
Index("case_words_of_case", case_words.c.case_id, unique=True)

counted = Table(
    "counted",
    metadata,
    Column("case_id", Text, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("unit", Text, primary_key=True),  # incidents, people, cases, referrals, ...
    Column("record", Text, primary_key=True),
    Column("client", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("excluded", Text),
    Column("day", Text),  # the day by which it belongs to a period
    Column("first_day", Text),
    Column("last_day", Text),
    Column("answers", Text, nullable=False),  # banded answers, as JSON
    sqlite_strict=True,
)
Index("counted_by_day", counted.c.unit, counted.c.day)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("case_id", Text),
    Column("form", Text, nullable=False),
    Column("record_id", Text),
    Column("content", Text, nullable=False),
    Column("cursor", Text),
    Column("base_revision", Integer),
    Column("kept_at", Text, nullable=False),
    Column("dropped_at", Text),
    sqlite_strict=True,
)
Index("drafts_of_case", drafts.c.case_id, drafts.c.form)

scans = Table(
    "scans",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("kept_at", Text, nullable=False),
    sqlite_strict=True,
)

release_lines = Table(
    "release_lines",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("line", Text, nullable=False),
    sqlite_strict=True,
)
