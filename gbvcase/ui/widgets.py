"""The small parts that every page is made of; whatever shows a value shows it as plain text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gbvcase.domain.marking import mark
from gbvcase.ui.icons import set_icon
from gbvcase.ui.lamps import lamp_icon
from gbvcase.ui.language import say
from gbvcase.ui.theme import space

LAMP_WORDS = {
    "empty": mark("not begun"),
    "begun": mark("begun"),
    "done": mark("done"),
    "look": mark("to look at again"),
}
RISKS = {
    "low": ("●", mark("Low"), "ok"),
    "medium": ("◆", mark("Medium"), "warn"),
    "high": ("▲", mark("High"), "bad"),
    "very_high": ("▲▲", mark("Very high"), "bad"),
}
SMALLEST_TARGET = 34


def label(text: str, kind: str = "") -> QLabel:
    """Return a text that wraps and is never read as mark-up."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(True)
    if kind:
        made.setProperty("kind", kind)
    return made


def one_line(text: str, kind: str = "") -> QLabel:
    """Return a short text that does not wrap."""
    made = label(text, kind)
    made.setWordWrap(False)
    return made


def button(text: str, icon: str = "", kind: str = "") -> QPushButton:
    """Return a button; its text is its name for screen readers."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        tokens = {"main": "on_primary", "quiet": "primary", "danger": "bad", "link": "primary"}
        set_icon(made, icon, tokens.get(kind, "text"))
    return made


def plain_tip(text: str) -> str:
    """Return a text that a person typed for a tool tip, which would read mark-up otherwise."""
    from html import escape  # it knows the names of two thousand letters: not before it is asked

    return f"<span>{escape(text)}</span>" if text else ""


class Link(QPushButton):
    """A button that reads as a link; it is shortened, never made wider than its page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setProperty("kind", "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._whole = text
        self._fit(text)

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text, also while it is shortened."""
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        missing = metrics.horizontalAdvance(self._whole) - metrics.horizontalAdvance(self._shown)
        return QSize(hint.width() + missing, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Let the page be narrower than the text."""
        return QSize(space(120), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the room there is."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        around = super().sizeHint().width() - metrics.horizontalAdvance(self._shown)
        missing = self.sizeHint().width() - self.width()
        room = self.width() - around if missing > 0 else space(10_000)
        self._fit(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room))

    def _fit(self, shown: str) -> None:
        self._shown = shown
        self.setText(shown.replace("&", "&&"))
        is_cut = shown != self._whole
        self.setToolTip(plain_tip(self._whole) if is_cut else "")
        self.setAccessibleName(self._whole)


def icon_button(icon: str, name: str) -> QToolButton:
    """Return a button that shows only a sign; the name is its tool tip and its accessible name."""
    made = QToolButton()
    made.setProperty("kind", "quiet")
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_icon(made, icon, "text2")
    return made


def repolish(widget: QWidget) -> None:
    """Let the style sheet see that a property of the widget has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Card(QFrame):
    """A white sheet with a heading."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space(16), space(12), space(16), space(14))
        self.column.setSpacing(space(8))
        self.heading = label(title, "section")
        if not title:  # shown here, before it has a parent, it would be a window of its own
            self.heading.hide()
        self.column.addWidget(self.heading)
        if title:
            self.setAccessibleName(title)

    def add(self, what: QWidget | QLayout) -> None:
        """Put something below what is there."""
        if isinstance(what, QLayout):
            self.column.addLayout(what)
        else:
            self.column.addWidget(what)


class Chip(QLabel):
    """A state in a word, on a ground whose colour helps but does not tell alone."""

    def __init__(self, text: str, kind: str = "neutral") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setProperty("chip", kind)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """Take no room while there is no state to show."""
        return super().sizeHint() if self.text() else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """As the size: a chip is never squeezed."""
        return self.sizeHint()

    def show_state(self, text: str, kind: str) -> None:
        """Show another state with the ground that belongs to it."""
        self.setProperty("chip", kind)
        self.setText(text)
        repolish(self)


class RemovableChip(QPushButton):
    """A filter in words; pressing it takes the filter away."""

    removed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands at the end
        self.setAccessibleName(say(mark("Take away the filter: {words}")).format(words=text))
        set_icon(self, "x", "on_select", 16)
        self.clicked.connect(self.removed)


class Lamp(QLabel):
    """How far a part has come, as a shape with a word for screen readers."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self.show_state(state)

    def show_state(self, state: str) -> None:
        """Show another state: empty, begun, done or look."""
        side = space(16)
        self.setPixmap(lamp_icon(state).pixmap(QSize(side, side)))
        self.setAccessibleName(say(LAMP_WORDS[state]))
        self.setToolTip(say(LAMP_WORDS[state]))


def risk_mark(level: str) -> Chip:
    """Return the mark of a risk level: its shape, its word, and a ground."""
    shape, word, kind = RISKS[level]
    return Chip(f"{shape} {say(word)}", kind)


class EmptyState(QWidget):
    """What stands where nothing is: one sentence, and what to do next."""

    def __init__(self, sentence: str, buttons: Sequence[QAbstractButton] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(space(16), space(32), space(16), space(32))
        column.setSpacing(space(16))
        text = label(sentence, "note")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(text)
        if buttons:
            line = QHBoxLayout()
            line.addStretch(1)
            for one in buttons:
                line.addWidget(one)
            line.addStretch(1)
            column.addLayout(line)


class Header(QFrame):
    """The head of a page; its buttons go below its title where both do not fit beside."""

    def __init__(self, title: str | QWidget, *right: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "top")
        first = label(title, "title") if isinstance(title, str) else title
        if isinstance(first, QLabel):
            first.setWordWrap(False)
            first.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        beside = [one for one in right if not isinstance(one, QAbstractButton)]
        self._left = _row((first, *beside))
        self._right = _row([one for one in right if one not in beside])
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(space(20), space(8), space(20), space(8))
        self._box.setSpacing(space(8))
        self._box.addWidget(self._left)
        self._box.addStretch(1)
        self._box.addWidget(self._right)

    def minimumSizeHint(self) -> QSize:
        """Be no wider than the wider of the two rows."""
        widest = max(self._left.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(widest + 2 * space(20), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose whether the buttons stand beside the title or below it."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Choose anew when the title or a button says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        needed = self._left.sizeHint().width() + self._right.sizeHint().width() + 3 * space(20)
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom
            if needed > self.width()
            else QBoxLayout.Direction.LeftToRight
        )


def header(title: str | QWidget, *right: QWidget) -> QFrame:
    """Return the head of a page: its title and state at the left, its buttons at the right."""
    return Header(title, *right)


def _row(widgets: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(space(8))
    for one in widgets:
        line.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return holder


class _Scrolling(QScrollArea):
    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not widget.property("kind"):
            widget.setProperty("kind", "page")
        self.setWidget(widget)

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll until a field is to be seen, with some room around it."""
        self.ensureWidgetVisible(widget, 0, space(48))


class OneAtATime(QWidget):
    """Views of which one is shown. They ask for the room of that one: a stacked widget of the
    toolkit asks for that of the highest."""

    def __init__(self, *views: QWidget) -> None:
        super().__init__()
        self._shown = views[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for view in views:
            column.addWidget(view)
            view.setVisible(view is self._shown)

    def currentWidget(self) -> QWidget:
        """Return the view that is shown."""
        return self._shown

    def setCurrentWidget(self, view: QWidget) -> None:
        """Show another view."""
        if view is self._shown:
            return
        self._shown.hide()
        self._shown = view
        view.show()


def scrolling(widget: QWidget) -> QScrollArea:
    """Return a widget in a frame that scrolls up and down where there is not room for it."""
    return _Scrolling(widget)


def ask(parent: QWidget, sentence: str, buttons: Sequence[str]) -> int | None:
    """Ask a short question; return the number of the chosen button, None for none.

    The last button is the main one. Escape answers nothing and changes nothing.
    """
    dialog = QDialog(parent.window())
    dialog.setWindowTitle(say(mark("Workbook")))
    dialog.setMinimumWidth(space(420))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(space(20), space(20), space(20), space(16))
    column.setSpacing(space(20))
    column.addWidget(label(sentence))
    line = QHBoxLayout()
    line.setSpacing(space(8))
    line.addStretch(1)
    chosen: list[int] = []
    for number, text in enumerate(buttons):
        is_main = number == len(buttons) - 1
        one = button(text, kind="main" if is_main else "")
        one.setDefault(is_main)
        one.clicked.connect(lambda _checked=False, which=number: chosen.append(which))
        one.clicked.connect(dialog.accept)
        line.addWidget(one)
    column.addLayout(line)
    dialog.exec()
    dialog.deleteLater()
    return chosen[0] if chosen else None
