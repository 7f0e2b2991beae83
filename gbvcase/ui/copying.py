"""Words that were copied out of a page: may other programs have them?"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gbvcase.casework.ways_out import COPYING, note_copy, open_ways
from gbvcase.domain.marking import mark
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say

if TYPE_CHECKING:
    from gbvcase.ui.workplace import Workplace

TOLD = "told_of_copying"


def ask_to_copy(place: "Workplace", letters: int, let_out: Callable[[], object]) -> None:
    """Let copied words out once the journal knows of it, or say that they can be pasted here."""
    desk, here = place.desk, place.place()
    case_id = str(here[1].get("case_id") or "") if here is not None else ""

    def work(_progress: Progress) -> bool:
        if COPYING.name not in open_ways(desk):
            return False
        note_copy(desk, case_id, letters)
        return True

    def done(is_out: bool) -> None:
        if is_out:
            let_out()
        elif not place.property(TOLD):  # once: words are moved about all day
            place.setProperty(TOLD, True)
            place.note(say(mark("Copied. It can be pasted in this program only.")))

    place.jobs.start(work, done=done, failed=place.failed, quiet=True)
