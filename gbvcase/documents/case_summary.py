"""The summary of a case on one page, for the paper file: who, what was agreed, what comes next.

It never holds an account, who is said to have done it, a note, or a number of identity: a paper
lies about where a cabinet is locked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from gbvcase.documents.letterhead import Letterhead, head
from gbvcase.documents.page import (
    HEIGHT,
    LABEL,
    NOTE,
    SECTION,
    SUBJECT,
    TITLE,
    WIDTH,
    Sheet,
    print_pdf,
    text,
)
from gbvcase.documents.rows import Heading, Line, answers
from gbvcase.domain.marking import Say, mark

LETTERS = 160  # of an answer: what is longer is read on the screen
FITS = ((8, LETTERS), (6, LETTERS), (4, LETTERS), (3, 110), (2, 80), (1, 45), (1, 24))
"""Rows of a block and letters of an answer, from the fullest page to the barest."""
SPARE = 8 * mm
LEFT_OUT = mark(
    "Left out: the account, who is said to have done it, notes, identity number, phone number."
)


@dataclass(frozen=True, kw_only=True, repr=False)
class Summary:
    """What the page says, in words already; each block is shortened until the page holds it."""

    code: str
    state: str
    who: tuple[tuple[str, str | None], ...]
    agreed: tuple[tuple[str, str], ...] = ()
    happened: tuple[str, ...] = ()
    urgent: str = ""
    referred: tuple[tuple[str, str], ...] = ()
    tasks: tuple[tuple[str, str], ...] = ()
    events: tuple[tuple[str, str], ...] = ()
    missing: int = 0

    def __repr__(self) -> str:
        return "<Summary>"


def case_summary(
    summary: Summary, letterhead: Letterhead, day: date, say: Say, *, stamp: str = ""
) -> bytes:
    """Return the summary as a PDF of exactly one page; what does not fit is counted on it."""
    sheet = Sheet(title=say(mark("Paper")), day=day, number=summary.code, stamp=stamp)
    plain = letterhead.without_state()  # a note for our own file must not look official
    for shape in FITS:
        if _height(_story(summary, plain, day, say, shape)) <= HEIGHT - SPARE:
            break
    return print_pdf(sheet, lambda: _story(summary, plain, day, say, shape), say)


def _story(
    summary: Summary, letterhead: Letterhead, day: date, say: Say, shape: tuple[int, int]
) -> list[Flowable]:
    most, letters = shape

    def some(rows: Iterable[tuple[str, str]], at_most: int = most) -> list[Line]:
        return _some(tuple(rows), at_most, letters, say)

    named = say(mark("Incident {number}"))
    happened = ((named.format(number=n), one) for n, one in enumerate(summary.happened, 1))
    urgent = ((say(mark("Urgent check")), summary.urgent),) if summary.urgent else ()
    lines: list[Line] = [
        *((name, None if value is None else _short(value, letters)) for name, value in summary.who),
        Heading(say(mark("What was agreed")), SECTION),
        *some(summary.agreed),
        Heading(say(mark("What happened")), SECTION),
        *some(happened),
        *(some(urgent) if urgent else ()),
        Heading(say(mark("Referrals")), SECTION),
        *some(summary.referred),
        Heading(say(mark("What comes next")), SECTION),
        *some(summary.tasks, min(most, 3)),
        Heading(say(mark("Last events")), SECTION),
        *some(summary.events, min(most, 3)),
    ]
    if summary.missing:
        counted = say(mark("Still missing, or to look at again: {count}"))
        lines.append(Heading(counted.format(count=summary.missing), LABEL))
    return [
        *head(letterhead, "", day, say),
        text(say(mark("Summary of the case")).upper(), TITLE),
        text(f"{summary.code} - {_short(summary.state, letters)}", SUBJECT),
        Spacer(0, 3 * mm),
        *answers(lines, say),
        Spacer(0, 2 * mm),
        text(say(LEFT_OUT), NOTE),
    ]


def _some(rows: Sequence[tuple[str, str]], most: int, letters: int, say: Say) -> list[Line]:
    """Return the first rows of a block, and how many more there are."""
    if not rows:
        return [Heading(say(mark("Nothing yet")), LABEL)]
    shown: list[Line] = [
        (_short(name, letters), _short(value, letters)) for name, value in rows[:most]
    ]
    if len(rows) > most:
        more = say(mark("and {count} more")).format(count=len(rows) - most)
        shown.append(Heading(more, LABEL))
    return shown


def _short(value: str, letters: int) -> str:
    line = " ".join(value.split())
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}\u2026"


def _height(story: Sequence[Flowable]) -> float:
    """Return how high a story stands, with the gaps that the page puts between its parts."""
    total = 0.0
    for part in story:
        total += part.wrap(WIDTH, HEIGHT)[1] + part.getSpaceBefore() + part.getSpaceAfter()
    return total
