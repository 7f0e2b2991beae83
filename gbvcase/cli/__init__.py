"""The same work typed: one command a function of `casework`, and nothing cleverer.

Passwords come from a prompt or from a file, never from an argument or the environment: arguments
and environments are seen by other programs. Exit 0: done; 1: refused, with a sentence; 2: wrong
usage.
"""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from gbvcase.cli.common import (
    at_desk,
    command,
    paper_language,
    print_json,
    print_said,
    tell,
)
from gbvcase.cli.handing_over import add_token_commands
from gbvcase.cli.reports import add_report_commands
from gbvcase.cli.vaults import add_vault_commands
from gbvcase.domain.errors import DiskFull, GbvcaseError, NotEnoughMemory
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import LANGUAGES, speaker

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

MOST_CASES = 1_000_000  # of a made-up office


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one command; return its exit code."""
    options = _parser().parse_args(arguments)
    say = speaker(options.language or _language_of_the_computer())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
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
        case PermissionError():
            return GbvcaseError(mark("This file may not be read or written: {file}"), file=file)
        case OSError(errno=errno.ENOSPC):
            return DiskFull()
    return GbvcaseError(mark("A file cannot be read or written: {file}"), file=file)


def _language_of_the_computer() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "en" if os.environ[name].lower().startswith("en") else "vi"
    return "vi"


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

    with at_desk(options, say) as desk:
        found = lines(desk, list_cases(desk, View(text=options.search or "")))
    if options.json:
        print_json([line.as_json() for line in found])
        return
    for line in found:
        print("  ".join((line.code, line.status.said(say), line.name or "-", line.commune or "-")))
    print_said(say, mark("Cases: {count}"), count=len(found))


def _case_show(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_as_json, case_coded, case_in_words

    with at_desk(options, say) as desk:
        case = case_coded(desk, options.code)
        shown = case_as_json(desk, case)
    if options.json:
        print_json(shown)
        return
    for line in case_in_words(case, say):
        print(line)


def _case_history(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_coded, history

    with at_desk(options, say) as desk:
        changes = history(desk, case_coded(desk, options.code).head.id)
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
        referral = add_referral(desk, case_coded(desk, options.code).head.id, document)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gbvcase",
        description="Without a command: opens the window. "
        "Passwords are asked for, or read from a file.",
    )
    parser.add_argument("--language", choices=LANGUAGES, help="language of what is printed here")
    commands = parser.add_subparsers(required=True, metavar="command")

    demo = command(commands, "demo", _demo, "make a made-up office and do the main job in it")
    demo.add_argument("folder", metavar="DIR")
    demo.add_argument("--cases", type=_positive, default=240, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S")
    demo.add_argument("--no-window", action="store_true")

    add_vault_commands(commands)

    schema = commands.add_parser("schema", help="print the JSON Schema of a case")
    schema.set_defaults(do=_schema)

    case = commands.add_parser("case", help="add, list and show cases").add_subparsers(
        required=True, metavar="command"
    )
    add = command(case, "add", _case_add, "add cases: all or nothing", password=True)
    add.add_argument("files", nargs="+", metavar="FILE.json|-")
    found = command(case, "list", _case_list, "list cases", password=True)
    found.add_argument("--search", metavar="TEXT")
    for name, do, text in (
        ("show", _case_show, "show one case"),
        ("history", _case_history, "show what was changed in a case, when and by whom"),
    ):
        command(case, name, do, text, password=True).add_argument("code", metavar="CODE")

    referral = commands.add_parser("referral", help="refer to another agency").add_subparsers(
        required=True, metavar="command"
    )
    refer = command(referral, "add", _referral_add, "add a referral to a case", password=True)
    refer.add_argument("code", metavar="CODE")
    refer.add_argument("file", metavar="FILE.json|-")
    form = command(referral, "print", _referral_print, "make the referral form", password=True)
    form.add_argument("number", metavar="NUMBER")
    form.add_argument("--out", required=True, metavar="FILE.pdf")
    paper_language(form)
    add_token_commands(referral)

    add_report_commands(commands)

    papers = commands.add_parser("papers", help="print every form with made-up people")
    papers.add_argument("folder", metavar="DIR")
    papers.set_defaults(do=_papers)
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_CASES:
        raise argparse.ArgumentTypeError(f"must be a number from 1 to {MOST_CASES}")
    return int(text)
