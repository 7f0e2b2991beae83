"""The device check reads what there is to read, and says honestly what is not known."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gbvcase.casework.device_check import Verdict, check_device
from gbvcase.casework.devices import (
    BITLOCKER,
    CONTROL,
    MEMORY,
    Device,
    LinuxDevice,
    WindowsDevice,
    this_device,
)
from gbvcase.casework.windows_device import WindowsApi

TODAY = date(2026, 11, 24)
VERSION = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
CLIPBOARD = r"Software\Microsoft\Clipboard"


class Registry(WindowsApi):
    """A computer with Windows, as its registry tells of it."""

    def __init__(self, values: dict[tuple[str, str], Any], protection: int | None = 2) -> None:
        self._values, self._protection = values, protection
        self._printers: dict[str, int] | None = {"A": 0x40}

    def system_drive(self) -> str:
        return "C:"

    def machine(self, key: str, name: str) -> Any:
        return self._values.get((key, name))

    def user(self, key: str, name: str) -> Any:
        return self._values.get((key, name))

    def printers(self, key: str) -> dict[str, int] | None:
        return self._printers

    def volume_protection(self, drive: str) -> int | None:
        return self._protection


class Nothing:
    """A computer that tells nothing."""

    def disk_is_encrypted(self, folder: Path) -> None:
        return None

    def memory_reaches_disk(self) -> None:
        return None

    def clipboard_is_remembered(self) -> None:
        return None

    def prints_are_kept(self) -> None:
        return None

    def days_since_update(self, today: date) -> None:
        return None

    def is_supported(self, today: date) -> None:
        return None


class Bad(Nothing):
    """A computer on which everything is open."""

    def disk_is_encrypted(self, folder: Path) -> bool:  # type: ignore[override]
        return False

    def memory_reaches_disk(self) -> bool:  # type: ignore[override]
        return True

    def clipboard_is_remembered(self) -> bool:  # type: ignore[override]
        return True

    def prints_are_kept(self) -> bool:  # type: ignore[override]
        return True

    def days_since_update(self, today: date) -> int:  # type: ignore[override]
        return 200


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def verdicts(desk: Any, device: Device) -> list[Verdict]:
    return [point.verdict for point in check_device(desk, device)]


def test_what_is_not_known_is_said_and_what_is_open_has_advice(desk: Any) -> None:
    unknown = check_device(desk, Nothing())
    assert [p.verdict for p in unknown].count(Verdict.UNKNOWN) == 5  # where it lies is known
    bad = check_device(desk, Bad())
    assert [p.verdict for p in bad].count(Verdict.LOOK) == 5
    assert all(point.advice for point in bad if point.verdict is Verdict.LOOK)
    assert "200" in bad[-1].said(lambda text: text)  # type: ignore[arg-type]


def test_this_computer_can_be_asked(desk: Any) -> None:
    device = this_device()
    assert device is not None
    assert len(check_device(desk)) == 6


@pytest.fixture
def linux(tmp_path: Path) -> Path:
    write(tmp_path, "proc/self/mounts", "/dev/sda2 / ext4 rw 0 0\n/dev/mapper/home /home ext4 rw\n")
    write(tmp_path, "sys/class/block/sda2/size", "1")
    write(tmp_path, "sys/class/block/dm-0/dm/name", "home\n")
    write(tmp_path, "sys/class/block/dm-0/dm/uuid", "CRYPT-LUKS2-0123-home\n")
    return tmp_path


def test_linux_finds_the_layer_that_encrypts_below_the_folder(linux: Path) -> None:
    device = LinuxDevice(linux)
    assert device.disk_is_encrypted(Path("/home/lan/cabinet")) is True
    assert device.disk_is_encrypted(Path("/var/cabinet")) is False
    write(linux, "proc/self/mounts", "overlay / overlay rw 0 0\n")
    assert device.disk_is_encrypted(Path("/var/cabinet")) is None
    (linux / "proc/self/mounts").unlink()
    assert device.disk_is_encrypted(Path("/var/cabinet")) is None


def test_linux_walks_through_a_volume_to_the_disk_below(linux: Path) -> None:
    write(linux, "proc/self/mounts", "/dev/mapper/office-root / ext4 rw 0 0\n")
    write(linux, "sys/class/block/dm-1/dm/name", "office-root\n")
    write(linux, "sys/class/block/dm-1/dm/uuid", "LVM-abc\n")
    write(linux, "sys/class/block/dm-1/slaves/dm-0/size", "1")
    assert LinuxDevice(linux).disk_is_encrypted(Path("/var")) is True
    write(linux, "sys/class/block/dm-1/slaves/sda2/size", "1")
    assert LinuxDevice(linux).disk_is_encrypted(Path("/var")) is False


def test_linux_swap_is_safe_in_memory_or_on_an_encrypted_layer_only(linux: Path) -> None:
    head = "Filename Type Size Used Priority\n"
    device = LinuxDevice(linux)
    assert device.memory_reaches_disk() is None
    for lines, reaches in (
        ("", False),
        ("/dev/zram0 partition 8 0 100\n", False),
        ("/dev/dm-0 partition 8 0 -2\n", False),
        ("/dev/sda2 partition 8 0 -2\n", True),
        ("/swapfile file 8 0 -2\n", True),
        ("/home/swapfile file 8 0 -2\n", False),
        ("/dev/zram0 partition 8 0 100\n/dev/sda2 partition 8 0 -2\n", True),
    ):
        write(linux, "proc/swaps", head + lines)
        assert device.memory_reaches_disk() is reaches, lines


def test_linux_says_whether_printed_papers_are_kept(linux: Path) -> None:
    device = LinuxDevice(linux)
    assert device.prints_are_kept() is None
    for text, kept in (
        ("LogLevel warn\n", True),
        ("PreserveJobFiles No\n", False),
        ("PreserveJobFiles 1d\n", True),
        ("PreserveJobFiles Yes\npreservejobfiles off\n", False),
    ):
        write(linux, "etc/cups/cupsd.conf", text)
        assert device.prints_are_kept() is kept, text


def test_linux_tells_how_old_its_updates_are_where_it_notes_them(linux: Path) -> None:
    device = LinuxDevice(linux)
    assert device.days_since_update(TODAY) is None
    stamp = "var/lib/apt/periodic/update-success-stamp"
    write(linux, stamp, "")
    os.utime(linux / stamp, (1_795_000_000, 1_795_000_000))
    assert device.days_since_update(TODAY) == (TODAY - date(2026, 11, 18)).days
    assert device.is_supported(TODAY) is None
    write(linux, "etc/os-release", 'NAME="Mẫu"\nSUPPORT_END=2026-01-01\n')
    assert device.is_supported(TODAY) is False


def test_windows_says_yes_only_to_a_lock_that_is_closed() -> None:
    folder = Path("C:/cabinet")
    for number in (None, 0, 1, 2, 3, 4, 5, 6, 7):
        answer = WindowsDevice(Registry({}, number)).disk_is_encrypted(folder)
        assert answer is (None if number is None else BITLOCKER.get(number))
    assert BITLOCKER[5] is False, "suspended: the key lies beside the lock"


@pytest.mark.parametrize(
    ("values", "reaches"),
    [
        ({}, None),
        ({(rf"{CONTROL}\Power", "HibernateEnabled"): 1}, True),
        ({(rf"{CONTROL}\Power", "HibernateEnabled"): 0}, False),
        ({(MEMORY, "PagingFiles"): [r"?:\pagefile.sys"]}, True),
        ({(MEMORY, "PagingFiles"): [""]}, False),
        (
            {
                (MEMORY, "PagingFiles"): [r"?:\pagefile.sys"],
                (rf"{CONTROL}\FileSystem", "NtfsEncryptPagingFile"): 1,
                (rf"{CONTROL}\Power", "HibernateEnabled"): 0,
            },
            False,
        ),
    ],
)
def test_windows_looks_at_page_file_and_hibernation(values: Any, reaches: bool | None) -> None:
    assert WindowsDevice(Registry(values)).memory_reaches_disk() is reaches
    assert WindowsDevice(Registry(values, protection=1)).memory_reaches_disk() is False


def test_windows_knows_the_history_of_the_clipboard_and_a_policy_against_it() -> None:
    on: dict[tuple[str, str], Any] = {(CLIPBOARD, "EnableClipboardHistory"): 1}
    policy = (r"SOFTWARE\Policies\Microsoft\Windows\System", "AllowClipboardHistory")
    assert WindowsDevice(Registry({})).clipboard_is_remembered() is False
    assert WindowsDevice(Registry(on)).clipboard_is_remembered() is True
    assert WindowsDevice(Registry(on | {policy: 0})).clipboard_is_remembered() is False


def test_windows_looks_at_the_attributes_of_each_printer() -> None:
    registry = Registry({})
    assert WindowsDevice(registry).prints_are_kept() is False
    registry._printers = {"A": 0x40, "B": 0x140}
    assert WindowsDevice(registry).prints_are_kept() is True
    registry._printers = None
    assert WindowsDevice(registry).prints_are_kept() is None


def test_windows_10_is_not_mended_any_more_and_of_others_nothing_is_claimed() -> None:
    for build, supported in (("19045", False), ("26100", None), ("", None)):
        registry = Registry({(VERSION, "CurrentBuild"): build})
        assert WindowsDevice(registry).is_supported(TODAY) is supported
    ten = Registry({(VERSION, "CurrentBuild"): "19045"})
    assert WindowsDevice(ten).is_supported(date(2025, 1, 1)) is None


def test_nothing_of_windows_is_asked_elsewhere() -> None:
    api = WindowsApi()
    assert api.machine("A", "b") is None and api.user("A", "b") is None
    assert api.printers("A") is None and api.volume_protection("C:") is None


def test_a_cabinet_that_others_copy_is_pointed_out(desk: Any, tmp_path: Path) -> None:
    points = {point.title: point for point in check_device(desk, Nothing())}
    assert points["Where the cabinet lies"].verdict is Verdict.WELL

    class Exposed:
        folder = tmp_path / "OneDrive" / "cabinet"

    class Elsewhere:
        vault = Exposed()

        def today(self) -> date:
            return TODAY

    found = {p.title: p for p in check_device(Elsewhere(), Nothing())}  # type: ignore[arg-type]
    assert found["Where the cabinet lies"].verdict is Verdict.LOOK
