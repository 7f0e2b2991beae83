"""Who sends a paper and who signs it: the head and the end of every form."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from gbvcase.documents.marks import FLUSH, Rule, WritingLines
from gbvcase.documents.office import Letterhead
from gbvcase.documents.page import (
    BOLD,
    BOLD_ITALIC,
    CENTRE,
    CENTRE_BOLD,
    NOTE,
    NOTE_CENTRE,
    WIDTH,
    cleaned,
    load_font,
    one_line,
    text,
)
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.numbers import phone_shown
from gbvcase.domain.text import official_date

__all__ = ["STATE", "Letterhead", "contact_of", "head", "receivers", "signatures"]

SIGNING_SPACE = 25 * mm
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
OFFICE_SIDE = 0.42 * WIDTH
STATE_SIDE = WIDTH - OFFICE_SIDE
HEAD = CENTRE.clone("head", fontSize=12, leading=15)
HEAD_BOLD = CENTRE_BOLD.clone("head bold", fontSize=12, leading=15)
MOTTO_STYLE = CENTRE_BOLD.clone("motto", fontSize=13, leading=16)
DATE = NOTE_CENTRE.clone("date", fontSize=13, leading=16)


def contact_of(letterhead: Letterhead, say: Say) -> str:
    """Return how to reach the office, as one line; empty if that is not known."""
    parts = [letterhead.address]
    if letterhead.phone:
        phone = phone_shown(letterhead.phone)
        parts.append(say(mark("phone {phone}")).format(phone=phone))
    told = ", ".join(part for part in parts if part)
    return told[:1].upper() + told[1:]


def head(letterhead: Letterhead, kind: str, day: date | None, say: Say) -> list[Flowable]:
    """Return the head of the first page; `kind` is the abbreviation of the document type.

    The number is given by the register of the office: its place stays free. Without a day the
    date is written by hand.
    """
    if not letterhead.state:
        return [_plain_head(letterhead, day, say), Spacer(0, 5 * mm)]
    left: list[Flowable] = []
    if letterhead.upper_body:
        left.append(text(letterhead.upper_body.upper(), HEAD))
    left.append(text(letterhead.office.upper(), HEAD_BOLD))
    left.append(Rule(OFFICE_SIDE * 0.4, OFFICE_SIDE))
    right = [text(STATE, HEAD_BOLD), text(MOTTO, MOTTO_STYLE)]
    load_font(BOLD)
    right.append(Rule(stringWidth(MOTTO, BOLD, MOTTO_STYLE.fontSize), STATE_SIDE))
    symbol = "-".join(part for part in (kind, letterhead.symbol) if part)
    below_left = text(say(mark("No.:")) + "\u00a0" * 8 + "/" + symbol, CENTRE)
    table = Table(
        [[left, right], [below_left, text(_place_and_date(letterhead, day, say), DATE)]],
        colWidths=(OFFICE_SIDE, STATE_SIDE),
        style=[
            *FLUSH,
            ("TOPPADDING", (0, 1), (-1, 1), 2 * mm),
            ("LEFTPADDING", (1, 0), (1, -1), 6),
        ],
    )
    return [table, Spacer(0, 7 * mm)]


def signatures(
    fields: Sequence[tuple[str, str]],
    say: Say,
    above: Sequence[Flowable] = (),
    beside: Sequence[Flowable] = (),
    note: str = "",
) -> Flowable:
    """Return fields to sign in, each with its title and a name, kept with what is above them.

    Without a name there is a line to write it on. There is always a line for the date. `beside`
    stands to the left, where official papers name who gets a copy.
    """
    left = 38 * mm if beside else 0
    width = (WIDTH - left) / len(fields)
    hint = note or say(mark("(signature, full name)"))
    dated = say(mark("Date:")) + " ....... / ....... / ............"
    rows: list[list[object]] = [
        [text(title.upper(), HEAD_BOLD) for title, _ in fields],
        [text(hint, NOTE_CENTRE) for _ in fields],
        [Spacer(0, SIGNING_SPACE) for _ in fields],
        [
            text(one_line(name), CENTRE_BOLD) if name else WritingLines(1, width - 12 * mm, 6 * mm)
            for _, name in fields
        ],
        [text(dated, _DATED) for _ in fields],
    ]
    table = Table(
        rows,
        colWidths=[width] * len(fields),
        style=[
            *FLUSH,
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ],
        splitByRow=0,
    )
    if beside:
        table = Table([[[*beside], table]], colWidths=(left, WIDTH - left), style=FLUSH)
    return KeepTogether([*above, Spacer(0, 4 * mm), table])


def receivers(lines: Sequence[str], say: Say) -> list[Flowable]:
    """Return the list of who gets a copy, in the small type that the rules ask for."""
    ends = [";"] * (len(lines) - 1) + ["."]
    listed = (text(f"- {line}{end}", NOTE) for line, end in zip(lines, ends, strict=True))
    return [text(say(mark("Recipients:")), _RECEIVERS), *listed]


_RECEIVERS = NOTE.clone("receivers", fontName=BOLD_ITALIC, fontSize=12)
_DATED = NOTE.clone("dated", alignment=1, spaceBefore=2)


def _plain_head(letterhead: Letterhead, day: date | None, say: Say) -> Table:
    """Return a small head that does not say what the office does for whom."""
    dated = _place_and_date(letterhead, day, say)
    return Table(
        [[text(letterhead.office, NOTE), text(dated, NOTE.clone("right", alignment=2))]],
        colWidths=(WIDTH * 0.55, WIDTH * 0.45),
        style=[
            *FLUSH,
            ("LINEBELOW", (0, 0), (-1, -1), 0.6, "black"),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5 * mm),
        ],
    )


def _place_and_date(letterhead: Letterhead, day: date | None, say: Say) -> str:
    if day is None:
        dated = say(mark("date ...... / ...... / ............"))
    else:
        dated = official_date(day, say)
    place = cleaned(letterhead.place)
    return f"{place}, {dated}" if place else dated[:1].upper() + dated[1:]
