"""The same work typed: one command a function of `casework`, and nothing cleverer.

Passwords come from a prompt or from a file, never from an argument or the environment: arguments
and environments are seen by other programs. Exit 0: done; 1: refused, with a sentence; 2: wrong
usage.
"""

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from gbvcase.cli.common import at_desk, paper_language, print_json, print_said, tell
from gbvcase.cli.handing_over import add_token_commands
from gbvcase.cli.reports import add_report_commands
from gbvcase.cli.spoken import CASE_CODE, REFERRAL_NUMBER, Commands, Parser, language_before
from gbvcase.cli.vaults import add_vault_commands
from gbvcase.domain.errors import DiskFull, GbvcaseError, NotEnoughMemory
from gbvcase.domain.marking import ENGLISH, Say, mark
from gbvcase.domain.speaking import LANGUAGES, speaker

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

MOST_CASES = 1_000_000  # of a made-up office


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one command; return its exit code."""
    typed = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    say = speaker(language_before(typed))
    options = _parser(say).parse_args(typed)
    try:
        options.do(options, say)
    except GbvcaseError as error:
        tell(error, say, options)
        return REFUSED
    except MemoryError:
        tell(NotEnoughMemory(), say, options)
        return REFUSED
    except (BrokenPipeError, KeyboardInterrupt):  # whoever reads or waits has had enough
        return REFUSED
    except OSError as error:
        tell(_refusal_of(error), say, options)
        return REFUSED
    except EOFError:  # a question was asked, and there is nobody to answer it
        tell(GbvcaseError(mark("Nothing was typed. Nothing was changed.")), say, options)
        return REFUSED
    return DONE


def _refusal_of(error: OSError) -> GbvcaseError:
    """Return what the system refused as a sentence."""
    file = error.filename or ""
    match error:
        case FileNotFoundError():
            return GbvcaseError(mark("There is no such file: {file}"), file=file)
        case IsADirectoryError():
            return GbvcaseError(mark("This is a folder, not a file: {file}"), file=file)
        case NotADirectoryError():
            return GbvcaseError(mark("This is a file, not a folder: {file}"), file=file)
        case PermissionError():
            return GbvcaseError(mark("This file may not be read or written: {file}"), file=file)
        case OSError(errno=errno.ENOSPC):
            return DiskFull()
    return GbvcaseError(mark("A file cannot be read or written: {file}"), file=file)


# --- cases -------------------------------------------------------------------------------------


def _schema(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.domain.schema import case_schema

    print_json(case_schema())


def _case_add(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import add_cases, case_as_json
    from gbvcase.casework.documents_in import read_cases

    named = [(name, _input(name)) for name in options.files]
    with_places = [pair for name, file in named for pair in read_cases(name, file)]
    with at_desk(options, say) as desk:
        cases = add_cases(desk, with_places)
        shown = [case_as_json(desk, case)["derived"] for case in cases]
    if options.json:
        print_json({"added": shown})
        return
    for derived in shown:
        print(derived["client_code"], derived["case_status_label"][say.language])
        for finding in derived["findings"]:
            print("  ", finding["sentence"][say.language])


def _input(name: str) -> TextIO:
    if name == "-":
        if hasattr(sys.stdin, "reconfigure"):  # JSON is UTF-8, whatever the system thinks
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
        return sys.stdin
    return Path(name).open(encoding="utf-8-sig")


def _case_list(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import View, lines, list_cases
    from gbvcase.casework.ways_out import note_reading

    with at_desk(options, say) as desk:
        found = lines(desk, list_cases(desk, View(text=options.search or "")))
        note_reading(desk, "list.read", lines=len(found))
    if options.json:
        print_json([line.as_json() for line in found])
        return
    for line in found:
        print("  ".join((line.code, line.status.said(say), line.name or "-", line.commune or "-")))
    print_said(say, mark("Cases: {count}"), count=len(found))


def _case_show(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_as_json, case_coded, case_in_words
    from gbvcase.casework.ways_out import note_reading

    with at_desk(options, say) as desk:
        case = case_coded(desk, options.code)
        note_reading(desk, "case.read", case.head.id)
        shown = case_as_json(desk, case)
    if options.json:
        print_json(shown)
        return
    for line in case_in_words(case, say):
        print(line)


def _case_history(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_coded, history
    from gbvcase.casework.ways_out import note_reading

    with at_desk(options, say) as desk:
        case_id = case_coded(desk, options.code).head.id
        changes = history(desk, case_id)
        note_reading(desk, "history.read", case_id)
    if options.json:
        print_json([change.as_json() for change in changes])
        return
    for change in changes:
        print(change.said(say))


# --- referrals ---------------------------------------------------------------------------------


def _referral_add(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_coded
    from gbvcase.casework.documents_in import read_document
    from gbvcase.casework.referrals import add_referral

    document = read_document(options.file, _input(options.file))
    with at_desk(options, say) as desk:
        case = case_coded(desk, options.code)
        referral = add_referral(desk, case.head.id, document, options.file)
    if options.json:
        print_json({"referral_no": referral.referral_no, "status": _code(referral.status)})
    else:
        print(referral.referral_no)


def _code(value: Any) -> str | None:
    return None if value is None else str(value.value)


def _referral_print(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.papers import referral_paper_by_number
    from gbvcase.casework.whole_files import write_whole

    with at_desk(options, say) as desk:
        language = options.paper_language or "vi"
        pdf = referral_paper_by_number(desk, options.number, speaker(language))
        write_whole(Path(options.out), pdf)
    if options.json:
        print_json({"out": options.out, "bytes": len(pdf)})
    else:
        print_said(say, mark("Written: {file}"), file=options.out)


# --- papers and demo ---------------------------------------------------------------------------


def _papers(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.samples import write_sample_papers

    for path in write_sample_papers(Path(options.folder)):
        print(path)


def _demo(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.demo import make_demo

    folder = Path(options.folder)
    make_demo(
        folder, cases=options.cases, seed=options.seed, told=partial(print_said, say), years=True
    )
    if _start("gbvcase.ui.pictures", folder, screen="offscreen"):
        print_said(say, mark("Pictures: {folder}"), folder=folder / "pictures")
    if not options.no_window and _has_screen():
        _start("gbvcase.ui.app", folder / "vault")


def _start(module: str, folder: Path, *, screen: str = "") -> bool:
    """Run a part of the screen as a program of its own: no floor calls the one beside it."""
    import subprocess

    environment = os.environ | ({"QT_QPA_PLATFORM": screen} if screen else {})
    command = [sys.executable, "-m", module, str(folder)]
    return subprocess.run(command, env=environment, check=False).returncode == 0  # noqa: S603


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


# --- the words of the command line -------------------------------------------------------------


def _parser(say: Say = ENGLISH) -> Parser:
    parser = Parser(
        say=say,
        text=mark(
            "Without a command the window opens. A password is asked for or read from a file, "
            "never typed on the line. The program ends with 0: done, 1: refused, with a "
            "sentence, 2: wrongly typed."
        ),
        prog="gbvcase",
    )
    parser.takes("--language", choices=LANGUAGES, help=mark("language of what is shown here"))
    commands = Commands(parser)

    text = mark("make a made-up office and do the main job in it")
    demo = commands.command("demo", _demo, text, "my-folder --cases 30")
    demo.takes("folder", metavar=mark("DIR"), help=mark("folder to write into"))
    text, reader = mark("how many cases"), _positive(say)
    demo.takes("--cases", type=reader, default=240, metavar=mark("COUNT"), help=text)
    text = mark("another number makes other people")
    demo.takes("--seed", type=int, default=1, metavar=mark("COUNT"), help=text)
    text = mark("do not open the window afterwards")
    demo.takes("--no-window", action="store_true", help=text)

    add_vault_commands(commands)
    text = mark("print the JSON Schema of a case: every field and every code")
    commands.command("schema", _schema, text)
    _add_case_commands(commands.group("case", mark("Cases: add, list and show them.")))
    referral = commands.group("referral", mark("Referrals: add them, and print their forms."))
    _add_referral_commands(referral)
    add_token_commands(referral)
    add_report_commands(commands)

    text = mark("print every form with made-up people, to look at")
    papers = commands.command("papers", _papers, text, "my-folder")
    papers.takes("folder", metavar=mark("DIR"), help=mark("folder to write into"))
    return parser


def _add_case_commands(case: Commands) -> None:
    text = mark("add cases: one, a list, or one a line; all of them or none")
    add = case.command("add", _case_add, text, "case.json", password=True)
    text = mark("JSON files to read; - reads what is typed or piped in")
    add.takes("files", nargs="+", metavar=mark("FILE.json|-"), help=text)
    text = mark("list the cases, or those that are found")
    found = case.command("list", _case_list, text, '--search "H Bup"', password=True)
    text = mark("part of a name, a code or a number; accents are not needed")
    found.takes("--search", metavar=mark("TEXT"), help=text)
    for name, do, text in (
        ("show", _case_show, mark("show one case; with --json as it can be added again")),
        ("history", _case_history, mark("show what was changed in a case, when and by whom")),
    ):
        one = case.command(name, do, text, CASE_CODE, password=True)
        one.takes("code", metavar=mark("CODE"), help=mark("code of the case"))


def _add_referral_commands(referral: Commands) -> None:
    text = mark("add a referral to a case")
    example = f"{CASE_CODE} referral.json"
    refer = referral.command("add", _referral_add, text, example, password=True)
    refer.takes("code", metavar=mark("CODE"), help=mark("code of the case"))
    text = mark("JSON file to read; - reads what is typed or piped in")
    refer.takes("file", metavar=mark("FILE.json|-"), help=text)
    text = mark("make the referral form, with its reply slip, as a PDF")
    example = f"{REFERRAL_NUMBER} --out referral.pdf"
    form = referral.command("print", _referral_print, text, example, password=True)
    form.takes("number", metavar=mark("NUMBER"), help=mark("number of the referral"))
    form.takes("--out", required=True, metavar=mark("FILE.pdf"), help=mark("file to write"))
    paper_language(form)


def _positive(say: Say) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= MOST_CASES:
            wrong = say(mark("must be a number from 1 to {most}")).format(most=MOST_CASES)
            raise argparse.ArgumentTypeError(wrong)
        return int(text)

    return read
