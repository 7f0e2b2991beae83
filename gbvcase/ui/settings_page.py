"""The settings: sections in a list, one shown; each setting says in one line what it changes."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.icons import icon
from gbvcase.ui.language import say
from gbvcase.ui.pages import CASE_PEOPLE, UI, Frame, PageWidget
from gbvcase.ui.settings_parts import Section
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import header, scrolling

if TYPE_CHECKING:
    from gbvcase.casework.desk import Profile

LIST_WIDTH = 208
COLUMN = 720
NARROW = 760


@dataclass(frozen=True)
class SettingsSection:
    """A section in the list; it is made when it is first shown."""

    name: str
    icon: str
    title: str
    made_by: str  # "module:class"
    for_cases: bool = False  # only for those whose work it is

    def make(self, frame: Frame) -> Section:
        """Make the section for a page."""
        module, _, name = self.made_by.partition(":")
        made: Section = getattr(import_module(f"{UI}.{module}"), name)(frame)
        return made


SECTIONS = (
    SettingsSection("screen", "type", mark("Screen"), "settings_screen:ScreenSection"),
    SettingsSection("lock", "lock", mark("Lock"), "settings_screen:LockSection"),
    SettingsSection("cabinet", "shield-check", mark("Cabinet"), "settings_cabinet:CabinetSection"),
    SettingsSection(
        "office", "building-2", mark("You and your office"), "settings_office:OfficeSection"
    ),
    SettingsSection("numbers", "phone", mark("Whom to call"), "settings_numbers:NumbersSection"),
    SettingsSection(
        "directory",
        "map-pin",
        mark("Directory of services"),
        "settings_office:DirectorySection",
        for_cases=True,
    ),
    SettingsSection("printing", "printer", mark("Printing"), "settings_office:PrintingSection"),
    SettingsSection(
        "leaving", "log-out", mark("What may leave"), "settings_leaving:LeavingSection"
    ),
    SettingsSection("practice", "pencil", mark("Practice"), "settings_about:PracticeSection"),
    SettingsSection("device", "eye", mark("This computer"), "settings_device:DeviceSection"),
    SettingsSection("about", "info", mark("About this program"), "settings_about:AboutSection"),
)


def sections_for(profile: "Profile") -> tuple[SettingsSection, ...]:
    """Return the sections that a person is offered."""
    with_cases = profile.role.code in CASE_PEOPLE
    return tuple(one for one in SECTIONS if with_cases or not one.for_cases)


class SettingsPage(PageWidget):
    """A list of sections at the left, one of them at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._offered = sections_for(frame.desk.profile)
        self._made: dict[str, Section] = {}
        self._areas: dict[str, QScrollArea] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(say(mark("Sections of the settings")))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setFixedWidth(space(LIST_WIDTH))
        self._short = CalmComboBox()  # the same list where there is no room beside the section
        self._short.setAccessibleName(self.list.accessibleName())
        for one in self._offered:
            self.list.addItem(QListWidgetItem(icon(one.icon, "text2"), say(one.title)))
            self._short.addItem(say(one.title))
        self._room = QStackedWidget()
        self.list.currentRowChanged.connect(self._show_row)
        self.list.currentRowChanged.connect(self._short.setCurrentIndex)
        self._short.activated.connect(self.list.setCurrentRow)
        self._short.hide()
        self._lay_out()
        self.list.setCurrentRow(0)

    @property
    def here(self) -> str:
        """Return the name of the section that is shown."""
        return self._offered[max(0, self.list.currentRow())].name

    def open(self, **where: Any) -> None:
        """Show the section that `section` names, or the one that was shown."""
        names = [one.name for one in self._offered]
        if where.get("section") in names:
            self.list.setCurrentRow(names.index(str(where["section"])))

    def where(self) -> dict[str, Any]:
        """Return which section is shown."""
        return {"section": self.here}

    def first_field(self) -> QWidget | None:
        """Return the first setting of the section."""
        return self.section(self.here).first_field()

    def section(self, name: str) -> Section:
        """Return a section, made now if it never was shown; KeyError if it is not offered."""
        if name not in self._made:
            offered = {one.name: one for one in self._offered}
            made = offered[name].make(self.frame)
            inner = QWidget()
            made.setMaximumWidth(space(COLUMN))  # its cards ask for the height of this width
            across = QHBoxLayout()
            across.addWidget(made, 1)
            across.addStretch(0)
            column = QVBoxLayout(inner)
            column.setContentsMargins(0, 0, space(12), space(16))
            column.addLayout(across)
            column.addStretch(1)
            self._made[name], self._areas[name] = made, scrolling(inner)
            self._room.addWidget(self._areas[name])
        return self._made[name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list become one line where it would take room from the section."""
        super().resizeEvent(event)
        narrow = self.width() < space(NARROW)
        self.list.setVisible(not narrow)
        self._short.setVisible(narrow)

    def _show_row(self, row: int) -> None:
        if row >= 0:
            name = self._offered[row].name
            self.section(name)
            self._room.setCurrentWidget(self._areas[name])

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(space(12))
        right.addWidget(self._short)
        right.addWidget(self._room, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(space(20), space(16), space(8), 0)
        middle.setSpacing(space(20))
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header(say(mark("Settings"))))
        column.addLayout(middle, 1)
