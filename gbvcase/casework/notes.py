"""Notes in the timeline of a case: written, changed by their author, thrown away, taken back."""

from dataclasses import dataclass, replace
from datetime import datetime

from gbvcase.casework.cases import load_for_change
from gbvcase.casework.desk import Desk
from gbvcase.domain.case import Case
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.notes import Note, require_author, require_writer
from gbvcase.vault.revisions import record_at, removals


class NoteGone(GbvcaseError):
    """A note that is not in its case any more."""

    sentence = mark("This note is not in the case any more.")


@dataclass(frozen=True, kw_only=True, repr=False)
class ThrownAway:
    """A note in the trash, when it was put there and by whom."""

    note: Note
    at: datetime
    by: str


def add_note(desk: Desk, case_id: str, text: str) -> Case:
    """Write a note into a case; raise NotAllowed for a role that writes in no case."""
    require_writer(desk.profile.role)
    note = Note(noted_at=desk.now(), text=text)
    with load_for_change(desk, case_id, "note.add") as change:
        change.case = replace(change.case, notes=(*change.case.notes, note))
    return change.case


def amend_note(desk: Desk, case_id: str, note_id: str, text: str) -> Case:
    """Change the words of one's own note; what they were stays in the history."""
    with load_for_change(desk, case_id, "note.amend") as change:
        before = _note(change.case, note_id)
        require_author(before, desk.worker, desk.profile.role)
        notes = tuple(
            replace(one, text=text) if one.id == note_id else one for one in change.case.notes
        )
        change.case = replace(change.case, notes=notes)
    return change.case


def remove_note(desk: Desk, case_id: str, note_id: str) -> Case:
    """Put one's own note into the trash, from which it can be taken back (`casework/trash.py`)."""
    with load_for_change(desk, case_id, "note.remove") as change:
        require_author(_note(change.case, note_id), desk.worker, desk.profile.role)
        notes = tuple(one for one in change.case.notes if one.id != note_id)
        change.case = replace(change.case, notes=notes)
    return change.case


def restore_note(desk: Desk, case_id: str, note_id: str) -> Case:
    """Take a note back out of the trash; raise NoteGone if it does not lie there."""
    thrown = {one.note.id: one.note for one in thrown_away(desk, case_id)}
    if note_id not in thrown:
        raise NoteGone
    require_writer(desk.profile.role)
    with load_for_change(desk, case_id, "note.restore") as change:
        change.case = replace(change.case, notes=(*change.case.notes, thrown[note_id]))
    return change.case


def thrown_away(desk: Desk, case_id: str) -> tuple[ThrownAway, ...]:
    """Return the notes of a case that lie in the trash, the newest first."""
    with desk.vault.begin() as db:
        found = []
        for change in removals(db, case_id, "notes"):
            note = record_at(db, case_id, change.record_id, change.revision - 1)
            assert isinstance(note, Note), "its table holds nothing else"
            found.append(ThrownAway(note=note, at=change.at, by=change.by))
    return tuple(found)


def _note(case: Case, note_id: str) -> Note:
    for note in case.notes:
        if note.id == note_id:
            return note
    raise NoteGone
