"""Choosing a password: five words that the program draws, or one's own."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from gbvcase.casework.desk import Profile
from gbvcase.casework.upkeep import drawn_password, judge_password
from gbvcase.domain.marking import mark
from gbvcase.ui.language import say
from gbvcase.ui.laying import in_a_line
from gbvcase.ui.lock_page import PasswordField
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Card, button, label

PAUSE = 400


class PasswordChoice(QWidget):
    """The five words are offered first: they are strong, and can be learnt."""

    def __init__(self, profile: Callable[[], Profile | None]) -> None:
        super().__init__()
        self._profile = profile
        self._drawn = QRadioButton(say(mark("Take these five &words")))
        self._own = QRadioButton(say(mark("Choose a password &yourself")))
        group = QButtonGroup(self)
        for one in (self._drawn, self._own):
            group.addButton(one)
            one.toggled.connect(self._fit)
        self._words = label(drawn_password(), "words")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._others = button(say(mark("Five other words")), "refresh-cw")
        self._others.clicked.connect(self._draw)
        self._field = PasswordField(say(mark("Your password")))
        self._judged = label("", "note")
        self._problem = label("", "error")
        self._problem.hide()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._judge)
        self._field.typed.connect(lambda _text: self._soon.start())
        self._lay_out()
        self._drawn.setChecked(True)

    def password(self) -> str | None:
        """Return the password; None, and a sentence below, if it is not taken."""
        if self._drawn.isChecked():
            return self._words.text()
        self._soon.stop()
        text = self._field.text()
        judged = judge_password(text, self._profile())
        if judged.refusal is not None:
            self._tell(judged.refusal.said(say))
            self._field.line.setFocus()
            return None
        self._tell("")
        return text

    def kept(self) -> tuple[str, str, bool]:
        """Return the five words, what was typed, and whether that is to be the password."""
        return self._words.text(), self._field.text(), self._own.isChecked()

    def restore(self, kept: tuple[str, str, bool]) -> None:
        """Show what `kept` gave."""
        words, typed, is_own = kept
        self._show_words(words)
        self._field.line.setText(typed)
        self._own.setChecked(is_own)
        self._drawn.setChecked(not is_own)

    def first_field(self) -> QWidget:
        """Return where the keyboard begins."""
        return self._drawn if self._drawn.isChecked() else self._own

    def _draw(self) -> None:
        self._show_words(drawn_password())

    def _show_words(self, words: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(
            say(mark("Five words: {words}")).format(words=self._words.text())
        )

    def _judge(self) -> None:
        text = self._field.text()
        if not text:
            self._judged.setText("")
            return
        judged = judge_password(text, self._profile())
        self._judged.setText("" if judged.refusal else say(judged.advice))
        if judged.refusal is None:
            self._tell("")

    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._field.line.setAccessibleDescription(text)

    def _fit(self) -> None:
        own = self._own.isChecked()
        self._field.setVisible(own)
        self._judged.setVisible(own)
        self._card.setVisible(not own)
        if own:
            self._field.line.setFocus()
        else:
            self._tell("")

    def _lay_out(self) -> None:
        self._card = Card()
        self._card.setProperty("kind", "well")
        self._card.add(self._words)
        line = in_a_line(self._others)
        line.insertStretch(0, 1)
        self._card.add(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(8))
        for one in (
            self._drawn,
            self._card,
            label(
                say(mark("Write them down tonight and learn them; then destroy the note.")), "note"
            ),
            self._own,
            self._field,
            self._judged,
            self._problem,
        ):
            narrow = isinstance(one, QRadioButton)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
            column.addWidget(one, 0, side)
