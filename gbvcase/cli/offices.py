"""Counts of many offices, typed: sealed, added, listed; and which offices reports show."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gbvcase.cli.common import at_desk, password_in, print_json, print_said
from gbvcase.cli.handing_over import FILE, SEALED, out, sealing, secret_of
from gbvcase.cli.spoken import PERIODS, WHICH, Commands, Parser
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark

if TYPE_CHECKING:
    from gbvcase.casework.counting import Added
    from gbvcase.casework.dividing import Division, OfficeSize

RESULTS = {
    "added": mark("added"),
    "replaced": mark("added in place of an older edition"),
    "same": mark("was here already"),
    "older": mark("older than what is here; not used"),
}


class NotTaken(GbvcaseError):
    """A file for which none was taken: which one, and why."""

    sentence = mark("{file}: {reason} Nothing was added.")

    def __init__(self, file: str, reason: GbvcaseError) -> None:
        super().__init__(file=file)
        self.reason = reason

    def said(self, say: Say) -> str:
        """Return which file it is, and what is wrong with it."""
        return say(self.sentence).format(file=self.details["file"], reason=self.reason.said(say))


def _export(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.counting import hand_out
    from gbvcase.casework.whole_files import write_whole

    chosen = secret_of(options)
    with at_desk(options, say) as desk:
        handed = hand_out(desk, options.report, options.period, chosen)
        write_whole(Path(options.out), handed.content)
    if options.json:
        told = {} if chosen else {"password": handed.password}
        print_json(handed.as_json() | {"out": options.out} | told)
        return
    print_said(say, mark("Written: {file}"), file=options.out)
    if not chosen:
        print_said(
            say,
            mark("Password of this file, to be told by another way: {password}"),
            password=handed.password,
        )


def _merge(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.counting import add_counts, kept_counts, open_counts

    opened = []
    for name, secret in zip(options.files, _secrets(options, say), strict=True):
        sealed = Path(name).read_bytes()
        try:
            opened.append(open_counts(sealed, secret))
        except GbvcaseError as reason:
            raise NotTaken(name, reason) from reason
    contents, told = [content for content, _ in opened], [one for _, one in opened]
    with at_desk(options, say) as desk:
        before = {_place(one): one.edition for one in kept_counts(desk)}
        added = add_counts(desk, contents, options.office)
    files = [
        one.as_json() | {"file": name, "result": _result(one, before)}
        for name, one in zip(options.files, told, strict=True)
    ]
    if options.json:
        print_json({"counts": [one.as_json() for one in added], "files": files})
        return
    for one in files:
        text = mark("{file}: {office}, {period}, edition {edition}: {result}")
        print_said(say, text, **one | {"result": say(RESULTS[str(one["result"])])})
    print()
    _print_counts(added, say)


def _place(one: "Added") -> tuple[str, str, str]:
    return one.report, one.period, one.office


def _result(one: "Added", before: dict[tuple[str, str, str], int]) -> str:
    """Return what came of a file; an edition that is named twice was added once."""
    edition = before.get(_place(one), 0)
    if one.edition > edition:
        before[_place(one)] = one.edition
        return "replaced" if edition else "added"
    return "same" if one.edition == edition else "older"


def _secrets(options: argparse.Namespace, say: Say) -> list[str]:
    """Return the password of each file: one for all, one for each, or asked for."""
    from getpass import getpass

    given = options.sealing_password_file or []
    if not given:
        asked = say(mark("Password of {file}"))
        return [getpass(asked.format(file=name) + ": ") for name in options.files]
    if len(given) not in (1, len(options.files)):
        raise GbvcaseError(mark("Name one file with a password for all, or one for each."))
    secrets = [password_in(name) for name in given]
    return secrets if len(given) > 1 else secrets * len(options.files)


def _list(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.counting import kept_counts

    with at_desk(options, say) as desk:
        kept = kept_counts(desk)
    if options.json:
        print_json({"counts": [one.as_json() for one in kept]})
        return
    _print_counts(kept, say)


def _print_counts(kept: "Iterable[Added]", say: Say) -> None:
    for one in kept:
        text = mark("{report}, {period}: {office}, edition {edition}")
        print_said(say, text, **one.as_json())


def _offices(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.dividing import NobodyMeasured, division_of, proposed, sizes

    with at_desk(options, say) as desk:
        known, settled = sizes(desk, options.report), division_of(desk)
        try:
            fit = proposed(desk, options.report)
        except NobodyMeasured:
            fit = None
    if options.json:
        told: dict[str, Any] = {"offices": [one.as_json() for one in known]}
        shown = {"shown": settled.as_json() if settled else None}
        print_json(told | shown | {"proposed": fit.as_json() if fit else None})
        return
    _print_sizes(known, say)
    if settled:
        print_said(say, mark("Reports show:"))
        _print_division(settled)
    elif fit:
        print_said(say, mark("Proposed lines:"))
        _print_division(fit)


def _print_sizes(known: "Iterable[OfficeSize]", say: Say) -> None:
    for one in known:
        text = mark("{office}: too small for a line of its own ({years})")
        if one.as_json()["line"]:
            text = mark("{office}: large enough for a line of its own ({years})")
        print_said(say, text, office=one.office, years=", ".join(one.years))


def _print_division(division: "Division") -> None:
    for name, offices in division.units.items():
        print(f"  {name}" + ("" if offices == (name,) else f": {'; '.join(offices)}"))
    for name, units in division.groups.items():
        print(f"  [{name}] {'; '.join(units)}")


def _divide(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.dividing import Division, keep_division, proposed

    if bool(options.line) == options.proposed:
        raise GbvcaseError(mark("Type the lines, or --proposed to take those that are proposed."))
    with at_desk(options, say) as desk:
        if options.proposed:
            division = proposed(desk, options.report)
        else:
            division = Division(dict(_lines(options.line)), dict(_lines(options.group)))
        keep_division(desk, division, options.report)
    if options.json:
        print_json(division.as_json())
        return
    print_said(say, mark("Reports show:"))
    _print_division(division)


def _lines(given: Iterable[str]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Read `NAME=OFFICE;OFFICE`; a name alone is an office that is a line by itself."""
    for text in given:
        name, sign, rest = text.partition("=")
        offices = tuple(part.strip() for part in rest.split(";") if part.strip())
        yield name.strip(), offices if sign else (name.strip(),)


