"""The one window: locked or at work, the keys that hold everywhere, hiding and locking."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from gbvcase.domain.errors import VaultDamaged
from gbvcase.domain.marking import mark
from gbvcase.ui import theme
from gbvcase.ui.clipboard import Clipboard
from gbvcase.ui.dialogs import close_dialogs
from gbvcase.ui.errors import EARLY, FAULT, described
from gbvcase.ui.hardening import keep_from_capture
from gbvcase.ui.idle import Idle
from gbvcase.ui.idle_strip import IdleStrip
from gbvcase.ui.jobs import Jobs
from gbvcase.ui.language import say, speak
from gbvcase.ui.last_place import keep_place, read_place
from gbvcase.ui.lock_page import LockPage
from gbvcase.ui.messages import announce
from gbvcase.ui.resting import Resting
from gbvcase.ui.settings import Settings, preferences
from gbvcase.ui.warm_up import warm_up
from gbvcase.ui.widgets import ask
from gbvcase.ui.window_keys import WindowKeys
from gbvcase.ui.workplace import HOME, Workplace

if TYPE_CHECKING:
    from gbvcase.casework.desk import Desk
    from gbvcase.ui.first_run import Answers
    from gbvcase.ui.session_signals import SessionSignals

SMALLEST = (1024, 600)
USUAL = (1366, 768)
STAY_AS_THEY_ARE = frozenset({"intake", "case", "referral"})
"""Pages in which somebody may be typing: they grow with the text, but are not made anew."""


class Window(QMainWindow):
    """Shows the lock page, the first start, or the workplace, and never two of them."""

    locked = Signal(bool)  # hidden or not: this process is to end and a fresh one to begin

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(say(mark("Workbook")))
        self.jobs = Jobs(self)
        self.folders: tuple[Path, ...] = ()
        self.given: Path | None = None
        self.workplace: Workplace | None = None
        self._idle = Idle(preferences.current.idle_minutes)
        preferences.changed.connect(self._follow)
        self._again: Callable[[], None] = self.show_lock_page
        self._idle.expired.connect(self.lock)
        self._strip: IdleStrip | None = None
        self._signals: SessionSignals | None = None
        self._answers: Answers | None = None  # of the first start
        self._clipboard = Clipboard(QApplication.clipboard(), self)
        self._clipboard.copied.connect(self._copied)
        self._is_locking = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._guard_capture)
        app.focusChanged.connect(self._guard_capture)
        self._fit_screen()
        self._keys = WindowKeys(self)

    # --- what is shown

    def begin(self, folder: Path | None = None) -> None:
        """Show the lock page, or the first start where there is no cabinet yet."""
        from gbvcase.casework.cabinets import cabinets

        self.given = folder
        self.folders = cabinets() if folder is None else (folder,)
        if self.folders:
            self.show_lock_page()
        else:
            self.show_first_run()

    def show_lock_page(self) -> None:
        """Show the lock page; the vault's library loads beside it while the password is typed."""
        page = LockPage(self.jobs, self.folders)
        page.opened.connect(self.sit_down)
        page.begun.connect(partial(warm_up, self.jobs))
        page.language_wanted.connect(lambda language: preferences.take(language=language))
        page.recovery_wanted.connect(self.show_recovery)
        page.salvage_wanted.connect(self.show_salvage)
        page.practice_wanted.connect(self.practise)
        page.help_wanted.connect(self.show_help)
        self._again = self.show_lock_page
        self._put(page)

    def show_first_run(self) -> None:
        """Show the four pages that make a cabinet."""
        from gbvcase.ui.first_run import Answers, FirstRun

        self._answers = self._answers or Answers()
        self._keep()  # what an earlier page of the first start was told
        page = FirstRun(self.jobs, answers=self._answers)
        page.finished.connect(self.sit_down)
        page.practice_wanted.connect(self.practise)
        self._again = self.show_first_run
        self._put(page)

    def show_salvage(self, folder: Path) -> None:
        """Show the page that saves what can be read of a damaged cabinet into a new one."""
        from gbvcase.ui.salvage_page import SalvagePage

        page = SalvagePage(self.jobs, folder)
        page.opened.connect(self._work_in)
        page.left.connect(self.begin_again)
        self._again = partial(self.show_salvage, folder)
        self._put(page)

    def _work_in(self, desk: "Desk") -> None:
        if self.given is not None:
            self.given = desk.vault.folder  # the next lock page asks for this one
        self.sit_down(desk)

    def show_recovery(self, folder: Path) -> None:
        """Show the page that opens a cabinet with the number on paper."""
        from gbvcase.ui.recovery_page import RecoveryPage

        page = RecoveryPage(self.jobs, folder)
        page.opened.connect(self.sit_down)
        page.left.connect(self.show_lock_page)
        self._again = partial(self.show_recovery, folder)
        self._put(page)

    def practise(self, *, anew: bool = False) -> None:
        """Open the practice cabinet as it was left, or anew; no real cabinet is touched."""
        from gbvcase.ui.practice import PracticeWait

        self._keep()
        page = PracticeWait(self.jobs, anew=anew)
        page.made.connect(self.sit_down)
        page.left.connect(self.begin_again)
        self._again = partial(self.practise, anew=anew)
        self._put(page)

    def _practise_anew(self) -> None:
        self.end_sitting()
        self.jobs = Jobs(self)  # those of the sitting take no work any more
        self.practise(anew=True)

    def begin_again(self) -> None:
        """Return to the lock page, or to the first start."""
        self.begin(self.given)

    def sit_down(self, desk: "Desk") -> None:
        """Begin work at an open cabinet, where this person was when it was locked."""
        self._make_workplace(desk)
        self._idle.start()
        self._listen()
        assert self.workplace is not None
        self.jobs.start(
            lambda _progress: read_place(desk), done=self._go_on, failed=self.workplace.failed
        )

    def _make_workplace(self, desk: "Desk") -> None:
        from gbvcase.ui.noticed import watch_damage

        before = self.workplace
        place = Workplace(desk, self.jobs, before.heard if before is not None else None)
        place.lock_wanted.connect(self.lock)
        place.hide_wanted.connect(self.hide_quickly)
        place.find_wanted.connect(self.open_palette)
        self._strip = IdleStrip()
        self._strip.stayed.connect(self._idle.touch)
        place.strips.addWidget(self._strip)
        if desk.profile.is_practice:
            from gbvcase.ui.practice import PracticeStrip

            strip = PracticeStrip()
            strip.left.connect(self.lock)
            place.strips.addWidget(strip)
            place.practice_wanted.connect(
                self._practise_anew, Qt.ConnectionType.QueuedConnection
            )  # the page that asks for it goes
        self._idle.warned.connect(self._strip.count_down)
        watch_damage(place, self._idle, is_first=before is None)
        Resting(place)
        place.salvage_wanted.connect(
            partial(self._save_what_can_be_read, desk.vault.folder),
            Qt.ConnectionType.QueuedConnection,
        )
        self._put(place)
        self.workplace = place

    def _save_what_can_be_read(self, folder: Path) -> None:
        self.end_sitting()
        self.jobs = Jobs(self)  # those of the sitting take no work any more
        self.show_salvage(folder)

    def _go_on(self, where: tuple[str, dict[str, Any]]) -> None:
        from gbvcase.ui.recovery_reminder import remind

        assert self.workplace is not None
        name, more = where
        self.workplace.go(name if self.workplace.offers(name) else HOME, **more)
        self.workplace.refresh_counts()
        remind(self.workplace)

    def _keep(self) -> None:
        """Let a page that is about to go keep what it was told."""
        keep = getattr(self.centralWidget(), "keep", None)
        if keep is not None:
            keep()

    def _show_again(self) -> None:
        """Make what stands here anew, unless somebody is in the middle of something."""
        if not getattr(self.centralWidget(), "stays_as_it_is", False):
            self._again()

    def _put(self, widget: QWidget) -> None:
        self.workplace = None
        self.setCentralWidget(widget)  # the one before is deleted
        announce(self, say(mark("Workbook")))

    def _listen(self) -> None:
        from gbvcase.ui.session_signals import SessionSignals

        signals = self._signals = SessionSignals(self, preferences.current.hide_key)
        signals.left.connect(self.lock)
        signals.hide_wanted.connect(self.hide_quickly)
        signals.listen(int(self.winId()))

    # --- hiding, locking, leaving

    def hide_quickly(self) -> None:
        """Take every window away at once, then lock."""
        for one in QApplication.topLevelWidgets():
            one.hide()
        if self.workplace is None:
            self.showMinimized()
            return
        QTimer.singleShot(0, partial(self.lock, hidden=True))

    def lock(self, *, hidden: bool = False) -> None:
        """Keep what is half typed, close everything, and let a fresh process take over."""
        place = self.workplace
        if place is None or self._is_locking:
            return
        self._is_locking = True
        self.end_sitting()
        self.locked.emit(hidden)

    def end_sitting(self) -> None:
        """Close the cabinet: no new jobs, drafts kept, pages deleted, the mark written."""
        place = self.workplace
        if place is None:
            return
        self._idle.stop()
        close_dialogs()
        self.jobs.close()
        desk, where = place.desk, place.place()
        try:
            with suppress(VaultDamaged):  # nothing can be kept any more, and that was said
                place.flush()
                keep_place(desk, where)
        finally:
            self.setCentralWidget(QWidget())
            self.workplace = None
            self._clipboard.forget()
            desk.vault.lock()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaving is locking without coming back."""
        self.end_sitting()
        leave = getattr(self.centralWidget(), "leave", None)
        if leave is not None:
            leave()
        super().closeEvent(event)

    def _copied(self, letters: int) -> None:
        """Let what was copied out of a page go to other programs, if this office wants that."""
        place = self.workplace
        if place is not None:
            from gbvcase.ui.copying import ask_to_copy

            ask_to_copy(place, letters, self._clipboard.let_out)

    # --- settings

    def _follow(self, old: Settings, new: Settings) -> None:
        """Show the screen as this person likes it from now on."""
        self._idle.allow(new.idle_minutes)
        if (old.look, old.percent) != (new.look, new.percent):
            self._dress(new)
        if old.language != new.language:
            self._speak(new.language)
        if old.hide_key != new.hide_key:
            self._keys.take_hide_key(new.hide_key)
            if self._signals is not None:
                self._signals.take_key(new.hide_key)
            if self.workplace is not None:
                self._remake(keep_typing=True)
        if old.capture_allowed != new.capture_allowed:
            self._guard_capture()

    def change_size(self, step: int) -> None:
        """Make the text larger or smaller by a step; 0 for the usual size."""
        sizes = theme.PERCENTS
        now = preferences.current.percent
        here = min(range(len(sizes)), key=lambda n: abs(sizes[n] - now))
        there = 0 if step == 0 else min(max(here + step, 0), len(sizes) - 1)
        preferences.take(percent=sizes[there])
        if self.workplace is not None:
            text = say(mark("Text size: {percent} %"))
            self.workplace.note(text.format(percent=sizes[there]))

    def _dress(self, settings: Settings) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, look=settings.look, percent=settings.percent)
        if self.workplace is not None:
            self._remake(keep_typing=True)
        else:
            self._show_again()

    def _speak(self, language: str) -> None:
        speak(language)
        self.setWindowTitle(say(mark("Workbook")))
        if self.workplace is not None:
            self._remake(keep_typing=False)
        else:
            self._show_again()

    def _remake(self, *, keep_typing: bool) -> None:
        assert self.workplace is not None
        if keep_typing and self.workplace.here in STAY_AS_THEY_ARE:
            self.workplace.navigation.fit(self.width())
            return
        desk, where = self.workplace.desk, self.workplace.place()
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self.workplace.flush()
        self._make_workplace(desk)
        self._go_on(where or (HOME, {}))
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            QTimer.singleShot(0, again, again.setFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the window out of pictures of the screen unless that was allowed."""
        super().showEvent(event)
        self._guard_capture()

    def _guard_capture(self) -> None:
        """Keep every window out of pictures: this one, and dialogs and lists that stand before it.

        Each takes the keyboard when it appears, which is how it is noticed.
        """
        for one in QGuiApplication.topLevelWindows():
            if one.isVisible():
                keep_from_capture(one, allowed=preferences.current.capture_allowed)

    # --- keys

    def open_palette(self) -> None:
        """Open the field that finds people, pages and commands."""
        if self.workplace is not None:
            from gbvcase.ui.palette_search import Palette

            Palette(self, self.workplace).open()

    def explain(self) -> None:
        """Say why the question is asked that has the keyboard, or what the page is for."""
        from gbvcase.ui.help_here import help_here

        help_here(self)

    def show_help(self, name: str) -> None:
        """Show one help page before what stands here."""
        from gbvcase.ui.help_here import show_help

        show_help(self, name)

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from gbvcase.ui.key_sheet import KeySheet

        KeySheet(self, self.workplace).open()

    def press(self, name: str) -> None:
        """Do what a key of the table does."""
        self._keys.press(name)

    # --- the last resort

    def tell_fault(self, error: BaseException) -> None:
        """Say that the program has a fault, and offer a description without any value."""
        copy = partial(self._clipboard.put, described(error))
        go_on, take = say(mark("Go on")), say(mark("Copy a description"))
        if self.workplace is not None:
            self.workplace.trouble.tell(say(FAULT), take, copy, first=go_on)
        elif QApplication.activeModalWidget() is None and ask(self, say(EARLY), (take, go_on)) == 0:
            copy()

    # --- inside

    def _fit_screen(self) -> None:
        room = QApplication.primaryScreen().availableSize()
        self.setMinimumSize(min(SMALLEST[0], room.width()), min(SMALLEST[1], room.height()))
        self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))
