"""The recovery sheet: the number that opens a cabinet when the password is lost, on paper only.

It names no person and not what the work is about: who finds it learns nothing.
"""

from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from gbvcase.documents.marks import FLUSH, NumberCode, WritingLines
from gbvcase.documents.page import (
    BOLD,
    CENTRE,
    LABEL,
    NOTE,
    TEXT,
    TITLE,
    WIDTH,
    Sheet,
    print_pdf,
    text,
)
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written_date

_DIGITS = CENTRE.clone("digits", fontName=BOLD, fontSize=22, leading=28)
_PLACE = CENTRE.clone("place", fontSize=10, leading=12, textColor=LABEL.textColor)
_COLUMNS = 3
_CODE = 46 * mm
_WORDS = TEXT.clone("words", spaceBefore=6)


def recovery_sheet(number: str, label: str, day: date, say: Say) -> bytes:
    """Return the sheet as a PDF in memory; it is printed and never saved."""
    title = say(mark("Recovery sheet"))

    def story() -> list[Flowable]:
        return [
            text(title.upper(), TITLE),
            Spacer(0, 8 * mm),
            _lines(label, day, say),
            Spacer(0, 8 * mm),
            _number(number),
            Spacer(0, 6 * mm),
            Table(
                [[NumberCode(number, _CODE), [text(words, _WORDS) for words in _words(say)]]],
                colWidths=(_CODE + 4 * mm, WIDTH - _CODE - 4 * mm),
                style=FLUSH,
            ),
            Spacer(0, 10 * mm),
            text(say(mark("Kept at:")), NOTE),
            WritingLines(2),
        ]

    return print_pdf(Sheet(title=title, day=day), story, say)


def _lines(label: str, day: date, say: Say) -> Table:
    rows = [
        [text(say(mark("Label")), LABEL), text(label, bold=True)],
        [text(say(mark("Made on")), LABEL), text(written_date(day))],
    ]
    return Table(
        rows,
        colWidths=(35 * mm, WIDTH - 35 * mm),
        style=[
            *FLUSH,
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, "lightgrey"),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2 * mm),
            ("TOPPADDING", (0, 0), (-1, -1), 2 * mm),
        ],
    )


def _number(number: str) -> Table:
    """Return the groups of the number in a frame, each under its place, to be read in rows."""
    groups = number.split("-")
    cells = [
        [text(str(place), _PLACE), text(group, _DIGITS)]
        for place, group in enumerate(groups, start=1)
    ]
    cells += [[]] * (-len(cells) % _COLUMNS)
    return Table(
        [cells[start : start + _COLUMNS] for start in range(0, len(cells), _COLUMNS)],
        colWidths=[WIDTH / _COLUMNS] * _COLUMNS,
        style=[
            ("BOX", (0, 0), (-1, -1), 1.2, "black"),
            ("INNERGRID", (0, 0), (-1, -1), 0.4, "grey"),
            ("TOPPADDING", (0, 0), (-1, -1), 2 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3 * mm),
        ],
    )


def _words(say: Say) -> tuple[str, ...]:
    return (
        say(mark("This number opens the cabinet when its password is forgotten.")),
        say(
            mark(
                "Keep this sheet apart from the computer, in a sealed envelope or a locked place. "
                "Do not photograph it, do not copy it, do not send it."
            )
        ),
        say(
            mark(
                "Changing the password leaves this number as it is. Once the number was used, "
                "a new one is made and this sheet opens nothing any more."
            )
        ),
        say(mark("Without password and without number nobody can open the cabinet again.")),
    )
