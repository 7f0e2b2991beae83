"""What is done with the counts and lists of other offices from the page of reports."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from gbvcase.casework.gathering import (
    Gathering,
    ListsHere,
    Parcel,
    Refused,
    Taken,
    gathered,
    lists_here,
    take_each,
)
from gbvcase.casework.ledgers import Comparison, compare_ledger, join_ledgers
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.ui.file_dialogs import ask_for_file, ask_for_files
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.laying import at_the_end
from gbvcase.ui.lock_page import PasswordField
from gbvcase.ui.report_handing import SEALED
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, label

if TYPE_CHECKING:
    from gbvcase.ui.report_page import ReportPage

LARGEST = 64 * 2**20
NAMES_SHOWN = 6


class NotReadable(GbvcaseError):
    """A file that was chosen and cannot be read."""

    sentence = mark("The file {file} cannot be read. Nothing was taken in.")


class OpenDialog(QDialog):
    """Asks for the password of one sealed file or of several."""

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(460))
        self.field = PasswordField(say(mark("Password of the file")))
        words = QLabel(say(mark("&Password, as its office has told it")))
        words.setBuddy(self.field.line)
        go = button(say(mark("Open")), kind="main")
        go.setDefault(True)
        go.setEnabled(False)
        go.clicked.connect(self.accept)
        cancel = button(say(mark("Cancel")))
        cancel.clicked.connect(self.reject)
        self.field.typed.connect(lambda text: go.setEnabled(bool(text)))
        self.field.submitted.connect(lambda: self.accept() if self.field.text() else None)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(8))
        column.addWidget(label(say(mark("Open what was sealed")), "section"))
        shown = list(names[:NAMES_SHOWN])
        if len(names) > NAMES_SHOWN:
            rest = say(mark("and {number} more")).format(number=len(names) - NAMES_SHOWN)
            shown.append(rest)
        column.addWidget(label("\n".join(shown), "strong"))
        if len(names) > 1:
            text = mark("Those that another password opens are asked for afterwards.")
            column.addWidget(label(say(text), "note"))
        column.addWidget(words)
        column.addWidget(self.field)
        column.addLayout(at_the_end(cancel, go))
        self.field.line.setFocus()


class Offices:
    """Takes in, compares and joins; it asks first and works beside the screen."""

    def __init__(self, page: "ReportPage") -> None:
        self._page = page
        self._password = ""  # of the files that were opened last, until the page is looked at anew

    def look(self) -> None:
        """Read whose counts are here, and how the lists stand."""
        page = self._page
        desk, plan, code = page.frame.desk, page.plan().id, page.period.code
        is_period = page.is_of_the_lattice()
        self._password = ""
        page.offices.counts.forget()
        page.offices.lists.result.hide()

        def work(_progress: Progress) -> tuple[Gathering | None, ListsHere]:
            return gathered(desk, plan, code) if is_period else None, lists_here(desk)

        page.frame.jobs.start(work, done=self._show, failed=page.frame.failed)

    def _show(self, found: tuple[Gathering | None, ListsHere]) -> None:
        page = self._page
        gathering, lists = found
        page.offices.counts.show_gathering(gathering, may_hand=page.is_over())
        page.offices.lists.show_lists(lists)

    # --- counts

    def take_in(self) -> None:
        """Ask for files and their password, and take in what can be taken."""
        page = self._page
        paths = ask_for_files(page, mark("Choose the sealed counts"), SEALED, "age")
        try:
            parcels = [_parcel(path) for path in paths]
        except NotReadable as error:
            page.refusal.show_error(error)
            return
        self._open(parcels)

    def try_again(self, refused: Sequence[Refused]) -> None:
        """Ask for another password for what stayed shut."""
        self._open([one.parcel for one in refused])

    def take_known(self, refused: Sequence[Refused]) -> None:
        """Take in what was refused only because its office was not known: a person knows it."""
        strange = [one for one in refused if one.is_strange]
        names = tuple(dict.fromkeys(one.office for one in strange))
        self._take([one.parcel for one in strange], self._password, names)

    def _open(self, parcels: Sequence[Parcel]) -> None:
        if not parcels:
            return
        dialog = OpenDialog(self._page, [one.name for one in parcels])
        accepted, password = dialog.exec(), dialog.field.text()
        dialog.deleteLater()
        if accepted and password:
            self._take(parcels, password)

    def _take(self, parcels: Sequence[Parcel], password: str, known: Sequence[str] = ()) -> None:
        page = self._page
        desk, plan, code = page.frame.desk, page.plan().id, page.period.code
        is_period = page.is_of_the_lattice()
        self._password = password

        def work(progress: Progress) -> tuple[Taken, Gathering | None, ListsHere]:
            taken = take_each(desk, parcels, password, known=known, progress=progress)
            return taken, gathered(desk, plan, code) if is_period else None, lists_here(desk)

        def done(found: tuple[Taken, Gathering | None, ListsHere]) -> None:
            taken, gathering, lists = found
            self._show((gathering, lists))
            page.offices.counts.show_taken(taken)

        page.refusal.hide()
        page.frame.jobs.start(
            work,
            done=done,
            failed=page.frame.failed,
            words=say(mark("Opening sealed files...")),
        )

    # --- lists

    def compare(self) -> None:
        """Ask for the list of another office, and say how it stands to ours."""
        page = self._page
        path = ask_for_file(page, mark("Choose the sealed list"), SEALED, "age")
        if path is None:
            return
        try:
            parcel = _parcel(path)
        except NotReadable as error:
            page.refusal.show_error(error)
            return
        dialog = OpenDialog(page, [parcel.name])
        accepted, password = dialog.exec(), dialog.field.text()
        dialog.deleteLater()
        if not accepted or not password:
            return
        desk = page.frame.desk

        def work(progress: Progress) -> tuple[Comparison, ListsHere]:
            progress(0, 1)
            return compare_ledger(desk, parcel.content, password), lists_here(desk)

        def done(found: tuple[Comparison, ListsHere]) -> None:
            compared, lists = found
            page.offices.lists.show_lists(lists)
            page.offices.lists.show_compared(compared)

        self._start(work, done, say(mark("Opening sealed files...")))

    def join(self) -> None:
        """Join every list that waits with ours."""
        desk, lists = self._page.frame.desk, self._page.offices.lists

        def work(_progress: Progress) -> tuple[Sequence[Comparison], ListsHere]:
            return join_ledgers(desk), lists_here(desk)

        def done(found: tuple[Sequence[Comparison], ListsHere]) -> None:
            lists.show_lists(found[1])
            lists.show_joined(found[0])
            lists.compare.setFocus()

        self._start(work, done, say(mark("Joining the lists...")))

    def _start(self, work: object, done: object, words: str) -> None:
        page = self._page

        def failed(error: Exception) -> None:
            if isinstance(error, GbvcaseError):
                page.refusal.show_error(error)
            else:
                page.frame.failed(error)

        page.refusal.hide()
        page.frame.jobs.start(work, done=done, failed=failed, words=words)  # type: ignore[arg-type]


def _parcel(path: Path) -> Parcel:
    """Read a file that was chosen; NotReadable if it cannot be, or is no such file by its size."""
    try:
        if path.stat().st_size > LARGEST:
            raise NotReadable(file=path.name)
        return Parcel(path.name, path.read_bytes())
    except OSError as cause:
        raise NotReadable(file=path.name) from cause
