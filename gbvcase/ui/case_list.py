"""The list of cases: found by words, narrowed by filters, ordered by any column."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.cases import View, lines, list_cases
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.case_glance import CaseGlance
from gbvcase.ui.case_model import COLUMNS, CaseModel
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.jobs import Job, Progress
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import EmptyState, RemovableChip, button, one_line

VIEWS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("all", mark("All"), {}),
    ("mine", mark("Mine"), {"mine": True}),
    ("active", mark("Active"), {"status": CaseStatus.OPEN}),
    ("urgent", mark("Urgent"), {"urgent": True}),
    ("overdue", mark("Overdue"), {"overdue": True}),
)
WIDTHS = {"code": 158, "name": 176, "commune": 136, "urgent": 108, "status": 136, "due": 108}
LESS_WANTED = ("opened", "commune", "urgent", "due", "status")
"""Which columns go first where there is not room for all: nobody scrolls sideways."""
OPENED_WIDTH = 112
ROW = 36
TYPING_PAUSE = 120
GLANCE_FROM = 900


class CaseListPage(PageWidget):
    """Every case of the cabinet, or those that are looked for."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._view = View()
        self._named = "all"
        self._job: Job | None = None
        self._with_names = True
        self._wants_glance = True
        self._model = CaseModel(frame.desk.today)
        self._model.page_wanted.connect(self._fetch)
        self._count = one_line("", "note")
        self._search = _search_field()
        self._soon = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._soon.timeout.connect(self._look)
        self._search.textChanged.connect(lambda _text: self._soon.start())
        self._search.installEventFilter(self)
        self._table = self._make_table()
        self._glance = CaseGlance(frame)
        self._nothing = QStackedWidget()
        self._chips = QHBoxLayout()
        self._names = button(say(mark("Hide names")), "eye-off", "quiet")
        self._names.setToolTip("Ctrl+H")
        self._names.clicked.connect(self._toggle_names)
        self._segments = QButtonGroup(self)
        self._short = CalmComboBox()  # the same views, where there is no room for buttons
        self._lay_out()

    def open(self, **where: Any) -> None:
        """Show a view: all, mine, active, urgent, overdue; `text` is looked for in it."""
        if "view" in where or "text" in where:
            self._view = View(order=self._view.order, descending=self._view.descending)
            self._choose(where.get("view") or "all")
            self._search.setText(where.get("text") or "")
        self._soon.stop()
        self._look()

    def where(self) -> dict[str, Any]:
        """Return the view and the words that are looked for."""
        return {"view": self._named, "text": self._search.text()}

    def first_field(self) -> QWidget:
        """Return the search field: typing begins to find."""
        return self._search

    def act(self, key: str) -> bool:
        """Search, clear, names, the glance at a case, open."""
        match key:
            case "find":
                self._search.setFocus()
                self._search.selectAll()
            case "escape":
                self._search.clear()
            case "hide_names":
                self._toggle_names()
            case "preview":
                self._wants_glance = not self._wants_glance
                self._fit()
            case "main" | "edit":
                self._open_row(self._table.currentIndex())
            case _:
                return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow and Enter keys go from the search field to the rows it found."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            enters = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self._search and (enters or key == Qt.Key.Key_Down):
                if self._soon.isActive():
                    self._soon.stop()
                    self._look()
                self._table.setFocus()
                return True
            if watched is self._table and enters:
                self._open_row(self._table.currentIndex())
                return True
        return super().eventFilter(watched, event)

    # --- finding

    def _look(self) -> None:
        desk = self.frame.desk
        view = self._view = replace(self._view, text=self._search.text())
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> tuple[View, tuple[str, ...]]:
            progress(0, 1)
            return view, list_cases(desk, view)

        self._job = self.frame.jobs.start(work, done=self._found, failed=self._not_found)

    def _found(self, found: tuple[View, tuple[str, ...]]) -> None:
        view, ids = found
        if view != self._view:
            return  # letters were typed meanwhile: their list is on its way
        chosen = self._chosen_id()
        self._model.show(ids)
        text = say(mark("Cases: {count}")).format(count=written_number(len(ids), say))
        self._count.setText(text)
        self._show_chips()
        if ids:
            row = ids.index(chosen) if chosen in ids else 0
            self._table.setCurrentIndex(self._model.index(row, 0))
        self._show_nothing(bool(ids))

    def _not_found(self, error: Exception) -> None:
        self.frame.failed(error)

    def _fetch(self, ids: tuple[str, ...]) -> None:
        desk = self.frame.desk
        self.frame.jobs.start(
            lambda _progress: lines(desk, ids), done=self._take, failed=self.frame.failed
        )

    def _take(self, found: Any) -> None:
        self._model.take(found)
        current = self._table.currentIndex()
        if current.isValid():
            self._glance.show_line(self._model.line_at(current.row()), with_names=self._with_names)

    def _chosen_id(self) -> str:
        row = self._table.currentIndex().row()
        return self._model.ids[row] if 0 <= row < len(self._model.ids) else ""

    # --- what is shown

    def _choose(self, name: str) -> None:
        known = {one: more for one, _, more in VIEWS}
        self._named = name if name in known else "all"
        plain = View(text=self._view.text, order=self._view.order, commune=self._view.commune)
        self._view = replace(plain, descending=self._view.descending, **known[self._named])
        for one in self._segments.buttons():
            one.setChecked(one.objectName() == f"view_{self._named}")
        self._short.setCurrentIndex(self._short.findData(self._named))

    def _press_segment(self, name: str) -> None:
        self._choose(name)
        self._look()

    def _filter_status(self, status: CaseStatus) -> None:
        self._choose("all")
        self._view = replace(self._view, status=status)
        self._look()

    def _show_chips(self) -> None:
        empty_out(self._chips)
        if self._named == "all" and self._view.status is not None:
            chip = RemovableChip(self._view.status.said(say))
            chip.removed.connect(lambda: self._press_segment("all"))
            self._chips.addWidget(chip)
        self._chips.addStretch(1)

    def _show_nothing(self, any_found: bool) -> None:
        self._glance.setVisible(any_found and self._has_room_for_glance())
        if any_found:
            self._nothing.setCurrentIndex(0)
            return
        old = self._nothing.widget(1)
        if old is not None:
            self._nothing.removeWidget(old)
            old.deleteLater()
        self._nothing.addWidget(self._empty())
        self._nothing.setCurrentIndex(1)

    def _empty(self) -> EmptyState:
        text = self._search.text().strip()
        if text:
            clear = button(say(mark("Clear the search")))
            clear.clicked.connect(self._search.clear)
            words = say(mark("“{text}” was not found. Try fewer letters, or look by code."))
            return EmptyState(words.format(text=text[:40]), [clear])
        if self._named != "all" or self._view.status is not None:
            every = button(say(mark("Show all cases")))
            every.clicked.connect(lambda: self._press_segment("all"))
            return EmptyState(say(mark("There is no such case.")), [every])
        begin = button(say(mark("New case")), "plus")
        begin.clicked.connect(lambda: self.frame.go("intake"))
        return EmptyState(say(mark("There are no cases yet.")), [begin])

    def _toggle_names(self) -> None:
        self._with_names = not self._with_names
        self._names.setText(
            say(mark("Hide names")) if self._with_names else say(mark("Show names"))
        )
        self._model.show_names(self._with_names)
        self._move_glance(self._table.currentIndex())

    def _move_glance(self, current: QModelIndex, _before: object = None) -> None:
        if current.isValid():
            line = self._model.line_at(current.row())
            self._glance.show_line(line, with_names=self._with_names)

    def _open_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.frame.go("case", case_id=self._model.ids[index.row()])

    def _order(self, column: int, order: Qt.SortOrder) -> None:
        self._view = replace(
            self._view,
            order=COLUMNS[column][0],
            descending=order == Qt.SortOrder.DescendingOrder,
        )
        self._look()

    # --- laying out

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setAccessibleName(say(mark("Cases")))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = table.horizontalHeader()
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.sortIndicatorChanged.connect(self._order)
        table.doubleClicked.connect(self._open_row)
        table.installEventFilter(self)
        selection: QItemSelectionModel = table.selectionModel()
        selection.currentRowChanged.connect(self._move_glance)
        return table

    def _has_room_for_glance(self) -> bool:
        return self._wants_glance and self.width() >= space(GLANCE_FROM)

    def _fit(self) -> None:
        views = self._segments.buttons()
        needed = sum(one.sizeHint().width() for one in views) + self._count.sizeHint().width()
        narrow = needed + space(80) > self.width()
        for one in views:
            one.setHidden(narrow)
        self._short.setVisible(narrow)
        shown = self._has_room_for_glance()
        self._glance.setVisible(shown and bool(self._model.ids))
        self._table.verticalHeader().setDefaultSectionSize(space(ROW))
        room = self.width() - space(56) - (self._glance.width() if shown else 0)
        widths = {name: space(WIDTHS.get(name, OPENED_WIDTH)) for name, _ in COLUMNS}
        left_out: set[str] = set()
        for name in LESS_WANTED:
            if sum(w for one, w in widths.items() if one not in left_out) > room:
                left_out.add(name)
        for number, (name, _) in enumerate(COLUMNS):
            self._table.setColumnHidden(number, name in left_out)
            mode = (
                QHeaderView.ResizeMode.Stretch
                if name == "name"
                else QHeaderView.ResizeMode.Interactive
            )
            self._table.horizontalHeader().setSectionResizeMode(number, mode)
            if name != "name":
                self._table.setColumnWidth(number, widths[name])

    def _lay_out(self) -> None:
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for name, words, _ in VIEWS:
            one = button(say(words), kind="segment")
            one.setObjectName(f"view_{name}")
            one.setCheckable(True)
            one.setChecked(name == "all")
            one.clicked.connect(lambda _=False, which=name: self._press_segment(which))
            self._segments.addButton(one)
            segments.addWidget(one)
            self._short.addItem(say(words), name)
        self._short.setAccessibleName(say(mark("Which cases are shown")))
        self._short.hide()
        self._short.activated.connect(lambda _: self._press_segment(self._short.currentData()))
        segments.addWidget(self._short)
        filters = button(say(mark("Filter")), "list-filter")
        menu = QMenu(filters)
        for status in CaseStatus:
            action = QAction(status.said(say), menu)
            action.triggered.connect(lambda _=False, which=status: self._filter_status(which))
            menu.addAction(action)
        filters.setMenu(menu)
        first = QHBoxLayout()
        first.setSpacing(space(8))
        first.addWidget(self._search, 1)
        first.addWidget(filters)
        first.addWidget(self._names)
        second = QHBoxLayout()
        second.setSpacing(space(12))
        second.addLayout(segments)
        second.addLayout(self._chips, 1)
        second.addWidget(self._count)
        self._nothing.addWidget(self._table)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        middle = QHBoxLayout()
        middle.setSpacing(space(16))
        middle.addWidget(self._nothing, 1)
        middle.addWidget(self._glance)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(12), space(20), space(12))
        column.setSpacing(space(10))
        column.addLayout(first)
        column.addLayout(second)
        column.addLayout(middle, 1)


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(say(mark("Find by name, code, phone")))
    field.setPlaceholderText(say(mark("Find by name, code, phone")))
    return field
