"""A paper with the codes of some cases, for work on paper with others: no name, no place."""

from collections.abc import Iterable

from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import Purpose, stamp_of
from gbvcase.casework.ways_out import leave
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.vault.lists import lines_of

MOST_CODES = 1_000


class TooManyCodes(GbvcaseError):
    """More codes than anybody reads on paper."""

    sentence = mark("At most {most} codes go on one list. Choose fewer cases.")


def code_list_paper(desk: Desk, case_ids: Iterable[str], say: Say) -> bytes:
    """Return the list of the codes of some cases, in the order given."""
    from gbvcase.documents.code_list import code_list

    ids = tuple(case_ids)
    if len(ids) > MOST_CODES:
        raise TooManyCodes(most=MOST_CODES)
    with desk.vault.begin() as db:
        codes = [line.code for line in lines_of(db, ids)]
    return code_list(codes, desk.today(), say, stamp=stamp_of(desk, say))


def note_code_list(
    desk: Desk, case_ids: Iterable[str], purpose: Purpose, copies: int, saved: bool
) -> None:
    """Write into the journal, for each case, that its code left on a list, and what for."""
    act = "list.save" if saved else "list.print"
    with desk.vault.begin() as db:
        for case_id in case_ids:
            leave(desk, db, act, case_id, purpose=purpose.code, copies=copies)
