"""Reports and counts, typed."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gbvcase.cli.common import at_desk, paper_language, print_json, print_said
from gbvcase.cli.figures import add_figures_command
from gbvcase.cli.handing_over import (
    add_ledger_commands,
    add_sealed_reports,
    out,
)
from gbvcase.cli.offices import add_counts_commands
from gbvcase.cli.spoken import PERIODS, RELEASE, REPORT, WHICH, Commands, Parser
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import speaker

if TYPE_CHECKING:
    from gbvcase.casework.publishing import PublishedReport, ReportPlan


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
    from gbvcase.casework.dividing import name_here
    from gbvcase.casework.publishing import period_of, release_named, reports

    plan = next((plan for plan in reports() if plan.id == options.report), None)
    with at_desk(options, say) as desk:
        if plan is not None and options.period is None:
            _show_plan(plan, options, say)
            return
        name = options.report
        if plan is not None:
            period = period_of(plan, options.period).code
            name = name_here(desk, plan, period)
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
            by_office=options.by_office,
            office=options.of_office or "",
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
            try_out(
                desk,
                options.report,
                options.period,
                _tables(options.leave_out),
                by_office=options.by_office,
                office=options.of_office or "",
            )
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


def add_report_commands(commands: Commands) -> None:
    """Declare `report`, `ledger` and `counts`."""
    report = commands.group("report", mark("Protected statistics: count, publish and check them."))
    _add_showing(report)
    _add_releasing(report)
    add_figures_command(report)
    add_sealed_reports(report)
    add_ledger_commands(commands)
    add_counts_commands(commands.group("counts", mark("Counts of many offices, added up.")))


def _add_showing(report: Commands) -> None:
    text = mark("list the reports, or all indicators")
    plans = report.command("list", _list, text, "--indicators")
    plans.takes("--json", action="store_true", help=mark("print the result for a program"))
    text = mark("what is counted, and what waits for records that are not there yet")
    plans.takes("--indicators", action="store_true", help=text)

    text = mark("show the tables of a report, or the figures of a release")
    example = f"{REPORT} --period 2025"
    show = report.command("show", _show, text, example, password=True)
    text = mark("id of a report or name of a release, as the lists show them")
    show.takes("report", metavar=mark("REPORT|RELEASE"), help=text)
    show.takes("--period", metavar=mark("PERIOD"), help=PERIODS)

    text = mark("list what was released")
    report.command("releases", _releases, text, password=True)
    text = mark("attack all that was released, together; with a report, also what it would add")
    attacked = report.command("audit", _audit, text, password=True)
    _which(attacked, required=False)
    _by_office(attacked)
    _leave_out(attacked)


def _add_releasing(report: Commands) -> None:
    example = f"{WHICH} --out my-folder"
    text = mark("publish a report: protected, attacked, frozen, written into files")
    release = report.command("publish", _publish, text, example, password=True)
    _which(release, required=True)
    text = mark("code of the commune or province, where the report has places")
    release.takes("--place", metavar=mark("CODE"), help=text)
    _out_folder(release)
    _approved(release)
    release.takes(
        "--audience",
        choices=("public", "network"),
        default="public",
        help=mark("who is handed it: public, or the network of offices"),
    )
    _by_office(release)
    _leave_out(release)
    _mapping(release)
    paper_language(release)

    text = mark("publish a second edition of a year, by the rules for corrections")
    mended = report.command("correct", _correct, text, example, password=True)
    _which(mended, required=True)
    _out_folder(mended)
    _approved(mended)
    paper_language(mended)

    text = mark("make the files of a release again: the same bytes")
    files = report.command("files", _files, text, f"{RELEASE} --out my-folder", password=True)
    _release_name(files)
    _out_folder(files)
    _mapping(files)
    paper_language(files)

    text = mark("mark a release as taken back; what it told stays known")
    gone = report.command("withdraw", _withdraw, text, f"{RELEASE} --reason Error", password=True)
    _release_name(gone)
    text = mark("why; it stays on record")
    gone.takes("--reason", required=True, metavar=mark("TEXT"), help=text)


def _by_office(made: Parser) -> None:
    text = mark("with figures by office, as `counts divide` has settled them")
    made.takes("--by-office", action="store_true", help=text)
    text = mark("the report of one office, rounded together with all others")
    made.takes("--of-office", metavar=mark("NAME"), help=text)


def _which(made: Parser, *, required: bool) -> None:
    text = mark("id of the report, as the list shows it")
    made.takes("--report", required=required, metavar=mark("ID"), help=text)
    made.takes("--period", required=required, metavar=mark("PERIOD"), help=PERIODS)


def _release_name(made: Parser) -> None:
    text = mark("name of the release, as the list shows it")
    made.takes("release", metavar=mark("RELEASE"), help=text)


def _out_folder(made: Parser) -> None:
    out(made, mark("folder to write into"), metavar=mark("DIR"))


def _approved(made: Parser) -> None:
    text = mark("who approved it, if not you alone")
    made.takes("--approved-by", metavar=mark("NAME"), help=text)


def _leave_out(made: Parser) -> None:
    text = mark("do not show this table; may be typed more than once")
    made.takes("--leave-out", action="append", default=[], metavar=mark("TABLE"), help=text)


def _mapping(made: Parser) -> None:
    text = mark("file with the identifiers of a DHIS2 instance")
    made.takes("--dhis2-mapping", metavar=mark("FILE"), help=text)
