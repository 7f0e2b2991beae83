"""The label of an envelope: who receives it, and nothing of who sends it or what is in it."""

from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from gbvcase.documents.discreet import is_discreet
from gbvcase.documents.letterhead import Letterhead
from gbvcase.documents.marks import FLUSH, NumberCode
from gbvcase.documents.page import CENTRE, NOTE, NOTE_CENTRE, TEXT, Sheet, one_line, print_pdf, text
from gbvcase.domain.fields import given
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.numbers import phone_shown
from gbvcase.domain.provider import ServiceProvider

LABEL_WIDTH, LABEL_HEIGHT = 150 * mm, 75 * mm
_RECEIVER = TEXT.clone("receiver", fontSize=15, leading=20)


def envelope_label(  # noqa: PLR0913 - what a paper needs to be known
    number: str,
    letterhead: Letterhead,
    day: date,
    say: Say,
    *,
    provider: ServiceProvider | None = None,
    focal_person: str = "",
) -> bytes:
    """Return a label to cut out, as a PDF; it says neither the sender's office nor its work."""

    def story() -> list[Flowable]:
        inner: list[Flowable] = [text(say(mark("To:")), NOTE)]
        for line in (
            focal_person,
            given(provider.name) if provider else None,
            given(provider.address) if provider else None,
        ):
            if line and is_discreet(line):
                inner.append(text(one_line(line), _RECEIVER, bold=len(inner) == 1))
        inner += [
            Spacer(0, 4 * mm),
            text(say(mark("To be opened by the receiver only.")), TEXT, bold=True),
        ]
        if letterhead.phone:
            lost = say(mark("If it cannot be delivered, please call {phone}."))
            inner.append(text(lost.format(phone=phone_shown(letterhead.phone)), NOTE))
        code = [NumberCode(number), text(number, CENTRE.clone("n", fontSize=10, leading=12))]
        label = Table(
            [[inner, code, Spacer(0, LABEL_HEIGHT - 12 * mm)]],  # as high as its address needs
            colWidths=(LABEL_WIDTH - 45 * mm, 45 * mm, 0),
            style=[
                *FLUSH,
                ("BOX", (0, 0), (-1, -1), 0.9, "black"),
                ("LEFTPADDING", (0, 0), (0, 0), 6 * mm),
                ("TOPPADDING", (0, 0), (-1, -1), 6 * mm),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6 * mm),
                ("ALIGN", (1, 0), (1, 0), "CENTER"),
                ("VALIGN", (1, 0), (1, 0), "MIDDLE"),
            ],
            hAlign="CENTER",
        )
        hint = text(say(mark("Cut out and stick on the envelope.")), NOTE_CENTRE)
        return [Spacer(0, 10 * mm), label, Spacer(0, 4 * mm), hint]

    sheet = Sheet(title=f"{say(mark('Paper'))} {number}".strip(), day=day)
    return print_pdf(sheet, story, say)
