"""The page of help: every help page in a list, found by words, one screen each."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from gbvcase.casework.help_pages import FIRST, find_help, help_names, help_page
from gbvcase.casework.helplines import Helpline, helplines
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.help_reader import HelpReader
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import header, label

LIST_WIDTH = 260
NARROW = 720
NO_LIMIT = 16_777_215  # Qt's own


class HelpPage(PageWidget):
    """A list at the left, the chosen page at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._numbers: tuple[Helpline, ...] = ()
        self._find = QLineEdit()
        self._find.setClearButtonEnabled(True)
        self._find.setPlaceholderText(say(mark("Find in the help")))
        self._find.setAccessibleName(say(mark("Find in the help")))
        self._find.setToolTip("Ctrl+F")
        self._find.textChanged.connect(self._look)
        self.reader = HelpReader()
        self._find.returnPressed.connect(self.reader.area.setFocus)
        self._list = QListWidget()
        self._list.setAccessibleName(say(mark("Help pages")))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMaximumWidth(space(LIST_WIDTH))
        self._list.setMinimumWidth(space(180))
        self._list.currentItemChanged.connect(self._choose)
        self._short = CalmComboBox()  # the same list where there is no room beside the page
        self._short.setAccessibleName(self._list.accessibleName())
        self._short.activated.connect(self._list.setCurrentRow)
        self._list.currentRowChanged.connect(self._short.setCurrentIndex)
        self._short.hide()
        self._nothing = label("", "note")
        self._nothing.hide()
        self._lay_out()
        self._look("")

    def open(self, **where: Any) -> None:
        """Show the help page that `name` names, or the one that was shown."""
        self._read_numbers()
        name = where.get("name")
        if name is not None:
            self._find.clear()
            self._select(str(name) if name in help_names() else FIRST)

    def where(self) -> dict[str, Any]:
        """Return which help page is shown."""
        return {"name": self.reader.page.name if self.reader.page else FIRST}

    def act(self, key: str) -> bool:
        """Find with Ctrl+F; Escape clears what is looked for."""
        if key == "find":
            self._find.setFocus()
            self._find.selectAll()
            return True
        if key == "escape" and self._find.text():
            self._find.clear()
            return True
        return key == "help"  # it is open already

    def first_field(self) -> Any:
        """Return the text: it scrolls with the arrow keys."""
        return self.reader.area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list become one line where it would take room from the text."""
        super().resizeEvent(event)
        narrow = self.width() < space(NARROW)
        directions = QBoxLayout.Direction
        self._middle.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._middle.setSpacing(space(8 if narrow else 20))
        self._find.setMaximumWidth(NO_LIMIT if narrow else space(LIST_WIDTH))
        self._list.setVisible(not narrow)
        self._short.setVisible(narrow)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(space(8))
        left.addWidget(self._find)
        left.addWidget(self._nothing)
        left.addWidget(self._list, 1)
        right = QVBoxLayout()
        right.setSpacing(space(8))
        right.addWidget(self._short)
        right.addWidget(self.reader, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setContentsMargins(space(20), space(12), space(8), space(8))
        self._middle.addLayout(left)
        self._middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header(say(mark("Help"))))
        column.addLayout(self._middle, 1)

    def _look(self, text: str) -> None:
        shown = self.reader.page.name if self.reader.page else FIRST
        found = find_help(text, say.language)
        self._list.blockSignals(True)
        self._list.clear()
        self._short.clear()
        for page in found:
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            self._list.addItem(item)
            self._short.addItem(page.title)
        self._list.blockSignals(False)
        nothing = say(mark("Nothing in the help says “{text}”. Try fewer letters."))
        self._nothing.setText(nothing.format(text=text))
        self._nothing.setVisible(not found)
        if found:
            names = [page.name for page in found]
            self._list.setCurrentRow(names.index(shown) if shown in names else 0)

    def _select(self, name: str) -> None:
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self._list.setCurrentRow(row)

    def _choose(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None:
            name = str(item.data(Qt.ItemDataRole.UserRole))
            self.reader.show_page(help_page(name, say.language), self._numbers)

    def _read_numbers(self) -> None:
        desk, language = self.frame.desk, say.language
        self.frame.jobs.start(
            lambda _progress: helplines(desk, language),
            done=self._show_numbers,
            failed=self.frame.failed,
        )

    def _show_numbers(self, found: tuple[Helpline, ...]) -> None:
        self._numbers = tuple(one for one in found if one.may_be_called)
        self._choose(self._list.currentItem())
