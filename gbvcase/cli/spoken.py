"""How the command line speaks of itself: usage, help, and what is wrong, in the person's language.

`argparse` knows English alone and says it from inside. Here its own words are either given by us or
recognised and said again; what to type (`--out`, codes) stays, for scripts are written in it.
"""

import argparse
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NoReturn

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import LANGUAGES

Do = Callable[[argparse.Namespace, Say], None]
"""What does one command."""

NAMES_IN_EXAMPLES = (
    *(mark("my-cabinet"), mark("new-cabinet"), mark("password.txt"), mark("case.json")),
    *(mark("referral.json"), mark("referral.pdf"), mark("my-folder"), mark("sealed-file.age")),
    *(mark("member-list.age"), mark("office-a.age"), mark("office-b.age")),
)
"""File names of the example lines: names that a person of this language would give."""

USAGE, COMMANDS, EXAMPLE = mark("Usage"), mark("Commands"), mark("Example")
PERIODS = mark("2025, 2025-Q2, 2025-H1 or 2021..2025")

# What stands in the examples.
CASE_CODE, REFERRAL_NUMBER = "GL-2025-4RT7KX-H", "PC-2025-B3F9WD-N"
TOKEN, PLACE = "4f1d0c9ab2e7583617c0d94e2ab86f35", "23764"
REPORT, WHICH = "incidents", "--report incidents --period 2025"
RELEASE = "incidents-2025"

_LONGEST_SHOWN = 600
_WIDEST = 100  # letters of a line of help, on however wide a screen

# What argparse says, and how we say it. A value that it names comes back as it was typed.
_SAID_INSIDE = (
    (r"the following arguments are required: (?P<names>.+)", mark("This is missing: {names}")),
    (r"unrecognized arguments: (?P<names>.+)", mark("This is not known here: {names}")),
    (
        r"(?:argument .+?: )?ambiguous option: (?P<name>.+?) could match (?P<names>.+)",
        mark("{name} could mean each of these: {names}"),
    ),
    (r"argument (?P<name>.+?): (?P<what>.+)", mark("{name}: {what}")),
    (
        r"invalid choice: (?P<value>.+?) \(choose from (?P<names>.+)\)",
        mark("{value} is not known here; known are: {names}"),
    ),
    (r"invalid int value: (?P<value>.+)", mark("{value} is not a whole number")),
    (r"expected (?:one|at (?:least|most) one) argument", mark("a value belongs behind it")),
    (r"ignored explicit argument (?P<value>.+)", mark("it takes no value: {value}")),
)


