"""The agreements of a case: for what, with whom, whether in force; and taking one back."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.casework.cases import amend
from gbvcase.domain.agreement import consent_state, withdrawal_of
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ConsentState
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written, written_date
from gbvcase.ui.editing import Around
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_a_line
from gbvcase.ui.pages import Frame
from gbvcase.ui.referral_answer import ask_for_reason
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, Chip, EmptyState, button, label

KINDS = {ConsentState.GIVEN: "ok", ConsentState.DRAFT: "warn"}


class ConsentList(QWidget):
    """One card for each answer that was recorded; nothing is ever deleted."""

    chosen = Signal(int)
    new = Signal()
    changed = Signal()

    def __init__(self, frame: Frame, case: Case, directory: dict[str, str]) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self._frame, self._case = frame, case
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(8), space(8), 0)
        column.setSpacing(space(12))
        ask = button(say(mark("Ask and record")), "plus")
        ask.clicked.connect(self.new)
        if not case.consents:
            column.addWidget(EmptyState(say(mark("Nothing was asked yet.")), [ask]))
        for position, consent in enumerate(case.consents):
            column.addWidget(self._card(position, consent, directory))
        if case.consents:
            column.addLayout(in_a_line(ask))
        column.addStretch(1)

    def _card(self, position: int, consent: Consent, directory: dict[str, str]) -> Card:
        today = self._frame.desk.today()
        state = consent_state(self._case, consent, today)
        card = Card(consent_title(consent, directory))
        line = QHBoxLayout()
        middle = Qt.AlignmentFlag.AlignVCenter
        if consent.void:
            line.addWidget(Chip(say(mark("entered by mistake")), "bad"), 0, middle)
        else:
            line.addWidget(Chip(state.said(say), KINDS.get(state, "bad")), 0, middle)
        line.addWidget(label(_how(consent), "note"), 1)
        number = position + 1
        if state is ConsentState.GIVEN and not consent.void:
            back = button(say(mark("Withdraw...")), kind="quiet")
            back.setAccessibleName(say(mark("Withdraw consent {number}")).format(number=number))
            back.clicked.connect(lambda: self._withdraw(position, today))
            line.addWidget(back)
        open_it = button(say(mark("Open")))
        open_it.setAccessibleName(say(mark("Open consent {number}")).format(number=number))
        open_it.clicked.connect(lambda: self.chosen.emit(position))
        line.addWidget(open_it)
        card.add(line)
        items = given(consent.items_allowed)
        if items:
            said = say(mark("May be shared: {items}")).format(items=written(items, say))
            card.add(label(said))
        return card

    def _withdraw(self, position: int, today: date) -> None:
        """Say what follows before it is done; sharing stops, and recipients are to be told."""
        consent = self._case.consents[position]
        follows = withdrawal_of(self._case, consent)
        sentence = say(
            mark(
                "Nothing is deleted, but nothing more is shared. Referrals that end: {ended}. "
                "Recipients who must be told: {told}."
            )
        ).format(ended=len(follows.cancelled), told=len(follows.to_tell))
        around = Around(now=self._frame.desk.now)
        reason = ask_for_reason(self, say(mark("Withdraw the consent")), sentence, around)
        if reason is None:
            return
        desk, case_id = self._frame.desk, self._case.head.id
        taken = replace(consent, withdrawn_at=desk.now(), withdrawn_reason=reason)
        self._frame.jobs.start(
            lambda _progress: amend(desk, case_id, "consents", taken, position),
            done=self._tell,
            failed=self._frame.failed,
        )

    def _tell(self, _case: Case) -> None:
        self._frame.note(say(mark("The consent is withdrawn.")))
        self._frame.refresh_counts()
        self.changed.emit()


def consent_title(consent: Consent, directory: dict[str, str]) -> str:
    """Return what a consent is for, and with whom it lets us share."""
    purpose, sector = given(consent.purpose), given(consent.recipient_sector)
    title = purpose.said(say) if purpose else say(mark("New consent"))
    to = directory.get(str(given(consent.recipient_provider)), "")
    to = to or (sector.said(say) if sector else "")
    return say(mark("{purpose}: {recipient}")).format(purpose=title, recipient=to) if to else title


def _how(consent: Consent) -> str:
    given_at, form = given(consent.given_at), given(consent.form)
    parts = [
        written_date(given_at.date()) if given_at else "",
        form.said(say) if form else "",
    ]
    return ", ".join(part for part in parts if part)
