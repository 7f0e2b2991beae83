"""The recovery sheet after its first day: is it on paper, does it still open, make another.

A sheet that nobody has is found out on the day on which only it would help. So the program keeps
asking: every month until two groups were typed back from the paper, every year to rehearse.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.domain.errors import WrongRecoveryNumber
from gbvcase.domain.marking import Say, mark
from gbvcase.sealing.slots import Cost

SHEET = "recovery_sheet"
A_MONTH = timedelta(days=30)
A_YEAR = timedelta(days=365)


class ReminderKind(Enum):
    """What there is to do about the sheet, as the sentence that says it."""

    CONFIRM = mark(
        "Nobody has confirmed yet that the recovery sheet is on paper. "
        "Without it a forgotten password means that the cases are lost."
    )
    REHEARSE = mark(
        "The recovery sheet was last tried on {last}. Please try it again: type its number. "
        "Nothing is changed by it."
    )


@dataclass(frozen=True)
class Reminder:
    """What to remind of; `last` is the day on which the sheet was last shown to be there."""

    kind: ReminderKind
    last: date | None = None

    def said(self, say: Say) -> str:
        """Return the sentence in a language."""
        last = "" if self.last is None else f"{self.last:%d/%m/%Y}"
        return say(self.kind.value).format(last=last)


def recovery_reminder(desk: Desk) -> Reminder | None:
    """Return what is due about the recovery sheet today; None if nothing is.

    A day that lies in the future, by a clock that was wrong once, silences nothing.
    """
    if desk.profile.is_practice or desk.vault.is_read_only:
        return None
    kept, today = _kept(desk), desk.today()
    put_off = _day(kept, "put_off_on")
    if put_off is not None and timedelta(0) <= today - put_off < A_MONTH:
        return None
    last = max((day for day in _days_shown(kept) if day <= today), default=None)
    if last is None:
        return Reminder(ReminderKind.CONFIRM)
    return Reminder(ReminderKind.REHEARSE, last) if today - last >= A_YEAR else None


def put_reminder_off(desk: Desk) -> None:
    """Say nothing more about the recovery sheet for a month."""
    _keep(desk, _kept(desk) | {"put_off_on": desk.today().isoformat()}, act="")


def confirm_recovery_sheet(desk: Desk) -> None:
    """Keep that two groups were typed back from the paper today."""
    _keep(desk, {"confirmed_on": desk.today().isoformat()}, act="recovery.confirm")


def rehearse(desk: Desk, number: str) -> None:
    """Try the number on paper: raise WrongRecoveryNumber unless it opens this cabinet.

    Nothing is changed by it but the day on which it was tried.
    """
    if not desk.vault.is_opened_by(number):
        raise WrongRecoveryNumber
    today = desk.today().isoformat()
    _keep(desk, {"confirmed_on": today, "rehearsed_on": today}, act="recovery.rehearse")


def new_recovery_sheet(
    desk: Desk, password: str, progress: Progress = unheard, *, cost: Cost | None = None
) -> str:
    """Return a new recovery number; the old paper opens nothing any more.

    The cabinet is written anew under new keys. Raise WrongPassword unless this is its password.
    `confirm_recovery_sheet` follows once two groups were typed back.
    """
    progress(0, 2)
    desk.vault.check_password(password)
    progress(1, 2)
    number = desk.vault.change_number(password, cost=cost)
    _keep(desk, {}, act="")
    return number


def _days_shown(kept: dict[str, Any]) -> list[date]:
    days = (_day(kept, name) for name in ("confirmed_on", "rehearsed_on"))
    return [day for day in days if day is not None]


def _day(kept: dict[str, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(kept[name])
    except (KeyError, TypeError, ValueError):
        return None


def _kept(desk: Desk) -> dict[str, Any]:
    from gbvcase.vault.settings import read_setting

    with desk.vault.begin() as db:
        kept = read_setting(db, SHEET)
    return kept if isinstance(kept, dict) else {}


def _keep(desk: Desk, kept: dict[str, Any], *, act: str) -> None:
    from gbvcase.vault.journal import write
    from gbvcase.vault.settings import keep_setting

    if desk.vault.is_read_only:
        return
    with desk.vault.begin() as db:
        keep_setting(db, SHEET, kept or None)
        if act:
            write(db, act, "", desk.now())
