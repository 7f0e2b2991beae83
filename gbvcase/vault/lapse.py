"""How much time has truly passed: told by the journal of what was done, never by the clock alone.

A clock may be wrong: its battery is dead, or somebody has set it. It is believed as far as the work
that was written down since bears it out.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from gbvcase.vault.journal import moment
from gbvcase.vault.kept_rows import driver

LONGEST_PAUSE = timedelta(days=30)
"""Between two entries of the journal; a longer one, or one back, may be a clock that has jumped."""

DAYS_OF_WORK = 5
"""On so many days must something have been written down before the clock is believed."""

CONFIRMED = "clock.confirm"
"""The act by which a person says that the clock is right after a long pause."""


@dataclass(frozen=True)
class Lapse:
    """What the journal tells of the time since a moment."""

    days_of_work: int
    jumped: bool

    @property
    def is_sure(self) -> bool:
        """Tell whether the clock may be believed: time has passed, and was worked in."""
        return self.days_of_work >= DAYS_OF_WORK and not self.jumped


def lapse_since(db: Connection, since: datetime, now: datetime) -> Lapse:
    """Tell on how many days after a moment something was done, and whether the clock has jumped."""
    days, jumped = set[object](), False
    after, act_after = now.astimezone(UTC), ""
    for act, at in _backwards(db):
        if abs(after - at) > LONGEST_PAUSE and act_after != CONFIRMED:
            jumped = True
        if at <= since:
            break
        if since < at <= now:
            days.add(at.astimezone(now.tzinfo).date())
        after, act_after = at, act
    days.discard(since.astimezone(now.tzinfo).date())
    return Lapse(len(days), jumped)


def _backwards(db: Connection) -> Iterator[tuple[str, datetime]]:
    """Yield what was done and when, the newest first."""
    for (entry,) in driver(db).execute("SELECT entry FROM journal ORDER BY seq DESC"):
        told = json.loads(entry)
        at = moment(told["at"])
        if at is not None:
            yield told["act"], at
