"""The list of cases: found by words, narrowed by filters, ordered by any column (S3)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout

from gbvcase.casework.cases import View, lines, list_cases
from gbvcase.casework.list_choices import ListChoices, list_choices
from gbvcase.domain.marking import mark
from gbvcase.domain.text import written_number
from gbvcase.ui.case_filters import CaseFilters, Narrowed
from gbvcase.ui.case_glance import CaseGlance
from gbvcase.ui.case_model import NAMES, CaseModel
from gbvcase.ui.case_table import TITLES, CaseTable
from gbvcase.ui.chosen_rows import ChosenRows
from gbvcase.ui.column_dialog import ColumnDialog
from gbvcase.ui.icons import set_icon
from gbvcase.ui.jobs import Job, Progress
from gbvcase.ui.language import say
from gbvcase.ui.list_manner import Manner, keep_manner, read_manner
from gbvcase.ui.packed_ids import packed
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import EmptyState, button, icon_button, one_line

TYPING_PAUSE = 120
GLANCE_FROM = 900


class CaseListPage(PageWidget):
    """Every case of the cabinet, or those that are looked for."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._view = View()
        self._order = ("code", False)
        self._job: Job | None = None
        self._chosen_before = ""  # the case that was chosen when its row was let go
        self._manner = Manner(NAMES)
        self._wants_glance = True
        self._model = CaseModel(frame.desk.today)
        self._model.page_wanted.connect(self._fetch)
        self._filters = CaseFilters()
        self._filters.changed.connect(self._look)
        self._count = one_line("", "note")
        self._search = _search_field()
        self._soon = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._soon.timeout.connect(self._look)
        self._search.textChanged.connect(lambda _text: self._soon.start())
        self._search.installEventFilter(self)
        self._table = CaseTable(self._model)
        self._table.opened.connect(self._open_row)
        self._table.moved_to.connect(self._move_glance)
        self._table.chosen.connect(self._count_chosen)
        self._table.ordered.connect(self._order_by)
        self._table.arranged.connect(self._keep_manner)
        self._table.columns_wanted.connect(self._ask_columns)
        self._chosen = ChosenRows(frame, self._ids_chosen)
        self._chosen.assigned.connect(self._look)
        self._chosen.none_wanted.connect(self._choose_none)
        self._glance = CaseGlance(frame)
        self._nothing = QStackedWidget()
        self._columns = icon_button("columns-2", say(mark("Columns of the list")))
        self._columns.clicked.connect(self._ask_columns)
        self._names = button(say(mark("Hide names")), "eye-off", "quiet")
        self._names.setToolTip("Ctrl+H")
        self._names.clicked.connect(self._toggle_names)
        self._lay_out()
        self._read_manner()

    def open(self, **where: Any) -> None:
        """Show a view: all, mine, active, urgent, overdue; `text` is looked for in it.

        `narrowed` are filters, `owner` is one of them by itself.
        """
        if where:
            narrowed = where.get("narrowed") or Narrowed(owner=where.get("owner"))
            self._filters.choose(where.get("view"), narrowed)
            self._search.setText(where.get("text") or "")
        self._soon.stop()
        self._look()

    def where(self) -> dict[str, Any]:
        """Return the view and the words that are looked for."""
        return self._filters.where() | {"text": self._search.text()}

    def rest(self) -> None:
        """Let go of the rows; the list is read anew whenever it is gone to."""
        if self._model.ids:
            self._chosen_before = self._id_of(self._table.currentIndex().row())
            self._model.show(())

    def first_field(self) -> QLineEdit:
        """Return the search field: typing begins to find."""
        return self._search

    def act(self, key: str) -> bool:
        """Search, clear, names, the glance at a case, open, edit, undo."""
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
            case "main":
                self._open_row(self._table.currentIndex().row())
            case "edit":
                self._open_row(self._table.currentIndex().row(), tab="client")
            case "undo" if self._chosen.undo is not None:
                self._chosen.undo()
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
            goes = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
            if watched is self._search and goes and not event.modifiers():
                if self._soon.isActive():
                    self._soon.stop()
                    self._look()
                self._table.setFocus()
                return True
        return super().eventFilter(watched, event)

    # --- finding

    def _look(self) -> None:
        desk = self.frame.desk
        view = self._view = self._filters.view(self._search.text(), *self._order)
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> tuple[View, Sequence[str], ListChoices | None]:
            progress(0, 1)
            # who and where is asked for with the whole list only: letters must be quick
            choices = None if view.text else list_choices(desk)
            return view, packed(list_cases(desk, view)), choices

        self._job = self.frame.jobs.start(work, done=self._found, failed=self.frame.failed)

    def _found(self, found: tuple[View, Sequence[str], ListChoices | None]) -> None:
        view, ids, choices = found
        if view != self._view:
            return  # letters were typed meanwhile: their list is on its way
        chosen = self._id_of(self._table.currentIndex().row()) or self._chosen_before
        if choices is not None:
            self._filters.offer(choices)
        self._model.show(ids)
        text = say(mark("Cases: {count}")).format(count=written_number(len(ids), say))
        self._count.setText(text)
        if ids:
            self._table.go_to_row(ids.index(chosen) if chosen in ids else 0)
        self._count_chosen()
        self._show_nothing(bool(ids))

    def _fetch(self, ids: tuple[str, ...]) -> None:
        desk = self.frame.desk
        self.frame.jobs.start(
            lambda _progress: lines(desk, ids), done=self._take, failed=self.frame.failed
        )

    def _take(self, found: Any) -> None:
        self._model.take(found)
        self._move_glance(self._table.currentIndex().row())

    def _id_of(self, row: int) -> str:
        return self._model.ids[row] if 0 <= row < len(self._model.ids) else ""

    def _order_by(self, column: str, descending: bool) -> None:
        self._order = (column, descending)
        self._look()

    # --- what is shown

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
        if self._filters.named != "all" or self._filters.narrowed:
            every = button(say(mark("Show all cases")))
            every.clicked.connect(self._filters.show_all)
            return EmptyState(say(mark("There is no such case.")), [every])
        begin = button(say(mark("New case")), "plus")
        begin.clicked.connect(lambda: self.frame.go("intake"))
        return EmptyState(say(mark("There are no cases yet.")), [begin])

    def _move_glance(self, row: int) -> None:
        if row >= 0:
            line = self._model.line_at(row)
            self._glance.show_line(line, with_names=self._manner.with_names)

    def _open_row(self, row: int, **where: Any) -> None:
        if case_id := self._id_of(row):
            self.frame.go("case", case_id=case_id, **where)

    # --- several rows

    def _ids_chosen(self) -> tuple[str, ...]:
        return tuple(self._id_of(row) for row in self._table.rows_chosen())

    def _count_chosen(self) -> None:
        self._chosen.show_number(self._table.number_chosen(), self.width())

    def _choose_none(self) -> None:
        self._table.go_to_row(self._table.currentIndex().row())
        self._table.setFocus()

    # --- names and columns

    def _read_manner(self) -> None:
        desk = self.frame.desk
        self.frame.jobs.start(
            lambda _progress: read_manner(desk, NAMES),
            done=self._take_manner,
            failed=self.frame.failed,
        )

    def _take_manner(self, manner: Manner) -> None:
        self._manner = manner
        self._model.show_names(manner.with_names)
        words = mark("Hide names") if manner.with_names else mark("Show names")
        self._names.setText(say(words))
        set_icon(self._names, "eye-off" if manner.with_names else "eye", "primary")
        self._table.arrange(manner)
        self._move_glance(self._table.currentIndex().row())

    def _keep_manner(self, manner: Manner) -> None:
        desk, self._manner = self.frame.desk, replace(manner, with_names=self._manner.with_names)
        kept = self._manner
        self.frame.jobs.start(
            lambda _progress: keep_manner(desk, kept), done=_nothing, failed=self.frame.failed
        )

    def _toggle_names(self) -> None:
        self._take_manner(replace(self._manner, with_names=not self._manner.with_names))
        self._keep_manner(self._manner)

    def _ask_columns(self) -> None:
        dialog = ColumnDialog(self, self._manner, TITLES)
        dialog.exec()
        dialog.deleteLater()
        if dialog.manner != self._manner:
            self._take_manner(dialog.manner)
            self._keep_manner(dialog.manner)

    # --- laying out

    def _has_room_for_glance(self) -> bool:
        return self._wants_glance and self.width() >= space(GLANCE_FROM)

    def _fit(self) -> None:
        self._filters.fit(self.width() - self._count.sizeHint().width() - space(80))
        shown = self._has_room_for_glance()
        self._glance.setVisible(shown and bool(self._model.ids))
        self._table.fit(self.width() - space(56) - (self._glance.width() if shown else 0))
        self._count_chosen()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(space(8))
        first.addWidget(self._search, 1)
        for one in (self._filters.menu_button, self._columns, self._names):
            first.addWidget(one)
        second = QHBoxLayout()
        second.setSpacing(space(12))
        second.addWidget(self._filters)
        second.addStretch(1)
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
        column.addWidget(self._filters.chips)
        column.addWidget(self._chosen)
        column.addLayout(middle, 1)


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(say(mark("Find by name, code, phone")))
    field.setPlaceholderText(say(mark("Find by name, code, phone")))
    return field


def _nothing(_done: object) -> None:
    """What is remembered beside the work is not told of."""
