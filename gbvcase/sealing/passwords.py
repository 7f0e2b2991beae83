"""Which new passwords are taken: five drawn words first, or long and not easy to guess."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from secrets import choice

from gbvcase.domain.errors import PasswordRefused
from gbvcase.domain.marking import mark
from gbvcase.resources import resource
from gbvcase.sealing.slots import PasswordUnusable, normalised

WORDS = 5
SHORTEST = 15
LONGEST = 256
_LEFT = 3  # letters that must be left when all that is easy to guess is struck out
_SHORT_COMMON = 5  # shorter common passwords are words like any other
_KINDS = 5  # fewer different letters than this are one letter typed again and again
_TOKEN = (3, 40)

TOO_SHORT = mark("Please use at least {least} characters, or take the five words offered.")
TOO_LONG = mark("Please use at most {most} characters.")
UNTYPEABLE = mark("Some of these characters cannot be typed again on another computer.")
EASY = mark(
    "This is easy to guess: names, dates, telephone numbers, places, offices "
    "and common words are tried first. Please take other words."
)

STRONG = mark("This password is strong.")
FAIR = mark("This password is good enough. One more word would make it stronger.")
WEAK = mark("This password may be guessed. One or two more words would make it stronger.")

_ENOUGH_GUESSES = {12: STRONG, 9: FAIR}

_COMMON = """
matkhau matma password passw0rd anhyeuem emyeuanh yeuem yeuanh toiyeu iloveyou nhoem nhoanh
vietnam hanoi saigon congan dongnai hochiminh hoilienhiepphunu hoiphunu phunu lienhiep phunuvietnam
cuatoi cuaem cuaanh cuaminh chungtoi toila
hoinongdan doanthanhnien dangcongsan uybannhandan ubnd ubndxa ubndphuong tramyte benhvien yte
toaan vienkiemsat tuphap nhatamlanh ngoinhabinhyen congtacxahoi ldtbxh xahoi giadinh bothuong
canhsat truonghoc tieuhoc trunghoc dantoc hoso tuhoso admin administrator welcome xinchao chaoban
letmein changeme macdinh default test khongbiet khongnho bimat sieubimat
"""

_NAMES = """
nguyen tran pham hoang huynh phan truong dang bui duong dinh trinh dao doan lam mai cao luong
luu chau trieu ksor rcham rocham siu nay kpa rmah kpuih hmok ayun puih rahlan
van thi huu ngoc minh thanh quoc xuan dinh duc cong kim gia bao anh
lan hoa huong hong hue mai linh trang thao phuong thuy thu nga hang hanh hien nhung yen
dung tuan hung cuong hieu nam long son hai quang khanh phuc tung tien toan trung kien khoa dat thang
nhi nhu vy quynh chau ngan tram uyen duyen diem giang loan oanh nguyet tuyet bich phung
"""

_RUNS = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1234567890",
    "0123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
)
_RUN = 4

_DIGITS = re.compile(
    r"(?:\+?84|0)\d{9}"
    r"|(?:0?[1-9]|[12]\d|3[01])(?:0?[1-9]|1[0-2])(?:19|20)\d\d"
    r"|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
    r"|(?:19|20)\d\d"
)


@cache
def words() -> tuple[str, ...]:
    """Return the words that passwords are drawn from: short, harmless, without accents."""
    return tuple(resource("codes/words-vi.txt").read_text(encoding="ascii").split())


def draw() -> str:
    """Draw a password of five different words."""
    while True:
        drawn = [choice(words()) for _ in range(WORDS)]
        text = " ".join(drawn)
        if len(set(drawn)) == WORDS and refusal(text) is None:
            return text


def refusal(text: str, own: Iterable[str] = ()) -> PasswordRefused | None:
    """Return why a password is not taken, or None; `own` is what the profile says of the person."""
    try:
        length = len(normalised(text[: LONGEST * 4]).decode())
    except PasswordUnusable:
        return PasswordRefused(UNTYPEABLE) if text else _too_short()
    if length < SHORTEST:
        return _too_short()
    if length > LONGEST or len(text) > LONGEST * 4:
        return PasswordRefused(TOO_LONG, most=LONGEST)
    known = _known() | {token for value in own for token in _tokens_of(value)}
    if any(_left(form, known) < _LEFT for form in _forms(text)):
        return PasswordRefused(EASY)
    return None


def check(text: str, own: Iterable[str] = ()) -> None:
    """Raise PasswordRefused unless a password is taken."""
    refused = refusal(text, own)
    if refused is not None:
        raise refused


def advice(text: str, own: Iterable[str] = ()) -> str:
    """Return a marked sentence about a password that is taken; a hint, never a refusal."""
    from zxcvbn import zxcvbn  # a tenth of a second that the lock page need not wait

    drawn = text.split(" ")
    if len(set(drawn)) >= WORDS and set(drawn) <= set(words()):
        return STRONG
    inputs = [token for value in own for token in _tokens_of(value)]
    guesses = zxcvbn(folded(text)[:64], user_inputs=inputs)["guesses_log10"]
    for enough, sentence in _ENOUGH_GUESSES.items():
        if guesses >= enough:
            return sentence
    return WEAK


def is_composed(text: str) -> bool:
    """Tell whether letters were put together by an input method: elsewhere it may be off."""
    return any(not letter.isascii() for letter in text)


def folded(text: str) -> str:
    """Return a text in small letters without accents, with đ as d."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _too_short() -> PasswordRefused:
    return PasswordRefused(TOO_SHORT, least=SHORTEST)


