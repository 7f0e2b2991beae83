"""The referrals of a case: to whom, where each stands, until when an answer is expected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.domain.case import Case
from gbvcase.domain.codes import ReferralStatus
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import dues, is_final, referral_status
from gbvcase.domain.text import written_date
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_a_line
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, Chip, EmptyState, button, label

KINDS = {
    ReferralStatus.COMPLETED: "ok",
    ReferralStatus.IN_SERVICE: "info",
    ReferralStatus.ACKNOWLEDGED: "info",
    ReferralStatus.SENT: "info",
    ReferralStatus.NO_RESPONSE: "warn",
    ReferralStatus.DECLINED_PROVIDER: "bad",
    ReferralStatus.REVOKED: "bad",
}


class ReferralList(QWidget):
    """One card for each referral."""

    chosen = Signal(str)
    new = Signal()

    def __init__(self, case: Case, directory: dict[str, str]) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(8), space(8), 0)
        column.setSpacing(space(12))
        begin = button(say(mark("Refer...")), "send")
        begin.clicked.connect(self.new)
        if not case.referrals:
            column.addWidget(EmptyState(say(mark("Nobody was asked for help yet.")), [begin]))
        for referral in reversed(case.referrals):
            column.addWidget(self._card(referral, directory))
        if case.referrals:
            column.addLayout(in_a_line(begin))
        column.addStretch(1)

    def _card(self, referral: Referral, directory: dict[str, str]) -> Card:
        status = referral_status(referral)
        to = directory.get(str(given(referral.provider)), "")
        sector = given(referral.sector)
        card = Card(to or (sector.said(say) if sector else ""))
        line = QHBoxLayout()
        middle = Qt.AlignmentFlag.AlignVCenter
        line.addWidget(Chip(status.said(say), KINDS.get(status, "neutral")), 0, middle)
        line.addWidget(label(str(referral.referral_no), "note"), 1)
        open_it = button(say(mark("Open")))
        number = str(referral.referral_no)
        open_it.setAccessibleName(say(mark("Open referral {number}")).format(number=number))
        open_it.clicked.connect(lambda: self.chosen.emit(number))
        line.addWidget(open_it)
        card.add(line)
        due = dues(referral)
        if due is not None and not is_final(referral):
            text = say(mark("An answer is expected by {date}"))
            card.add(label(text.format(date=written_date(due[1].date())), "note"))
        return card
