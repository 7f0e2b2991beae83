"""What this computer tells of itself: each system answers in its own way, None for `not known`."""

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from gbvcase.casework.windows_device import WindowsApi

CRYPT = "CRYPT-"
NO_DISK = frozenset({"tmpfs", "overlay", "ramfs", "squashfs"})
NOT_KEPT = frozenset({"no", "off", "0", "false"})
BITLOCKER = {1: True, 6: True, 2: False, 4: False, 5: False}
"""On, locked; off, being decrypted, suspended: the key lies open beside it."""
KEEP_PRINTED = 0x100
WINDOWS_11 = 22_000
END_OF_WINDOWS_10 = date(2025, 10, 14)

CONTROL = r"SYSTEM\CurrentControlSet\Control"
MEMORY = rf"{CONTROL}\Session Manager\Memory Management"


class Device(Protocol):
    """The questions of the device check."""

    def disk_is_encrypted(self, folder: Path) -> bool | None:
        """Tell whether the disk under a folder is encrypted."""

    def memory_reaches_disk(self) -> bool | None:
        """Tell whether the system writes memory to a disk that is not encrypted."""

    def clipboard_is_remembered(self) -> bool | None:
        """Tell whether the system keeps what was copied."""

    def prints_are_kept(self) -> bool | None:
        """Tell whether printed documents stay in the queue of a printer."""

    def days_since_update(self, today: date) -> int | None:
        """Return how long ago the system was brought up to date."""

    def is_supported(self, today: date) -> bool | None:
        """Tell whether the maker of the system still mends it."""


