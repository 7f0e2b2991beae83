"""One record of a case as a form: its draft, its rescue, what to look at again, and saving it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gbvcase.casework.cases import amend
from gbvcase.casework.drafts import Draft
from gbvcase.domain.case import MANY, PARTS, Case, records_of
from gbvcase.domain.checks import Finding, Level, findings
from gbvcase.domain.codes import ReportedElsewhere
from gbvcase.domain.conditions import CONDITIONS
from gbvcase.domain.consent import Consent
from gbvcase.domain.counted import is_left_to_sender
from gbvcase.domain.fields import Entry, Record, entries_of, entry_named
from gbvcase.domain.incident import Incident
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.domain.text import shown_answer
from gbvcase.ui.autosave import Autosave, BothValues, Place, RescueStrip, said_when
from gbvcase.ui.case_words import safe_contact
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, tab_as_read
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Link, label, scrolling

MOST_LINKS = 4
EITHER = frozenset({"no_age", "no_dob"})  # of these two the one that was answered may be changed


class PartForm(QWidget):
    """The form of one record; the page around it says which, and shows what was saved."""

    saved = Signal(object)  # the Case as it is now
    told = Signal(str)  # a state to be shown in the header: when the draft was kept

    def __init__(  # noqa: PLR0913, PLR0917 - where it stands and what is known around it
        self,
        frame: Frame,
        case: Case,
        part: str,
        position: int | None,
        around: Around,
        drafts: Sequence[Draft] = (),
    ) -> None:
        super().__init__()
        self._frame, self._around = frame, around
        self._case, self._part, self._position = case, part, position
        record = self._record_in(case)
        self.form: RecordForm[Any] = RecordForm(record, around, wants=self._makes_sense)
        self._say_contact()
        self._saving = Autosave(frame, self._place(), self._draft_values, self.form.focused, self)
        self._saving.kept.connect(self._say_kept)
        self.form.changed.connect(self._saving.touch)
        self.form.left.connect(lambda _name: self._saving.keep())
        self._rescue = RescueStrip()
        self._rescue.go_on.connect(self.go_on_with)
        self._rescue.thrown_away.connect(lambda _draft: self._throw_away())
        self._both = BothValues()
        self._both.taken.connect(self._take_from_case)
        self._before: Record | None = None  # what the last saving of this page replaced
        self._look_again = QFrame()
        self._look_again.setProperty("kind", "warn")
        self._links = QVBoxLayout(self._look_again)
        self._look_again.hide()
        page = QWidget()
        page.setProperty("kind", "page")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, space(8), 0)
        inside.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(8), 0, 0)
        column.setSpacing(space(8))
        for strip in (self._rescue, self._both, self._look_again):
            column.addWidget(strip)
        column.addWidget(scrolling(page), 1)
        tab_as_read(self.form)
        self._rescue.offer(self._mine(drafts), frame.desk.now())

    # --- what the page calls

    def flush(self) -> None:
        """Keep the draft now."""
        self._saving.flush()

    def save(self) -> None:
        """Make the answers a new version of the record; say first what cannot be read."""
        unreadable = self.form.unreadable()
        if unreadable:
            self._show_links([(name, sentence) for name, sentence in unreadable])
            self.form.focus_field(unreadable[0][0])
            return
        desk, case_id = self._frame.desk, self._case.head.id
        part, position, record = self._part, self._position, self.form.record()
        is_new = part in MANY and position is None
        before = None if is_new else self._record_in(self._case)

        def done(case: Case) -> None:
            self._before = before
            self._saved(case)

        self._frame.jobs.start(
            lambda _progress: amend(desk, case_id, part, record, position),
            done=done,
            failed=self._frame.failed,
        )

    def go_on_with(self, draft: Draft) -> None:
        """Put a draft into the form; where the case changed meanwhile, show both values."""
        self._rescue.offer(None, self._frame.desk.now())
        conflicts = []
        for name, kept in draft.values.items():
            try:
                standing = self.form.kept_as(name)
            except KeyError:  # a field of an older program
                continue
            if standing not in (kept["was"], kept["now"]):
                entry = entry_named(PARTS[self._part], name)
                value = shown_answer(entry, getattr(self._record_in(self._case), name), say)
                conflicts.append((name, say(entry.about.label), value))
            self.form.restore({name: kept["now"]})
        self._both.show_conflicts(conflicts)
        self._saving.move_to(self._place(), self._draft_values())
        if draft.cursor:
            self.form.focus_field(draft.cursor)
        self._say_kept(draft.kept_at or self._frame.desk.now())

    def act(self, key: str) -> bool:
        """Save, undo, redo, help."""
        if key in ("save", "main"):
            self.save()
            return True
        if key == "undo":
            name = self.form.steps.next_back
            if self.form.act("undo"):
                label_ = say(entry_named(PARTS[self._part], name).about.label) if name else ""
                self._frame.note(say(mark("Undone: {field}")).format(field=label_))
                return True
            return self._take_back()
        return self.form.act(key)

    def has_changes(self) -> bool:
        """Tell whether something stands in the form that is not saved."""
        return bool(self.form.typed())

    # --- inside

    def _take_back(self) -> bool:
        """Make the last saving of this page undone: a new version with the answers before it."""
        now, before = self._record_in(self._case), self._before
        if before is None or self.has_changes():
            return False
        entries = [one for one in entries_of(type(now)) if not one.about.hidden]
        differing = [one for one in entries if getattr(now, one.name) != getattr(before, one.name)]
        old = replace(now, **{one.name: getattr(before, one.name) for one in differing})
        desk, case_id, part, position = (
            self._frame.desk,
            self._case.head.id,
            self._part,
            self._position,
        )

        def done(case: Case) -> None:
            self._before = None
            self._saved(case)
            fields = ", ".join(say(one.about.label) for one in differing)
            self._frame.note(say(mark("Undone: the change of {fields}")).format(fields=fields))

        self._frame.jobs.start(
            lambda _progress: amend(desk, case_id, part, old, position),
            done=done,
            failed=self._frame.failed,
        )
        return True

    def _say_contact(self) -> None:
        """Say how to make contact above each telephone number."""
        if self._part == "client":
            contact = say(mark("Safe contact: {how}")).format(how=safe_contact(self._case))
            for name in ("phone_safe", "trusted_person"):
                self.form.say_before(name, contact)

    def _record_in(self, case: Case) -> Record:
        if self._part not in MANY:
            return records_of(case, self._part)[0]
        if self._position is None:
            return _new(self._part, self._frame, case)
        return records_of(case, self._part)[self._position]

    def _makes_sense(self, entry: Entry, record: Any) -> bool:
        """Tell whether a question is of use, beside the other answers of the case."""
        condition = entry.about.condition
        if not condition or condition in EITHER:
            return True
        case = self._case
        if self._part == "client":
            case = replace(case, client=record)
        return CONDITIONS[condition](case, record)

    def _mine(self, drafts: Sequence[Draft]) -> Draft | None:
        place = self._place()
        for draft in drafts:
            if (draft.form, draft.record_id) == (place.form, place.record_id):
                return draft
        return None

    def _place(self) -> Place:
        record = self._record_in(self._case)
        kept = record if isinstance(record, Kept) else None
        return Place(
            form=self._part,
            case_id=self._case.head.id,
            record_id=kept.id if kept else None,
            base_revision=kept.revision if kept else None,
        )

    def _draft_values(self) -> dict[str, Any]:
        return {
            name: {"now": raw, "was": self.form.kept_as(name)}
            for name, raw in self.form.typed().items()
        }

    def _throw_away(self) -> None:
        self._saving.throw_away()
        self._frame.note(say(mark("The draft was thrown away.")))

    def _take_from_case(self, name: str) -> None:
        self.form.restore({name: self.form.kept_as(name)})
        self._saving.touch()

    def _saved(self, case: Case) -> None:
        self._saving.is_saved()
        if self._part in MANY and self._position is None:
            self._position = len(records_of(case, self._part)) - 1
        self._case = case
        self._say_contact()
        self.form.show_record(self._record_in(case))
        self.form.steps.begin_anew()
        self._saving.move_to(self._place(), {})
        self._both.show_conflicts([])
        self._show_findings()
        self.saved.emit(case)

    def _show_findings(self) -> None:
        found = [
            one
            for one in findings(self._case, self._frame.desk.today())
            if one.part == self._part
            and one.position == self._shown_position()
            and one.level is not Level.MISSING
        ]
        self.form.show_findings({_top(one): one.said(say) for one in found if one.field})
        self._show_links([(_top(one), one.said(say)) for one in found])

    def _shown_position(self) -> int | None:
        return self._position if self._part in MANY else None

    def _show_links(self, links: list[tuple[str, str]]) -> None:
        empty_out(self._links)
        self._look_again.setVisible(bool(links))
        if not links:
            return
        title = say(mark("Places to look at again: {count}")).format(count=len(links))
        self._links.addWidget(label(title, "strong"))
        for name, sentence in links[:MOST_LINKS]:
            link = Link(sentence)
            if name:
                link.clicked.connect(lambda _=False, n=name: self.form.focus_field(n))
            self._links.addWidget(link)

    def _say_kept(self, at: Any) -> None:
        when = said_when(at, self._frame.desk.now())
        self.told.emit(say(mark("Draft kept {when}")).format(when=when))


def _top(finding: Finding) -> str:
    """Return the field of the form that a finding is about, also if it lies inside a group."""
    return finding.field.partition("[")[0].partition(".")[0]


def _new(part: str, frame: Frame, case: Case) -> Record:
    record = PARTS[part]()
    if isinstance(record, Incident) and is_left_to_sender(case):
        return replace(record, reported_elsewhere=ReportedElsewhere.NETWORK_MEMBER)
    if isinstance(record, Consent):
        return replace(record, given_at=frame.desk.now())
    return record
