"""Names without accents, for search, and in the order of the Vietnamese alphabet, for lists."""

import re
from functools import lru_cache
from unicodedata import category, combining, normalize

APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u02b9\u2032`\u00b4\uff07"  # how H'Lan comes to be written

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_BREVE, _CIRCUMFLEX, _CARON, _HORN = "\u0306", "\u0302", "\u030c", "\u031b"
TONES = (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)

# letters that other keyboards give for ours: the Icelandic and the African look the same
_REPAIRED = str.maketrans({"ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ"})
_Y_AFTER_CONSONANT = re.compile(r"(?<=[^aeiouy\s])y")
_PLAIN = str.maketrans({"đ": "d", "ƀ": "b", "ð": "d", "ɖ": "d", "ɓ": "b"})
_NO_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES))
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

# a mark that makes another letter of the alphabet, and on which letters
_LETTER_MARKS = {_BREVE: "a", _CIRCUMFLEX: "aeo", _HORN: "ou"}
_BEFORE_LETTERS = " _-,;:!?./'\"()[]{}@*&#%+0123456789"
_LETTERS = "aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz"
_FIRST_WEIGHT = 4  # below lie the ends of a level and of a key
_WEIGHTS = {
    letter: bytes((weight,))
    for weight, letter in enumerate((*_BEFORE_LETTERS, *_LETTERS), start=_FIRST_WEIGHT)
}
_MARK_WEIGHTS = {
    mark: bytes((weight,))
    for weight, mark in enumerate((*TONES, _BREVE, _CIRCUMFLEX, _CARON, _HORN), start=6)
}
_OTHER, _NO_MARK, _LOWER, _UPPER = b"\xff", b"\x05", b"\x05", b"\x06"
_END_OF_LEVEL, _END_OF_KEY = b"\x01", b"\x00"


def folded(text: str) -> str:
    """Return a text as it is searched: small letters without marks, apostrophes and wide spaces."""
    text = normalize("NFKC", text.translate(_NO_APOSTROPHE)).translate(_NO_APOSTROPHE).lower()
    bare = "".join(c for c in normalize("NFD", text) if category(c) != "Mn")
    return " ".join(bare.translate(_PLAIN).split())


def heard(name: str) -> str:
    """Return a name as it is heard: folded, and after a consonant y and i are one sound."""
    return _Y_AFTER_CONSONANT.sub("i", folded(name))


def same_text(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for case, and for how a keyboard spelled them."""
    return spelled(one) == spelled(other)


def sort_key(name: str) -> bytes:
    """Return bytes that put names in Vietnamese order: by the last word, then by the whole.

    Letters decide first, then tones, then small before capital, as in a Vietnamese dictionary.
    """
    words = name.translate(_ONE_APOSTROPHE).split()
    if not words:
        return b""
    return _key(words[-1]) + _END_OF_KEY + _key(" ".join(words))


def text_key(text: str) -> bytes:
    """Return bytes that put texts in Vietnamese order from their first letter on."""
    return _key(" ".join(text.translate(_ONE_APOSTROPHE).split()))


def spelled(text: str) -> str:
    """Return a text with its tones at the end of each word: hoà and hòa become one."""
    text = normalize("NFD", text.translate(_ONE_APOSTROPHE).translate(_REPAIRED).lower())
    words = []
    for word in text.split():
        tones = "".join(c for c in word if c in TONES)
        words.append("".join(c for c in word if c not in TONES) + tones)
    return normalize("NFC", " ".join(words))


@lru_cache(maxsize=4096)
def _key(text: str) -> bytes:
    letters, marks, cases = bytearray(), bytearray(), bytearray()
    for letter, upper, others in _clusters(text):
        weight = _WEIGHTS.get(letter)
        letters += weight or _OTHER + ord(letter[0]).to_bytes(3, "big")
        marks += _NO_MARK + b"".join(_MARK_WEIGHTS.get(m, _OTHER) for m in others)
        cases += _UPPER if upper else _LOWER
    return bytes(letters + _END_OF_LEVEL + marks + _END_OF_LEVEL + cases)


def _clusters(text: str) -> list[tuple[str, bool, str]]:
    """Cut a text into letters of the alphabet, each with its case and its remaining marks."""
    found: list[tuple[str, bool, str]] = []
    for c in normalize("NFD", text.translate(_REPAIRED)):
        if combining(c) and found:
            letter, upper, marks = found[-1]
            if letter in _LETTER_MARKS.get(c, ""):
                found[-1] = (normalize("NFC", letter + c), upper, marks)
            else:
                found[-1] = (letter, upper, marks + c)
        else:
            found.append((c.lower(), c != c.lower(), ""))
    return found
