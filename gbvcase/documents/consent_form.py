"""The consent form: what a person agrees to, in words that can be read aloud.

It may lie in the person's own house, so it names no field of work and carries no state header.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from gbvcase.documents.letterhead import Letterhead, head, signatures
from gbvcase.documents.marks import WritingLines, choices
from gbvcase.documents.page import SECTION, TEXT, TITLE, WIDTH, Sheet, print_pdf, text
from gbvcase.documents.rows import answers
from gbvcase.domain.codes import (
    Code,
    ConsentDecision,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    InfoItem,
    PointExplained,
    YesNo,
)
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import entry_named, given
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written, written_date, written_moment

CHILD_FROM, CHILD_UNDER = 7, 18

STATEMENTS = {
    ConsentPurpose.SERVICES: mark(
        "I agree that {office} writes down what I say, and helps me. I can stop at any time and "
        "need not say why."
    ),
    ConsentPurpose.REFERRAL: mark(
        "I agree that {office} gives what is ticked below to {recipient}, so that they can help "
        "me. Nothing else is given."
    ),
    ConsentPurpose.STATISTICS: mark(
        "I agree that my answers are counted together with those of many others, without my name. "
        "Nobody can see from the numbers that it was me."
    ),
    ConsentPurpose.PHOTO_EVIDENCE: mark(
        "I agree that pictures or recordings are made and kept for me. I decide whether they are "
        "shown to anyone."
    ),
    ConsentPurpose.CONTACT_AFTER: mark(
        "I agree that {office} asks me later how I am, in the safe way that I have named."
    ),
}
DECISIONS = {
    ConsentDecision.GIVEN: mark("Yes, I agree"),
    ConsentDecision.PARTLY: mark("I agree in part"),
    ConsentDecision.REFUSED: mark("No, I do not agree"),
}
EXPLAINED = {
    PointExplained.PURPOSE: mark("What my information is needed for"),
    PointExplained.RECIPIENTS: mark("Who receives it"),
    PointExplained.LIMITS_EXPLAINED: mark("When it cannot be kept secret"),
    PointExplained.MANDATORY_REPORT: mark("What must be reported by law"),
    PointExplained.RIGHT_REFUSE: mark("That I may say no, and am still helped"),
    PointExplained.RIGHT_WITHDRAW: mark("That I may take this back at any time"),
    PointExplained.RISKS: mark("What could happen if it is shared"),
}
ITEMS = {
    InfoItem.IDENTITY: mark("My name, birth year and sex"),
    InfoItem.CONTACT: mark("How to reach me, where I live"),
    InfoItem.INCIDENT_SUMMARY: mark("In short, what happened"),
    InfoItem.INCIDENT_ACCOUNT: mark("All that I have told"),
    InfoItem.HEALTH: mark("My health"),
    InfoItem.PERPETRATOR: mark("Others who have to do with it"),
    InfoItem.RISK: mark("How safe I am"),
    InfoItem.CHILDREN: mark("My children"),
    InfoItem.ECONOMIC: mark("What I live on"),
}
GIVERS = {
    ConsentGiver.CLIENT: mark("Myself"),
    ConsentGiver.CAREGIVER: mark("Caregiver"),
    ConsentGiver.GUARDIAN: mark("Legal guardian"),
    ConsentGiver.TRUSTED_ADULT: mark("An adult whom I trust"),
}
_BLANK = "............................................................"


def consent_form(  # noqa: PLR0913 - what a paper needs to be known
    letterhead: Letterhead,
    day: date,
    say: Say,
    *,
    consent: Consent | None = None,
    name: str = "",
    recipient: str = "",
    age: int | None = None,
    number: str = "",
    stamp: str = "",
) -> bytes:
    """Return the form as a PDF: filled in for a consent, or empty with all purposes.

    The part for a child is there from 7 to 17 years, and on an empty form.
    """
    title = say(mark("Consent form"))
    sheet = Sheet(
        title=f"{say(mark('Paper'))} {number}".strip(),
        day=day,
        number=number,
        stamp=stamp,
    )
    is_child = consent is None if age is None else CHILD_FROM <= age < CHILD_UNDER
    purpose = given(consent.purpose) if consent else None
    purposes = (purpose,) if purpose else tuple(STATEMENTS)

    def story() -> list[Flowable]:
        return [
            *head(letterhead.without_state(), "", _given_on(consent), say),
            text(title.upper(), TITLE),
            Spacer(0, 4 * mm),
            _who(name, say),
            *_explained(consent, say),
            *(
                part
                for one in purposes
                for part in _statement(one, consent, letterhead.office, recipient, say)
            ),
            *(_items(consent, say) if ConsentPurpose.REFERRAL in purposes else ()),
            *_limits(consent, say),
            *_how(consent, say),
            *([_child(consent, say)] if is_child else ()),
            *_end(consent, say),
        ]

    return print_pdf(sheet, story, say)


def _given_on(consent: Consent | None) -> date | None:
    moment = given(consent.given_at) if consent else None
    return moment.date() if isinstance(moment, datetime) else None


def _who(name: str, say: Say) -> Flowable:
    words = say(mark("I am: {name}")).format(name=name or _BLANK)
    return text(words, TEXT, bold=bool(name))


def _explained(consent: Consent | None, say: Say) -> Iterator[Flowable]:
    yield text(say(mark("This was explained to me:")), SECTION)
    yield _boxes(EXPLAINED.items(), consent and consent.explained, consent, say)


def _statement(
    purpose: ConsentPurpose, consent: Consent | None, office: str, recipient: str, say: Say
) -> Iterator[Flowable]:
    words = say(STATEMENTS[purpose]).format(office=office, recipient=recipient or _BLANK)
    decision = given(consent.decision) if consent else None
    options = [
        (say(words), None if consent is None else code is decision)
        for code, words in DECISIONS.items()
    ]
    boxes = choices(options, say, columns=3)
    yield KeepTogether([Spacer(0, 3 * mm), text(words, _STATEMENT), Spacer(0, 1.5 * mm), boxes])


def _items(consent: Consent | None, say: Say) -> Iterator[Flowable]:
    yield text(say(mark("This may be given:")), SECTION)
    yield _boxes(ITEMS.items(), consent and consent.items_allowed, consent, say)


def _limits(consent: Consent | None, say: Say) -> Iterator[Flowable]:
    limits = given(consent.limits) if consent else None
    yield text(say(mark("What I do not want:")), SECTION)
    yield text(limits) if limits else WritingLines(2 if consent is None else 1)
    until = given(consent.valid_until) if consent else None
    ends = written_date(until) if until else say(mark("the support ends"))
    withdrawn = given(consent.withdrawn_at) if consent else None
    yield Spacer(0, 1.5 * mm)
    if withdrawn:
        taken_back = say(mark("Taken back on {moment}.")).format(moment=written_moment(withdrawn))
        yield text(taken_back, bold=True)
    else:
        yield text(say(mark("This holds until {end}, or until I take it back.")).format(end=ends))


def _how(consent: Consent | None, say: Say) -> Iterator[Flowable]:
    yield text(say(mark("Who agrees, and how:")), SECTION)
    giver = given(consent.given_by) if consent else None
    yield _boxes(GIVERS.items(), giver and frozenset({giver}), consent, say)
    form = given(consent.form) if consent else None
    labels = {code: code.said(say) for code in ConsentForm}
    yield _boxes(labels.items(), form and frozenset({form}), consent, say)
    if consent is None:
        return
    rows: list[tuple[str, str | None]] = []
    if given(consent.interpreter_used) is not None:
        label = say(entry_named(Consent, "interpreter_used").about.label)
        rows.append((label, written(consent.interpreter_used, say)))
    if giver is ConsentGiver.NONE_EXCEPTION:
        label = say(entry_named(Consent, "exception").about.label)
        rows.append((label, written(consent.exception, say)))
    yield from answers(rows, say)


def _child(consent: Consent | None, say: Say) -> Flowable:
    """Return the part that is read to a child from 7 years on."""
    assent = given(consent.child_assent) if consent else None
    options = [
        (say(mark("I agree")), None if assent is None else assent is YesNo.YES),
        (say(mark("I do not agree")), None if assent is None else assent is YesNo.NO),
    ]
    inner: list[Flowable] = [
        text(say(mark("For a child from 7 years on")), bold=True),
        text(
            say(
                mark(
                    "They have told me what they want to do and why. I may ask everything. I may "
                    "say no, and nobody will be angry with me."
                )
            )
        ),
        Spacer(0, 1.5 * mm),
        choices(options, say, columns=2, width=WIDTH - 8 * mm),
        text(say(mark("My name, or a drawing:"))),
        Spacer(0, 14 * mm),
    ]
    frame = [
        ("BOX", (0, 0), (-1, -1), 0.9, "black"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 2 * mm),
    ]
    return KeepTogether([Spacer(0, 4 * mm), Table([[inner]], colWidths=(WIDTH,), style=frame)])


def _end(consent: Consent | None, say: Say) -> Iterator[Flowable]:
    fields = [
        (say(mark("Who agrees")), ""),
        (say(mark("Who explained it")), (given(consent.created_by) if consent else "") or ""),
    ]
    witness = given(consent.witness) if consent else None
    if witness or consent is None:
        fields.insert(1, (say(mark("Witness, interpreter")), witness or ""))
    note = say(mark("(signature or thumbprint, full name)"))
    closing = say(mark("I have a copy of this form if I want one."))
    yield signatures(fields, say, above=[Spacer(0, 2 * mm), text(closing)], note=note)


def _boxes(
    labels: Iterable[tuple[Code, str]], chosen: object, consent: Consent | None, say: Say
) -> Table:
    """Return a box for each code; those of an empty form wait for a pen."""
    ticked = chosen if isinstance(chosen, frozenset) else frozenset()
    options = [(say(label), None if consent is None else code in ticked) for code, label in labels]
    return choices(options, say, columns=2)


_STATEMENT = TEXT.clone("statement", fontSize=14, leading=19)
