"""The summary of a case on one page: what its overview shows, for the paper file."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from gbvcase.casework.cases import history, load
from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import letterhead_of, stamp_of
from gbvcase.casework.providers import providers
from gbvcase.casework.story import events_of
from gbvcase.domain.agreement import what_was_agreed
from gbvcase.domain.case import Case
from gbvcase.domain.case_words import incident_in_words, line_about, name_of, safe_contact
from gbvcase.domain.checks import findings
from gbvcase.domain.codes import TaskKind
from gbvcase.domain.conditions import URGENT_QUESTIONS
from gbvcase.domain.fields import entry_named, given, is_answered
from gbvcase.domain.gates import status_of
from gbvcase.domain.intake import UrgentCheck
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.referral_states import referral_status
from gbvcase.domain.task_states import due_day, is_open
from gbvcase.domain.text import written, written_date, written_moment

if TYPE_CHECKING:
    from gbvcase.documents.case_summary import Summary

LAST = 3
"""Events that are told."""


def summary_paper(desk: Desk, case_id: str, say: Say, *, named: bool = True) -> bytes:
    """Return the summary of a case; without the name it says the code alone."""
    from gbvcase.documents.case_summary import case_summary

    case = load(desk, case_id)
    directory = {str(one.id): str(given(one.name) or "") for one in providers(desk)}
    events = [
        (written_moment(one.at), one.sentence)
        for one in events_of(history(desk, case_id), case, say)
    ][:LAST]
    told = summary_of(case, desk.today(), say, named=named, directory=directory, events=events)
    return case_summary(
        told, letterhead_of(desk.profile), desk.today(), say, stamp=stamp_of(desk, say)
    )


def summary_of(  # noqa: PLR0913 - what stands on the page
    case: Case,
    today: date,
    say: Say,
    *,
    named: bool = True,
    directory: dict[str, str] | None = None,
    events: list[tuple[str, str]] | None = None,
) -> "Summary":
    """Return in words what the summary says; never an account, a note, or who did it."""
    from gbvcase.documents.case_summary import Summary

    return Summary(
        code=str(given(case.head.code) or ""),
        state=status_of(case).said(say),
        who=tuple(_who(case, today, say, named)),
        agreed=tuple(
            (what.said(say), say(mark("not asked")) if state is None else state.said(say))
            for what, state in what_was_agreed(case, today)
        ),
        happened=tuple(incident_in_words(one, say) for one in case.incidents if not one.void),
        urgent=_urgent(case, say),
        referred=tuple(_referred(case, say, directory or {})),
        tasks=tuple(_tasks(case, say)),
        events=tuple(events or ()),
        missing=len(findings(case, today)),
    )


def _who(case: Case, today: date, say: Say, named: bool) -> Iterator[tuple[str, str | None]]:
    if named:
        yield say(mark("Full name")), name_of(case)
    yield say(mark("Sex, age, commune")), line_about(case, today, say) or None
    yield say(mark("Safe contact")), safe_contact(case, say)
    yield say(mark("In charge")), case.head.owner if isinstance(case.head.owner, str) else None
    opened = given(case.head.opened_on)
    yield say(mark("Opened on")), written_date(opened) if opened else None


def _urgent(case: Case, say: Say) -> str:
    check = case.intake.urgent_check
    said = [
        f"{say(entry_named(UrgentCheck, name).about.label)}: {written(getattr(check, name), say)}"
        for name in URGENT_QUESTIONS
        if is_answered(getattr(check, name))
    ]
    return "; ".join(said)


def _referred(case: Case, say: Say, directory: dict[str, str]) -> Iterator[tuple[str, str]]:
    for referral in case.referrals:
        sector = given(referral.sector)
        to = directory.get(str(given(referral.provider)), "") or (
            sector.said(say) if sector else ""
        )
        state = referral_status(referral).said(say)
        yield str(given(referral.referral_no) or ""), f"{to} - {state}" if to else state


def _tasks(case: Case, say: Say) -> Iterator[tuple[str, str]]:
    open_ones = [one for one in case.tasks if is_open(one)]
    for task in sorted(open_ones, key=lambda one: due_day(one) or date.max):
        due = due_day(task)
        if isinstance(task.kind, TaskKind):
            yield task.kind.said(say), written_date(due) if due else ""
