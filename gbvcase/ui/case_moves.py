"""Taking a case to another state: what must be said first, and why it may not go there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gbvcase.casework.cases import move_case
from gbvcase.domain.case import Case
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, Record, entry, record
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label


@record
class MoveAsked(Record):
    reason: Answer[str] = entry(mark("Reason"), ADMINISTRATIVE, lines=2, declinable=False)
    review_on: Answer[date] = entry(
        mark("Look again on"),
        ADMINISTRATIVE,
        declinable=False,
    )


def ask_and_move(
    parent: QWidget, frame: Frame, case: Case, to: CaseStatus, moved: Callable[[], object]
) -> None:
    """Ask for what the step needs, then take it; the guard says in a sentence what is missing."""
    asked = MoveAsked() if to is CaseStatus.OPEN else _ask(parent, frame, to)
    if asked is None:
        return
    desk, case_id = frame.desk, case.head.id
    reason = asked.reason if isinstance(asked.reason, str) else ""
    review_on = asked.review_on if isinstance(asked.review_on, date) else None

    def done(_case: Case) -> None:
        frame.note(say(mark("The state is now: {state}")).format(state=to.said(say)))
        frame.refresh_counts()
        moved()

    frame.jobs.start(
        lambda _progress: move_case(desk, case_id, to, reason, review_on),
        done=done,
        failed=frame.failed,
    )


def _ask(parent: QWidget, frame: Frame, to: CaseStatus) -> MoveAsked | None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(say(mark("Workbook")))
    dialog.setMinimumWidth(space(520))
    only = ("reason", "review_on") if to is CaseStatus.ON_HOLD else ("reason",)
    form: RecordForm[MoveAsked] = RecordForm(
        MoveAsked(), Around(now=frame.desk.now), only=only, folded=False
    )
    change = button(say(mark("Change the state")), kind="main")

    def accept() -> None:
        if not form.unreadable():
            dialog.accept()

    change.clicked.connect(accept)
    cancel = button(say(mark("Cancel")))
    cancel.clicked.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    said = say(mark("Change the state to: {state}")).format(state=to.said(say))
    column.addWidget(label(said, "section"))
    column.addWidget(form)
    column.addLayout(at_the_end(cancel, change))
    form.focus_first()
    return form.record() if dialog.exec() else None
