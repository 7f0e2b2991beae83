"""The editor for a file: a picture of a signed paper is chosen, looked at, or taken out."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gbvcase.casework.files import Points
from gbvcase.domain.fields import Entry
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written
from gbvcase.domain.values import Scan
from gbvcase.ui.editing import Editor, Files
from gbvcase.ui.file_dialogs import ask_for_file
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label, one_line, scrolling

PICTURE = mark("Picture")
SUFFIXES = ("jpg", "jpeg", "png")
WIDTH, HEIGHT = 760, 560


class FileEditor(Editor):
    """Says what is kept; its buttons choose a picture, show it, take it out of the field."""

    def __init__(self, entry: Entry, files: Files | None) -> None:
        self.choose = button(say(mark("Choose a file...")), "paperclip")
        super().__init__(entry, self.choose)
        self._files = files
        self._scan: Scan | None = None
        self._said = one_line("")
        self._look = button(say(mark("View")), "eye", "quiet")
        self._drop = button(say(mark("Take out")), "x", "quiet")
        named = say(entry.about.label)
        self._look.setAccessibleName(say(mark("View: {field}")).format(field=named))
        self._drop.setAccessibleName(say(mark("Take out: {field}")).format(field=named))
        self.choose.clicked.connect(self._ask)
        self._look.clicked.connect(self._show_it)
        self._drop.clicked.connect(self._take_out)
        self._buttons = QHBoxLayout()
        for one in (self.choose, self._look, self._drop):
            self._buttons.addWidget(one)
        self._buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(space(2))
        column.addWidget(self._said)
        column.addLayout(self._buttons)
        self.line.addLayout(column, 1)
        self.set_value(None)

    def value(self) -> Scan | None:
        """Return what the record holds of the file."""
        return self._scan

    def set_value(self, value: object) -> None:
        """Show which file is kept, or that there is none."""
        self._scan = value if isinstance(value, Scan) else None
        self._said.setText(written(self._scan, say) if self._scan else "")
        self._said.setVisible(self._scan is not None)
        self.choose.setVisible(self._files is not None)
        for one in (self._look, self._drop):
            one.setVisible(self._scan is not None and self._files is not None)

    def typed(self) -> Any:
        """Return what names the file, as a draft keeps it."""
        scan = self._scan
        if scan is None:
            return None
        kept = {"media": scan.media, "size": scan.size, "sha256": scan.sha256}
        return kept | ({"title": scan.title} if scan.title else {})

    def set_typed(self, raw: Any) -> None:
        """Show the file that a draft names."""
        self.set_value(Scan(**raw) if isinstance(raw, dict) else None)

    def _ask(self) -> None:
        path = ask_for_file(self, say(mark("Choose a picture")), PICTURE, *SUFFIXES)
        if path is not None and self._files is not None:
            self._files.keep(path, self.take)

    def take(self, scan: Scan) -> None:
        """Take a file that was kept as the answer."""
        self.set_value(scan)
        self.changed.emit()

    def _show_it(self) -> None:
        if self._scan is not None and self._files is not None:
            self._files.show(self, self._scan)

    def _take_out(self) -> None:
        self.set_value(None)
        self.choose.setFocus()
        self.changed.emit()


def show_picture(parent: QWidget, points: Points) -> QDialog:
    """Show a picture in a window of its own, from memory; it cannot be copied or saved there."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(say(mark("Workbook")))
    dialog.resize(space(WIDTH), space(HEIGHT))
    rows = QImage(
        points.rgb, points.width, points.height, points.width * 3, QImage.Format.Format_RGB888
    )
    shown = QLabel()
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    shown.setAccessibleName(say(mark("The picture that is kept")))
    picture = QPixmap.fromImage(rows.copy())
    shown.setPixmap(picture)
    width = space(WIDTH - 60)
    if picture.width() > width:
        smooth = Qt.TransformationMode.SmoothTransformation
        shown.setPixmap(picture.scaledToWidth(width, smooth))
    close = button(say(mark("Close")), kind="main")
    close.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.addWidget(scrolling(shown), 1)
    column.addWidget(label(say(mark("It is shown from memory; no file was made.")), "note"))
    column.addLayout(at_the_end(close))
    close.setFocus()
    dialog.open()
    return dialog
