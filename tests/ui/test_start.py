"""The start of the program, in a process of its own: what it loads, leaves and refuses."""

import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from gbvcase import __main__ as entrance
from gbvcase.casework.upkeep import open_desk
from gbvcase.ui.restart import HIDDEN, WINDOW, command, wanted
from tests.ui.desks import PASSWORD, new_desk

SLOW = ("sqlalchemy", "sqlcipher3", "reportlab", "uharfbuzz", "xlsxwriter", "pypdfium2", "pikepdf",
        "PIL", "segno", "rapidfuzz", "highspy", "numpy", "zxcvbn", "PySide6.QtPrintSupport",
        "gbvcase.domain.codes", "gbvcase.domain.places", "gbvcase.casework.desk",
        "gbvcase.vault.vault")  # fmt: skip
TO_THE_LOCK_PAGE = f"""
import sys
from pathlib import Path
from time import sleep
from PySide6.QtCore import QTimer
from gbvcase.ui import app, window
made = app.make_app([])
from gbvcase.ui.settings import Settings
app.dress(made, Settings())
shown = window.Window()
shown.begin(Path(sys.argv[1]))
shown.show()
QTimer.singleShot(500, made.quit)
made.exec()
print([name for name in {SLOW!r} if name in sys.modules])
"""


SOURCES = """
import linecache
from gbvcase.ui import window
from gbvcase.casework import upkeep
print([name for name in linecache.cache if "gbvcase/" in name or "sqlalchemy/" in name])
"""


def run(tmp_path: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    home = {name: str(tmp_path / "home") for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return subprocess.run(
        [sys.executable, *words],
        env=os.environ | home | {"QT_QPA_PLATFORM": "offscreen"} | more,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = new_desk(tmp_path_factory.mktemp("cabinet"))
    desk.vault.lock()
    return desk.vault.folder


def test_no_source_of_what_is_loaded_stays_in_memory(tmp_path: Path) -> None:
    done = run(tmp_path, "-c", SOURCES)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_lock_page_loads_no_large_library_before_a_password_is_typed(
    tmp_path: Path, folder: Path
) -> None:
    done = run(tmp_path, "-c", TO_THE_LOCK_PAGE, str(folder))
    assert done.stdout.strip() == "[]", done.stderr


def test_a_fresh_process_is_asked_for_without_a_name_of_the_cabinet() -> None:
    program, words = command(None, hidden=True)
    assert program == sys.executable
    assert words == ["-m", "gbvcase.ui.app", HIDDEN]
    assert command(Path("/demo"))[1][-1] == str(Path("/demo"))


def test_the_installed_program_asks_itself_and_understands_what_it_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, words = command(Path("/demo"), hidden=True)
    assert (program, words[0]) == (sys.executable, WINDOW)
    assert "-m" not in words
    assert wanted(words) == (Path("/demo"), True)
    assert wanted(command(None)[1]) == (None, False)
    assert entrance.WINDOW == WINDOW


INSTALLED = """
import sys, time
from pathlib import Path
sys.frozen = True
sys.executable = sys.argv[1]
from gbvcase.ui.restart import start_afresh
assert start_afresh(Path(sys.argv[2]), hidden=True)
"""

PROGRAM = """#!{python}
import os, sys
from pathlib import Path
from gbvcase import __main__ as entrance
from gbvcase.ui import app
def begun(argv, folder=None, *, hidden=False):
    fresh = os.environ.get("PYINSTALLER_RESET_ENVIRONMENT", "")
    Path({marker!r}).write_text(f"{{folder}} {{hidden}} {{fresh}}", encoding="utf-8")
    return 0
app.main = begun
sys.exit(entrance.main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script that is a program")
def test_the_installed_program_opens_its_window_again_on_the_same_folder(tmp_path: Path) -> None:
    program, marker = tmp_path / "workbook", tmp_path / "fresh"
    text = PROGRAM.format(python=sys.executable, marker=str(marker))
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    done = run(tmp_path, "-c", INSTALLED, str(program), str(tmp_path / "cabinet"))
    assert done.returncode == 0, done.stderr
    for _ in range(100):
        if marker.exists() and marker.read_text(encoding="utf-8"):
            break
        sleep(0.1)
    assert marker.read_text(encoding="utf-8") == f"{tmp_path / 'cabinet'} True 1"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what Linux offers")
def test_a_process_that_ends_badly_leaves_no_dump(tmp_path: Path) -> None:
    code = (
        "import os; from gbvcase.ui.hardening import harden, is_hardened;"
        "print(harden(), is_hardened(), flush=True); os.abort()"
    )
    done = run(tmp_path, "-c", code)
    assert done.stdout.strip() == "() True"
    assert done.returncode != 0
    assert not list(tmp_path.rglob("core*"))


LOCKED_FROM_WITHIN = """
import sys, time
from pathlib import Path
from time import sleep
from PySide6.QtCore import QTimer
from gbvcase.ui import app, restart, window
folder, marker, secret = sys.argv[1:4]
restart.command = lambda cabinet, hidden=False: (
    sys.executable, ["-c", f"from pathlib import Path; Path({marker!r}).write_text('{hidden}')"]
)
shown = []
begin = window.Window.begin
def begun(self, cabinet=None):
    begin(self, cabinet)
    shown.append(self)
    self.centralWidget().unlock_with(secret)
window.Window.begin = begun
def look():
    if shown[0].workplace is not None and shown[0].workplace.page is not None:
        watch.stop()
        print(time.monotonic(), flush=True)
        shown[0].press("lock")
watch = QTimer(interval=50)
watch.timeout.connect(look)
app.make_app([])
watch.start()
code = app.main([], Path(folder))
print(time.monotonic(), flush=True)
sys.exit(code)
"""


def test_locking_ends_the_process_within_two_seconds_and_starts_a_fresh_one(
    tmp_path: Path, folder: Path
) -> None:
    marker = tmp_path / "fresh"
    done = run(tmp_path, "-c", LOCKED_FROM_WITHIN, str(folder), str(marker), PASSWORD)
    assert done.returncode == 0, done.stderr
    asked, ended = (float(line) for line in done.stdout.split())
    assert ended - asked < 2
    for _ in range(100):
        if marker.exists():
            break
        sleep(0.1)
    assert marker.read_text(encoding="utf-8") == "False"
    open_desk(folder, PASSWORD).vault.lock()
