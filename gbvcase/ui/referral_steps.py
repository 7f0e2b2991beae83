"""What is done with a referral that has left us: each asks what it needs, then does it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gbvcase.casework.cases import load
from gbvcase.casework.papers import note_destroyed
from gbvcase.casework.referrals import add_later_note, numbered
from gbvcase.domain.case import Case
from gbvcase.domain.marking import mark
from gbvcase.domain.referral import ReferralFeedback
from gbvcase.domain.referral_states import may_edit
from gbvcase.ui.editing import Around
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.referral_answer import (
    BEFORE,
    TELL_THEM,
    AnswerAsked,
    ask_for_reason,
    keep_answer,
    take_back,
)

CORRECTION = mark("What was handed over stays as it was. The correction stands beside it.")


class Steps(QObject):
    """Does one step with one referral beside the screen; the page shows what came of it."""

    done = Signal(object)  # the Case as it is now

    def __init__(self, page: PageWidget) -> None:
        super().__init__(page)
        self._page, self._frame = page, page.frame

    def answer(
        self, case: Case, number: str, asked: AnswerAsked, feedback: ReferralFeedback | None
    ) -> None:
        """Keep an answer and go to the state that it means."""
        desk = self._frame.desk
        self._do(lambda: keep_answer(desk, case.head.id, number, asked, feedback))

    def withdraw(self, case: Case, number: str, around: Around) -> None:
        """Ask why, then end the referral."""
        sent = not may_edit(numbered(case, number))
        sentence = TELL_THEM if sent else BEFORE
        reason = ask_for_reason(self._page, say(mark("Withdraw")), say(sentence), around)
        desk = self._frame.desk
        if reason is not None:
            self._do(lambda: take_back(desk, case.head.id, number, reason, sent=sent))

    def correct(self, case: Case, number: str, around: Around) -> None:
        """Ask what is to be corrected, then add it."""
        title = say(mark("Add a correction"))
        text = ask_for_reason(self._page, title, say(CORRECTION), around, kind="main")
        desk = self._frame.desk

        def work() -> Case:
            assert text is not None
            add_later_note(desk, case.head.id, number, text)
            return load(desk, case.head.id)

        if text is not None:
            self._do(work)

    def tell_destroyed(self, case: Case, number: str, line: int, gone: bool) -> None:
        """Remember that the copies of one printing are gone, or are not."""
        desk = self._frame.desk
        self._do(lambda: note_destroyed(desk, case.head.id, number, line, gone))

    def _do(self, work: Callable[[], Case]) -> None:
        frame: Frame = self._frame
        frame.jobs.start(lambda _progress: work(), done=self.done.emit, failed=frame.failed)
