"""Settings of the office: who works here, whom to call, the directory, the printer."""

from PySide6.QtWidgets import QWidget

from gbvcase.casework.desk import Desk
from gbvcase.casework.printing import keep_usual_printer, usual_printer
from gbvcase.casework.upkeep import amend_profile
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end, in_a_line
from gbvcase.ui.office_form import OfficeForm
from gbvcase.ui.pages import Frame
from gbvcase.ui.settings_parts import Section, choice, rows
from gbvcase.ui.widgets import Card, button, label

NAME_OF_A_PRINTER = 26  # letters


class OfficeSection(Section):
    """What stands at the head of papers, and who signs them."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        card = Card(say(mark("You and your office")))
        note = mark("Printed at the head of papers. It never leaves the cabinet in another way.")
        card.add(label(say(note), "note"))
        self.form = OfficeForm(frame.desk.profile)
        card.add(self.form)
        self.keep = button(say(mark("Save the office")))
        self.keep.clicked.connect(self.keep_office)
        card.add(at_the_end(self.keep))
        self.put(card)

    def first_field(self) -> QWidget:
        """Return the name of who works here."""
        return self.form.first_field()

    def keep_office(self) -> None:
        """Keep the office, unless a name is missing."""
        profile, desk = self.form.profile(), self.frame.desk
        if profile is None:
            return

        def done(changed: Desk) -> None:
            take = getattr(self.frame, "take_desk", None)
            if take is not None:
                take(changed)
            self.frame.note(say(mark("Saved.")))

        self.frame.jobs.start(
            lambda _progress: amend_profile(desk, profile), done=done, failed=self.frame.failed
        )


class DirectorySection(Section):
    """The way to the directory of services."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        card = Card(say(mark("Directory of services")))
        note = mark("Whom you can refer people to. An address is checked every 90 days.")
        card.add(label(say(note), "note"))
        self.show_it = button(say(mark("Open the directory")), "building-2")
        self.show_it.clicked.connect(lambda: frame.go("directory"))
        card.add(in_a_line(self.show_it))
        self.put(card)

    def first_field(self) -> QWidget:
        """Return the way to the directory."""
        return self.show_it


class PrintingSection(Section):
    """The usual printer, and what printing leaves behind."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        from gbvcase.ui.paper_images import printers

        card = Card(say(mark("Printing")))
        names = [(say(mark("The computer's own")), ""), *((one, one) for one in printers())]
        self.printer = choice("printer", names, "")
        self.printer.setMinimumContentsLength(NAME_OF_A_PRINTER)
        self.printer.activated.connect(self._keep)
        note = mark("Chosen when a paper is shown before printing.")
        card.add(rows((mark("&Usual printer"), self.printer, note)))
        if len(names) == 1:
            card.add(label(say(mark("There is no printer at this computer now.")), "note"))
        traces = Card(say(mark("What printing leaves behind")))
        text = mark(
            "Pages go from memory to the printer. Printers and the computer may keep a copy of "
            "their own: look under This computer, and take the paper out at once."
        )
        traces.add(label(say(text), "note"))
        more = button(say(mark("More about printing")), "circle-help")
        more.clicked.connect(lambda: frame.go("help", name="preview"))
        traces.add(in_a_line(more))
        self.put(card, traces)
        desk = frame.desk
        frame.jobs.start(
            lambda _progress: usual_printer(desk), done=self._show, failed=frame.failed
        )

    def first_field(self) -> QWidget:
        """Return the printer."""
        return self.printer

    def _show(self, name: str) -> None:
        self.printer.setCurrentIndex(max(0, self.printer.findData(name)))

    def _keep(self) -> None:
        desk, name = self.frame.desk, str(self.printer.currentData() or "")
        self.frame.jobs.start(
            lambda _progress: keep_usual_printer(desk, name),
            done=lambda _nothing: None,
            failed=self.frame.failed,
        )
