"""Papers: made in memory, shown, printed or saved behind a password; each print is remembered."""

from dataclasses import replace
from datetime import date
from enum import Enum

from gbvcase.casework.cases import load, load_for_change
from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.referrals import find_referral, numbered, provider_in
from gbvcase.documents.letterhead import Letterhead
from gbvcase.domain.ages import age_now
from gbvcase.domain.case import Case
from gbvcase.domain.consent import Consent
from gbvcase.domain.disclosure import disclose
from gbvcase.domain.fields import given
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.places import commune, province
from gbvcase.domain.referral import PrintLine, Referral
from gbvcase.sealing.passwords import draw
from gbvcase.vault.journal import write
from gbvcase.vault.providers import provider_of


class Purpose(Enum):
    """What a paper is printed for; asked each time, and kept."""

    FOR_THE_PERSON = "for_the_person"
    FOR_THE_RECEIVER = "for_the_receiver"
    FOR_THE_FILE = "for_the_file"

    @property
    def label(self) -> str:
        """Return the marked name of the purpose."""
        return PURPOSES[self]


PRACTICE_STAMP = mark("PRACTICE DATA")

PURPOSES = {
    Purpose.FOR_THE_PERSON: mark("Given to the person supported"),
    Purpose.FOR_THE_RECEIVER: mark("Sent to the receiving agency"),
    Purpose.FOR_THE_FILE: mark("Kept in the paper file"),
}


def stamp_of(desk: Desk, say: Say) -> str:
    """Return what is written across every paper of a practice cabinet; nothing on real ones."""
    return say(PRACTICE_STAMP) if desk.profile.is_practice else ""


def letterhead_of(profile: Profile) -> Letterhead:
    """Return the head of this office's papers."""
    return Letterhead(
        office=profile.office,
        upper_body=profile.upper_body,
        symbol=profile.symbol,
        place=_place_of(profile),
        phone=profile.phone,
    )


def _place_of(profile: Profile) -> str:
    if profile.commune and (found := commune(profile.commune)):
        return found.name
    found_province = province(profile.province)
    return found_province.name if found_province else ""


def referral_paper(desk: Desk, case_id: str, number: str, say: Say, *, copies: int = 1) -> bytes:
    """Return the form of a referral; raise ConsentMissing if no consent allows it today."""
    case = load(desk, case_id)
    return _referral_form(desk, case, numbered(case, number), say, copies)


def referral_paper_by_number(desk: Desk, number: str, say: Say) -> bytes:
    """Return the form of a referral by its number, and remember that it was printed."""
    case, referral = find_referral(desk, number)
    pdf = _referral_form(desk, case, referral, say, 1)
    note_print(desk, case.head.id, Purpose.FOR_THE_RECEIVER, number=str(referral.referral_no))
    return pdf


def _referral_form(desk: Desk, case: Case, referral: Referral, say: Say, copies: int) -> bytes:
    from gbvcase.documents.referral_form import referral_form

    provider = provider_in(desk, referral)
    return referral_form(
        disclose(case, referral, desk.today(), provider),
        provider,
        letterhead_of(desk.profile),
        desk.today(),
        say,
        copies=copies,
        stamp=stamp_of(desk, say),
    )


def envelope_paper(desk: Desk, case_id: str, number: str, say: Say) -> bytes:
    """Return a label for the envelope of a referral: it says neither our office nor our work."""
    from gbvcase.documents.envelope import envelope_label

    referral = numbered(load(desk, case_id), number)
    return envelope_label(
        number,
        letterhead_of(desk.profile),
        desk.today(),
        say,
        provider=provider_in(desk, referral),
        focal_person=given(referral.focal_person) or "",
    )


def consent_paper(
    desk: Desk, say: Say, case_id: str | None = None, position: int | None = None
) -> bytes:
    """Return the consent form: of one consent of a case, for a case, or empty."""
    from gbvcase.documents.consent_form import consent_form

    letterhead = letterhead_of(desk.profile)
    if case_id is None:
        return consent_form(letterhead, desk.today(), say, stamp=stamp_of(desk, say))
    case = load(desk, case_id)
    consent = None if position is None else case.consents[position]
    return consent_form(
        letterhead,
        desk.today(),
        say,
        consent=consent,
        name=given(case.client.full_name) or "",
        age=age_now(case, desk.today()),
        recipient=_recipient(desk, consent, say),
        stamp=stamp_of(desk, say),
    )


def _recipient(desk: Desk, consent: Consent | None, say: Say) -> str:
    """Return who receives what a consent allows to share: the provider, else the sector."""
    if consent is None:
        return ""
    provider_id = given(consent.recipient_provider)
    if provider_id is not None:
        with desk.vault.begin() as db:
            provider = provider_of(db, provider_id)
        name = given(provider.name) if provider else None
        if name is not None:
            return name
    sector = given(consent.recipient_sector)
    return sector.said(say) if sector else ""


def intake_paper(desk: Desk, say: Say) -> bytes:
    """Return the empty intake form, for power cuts: same questions, same order as on screen."""
    from gbvcase.documents.intake_form import intake_form

    return intake_form(letterhead_of(desk.profile), desk.today(), say, stamp=stamp_of(desk, say))


def recovery_paper(number: str, label: str, day: date, say: Say) -> bytes:
    """Return the recovery sheet of a cabinet; it is printed and never saved."""
    from gbvcase.documents.recovery_sheet import recovery_sheet

    return recovery_sheet(number, label, day, say)


def locked_copy(pdf: bytes) -> tuple[bytes, str]:
    """Return a PDF behind AES-256, and the password drawn for it, which is shown once."""
    from gbvcase.documents.locked_pdf import locked

    password = draw()
    return locked(pdf, password), password


def note_print(  # noqa: PLR0913 - what is remembered of a print
    desk: Desk,
    case_id: str,
    purpose: Purpose,
    *,
    number: str | None = None,
    copies: int = 1,
    saved: bool = False,
) -> None:
    """Remember that a paper of a case was printed or saved, for what, and how often."""
    if number is not None:
        line = PrintLine(at=desk.now(), by=desk.worker, copies=copies)
        with load_for_change(desk, case_id, "paper.print", purpose=purpose.value) as change:
            referrals = tuple(
                replace(one, print_log=(*one.print_log, line)) if one.referral_no == number else one
                for one in change.case.referrals
            )
            change.case = replace(change.case, referrals=referrals)
        return
    act = "paper.save" if saved else "paper.print"
    with desk.vault.begin() as db:
        write(db, act, case_id, desk.now(), purpose=purpose.value, copies=copies)
