"""The ways by which something readable leaves a cabinet: all of them, in one place.

Whatever leaves has its entry in the journal before it leaves, so that nothing has ever left without
one; an office may close each way. The screen is the only exit that is not here.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gbvcase.casework.desk import Desk
from gbvcase.domain.errors import GbvcaseError, Marked
from gbvcase.domain.marking import mark

if TYPE_CHECKING:  # the database is not loaded before somebody opens a cabinet
    from gbvcase.vault.records import Transaction

SETTING = "ways_out"
"""The ways that are not as they are at first, by their names: true for open."""


@dataclass(frozen=True)
class WayOut:
    """One way out: what people call it, and what the journal writes when something takes it."""

    name: str
    words: str
    note: str
    acts: frozenset[str]
    is_open_at_first: bool = True


PRINTING = WayOut(
    "print",
    mark("Print papers"),
    mark("Off: papers are shown on the screen only. The recovery number is then written by hand."),
    frozenset({"paper.print", "list.print", "sheet.print", "recovery.print"}),
)
SAVING = WayOut(
    "save",
    mark("Save papers as PDF"),
    mark("Behind a password; only the command line writes a form without one."),
    frozenset({"paper.save", "list.save", "sheet.save"}),
)
PUBLISHING = WayOut(
    "publish",
    mark("Write report files"),
    mark("Protected figures only, as tables, a PDF and files for programs."),
    frozenset({"report.publish", "report.correct", "report.files"}),
)
HANDING_OVER = WayOut(
    "hand_over",
    mark("Hand over to other offices"),
    mark("Sealed counts, lists and forms, and the marks of referrals."),
    frozenset(
        {
            "counts.export",
            "ledger.export",
            "incidents.export",
            "report.authority",
            "referral.token",
        }
    ),
)
READING_OUT = WayOut(
    "read_out",
    mark("Read cases out on the command line"),
    mark("For programs and for those who type. Off: cases are read in this window only."),
    frozenset({"case.read", "history.read", "list.read", "incidents.read"}),
)
COPYING = WayOut(
    "copy",
    mark("Copy words into other programs"),
    mark("Off: what you copy can be pasted in this program only."),
    frozenset({"words.copy"}),
    is_open_at_first=False,
)
WAYS_OUT = (PRINTING, SAVING, PUBLISHING, HANDING_OVER, READING_OUT, COPYING)


class WayClosed(GbvcaseError):
    """Something was to leave by a way that this office has closed."""

    sentence = mark(
        "This way out is closed in this cabinet: {way}. Nothing has left. "
        "It can be opened in the settings, under What may leave."
    )


def way_of(act: str) -> WayOut | None:
    """Return by which way something leaves when the journal writes this; None if nothing does."""
    return next((way for way in WAYS_OUT if act in way.acts), None)


def open_ways(desk: Desk) -> frozenset[str]:
    """Return the names of the ways that are open."""
    with desk.vault.begin() as db:
        return frozenset(way.name for way in WAYS_OUT if _is_open(db, way))


def set_open(desk: Desk, way: WayOut, is_open: bool) -> None:
    """Open or close a way; the journal tells of it."""
    from gbvcase.vault.journal import write
    from gbvcase.vault.settings import keep_setting

    with desk.vault.begin() as db:
        if _is_open(db, way) is is_open:
            return
        keep_setting(db, SETTING, _kept(db) | {way.name: is_open})
        write(db, "way.open" if is_open else "way.close", way.name, desk.now())


def require_open(db: "Transaction", act: str) -> None:
    """Raise WayClosed if what the journal would write leaves by a way that is closed."""
    way = way_of(act)
    if way is not None and not _is_open(db, way):
        raise WayClosed(way=Marked(way.words))


def require_way(desk: Desk, act: str) -> None:
    """Raise WayClosed before anything is asked or counted that could not leave in the end."""
    with desk.vault.begin() as db:
        require_open(db, act)


def leave(desk: Desk, db: "Transaction", act: str, ref: str, **more: object) -> None:
    """Write into the journal that something leaves, or raise WayClosed; then let it leave.

    `ref` is the id of a record; neither it nor `more` may hold a name or a text.
    """
    from gbvcase.vault.journal import write

    assert way_of(act) is not None, f"{act} is the act of no way out"
    require_open(db, act)
    write(db, act, ref, desk.now(), **more)


def note_leaving(desk: Desk, act: str, ref: str = "", **more: object) -> None:
    """Do the same in a transaction of its own."""
    with desk.vault.begin() as db:
        leave(desk, db, act, ref, **more)


def note_reading(desk: Desk, act: str, ref: str = "", **more: object) -> None:
    """Do the same for what is read out; a cabinet that cannot be written to is read all the same.

    An older copy in its place, or a damaged one, is looked at before anybody decides about it.
    """
    if desk.vault.is_read_only:
        with desk.vault.begin() as db:
            require_open(db, act)
        return
    note_leaving(desk, act, ref, **more)


def note_sheet(desk: Desk, ref: str, copies: int, saved: bool) -> None:
    """Write into the journal that a paper about nobody leaves: keys, an empty form, a report."""
    note_leaving(desk, "sheet.save" if saved else "sheet.print", ref, copies=copies)


def note_recovery_sheet(desk: Desk) -> None:
    """Write into the journal that the recovery number goes to a printer."""
    note_leaving(desk, "recovery.print")


def note_copy(desk: Desk, ref: str, letters: int) -> None:
    """Write into the journal that words go to other programs; `ref` is the case that was open."""
    note_leaving(desk, "words.copy", ref, letters=letters)


def _kept(db: "Transaction") -> dict[str, bool]:
    from gbvcase.vault.settings import read_setting

    found = read_setting(db, SETTING)
    return found if isinstance(found, dict) else {}


def _is_open(db: "Transaction", way: WayOut) -> bool:
    return bool(_kept(db).get(way.name, way.is_open_at_first))
