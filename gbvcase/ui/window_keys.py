"""The keys of the window: bound from their table, handed to the window, a dialog or the page."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gbvcase.ui.dialogs import act_before
from gbvcase.ui.keys import KEYS, Key, keys_of
from gbvcase.ui.settings import preferences

if TYPE_CHECKING:
    from gbvcase.ui.window import Window

PORTABLE = QKeySequence.SequenceFormat.PortableText
BEFORE_DIALOGS = frozenset({"hide", "lock", "main", "help"})
"""The keys that hold while a question stands before the window."""


class WindowKeys(QObject):
    """Binds the keys once, and does what each means at the moment."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._hide: QShortcut | None = None
        for key in KEYS:
            if not key.of_widget:
                self._bind(key)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._bind_dialog)

    def take_hide_key(self, hide_key: str) -> None:
        """Hide everything with another key from now on."""
        if self._hide is not None:
            self._hide.setKey(QKeySequence.fromString(hide_key, PORTABLE))

    def press(self, name: str) -> None:
        """Do what a key of the table does."""
        do = self._doing().get(name)
        if do is not None:
            do()
            return
        place, dialog = self._window.workplace, QApplication.activeModalWidget()
        before = dialog if place is not None else dialog or self._window.centralWidget()
        if before is not None:
            act_before(before, name)
        elif place is None:
            return
        elif name.startswith("page_"):
            number = int(name.removeprefix("page_")) - 1
            if number < len(place.navigation.pages):
                place.go(place.navigation.pages[number].name)
        elif name == "escape" and place.trouble.text:
            place.trouble.hide()
        elif place.page is not None:
            place.page.act(name)

    def _doing(self) -> dict[str, Callable[[], object]]:
        window = self._window
        doing: dict[str, Callable[[], object]] = {
            "hide": window.hide_quickly,
            "lock": window.lock,
            "larger": partial(window.change_size, 1),
            "smaller": partial(window.change_size, -1),
            "usual_size": partial(window.change_size, 0),
            "help": window.explain,
        }
        if QApplication.activeModalWidget() is not None:
            return doing
        doing["keys"] = window.show_keys
        place = window.workplace
        if place is not None:
            doing |= {
                "palette": window.open_palette,
                "new_case": partial(place.go, "intake"),
                "settings": partial(place.go, "settings"),
                "back": place.back,
                "forward": place.forward,
                "next_area": place.next_area,
                "previous_area": partial(place.next_area, -1),
            }
        return doing

    def _bind_dialog(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """Let a dialog of ours know some keys: those of the window do not reach before it."""
        dialog = None if focused is None else focused.window()
        if not isinstance(dialog, QDialog) or dialog.property("has_keys"):
            return
        above: QWidget | None = dialog
        while above is not None and above is not self._window:
            above = above.parentWidget()
        if above is not None:
            dialog.setProperty("has_keys", True)
            for key in KEYS:
                if key.name in BEFORE_DIALOGS:
                    self._bind(key, dialog)

    def _bind(self, key: Key, dialog: QDialog | None = None) -> None:
        contexts = Qt.ShortcutContext
        for keys in keys_of(key, preferences.current.hide_key):
            # not by names in the language of the screen, where two keys may be called alike
            shortcut = QShortcut(QKeySequence.fromString(keys, PORTABLE), dialog or self._window)
            within = contexts.WindowShortcut if dialog else contexts.ApplicationShortcut
            shortcut.setContext(within)
            shortcut.activated.connect(partial(self._window.press, key.name))
            if key.name == "hide" and dialog is None:
                self._hide = shortcut
