"""Questions and their answers on paper: filled in, or left to be written by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from gbvcase.documents.marks import FLUSH
from gbvcase.documents.page import LABEL, LIGHT, NONE, SECTION, TEXT, WIDTH, text
from gbvcase.domain.marking import Say, mark

LABELS = 52 * mm
VALUES = WIDTH - LABELS
_LETTERS_A_LINE = 45
_MOST_LINES = 12  # more than this flows over the whole width, and over pages
HAIR = (0.4, (LIGHT,) * 3)


@dataclass(frozen=True)
class Heading:
    """A line above answers: the title of a part, or whom the next answers are about."""

    title: str
    style: ParagraphStyle = SECTION


Line = Heading | tuple[str, str | None]


def section(title: str) -> Flowable:
    """Return the heading of a part; it never stands alone at the foot of a page."""
    return text(title, SECTION)


def answers(lines: Iterable[Line], say: Say, bold: frozenset[str] = frozenset()) -> list[Flowable]:
    """Return questions with their answers; one without (None) says that it is not provided.

    A heading stays with the first answer below it.
    """
    story: list[Flowable] = []
    rows: list[Flowable | tuple[Flowable, Flowable]] = []
    for line in lines:
        if isinstance(line, Heading):
            rows.append(text(line.title, line.style))
        elif line[1] is None:
            rows.append((text(line[0], LABEL), text(say(mark("Not provided")), NONE)))
        elif _height(line[1]) <= _MOST_LINES:
            rows.append((text(line[0], LABEL), text(line[1], TEXT, bold=line[0] in bold)))
        else:
            rows.append(text(line[0], _ABOVE))
            story += [*_table(rows), *_flowing(line[1])]
            rows = []
    return story + _table(rows)


_ABOVE = LABEL.clone("label above", spaceBefore=3)


def _table(rows: Sequence[Flowable | tuple[Flowable, Flowable]]) -> list[Flowable]:
    if not rows:
        return []
    ruled: list[tuple[object, ...]] = [
        *FLUSH,
        ("TOPPADDING", (0, 0), (-1, -1), 0.75 * mm),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.75 * mm),
        ("RIGHTPADDING", (0, 0), (0, -1), 3 * mm),
    ]
    cells: list[tuple[Flowable, object]] = []
    for place, row in enumerate(rows):
        if isinstance(row, tuple):
            ruled.append(("LINEBELOW", (0, place), (-1, place), *HAIR))
            cells.append(row)
        else:
            ruled += [
                ("SPAN", (0, place), (-1, place)),
                ("NOSPLIT", (0, place), (-1, place + 1)),
                ("TOPPADDING", (0, place), (-1, place), row.style.spaceBefore),
                ("BOTTOMPADDING", (0, place), (-1, place), 0.6 * mm),
            ]
            cells.append((row, ""))
    return [Table(cells, colWidths=(LABELS, VALUES), style=ruled)]


def _flowing(value: str) -> list[Flowable]:
    """Return a long text line by line, so that it can go on over a page."""
    return [text(line or "\u00a0", TEXT) for line in value.split("\n")]


def _height(value: str) -> int:
    return sum(max(1, ceil(len(line) / _LETTERS_A_LINE)) for line in value.split("\n"))
