"""What stands beside a paper before it leaves: its pages, where and why to print, what to check."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QSpinBox, QVBoxLayout

from gbvcase.casework.papers import Purpose
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import LANGUAGES, OWN_NAMES, say
from gbvcase.ui.laying import empty_out, in_a_line
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, button, label

if TYPE_CHECKING:  # the list of cases names a check; what prints is loaded when a paper is shown
    from gbvcase.ui.paper_images import PaperImages

LANGUAGE = "vi"
"""What papers speak, whatever the screen speaks; another language is asked for."""
MOST_COPIES = 20
A4 = (8.27, 11.69)  # inches
_SMALL = 72  # the width of a page in the strip


@dataclass(frozen=True)
class Check:
    """One line of `before printing`: whether it is well, and what to do about it if not."""

    is_well: bool
    sentence: str  # already said
    action: str = ""
    do: Callable[[], object] | None = None


class PageStrip(QListWidget):
    """The pages of a paper, small, to go to one of them."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self.setAccessibleName(say(mark("Pages")))
        self.setIconSize(QSize(space(_SMALL), round(space(_SMALL) * A4[1] / A4[0])))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setSpacing(space(4))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(space(_SMALL + 44))
        self.currentRowChanged.connect(self.chosen)

    def show_pages(self, images: "PaperImages", ratio: float) -> None:
        """Show every page of a paper, the first one chosen."""
        self.blockSignals(True)
        self.clear()
        for page in range(len(images)):
            large = images.image(page, 3 * space(_SMALL) * ratio / A4[0], grey=True)
            picture = QPixmap.fromImage(large).scaledToWidth(  # so that fine lines stay fine
                round(space(_SMALL) * ratio), Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
            item = QListWidgetItem(QIcon(picture), str(page + 1))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                say(mark("Page {page} of {pages}")).format(page=page + 1, pages=len(images)),
            )
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)

    def forget(self) -> None:
        """Show no page any more."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

    def choose(self, page: int) -> None:
        """Mark the page that is shown."""
        self.blockSignals(True)
        self.setCurrentRow(page)
        self.blockSignals(False)


class PrintCard(Card):
    """Which printer, how many, and what for."""

    printers_found = Signal(bool)
    language_chosen = Signal(str)

    def __init__(self, printers: Callable[[], Sequence[str]]) -> None:
        super().__init__(say(mark("Print")))
        self._printers = printers
        self.asks_purpose = True
        self.printer = CalmComboBox()
        self.copies = QSpinBox()
        self.copies.lineEdit().setTextMargins(space(6), 0, 0, 0)
        self.copies.setRange(1, MOST_COPIES)
        self.purpose = CalmComboBox()
        self.purpose.addItem("", "")
        for purpose in Purpose:
            self.purpose.addItem(purpose.said(say), purpose.value)
        self.language = CalmComboBox()
        for language in LANGUAGES:
            self.language.addItem(OWN_NAMES[language], language)
        self.language.setCurrentIndex(self.language.findData(LANGUAGE))
        self.language.currentIndexChanged.connect(
            lambda _row: self.language_chosen.emit(self.language.currentData())
        )
        self.problem = label("", "error")
        self.problem.hide()
        self._again = button(say(mark("Look for printers again")), kind="link")
        self._again.clicked.connect(self.find_printers)
        for text, field in (
            (mark("Printer"), self.printer),
            (mark("Copies"), self.copies),
            (mark("What for"), self.purpose),
            (mark("Language of the paper"), self.language),
        ):
            words = label(say(text))
            words.setBuddy(field)
            field.setAccessibleName(say(text))
            self.add(words)
            self.add(field)
            if field is self.language:
                self._of_language = (words, field)
            if field is self.purpose:
                self._of_purpose = (words, field)
            if field is self.printer:
                self.add(in_a_line(self._again))
        self.add(self.problem)

    def find_printers(self) -> None:
        """Offer the printers that this computer has now."""
        self.printer.clear()
        for name in self._printers():
            self.printer.addItem(name, name)
        has_any = self.printer.count() > 0
        if not has_any:
            self.printer.addItem(say(NO_PRINTER), "")
        self._again.setVisible(not has_any)
        self.printers_found.emit(has_any)

    def choose_printer(self, name: str) -> None:
        """Choose the office's usual printer, if this computer has it."""
        row = self.printer.findData(name)
        if name and row >= 0:
            self.printer.setCurrentIndex(row)

    def offer_languages(self, offered: bool) -> None:
        """Let the language of the paper be chosen, where it can be made in another."""
        self.language.blockSignals(True)
        self.language.setCurrentIndex(self.language.findData(LANGUAGE))
        self.language.blockSignals(False)
        for part in self._of_language:
            part.setVisible(offered)

    def choose_purpose(self, purpose: Purpose | None) -> None:
        """Show a purpose, or none: then it is asked for."""
        code = purpose.value if purpose else ""
        self.purpose.setCurrentIndex(max(0, self.purpose.findData(code)))

    def ask_purpose(self, asked: bool) -> None:
        """Ask what the paper is for; one that is about nobody is not asked."""
        self.asks_purpose = asked
        for part in self._of_purpose:
            part.setVisible(asked)

    def chosen_purpose(self) -> Purpose | None:
        """Return the purpose, or say that one is needed: every exit of a case's paper has one."""
        chosen = self.purpose.currentData()  # its code: Qt would not give an Enum back
        purpose = Purpose.of(str(chosen)) if chosen else None
        sentence = "" if purpose else say(mark("Choose what the paper is for."))
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.purpose.setAccessibleDescription(sentence)
        if purpose is None:
            self.purpose.setFocus()
        return purpose


class ChecksCard(Card):
    """What to look at before printing; what is empty can be filled in, or left so."""

    def __init__(self) -> None:
        super().__init__(say(mark("Before printing")))
        self.lines = QVBoxLayout()
        self.lines.setSpacing(space(4))
        self.add(self.lines)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show the checks of a paper; without any there is no card."""
        empty_out(self.lines)
        self.setVisible(bool(checks))
        for check in checks:
            self._show(check)

    def _show(self, check: Check) -> None:
        line = label("", "")
        _say_check(line, check.is_well, check.sentence)
        self.lines.addWidget(line)
        if check.is_well:
            return
        leave = button(say(mark("Leave empty")), kind="link")
        links = [leave]
        if check.action and check.do is not None:
            repair = button(check.action, kind="link")
            repair.clicked.connect(check.do)
            links.insert(0, repair)

        def left_empty() -> None:
            _say_check(line, True, check.sentence)
            for link in links:
                link.hide()

        leave.clicked.connect(left_empty)
        self.lines.addLayout(in_a_line(*links))


def _say_check(line: QLabel, is_well: bool, sentence: str) -> None:
    line.setText(f"{'✓' if is_well else '!'}  {sentence}")
    line.setProperty("kind", "ok" if is_well else "warn")
    line.style().unpolish(line)
    line.style().polish(line)


NO_PRINTER = mark("No printer was found")
