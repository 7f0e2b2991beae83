"""What is remembered of a paper that was printed or saved: every exit leaves a line."""

from datetime import datetime

from gbvcase.domain.codes import PaperKind, PrintPurpose
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, Record, entry, record
from gbvcase.domain.marking import mark


@record
class PrintLine(Record):
    """One printing or saving of a paper, and what became of those copies."""

    at: Answer[datetime] = entry(mark("At"), ADMINISTRATIVE, declinable=False)
    by: Answer[str] = entry(mark("By"), ADMINISTRATIVE, refers_to="worker", declinable=False)
    paper: Answer[PaperKind] = entry(mark("Which paper"), ADMINISTRATIVE, declinable=False)
    purpose: Answer[PrintPurpose] = entry(
        mark("What the paper is for"), ADMINISTRATIVE, declinable=False
    )
    copies: Answer[int] = entry(mark("Copies"), ADMINISTRATIVE, low=1, high=99, declinable=False)
    saved: Answer[bool] = entry(mark("Saved as a locked file"), ADMINISTRATIVE, declinable=False)
    destroyed: Answer[bool] = entry(mark("Returned or destroyed"), ADMINISTRATIVE, declinable=False)