def add_counts_commands(counts: Commands) -> None:
    """Declare `counts`."""
    text = mark("seal the counts of this office for the province")
    made = counts.command("export", _export, text, f"{WHICH} --out sealed-file.age", password=True)
    made.takes(
        "--report",
        required=True,
        metavar=mark("ID"),
        help=mark("id of the report, as the list shows it"),
    )
    made.takes("--period", required=True, metavar=mark("PERIOD"), help=PERIODS)
    out(made, SEALED)
    sealing(made)

    text = mark("add the sealed counts of other offices")
    merge = counts.command("merge", _merge, text, "office-a.age office-b.age", password=True)
    text = mark("sealed counts of an office")
    merge.takes("files", nargs="+", metavar=mark("FILE"), help=text)
    text = mark("an office that is known too, though it sent nothing yet")
    merge.takes("--office", action="append", default=[], metavar=mark("NAME"), help=text)
    text = mark("file with the password of the sealed files; once for all, or once for each")
    merge.takes("--sealing-password-file", action="append", metavar=FILE, help=text)

    text = mark("list the counts of other offices that are kept here")
    counts.command("list", _list, text, password=True)

    text = mark("show which offices are large enough for a line of their own, and which have one")
    known = counts.command("offices", _offices, text, password=True)
    _measured(known)

    text = mark("settle which offices reports show by themselves; the others stand together")
    example = '--line OFFICE-A --line "AREA=OFFICE-B;OFFICE-C"'
    settle = counts.command("divide", _divide, text, example, password=True)
    text = mark("a line and its offices; a name alone is an office")
    settle.takes(
        "--line", action="append", default=[], metavar=mark("NAME=OFFICE;OFFICE"), help=text
    )
    text = mark("lines that have a sum of their own")
    settle.takes("--group", action="append", default=[], metavar=mark("NAME=LINE;LINE"), help=text)
    text = mark("take the lines that `counts offices` proposes")
    settle.takes("--proposed", action="store_true", help=text)
    _measured(settle)


def _measured(made: Parser) -> None:
    text = mark("id of the report by whose counts offices are measured")
    made.takes("--report", default="incidents", metavar=mark("ID"), help=text)
