from datetime import datetime

import pytest

from gbvcase.documents.consent_form import (
    DECISIONS,
    EXPLAINED,
    GIVERS,
    ITEMS,
    STATEMENTS,
    consent_form,
)
from gbvcase.documents.letterhead import Letterhead
from gbvcase.domain.codes import (
    ConsentDecision,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    InfoItem,
    PointExplained,
    Sector,
    YesNo,
)
from gbvcase.domain.dates import VIETNAM
from gbvcase.domain.marking import ENGLISH, Say
from gbvcase.domain.speaking import speaker
from tests.builders import TODAY, a_consent, a_sharing_consent
from tests.documents.reading import pages_of, plain, text_of

OFFICE = Letterhead(office="Phòng Mẫu", place="Xã Mẫu")
LANGUAGES = pytest.mark.parametrize("say", [ENGLISH, speaker("vi")], ids=["en", "vi"])


def test_every_purpose_point_and_item_has_words_that_can_be_read_aloud() -> None:
    assert set(STATEMENTS) == set(ConsentPurpose)
    assert set(DECISIONS) == set(ConsentDecision)
    assert set(EXPLAINED) == set(PointExplained)
    assert set(ITEMS) == set(InfoItem)
    assert set(GIVERS) == set(ConsentGiver) - {ConsentGiver.NONE_EXCEPTION}


@LANGUAGES
def test_an_empty_form_asks_for_every_purpose_and_waits_for_a_pen(say: Say) -> None:
    text = text_of(consent_form(OFFICE, TODAY, say))
    for words in (*EXPLAINED.values(), *ITEMS.values(), *GIVERS.values()):
        assert plain(say(words)) in text
    assert say("chosen") not in text
    assert say("For a child from 7 years on") in text


@LANGUAGES
def test_a_form_of_a_persons_own_does_not_look_official_or_name_the_matter(say: Say) -> None:
    consent = a_sharing_consent(Sector.POLICE)
    for paper in (
        consent_form(OFFICE, TODAY, say),
        consent_form(OFFICE, TODAY, say, consent=consent, name="Trần Thị Mẫu"),
    ):
        text = text_of(paper).lower()
        for word in ("cộng hòa", "violence", "bạo lực", "survivor", "perpetrator", "xâm hại"):
            assert word not in text


def test_a_filled_form_says_which_boxes_are_ticked() -> None:
    consent = a_sharing_consent(
        Sector.HEALTH,
        items_allowed=frozenset({InfoItem.CONTACT}),
        form=ConsentForm.VERBAL_WITNESSED,
        witness="Nguyễn Thị Chứng",
        limits="Không gọi <b>về nhà</b>.",
    )
    paper = consent_form(
        OFFICE, TODAY, ENGLISH, consent=consent, name="Trần Thị Mẫu", recipient="Trạm Y tế Mẫu"
    )
    text = text_of(paper)
    assert "(chosen) How to reach me, where I live" in text
    assert "(not chosen) My health" in text
    assert "(chosen) Verbal with witness" in text
    assert "Trạm Y tế Mẫu" in text
    assert "Không gọi <b>về nhà</b>." in text
    assert "Nguyễn Thị Chứng" in text
    assert "pictures or recordings" not in text  # another purpose
    assert paper == consent_form(
        OFFICE, TODAY, ENGLISH, consent=consent, name="Trần Thị Mẫu", recipient="Trạm Y tế Mẫu"
    )


@pytest.mark.parametrize(
    ("age", "asked"), [(6, False), (7, True), (17, True), (18, False), (40, False)]
)
def test_a_child_from_seven_years_on_is_asked_too(age: int, asked: bool) -> None:
    consent = a_consent(child_assent=YesNo.YES if asked else None)
    text = text_of(consent_form(OFFICE, TODAY, ENGLISH, consent=consent, age=age))
    assert ("For a child from 7 years on" in text) == asked
    assert ("(chosen) I agree" in text) == asked


def test_a_withdrawn_consent_says_so() -> None:
    consent = a_consent(withdrawn_at=datetime(2025, 9, 12, 8, 0, tzinfo=VIETNAM))
    text = text_of(consent_form(OFFICE, TODAY, ENGLISH, consent=consent))
    assert "Taken back on 12/09/2025 08:00." in text


def test_the_signatures_stand_on_one_page() -> None:
    for lines in range(0, 30, 3):
        consent = a_consent(limits="a\n" * lines + "b")
        pages = pages_of(consent_form(OFFICE, TODAY, ENGLISH, consent=consent))
        (page,) = [page for page in pages if "WHO AGREES" in page]
        assert "WHO EXPLAINED IT" in page
        assert "I have a copy" in page
        assert page.count("Date:") == 2


def test_a_witness_of_many_lines_signs_on_one_page() -> None:
    lines = "\n".join("tên" for _ in range(100))
    consent = a_consent(form=ConsentForm.VERBAL_WITNESSED, witness=lines)
    pages = pages_of(consent_form(OFFICE, TODAY, ENGLISH, consent=consent, name=lines))
    (page,) = [page for page in pages if "WHO EXPLAINED IT" in page]
    assert page.count("tên") == 100
