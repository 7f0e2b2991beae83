"""Words about a case that several pages say: who, what was agreed, how far a part has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gbvcase.casework.looking import note_uncovered
from gbvcase.domain import case_words as words
from gbvcase.domain.agreement import what_was_agreed
from gbvcase.domain.case import Case, records_of
from gbvcase.domain.checks import Level, findings
from gbvcase.domain.codes import ConsentState
from gbvcase.domain.fields import entries_of, is_answered
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import Around
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame

LAMPS = {
    "empty": mark("not begun"),
    "begun": mark("begun"),
    "done": mark("done"),
    "look": mark("to look at again"),
}


@dataclass(frozen=True)
class Agreed:
    """What was agreed for one purpose or one recipient."""

    what: str
    state: str  # in words
    kind: str  # ok, bad, neutral


def name_of(case: Case) -> str:
    """Return how the person is called, or the code."""
    return words.name_of(case)


def line_about(case: Case, today: date) -> str:
    """Return sex, age and commune in one line."""
    return words.line_about(case, today, say)


def safe_contact(case: Case) -> str:
    """Return how to make contact, before any telephone number is read."""
    return words.safe_contact(case, say)


def agreements(case: Case, today: date) -> tuple[Agreed, ...]:
    """Return what was agreed: to the support, to being counted, to sharing with each sector."""
    kinds = {None: "neutral", ConsentState.GIVEN: "ok", ConsentState.DRAFT: "warn"}
    return tuple(
        Agreed(
            what.said(say),
            say(mark("not asked")) if state is None else state.said(say),
            kinds.get(state, "bad"),
        )
        for what, state in what_was_agreed(case, today)
    )


def lamp_of(case: Case, part: str, today: date, position: int | None = None) -> str:
    """Return how far a part has come: empty, begun, done, or look; a skipped answer counts."""
    records = records_of(case, part)
    if position is not None:
        records = records[position : position + 1]
    found = [
        one
        for one in findings(case, today)
        if one.part == part and position in (None, one.position)
    ]
    if any(one.level is not Level.MISSING for one in found):
        return "look"
    answered = any(
        is_answered(getattr(record, entry.name)) and getattr(record, entry.name) != entry.empty
        for record in records
        for entry in entries_of(type(record))
        if not entry.about.hidden
    )
    if not answered:
        return "empty"
    return "begun" if found else "done"


def around_case(frame: Frame, case: Case, directory: Mapping[str, str]) -> Around:
    """Return what the forms of a case may refer to: providers, the worker, consents."""
    from gbvcase.ui.case_files import CaseFiles  # the list, which says the same words, has no forms

    desk, worker = frame.desk, frame.desk.worker

    def uncovered(field: str) -> None:
        frame.jobs.start(
            lambda _progress: note_uncovered(desk, case.head.id, field),
            done=lambda _done: None,
            failed=frame.failed,
        )

    return Around(
        now=frame.desk.now,
        choices={
            "provider": tuple(directory.items()),
            "worker": ((worker, worker),),
            "consent": tuple((str(c.id), c.id or "") for c in case.consents),
        },
        files=CaseFiles(frame, case.head.id),
        uncovered=uncovered,
    )
