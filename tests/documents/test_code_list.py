import pytest

from gbvcase.documents.code_list import code_list
from gbvcase.domain.marking import ENGLISH, Say
from gbvcase.domain.speaking import speaker
from tests.builders import TODAY
from tests.documents.reading import file_data, pages_of, text_of

WIDEST = "GL-2026-WMWMWM-W"


@pytest.mark.parametrize("say", [ENGLISH, speaker("vi")], ids=["en", "vi"])
@pytest.mark.parametrize("number", [0, 1, 2, 7, 120])
def test_every_code_stands_whole_on_the_list_in_its_order(number: int, say: Say) -> None:
    codes = [f"GL-2026-WMW{n:03}-W" for n in range(number)]
    read = text_of(code_list(codes, TODAY, say))
    places = [read.index(code) for code in codes]
    assert places == sorted(places)
    assert f"{number}" in read


def test_a_list_says_nothing_but_codes_a_day_and_a_number() -> None:
    (page,) = pages_of(code_list([WIDEST], TODAY, ENGLISH))
    for known in ("List of codes", "15/09/2025, 1 codes", WIDEST, "Page 1/1"):
        assert known in page
        page = page.replace(known, "")
    assert page.split() == ["1"]


def test_the_same_list_is_the_same_bytes_and_its_file_names_nobody() -> None:
    made = code_list([WIDEST], TODAY, ENGLISH)
    assert made == code_list([WIDEST], TODAY, ENGLISH)
    assert file_data(made)["/Author"] == ""


def test_practice_is_said_on_every_page() -> None:
    pages = pages_of(code_list([WIDEST] * 120, TODAY, ENGLISH, stamp="PRACTICE DATA"))
    assert len(pages) > 1
    assert all("PRACTICE DATA" in page for page in pages)
