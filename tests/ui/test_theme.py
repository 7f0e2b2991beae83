import re

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gbvcase.resources import resource
from gbvcase.ui import theme
from gbvcase.ui.icons import pixmap
from gbvcase.ui.style_sheet import SHEET, style_sheet

LOOKS = {"light": theme.LIGHT, "dark": theme.DARK}
OWN_LETTERS = "ƀŭĭĕŏơưđĐẵệừ"


@pytest.mark.parametrize("look", LOOKS)
def test_words_can_be_read_on_every_ground(look: str) -> None:
    tokens = LOOKS[look]
    for front, back in theme.TEXT_PAIRS:
        assert theme.contrast(getattr(tokens, front), getattr(tokens, back)) >= 4.5, (front, back)


@pytest.mark.parametrize("look", LOOKS)
def test_edges_and_rings_are_seen_on_every_ground(look: str) -> None:
    tokens = LOOKS[look]
    for front, back in theme.EDGE_PAIRS:
        assert theme.contrast(getattr(tokens, front), getattr(tokens, back)) >= 3, (front, back)


def test_the_style_sheet_names_only_colours_that_there_are(qtbot: QtBot) -> None:
    values = theme._values(theme.LIGHT)
    assert set(re.findall(r"@(\w+)", SHEET)) <= set(values)
    for percent in theme.PERCENTS:
        sheet = style_sheet(values, dark=False, percent=percent)
        assert "@" not in sheet and "%" not in sheet


def test_the_bundled_typeface_has_the_letters_of_every_people_here(qtbot: QtBot) -> None:
    theme.load_fonts()
    assert {"Regular", "SemiBold", "Bold", "Italic"} <= set(QFontDatabase.styles(theme.FAMILY))
    for face in theme.FACES:
        font = QRawFont(str(resource(f"fonts/NotoSans-{face}.ttf")), 12)
        assert all(font.supportsCharacter(ord(letter)) for letter in OWN_LETTERS), face


def test_each_size_of_text_changes_all_lengths(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    heights = []
    for percent in theme.PERCENTS:
        theme.apply(app, look="light", percent=percent)
        field = QLineEdit()
        qtbot.addWidget(field)
        field.ensurePolished()
        heights.append(field.sizeHint().height())
    theme.apply(app)
    assert heights == sorted(set(heights))
    assert heights[0] >= 34


def test_a_sign_takes_the_colour_of_the_look(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, look="dark")
    colours = {
        pixmap("house").toImage().pixelColor(x, y).name()
        for x in range(20)
        for y in range(20)
        if pixmap("house").toImage().pixelColor(x, y).alpha() > 250
    }
    theme.apply(app)
    assert colours == {theme.DARK.text.lower()}


def test_the_licences_lie_beside_what_was_taken_over() -> None:
    for name in ("icons/lucide/LICENSE", "fonts/OFL-Noto.txt", "fonts/OFL-Liberation.txt"):
        assert resource(name).read_text(encoding="utf-8")
