"""Reports and counts, typed."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gbvcase.cli.common import at_desk, command, paper_language, print_json, print_said
from gbvcase.cli.figures import add_figures_command
from gbvcase.cli.handing_over import add_handing_over_commands, sealing, secret_of
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import speaker

if TYPE_CHECKING:
    from gbvcase.casework.publishing import PublishedReport, ReportPlan

PERIODS = "2025|2025-Q2|2025-H1|2021..2025"


def _list(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import indicators, reports

    if options.indicators:
        _list_indicators(indicators(), options, say)
        return
    plans = reports()
    if options.json:
        print_json([_about(plan) for plan in plans])
        return
    for plan in plans:
        print(f"{plan.id}: {plan.said(say)}")


def _about(plan: "ReportPlan") -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": dict(plan.titles),
        "calendar": plan.calendar,
        "unit": plan.unit.value,
        "base": plan.base,
        "threshold": plan.threshold,
        "periods": [level.value for level in plan.levels],
        "plan": plan.digest,
        "tables": [{"id": table.id, "title": dict(table.titles)} for table in plan.shown],
    }


def _list_indicators(found: Iterable[Any], options: argparse.Namespace, say: Say) -> None:
    if options.json:
        print_json(
            [
                {
                    "id": one.id,
                    "title": dict(one.titles),
                    "unit": one.unit,
                    "standing": one.standing.name.lower(),
                    "missing": list(one.missing),
                }
                for one in found
            ]
        )
        return
    for one in found:
        print(f"{one.id}: {one.said(say)} ({say(one.standing.value)})")


def _show(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import period_of, release_named, reports

    plan = next((plan for plan in reports() if plan.id == options.report), None)
    with at_desk(options, say) as desk:
        if plan is not None and options.period is None:
            _show_plan(plan, options, say)
            return
        name = options.report
        if plan is not None:
            period = period_of(plan, options.period).code
            name = f"{plan.id}-{period.replace('..', '-to-')}"
        found = release_named(desk, name)
    if options.json:
        print_json(found.as_json() | {"rows": found.rows()})
        return
    _print_release(found, say)


def _show_plan(plan: "ReportPlan", options: argparse.Namespace, say: Say) -> None:
    if options.json:
        print_json(_about(plan))
        return
    print(plan.said(say))
    for table in plan.shown:
        print(f"  {table.id}  {table.said(say.language)}")


def _print_release(found: "PublishedReport", say: Say) -> None:
    from gbvcase.casework.publishing import figure_text, notes

    for grid in found.tables:
        print(f"{grid.id}. {grid.said(say)}")
        print("  " + " | ".join(["", *(head.said(say.language) for head in grid.columns)]))
        for row in grid.rows:
            label = "  " * row.head.depth + row.head.said(say.language)
            figures = (figure_text(cell.figure, grid.base, say) for cell in row.cells)
            print("  " + " | ".join([label, *figures]))
        print()
    for text in notes(found.release, say):
        print(text)


def _publish(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import Audience, publish

    mapping = Path(options.dhis2_mapping).read_bytes() if options.dhis2_mapping else None
    with at_desk(options, say) as desk:
        release = publish(
            desk,
            options.report,
            options.period,
            place=options.place,
            folder=Path(options.out),
            say=speaker(options.paper_language or say.language),
            audience=Audience(options.audience),
            approved_by=options.approved_by,
            leave_out=_tables(options.leave_out),
            mapping=mapping,
        )
    if options.json:
        print_json(release.as_json())
        return
    for path in release.files:
        print(path)


def _correct(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import correct

    with at_desk(options, say) as desk:
        made = correct(
            desk,
            options.report,
            options.period,
            folder=Path(options.out),
            say=speaker(options.paper_language or say.language),
            approved_by=options.approved_by,
        )
    if options.json:
        print_json(made.as_json())
        return
    for path in made.files:
        print(path)


def _tables(given: list[str]) -> tuple[str, ...]:
    return tuple(name.strip() for text in given for name in text.split(",") if name.strip())


def _audit(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import audit, try_out

    if (options.report is None) != (options.period is None):
        raise GbvcaseError(mark("Name both a report and a period, or neither."))
    with at_desk(options, say) as desk:
        found = audit(desk)
        if options.report is not None:
            try_out(desk, options.report, options.period, _tables(options.leave_out))
    safe = all(one.is_safe for one in found)
    if options.json:
        print_json({"safe": safe, "releases": [one.as_json(say) for one in found]})
    else:
        for one in found:
            print(one.said(say))
        if options.report is not None:
            print_said(say, mark("{report}, {period}: could be published."), **_named(options))
    if not safe:
        raise GbvcaseError(mark("What was released does not protect everybody."))


def _named(options: argparse.Namespace) -> dict[str, object]:
    return {"report": options.report, "period": options.period}


def _releases(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import all_releases

    with at_desk(options, say) as desk:
        found = all_releases(desk)
    if options.json:
        print_json([one.as_json() for one in found])
        return
    for one in found:
        told = one.as_json()
        print(f"{one.id}  {told['made_at'][:10]}  {say(one.state.said)}  {one.approval(say)}")


def _files(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import files_again

    mapping = Path(options.dhis2_mapping).read_bytes() if options.dhis2_mapping else None
    with at_desk(options, say) as desk:
        language = speaker(options.paper_language or say.language)
        made = files_again(desk, options.release, Path(options.out), language, mapping)
    if options.json:
        print_json(made.as_json())
        return
    for path in made.files:
        print(path)


def _withdraw(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.publishing import withdraw

    with at_desk(options, say) as desk:
        withdraw(desk, options.release, options.reason)
    if options.json:
        print_json({"withdrawn": options.release})
    else:
        print_said(
            say,
            mark("The release {name} is withdrawn. What it told stays known."),
            name=options.release,
        )


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
    from getpass import getpass

    from gbvcase.casework.counting import take_in

    secret = secret_of(options)
    asked = say(mark("Password of {file}"))
    sealed = [
        (Path(name).read_bytes(), secret or getpass(asked.format(file=name) + ": "))
        for name in options.files
    ]
    with at_desk(options, say) as desk:
        added = take_in(desk, sealed, options.office)
    if options.json:
        print_json({"counts": [one.as_json() for one in added]})
        return
    for one in added:
        text = mark("{report}, {period}: {office}, edition {edition}")
        print_said(say, text, **one.as_json())


def add_report_commands(commands: Any) -> None:
    """Declare `report` and `counts`."""
    report = commands.add_parser("report", help="protected statistics").add_subparsers(
        required=True, metavar="command"
    )
    plans = command(report, "list", _list, "list the reports, or all indicators")
    plans.add_argument("--json", action="store_true")
    plans.add_argument("--indicators", action="store_true", help="what is counted, and what waits")

    show = command(report, "show", _show, "show a report or what was released", password=True)
    show.add_argument("report", metavar="REPORT|RELEASE")
    show.add_argument("--period", metavar=PERIODS)

    release = command(report, "publish", _publish, "publish a report", password=True)
    _which(release, required=True)
    release.add_argument("--place", metavar="CODE")
    release.add_argument("--out", required=True, metavar="DIR")
    release.add_argument("--approved-by", metavar="NAME")
    release.add_argument(
        "--audience", choices=("public", "network"), default="public", help="who is handed it"
    )
    _leave_out(release)
    _mapping(release)
    paper_language(release)

    mended = command(report, "correct", _correct, "correct a published year", password=True)
    _which(mended, required=True)
    mended.add_argument("--out", required=True, metavar="DIR")
    mended.add_argument("--approved-by", metavar="NAME")
    paper_language(mended)

    attacked = command(report, "audit", _audit, "attack all that was released", password=True)
    _which(attacked, required=False)
    _leave_out(attacked)

    command(report, "releases", _releases, "list what was released", password=True)

    files = command(report, "files", _files, "make the files of a release again", password=True)
    files.add_argument("release", metavar="RELEASE")
    files.add_argument("--out", required=True, metavar="DIR")
    _mapping(files)
    paper_language(files)

    add_figures_command(report, PERIODS)

    gone = command(report, "withdraw", _withdraw, "mark a release as taken back", password=True)
    gone.add_argument("release", metavar="RELEASE")
    gone.add_argument("--reason", required=True, metavar="TEXT", help="why; it stays on record")

    add_handing_over_commands(commands, report)

    counts = commands.add_parser("counts", help="counts of many offices").add_subparsers(
        required=True, metavar="command"
    )
    out = command(counts, "export", _export, "seal the counts of this office", password=True)
    _which(out, required=True)
    out.add_argument("--out", required=True, metavar="FILE")
    sealing(out)
    merge = command(counts, "merge", _merge, "add the counts of other offices", password=True)
    merge.add_argument("files", nargs="+", metavar="FILE")
    merge.add_argument(
        "--office", action="append", default=[], metavar="NAME", help="an office that is known too"
    )
    sealing(merge)


def _which(made: argparse.ArgumentParser, *, required: bool) -> None:
    made.add_argument("--report", required=required, metavar="ID")
    made.add_argument("--period", required=required, metavar=PERIODS)


def _leave_out(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--leave-out", action="append", default=[], metavar="TABLE", help="do not show this table"
    )


def _mapping(made: argparse.ArgumentParser) -> None:
    made.add_argument("--dhis2-mapping", metavar="FILE", help="identifiers of a DHIS2 instance")
