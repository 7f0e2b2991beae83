"""Where a referral stands once it has left us: deadline, task, answers, papers, corrections."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gbvcase.domain.case import Case
from gbvcase.domain.codes import FeedbackSource, Handover
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.prints import PrintLine
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.domain.referral_states import (
    dues,
    is_final,
    may_edit,
    replaced,
    replaced_by,
)
from gbvcase.domain.task_states import due_day, is_open
from gbvcase.domain.text import written, written_date, written_moment
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, in_a_line, tab_as_read
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Link, button, label


class AfterHandover(QWidget):
    """Tells what came of a referral; what can be done about it is a signal to the page."""

    opened = Signal(str)  # the number of another referral
    replace_it = Signal()
    add_note = Signal()
    destroyed = Signal(int, bool)  # a line of the print log, and whether its copies are gone

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(6))

    def show_for(self, case: Case, referral: Referral) -> bool:
        """Show what is to be told; return whether there is anything."""
        empty_out(self._column)
        for line in _lines(case, referral):
            self._column.addWidget(line)
        self._links(case, referral)
        for place, printed in enumerate(referral.print_log):
            self._column.addWidget(self._print(place, printed))
        doing = self._doing(case, referral)
        if doing:
            self._column.addLayout(in_a_line(*doing))
        tab_as_read(self)
        return self._column.count() > 0

    def _links(self, case: Case, referral: Referral) -> None:
        for other, words in (
            (replaced(case, referral), mark("In the place of {number}")),
            (replaced_by(case, referral), mark("{number} has taken its place")),
        ):
            if other is not None:
                number = str(given(other.referral_no) or "")
                link = Link(say(words).format(number=number))
                link.clicked.connect(lambda _=False, n=number: self.opened.emit(n))
                self._column.addLayout(in_a_line(link))

    def _print(self, place: int, printed: PrintLine) -> QWidget:
        at, by = given(printed.at), given(printed.by)
        words = say(mark("{when}, {who}: {copies} copies. They came back or were destroyed"))
        tick = QCheckBox(
            words.format(
                when=written_moment(at) if at else "",
                who=str(by or ""),
                copies=given(printed.copies) or 1,
            ).replace("&", "&&")
        )
        tick.setChecked(printed.destroyed is True)
        tick.toggled.connect(lambda gone: self.destroyed.emit(place, gone))
        return tick

    def _doing(self, case: Case, referral: Referral) -> list[QWidget]:
        doing: list[QWidget] = []
        if not may_edit(referral):
            note = button(say(mark("Add a correction...")), "pencil", "quiet")
            note.clicked.connect(self.add_note)
            doing.append(note)
        if is_final(referral) and replaced_by(case, referral) is None:
            anew = button(say(mark("Refer anew in its place...")), "send")
            anew.clicked.connect(self.replace_it)
            doing.append(anew)
        return doing


def _lines(case: Case, referral: Referral) -> Iterator[QWidget]:
    sent, how = given(referral.sent_at), given(referral.handover)
    if sent is not None:
        said = say(mark("Handed over on {when}, {how}"))
        named = how.said(say) if isinstance(how, Handover) else ""
        yield label(said.format(when=written_moment(sent), how=named))
    due = dues(referral)
    if due is not None and not is_final(referral):
        said = say(mark("An answer is expected by {date}"))
        yield label(said.format(date=written_date(due[1].date())))
    yield from _tasks(case, referral)
    for why in (given(referral.decline_reason), given(referral.outcome)):
        if why is not None:
            yield label(written(why, say))
    for answer in referral.feedback:
        yield label(_in_words(answer))
    for note in referral.notes:
        at = given(note.at)
        said = say(mark("Correction of {when} by {who}: {text}"))
        yield label(
            said.format(
                when=written_moment(at) if at else "",
                who=str(given(note.by) or ""),
                text=str(given(note.text) or ""),
            )
        )


def _tasks(case: Case, referral: Referral) -> Iterator[QWidget]:
    number = str(given(referral.referral_no) or "")
    for task in case.tasks:
        source, due = str(given(task.source) or ""), due_day(task)
        if is_open(task) and due is not None and source.endswith(f":{number}"):
            said = say(mark("Task: {task}, until {date}"))
            named = written(task.kind, say)
            yield label(said.format(task=named, date=written_date(due)))


def _in_words(answer: ReferralFeedback) -> str:
    at, source = given(answer.received_at), given(answer.source)
    said = say(mark("Answer of {when}: {what}"))
    values: tuple[Any, ...] = (
        source.said(say) if isinstance(source, FeedbackSource) else None,
        written(answer.services_given, say) if given(answer.services_given) else None,
        written(answer.result, say) if given(answer.result) else None,
        given(answer.further_need),
    )
    what = ". ".join(str(one) for one in values if one) or say(mark("nothing more was said"))
    return said.format(when=written_moment(at) if at else "", what=what)
