from itertools import pairwise

import pytest

from gbvcase.domain.codes import Sex
from gbvcase.domain.numbers import (
    check_character,
    citizen_number_warnings,
    draw_client_code,
    draw_referral_number,
    is_client_code,
    is_referral_number,
    masked,
    phone_digits,
    phone_shown,
    phone_warning,
    tidied_code,
)


def test_the_check_character_is_that_of_the_standard() -> None:
    assert check_character("A12425GABC1234002") == "M"  # the example of the GRid standard


def test_drawn_codes_are_right_and_hold_no_vowel() -> None:
    for _ in range(200):
        code, number = draw_client_code(2026), draw_referral_number(2026)
        assert is_client_code(code)
        assert is_referral_number(number)
        assert not is_client_code(number)
        assert not set("AEIOUY01") & set(code[8:])


def test_every_wrong_character_and_every_swap_of_neighbours_is_noticed() -> None:
    code = draw_client_code(2026)
    letters = "0123456789BCDFGHJKLMNPQRSTVWXZ"
    places = [place for place, c in enumerate(code) if c != "-"]
    for place in places:
        for letter in letters:
            if letter != code[place]:
                assert not is_client_code(code[:place] + letter + code[place + 1 :])
    swaps = [(a, b) for a, b in pairwise(places) if code[a] != code[b]]
    noticed = 0
    for a, b in swaps:
        wrong = list(code)
        wrong[a], wrong[b] = wrong[b], wrong[a]
        noticed += not is_client_code("".join(wrong))
    assert noticed == len(swaps)


def test_a_code_is_tidied_as_it_was_typed() -> None:
    assert tidied_code(" gl2026 23456x 7") == "GL-2026-23456X-7"


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("0912 345 678", "0912345678", "0912 345 678"),
        ("+84 912-345-678", "0912345678", "0912 345 678"),
        ("0084912345678", "0912345678", "0912 345 678"),
        ("84912345678", "0912345678", "0912 345 678"),
        ("0269.3868.000", "02693868000", "0269 3868 000"),
        ("02438680000", "02438680000", "024 3868 0000"),
        ("1900969680", "1900969680", "1900 969 680"),
        ("111", "111", "111"),
        ("+856 20 5551234", "+856205551234", "+856 20 5551234"),
        ("nhà chị Mẫu 0912345678", "0912345678", "nhà chị Mẫu 0912345678"),
    ],
)
def test_phones_are_kept_as_digits_and_shown_in_groups(typed: str, kept: str, shown: str) -> None:
    assert phone_digits(typed) == kept
    assert phone_shown(typed) == shown


@pytest.mark.parametrize("typed", ["0912345678", "02693868000", "111", "19009696", "+8562055512"])
def test_well_formed_phones_are_not_doubted(typed: str) -> None:
    assert phone_warning(typed) is None


@pytest.mark.parametrize(
    "typed", ["091234567", "0269386800", "0122345678", "12", "+1234567890123456"]
)
def test_other_phones_are_kept_with_a_hint(typed: str) -> None:
    assert phone_warning(typed) is not None


def test_a_citizen_number_is_compared_and_never_blocked() -> None:
    assert citizen_number_warnings("064190001234", Sex.FEMALE, 1990) == ()
    assert citizen_number_warnings("064 190 001234") == ()
    assert citizen_number_warnings("230123456") == ()
    assert len(citizen_number_warnings("064090001234", Sex.FEMALE, 1991)) == 2
    assert len(citizen_number_warnings("12345")) == 1
    assert citizen_number_warnings("064305001234", Sex.FEMALE, 2005) == ()


def test_a_citizen_number_on_the_screen_shows_four_digits() -> None:
    assert masked("064190001234") == "••••••••1234"
