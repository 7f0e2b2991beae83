from collections.abc import Sequence
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.platypus import Flowable

from gbvcase.documents.copies import in_copies
from gbvcase.documents.page import TEXT, TITLE, Sheet, cleaned, print_pdf, text
from gbvcase.documents.rows import answers
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.speaking import speaker
from tests.documents.reading import file_data, pages_of, plain, text_of, used_fonts

DAY = date(2026, 3, 5)
NAMES = (
    "Trần Thị Mẫu",
    "Rơ Châm H'Bŭp",
    "Ksor H'Blơ\u0306",
    "H'ƀlơ\u0306 Ƀư\u0306 Ô\u0306",
    "Ằ Ẵ Ỡ Ự ỹ Đ đ Ẳ ẵ Ặ ẫ Ễ ệ",
    "Y Čil Ñam Ĭ Ŏ ŏ ĕ",
    "office affine fjord ffi",
    'H\u2019Lan & Cộng sự <b>A</b> "B"',
    "x\u00a0y … “trích” \u2013 5 °C € ₫",
)


def _paper(value: str, **sheet: object) -> bytes:
    def story() -> Sequence[Flowable]:
        return [text(value, TEXT), text(value, TITLE)]

    return print_pdf(Sheet(title="Phiếu", day=DAY, **sheet), story, ENGLISH)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_copied_text_is_what_was_typed(name: str, form: str) -> None:
    wanted = plain(name)
    assert text_of(_paper(normalize(form, name))).count(wanted) == 2  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from("aăâbcdđeêơưộữẵ ỹĐÔH'<>&\"/;{}%$#\\“”ŭ"), min_size=1, max_size=40))
def test_any_text_of_our_letters_is_shown_as_it_is(value: str) -> None:
    wanted = plain(value)
    assert wanted in text_of(_paper(value))


@pytest.mark.parametrize(
    "value",
    [
        "<b>đậm</b>",
        '<img src="/etc/hostname" width="10" height="10"/>',
        '<a href="http://example.org">x</a>',
        "<para>&lt;&amp;</para>",
        "]]> <!-- x -->",
        "<font name='Nope'>",
    ],
)
def test_mark_up_that_a_person_typed_is_only_letters(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _paper("warm")

    def refuse(*args: object, **more: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr("reportlab.lib.utils.open_for_read", refuse)
    paper = _paper(value)
    assert plain(value) in text_of(paper)
    assert b"/Subtype /Image" not in paper
    assert b"/URI" not in paper


def test_letters_without_shape_and_those_that_turn_a_line_are_left_out() -> None:
    assert cleaned("a\u202eb\u200b\x00c\td\ud800\ue000") == "abc d"
    assert cleaned("một\r\nhai\u2028ba") == "một\nhai\nba"


def test_marks_are_not_piled_up_over_the_other_lines() -> None:
    assert cleaned("Z" + "\u0316" * 250 + "a\u0316") == "Z" + "\u0316" * 4 + "a\u0316"
    assert cleaned("Ƀ\u0306 ơ\u0306 ê\u0323\u0306") == "Ƀ\u0306 ơ\u0306 ệ\u0306"
    assert "abc" in text_of(_paper("a\u202eb\u200b\x00c"))


def test_a_word_longer_than_a_page_is_broken_and_not_lost() -> None:
    def story() -> Sequence[Flowable]:
        return answers([("Nhãn", "ư" * 9000), ("Sau", "hết")], ENGLISH)

    pages = pages_of(print_pdf(Sheet(title="x", day=DAY), story, ENGLISH))
    assert len(pages) > 2
    assert "".join(pages).count("ư") == 9000
    assert "hết" in pages[-1]


def test_the_same_paper_is_the_same_bytes() -> None:
    for name in NAMES:
        assert _paper(name) == _paper(name)


def test_the_file_says_nothing_of_itself_but_a_title_and_the_day_of_the_form() -> None:
    said = {key: value for key, value in file_data(_paper("Trần Thị Mẫu")).items() if value}
    assert said.pop("/Title") == "Phiếu"
    assert said.pop("/CreationDate") == said.pop("/ModDate")
    assert file_data(_paper("x"))["/CreationDate"].startswith("D:20260305")
    assert said == {"/Trapped": "/False"}
    for word in (b"gbvcase", b"ReportLab", b"reportlab"):
        assert word not in _paper("x")


def test_all_letters_are_embedded() -> None:
    fonts = used_fonts(_paper(NAMES[3]))
    assert fonts
    assert all(fonts.values()), fonts


def test_only_a_value_that_needs_it_is_set_in_the_wider_font() -> None:
    assert "NotoSerif" in str(used_fonts(_paper("Ksor H'Blơ\u0306")))
    assert "NotoSerif" not in str(used_fonts(_paper("Rơ Châm H'Bŭp")))


def _long(**sheet: object) -> bytes:
    def story() -> Sequence[Flowable]:
        return [text("dòng\n" * 60)]

    return print_pdf(Sheet(title="x", day=DAY, **sheet), story, ENGLISH)  # type: ignore[arg-type]


def test_pages_are_numbered_and_an_official_one_at_its_top_too() -> None:
    pages = pages_of(_long(number="PC-2026-1", official=True))
    assert len(pages) == 2
    assert all("PC-2026-1" in page for page in pages)
    assert "Page 1/2" in pages[0]
    assert "2 PC-2026-1" in pages[1]  # the number in the top margin, read after the text
    assert "1 PC-2026-1" not in pages[0]


def test_copies_are_the_pages_that_were_looked_at_each_with_the_number_of_its_copy() -> None:
    paper = _long(number="PC-2026-1")
    twice = in_copies(paper, 2, ENGLISH)
    once, pages = pages_of(paper), pages_of(twice)
    assert pages == [
        page.replace(" Page", f" Copy {copy}/2 Page") for copy in (1, 2) for page in once
    ]
    assert in_copies(paper, 1, ENGLISH) is paper
    assert twice == in_copies(paper, 2, ENGLISH)
    assert file_data(twice) == file_data(paper)
    assert "Bản 3/3" in pages_of(in_copies(paper, 3, speaker("vi")))[5]


def test_how_to_reach_the_office_stands_at_the_foot_of_the_first_page_alone() -> None:
    lines = "Đường Mẫu " * 30
    pages = pages_of(_long(contact=f"{lines}hết"))
    assert plain(f"{lines}hết") in pages[0]
    assert "hết" not in pages[1]
    assert sum(page.count("dòng") for page in pages) == 60


def test_a_draft_says_so_across_every_page() -> None:
    assert "BẢN NHÁP" in text_of(_paper("x", stamp="BẢN NHÁP"))
