"""The papers of a case: which there are, each shown before it is printed."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import (
    Purpose,
    consent_paper,
    envelope_paper,
    intake_paper,
    note_print,
    referral_paper,
)
from gbvcase.casework.providers import providers
from gbvcase.casework.referrals import numbered
from gbvcase.casework.summaries import summary_paper
from gbvcase.domain.case import Case
from gbvcase.domain.codes import DisclosureLine, PaperKind
from gbvcase.domain.disclosure import disclose
from gbvcase.domain.fields import Record, entry_named, given
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import may_edit
from gbvcase.ui.language import say, speaker
from gbvcase.ui.pages import Frame
from gbvcase.ui.preview import Again, Check, Note
from gbvcase.ui.preview_side import LANGUAGE

ASKED_OF_REFERRAL = ("provider", "service_requested", "urgency", "reason_short")
ASKED_OF_PERSON = ("full_name", "dob", "sex")


class PaperMenu(QMenu):
    """The entries under `Print...`."""

    def __init__(self, parent: QWidget, frame: Frame, case: Case) -> None:
        super().__init__(parent)
        self._frame, self._case = frame, case
        self.addAction(say(mark("Summary of the case")), self._summary)
        self.addAction(say(mark("Summary without the name")), partial(self._summary, named=False))
        self.addSeparator()
        self.addAction(say(mark("Consent form")), self._consent)
        self.addAction(say(mark("Empty intake form")), self._intake)
        if case.referrals:
            self.addSeparator()
        for referral in case.referrals:
            number = str(referral.referral_no)
            words = say(mark("Referral form {number}")).format(number=number)
            self.addAction(words, partial(self._referral, number))
            words = say(mark("Label for the envelope of {number}")).format(number=number)
            self.addAction(words, partial(self._envelope, number))

    def _summary(self, *, named: bool = True) -> None:
        desk, case_id = self._frame.desk, self._case.head.id
        self._show(
            PaperKind.CASE_SUMMARY,
            lambda said: summary_paper(desk, case_id, said, named=named),
            checks=[Check(True, say(mark("No account, no note, nobody who is accused")))],
            purpose=Purpose.FOR_THE_FILE,
        )

    def _consent(self) -> None:
        desk, case_id = self._frame.desk, self._case.head.id
        self._show(PaperKind.CONSENT_FORM, lambda said: consent_paper(desk, said, case_id))

    def _intake(self) -> None:
        desk = self._frame.desk
        self._show(PaperKind.INTAKE_FORM, lambda said: intake_paper(desk, said))

    def _referral(self, number: str) -> None:
        desk, case_id = self._frame.desk, self._case.head.id
        frame, case = self._frame, self._case
        referral = numbered(case, number)

        def work(_progress: object) -> tuple[bytes, ServiceProvider | None]:
            return referral_paper(desk, case_id, number, on_paper()), provider_of(desk, referral)

        frame.jobs.start(
            work,
            done=lambda made: show_referral_paper(frame, case, referral, made[1], made[0]),
            failed=frame.failed,
        )

    def _envelope(self, number: str) -> None:
        desk, case_id = self._frame.desk, self._case.head.id
        self._show(PaperKind.ENVELOPE, lambda said: envelope_paper(desk, case_id, number, said))

    def _show(self, paper: PaperKind, make: Again, **more: Any) -> None:
        frame, case_id = self._frame, self._case.head.id
        note, title = note_for(frame, case_id, paper), paper.said(say)
        frame.jobs.start(
            lambda _progress: make(on_paper()),
            done=lambda pdf: frame.go(
                "preview", paper=pdf, again=make, title=title, note=note, **more
            ),
            failed=frame.failed,
        )


def on_paper() -> Say:
    """Return what a paper says: Vietnamese, whatever the screen speaks, until it is asked for."""
    return speaker(LANGUAGE)


def show_referral_paper(
    frame: Frame, case: Case, referral: Referral, provider: ServiceProvider | None, paper: bytes
) -> None:
    """Show the form of a referral, with what is to be looked at before it is printed."""
    desk = frame.desk
    number = str(referral.referral_no)
    to = str(given(provider.name)) if provider else ""
    checks = [Check(True, say(mark("Room for the signatures")))]
    checks += _empty(frame, case, referral, provider)
    if provider is not None:
        checks.insert(0, Check(True, say(mark("Only what {office} may receive")).format(office=to)))
    frame.go(
        "preview",
        paper=paper,
        again=lambda said: referral_paper(desk, case.head.id, number, said),
        title=say(mark("Referral form {number}")).format(number=number),
        checks=checks,
        note=note_for(frame, case.head.id, PaperKind.REFERRAL_FORM, number),
        purpose=Purpose.FOR_THE_RECEIVER,
    )


def _empty(
    frame: Frame, case: Case, referral: Referral, provider: ServiceProvider | None
) -> Iterator[Check]:
    """Yield what the paper leaves a line for, with the way to the field."""
    case_id, number = case.head.id, str(referral.referral_no)
    here = partial(frame.go, "referral", case_id=case_id, number=number)
    person = partial(frame.go, "case", case_id=case_id, tab="client")
    told = disclose(case, referral, frame.desk.today(), provider).lines
    places: list[tuple[Record, str, Callable[..., None]]] = [
        (referral, name, here) for name in ASKED_OF_REFERRAL
    ]
    if DisclosureLine.PERSON in told:
        places += [(case.client, name, person) for name in ASKED_OF_PERSON]
    for record, name, go in places:
        entry = entry_named(type(record), name)
        if getattr(record, name) != entry.empty:
            continue
        sentence = say(mark("Empty: {field}")).format(field=say(entry.about.label))
        can_fill = go is person or may_edit(referral)
        action = say(mark("Fill in")) if can_fill else ""
        yield Check(False, sentence, action, partial(go, field=name) if can_fill else None)


def provider_of(desk: Desk, referral: Referral) -> ServiceProvider | None:
    """Return whom a referral goes to, None if that is not known yet."""
    found = {str(one.id): one for one in providers(desk)}
    return found.get(str(given(referral.provider)))


def note_for(frame: Frame, case_id: str, paper: PaperKind, number: str = "") -> Note:
    """Return what remembers in the case that a paper is printed or saved."""
    desk = frame.desk

    def note(purpose: Purpose, copies: int, saved: bool) -> None:
        note_print(
            desk,
            case_id,
            purpose,
            paper=paper,
            number=number or None,
            copies=copies,
            saved=saved,
        )

    return note
