"""A part that is shown before it has a parent is a window of its own: it flashes, and it tells."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gbvcase.casework.desk import Desk
from gbvcase.ui.case_page import CasePage
from gbvcase.ui.intake_page import IntakePage
from gbvcase.ui.referral_page import ReferralPage
from gbvcase.ui.window import Window
from tests.ui.desks import FakeFrame, new_desk, one_case


class Spy(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.mark.parametrize("kind", [IntakePage, CasePage, ReferralPage])
def test_making_and_filling_a_page_opens_no_window(qtbot: QtBot, desk: Desk, kind: type) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.show()
    frame = FakeFrame(desk)
    case = one_case(desk)
    app = QApplication.instance()
    assert app is not None
    spy = Spy()
    app.installEventFilter(spy)
    page = kind(frame)
    page.setParent(holder)
    for button in page.footer:
        button.setParent(holder)
    page.show()
    tabs = ("overview", "intake", "client", "incidents0", "consents", "referrals", "timeline")
    for tab in tabs if kind is CasePage else ("",):
        page.open(**({} if kind is IntakePage else {"case_id": case.head.id, "tab": tab}))
        QApplication.processEvents()
    app.removeEventFilter(spy)
    assert frame.errors == []
    assert spy.seen == []


def test_sitting_down_to_work_opens_no_second_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    app = QApplication.instance()
    assert app is not None
    spy = Spy()
    app.installEventFilter(spy)
    window.sit_down(new_desk(tmp_path))
    qtbot.waitUntil(lambda: window.workplace is not None and not window.jobs.is_busy())
    for name in ("cases", "intake", "today"):
        assert window.workplace is not None
        window.workplace.go(name)
        qtbot.waitUntil(lambda: not window.jobs.is_busy())
    app.removeEventFilter(spy)
    window.end_sitting()
    assert spy.seen == []
