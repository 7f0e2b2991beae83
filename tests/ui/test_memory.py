"""What the program does not hold while somebody works with the list: nothing loads it by chance."""

import os
import subprocess
import sys
from pathlib import Path

from gbvcase.casework.cases import add_cases
from gbvcase.casework.upkeep import create_cabinet
from gbvcase.sealing.slots import FLOOR
from tests.benchmarks.cabinets import PASSWORD, PROFILE, documents

LIST = """
from gbvcase.ui.app import dress, make_app  # first, as when the program starts
import sys
from pathlib import Path
from gbvcase.ui.settings import Settings
from gbvcase.ui.window import Window
from tests.benchmarks import window_moves

app = make_app([])
dress(app, Settings())
window = Window()
window.begin(Path(sys.argv[1]))
window.show()
place = window_moves._unlocked(window, sys.argv[2])
window_moves._go(place, "cases", view="all")
page = place.page
page._table.setFocus()  # the clipboard looks at what has the focus
page._table.go_to_row(1)
window_moves._wait_until(lambda: page._model.line_at(1) is not None)
window.repaint()

import PySide6.QtWidgets
from gbvcase.ui.put_off import PUT_OFF
print(*(name for name in PUT_OFF if type(sys.modules[name]).__name__ != "_Waiting"))
print(*(kind for kind in ("QWizard", "QCalendarWidget") if kind in vars(PySide6.QtWidgets)))
heavy = "reportlab pypdfium2 PySide6.QtPrintSupport highspy numpy xlsxwriter rapidfuzz html"
print(*(name for name in [*heavy.split(), "PIL._imaging"] if name in sys.modules))
print(type(page._model.ids).__name__, len(page._model.ids))
"""


def test_the_list_loads_nothing_that_only_other_pages_need(tmp_path: Path) -> None:
    folder = tmp_path / "1"
    desk, _ = create_cabinet(folder, PROFILE, PASSWORD, cost=FLOOR)
    add_cases(desk, [(str(number), one) for number, one in enumerate(documents(3, 1))])
    desk.vault.lock()
    given = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    said = subprocess.run(
        [sys.executable, "-c", LIST, str(folder), PASSWORD],
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout.splitlines() == ["", "", "", "PackedIds 3"], said.stderr
