"""The settings: each says in one line what it changes."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.upkeep import CabinetCheck, amend_profile, change_password, check_cabinet
from gbvcase.domain.marking import mark
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.jobs import Progress
from gbvcase.ui.language import LANGUAGES, OWN_NAMES, say
from gbvcase.ui.laying import at_the_end, in_a_line
from gbvcase.ui.lock_page import PasswordField
from gbvcase.ui.office_form import OfficeForm
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.password_choice import PasswordChoice
from gbvcase.ui.settings import LONGEST_IDLE, SHORTEST_IDLE, preferences
from gbvcase.ui.theme import LOOKS, PERCENTS, percent, space
from gbvcase.ui.widgets import Card, button, header, label, scrolling

COLUMN = 760
LARGE = 130


class SettingsPage(PageWidget):
    """The screen, the lock, the cabinet, the office, the directory, and what this program is."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        inner, cards = QWidget(), QWidget()
        cards.setMaximumWidth(space(COLUMN))  # its cards ask for the height of this width
        across = QHBoxLayout(inner)
        across.setContentsMargins(space(20), space(16), space(20), space(16))
        across.addWidget(cards, 1)
        across.addStretch(0)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(16))
        for card in (
            self._screen(),
            self._lock(),
            self._cabinet(),
            self._office(),
            self._directory(),
            *((self._practice(),) if frame.desk.profile.is_practice else ()),
            self._about(),
        ):
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(header(say(mark("Settings"))))
        outer.addWidget(scrolling(inner), 1)

    def first_field(self) -> QWidget:
        """Return the first setting."""
        return self._language

    # --- the cards

    def _screen(self) -> Card:
        now = preferences.current
        card = Card(say(mark("Screen")))
        self._language = _choice(
            "language", [(OWN_NAMES[one], one) for one in LANGUAGES], now.language
        )
        self._language.activated.connect(
            lambda _: preferences.take(language=self._language.currentData())
        )
        self._size = _choice("percent", [(f"{one} %", one) for one in PERCENTS], now.percent)
        self._size.activated.connect(lambda _: preferences.take(percent=self._size.currentData()))
        self._look = _choice("look", [(say(words), one) for one, words in LOOKS], now.look)
        self._look.activated.connect(lambda _: preferences.take(look=self._look.currentData()))
        card.add(
            _rows(
                (mark("&Language"), self._language, mark("Of the screen. A paper has its own.")),
                (mark("&Text size"), self._size, mark("Also with Ctrl and plus or minus.")),
                (mark("L&ook"), self._look, mark("Light or dark, or as the computer is set.")),
            )
        )
        capture = QCheckBox(say(mark("Allow &pictures of the screen")))
        capture.setChecked(now.capture_allowed)
        capture.toggled.connect(lambda on: preferences.take(capture_allowed=on))
        card.add(capture)
        note = mark("Magnifiers and people who help from afar need it; otherwise leave it off.")
        card.add(label(say(note), "note"))
        return card

    def _lock(self) -> Card:
        card = Card(say(mark("Lock")))
        minutes = range(SHORTEST_IDLE, LONGEST_IDLE + 1)
        text = say(mark("after {minutes} minutes"))
        self._idle = _choice(
            "idle",
            [(text.format(minutes=one), one) for one in minutes],
            preferences.current.idle_minutes,
        )
        self._idle.activated.connect(
            lambda _: preferences.take(idle_minutes=self._idle.currentData())
        )
        card.add(
            _rows(
                (
                    mark("Lock &by itself"),
                    self._idle,
                    mark("When nobody touches a key or the mouse. Drafts are kept."),
                )
            )
        )
        return card

    def _cabinet(self) -> Card:
        card = Card(say(mark("Cabinet")))
        change = button(say(mark("Change the password...")), "lock")
        change.clicked.connect(self._change_password)
        self._check = button(say(mark("Check the cabinet")), "shield-check")
        self._check.clicked.connect(self._start_check)
        self._found = label("", "ok")
        self._found.hide()
        card.add(in_a_line(change, self._check))
        note = mark("The check reads every page and the whole journal; it changes nothing.")
        card.add(label(say(note), "note"))
        card.add(self._found)
        return card

    def _office(self) -> Card:
        card = Card(say(mark("You and your office")))
        note = mark("Printed at the head of papers. It never leaves the cabinet in another way.")
        card.add(label(say(note), "note"))
        self._form = OfficeForm(self.frame.desk.profile)
        card.add(self._form)
        keep = button(say(mark("Save the office")))
        keep.clicked.connect(self._keep_office)
        card.add(at_the_end(keep))
        return card

    def _directory(self) -> Card:
        card = Card(say(mark("Directory of services")))
        note = mark("Whom you can refer people to. An address is checked every 90 days.")
        card.add(label(say(note), "note"))
        show = button(say(mark("Open the directory")), "building-2")
        show.clicked.connect(lambda: self.frame.go("directory"))
        card.add(in_a_line(show))
        return card

    def _practice(self) -> Card:
        card = Card(say(mark("Practice")))
        note = mark("Everything that was tried out goes, and thirty made-up people come anew.")
        card.add(label(say(note), "note"))
        again = button(say(mark("Make the made-up data anew")), "refresh-cw")
        again.clicked.connect(self.frame.practise_anew)
        card.add(in_a_line(again))
        return card

    def _about(self) -> Card:
        card = Card(say(mark("About this program")))
        text = say(mark("Version {version}. Free software under the GNU GPL, version 3 or later."))
        card.add(label(text.format(version=_version())))
        parts = mark(
            "Made with Qt (LGPL-3), SQLCipher (BSD), the typefaces Noto (OFL) and Liberation "
            "(OFL), and Lucide icons (ISC). It uses no network."
        )
        card.add(label(say(parts), "note"))
        return card

    # --- what they do

    def _change_password(self) -> None:
        dialog = PasswordDialog(self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            desk, old, new = self.frame.desk, *dialog.passwords()

            def work(_progress: Progress) -> None:
                change_password(desk, old, new)

            self.frame.jobs.start(work, done=self._password_changed, failed=self.frame.failed)
        dialog.deleteLater()

    def _password_changed(self, _result: None) -> None:
        self.frame.note(say(mark("The password is changed. The old one opens nothing any more.")))

    def _start_check(self) -> None:
        desk = self.frame.desk
        self._check.setEnabled(False)
        self._found.hide()
        self.frame.jobs.start(
            lambda _progress: check_cabinet(desk), done=self._checked, failed=self._not_checked
        )

    def _checked(self, found: CabinetCheck) -> None:
        self._check.setEnabled(True)
        self._found.setProperty("kind", "ok" if found.is_whole else "error")
        self._found.setText("\n".join(found.said(say)))
        self._found.style().unpolish(self._found)
        self._found.style().polish(self._found)
        self._found.show()

    def _not_checked(self, error: Exception) -> None:
        self._check.setEnabled(True)
        self.frame.failed(error)

    def _keep_office(self) -> None:
        profile, desk = self._form.profile(), self.frame.desk
        if profile is None:
            return

        def done(changed: Any) -> None:
            take = getattr(self.frame, "take_desk", None)
            if take is not None:
                take(changed)
            self.frame.note(say(mark("Saved.")))

        self.frame.jobs.start(
            lambda _progress: amend_profile(desk, profile), done=done, failed=self.frame.failed
        )


class PasswordDialog(QDialog):
    """The old password, and a new one."""

    def __init__(self, page: SettingsPage) -> None:
        super().__init__(page.window())
        self.setWindowTitle(say(mark("Workbook")))
        self.setMinimumWidth(space(520))
        self._old = PasswordField(say(mark("The password until now")))
        self._new = PasswordChoice(lambda: page.frame.desk.profile)
        self._taken = ("", "")
        words = QLabel(say(mark("The &password until now")))
        words.setBuddy(self._old.line)
        change = button(say(mark("Change the password")), kind="main")
        change.clicked.connect(self._try)
        cancel = button(say(mark("Cancel")))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(16))
        column.setSpacing(space(10))
        column.addWidget(words)
        column.addWidget(self._old)
        column.addSpacing(space(8))
        column.addWidget(self._new)
        column.addLayout(at_the_end(cancel, change))
        self._old.line.setFocus()

    def passwords(self) -> tuple[str, str]:
        """Return the old and the new password."""
        return self._taken

    def _try(self) -> None:
        new = self._new.password()
        if not self._old.text():
            self._old.line.setFocus()
        elif new is not None:
            self._taken = (self._old.text(), new)
            self.accept()


def _choice(name: str, choices: Sequence[tuple[str, Any]], chosen: object) -> CalmComboBox:
    box = CalmComboBox()
    box.setObjectName(f"setting_{name}")
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _rows(*rows: tuple[str, QComboBox, str]) -> QGridLayout:
    """Return settings in lines: what it is, the choice, what it changes."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(16))
    grid.setVerticalSpacing(space(8))
    stacked = percent() >= LARGE
    for number, (text, field, note) in enumerate(rows):
        words = QLabel(say(text))
        words.setBuddy(field)
        field.setAccessibleName(say(text).replace("&", ""))
        field.setAccessibleDescription(say(note))
        places = ((3 * number, 0), (3 * number + 1, 0), (3 * number + 2, 0))
        if not stacked:
            places = ((number, 0), (number, 1), (number, 2))
        for widget, (row, column) in zip(
            (words, field, label(say(note), "note")), places, strict=True
        ):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
    if not stacked:
        grid.setColumnMinimumWidth(0, space(110))
        grid.setColumnStretch(2, 1)
    return grid


def _version() -> str:
    try:
        return version("gbvcase")
    except PackageNotFoundError:
        return "0"
