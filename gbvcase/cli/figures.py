"""Figures that are not cases, typed; and the table of targets that they stand in."""

import argparse
from typing import TYPE_CHECKING, Any

from gbvcase.cli.common import at_desk, print_json, print_said
from gbvcase.cli.spoken import PERIODS, Commands
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark

if TYPE_CHECKING:
    from gbvcase.casework.measures import NetworkRow
    from gbvcase.casework.typed_figures import TargetTable, TypedFigure


def add_figures_command(report: Commands) -> None:
    """Declare `report figures`."""
    text = mark("show the targets with published and typed figures, or type one in")
    example = "--period 2025 --set population=3500000 --source GSO"
    made = report.command("figures", _figures, text, example, password=True)
    made.takes("--period", required=True, metavar=mark("PERIOD"), help=PERIODS)
    text = mark("type a figure in; without VALUE, take it back")
    made.takes("--set", metavar=mark("ID=VALUE"), help=text)
    text = mark("where the figure is from")
    made.takes("--source", default="", metavar=mark("TEXT"), help=text)


def _figures(options: argparse.Namespace, say: Say) -> None:
    from gbvcase.casework.measures import network
    from gbvcase.casework.typed_figures import target_table, type_figure, typed_figures

    with at_desk(options, say) as desk:
        if options.set is not None:
            name, sign, value = options.set.partition("=")
            if not sign:
                raise GbvcaseError(mark("Write --set ID=VALUE, for example --set population=1500."))
            kept = type_figure(desk, name.strip(), value, options.source, options.period)
            if options.json:
                print_json(kept.as_json(say))
            else:
                text = mark("{title}: {value} ({source})")
                title, source = kept.wanted.said(say), kept.source or "-"
                print_said(say, text, title=title, value=kept.written(say), source=source)
            return
        table = target_table(desk, options.period, say)
        typed = typed_figures(desk, options.period)
        rows = network(desk, table.period.first, table.period.last)
    if options.json:
        figures = [one.as_json(say) for one in typed]
        kinds = [one.as_json(say) for one in rows]
        print_json({"targets": _rows(table, say), "network": kinds, "figures": figures})
        return
    _print_table(table, say)
    _print_network(rows, say)
    _print_typed(typed, say)


def _rows(table: "TargetTable", say: Say) -> list[dict[str, Any]]:
    return [
        {
            "id": row.target.id,
            "programme": row.target.programme,
            "title": row.target.said(say),
            "numerator": row.said(say)[0],
            "denominator": row.said(say)[1],
            "share": row.said(say)[2],
            "goals": {str(year): row.target.goal(year, say) for year in table.years},
            "source": row.source,
            "not_entered": list(row.missing),
        }
        for row in table.rows
    ]


def _print_table(table: "TargetTable", say: Say) -> None:
    print_said(say, mark("Targets, {period}"), period=table.period.label(say))
    heads = (mark("Numerator"), mark("Denominator"), mark("Share"))
    years = (say(mark("Goal {year}")).format(year=year) for year in table.years)
    print(" | ".join(["", *(say(head) for head in heads), *years, say(mark("Source"))]))
    for row in table.rows:
        goals = (row.target.goal(year, say) for year in table.years)
        print(" | ".join([row.target.said(say), *row.said(say), *goals, row.source]))
    print()


def _print_network(rows: "tuple[NetworkRow, ...]", say: Say) -> None:
    print_said(say, mark("Network of providers"))
    heads = (mark("At work"), mark("Added in the period"), mark("Ended in the period"))
    print(" | ".join(["", *(say(head) for head in heads)]))
    for row in rows:
        print(" | ".join([say(row.title), str(row.active), str(row.added), str(row.ended)]))
    print()


def _print_typed(typed: "tuple[TypedFigure, ...]", say: Say) -> None:
    print_said(say, mark("Figures to be typed in"))
    for one in typed:
        note = f" ({one.source}, {one.by}, {one.at[:10]})" if one.value is not None else ""
        print(f"{one.wanted.id} | {one.wanted.said(say)} | {one.written(say)}{note}")