class LinuxDevice:
    """Reads the files in which the system tells of itself; `root` is another one in tests."""

    def __init__(self, root: Path = Path("/")) -> None:
        self._root = root

    def disk_is_encrypted(self, folder: Path) -> bool | None:
        """Look below the file system of the folder for a layer that encrypts."""
        found = self._mount_of(folder)
        if found is None:
            return None
        device, kind = found
        if kind == "ecryptfs" or "encfs" in kind or "gocryptfs" in kind:
            return True
        if kind in NO_DISK or not device.startswith("/dev/"):
            return None
        return self._is_crypt(Path(device).name)

    def memory_reaches_disk(self) -> bool | None:
        """Look at each swap area: in memory, on an encrypted layer, or open."""
        text = self._text("proc/swaps")
        if text is None:
            return None
        found = [line.split() for line in text.splitlines()[1:]]
        kinds = [self._swap_is_safe(words[0], words[1]) for words in found if len(words) > 1]
        if not kinds:
            return False  # without a swap area it cannot hibernate either
        return None if None in kinds else not all(kinds)

    def clipboard_is_remembered(self) -> bool | None:
        """Say that it is not known: each desktop has its own."""
        return None

    def prints_are_kept(self) -> bool | None:
        """Read what the printing system is told; by itself it keeps papers for a day."""
        text = self._text("etc/cups/cupsd.conf")
        if text is None:
            return None
        words = (line.split() for line in text.splitlines())
        told = [w[1].lower() for w in words if len(w) > 1 and w[0].lower() == "preservejobfiles"]
        return not told or told[-1] not in NOT_KEPT

    def days_since_update(self, today: date) -> int | None:
        """Look when the list of packages was last fetched."""
        stamp = self._root / "var/lib/apt/periodic/update-success-stamp"
        try:
            at = datetime.fromtimestamp(stamp.stat().st_mtime).astimezone().date()
        except OSError:
            return None
        return max(0, (today - at).days)

    def is_supported(self, today: date) -> bool | None:
        """Read until when the system is mended, where it says so."""
        for line in (self._text("etc/os-release") or "").splitlines():
            name, _, value = line.partition("=")
            if name == "SUPPORT_END":
                try:
                    return today <= date.fromisoformat(value.strip().strip('"'))
                except ValueError:
                    return None
        return None

    def _text(self, name: str) -> str | None:
        try:
            return (self._root / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None

    def _mount_of(self, folder: Path) -> tuple[str, str] | None:
        place, best, found = folder.absolute(), -1, None
        for line in (self._text("proc/self/mounts") or "").splitlines():
            words = line.split()
            if len(words) < 3:  # noqa: PLR2004 - device, where, kind
                continue
            where = Path(words[1].replace("\\040", " "))
            if place.is_relative_to(where) and len(where.parts) >= best:
                best, found = len(where.parts), (words[0], words[2])
        return found

    def _is_crypt(self, name: str) -> bool | None:
        """Walk from a device down to those it stands on."""
        if name in ("root", "mapper"):
            return None
        for block in self._blocks(name):
            uuid = self._text(f"sys/class/block/{block}/dm/uuid")
            if uuid is not None and uuid.startswith(CRYPT):
                return True
            slaves = self._root / f"sys/class/block/{block}/slaves"
            below = sorted(one.name for one in slaves.iterdir()) if slaves.is_dir() else []
            if below:
                answers = [self._is_crypt(one) for one in below]
                return all(answers) if None not in answers else None
            return False
        return None

    def _blocks(self, name: str) -> Iterator[str]:
        """Yield the device itself, or that of the mapper which bears the name."""
        blocks = self._root / "sys/class/block"
        if (blocks / name).exists():
            yield name
            return
        for one in sorted(blocks.iterdir()) if blocks.is_dir() else ():
            if (self._text(f"sys/class/block/{one.name}/dm/name") or "").strip() == name:
                yield one.name

    def _swap_is_safe(self, name: str, kind: str) -> bool | None:
        if Path(name).name.startswith("zram"):
            return True
        if kind == "file":
            return self.disk_is_encrypted(Path(name))
        return self._is_crypt(Path(name).name)


class WindowsDevice:
    """Reads the registry and the shell's properties; `api` is a fake in tests."""

    def __init__(self, api: WindowsApi | None = None) -> None:
        self._api = api or WindowsApi()

    def disk_is_encrypted(self, folder: Path) -> bool | None:
        """Ask what Explorer shows as the lock of a drive; it needs no administrator."""
        found = self._api.volume_protection(folder.drive or str(folder)[:2])
        return None if found is None else BITLOCKER.get(found)

    def memory_reaches_disk(self) -> bool | None:
        """Look at the page file and at hibernation, unless the drive is encrypted."""
        if self.disk_is_encrypted(Path(self._api.system_drive())):
            return False
        hibernates = self._number(rf"{CONTROL}\Power", "HibernateEnabled")
        files = self._api.machine(MEMORY, "PagingFiles")
        encrypts = self._number(rf"{CONTROL}\FileSystem", "NtfsEncryptPagingFile")
        if hibernates is None and files is None:
            return None
        pages = bool(_filled(files)) and encrypts != 1
        return bool(hibernates) or pages

    def clipboard_is_remembered(self) -> bool | None:
        """Read the switch of the clipboard's history, which a policy may forbid."""
        policy = self._number(
            r"SOFTWARE\Policies\Microsoft\Windows\System", "AllowClipboardHistory"
        )
        if policy == 0:
            return False
        found = self._api.user(r"Software\Microsoft\Clipboard", "EnableClipboardHistory")
        return bool(found == 1)

    def prints_are_kept(self) -> bool | None:
        """Read the attributes of each printer."""
        printers = self._api.printers(rf"{CONTROL}\Print\Printers")
        if printers is None:
            return None
        return any(attributes & KEEP_PRINTED for attributes in printers.values())

    def days_since_update(self, today: date) -> int | None:
        """Say that it is not known: Windows tells only its own settings page."""
        return None

    def is_supported(self, today: date) -> bool | None:
        """Know that Windows 10 is not mended any more by itself; of others nothing is known."""
        build = self._api.machine(r"SOFTWARE\Microsoft\Windows NT\CurrentVersion", "CurrentBuild")
        if not isinstance(build, str) or not build.isdigit():
            return None
        return False if int(build) < WINDOWS_11 and today > END_OF_WINDOWS_10 else None

    def _number(self, key: str, name: str) -> int | None:
        found = self._api.machine(key, name)
        return found if isinstance(found, int) else None


def _filled(files: object) -> list[object]:
    return [one for one in files if one] if isinstance(files, list) else []


MAKERS: Mapping[str, Callable[[], Device]] = {"win32": WindowsDevice, "linux": LinuxDevice}


def this_device() -> Device | None:
    """Return this computer; None if nothing is known of its kind."""
    make = MAKERS.get(sys.platform)
    return make() if make else None
