"""What comes back after a referral was handed over: an answer, a refusal, a withdrawal."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gbvcase.casework.cases import load
from gbvcase.casework.desk import Desk
from gbvcase.casework.referrals import move_referral
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ReferralDecline, ReferralOutcome, ReferralStatus
from gbvcase.domain.errors import Unreadable
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, Record, entry, record
from gbvcase.domain.marking import mark
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.domain.referral_states import REFERRAL_MOVES, referral_status
from gbvcase.ui.choice_editors import ComboEditor
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

BY_THE_RECIPIENT = (
    ReferralStatus.ACKNOWLEDGED,
    ReferralStatus.DECLINED_PROVIDER,
    ReferralStatus.IN_SERVICE,
    ReferralStatus.COMPLETED,
    ReferralStatus.NO_RESPONSE,
    ReferralStatus.DECLINED_CLIENT,
)
ANSWERED = frozenset(
    {ReferralStatus.ACKNOWLEDGED, ReferralStatus.IN_SERVICE, ReferralStatus.COMPLETED}
)
OF_THE_SLIP = ("source", "seen_at", "services_given", "further_need", "return_to_us", "filled_by")


@record
class AnswerAsked(Record):
    to: Answer[ReferralStatus] = entry(mark("What the answer is"), ADMINISTRATIVE, declinable=False)
    decline_reason: Answer[ReferralDecline] = entry(
        mark("Why it was declined"), ADMINISTRATIVE, declinable=False
    )
    outcome: Answer[ReferralOutcome] = entry(mark("Outcome"), ADMINISTRATIVE, declinable=False)


def may_answer(referral: Referral) -> bool:
    """Tell whether an answer to this referral can be written down."""
    return bool(_possible(referral))


def _possible(referral: Referral) -> list[ReferralStatus]:
    after = REFERRAL_MOVES.get(referral_status(referral), frozenset())
    if referral_status(referral) in (ReferralStatus.DRAFT, ReferralStatus.READY):
        return []
    return [state for state in BY_THE_RECIPIENT if state in after]


class AnswerForm(QWidget):
    """Asks what was answered; what the state needs is asked only then."""

    recorded = Signal(object, object)  # AnswerAsked, ReferralFeedback or None
    given_up = Signal()

    def __init__(self, referral: Referral, around: Around) -> None:
        super().__init__()
        self._asked: RecordForm[AnswerAsked] = RecordForm(AnswerAsked(), around, folded=False)
        editor = self._asked.row("to").editor
        if isinstance(editor, ComboEditor):
            editor.set_choices([(s.code, s.said(say)) for s in _possible(referral)])
        self._slip: RecordForm[ReferralFeedback] = RecordForm(
            ReferralFeedback(received_at=around.now()), around, only=OF_THE_SLIP, folded=False
        )
        self._asked.changed.connect(self._react)
        keep = button(say(mark("Record the answer")), kind="main")
        keep.clicked.connect(self._keep)
        leave = button(say(mark("Cancel")))
        leave.clicked.connect(self.given_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._asked)
        column.addWidget(self._slip)
        column.addLayout(at_the_end(leave, keep))
        self._react()

    def focus_first(self) -> None:
        """Put the keyboard into the first question."""
        self._asked.focus_first()

    def _react(self) -> None:
        to = self._asked.row("to").typed()
        declined = to == ReferralStatus.DECLINED_PROVIDER.code
        self._asked.row("decline_reason").setVisible(declined)
        self._asked.row("outcome").setVisible(to == ReferralStatus.COMPLETED.code)
        self._slip.setVisible(to in {state.code for state in ANSWERED})

    def _keep(self) -> None:
        if self._asked.unreadable() or self._slip.unreadable():
            return
        asked = self._asked.record()
        if not isinstance(asked.to, ReferralStatus):
            self._asked.row("to").say_problem(say(mark("Choose one of the answers.")))
            self._asked.focus_first()
            return
        answered = asked.to in ANSWERED
        self.recorded.emit(asked, self._slip.record() if answered else None)


def keep_answer(
    desk: Desk, case_id: str, number: str, asked: AnswerAsked, feedback: ReferralFeedback | None
) -> Case:
    """Write an answer down and take the referral to the state that it means."""
    assert isinstance(asked.to, ReferralStatus), "the form asks for it"
    declined, outcome = asked.decline_reason, asked.outcome
    move_referral(
        desk,
        case_id,
        number,
        asked.to,
        decline_reason=declined.code if isinstance(declined, ReferralDecline) else None,
        outcome=outcome.code if isinstance(outcome, ReferralOutcome) else None,
        feedback=feedback,
    )
    return load(desk, case_id)


def take_back(desk: Desk, case_id: str, number: str, reason: str, *, sent: bool) -> Case:
    """End a referral: withdrawn from whoever has it, or cancelled before anybody had it."""
    to = ReferralStatus.REVOKED if sent else ReferralStatus.CANCELLED
    move_referral(desk, case_id, number, to, reason=reason)
    return load(desk, case_id)


TELL_THEM = mark("The referral ends. The recipient must be told, and asked to destroy the paper.")
BEFORE = mark("The referral ends before it was handed over.")


@record
class ReasonAsked(Record):
    reason: Answer[str] = entry(mark("Reason"), ADMINISTRATIVE, lines=2, declinable=False)


@record
class WordsAsked(Record):
    reason: Answer[str] = entry(
        mark("What is corrected"), ADMINISTRATIVE, lines=2, declinable=False
    )


def ask_for_reason(
    parent: QWidget, title: str, sentence: str, around: Around, *, kind: str = "danger"
) -> str | None:
    """Ask for the words that something needs; None if the person thinks better of it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(say(mark("Workbook")))
    dialog.setMinimumWidth(space(520))
    asked = ReasonAsked() if kind == "danger" else WordsAsked()
    form: RecordForm[Any] = RecordForm(asked, around, folded=False)
    do = button(title, kind=kind)

    def accept_with_reason() -> None:
        if _has_reason(form):
            dialog.accept()

    do.clicked.connect(accept_with_reason)
    leave = button(say(mark("Cancel")))
    leave.clicked.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(label(title, "section"))
    column.addWidget(label(sentence))
    column.addWidget(form)
    column.addLayout(at_the_end(leave, do))
    form.focus_first()
    if not dialog.exec():
        return None
    return str(form.record().reason)


def _has_reason(form: RecordForm[Any]) -> bool:
    try:
        reason = form.record().reason
    except Unreadable:
        return False
    if not reason:
        form.row("reason").say_problem(say(mark("Please write it in a few words.")))
    return bool(reason)
