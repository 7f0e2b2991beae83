"""What the window gives back when nothing is done, and when it does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import add_cases
from gbvcase.ui.case_list import CaseListPage
from gbvcase.ui.jobs import Jobs
from gbvcase.ui.resting import Resting
from gbvcase.ui.workplace import Workplace
from gbvcase.vault.vault import Vault
from tests.benchmarks.cabinets import documents
from tests.ui.desks import new_desk


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    desk = new_desk(tmp_path)
    place = Workplace(desk, Jobs())
    qtbot.addWidget(place)
    yield place
    place.jobs.close()
    desk.vault.lock()


@pytest.fixture
def rests(monkeypatch: pytest.MonkeyPatch) -> list[Vault]:
    seen: list[Vault] = []
    rest = Vault.rest

    def noted(vault: Vault) -> None:
        seen.append(vault)
        rest(vault)

    monkeypatch.setattr(Vault, "rest", noted)
    return seen


def work(place: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.jobs.idle):
        place.jobs.start(lambda _progress: None, done=str, failed=str)


def test_the_cabinet_rests_once_after_the_last_work(
    place: Workplace, rests: list[Vault], qtbot: QtBot
) -> None:
    resting = Resting(place)
    resting._timer.setInterval(20)
    work(place, qtbot)
    qtbot.waitUntil(lambda: len(rests) == 1)
    qtbot.wait(100)
    assert rests == [place.desk.vault]
    work(place, qtbot)
    qtbot.waitUntil(lambda: len(rests) == 2)


def test_it_does_not_rest_in_the_middle_of_work(
    place: Workplace, rests: list[Vault], qtbot: QtBot
) -> None:
    resting = Resting(place)
    work(place, qtbot)
    with qtbot.waitSignal(place.jobs.idle):
        place.jobs.start(lambda _progress: resting.rest(), done=str, failed=str)
    assert rests == []


def test_a_list_that_is_not_seen_lets_go_of_its_rows_and_finds_its_place_again(
    place: Workplace, qtbot: QtBot
) -> None:
    add_cases(place.desk, [(str(number), one) for number, one in enumerate(documents(3, 1))])
    place.go("cases", view="all")
    page = place.page
    assert isinstance(page, CaseListPage)
    qtbot.waitUntil(lambda: len(page._model.ids) == 3)
    page._table.go_to_row(2)
    chosen = page._id_of(2)
    resting = Resting(place)
    qtbot.waitUntil(lambda: not place.jobs.is_busy())
    resting.rest()
    assert len(page._model.ids) == 3
    place.go("today")
    qtbot.waitUntil(lambda: not place.jobs.is_busy())
    resting.rest()
    assert len(page._model.ids) == 0
    place.back()
    qtbot.waitUntil(lambda: len(page._model.ids) == 3)
    assert page._id_of(page._table.currentIndex().row()) == chosen
