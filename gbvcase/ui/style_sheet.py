"""The one style sheet: edges, focus and spacing; colours come from the palette where they can."""

import re
from collections.abc import Mapping

from gbvcase.resources import resource

SHEET = """
QMainWindow, QDialog, QWidget[kind="page"], QWidget[kind="frame"] { background: @window; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; border: 0; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: <15.75>pt; font-weight: 700; }
QLabel[kind="section"] { font-size: <12>pt; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="note"] { color: @text2; }
QLabel[kind="error"] { color: @bad; }
QLabel[kind="warn"] { color: @warn; }
QLabel[kind="ok"] { color: @ok; }
QLabel[kind="words"] { font-size: <14>pt; font-weight: 600; }

QFrame[kind="card"] { background: @surface; border: 1px solid @divider; border-radius: {8}px; }
QFrame[kind="line"] { background: @divider; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="well"] { background: @alt; border: 0; border-radius: {4}px; }
QFrame[kind="side"] { background: @surface; border: 0; border-right: 1px solid @divider; }
QFrame[kind="top"] { background: @window; border: 0; border-bottom: 1px solid @divider; }
QFrame[kind="foot"] { background: @window; border: 0; border-top: 1px solid @divider; }
QFrame[kind="status"] { background: @alt; border: 0; border-top: 1px solid @divider; }
QFrame[kind="ok"] { background: @ok_bg; border: 1px solid @ok; border-radius: {4}px; }
QFrame[kind="warn"] { background: @warn_bg; border: 1px solid @warn; border-radius: {4}px; }
QFrame[kind="bad"] { background: @bad_bg; border: 1px solid @bad; border-radius: {4}px; }
QFrame[kind="info"] { background: @info_bg; border: 1px solid @info; border-radius: {4}px; }
QFrame[kind="strip"] { background: @info_bg; border: 0; border-bottom: 1px solid @info; }

QLabel[kind="ok"], QLabel[kind="warn"] { background: transparent; border: 0; }

QLabel[chip] { border-radius: {4}px; padding: {1}px {8}px; background: @neutral_bg; color: @neutral; }
QLabel[chip="ok"] { background: @ok_bg; color: @ok; }
QLabel[chip="warn"] { background: @warn_bg; color: @warn; }
QLabel[chip="bad"] { background: @bad_bg; color: @bad; }
QLabel[chip="info"] { background: @info_bg; color: @info; }
QLabel[chip="count"] { background: @neutral_bg; color: @neutral; font-weight: 600; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: @surface; color: @text; border: 1px solid @border; border-radius: {4}px;
    padding: 1px {8}px; selection-background-color: @primary; selection-color: @on_primary;
}
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: @disabled; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: {30}px; }
QPlainTextEdit, QTextEdit { padding: {4}px {6}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid @focus; padding: 0px {7}px;
}
QPlainTextEdit:focus, QTextEdit:focus { padding: {3}px {5}px; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"], QComboBox[bad="true"] { border-color: @bad; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: @alt; color: @disabled; }
QLineEdit:read-only { background: @alt; }
QComboBox::drop-down { border: 0; width: {28}px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url(%down); width: {16}px; height: {16}px; }
QComboBox QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @border; padding: {4}px; outline: 0;
    selection-background-color: @select; selection-color: @on_select;
}
QComboBox QAbstractItemView::item { min-height: {30}px; padding: 0 {6}px; }
QAbstractSpinBox::up-button { border: 0; width: {24}px; subcontrol-position: top right; }
QAbstractSpinBox::down-button { border: 0; width: {24}px; subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(%up); width: {12}px; height: {12}px; }
QAbstractSpinBox::down-arrow { image: url(%down); width: {12}px; height: {12}px; }

QPushButton, QToolButton {
    background: @surface; color: @text; border: 1px solid @border; border-radius: {4}px;
    min-height: {32}px; padding: 1px {13}px;
}
QToolButton { min-width: {32}px; padding: 1px; }
QPushButton:hover, QToolButton:hover { background: @alt; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {
    background: @select; color: @on_select;
}
QPushButton:focus, QToolButton:focus { border: 2px solid @focus; padding: 0px {12}px; }
QToolButton:focus { padding: 0; }
QPushButton:disabled, QToolButton:disabled { background: @alt; color: @disabled; border-color: @divider; }
QPushButton[kind="main"] { background: @primary; color: @on_primary; border: 1px solid @primary; font-weight: 600; }
QPushButton[kind="main"]:hover { background: @primary_hover; border-color: @primary_hover; }
QPushButton[kind="main"]:focus { border: 5px double @focus; border-radius: {5}px; padding: -3px {9}px; }
QPushButton[kind="main"]:disabled { background: @alt; color: @disabled; border: 1px solid @divider; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: @primary; padding: 1px {7}px; }
QPushButton[kind="quiet"]:checked { color: @text; font-weight: 600; background: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @alt; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid @focus; padding: 0px {6}px; }
QPushButton[kind="quiet"]:disabled { color: @disabled; background: transparent; }
QToolButton[kind="quiet"] { padding: 1px; color: @text2; }
QToolButton[kind="quiet"]:focus { padding: 0; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @primary; text-decoration: underline; text-align: left; padding: 1px {3}px 1px 0px; min-height: {24}px; }
QPushButton[kind="link"]:focus { border: 2px solid @focus; padding: 0px {2}px 0px -1px; }
QPushButton[kind="danger"] { color: @bad; border-color: @bad; }
QPushButton[kind="nav"] { background: transparent; border: 1px solid transparent; text-align: left; min-height: {38}px; padding: 0px {9}px; color: @text; }
QPushButton[kind="nav"][rail="true"] { min-height: {24}px; padding: 0px; text-align: center; }
QPushButton[kind="nav"]:hover { background: @alt; }
QPushButton[kind="nav"][current="true"] { background: @select; color: @on_select; font-weight: 600; }
QPushButton[kind="nav"]:focus { border: 2px solid @focus; padding: 0px {8}px; }
QPushButton[kind="nav"][rail="true"]:focus { padding: 0px; }
QPushButton[kind="search"] { background: @surface; color: @text2; text-align: left; padding: 1px {9}px; }
QPushButton[kind="search"]:focus { padding: 0px {8}px; }
QPushButton[kind="segment"] { min-height: {28}px; padding: 1px {11}px; }
QPushButton[kind="segment"]:checked { background: @select; color: @on_select; border: 1px solid @primary; }
QPushButton[kind="segment"]:focus { border: 2px solid @focus; padding: 0px {10}px; }
QPushButton[kind="day"] { min-height: {44}px; padding: 1px {7}px; background: transparent; border: 1px solid @divider; }
QPushButton[kind="day"]:checked { background: @select; color: @on_select; border: 1px solid @primary; font-weight: 600; }
QPushButton[kind="day"]:focus { border: 2px solid @focus; padding: 0px {6}px; }
QPushButton[kind="chip"] { min-height: {24}px; padding: 0px {8}px; background: @select; color: @on_select; border: 1px solid @primary; }
QPushButton[kind="chip"]:focus { border: 2px solid @focus; padding: 0px {7}px; }
QPushButton::menu-indicator { image: url(%down); width: {14}px; height: {14}px; subcontrol-position: center right; right: {6}px; }

QCheckBox, QRadioButton { spacing: {8}px; min-height: {28}px; border: 2px solid transparent; border-radius: {4}px; padding: 0 {2}px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @focus; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
QCheckBox::indicator { width: {16}px; height: {16}px; border: 1px solid @border; border-radius: {3}px; background: @surface; }
QCheckBox::indicator:checked { background: @primary; border-color: @primary; image: url(%tick); }
QCheckBox::indicator:indeterminate { background: @select; border-color: @primary; }
QRadioButton::indicator { width: {16}px; height: {16}px; border: 1px solid @border; border-radius: {8}px; background: @surface; }
QRadioButton::indicator:checked { width: {8}px; height: {8}px; border: {5}px solid @primary; border-radius: {9}px; background: @on_primary; }

QAbstractItemView { background: @surface; alternate-background-color: @window; border: 1px solid @divider; border-radius: {4}px; outline: 0; gridline-color: @divider; }
QAbstractItemView:focus { border: 2px solid @focus; }
QListWidget[kind="field"] { border: 1px solid @border; }
QListWidget[kind="field"]:focus { border: 2px solid @focus; }
QListView::indicator { width: {16}px; height: {16}px; border: 1px solid @border; border-radius: {3}px; background: @surface; }
QListView::indicator:checked { background: @primary; border-color: @primary; image: url(%tick); }
QListView::item { min-height: {30}px; padding: {2}px {8}px; border: 0; }
QAbstractItemView::item:selected { background: @select; color: @on_select; }
QTableView::item { padding: 0 {8}px; border: 0; border-bottom: 1px solid @divider; }
QHeaderView { background: @alt; border: 0; }
QHeaderView::section { background: @alt; color: @text2; border: 0; border-bottom: 1px solid @border; padding: {6}px {8}px {6}px {8+3}px; font-weight: 600; text-align: left; }
QHeaderView::up-arrow { image: url(%up); width: {12}px; height: {12}px; }
QHeaderView::down-arrow { image: url(%down); width: {12}px; height: {12}px; }

QTabWidget::pane { border: 0; border-top: 1px solid @divider; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @text2; border: 2px solid transparent; border-bottom: 3px solid transparent; padding: {6}px {10}px; min-height: {22}px; }
QTabBar::tab:hover { background: @alt; }
QTabBar::tab:selected { color: @primary; border-bottom: 3px solid @primary; }
QTabBar::scroller { width: {56}px; }
QTabBar::tear { width: 0; }
QTabBar QToolButton { min-width: 0; min-height: 0; padding: 0; }
QTabBar QToolButton::left-arrow { image: url(%left); width: {16}px; height: {16}px; }
QTabBar QToolButton::right-arrow { image: url(%right); width: {16}px; height: {16}px; }
QTabBar::tab:selected:focus { border: 2px solid @focus; border-bottom: 3px solid @primary; border-radius: {4}px; }

QGroupBox { font-weight: 600; border: 0; margin-top: {24}px; padding: 0; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0; color: @text; }

QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: {12}px; }
QScrollBar:horizontal { height: {12}px; }
QScrollBar::handle { background: @border; border-radius: {3}px; margin: {3}px; }
QScrollBar::handle:vertical { min-height: {32}px; }
QScrollBar::handle:horizontal { min-width: {32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @surface; color: @text; border: 1px solid @border; padding: {4}px; }
QMenu::item { padding: {7}px {20}px {7}px {12}px; border-radius: {3}px; }
QMenu::item:selected { background: @select; color: @on_select; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @divider; margin: {4}px {8}px; }
QToolTip { background: @surface; color: @text; border: 1px solid @border; padding: {4}px {6}px; }
QProgressBar { background: @alt; border: 1px solid @border; border-radius: {4}px; min-height: {18}px; text-align: center; color: @text; }
QProgressBar::chunk { background: @select; border-radius: {3}px; }
QSplitter::handle { background: @divider; }
QCalendarWidget QToolButton { color: @text; }
"""

_LENGTH = re.compile(r"\{(\d+)(?:\+(\d+))?\}")  # what follows the plus does not grow
_POINTS = re.compile(r"<([\d.]+)>")
_COLOUR = re.compile(r"@(\w+)")
_ARROW = re.compile(r"%(\w+)")


def style_sheet(colours: Mapping[str, str], *, dark: bool, percent: int) -> str:
    """Return the sheet with its colours, lengths and text sizes put in."""
    ink = "dark" if dark else "light"
    sheet = _LENGTH.sub(
        lambda found: str(round(int(found[1]) * percent / 100) + int(found[2] or 0)), SHEET
    )
    sheet = _POINTS.sub(lambda found: f"{float(found[1]) * percent / 100:.2f}", sheet)
    sheet = _COLOUR.sub(lambda found: colours[found[1]], sheet)
    return _ARROW.sub(lambda found: resource(f"icons/own/{found[1]}-{ink}.svg").as_posix(), sheet)
