"""A release as screen, command line and lists speak of it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from gbvcase.casework.report_files import paper_of
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Level
from gbvcase.domain.text import written_date
from gbvcase.reports.facts import FIRST
from gbvcase.reports.ledger import Audience, State
from gbvcase.reports.protection import Manner
from gbvcase.reports.releases import Release
from gbvcase.reports.sheets import FIXED_COLUMNS, VALUE_COLUMNS, dimensions_of, tidy
from gbvcase.reports.shown import Grid, release_tables
from gbvcase.reports.wording import approval, exclusions

AUDIENCES = {
    Audience.PUBLIC: mark("everybody"),
    Audience.NETWORK: mark("members of the network"),
    Audience.AUTHORITY: mark("an authority, sealed"),
}


@dataclass(frozen=True)
class PublishedReport:
    """A release, and the files that were made of it."""

    release: Release
    files: tuple[Path, ...]
    state: State = State.FROZEN
    withdrawn_because: str = ""

    @property
    def id(self) -> str:
        return self.release.id

    @property
    def tables(self) -> tuple[Grid, ...]:
        """Return the tables as screen and paper show them; none if fewer than ten people."""
        return release_tables(self.release)

    @property
    def is_standing(self) -> bool:
        """Tell whether it is handed out: neither withdrawn nor replaced."""
        return self.state is State.FROZEN

    @property
    def may_be_corrected(self) -> bool:
        """Tell whether a second edition may be asked for: of a whole year, and there is none."""
        line, plan = self.release.line, self.release.plan
        whole = line.days.level is Level.YEAR and plan.manner is Manner.ROUND
        return self.is_standing and whole and line.edition == FIRST and not line.few

    def told(self, say: Say) -> tuple[str, ...]:
        """Return what a list of releases says of it: report, period, state, day, people, edition,
        and to whom it was given."""
        line = self.release.line
        return (
            self.release.plan.said(say),
            line.days.name(say),
            say(self.state.said),
            written_date(datetime.fromisoformat(line.made_at).date()),
            line.made_by,
            line.approved_by or say(mark("nobody else")),
            line.edition,
            say(AUDIENCES[line.audience]),
        )

    def exclusions(self, say: Say) -> tuple[tuple[str, str], ...]:
        """Return who was left out and how many, as it is printed."""
        return exclusions(self.release, say)

    def as_json(self) -> dict[str, Any]:
        """Return the release for a program."""
        line = self.release.line
        return {
            "release": self.id,
            "report": line.plan,
            "period": line.period,
            "base": line.base,
            "few": line.few,
            "made_at": line.made_at,
            "made_by": line.made_by,
            "approved_by": line.approved_by,
            "alone": line.approved_by in ("", line.made_by),
            "audience": line.audience.value,
            "left_out": list(line.left_out),
            "edition": line.edition,
            "state": self.state.value,
            "withdrawn_because": self.withdrawn_because,
            "files": [str(path) for path in self.files],
        }

    def rows(self) -> list[dict[str, str | int]]:
        """Return the figures as the plain rows of the CSV."""
        columns = (*FIXED_COLUMNS, *dimensions_of(self.release), *VALUE_COLUMNS)
        return [dict(zip(columns, row, strict=True)) for row in tidy(self.release)]

    def approval(self, say: Say) -> str:
        """Return who made it and who approved it."""
        return approval(self.release, say)

    def paper(self, say: Say, stamp: str = "") -> bytes:
        """Return the report as a PDF."""
        return paper_of(self.release, say, stamp)
