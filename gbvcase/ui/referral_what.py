"""The middle step of a referral: what goes to the recipient, what does not, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gbvcase.domain.agreement import ConsentMissing, consent_for
from gbvcase.domain.case import Case
from gbvcase.domain.codes import DisclosureLine, Sector
from gbvcase.domain.consent import Consent
from gbvcase.domain.disclosure import Disclosed, Why, disclose
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral
from gbvcase.domain.text import written, written_date
from gbvcase.ui.editing import Around
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, tab_as_read
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

WHY = {
    Why.PROFILE: mark("This kind of office never receives it."),
    Why.CONSENT: mark("The survivor did not agree to share it."),
    Why.TICK: mark("It goes only if you tick it here."),
    Why.CHOICE: mark("You left it out."),
}


class WhatGoes(QWidget):
    """Drawn from the field descriptions and the consent; nothing can be added that they forbid."""

    changed = Signal()
    ask = Signal()  # the consent is to be asked for

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._ticks: dict[DisclosureLine, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(6))
        self.is_allowed = False

    def show_for(self, case: Case, referral: Referral, provider: ServiceProvider | None) -> None:
        """Show what this referral would tell its recipient today."""
        self._clear()
        self.is_allowed = False
        if given(referral.sector) is None:
            self._column.addWidget(label(say(mark("Choose first to whom it goes.")), "note"))
            return
        today = self._around.today()
        try:
            consent = consent_for(case, referral, today)
            disclosed = disclose(case, referral, today, provider)
        except ConsentMissing as missing:
            self._show_missing(missing, given(referral.sector))
            return
        self.is_allowed = True
        self._show_consent(consent)
        self._show_lines(disclosed)
        tab_as_read(self)

    def chosen(self) -> frozenset[DisclosureLine]:
        """Return the lines that are ticked."""
        return frozenset(line for line, tick in self._ticks.items() if tick.isChecked())

    def _clear(self) -> None:
        self._ticks = {}
        empty_out(self._column)

    def _show_missing(self, missing: ConsentMissing, sector: Sector | None) -> None:
        strip = QFrame()
        strip.setProperty("kind", "warn")
        line = QHBoxLayout(strip)
        words = QVBoxLayout()
        named = sector.said(say) if sector else ""
        title = say(mark("There is no agreement yet to share with: {sector}"))
        words.addWidget(label(title.format(sector=named), "strong"))
        words.addWidget(label(missing.said(say)))
        line.addLayout(words, 1)
        ask = button(say(mark("Ask and record")))
        ask.clicked.connect(self.ask)
        ask.clicked.connect(ask.hide)  # its questions take its place
        line.addWidget(ask)
        self._column.addWidget(strip)
        tab_as_read(self)

    def _show_consent(self, consent: Consent) -> None:
        given_at = given(consent.given_at)
        form = given(consent.form)
        said = say(mark("Agreed on {date}, {form}")).format(
            date=written_date(given_at.date()) if given_at else "",
            form=written(form, say) if form else "",
        )
        self._column.addWidget(label(f"✓  {said}", "ok"))
        limits = given(consent.limits)
        if limits:
            text = say(mark("Limits set by the survivor: {limits}"))
            self._column.addWidget(label(text.format(limits=limits), "warn"))

    def _show_lines(self, disclosed: Disclosed) -> None:
        told = {section.line for section in disclosed.sections}
        offered = [
            line
            for line in DisclosureLine
            if disclosed.withheld.get(line) in (None, Why.TICK, Why.CHOICE)
        ]
        self._column.addWidget(label(say(mark("Goes, if it is ticked:")), "strong"))
        for line in offered:
            tick = QCheckBox(line.said(say).replace("&", "&&"))
            tick.setChecked(line in disclosed.lines)
            if line in disclosed.lines and line not in told:
                said = say(mark("{what} (nothing is written down)"))
                tick.setText(said.format(what=line.said(say)).replace("&", "&&"))
            tick.toggled.connect(self.changed)
            self._ticks[line] = tick
            self._column.addWidget(tick)
        withheld = [(line, why) for line, why in disclosed.withheld.items() if line not in offered]
        if withheld:
            self._column.addWidget(label(say(mark("Does not go:")), "strong"))
        for line, why in withheld:
            said = say(mark("{what}. {why}")).format(what=line.said(say), why=say(WHY[why]))
            self._column.addWidget(label(f"✕  {said}", "note"))
