"""Exact forms for an authority: made here, sealed, remembered, and never published."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gbvcase.casework.counting import counts_to_hand_over
from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.casework.ledgers import keep_lines, ledger_of
from gbvcase.casework.papers import stamp_of
from gbvcase.casework.report_files import kept_letterhead
from gbvcase.casework.upkeep import password_to_seal
from gbvcase.casework.ways_out import leave
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, Period, parse_period
from gbvcase.domain.text import written_date
from gbvcase.reports.audiences import RECEIVER, ExitPurpose, exact_form
from gbvcase.reports.indicators import plan_named, reports
from gbvcase.reports.ledger import State
from gbvcase.reports.releases import Made
from gbvcase.reports.sheets import workbook
from gbvcase.sealing.parcels import seal

__all__ = ["ExitPurpose", "Handed", "NoReceiver", "SealedForm", "handed_over", "seal_form"]

STEPS = 3  # counting, sealing, keeping


class NoReceiver(GbvcaseError):
    """An exact form for nobody in particular."""

    sentence = mark("Name the authority for which the exact figures are sealed.")


@dataclass(frozen=True)
class SealedForm:
    """A workbook with exact figures, sealed for one authority."""

    content: bytes
    password: str
    name: str

    def __repr__(self) -> str:
        return f"<SealedForm {self.name}>"


@dataclass(frozen=True)
class Handed:
    """What the ledger says of an exact form."""

    name: str
    receiver: str
    made_at: str
    made_by: str
    approved_by: str
    report: str = ""
    period: Period | None = None

    @property
    def id(self) -> str:
        return self.name

    def told(self, say: Say) -> tuple[str, ...]:
        """Return what a list says of it, beside releases: report, period, state, day, people, no
        edition, and for whom it was sealed."""
        title = next((plan.said(say) for plan in reports() if plan.name == self.report), self.name)
        return (
            title,
            self.period.name(say) if self.period is not None else "",
            say(State.HANDED_OVER.said),
            written_date(datetime.fromisoformat(self.made_at).date()),
            self.made_by,
            self.approved_by or say(mark("nobody else")),
            "",
            self.receiver,
        )

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "form": self.name,
            "audience": "authority",
            "receiver": self.receiver,
            "made_at": self.made_at,
            "made_by": self.made_by,
            "approved_by": self.approved_by,
        }


def seal_form(  # noqa: PLR0913 - what, of when, for whom, why, in which language, who approved
    desk: Desk,
    report: str,
    period: str,
    *,
    receiver: str,
    purpose: ExitPurpose,
    say: Say,
    approved_by: str = "",
    password: str | None = None,
    progress: Progress = unheard,
) -> SealedForm:
    """Count a report exactly, seal it for an authority and enter it in the ledger.

    It is marked as not to be published on every sheet; the password is told by another way.
    Raises NoReceiver without a name; fewer than ten people are counted like any others.
    """
    if not receiver.strip():
        raise NoReceiver
    plan = plan_named(report)
    code = parse_period(period, Calendar(plan.calendar)).code
    progress(0, STEPS)
    counts = counts_to_hand_over(desk, plan, code)
    progress(1, STEPS)
    before = ledger_of(desk)
    made = Made(
        at=desk.now().isoformat(),
        by=desk.worker,
        approved_by=approved_by,
        office=desk.unit,
        letterhead=kept_letterhead(desk),
    )
    after, form = exact_form(before, counts, plan, code, made=made, receiver=receiver.strip())
    secret = password_to_seal(desk, password)
    sealed = SealedForm(seal(workbook(form, say, stamp_of(desk, say)), secret), secret, form.id)
    progress(2, STEPS)  # the last moment at which it can be given up
    with desk.vault.begin() as db:
        keep_lines(db, before, after)
        leave(desk, db, "report.authority", form.id, purpose=purpose.code)
    desk.vault.write_mark()
    return sealed


def handed_over(desk: Desk) -> tuple[Handed, ...]:
    """Return the exact forms that were sealed for authorities, the newest first."""
    return tuple(
        Handed(
            line.release,
            line.letterhead.get(RECEIVER, ""),
            line.made_at,
            line.made_by,
            line.approved_by,
            line.plan,
            line.days,
        )
        for line in reversed(ledger_of(desk).lines)
        if line.state is State.HANDED_OVER
    )
