"""The commands that make, check and look after a cabinet."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

from gbvcase.casework.checking import check_now
from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.upkeep import create_cabinet, open_desk
from gbvcase.cli.common import at_desk, print_json, print_said, read_password
from gbvcase.cli.spoken import CASE_CODE, PLACE, Commands, listed
from gbvcase.domain.codes import ProviderType, Role
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.written_values import is_harmful

GO_ON = mark("go on")
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
    from gbvcase.casework.purging import WORD, purge_cases

    password = read_password(options, say)
    desk: Desk = open_desk(Path(options.folder), password)
    try:
        for code in options.codes:
            case_coded(desk, code)  # all are there, before anything is asked
        if not options.yes:
            text = mark("To be removed for good, with history, drafts and files: {codes}")
            print(say(text).format(codes=", ".join(options.codes)), file=sys.stderr)
        _require_confirmed(options, say, WORD)
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


def add_vault_commands(commands: Commands) -> None:
    """Declare `vault create`, `check`, `confirm`, `purge`, `purged` and `salvage`."""
    vault = commands.group("vault", mark("Cabinets: make, check and look after them."))
    _add_create(vault)
    text = mark("read every page, key and link of the journal; it changes nothing")
    vault.command("check", _vault_check, text, password=True)

    text = mark("go on with a cabinet that is older than it was, or whose journal was changed")
    go_on = vault.command("confirm", _vault_go_on, text, password=True)
    text = mark("remove cases for good, and take new keys; nobody can take that back")
    purge = vault.command("purge", _vault_purge, text, CASE_CODE, password=True)
    purge.takes("codes", nargs="+", metavar=mark("CODE"), help=mark("code of the case"))
    for one in (go_on, purge):
        text = mark("do it without asking once more")
        one.takes("--yes", action="store_true", help=text)
    text = mark("list what was purged, by random ids")
    vault.command("purged", _vault_purged, text, password=True)

    text = mark("save what can be read of a damaged cabinet into a new one, and list the rest")
    salvage = vault.command("salvage", _vault_salvage, text, "--out new-cabinet", password=True)
    text = mark("folder of the new cabinet")
    salvage.takes("--out", required=True, metavar=mark("DIR"), help=text)


def _add_create(vault: Commands) -> None:
    say = vault.say
    example = f"--worker Lan --agency womens_union --role caseworker --place {PLACE}"
    text = mark("make a new cabinet, and show its recovery number once")
    create = vault.command("create", _vault_create, text, example, password=True)
    create.takes(
        *("--worker",),
        required=True,
        type=_line(say),
        metavar=mark("NAME"),
        help=mark("your name, as papers print it"),
    )
    for name, kind, text in (
        ("--agency", ProviderType, mark("what your office is; see below")),
        ("--role", Role, mark("what you are there; see below")),
    ):
        reader = _code_of(kind, say)
        create.takes(name, required=True, type=reader, metavar=mark("CODE"), help=text)
    text = mark("code of the commune, or of the province, by the list of July 2025")
    create.takes("--place", required=True, type=_place(say), metavar=mark("CODE"), help=text)
    text = mark("name of the office, as papers print it")
    create.takes("--office", type=_line(say), metavar=mark("NAME"), help=text)
    create.epilog = "\n\n".join(
        [
            str(create.epilog),
            listed(say(mark("Offices")), ProviderType, say),
            listed(say(mark("Roles")), Role, say),
        ]
    )


def _code_of(kind: type[ProviderType] | type[Role], say: Say) -> Callable[[str], str]:
    def read(text: str) -> str:
        codes = [str(code.value) for code in kind]
        if text not in codes:
            wrong = say(mark("not one of: {codes}")).format(codes=", ".join(codes))
            raise argparse.ArgumentTypeError(wrong)
        return text

    return read


def _line(say: Say) -> Callable[[str], str]:
    """Return a reader of names that stand in one line on papers."""

    def read(text: str) -> str:
        line = " ".join(normalize("NFC", text).split())
        if not 1 <= len(line) <= LONGEST_LINE or is_harmful(line):
            wrong = mark("must be 1 to {most} letters, none of which controls what is shown")
            raise argparse.ArgumentTypeError(say(wrong).format(most=LONGEST_LINE))
        return line

    return read


def _place(say: Say) -> Callable[[str], str]:
    from gbvcase.casework.cabinets import is_place_code

    def read(text: str) -> str:
        if not is_place_code(text):
            wrong = mark("not the code of a province or commune of today's list")
            raise argparse.ArgumentTypeError(say(wrong))
        return text

    return read
