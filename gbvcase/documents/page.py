"""The look of every page: sheet, letters, styles, and how a paper becomes the bytes of a PDF.

What people typed goes through `text` and nowhere else: it is composed, escaped, and set as a whole
in a font that can place its letters. Nothing here is written to a disk.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from io import BytesIO
from typing import Any
from unicodedata import category, combining, normalize

import uharfbuzz  # without it the toolkit sets marks beside their letters, and says nothing
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont, shapeFragWord
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from gbvcase.domain.marking import Say, mark
from gbvcase.resources import resource

TOP, BOTTOM, LEFT, RIGHT = 20 * mm, 20 * mm, 30 * mm, 15 * mm
WIDTH = A4[0] - LEFT - RIGHT
HEIGHT = A4[1] - TOP - BOTTOM
FOOT = 13 * mm  # the upper edge of the last line of a page

BLACK, GREY, LIGHT, PALE = 0.0, 0.35, 0.55, 0.88
"""Shades that stay apart on a copier and on a fax."""

SERIF, BOLD, ITALIC, BOLD_ITALIC = "Serif", "Serif-Bold", "Serif-Italic", "Serif-BoldItalic"
WIDE, WIDE_BOLD = "Wide", "Wide-Bold"
_FILES = {
    SERIF: "LiberationSerif-Regular",
    BOLD: "LiberationSerif-Bold",
    ITALIC: "LiberationSerif-Italic",
    BOLD_ITALIC: "LiberationSerif-BoldItalic",
    WIDE: "NotoSerif-Regular",
    WIDE_BOLD: "NotoSerif-Bold",
}
_WIDER = {SERIF: WIDE, ITALIC: WIDE, BOLD: WIDE_BOLD, BOLD_ITALIC: WIDE_BOLD}
_BOLDER = {SERIF: BOLD, ITALIC: BOLD_ITALIC, WIDE: WIDE_BOLD}
WIDE_SCALE = 0.92  # Noto looks larger at the same size


def _style(name: str, size: float, font: str = SERIF, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        **{"fontName": font, "fontSize": size, "leading": size * 1.25, "shaping": 1} | more,
    )


TEXT = _style("text", 13)
BODY = _style("body", 13, alignment=TA_JUSTIFY, spaceBefore=6, firstLineIndent=12.7 * mm)
LABEL = _style("label", 12, textColor=(GREY,) * 3)
NONE = _style("none", 12, textColor=(LIGHT,) * 3)
NOTE = _style("note", 11)
SMALL = _style("small", 10, textColor=(GREY,) * 3)
SMALL_CENTRE = _style("small centre", 10, textColor=(GREY,) * 3, alignment=TA_CENTER)
SMALL_RIGHT = _style("small right", 10, textColor=(GREY,) * 3, alignment=TA_RIGHT)
TITLE = _style("title", 14, BOLD, alignment=TA_CENTER, leading=19)
SUBJECT = _style("subject", 13, BOLD, alignment=TA_CENTER)
SECTION = _style("section", 13, BOLD, spaceBefore=8, spaceAfter=2, keepWithNext=1)
CENTRE = _style("centre", 13, alignment=TA_CENTER)
CENTRE_BOLD = _style("centre bold", 13, BOLD, alignment=TA_CENTER)
_FOOTNOTE = _style("footnote", 9, ITALIC)
_CONTACT = _style("contact", 11, alignment=TA_CENTER)
_FOOT_RULE = FOOT + 1.5 * mm
NOTE_CENTRE = _style("note centre", 11, ITALIC, alignment=TA_CENTER)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What all pages of a paper have in common."""

    title: str  # in the data of the file: neutral, no name, no kind of case
    day: date
    number: str = ""  # of the form
    official: bool = False  # the number of the page stands in the top margin, too
    stamp: str = ""  # written across every page: a draft, practice data
    footnote: str = ""  # stands at the foot of every page
    contact: str = ""  # how to reach the office: at the foot of the first page


