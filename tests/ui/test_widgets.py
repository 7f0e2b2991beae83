"""The small widgets that pages share, where a toolkit's own would cut, hide or run a text."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.ui import theme
from gbvcase.ui.widgets import Link, OneAtATime, plain_tip

LONG = "Chưa trả lời “Tuổi khi kết hôn hoặc sống chung lần đầu” & còn nữa."


@pytest.fixture(params=["light", "dark"])
def tokens(qapp: QApplication, request: pytest.FixtureRequest) -> theme.Tokens:
    theme.apply(qapp, look=request.param)
    return theme.tokens()


def test_a_link_is_shortened_and_keeps_its_name(qtbot: QtBot, tokens: theme.Tokens) -> None:
    link = Link(LONG)
    qtbot.addWidget(link)
    link.show()
    link.resize(200, 30)
    assert link.text().endswith("…")
    assert link.accessibleName() == LONG
    link.resize(link.sizeHint())
    assert link.text() == LONG.replace("&", "&&")
    assert link.toolTip() == ""


def test_a_link_never_makes_its_page_wider(qtbot: QtBot) -> None:
    link = Link(LONG * 20)
    qtbot.addWidget(link)
    assert link.minimumSizeHint().width() <= theme.space(120)


def test_a_tool_tip_shows_what_was_typed_and_runs_nothing() -> None:
    assert plain_tip("<img src=x>") == "<span>&lt;img src=x&gt;</span>"
    assert plain_tip("") == ""


def test_a_hint_inside_a_field_can_be_read(qtbot: QtBot, tokens: theme.Tokens) -> None:
    field = QLineEdit(placeholderText="08/03/1990")
    qtbot.addWidget(field)
    field.ensurePolished()
    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown.alpha() == 255
    assert theme.contrast(shown.name(), tokens.surface) >= 4.5


def test_the_arrows_beside_many_tabs_are_not_cut(qtbot: QtBot, tokens: theme.Tokens) -> None:
    tabs = QTabBar()
    qtbot.addWidget(tabs)
    for number in range(12):
        tabs.addTab(f"Vụ việc {number}")
    tabs.setFixedSize(QSize(300, 40))
    tabs.show()
    for arrow in tabs.findChildren(QToolButton):
        assert arrow.arrowType() != Qt.ArrowType.NoArrow
        assert arrow.geometry().right() <= tabs.width()
        assert arrow.width() >= 24


def test_views_of_which_one_is_shown_ask_for_the_room_of_that_one(qtbot: QtBot) -> None:
    low, high = QWidget(), QWidget()
    low.setMinimumHeight(40)
    high.setMinimumHeight(4000)
    views = OneAtATime(low, high)
    qtbot.addWidget(views)
    assert views.minimumSizeHint().height() == 40
    views.setCurrentWidget(high)
    assert views.minimumSizeHint().height() == 4000
    assert (low.isVisibleTo(views), high.isVisibleTo(views)) == (False, True)
