from dataclasses import replace
from datetime import date, datetime

import pytest

from gbvcase.documents.discreet import is_discreet
from gbvcase.documents.envelope import envelope_label
from gbvcase.documents.letterhead import Letterhead
from gbvcase.documents.referral_form import referral_form
from gbvcase.domain.case import Case
from gbvcase.domain.codes import ConsentDecision, InfoItem, Sector
from gbvcase.domain.disclosure import Disclosed, disclose
from gbvcase.domain.fields import entry_named
from gbvcase.domain.marking import ENGLISH, Say, Speaker
from gbvcase.domain.people import Child
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral
from gbvcase.domain.speaking import speaker
from tests.builders import (
    NOW,
    TODAY,
    a_case,
    a_perpetrator,
    a_provider,
    a_referral,
    a_sharing_consent,
    an_incident,
)
from tests.documents.reading import file_data, pages_of, plain, text_of

NUMBER = "PC-2026-7K4MXR-P"
KINDS = {
    Sector.HEALTH: "commune_health",
    Sector.POLICE: "commune_police",
    Sector.SHELTER: "womens_union",
    Sector.LEGAL: "legal_aid_centre",
    Sector.CHILD_PROTECTION: "social_work_centre",
}
OFFICE = Letterhead(
    office="Phòng Mẫu xã Mẫu",
    upper_body="Ủy ban nhân dân xã Mẫu",
    symbol="PM",
    place="Xã Mẫu",
    phone="0269 3868 000",
    power="TL. CHỦ TỊCH",
    title="TRƯỞNG PHÒNG",
    head="Đinh Văn Mẫu",
)
LONGEST = " ".join(["Nguyễn Thị Ƀlơ\u0306"] * 20)[:300]
VIETNAMESE = speaker("vi")
SECRETS = {
    "account": "Lời kể riêng mẫu",
    "perpetrator": "Nguyễn Văn Thử",
    "injury": "Vết thương mẫu",
    "child": "2017",
    "id": "064190000001",
}
# section 26 of the dictionary: who may receive what, besides the base
RECEIVED = {
    Sector.HEALTH: {"injury"},
    Sector.POLICE: {"perpetrator", "child", "id"},
    Sector.SHELTER: {"child"},
    Sector.LEGAL: {"perpetrator", "id"},
    Sector.CHILD_PROTECTION: {"child", "id"},
}
ABOUT_VIOLENCE = ("violence", "bạo lực", "bạo hành", "xâm hại", "abuse", "rape", "assault")


def _case(sector: Sector, **consent: object) -> Case:
    return a_case(
        consents=(a_sharing_consent(sector, id="consent-1", **consent),),
        incidents=(
            an_incident(account=SECRETS["account"], alleged_perpetrators=(a_perpetrator(),)),
        ),
        full_name="Rơ Châm H'Blơ\u0306",
        client_code="GL-2026-SECRET-X",
        personal_id_no=SECRETS["id"],
        children=(Child(birth_year=2017),),
    )


def _disclosed(
    sector: Sector, case: Case | None = None, **referral: object
) -> tuple[Disclosed, ServiceProvider]:
    known = {"referral_no": NUMBER, "consent": "consent-1", "feedback_due": NOW} | referral
    made = a_referral(sector, **known)
    provider = a_provider(KINDS[sector], sectors=frozenset({sector}))
    case = replace(case or _case(sector), referrals=(made,))
    return disclose(case, made, TODAY, provider), provider


