"""What narrows the case list: a view, and filters in words that can be taken away."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.cases import View
from gbvcase.casework.list_choices import ListChoices
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.marking import mark
from gbvcase.domain.places import commune
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.laying import empty_out, in_a_line
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import RemovableChip, button

VIEWS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("all", mark("All"), {}),
    ("mine", mark("Mine"), {"mine": True}),
    ("active", mark("Active"), {"status": CaseStatus.OPEN}),
    ("urgent", mark("Urgent"), {"urgent": True}),
    ("overdue", mark("Overdue"), {"overdue": True}),
)
_OF_VIEW = {name: more for name, _, more in VIEWS}
LONGEST_NAME = 40  # letters of a name on a chip


@dataclass(frozen=True)
class Narrowed:
    """The filters beside the view; None narrows nothing."""

    status: CaseStatus | None = None
    commune: str | None = None
    owner: str | None = None

    def __bool__(self) -> bool:
        return self != Narrowed()


class CaseFilters(QWidget):
    """The views side by side; `menu_button` and `chips` are laid out by the page."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.named = "all"
        self.narrowed = Narrowed()
        self._choices = ListChoices((), ())
        self.menu_button = button(say(mark("Filter")), "list-filter")
        self._menu = QMenu(self.menu_button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.menu_button.setMenu(self._menu)
        self.chips = QWidget()
        self._rows = QVBoxLayout(self.chips)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(space(8))
        self._room = 0
        self.chips.hide()
        self._segments = QButtonGroup(self)
        self._short = CalmComboBox()  # the same views, where there is no room for buttons
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for name, words, _ in VIEWS:
            one = button(say(words), kind="segment")
            one.setObjectName(f"view_{name}")
            one.setCheckable(True)
            one.setChecked(name == "all")
            one.clicked.connect(partial(self._press, name))
            self._segments.addButton(one)
            line.addWidget(one)
            self._short.addItem(say(words), name)
        self._short.setAccessibleName(say(mark("Which cases are shown")))
        self._short.hide()
        self._short.activated.connect(lambda _: self._press(self._short.currentData()))
        line.addWidget(self._short)

    def offer(self, choices: ListChoices) -> None:
        """Take what the cases of the cabinet can be narrowed by."""
        self._choices = choices

    def view(self, text: str, order: str, descending: bool) -> View:
        """Return the view that is asked for, with words that are looked for and an order."""
        narrowed = self.narrowed
        view = View(
            text=text,
            order=order,
            descending=descending,
            commune=narrowed.commune,
            owner=narrowed.owner,
        )
        view = replace(view, **_OF_VIEW[self.named])
        return view if narrowed.status is None else replace(view, status=narrowed.status)

    def where(self) -> dict[str, Any]:
        """Return what leads back to what is shown now."""
        return {"view": self.named} | ({"narrowed": self.narrowed} if self.narrowed else {})

    def choose(self, name: str | None, narrowed: Narrowed | None = None) -> None:
        """Take a view and filters, without telling."""
        self.named = name if name in _OF_VIEW else "all"
        self.narrowed = narrowed or Narrowed()
        for one in self._segments.buttons():
            one.setChecked(one.objectName() == f"view_{self.named}")
        self._short.setCurrentIndex(self._short.findData(self.named))
        self._show_chips()

    def narrow(self, **by: Any) -> None:
        """Add a filter, or take one away with None."""
        # "Active" is a state of its own: another state is not looked for among the active
        named = "all" if by.get("status") and "status" in _OF_VIEW[self.named] else self.named
        self.choose(named, replace(self.narrowed, **by))
        self.changed.emit()

    def clear(self) -> None:
        """Take all filters away; the view stays."""
        self.choose(self.named)
        self.changed.emit()

    def show_all(self) -> None:
        """Show every case."""
        self.choose("all")
        self.changed.emit()

    def fit(self, room: int) -> None:
        """Show the views as buttons, or as one list where they have not room."""
        if room != self._room:
            self._room = room
            self._show_chips()
        views = self._segments.buttons()
        is_narrow = sum(one.sizeHint().width() for one in views) > room
        for one in views:
            one.setHidden(is_narrow)
        self._short.setVisible(is_narrow)

    def _press(self, name: str, _checked: bool = False) -> None:
        self.choose(name, self.narrowed)
        self.changed.emit()

    def _show_chips(self) -> None:
        empty_out(self._rows)
        made: list[QPushButton] = []
        for field, words in self._in_words():
            if words:
                chip = RemovableChip(words)
                chip.removed.connect(partial(self._remove, field))
                made.append(chip)
        if made:
            clear = button(say(mark("Clear the filters")), kind="link")
            clear.clicked.connect(self.clear)
            made.append(clear)
        for row in _in_rows(made, self._room):
            self._rows.addLayout(in_a_line(*row))
        self.chips.setVisible(bool(made))

    def _remove(self, field: str) -> None:
        self.narrow(**{field: None})

    def _in_words(self) -> list[tuple[str, str]]:
        by = self.narrowed
        owner = (by.owner or "")[:LONGEST_NAME]
        return [
            ("status", by.status.said(say) if by.status else ""),
            ("commune", _commune(by.commune) if by.commune else ""),
            ("owner", say(mark("In charge: {worker}")).format(worker=owner) if owner else ""),
        ]

    def _fill_menu(self) -> None:
        self._menu.clear()
        states = self._menu.addMenu(say(mark("State")))
        _fill(states, [(one.said(say), one) for one in CaseStatus], partial(self._take, "status"))
        communes = [(_commune(code), code) for code in self._choices.communes]
        if communes:
            places = self._menu.addMenu(say(mark("Commune")))
            _fill(places, communes, partial(self._take, "commune"))
        if len(self._choices.owners) > 1:
            workers = self._menu.addMenu(say(mark("In charge")))
            named = [(one[:LONGEST_NAME], one) for one in self._choices.owners]
            _fill(workers, named, partial(self._take, "owner"))
        self._menu.addSeparator()
        clear = self._menu.addAction(say(mark("Clear the filters")))
        clear.setEnabled(bool(self.narrowed))
        clear.triggered.connect(self.clear)

    def _take(self, field: str, value: Any) -> None:
        self.narrow(**{field: value})


def _in_rows(chips: list[QPushButton], room: int) -> list[list[QPushButton]]:
    """Return chips side by side, in as many rows as they need."""
    rows: list[list[QPushButton]] = []
    left = 0
    for chip in chips:
        width = chip.sizeHint().width() + space(8)
        if not rows or width > left:
            rows.append([])
            left = room
        rows[-1].append(chip)
        left -= width
    return rows


def _commune(code: str) -> str:
    found = commune(code)
    return found.full_name if found else code


def _fill(menu: QMenu, choices: list[tuple[str, Any]], take: Callable[[Any], object]) -> None:
    for words, value in choices:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(partial(_call, take, value))


def _call(take: Callable[[Any], object], value: Any, _checked: bool = False) -> None:
    take(value)
