"""The recovery number: printed or written down, and shown to be on paper by typing two groups."""

from secrets import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gbvcase.casework.papers import recovery_paper
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_a_line
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import Card, button, label, one_line

if TYPE_CHECKING:
    from gbvcase.casework.desk import Desk

GROUPS_ACROSS = 3
LARGE = 150


class RecoveryStep(QWidget):
    """Shows the number once. Without it a forgotten password opens nothing any more."""

    def __init__(self, number: str, desk: "Desk") -> None:
        super().__init__()
        self._number, self._desk = number, desk
        self._groups = number.split("-")
        self._asked = sorted(SystemRandom().sample(range(len(self._groups)), 2))
        self._fields = [QLineEdit() for _ in self._asked]
        self._printer = CalmComboBox()
        self._take = button(say(mark("Print the sheet")), "printer")
        self._again = button(say(mark("Look for printers again")), "refresh-cw")
        self._printed = label("", "note")
        self._problem = label("", "error")
        self._problem.hide()
        self._lay_out()

    def is_confirmed(self) -> bool:
        """Tell whether both groups were typed as they stand on the paper."""
        for field, number in zip(self._fields, self._asked, strict=True):
            if "".join(one for one in field.text() if one.isdigit()) != self._groups[number]:
                text = say(mark("Group {number} is not as on the sheet. Please look again."))
                self._problem.setText(text.format(number=number + 1))
                self._problem.show()
                field.setAccessibleDescription(self._problem.text())
                field.setFocus()
                field.selectAll()
                return False
        return True

    def first_field(self) -> QWidget:
        """Return the first of the two fields."""
        return self._fields[0]

    def _print(self) -> None:
        from gbvcase.casework.ways_out import note_recovery_sheet
        from gbvcase.ui.paper_images import print_paper, printer_named

        try:
            office, today = self._desk.profile.office, self._desk.today()
            paper = recovery_paper(self._number, office, today, say)
            note_recovery_sheet(self._desk)
            print_paper(paper, printer_named(str(self._printer.currentData())))
        except GbvcaseError as error:
            self._printed.setText(error.said(say))
            return
        self._printed.setText(say(mark("Remember to take the paper out of the printer.")))

    def _find_printers(self) -> None:
        """Offer the printers that there are now; without one the number is written down."""
        from gbvcase.ui.paper_images import printers

        self._printer.clear()
        for name in printers():
            self._printer.addItem(name, name)
        has_any = self._printer.count() > 0
        for one in (self._printer, self._take):
            one.setVisible(has_any)
        self._again.setVisible(not has_any)
        no_printer = mark("There is no printer here. Please write the nine groups down.")
        self._printed.setText("" if has_any else say(no_printer))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(10))
        text = mark(
            "If the password is forgotten, only this number opens the cabinet. Print it or write "
            "it down, and keep it where the office keeps its seal, away from this computer."
        )
        column.addWidget(label(say(text)))
        column.addWidget(self._sheet())
        self._printer.setAccessibleName(say(mark("Printer")))
        self._take.clicked.connect(self._print)
        self._again.clicked.connect(self._find_printers)
        column.addLayout(in_a_line(self._printer, self._take, self._again))
        column.addWidget(self._printed)
        self._find_printers()
        column.addWidget(label(say(mark("Now type two groups from the paper:"))))
        column.addLayout(self._questions())
        column.addWidget(self._problem)

    def _sheet(self) -> Card:
        card = Card()
        card.setProperty("kind", "well")
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(20))
        grid.setVerticalSpacing(space(6))
        across = GROUPS_ACROSS if percent() < LARGE else 1
        for number, group in enumerate(self._groups):
            row, column = divmod(number, across)
            place = one_line(f"{number + 1}.", "note")
            place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            digits = one_line(group, "words")
            digits.setAccessibleName(
                say(mark("Group {number}: {digits}")).format(
                    number=number + 1, digits=" ".join(group)
                )
            )
            grid.addWidget(place, row, 2 * column)
            grid.addWidget(digits, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        card.add(grid)
        return card

    def _questions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(12))
        across = 2 if percent() < LARGE else 1
        for place, (field, number) in enumerate(zip(self._fields, self._asked, strict=True)):
            words = QLabel(say(mark("Group {number}")).format(number=number + 1))
            words.setBuddy(field)
            field.setAccessibleName(words.text())
            field.setMaxLength(12)
            field.setMaximumWidth(space(140))
            grid.addWidget(words, place // across, 2 * (place % across))
            grid.addWidget(field, place // across, 2 * (place % across) + 1)
        grid.setColumnStretch(4, 1)
        return grid
