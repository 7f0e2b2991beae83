"""Saying that a record was entered by mistake: why is asked, and it can be taken back at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gbvcase.casework.voiding import restore_record, void_record
from gbvcase.domain.case import Case
from gbvcase.domain.codes import VoidReason
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, Record, entry, record
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

FOLLOWS = mark("It stays to be read, but counts for nothing: no sharing and no number rests on it.")


@record
class VoidAsked(Record):
    reason: Answer[VoidReason] = entry(
        mark("Why it does not count"), ADMINISTRATIVE, declinable=False
    )


Where = tuple[str, int]
"""The part of a case, and the position of a record in it."""


def ask_and_void(
    parent: QWidget, frame: Frame, case_id: str, where: Where, done: Callable[[], object]
) -> None:
    """Ask why, then say that the record was a mistake; undoing it is offered at once."""
    reason = ask_why(parent, Around(now=frame.desk.now))
    if reason is None:
        return
    desk = frame.desk

    def undo() -> None:
        restore(frame, case_id, where, done)

    def told(_case: Case) -> None:
        frame.note(say(mark("The record counts for nothing any more.")), say(mark("Undo")), undo)
        done()

    frame.jobs.start(
        lambda _progress: void_record(desk, case_id, *where, reason),
        done=told,
        failed=frame.failed,
    )


def restore(frame: Frame, case_id: str, where: Where, done: Callable[[], object]) -> None:
    """Say that the record was no mistake after all."""
    desk = frame.desk

    def told(_case: Case) -> None:
        frame.note(say(mark("The record counts again.")))
        done()

    frame.jobs.start(
        lambda _progress: restore_record(desk, case_id, *where),
        done=told,
        failed=frame.failed,
    )


def ask_why(parent: QWidget, around: Around) -> VoidReason | None:
    """Ask why a record does not count; None if the person thinks better of it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(say(mark("Workbook")))
    dialog.setMinimumWidth(space(520))
    form: RecordForm[VoidAsked] = RecordForm(VoidAsked(), around, folded=False)
    do = button(say(mark("Entered by mistake")), kind="danger")

    def accept() -> None:
        if isinstance(form.record().reason, VoidReason):
            dialog.accept()
        else:
            form.row("reason").say_problem(say(mark("Choose one of the answers.")))

    do.clicked.connect(accept)
    leave = button(say(mark("Cancel")))
    leave.clicked.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(label(say(mark("Entered by mistake")), "section"))
    column.addWidget(label(say(FOLLOWS)))
    column.addWidget(form)
    column.addLayout(at_the_end(leave, do))
    form.focus_first()
    if not dialog.exec():
        return None
    reason = form.record().reason
    return reason if isinstance(reason, VoidReason) else None
