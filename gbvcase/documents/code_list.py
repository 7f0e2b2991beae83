"""A list of case codes on paper: codes and room to write, and nothing that says whose they are."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from gbvcase.documents.marks import FLUSH
from gbvcase.documents.page import (
    CENTRE,
    NOTE,
    SMALL_RIGHT,
    TEXT,
    TITLE,
    WIDTH,
    Sheet,
    print_pdf,
    text,
)
from gbvcase.documents.rows import HAIR
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written_date, written_number

ACROSS = 2  # codes side by side
_ROW = 9 * mm
_IN_LIST = TEXT.clone("code", fontSize=12, leading=15)
_NUMBER, _CODE, _GAP = 9 * mm, 51 * mm, 5 * mm
_ROOM = (WIDTH - (ACROSS - 1) * _GAP) / ACROSS - _NUMBER - _CODE


def code_list(codes: Sequence[str], day: date, say: Say, *, stamp: str = "") -> bytes:
    """Return the codes in the order given as a PDF, each with a number and a line to write on."""
    title = say(mark("List of codes"))

    def story() -> list[Flowable]:
        said = say(mark("{date}, {count} codes"))
        below = said.format(date=written_date(day), count=written_number(len(codes), say))
        return [
            text(title, TITLE),
            text(below, CENTRE),
            Spacer(0, 5 * mm),
            *([_table(codes)] if codes else [text(say(mark("There is no code.")), NOTE)]),
        ]

    return print_pdf(Sheet(title=title, day=day, stamp=stamp), story, say)


def _table(codes: Sequence[str]) -> Table:
    cells: list[list[object]] = []
    ruled: list[tuple[object, ...]] = [*FLUSH, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    for start in range(0, len(codes), ACROSS):
        row: list[object] = []
        for place, code in enumerate(codes[start : start + ACROSS]):
            first = len(row) + (1 if place else 0)
            row += [""] * (first - len(row))
            row += [text(str(start + place + 1), SMALL_RIGHT), text(code, _IN_LIST), ""]
            ruled.append(("LINEBELOW", (first, len(cells)), (first + 2, len(cells)), *HAIR))
        cells.append(row + [""] * (4 * ACROSS - 1 - len(row)))
    ruled += [(kind, (0, 0), (-1, -1), 1.2 * mm) for kind in ("TOPPADDING", "BOTTOMPADDING")]
    for place in range(ACROSS):
        ruled.append(("LEFTPADDING", (4 * place + 1, 0), (4 * place + 1, -1), 3 * mm))
    widths = ([_NUMBER, _CODE, _ROOM, _GAP] * ACROSS)[:-1]
    return Table(cells, colWidths=widths, rowHeights=_ROW, style=ruled)
