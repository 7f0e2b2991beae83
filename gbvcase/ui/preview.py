"""The page that shows a paper before it leaves: look, check, print, or save it locked (S8)."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.papers import Purpose, locked_copy
from gbvcase.casework.whole_files import write_whole
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.file_dialogs import PDF, ask_where_to_save
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, under_a_header
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.paper_images import PaperImages, print_paper, printer_named, printers
from gbvcase.ui.password_once import show_password_once
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import Card, button, header, icon_button, label, scrolling

ZOOMS = (50, 67, 80, 100, 125, 150, 200, 300)
SCREEN_DPI = 96
FILE_NAME = "giay-to.pdf"
LARGE = 150
SIDE_WIDTH = 272


@dataclass(frozen=True)
class Check:
    """One line of `before printing`: whether it is well, and what to do about it if not."""

    is_well: bool
    sentence: str  # already said
    action: str = ""
    do: Callable[[], object] | None = None


Note = Callable[[Purpose, int, bool], object]
"""Writes into the timeline that a paper left: purpose, copies, whether it was saved."""


class PreviewPage(PageWidget):
    """Draws the pages from memory; nothing is written anywhere by looking."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._shown: dict[str, Any] = {}
        self._paper = b""
        self._images: PaperImages | None = None
        self._page, self._zoom = 0, 0  # a zoom of 0 fits the width
        self._note: Note | None = None
        self._heading = label("", "title")
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._checks = QVBoxLayout()
        self._print = button(say(mark("Print")), "printer", "main")
        self._print.clicked.connect(self._print_now)
        self._save = button(say(mark("Save PDF with password...")), "lock")
        self._save.clicked.connect(self._save_locked)
        back = button(say(mark("Back")))
        back.clicked.connect(frame.back)
        self.footer = (back, self._save, self._print)
        self._lay_out()

    def open(self, **where: Any) -> None:
        """Show a paper: `paper` (bytes), `title` (already said, names no person), and with it
        `checks`, `note` (a `Note`), `purpose` and `copies`, where they are known.
        """
        self._shown = where
        self._paper, self._note, self._page = where["paper"], where.get("note"), 0
        self._images = PaperImages(self._paper)
        self._heading.setText(where["title"])
        self._copies.setValue(where.get("copies", 1))
        purpose = where.get("purpose")
        chosen = purpose.value if purpose else ""
        self._purpose.setCurrentIndex(max(0, self._purpose.findData(chosen)))
        self._find_printers()
        self._show_checks(where.get("checks", ()))
        self._draw()

    def where(self) -> dict[str, Any]:
        """Return what shows the same paper again."""
        return self._shown

    def first_field(self) -> QWidget:
        """Return the sheet: it scrolls with the arrow keys."""
        return self._scroll

    def act(self, key: str) -> bool:
        """Print with Ctrl+P or Ctrl+Enter."""
        if key in ("print", "main"):
            self._print_now()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sheet to the new width."""
        super().resizeEvent(event)
        self._draw()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.addLayout(self._tools())
        middle.addWidget(self._scroll, 1)
        both = QHBoxLayout()
        both.setSpacing(space(16))
        both.addLayout(middle, 1)
        both.addWidget(self._side())
        column = under_a_header(self, header(self._heading))
        column.addLayout(both, 1)

    def _tools(self) -> QHBoxLayout:
        self._where = label("")
        self._where.setWordWrap(False)
        line = QHBoxLayout()
        for icon, name, do in (
            ("chevron-left", mark("Page before"), lambda: self._turn(-1)),
            ("chevron-right", mark("Next page"), lambda: self._turn(1)),
            ("zoom-out", mark("Smaller"), lambda: self._zoom_by(-1)),
            ("zoom-in", mark("Larger"), lambda: self._zoom_by(1)),
        ):
            made = icon_button(icon, say(name))
            made.clicked.connect(do)
            line.addWidget(made)
            if icon == "chevron-right":
                line.addWidget(self._where)
                line.addStretch(1)
        fit = button(say(mark("Fit the width")), kind="quiet")
        fit.clicked.connect(lambda: self._set_zoom(0))
        if percent() >= LARGE:
            fit.hide()  # there the sheet fits anyway until it is made larger
        line.addWidget(fit)
        return line

    def _side(self) -> QWidget:
        self._printer = CalmComboBox()
        self._purpose = CalmComboBox()
        self._purpose.addItem("", "")
        for purpose in Purpose:
            self._purpose.addItem(purpose.said(say), purpose.value)
        self._copies = QSpinBox()
        self._copies.lineEdit().setTextMargins(space(6), 0, 0, 0)
        self._copies.setRange(1, 20)
        self._problem = label("", "error")
        self._problem.hide()
        card = Card(say(mark("Print")))
        for text, field in (
            (mark("Printer"), self._printer),
            (mark("Copies"), self._copies),
            (mark("What for"), self._purpose),
        ):
            words = label(say(text))
            words.setBuddy(field)
            field.setAccessibleName(say(text))
            card.add(words)
            card.add(field)
        card.add(self._problem)
        checks = Card(say(mark("Before printing")))
        checks.add(self._checks)
        side = QFrame()
        side.setFixedWidth(space(SIDE_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addWidget(checks)
        column.addStretch(1)
        area = scrolling(side)
        area.setFixedWidth(space(SIDE_WIDTH) + space(20))
        return area

    def _find_printers(self) -> None:
        self._printer.clear()
        for name in printers():
            self._printer.addItem(name, name)
        if not self._printer.count():
            self._printer.addItem(say(NO_PRINTER), "")
        self._print.setEnabled(bool(self._printer.currentData()))

    def _show_checks(self, checks: Sequence[Check]) -> None:
        empty_out(self._checks)
        for check in checks:
            sign = "✓" if check.is_well else "!"
            line = label(f"{sign}  {check.sentence}", "ok" if check.is_well else "warn")
            self._checks.addWidget(line)
            if check.action and check.do is not None:
                repair = button(check.action, kind="link")
                repair.clicked.connect(check.do)
                self._checks.addWidget(repair)

    def _draw(self) -> None:
        if self._images is None:
            return
        ratio = self.devicePixelRatioF()
        dpi = SCREEN_DPI * (self._zoom or self._fitting()) / 100
        picture = QPixmap.fromImage(self._images.image(self._page, dpi * ratio))
        picture.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(picture)
        where = say(mark("Page {page} of {pages}")).format(
            page=self._page + 1, pages=len(self._images)
        )
        self._where.setText(where)
        self._sheet.setAccessibleName(where)
        self._sheet.setAccessibleDescription(self._images.text(self._page))

    def _fitting(self) -> float:
        width = self._scroll.viewport().width() - space(24)
        return max(40.0, width / (A4_INCHES * SCREEN_DPI) * 100)

    def _turn(self, step: int) -> None:
        if self._images is not None:
            self._page = min(max(0, self._page + step), len(self._images) - 1)
            self._scroll.verticalScrollBar().setValue(0)
            self._draw()

    def _zoom_by(self, step: int) -> None:
        now = self._zoom or self._fitting()
        larger = [zoom for zoom in ZOOMS if zoom > now + 1]
        smaller = [zoom for zoom in ZOOMS if zoom < now - 1]
        if step > 0 and larger:
            self._set_zoom(larger[0])
        elif step < 0 and smaller:
            self._set_zoom(smaller[-1])

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = zoom
        self._draw()

    def _chosen_purpose(self) -> Purpose | None:
        """Return the purpose, or say that one is needed: every exit has one."""
        chosen = self._purpose.currentData()  # its code: Qt would not give an Enum back
        purpose = Purpose.of(chosen) if chosen else None
        self._say_problem("" if purpose else say(mark("Choose what the paper is for.")))
        if purpose is None:
            self._purpose.setFocus()
        return purpose

    def _print_now(self) -> None:
        purpose = self._chosen_purpose()
        if purpose is None or not self._print.isEnabled():
            return
        keep_spool_in_memory()
        copies = self._copies.value()
        try:
            print_paper(self._paper, printer_named(str(self._printer.currentData())), copies)
        except GbvcaseError as error:
            self.frame.failed(error)
            return
        self._left(purpose, copies, saved=False)
        self.frame.note(say(mark("Printed. Remember to take the paper from the printer.")))

    def _save_locked(self) -> None:
        purpose = self._chosen_purpose()
        if purpose is None:
            return
        path = ask_where_to_save(self, mark("Save PDF with password"), FILE_NAME, PDF)
        if path is None:
            return
        paper = self._paper

        def work(_progress: object) -> str:
            content, password = locked_copy(paper)
            write_whole(path, content)
            return password

        def done(password: str) -> None:
            self._left(purpose, 1, saved=True)
            show_password_once(self, password)

        self.frame.jobs.start(work, done=done, failed=self.frame.failed)

    def _left(self, purpose: Purpose, copies: int, *, saved: bool) -> None:
        if self._note is not None:
            self._note(purpose, copies, saved)

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._purpose.setAccessibleDescription(sentence)


A4_INCHES = 8.27
NO_PRINTER = mark("No printer was found")


def keep_spool_in_memory() -> None:
    """Let the printing system put its own passing file where it never reaches the disk."""
    run = os.environ.get("XDG_RUNTIME_DIR")
    if run and os.access(run, os.W_OK):
        os.environ["TMPDIR"] = run
