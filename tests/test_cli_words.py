"""The command line speaks of itself in the language of the person: usage, help, what is wrong."""

import re
from argparse import _SubParsersAction
from collections.abc import Iterator

import pytest

from gbvcase.cli import _parser, main
from gbvcase.cli.spoken import Parser, said_again
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.speaking import speaker

VIETNAMESE = speaker("vi")
COMMANDS_OF_THE_ORDERS = {
    *("demo", "vault create", "vault check", "schema", "case add", "case list", "case show"),
    *("case history", "referral add", "referral print", "papers", "report list", "report show"),
    *("report publish", "report audit", "report releases", "report withdraw"),
    *("counts export", "counts merge"),
}
ENGLISH_WORDS = re.compile(
    r"\b(the|of|and|or|to|for|with|is|are|it|its|usage|options?|arguments?|positional|help|message|"
    r"exit|error|following|required|invalid|choose|from|expected|value|unrecognized|ambiguous|"
    r"could|match|file|folder|name|code|cabinet|password|office)\b"
)
"""Words without which no English sentence is made; none of them is a command or an option alone."""
TYPED = re.compile(r"--[a-z-]+|[a-z]+_[a-z_]+|[a-z-]+\.[a-z]+")
"""What is typed in every language: options, codes, names of files."""


def _all(parser: Parser) -> Iterator[Parser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for one in action.choices.values():
                yield from _all(one)


def _wrong(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("parser", list(_all(_parser(VIETNAMESE))), ids=lambda one: one.prog)
def test_no_english_is_left_in_the_vietnamese_help(parser: Parser) -> None:
    text = parser.format_help()
    assert "Cách gõ: gbvcase" in text
    left = ENGLISH_WORDS.findall(TYPED.sub(" ", text))
    assert not left, (left, text)


@pytest.mark.parametrize("say", [ENGLISH, VIETNAMESE], ids=["en", "vi"])
def test_the_help_names_every_command_of_the_orders(
    say: object, capsys: pytest.CaptureFixture[str]
) -> None:
    language = "en" if say is ENGLISH else "vi"
    with pytest.raises(SystemExit) as ended:
        main(["--language", language, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    listed = set(re.findall(r"^  ([a-z]+(?: [a-z]+)?)  ", told, re.MULTILINE))
    assert listed >= COMMANDS_OF_THE_ORDERS


@pytest.mark.parametrize("say", [ENGLISH, VIETNAMESE], ids=["en", "vi"])
def test_each_help_says_what_every_word_is_and_ends_with_an_example_that_can_be_typed(
    say: object,
) -> None:
    root = _parser(say)  # type: ignore[arg-type]
    for parser in _all(root):
        for action in parser._actions:
            assert action.help, (parser.prog, action.dest)
        if parser.commands is not None:
            continue
        (line,) = re.findall(rf"^  {parser.prog}(.*)$", parser.format_help(), re.MULTILINE)
        words = re.findall(r'"[^"]*"|\S+', line)
        root.parse_args([*parser.prog.split()[1:], *words])  # ends the test where it is wrong


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("case", "add"), "Còn thiếu: THƯ_MỤC, TỆP.json|-"),
        (("case",), "Còn thiếu: LỆNH"),
        (("case", "ad"), "LỆNH: không có “ad”; chỉ có: add, list, show, history"),
        (("case", "list", "x", "--what"), "Không có mục này ở đây: --what"),
        (("case", "list", "x", "--search"), "--search: cần ghi giá trị phía sau"),
        (("case", "list", "x", "--json=1"), "--json: mục này không nhận giá trị: 1"),
        (("demo", "x", "--seed", "y"), "--seed: “y” không phải là số nguyên"),
        (("demo", "x", "--cases", "0"), "--cases: phải là số từ 1 đến 1000000"),
        (("vault", "create", "x", "--role", "boss"), "--role: chỉ nhận một trong các mã: casework"),
        (("vault", "create", "x", "--place", "1"), "--place: không phải mã tỉnh"),
        (("vault", "create", "x", "--worker", "\x1b[2J"), "--worker: phải có từ 1 đến 160 chữ"),
        (("referral", "print", "x", "y", "--language", "fr"), "không có “fr”; chỉ có: vi, en"),
        (("report", "authority", "x", "--p", "1"), "--p có thể hiểu là: --password-file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_was_wrongly_typed_is_told_in_vietnamese(
    typed: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _wrong(capsys, "--language", "vi", *typed)
    assert told in said
    assert f"Xem cách gõ: gbvcase {typed[0]}"[:20] in said
    assert not ENGLISH_WORDS.findall(TYPED.sub(" ", said)), said


@pytest.mark.parametrize(
    ("computer", "typed", "told"),
    [
        ({}, (), "Còn thiếu"),
        ({"LANG": "C.UTF-8"}, (), "Còn thiếu"),
        ({"LANG": "vi_VN.UTF-8"}, (), "Còn thiếu"),
        ({"LANG": "en_GB.UTF-8"}, (), "This is missing"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "en_US.UTF-8"}, (), "This is missing"),
        ({"LANG": "en_GB.UTF-8"}, ("--language", "vi"), "Còn thiếu"),
        ({"LANG": "en_GB.UTF-8"}, ("--lang=vi",), "Còn thiếu"),
        ({"LANG": "vi_VN.UTF-8"}, ("--language", "en"), "This is missing"),
    ],
)
def test_it_speaks_vietnamese_unless_asked_or_on_an_english_computer(
    computer: dict[str, str],
    typed: tuple[str, ...],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in computer.items():
        monkeypatch.setenv(name, value)
    assert told in _wrong(capsys, *typed)


def test_the_language_of_a_paper_is_not_that_of_the_person(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert "Còn thiếu" in _wrong(capsys, "referral", "print", "x", "--language", "en")


def test_what_was_typed_comes_back_short_and_without_marks_that_steer_a_screen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = _wrong(capsys, "case", "list", "x", "\x1b]0;title\x07" + "A" * 1_000_000)
    assert "\x1b" not in said
    assert "\x07" not in said
    assert len(said) < 2_000


def test_what_a_reader_of_values_says_is_kept_as_it_is() -> None:
    assert said_again("argument --place: mã lạ", VIETNAMESE) == "--place: mã lạ"
