"""What refers to itself is cleared up on the screen's thread, whichever thread made it."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gbvcase.ui.collecting import Collector
from gbvcase.ui.jobs import Jobs


class Loop:
    """Refers to itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()
    gc.enable()


def test_what_a_job_leaves_behind_is_cleared_up_on_the_screens_thread(
    qtbot: QtBot, owner: QObject
) -> None:
    threads: list[int] = []

    def work(_progress: object) -> int:
        for _ in range(5_000):
            weakref.finalize(Loop(), lambda: threads.append(threading.get_ident()))
        return threading.get_ident()

    Collector(owner)
    jobs, beside = Jobs(), list[int]()
    jobs.start(work, done=beside.append, failed=lambda error: None)
    qtbot.waitUntil(lambda: len(threads) > 1_000, timeout=10_000)
    assert beside and beside != [threading.get_ident()]
    assert set(threads) == {threading.get_ident()}


def test_little_is_left_for_later(owner: QObject) -> None:
    collector = Collector(owner)
    gc.collect()
    known = weakref.ref(Loop())
    collector.look()
    assert known() is not None  # one alone is not worth a look
    kept = [Loop() for _ in range(5_000)]
    kept.clear()
    collector.look()
    assert known() is None
