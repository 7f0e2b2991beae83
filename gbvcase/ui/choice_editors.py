"""Editors in which an answer is chosen: yes or no, one of a list, several of a list."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
)

from gbvcase.domain.codes import Code
from gbvcase.domain.errors import Unreadable
from gbvcase.domain.fields import Entry
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox, Choice, Editor, WrappingRow
from gbvcase.ui.language import say
from gbvcase.ui.theme import space

BUTTONS = 4
BUTTON_LETTERS = 60
ROWS = 6
ROW_HEIGHT = 30
CODE = Qt.ItemDataRole.UserRole
IS_WAY = Qt.ItemDataRole.UserRole + 1
YES, NO = mark("Yes"), mark("No")


def offered(entry: Entry, day: date) -> tuple[Code, ...]:
    """Return the answers of a coded field that a form offers on a day."""
    kind: type[Code] = entry.kind
    return tuple(kind.offered(day))


def fits_buttons(labels: Sequence[str]) -> bool:
    """Tell whether a list is so short that all its answers may stand side by side."""
    return len(labels) <= BUTTONS and sum(map(len, labels)) <= BUTTON_LETTERS


class ButtonsEditor(Editor):
    """A few answers side by side; the arrow keys move among them, Tab leaves them."""

    def __init__(self, entry: Entry, choices: Sequence[Choice]) -> None:
        self._buttons = {code: QRadioButton(text.replace("&", "&&")) for code, text in choices}
        first, *others = self._buttons.values()
        super().__init__(entry, first)
        for button in others:  # as Qt does it once one of them is chosen
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._group = QButtonGroup(self)
        self._row = WrappingRow(tuple(self._buttons.values()))
        for button in self._buttons.values():
            self._group.addButton(button)
            button.clicked.connect(self.changed)
        self.line.addWidget(self._row, 1)
        self._unknown: object = None

    def value(self) -> object:
        """Return the chosen code, or None."""
        return self._code()

    def set_value(self, value: object) -> None:
        """Choose the answer, or none; one that is not offered any more is kept."""
        self._group.setExclusive(False)
        for code, button in self._buttons.items():
            button.setChecked(code == value)
        self._group.setExclusive(True)
        self._unknown = value if isinstance(value, str) and value not in self._buttons else None
        chosen = self._buttons.get(value) if isinstance(value, str) else None
        self._take_tab(chosen or next(iter(self._buttons.values())))

    def typed(self) -> object:
        """Return the code that is chosen."""
        return self._code()

    def set_typed(self, raw: object) -> None:
        """Choose the code of a draft."""
        ButtonsEditor.set_value(self, raw)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand one under the other where the line is too short."""
        super().resizeEvent(event)
        self._row.fit(event.size().width())

    def name_buttons(self, question: str) -> None:
        """Let each button be read with its question."""
        for button in self._buttons.values():
            button.setAccessibleDescription(question)

    def _code(self) -> object:
        for code, button in self._buttons.items():
            if button.isChecked():
                return code
        return self._unknown

    def _take_tab(self, one: QRadioButton) -> None:
        for button in self._buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button is one else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.setFocusProxy(one)


class CodeButtonsEditor(ButtonsEditor):
    """A short code list as buttons."""

    def __init__(self, entry: Entry, day: date) -> None:
        super().__init__(entry, [(c.code, c.said(say)) for c in offered(entry, day)])

    def value(self) -> Code | None:
        """Return the chosen answer, or None."""
        code = self._code()
        return None if code is None else _code_of(self.entry, code)

    def set_value(self, value: object) -> None:
        """Choose the answer, or none."""
        super().set_value(value.code if isinstance(value, Code) else None)


class YesNoEditor(ButtonsEditor):
    """Yes or no; neither until somebody says so."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry, [("yes", say(YES)), ("no", say(NO))])

    def value(self) -> bool | None:
        """Return the answer, or None."""
        code = self._code()
        return None if code is None else code == "yes"

    def set_value(self, value: object) -> None:
        """Choose yes, no, or neither."""
        super().set_value(("yes" if value else "no") if isinstance(value, bool) else None)


class ComboEditor(Editor):
    """One of several answers, in a list that opens."""

    declined = Signal(str)

    def __init__(self, entry: Entry, choices: Iterable[Choice]) -> None:
        self.input = CalmComboBox()
        super().__init__(entry, self.input)
        self.input.addItem("", None)
        for code, text in choices:
            self.input.addItem(text, code)
        self.input.activated.connect(self._chosen)
        self.line.addWidget(self.input, 1)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer other answers; the chosen one stays, also if it is not among them."""
        chosen, shown = self.input.currentData(), self.input.currentText()
        while self.input.count() > 1:
            self.input.removeItem(1)
        for code, text in choices:
            self.input.addItem(text, code)
        if chosen is not None and self.input.findData(chosen) < 0:
            self.input.addItem(shown, chosen)
        self.input.setCurrentIndex(max(0, self.input.findData(chosen)))

    def offer_ways(self, ways: Iterable[Choice]) -> None:
        """Add the ways of not answering at the end of the list, where a key finds them too."""
        self.input.insertSeparator(self.input.count())
        for code, text in ways:
            self.input.addItem(text, code)
            self.input.setItemData(self.input.count() - 1, True, IS_WAY)

    def value(self) -> object:
        """Return the chosen code, or None."""
        return self.input.currentData()

    def set_value(self, value: object) -> None:
        """Choose the answer, or none; one that is not offered any more is shown by its code."""
        if value is None:
            self.input.setCurrentIndex(0)
            return
        if self.input.findData(value) < 0:
            self.input.addItem(self.said(value), value)
        self.input.setCurrentIndex(self.input.findData(value))

    def typed(self) -> object:
        """Return the code that is chosen."""
        return self.input.currentData()

    def set_typed(self, raw: object) -> None:
        """Choose the code of a draft."""
        ComboEditor.set_value(self, raw)

    def open_choices(self) -> bool:
        """Open the list."""
        self.input.showPopup()
        return True

    def said(self, value: object) -> str:
        """Return what is shown for a value that is not among the choices."""
        return str(value)

    def _chosen(self, row: int) -> None:
        if self.input.itemData(row, IS_WAY):
            self.declined.emit(str(self.input.itemData(row)))
        else:
            self.changed.emit()


