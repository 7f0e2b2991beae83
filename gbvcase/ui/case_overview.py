"""The overview of a case: who, what was agreed, what happened, what comes next, what is missing."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gbvcase.casework.cases import NAMES
from gbvcase.casework.desk import Desk
from gbvcase.casework.story import Event
from gbvcase.domain.case import Case
from gbvcase.domain.case_words import incident_in_words, urgent_in_words
from gbvcase.domain.checks import Finding, findings
from gbvcase.domain.fields import given
from gbvcase.domain.incident import Incident
from gbvcase.domain.marking import mark
from gbvcase.domain.numbers import phone_shown
from gbvcase.domain.referral_states import referral_status
from gbvcase.domain.text import written_date
from gbvcase.ui.case_words import line_about, name_of, safe_contact
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, in_a_line
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, Link, button, label

SHOWN_MISSING = 5
LAST_EVENTS = 3


class Overview(QWidget):
    """Five short blocks; nothing is typed here."""

    edit = Signal(str, object, str)  # part, position, field

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, space(8), space(8), 0)
        self._column.setSpacing(space(12))

    def show_case(self, desk: Desk, case: Case, providers: dict[str, str]) -> None:
        """Show a case as it stands now."""
        empty_out(self._column)
        self._column.addWidget(self._who(desk, case))
        self._column.addWidget(self._what_happened(case))
        self._column.addWidget(self._referrals(case, providers))
        self._column.addWidget(self._missing(findings(case, desk.today())))
        self._events = Card(say(mark("Last events")))
        self._events.hide()  # until they are read
        self._column.addWidget(self._events)
        self._column.addStretch(1)

    def show_events(self, events: Sequence[Event], now: datetime) -> None:
        """Tell what was done last; the whole story stands in the timeline."""
        for event in events[:LAST_EVENTS]:
            when = event.at.astimezone(now.tzinfo)
            said = say(mark("{date}, {time}: {what}"))
            words = said.format(
                date=written_date(when.date()), time=f"{when:%H:%M}", what=event.sentence
            )
            self._events.add(label(words))
        more = Link(say(mark("The whole story")))
        more.clicked.connect(lambda: self.edit.emit("timeline", None, ""))
        self._events.add(in_a_line(more))
        self._events.setVisible(bool(events))

    def _who(self, desk: Desk, case: Case) -> Card:
        card = Card(say(mark("Who the person is")))
        card.add(label(name_of(case), "strong"))
        card.add(label(line_about(case, desk.today())))
        urgent = urgent_in_words(case, say)
        if urgent:
            card.add(_warning(say(mark("Urgent: {what}")).format(what=urgent)))
        contact = say(mark("Safe contact: {how}")).format(how=safe_contact(case))
        card.add(_warning(contact))  # before any telephone number
        phone = given(case.client.phone_safe)
        if phone:
            card.add(label(say(mark("Phone: {number}")).format(number=phone_shown(phone))))
        change = button(say(mark("Change")), "pencil", "quiet")
        change.clicked.connect(lambda: self.edit.emit("client", None, ""))
        card.add(in_a_line(change))
        return card

    def _what_happened(self, case: Case) -> Card:
        card = Card(say(mark("What happened")))
        if not case.incidents:
            card.add(label(say(mark("No incident is written down yet.")), "note"))
        for position, incident in enumerate(case.incidents):
            line = Link(_incident_line(position, incident))
            line.clicked.connect(lambda _=False, p=position: self.edit.emit("incidents", p, ""))
            card.add(in_a_line(line))
        return card

    def _referrals(self, case: Case, providers: dict[str, str]) -> Card:
        card = Card(say(mark("Referrals")))
        if not case.referrals:
            card.add(label(say(mark("Nobody was asked for help yet.")), "note"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(16))
        for row, referral in enumerate(case.referrals):
            sector = given(referral.sector)
            to = providers.get(str(given(referral.provider)), "")
            to = to or (sector.said(say) if sector else "")
            grid.addWidget(label(str(referral.referral_no)), row, 0)
            grid.addWidget(label(to), row, 1)
            grid.addWidget(label(referral_status(referral).said(say)), row, 2)
        card.add(grid)
        return card

    def _missing(self, found: tuple[Finding, ...]) -> Card:
        title = say(mark("Still missing, or to look at again: {count}"))
        card = Card(title.format(count=len(found)))
        if not found:
            whole = mark("Nothing. Every question that a rule needs is answered.")
            card.add(label(say(whole), "ok"))
        for one in found[:SHOWN_MISSING]:
            line = Link(_named(one))
            line.clicked.connect(
                lambda _=False, f=one: self.edit.emit(
                    f.part, f.position, f.field.partition("[")[0].partition(".")[0]
                )
            )
            card.add(in_a_line(line))
        if len(found) > SHOWN_MISSING:
            more = say(mark("and {count} more, shown in the forms"))
            card.add(label(more.format(count=len(found) - SHOWN_MISSING), "note"))
        return card


def _named(finding: Finding) -> str:
    """Return a finding with the record it is about, where there may be many of its kind."""
    said = finding.said(say)
    if finding.position is None:
        return said
    record = f"{say(NAMES[finding.part])} {finding.position + 1}"
    return say(mark("{record}: {what}")).format(record=record, what=said)


def _warning(text: str) -> QFrame:
    strip = QFrame()
    strip.setProperty("kind", "warn")
    box = QVBoxLayout(strip)
    box.setContentsMargins(space(12), space(6), space(12), space(6))
    box.addWidget(label(text, "warn"))
    return strip


def _incident_line(position: int, incident: Incident) -> str:
    said = say(mark("Incident {number}: {what}"))
    what = incident_in_words(incident, say)
    if incident.void:
        what = say(mark("{what} (entered by mistake)")).format(what=what)
    return said.format(number=position + 1, what=what)
