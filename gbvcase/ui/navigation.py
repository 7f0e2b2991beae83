"""The left edge of the window: the pages, what waits in each, hiding and locking."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gbvcase.domain.marking import mark
from gbvcase.ui.icons import set_icon
from gbvcase.ui.language import say
from gbvcase.ui.pages import Page, pages_for
from gbvcase.ui.settings import preferences
from gbvcase.ui.theme import percent, space
from gbvcase.ui.widgets import Chip, button, repolish

WIDE = 208
ICON, AROUND = 20, 14
NARROW_WINDOW, LARGE_TEXT = 1100, 150
BELONGS_TO = {"case": "cases", "referral": "cases", "intake": "cases", "directory": "settings"}


def rail_width() -> int:
    """Return how wide and high an entry is that shows its sign alone: 34 pixels at least."""
    return space(ICON) + AROUND


class Entry(QPushButton):
    """One entry: a sign and a word, or in the rail the sign alone."""

    def __init__(self, icon: str, words: str, key: str) -> None:
        super().__init__()
        self._words, self._key = words, key
        self.setProperty("kind", "nav")
        self.setAutoDefault(False)
        self.setToolTip(f"{words}  {key}".strip())
        self.setAccessibleName(words)
        self._icon = icon
        self._count = Chip("", "count")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, space(8), 0)
        line.addStretch(1)
        line.addWidget(self._count)
        self.show_words(True)

    def show_words(self, shown: bool) -> None:
        """Show the word beside the sign, or the sign alone."""
        self.setText(f" {self._words}" if shown else "")
        self.setProperty("rail", not shown)
        set_icon(self, self._icon)
        self.setFixedHeight(space(40) if shown else rail_width())
        self._count.setVisible(shown and bool(self._count.text()))
        repolish(self)

    def show_count(self, number: int) -> None:
        """Show how much waits for this person; nothing is said of nothing."""
        self._count.setText(str(number) if number else "")
        self._count.setVisible(bool(number) and bool(self.text()))
        self._count.updateGeometry()
        waiting = say(mark("{page}, waiting for you: {count}"))
        self.setAccessibleName(
            waiting.format(page=self._words, count=number) if number else self._words
        )

    def show_current(self, current: bool) -> None:
        """Show that this is the page that is open."""
        self.setProperty("current", current)
        self.setAccessibleDescription(say(mark("This page is open.")) if current else "")
        repolish(self)

    def sizeHint(self) -> QSize:
        """Be as wide as the edge asks, not as the word is long."""
        return QSize(rail_width(), super().sizeHint().height())


class Navigation(QFrame):
    """The pages that this role is offered, in their order; below them hiding and locking."""

    wanted = Signal(str)
    find_wanted = Signal()
    new_wanted = Signal()
    help_wanted = Signal()
    hide_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self.setAccessibleName(say(mark("Pages")))
        self.pages: tuple[Page, ...] = tuple(p for p in pages_for(role) if p.in_navigation)
        self._entries: dict[str, Entry] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 10, 8, 8)
        self._column.setSpacing(4)
        self._find = Entry("search", say(mark("Find a case, a person, a page...")), "Ctrl+K")
        self._find.clicked.connect(self.find_wanted)
        self._new = Entry("plus", say(mark("New case")), "Ctrl+N")
        self._new.clicked.connect(self.new_wanted)
        self._with_new = any(page.name == "intake" for page in pages_for(role))
        for entry in (self._find, self._new):
            self._column.addWidget(entry)
        for number, page in enumerate(self.pages, start=1):
            entry = Entry(page.icon, say(page.title), f"Ctrl+{number}")
            entry.clicked.connect(lambda _=False, name=page.name: self.wanted.emit(name))
            self._entries[page.name] = entry
            self._column.addWidget(entry)
        self._column.addStretch(1)
        self._help = Entry("circle-help", say(mark("Help")), "F1")
        self._help.clicked.connect(self.help_wanted)
        self._hide = Entry("eye-off", say(mark("Quick hide")), preferences.current.hide_key)
        self._hide.clicked.connect(self.hide_wanted)
        self._lock = Entry("lock", say(mark("Lock")), "Ctrl+L")
        self._lock.clicked.connect(self.lock_wanted)
        for entry in (self._help, self._hide, self._lock):
            self._column.addWidget(entry)
        self.is_rail = False
        self.fit(NARROW_WINDOW)

    def fit(self, window_width: int) -> None:
        """Become a rail of signs where the window is narrow or the text is large."""
        self.is_rail = window_width < NARROW_WINDOW or percent() >= LARGE_TEXT
        large = percent() >= LARGE_TEXT
        self._find.setVisible(large)  # there is no room for the line above the page then
        self._new.setVisible(large and self._with_new)
        below = (self._help, self._hide, self._lock)
        for entry in (self._find, self._new, *self._entries.values(), *below):
            entry.show_words(not self.is_rail)
        self.setFixedWidth(rail_width() + 17 if self.is_rail else space(WIDE))

    def show_current(self, page: str) -> None:
        """Mark the entry of the page that is open, or of the one it belongs to."""
        for name, entry in self._entries.items():
            entry.show_current(name == BELONGS_TO.get(page, page))
        self._help.show_current(page == "help")

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show what waits in each page."""
        for name, entry in self._entries.items():
            entry.show_count(counts.get(name, 0))

    def first(self) -> QWidget:
        """Return the entry that takes the focus when this area is gone to."""
        current = (one for one in self._entries.values() if one.property("current"))
        return next(current, next(iter(self._entries.values())))


class StatusLine(QFrame):
    """The last line: calm facts. Offline is normal and no warning."""

    def __init__(self, worker: str) -> None:
        super().__init__()
        self.setProperty("kind", "status")
        line = QHBoxLayout(self)
        line.setContentsMargins(space(16), 3, space(16), 3)
        facts = QLabel(say(mark("Offline - Encrypted")))
        facts.setProperty("kind", "note")
        who = QLabel()
        who.setTextFormat(facts.textFormat().PlainText)
        who.setText(worker)
        who.setProperty("kind", "note")
        line.addWidget(facts)
        line.addStretch(1)
        line.addWidget(who)


class TopBar(QFrame):
    """The line above the page: find anything, begin a new case."""

    find_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, *, with_new: bool) -> None:
        super().__init__()
        self.setProperty("kind", "top")
        line = QHBoxLayout(self)
        line.setContentsMargins(space(20), space(8), space(20), space(8))
        line.setSpacing(space(12))
        words = say(mark("Find a case, a person, a page..."))
        self.search = button(f"  {words}", "search", "search")
        self.search.setAccessibleName(words)
        self.search.setToolTip("Ctrl+K")
        self.search.setMinimumWidth(space(180))
        self.search.setMaximumWidth(space(520))
        self.search.clicked.connect(self.find_wanted)
        key = QLabel("Ctrl+K")
        key.setProperty("kind", "note")
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(0, 0, space(10), 0)
        inside.addStretch(1)
        inside.addWidget(key)
        line.addWidget(self.search, 3)
        line.addStretch(1)
        self.new = button(say(mark("New case")), "plus")
        self.new.setToolTip("Ctrl+N")
        self.new.clicked.connect(self.new_wanted)
        if not with_new:
            self.new.hide()
        line.addWidget(self.new)
        if percent() >= LARGE_TEXT:
            self.hide()  # both stand in the rail
