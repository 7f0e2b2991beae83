from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import Purpose
from gbvcase.ui import file_dialogs, preview
from gbvcase.ui.paper_images import PaperImages, print_paper, printer_named
from gbvcase.ui.preview import Check, PreviewPage
from tests.ui.desks import FakeFrame, new_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = new_desk(Path(tmp_path_factory.mktemp("cabinet")))
    yield desk
    desk.vault.lock()


def paper(pages: int = 2) -> bytes:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(595, 842))
    for page in range(pages):
        canvas.drawString(100, 700, f"trang {page + 1}")
        canvas.rect(90, 600, 200, 80, fill=1)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def shown(qtbot: QtBot, desk: Desk, **more: object) -> tuple[PreviewPage, FakeFrame]:
    frame = FakeFrame(desk)
    page = PreviewPage(frame)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.open(paper=paper(), title="Paper", **more)
    return page, frame


def is_blank(image: QImage) -> bool:
    return all(
        image.pixelColor(x, y).lightness() > 250
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 5)
    )


def test_pages_are_drawn_from_memory(qtbot: QtBot, desk: Desk) -> None:
    page, _frame = shown(qtbot, desk)
    assert not page._sheet.pixmap().isNull()
    assert page._where.text() == "Page 1 of 2"
    page._turn(1)
    page._turn(1)
    assert page._where.text() == "Page 2 of 2"
    assert "trang 2" in page._sheet.accessibleDescription()


def test_a_page_has_the_density_that_is_asked_for() -> None:
    images = PaperImages(paper())
    assert len(images) == 2
    wide = images.image(0, 300)
    assert abs(wide.width() - 595 / 72 * 300) < 2
    assert not is_blank(wide)


def test_nothing_leaves_without_a_purpose(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[int] = []
    monkeypatch.setattr(preview, "printers", lambda: ("Máy in mẫu",))
    monkeypatch.setattr(preview, "printer_named", lambda name: None)
    monkeypatch.setattr(
        preview, "print_paper", lambda paper, printer, copies: printed.append(copies)
    )
    noted: list[tuple[Purpose, int, bool]] = []
    page, frame = shown(
        qtbot, desk, note=lambda purpose, copies, saved: noted.append((purpose, copies, saved))
    )
    page.act("print")
    assert printed == []
    assert not page._problem.isHidden()
    page._purpose.setCurrentIndex(page._purpose.findData(Purpose.FOR_THE_FILE.value))
    page._copies.setValue(2)
    page.act("print")
    assert printed == [2]
    assert noted == [(Purpose.FOR_THE_FILE, 2, False)]
    assert frame.notes != []


def test_a_saved_paper_opens_only_with_its_password(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import pikepdf

    told: list[str] = []
    monkeypatch.setattr(preview, "ask_where_to_save", lambda *_: tmp_path / "a.pdf")
    monkeypatch.setattr(preview, "show_password_once", lambda _parent, word: told.append(word))
    page, _frame = shown(qtbot, desk, purpose=Purpose.FOR_THE_RECEIVER)
    page._save_locked()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf", password=told[0]) as opened:
        assert len(opened.pages) == 2
        assert opened.encryption.R == 6
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf"]


def test_printing_paints_every_page_of_every_copy(tmp_path: Path) -> None:
    printer = printer_named("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # a printer that a test can look at
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_paper(paper(), printer, copies=2)
    images = PaperImages((tmp_path / "out.pdf").read_bytes())
    assert len(images) == 4
    assert not is_blank(images.image(0, 72))
    assert printer.docName() == "1"


def test_checks_before_printing_can_be_acted_upon(qtbot: QtBot, desk: Desk) -> None:
    done: list[int] = []
    empty = Check(False, "Empty", "Fill in", lambda: done.append(1))
    checks = [Check(True, "Room for the signatures"), empty]
    page, _frame = shown(qtbot, desk, checks=checks)
    texts = [page._checks.itemAt(n).widget().text() for n in range(page._checks.count())]
    assert texts == ["✓  Room for the signatures", "!  Empty", "Fill in"]
    page._checks.itemAt(2).widget().click()
    assert done == [1]


def test_a_file_dialog_starts_neutral_and_leaves_no_history(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    notes = QSettings(QSettings.Scope.UserScope, "QtProject")
    used: list[QFileDialog] = []

    def choose(dialog: QFileDialog) -> int:
        used.append(dialog)
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        assert dialog.directory().absolutePath() == file_dialogs.neutral_folder()
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("giay-to.pdf")
        return 1

    monkeypatch.setattr(QFileDialog, "exec", choose)
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    chosen = file_dialogs.ask_where_to_save(parent, "Save", "giay-to.pdf", file_dialogs.PDF)
    assert chosen is not None
    assert chosen.name == "giay-to.pdf"
    notes.sync()
    assert not [key for key in notes.allKeys() if key.startswith("FileDialog")]
