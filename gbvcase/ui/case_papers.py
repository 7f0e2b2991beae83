"""The papers of a case: which there are, each shown before it is printed."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from gbvcase.casework.papers import consent_paper, intake_paper, note_print, referral_paper
from gbvcase.domain.case import Case
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame


class PaperMenu(QMenu):
    """The entries under `Print...`."""

    def __init__(self, parent: QWidget, frame: Frame, case: Case) -> None:
        super().__init__(parent)
        self._frame, self._case = frame, case
        self.addAction(say(mark("Consent form")), self._consent)
        self.addAction(say(mark("Empty intake form")), self._intake)
        if case.referrals:
            self.addSeparator()
        for referral in case.referrals:
            number = str(referral.referral_no)
            words = say(mark("Referral form {number}")).format(number=number)
            self.addAction(words, lambda n=number: self._referral(n))

    def _consent(self) -> None:
        desk, case_id = self._frame.desk, self._case.head.id
        self._show(say(mark("Consent form")), lambda: consent_paper(desk, case_id, say))

    def _intake(self) -> None:
        desk = self._frame.desk
        self._show(say(mark("Empty intake form")), lambda: intake_paper(desk, say))

    def _referral(self, number: str) -> None:
        desk = self._frame.desk
        title = say(mark("Referral form {number}")).format(number=number)
        self._show(title, lambda: referral_paper(desk, number, say), number)

    def _show(self, title: str, make: Callable[[], bytes], number: str = "") -> None:
        desk, frame = self._frame.desk, self._frame

        def note(purpose: str, copies: int, saved: bool) -> None:
            frame.jobs.start(
                lambda _progress: note_print(desk, number, purpose, copies, saved=saved),
                done=lambda _done: None,
                failed=frame.failed,
            )

        frame.jobs.start(
            lambda _progress: make(),
            done=lambda paper: frame.go("preview", paper=paper, title=title, note=note),
            failed=frame.failed,
        )
