"""What tests of pages share: a cabinet for each module, a frame and a case in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gbvcase.casework.desk import Desk
from gbvcase.domain.case import Case
from tests.ui.desks import FakeFrame, new_desk, one_case


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = new_desk(Path(tmp_path_factory.mktemp("cabinet")))
    yield desk
    desk.vault.lock()


@pytest.fixture
def frame(desk: Desk) -> FakeFrame:
    return FakeFrame(desk)


@pytest.fixture
def case(desk: Desk) -> Case:
    return one_case(desk)
