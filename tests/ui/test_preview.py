from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QDir, QSettings
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import Purpose, intake_paper
from gbvcase.casework.printing import keep_usual_printer
from gbvcase.domain.speaking import speaker
from gbvcase.ui import file_dialogs, preview, theme
from gbvcase.ui.app import make_app
from gbvcase.ui.paper_images import PaperImages, print_paper, printer_named
from gbvcase.ui.preview import Check, PreviewPage
from tests.ui.desks import FakeFrame
from tests.ui.test_no_stray_windows import Spy
from tests.ui.test_words_on_screen import cut_off


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
    printed: list[bytes] = []
    monkeypatch.setattr(preview, "printers", lambda: ("Máy in mẫu",))
    monkeypatch.setattr(preview, "printer_named", lambda name: None)
    monkeypatch.setattr(preview, "print_paper", lambda paper, printer: printed.append(paper))
    noted: list[tuple[Purpose, int, bool]] = []

    def note(purpose: Purpose, copies: int, saved: bool) -> None:
        assert printed == []  # it is noted before it leaves
        noted.append((purpose, copies, saved))

    page, frame = shown(qtbot, desk, note=note)
    page.act("print")
    assert printed == []
    assert not page._card.problem.isHidden()
    assert page._card.purpose.count() == 1 + len(Purpose)
    page._card.choose_purpose(Purpose.FOR_THE_FILE)
    page._card.copies.setValue(2)
    page.act("print")
    assert len(PaperImages(printed[0])) == 4
    assert "Copy 2/2" in PaperImages(printed[0]).text(3)
    assert noted == [(Purpose.FOR_THE_FILE, 2, False)]
    assert frame.notes == ["Printed. Remember to take the paper from the printer."]


