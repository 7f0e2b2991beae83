"""One question of a form: its words, its editor, the ways of not answering, what is wrong."""

from string import ascii_lowercase
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gbvcase.domain.codes import NotAnswered
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.fields import Entry
from gbvcase.domain.marking import mark
from gbvcase.ui.choice_editors import ButtonsEditor, ComboEditor
from gbvcase.ui.editing import Editor
from gbvcase.ui.field_help import help_of
from gbvcase.ui.language import say
from gbvcase.ui.laying import bring_into_sight
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import button, icon_button, label

LABEL_WIDTH = 208
EDITOR_WIDTH = 400
TEXT_WIDTH = 560
GAP = 12
SHORT_TEXT = 3
SKIP = mark("Skip")
NOT_ASKED = mark("Not asked")
WHY = mark("Why is this asked?")


class FieldRow(QWidget):
    """A field as a person meets it; the editor inside knows only its kind of value."""

    changed = Signal()

    def __init__(self, entry: Entry, editor: Editor) -> None:
        super().__init__()
        self.entry, self.editor = entry, editor
        self.declined: NotAnswered | None = None
        self.problem = ""
        self._finding = self._remark = ""
        self._words = say(entry.about.label)
        self.label = label(self._words.replace("&", "&&"))
        self.label.setBuddy(editor.field)
        self._before = self._line("warn")
        self._help = self._line("note", help_of(entry))
        self._understood = self._line("note")
        self._error = self._line("error")
        self._warning = self._line("warn")
        self.skip: QPushButton | None = self._skip_button() if self._may_skip() else None
        self._lay_out()
        editor.changed.connect(self._edited)
        if self.skip is not None and isinstance(editor, ComboEditor):
            editor.offer_ways([(way.code, way.said(say)) for way in NotAnswered])
            editor.declined.connect(lambda code: self._choose(NotAnswered.of(code)))
        self._name()
        for widget in editor.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                widget.installEventFilter(self)

    # --- the answer

    def answer(self) -> Any:
        """Return the answer, or the way of not answering; raise Unreadable if it cannot be read."""
        return self.editor.value() if self.declined is None else self.declined

    def set_answer(self, value: Any) -> None:
        """Show an answer or a way of not answering."""
        declined = value if isinstance(value, NotAnswered) else None
        self.editor.blockSignals(True)  # shown, not typed
        self.editor.set_value(None if declined else value)
        self.editor.blockSignals(False)
        self._decline(declined)
        self._say_understood()

    def typed(self) -> Any:
        """Return what stands on the screen, as a draft keeps it."""
        if self.declined is not None:
            return {"not_answered": self.declined.code}
        return self.editor.typed()

    def set_typed(self, raw: Any) -> None:
        """Show what `typed` gave."""
        declined = None
        if isinstance(raw, dict) and "not_answered" in raw:
            declined, raw = NotAnswered.of(raw["not_answered"]), None
        self.editor.blockSignals(True)
        self.editor.set_typed(raw)
        self.editor.blockSignals(False)
        self._decline(declined)
        self._say_understood()

    # --- what is said about it

    def leave(self) -> None:
        """Tidy and check the answer; called when the keyboard leaves the question."""
        self.editor.blockSignals(True)
        self.editor.tidy()
        self.editor.blockSignals(False)
        self.check()
        self._say_understood()

    def check(self) -> bool:
        """Say below the field what cannot be read; return whether it can."""
        try:
            self.answer()
        except GbvcaseError as unreadable:
            self.say_problem(self._sentence(unreadable))
            return False
        self.say_problem("")
        return True

    def say_problem(self, sentence: str) -> None:
        """Show an error below the field, tied to it for screen readers; an empty one goes."""
        self.problem = sentence
        self._set(self._error, sentence and f"(!) {sentence}")
        self.editor.field.setProperty("bad", bool(sentence))
        self.editor.field.style().unpolish(self.editor.field)
        self.editor.field.style().polish(self.editor.field)
        self._describe()

    def say_warning(self, sentence: str) -> None:
        """Show below the field what may be worth another look."""
        self._finding = sentence
        self._warn()

    def say_remark(self, sentence: str) -> None:
        """Show below the field what may be mistyped; it stands beside what was found."""
        self._remark = sentence
        self._warn()

    def _warn(self) -> None:
        self._set(self._warning, "\n".join(one for one in (self._finding, self._remark) if one))
        self._describe()

    def say_before(self, sentence: str) -> None:
        """Say above the field what must be known before it is read."""
        self._set(self._before, sentence)
        self._describe()

    def toggle_help(self) -> None:
        """Show or hide why it is asked, how to answer, and where the answer goes."""
        if self._help.text():
            self._help.setVisible(self._help.isHidden())
            self._describe()
            bring_into_sight(self)

    # --- where it stands

    def fit(self, *, wide: bool) -> None:
        """Stand the words left of the editor, or above it."""
        directions = QBoxLayout.Direction
        beside = wide and not self.entry.is_group and len(self._words) <= LONG_WORDS
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._box.setSpacing(space(GAP if beside else 2))
        self.label.setMinimumWidth(space(LABEL_WIDTH) if beside else 0)
        self.label.setMaximumWidth(space(LABEL_WIDTH) if beside else NO_LIMIT)
        self.label.setContentsMargins(0, space(7) if beside else 0, 0, 0)
        is_long = self.entry.about.lines > SHORT_TEXT
        width = TEXT_WIDTH if is_long else EDITOR_WIDTH
        if wide and not beside:
            width += LABEL_WIDTH + GAP  # so that what stands at its right stands in one line
        self.editor.setMaximumWidth(NO_LIMIT if self.entry.is_group else space(width))

    def focus(self) -> None:
        """Put the keyboard into the question."""
        proxy = self.editor.focusProxy() or self.editor.field
        proxy.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the ways of not answering with Alt+Down, in widgets without a list of their own."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            return self.open_choices()
        return False

    def open_choices(self) -> bool:
        """Open the list of answers, which ends with the ways of not answering, or these ways."""
        return (
            self.editor.open_choices()
            if isinstance(self.editor, ComboEditor)
            else (self.open_skip() or self.editor.open_choices())
        )

    def open_skip(self) -> bool:
        """Open the ways of not answering, if there are any."""
        if self.skip is None:
            return False
        menu = self._menu()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.skip.mapToGlobal(QPoint(0, self.skip.height())))
        return True

    # --- inside

    def _may_skip(self) -> bool:
        return self.entry.about.declinable and not self.entry.is_group

    def _skip_button(self) -> QPushButton:
        made = button(say(SKIP), kind="quiet")
        made.setObjectName(f"{self.entry.name}.skip")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down, so that Tab goes to the answers
        made.clicked.connect(self.open_skip)
        return made

    def _why_button(self) -> QWidget:
        why = icon_button("circle-help", say(WHY))
        why.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F1 does the same for the keyboard
        why.setProperty("kind", "quiet")
        why.clicked.connect(self.toggle_help)
        keeps_its_place = why.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        why.setSizePolicy(keeps_its_place)
        if not self.entry.about.help:
            why.hide()
        return why

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        taken: set[str] = set()
        action = menu.addAction(_with_letter(say(NOT_ASKED), taken))
        action.triggered.connect(lambda: self._choose(None))
        for way in NotAnswered:
            action = menu.addAction(_with_letter(way.said(say), taken))
            action.triggered.connect(lambda _checked=False, way=way: self._choose(way))
        return menu

    def _choose(self, way: NotAnswered | None) -> None:
        self.editor.blockSignals(True)
        self.editor.clear()
        self.editor.blockSignals(False)
        self._decline(way)
        self.check()
        self._say_understood()
        self.focus()
        self.changed.emit()

    def _decline(self, way: NotAnswered | None) -> None:
        self.declined = way
        said = say(SKIP) if way is None else way.said(say)
        if self.skip is not None:
            self.skip.setText(f"{said}  ▾")
            self.skip.setProperty("kind", "quiet" if way is None else "chip")
            self.skip.style().unpolish(self.skip)
            self.skip.style().polish(self.skip)
            self.skip.setAccessibleName(
                say(mark("Skip this question: {question}")).format(question=self._words)
            )
            self.skip.setAccessibleDescription("" if way is None else said)

    def _edited(self) -> None:
        if self.declined is not None:
            self._decline(None)  # an answer takes the place of having none
        if isinstance(self.editor.field, QLineEdit):
            self._set(self._understood, self.editor.understood() if self.problem == "" else "")
        else:
            self._say_understood()
        self.changed.emit()

    def _say_understood(self) -> None:
        self._set(self._understood, self.editor.understood())
        self._describe()

    def _sentence(self, unreadable: GbvcaseError) -> str:
        unreadable.details.setdefault("field", self._words)
        return unreadable.said(say)

    def _name(self) -> None:
        self.editor.field.setAccessibleName(self._words)
        if isinstance(self.editor, ButtonsEditor):
            self.editor.field.setAccessibleName("")  # each button is read by its own words
            self.editor.name_buttons(self._words)

    def _describe(self) -> None:
        parts = (self._before, self._error, self._warning, self._understood, self._help)
        told = " ".join(part.text() for part in parts if not part.isHidden())
        if isinstance(self.editor, ButtonsEditor):
            self.editor.name_buttons(f"{self._words}. {told}")
        else:
            self.editor.field.setAccessibleDescription(told)

    def _line(self, kind: str, text: str = "") -> QLabel:
        made = label(text, kind)
        made.hide()
        return made

    def _set(self, line: QLabel, text: str) -> None:
        line.setText(text)
        line.setVisible(bool(text))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(space(8))
        line.addWidget(self.editor, 100)
        if self.skip is not None:
            line.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignTop)
        if not self.entry.is_group:
            line.addWidget(self._why_button(), 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        body = QVBoxLayout()
        body.setSpacing(space(2))
        body.addWidget(self._before)
        body.addLayout(line)
        for part in (self._understood, self._help, self._error, self._warning):
            body.addWidget(part)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(body, 1)


LONG_WORDS = 46
NO_LIMIT = 16_777_215  # Qt's own


def _with_letter(text: str, taken: set[str]) -> str:
    """Return the text with its first free plain letter as mnemonic: never đ, ơ or ư."""
    for place, letter in enumerate(text):
        if letter.lower() in ascii_lowercase and letter.lower() not in taken:
            taken.add(letter.lower())
            return f"{text[:place]}&{text[place:]}"
    return text
