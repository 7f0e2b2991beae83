"""How a long form is folded: which questions stand under which heading."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import Entry, Record
from gbvcase.domain.incident import Incident
from gbvcase.domain.marking import mark
from gbvcase.domain.people import Client
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

# Each heading begins with a field; a new field belongs to the heading that stands before it.
HEADINGS: dict[type[Record], tuple[tuple[str, str, str], ...]] = {
    Client: (
        ("full_name", mark("Who the person is"), ""),
        ("address_current", mark("Where, and how to make contact safely"), ""),
        ("languages", mark("Language, origin, marriage"), ""),
        ("living_with", mark("Household, children, living"), ""),
        ("religion", mark("Only if a service needs it"), ""),
        (
            "disability",
            mark("Health and special circumstances"),
            mark("These questions may be hard to speak about. Any of them may be skipped."),
        ),
        ("child_status", mark("Under 18, or with a guardian"), ""),
    ),
    Consent: (
        ("purpose", mark("What was agreed"), ""),
        ("given_by", mark("Who agreed, and how"), ""),
        ("withdrawn_at", mark("Withdrawal, sharing without consent"), ""),
    ),
    Incident: (
        ("incident_date", mark("When and where"), ""),
        (
            "account",
            mark("What happened"),
            mark("Ask once. The questions below are answered by you, from the account."),
        ),
        ("gbv_type", mark("Type and forms of violence"), ""),
        ("harmful_practice", mark("Circumstances"), ""),
        (
            "injury",
            mark("Health and what went before"),
            mark("These questions may be hard to speak about. Any of them may be skipped."),
        ),
        ("alleged_perpetrators", mark("Who is said to have done it"), ""),
        ("reported_elsewhere", mark("Reported before, services, wishes"), ""),
    ),
}


class Section(QWidget):
    """A heading that opens and closes the questions under it."""

    asked = Signal(object)

    def __init__(self, title: str, note: str, names: Sequence[str]) -> None:
        super().__init__()
        self.names = tuple(names)
        self.is_open = False
        self._answered, self._asked = 0, len(self.names)
        self._title = title
        self.head = button("", kind="nav")
        self.head.clicked.connect(lambda: self.asked.emit(self))
        self._body = QFrame()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(space(12), space(4), space(4), space(12))
        self._rows.setSpacing(space(10))
        if note:
            self._rows.addWidget(label(note, "note"))
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self.head)
        column.addWidget(self._body)

    def add(self, row: QWidget) -> None:
        """Put a question under the heading."""
        self._rows.addWidget(row)

    def tell(self, answered: int, asked: int) -> None:
        """Say in the heading how many questions are answered."""
        self._answered, self._asked = answered, asked
        sign = "▾" if self.is_open else "▸"
        said = say(mark("{title}: {answered} of {all}")).format(
            title=self._title, answered=answered, all=asked
        )
        self.head.setText(f"{sign}  {said}".replace("&", "&&"))
        state = say(mark("open")) if self.is_open else say(mark("closed"))
        self.head.setAccessibleName(f"{said}, {state}")
        self.head.setProperty("current", self.is_open)
        self.head.style().unpolish(self.head)
        self.head.style().polish(self.head)

    def unfold(self) -> None:
        """Show the questions."""
        self.is_open = True
        self._body.show()
        self.tell(self._answered, self._asked)

    def fold(self) -> None:
        """Show the heading only."""
        self.is_open = False
        self._body.hide()
        self.tell(self._answered, self._asked)


def sections_of(kind: type[Record], entries: Sequence[Entry]) -> tuple[Section, ...]:
    """Return the headings of a record's form, without those under which nothing is asked."""
    headings = {first: (title, note) for first, title, note in HEADINGS.get(kind, ())}
    if not headings:
        return ()
    parts: list[tuple[tuple[str, str], list[str]]] = []
    for entry in entries:
        if entry.name in headings or not parts:
            parts.append((headings.get(entry.name, (mark("More"), "")), []))
        parts[-1][1].append(entry.name)
    return tuple(
        Section(say(title), say(note) if note else "", names) for (title, note), names in parts
    )
