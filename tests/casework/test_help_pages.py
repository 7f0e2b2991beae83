"""Help is whole in both languages, one screen each, and found by words without accents."""

import re

import pytest

from gbvcase.casework.help_pages import Kind, find_help, help_names, help_page, help_pages
from gbvcase.resources import resource

ONE_SCREEN = 245  # words that stand on 1366 x 768 without much scrolling
FORBIDDEN = ("nạn nhân", "đối tượng")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_there_has_a_title_and_fits_one_screen(language: str) -> None:
    for page in help_pages(language):
        assert page.title and page.blocks, page.name
        assert len(page.words.split()) <= ONE_SCREEN, page.name
        assert not any(one.text.startswith(("#", "-", "*")) for one in page.blocks), page.name


def test_no_page_lies_about_that_is_not_in_the_contents() -> None:
    for language in ("vi", "en"):
        there = {path.stem for path in resource(f"help/{language}").glob("*.md")}
        assert there == set(help_names())


@pytest.mark.parametrize("name", help_names())
def test_both_languages_say_the_same_in_the_same_order(name: str) -> None:
    shape = [
        [(one.kind, one.number) for one in help_page(name, language).blocks]
        for language in ("vi", "en")
    ]
    assert shape[0] == shape[1]


def test_steps_are_numbered_and_points_are_not() -> None:
    blocks = help_page("start", "en").blocks
    assert [one.number for one in blocks if one.kind is Kind.STEP] == [1, 2, 3, 4]
    assert {one.number for one in blocks if one.kind is Kind.POINT} == {0}


def test_help_is_found_without_accents_and_titles_come_first() -> None:
    assert find_help("mat khau quen", "vi")[0].name == "password"
    assert find_help("an nhanh", "vi")[0].name == "hide"
    assert find_help("recovery sheet", "en")
    assert find_help("qwertyuiop", "en") == ()
    assert find_help("  ", "en") == help_pages("en")


def test_the_help_speaks_of_people_as_the_program_does_and_does_not_shout() -> None:
    for page in help_pages("vi"):
        assert not any(word in page.words.lower() for word in FORBIDDEN), page.name
        assert "!" not in page.words, page.name


def test_what_is_not_promised_is_said() -> None:
    """security.md section 1: said in the help."""
    words = help_page("promise", "en").words
    for matter in ("key loggers", "administrator", "hide that there is a cabinet", "solid-state"):
        assert matter in words
    assert "receiver has read" in words


def test_no_number_to_call_is_written_into_a_page() -> None:
    for language in ("vi", "en"):
        for page in help_pages(language):
            assert not re.search(r"\b(?:11[1-5]|1[89]00)\b", page.words), page.name
