"""How far a part of a case has come, as a small sign of shape and colour for its tab."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from gbvcase.ui import theme
from gbvcase.ui.theme import space

SIZE, RATIO = 16, 2
COLOURS = {"empty": "text2", "begun": "info", "done": "ok", "look": "warn"}


def lamp_icon(state: str) -> QIcon:
    """Return the sign of a state: an empty, a half, a ticked circle, or one with a mark."""
    side = space(SIZE)
    picture = QPixmap(side * RATIO, side * RATIO)
    picture.setDevicePixelRatio(RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(getattr(theme.tokens(), COLOURS[state]))
    pen = QPen(colour, side / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    circle = QRectF(side * 0.1, side * 0.1, side * 0.8, side * 0.8)
    painter.drawEllipse(circle)
    if state == "begun":
        painter.setBrush(colour)
        painter.drawPie(circle, -90 * 16, -180 * 16)
    elif state == "done":
        points = [(0.3, 0.52), (0.45, 0.66), (0.7, 0.36)]
        painter.drawPolyline([QPointF(x * side, y * side) for x, y in points])
    elif state == "look":
        painter.drawLine(QPointF(side * 0.5, side * 0.28), QPointF(side * 0.5, side * 0.55))
        painter.drawPoint(QPointF(side * 0.5, side * 0.73))
    painter.end()
    return QIcon(picture)