def _form(sector: Sector, say: Say = ENGLISH, **more: object) -> bytes:
    return referral_form(*_disclosed(sector), OFFICE, TODAY, say, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("say", [ENGLISH, VIETNAMESE], ids=["en", "vi"])
@pytest.mark.parametrize("sector", KINDS)
def test_a_form_holds_what_its_agency_may_receive_and_no_more(sector: Sector, say: Say) -> None:
    paper = _form(sector, say)
    text = text_of(paper)
    for name, value in SECRETS.items():
        assert (value in text) == (name in RECEIVED[sector]), name
    assert plain("Rơ Châm H'Blơ\u0306") in text
    assert "1990" in text
    assert "08/03/1990" not in text
    assert NUMBER in text
    assert "GL-2026-SECRET-X" not in text
    assert b"GL-2026" not in paper


@pytest.mark.parametrize("sector", KINDS)
def test_what_the_survivor_did_not_agree_to_is_not_on_the_form(sector: Sector) -> None:
    only_contact = _case(sector, items_allowed=frozenset({InfoItem.CONTACT}))
    disclosed, provider = _disclosed(sector, only_contact)
    text = text_of(referral_form(disclosed, provider, OFFICE, TODAY, ENGLISH))
    assert plain("Rơ Châm H'Blơ\u0306") not in text
    assert "1990" not in text
    assert not [value for value in SECRETS.values() if value in text]
    assert "9-10 giờ" in text


@pytest.mark.parametrize("say", [ENGLISH, VIETNAMESE], ids=["en", "vi"])
@pytest.mark.parametrize("sector", KINDS)
def test_head_title_slip_and_envelope_do_not_say_what_it_is_about(sector: Sector, say: Say) -> None:
    paper = _form(sector, say)
    pages = pages_of(paper)
    above = pages[0][: pages[0].index(f"I. {say('What we ask you for')}")]
    slip = pages[-1][pages[-1].index(say("Reply slip").upper()) :]
    label = text_of(envelope_label(NUMBER, OFFICE, TODAY, say, provider=a_provider()))
    title = file_data(paper)["/Title"]
    for text in (above, slip, label, title):
        for word in ABOUT_VIOLENCE:
            assert word not in text.lower()
    assert OFFICE.office not in label
    assert plain("Rơ Châm H'Blơ\u0306") not in above + slip + label + title


def test_the_paper_names_the_reason_without_the_advice_that_the_screen_gives() -> None:
    first = pages_of(_form(Sector.HEALTH, VIETNAMESE))[0]
    about = entry_named(Referral, "reason_short").about.label
    assert plain(VIETNAMESE("Reason")) in first
    assert plain(VIETNAMESE(about)) not in " ".join(first.split())


def test_the_slip_repeats_the_number_and_says_where_to_send_it() -> None:
    last = pages_of(_form(Sector.POLICE))[-1]
    slip = last[last.index("REPLY SLIP") :]
    for words in (NUMBER, "Seen", "Taken on", "Declined", "Support completed", OFFICE.phone):
        assert words in slip


def test_an_office_whose_name_says_what_it_does_is_not_named_on_slip_and_envelope() -> None:
    name = "Phòng Tư vấn về Bạo lực gia đình"
    office = replace(OFFICE, office=name, address="Số 0 đường Mẫu")
    disclosed, provider = _disclosed(Sector.POLICE)
    last = pages_of(referral_form(disclosed, provider, office, TODAY, VIETNAMESE))[-1]
    slip = last[last.index("PHIẾU PHẢN HỒI") :]
    assert name not in slip
    assert "Xin gửi lại: Số 0 đường Mẫu, điện thoại 0269 3868 000." in slip
    nowhere = replace(office, address="", phone="")
    last = pages_of(referral_form(disclosed, provider, nowhere, TODAY, VIETNAMESE))[-1]
    assert "Xin gửi lại: cơ quan đã gửi phiếu." in last
    label = text_of(
        envelope_label(
            NUMBER,
            OFFICE,
            TODAY,
            VIETNAMESE,
            provider=a_provider(name="Nhà tạm lánh Mẫu", address="Số 1 đường Mẫu"),
        )
    )
    assert "tạm lánh" not in label
    assert "Số 1 đường Mẫu" in label


@pytest.mark.parametrize(
    ("name", "is_so"),
    [
        ("Trạm Y tế xã Mẫu", True),
        ("Trung tâm Công tác xã hội", True),
        ("Vườn Nho (Grape) xã Mẫu", True),
        ("NHÀ TẠM LÁNH", False),
        ("phòng, chống bạo-lực", False),
        ("Shelter of the Union", False),
    ],
)
def test_a_name_tells_a_stranger_or_does_not(name: str, is_so: bool) -> None:
    assert is_discreet(name) == is_so


def test_the_first_page_says_how_to_reach_us() -> None:
    office = replace(OFFICE, address="Số 0 đường Mẫu")
    first, *rest = pages_of(referral_form(*_disclosed(Sector.POLICE), office, TODAY, ENGLISH))
    assert "Số 0 đường Mẫu, phone 0269 3868 000" in first
    assert rest
    alone = pages_of(_form(Sector.POLICE))[0]
    assert "Phone 0269 3868 000" in alone


@pytest.mark.parametrize("lines", range(0, 60, 3))
def test_a_signature_is_never_parted_from_the_words_above_it(lines: int) -> None:
    disclosed, provider = _disclosed(Sector.HEALTH, reason_short="a\n" * lines + "b")
    pages = pages_of(referral_form(disclosed, provider, OFFICE, TODAY, ENGLISH))
    with_title = [n for n, page in enumerate(pages) if "PERSON IN CHARGE" in page]
    with_name = [n for n, page in enumerate(pages) if "Đinh Văn Mẫu" in page]
    with_words = [n for n, page in enumerate(pages) if "return or destroy it." in page]
    assert with_title == with_name == with_words
    assert len(with_title) == 1
    assert "REPLY SLIP" in pages[-1]


@pytest.mark.parametrize("say", [ENGLISH, VIETNAMESE], ids=["en", "vi"])
def test_the_longest_answers_have_room(say: Say) -> None:
    account = "Dòng kể mẫu. " * 900
    case = _case(Sector.POLICE)
    case = replace(
        case,
        client=replace(case.client, full_name=LONGEST, contact_code_word=LONGEST),
        incidents=(an_incident(account=account, injury_detail=account),),
    )
    line = disclose(
        replace(case, referrals=(a_referral(Sector.POLICE, consent="consent-1"),)),
        a_referral(Sector.POLICE, consent="consent-1"),
        TODAY,
    )
    chosen = line.lines | frozenset(line.withheld)
    disclosed, provider = _disclosed(Sector.POLICE, case, disclosure=chosen)
    office = replace(OFFICE, office=LONGEST, upper_body=LONGEST, head=LONGEST)
    text = text_of(referral_form(disclosed, provider, office, TODAY, say))
    assert text.count("Dòng kể mẫu.") == 900
    assert plain(LONGEST) in text


def test_a_name_of_many_lines_finds_its_place() -> None:
    lines = "\n".join("tên" for _ in range(75))
    case = _case(Sector.POLICE)
    client = replace(case.client, full_name=lines, contact_hours=lines, contact_code_word=lines)
    disclosed, provider = _disclosed(
        Sector.POLICE, replace(case, client=client), focal_person=lines, reason_short=lines
    )
    provider = replace(provider, name=lines, address=lines)
    pages = pages_of(referral_form(disclosed, provider, OFFICE, TODAY, ENGLISH))
    assert sum(page.count("tên") for page in pages) == 6 * 75
    (label,) = pages_of(
        envelope_label(NUMBER, OFFICE, TODAY, ENGLISH, provider=provider, focal_person=lines)
    )
    assert label.count("tên") == 3 * 75


def test_the_same_referral_prints_the_same_bytes() -> None:
    assert _form(Sector.POLICE) == _form(Sector.POLICE)


def test_an_official_form_names_the_state_and_leaves_the_number_to_the_register() -> None:
    page = pages_of(_form(Sector.HEALTH, VIETNAMESE))[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page
    assert "Độc lập - Tự do - Hạnh phúc" in page
    assert "/PC-PM" in page
    assert "Xã Mẫu, ngày 15 tháng 9 năm 2025" in page
    plain_one = referral_form(*_disclosed(Sector.HEALTH), OFFICE.without_state(), TODAY, VIETNAMESE)
    assert "CỘNG HÒA" not in text_of(plain_one)


def test_what_is_not_sent_is_said_only_if_the_worker_wants_it() -> None:
    assert "Not sent:" not in text_of(_form(Sector.HEALTH))
    assert "Not sent:" in text_of(_form(Sector.HEALTH, with_withheld=True))


def test_an_empty_line_says_that_it_was_not_provided() -> None:
    case = _case(Sector.POLICE)
    case = replace(case, client=replace(case.client, personal_id_no=None))
    disclosed, provider = _disclosed(Sector.POLICE, case)
    assert "Personal ID number Not provided" in text_of(
        referral_form(disclosed, provider, OFFICE, TODAY, ENGLISH)
    )


def test_a_form_speaks_one_language() -> None:
    marked: list[str] = []

    def shout(text: str) -> str:
        marked.append(text)
        return text if "{" in text else text.upper()

    text = text_of(referral_form(*_disclosed(Sector.POLICE), OFFICE, TODAY, Speaker("en", shout)))
    assert len(marked) > 30
    for words in marked:
        if words.upper() != words and len(words) > 8 and "{" not in words:
            assert words not in text, words


def test_nothing_of_a_refused_consent_is_printed() -> None:
    refused = _case(Sector.POLICE, decision=ConsentDecision.REFUSED)
    with pytest.raises(Exception, match="ConsentMissing"):
        _disclosed(Sector.POLICE, refused)


def test_moments_are_those_of_the_country() -> None:
    assert datetime(2025, 9, 15, 9, 0).strftime("%d/%m/%Y %H:%M") in text_of(  # noqa: DTZ001
        _form(Sector.POLICE)
    )
    assert date(2025, 9, 15) == TODAY
