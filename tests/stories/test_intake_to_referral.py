from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gbvcase.casework.cases import View, list_cases, load
from gbvcase.ui.paper_images import PaperImages
from gbvcase.ui.preview import PreviewPage
from tests.stories.keyboard import at_work, desk_of
from tests.stories.morning import from_intake_to_paper
from tests.ui.desks import new_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = new_desk(tmp_path)
    desk.vault.lock()
    return tmp_path / "v"


def test_from_intake_to_the_paper_without_a_mouse(qtbot: QtBot, folder: Path) -> None:
    with at_work(qtbot, folder) as (person, window):
        from_intake_to_paper(person, window)
        workplace = window.workplace
        assert workplace is not None
        assert person.strokes < 120, person.strokes

        page = workplace.page
        assert isinstance(page, PreviewPage)
        images = PaperImages(page.where()["paper"])
        words = " ".join(images.text(number) for number in range(len(images)))
        assert "H'Thử" in words
        assert "Lời kể" not in words  # neither agreed to, nor for a clinic
        desk = desk_of(window)
        (case_id,) = list_cases(desk, View())
        case = load(desk, case_id)
        assert case.client.full_name == "Rơ Châm H'Thử"
        assert case.client.address_current.village == "Làng Mẫu"
        assert case.incidents[0].account == "Lời kể mẫu."
