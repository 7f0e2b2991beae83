"""The middle step of a referral: what goes to the recipient, what does not, and why."""

from PySide6.QtCore import Qt, Signal
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
from gbvcase.ui.laying import empty_out, let_go, tab_as_read
from gbvcase.ui.referral_consent import ConsentAsking
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
    agreed = Signal(object)  # a Consent that was asked for here

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._sector: Sector | None = None
        self._asking: ConsentAsking | None = None
        self._ticks: dict[DisclosureLine, QCheckBox] = {}
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        self._questions = QVBoxLayout()
        both.addLayout(self._column)
        both.addLayout(self._questions)
        self._column.setSpacing(space(6))
        self.is_allowed = False
        self._shows_why = False
        self._editable = True

    def begin_anew(self) -> None:
        """Forget what was asked of the referral that was shown before."""
        self.end_asking()
        self._shows_why = False

    def show_for(
        self, case: Case, referral: Referral, provider: ServiceProvider | None, *, editable: bool
    ) -> None:
        """Show what this referral would tell its recipient today, or has told."""
        self._clear()
        self._editable = editable
        self.is_allowed = False
        self._sector = given(referral.sector)
        if self._sector is None:
            self._column.addWidget(label(say(mark("Choose first to whom it goes.")), "note"))
            return
        today = self._around.today()
        try:
            consent = consent_for(case, referral, today)
            disclosed = disclose(case, referral, today, provider)
        except ConsentMissing as missing:
            self._show_missing(missing)
            return
        self.is_allowed = True
        self._show_consent(consent)
        self._show_lines(disclosed)
        tab_as_read(self)

    def chosen(self) -> frozenset[DisclosureLine]:
        """Return the lines that are ticked."""
        return frozenset(line for line, tick in self._ticks.items() if tick.isChecked())

    def ask(self) -> None:
        """Ask for the agreement in place, for exactly this recipient."""
        self.end_asking()
        self._asking = ConsentAsking(self._sector, self._around)
        self._asking.recorded.connect(self.agreed)
        self._questions.addWidget(self._asking)
        self._asking.show()  # at once, so that it can take the keyboard
        self._ask.hide()
        tab_as_read(self)
        self._asking.form.focus_first()

    def keep_asked(self) -> bool:
        """Hand on what is asked here, if anything is; return whether it was."""
        if self._asking is not None:
            self._asking.keep()
        return self._asking is not None

    def end_asking(self) -> None:
        """Take the questions about the agreement away."""
        if self._asking is not None:
            let_go(self._asking)
            self._asking = None

    def _clear(self) -> None:
        self._ticks = {}
        empty_out(self._column)

    def _show_missing(self, missing: ConsentMissing) -> None:
        strip = QFrame()
        strip.setProperty("kind", "warn")
        line = QHBoxLayout(strip)
        words = QVBoxLayout()
        named = self._sector.said(say) if self._sector else ""
        title = say(mark("There is no agreement yet to share with: {sector}"))
        words.addWidget(label(title.format(sector=named), "strong"))
        words.addWidget(label(missing.said(say)))
        line.addLayout(words, 1)
        ask = button(say(mark("Ask and record")))
        ask.clicked.connect(self.ask)
        if not self._editable or self._asking is not None:
            ask.hide()  # its questions take its place
        self._ask = ask
        line.addWidget(ask)
        self._column.addWidget(strip)
        tab_as_read(self)

    def _show_consent(self, consent: Consent) -> None:
        given_at = given(consent.given_at)
        form = given(consent.form)
        day = written_date(given_at.date()) if given_at else ""  # none: it would not be complete
        agreed = say(mark("Agreed on {date}")).format(date=day)
        said = [f"✓  {agreed}"]
        if form is not None:
            said.append(written(form, say))
        self._column.addWidget(label(", ".join(said), "ok"))
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
            tick.setEnabled(self._editable)
            tick.toggled.connect(self.changed)
            self._ticks[line] = tick
            self._column.addWidget(tick)
        withheld = [(line, why) for line, why in disclosed.withheld.items() if line not in offered]
        if withheld:
            self._show_withheld(withheld)

    def _show_withheld(self, withheld: list[tuple[DisclosureLine, Why]]) -> None:
        """Name in a line what does not go; the reasons come when they are asked for."""
        named = ", ".join(line.said(say) for line, _why in withheld)
        said = say(mark("Does not go: {what}")).format(what=named)
        why = button(say(mark("Why?")), kind="quiet")
        why.setAccessibleName(say(mark("Why does this not go?")))
        top = QHBoxLayout()
        top.addWidget(label(said), 1)
        top.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        reasons = QWidget()
        column = QVBoxLayout(reasons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        for line, reason in withheld:
            told = say(mark("{what}. {why}")).format(what=line.said(say), why=say(WHY[reason]))
            column.addWidget(label(f"✕  {told}", "note"))
        self._column.addWidget(reasons)
        reasons.setVisible(self._shows_why)
        why.clicked.connect(lambda: self._toggle(reasons))

    def _toggle(self, reasons: QWidget) -> None:
        self._shows_why = reasons.isHidden()
        reasons.setVisible(self._shows_why)
