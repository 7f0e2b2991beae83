"""The page of a referral: to whom, what goes with whose agreement, how it is handed over (S6)."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gbvcase.casework.cases import amend, load
from gbvcase.casework.drafts import Draft
from gbvcase.casework.papers import note_print, referral_paper
from gbvcase.casework.providers import providers
from gbvcase.casework.referrals import (
    amend_referral,
    begin_referral,
    hand_over,
    make_ready,
    move_referral,
    numbered,
    record_feedback,
)
from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    ConsentGiver,
    ConsentPurpose,
    Direction,
    Handover,
    ReferralDecline,
    ReferralOutcome,
    ReferralStatus,
)
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.domain.referral_states import dues, is_final, may_edit, referral_status
from gbvcase.domain.text import written_date
from gbvcase.ui.autosave import Autosave, Place, RescueStrip, find_draft
from gbvcase.ui.choice_editors import ComboEditor
from gbvcase.ui.editing import Around
from gbvcase.ui.find_editors import FindEditor
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.preview import Check
from gbvcase.ui.referral_answer import AnswerAsked, AnswerForm, ask_for_reason, may_answer
from gbvcase.ui.referral_what import WhatGoes
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, Chip, button, header, label, scrolling

FORM = "referral"
TO_WHOM = (
    "sector",
    "provider",
    "service_requested",
    "urgency",
    "reason_short",
    "focal_person",
    "escort",
    "appointment_at",
)
ASKED = (
    "decision",
    "items_allowed",
    "limits",
    "form",
    "witness",
    "explained",
    "child_assent",
)
NO_REFERRAL = "-"
Read = tuple[Case, tuple[ServiceProvider, ...], str | None, Draft | None]


class ReferralPage(PageWidget):
    """Three steps on one page; there is no way round the agreement."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._case: Case | None = None
        self._number: str | None = None
        self._directory: dict[str, ServiceProvider] = {}
        self._around = Around(now=frame.desk.now)
        self._form: RecordForm[Referral] | None = None
        self._how: RecordForm[Referral] | None = None
        self._asking: RecordForm[Consent] | None = None
        self._title = label("", "title")
        self._state = Chip("", "neutral")
        self._due = label("", "note")
        self._problem = label("", "error")
        self._rescue = RescueStrip()
        self._autosave = Autosave(frame, Place(FORM), self._values, self._cursor, self)
        self._rescue.go_on.connect(self._go_on_with)
        self._rescue.thrown_away.connect(lambda _draft: self._autosave.throw_away())
        back = button(say(mark("Later")))
        back.clicked.connect(self._leave)
        self._withdraw = button(say(mark("Withdraw...")), kind="danger")
        self._withdraw.clicked.connect(self._ask_withdraw)
        self._answer = button(say(mark("Record an answer")))
        self._answer.clicked.connect(self._show_answer)
        self._look = button(say(mark("Preview")), "file-text")
        self._look.clicked.connect(self._preview)
        self._send = button(say(mark("Hand over")), "send", "main")
        self._send.clicked.connect(self._hand_over)
        self.footer = (self._withdraw, back, self._answer, self._look, self._send)
        self._cards = {name: Card(say(title)) for name, title in STEPS}
        self._what = WhatGoes(self._around)
        self._what.ask.connect(self._ask_consent)
        self._what.changed.connect(self._autosave.touch)
        self._lay_out()

    # --- the page

    def open(self, **where: Any) -> None:
        """Show a referral of a case, or begin a new one."""
        case_id, number = where["case_id"], where.get("number")
        self._draft = where.get("draft")
        if self._case is not None:
            self.flush()
        desk = self.frame.desk

        def work(_progress: object) -> Read:
            waiting = find_draft(desk, Place(FORM, case_id, number or NO_REFERRAL))
            return load(desk, case_id), providers(desk), number, waiting

        self.frame.jobs.start(work, done=self._show, failed=self.frame.failed)

    def where(self) -> dict[str, Any]:
        """Return what comes back to this referral."""
        if self._case is None:
            return {}
        return {"case_id": self._case.head.id, "number": self._number}

    def flush(self) -> None:
        """Keep what is half typed."""
        if self._form is not None:
            self._autosave.flush()

    def act(self, key: str) -> bool:
        """Hand over with Ctrl+Enter, look with Ctrl+P, keep with Ctrl+S."""
        match key:
            case "main":
                if self._asking is not None:
                    self._record_consent()
                elif self._send.isVisible():
                    self._hand_over()
            case "print":
                self._preview()
            case "save":
                self._keep(lambda referral: None)
            case _:
                return self._form is not None and self._form.act(key)
        return True

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        cards = QVBoxLayout(page)
        cards.setContentsMargins(0, 0, space(8), 0)
        cards.setSpacing(space(12))
        for card in self._cards.values():
            cards.addWidget(card)
        cards.addStretch(1)
        self._cards["what"].add(self._what)
        column = QVBoxLayout(self)
        column.addWidget(header(self._title, self._state))
        for line in (self._due, self._problem, self._rescue):
            column.addWidget(line)
        column.addWidget(scrolling(page), 1)
        self._problem.hide()

    # --- showing

    def _show(self, read: Read) -> None:
        case, directory, number, waiting = read
        self._case, self._number = case, number
        self._directory = {str(provider.id): provider for provider in directory}
        referral = numbered(case, number) if number else Referral(direction=Direction.OUT)
        self._draw(referral)
        place = Place(FORM, case.head.id, number or NO_REFERRAL, referral.revision)
        self._autosave.move_to(place, {})
        if self._draft is not None:
            self._go_on_with(self._draft)
            self._draft = None
        elif may_edit(referral):
            self._rescue.offer(waiting, self.frame.desk.now())

    def _draw(self, referral: Referral) -> None:
        """Show a referral in its present state."""
        self._around = Around(
            now=self.frame.desk.now,
            choices={"provider": [(k, str(given(p.name) or "")) for k, p in self._directory.items()]},
        )
        for form in (self._form, self._how):
            if form is not None:
                form.hide()
                form.deleteLater()
        self._form = RecordForm(referral, self._around, only=TO_WHOM, folded=False)
        self._how = RecordForm(referral, self._around, only=("handover",), folded=False)
        for form in (self._form, self._how):
            form.changed.connect(self._changed)
            form.left.connect(lambda _name: self._autosave.keep())
            form.setEnabled(may_edit(referral))
        self._cards["who"].add(self._form)
        self._cards["how"].add(self._how)
        self._end_asking()
        self._offer_providers()
        self._react(referral)

    def _react(self, referral: Referral) -> None:
        case = self._case
        assert case is not None
        status = referral_status(referral)
        number = self._number or say(mark("new"))
        self._title.setText(say(mark("Referral {number}")).format(number=number))
        self._state.setText(status.said(say))
        due = dues(referral)
        shows_due = due is not None and not is_final(referral)
        self._due.setVisible(shows_due)
        if due is not None and shows_due:
            text = say(mark("An answer is expected by {date}"))
            self._due.setText(text.format(date=written_date(due[1].date())))
        editable = may_edit(referral)
        self._send.setVisible(editable)
        self._answer.setVisible(may_answer(referral))
        self._withdraw.setVisible(not is_final(referral) and self._number is not None)
        self._what.setEnabled(editable)
        self._what.show_for(case, referral, self._provider(referral))
        self._send.setEnabled(self._what.is_allowed)
        self._look.setEnabled(self._what.is_allowed)

    def _changed(self) -> None:
        self._autosave.touch()
        self._offer_providers()
        referral = self._referral()
        if referral is not None:
            self._react(referral)

    def _offer_providers(self) -> None:
        """Offer the providers of the chosen sector; take the sector of a provider of only one."""
        assert self._form is not None
        sector = self._form.row("sector").typed()
        editor = self._form.row("provider").editor
        fitting = [
            (key, str(given(provider.name) or ""))
            for key, provider in self._directory.items()
            if sector is None or sector in {s.code for s in given(provider.sectors) or ()}
        ]
        if isinstance(editor, ComboEditor | FindEditor):
            editor.set_choices(fitting)
        chosen = self._directory.get(str(editor.typed()))
        sectors = given(chosen.sectors) if chosen else None
        if sector is None and sectors and len(sectors) == 1:
            self._form.row("sector").set_typed(next(iter(sectors)).code)

    def _referral(self) -> Referral | None:
        """Return the referral as it stands on the page, or None if it cannot be read yet."""
        assert self._form is not None
        assert self._how is not None
        if self._form.unreadable() or self._how.unreadable():
            return None
        referral = replace(self._form.record(), handover=self._how.record().handover)
        return replace(referral, disclosure=self._what.chosen()) if self._what.is_allowed and (
            self._what.chosen()
        ) else referral

    def _provider(self, referral: Referral) -> ServiceProvider | None:
        return self._directory.get(str(given(referral.provider)))

    # --- agreement

    def _ask_consent(self) -> None:
        """Ask for the agreement in place, for exactly this recipient."""
        referral = self._referral()
        sector = given(referral.sector) if referral else None
        consent = Consent(
            purpose=ConsentPurpose.REFERRAL,
            recipient_sector=sector,
            given_by=ConsentGiver.CLIENT,
            given_at=self.frame.desk.now(),
        )
        self._end_asking()
        self._asking = RecordForm(consent, self._around, only=ASKED, folded=False)
        self._keep_consent = button(say(mark("Record the agreement")), kind="main")
        self._keep_consent.clicked.connect(self._record_consent)
        self._cards["what"].add(self._asking)
        self._cards["what"].add(self._keep_consent)
        self._asking.focus_first()

    def _end_asking(self) -> None:
        if self._asking is not None:
            for widget in (self._asking, self._keep_consent):
                widget.hide()
                widget.deleteLater()
            self._asking = None

    def _record_consent(self) -> None:
        case, form = self._case, self._asking
        assert case is not None
        if form is None or form.unreadable():
            return
        consent = form.record()
        if consent.decision is None:
            form.row("decision").say_problem(say(mark("Choose one of the answers.")))
            form.focus_field("decision")
            return
        desk = self.frame.desk
        self.frame.jobs.start(
            lambda _progress: amend(desk, case.head.id, "consents", consent),
            done=self._agreed,
            failed=self.frame.failed,
        )

    def _agreed(self, case: Case) -> None:
        self._case = case
        self._end_asking()
        self._changed()
        self.frame.note(say(mark("The agreement is recorded.")))
        if self._how is not None and self._what.is_allowed:
            self._how.focus_first()

    # --- drafts

    def _values(self) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, form in (("who", self._form), ("how", self._how)):
            typed = form.typed() if form is not None else {}
            if typed:
                values[name] = typed
        return values

    def _cursor(self) -> str:
        return "" if self._form is None else self._form.focused()

    def _go_on_with(self, draft: Any) -> None:
        self._rescue.offer(None, self.frame.desk.now())
        for name, form in (("who", self._form), ("how", self._how)):
            if form is not None:
                form.restore(draft.values.get(name, {}))
        self._changed()
        if draft.cursor and self._form is not None:
            self._form.focus_field(draft.cursor)

    # --- what is done

    def _leave(self) -> None:
        self.flush()
        self.frame.back()

    def _keep(self, then: Any) -> None:
        """Keep the referral as it stands, then go on with its number."""
        referral, case = self._referral(), self._case
        assert case is not None
        if referral is None:
            return
        desk, number = self.frame.desk, self._number

        def work(_progress: object) -> tuple[Case, str, Any]:
            if number is None:
                kept = begin_referral(desk, case.head.id, referral)
            elif may_edit(referral):
                kept = amend_referral(desk, case.head.id, number, referral)
            else:
                kept = referral
            made = str(kept.referral_no)
            result = then(made)
            return load(desk, case.head.id), made, result

        self.frame.jobs.start(work, done=self._kept, failed=self._not_kept)

    def _kept(self, kept: tuple[Case, str, Any]) -> None:
        case, number, result = kept
        self._autosave.is_saved()
        self._case, self._number = case, number
        referral = numbered(case, number)
        self._draw(referral)
        place = Place(FORM, case.head.id, number, referral.revision)
        self._autosave.move_to(place, {})
        self._say_problem("")
        self.frame.refresh_counts()
        if isinstance(result, bytes):
            self._go_preview(result, referral)
        elif result == "sent":
            self.frame.note(say(mark("Handed over. An answer is expected; a task says when.")))

    def _not_kept(self, error: Exception) -> None:
        self.frame.failed(error)

    def _preview(self) -> None:
        desk, case = self.frame.desk, self._case
        assert case is not None

        def paper(number: str) -> bytes:
            return referral_paper(desk, number, say)

        self._keep(paper)

    def _go_preview(self, paper: bytes, referral: Referral) -> None:
        desk, number = self.frame.desk, str(self._number)
        provider = self._provider(referral)
        to = str(given(provider.name)) if provider else ""
        checks = [
            Check(True, say(mark("Only what {office} may receive")).format(office=to)),
            Check(True, say(mark("Room for the signatures"))),
        ]
        if given(referral.provider) is None:
            checks.append(Check(False, say(mark("One field is empty: to whom"))))

        def note(purpose: str, copies: int, saved: bool) -> None:
            self.frame.jobs.start(
                lambda _progress: note_print(desk, number, purpose, copies, saved=saved),
                done=lambda _done: None,
                failed=self.frame.failed,
            )

        self.frame.go(
            "preview",
            paper=paper,
            title=say(mark("Referral form {number}")).format(number=number),
            checks=checks,
            note=note,
            purpose="recipient",
            copies=1,
        )

    def _hand_over(self) -> None:
        assert self._how is not None
        how = self._how.record().handover
        if not isinstance(how, Handover):
            self._how.row("handover").say_problem(say(mark("Choose how it is handed over.")))
            self._how.focus_first()
            return
        desk, case = self.frame.desk, self._case
        assert case is not None

        def send(number: str) -> str:
            make_ready(desk, case.head.id, number)
            hand_over(desk, case.head.id, number, how.code)
            return "sent"

        self._keep(send)

    def _show_answer(self) -> None:
        case = self._case
        assert case is not None
        form = AnswerForm(numbered(case, str(self._number)), self._around)
        form.recorded.connect(self._record_answer)
        form.given_up.connect(form.deleteLater)
        self._cards["how"].add(form)
        self._answer.hide()
        form.focus_first()

    def _record_answer(self, asked: AnswerAsked, feedback: ReferralFeedback | None) -> None:
        desk, case, number = self.frame.desk, self._case, str(self._number)
        assert case is not None
        declined, outcome = asked.decline_reason, asked.outcome

        def work(_progress: object) -> Case:
            if feedback is not None:
                record_feedback(desk, case.head.id, number, feedback)
            move_referral(
                desk,
                case.head.id,
                number,
                asked.to,  # type: ignore[arg-type] # asked for before
                decline_reason=declined.code if isinstance(declined, ReferralDecline) else None,
                outcome=outcome.code if isinstance(outcome, ReferralOutcome) else None,
            )
            return load(desk, case.head.id)

        self.frame.jobs.start(work, done=self._moved, failed=self.frame.failed)

    def _moved(self, case: Case) -> None:
        self.open(case_id=case.head.id, number=self._number)
        self.frame.refresh_counts()
        self.frame.note(say(mark("Recorded.")))

    def _ask_withdraw(self) -> None:
        case, number = self._case, str(self._number)
        assert case is not None
        sent = not may_edit(numbered(case, number))
        sentence = mark(
            "The referral ends. The recipient must be told, and asked to destroy the paper."
        ) if sent else mark("The referral ends before it was handed over.")
        reason = ask_for_reason(self, say(mark("Withdraw")), say(sentence), self._around)
        if reason is None:
            return
        to = ReferralStatus.REVOKED if sent else ReferralStatus.CANCELLED
        desk = self.frame.desk

        def work(_progress: object) -> Case:
            move_referral(desk, case.head.id, number, to, reason=reason)
            return load(desk, case.head.id)

        self.frame.jobs.start(work, done=self._moved, failed=self.frame.failed)

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


STEPS = (
    ("who", mark("1  To whom")),
    ("what", mark("2  What goes")),
    ("how", mark("3  How it is handed over")),
)
