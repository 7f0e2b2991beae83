"""The signs of the program: line drawings, in the colour of the text beside them."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton

from gbvcase.resources import resource
from gbvcase.ui import theme
from gbvcase.ui.theme import space

SIZE = 20
GAP = 5
INK = "text"


def icon(name: str, token: str = INK, size: int = SIZE) -> QIcon:
    """Return a sign in a colour of the look that is shown now."""
    return QIcon(pixmap(name, token, size))


def pixmap(name: str, token: str = INK, size: int = SIZE, gap: int = 0) -> QPixmap:
    """Return a sign as a picture, as sharp as the finest screen; lengths are those at 100 %.

    `gap` is room at its right, for words that follow.
    """
    screens = QGuiApplication.screens()
    ratio = max((screen.devicePixelRatio() for screen in screens), default=1.0)
    colour = getattr(theme.tokens(), token)
    return _drawn(name, colour, space(size), space(gap), max(ratio, 1.0))


@cache
def _drawn(name: str, colour: str, side: int, gap: int, ratio: float) -> QPixmap:
    picture = QPixmap(round((side + gap) * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing = _source(name).replace("currentColor", QColor(colour).name())
    QSvgRenderer(QByteArray(drawing.encode())).render(
        painter, QRectF(0, 0, picture.height(), picture.height())
    )
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _source(name: str) -> str:
    return Path(resource(f"icons/lucide/{name}.svg")).read_text(encoding="utf-8")


def set_icon(button: QAbstractButton, name: str, token: str = INK, size: int = SIZE) -> None:
    """Give a button a sign that follows the look and the text size."""
    follower = button.findChild(_Follower, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if follower is None:
        _Follower(button, name, token, size)
    else:
        follower.follow(name, token, size)


class _Follower(QObject):
    """Draws the sign of its button anew when the look changes; goes away with the button."""

    def __init__(self, button: QAbstractButton, name: str, token: str, size: int) -> None:
        super().__init__(button)
        self._button, self._name, self._token, self._size = button, name, token, size
        theme.changes.changed.connect(self.draw)
        self.draw()

    def follow(self, name: str, token: str, size: int) -> None:
        """Draw another sign from now on."""
        self._name, self._token, self._size = name, token, size
        self.draw()

    def draw(self) -> None:
        """Draw the sign as the look is now."""
        gap = GAP if isinstance(self._button, QPushButton) and self._button.text() else 0
        drawn = QIcon(pixmap(self._name, self._token, self._size, gap))
        grey = pixmap(self._name, "disabled", self._size, gap)
        drawn.addPixmap(grey, QIcon.Mode.Disabled)
        self._button.setIcon(drawn)
        self._button.setIconSize(QSize(space(self._size) + space(gap), space(self._size)))


def program_icon() -> QIcon:
    """Return the sign of the program: a notebook, which tells nobody what is in it."""
    return QIcon(str(resource("icons/own/program.svg")))
