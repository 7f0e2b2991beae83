"""Numbers that people write down: our own codes with a check character, phones, citizen numbers."""

import re
import secrets
from functools import cache
from itertools import pairwise

from gbvcase.domain.codes import Sex, rows_of
from gbvcase.domain.marking import mark

CLIENT_PREFIX, REFERRAL_PREFIX = "GL", "PC"
_DRAWN = (
    "23456789BCDFGHJKLMNPQRSTVWXZ"  # without vowels no word comes out, without 0 and 1 no doubt
)
_DRAWN_LENGTH = 6
_CHECKED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CODE = re.compile(r"([A-Z]{2})-([0-9]{4})-([0-9A-Z]{6})-([0-9A-Z])")

_CITIZEN = re.compile(r"[0-9]{12}")
_OLD_CITIZEN = re.compile(r"[0-9]{9}")
_SHORT_PHONE = re.compile(r"11[0-9]|1[89]00[0-9]{4,6}")
_MOBILE_LENGTH, _LANDLINE_LENGTH = 10, 11
_LONGEST_PHONE = 15  # with the country, by the international rule


def draw_client_code(year: int) -> str:
    """Draw a client code: it says nothing about the person, and notices a slip of the pen."""
    return _draw(CLIENT_PREFIX, year)


def draw_referral_number(year: int) -> str:
    """Draw the number of a referral form; it cannot be led back to the client code."""
    return _draw(REFERRAL_PREFIX, year)


def is_client_code(text: str) -> bool:
    """Tell whether a text is a client code whose check character is right."""
    return _is_code(text, CLIENT_PREFIX)


def is_referral_number(text: str) -> bool:
    """Tell whether a text is the number of a referral form with the right check character."""
    return _is_code(text, REFERRAL_PREFIX)


def tidied_code(text: str) -> str:
    """Return a code as we write it, from what was typed: any case, with or without hyphens."""
    letters = re.sub(r"[^0-9A-Z]", "", text.upper())
    return "-".join((letters[:2], letters[2:6], letters[6:12], letters[12:])).strip("-")


def check_character(text: str) -> str:
    """Return the check character of ISO 7064, MOD 37,36, which finds every slip and most swaps."""
    state = 36
    for character in text:
        state = (state + _CHECKED.index(character)) % 36 or 36
        state = state * 2 % 37
    return _CHECKED[(37 - state) % 36]


def phone_digits(text: str) -> str:
    """Return a phone number as it is kept: its digits from 0 on, or + and another country."""
    digits = re.sub(r"[^0-9+]", "", text)
    plus = digits.startswith("+")
    digits = digits.replace("+", "")
    if not plus and digits.startswith("00"):
        plus, digits = True, digits[2:]
    is_ours = digits.startswith("84") and (plus or len(digits) > _MOBILE_LENGTH)
    if is_ours:
        return "0" + digits[2:].removeprefix("0")
    return "+" + digits if plus else digits


def phone_shown(text: str) -> str:
    """Return a phone number in groups: ``0912 345 678``; one of no known shape as it was typed."""
    digits = phone_digits(text)
    if re.search(r"[^0-9+().\-\s]", text):
        return text  # somebody has written more than a number
    for shape, cuts in (
        (r"0[35789][0-9]{8}", (4, 7)),
        (r"02(4|8)[0-9]{8}", (3, 7)),
        (r"02[0-9]{9}", (4, 8)),
        (r"1[89]00[0-9]{4}", (4,)),
        (r"1[89]00[0-9]{6}", (4, 7)),
    ):
        if re.fullmatch(shape, digits):
            edges = (0, *cuts, len(digits))
            return " ".join(digits[a:b] for a, b in pairwise(edges))
    return text.strip()


def phone_warning(text: str) -> str | None:
    """Return a sentence on a phone number that may be mistyped; it is kept all the same."""
    digits = phone_digits(text)
    if digits.startswith("+"):
        too_long = len(digits) > _LONGEST_PHONE + 1
        return mark("This phone number is too long.") if too_long else None
    if _SHORT_PHONE.fullmatch(digits):
        return None
    if digits.startswith("02"):
        right = len(digits) == _LANDLINE_LENGTH
        return None if right else mark("A landline number has 11 digits. Please check it.")
    if not re.fullmatch(r"0[0-9]{9}", digits):
        return mark("A mobile number has 10 digits and begins with 0. Please check it.")
    if digits[:3] not in _mobile_prefixes():
        return mark("No network is known for the first three digits. Please check them.")
    return None


def citizen_number_warnings(
    text: str, sex: Sex | None = None, birth_year: int | None = None
) -> tuple[str, ...]:
    """Return sentences on what does not fit in a citizen number; papers can be wrong, so can we."""
    digits = re.sub(r"[\s.\-]", "", text)
    if _OLD_CITIZEN.fullmatch(digits):
        return ()  # the old card
    if not _CITIZEN.fullmatch(digits):
        return (mark("A citizen number has 12 digits, that of an old card 9. Please check it."),)
    century_and_sex = int(digits[3])
    year = 1900 + century_and_sex // 2 * 100 + int(digits[4:6])
    warnings = []
    if birth_year is not None and birth_year != year:
        warnings.append(mark("The citizen number speaks of another birth year. Please check both."))
    male = century_and_sex % 2 == 0
    if (sex is Sex.FEMALE and male) or (sex is Sex.MALE and not male):
        warnings.append(
            mark("The citizen number speaks of another sex. It may be right all the same.")
        )
    return tuple(warnings)


def masked(number: str) -> str:
    """Return a citizen number with all but its last four digits covered, for the screen."""
    return "\u2022" * max(0, len(number) - 4) + number[-4:]


def _draw(prefix: str, year: int) -> str:
    while True:
        drawn = "".join(secrets.choice(_DRAWN) for _ in range(_DRAWN_LENGTH))
        check = check_character(f"{prefix}{year:04}{drawn}")
        if check in _DRAWN:  # a check character can be any letter; ours is as easy to read
            return f"{prefix}-{year:04}-{drawn}-{check}"


def _is_code(text: str, prefix: str) -> bool:
    match = _CODE.fullmatch(text)
    return (
        match is not None
        and match[1] == prefix
        and check_character(f"{match[1]}{match[2]}{match[3]}") == match[4]
    )


@cache
def _mobile_prefixes() -> frozenset[str]:
    return frozenset(row["prefix"] for row in rows_of("phone-prefixes.csv"))
