"""The page of a new case: six blocks, safety first, nothing more than is needed (S5)."""

from secrets import token_hex
from typing import Any

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from gbvcase.casework.drafts import Draft
from gbvcase.casework.same_person import Moved
from gbvcase.domain.case import Case
from gbvcase.domain.codes import YesNo
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.fields import Record
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake, UrgentCheck
from gbvcase.domain.marking import mark
from gbvcase.domain.people import Client
from gbvcase.ui import intake_questions as ask
from gbvcase.ui.alike_strip import AlikeStrip
from gbvcase.ui.autosave import Autosave, Place, RescueStrip, find_draft, said_when
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.intake_end import SamePerson, made_case, said_of
from gbvcase.ui.intake_questions import Agreement, AgreementAsked, HowAgreed, NextStep, Safety
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_a_line, let_go, tab_as_read, under_a_header
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.pause import PauseSheet
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, button, header, label, scrolling

FORM = "intake"


class IntakePage(PageWidget):
    """Asks, keeps every word as a draft, and makes a case of it in the end."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._around = Around(now=frame.desk.now)
        self._draft_id = ""
        self._forms: dict[str, RecordForm[Any]] = {}
        self._cards: dict[str, Card] = {}
        self._no_line: QWidget | None = None
        self._problem = label("", "error")
        self._problem.hide()
        self._state = label("", "note")
        self._rescue = RescueStrip()
        self._rescue.go_on.connect(self._go_on_with)
        self._rescue.thrown_away.connect(self._throw_away)
        self._alike = AlikeStrip(frame, self._person_so_far)
        self._alike.is_same.connect(self._same_person)
        self._same = SamePerson(self, frame)
        self._autosave = Autosave(frame, Place(FORM), self._values, self._cursor, self)
        self._autosave.kept.connect(self._say_kept)
        later = button(say(mark("Later")))
        later.clicked.connect(self._later)
        pause = button(say(mark("Pause the interview")))
        pause.clicked.connect(self._pause)
        self._save = button(say(mark("Save and continue")), kind="main")
        self._save.clicked.connect(self._finish)
        self.footer = (later, pause, self._save)
        self._lay_out()

    # --- the page

    def open(self, **where: Any) -> None:
        """Begin an empty intake, or offer the one that was left unfinished."""
        if where.get("draft") is not None:
            self._begin(where["draft"].record_id)
            self._go_on_with(where["draft"])
        elif where.get("record_id"):
            if where["record_id"] != self._draft_id:
                self._begin(where["record_id"])
                self._look_for_draft()
        else:
            self._begin(token_hex(16))

    def where(self) -> dict[str, Any]:
        """Return what comes back to this intake."""
        return {"record_id": self._draft_id}

    def flush(self) -> None:
        """Keep what is half typed."""
        self._autosave.flush()

    def first_field(self) -> QWidget:
        """Return the first question."""
        editor = self._forms["safety"].row("safe_to_talk").editor
        return editor.focusProxy() or editor.field

    def act(self, key: str) -> bool:
        """Save, pause, undo."""
        match key:
            case "save" | "main":
                self._finish()
            case "pause":
                self._pause()
            case _:
                form = self._form_with_keyboard()
                return form is not None and form.act(key)
        return True

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        blocks = QVBoxLayout(page)
        blocks.setContentsMargins(0, 0, space(8), 0)
        blocks.setSpacing(space(12))
        for name, title in BLOCKS:
            self._cards[name] = Card(say(title))
            blocks.addWidget(self._cards[name])
        blocks.addStretch(1)
        asking = QWidget()
        head = header(label(say(mark("New case")), "title"), self._state)
        column = under_a_header(asking, head)
        for strip in (self._rescue, self._alike, self._problem):
            column.addWidget(strip)
        column.addWidget(scrolling(page), 1)
        self._paused = PauseSheet()
        self._paused.gone_on.connect(self._unpause)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(asking)
        self._stack.addWidget(self._paused)
        self._advice = label("", "warn")
        self._stop = label(
            say(
                mark(
                    "Stop here. Agree on a safe way and time to speak, and write it down in "
                    "block 4. Then choose “Save and continue”."
                )
            ),
            "warn",
        )

    def _begin(self, record_id: str) -> None:
        self._draft_id = record_id
        for form in self._forms.values():
            let_go(form)
        self._forms = {
            "safety": self._form(Safety()),
            "urgent": self._form(UrgentCheck()),
            "agreement": self._form(AgreementAsked()),
            "how": self._form(HowAgreed()),
            "client": self._form(Client(), ask.OF_THE_PERSON),
            "incident": self._form(Incident(), ask.OF_THE_INCIDENT),
            "intake": self._form(
                Intake(first_report_date=self.frame.desk.today()), ask.OF_THE_REPORT
            ),
            "next": self._form(NextStep()),
        }
        for block, names in FORMS_OF.items():
            if block == "urgent":
                self._add_no_to_all()
            for name in names:
                self._cards[block].add(self._forms[name])
                self._forms[name].show()  # at once, so that it can take the keyboard
        self._cards["safety"].add(self._stop)
        self._cards["urgent"].add(self._advice)
        tab_as_read(self._cards["safety"])
        self._problem.hide()
        self._alike.begin()
        self._rescue.offer(None, self.frame.desk.now())
        self._autosave.move_to(Place(FORM, record_id=record_id), {})
        self._react()

    def _add_no_to_all(self) -> None:
        """Put the button above the four questions, which are new."""
        if self._no_line is not None:
            let_go(self._no_line)
        self._no_line = QWidget()
        no_to_all = button(say(mark("No to all four")))
        no_to_all.clicked.connect(self._answer_no_to_all)
        self._no_line.setLayout(in_a_line(no_to_all))
        self._cards["urgent"].add(self._no_line)

    def _form(self, record: Record, only: tuple[str, ...] | None = None) -> RecordForm[Any]:
        form: RecordForm[Any] = RecordForm(record, self._around, only=only, folded=False)
        form.changed.connect(self._changed)
        form.left.connect(lambda _name: self._autosave.keep())
        return form

    # --- while it is filled in

    def _changed(self) -> None:
        self._autosave.touch()
        self._react()
        self._alike.touch()

    def _react(self) -> None:
        """Show what the answers so far make useful, and hide what they do not."""
        self._stop.setVisible(self._raw("safety", "safe_to_talk") == "no")
        urgent = [self._raw("urgent", name) for name in ask.URGENT]
        self._advice.setText(say(URGENT_ADVICE))
        self._advice.setVisible("yes" in urgent)
        self._forms["urgent"].row("action_taken").setVisible("yes" in urgent)
        assert self._no_line is not None
        self._no_line.setVisible("yes" not in urgent and urgent.count("no") < len(urgent))
        agreement = self._raw("agreement", "agreement")
        self._forms["how"].setVisible(agreement == Agreement.AGREES.code)
        nameless = agreement == Agreement.NUMBERS_ONLY.code
        for name in ask.OF_THE_PERSON:
            hidden = nameless and name not in ask.WITHOUT_A_NAME
            self._forms["client"].row(name).setVisible(not hidden)
        refused = agreement == Agreement.REFUSES.code
        for block in ("person", "events", "next"):
            self._cards[block].setVisible(not refused)
        self._save.setText(
            say(mark("Keep nothing and leave")) if refused else say(mark("Save and continue"))
        )

    def _raw(self, form: str, name: str) -> Any:
        return self._forms[form].row(name).typed()

    def _answer_no_to_all(self) -> None:
        for name in ask.URGENT:
            row = self._forms["urgent"].row(name)
            if row.typed() is None:
                row.set_typed(YesNo.NO.code)
        self._changed()
        self._forms["agreement"].focus_first()

    def _person_so_far(self) -> Client:
        form = self._forms["client"]
        said: dict[str, Any] = {}
        for name in ask.OF_THE_PERSON:
            try:
                said[name] = form.row(name).answer()
            except GbvcaseError:
                continue
        return Client(**said)

    def _form_with_keyboard(self) -> RecordForm[Any] | None:
        for form in self._forms.values():
            if form.isAncestorOf(self.focusWidget() or self):
                return form
        return None

    # --- the draft

    def _values(self) -> dict[str, Any]:
        return {name: typed for name, form in self._forms.items() if (typed := form.typed())}

    def _cursor(self) -> str:
        for name, form in self._forms.items():
            if self.focusWidget() is not None and form.isAncestorOf(self.focusWidget()):
                return f"{name}.{form.focused()}"
        return ""

    def _go_on_with(self, draft: Draft) -> None:
        for name, typed in draft.values.items():
            if name in self._forms:
                self._forms[name].restore(typed)
        self._autosave.move_to(Place(FORM, record_id=self._draft_id), dict(draft.values))
        self._react()
        form, _, field = (draft.cursor or "").partition(".")
        if form in self._forms and field:
            self._forms[form].focus_field(field)
        self._say_kept(draft.kept_at or self.frame.desk.now())

    def _look_for_draft(self) -> None:
        desk, place = self.frame.desk, Place(FORM, record_id=self._draft_id)
        self.frame.jobs.start(
            lambda _progress: find_draft(desk, place),
            done=lambda draft: self._rescue.offer(draft, desk.now()),
            failed=self.frame.failed,
        )

    def _throw_away(self, _draft: Draft) -> None:
        self._autosave.throw_away()
        self.frame.note(say(mark("The draft was thrown away.")))

    def _say_kept(self, at: Any) -> None:
        when = said_when(at, self.frame.desk.now())
        self._state.setText(say(mark("Draft kept {when}")).format(when=when))

    def _later(self) -> None:
        self._autosave.flush()
        self.frame.back()

    # --- pause

    def _pause(self) -> None:
        self._autosave.flush()
        self._paused_at = self.focusWidget()
        self._stack.setCurrentWidget(self._paused)
        self._paused.go_on.setFocus()

    def _unpause(self) -> None:
        self._stack.setCurrentIndex(0)
        (self._paused_at or self.first_field()).setFocus()

    # --- the end

    def _finish(self) -> None:
        agreement = self._forms["agreement"].record().agreement
        if agreement is None:
            self._say_problem(say(mark("Please answer block 3 first: may this be recorded?")))
            self._forms["agreement"].focus_first()
            return
        if agreement is Agreement.REFUSES:
            self._autosave.is_saved()  # not into the trash: nothing of it is kept
            self._begin(token_hex(16))
            self.frame.note(say(mark("Nothing was kept.")))
            self.frame.go("today")
            return
        for form in self._forms.values():
            unreadable = form.unreadable()
            if unreadable:
                self._say_problem(unreadable[0][1])
                form.focus_field(unreadable[0][0])
                return
        self._say_problem("")
        self._save_case(agreement)

    def _save_case(self, agreement: Agreement) -> None:
        records = {name: form.record() for name, form in self._forms.items()}
        desk = self.frame.desk
        self._save.setEnabled(False)
        self.frame.jobs.start(
            lambda _progress: made_case(desk, records, agreement),
            done=self._saved,
            failed=self._not_saved,
        )

    def _saved(self, case: Case) -> None:
        self._autosave.is_saved()
        self._save.setEnabled(True)
        self._begin(token_hex(16))
        self.frame.refresh_counts()
        self.frame.note(said_of(case, self.frame.desk.today()))
        self.frame.go("case", case_id=case.head.id)

    def _not_saved(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self.frame.failed(error)

    def _same_person(self, case: Case) -> None:
        """Open the case that exists, and offer to move there what was told."""
        self._same.lead(
            case,
            self._forms["incident"].record(),
            self._forms["next"].record(),
            keep=self._autosave.flush,
            moved=self._moved,
        )

    def _moved(self, moved: Moved) -> None:
        record_id = self._draft_id
        self._autosave.flush()  # all that was typed lies in the trash for a week, and comes back
        self._autosave.throw_away()
        self._begin(token_hex(16))
        self._same.tell_moved(moved, record_id)

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


BLOCKS = (
    ("safety", mark("1  Safety first")),
    ("urgent", mark("2  Is help needed at once?")),
    ("agreement", mark("3  Agreement to record")),
    ("person", mark("4  The person, and how to make contact safely")),
    ("events", mark("5  What happened")),
    ("next", mark("6  What comes next")),
)
FORMS_OF = {
    "safety": ("safety",),
    "urgent": ("urgent",),
    "agreement": ("agreement", "how"),
    "person": ("client",),
    "events": ("incident",),
    "next": ("intake", "next"),
}
URGENT_ADVICE = mark("Help at once may be needed: an urgent referral can be made after saving.")
