"""The vectors of the recovery number, and catalogue row R01."""

from random import Random

import pytest

from gbvcase.sealing.recovery import (
    digits_of,
    group_is_right,
    groups_of,
    identity_text,
    number_of,
    recipient_of,
    secret_of,
)

SECRET = bytes.fromhex("00112233445566778899aabbccddeeff")
NUMBER = "000187-096305-192423-288541-384659-480777-576895-673013-435413"


def test_the_number_is_the_one_of_the_vectors() -> None:
    assert number_of(SECRET) == NUMBER
    assert secret_of(NUMBER) == SECRET


def test_the_identity_is_the_one_of_the_vectors() -> None:
    assert identity_text(SECRET) == (
        "AGE-SECRET-KEY-1ENMVHQSKSF4GLSNHW9UCEK2FHR5HWLLJA5WJ5DCA4F6SD25RAUNQ6WJJXQ"
    )
    assert recipient_of(SECRET) == "age1nre6epxw7ehn696ymdj6954dgxsqtsrnf57zcsa7ct8920xd5a0q8a4xp6"


def test_a_fingerprint_is_written_in_the_same_digits() -> None:
    assert digits_of(bytes.fromhex("b8e2b4bb1acae7b505c6b9f3ed1c7450")) == (
        "520630-508937-075438-652487-016258-523633-667700-327536"
    )


@pytest.mark.parametrize(
    "typed",
    [
        NUMBER,
        NUMBER.replace("-", " "),
        NUMBER.replace("-", ""),
        f"  {NUMBER} ",
        NUMBER.replace("-", "\u2013"),
        NUMBER.translate({ord(str(n)): 0xFF10 + n for n in range(10)}),
    ],
)
def test_it_does_not_matter_what_stands_between_the_digits(typed: str) -> None:
    assert secret_of(typed) == SECRET


@pytest.mark.parametrize(
    "typed", ["", "000187", NUMBER[:-1], NUMBER + "1", "a" * 62, NUMBER[:-7], "720896-" * 9]
)
def test_what_is_not_a_number_has_no_secret(typed: str) -> None:
    assert secret_of(typed) is None


def test_a_group_is_checked_while_it_is_typed() -> None:
    assert all(map(group_is_right, groups_of(NUMBER)))
    assert group_is_right("720885")  # the largest
    assert not any(
        map(group_is_right, ("", "18", "000188", "720896", "0001870", "-00187", "²³⁴⁵⁶⁷"))
    )


def test_twenty_thousand_slips_are_all_noticed() -> None:
    chance = Random(26)  # noqa: S311 - the same slips in every run
    for _ in range(20_000):
        right = number_of(chance.randbytes(16))
        groups = list(groups_of(right))
        place = chance.randrange(9)
        match chance.randrange(3):
            case 0:  # one wrong digit
                digit = chance.randrange(6)
                wrong = (int(groups[place][digit]) + chance.randrange(1, 10)) % 10
                groups[place] = f"{groups[place][:digit]}{wrong}{groups[place][digit + 1 :]}"
                assert not group_is_right(groups[place])
            case 1:  # two neighbours in the wrong order
                text = "".join(groups)
                digit = chance.randrange(53)
                text = text[:digit] + text[digit + 1] + text[digit] + text[digit + 2 :]
                groups = list(groups_of(text))
            case 2:  # two groups in the wrong order
                other = chance.randrange(9)
                groups[place], groups[other] = groups[other], groups[place]
        typed = "-".join(groups)
        assert typed == right or secret_of(typed) is None
