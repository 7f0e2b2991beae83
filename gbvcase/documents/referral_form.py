"""The referral form: the paper that goes with a survivor to another agency, and its reply slip.

Head, title, slip and envelope do not say what it is about. What is in the middle is what the
disclosure gives (`domain/disclosure.py`), and nothing is added to it here.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from gbvcase.documents.letterhead import Letterhead, contact_of, head, receivers, signatures
from gbvcase.documents.marks import Rule
from gbvcase.documents.page import (
    BODY,
    ITALIC,
    NOTE,
    SUBJECT,
    TEXT,
    TITLE,
    WIDTH,
    Sheet,
    one_line,
    print_pdf,
    text,
)
from gbvcase.documents.reply_slip import reply_slip
from gbvcase.documents.rows import Heading, Line, answers, section
from gbvcase.domain.codes import ContactRule, DisclosureLine, NotAnswered
from gbvcase.domain.disclosure import Disclosed
from gbvcase.domain.fields import Agency, Entry, entries_of, entry_named, given
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.people import Client
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral
from gbvcase.domain.text import in_list_order, written, written_answer
from gbvcase.domain.values import PartialDate

KIND = "PC"  # phiếu chuyển, in the list of document types
_PERSON_LINES = (
    DisclosureLine.PERSON,
    DisclosureLine.CONTACT,
    DisclosureLine.PERSONAL_ID,
    DisclosureLine.LANGUAGE_ACCESS,
)
_CODE_WORD = "contact_code_word"
_IN_THE_FRAME = ("contact_hours", _CODE_WORD)
_ALWAYS = ("service_requested", "urgency", "reason_short")
_IF_KNOWN = ("appointment_at", "escort", "ack_due", "feedback_due")
_ON_PAPER = {"reason_short": mark("Reason")}  # how to write it is said on the screen alone
_NO_ONE = "...................................................................."

_WHOSE = TEXT.clone("whose", fontName=ITALIC, spaceBefore=4, keepWithNext=1)

ASKED_OF = {
    Agency.HEALTH: mark(
        "Please receive the person in a quiet room, by staff of the same sex if that is wished, "
        "and keep the medical record; give certificates on request."
    ),
    Agency.POLICE: mark(
        "Please have the person received alone, in a safe place, by an officer of the same sex "
        "if that is wished, and never together with others involved."
    ),
    Agency.WOMENS_UNION: mark(
        "Please keep secret where the person stays and that she or he has come to you."
    ),
    Agency.LEGAL_AID: mark(
        "Please speak with the person alone, in plain words, and explain what each step means "
        "before it is taken."
    ),
    Agency.SOCIAL: mark("Please name one member of staff in charge, and tell us if that changes."),
}
_OF_ANYONE = mark("Please receive the person alone and name one member of staff in charge.")


def referral_form(  # noqa: PLR0913 - what a paper needs to be known
    disclosed: Disclosed,
    provider: ServiceProvider | None,
    letterhead: Letterhead,
    day: date,
    say: Say,
    *,
    with_withheld: bool = False,
    stamp: str = "",
    token: str = "",
) -> bytes:
    """Return the form as a PDF: a field that the agency may not receive has no line on it.

    `with_withheld` adds a line with what is not sent, if the worker wants to say so. `token` is the
    random mark by which the receiver knows that the person is counted by us; it stands on the part
    that the receiver keeps, and never on the slip that comes back open.
    """
    number = written_number_of(disclosed)
    sheet = Sheet(
        title=f"{say(mark('Paper'))} {number}".strip(),
        day=day,
        number=number,
        official=letterhead.state,
        stamp=stamp,
        contact=contact_of(letterhead, say),
    )

    def story() -> list[Flowable]:
        return [
            *head(letterhead, KIND, day, say),
            *_title(disclosed, provider, say),
            *_request(disclosed, letterhead, say),
            *_person(disclosed, say),
            *_what_is_needed(disclosed, say),
            *_end(disclosed, letterhead, say, with_withheld, token),
            reply_slip(disclosed.referral, number, letterhead, say),
        ]

    return print_pdf(sheet, story, say)


def written_number_of(disclosed: Disclosed) -> str:
    """Return the number of the form; never the code of the survivor."""
    return given(disclosed.referral.referral_no) or ""


def _title(disclosed: Disclosed, provider: ServiceProvider | None, say: Say) -> Iterator[Flowable]:
    yield text(say(mark("Referral form")).upper(), TITLE)
    yield text(say(mark("On introducing a person and working together in support")), SUBJECT)
    yield Rule(WIDTH / 4)
    yield Spacer(0, 4 * mm)
    receiver = given(provider.name) if provider else None
    person = given(disclosed.referral.focal_person)
    named = "; ".join(one_line(part) for part in (receiver, person) if part) or _NO_ONE
    yield Table(
        [[text(say(mark("To:"))), text(named, bold=True)]],
        colWidths=(32 * mm, WIDTH - 32 * mm),
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (0, 0), (0, 0), 12.7 * mm - 6),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ],
    )


def _request(disclosed: Disclosed, letterhead: Letterhead, say: Say) -> Iterator[Flowable]:
    referral = disclosed.referral
    opening = say(
        mark(
            "{office} introduces to you the person named below (form no. {number}) and asks "
            "you to give support as follows:"
        )
    )
    yield text(opening.format(office=letterhead.office, number=written_number_of(disclosed)), BODY)
    rows: list[Line] = [Heading("I. " + say(mark("What we ask you for")))]
    rows += [
        (label(entry.name, say), _asked(entry, getattr(referral, entry.name), say))
        for entry in entries_of(Referral)
        if entry.name in _ALWAYS
        or (entry.name in _IF_KNOWN and given(getattr(referral, entry.name)) is not None)
    ]
    yield from answers(rows, say, bold=frozenset({label("urgency", say)}))


def label(name: str, say: Say) -> str:
    """Return the label of a field of the referral, as the paper has it."""
    return say(_ON_PAPER.get(name, entry_named(Referral, name).about.label))


def _asked(entry: Entry, value: object, say: Say) -> str | None:
    if value is None or isinstance(value, NotAnswered):
        return None
    if entry.many and isinstance(value, frozenset):
        return "\n".join(f"- {code.said(say)}" for code in in_list_order(value))
    return written(value, say)


def _person(disclosed: Disclosed, say: Say) -> Iterator[Flowable]:
    yield section("II. " + say(mark("The person we introduce")))
    yield Spacer(0, 1 * mm)
    yield _contact(disclosed, say)
    yield Spacer(0, 1 * mm)
    name = say(entry_named(Client, "full_name").about.label)
    rows = [row for line in _PERSON_LINES for row in _line(disclosed, line, say)]
    yield from answers([row for _, row in rows], say, bold=frozenset({name}))


def _contact(disclosed: Disclosed, say: Say) -> Table:
    """Return how to make contact safely, in a frame: it comes before every telephone number."""
    rule = disclosed.contact_rule
    lines = [text(say(mark("Safe contact")).upper(), bold=True)]
    lines.append(text(rule.said(say) if rule else say(mark("Ask us before you make contact."))))
    agreed = {
        entry.name: f"{say(entry.about.label)}: {one_line(written(value, say))}"
        for found in disclosed.sections
        for entry, value in found.answers
        if entry.name in _IN_THE_FRAME and rule is not ContactRule.NEVER_CONTACT
    }
    lines += [text(words) for words in agreed.values()]
    if rule is not ContactRule.CALL_FREELY:
        lines.append(text(say(mark("Leave no message."))))
        if _CODE_WORD not in agreed:
            lines.append(text(say(mark("Do not say where the call comes from."))))
    return Table(
        [[lines]],
        colWidths=(WIDTH,),
        style=[
            ("BOX", (0, 0), (-1, -1), 1.1, "black"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2 * mm),
            ("LEFTPADDING", (0, 0), (-1, -1), 3 * mm),
        ],
    )


def _what_is_needed(disclosed: Disclosed, say: Say) -> Iterator[Flowable]:
    lines = [line for line in DisclosureLine if line not in _PERSON_LINES]
    rows = [(line, *row) for line in lines for row in _line(disclosed, line, say)]
    lines_of: list[Line] = [Heading("III. " + say(mark("What you need to know for this support")))]
    for (line, number), found in groupby(rows, key=lambda row: row[:2]):
        answered = [row for _, _, row in found]
        if number and len(answered) == 1:  # children: one line for each
            lines_of.append((line.said(say) + number, "{}: {}".format(*answered[0])))
        elif len(answered) == 1:
            lines_of += answered
        else:  # sex and full name alone would not say whose
            lines_of += [Heading(line.said(say) + number, _WHOSE), *answered]
    if rows:
        yield from answers(lines_of, say)


def _end(
    disclosed: Disclosed, letterhead: Letterhead, say: Say, with_withheld: bool, token: str
) -> Iterator[Flowable]:
    agencies = disclosed.agencies
    asked = ASKED_OF[next(iter(agencies))] if len(agencies) == 1 else _OF_ANYONE
    yield text(say(asked), BODY)
    if with_withheld and disclosed.withheld:
        lines = "; ".join(line.said(say) for line in DisclosureLine if line in disclosed.withheld)
        yield text(say(mark("Not sent: {lines}.")).format(lines=lines), BODY)
    kept_close = say(
        mark(
            "This form holds only what is needed for the support and may be shared. It is for the "
            "receiver alone: do not copy it or pass it on; when the support has ended, return or "
            "destroy it."
        )
    )
    above: list[Flowable] = [text(kept_close, BODY)]
    if token:
        counted = say(mark("Referral mark, so that nobody is counted twice: {token}"))
        above.append(text(counted.format(token=grouped(token)), NOTE))
    signed_by = "\n".join(part for part in (letterhead.power, letterhead.title) if part)
    yield signatures(
        [
            (say(mark("Person in charge")), given(disclosed.referral.created_by) or ""),
            (signed_by or say(mark("Head of the office")), letterhead.head),
        ],
        say,
        above=above,
        beside=receivers([say(mark("As above")), say(mark("Kept: office"))], say),
    )
    yield Spacer(0, 4 * mm)


def grouped(token: str) -> str:
    """Return a token as it is read out and typed: four letters at a time."""
    return " ".join(token[at : at + 4] for at in range(0, len(token), 4))


def _line(
    disclosed: Disclosed, line: DisclosureLine, say: Say
) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Yield the questions and answers of a line, with the number of whom they are about.

    A line that may be shown and has no answer says so.
    """
    found = [s for s in disclosed.sections if s.line is line]
    if not found and line in disclosed.lines:
        yield "", (line.said(say), None)
    for one in found:
        same = [s for s in found if type(s.record) is type(one.record)]
        number = f" ({same.index(one) + 1})" if len(same) > 1 else ""
        for entry, value in one.answers:
            if entry.name not in _IN_THE_FRAME:
                yield number, _words(entry, value, say)


def _words(entry: Entry, value: object, say: Say) -> tuple[str, str]:
    if entry.name == "dob" and isinstance(value, PartialDate):
        return say(mark("Birth year")), str(value.year)  # the day is nobody's business here
    return say(entry.about.label), written_answer(entry, value, say)
