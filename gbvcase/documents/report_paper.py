"""Published figures on paper: the report that a department signs, with its tables and bars.

It is handed words and lengths, already rounded and frozen; it cannot reach a case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, LongTable, Spacer

from gbvcase.documents.letterhead import Letterhead, head, receivers, signatures
from gbvcase.documents.marks import Mark, Rule
from gbvcase.documents.page import (
    BODY,
    CENTRE,
    GREY,
    NOTE,
    PALE,
    SUBJECT,
    TITLE,
    WIDTH,
    Sheet,
    draw,
    print_pdf,
    text,
)
from gbvcase.documents.rows import section
from gbvcase.domain.marking import Say, mark

KIND = "BC"  # báo cáo, in the list of document types
MOST_COLUMNS = 11
MOST_KEPT = 16  # rows of a table that stays on one page with its chart
_SIDE, _NARROW_SIDE = 62 * mm, 42 * mm
_NUMBER = 10 * mm
_BAR, _BAR_LABELS, _BAR_NUMBERS = 5.4 * mm, 58 * mm, 16 * mm
_CELL = NOTE.clone("cell")
_TIGHT = NOTE.clone("tight", fontSize=9, leading=10.5)
_CAPTION = NOTE.clone("caption", fontSize=12, leading=15, spaceBefore=8, keepWithNext=1)
_CHART = NOTE.clone("chart", fontSize=10, leading=13, spaceBefore=2, keepWithNext=1)
_POINT = BODY.clone("point", fontSize=12, leading=15, spaceBefore=3, firstLineIndent=0)
_LEFT_OUT = 130 * mm


@dataclass(frozen=True)
class PaperRow:
    """A line of a table; without cells it is the name of the lines below it."""

    label: str
    depth: int
    cells: tuple[str, ...]
    is_total: bool = False


@dataclass(frozen=True)
class PaperBar:
    """A bar: as long as the figure that stands beside it; None for a hidden one."""

    label: str
    figure: str
    length: int | None


@dataclass(frozen=True)
class PaperTable:
    """One table in words."""

    number: str
    title: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[PaperRow, ...]
    bars: tuple[PaperBar, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Report:
    """What stands on the paper, and nothing finer."""

    release: str
    title: str
    period: str
    opening: str
    tables: tuple[PaperTable, ...]
    headline: tuple[tuple[str, str], ...] = ()
    exclusions: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    footnote: str = ""
    made_by: str = ""
    approved_by: str = ""


def report_paper(
    report: Report, letterhead: Letterhead, day: date, say: Say, *, stamp: str = ""
) -> bytes:
    """Return the report as a PDF; the same report on the same day is the same bytes."""
    sheet = Sheet(
        title=report.release,
        day=day,
        number=report.release,
        official=letterhead.state,
        stamp=stamp,
        footnote=report.footnote,
    )

    def story() -> list[Flowable]:
        return [
            *head(letterhead, KIND, day, say),
            text(say(mark("Report")).upper(), TITLE),
            text(report.title, SUBJECT),
            text(report.period, CENTRE),
            Spacer(0, 1.5 * mm),
            Rule(WIDTH / 4),
            text(report.opening, BODY),
            *_parts(report, say),
            _signed(report, letterhead, say),
        ]

    return print_pdf(sheet, story, say)


def _parts(report: Report, say: Say) -> Iterator[Flowable]:
    """Yield the numbered parts: figures, who was left out, how it was counted."""
    numbers = iter(("I", "II", "III", "IV"))
    if report.headline:
        yield section(f"{next(numbers)}. " + say(mark("Main figures")))
        yield from _pairs(report.headline)
    if report.tables:
        yield section(f"{next(numbers)}. " + say(mark("Figures")))
        for table in report.tables:
            yield from _table(table, say)
    if report.exclusions:
        yield section(f"{next(numbers)}. " + say(mark("What was left out")))
        yield from _pairs(report.exclusions)
    yield section(f"{next(numbers)}. " + say(mark("How the figures were made")))
    for point in report.notes:
        yield text(f"- {point}", _POINT)


def _signed(report: Report, letterhead: Letterhead, say: Say) -> Flowable:
    title = "\n".join(part for part in (letterhead.power, letterhead.title) if part)
    return signatures(
        [
            (say(mark("Compiled by")), report.made_by),
            (title or say(mark("Head of the office")), letterhead.head or report.approved_by),
        ],
        say,
        beside=receivers([*filter(None, [letterhead.upper_body]), say(mark("Kept: office"))], say),
    )


def _pairs(pairs: Sequence[tuple[str, str]]) -> Iterator[Flowable]:
    rows = [[text(words, _CELL), text(figure, _right(_CELL))] for words, figure in pairs]
    yield LongTable(
        rows,
        colWidths=(_LEFT_OUT, WIDTH - _LEFT_OUT),
        style=[
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, (GREY,) * 3),
            ("TOPPADDING", (0, 0), (-1, -1), 0.6 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8 * mm),
        ],
    )


def _table(table: PaperTable, say: Say) -> Iterator[Flowable]:
    """Yield a table and its bars; one that is too wide is cut, with its sides repeated."""
    caption = say(mark("Table {number}. {title}")).format(number=table.number, title=table.title)
    unit = say(mark("Unit: {unit}")).format(unit=table.unit)
    head: list[Flowable] = [
        text(caption, _CAPTION, bold=True),
        text(unit, NOTE.clone("unit", alignment=2, keepWithNext=1)),
    ]
    body: list[Flowable] = []
    for first in range(0, len(table.columns), MOST_COLUMNS):
        body += [_block(table, first, say), Spacer(0, 2 * mm)]
    bars: list[Flowable] = []
    if any(bar.length for bar in table.bars):
        chart = say(mark("Chart of table {number}: {column}")).format(
            number=table.number, column=table.columns[0]
        )
        bars = [text(chart, _CHART), _Bars(table.bars), Spacer(0, 3 * mm)]
    if len(table.rows) <= MOST_KEPT and len(table.columns) <= MOST_COLUMNS:
        yield KeepTogether([*head, *body, *bars])  # a table is seldom read without its chart
        return
    yield from (*head, *body)
    if bars:
        yield KeepTogether(bars)


def _block(table: PaperTable, first: int, say: Say) -> Flowable:
    columns = table.columns[first : first + MOST_COLUMNS]
    style = _CELL if len(columns) <= MOST_COLUMNS // 2 else _TIGHT
    middle, right = _right(style, 1), _right(style)
    heads = (say(mark("No.")), say(mark("Content")), *columns)
    rows: list[list[object]] = [[text(words, middle, bold=True) for words in heads]]
    ruled: list[tuple[object, ...]] = []
    number = 0
    for place, row in enumerate(table.rows, 1):
        if not row.cells:
            ruled += [("SPAN", (0, place), (-1, place)), ("NOSPLIT", (0, place), (-1, place + 1))]
            rows.append([text(row.label, style, bold=True), *[""] * (len(heads) - 1)])
            continue
        number += not row.is_total
        indented = style.clone(f"{style.name} {row.depth}", leftIndent=3 * mm * row.depth)
        cells = row.cells[first : first + MOST_COLUMNS]
        rows.append(
            [
                text("" if row.is_total else str(number), middle),
                text(row.label, indented, bold=row.is_total),
                *(text(cell, right, bold=row.is_total) for cell in cells),
            ]
        )
    side = _SIDE if len(columns) <= MOST_COLUMNS // 2 else _NARROW_SIDE
    room = (WIDTH - _NUMBER - side) / max(len(columns), 4)
    widths = (_NUMBER, WIDTH - _NUMBER - room * len(columns), *[room] * len(columns))
    return LongTable(
        rows,
        colWidths=widths,
        repeatRows=1,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, (GREY,) * 3),
            ("BACKGROUND", (0, 0), (-1, 0), (PALE + 0.05,) * 3),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 0.5 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8 * mm),
            ("LEFTPADDING", (0, 0), (-1, -1), 1 * mm),
            ("RIGHTPADDING", (0, 0), (-1, -1), 1 * mm),
            *ruled,
        ],
    )


def _right(style: ParagraphStyle, alignment: int = 2) -> ParagraphStyle:
    return style.clone(f"{style.name} at {alignment}", alignment=alignment)


class _Bars(Mark):
    """Bars drawn as plain shapes: they stay sharp, and a copier keeps them."""

    def __init__(self, bars: Sequence[PaperBar]) -> None:
        super().__init__(WIDTH, _BAR * len(bars) + 2 * mm)
        self.bars = bars

    def draw(self) -> None:
        """Draw label, bar and figure of each, from the top down."""
        canvas, top = self.canv, self.height - 1 * mm
        longest = max(bar.length or 0 for bar in self.bars)
        room = WIDTH - _BAR_LABELS - _BAR_NUMBERS
        for bar in self.bars:
            label = _TIGHT.clone("bar label", alignment=2)
            words = bar.label if len(bar.label) <= _LABEL_LETTERS else bar.label[:_CUT] + "…"
            draw(canvas, text(words, label), 0, top - 0.6 * mm, _BAR_LABELS - 2 * mm)
            length = room * (bar.length or 0) / longest
            canvas.setFillGray(0.45)
            if length:
                canvas.rect(_BAR_LABELS, top - _BAR + 1.2 * mm, length, _BAR - 2 * mm, 0, 1)
            canvas.setFillGray(0)
            x = _BAR_LABELS + length + 1.5 * mm
            draw(canvas, text(bar.figure, _TIGHT), x, top - 0.6 * mm, _BAR_NUMBERS)
            top -= _BAR
        canvas.setStrokeGray(GREY)
        canvas.setLineWidth(0.6)
        canvas.line(_BAR_LABELS, 0.5 * mm, _BAR_LABELS, self.height - 0.5 * mm)


_LABEL_LETTERS = 40
_CUT = _LABEL_LETTERS - 1
