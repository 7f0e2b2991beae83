"""The same work typed: one command a function of `casework`, and nothing cleverer.

Passwords come from a prompt or from a file, never from an argument or the environment: arguments
and environments are seen by other programs. Exit 0: done; 1: refused, with a sentence; 2: wrong
usage.
"""

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from getpass import getpass
from pathlib import Path
from typing import Any, TextIO

from gbvcase.casework.desk import Desk, Profile
from gbvcase.casework.upkeep import check_cabinet, create_cabinet, open_desk
from gbvcase.domain.codes import ProviderType, Role
from gbvcase.domain.errors import DiskFull, GbvcaseError, Refused
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import LANGUAGES, speaker

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


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
        _tell(error, say, options)
        return REFUSED
    except BrokenPipeError:  # whoever read what we print has had enough
        return REFUSED
    except OSError as error:
        _tell(_refusal_of(error), say, options)
        return REFUSED
    except KeyboardInterrupt:
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


def _tell(error: GbvcaseError, say: Say, options: argparse.Namespace) -> None:
    where = error.where if isinstance(error, Refused) else ""
    sentence = error.said(say)
    if getattr(options, "json", False):
        _print_json({"refused": sentence, "where": where, "reason": type(error).__name__})
    print(f"{where}: {sentence}" if where else sentence, file=sys.stderr)


def _language_of_the_computer() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "en" if os.environ[name].lower().startswith("en") else "vi"
    return "vi"


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


@contextmanager
def _at_desk(options: argparse.Namespace, say: Say) -> Iterator[Desk]:
    desk = open_desk(Path(options.folder), _password(options, say))
    try:
        yield desk
    finally:
        desk.vault.lock()


def _password(options: argparse.Namespace, say: Say) -> str:
    if options.password_file:
        return Path(options.password_file).read_text(encoding="utf-8").rstrip("\r\n")
    return getpass(say(mark("Password")) + ": ")


def _said(say: Say, text: str, **details: object) -> None:
    print(say(text).format(**details))


# --- vault -------------------------------------------------------------------------------------


def _vault_create(options: argparse.Namespace, say: Say) -> None:
    profile = Profile(
        worker=options.worker,
        role=Role.of(options.role),
        agency=ProviderType.of(options.agency),
        office=options.office or ProviderType.of(options.agency).said(say),
        commune=options.place if len(options.place) > 2 else None,  # noqa: PLR2004 - a province
        province="52" if len(options.place) > 2 else options.place,  # noqa: PLR2004
    )
    desk, number = create_cabinet(Path(options.folder), profile, _password(options, say))
    desk.vault.lock()
    if options.json:
        _print_json({"folder": options.folder, "recovery_number": number})
        return
    _said(say, mark("The cabinet is made."))
    _said(
        say, mark("Recovery number, to be written down and kept elsewhere: {number}"), number=number
    )


def _vault_check(options: argparse.Namespace, say: Say) -> None:
    with _at_desk(options, say) as desk:
        checked = check_cabinet(desk)
    if options.json:
        _print_json(checked.as_json())
    else:
        for line in checked.said(say):
            print(line)
    if not checked.is_whole:
        raise GbvcaseError(mark("The cabinet is damaged. See the list above."))


# --- cases -------------------------------------------------------------------------------------


