import pytest

from gbvcase.domain.errors import PasswordRefused
from gbvcase.domain.marking import ENGLISH
from gbvcase.sealing.passwords import (
    EASY,
    LONGEST,
    STRONG,
    TOO_LONG,
    TOO_SHORT,
    UNTYPEABLE,
    advice,
    check,
    draw,
    folded,
    is_composed,
    refusal,
    words,
)


def test_there_are_2048_different_short_words_of_plain_letters() -> None:
    assert len(words()) == len(set(words())) == 2048
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words())
    assert all(2 <= len(word) <= 7 for word in words())


def test_an_input_method_that_is_on_leaves_the_words_as_they_are() -> None:
    for word in words():
        vowel = next(place for place, letter in enumerate(word) if letter in "aeiouy")
        assert not set(word[vowel:]) & set("sfrxjzw"), word  # the tone keys of Telex
        assert all(word.count(letter) <= 1 for letter in "aeod"), word  # its doubled letters
        assert "w" not in word
        assert not any(letter.isdigit() for letter in word)  # the keys of VNI


def test_five_different_words_are_drawn_and_taken() -> None:
    drawn = {draw() for _ in range(50)}
    assert len(drawn) == 50
    for text in drawn:
        assert len(set(text.split())) == 5
        assert set(text.split()) <= set(words())
        assert refusal(text) is None
        assert advice(text) == STRONG


@pytest.mark.parametrize("typed", ["", "a", "na bo xanh le m", "ế" * 14])
def test_a_short_password_is_refused_with_the_least_length(typed: str) -> None:
    refused = refusal(typed[:14])
    assert refused is not None
    assert refused.sentence == TOO_SHORT
    assert "15" in refused.said(ENGLISH)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("ngựa gỗ " * 40, TOO_LONG),
        ("x" * 100_000, TOO_LONG),
        ("na bo xanh\0le may", UNTYPEABLE),
        ("na bo xanh\nle may", UNTYPEABLE),
    ],
)
def test_what_cannot_be_kept_is_refused(typed: str, sentence: str) -> None:
    refused = refusal(typed)
    assert refused is not None
    assert refused.sentence == sentence


@pytest.mark.parametrize(
    "typed",
    [
        "hoilienhiepphunu",
        "Hội Liên hiệp Phụ nữ",
        "nguyenthilan1987",
        "Nguyễn Thị Lan 1987",
        "nguyeenx thij lan 1987",
        "nguye64n thi5 lan 1987",
        "mật khẩu của tôi",
        "maatj khaaur cuar tooi",
        "ma65t kha63u cu3a to6i",
        "matkhau123456789",
        "anhyeuemanhyeuem",
        "0987654321 0912345678",
        "+84987654321 12/03/1987",
        "12/03/1987 12/03/1990",
        "qwertyuiopasdfgh",
        "poiuytrewqlkjhgf",
        "1qaz2wsx3edc4rfv",
        "aaaaaaaaaaaaaaaa",
        "abababababababab",
        "P@ssw0rdP@ssw0rd",
        "Uỷ ban nhân dân xã Ia Grai",
        "Thành phố Hà Nội 2025",
        "Gia Lai Pleiku 2025",
    ],
)
def test_what_is_guessed_first_is_refused_however_it_is_typed(typed: str) -> None:
    refused = refusal(typed)
    assert refused is not None
    assert refused.sentence == EASY


def test_what_the_profile_says_is_refused() -> None:
    own = ("Hươu Cao Cổ", "Văn phòng Bướm Nâu Gỗ Xanh")
    assert refusal("van phong buom nau go xanh 2025") is None
    with pytest.raises(PasswordRefused):
        check("van phong buom nau go xanh 2025", own)
    with pytest.raises(PasswordRefused):
        check("huou cao co, huou cao co", own)


@pytest.mark.parametrize(
    "typed",
    [
        "con mèo vàng ngủ trên mái tôn",
        "na bo xanh le may",
        "correct horse battery staple",
        "xE9#kd02!mLqpz8vQ",
        "   khoảng trắng cũng được   ",
        "x1" + "ngựa gỗ bảy màu " * 10,
    ],
)
def test_a_long_password_of_any_characters_is_taken(typed: str) -> None:
    assert len(typed) <= LONGEST
    check(typed)
    assert advice(typed)


def test_letters_of_an_input_method_are_noticed() -> None:
    assert is_composed("mèo vàng")
    assert not is_composed("meo vang 12 !")
    assert folded("Đường Ỷ Lan") == "duong y lan"
