"""The files of a release for people and for programs, drawn from what was frozen and no other."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import letterhead_of, stamp_of
from gbvcase.documents.office import Letterhead
from gbvcase.domain.marking import Say, mark
from gbvcase.reports.audiences import restricted
from gbvcase.reports.exports import Identifiers
from gbvcase.reports.files import drawn, write_files
from gbvcase.reports.protection import Figure
from gbvcase.reports.releases import Release
from gbvcase.reports.shown import UNITS, Grid, figure_text, release_tables
from gbvcase.reports.wording import (
    base_sentence,
    exclusions,
    few_sentence,
    footnote,
    headline_lines,
    method,
)

if TYPE_CHECKING:
    from gbvcase.documents.report_paper import PaperTable

HEAD = ("upper_body", "symbol", "place", "phone")


def files_of(
    desk: Desk, release: Release, say: Say, mapping: Identifiers | None
) -> dict[str, bytes]:
    """Return every file of a release; those for DHIS2 only with a mapping."""
    stamp = stamp_of(desk, say)
    pdf = paper_of(release, say, stamp)
    return drawn(release, say, mapping, {f"{release.id}.pdf": pdf}, stamp)


def write_release(
    desk: Desk, release: Release, folder: Path, say: Say, mapping: Identifiers | None = None
) -> tuple[Path, ...]:
    """Write every file of a release; NotWritten if the disk refuses: they can be made again."""
    return write_files(files_of(desk, release, say, mapping), folder)


def kept_letterhead(desk: Desk) -> Mapping[str, str]:
    """Return the head of this office's papers, to be frozen with a release."""
    head = letterhead_of(desk.profile)
    return {name: getattr(head, name) for name in HEAD}


def paper_of(release: Release, say: Say, stamp: str = "") -> bytes:
    """Return the report of a release as a PDF."""
    from gbvcase.documents.report_paper import Report, report_paper

    line, plan = release.line, release.plan
    opening = few_sentence(say)
    if not line.few:
        opening = say(mark("{office} reports the figures of the period. {based}")).format(
            office=line.office, based=base_sentence(release, say)
        )
    report = Report(
        release=release.id,
        title=plan.said(say),
        period=line.days.label(say),
        opening=opening,
        tables=tuple(_table(grid, say) for grid in release_tables(release)),
        headline=headline_lines(release, say),
        exclusions=exclusions(release, say),
        notes=tuple(t for t in (restricted(line, say), *method(release, say)) if t),
        footnote="" if line.few else footnote(release, say),
        made_by=line.made_by,
        approved_by=line.approved_by,
    )
    head = Letterhead(
        office=line.office or plan.province,
        upper_body=line.letterhead.get("upper_body", ""),
        symbol=line.letterhead.get("symbol", ""),
        place=line.letterhead.get("place", ""),
        phone=line.letterhead.get("phone", ""),
    )
    return report_paper(report, head, datetime.fromisoformat(line.made_at).date(), say, stamp=stamp)


def _table(grid: Grid, say: Say) -> "PaperTable":
    from gbvcase.documents.report_paper import PaperBar, PaperRow, PaperTable

    def told(figure: Figure) -> str:
        return figure_text(figure, grid.base, say)

    return PaperTable(
        grid.id,
        grid.said(say),
        say(UNITS[grid.unit]),
        tuple(column.said(say.language) for column in grid.columns),
        tuple(
            PaperRow(
                row.head.said(say.language),
                row.head.depth,
                tuple(told(cell.figure) for cell in row.cells),
                not row.head.code and bool(row.cells),
            )
            for row in grid.rows
        ),
        tuple(
            PaperBar(bar.label, bar.text, None if bar.hidden else bar.value)
            for bar in grid.bars(say)
        ),
    )
