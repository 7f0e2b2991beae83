"""The parts of the settings: a section, a choice in a line, a switch with what it changes."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import Card, label

LARGE = 130


class Section(QWidget):
    """One section of the settings: a column of cards, made when it is first shown."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(16))

    def put(self, *cards: QWidget) -> None:
        """Put cards below one another."""
        for card in cards:
            self._column.addWidget(card)

    def first_field(self) -> QWidget | None:
        """Return what has the keyboard when the section opens; None: the first that can."""
        return None


def choice(name: str, choices: Sequence[tuple[str, Any]], chosen: object) -> CalmComboBox:
    """Return a list of words with their values; its name brings the keyboard back to it."""
    box = CalmComboBox()
    box.setObjectName(f"setting_{name}")
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def rows(*lines: tuple[str, QComboBox, str]) -> QGridLayout:
    """Return settings in lines: what it is, the choice, what it changes."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(16))
    grid.setVerticalSpacing(space(8))
    stacked = percent() >= LARGE
    for number, (text, field, note) in enumerate(lines):
        words = QLabel(say(text))
        words.setBuddy(field)
        field.setAccessibleName(say(text).replace("&", ""))
        field.setAccessibleDescription(say(note))
        places = ((3 * number, 0), (3 * number + 1, 0), (3 * number + 2, 0))
        if not stacked:
            places = ((number, 0), (number, 1), (number, 2))
        for widget, (row, column) in zip(
            (words, field, label(say(note), "note")), places, strict=True
        ):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
    if not stacked:
        grid.setColumnMinimumWidth(0, space(130))
        grid.setColumnStretch(2, 1)
    return grid


def add_switch(  # noqa: PLR0913, PLR0917 - what a switch is made of
    card: Card, name: str, words: str, note: str, on: bool, take: Callable[[bool], object]
) -> QCheckBox:
    """Put a switch into a card, with one line that says what it changes; return it."""
    box = QCheckBox(say(words))
    box.setObjectName(f"setting_{name}")
    box.setChecked(on)
    box.setAccessibleDescription(say(note))
    box.toggled.connect(take)
    card.add(box)
    card.add(label(say(note), "note"))
    return box
