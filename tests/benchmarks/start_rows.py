"""How fast the program starts: from nothing to a painted lock page, against a bare window
with the same three parts."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from gbvcase.sealing.slots import FLOOR
from gbvcase.vault.vault import Vault
from tests.benchmarks.measure import Row, compared

TIMES = 9
BARE = """
import os
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
)
app = QApplication([])
app.setStyle("Fusion")
page = QWidget()
lines = QVBoxLayout(page)
field = QLineEdit()
field.setEchoMode(QLineEdit.EchoMode.Password)
for part in (QLabel("Password"), field, QPushButton("Open")):
    lines.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
window = QMainWindow()
window.setCentralWidget(page)
window.resize(1000, 700)
window.show()
window.repaint()
os._exit(0)
"""
OURS = """
import os, sys
from pathlib import Path
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.settings import read_settings
from gbvcase.ui.window import Window
app = make_app([])
dress(app, read_settings())
window = Window()
window.begin(Path(sys.argv[1]))
window.show()
window.repaint()
os._exit(0)
"""
STANDING = OURS.replace(
    "os._exit(0)",
    """
from time import sleep
for _ in range(50):  # what is done beside the page, if anything, is done by then
    app.processEvents()
    sleep(0.01)
print(open("/proc/self/statm").read().split()[1], flush=True)
os._exit(0)
""",
)


def rows(sizes: Sequence[int] = ()) -> Iterator[Row]:
    """Start both programs in turns, each in a process of its own; the cases do not matter."""
    del sizes
    with TemporaryDirectory() as folder:
        home = Path(folder)
        cabinet = home / "1"
        vault, _ = Vault.create(cabinet, "sáu từ không của ai", cost=FLOOR)
        vault.lock()
        bare, ours = [], []
        for _ in range(TIMES):
            bare.append(_run(BARE, home)[0])
            ours.append(_run(OURS, home, cabinet)[0])
        pages = int(_run(STANDING, home, cabinet)[1])
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    job, bound = "start to a painted lock page", "a bare window with a field"
    yield compared(job, median(ours), median(bare), bound, 1.5, limit=0.6)
    yield Row(
        job="memory at the lock page",
        measured=f"{memory:.0f} MB",
        limit="80 MB",
        is_within=memory <= 80,
    )


def _run(code: str, home: Path, *more: object) -> tuple[float, str]:
    given = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    given.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, more)],
        env=given,
        check=True,
        capture_output=True,
        text=True,
    )
    return perf_counter() - start, done.stdout
