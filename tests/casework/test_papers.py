"""Papers of a desk: what the office told of itself stands on them, and nobody real does."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from gbvcase.casework.cases import new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.papers import consent_paper, copies_of, letterhead_of, referral_paper
from gbvcase.casework.providers import providers, save_provider
from gbvcase.casework.referrals import add_referral, amend_referral
from gbvcase.casework.samples import STORY, made_up_providers
from gbvcase.casework.upkeep import amend_profile
from gbvcase.domain.codes import Sector, rows_of
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.numbers import phone_digits
from gbvcase.domain.speaking import speaker
from tests.builders import TODAY, a_case, a_sharing_consent
from tests.documents.reading import pages_of, text_of


def test_what_the_office_told_of_itself_stands_at_the_head_and_the_end_of_its_papers(
    desk: Desk,
) -> None:
    told = replace(
        desk.profile,
        upper_body="Ủy ban nhân dân xã Mẫu",
        address="Số 0 đường Mẫu",
        phone="0269 000 0000",
        symbol="VPM",
        power="KT. TRƯỞNG PHÒNG",
        title="Phó trưởng phòng",
        head="Đinh Văn Mẫu",
        names_state=False,
    )
    letterhead = letterhead_of(amend_profile(desk, told).profile)
    for name in ("office", "upper_body", "address", "phone", "symbol", "power", "title", "head"):
        assert getattr(letterhead, name) == getattr(told, name)
    assert letterhead.place == "An Phú"
    assert not letterhead.state


@pytest.mark.parametrize(
    ("province", "commune", "place"),
    [
        ("52", None, "Gia Lai"),
        ("52", "23764", "Ia Grai"),
        ("79", None, "Thành phố Hồ Chí Minh"),
        ("01", None, "Hà Nội"),
        ("00", None, ""),
    ],
)
def test_a_paper_dates_itself_at_the_bare_name_of_its_place(
    desk: Desk, province: str, commune: str | None, place: str
) -> None:
    profile = replace(desk.profile, province=province, commune=commune)
    assert letterhead_of(profile).place == place


def test_a_form_that_could_not_be_handed_over_yet_says_that_it_is_a_draft(desk: Desk) -> None:
    for provider in made_up_providers():
        save_provider(desk, provider)
    sharing = a_sharing_consent(Sector.HEALTH)
    made = a_case()
    case = new_case(desk, made.client, made.intake, (*made.consents, sharing), made.incidents)
    document = {
        "direction": "out",
        "sector": "health",
        "provider": providers(desk, Sector.HEALTH)[0].id,
        "service_requested": ["treatment"],
        "urgency": "normal",
    }
    vietnamese = speaker("vi")
    referral = add_referral(desk, case.head.id, document)
    number = str(referral.referral_no)
    assert "BẢN NHÁP" in text_of(referral_paper(desk, case.head.id, number, vietnamese))
    told = replace(referral, reason_short="Đề nghị khám (mẫu).")
    amend_referral(desk, case.head.id, number, told)
    assert "BẢN NHÁP" not in text_of(referral_paper(desk, case.head.id, number, vietnamese))


def test_a_paper_is_printed_as_often_as_wished_and_each_copy_says_which_it_is(desk: Desk) -> None:
    paper = consent_paper(desk, ENGLISH)
    pages = pages_of(copies_of(paper, 2, ENGLISH))
    assert len(pages) == 2 * len(pages_of(paper))
    assert "Copy 2/2" in pages[-1]


def test_no_made_up_telephone_can_be_that_of_anybody() -> None:
    given_out = tuple(row["prefix"] for row in rows_of("phone-prefixes.csv"))
    phones = [made.document["client"].get("phone_safe") for made in made_up_cases(60, 5, TODAY)]
    story = STORY["client"]
    assert isinstance(story, dict)
    digits = [phone_digits(phone) for phone in (*phones, story["phone_safe"]) if phone]
    assert len(digits) > 10
    for number in digits:
        assert len(number) == 10
        assert not number.startswith(given_out)


def test_what_sets_a_paper_is_loaded_by_the_first_paper_and_not_by_sitting_down() -> None:
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, gbvcase.ui.workplace, gbvcase.ui.case_page, gbvcase.casework.papers\n"
            "print(*{name.partition('.')[0] for name in sys.modules})",
        ],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert "sqlalchemy" in loaded
    assert not {"reportlab", "uharfbuzz", "PIL", "pikepdf", "pypdfium2", "segno"} & set(loaded)