def _forms(text: str) -> Iterator[str]:
    """Yield what a password says: as typed, without accents, as keys of Telex and of VNI."""
    plain = folded(text)
    letters = _bare(plain)
    yield letters
    # an input method that was off leaves its keys in the text: "maatj khaaur", "ma65t kha63u"
    yield _bare(_without_telex(plain))
    yield re.sub(r"(?<=[a-z])[0-9]+(?=[a-z]|$)", "", letters) if re.search("[a-z]", letters) else ""
    yield "".join(
        _LEET.get(letter, letter) for letter in plain if letter.isalnum() or letter in "@$"
    )


_LEET = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}


def _without_telex(plain: str) -> str:
    once = re.sub(r"aa|ee|oo|dd", lambda pair: pair[0][0], plain)
    once = re.sub(r"(?<=[aou])w", "", once)
    return re.sub(r"(?<=[aeiouycghmnpt])[sfrxj](?![aeiouy])", "", once)


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _left(form: str, known: frozenset[str] | set[str]) -> int:
    """Count the characters that are left when what is easy to guess is struck out."""
    if not form:
        return LONGEST
    struck = bytearray(len(form))
    for found in _DIGITS.finditer(form):
        struck[found.start() : found.end()] = b"\1" * len(found[0])
    shortest, longest = _TOKEN
    for start in range(len(form)):
        for end in range(min(len(form), start + longest), start + shortest - 1, -1):
            part = form[start:end]
            if part in known or _is_run(part) or (len(part) > shortest and part in form[:start]):
                struck[start:end] = b"\1" * len(part)
                break
    return struck.count(0) if len(set(form)) >= _KINDS else 0


def _is_run(part: str) -> bool:
    if len(part) < _RUN:
        return False
    if len(set(part)) == 1:
        return True
    return any(part in run or part[::-1] in run for run in _RUNS)


_PLACES = (
    ("codes/provinces-2025.csv", "full_name_vi"),
    ("codes/communes-2025.csv", "name_vi"),
)


@cache
def _known() -> frozenset[str]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    common = (word for word in FREQUENCY_LISTS["passwords"] if len(word) > _SHORT_COMMON)
    return frozenset({*_COMMON.split(), *_NAMES.split(), *map(_bare, common), *_places()})


def _places() -> Iterator[str]:
    for name, column in _PLACES:
        with resource(name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from _tokens_of(row[column])


def _tokens_of(value: str) -> Iterator[str]:
    """Yield a name as one token, and without the word that says what kind of place it is."""
    parts = folded(value).split()
    for start in range(min(len(parts), _TOKEN[0])):
        token = _bare("".join(parts[start:]))
        if len(token) > _TOKEN[0] + 1:
            yield token
