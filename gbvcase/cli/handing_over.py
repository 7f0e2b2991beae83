"""What leaves sealed, typed: exact forms, rows of incidents, and ledgers of members."""

import argparse
from pathlib import Path
from typing import Any

from gbvcase.cli.common import (
    at_desk,
    command,
    paper_language,
    password_in,
    print_json,
    print_said,
)
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import speaker

PURPOSES = ("law", "supervision", "protocol")


def secret_of(options: argparse.Namespace) -> str | None:
    """Return the password of a sealed file, if one was chosen."""
    if not options.sealing_password_file:
        return None
    return password_in(options.sealing_password_file)


def sealing(made: argparse.ArgumentParser) -> None:
    """Let a command take the password of a sealed file from another file."""
    made.add_argument("--sealing-password-file", metavar="PATH", help="password of the sealed file")


def _written(
    options: argparse.Namespace, say: Say, content: bytes, password: str, told: dict[str, Any]
) -> None:
    """Write a sealed file, and say its password once if it was drawn."""
    from gbvcase.casework.whole_files import write_whole

    write_whole(Path(options.out), content)
    drawn = not options.sealing_password_file
    if options.json:
        print_json(told | {"out": options.out} | ({"password": password} if drawn else {}))
        return
    print_said(say, mark("Written: {file}"), file=options.out)
    if drawn:
        text = mark("Password of this file, to be told by another way: {password}")
        print_said(say, text, password=password)


def _authority(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.authority import ExitPurpose, seal_form

    with at_desk(options, say) as desk:
        form = seal_form(
            desk,
            options.report,
            options.period,
            receiver=options.to,
            purpose=ExitPurpose[options.purpose.upper()],
            say=speaker(options.paper_language or say.language),
            approved_by=options.approved_by or "",
            password=secret_of(options),
        )
        told = {"form": form.name, "audience": "authority", "receiver": options.to}
        _written(options, say, form.content, form.password, told)


def _incidents(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.incident_recorder import ExitPurpose, look_at_rows, seal_rows

    with at_desk(options, say) as desk:
        if options.out is None:
            found = look_at_rows(desk, options.period, say)
            if options.json:
                print_json(found.as_json() | {"first": [list(row) for row in found.rows]})
                return
            for row in (found.titles, *found.rows):
                print(" | ".join(row))
            text = mark("{number} rows would leave, {left} would stay. Nothing was written.")
            print_said(say, text, number=found.number, left=found.left_out)
            return
        purpose = ExitPurpose[options.purpose.upper()]
        sealed = seal_rows(
            desk, options.period, purpose=purpose, say=say, password=secret_of(options)
        )
        told = {"rows": sealed.number, "left_out": sealed.left_out}
        _written(options, say, sealed.content, sealed.password, told)


def _show(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.ledgers import ledger_of, waiting

    with at_desk(options, say) as desk:
        ledger, seen = ledger_of(desk), waiting(desk)
    if options.json:
        told = {"lines": len(ledger.lines), "ends": list(ledger.ends)}
        print_json(told | {"waiting": [one.as_json() for one in seen]})
        return
    text = mark("{lines} lines, {ends} end(s): {head}")
    ends = ", ".join(name[:16] for name in ledger.ends)
    print_said(say, text, lines=len(ledger.lines), ends=len(ledger.ends), head=ends)
    for one in seen:
        print(f"{one.office}: {', '.join(one.missing)}")


def _copy(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.ledgers import hand_out_ledger

    with at_desk(options, say) as desk:
        handed = hand_out_ledger(desk, secret_of(options))
        told = {"lines": handed.lines}
        _written(options, say, handed.content, handed.password, told)


def _compare(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.ledgers import compare_ledger

    with at_desk(options, say) as desk:
        found = compare_ledger(desk, *_sealed(options, say))
    if options.json:
        print_json(found.as_json())
        return
    print(f"{found.office}: {say(found.standing.value)}")
    for name in found.missing:
        print(f"  {name}")
    if found.missing:
        print_said(say, mark("Nothing is released until the lists are joined."))


def _join(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.ledgers import compare_ledger, join_ledgers

    with at_desk(options, say) as desk:
        if options.file is not None:
            compare_ledger(desk, *_sealed(options, say))
        joined = join_ledgers(desk)
    if options.json:
        print_json({"joined": [one.as_json() for one in joined]})
        return
    for one in joined:
        text = mark("Joined with the list of {office}: {number} releases more.")
        print_said(say, text, office=one.office, number=len(one.missing))


def _sealed(options: argparse.Namespace, say: Say) -> tuple[bytes, str]:
    from getpass import getpass

    asked = say(mark("Password of {file}")).format(file=options.file)
    return Path(options.file).read_bytes(), secret_of(options) or getpass(f"{asked}: ")


def _token(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.referral_tokens import token_of

    with at_desk(options, say) as desk:
        token = token_of(desk, options.number)
    if options.json:
        print_json({"number": options.number, "token": token})
        return
    print(token)


def _take(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.cases import case_coded
    from gbvcase.casework.referral_tokens import take_token

    with at_desk(options, say) as desk:
        take_token(desk, case_coded(desk, options.code).head.id, options.token)
    if options.json:
        print_json({"code": options.code, "counted_by": "sender"})
        return
    print_said(say, mark("The office that sent her counts her; your services count here."))


def add_token_commands(referral: Any) -> None:
    """Declare what keeps a person who was referred from being counted twice."""
    token = command(referral, "token", _token, "the mark of a referral", password=True)
    token.add_argument("number", metavar="NUMBER")
    take = command(referral, "take", _take, "keep the mark somebody came with", password=True)
    take.add_argument("code", metavar="CODE")
    take.add_argument("token", metavar="TOKEN")


def add_handing_over_commands(commands: Any, report: Any) -> None:
    """Declare what of a `report` leaves sealed, and `ledger`."""
    form = command(report, "authority", _authority, "seal an exact form", password=True)
    form.add_argument("--report", required=True, metavar="ID")
    form.add_argument("--period", required=True, metavar="PERIOD")
    form.add_argument("--to", required=True, metavar="NAME", help="the authority that receives it")
    form.add_argument("--purpose", choices=PURPOSES, default="law")
    form.add_argument("--approved-by", metavar="NAME")
    form.add_argument("--out", required=True, metavar="FILE")
    sealing(form)
    paper_language(form)

    rows = command(
        report, "incidents", _incidents, "seal incidents as rows, or look at them", password=True
    )
    rows.add_argument("--period", required=True, metavar="PERIOD")
    rows.add_argument("--purpose", choices=PURPOSES, default="protocol")
    rows.add_argument("--out", metavar="FILE", help="without it the first ten rows are shown")
    sealing(rows)

    ledger = commands.add_parser("ledger", help="the list of what was released").add_subparsers(
        required=True, metavar="command"
    )
    command(ledger, "show", _show, "check the list, and say what waits", password=True)
    copy = command(ledger, "export", _copy, "seal a copy for another member", password=True)
    copy.add_argument("--out", required=True, metavar="FILE")
    sealing(copy)
    compare = command(ledger, "compare", _compare, "look at a member's copy", password=True)
    compare.add_argument("file", metavar="FILE")
    sealing(compare)
    join = command(ledger, "join", _join, "join the lists; no fact is dropped", password=True)
    join.add_argument("file", nargs="?", metavar="FILE")
    sealing(join)
