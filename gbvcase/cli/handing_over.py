"""What leaves sealed, typed: exact forms, rows of incidents, and ledgers of members."""

import argparse
from pathlib import Path
from typing import Any

from gbvcase.cli.common import at_desk, paper_language, password_in, print_json, print_said
from gbvcase.cli.spoken import (
    CASE_CODE,
    PERIODS,
    REFERRAL_NUMBER,
    TOKEN,
    Commands,
    Parser,
)
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import speaker

PURPOSES = ("law", "supervision", "protocol")
FILE = mark("FILE")
SEALED = mark("sealed file to write")


def secret_of(options: argparse.Namespace) -> str | None:
    """Return the password of a sealed file, if one was chosen."""
    if not options.sealing_password_file:
        return None
    return password_in(options.sealing_password_file)


def sealing(made: Parser) -> None:
    """Let a command take the password of a sealed file from another file."""
    made.takes(
        "--sealing-password-file",
        metavar=mark("FILE"),
        help=mark("read the password of the sealed file from a file"),
    )


def out(made: Parser, text: str, *, required: bool = True, metavar: str = FILE) -> None:
    """Let a command be told where to write."""
    made.takes("--out", required=required, metavar=metavar, help=text)


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
    from gbvcase.casework.ways_out import note_reading

    with at_desk(options, say) as desk:
        if options.out is None:
            found = look_at_rows(desk, options.period, say)
            note_reading(desk, "incidents.read", options.period, rows=len(found.rows))
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


def add_token_commands(referral: Commands) -> None:
    """Declare what keeps a person who was referred from being counted twice."""
    text = mark("show the mark by which the receiver knows that the person is counted here")
    token = referral.command("token", _token, text, REFERRAL_NUMBER, password=True)
    token.takes("number", metavar=mark("NUMBER"), help=mark("number of the referral"))
    text = mark("keep the mark somebody came with: the office that sent counts the person")
    take = referral.command("take", _take, text, f"{CASE_CODE} {TOKEN}", password=True)
    take.takes("code", metavar=mark("CODE"), help=mark("code of the case"))
    take.takes("token", metavar=mark("TOKEN"), help=mark("the mark, as the sender told it"))


def add_sealed_reports(report: Commands) -> None:
    """Declare what of a `report` leaves sealed."""
    text = mark("seal a form with exact figures for an authority; it is not published")
    example = "--report incidents-form --period 2025 --to DOH --out sealed-file.age"
    form = report.command("authority", _authority, text, example, password=True)
    form.takes("--report", required=True, metavar=mark("ID"), help=mark("id of the report"))
    form.takes("--period", required=True, metavar=mark("PERIOD"), help=PERIODS)
    text = mark("the authority that receives it")
    form.takes("--to", required=True, metavar=mark("NAME"), help=text)
    _purpose(form, "law")
    text = mark("who approved it, if not you alone")
    form.takes("--approved-by", metavar=mark("NAME"), help=text)
    out(form, SEALED)
    sealing(form)
    paper_language(form)

    text = mark("seal incidents as rows for the Incident Recorder, or look at them first")
    rows = report.command("incidents", _incidents, text, "--period 2025", password=True)
    rows.takes("--period", required=True, metavar=mark("PERIOD"), help=PERIODS)
    _purpose(rows, "protocol")
    out(rows, mark("sealed file to write; without it the first ten rows are shown"), required=False)
    sealing(rows)


def _purpose(made: Parser, usual: str) -> None:
    made.takes(
        "--purpose",
        choices=PURPOSES,
        default=usual,
        help=mark("why it leaves: law, supervision or protocol between offices"),
    )


def add_ledger_commands(commands: Commands) -> None:
    """Declare `ledger`."""
    ledger = commands.group("ledger", mark("The list of what was released."))
    text = mark("check the list, and say what waits to be joined")
    ledger.command("show", _show, text, password=True)
    text = mark("seal a copy for another member; no true count is in it")
    copy = ledger.command("export", _copy, text, "--out sealed-file.age", password=True)
    out(copy, SEALED)
    sealing(copy)
    text = mark("see whether a member knows of releases that this cabinet does not")
    compare = ledger.command("compare", _compare, text, "member-list.age", password=True)
    compare.takes("file", metavar=FILE, help=mark("sealed list of a member"))
    sealing(compare)
    text = mark("join the lists, so that releasing can go on; no fact is dropped")
    join = ledger.command("join", _join, text, "member-list.age", password=True)
    join.takes("file", nargs="?", metavar=FILE, help=mark("sealed list of a member"))
    sealing(join)