def test_a_paper_about_nobody_is_printed_without_a_purpose(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(preview, "printers", lambda: ("Máy in mẫu",))
    monkeypatch.setattr(preview, "printer_named", lambda name: None)
    monkeypatch.setattr(preview, "print_paper", lambda paper, printer: printed.append(paper))
    page, _frame = shown(qtbot, desk, of_nobody="keys")
    assert page._card.purpose.isHidden()
    page.act("print")
    assert printed == [page._paper]


def test_what_is_shown_is_what_is_printed_every_copy_of_it(qtbot: QtBot, desk: Desk) -> None:
    page, _frame = shown(qtbot, desk)
    assert page._where.text() == "Page 1 of 2"
    page._turn(1)
    page._card.copies.setValue(3)
    assert page._where.text() == "Page 2 of 6"
    assert "Copy 1/3" in page._sheet.accessibleDescription()
    page._turn(1)
    assert "Copy 2/3" in page._sheet.accessibleDescription()
    assert page._strip.currentRow() == 0
    page._card.copies.setValue(1)
    assert page._where.text() == "Page 2 of 2"
    assert "Copy" not in page._sheet.accessibleDescription()


def test_a_paper_speaks_vietnamese_until_another_language_is_asked_for(
    qtbot: QtBot, desk: Desk
) -> None:
    made = intake_paper(desk, speaker("vi"))
    page, frame = shown(qtbot, desk)
    assert page._card.language.isHidden()  # it cannot be made again
    page.open(paper=made, title="Paper", again=partial(intake_paper, desk))
    assert not page._card.language.isHidden()
    assert "PHIẾU TIẾP NHẬN" in page._sheet.accessibleDescription()
    page._turn(3)
    page._card.language.setCurrentIndex(page._card.language.findData("en"))
    assert frame.errors == []
    assert "INTAKE FORM" in page._sheet.accessibleDescription()
    page.open(paper=made, title="Paper", again=partial(intake_paper, desk))
    assert page._card.language.currentData() == "vi"


@pytest.mark.parametrize("width", [1300, 1100, 900])
def test_a_page_fits_the_width_it_has_whenever_that_changes(
    qtbot: QtBot, desk: Desk, width: int
) -> None:
    page, _frame = shown(qtbot, desk)
    page.resize(width, 640)
    bar = page._scroll.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    qtbot.wait(20)
    room = page._scroll.viewport().width()
    assert bar.maximum() == 0
    assert 0.9 * room < page._sheet.pixmap().width() <= room


def test_a_small_page_leads_to_its_page(qtbot: QtBot, desk: Desk) -> None:
    page, _frame = shown(qtbot, desk)
    assert page._strip.count() == 2
    assert not page._strip.isHidden()
    page._strip.setCurrentRow(1)
    assert page._where.text() == "Page 2 of 2"
    page.resize(page.minimumSizeHint().width(), 640)
    qtbot.waitUntil(page._strip.isHidden)


def test_printers_are_looked_for_again_when_there_was_none(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[str] = []
    monkeypatch.setattr(preview, "printers", lambda: there)
    page, _frame = shown(qtbot, desk)
    assert page._card.printer.currentText() == "No printer was found"
    assert not page._print.isEnabled()
    there.append("Máy in mẫu")
    page._card._again.click()
    assert page._card.printer.currentText() == "Máy in mẫu"
    assert page._card._again.isHidden()
    assert page._print.isEnabled()


def test_the_usual_printer_of_the_office_is_chosen_if_it_is_there(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "printers", lambda: ("Máy đầu", "Máy của phòng"))
    keep_usual_printer(desk, "Máy của phòng")
    page, _frame = shown(qtbot, desk)
    assert page._card.printer.currentText() == "Máy của phòng"
    keep_usual_printer(desk, "Máy đã bỏ")
    page, _frame = shown(qtbot, desk)
    assert page._card.printer.currentText() == "Máy đầu"
    keep_usual_printer(desk, "")


@pytest.mark.parametrize("percent", [150, 200])
def test_with_large_text_what_is_chosen_stands_below_the_sheet(
    qtbot: QtBot, desk: Desk, percent: int
) -> None:
    theme.apply(make_app([]), look="light", percent=percent)
    try:
        page, _frame = shown(qtbot, desk, checks=[Check(True, "Well")])
        qtbot.wait(10)
        sheet = page._scroll.mapTo(page, page._scroll.rect().bottomLeft())
        cards = page._card.mapTo(page, page._card.rect().topLeft())
        assert cards.y() > sheet.y()
        assert page._scroll.width() > 0.9 * page.width()
    finally:
        theme.apply(make_app([]), look="light")


def test_a_saved_paper_opens_only_with_its_password(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
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


def test_printing_paints_every_page_at_300_dpi(tmp_path: Path) -> None:
    printer = printer_named("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # a printer that a test can look at
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_paper(paper(), printer)
    printed = (tmp_path / "out.pdf").read_bytes()
    images = PaperImages(printed)
    assert len(images) == 2
    with pikepdf.open(tmp_path / "out.pdf") as out:
        for page in out.pages:
            assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842]
            (picture,) = page.get_images().values()
            assert abs(int(picture.Width) - 8.27 * 300) < 4  # a dot for each dot of the printer
            assert abs(int(picture.Height) - 11.69 * 300) < 4
    for number in (0, 1):
        same = images.image(number, 50, grey=True)
        was = PaperImages(paper()).image(number, 50, grey=True)
        assert len(differing(same, was)) < 0.01 * was.width() * was.height()
    assert printer.docName() == "1"


def differing(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """Return the dots that are light on one picture and dark on the other."""
    width, height = min(one.width(), other.width()), min(one.height(), other.height())
    return [
        (x, y)
        for x in range(width)
        for y in range(height)
        if abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 128
    ]


def test_the_passing_file_of_the_printing_system_never_reaches_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "on-the-disk"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    printer = printer_named("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_paper(paper(1), printer)
    assert QDir.tempPath() == str(tmp_path)


def test_checks_before_printing_can_be_acted_upon_or_left(qtbot: QtBot, desk: Desk) -> None:
    done: list[int] = []
    empty = Check(False, "Empty", "Fill in", lambda: done.append(1))
    checks = [Check(True, "Room for the signatures"), empty]
    page, _frame = shown(qtbot, desk, checks=checks)
    assert said(page) == ["✓  Room for the signatures", "!  Empty"]
    fill, leave = page._checks.findChildren(QPushButton)
    assert (fill.text(), leave.text()) == ("Fill in", "Leave empty")
    fill.click()
    assert done == [1]
    leave.click()
    assert said(page) == ["✓  Room for the signatures", "✓  Empty"]
    assert fill.isHidden()
    assert leave.isHidden()


def said(page: PreviewPage) -> list[str]:
    return [line.text() for line in page._checks.findChildren(QLabel) if line.text()[1:3] == "  "]


def test_a_paper_without_checks_has_no_empty_card(qtbot: QtBot, desk: Desk) -> None:
    page, _frame = shown(qtbot, desk)
    assert page._checks.isHidden()


CHECKS = [
    Check(True, "Only what the receiving office of that commune may receive"),
    Check(False, "Empty: Birth year", "Fill in", lambda: None),
]


@pytest.mark.parametrize("percent", [100, 200])
def test_showing_a_paper_opens_no_window_and_cuts_nothing(
    qtbot: QtBot, desk: Desk, percent: int
) -> None:
    theme.apply(make_app([]), look="light", percent=percent)
    spy = Spy()
    app = make_app([])
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(1100, 640)
    holder.show()
    app.installEventFilter(spy)
    try:
        page = PreviewPage(FakeFrame(desk))
        page.setParent(holder)
        for button in page.footer:
            button.setParent(holder)
        page.resize(1100, 640)
        page.show()
        made = intake_paper(desk, speaker("vi"))
        page.open(paper=made, title="Paper", checks=CHECKS, again=partial(intake_paper, desk))
        page.act("find")
        qtbot.waitUntil(lambda: not list(cut_off(page)))
        assert spy.seen == []
    finally:
        app.removeEventFilter(spy)
        theme.apply(make_app([]), look="light")


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
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen = file_dialogs.ask_where_to_save(parent, "Save", "giay-to.pdf", file_dialogs.PDF)
    assert chosen is not None
    assert chosen.name == "giay-to.pdf"
    notes.sync()
    assert not [key for key in notes.allKeys() if key.startswith("FileDialog")]


def test_a_paper_that_is_left_is_forgotten_and_drawn_anew_when_gone_back_to(
    qtbot: QtBot, desk: Desk
) -> None:
    page, _frame = shown(qtbot, desk)
    where = page.where()
    page.hide()
    assert page._sheet.pixmap().isNull()
    assert page._strip.count() == 0
    assert (page._images, page._paper, page._printed) == (None, b"", b"")
    page.show()
    page.open(**where)
    assert not page._sheet.pixmap().isNull()
    assert page._strip.count() == 2


def test_a_paper_stays_drawn_while_the_whole_window_is_hidden(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page, _frame = shown(qtbot, desk)
    page.setParent(window)
    page.show()
    page.open(**page.where())
    window.show()
    window.hide()
    window.show()
    assert not page._sheet.pixmap().isNull()
