"""The page of a referral: to whom, what goes with whose agreement, how it is handed over (S6)."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gbvcase.casework.cases import amend, load
from gbvcase.casework.drafts import Draft
from gbvcase.casework.papers import referral_paper
from gbvcase.casework.providers import providers
from gbvcase.casework.referrals import (
    amend_referral,
    begin_referral,
    hand_over,
    make_ready,
    numbered,
)
from gbvcase.domain.case import Case
from gbvcase.domain.codes import Direction, Handover
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import (
    is_final,
    may_edit,
    referral_status,
    replacement,
)
from gbvcase.ui.autosave import Autosave, Place, RescueStrip, find_draft
from gbvcase.ui.case_papers import on_paper, show_referral_paper
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.laying import let_go, show_button, tab_as_read, under_a_header
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.referral_after import AfterHandover
from gbvcase.ui.referral_answer import AnswerForm, may_answer
from gbvcase.ui.referral_steps import Steps
from gbvcase.ui.referral_to_whom import AboutProvider, ToWhom, names_in
from gbvcase.ui.referral_what import WhatGoes
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, Chip, button, header, label, scrolling

FORM = "referral"
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
        self._form: ToWhom | None = None
        self._how: RecordForm[Referral] | None = None
        self._is_open = True
        self._draft: Draft | None = None
        self._wanted = ""
        self._replaces: str | None = None  # the number of a referral that has ended
        self._title = label("", "title")
        self._state = Chip("", "neutral")
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
        self._steps = Steps(self)
        self._steps.done.connect(self._moved)
        self._after = AfterHandover()
        self._after.opened.connect(self._open_other)
        self._after.replace_it.connect(self._refer_anew)
        self._after.add_note.connect(self._ask_correction)
        self._after.destroyed.connect(self._tell_destroyed)
        self._whom = AboutProvider()
        self._what = WhatGoes(self._around)
        self._what.agreed.connect(self._record_consent)
        self._what.changed.connect(self._autosave.touch)
        self._lay_out()

    # --- the page

    def open(self, **where: Any) -> None:
        """Show a referral of a case, or begin a new one."""
        if not where.get("case_id"):
            return  # come back to before a case was read
        case_id, number = where["case_id"], where.get("number")
        self._replaces = where.get("replaces")
        self._draft, self._wanted = where.get("draft"), where.get("field") or ""
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
        found = {"case_id": self._case.head.id, "number": self._number}
        return found | ({"replaces": self._replaces} if self._number is None else {})

    def flush(self) -> None:
        """Keep what is half typed."""
        if self._form is not None:
            self._autosave.flush()

    def act(self, key: str) -> bool:
        """Hand over with Ctrl+Enter, look with Ctrl+P, keep with Ctrl+S."""
        match key:
            case "main":
                if not self._what.keep_asked() and self._is_open:
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
        self._cards["after"].add(self._after)
        column = under_a_header(self, header(self._title, self._state))
        column.addWidget(self._rescue)
        self._scroll = scrolling(page)
        column.addWidget(self._scroll, 1)

    # --- showing

    def _show(self, read: Read) -> None:
        case, directory, number, waiting = read
        if self._case is None or (self._case.head.id, self._number) != (case.head.id, number):
            self._scroll.verticalScrollBar().setValue(0)
            self._what.begin_anew()
        self._case, self._number = case, number
        self._directory = {str(provider.id): provider for provider in directory}
        referral = self._begun(case)
        self._draw(referral)
        place = Place(FORM, case.head.id, number or NO_REFERRAL, referral.revision)
        self._autosave.move_to(place, {})
        is_editable = may_edit(referral)
        self._rescue.offer(waiting if is_editable else None, self.frame.desk.now())
        if self._draft is not None:
            self._go_on_with(self._draft)
            self._draft = None
        elif is_editable:
            if self._form is not None and self._wanted:
                self._form.focus_field(self._wanted)
            elif self._form is not None and self.focusWidget() in (None, self):
                self._form.focus_first()  # nothing to type into was here before

    def _begun(self, case: Case) -> Referral:
        """Return the referral that is asked for, or a new one, perhaps in the place of another."""
        if self._number is not None:
            return numbered(case, self._number)
        if self._replaces is not None:
            return replacement(numbered(case, self._replaces))
        return Referral(direction=Direction.OUT)

    def _draw(self, referral: Referral) -> None:
        """Show a referral in its present state."""
        self._around = Around(
            now=self.frame.desk.now,
            choices={"provider": names_in(self._directory.values())},
        )
        for form in (self._form, self._how):
            if form is not None:
                let_go(form)
        self._form = ToWhom(referral, self._around, self._directory)
        self._how = RecordForm(referral, self._around, only=("handover",), folded=False)
        for form in (self._form, self._how):
            form.changed.connect(self._changed)
            form.left.connect(lambda _name: self._autosave.keep())
            form.setEnabled(may_edit(referral))
        self._cards["who"].add(self._form)
        self._cards["who"].add(self._whom)
        self._cards["how"].add(self._how)
        for form in (self._form, self._how):
            form.show()  # at once, so that it can take the keyboard
        self._what.end_asking()
        self._react(referral)
        tab_as_read(self._what)

    def _react(self, referral: Referral) -> None:
        case = self._shown_case()
        status = referral_status(referral)
        numbered = say(mark("Referral {number}")).format(number=self._number)
        self._title.setText(numbered if self._number else say(mark("New referral")))
        self._state.setText(status.said(say))
        self._cards["after"].setVisible(self._after.show_for(case, referral))
        whom = self._provider(referral) if may_edit(referral) else None
        self._whom.show_for(whom, self.frame.desk.today())
        editable = self._is_open = may_edit(referral)
        show_button(self._send, editable)
        show_button(self._answer, may_answer(referral))
        show_button(self._withdraw, not is_final(referral) and self._number is not None)
        self._what.show_for(case, referral, self._provider(referral), editable=editable)
        self._send.setEnabled(self._what.is_allowed)
        self._look.setEnabled(self._what.is_allowed)

    def _shown_case(self) -> Case:
        assert self._case is not None, "a page acts upon what it shows"
        return self._case

    def _changed(self) -> None:
        self._autosave.touch()
        assert self._form is not None
        self._form.offer()
        referral = self._referral()
        if referral is not None:
            self._react(referral)

    def _referral(self) -> Referral | None:
        """Return the referral as it stands on the page, or None if it cannot be read yet."""
        assert self._form is not None
        assert self._how is not None
        if self._form.unreadable() or self._how.unreadable():
            return None
        referral = replace(self._form.record(), handover=self._how.record().handover)
        if not self._what.is_allowed:
            return referral
        return replace(referral, disclosure=self._what.chosen())  # also if that is nothing at all

    def _provider(self, referral: Referral) -> ServiceProvider | None:
        return self._directory.get(str(given(referral.provider)))

    # --- agreement

    def _record_consent(self, consent: Consent) -> None:
        desk, case_id = self.frame.desk, self._shown_case().head.id
        self.frame.jobs.start(
            lambda _progress: amend(desk, case_id, "consents", consent),
            done=self._agreed,
            failed=self.frame.failed,
        )

    def _agreed(self, case: Case) -> None:
        self._case = case
        self._what.end_asking()
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
        referral, case = self._referral(), self._shown_case()
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

        self.frame.jobs.start(work, done=self._kept, failed=self.frame.failed)

    def _kept(self, kept: tuple[Case, str, Any]) -> None:
        case, number, result = kept
        self._autosave.is_saved()
        self._case, self._number = case, number
        referral = numbered(case, number)
        self._draw(referral)
        place = Place(FORM, case.head.id, number, referral.revision)
        self._autosave.move_to(place, {})
        self.frame.refresh_counts()
        if isinstance(result, bytes):
            show_referral_paper(self.frame, case, referral, self._provider(referral), result)
        elif result == "sent":
            self.frame.note(say(mark("Handed over. An answer is expected; a task says when.")))

    def _preview(self) -> None:
        if not self._what.is_allowed:
            return
        desk, case_id = self.frame.desk, self._shown_case().head.id
        self._keep(lambda number: referral_paper(desk, case_id, number, on_paper()))

    def _hand_over(self) -> None:
        assert self._how is not None
        if not self._what.is_allowed:
            return
        how = self._how.record().handover
        if not isinstance(how, Handover):
            self._how.row("handover").say_problem(say(mark("Choose how it is handed over.")))
            self._how.focus_first()
            return
        desk, case_id = self.frame.desk, self._shown_case().head.id

        def send(number: str) -> str:
            make_ready(desk, case_id, number)
            hand_over(desk, case_id, number, how.code)
            return "sent"

        self._keep(send)

    def _show_answer(self) -> None:
        case, number = self._shown_case(), str(self._number)
        form = AnswerForm(numbered(case, number), self._around)
        form.recorded.connect(partial(self._steps.answer, case, number))
        form.given_up.connect(form.deleteLater)
        self._cards["after"].add(form)
        tab_as_read(form)
        self._answer.hide()
        form.focus_first()

    def _ask_withdraw(self) -> None:
        self._steps.withdraw(self._shown_case(), str(self._number), self._around)

    def _ask_correction(self) -> None:
        self._steps.correct(self._shown_case(), str(self._number), self._around)

    def _tell_destroyed(self, line: int, gone: bool) -> None:
        self._steps.tell_destroyed(self._shown_case(), str(self._number), line, gone)

    def _open_other(self, number: str) -> None:
        self.frame.go("referral", case_id=self._shown_case().head.id, number=number)

    def _refer_anew(self) -> None:
        case_id = self._shown_case().head.id
        self.frame.go("referral", case_id=case_id, number=None, replaces=self._number)

    def _moved(self, case: Case) -> None:
        self.open(case_id=case.head.id, number=self._number)
        self.frame.refresh_counts()
        self.frame.note(say(mark("Recorded.")))


STEPS = (
    ("after", mark("Where it stands")),
    ("who", mark("1  To whom")),
    ("what", mark("2  What goes")),
    ("how", mark("3  How it is handed over")),
)