def _schema(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.domain.schema import case_schema

    _print_json(case_schema())


def _case_add(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import add_cases, case_as_json
    from gbvcase.casework.documents_in import read_cases

    named = [(name, _input(name)) for name in options.files]
    with_places = [pair for name, file in named for pair in read_cases(name, file)]
    with _at_desk(options, say) as desk:
        cases = add_cases(desk, with_places)
        shown = [case_as_json(desk, case)["derived"] for case in cases]
    if options.json:
        _print_json({"added": shown})
        return
    for derived in shown:
        print(derived["client_code"], derived["case_status_label"][say.language])
        for finding in derived["findings"]:
            print("  ", finding["sentence"][say.language])


def _input(name: str) -> TextIO:
    if name == "-":
        return sys.stdin
    return Path(name).open(encoding="utf-8-sig")


def _case_list(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import View, lines, list_cases

    with _at_desk(options, say) as desk:
        found = lines(desk, list_cases(desk, View(text=options.search or "")))
    if options.json:
        _print_json([line.as_json() for line in found])
        return
    for line in found:
        print("  ".join((line.code, line.status.said(say), line.name or "-", line.commune or "-")))
    _said(say, mark("Cases: {count}"), count=len(found))


def _case_show(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_as_json, case_coded, case_in_words

    with _at_desk(options, say) as desk:
        case = case_coded(desk, options.code)
        shown = case_as_json(desk, case)
    if options.json:
        _print_json(shown)
        return
    for line in case_in_words(case, say):
        print(line)


def _case_history(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_coded, history

    with _at_desk(options, say) as desk:
        changes = history(desk, case_coded(desk, options.code).head.id)
    if options.json:
        _print_json([change.as_json() for change in changes])
        return
    for change in changes:
        print(change.said(say))


# --- referrals ---------------------------------------------------------------------------------


def _referral_add(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_coded
    from gbvcase.casework.documents_in import read_document
    from gbvcase.casework.referrals import add_referral

    document = read_document(options.file, _input(options.file))
    with _at_desk(options, say) as desk:
        referral = add_referral(desk, case_coded(desk, options.code).head.id, document)
    if options.json:
        _print_json({"referral_no": referral.referral_no, "status": _code(referral.status)})
    else:
        print(referral.referral_no)


def _code(value: Any) -> str | None:
    return None if value is None else str(value.value)


def _referral_print(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.papers import referral_paper_by_number
    from gbvcase.casework.whole_files import write_whole

    with _at_desk(options, say) as desk:
        language = options.paper_language or "vi"
        pdf = referral_paper_by_number(desk, options.number, speaker(language))
        write_whole(Path(options.out), pdf)
    if options.json:
        _print_json({"out": options.out, "bytes": len(pdf)})
    else:
        _said(say, mark("Written: {file}"), file=options.out)


# --- reports -----------------------------------------------------------------------------------


def _report_list(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import reports

    plans = reports()
    if options.json:
        _print_json(
            [
                {"id": plan.id, "title": dict(plan.titles), "calendar": plan.calendar}
                for plan in plans
            ]
        )
        return
    for plan in plans:
        print(f"{plan.id}: {plan.said(say)}")


def _report_publish(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import publish

    with _at_desk(options, say) as desk:
        release = publish(
            desk,
            options.report,
            options.period,
            place=options.place,
            folder=Path(options.out),
            say=speaker(options.paper_language or say.language),
            approved_by=options.approved_by,
        )
    if options.json:
        _print_json(release.as_json())
        return
    for path in release.files:
        print(path)


# --- papers and demo ---------------------------------------------------------------------------


def _papers(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.samples import write_sample_papers

    for path in write_sample_papers(Path(options.folder)):
        print(path)


def _demo(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.demo import make_demo

    folder = Path(options.folder)
    make_demo(folder, cases=options.cases, seed=options.seed, told=partial(_said, say))
    if _start("gbvcase.ui.pictures", folder, screen="offscreen"):
        _said(say, mark("Pictures: {folder}"), folder=folder / "pictures")
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

    demo = _command(commands, "demo", _demo, "make a made-up office and do the main job in it")
    demo.add_argument("folder", metavar="DIR")
    demo.add_argument("--cases", type=_positive, default=120, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S")
    demo.add_argument("--no-window", action="store_true")

    vault = commands.add_parser("vault", help="make or check a cabinet").add_subparsers(
        required=True, metavar="command"
    )
    create = _command(vault, "create", _vault_create, "make a new cabinet", password=True)
    create.add_argument("--worker", required=True, metavar="NAME")
    create.add_argument("--agency", required=True, type=_code_of(ProviderType), metavar="TYPE")
    create.add_argument("--role", required=True, type=_code_of(Role), metavar="ROLE")
    create.add_argument("--place", required=True, type=_place, metavar="CODE")
    create.add_argument("--office", metavar="NAME", help="name of the office as papers print it")
    _command(vault, "check", _vault_check, "check every page of a cabinet", password=True)

    schema = commands.add_parser("schema", help="print the JSON Schema of a case")
    schema.set_defaults(do=_schema)

    case = commands.add_parser("case", help="add, list and show cases").add_subparsers(
        required=True, metavar="command"
    )
    add = _command(case, "add", _case_add, "add cases: all or nothing", password=True)
    add.add_argument("files", nargs="+", metavar="FILE.json|-")
    found = _command(case, "list", _case_list, "list cases", password=True)
    found.add_argument("--search", metavar="TEXT")
    for name, do, text in (
        ("show", _case_show, "show one case"),
        ("history", _case_history, "show what was changed in a case, when and by whom"),
    ):
        _command(case, name, do, text, password=True).add_argument("code", metavar="CODE")

    referral = commands.add_parser("referral", help="refer to another agency").add_subparsers(
        required=True, metavar="command"
    )
    refer = _command(referral, "add", _referral_add, "add a referral to a case", password=True)
    refer.add_argument("code", metavar="CODE")
    refer.add_argument("file", metavar="FILE.json|-")
    form = _command(referral, "print", _referral_print, "make the referral form", password=True)
    form.add_argument("number", metavar="NUMBER")
    form.add_argument("--out", required=True, metavar="FILE.pdf")
    _paper_language(form)

    report = commands.add_parser("report", help="protected statistics").add_subparsers(
        required=True, metavar="command"
    )
    plans = report.add_parser("list", help="list the reports")
    plans.add_argument("--json", action="store_true")
    plans.set_defaults(do=_report_list)
    release = _command(report, "publish", _report_publish, "publish a report", password=True)
    release.add_argument("--report", required=True, metavar="ID")
    release.add_argument("--period", required=True, metavar="2025|2025-Q2|2025-H1")
    release.add_argument("--place", metavar="CODE")
    release.add_argument("--out", required=True, metavar="DIR")
    release.add_argument("--approved-by", metavar="NAME")
    _paper_language(release)

    papers = commands.add_parser("papers", help="print every form with made-up people")
    papers.add_argument("folder", metavar="DIR")
    papers.set_defaults(do=_papers)
    return parser


def _command(
    commands: Any,
    name: str,
    do: Callable[[argparse.Namespace, Say], None],
    text: str,
    *,
    password: bool = False,
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    if password:
        command.add_argument("folder", metavar="DIR")
        command.add_argument("--password-file", metavar="PATH")
        command.add_argument("--json", action="store_true", help="print results for a program")
    command.set_defaults(do=do)
    return command


def _paper_language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--language", dest="paper_language", choices=LANGUAGES, help="language of the paper"
    )


def _code_of(kind: type[ProviderType] | type[Role]) -> Callable[[str], str]:
    def checked(text: str) -> str:
        if text not in (codes := _codes(kind)):
            raise argparse.ArgumentTypeError(f"not one of: {', '.join(codes)}")
        return text

    return checked


def _codes(kind: Iterable[Any]) -> list[str]:
    return [str(code.value) for code in kind]


def _place(text: str) -> str:
    from gbvcase.casework.cabinets import is_place_code

    if not is_place_code(text):
        raise argparse.ArgumentTypeError("not the code of a province or commune of today's list")
    return text


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
