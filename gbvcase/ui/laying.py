"""Small moves of laying out that several pages make."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget


def in_a_line(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets side by side, beginning at the left and no wider than they need."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def at_the_end(*widgets: QWidget) -> QHBoxLayout:
    """Return buttons side by side at the right, the main one last."""
    line = QHBoxLayout()
    line.addStretch(1)
    for widget in widgets:
        line.addWidget(widget)
    return line


def empty_out(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty_out(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
