"""What is about to leave the office, to whom, in which files, and who has approved it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from gbvcase.casework.dividing import Division
from gbvcase.casework.gathering import Gathering
from gbvcase.casework.published import AUDIENCES
from gbvcase.casework.publishing import Audience
from gbvcase.domain.folding import text_key
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.file_dialogs import ask_for_file
from gbvcase.ui.language import LANGUAGES, OWN_NAMES, say
from gbvcase.ui.report_dialog import AskingDialog
from gbvcase.ui.widgets import label

POINTS = (
    mark("The figures are rounded together, so that nobody can be recognised."),
    mark("Before they are written, the program attacks them itself; what fails stays here."),
    mark("What is published once is frozen: it is given out the same way for ever."),
)

FIXED_FORM = (
    mark("Small figures are hidden, and others with them, so that none can be worked out."),
    *POINTS[1:],
)
CORRECTION = (
    mark("A correction has the figures of the province only, and changes as few as it can."),
    mark("It is made once a year, and only if at least 10 records differ."),
    mark("The first edition is marked as replaced; what it told stays known."),
)


OfWhom = tuple[bool, str]
"""Whether a report shows the offices beside each other, and the name of the one it is about."""

MAPPING = mark("Mapping file")


class FilesDialog(AskingDialog):
    """Asks in which language the files are, and whether there is one for DHIS2."""

    def __init__(
        self, parent: QWidget, report: str, period: str, title: str = "", go: str = ""
    ) -> None:
        super().__init__(parent, go or say(mark("Choose a folder...")))
        self.column.addWidget(
            label(title or say(mark("Write the files of this release again?")), "section")
        )
        self.column.addWidget(label(f"{report}\n{period}", "strong"))
        self.language = CalmComboBox()
        for code in LANGUAGES:
            self.language.addItem(OWN_NAMES[code], code)
        self.language.setCurrentIndex(self.language.findData(say.language))
        self.dhis2 = QCheckBox(say(mark("Also a file for &DHIS2, by a mapping file...")))
        self._mapping: Path | None = None
        self.dhis2.clicked.connect(self._ask_for_mapping)

    def ask_about_files(self) -> None:
        """Ask at this place, and be as high as is needed."""
        self.ask(mark("&Language of the files"), self.language)
        self.column.addWidget(self.dhis2)
        self.column.addStretch(1)
        self.fit()
        self.language.setFocus()

    def chosen_language(self) -> str:
        """Return the code of the language of the files."""
        return str(self.language.currentData())

    def mapping(self) -> Path | None:
        """Return the file that names the cells for DHIS2, if there is to be one."""
        return self._mapping if self.dhis2.isChecked() else None

    def _ask_for_mapping(self, wanted: bool) -> None:
        if not wanted:
            return
        title = mark("Choose the mapping file of DHIS2")
        self._mapping = ask_for_file(self, title, MAPPING, "json")
        self.dhis2.setChecked(self._mapping is not None)
        if self._mapping is not None:
            text = say(mark("Also a file for &DHIS2, by {file}"))
            self.dhis2.setText(text.format(file=self._mapping.name.replace("&", "&&")))


class PublishDialog(FilesDialog):
    """Asks once before figures leave; nothing identifying is in them."""

    def __init__(  # noqa: PLR0913 - what leaves, of when, of whom, without what, by whom
        self,
        parent: QWidget,
        report: str,
        period: str,
        *,
        made_by: str = "",
        approved_by: str = "",
        leave_out: Sequence[str] = (),
        points: Sequence[str] = POINTS,
        gathering: Gathering | None = None,
        division: Division | None = None,
        of_whom: OfWhom = (False, ""),
        asks_for_whom: bool = True,
        before: str = "",
    ) -> None:
        is_first = points is not CORRECTION
        title = mark("Publish this report?") if is_first else mark("Release a correction?")
        go = mark("Publish") if is_first else mark("Release the correction")
        super().__init__(parent, report, period, say(title), say(go))
        self._name = QLineEdit()
        self._name.setMaxLength(160)
        self._name.setText(approved_by)
        self._made_by = made_by
        self._alone = label("", "note")
        self.whom = CalmComboBox()
        for one in (Audience.PUBLIC, Audience.NETWORK):
            self.whom.addItem(say(AUDIENCES[one]), one)
        if leave_out:
            text = say(mark("Without table {tables}.")).format(tables=", ".join(leave_out))
            self.column.addWidget(label(text, "strong"))
        for text, kind in [(before, "warn")] if before else counted_of_whom(gathering):
            self.column.addWidget(label(text, kind))
        for point in points:
            self.column.addWidget(label(f"•  {say(point)}"))
        self.figures = CalmComboBox()
        self.figures.setMinimumContentsLength(20)
        for words, value in _choices(division):
            self.figures.addItem(words, value)
        self.figures.setCurrentIndex(max(0, self.figures.findData(of_whom)))
        if division is not None:
            self.ask(mark("&Figures"), self.figures)
        self.column.addWidget(label(say(mark("Made by: {name}")).format(name=made_by)))
        self.ask(mark("&Approved by"), self._name)
        self.column.addWidget(self._alone)
        if asks_for_whom:
            self.ask(mark("For &whom"), self.whom)
            self.ask_about_files()
        else:
            self.ask(mark("&Language of the files"), self.language)
            self.fit()
        self._name.textChanged.connect(self._say_who)
        self._say_who()
        self._name.setFocus()

    def _say_who(self, *_text: object) -> None:
        alone = self.approved_by() in ("", self._made_by)
        self._alone.setText(
            say(mark("Nobody else has approved it: the report will say so."))
            if alone
            else say(mark("Both names stand on the report."))
        )

    def approved_by(self) -> str:
        """Return who has approved it, empty if nobody was named."""
        return " ".join(self._name.text().split())

    def of_whom(self) -> OfWhom:
        """Return whether offices stand beside each other, and which is shown alone, if one is."""
        by_office, office = self.figures.currentData()
        return bool(by_office), str(office)

    def audience(self) -> Audience:
        """Return who is handed the report."""
        found = self.whom.currentData()
        assert isinstance(found, Audience)
        return found


def _choices(division: Division | None) -> list[tuple[str, OfWhom]]:
    """Return whose figures a report can have, in words."""
    found: list[tuple[str, OfWhom]] = [(say(mark("All offices together")), (False, ""))]
    if division is not None:
        found.append((say(mark("All together, and the offices beside each other")), (True, "")))
        one = say(mark("{office} alone"))
        found += [
            (one.format(office=name), (False, name))
            for name in sorted(division.units, key=text_key)
        ]
    return found


def counted_of_whom(gathering: Gathering | None) -> list[tuple[str, str]]:
    """Return whose people are counted where there are several offices, and who is missing."""
    if gathering is None or not gathering.senders:
        return []
    names = ", ".join(dict.fromkeys(one.office for one in gathering.here))
    together = say(mark("Counted together: this office and {offices}.")).format(offices=names)
    told = [(together if names else say(mark("Only the people of this office are counted.")), "")]
    if gathering.missing:
        lacking = ", ".join(dict.fromkeys(one.office for one in gathering.missing))
        text = mark("Not here yet, and not in this report for ever: {offices}.")
        told.append((say(text).format(offices=lacking), "warn"))
    return told
