"""The slip on the lower third of a referral form: torn off, filled in by hand, and sent back.

It carries the number of the form and nothing else about the person or the matter. It comes back
open: an office whose name says what it does is named by its address alone.
"""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Table

from gbvcase.documents.discreet import is_discreet
from gbvcase.documents.letterhead import Letterhead, contact_of
from gbvcase.documents.marks import (
    FLUSH,
    QR_SIZE,
    Bottom,
    CutLine,
    NumberCode,
    WritingLines,
    choices,
)
from gbvcase.documents.page import CENTRE_BOLD, NOTE, NOTE_CENTRE, WIDTH, text
from gbvcase.domain.fields import given
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.referral import Referral
from gbvcase.domain.text import written_moment

_DAY = "...... / ...... / .........."
_SOME = ".............................."


def reply_slip(referral: Referral, number: str, letterhead: Letterhead, say: Say) -> Flowable:
    """Return the slip, to stand at the foot of the last page."""
    rows = [
        [CutLine()],
        [_top(number, letterhead, say)],
        [_boxes(say)],
        [_line((say(mark("Name, position")), WIDTH))],
        [_line((say(mark("Date")), WIDTH * 0.4), (say(mark("Signature")), WIDTH * 0.6))],
        [text(_back(referral, letterhead, say), NOTE)],
    ]
    slip = Table(
        rows,
        colWidths=(WIDTH,),
        style=[*FLUSH, ("TOPPADDING", (0, 1), (-1, -1), 1.6 * mm)],
        splitByRow=0,
    )
    return Bottom(slip)


def _top(number: str, letterhead: Letterhead, say: Say) -> Table:
    numbered = say(mark("Reply to form no. {number}")).format(number=number)
    middle = [
        text(say(mark("Reply slip")).upper(), CENTRE_BOLD),
        text(numbered, CENTRE_BOLD.clone("number", fontName="Serif")),
    ]
    if is_discreet(letterhead.office):
        middle.append(text(say(mark("To: {office}")).format(office=letterhead.office), NOTE_CENTRE))
    code = NumberCode(number) if number else ""
    return Table(
        [[code, middle, ""]],
        colWidths=(QR_SIZE, WIDTH - 2 * QR_SIZE, QR_SIZE),
        style=[*FLUSH, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
    )


def _line(*fields: tuple[str, float]) -> Table:
    """Return words with room to write after each, in a row."""
    cells: list[Flowable] = []
    widths: list[float] = []
    for words, width in fields:
        before = stringWidth(words, NOTE.fontName, NOTE.fontSize) + 2 * mm
        cells += [text(words, NOTE), WritingLines(1, width - before - 3 * mm, 6 * mm)]
        widths += [before, width - before]
    low = ("VALIGN", (0, 0), (-1, -1), "BOTTOM")
    return Table([cells], colWidths=widths, style=[*FLUSH, low])


def _boxes(say: Say) -> Table:
    on_day = say(mark("{answer}, on {day}"))
    options = [
        on_day.format(answer=say(mark("Seen")), day=_DAY),
        say(mark("Taken on")),
        on_day.format(answer=say(mark("Support completed")), day=_DAY),
        say(mark("Declined, because: {reason}")).format(reason=_SOME),
    ]
    return choices([(option, None) for option in options], say, columns=2, style=NOTE)


def _back(referral: Referral, letterhead: Letterhead, say: Say) -> str:
    where = [letterhead.office, contact_of(letterhead, say)]
    where = [part for part in where if part and is_discreet(part)]
    sent_to = say(mark("Please send back to: {where}.")).format(
        where=", ".join(where) or say(mark("the office that sent the form"))
    )
    due = given(referral.feedback_due)
    if not isinstance(due, datetime):
        return sent_to
    return sent_to + " " + say(mark("By {moment}.")).format(moment=written_moment(due))
