"""Finding words on the pages of a paper: where they stand, and a mark over them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.paper_images import POINTS_PER_INCH, Letter, PaperImages
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import icon_button, one_line

PLACES, THIS_PLACE = QColor(255, 214, 0, 90), QColor(255, 140, 0, 130)
"""Seen on white paper in every look of the screen, and in grey."""


@dataclass(frozen=True)
class Found:
    """One place: its page, and the boxes of its letters in points from the lower left."""

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]


def places_of(images: PaperImages, text: str) -> tuple[Found, ...]:
    """Return where a text stands, as search compares: accents and capitals need not be typed."""
    wanted = folded(text)
    if not wanted:
        return ()
    return tuple(
        Found(page, boxes)
        for page in range(len(images))
        for boxes in _boxes(images.letters(page), wanted)
    )


def _boxes(
    letters: Sequence[Letter], wanted: str
) -> Iterator[tuple[tuple[float, float, float, float], ...]]:
    said, of_letter = "", []
    for place, letter in enumerate(letters):
        plain = folded(letter.text) or (" " if not letter.text.strip() else "")
        if plain == " " and said.endswith(" "):
            continue  # a line that ends is a space like another
        said += plain
        of_letter += [place] * len(plain)
    at = said.find(wanted)
    while at >= 0:
        places = dict.fromkeys(of_letter[at : at + len(wanted)])
        yield tuple(letters[place].box for place in places if letters[place].text.strip())
        at = said.find(wanted, at + len(wanted))


def marked(
    picture: QImage, height: float, dpi: float, places: Sequence[Found], this: Found
) -> QImage:
    """Return a page with its places marked, the one that is looked at most; height in points."""
    scale = dpi / POINTS_PER_INCH
    painter = QPainter(picture)
    for place in places:
        for left, bottom, right, top in place.boxes:
            corner = QRectF(
                left * scale, (height - top) * scale, (right - left) * scale, (top - bottom) * scale
            )
            painter.fillRect(corner.adjusted(-1, -2, 1, 2), THIS_PLACE if place is this else PLACES)
    painter.end()
    return picture


class FindLine(QWidget):
    """Where to type what is looked for on a paper, and how often it was found."""

    sought = Signal(str)
    turned = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(say(mark("Find on the paper")))
        self.field.setAccessibleName(say(mark("Find on the paper")))
        self.field.textChanged.connect(self.sought)
        self.field.returnPressed.connect(lambda: self.turned.emit(1))
        self._count = one_line("", "note")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.field, 1)
        line.addWidget(self._count)
        for icon, name, do in (
            ("chevron-up", mark("Place before"), lambda: self.turned.emit(-1)),
            ("chevron-down", mark("Next place"), lambda: self.turned.emit(1)),
            ("x", mark("Close the search"), self.closed.emit),
        ):
            made = icon_button(icon, say(name))
            made.clicked.connect(do)
            line.addWidget(made)
        self.field.setMinimumWidth(space(140))
        self.hide()

    def begin(self) -> None:
        """Show the line and take the keyboard."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def tell(self, place: int, places: int) -> None:
        """Say which of how many places is shown."""
        words = ""
        if self.field.text().strip():
            words = say(mark("{number} of {count}")).format(
                number=place + 1 if places else 0, count=places
            )
        self._count.setText(words)
        self.field.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
