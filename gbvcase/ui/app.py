"""The start of the window, and the last resort for what nobody has caught."""

import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QStyleFactory

from gbvcase.casework.cabinets import NEUTRAL
from gbvcase.ui import theme
from gbvcase.ui.collecting import Collector
from gbvcase.ui.errors import write_down, write_down_refused
from gbvcase.ui.hardening import harden
from gbvcase.ui.icons import program_icon
from gbvcase.ui.language import speak
from gbvcase.ui.restart import start_afresh, wanted
from gbvcase.ui.settings import Settings, preferences, read_settings
from gbvcase.ui.window import Window


def main(argv: list[str], folder: Path | None = None, *, hidden: bool = False) -> int:
    """Open the window on this computer's cabinets, or on one folder; return the exit status."""
    refused = harden()
    if refused:
        write_down_refused(refused, datetime.now().astimezone())
    app = make_app(argv)
    Collector(app)
    settings = read_settings()
    dress(app, settings)
    window = Window()
    _catch_faults(window)
    window.locked.connect(lambda quietly: _begin_afresh(window, quietly))
    window.begin(folder)
    if hidden:
        window.showMinimized()
    else:
        window.show()
    return app.exec()


def make_app(argv: list[str]) -> QApplication:
    """Return the toolkit under the program's quiet name."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, on=False)
    QCoreApplication.setApplicationName(NEUTRAL)
    app = QApplication.instance() or QApplication(argv or [NEUTRAL])
    assert isinstance(app, QApplication)
    app.setDesktopFileName("so-cong-tac")
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    app.setWindowIcon(program_icon())
    return app


def dress(app: QApplication, settings: Settings) -> None:
    """Load the typeface, the language and the look."""
    preferences.begin(settings)
    theme.load_fonts()
    speak(settings.language)
    theme.apply(app, look=settings.look, percent=settings.percent)


def _begin_afresh(window: Window, quietly: bool) -> None:
    start_afresh(window.given, hidden=quietly)
    window.close()
    QCoreApplication.exit(0)


def _catch_faults(window: Window) -> None:
    def last_resort(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        write_down(error, datetime.now().astimezone())
        window.tell_fault(error)

    sys.excepthook = last_resort


def from_arguments(argv: list[str]) -> int:
    """Open the window as the process before this one has asked for it."""
    folder, hidden = wanted(argv[1:])
    return main(argv[:1], folder, hidden=hidden)


if __name__ == "__main__":
    sys.exit(from_arguments(sys.argv))