def text(value: str, style: ParagraphStyle = TEXT, bold: bool = False) -> Paragraph:
    """Return a text as a paragraph that shows exactly this text."""
    clean = cleaned(value)
    font = _BOLDER.get(style.fontName, style.fontName) if bold else style.fontName
    size = style.fontSize
    if font in _WIDER and not _fits(clean, font):
        font, size = _WIDER[font], size * WIDE_SCALE
    load_font(font)
    return _Words(escape(clean, quote=False).replace("\n", "<br/>"), _in_font(style, font, size))


def cleaned(value: str) -> str:
    """Return a text composed, without characters that have no shape or turn the line round."""
    if _PLAIN.fullmatch(value):
        return value  # as nearly all are
    kept = (
        c if c == "\n" or category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn") else " " * (c == "\t")
        for c in value.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )
    return _FLOOD.sub(r"\1", normalize("NFC", "".join(kept)))


_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_FLOOD = re.compile(f"({_MARKS}{{4}}){_MARKS}+")
"""More marks on one letter than any language has: they would be drawn over the other lines."""


def one_line(value: str) -> str:
    """Return a name or a short remark as one line, where a paper has room for no more."""
    return " ".join(value.split())


def print_pdf(sheet: Sheet, story: Callable[[], Sequence[Flowable]], say: Say) -> bytes:
    """Return the paper as a PDF: the same story on the same day is the same bytes."""
    load_font(SERIF)
    out = BytesIO()
    paper = BaseDocTemplate(out, pagesize=A4, invariant=1, lang=say.language, initialFontName=SERIF)
    foot = 14 * mm if sheet.footnote else 0
    contact = _contact(sheet)
    lifted = (
        0
        if contact is None
        else max(0, contact.wrap(WIDTH, HEIGHT)[1] + _FOOT_RULE + 2 * mm - BOTTOM)
    )
    paper.addPageTemplates(
        [
            _template("first", foot + lifted, autoNextPageTemplate="later"),
            _template("later", foot),
        ]
    )
    paper.build(
        list(story()), canvasmaker=lambda *a, **more: _Pages(sheet, contact, say, *a, **more)
    )
    return _nameless(out.getvalue())


def _template(name: str, foot: float, **more: Any) -> PageTemplate:
    frame = Frame(LEFT, BOTTOM + foot, WIDTH, HEIGHT - foot, 0, 0, 0, 0)
    return PageTemplate(name, [frame], onPage=lambda canvas, _: canvas.stamp(), **more)


def _contact(sheet: Sheet) -> Paragraph | None:
    return text(sheet.contact, _CONTACT) if sheet.contact else None


def _nameless(pdf: bytes) -> bytes:
    """Blank the two comments in which the toolkit names itself, without moving a byte."""
    ends = (slice(0, 100), slice(100, -600), slice(-600, None))
    head, middle, tail = (pdf[part] for part in ends)
    return b"".join((_MAKER.sub(_blank, head), middle, _MAKER.sub(_blank, tail)))


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


_MAKER = re.compile(rb"ReportLab [Gg]enerated PDF document[ a-z-]*\(opensource\)")


def draw(canvas: Canvas, what: Paragraph, x: float, top: float, width: float) -> float:
    """Draw a paragraph from its top edge down; return its height."""
    _, height = what.wrapOn(canvas, width, HEIGHT)
    what.drawOn(canvas, x, top - height)
    return float(height)