class CodeComboEditor(ComboEditor):
    """A code list that opens."""

    def __init__(self, entry: Entry, day: date) -> None:
        super().__init__(entry, [(c.code, c.said(say)) for c in offered(entry, day)])

    def value(self) -> Code | None:
        """Return the chosen answer, or None."""
        code = self.input.currentData()
        return None if code is None else _code_of(self.entry, code)

    def set_value(self, value: object) -> None:
        """Choose the answer, or none."""
        super().set_value(value.code if isinstance(value, Code) else None)

    def said(self, value: object) -> str:
        """Return the label of a code that is retired."""
        return _code_of(self.entry, value).said(say)


class ManyEditor(Editor):
    """Several of a list, ticked with the space bar."""

    def __init__(self, entry: Entry, choices: Sequence[Choice]) -> None:
        self.input = QListWidget()
        super().__init__(entry, self.input)
        self.input.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.input.setUniformItemSizes(True)
        self.input.setProperty("kind", "field")
        self.input.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.input.setTabKeyNavigation(False)
        for code, text in choices:
            self._add(code, text)
        self.fit_text()
        self.input.itemChanged.connect(self.changed)
        self.line.addWidget(self.input, 1)

    def fit_text(self) -> None:
        """Be as high as the rows that are shown at once."""
        self.input.blockSignals(True)  # a size is no tick
        for item in self._items():
            item.setSizeHint(QSize(0, space(ROW_HEIGHT)))
        self.input.blockSignals(False)
        rows = min(max(self.input.count(), 1), ROWS)
        self.input.setFixedHeight(space(ROW_HEIGHT) * rows + space(6))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other answers; what is ticked stays, whether it is among them or not."""
        ticked, codes = self._codes(), [code for code, _ in choices]
        wanted = [*choices, *((code, self.said(code)) for code in ticked if code not in codes)]
        if [item.data(CODE) for item in self._items()] == [code for code, _ in wanted]:
            return
        self.input.blockSignals(True)  # shown, not typed
        self.input.clear()
        for code, text in wanted:
            if code in ticked:
                self._add(code, text).setCheckState(Qt.CheckState.Checked)
            else:
                self._add(code, text)
        self.input.blockSignals(False)
        self.fit_text()

    def value(self) -> object:
        """Return the ticked codes, or None."""
        return frozenset(self._codes()) or None

    def set_value(self, value: object) -> None:
        """Tick the answers."""
        codes = set(value) if isinstance(value, (frozenset, set, tuple, list)) else set()
        self.input.blockSignals(True)  # shown, not typed
        known = {item.data(CODE): item for item in self._items()}
        for code in sorted(codes - set(known)):
            known[code] = self._add(code, self.said(code))
        for code, item in known.items():
            item.setCheckState(Qt.CheckState.Checked if code in codes else Qt.CheckState.Unchecked)
        self.input.blockSignals(False)
        self.input.viewport().update()

    def typed(self) -> object:
        """Return the ticked codes in their order."""
        return self._codes() or None

    def set_typed(self, raw: object) -> None:
        """Tick the codes of a draft."""
        ManyEditor.set_value(self, raw)

    def understood(self) -> str:
        """Return what is ticked, as some of it may lie outside the window of the list."""
        ticked = [item.text() for item in self._items() if _is_ticked(item)]
        return say(mark("Chosen: {what}")).format(what="; ".join(ticked)) if ticked else ""

    def said(self, code: str) -> str:
        """Return what is shown for a code that is not among the choices."""
        return code

    def _add(self, code: str, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text, self.input)
        item.setData(CODE, code)
        item.setSizeHint(QSize(0, space(ROW_HEIGHT)))
        flags = Qt.ItemFlag
        item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.input.item(row) for row in range(self.input.count())]

    def _codes(self) -> list[str]:
        return [str(item.data(CODE)) for item in self._items() if _is_ticked(item)]


class ManyCodesEditor(ManyEditor):
    """Several of a code list."""

    def __init__(self, entry: Entry, day: date) -> None:
        super().__init__(entry, [(c.code, c.said(say)) for c in offered(entry, day)])

    def value(self) -> frozenset[Code] | None:
        """Return the ticked answers, or None."""
        return frozenset(_code_of(self.entry, code) for code in self._codes()) or None

    def set_value(self, value: object) -> None:
        """Tick the answers."""
        codes = value if isinstance(value, frozenset) else ()
        super().set_value([c.code for c in codes if isinstance(c, Code)])

    def said(self, code: str) -> str:
        """Return the label of a code that is retired."""
        return _code_of(self.entry, code).said(say)


def _code_of(entry: Entry, code: object) -> Code:
    kind: type[Code] = entry.kind
    try:
        return kind.of(str(code))
    except ValueError:
        raise Unreadable(mark("Choose one of the answers.")) from None


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
