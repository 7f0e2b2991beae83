"""The sheet of keys on paper, to lie beside the keyboard."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from gbvcase.documents.marks import FLUSH
from gbvcase.documents.page import LABEL, TEXT, TITLE, WIDTH, Sheet, print_pdf, text
from gbvcase.documents.rows import HAIR
from gbvcase.domain.marking import Say, mark

_KEY = TEXT.clone("key", fontSize=11, leading=14)
_WHERE = LABEL.clone("where", fontSize=10.5, leading=14)
_KEYS_WIDTH, _WHERE_WIDTH = 46 * mm, 32 * mm


def key_sheet(rows: Sequence[tuple[str, str, str]], day: date, say: Say) -> bytes:
    """Return the sheet as a PDF: for each key what is pressed, what it does, and where."""
    title = say(mark("Sheet of keys"))

    def story() -> list[Flowable]:
        cells = [
            [text(keys, _KEY, bold=True), text(does, _KEY), text(where, _WHERE)]
            for keys, does, where in rows
        ]
        table = Table(
            cells,
            colWidths=(_KEYS_WIDTH, WIDTH - _KEYS_WIDTH - _WHERE_WIDTH, _WHERE_WIDTH),
            style=[
                *FLUSH,
                ("LINEBELOW", (0, 0), (-1, -1), *HAIR),
                ("TOPPADDING", (0, 0), (-1, -1), 0.7 * mm),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0.7 * mm),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ],
        )
        return [text(title, TITLE), Spacer(0, 4 * mm), table]

    return print_pdf(Sheet(title=title, day=day), story, say)
