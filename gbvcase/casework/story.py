"""What the story of a case tells: changes put together into what a person did, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from types import MappingProxyType

from gbvcase.domain.case import Case
from gbvcase.domain.codes import (
    CaseStatus,
    Code,
    PaperKind,
    PrintPurpose,
    ReferralStatus,
    TaskKind,
    TaskState,
)
from gbvcase.domain.fields import given
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.notes import Note
from gbvcase.domain.prints import PrintLine
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.domain.text import written_date
from gbvcase.vault.revisions import Change

NAMED = 4
NOTHING: Mapping[str, object] = MappingProxyType({})
NOTES, REFERRALS, PAPERS = mark("Notes"), mark("Referrals"), mark("Papers")
PRINTED, ANSWERED, DUE, DONE, MOVED = "printed", "answered", "due", "done", "moved"
STATES_TOLD = {
    ReferralStatus.SENT: "sent",
    ReferralStatus.ACKNOWLEDGED: ANSWERED,
    ReferralStatus.IN_SERVICE: ANSWERED,
    ReferralStatus.COMPLETED: DONE,
}
TASK_SENTENCES = {
    TaskState.OPEN: mark("{who} has to do again: {task}"),
    TaskState.DONE: mark("{who} has done: {task}"),
    TaskState.SNOOZED: mark("{who} put off: {task}"),
    TaskState.CANCELLED: mark("{who} dropped: {task}"),
}


@dataclass(frozen=True, kw_only=True)
class Event:
    """What one person did to one record at one time, as the story tells it."""

    at: datetime
    by: str
    kind: str  # a marked name, by which the story is filtered
    what: str  # made, changed, removed, noted, sent, answered, printed, due, done or moved
    sentence: str
    body: str = ""  # what was written, shown below the sentence
    changes: tuple[Change, ...] = ()  # whose values are shown when they are asked for
    note: Note | None = None  # of which it tells, if that is in the case now


def events_of(changes: Sequence[Change], case: Case, say: Say) -> Iterator[Event]:
    """Tell changes, newest first, as what people did."""
    story = _Story(case, say)
    for (_saving, what, _one), together in groupby(changes, key=_occasion):
        found = tuple(together)
        if what == "made" and _is_told_together(found[0]):
            yield _added(found, say)
            continue
        yield from story.of(found)


def _occasion(change: Change) -> tuple[int, str, str]:
    """Return what holds changes together: records made at once are told at once."""
    alone = change.what != "made" or not _is_told_together(change)
    return change.saving, change.what, change.record_id if alone else ""


def _is_told_together(change: Change) -> bool:
    return change.table not in ("notes", "referral_feedback", "tasks", "referrals")


def _added(found: Sequence[Change], say: Say) -> Event:
    names = [say(one.record_name) for one in reversed(found)]
    counts = {name: names.count(name) for name in names}
    said = [name if count == 1 else f"{name} ({count})" for name, count in counts.items()]
    opened = any(one.table == "cases" for one in found)
    sentence = mark("{who} opened the case") if opened else mark("{who} added: {record}")
    first = found[-1]
    return Event(
        at=first.at,
        by=first.by,
        kind=first.record_name,
        what="made",
        sentence=say(sentence).format(who=first.by, record=", ".join(said)),
    )


class _Story:
    """Knows the records of a case by their numbers, so that they can be named."""

    def __init__(self, case: Case, say: Say) -> None:
        self._say = say
        self._notes = {one.id: one for one in case.notes}
        self._referrals = {one.id: one for one in case.referrals}
        self._tasks = {one.id: one for one in case.tasks}
        self._answers = {
            answer.id: (referral, answer)
            for referral in case.referrals
            for answer in referral.feedback
        }

    def of(self, found: tuple[Change, ...]) -> Iterator[Event]:
        """Yield what some changes of one record tell."""
        for change in found:
            if change.entry is not None and change.entry.name == "print_log":
                yield from self._prints(change)
        rest = tuple(one for one in found if not _is_told_elsewhere(one))
        if not rest:
            return
        tellers = {
            "notes": self._note,
            "referrals": self._referral,
            "referral_feedback": self._answer,
            "tasks": self._task,
            "cases": self._case,
        }
        told = tellers.get(rest[0].table, lambda _changes: None)(rest)
        yield told or self._plain(rest)

    def _note(self, found: tuple[Change, ...]) -> Event:
        change = found[0]
        note = self._notes.get(change.record_id)
        if change.what == "made":
            gone = self._say(mark("(This note was thrown away.)"))
            body = str(given(note.text) or "") if note else gone
            sentence = mark("{who} wrote a note")
            return self._event(found, NOTES, "noted", sentence, body=body, note=note)
        if change.what == "removed":
            return self._event(found, NOTES, "removed", mark("{who} threw a note away"))
        return self._event(found, NOTES, "changed", mark("{who} changed a note"), changes=found)

    def _referral(self, found: tuple[Change, ...]) -> Event | None:
        change = found[0]
        number = self._number(change.record_id)
        if change.what == "made":
            sentence = mark("{who} began the referral {number}")
            return self._event(found, REFERRALS, "made", sentence, {"number": number})
        state = _new_value(found, "status")
        if isinstance(state, ReferralStatus):
            what = STATES_TOLD.get(state, MOVED)
            sentence = mark("{who}: referral {number} is now “{state}”")
            said = {"number": number, "state": state.said(self._say)}
            return self._event(found, REFERRALS, what, sentence, said, changes=found)
        fields = self._fields(found)
        sentence = mark("{who} changed the referral {number}: {fields}")
        if not fields or change.what == "removed":
            return None
        said = {"number": number, "fields": fields}
        return self._event(found, REFERRALS, "changed", sentence, said, changes=found)

    def _answer(self, found: tuple[Change, ...]) -> Event | None:
        known = self._answers.get(found[0].record_id)
        if found[0].what != "made" or known is None:
            return None
        referral, answer = known
        sentence = mark("{who} wrote down an answer to the referral {number}")
        return self._event(
            found,
            REFERRALS,
            ANSWERED,
            sentence,
            {"number": str(given(referral.referral_no) or "")},
            body=_answered(answer, self._say),
        )

    def _task(self, found: tuple[Change, ...]) -> Event | None:
        task = self._tasks.get(found[0].record_id)
        kind = task.kind if task is not None else None
        if task is None or not isinstance(kind, TaskKind):
            return None
        named = kind.said(self._say)
        if found[0].what == "made":
            due = given(task.due)
            sentence = mark("New task: {task}, until {date}")
            day = written_date(due) if due else ""
            return self._event(found, "Task", DUE, sentence, {"task": named, "date": day})
        state = _new_value(found, "state")
        told = TASK_SENTENCES.get(state) if isinstance(state, TaskState) else None
        return self._event(found, "Task", DONE, told, {"task": named}) if told else None

    def _case(self, found: tuple[Change, ...]) -> Event | None:
        state = _new_value(found, "status")
        if not isinstance(state, CaseStatus):
            return None
        sentence = mark("{who}: the case is now “{state}”")
        return self._event(
            found, "Case", MOVED, sentence, {"state": state.said(self._say)}, changes=found
        )

    def _prints(self, change: Change) -> Iterator[Event]:
        before, now = _lines(change.old), _lines(change.new)
        number = self._number(change.record_id)
        for line in now[len(before) :]:
            sentence = mark("{who} saved {paper} as a locked file")
            if line.saved is not True:
                sentence = mark("{who} printed {paper}, copies: {copies}")
            yield self._of_paper(change, line, sentence, number)
        for old, line in zip(before, now, strict=False):
            if line.destroyed != old.destroyed:
                sentence = mark("{who} noted: copies came back or were destroyed: {paper}")
                if line.destroyed is not True:
                    sentence = mark("{who} noted: copies are still out: {paper}")
                yield self._of_paper(change, line, sentence, number)

    def _number(self, record_id: str) -> str:
        referral = self._referrals.get(record_id)
        return str(given(referral.referral_no) or "") if isinstance(referral, Referral) else ""

    def _of_paper(self, change: Change, line: PrintLine, sentence: str, number: str) -> Event:
        kind, purpose = line.paper, line.purpose
        paper = kind if isinstance(kind, PaperKind) else PaperKind.REFERRAL_FORM
        named = " ".join(part for part in (paper.said(self._say), number) if part)
        why = purpose.said(self._say) if isinstance(purpose, PrintPurpose) else ""
        said = {"paper": named, "copies": given(line.copies) or 1}
        return self._event((change,), PAPERS, PRINTED, sentence, said, body=why)

    def _event(  # noqa: PLR0913 - what a line of the story is made of
        self,
        found: tuple[Change, ...],
        kind: str,
        what: str,
        sentence: str,
        said: Mapping[str, object] = NOTHING,
        *,
        body: str = "",
        changes: tuple[Change, ...] = (),
        note: Note | None = None,
    ) -> Event:
        first = found[0]
        return Event(
            at=first.at,
            by=first.by,
            kind=kind,
            what=what,
            sentence=self._say(sentence).format(who=first.by, **said),
            body=body,
            changes=changes,
            note=note,
        )

    def _plain(self, found: tuple[Change, ...]) -> Event:
        """Tell a change of a record in the words of its fields."""
        first = found[0]
        sentences = {
            "made": mark("{who} added: {record}"),
            "removed": mark("{who} took out: {record}"),
            "changed": mark("{who} changed {record}: {fields}"),
        }
        said = {"record": self._say(first.record_name), "fields": self._fields(found)}
        shown = found if first.what == "changed" else ()
        return self._event(
            found, first.record_name, first.what, sentences[first.what], said, changes=shown
        )

    def _fields(self, found: Sequence[Change]) -> str:
        names = [self._say(one.entry.about.label) for one in found if one.entry is not None]
        fields = ", ".join(names[:NAMED])
        if len(names) > NAMED:
            more = self._say(mark("{fields} and {count} more"))
            fields = more.format(fields=fields, count=len(names) - NAMED)
        return fields


def _is_told_elsewhere(change: Change) -> bool:
    """Tell whether a change repeats another: a state in the list of all states, a print."""
    return change.entry is not None and change.entry.name in ("status_history", "print_log")


def _new_value(found: Sequence[Change], name: str) -> object:
    values = (one.new for one in found if one.entry is not None and one.entry.name == name)
    return next(values, None)


def _lines(value: object) -> tuple[PrintLine, ...]:
    return value if isinstance(value, tuple) else ()


def _answered(answer: ReferralFeedback, say: Say) -> str:
    result = answer.result
    parts = [
        result.said(say) if isinstance(result, Code) else "",
        str(given(answer.further_need) or ""),
    ]
    return ". ".join(part for part in parts if part)
