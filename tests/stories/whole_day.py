"""A whole day at the real program, in a process of its own: started, worked in, and locked.

`python -m tests.stories.whole_day FOLDER OUT PASSWORD` opens the window on a cabinet as the program
does, and a person at its keyboard records, searches, looks at a paper, saves it, keeps a picture of
a signed form, publishes, takes a new password and locks. A test watches from outside what is
written. The fresh process that locking starts goes on by itself.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from gbvcase.casework.cases import View, list_cases
from gbvcase.casework.desk import Desk
from gbvcase.casework.files import keep_file
from gbvcase.casework.publishing import publish
from gbvcase.casework.upkeep import change_password
from gbvcase.domain.speaking import speaker
from gbvcase.sealing.slots import FLOOR
from gbvcase.ui import app
from gbvcase.ui.password_once import PasswordOnce
from gbvcase.ui.preview import PreviewPage
from gbvcase.ui.settings import Settings, keep_settings, preferences
from gbvcase.ui.window import Window
from gbvcase.ui.workplace import Workplace
from tests.stories.keyboard import Person
from tests.stories.morning import from_intake_to_paper

NEW_PASSWORD = "na bo xanh le may thu"
PICTURE, PAPER = "signed.png", "giay-to.pdf"
PATIENCE = 180.0


class Alone(Person):
    """A person at the keyboard of a program that no test looks into."""

    def waits(self, until: Callable[[], object]) -> None:
        """Wait until something is to be seen."""
        left = PATIENCE
        while not until():
            QTest.qWait(20)
            left -= 0.02
            assert left > 0, f"waited in vain at {self.where()}"


class Day:
    """What is done from the lock page to the lock page."""

    def __init__(self, window: Window, out: Path, password: str) -> None:
        self.window, self.out, self.password = window, out, password
        self.person = Alone(None, window)  # type: ignore[arg-type]

    @property
    def place(self) -> Workplace:
        assert self.window.workplace is not None
        return self.window.workplace

    def is_quiet(self) -> bool:
        return not self.window.jobs.is_busy()

    def go_by(self) -> None:
        """Live the day; whatever goes wrong ends the process with its trace."""
        try:
            self._unlock()
            from_intake_to_paper(self.person, self.window)
            self._save_paper()
            self._search()
            self._keep_picture()
            self._publish()
            self._take_new_password()
        except BaseException:
            sys.excepthook = sys.__excepthook__
            self.window.close()
            QApplication.exit(3)
            raise
        self.window.activateWindow()  # no window manager does it after a dialog
        self.person.waits(self.window.isActiveWindow)
        self.person.keys("Ctrl+L")

    def _unlock(self) -> None:
        person = self.person
        person.waits(lambda: QApplication.focusWidget() is not None)
        person.types(self.password)
        person.keys("Return")
        person.waits(lambda: self.window.workplace is not None and self.place.here)
        person.waits(self.is_quiet)
        preferences.take(names_on_start=True)  # a setting is kept

    def _save_paper(self) -> None:
        page = self.place.page
        assert isinstance(page, PreviewPage)
        QTimer.singleShot(200, self._choose_file)
        page._save.click()
        self.person.waits(lambda: (self.out / PAPER).exists() and self.is_quiet())

    def _choose_file(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(self.out))
        dialog.selectFile(PAPER)
        QTimer.singleShot(200, self._write_password_down)
        dialog.done(QDialog.DialogCode.Accepted)

    def _write_password_down(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PasswordOnce):
            dialog.accept()
        else:
            QTimer.singleShot(200, self._write_password_down)

    def _search(self) -> None:
        person = self.person
        self.place.go("cases")
        person.waits(self.is_quiet)
        person.keys("Ctrl+F")
        person.types("H'Thử")
        QTest.qWait(400)
        person.waits(self.is_quiet)
        person.keys("Ctrl+K")
        person.types("ro cham")
        QTest.qWait(400)
        person.waits(self.is_quiet)
        person.keys("Escape")
        for case_id in list_cases(self.place.desk, View()):
            for tab in ("overview", "client", "incidents", "timeline"):
                self.place.go("case", case_id=case_id, tab=tab)
                person.waits(self.is_quiet)

    def _beside(self, work: Callable[[Desk], object]) -> None:
        """Do something as a page does: beside the screen."""
        desk, failed = self.place.desk, []
        self.window.jobs.start(
            lambda _progress: work(desk), done=lambda _done: None, failed=failed.append
        )
        self.person.waits(self.is_quiet)
        for error in failed:
            raise error

    def _keep_picture(self) -> None:
        (case_id,) = list_cases(self.place.desk, View(text="H'Thử"))
        self._beside(lambda desk: keep_file(desk, case_id, self.out / PICTURE))

    def _publish(self) -> None:
        say, year = speaker("vi"), str(self.place.desk.today().year - 1)
        self._beside(lambda desk: publish(desk, "incidents", year, folder=self.out, say=say))
        self.place.go("report")
        self.person.waits(self.is_quiet)

    def _take_new_password(self) -> None:
        self._beside(lambda desk: change_password(desk, self.password, NEW_PASSWORD, cost=FLOOR))


class Watched(Window):
    """The window, which is sat down at once it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._day = Day(self, Path(sys.argv[2]), sys.argv[3])
        QTimer.singleShot(500, self, self._day.go_by)


if __name__ == "__main__":
    keep_settings(Settings(language="en"))
    app.Window = Watched  # type: ignore[misc]
    sys.exit(app.main(sys.argv[:1], Path(sys.argv[1])))
