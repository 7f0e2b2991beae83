"""What all commands share: how they open a cabinet, and what they print."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path

from gbvcase.casework.desk import Desk
from gbvcase.casework.documents_in import NOT_TEXT
from gbvcase.casework.upkeep import open_desk
from gbvcase.cli.spoken import Parser
from gbvcase.domain.errors import GbvcaseError, Refused
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import LANGUAGES


def tell(error: GbvcaseError, say: Say, options: argparse.Namespace) -> None:
    """Say why something was refused, for a person and for a program."""
    where = error.where if isinstance(error, Refused) else ""
    sentence = error.said(say)
    if getattr(options, "json", False):
        print_json(error.as_json(say))
    print(f"{where}: {sentence}" if where else sentence, file=sys.stderr)


def print_json(value: object) -> None:
    """Print a value for a program."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


@contextmanager
def at_desk(options: argparse.Namespace, say: Say) -> Iterator[Desk]:
    """Open the cabinet that was named, say what was noticed, and lock it at the end.

    An older copy in its place, or a changed journal, is said before anything is read from it.
    """
    desk = open_desk(Path(options.folder), read_password(options, say))
    for notice in desk.vault.notices:
        print(notice.said(say), file=sys.stderr)
    try:
        yield desk
    finally:
        desk.vault.lock()


def read_password(options: argparse.Namespace, say: Say) -> str:
    """Return the password from its file, or ask for it."""
    if options.password_file:
        return password_in(options.password_file)
    return getpass(say(mark("Password")) + ": ")


def password_in(name: str) -> str:
    """Return the password that a file holds in its one line; some editors put a mark before it."""
    try:
        return Path(name).read_text(encoding="utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise Refused(NOT_TEXT, where=name) from None


def print_said(say: Say, text: str, **details: object) -> None:
    """Print a text in the language of the person."""
    print(say(text).format(**details))


def paper_language(made: Parser) -> None:
    """Let a command choose the language of what it writes."""
    made.takes(
        "--language",
        dest="paper_language",
        choices=LANGUAGES,
        help=mark("language of the paper: vi or en"),
    )
