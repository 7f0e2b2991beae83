"""What can be done with a case as a whole: the entries of the menu at the end of its header."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu

from gbvcase.casework.voiding import VOIDABLE, is_void
from gbvcase.domain.case import Case
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.gates import next_states
from gbvcase.domain.marking import mark
from gbvcase.ui.case_papers import PaperMenu
from gbvcase.ui.case_tabs import Tab
from gbvcase.ui.case_token import ask_for_token
from gbvcase.ui.case_voiding import ask_and_void, restore
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame


@dataclass(frozen=True)
class Doing:
    """What the page of the case does when an entry is chosen."""

    refer: Callable[[], object]
    add: Callable[[str], object]
    move: Callable[[CaseStatus], object]
    read_anew: Callable[[], object]


def fill_more(menu: QMenu, frame: Frame, case: Case, doing: Doing, shown: Tab | None) -> None:
    """Offer what this person may do with the case as it stands, and with what is shown of it."""
    menu.clear()
    menu.addAction(say(mark("Refer...")), doing.refer)
    papers = menu.addMenu(say(mark("Print...")))
    for action in PaperMenu(menu, frame, case).actions():
        papers.addAction(action)
    menu.addSeparator()
    menu.addAction(say(mark("Add an incident")), partial(doing.add, "incidents"))
    menu.addAction(say(mark("Record a consent")), partial(doing.add, "consents"))
    asking = partial(ask_for_token, menu, frame, case.head.id, doing.read_anew)
    menu.addAction(say(mark("Came with a referral mark...")), asking)
    _fill_mistake(menu, frame, case, doing, shown)
    states = next_states(case, frame.desk.profile.role)
    if states:
        menu.addSeparator()
    for state in states:
        words = say(mark("Change the state to: {state}")).format(state=state.said(say))
        menu.addAction(words, partial(doing.move, state))


def _fill_mistake(menu: QMenu, frame: Frame, case: Case, doing: Doing, shown: Tab | None) -> None:
    """Offer to say that the shown record was entered by mistake, or was none after all."""
    if shown is None or shown.part not in VOIDABLE or shown.position is None:
        return
    menu.addSeparator()
    named, where = {"part": shown.title}, (shown.part, shown.position)
    case_id = case.head.id
    if is_void(case, shown.part, shown.position):
        words = say(mark("Let it count again: {part}")).format(**named)
        menu.addAction(words, partial(restore, frame, case_id, where, doing.read_anew))
    else:
        words = say(mark("Entered by mistake: {part}...")).format(**named)
        asking = partial(ask_and_void, menu, frame, case_id, where, doing.read_anew)
        menu.addAction(words, asking)
