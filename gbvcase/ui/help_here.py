"""F1: why the question is asked that has the keyboard, or one screen about the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from gbvcase.casework.help_pages import FIRST, help_names, help_page
from gbvcase.casework.helplines import Helpline, helplines, usual_helplines
from gbvcase.domain.marking import mark
from gbvcase.ui.help_reader import CALL, HelpReader
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.navigation import BELONGS_TO
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button

if TYPE_CHECKING:
    from gbvcase.ui.window import Window
    from gbvcase.ui.workplace import Workplace

BEFORE_WORK = {
    "LockPage": "lock",
    "FirstRun": FIRST,
    "RecoveryPage": "password",
    "PracticeWait": "practice",
    "SalvagePage": "trouble",
}
"""The help of what stands in the window while no cabinet is open."""


def help_here(window: "Window") -> None:
    """Explain the question that has the keyboard, else the page that is shown."""
    if _explain_question() or QApplication.activeModalWidget() is not None:
        return
    show_help(window, name_here(window))


def show_help(window: "Window", name: str) -> None:
    """Show one help page before the window; what is being done stays as it is."""
    HelpDialog(window, name).open()


def name_here(window: "Window") -> str:
    """Return the name of the help page of what the window shows."""
    if window.workplace is None:
        return BEFORE_WORK.get(type(window.centralWidget()).__name__, FIRST)
    return help_of(window.workplace.here)


def help_of(page: str) -> str:
    """Return the name of the help page of a page, or of the one it belongs to."""
    for name in (page, BELONGS_TO.get(page, "")):
        if name in help_names():
            return name
    return FIRST


def _explain_question() -> bool:
    """Let the form around the keyboard explain its question; False if there is none."""
    at: QWidget | None = QApplication.focusWidget()
    while at is not None and not at.isWindow():
        act = getattr(at, "act", None)
        if act is not None and act("help"):
            return True
        at = at.parentWidget()
    return False


class HelpDialog(QDialog):
    """One screen of help; Escape returns to where the keyboard was."""

    def __init__(self, window: "Window", name: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(mark("Workbook")))
        self._window, self.name = window, name
        self.reader = HelpReader()
        self._show(usual_helplines(say.language))
        if name == CALL and window.workplace is not None:
            self._read_numbers(window.workplace)
        close = button(say(mark("Close")), kind="main")
        close.clicked.connect(self.accept)
        buttons = [close]
        if window.workplace is not None:
            everything = button(say(mark("All help pages")), "circle-help")
            everything.clicked.connect(self._show_all)
            buttons.insert(0, everything)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(12), space(16))
        column.setSpacing(space(12))
        column.addWidget(self.reader, 1)
        column.addLayout(at_the_end(*buttons))
        room = window.size()
        self.resize(min(space(720), room.width() - 40), min(space(640), room.height() - 40))
        self.reader.area.setFocus()

    def _show(self, numbers: tuple[Helpline, ...]) -> None:
        may_be_called = tuple(one for one in numbers if one.may_be_called)
        self.reader.show_page(help_page(self.name, say.language), may_be_called)

    def _read_numbers(self, place: "Workplace") -> None:
        desk, language = place.desk, say.language
        place.jobs.start(
            lambda _progress: helplines(desk, language), done=self._show, failed=place.failed
        )

    def _show_all(self) -> None:
        self.accept()
        if self._window.workplace is not None:
            self._window.workplace.go("help", name=self.name)
