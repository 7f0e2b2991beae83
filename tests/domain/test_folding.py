import random
from pathlib import Path
from unicodedata import normalize

import pytest

from gbvcase.domain.folding import folded, same_text, sort_key, text_key

# ordered by ICU 72 (locale vi), first by the last word, then by the whole name
IN_ORDER = (Path(__file__).parent / "names_in_order.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Đỗ Thị Mẫu", "do thi mau"),
        ("Ðỗ Thị Mẫu", "do thi mau"),  # the Icelandic letter
        ("Rơ Châm H'Bŭp", "ro cham hbup"),
        ("rơ  châm h\u2019bŭp ", "ro cham hbup"),
        ("H\u02bcƀlơ\u0306", "hblo"),
        ("ＨＯÀ", "hoa"),
        ("Thuỷ", "thuy"),
        ("", ""),
    ],
)
def test_folding_drops_case_marks_and_apostrophes(typed: str, found: str) -> None:
    assert folded(typed) == found
    assert folded(normalize("NFD", typed)) == found


def test_folding_twice_changes_nothing() -> None:
    for name in IN_ORDER:
        assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("Thuỷ", "thủy"), ("uý", "úy"), ("H\u2019Lan", "H'Lan"), ("Ðỗ", "Đỗ")],
)
def test_spellings_of_two_keyboards_are_the_same_text(one: str, other: str) -> None:
    assert same_text(one, other)
    assert same_text(normalize("NFD", one), other)


@pytest.mark.parametrize(("one", "other"), [("Ia Băng", "Ia Bang"), ("An", "Ân"), ("Đỗ", "Do")])
def test_other_letters_are_another_text(one: str, other: str) -> None:
    assert not same_text(one, other)


def test_names_stand_in_the_order_that_icu_gives_them() -> None:
    shuffled = list(IN_ORDER)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - nothing secret
    assert sorted(shuffled, key=sort_key) == IN_ORDER


def test_the_order_does_not_depend_on_how_letters_are_composed() -> None:
    for name in IN_ORDER:
        assert sort_key(normalize("NFD", name)) == sort_key(name)


def test_letters_decide_before_tones_and_tones_before_case() -> None:
    wanted = ["10", "2", "Á", "Dung", "Dũng", "Đức", "lan", "Lan", "Lạn", "Lân", "Lận"]
    wanted += ["Long", "Lộc", "Ô", "Ơ"]
    assert sorted(set(wanted), key=text_key) == wanted


def test_a_nameless_person_comes_first() -> None:
    assert sort_key("  ") == b"" < sort_key("A")
