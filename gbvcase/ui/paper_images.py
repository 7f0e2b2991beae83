"""The pages of a paper as pictures, from its bytes in memory, for the screen and the printer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark

POINTS_PER_INCH = 72
PRINT_DPI = 300


class NotPrinted(GbvcaseError):
    """The printer did not take the pages."""

    sentence = mark("The printer did not take the paper. Check that it is switched on.")


@dataclass(frozen=True)
class Letter:
    """One letter of a page, and its box: left, bottom, right, top in points."""

    text: str
    box: tuple[float, float, float, float]


class PaperImages:
    """One paper in memory; it is opened for each look, which costs less than a blink."""

    def __init__(self, paper: bytes) -> None:
        self._paper = paper
        with self._opened() as document:
            self._pages = len(document)

    def __len__(self) -> int:
        return self._pages

    def image(self, page: int, dpi: float, *, grey: bool = False) -> QImage:
        """Return a page as it looks at a density; in grey it takes a quarter of the memory."""
        with self._opened() as document:
            bitmap = document[page].render(
                scale=dpi / POINTS_PER_INCH,
                prefer_bgrx=True,
                grayscale=grey,
                fill_color=(255, 255, 255, 255),
            )
            size = (bitmap.width, bitmap.height, bitmap.stride)
            form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
            # a copy, because the bitmap's memory goes with it
            return QImage(memoryview(bitmap.buffer), *size, form).copy()

    def letters(self, page: int) -> list[Letter]:
        """Return the letters of a page in their reading order, and where each stands."""
        with self._opened() as document:
            read = document[page].get_textpage()
            whole: str = read.get_text_range()
            count = min(len(whole), read.count_chars())
            return [Letter(whole[place], read.get_charbox(place)) for place in range(count)]

    def height(self, page: int) -> float:
        """Return how high a page is, in points."""
        with self._opened() as document:
            found: float = document[page].get_height()
        return found

    def text(self, page: int) -> str:
        """Return the words of a page, for those who cannot see it."""
        with self._opened() as document:
            found: str = document[page].get_textpage().get_text_bounded()
        return found

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        from pypdfium2 import PdfDocument

        document = PdfDocument(self._paper)
        try:
            yield document
        finally:
            document.close()


def printers() -> tuple[str, ...]:
    """Return the names of the printers of this computer, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: (name != usual, name)))


def printer_named(name: str) -> QPrinter:
    """Return a printer set to print our papers: A4, no margin of its own, a neutral job name."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
    printer.setResolution(PRINT_DPI)
    printer.setDocName("1")  # lists of print jobs are seen by others
    printer.setCreator("")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return printer


def print_paper(paper: bytes, printer: QPrinter) -> None:
    """Paint every page on the printer, in grey; raise NotPrinted if it fails."""
    images = PaperImages(paper)
    keep_spool_in_memory()
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted
    try:
        for page in range(len(images)):
            if page:
                printer.newPage()
            sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
            painter.drawImage(sheet, images.image(page, PRINT_DPI, grey=True))
    finally:
        painter.end()


def keep_spool_in_memory() -> None:
    """Let the printing system put its own passing file where it never reaches the disk."""
    run = os.environ.get("XDG_RUNTIME_DIR") or _run_folder()
    if run and os.access(run, os.W_OK):
        os.environ["TMPDIR"] = run


def _run_folder() -> str:
    return f"/run/user/{os.getuid()}" if hasattr(os, "getuid") else ""
