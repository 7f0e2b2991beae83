"""The empty form for a day without power: the questions of the screen, in the same order.

It is drawn from the field descriptions, so that typing it in later is going down the page.
"""

from collections.abc import Iterator
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Table

from gbvcase.documents.letterhead import Letterhead, head
from gbvcase.documents.marks import FLUSH, Mark, WritingLines, choices, columns_for
from gbvcase.documents.page import (
    BLACK,
    LABEL,
    NOTE,
    NOTE_CENTRE,
    SECTION,
    SMALL,
    TEXT,
    TITLE,
    WIDTH,
    Sheet,
    print_pdf,
    text,
)
from gbvcase.documents.rows import HAIR
from gbvcase.domain.codes import Code, NotAnswered
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import Entry, Record, entries_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.people import AllegedPerpetrator, Client
from gbvcase.domain.text import NO, YES
from gbvcase.domain.values import PartialDate, Place, Scan

PARTS: tuple[tuple[str, type[Record]], ...] = (
    (mark("Intake"), Intake),
    (mark("Consent"), Consent),
    (mark("The person"), Client),
    (mark("What happened"), Incident),
    (mark("Alleged perpetrator"), AllegedPerpetrator),
)
NOT_ANSWERED = (
    (NotAnswered.UNKNOWN, mark("U")),
    (NotAnswered.NO_ANSWER, mark("P")),
    (NotAnswered.NOT_APPLICABLE, mark("N")),
)
MOST_BOXES = 30  # of a longer list the answer is written
MARGIN = 9 * mm  # where a way of not answering is written
QUESTIONS = 52 * mm
LONG_QUESTION = 60  # letters; a longer question has a line of its own
GRID_ROWS = 4
_ANSWER = NOTE
_DAY = "....... / ....... / ............"
_SHORT = {date: _DAY, PartialDate: _DAY, datetime: f"{_DAY}   .... : ....", int: "." * 16}


def intake_form(letterhead: Letterhead, day: date, say: Say, *, stamp: str = "") -> bytes:
    """Return the empty form as a PDF, with the answers that are offered on that day."""
    title = say(mark("Intake form"))

    def story() -> list[Flowable]:
        return [
            *head(letterhead.without_state(), "", None, say),
            text(title.upper(), TITLE),
            *(text(words, NOTE_CENTRE) for words in _how_to_fill(say)),
            *(
                row
                for place, (name, kind) in enumerate(PARTS, start=1)
                for row in _part(f"{place}", say(name), kind, day, say)
            ),
        ]

    return print_pdf(Sheet(title=say(mark("Paper")), day=day, stamp=stamp), story, say)


def asked(kind: type[Record]) -> tuple[Entry, ...]:
    """Return the questions of a record that a person can answer on paper."""
    return tuple(
        entry
        for entry in entries_of(kind)
        if not entry.about.hidden
        and entry.kind is not Scan
        and not (entry.is_group and issubclass(entry.kind, Kept))  # has a part of its own
    )


def _how_to_fill(say: Say) -> tuple[str, str]:
    ways = "; ".join(f"{say(letter)} = {way.said(say)}" for way, letter in NOT_ANSWERED)
    return (
        say(mark("Nothing has to be filled in. Any question may be left out.")),
        say(mark("In the box on the right: {ways}.")).format(ways=ways),
    )


def _part(number: str, name: str, kind: type[Record], day: date, say: Say) -> Iterator[Flowable]:
    yield CondPageBreak(40 * mm)
    yield text(f"{number}. {name}".upper(), SECTION)
    if kind is Incident:
        soft = say(mark("The next questions may be hard to speak about. Any may be left out."))
        yield text(soft, NOTE)
    yield from questions(number, kind, day, say)


def questions(number: str, kind: type[Record], day: date, say: Say) -> Iterator[Flowable]:
    """Yield the questions of a record, numbered, with room for the answers."""
    for place, entry in enumerate(asked(kind), start=1):
        numbered = f"{number}.{place}"
        label = f"{numbered}. {say(entry.about.label)}"
        if not entry.is_group:
            yield _question(label, entry, day, say)
            continue
        if entry.many:
            yield KeepTogether([text(label, _GROUP), _grid(entry.kind, say)])
        else:
            yield CondPageBreak(30 * mm)
            yield text(label, _GROUP)
            yield from questions(numbered, entry.kind, day, say)


