"""What leaves to a few and not to everybody: why it may, and what is printed on it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from gbvcase.domain.marking import Say, mark
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.ledger import Audience, Ledger, Line, State
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.releases import Made, Release, line_of
from gbvcase.reports.tables import Counts, Key

RECEIVER = "receiver"
"""Under this name the letterhead of a line keeps for whom an exact form was sealed."""


class ExitPurpose(Enum):
    """Why exact figures, or rows of incidents, leave sealed; the journal keeps the name."""

    LAW = mark("A form that the law asks for")
    SUPERVISION = mark("Asked for by the authority that supervises the office")
    PROTOCOL = mark("Agreed in the protocol on sharing information")

    @property
    def code(self) -> str:
        """Return the name by which files and the journal know it."""
        return self.name.lower()


def restricted(line: Line, say: Say) -> str:
    """Return what stands on every page of what is not for everybody; nothing otherwise."""
    match line.audience:
        case Audience.AUTHORITY:
            text = say(mark("NOT TO BE PUBLISHED. Exact figures, sealed for: {receiver}"))
            return text.format(receiver=line.letterhead.get(RECEIVER, ""))
        case Audience.NETWORK:
            return say(mark("For members of the network only. Not to be published."))
        case _:
            return ""


def exact_form(  # noqa: PLR0913 - what was counted, of when, by whom, for whom
    ledger: Ledger, counts: Counts, plan: ReportPlan, period: str, *, made: Made, receiver: str
) -> tuple[Ledger, Release]:
    """Return the exact form of a period, and the ledger with the line that says it was made.

    It is no publication: its figures are no facts for anybody else, close no quarter, and are in
    no copy of the ledger. The counts are those of `span_of(period)`.
    """
    figures = _exact(counts, plan, period)
    line = replace(
        line_of(plan, period, replace(made, audience=Audience.AUTHORITY)),
        letterhead={**made.letterhead, RECEIVER: receiver},
        state=State.HANDED_OVER,
        headline=figures,
        rule="exact, sealed for an authority",
    )
    after = ledger.append(line)
    return after, Release(plan, replace(after.lines[-1], figures=figures, headline={}))


def _exact(counts: Counts, plan: ReportPlan, period: str) -> Mapping[Key, Figure]:
    return {
        cell: Figure(number, number, number, Status.EXACT)
        for cell, number in counts.cells.items()
        if (PERIOD, period) in cell and plan.shows(cell)
    }
