"""Settings of the screen and of locking: known before a cabinet is open, and of nobody."""

from PySide6.QtWidgets import QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.keys import HIDE_KEYS
from gbvcase.ui.language import LANGUAGES, OWN_NAMES, say
from gbvcase.ui.pages import Frame
from gbvcase.ui.settings import LONGEST_IDLE, SHORTEST_IDLE, preferences
from gbvcase.ui.settings_parts import Section, add_switch, choice, rows
from gbvcase.ui.theme import LOOKS, PERCENTS
from gbvcase.ui.widgets import Card


class ScreenSection(Section):
    """Language, text size, look, and names on the page that people walk past."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        now = preferences.current
        card = Card(say(mark("Screen")))
        self.language = choice(
            "language", [(OWN_NAMES[one], one) for one in LANGUAGES], now.language
        )
        self.language.activated.connect(
            lambda _: preferences.take(language=self.language.currentData())
        )
        self.text_size = choice("percent", [(f"{one} %", one) for one in PERCENTS], now.percent)
        self.text_size.activated.connect(
            lambda _: preferences.take(percent=self.text_size.currentData())
        )
        self.look = choice("look", [(say(words), one) for one, words in LOOKS], now.look)
        self.look.activated.connect(lambda _: preferences.take(look=self.look.currentData()))
        card.add(
            rows(
                (mark("&Language"), self.language, mark("Of the screen. A paper has its own.")),
                (mark("&Text size"), self.text_size, mark("Also with Ctrl and plus or minus.")),
                (mark("L&ook"), self.look, mark("Light or dark, or as the computer is set.")),
            )
        )
        names = Card(say(mark("Names")))
        self.names = add_switch(
            names,
            "names",
            mark("Show &names on the start page"),
            mark("Off: the page Today shows codes until you ask for names. People walk past it."),
            now.names_on_start,
            lambda on: preferences.take(names_on_start=on),
        )
        self.put(card, names)

    def first_field(self) -> QWidget:
        """Return the language."""
        return self.language


class LockSection(Section):
    """When it locks by itself, which key hides everything, who may take pictures."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        now = preferences.current
        card = Card(say(mark("Lock")))
        minutes = range(SHORTEST_IDLE, LONGEST_IDLE + 1)
        text = say(mark("after {minutes} minutes"))
        self.idle = choice(
            "idle", [(text.format(minutes=one), one) for one in minutes], now.idle_minutes
        )
        self.idle.activated.connect(
            lambda _: preferences.take(idle_minutes=self.idle.currentData())
        )
        self.hide_key = choice("hide_key", [(one, one) for one in HIDE_KEYS], now.hide_key)
        self.hide_key.activated.connect(
            lambda _: preferences.take(hide_key=self.hide_key.currentData())
        )
        card.add(
            rows(
                (
                    mark("Lock &by itself"),
                    self.idle,
                    mark("When nobody touches a key or the mouse. Drafts are kept."),
                ),
                (
                    mark("Quick &hide"),
                    self.hide_key,
                    mark("This key takes every window away at once, then locks."),
                ),
            )
        )
        pictures = Card(say(mark("Pictures of the screen")))
        self.capture = add_switch(
            pictures,
            "capture",
            mark("Allow &pictures of the screen"),
            mark("Magnifiers and people who help from afar need it; otherwise leave it off."),
            now.capture_allowed,
            lambda on: preferences.take(capture_allowed=on),
        )
        self.put(card, pictures)

    def first_field(self) -> QWidget:
        """Return the minutes."""
        return self.idle
