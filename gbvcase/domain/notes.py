"""What a worker writes down beside the forms: the notes in the timeline of a case."""

from datetime import datetime

from gbvcase.domain.codes import Role
from gbvcase.domain.fields import ADMINISTRATIVE, SENSITIVE, Answer, entry, record
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.domain.stepping import WORKERS, NotAllowed


@record
class Note(Kept):
    """A few lines about the work, for whoever goes on with it; it is on no paper that leaves."""

    noted_at: Answer[datetime] = entry(
        mark("Written on"), ADMINISTRATIVE, required=True, hidden=True, declinable=False
    )
    text: Answer[str] = entry(
        mark("Note"), SENSITIVE, required=True, lines=2, searchable=True, declinable=False
    )


def require_writer(role: Role) -> None:
    """Raise NotAllowed for a role that writes in no case (dictionary, section 23)."""
    if role not in WORKERS:
        raise NotAllowed(mark("Your role does not allow this step."))


def require_author(note: Note, worker: str, role: Role) -> None:
    """Raise NotAllowed if this is another person's note: that is answered, never written over."""
    require_writer(role)
    if note.created_by not in (None, worker):
        raise NotAllowed(mark("Only the person who wrote a note can change it. Add one of yours."))
