"""Editors in which an answer is typed: a line, a longer text, a number."""

import re
from unicodedata import is_normalized, normalize

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from gbvcase.domain.errors import Unreadable
from gbvcase.domain.fields import Entry
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import Editor
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import label

FULL = mark("At most {limit} letters fit here.")
TOO_LONG = mark("This text has {count} letters; at most {limit} can be kept. Please shorten it.")
NO_NUMBER = mark("Type a number, such as 12.")
OUTSIDE = mark("Type a number from {low} to {high}.")
NUMBER_WIDTH = 96


def whole(text: str) -> str:
    """Return a text without halves of letters, which a broken paste can hold and no file keeps."""
    return text.encode("utf-8", "ignore").decode("utf-8")


class LineEditor(Editor):
    """One line of text. Nothing is put right while a person types: Unikey must not be disturbed."""

    def __init__(self, entry: Entry) -> None:
        self.input = QLineEdit()
        super().__init__(entry, self.input)
        self._limit = entry.limit if entry.kind is str else 60
        self.input.setMaxLength(self._limit)
        self.input.textEdited.connect(lambda _: self.changed.emit())
        self.line.addWidget(self.input, 1)

    def value(self) -> object:
        """Return the text, or None."""
        return tidied(whole(self.input.text())) or None

    def set_value(self, value: object) -> None:
        """Show a text as it was kept."""
        text = "" if value is None else str(value)
        # a kept text that is longer than the field would be cut without a word
        self.input.setMaxLength(max(self._limit, len(text)))
        self.input.setText(text)
        self.input.setCursorPosition(0)

    def typed(self) -> object:
        """Return the text as it stands."""
        return self.input.text() or None

    def set_typed(self, raw: object) -> None:
        """Show the text of a draft."""
        LineEditor.set_value(self, raw)

    def tidy(self) -> None:
        """Compose the letters and take doubled spaces away."""
        text = tidied(self.input.text())
        if text != self.input.text():
            self.input.setText(text)

    def understood(self) -> str:
        """Return that more letters did not fit, if the field is full."""
        is_full = len(self.input.text()) >= self._limit
        return say(FULL).format(limit=self._limit) if is_full else ""


class TextEditor(Editor):
    """A text of several lines; Tab leaves it."""

    def __init__(self, entry: Entry) -> None:
        self.input = _PlainText(entry.limit)
        super().__init__(entry, self.input)
        self.input.setTabChangesFocus(True)
        self.fit_text()
        self.input.textChanged.connect(self.changed)
        self.line.addWidget(self.input, 1)

    def value(self) -> str | None:
        """Return the text, or None; raise Unreadable if it is too long to keep."""
        text = normalize("NFC", whole(self.input.toPlainText()).strip())
        if len(text) > self.entry.limit:
            raise Unreadable(TOO_LONG, count=len(text), limit=self.entry.limit)
        return text or None

    def set_value(self, value: object) -> None:
        """Show a text as it was kept."""
        self.input.setPlainText("" if value is None else str(value))

    def typed(self) -> object:
        """Return the text as it stands."""
        return self.input.toPlainText() or None

    def set_typed(self, raw: object) -> None:
        """Show the text of a draft."""
        self.set_value(raw)

    def fit_text(self) -> None:
        """Be as high as the lines that are asked for."""
        lines = max(2, self.entry.about.lines)
        self.input.setFixedHeight(self.input.fontMetrics().lineSpacing() * lines + space(16))

    def understood(self) -> str:
        """Return why a text was not pasted."""
        return self.input.refusal


class NumberEditor(LineEditor):
    """A whole number, typed; a wheel or an arrow never changes it."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        self.line.setStretch(0, 0)
        self.fit_text()
        if entry.about.unit:
            self.line.addWidget(label(say(entry.about.unit), "note"))
        self.line.addStretch(1)

    def fit_text(self) -> None:
        """Be as wide as a number."""
        self.input.setFixedWidth(space(NUMBER_WIDTH))

    def value(self) -> int | None:
        """Return the number, or None; raise Unreadable if it is none, or out of bounds."""
        text = self.input.text().strip().replace(".", "").replace(" ", "")
        if not text:
            return None
        if not re.fullmatch(r"-?[0-9]{1,12}", text):
            raise Unreadable(NO_NUMBER)
        number, about = int(text), self.entry.about
        low = about.low if about.low is not None else number
        high = about.high if about.high is not None else number
        if not low <= number <= high:
            raise Unreadable(OUTSIDE, low=low, high=high)
        return number


class _PlainText(QPlainTextEdit):
    """A text field that refuses a flood from the clipboard instead of standing still."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self.refusal = ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a new selection: words are not dragged into other programs."""
        cursor, extends = self.textCursor(), Qt.KeyboardModifier.ShiftModifier
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and cursor.hasSelection() and not event.modifiers() & extends:
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, if it can be kept at all."""
        self.refusal = ""
        text = source.text()
        if len(text) > self._limit:
            said = say(mark("The copied text has more than {limit} letters. It was not pasted."))
            self.refusal = said.format(limit=self._limit)
            self.textChanged.emit()
        else:
            self.insertPlainText(text)


def tidied(text: str) -> str:
    """Return a line with composed letters and single spaces."""
    text = text if is_normalized("NFC", text) else normalize("NFC", text)
    return " ".join(text.split())
