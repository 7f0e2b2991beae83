"""What was noticed while a vault was opened, for the person who opens it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.text import written_moment


class NoticeKind(Enum):
    """What was noticed, as the sentence that says it."""

    SECOND_KEY_USED = mark(
        "The first copy of the key file was damaged. The second copy was used and the first mended."
    )
    FAILED_ATTEMPTS = mark(
        "Since the last unlock, a wrong password was typed {count} times, last on {last}."
    )
    MARK_MISSING = mark("This computer has not seen this cabinet before, or its mark was deleted.")
    MARK_ALTERED = mark(
        "The mark beside the cabinet was changed by another program. It was written anew."
    )
    OLDER = mark(
        "This cabinet is older than what this computer has seen: "
        "the last entry is of {found}, but entries of {seen} were seen here. "
        "It can be read. Restore a newer copy, or confirm that you want to go on."
    )
    STOPPED = mark(
        "This cabinet has a damaged place, met on {since}. Nothing is written any more, to keep it "
        "as it is. It can be read, as far as it can be read."
    )
    JOURNAL_BROKEN = mark(
        "The journal of this cabinet was changed from entry {position} on. "
        "It can be read. Confirm if you want to go on."
    )


def spoken(at: datetime | None) -> str:
    """Write a time as people here read it."""
    return "-" if at is None else written_moment(at)


HOLDING = frozenset({NoticeKind.OLDER, NoticeKind.JOURNAL_BROKEN, NoticeKind.STOPPED})


@dataclass(frozen=True)
class Notice:
    """One thing noticed; `details` are put into its sentence."""

    kind: NoticeKind
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Tell whether nothing may be changed until the person has confirmed."""
        return self.kind in HOLDING

    @property
    def stops(self) -> bool:
        """Tell whether there is a damaged place, so that a confirmation would not help."""
        return self.kind is NoticeKind.STOPPED

    def said(self, say: Say) -> str:
        """Return the sentence in a language."""
        return say(self.kind.value).format(**self.details)
