"""Catalogue rows L04, L09, L10, L13, Q05 and U01: a whole day of the real program, watched.

Every file that is made, opened for writing, renamed or removed, and every socket, by the window, by
the process that looks at pictures, by the fresh process after locking, and by the commands.
"""

import base64
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from gbvcase.casework.cases import add_cases
from tests.stories import whole_day
from tests.ui.desks import PASSWORD, new_desk
from tests.vault.pages import database_key

HOUSE = Path(__file__).parents[2]
STRACE = shutil.which("strace")
CALLS = (
    *("open", "openat", "creat", "rename", "renameat", "renameat2", "unlink", "unlinkat"),
    *("mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink", "symlinkat"),
    *("mknod", "mknodat", "truncate", "connect", "execve"),
)
NEVER = "gbv-canary-never-opened"
"""A file that is named in mark-up in a name; nobody may look at it (U01)."""

NAME, PHONE, ACCOUNT = "H'Thử", "0990000001", "Lời kể mẫu."
TOLD = f'Trần Thị <img src="/{NEVER}.png"> Canary'
WORDS = (NAME, PHONE, ACCOUNT, "Canary", whole_day.NEW_PASSWORD, PASSWORD)
IN_MARK_UP = {
    "client": {"full_name": TOLD, "other_names": TOLD, "address_current": {"village": TOLD}},
    "intake": {"first_report_date": "2026-03-07"},
    "incidents": [{"account": TOLD, "alleged_perpetrators": [{"name": TOLD}]}],
}
IN_PACKED_FILES = 8
"""Fewer letters than this come about by themselves in what is encrypted or packed."""


@dataclass
class Step:
    """One call of the system: what, and the paths it names."""

    pid: int
    call: str
    rest: str

    @property
    def paths(self) -> list[Path]:
        """Return the paths that it names, whole: beside the folder that they were said from."""
        found = []
        for folder, path in re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"([^"]*)"', self.rest):
            found.append(Path(folder) / path if folder else Path(path))
        return found

    @property
    def is_done(self) -> bool:
        """Tell whether the system did it."""
        return re.search(r"= -1 [A-Z]+ ", self.rest) is None

    @property
    def writes(self) -> bool:
        """Tell whether it makes or changes something that has a name."""
        if self.call in ("open", "openat"):
            return re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE", self.rest) is not None
        return self.call not in ("connect", "execve")


def steps_of(trace: Path) -> list[Step]:
    found = []
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        read = re.match(r"(\d+) +(\w+)\((.*)", line)
        if read:
            found.append(Step(int(read[1]), read[2], read[3]))
    return found


@dataclass
class Day:
    """Where somebody lives whose day is watched, and what was seen of it."""

    folder: Path
    steps: list[Step]
    remembered: list[str] | None  # by the fresh process after locking; None: nobody may look

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def home(self) -> Path:
        return self.folder / "home"


