"""The directory of those who help: who they are, and when that was last checked."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.providers import providers, save_provider
from gbvcase.domain.fields import given
from gbvcase.domain.folding import folded
from gbvcase.domain.marking import mark
from gbvcase.domain.places import provinces
from gbvcase.domain.provider import ServiceProvider, is_unchecked
from gbvcase.domain.text import written_date
from gbvcase.ui.editing import Around, CalmComboBox
from gbvcase.ui.form import RecordForm
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import say
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import EmptyState, button, header, scrolling

LIST_WIDTH = 300
NARROW = 720


class DirectoryPage(PageWidget):
    """A list at the left, the form of the chosen one at the right."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._found: dict[str, ServiceProvider] = {}
        self._form: RecordForm[ServiceProvider] | None = None
        self._list = QListWidget()
        self._list.setAccessibleName(say(mark("Directory of services")))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._choose)
        self._find = QLineEdit()
        self._find.setClearButtonEnabled(True)
        self._find.setPlaceholderText(say(mark("Find in the directory")))
        self._find.setAccessibleName(say(mark("Find in the directory")))
        self._find.setToolTip("Ctrl+F")
        self._find.textChanged.connect(self._narrow)
        self._short = CalmComboBox()  # the same list where there is no room beside the form
        self._short.setAccessibleName(self._list.accessibleName())
        self._short.activated.connect(self._list.setCurrentRow)
        self._list.currentRowChanged.connect(self._short.setCurrentIndex)
        self._short.hide()
        self._room = QStackedWidget()
        add = button(say(mark("Add")), "plus")
        add.clicked.connect(self._add)
        back = button(say(mark("Back")))
        back.clicked.connect(frame.back)
        self._save = button(say(mark("Save")), kind="main")
        self._save.clicked.connect(self._keep)
        self.footer = (back, self._save)
        self._left = QWidget()
        self._left.setMinimumWidth(space(180))
        self._left.setMaximumWidth(space(LIST_WIDTH))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(space(8))
        left.addWidget(self._find)
        left.addWidget(self._list, 1)
        right = QVBoxLayout()
        right.setSpacing(space(8))
        right.addWidget(self._short)
        right.addWidget(self._room, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(space(20), space(16), space(20), space(8))
        middle.setSpacing(space(16))
        middle.addWidget(self._left, 1)
        middle.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header(say(mark("Directory of services")), add))
        column.addLayout(middle, 1)

    def open(self, **where: Any) -> None:
        """Show the directory, with the provider that `provider` names, or the first."""
        self._read(where.get("provider") or "")

    def act(self, key: str) -> bool:
        """Save, or find somebody in the list."""
        if key in ("save", "main"):
            self._keep()
        elif key == "find" and not self._find.isHidden():
            self._find.setFocus()
            self._find.selectAll()
        elif key == "escape" and self._find.text():
            self._find.clear()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list become one line where it would take room from the form."""
        super().resizeEvent(event)
        narrow = self.width() < space(NARROW)
        self._left.setVisible(not narrow)
        self._short.setVisible(narrow and bool(self._found))

    def _read(self, wanted: str) -> None:
        desk = self.frame.desk

        def work(_progress: Progress) -> tuple[str, tuple[ServiceProvider, ...]]:
            return wanted, providers(desk)

        self.frame.jobs.start(work, done=self._show, failed=self.frame.failed)

    def _show(self, read: tuple[str, tuple[ServiceProvider, ...]]) -> None:
        wanted, found = read
        self._found = {str(one.id): one for one in found}
        self._list.blockSignals(True)
        self._list.clear()
        for one in found:
            item = QListWidgetItem(self._line(one))
            item.setData(Qt.ItemDataRole.UserRole, str(one.id))
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._narrow(self._find.text())
        self._short.clear()
        self._short.addItems([str(given(one.name) or "") for one in found])
        self._short.setVisible(self.width() < space(NARROW) and bool(found))
        if not found:
            add = button(say(mark("Add the first one")), "plus")
            add.clicked.connect(self._add)
            self._put(EmptyState(say(mark("Nobody is in the directory yet.")), [add]))
            self._save.hide()
            return
        row = list(self._found).index(wanted) if wanted in self._found else 0
        self._list.setCurrentRow(row)

    def _narrow(self, text: str) -> None:
        """Show only those whose name, place or telephone has the words that are typed."""
        wanted = folded(text).split()
        for row, one in enumerate(self._found.values()):
            parts = (given(one.name), given(one.phones), given(one.address))
            known = folded(" ".join(part for part in parts if part))
            self._list.setRowHidden(row, not all(part in known for part in wanted))

    def _line(self, one: ServiceProvider) -> str:
        name, checked = str(given(one.name) or ""), given(one.checked_on)
        if checked is None or is_unchecked(one, self.frame.desk.today()):
            return say(mark("{name}\nnot checked lately")).format(name=name)
        return say(mark("{name}\nchecked {date}")).format(name=name, date=written_date(checked))

    def _choose(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None:
            self._edit(self._found[item.data(Qt.ItemDataRole.UserRole)])

    def _add(self) -> None:
        self._list.setCurrentRow(-1)
        self._edit(ServiceProvider())
        if self._form is not None:
            self._form.focus_first()

    def _edit(self, one: ServiceProvider) -> None:
        self._form = RecordForm(one, _around(self.frame), folded=False)
        self._put(scrolling(self._form))
        self._save.show()

    def _put(self, widget: Any) -> None:
        while (old := self._room.currentWidget()) is not None:
            self._room.removeWidget(old)
            old.deleteLater()
        self._room.addWidget(widget)

    def _keep(self) -> None:
        if self._form is None or self._form.unreadable():
            return
        one, desk = self._form.record(), self.frame.desk
        if not given(one.name):
            self.frame.note(say(mark("Please write the name first.")))
            self._form.focus_first()
            return
        self.frame.jobs.start(
            lambda _progress: save_provider(desk, one), done=self._kept, failed=self.frame.failed
        )

    def _kept(self, one: ServiceProvider) -> None:
        self.frame.note(say(mark("Saved.")))
        self._read(str(one.id))


def _around(frame: Frame) -> Around:
    known = tuple((province.code, province.name) for province in provinces())
    return Around(now=frame.desk.now, choices={"province": known})
