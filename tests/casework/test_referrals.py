"""The way of a referral: from a draft to its answer, with the consent looked at at each step."""

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from gbvcase.casework.cases import amend, load, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import (
    Purpose,
    envelope_paper,
    intake_paper,
    locked_copy,
    note_destroyed,
    note_print,
    referral_paper,
    referral_paper_by_number,
)
from gbvcase.casework.providers import providers, save_provider
from gbvcase.casework.referrals import (
    NoSuchReferral,
    add_referral,
    disclosed,
    find_referral,
    hand_over,
    make_ready,
    move_referral,
    record_feedback,
)
from gbvcase.casework.samples import made_up_providers
from gbvcase.domain.agreement import ConsentMissing
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ConsentPurpose, PaperKind, ReferralStatus, Sector
from gbvcase.domain.errors import Refused
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.speaking import speaker
from gbvcase.domain.stepping import NotAllowed
from tests.builders import a_case, a_sharing_consent


def _document(desk: Desk, sector: str = "health") -> dict[str, Any]:
    return {
        "direction": "out",
        "sector": sector,
        "provider": providers(desk, Sector.of(sector))[0].id,
        "service_requested": ["treatment"],
        "urgency": "normal",
        "reason_short": "Đề nghị khám (mẫu).",
    }


@pytest.fixture
def case(desk: Desk) -> Case:
    for provider in made_up_providers():
        save_provider(desk, provider)
    made = a_case()
    consents = tuple(c for c in made.consents if c.purpose is not ConsentPurpose.REFERRAL)
    sharing = replace(a_sharing_consent(), recipient_sector=Sector.HEALTH, recipient_provider=None)
    return new_case(desk, made.client, made.intake, (*consents, sharing), made.incidents)


def _words(pdf: bytes, password: str | None = None) -> str:
    with pypdfium2.PdfDocument(pdf, password=password) as paper:
        return "\n".join(page.get_textpage().get_text_bounded() for page in paper)


def test_a_referral_goes_from_draft_to_its_answer(desk: Desk, case: Case) -> None:
    case_id = case.head.id
    number = str(add_referral(desk, case_id, _document(desk)).referral_no)
    assert make_ready(desk, case_id, number).status is ReferralStatus.READY
    sent = hand_over(desk, case_id, number, how="worker_delivers")
    assert (sent.status, sent.sent_at) == (ReferralStatus.SENT, desk.now())
    assert sent.feedback_due is not None
    move_referral(desk, case_id, number, ReferralStatus.ACKNOWLEDGED)
    move_referral(desk, case_id, number, ReferralStatus.IN_SERVICE)
    answered = record_feedback(desk, case_id, number, {"source": "slip", "result": "received_full"})
    assert len(answered.feedback) == 1
    done = move_referral(desk, case_id, number, ReferralStatus.COMPLETED, outcome="received_full")
    assert done.status is ReferralStatus.COMPLETED
    with pytest.raises(NotAllowed):
        move_referral(desk, case_id, number, ReferralStatus.SENT)


def test_nobody_is_told_without_a_consent_for_that_agency(desk: Desk, case: Case) -> None:
    number = str(add_referral(desk, case.head.id, _document(desk, "police")).referral_no)
    with pytest.raises(ConsentMissing):
        make_ready(desk, case.head.id, number)
    with pytest.raises(ConsentMissing):
        referral_paper(desk, case.head.id, number, ENGLISH)


def test_a_consent_withdrawn_meanwhile_stops_the_hand_over(desk: Desk, case: Case) -> None:
    number = str(add_referral(desk, case.head.id, _document(desk)).referral_no)
    make_ready(desk, case.head.id, number)
    position = len(case.consents) - 1
    withdrawn = replace(case.consents[position], withdrawn_at=desk.now())
    amend(desk, case.head.id, "consents", withdrawn, position)
    with pytest.raises((ConsentMissing, NotAllowed)):
        hand_over(desk, case.head.id, number, how="worker_delivers")
    assert load(desk, case.head.id).referrals[0].status is ReferralStatus.CANCELLED


def test_the_form_says_the_name_and_neither_the_code_nor_the_account(
    desk: Desk, case: Case
) -> None:
    number = str(add_referral(desk, case.head.id, _document(desk)).referral_no)
    make_ready(desk, case.head.id, number)
    words = _words(referral_paper_by_number(desk, number, speaker("vi")))
    assert str(case.client.full_name) in words
    assert number in words
    assert str(case.head.code) not in words
    assert str(case.incidents[0].account) not in words
    told = disclosed(desk, case.head.id, number)
    assert told.sections


def test_each_print_is_remembered_with_its_purpose(desk: Desk, case: Case) -> None:
    number = str(add_referral(desk, case.head.id, _document(desk)).referral_no)
    make_ready(desk, case.head.id, number)
    referral_paper_by_number(desk, number, speaker("vi"))
    note_print(desk, case.head.id, Purpose.FOR_THE_FILE, number=number, copies=2)
    note_print(desk, case.head.id, Purpose.FOR_THE_PERSON, paper=PaperKind.CONSENT_FORM)
    found, referral = find_referral(desk, number)
    assert [line.copies for line in referral.print_log] == [1, 2]
    (of_case,) = found.head.print_log
    assert (of_case.paper, of_case.purpose) == (PaperKind.CONSENT_FORM, Purpose.FOR_THE_PERSON)
    with desk.vault.begin() as db:
        entries = "\n".join(db.exec_driver_sql("SELECT entry FROM journal").scalars())
    assert Purpose.FOR_THE_FILE.value in entries
    assert Purpose.FOR_THE_PERSON.value in entries


def test_copies_that_came_back_are_remembered(desk: Desk, case: Case) -> None:
    number = str(add_referral(desk, case.head.id, _document(desk)).referral_no)
    for _ in range(2):
        note_print(desk, case.head.id, Purpose.FOR_THE_RECEIVER, number=number)
    note_destroyed(desk, case.head.id, number, 1, True)
    _, referral = find_referral(desk, number)
    assert [line.destroyed for line in referral.print_log] == [None, True]


def test_a_saved_paper_opens_with_its_password_only(desk: Desk) -> None:
    pdf, password = locked_copy(intake_paper(desk, speaker("vi")))
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(pdf)
    assert _words(pdf, password)


def test_the_envelope_tells_neither_our_office_nor_our_work(desk: Desk, case: Case) -> None:
    number = str(add_referral(desk, case.head.id, _document(desk)).referral_no)
    words = _words(envelope_paper(desk, case.head.id, number, speaker("vi")))
    assert desk.profile.office not in words
    assert "bạo lực" not in words.lower()


def test_a_number_that_nobody_has_and_a_document_that_cannot_be_read(
    desk: Desk, case: Case
) -> None:
    with pytest.raises(NoSuchReferral):
        find_referral(desk, "PC-2025-AAAAAA-A")
    with pytest.raises(Refused) as refused:
        add_referral(desk, case.head.id, {"urgency": "soon"})
    assert refused.value.where == "urgency"
    assert load(desk, case.head.id).referrals == ()
