"""Papers of a desk: what the office told of itself stands on them, and nobody real does."""

import os
import subprocess
import sys
from dataclasses import replace

from gbvcase.casework.desk import Desk
from gbvcase.casework.made_up import made_up_cases
from gbvcase.casework.papers import consent_paper, copies_of, letterhead_of
from gbvcase.casework.samples import STORY
from gbvcase.casework.upkeep import amend_profile
from gbvcase.domain.codes import rows_of
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.numbers import phone_digits
from tests.builders import TODAY
from tests.documents.reading import pages_of


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
    assert letterhead.place
    assert not letterhead.state


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
