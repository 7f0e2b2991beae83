"""The trash: what was thrown away, for how long it can be taken back, and when it is gone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from gbvcase.casework.cases import load_for_change
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import take_draft_back
from gbvcase.casework.notes import NoteGone
from gbvcase.casework.tasks import TaskGone, restore_task
from gbvcase.domain.codes import TaskKind
from gbvcase.domain.fields import given
from gbvcase.domain.notes import Note, require_writer
from gbvcase.domain.tasks import Task
from gbvcase.vault import drafts as kept_drafts
from gbvcase.vault.drafts import Draft
from gbvcase.vault.journal import write
from gbvcase.vault.lapse import CONFIRMED, lapse_since
from gbvcase.vault.lists import lines_of
from gbvcase.vault.records import Transaction
from gbvcase.vault.trash import TakenOut, forget_record, note_what_lies, settle, taken_out

DRAFTS_LIE, RECORDS_LIE = timedelta(days=7), timedelta(days=30)
TABLES = ("tasks", "notes")


@dataclass(frozen=True, kw_only=True, repr=False)
class Lying:
    """One thing in the trash: a draft, a task or a note; of which case, since when, until when.

    `until` is the day from which it may be removed; it lies there longer if the clock cannot be
    believed, or nobody has worked here since.
    """

    what: Draft | Task | Note
    case_id: str | None
    code: str
    at: datetime
    until: date

    def __repr__(self) -> str:
        return "<Lying>"

    @property
    def kind(self) -> TaskKind | None:
        """Return what was to be done, of a task."""
        return given(self.what.kind) if isinstance(self.what, Task) else None


@dataclass(frozen=True, repr=False)
class Trash:
    """All that lies in the trash, the newest first, and whether the clock must be confirmed."""

    lying: tuple[Lying, ...]
    clock_has_jumped: bool


def trash(desk: Desk) -> Trash:
    """Return what can still be taken back."""
    with desk.vault.begin() as db:
        found = tuple(sorted(_all(db), key=lambda one: one.at, reverse=True))
        now = desk.now()
        ripe = [one for one in found if one.at + _time_of(one) <= now]
        jumped = any(lapse_since(db, one.at, now).jumped for one in ripe)
    return Trash(found, jumped)


def take_out(desk: Desk, one: Lying) -> None:
    """Take one thing back out of the trash: a draft to its form, a task or a note to its case.

    Raises DraftInTheWay, TaskGone or NoteGone if that is not possible any more.
    """
    if isinstance(one.what, Draft):
        take_draft_back(desk, str(one.what.id))
        return
    assert one.case_id is not None, "only a draft may belong to no case yet"
    is_there = any(one.what.id == other.what.id for other in trash(desk).lying)
    if isinstance(one.what, Task):
        if not is_there:
            raise TaskGone
        restore_task(desk, one.case_id, one.what)
        return
    if not is_there:  # whether it is, no clock decides
        raise NoteGone
    require_writer(desk.profile.role)
    with load_for_change(desk, one.case_id, "note.restore") as change:
        change.case = replace(change.case, notes=(*change.case.notes, one.what))


def empty_expired(desk: Desk) -> int:
    """Remove for good what has lain in the trash for its time; return how much that was.

    Never on the word of the clock alone: the journal must tell of work on several days since, and
    of no jump of the clock. What is removed is overwritten in the file, and in its log.
    """
    if desk.vault.is_read_only:
        return 0
    now = desk.now()
    with desk.vault.begin() as db:
        note_what_lies(db, TABLES)
        gone = [
            one
            for one in _all(db)
            if one.at + _time_of(one) <= now and lapse_since(db, one.at, now).is_sure
        ]
        for one in gone:
            _forget(db, one)
        if gone:
            write(db, "trash.empty", "", now, number=len(gone))
    if gone:
        settle(desk.vault)
    return len(gone)


def confirm_clock(desk: Desk) -> None:
    """Say that the clock is right after a long pause: from now on it is believed again."""
    with desk.vault.begin() as db:
        write(db, CONFIRMED, "", desk.now())


def _time_of(one: Lying) -> timedelta:
    return DRAFTS_LIE if isinstance(one.what, Draft) else RECORDS_LIE


def _forget(db: Transaction, one: Lying) -> None:
    if isinstance(one.what, Draft):
        kept_drafts.forget(db, str(one.what.id))
        return
    assert one.case_id is not None
    table = "tasks" if isinstance(one.what, Task) else "notes"
    forget_record(db, one.case_id, table, one.what.id)


def _all(db: Transaction) -> Iterator[Lying]:
    dropped = kept_drafts.trash(db)
    ids = {draft.case_id for draft in dropped if draft.case_id is not None}
    codes = {line.id: line.code for line in lines_of(db, ids)}
    for draft in dropped:
        assert draft.dropped_at is not None
        yield Lying(
            what=draft,
            case_id=draft.case_id,
            code=codes.get(draft.case_id or "", ""),
            at=draft.dropped_at,
            until=(draft.dropped_at + DRAFTS_LIE).date(),
        )
    yield from map(_lying, taken_out(db, TABLES))


def _lying(taken: TakenOut) -> Lying:
    assert isinstance(taken.record, (Task, Note)), "the tables hold nothing else"
    return Lying(
        what=taken.record,
        case_id=taken.case_id,
        code=taken.code,
        at=taken.at,
        until=(taken.at + RECORDS_LIE).date(),
    )
