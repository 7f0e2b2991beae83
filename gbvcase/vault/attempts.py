"""Failed unlocks: counted, shown, answered with pauses, and never with erasing anything."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gbvcase.domain.errors import GbvcaseError
from gbvcase.sealing import canonical
from gbvcase.vault import files

FREE = 5
FIRST_PAUSE = 5
LONGEST_PAUSE = 300
_LARGEST_FILE = 4096
_MOST = 10**9


@dataclass(frozen=True)
class Attempts:
    """How many unlocks failed since the last that did not, and when the last failed."""

    count: int
    last: datetime | None

    def wait(self, now: datetime) -> int:
        """Return how many seconds are left until another try."""
        if self.count < FREE or self.last is None:
            return 0
        pause = pause_after(self.count)
        passed = max(0, (now - self.last).total_seconds())
        return max(0, min(pause, int(pause - passed + 0.999)))


NONE = Attempts(0, None)


def pause_after(count: int) -> int:
    """Return the pause in seconds after so many failures."""
    if count < FREE:
        return 0
    return min(LONGEST_PAUSE, FIRST_PAUSE << min(count - FREE, 10))


def read(folder: Path, now: datetime) -> Attempts:
    """Return the failures so far; a clock that was set back does not shorten the pause."""
    raw = files.read_small(folder / files.TRIES, _LARGEST_FILE)
    try:
        held = canonical.loads(raw or b"")
        count, at = held["count"], datetime.fromtimestamp(held["at"], UTC)
        found = Attempts(max(0, min(int(count), _MOST)), at)
    except (GbvcaseError, KeyError, TypeError, ValueError, OverflowError, OSError):
        return NONE
    if at > now + timedelta(seconds=1):
        # counted from now on, for by the new clock the failure lies in the future
        found = Attempts(found.count, now)
        save(folder, found)
    return found


def failed(folder: Path, now: datetime) -> Attempts:
    """Count one more failure."""
    more = Attempts(read(folder, now).count + 1, now)
    save(folder, more)
    return more


def forget(folder: Path) -> None:
    """Begin to count anew."""
    (folder / files.TRIES).unlink(missing_ok=True)


def save(folder: Path, attempts: Attempts) -> None:
    """Keep the count; a full disk must not keep anybody out."""
    at = int(attempts.last.timestamp()) if attempts.last else 0
    data = canonical.dumps({"at": at, "count": attempts.count})
    try:
        files.write_whole(folder / files.TRIES, data)
    except OSError:
        return
