from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.platypus import Flowable

from gbvcase.casework.desk import Desk
from gbvcase.casework.samples import DAY
from gbvcase.documents.page import TEXT, Sheet, print_pdf, text
from gbvcase.domain.marking import ENGLISH
from gbvcase.ui.paper_find import marked, places_of
from gbvcase.ui.paper_images import PaperImages
from gbvcase.ui.preview import PreviewPage
from tests.ui.desks import FakeFrame

NAME = "Ksor H'Blơ\u0306"


def paper() -> bytes:
    def story() -> Sequence[Flowable]:
        words = f"Đây là {NAME}." + "\ndòng" * 60 + f"\nLại là {NAME}, tự do"
        return [text(words, TEXT)]

    return print_pdf(Sheet(title="x", day=DAY), story, ENGLISH)


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("ksor h'blo", [0, 1]),
        ("KSOR", [0, 1]),
        (NAME, [0, 1]),
        ("đây", [0]),
        ("day la  ksor", [0]),
        ("không có", []),
        ("  ", []),
        ("Page", [0, 1]),
    ],
)
def test_words_are_found_as_search_compares_them(typed: str, pages: list[int]) -> None:
    assert [place.page for place in places_of(PaperImages(paper()), typed)] == pages


def test_a_word_that_goes_on_in_the_next_line_is_found_with_a_box_for_each_letter() -> None:
    (place,) = places_of(PaperImages(paper()), "dòng Lại là")
    assert len(place.boxes) == len("dòngLạilà")
    tops = {round(box[3] / 10) for box in place.boxes}
    assert len(tops) > 1


def test_the_marks_lie_over_the_words_and_nowhere_else() -> None:
    images = PaperImages(paper())
    places = places_of(images, "day")
    plain, height = images.image(0, 72), images.height(0)
    shown = marked(plain.copy(), height, 72, places, places[0])
    changed = [
        (x, y)
        for x in range(plain.width())
        for y in range(plain.height())
        if plain.pixel(x, y) != shown.pixel(x, y)
    ]
    left, right = places[0].boxes[0][0], places[0].boxes[-1][2]
    top, bottom = height - places[0].boxes[0][3], height - places[0].boxes[0][1]
    assert changed
    assert all(left - 3 <= x <= right + 3 and top - 6 <= y <= bottom + 6 for x, y in changed)


def test_ctrl_f_finds_on_the_paper_enter_goes_on_and_escape_ends(qtbot: QtBot, desk: Desk) -> None:
    page = PreviewPage(FakeFrame(desk))
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.open(paper=paper(), title="Paper")
    assert not page.act("escape")
    assert page.act("find")
    assert page._find.isVisible()
    qtbot.keyClicks(page._find.field, "ksor")
    assert page._where.text() == "Page 1 of 2"
    assert page._find._count.text() == "1 of 2"
    qtbot.keyClick(page._find.field, Qt.Key.Key_Return)
    assert page._where.text() == "Page 2 of 2"
    assert page._find._count.text() == "2 of 2"
    qtbot.keyClick(page._find.field, Qt.Key.Key_Return)
    assert page._where.text() == "Page 1 of 2"
    page._card.copies.setValue(2)
    assert page._find._count.text() == "1 of 4"
    qtbot.keyClicks(page._find.field, "x")
    assert page._find._count.text() == "0 of 0"
    assert page.act("escape")
    assert page._find.isHidden()
    assert page._places == ()
