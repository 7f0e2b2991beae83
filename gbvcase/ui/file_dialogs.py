"""Choosing a file or a folder, without leaving behind which one it was."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QDir, QSettings, QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.language import say

PDF = mark("PDF file")


def ask_where_to_save(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    """Ask for the place of a new file; `name` says nothing of whom it is about."""
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    suffix = Path(name).suffix.removeprefix(".")
    dialog.setNameFilter(f"{say(kind)} (*.{suffix})")
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    return _asked(dialog)


def ask_for_file(parent: QWidget, title: str, kind: str, *suffixes: str) -> Path | None:
    """Ask for a file that exists."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"{say(kind)} ({' '.join(f'*.{suffix}' for suffix in suffixes)})")
    return _asked(dialog)


def ask_for_files(parent: QWidget, title: str, kind: str, *suffixes: str) -> tuple[Path, ...]:
    """Ask for one file or several that exist."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(f"{say(kind)} ({' '.join(f'*.{suffix}' for suffix in suffixes)})")
    return _all_asked(dialog)


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _asked(dialog)


def forget() -> None:
    """Take away what the toolkit has noted of the folders that were visited."""
    notes = QSettings(QSettings.Scope.UserScope, "QtProject")
    notes.remove("FileDialog")
    notes.sync()


def neutral_folder() -> str:
    """Return where every dialog starts: never where the last file was."""
    places = QStandardPaths.StandardLocation
    found = QStandardPaths.writableLocation(places.DocumentsLocation)
    return found if found and QDir(found).exists() else QDir.homePath()


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, say(title), neutral_folder())
    # the system's own dialog keeps a list of recent files that we could not wipe
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setDirectory(neutral_folder())  # whatever notes another program of Qt's has left
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(neutral_folder()), *_carriers()])
    return dialog


def _carriers() -> list[QUrl]:
    return [QUrl.fromLocalFile(drive.absoluteFilePath()) for drive in QDir.drives()]


def _asked(dialog: QFileDialog) -> Path | None:
    return next(iter(_all_asked(dialog)), None)


def _all_asked(dialog: QFileDialog) -> tuple[Path, ...]:
    chosen = tuple(Path(name) for name in dialog.selectedFiles()) if dialog.exec() else ()
    shiboken6.delete(dialog)  # it writes its notes when it goes
    forget()
    return chosen
