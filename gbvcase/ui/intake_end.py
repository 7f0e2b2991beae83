"""What becomes of an intake in the end: a new case, or a new incident of a case that exists."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from gbvcase.casework.cases import new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import dropped_drafts, take_draft_back
from gbvcase.casework.same_person import Moved, add_incident, take_incident_back
from gbvcase.casework.tasks import add_task
from gbvcase.domain.case import Case
from gbvcase.domain.codes import CaseStatus, ConsentGiver, TaskKind
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import Record, is_answered
from gbvcase.domain.gates import may_open, status_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.marking import mark
from gbvcase.domain.people import Client
from gbvcase.ui import intake_questions as ask
from gbvcase.ui.intake_questions import Agreement, NextStep
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame
from gbvcase.ui.widgets import ask as ask_shortly


def made_case(desk: Desk, records: Mapping[str, Any], agreement: Agreement) -> Case:
    """Make a case of what was answered; without a name if only numbers were agreed to."""
    client: Client = records["client"]
    if agreement is Agreement.NUMBERS_ONLY:
        client = Client(**{name: getattr(client, name) for name in ask.WITHOUT_A_NAME})
    intake = replace(records["intake"], urgent_check=records["urgent"])
    basis = Consent(given_by=ConsentGiver.CLIENT, given_at=desk.now())
    consents = ask.consents_of(agreement, records["how"], basis)
    incidents = (records["incident"],) if is_told(records["incident"]) else ()
    case = new_case(desk, client, intake, consents, incidents)
    if (step := step_of(records["next"])) is not None:
        add_task(desk, case.head.id, *step)
    return case


def is_told(incident: Record) -> bool:
    """Tell whether anything was told of what happened."""
    return any(is_answered(getattr(incident, name)) for name in ask.OF_THE_INCIDENT)


def step_of(step: NextStep) -> tuple[TaskKind, date] | None:
    """Return what is to be done next, if it and its day are known."""
    if isinstance(step.kind, TaskKind) and isinstance(step.due, date):
        return step.kind, step.due
    return None


def said_of(case: Case, today: date) -> str:
    """Return that the case was made, and what it still needs before it counts as registered."""
    if status_of(case) is not CaseStatus.DRAFT:
        return say(mark("Case {code} was made.")).format(code=case.head.code)
    needs = may_open(case, today)
    text = say(mark("Case {code} is kept as a draft. {why}"))
    return text.format(code=case.head.code, why=needs[0].said(say) if needs else "")


class SamePerson:
    """Leads to the case of the same person, and offers to move there what was told now."""

    def __init__(self, page: QWidget, frame: Frame) -> None:
        self._page, self._frame = page, frame

    def lead(
        self,
        case: Case,
        incident: Incident,
        step: NextStep,
        *,
        keep: Callable[[], object],
        moved: Callable[[Moved], object],
    ) -> None:
        """Open the case; ask first whether what was told is moved, if anything was.

        `keep` keeps the draft, which is not touched unless it was moved.
        """
        if is_told(incident):
            question = say(
                mark("Move what was told here into case {code}, as a new incident of it?")
            )
            answers = (
                say(mark("Only open the case")),
                say(mark("Move it, and open the case")),
            )
            chosen = ask_shortly(self._page, question.format(code=case.head.code), answers)
            if chosen is None:
                return
            if chosen == 1:
                desk, case_id = self._frame.desk, case.head.id
                self._frame.jobs.start(
                    lambda _progress: add_incident(desk, case_id, incident, step_of(step)),
                    done=moved,
                    failed=self._frame.failed,
                )
                return
        keep()
        self._frame.go("case", case_id=case.head.id)

    def tell_moved(self, moved: Moved, draft_record: str) -> None:
        """Say that it was moved, with a way back, and open the case."""
        text = say(mark("What was typed is now a new incident of case {code}."))
        self._frame.note(
            text.format(code=moved.code),
            say(mark("Undo")),
            partial(self._take_back, moved, draft_record),
        )
        self._frame.refresh_counts()
        self._frame.go("case", case_id=moved.case_id, tab="incidents")

    def _take_back(self, moved: Moved, draft_record: str) -> None:
        desk = self._frame.desk

        def work(_progress: object) -> None:
            take_incident_back(desk, moved)
            for draft in dropped_drafts(desk):
                if draft.record_id == draft_record:
                    take_draft_back(desk, str(draft.id))

        self._frame.jobs.start(
            work,
            done=partial(self._tell_back, draft_record),
            failed=self._frame.failed,
        )

    def _tell_back(self, draft_record: str, _done: object) -> None:
        self._frame.note(say(mark("Taken back.")))
        self._frame.refresh_counts()
        self._frame.go("intake", record_id=draft_record)
