"""The device check: what of this computer could give cases away, and what to do. It blocks nothing.

Source: security.md 8.2, `device check`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from gbvcase.casework.desk import Desk
from gbvcase.casework.devices import Device, this_device
from gbvcase.domain.errors import FolderExposed
from gbvcase.domain.marking import Say, mark
from gbvcase.vault.whereabouts import refuse_exposed

LONG_AGO = 45
"""Days after which a system that was not brought up to date is worth a look."""


class Verdict(Enum):
    """How a point of the check came out, as the word that stands beside it."""

    WELL = mark("Good")
    LOOK = mark("Look")
    UNKNOWN = mark("Not known here")


@dataclass(frozen=True)
class Point:
    """One point of the check: what was looked at, how it came out, what to do about it."""

    title: str  # marked
    verdict: Verdict
    sentence: str  # marked
    advice: str = ""  # marked
    number: int = 0  # put into the sentence as {count}

    def said(self, say: Say) -> str:
        """Return what was found, in words."""
        return say(self.sentence).format(count=self.number)


def check_device(desk: Desk, device: Device | None = None) -> tuple[Point, ...]:
    """Return every point of the check for the computer on which this cabinet lies."""
    return tuple(_points(desk.vault.folder, desk.today(), device or this_device()))


def _points(folder: Path, today: date, device: Device | None) -> Iterator[Point]:
    encrypted = None if device is None else device.disk_is_encrypted(folder)
    yield DISK.answered(None if encrypted is None else not encrypted)
    yield MEMORY.answered(None if device is None else device.memory_reaches_disk())
    yield _place(folder)
    yield CLIPBOARD.answered(None if device is None else device.clipboard_is_remembered())
    yield PRINTS.answered(None if device is None else device.prints_are_kept())
    yield _updates(
        None if device is None else device.days_since_update(today),
        None if device is None else device.is_supported(today),
    )


@dataclass(frozen=True)
class _Question:
    """What is asked of the computer, and what is said to each of the three answers."""

    title: str
    well: str
    unknown: str
    look: str
    advice: str

    def answered(self, exposes: bool | None) -> Point:
        """Return the point; None: cannot be seen from here."""
        if exposes is None:
            return Point(self.title, Verdict.UNKNOWN, self.unknown, self.advice)
        if exposes:
            return Point(self.title, Verdict.LOOK, self.look, self.advice)
        return Point(self.title, Verdict.WELL, self.well)


DISK = _Question(
    mark("Encryption of the disk"),
    well=mark("The disk is encrypted."),
    unknown=mark("Whether the disk is encrypted cannot be seen from here."),
    look=mark("The disk is not encrypted."),
    advice=mark(
        "The cabinet is encrypted in any case. Encrypting the disk too hides what other programs "
        "leave behind: in Windows look for “Device encryption” or “BitLocker” in the settings."
    ),
)
MEMORY = _Question(
    mark("Page file and hibernation"),
    well=mark("Memory is not written to an open disk."),
    unknown=mark("Whether memory is written to the disk cannot be seen from here."),
    look=mark("The system writes memory to a disk that is not encrypted."),
    advice=mark(
        "What was on the screen may lie there for weeks. Encrypt the disk, or let somebody switch "
        "hibernation off. Until then shut the computer down in the evening; do not let it sleep."
    ),
)
CLIPBOARD = _Question(
    mark("History of the clipboard"),
    well=mark("What is copied is not remembered."),
    unknown=mark("Whether copied words are remembered cannot be seen from here."),
    look=mark("The system remembers what is copied."),
    advice=mark(
        "Copied words can be read there later, and may go to other computers. In Windows: "
        "Settings, System, Clipboard, Clipboard history off."
    ),
)
PRINTS = _Question(
    mark("Printed documents"),
    well=mark("No printer keeps printed documents in its queue."),
    unknown=mark("Whether printers keep printed documents cannot be seen from here."),
    look=mark("Printed documents are kept in the queue of a printer."),
    advice=mark(
        "Printed papers could be printed again by others. In Windows: properties of the printer, "
        "Advanced, “Keep printed documents” off. Elsewhere ask who looks after the printer."
    ),
)


def _place(folder: Path) -> Point:
    title = mark("Where the cabinet lies")
    try:
        refuse_exposed(folder)
    except FolderExposed as exposed:
        advice = mark("Close the program and move the whole folder to the program's own place.")
        return Point(title, Verdict.LOOK, exposed.sentence, advice)
    text = mark("In a folder of its own on this computer, which nothing copies elsewhere.")
    return Point(title, Verdict.WELL, text)


def _updates(days: int | None, supported: bool | None) -> Point:
    title = mark("System up to date")
    advice = mark("Let the computer fetch the updates of its system once a month.")
    if supported is False:
        text = mark("The maker of this system does not mend it any more by itself.")
        more = mark("Ask your office for a newer system, or for prolonged updates of this one.")
        return Point(title, Verdict.LOOK, text, more)
    if days is None:
        text = mark("Whether the system is up to date cannot be seen from here.")
        return Point(title, Verdict.UNKNOWN, text, advice)
    text = mark("The system was last brought up to date {count} days ago.")
    verdict = Verdict.LOOK if days > LONG_AGO else Verdict.WELL
    return Point(title, verdict, text, advice if verdict is Verdict.LOOK else "", days)