def watched(folder: Path, number: int, *words: object) -> subprocess.Popen[bytes]:
    """Start a program of Python's under the tracer, at a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = kept | {
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",  # as installed, where all is compiled already
        "PYTHONUTF8": "1",
    }
    trace = folder / f"trace-{number}"
    command = [
        STRACE,
        "-f",
        "-qq",
        "-y",
        "--seccomp-bpf",
        "-s",
        "4096",
        "-o",
        trace,
        "-e",
        ",".join(CALLS),
    ]
    said = (folder / f"said-{number}").open("wb")  # a pipe would wait for the fresh process
    return subprocess.Popen(
        [str(word) for word in (*command, sys.executable, *words)],
        cwd=HOUSE,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
    )


def fresh_process(trace: Path) -> int | None:
    """Return the process that locking has started, once it is on its lock page."""
    if not trace.exists():
        return None
    steps = steps_of(trace)
    begun = [one.pid for one in steps if one.call == "execve" and "gbvcase.ui.app" in one.rest]
    if not begun or not any(one.pid == begun[0] and "eye.svg" in one.rest for one in steps):
        return None
    return begun[0]


def live(folder: Path) -> list[str] | None:
    """Live the day in the window, then do by commands what commands are for.

    Return what the fresh process on the lock page remembers of it.
    """
    for name in ("home", "out", "tmp", "given"):
        (folder / name).mkdir()
    desk = new_desk(folder)
    add_cases(desk, [("in mark-up", IN_MARK_UP)])
    desk.vault.lock()
    Image.new("RGB", (200, 100), "white").save(folder / "out" / whole_day.PICTURE)
    day = watched(
        folder, 0, "-m", "tests.stories.whole_day", folder / "v", folder / "out", PASSWORD
    )
    said = folder / "said-0"
    until = time.monotonic() + 400
    while (fresh := fresh_process(folder / "trace-0")) is None:
        assert day.poll() is None and time.monotonic() < until, said.read_text(encoding="utf-8")
        time.sleep(0.5)
    before = next(one.pid for one in steps_of(folder / "trace-0"))
    while Path(f"/proc/{before}").exists():  # it has only to end
        assert time.monotonic() < until, "the process that was worked in lives on"
        time.sleep(0.2)
    remembered = in_memory(fresh, folder / "v")
    os.kill(fresh, signal.SIGTERM)
    assert day.wait(60) == 0, said.read_text(encoding="utf-8")
    _type_commands(folder)
    return remembered


def in_memory(process: int, cabinet: Path) -> list[str] | None:
    """Return which words of people, passwords and keys the memory of a process holds."""
    key = database_key(cabinet, whole_day.NEW_PASSWORD)
    wanted = {word: ways_of(word) for word in WORDS} | {"key": [key, key.hex().encode()]}
    found: set[str] = set()
    looked = 0
    try:
        memory = Path(f"/proc/{process}/mem").open("rb", buffering=0)  # noqa: SIM115 - below
    except OSError:
        return None  # it is closed to others, as it should be, and we are no administrator
    with memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            if found == set(wanted):
                break
            span, rights, *_ = line.split()
            begin, end = (int(part, 16) for part in span.split("-"))
            if not rights.startswith("rw"):
                continue
            with suppress(OSError, ValueError, OverflowError):
                memory.seek(begin)
                piece = memory.read(end - begin)
                looked += len(piece)
                found |= {name for name, ways in wanted.items() if any(w in piece for w in ways)}
    assert looked > 1_000_000
    return sorted(found)


def _type_commands(folder: Path) -> None:
    vault, out, given = folder / "v", folder / "out", folder / "given"
    secret = given / "password.txt"
    secret.write_text(whole_day.NEW_PASSWORD, encoding="utf-8")
    case = {"client": {"full_name": TOLD}, "intake": {"first_report_date": "2026-03-08"}}
    (given / "case.json").write_text(json.dumps(case), encoding="utf-8")
    for number, words in enumerate(
        (
            ("case", "add", vault, given / "case.json"),
            ("case", "list", vault, "--search", "Canary", "--json"),
            (
                "counts",
                "export",
                vault,
                "--report",
                "people",
                "--period",
                "2024",
                "--out",
                out / "c",
            ),
            ("ledger", "export", vault, "--out", out / "l"),
            ("vault", "check", vault),
        ),
        1,
    ):
        typed = watched(folder, number, "-m", "gbvcase", *words, "--password-file", secret)
        assert typed.wait(120) == 0, (folder / f"said-{number}").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    if STRACE is None:
        pytest.skip("this system has no strace: packaging/set_up.sh test installs it")
    can = subprocess.run(
        [STRACE, "-f", "-qq", "--seccomp-bpf", "true"], capture_output=True, check=False
    )
    if can.returncode != 0:
        pytest.skip("this system lets no program watch another one")
    folder = tmp_path_factory.mktemp("day")
    remembered = live(folder)
    traces = sorted(folder.glob("trace-*"))
    yield Day(folder, [step for trace in traces for step in steps_of(trace)], remembered)


def written_to(day: Day) -> set[Path]:
    """Return every path at which the system made or changed something."""
    return {
        Path(os.path.normpath(path))
        for step in day.steps
        if step.writes and step.is_done
        for path in step.paths
        if not str(path).startswith(("/dev/", "/proc/"))
    }


def test_writing_happens_in_the_cabinet_and_where_a_person_chose_and_nowhere_else(day: Day) -> None:
    settings = day.home / ".config" / "Workbook"
    # The toolkit's own notes; the folder that was visited is taken out of them at once.
    notes = day.home / ".config" / "QtProject.conf"
    written = written_to(day)
    assert len(written) > 30
    elsewhere = {
        path
        for path in written
        if not path.is_relative_to(day.folder / "v")
        and not path.is_relative_to(day.out)
        and not path.is_relative_to(settings)
        and path not in (settings.parent, day.home)
        and not str(path).startswith(str(notes))
    }
    assert elsewhere == set()
    assert {path.name for path in written if path.is_relative_to(settings)} <= {
        *("Workbook", "settings.new", "settings.json", "faults.txt"),
    }


def test_what_was_done_in_the_day_was_seen(day: Day) -> None:
    """The watch sees: rotation, the saved paper, tables, the other process, sealed files."""
    names = {path.name for path in written_to(day)}
    assert {"data-00000002.db", "data.key.new", "giay-to.pdf.new", "settings.new"} <= names
    assert {f"{one}.new" for one in ("c", "l")} <= names
    assert any(name.endswith(".xlsx.part") for name in names)
    begun = "\n".join(step.rest for step in day.steps if step.call == "execve")
    assert "gbvcase.documents.picture_process" in begun
    assert "gbvcase.ui.app" in begun


def test_nothing_readable_lies_in_any_folder_after_the_day(day: Day) -> None:
    for folder in (day.home, day.folder / "tmp", day.folder / "v"):
        assert told_in(folder) == []
    assert told_in(day.out) == []  # papers are locked, tables protected, counts sealed
    beside = [path.name for path in day.out.iterdir() if path.suffix in (".new", ".part")]
    assert beside == []


def words_in(content: bytes) -> list[str]:
    """Return the words of people that stand in a file, however they are written."""
    return [word for word in WORDS if any(way in content for way in ways_of(word))]


def ways_of(word: str) -> list[bytes]:
    """Return how a word may be written, but for what comes about by itself."""
    ways = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    ways += [base64.b64encode(word.encode())[:-4]]
    return [way for way in ways if len(way) >= IN_PACKED_FILES]


def told_in(folder: Path) -> list[tuple[str, list[str]]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = [(path.name, words_in(path.read_bytes())) for path in files]
    return [(name, words) for name, words in found if words]


def test_after_locking_no_memory_of_ours_holds_a_word_or_a_key(day: Day) -> None:
    """Catalogue row L04: the process that held them has ended; the fresh one never saw them."""
    if day.remembered is None:
        pytest.skip("only an administrator may read the memory of the program")
    assert day.remembered == []
    ours = in_memory(os.getpid(), day.folder / "v")  # the look sees what is there
    assert ours is not None and {PASSWORD, NAME, "key"} <= set(ours)


def test_the_toolkits_notes_and_our_settings_know_no_path_afterwards(day: Day) -> None:
    for path in day.home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert str(day.out).encode() not in content, path
            assert str(day.folder / "v").encode() not in content, path


def test_a_file_that_a_name_points_at_is_never_looked_at(day: Day) -> None:
    assert [step for step in day.steps if NEVER in step.rest and step.call != "execve"] == []


def test_nobody_is_spoken_to_over_a_network(day: Day) -> None:
    """The system's own printing service is asked for printers, on this computer."""
    others = [
        step.rest
        for step in day.steps
        if step.call == "connect"
        and "AF_INET" in step.rest
        and not re.search(r"htons\(631\).*(127\.0\.0\.1|\"::1\")", step.rest)
    ]
    assert others == []
