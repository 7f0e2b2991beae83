"""Tab goes as the eye goes: the order of the focus is the order on the page."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework.desk import Desk
from gbvcase.ui.case_page import CasePage
from gbvcase.ui.form import RecordForm
from gbvcase.ui.intake_page import IntakePage
from gbvcase.ui.laying import tab_as_read
from gbvcase.ui.referral_page import ReferralPage
from tests.ui.desks import FakeFrame, one_case
from tests.ui.forms import AROUND, FULL

SAME_LINE = 24


def chain_in(content: QWidget) -> list[QWidget]:
    found = []
    widget = content.nextInFocusChain()
    while widget is not content:
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if stops and content.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def named(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return widget.objectName() or widget.accessibleName() or str(text())


def check(content: QWidget) -> None:
    QApplication.processEvents()
    tops = [(w.mapTo(content, QPoint(0, 0)).y(), named(w)) for w in chain_in(content)]
    start = min(range(len(tops)), key=lambda n: tops[n][0])
    for _ in tops:
        if tops[start - 1][0] >= tops[start][0] + SAME_LINE:
            break
        start = (start - 1) % len(tops)  # what is a little lower in the same line may stand first
    tops = tops[start:] + tops[:start]  # the chain is a ring
    for (before, name), (after, then) in pairwise(tops):
        assert after >= before - SAME_LINE, f"{name} stands before {then}"


def test_a_form(qtbot: QtBot) -> None:
    form = RecordForm(FULL, AROUND)
    qtbot.addWidget(form)
    form.resize(820, 1400)
    form.show()
    tab_as_read(form)
    check(form)


def test_the_intake_also_when_it_begins_anew(qtbot: QtBot, desk: Desk) -> None:
    page = IntakePage(FakeFrame(desk))
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    for _ in range(2):
        page.open()
        page._forms["agreement"].row("agreement").set_typed("agrees")
        page._changed()
        content = page.findChildren(QScrollArea)[0].widget()
        assert content is not None
        check(content)


def test_the_referral_with_its_agreement(qtbot: QtBot, desk: Desk) -> None:
    page = ReferralPage(FakeFrame(desk))
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.open(case_id=one_case(desk).head.id, number=None)
    assert page._form is not None
    for sector in ("police", "health"):
        page._form.row("sector").set_typed(sector)
        page._changed()
        if not page._what.is_allowed:
            page._what.ask()
        content = page.findChildren(QScrollArea)[0].widget()
        assert content is not None
        check(content)


@pytest.mark.parametrize("tab", ["intake", "client", "incidents0", "consents"])
def test_a_case(qtbot: QtBot, desk: Desk, tab: str) -> None:
    page = CasePage(FakeFrame(desk))
    qtbot.addWidget(page)
    page.resize(1130, 640)
    page.show()
    page.open(case_id=one_case(desk).head.id, tab=tab)
    content = page._pages.currentWidget()
    scroll = content if isinstance(content, QScrollArea) else content.findChild(QScrollArea)
    assert scroll.widget() is not None
    check(scroll.widget())