def _question(label: str, entry: Entry, day: date, say: Say) -> Table:
    """Return a question with its room, and the box for a way of not answering."""
    wide = len(label) > LONG_QUESTION or _is_long(entry)
    width = WIDTH - MARGIN if wide else WIDTH - MARGIN - QUESTIONS
    room = _room(entry, day, width - 2 * mm, say)
    declined = _Corner() if entry.about.declinable else ""
    rows: list[list[object]] = (
        [[text(label, LABEL), "", declined], [room, "", ""]]
        if wide
        else [[text(label, LABEL), room, declined]]
    )
    style: list[tuple[object, ...]] = [
        *FLUSH,
        ("TOPPADDING", (0, 0), (-1, -1), 1 * mm),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8 * mm),
        ("RIGHTPADDING", (0, 0), (-2, -1), 2 * mm),
        ("ALIGN", (-1, 0), (-1, -1), "RIGHT"),
        ("LINEBELOW", (0, -1), (-1, -1), *HAIR),
    ]
    if wide:
        style += [("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 1), (1, 1)), ("NOSPLIT", (0, 0), (-1, -1))]
    return Table(rows, colWidths=(QUESTIONS, WIDTH - QUESTIONS - MARGIN, MARGIN), style=style)


def _room(entry: Entry, day: date, width: float, say: Say) -> Flowable:
    """Return the room for an answer: boxes, lines, or a date to fill in."""
    if entry.is_coded and len(offered(entry, day)) <= MOST_BOXES:
        labels = [code.said(say) for code in offered(entry, day)]
        columns = columns_for(labels, width, _ANSWER)
        return choices([(label, None) for label in labels], say, columns, width, _ANSWER)
    if entry.kind is bool:
        return choices([(say(YES), None), (say(NO), None)], say, 2, 50 * mm, _ANSWER)
    if entry.kind is Place:
        return _place(width, say)
    if entry.kind in _SHORT:
        return text(_SHORT[entry.kind] + " " + say(entry.about.unit), TEXT)
    return WritingLines(2 if entry.is_coded and entry.many else entry.about.lines, width)


def offered(entry: Entry, day: date) -> list[Code]:
    """Return the answers that a form offers for a coded field on a day."""
    return list(entry.kind.offered(day))  # type: ignore[attr-defined]


def _is_long(entry: Entry) -> bool:
    return entry.about.lines > 2 or (  # noqa: PLR2004 - two lines have room beside the question
        entry.is_coded and max(len(code.label_vi) for code in entry.kind) > 60  # type: ignore[attr-defined] # noqa: PLR2004
    )


def _place(width: float, say: Say) -> Table:
    words = 34 * mm
    rows = [
        [text(label, SMALL), WritingLines(1, width - words, 6.5 * mm)]
        for label in (
            say(mark("Province")),
            say(mark("Commune, ward")),
            say(mark("Village, hamlet")),
        )
    ]
    low = ("VALIGN", (0, 0), (-1, -1), "BOTTOM")
    return Table(rows, colWidths=(words, width - words), style=[*FLUSH, low], hAlign="LEFT")


def _grid(kind: type[Record], say: Say) -> Table:
    """Return rows for several of a kind: a child a row, a column for each question."""
    entries = asked(kind)
    heads = [text(say(entry.about.label), SMALL) for entry in entries]
    return Table(
        [heads, *([""] * len(entries) for _ in range(GRID_ROWS))],
        colWidths=[WIDTH / len(entries)] * len(entries),
        rowHeights=[None, *[9 * mm] * GRID_ROWS],
        style=[
            *FLUSH,
            ("GRID", (0, 0), (-1, -1), *HAIR),
            ("LEFTPADDING", (0, 0), (-1, -1), 1 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 1 * mm),
        ],
        splitByRow=0,
    )


class _Corner(Mark):
    """The small box into which the letter of a way of not answering is written."""

    def __init__(self) -> None:
        super().__init__(6 * mm, 5 * mm)

    def draw(self) -> None:
        self.canv.setStrokeGray(BLACK + 0.5)
        self.canv.setLineWidth(0.5)
        self.canv.rect(0, 0, 6 * mm, 5 * mm)


_GROUP = LABEL.clone("group", fontName="Serif-Bold", textColor=(0, 0, 0), spaceBefore=6)
