import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gbvcase.casework.drafts import drafts
from gbvcase.casework.upkeep import open_desk
from gbvcase.ui.intake_page import IntakePage
from tests.stories.keyboard import at_work
from tests.ui.desks import PASSWORD, new_desk

WORDS = "Trần Thị Mẫu"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = new_desk(tmp_path)
    desk.vault.lock()
    return tmp_path / "v"


def intake_of(window) -> IntakePage:
    assert window.workplace is not None
    page = window.workplace.page
    assert isinstance(page, IntakePage)
    return page


def test_words_are_back_after_a_lock_and_only_when_asked_for(qtbot: QtBot, folder: Path) -> None:
    with at_work(qtbot, folder) as (person, window):
        person.keys("Ctrl+N")
        person.waits(lambda: person.where() == "safe_to_talk")
        intake_of(window)._forms["client"].focus_field("full_name")
        person.types(WORDS)
        with qtbot.waitSignal(window.locked):
            person.keys("Ctrl+L")
        assert window.workplace is None
        shown = [w for w in QApplication.allWidgets() if WORDS in str(getattr(w, "text", str)())]
        assert shown == []
    with at_work(qtbot, folder) as (person, window):
        assert window.workplace is not None
        person.waits(lambda: window.workplace.here == "intake")
        page = intake_of(window)
        person.waits(lambda: not page._rescue.isHidden())
        assert page._forms["client"].row("full_name").typed() is None
        page._rescue.focus()
        person.keys("Space")
        assert page._forms["client"].row("full_name").typed() == WORDS
        person.waits(lambda: person.where() == "full_name")


TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gbvcase.casework.upkeep import open_desk
from gbvcase.ui.window import Window

app = QApplication([])
window = Window()
window.sit_down(open_desk(Path(sys.argv[1]), sys.argv[2]))
window.show()
words = sys.argv[3]

def begin():
    window.workplace.go("intake")
    page = window.workplace.page
    row = page._forms["client"].row("full_name")
    row.focus()
    def letter(rest):
        if rest:
            row.editor.field.insert(rest[0])
            row.editor.field.textEdited.emit(row.editor.field.text())
            QTimer.singleShot(30, lambda: letter(rest[1:]))
        else:
            print("typed", flush=True)
    letter(words)

QTimer.singleShot(500, begin)
QTimer.singleShot(20_000, app.quit)  # nobody has killed us
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that cannot be caught")
def test_a_killed_program_has_kept_the_words(qtbot: QtBot, folder: Path) -> None:
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(folder), PASSWORD, WORDS],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )
    try:
        assert typist.stdout is not None
        assert typist.stdout.readline() == b"typed\n"
        time.sleep(2.5)  # a draft is kept a second after the last key
    finally:
        typist.send_signal(signal.SIGKILL)
        typist.wait(timeout=10)
    desk = open_desk(folder, PASSWORD)
    try:
        (draft,) = drafts(desk)
        assert draft.values["client"]["full_name"] == WORDS
        assert draft.cursor == "client.full_name"
    finally:
        desk.vault.lock()
