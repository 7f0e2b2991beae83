"""Marks drawn on paper: boxes to tick, lines to write on, rules, the code of a form's number."""

from collections.abc import Sequence
from itertools import groupby
from math import inf

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable, Table

from gbvcase.documents.page import BLACK, LIGHT, SERIF, TEXT, WIDTH, load_font, text
from gbvcase.domain.marking import Say, mark

BOX = 3.6 * mm
LINE_HEIGHT = 8 * mm
GAP = 3 * mm  # between two columns of boxes
QR_SIZE = 20 * mm
QR_MARGIN = 4  # modules of white around it

TICKED, NOT_TICKED = mark("chosen"), mark("not chosen")
FLUSH = [
    ("FONT", (0, 0), (-1, -1), SERIF),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
"""The style of a table whose cells touch each other: it only puts things side by side."""


class Mark(Flowable):  # type: ignore[misc]
    """A drawn thing of a fixed size."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height


class Box(Mark):
    """A box to tick, with words in the reading order that say whether it is ticked.

    A box that waits for a pen (None) says nothing.
    """

    def __init__(self, ticked: bool | None, say: Say, drop: float = 0.9 * mm) -> None:
        super().__init__(BOX, BOX + drop)
        self.ticked = ticked
        self.words = "" if ticked is None else say(TICKED if ticked else NOT_TICKED)

    def draw(self) -> None:
        """Draw the square, and the tick if there is one."""
        canvas = self.canv
        canvas.setStrokeGray(BLACK)
        canvas.setLineWidth(0.8)
        canvas.rect(0, 0, BOX, BOX)
        if self.ticked:
            canvas.setLineWidth(1.6)
            canvas.setLineCap(1)
            tick = canvas.beginPath()
            tick.moveTo(0.20 * BOX, 0.50 * BOX)
            tick.lineTo(0.42 * BOX, 0.22 * BOX)
            tick.lineTo(0.84 * BOX, 0.82 * BOX)
            canvas.drawPath(tick)
        write_unseen(canvas, self.words)


class WritingLines(Mark):
    """Dotted lines to write on by hand."""

    def __init__(self, lines: int = 1, width: float = WIDTH, height: float = LINE_HEIGHT) -> None:
        super().__init__(width, lines * height)
        self.lines, self.line_height = lines, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = min(self.width, width)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines a little above the bottom of each space."""
        canvas = self.canv
        canvas.setStrokeGray(LIGHT)
        canvas.setLineWidth(0.7)
        canvas.setDash(0.7, 2)
        for line in range(self.lines):
            y = line * self.line_height + 1.2 * mm
            canvas.line(0, y, self.width, y)


class Rule(Mark):
    """A rule across the text, or a shorter one in its middle."""

    def __init__(self, length: float, width: float = WIDTH, thickness: float = 0.7) -> None:
        super().__init__(width, 1.2 * mm)
        self.length, self.thickness = length, thickness

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = min(self.width, width)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rule centred in its space."""
        self.canv.setStrokeGray(BLACK)
        self.canv.setLineWidth(self.thickness)
        start = (self.width - self.length) / 2
        self.canv.line(start, 0.5 * mm, start + self.length, 0.5 * mm)


class CutLine(Mark):
    """A dashed line with scissors: here the slip is torn off."""

    def __init__(self) -> None:
        super().__init__(WIDTH, 6 * mm)

    def draw(self) -> None:
        """Draw the line and, on its left end, an open pair of scissors."""
        canvas = self.canv
        middle = 3 * mm
        canvas.setStrokeGray(BLACK)
        canvas.setLineWidth(0.7)
        canvas.setDash(4, 3)
        canvas.line(8 * mm, middle, WIDTH, middle)
        canvas.setDash()
        canvas.setLineWidth(0.9)
        canvas.setLineCap(1)
        ring = 0.95 * mm
        for side in (1, -1):
            canvas.circle(ring, middle + side * 1.25 * mm, ring)
            canvas.line(1.8 * ring, middle + side * 0.8 * mm, 6.8 * mm, middle - side * 1.1 * mm)


class NumberCode(Mark):
    """The number of a form as a square code, for a scanner; it holds nothing else."""

    def __init__(self, number: str, size: float = QR_SIZE) -> None:
        super().__init__(size, size)
        self.number = number

    def draw(self) -> None:
        """Draw each run of dark modules as one bar, all bars at once."""
        import segno

        rows = segno.make(self.number, error="m", micro=False, boost_error=False).matrix
        canvas = self.canv
        canvas.setFillGray(BLACK)
        canvas.scale(*[self.width / (len(rows) + 2 * QR_MARGIN)] * 2)  # a module is 1 now
        drawn = ["n"]  # a new path
        for place, row in enumerate(rows, start=1):
            start = QR_MARGIN
            for dark, run in groupby(row):
                modules = len(list(run))
                if dark:  # whole numbers: the toolkit would look for their decimals
                    drawn.append(f"{start} {len(rows) + QR_MARGIN - place} {modules} 1 re")
                start += modules
        canvas.drawPath(PDFPathObject(drawn), stroke=0, fill=1)


class Bottom(Flowable):  # type: ignore[misc]
    """Something that stands at the foot of the last page, whatever is above it."""

    def __init__(self, inner: Flowable) -> None:
        super().__init__()
        self.inner = inner

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = self.inner.wrapOn(self.canv, width, height)
        self.height = max(height, self.height)  # all that is left of the page
        return self.width, self.height

    def draw(self) -> None:
        """Draw what it holds from the lower edge up."""
        self.inner.drawOn(self.canv, 0, 0)


def choice(
    label: str,
    ticked: bool | None,
    say: Say,
    width: float = WIDTH,
    style: ParagraphStyle = TEXT,
) -> Table:
    """Return a box with its words beside it."""
    return choices([(label, ticked)], say, columns=1, width=width, style=style)


def choices(
    options: Sequence[tuple[str, bool | None]],
    say: Say,
    columns: int = 2,
    width: float = WIDTH,
    style: ParagraphStyle = TEXT,
) -> Table:
    """Return boxes with their words, read along the rows."""
    drop = (style.leading - BOX) / 2 - 0.35 * mm
    gap = BOX + 2 * mm
    cells = [(Box(ticked, say, max(drop, 0)), text(label, style)) for label, ticked in options]
    missing = -len(cells) % columns
    flat: list[Flowable | str] = [part for cell in cells for part in cell] + [""] * 2 * missing
    row = 2 * columns
    return Table(
        [flat[start : start + row] for start in range(0, len(flat), row)],
        colWidths=[gap, width / columns - gap] * columns,
        style=[
            *FLUSH,
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8 * mm),
            ("RIGHTPADDING", (1, 0), (-1, -1), GAP),
        ],
        hAlign="LEFT",
    )


def columns_for(labels: Sequence[str], width: float, style: ParagraphStyle, most: int = 4) -> int:
    """Return in how many columns of boxes the labels take the fewest lines, no word broken."""
    load_font(style.fontName)
    return min(
        range(1, min(most, len(labels)) + 1),
        key=lambda columns: (_lines(labels, columns, width, style), columns),
    )


def _lines(labels: Sequence[str], columns: int, width: float, style: ParagraphStyle) -> float:
    room = width / columns - BOX - 2 * mm - GAP

    def lines(label: str) -> float:
        widths = [stringWidth(word, style.fontName, style.fontSize) for word in label.split()]
        if max(widths) > room:
            return inf
        space = stringWidth(" ", style.fontName, style.fontSize)
        count, used = 1, -space
        for one in widths:
            if used + space + one > room:
                count, used = count + 1, -space
            used += space + one
        return count

    heights = [lines(label) for label in labels]
    rows = (heights[start : start + columns] for start in range(0, len(heights), columns))
    return sum(max(row) for row in rows)


def write_unseen(canvas: Canvas, words: str) -> None:
    """Write words that are read aloud and copied, but not seen."""
    if not words:
        return
    load_font(SERIF)
    unseen = canvas.beginText(0, 0)
    unseen.setFont(SERIF, 4)
    unseen.setTextRenderMode(3)
    unseen.textOut(f"({words}) ")
    unseen.setTextRenderMode(0)
    canvas.drawText(unseen)
