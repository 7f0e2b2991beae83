"""What stands in the window while a cabinet is open: navigation, the page, notes, a status line."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gbvcase.domain.errors import Cancelled, VaultDamaged
from gbvcase.domain.marking import mark
from gbvcase.ui.errors import PASSING, TROUBLE, help_for, said
from gbvcase.ui.jobs import Jobs, Progress
from gbvcase.ui.language import say
from gbvcase.ui.messages import Heard, NoteLine, Trouble, announce, holder_of
from gbvcase.ui.navigation import Navigation, StatusLine, TopBar
from gbvcase.ui.pages import PageWidget, page_named, pages_for
from gbvcase.ui.recent import remember
from gbvcase.ui.theme import space
from gbvcase.ui.work_bar import WorkBar

if TYPE_CHECKING:
    from gbvcase.casework.desk import Desk

Place = tuple[str, dict[str, Any]]
HOME = "today"
MOST_BACK = 50


class Workplace(QWidget):
    """The frame around the pages. It is deleted, not hidden, when the cabinet locks."""

    hide_wanted = Signal()
    lock_wanted = Signal()
    find_wanted = Signal()
    practice_wanted = Signal()
    damage_met = Signal()  # nothing is written any more
    salvage_wanted = Signal()
    went = Signal(str)

    def __init__(self, desk: "Desk", jobs: Jobs, heard: Heard | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "frame")
        self._desk, self._jobs = desk, jobs
        role = desk.profile.role.code
        self._offered = {page.name for page in pages_for(role)}
        self._pages: dict[str, PageWidget] = {}
        self._holders: dict[str, QWidget] = {}
        self._here = ""
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self.navigation = Navigation(role)
        self.top = TopBar(with_new="intake" in self._offered)
        self.heard = Heard() if heard is None else heard
        self.trouble = Trouble(self.heard)
        self.work = WorkBar()
        self.notes = NoteLine(self.heard)
        self.strips = QVBoxLayout()  # what the window says above the page
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # --- what a page may ask: the Frame of pages.py

    @property
    def desk(self) -> "Desk":
        return self._desk

    @property
    def jobs(self) -> Jobs:
        return self._jobs

    def practise_anew(self) -> None:
        """Ask the window for another practice cabinet."""
        self.practice_wanted.emit()

    def take_desk(self, desk: "Desk") -> None:
        """Work on with a desk whose profile was changed."""
        self._desk = desk

    def go(self, page: str, **where: Any) -> None:
        """Show a page, and remember this one for the way back."""
        if page not in self._offered:
            return
        here = self.place()
        if self._show(page, where):
            if here is not None and here != (page, where):
                self._behind = [*self._behind, here][-MOST_BACK:]
            self._ahead.clear()

    def back(self) -> None:
        """Return to the page before this one; the start page if there is none."""
        self._walk(self._behind, self._ahead)

    def forward(self) -> None:
        """Take back a step back."""
        if self._ahead:
            self._walk(self._ahead, self._behind)

    def note(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say in the note line what was done."""
        self.trouble.hide()
        self.notes.note(text, action, do)

    def failed(self, error: Exception) -> None:
        """Say an error where it is seen and stays until it is closed, with a way on."""
        text = said(error)
        if isinstance(error, VaultDamaged):
            self.damage_met.emit()
        again = self._jobs.again(error) if isinstance(error, PASSING) else None
        if again is not None:
            self.trouble.tell(text, say(mark("Try again")), again)
        elif help_for(error):
            self.trouble.tell(text, help_for(error), lambda: self.go("help", name=TROUBLE))
        elif text:
            self.trouble.tell(text)

    def show_messages(self) -> None:
        """Show what was said in this sitting."""
        from gbvcase.ui.heard_dialog import HeardDialog

        HeardDialog(self).open()

    def forget_pages(self) -> None:
        """Drop what other pages still show, and the way back to it."""
        for name in [one for one in self._pages if one != self._here]:
            self._drop(name)
        self._behind.clear()
        self._ahead.clear()

    def refresh_counts(self) -> None:
        """Count anew what waits for this person."""
        self._jobs.start(self._counted, done=self.navigation.show_counts, failed=self.failed)

    # --- what the window asks

    @property
    def page(self) -> PageWidget | None:
        """Return the page that is open."""
        return self._pages.get(self._here)

    @property
    def here(self) -> str:
        """Return the name of the page that is open."""
        return self._here

    def offers(self, page: str) -> bool:
        """Tell whether this person is offered a page."""
        return page in self._offered

    def place(self) -> Place | None:
        """Return what would lead back to what is shown now."""
        page = self.page
        return None if page is None else (self._here, page.where())

    def flush(self) -> None:
        """Keep what is half typed on any page."""
        for page in self._pages.values():
            page.flush()

    def rest(self) -> None:
        """Let the pages that are not seen give back what they hold."""
        for name, page in self._pages.items():
            if name != self._here:
                page.rest()

    def remake_page(self) -> None:
        """Make the open page anew, and drop the others: sizes or words have changed."""
        place = self.place()
        if place is None:
            return
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self.flush()
        for page_name in list(self._pages):
            self._drop(page_name)
        self._here = ""
        self._show(*place)
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def next_area(self, step: int = 1) -> None:
        """Move the focus between the navigation, the line above, the page and its buttons."""
        areas = [self.navigation, self.top, self._stack, self.notes]
        focused = self.focusWidget()
        inside = [n for n, area in enumerate(areas) if focused and area.isAncestorOf(focused)]
        start = inside[0] if inside else 2
        for turn in range(1, len(areas) + 1):
            area = areas[(start + step * turn) % len(areas)]
            target = self._entrance_of(area)
            if target is not None:
                target.setFocus()
                return

    def _entrance_of(self, area: QWidget) -> QWidget | None:
        if area is self.navigation:
            return self.navigation.first()
        if area is self.top:
            return None if self.top.isHidden() else self.top.search
        if area is self._stack:
            return None if self.page is None else _first_in(self.page)
        return _first_in(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the navigation become a rail where the window is narrow."""
        super().resizeEvent(event)
        self.navigation.fit(self.window().width())

    # --- inside

    def _show_help(self) -> None:
        from gbvcase.ui.help_here import help_of

        if self._here != "help":
            self.go("help", name=help_of(self._here))

    def _show(self, name: str, where: dict[str, Any]) -> bool:
        old = self.page
        if old is not None:
            old.flush()
        new = self._pages.get(name)
        if new is None:
            new = page_named(name).make(self)
            self._pages[name] = new
            self._stack.addWidget(new)
            self._holders[name] = holder_of(new.footer)
            new.titled.connect(self._announce_title)
        self._here = name
        self.trouble.hide()
        focused = self.focusWidget()
        if old is not None and old is not new and focused and old.isAncestorOf(focused):
            focused.clearFocus()  # or the toolkit hands it to whatever is next on the new page
        self._stack.setCurrentWidget(new)
        self.notes.show_buttons(self._holders[name])
        self.navigation.show_current(name)
        new.open(**where)
        new.setAccessibleName(say(page_named(name).title))
        QTimer.singleShot(0, self._focus_first)
        if name == "case":
            self._remember(str(where.get("case_id", "")))
        self.went.emit(name)
        return True

    def _remember(self, case_id: str) -> None:
        desk = self._desk
        if not desk.vault.is_read_only:
            self._jobs.start(
                lambda _progress: remember(desk, case_id), done=_nothing, failed=self.failed
            )

    def _focus_first(self) -> None:
        page = self.page
        if page is None:
            return
        focused = self.focusWidget()
        is_inside = focused is not None and focused is not page and page.isAncestorOf(focused)
        if focused is not None and is_inside and focused.hasFocus():
            return  # the page has put the cursor somewhere by itself
        target = page.first_field() or _first_in(page)
        if target is not None:
            target.setFocus()

    def _walk(self, taken: list[Place], left: list[Place]) -> None:
        here = self.place()
        place = taken.pop() if taken else (HOME, {})
        if here is not None:
            left.append(here)
        self._show(*place)

    def _drop(self, name: str) -> None:
        page, holder = self._pages.pop(name), self._holders.pop(name)
        self._stack.removeWidget(page)
        for one in (page, holder):
            one.hide()
            one.deleteLater()
        if name == self._here:
            self.notes.show_buttons(None)

    def _announce_title(self, title: str) -> None:
        page = self.page
        if page is not None:
            page.setAccessibleName(title)
            announce(page, title)

    def _counted(self, _progress: Progress) -> dict[str, int]:
        from gbvcase.casework.overviews import overview
        from gbvcase.casework.tasks import due_tasks

        board, desk = due_tasks(self._desk), self._desk
        awaited = overview(desk).waiting  # by a supervisor; nobody else is waited for
        return {HOME: len(board.overdue) + len(board.today) + len(awaited)}

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        self.strips.setContentsMargins(0, 0, 0, 0)
        right.addLayout(self.strips)
        right.addWidget(self._stack, 1)
        said_below = QVBoxLayout()
        said_below.setContentsMargins(space(16), 0, space(16), space(4))
        said_below.addWidget(self.trouble)
        said_below.addWidget(self.work)
        right.addLayout(said_below)
        right.addWidget(self.notes)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        profile = self._desk.profile
        who = f"{profile.worker} ({profile.role.said(say)})"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(StatusLine(who))

    def _connect(self) -> None:
        self.navigation.wanted.connect(self.go)
        self.navigation.help_wanted.connect(self._show_help)
        self.navigation.hide_wanted.connect(self.hide_wanted)
        self.navigation.lock_wanted.connect(self.lock_wanted)
        self.navigation.find_wanted.connect(self.find_wanted)
        self.navigation.new_wanted.connect(lambda: self.go("intake"))
        self.top.find_wanted.connect(self.find_wanted)
        self.top.new_wanted.connect(lambda: self.go("intake"))
        for job in self._jobs.running():  # begun before this frame was made anew
            self.work.watch(job)
        self._jobs.began.connect(self.work.watch)
        self.work.stopped.connect(lambda: self.note(Cancelled().said(say)))
        self.notes.all_wanted.connect(self.show_messages)


def _first_in(widget: QWidget) -> QWidget | None:
    """Return the first part of an area that can take the keyboard, in reading order."""
    following = widget.nextInFocusChain()
    while following is not None and following is not widget:
        if (
            widget.isAncestorOf(following)
            and following.focusPolicy() & following.focusPolicy().TabFocus
            and following.isEnabled()
            and following.isVisibleTo(widget)
        ):
            return following
        following = following.nextInFocusChain()
    return None


def _nothing(_result: object) -> None:
    """What is remembered beside the work is not told of."""