class _Words(Paragraph):  # type: ignore[misc]
    """A paragraph that breaks its lines once for a width, however often a table asks."""

    _broken_for: float | None = None
    _size: tuple[float, float] = (0, 0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if width != self._broken_for or not hasattr(self, "blPara"):  # a split throws it away
            self._size = super().wrap(width, height)
            self._broken_for = width
        return self._size


class _Pages(Canvas):  # type: ignore[misc]
    """Keeps the pages back until it is known how many there are."""

    def __init__(
        self, sheet: Sheet, contact: Paragraph | None, say: Say, *args: Any, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._sheet, self._contact, self._say = sheet, contact, say
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - the toolkit's name
        """Keep the page instead of writing it."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages, each with its number."""
        kept = self._kept
        for number, page in enumerate(kept, start=1):
            self.__dict__.update(page)
            self._furnish(number, len(kept))
            super().showPage()
        for written in self._doc.Pages.pages:
            # as bytes: written in letters they would take a fifth more room, and time
            written.Contents = PDFStream(content=written.stream, filters=[PDFZCompress])
        self._describe()
        super().save()

    def _describe(self) -> None:
        """Say nothing in the data of the file but a neutral title and the day of the form."""
        sheet, stamp = self._sheet, self._doc._timeStamp  # the toolkit has no other way
        stamp.YMDhms = (sheet.day.year, sheet.day.month, sheet.day.day, 0, 0, 0)
        self.setTitle(cleaned(sheet.title))
        for set_to_nothing in (self.setAuthor, self.setSubject, self.setCreator, self.setProducer):
            set_to_nothing("")

    def _furnish(self, page: int, pages: int) -> None:
        sheet, say = self._sheet, self._say
        if sheet.official and page > 1:
            draw(self, text(str(page), CENTRE), LEFT, A4[1] - 9 * mm, WIDTH)
        self.setStrokeGray(LIGHT)
        self.setLineWidth(0.4)
        self.line(LEFT, _FOOT_RULE, LEFT + WIDTH, _FOOT_RULE)
        if self._contact is not None and page == 1:
            self._contact.drawOn(self, LEFT, _FOOT_RULE + 1 * mm)
        if sheet.footnote:
            self.line(LEFT, BOTTOM + 12 * mm, LEFT + WIDTH / 3, BOTTOM + 12 * mm)
            draw(self, text(sheet.footnote, _FOOTNOTE), LEFT, BOTTOM + 11 * mm, WIDTH)
        third = WIDTH / 3
        if sheet.number:
            draw(self, text(sheet.number, SMALL), LEFT, FOOT, third)
        words = say(mark("Page {number}/{all}")).format(number=page, all=pages)
        draw(self, text(words, SMALL_RIGHT), LEFT + 2 * third, FOOT, third)

    def stamp(self) -> None:
        """Write what the paper is across the page, before and so under everything else."""
        if not self._sheet.stamp:
            return
        style = _style("stamp", 60, BOLD, alignment=TA_CENTER, textColor=(PALE,) * 3)
        self.saveState()
        self.translate(A4[0] / 2, A4[1] / 2)
        self.rotate(52)
        draw(self, text(self._sheet.stamp, style), -A4[1] / 2, 30, A4[1])
        self.restoreState()


@cache
def _in_font(style: ParagraphStyle, font: str, size: float) -> ParagraphStyle:
    if (font, size) == (style.fontName, style.fontSize):
        return style
    return style.clone(f"{style.name} {font}", fontName=font, fontSize=size)


@cache
def load_font(font: str) -> TTFont:
    """Load a font when it is first needed."""
    assert uharfbuzz.version_string(), "letters cannot be shaped"
    # a copied text shall hold the letters that were typed, so no two of them become one sign
    shapeFragWord.__defaults__[0].update(liga=False, dlig=False, clig=False)
    # only the letters that stand on the paper are embedded: a third of the bytes, and quicker
    loaded = TTFont(font, str(resource(f"fonts/{_FILES[font]}.ttf")), asciiReadable=0)
    del loaded.face.table["name"]  # the font's own words about itself are no letters of a paper
    registerFont(loaded)
    return loaded


_PLAIN = re.compile(r"[\n -~\u00a0-\u00ac\u00ae-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]*")
"""Texts of letters that stay as they are, and that every font has."""


def _fits(value: str, font: str) -> bool:
    """Tell whether the usual font has all letters of a text, and no marks to place by itself."""
    if _PLAIN.fullmatch(value):
        return True
    letters = load_font(font).face.charToGlyph
    return all(c == "\n" or (ord(c) in letters and not combining(c)) for c in value) and not (
        set(value) & set("\u0180\u0243")
    )
