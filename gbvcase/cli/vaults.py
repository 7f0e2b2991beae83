"""The commands that make, check and look after a cabinet."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from unicodedata import normalize

from gbvcase.casework.checking import check_now
from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.upkeep import create_cabinet, open_desk
from gbvcase.cli.common import at_desk, command, print_json, print_said, read_password
from gbvcase.domain.codes import ProviderType, Role
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.written_values import is_harmful

GO_ON = mark("go on")
PURGE = mark("purge")
LONGEST_LINE = 160  # of a name at the head of papers, as in the window


def _vault_create(options: argparse.Namespace, say: Say) -> None:
    profile = Profile(
        worker=options.worker,
        role=Role.of(options.role),
        agency=ProviderType.of(options.agency),
        office=options.office or ProviderType.of(options.agency).said(say),
        commune=options.place if len(options.place) > 2 else None,  # noqa: PLR2004 - a province
        province="52" if len(options.place) > 2 else options.place,  # noqa: PLR2004
    )
    desk, number = create_cabinet(Path(options.folder), profile, read_password(options, say))
    desk.vault.lock()
    if options.json:
        print_json({"folder": options.folder, "recovery_number": number})
        return
    print_said(say, mark("The cabinet is made."))
    print_said(
        say, mark("Recovery number, to be written down and kept elsewhere: {number}"), number=number
    )


def _vault_check(options: argparse.Namespace, say: Say) -> None:
    with at_desk(options, say) as desk:
        checked = check_now(desk)
    if options.json:
        print_json(checked.as_json())
    else:
        for line in checked.said(say):
            print(line)
    if not checked.is_whole:
        raise GbvcaseError(mark("The cabinet is damaged. See the list above."))


def _vault_go_on(options: argparse.Namespace, say: Say) -> None:
    desk = open_desk(Path(options.folder), read_password(options, say))
    try:
        held = [notice for notice in desk.vault.notices if notice.holds]
        for notice in desk.vault.notices:
            print(notice.said(say), file=sys.stderr)
        if not held:
            raise GbvcaseError(mark("There is nothing to confirm: this cabinet can be written to."))
        _require_confirmed(options, say, GO_ON)
        desk.vault.go_on()
    finally:
        desk.vault.lock()
    if options.json:
        print_json({"went_on": [notice.kind.name.lower() for notice in held]})
    else:
        print_said(say, mark("The cabinet can be written to again. The journal tells of it."))


def _vault_purge(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_coded
    from gbvcase.casework.purging import purge_cases

    password = read_password(options, say)
    desk: Desk = open_desk(Path(options.folder), password)
    try:
        for code in options.codes:
            case_coded(desk, code)  # all are there, before anything is asked
        if not options.yes:
            text = mark("To be removed for good, with history, drafts and files: {codes}")
            print(say(text).format(codes=", ".join(options.codes)), file=sys.stderr)
        _require_confirmed(options, say, PURGE)
        done = purge_cases(desk, options.codes, password)
    finally:
        desk.vault.lock()
    if options.json:
        gone = [{"id": one.id, "at": one.at} for one in done.gone]
        print_json({"purged": gone, "has_new_keys": done.has_new_keys})
    else:
        print(done.said(say))


def _vault_purged(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.purging import purged

    with at_desk(options, say) as desk:
        gone = purged(desk)
    if options.json:
        print_json([{"id": one.id, "at": one.at} for one in gone])
        return
    for one in gone:
        print(one.at, one.id)
    print_said(say, mark("Cases purged from this cabinet: {count}"), count=len(gone))


def _vault_salvage(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.salvaging import salvage_cabinet

    password = read_password(options, say)
    desk, found = salvage_cabinet(Path(options.folder), password, Path(options.out))
    desk.vault.lock()
    if options.json:
        print_json({"folder": options.out} | found.as_json())
        return
    for line in found.said(say):
        print(line)
    print_said(
        say,
        mark("Recovery number, to be written down and kept elsewhere: {number}"),
        number=found.recovery_number,
    )


def _require_confirmed(options: argparse.Namespace, say: Say, word: str) -> None:
    """Let the person type a word, unless `--yes` stands on the command line."""
    if options.yes:
        return
    asked = say(mark("Type \u201c{word}\u201d to confirm: ")).format(word=say(word))
    if not sys.stdin.isatty() or folded(input(asked)).strip() != folded(say(word)):
        raise GbvcaseError(mark("Not confirmed. Nothing was changed."))


def add_vault_commands(commands: Any) -> None:
    """Declare `vault create`, `check`, `confirm`, `purge`, `purged` and `salvage`."""
    vault = commands.add_parser(
        "vault", help="make, check and look after a cabinet"
    ).add_subparsers(required=True, metavar="command")
    create = command(vault, "create", _vault_create, "make a new cabinet", password=True)
    create.add_argument("--worker", required=True, type=_line, metavar="NAME")
    create.add_argument("--agency", required=True, type=_code_of(ProviderType), metavar="TYPE")
    create.add_argument("--role", required=True, type=_code_of(Role), metavar="ROLE")
    create.add_argument("--place", required=True, type=_place, metavar="CODE")
    text = "name of the office as papers print it"
    create.add_argument("--office", type=_line, metavar="NAME", help=text)
    command(vault, "check", _vault_check, "check every page of a cabinet", password=True)
    text = "go on with a cabinet that is older than it was, or whose journal was changed"
    go_on = command(vault, "confirm", _vault_go_on, text, password=True)
    text = "remove cases for good, and take new keys"
    purge = command(vault, "purge", _vault_purge, text, password=True)
    purge.add_argument("codes", nargs="+", metavar="CODE")
    for one in (go_on, purge):
        one.add_argument("--yes", action="store_true", help="do it without asking once more")
    text = "list what was purged, by random ids"
    command(vault, "purged", _vault_purged, text, password=True)
    text = "save what can be read of a damaged cabinet into a new one"
    salvage = command(vault, "salvage", _vault_salvage, text, password=True)
    salvage.add_argument("--out", required=True, metavar="NEWDIR")


def _code_of(kind: type[ProviderType] | type[Role]) -> Callable[[str], str]:
    def checked(text: str) -> str:
        if text not in (codes := _codes(kind)):
            raise argparse.ArgumentTypeError(f"not one of: {', '.join(codes)}")
        return text

    return checked


def _codes(kind: Iterable[Any]) -> list[str]:
    return [str(code.value) for code in kind]


def _line(text: str) -> str:
    """Return a name that stands in one line on papers."""
    line = " ".join(normalize("NFC", text).split())
    if not 1 <= len(line) <= LONGEST_LINE or is_harmful(line):
        raise argparse.ArgumentTypeError(
            f"must be 1 to {LONGEST_LINE} letters, none of which controls what is shown"
        )
    return line


def _place(text: str) -> str:
    from gbvcase.casework.cabinets import is_place_code

    if not is_place_code(text):
        raise argparse.ArgumentTypeError("not the code of a province or commune of today's list")
    return text
