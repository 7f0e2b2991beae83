"""Asking for the agreement to share, in the place where it is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gbvcase.domain.codes import ConsentGiver, ConsentPurpose, Sector
from gbvcase.domain.consent import Consent
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import Around
from gbvcase.ui.form import RecordForm
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_a_line
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button

ASKED = (
    "decision",
    "items_allowed",
    "limits",
    "given_by",
    "child_assent",
    "form",
    "explained",
    "witness",
)


class ConsentAsking(QWidget):
    """The questions of one consent, for exactly one recipient; each point is asked by itself."""

    recorded = Signal(object)  # a Consent

    def __init__(self, sector: Sector | None, around: Around) -> None:
        super().__init__()
        consent = Consent(
            purpose=ConsentPurpose.REFERRAL,
            recipient_sector=sector,
            given_by=ConsentGiver.CLIENT,
            given_at=around.now(),
        )
        self.form: RecordForm[Consent] = RecordForm(consent, around, only=ASKED, folded=False)
        keep = button(say(mark("Record the agreement")), kind="main")
        keep.clicked.connect(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(8), 0, 0)
        column.addWidget(self.form)
        column.addLayout(in_a_line(keep))

    def keep(self) -> None:
        """Hand the consent on; a decision is the one thing that must be said."""
        if self.form.unreadable():
            return
        consent = self.form.record()
        if consent.decision is None:
            self.form.row("decision").say_problem(say(mark("Choose one of the answers.")))
            self.form.focus_field("decision")
            return
        self.recorded.emit(consent)
