"""Every page in Vietnamese without a word left in English, and in a language twice as long."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gbvcase.casework.desk import Desk
from gbvcase.domain.codes import Code
from gbvcase.domain.marking import Speaker
from gbvcase.domain.speaking import vietnamese
from gbvcase.ui.app import dress, make_app
from gbvcase.ui.jobs import Jobs
from gbvcase.ui.language import say, speak
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.settings import Settings
from gbvcase.ui.settings_page import SECTIONS
from gbvcase.ui.widgets import Link
from gbvcase.ui.workplace import Workplace
from tests.ui.desks import new_desk, one_case

SMALLEST = (1024, 600)
SAME_IN_BOTH = {"PDF", "Email", "email", "Excel"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    desk = new_desk(tmp_path_factory.mktemp("office"))
    yield desk, one_case(desk).head.id
    desk.vault.lock()


@pytest.fixture
def jobs(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    dress(make_app([]), Settings(language="vi", look="light"))
    jobs = Jobs()
    yield jobs
    jobs.close()
    speak("en")


def pages(qtbot: QtBot, office: tuple[Desk, str], jobs: Jobs) -> Iterator[tuple[str, QWidget]]:
    """Yield each page in turn as it stands in the smallest window."""
    lock = LockPage(jobs, (office[0].vault.folder,))
    qtbot.addWidget(lock)
    lock.resize(*SMALLEST)
    lock.show()
    yield "lock", lock
    place = Workplace(office[0], jobs)
    qtbot.addWidget(place)
    place.resize(*SMALLEST)
    place.show()
    tabs = ("overview", "intake", "client", "incidents", "consents", "referrals", "timeline")
    cases: list[dict[str, object]] = [{"case_id": office[1], "tab": tab} for tab in tabs]
    stops: list[tuple[str, dict[str, object]]] = [
        *(
            (name, {})
            for name in ("today", "cases", "intake", "report", "directory", "trash", "settings")
        ),
        *(("settings", {"section": one.name}) for one in SECTIONS),
        *(("help", {"name": name}) for name in ("start", "call", "promise")),
        *(("case", where) for where in cases),
        ("referral", {"case_id": office[1], "number": None}),
    ]
    for name, where in stops:
        place.go(name, **where)
        qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=20_000)
        qtbot.wait(30)
        yield " ".join((name, *map(str, where.values()))), place


def texts_in(widget: QWidget) -> Iterator[str]:
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QComboBox):
            yield from (one.itemText(number) for number in range(one.count()))
        if isinstance(one, QTabBar):
            yield from (one.tabText(number) for number in range(one.count()))


def test_no_page_in_vietnamese_has_a_word_left_in_english(
    qtbot: QtBot, office: tuple[Desk, str], jobs: Jobs
) -> None:
    english = {source for source, text in vietnamese().items() if text != source}
    english |= {
        code.label
        for codes in Code.__subclasses__()
        for code in codes
        if code.label != code.label_vi
    }
    english -= set(vietnamese().values()) | SAME_IN_BOTH
    english -= {code.label_vi for codes in Code.__subclasses__() for code in codes}
    left = {
        (name, text)
        for name, page in pages(qtbot, office, jobs)
        for text in texts_in(page)
        if text in english
    }
    assert left == set()


def test_texts_twice_as_long_are_not_cut_off(
    qtbot: QtBot, office: tuple[Desk, str], jobs: Jobs
) -> None:
    say.take(Speaker("vi", doubled))
    cut = []
    for name, page in pages(qtbot, office, jobs):
        if page.width() != SMALLEST[0]:
            cut.append((name, f"{page.width()} wide"))
        bars = page.findChildren(QWidget, "qt_scrollarea_hcontainer")
        cut += [(name, "sideways") for bar in bars if bar.isVisible()]
        cut += [(name, text) for text in cut_off(page)]
    assert cut == []


def doubled(text: str) -> str:
    """Say a text twice; values are put in once, for they are doubled already."""
    once = vietnamese().get(text, text)
    return f"{once} {re.sub(r'{.*?}|&', '', once)}"


def cut_off(page: QWidget) -> Iterator[str]:
    """Yield the texts that have less room than they need, but those that are shortened openly."""
    for one in page.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, Link):
            continue
        if isinstance(one, QPushButton) and one.width() < one.minimumSizeHint().width() - 1:
            yield one.text()
        if isinstance(one, QLabel) and one.text() and one.wordWrap():
            needed = one.heightForWidth(one.width())
            if one.height() < needed - 1:
                yield one.text()


def test_the_toolkit_is_the_one_that_was_dressed(jobs: Jobs) -> None:
    assert isinstance(QApplication.instance(), QApplication)
    assert say.language == "vi"
