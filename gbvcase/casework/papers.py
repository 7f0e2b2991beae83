"""Papers: made in memory, shown, printed or saved behind a password; each print is remembered."""

import re
from dataclasses import replace
from datetime import date

from gbvcase.casework.cases import load, load_for_change
from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.referral_tokens import token_for_paper
from gbvcase.casework.referrals import find_referral, numbered, provider_in, with_referral
from gbvcase.casework.ways_out import require_open
from gbvcase.documents.office import Letterhead
from gbvcase.domain.ages import age_now
from gbvcase.domain.case import Case
from gbvcase.domain.codes import PaperKind, PrintPurpose, ReferralStatus
from gbvcase.domain.consent import Consent
from gbvcase.domain.disclosure import disclose
from gbvcase.domain.fields import given, is_answered
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.places import commune, province
from gbvcase.domain.prints import PrintLine
from gbvcase.domain.referral import Referral
from gbvcase.domain.referral_states import FOR_READY, referral_status
from gbvcase.sealing.passwords import draw
from gbvcase.vault.providers import provider_of

NAMED_AFTER_PEOPLE = frozenset({"Thành phố Hồ Chí Minh"})
"""Decree 30/2020: a place that is named after somebody, or by a number, is written in full."""
PRACTICE_STAMP = mark("PRACTICE DATA")
ASKED_BEFORE_READY = tuple(name for name in FOR_READY if name != "disclosure")  # settled by us

Purpose = PrintPurpose
"""What a paper is printed for; asked each time, and kept."""


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
        address=profile.address,
        power=profile.power,
        title=profile.title,
        head=profile.head,
        state=profile.names_state,
    )


def _place_of(profile: Profile) -> str:
    """Return the place as papers date themselves: the bare name, but for numbers and people."""
    if profile.commune and (found := commune(profile.commune)):
        return found.full_name if found.name[:1].isdigit() else found.name
    found_province = province(profile.province)
    name = found_province.name if found_province else ""
    return name if name in NAMED_AFTER_PEOPLE else re.sub("^(Tỉnh|Thành phố) ", "", name)


def referral_paper(desk: Desk, case_id: str, number: str, say: Say) -> bytes:
    """Return the form of a referral; raise ConsentMissing if no consent allows it today."""
    case = load(desk, case_id)
    return _referral_form(desk, case, numbered(case, number), say)


def referral_paper_by_number(desk: Desk, number: str, say: Say) -> bytes:
    """Return the form of a referral by its number, and remember that it leaves in a file."""
    case, referral = find_referral(desk, number)
    pdf = _referral_form(desk, case, referral, say)
    note_print(
        desk,
        case.head.id,
        Purpose.FOR_THE_RECEIVER,
        number=str(referral.referral_no),
        saved=True,
    )
    return pdf


def _referral_form(desk: Desk, case: Case, referral: Referral, say: Say) -> bytes:
    from gbvcase.documents.referral_form import referral_form

    provider = provider_in(desk, referral)
    return referral_form(
        disclose(case, referral, desk.today(), provider),
        provider,
        letterhead_of(desk.profile),
        desk.today(),
        say,
        stamp=stamp_of(desk, say) or _stamp_of_working_print(referral, say),
        token=token_for_paper(desk, referral),
    )


def _stamp_of_working_print(referral: Referral, say: Say) -> str:
    """Return what is written across a form that could not be handed over as it stands."""
    is_draft = referral_status(referral) is ReferralStatus.DRAFT
    missing = [name for name in ASKED_BEFORE_READY if not is_answered(getattr(referral, name))]
    return say(mark("DRAFT")) if is_draft and missing else ""


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


def copies_of(pdf: bytes, copies: int, say: Say) -> bytes:
    """Return a paper as often as it is to be printed, each page with the number of its copy."""
    from gbvcase.documents.copies import in_copies

    return in_copies(pdf, copies, say)


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
    paper: PaperKind = PaperKind.REFERRAL_FORM,
    number: str | None = None,
    copies: int = 1,
    saved: bool = False,
) -> None:
    """Remember that a paper of a case is printed or saved, for what, and how often.

    It is remembered before the paper leaves; WayClosed if the office lets none leave this way.
    The form of a referral is remembered in the referral, every other paper in the case.
    """
    line = PrintLine(
        at=desk.now(), by=desk.worker, paper=paper, purpose=purpose, copies=copies, saved=saved
    )
    act = "paper.save" if saved else "paper.print"
    more = {"paper": paper.code, "purpose": purpose.code, "copies": copies}
    with desk.vault.begin() as db:
        require_open(db, act)
    with load_for_change(desk, case_id, act, **more) as change:
        case = change.case
        if number is not None and paper is PaperKind.REFERRAL_FORM:
            change.case = with_referral(case, number, lambda one: _printed(one, line))
        else:
            log = (*case.head.print_log, line)
            change.case = replace(case, head=replace(case.head, print_log=log))


def _printed(referral: Referral, line: PrintLine) -> Referral:
    return replace(referral, print_log=(*referral.print_log, line))


def note_destroyed(desk: Desk, case_id: str, number: str, line: int, destroyed: bool) -> Case:
    """Remember whether the copies of one printing of a referral came back or were destroyed."""

    def told(referral: Referral) -> Referral:
        log = list(referral.print_log)
        log[line] = replace(log[line], destroyed=destroyed)
        return replace(referral, print_log=tuple(log))

    with load_for_change(desk, case_id, "paper.destroyed") as change:
        change.case = with_referral(change.case, number, told)
    return change.case
