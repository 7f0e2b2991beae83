"""The page that shows a paper before it leaves: look, check, print, or save it locked (S8)."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gbvcase.casework.papers import Purpose, copies_of, locked_copy
from gbvcase.casework.printing import usual_printer
from gbvcase.casework.ways_out import note_sheet
from gbvcase.casework.whole_files import write_whole
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.ui.file_dialogs import PDF, ask_where_to_save
from gbvcase.ui.language import say, speaker
from gbvcase.ui.laying import under_a_header
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.paper_find import FindLine, Found, marked, places_of
from gbvcase.ui.paper_images import (
    POINTS_PER_INCH,
    PaperImages,
    print_paper,
    printer_named,
    printers,
)
from gbvcase.ui.password_once import show_password_once
from gbvcase.ui.preview_side import A4, Check, ChecksCard, PageStrip, PrintCard
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import button, header, icon_button, label, scrolling

ZOOMS = (50, 67, 80, 100, 125, 150, 200, 300)
SCREEN_DPI = 96
FILE_NAME = "giay-to.pdf"
LARGE = 150
"""From this text size on, what is chosen stands below the sheet, not beside it."""
SIDE_WIDTH = 272
ROOM_FOR_STRIP = 1000
STACKED_SHEET = 0.75  # of the page's height, where the cards stand below the sheet


Note = Callable[[Purpose, int, bool], object]
"""Writes that a paper leaves: purpose, copies, whether it is saved. Called beside the screen,
before anything leaves; if it raises, nothing does."""

Again = Callable[[Say], bytes]
"""Makes the same paper in a language."""


class PreviewPage(PageWidget):
    """Draws the pages from memory; nothing is written anywhere by looking."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._shown: dict[str, Any] = {}
        self._paper = self._printed = b""  # once, and as often as it is printed
        self._images: PaperImages | None = None
        self._page, self._pages, self._zoom = 0, 1, 0  # a zoom of 0 fits the width
        self._note: Note | None = None
        self._again: Again | None = None
        self._heading = label("", "title")
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.installEventFilter(self)
        self._places: tuple[Found, ...] = ()
        self._place = 0
        self._find = FindLine()
        self._find.sought.connect(self._seek)
        self._find.turned.connect(self._turn_to_place)
        self._find.closed.connect(self._end_search)
        self._strip = PageStrip()
        self._strip.chosen.connect(self._go_to)
        self._card = PrintCard(printers)
        self._card.copies.valueChanged.connect(self._take_copies)
        self._card.language_chosen.connect(self._speak)
        self._checks = ChecksCard()
        self._print = button(say(mark("Print")), "printer", "main")
        self._print.clicked.connect(self._print_now)
        self._card.printers_found.connect(self._print.setEnabled)
        self._save = button(say(mark("Save PDF with password...")), "lock")
        self._save.clicked.connect(self._save_locked)
        back = button(say(mark("Back")))
        back.clicked.connect(frame.back)
        self.footer = (back, self._save, self._print)
        self._lay_out()

    def open(self, **where: Any) -> None:
        """Show a paper: `paper` (bytes), `title` (already said, names no person), and with it
        `checks`, `note` (a `Note`), `purpose` and `copies`, where they are known; `again` makes
        it in another language. A paper `of_nobody` is not asked what it is for; the journal calls
        it as that says, or by no name.
        """
        self._shown = where
        self._note, self._again = where.get("note"), where.get("again")
        self._paper = b""
        self._heading.setText(where["title"])
        self._card.copies.setValue(where.get("copies", 1))
        self._card.choose_purpose(where.get("purpose"))
        self._card.find_printers()
        self._card.ask_purpose("of_nobody" not in where)
        desk = self.frame.desk
        self.frame.jobs.start(
            lambda _progress: usual_printer(desk),
            done=self._card.choose_printer,
            failed=self.frame.failed,
        )
        self._card.offer_languages(self._again is not None)
        self._checks.show_checks(where.get("checks", ()))
        self._show_paper(where["paper"])

    def _show_paper(self, paper: bytes) -> None:
        self._paper, self._page = paper, 0
        once = PaperImages(self._paper)
        self._pages = len(once)
        self._strip.show_pages(once, self.devicePixelRatioF())
        self._take_copies()
        self._fit_strip()

    def where(self) -> dict[str, Any]:
        """Return what shows the same paper again."""
        return self._shown

    def first_field(self) -> QWidget:
        """Return the sheet: it scrolls with the arrow keys."""
        return self._scroll

    def act(self, key: str) -> bool:
        """Print with Ctrl+P or Ctrl+Enter; find with Ctrl+F, and end it with Escape."""
        if key in ("print", "main"):
            self._print_now()
        elif key == "find":
            self._find.begin()
        elif key == "escape" and not self._find.isHidden():
            self._end_search()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the sheet to the room that it has now."""
        if event.type() == QEvent.Type.Resize and not self._zoom:
            self._draw()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget a paper that is left: it is drawn anew when somebody comes back to it."""
        super().hideEvent(event)
        if self.isHidden():  # and not the whole window
            self._paper = self._printed = b""
            self._images, self._places = None, ()
            self._sheet.clear()
            self._strip.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        if self._is_stacked:
            self._scroll.setFixedHeight(max(space(240), round(self.height() * STACKED_SHEET)))
        self._fit_strip()

    def _lay_out(self) -> None:
        self._is_stacked = percent() >= LARGE
        column = under_a_header(self, header(self._heading))
        cards = QWidget()
        below = QVBoxLayout(cards)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._checks)
        below.addWidget(self._card)
        below.addStretch(1)
        middle = QVBoxLayout()
        middle.addLayout(self._tools())
        middle.addWidget(self._find)
        middle.addWidget(self._scroll, 1)
        if self._is_stacked:
            inner = QWidget()
            inner.setLayout(middle)
            middle.setContentsMargins(0, 0, 0, 0)
            middle.addWidget(cards)
            column.addWidget(scrolling(inner), 1)
            self._strip.setParent(self)
            return
        cards.setFixedWidth(space(SIDE_WIDTH))
        area = scrolling(cards)
        area.setFixedWidth(space(SIDE_WIDTH) + space(20))
        both = QHBoxLayout()
        both.setSpacing(space(16))
        both.addWidget(self._strip)
        both.addLayout(middle, 1)
        both.addWidget(area)
        column.addLayout(both, 1)

    def _tools(self) -> QHBoxLayout:
        self._where, self._size = label(""), label("")
        for words in (self._where, self._size):
            words.setWordWrap(False)
        line = QHBoxLayout()
        for icon, name, do, beside in (
            ("chevron-left", mark("Page before"), lambda: self._turn(-1), None),
            ("chevron-right", mark("Next page"), lambda: self._turn(1), self._where),
            ("zoom-out", mark("Smaller"), lambda: self._zoom_by(-1), self._size),
            ("zoom-in", mark("Larger"), lambda: self._zoom_by(1), None),
        ):
            made = icon_button(icon, say(name))
            made.clicked.connect(do)
            line.addWidget(made)
            if beside is not None:
                line.addWidget(beside)
            if beside is self._where:
                line.addStretch(1)
        fit = button(say(mark("Fit the width")), kind="quiet")
        fit.clicked.connect(lambda: self._set_zoom(0))
        line.addWidget(fit)
        if self._is_stacked:
            fit.hide()  # there the sheet fits until it is made larger
        return line

    def _speak(self, language: str) -> None:
        """Make the paper again in another language."""
        again = self._again
        if again is not None:
            self.frame.jobs.start(
                lambda _progress: again(speaker(language)),
                done=self._show_paper,
                failed=self.frame.failed,
            )

    def _fit_strip(self) -> None:
        """Show the small pages where there is more than one, and room for them."""
        has_room = not self._is_stacked and self.width() >= space(ROOM_FOR_STRIP)
        self._strip.setVisible(has_room and self._strip.count() > 1)

    def _take_copies(self) -> None:
        """Show what is printed: with more than one copy each page says which it is of."""
        if not self._paper:
            return
        self._printed = copies_of(self._paper, self._card.copies.value(), say)
        self._images = PaperImages(self._printed)
        self._go_to(min(self._page, len(self._images) - 1))
        if not self._find.isHidden():
            self._seek(self._find.field.text())

    def _seek(self, text: str) -> None:
        """Mark where a text stands, and show the first place from this page on."""
        if self._images is None:
            return
        self._places = places_of(self._images, text)
        pages = [place.page for place in self._places]
        self._place = next((n for n, page in enumerate(pages) if page >= self._page), 0)
        self._show_place()

    def _turn_to_place(self, step: int) -> None:
        if self._places:
            self._place = (self._place + step) % len(self._places)
            self._show_place()

    def _show_place(self) -> None:
        self._find.tell(self._place, len(self._places))
        if not self._places:
            self._draw()
            return
        place = self._places[self._place]
        self._go_to(place.page)
        top = 1 - place.boxes[0][3] / (A4[1] * POINTS_PER_INCH)
        self._scroll.ensureVisible(0, round(top * self._sheet.height()), 0, space(80))

    def _end_search(self) -> None:
        self._find.hide()
        self._find.field.clear()
        self._places = ()
        self._scroll.setFocus()
        self._draw()

    def _draw(self) -> None:
        if self._images is None:
            return
        ratio = self.devicePixelRatioF()
        zoom = self._zoom or self._fitting()
        dpi = SCREEN_DPI * zoom / 100 * ratio
        image = self._images.image(self._page, dpi)
        here = [place for place in self._places if place.page == self._page]
        if here:
            height = self._images.height(self._page)
            image = marked(image, height, dpi, here, self._places[self._place])
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(picture)
        where = say(mark("Page {page} of {pages}")).format(
            page=self._page + 1, pages=len(self._images)
        )
        self._where.setText(where)
        self._size.setText(f"{zoom:.0f} %")
        self._sheet.setAccessibleName(where)
        self._sheet.setAccessibleDescription(self._images.text(self._page))

    def _fitting(self) -> float:
        # of the whole area: whether there is a bar must not change what fits beside it
        width = self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width()
        width -= space(24)
        return max(40.0, width / (A4[0] * SCREEN_DPI) * 100)

    def _turn(self, step: int) -> None:
        if self._images is not None:
            self._go_to(min(max(0, self._page + step), len(self._images) - 1))

    def _go_to(self, page: int) -> None:
        self._page = max(0, page)
        self._strip.choose(self._page % self._pages)
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

    def _print_now(self) -> None:
        purpose = self._card.chosen_purpose() if self._card.asks_purpose else None
        if (purpose is None and self._card.asks_purpose) or not self._print.isEnabled():
            return
        paper, printer = self._printed, str(self._card.printer.currentData())
        note = self._leaving(purpose, self._card.copies.value(), saved=False)

        def done(_noted: object) -> None:
            try:
                print_paper(paper, printer_named(printer))
            except GbvcaseError as error:
                self.frame.failed(error)
                return
            self.frame.note(say(mark("Printed. Remember to take the paper from the printer.")))

        self.frame.jobs.start(lambda _progress: note(), done=done, failed=self.frame.failed)

    def _save_locked(self) -> None:
        purpose = self._card.chosen_purpose() if self._card.asks_purpose else None
        if purpose is None and self._card.asks_purpose:
            return
        path = ask_where_to_save(self, mark("Save PDF with password"), FILE_NAME, PDF)
        if path is None:
            return
        paper, note = self._paper, self._leaving(purpose, 1, saved=True)

        def work(_progress: object) -> str:
            content, password = locked_copy(paper)
            note()
            write_whole(path, content)
            return password

        def done(password: str) -> None:
            show_password_once(self, password)

        self.frame.jobs.start(work, done=done, failed=self.frame.failed)

    def _leaving(
        self, purpose: Purpose | None, copies: int, *, saved: bool
    ) -> Callable[[], object]:
        """Return what writes into the journal that this paper leaves."""
        if self._note is not None and purpose is not None:
            return partial(self._note, purpose, copies, saved)
        of = str(self._shown.get("of_nobody", ""))
        return partial(note_sheet, self.frame.desk, of, copies, saved)


__all__ = ["Check", "Note", "PreviewPage"]