class Parser(argparse.ArgumentParser):
    """Reads what was typed, and speaks of itself in one language."""

    def __init__(self, *, say: Say, text: str, **more: Any) -> None:
        super().__init__(
            add_help=False,
            description=textwrap.fill(_capital(say(text)), _width()),
            formatter_class=_formatter_of(say),
            **more,
        )
        self.say = say
        self.commands: Commands | None = None
        self._positionals.title = say(mark("Arguments"))
        self._optionals.title = say(mark("Options"))
        self.takes("-h", "--help", action="help", help=mark("show this help, and end"))

    def takes(self, *names: str, **more: Any) -> None:
        """Declare what may be typed; `help` and `metavar` are marked texts."""
        for key in ("help", "metavar"):
            if key in more:
                more[key] = self.say(more[key])
        self.add_argument(*names, **more)

    def format_help(self) -> str:
        """Return the help, with every command below this one."""
        text = super().format_help()
        if self.commands is None:
            return text
        lines = [f"{self.say(COMMANDS)}:", *self._lines_of(self.commands)]
        more = self.say(mark("More of a command: {command} --help"))
        example = f"{self.prog} {next(words for words, _ in self.commands.leaves())}"
        return "\n".join([text, *lines, "", more.format(command=example), ""])

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and end."""
        self.print_usage(sys.stderr)
        more = self.say(mark("See: {command} --help")).format(command=self.prog)
        self.exit(2, f"{said_again(message, self.say)}\n{more}\n")

    @staticmethod
    def _lines_of(commands: "Commands") -> Iterator[str]:
        leaves = list(commands.leaves())
        wide = max(len(words) for words, _ in leaves) + 2
        for words, text in leaves:
            lines = textwrap.wrap(text, max(_width() - wide - 2, 24))
            for number, line in enumerate(lines):
                yield f"  {'' if number else words:<{wide}}{line}"


class Commands:
    """The commands below one word, in the order in which they are declared."""

    def __init__(self, parser: Parser) -> None:
        parser.commands = self
        self.say = parser.say
        self._told: list[tuple[str, str | Commands]] = []
        self._parsers = parser.add_subparsers(
            required=True,
            metavar=self.say(mark("COMMAND")),
            help=self.say(mark("one of the commands below")),
        )

    def group(self, name: str, text: str) -> "Commands":
        """Declare a word with commands below it."""
        made = self._parsers.add_parser(name, say=self.say, text=text)
        below = Commands(made)
        self._told.append((name, below))
        return below

    def command(
        self, name: str, do: Do, text: str, example: str = "", *, password: bool = False
    ) -> Parser:
        """Declare a command; `example` is what is typed behind it, or behind the cabinet."""
        made: Parser = self._parsers.add_parser(name, say=self.say, text=text)
        made.set_defaults(do=do)
        self._told.append((name, self.say(text)))
        line = example
        if password:
            line = " ".join(filter(None, ("my-cabinet", example, "--password-file password.txt")))
            made.takes("folder", metavar=mark("DIR"), help=mark("folder of the cabinet"))
            made.takes(
                "--password-file",
                metavar=mark("FILE"),
                help=mark("read the password from this file; else it is asked for"),
            )
            made.takes("--json", action="store_true", help=mark("print the result for a program"))
        made.epilog = self._example(f"{made.prog} {line}")
        return made

    def leaves(self) -> Iterator[tuple[str, str]]:
        """Yield each command below with its text."""
        for name, told in self._told:
            if isinstance(told, str):
                yield name, told
            else:
                yield from ((f"{name} {words}", text) for words, text in told.leaves())

    def _example(self, line: str) -> str:
        words = (self.say(one) if one in NAMES_IN_EXAMPLES else one for one in line.split())
        return f"{self.say(EXAMPLE)}:\n  {' '.join(words)}"


def said_again(message: str, say: Say) -> str:
    """Return what argparse says of a mistake in the language of the person."""
    for pattern, text in _SAID_INSIDE:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            parts = found.groupdict()
            if "what" in parts:
                parts["what"] = said_again(parts["what"], say)
                return say(text).format(**parts)
            return say(text).format(**{name: _shown(part) for name, part in parts.items()})
    return message  # ours already: what a reader of a value says


def _shown(typed: str) -> str:
    """Return what was typed so that it can be shown: no marks that steer a screen, not endless."""
    text = typed if len(typed) <= _LONGEST_SHOWN else f"{typed[:_LONGEST_SHOWN]}..."
    text = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return re.sub(r"'([^']*)'", r"\1", text)


def listed(title: str, codes: Iterable[Any], say: Say) -> str:
    """Return the codes of a list with what they mean, to stand below a help."""
    codes = list(codes)
    wide = max(len(str(code.value)) for code in codes) + 2
    return "\n".join(
        [f"{title}:", *(f"  {code.value!s:<{wide}}{code.said(say)}" for code in codes)]
    )


def language_before(arguments: Sequence[str]) -> str:
    """Return in which language to speak: as is asked before the command, or as the computer does.

    Whoever asks for neither is spoken to in Vietnamese; an English computer in English.
    """
    words = iter(arguments)
    for word in words:
        name, _, value = word.partition("=")
        if len(name) > 2 and "--language".startswith(name):  # noqa: PLR2004 - the two dashes
            value = value or next(words, "")
            if value in LANGUAGES:
                return value
        elif not word.startswith("-"):
            break
    return _language_of_the_computer()


def _language_of_the_computer() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "en" if os.environ[name].lower().startswith("en") else "vi"
    return "vi"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _width() -> int:
    return min(shutil.get_terminal_size().columns - 2, _WIDEST)


def _formatter_of(say: Say) -> type[argparse.HelpFormatter]:
    class Spoken(argparse.RawDescriptionHelpFormatter):
        """Wraps the description; begins the usage in the language of the person."""

        def __init__(self, prog: str) -> None:
            super().__init__(prog, max_help_position=30, width=_width())

        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
            begins = f"{say(USAGE)}: " if prefix is None else prefix
            super().add_usage(usage, actions, groups, begins)

    return Spoken
