"""The pages of the window: their names, icons, titles, and who is offered them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gbvcase.domain.marking import mark

if TYPE_CHECKING:  # the desk brings the vault's library, which the lock page must not wait for
    from gbvcase.casework.desk import Desk
    from gbvcase.ui.jobs import Jobs

CASE_PEOPLE = frozenset({"caseworker", "supervisor", "reception"})
COUNTERS = frozenset({"caseworker", "supervisor", "data_focal"})
EVERYBODY = CASE_PEOPLE | COUNTERS | {"partner_viewer", "administrator"}
"""The codes of the roles; a page is offered to those whose work it is."""


class Frame(Protocol):
    """What a page may ask of the window around it."""

    @property
    def desk(self) -> "Desk":
        """Return the open cabinet and who sits before it."""
        ...

    @property
    def jobs(self) -> "Jobs":
        """Return what does work beside the screen."""
        ...

    def go(self, page: str, **where: Any) -> None:
        """Show a page; `where` is handed to its `open`."""
        ...

    def back(self) -> None:
        """Return to the page before this one."""
        ...

    def note(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say in the note line, already translated, what was done; an action can take it back."""
        ...

    def failed(self, error: Exception) -> None:
        """Say an error; hand it to `jobs.start(failed=...)`."""
        ...

    def refresh_counts(self) -> None:
        """Count anew what waits for this person, after something was done."""
        ...

    def forget_pages(self) -> None:
        """Let go of every page but the open one, and of the way back: cases are no more."""
        ...

    def practise_anew(self) -> None:
        """Throw the practice cabinet away, and begin with other made-up people."""
        ...


class PageWidget(QWidget):
    """A page of the window: made when it is first gone to, deleted when the cabinet locks.

    A page sets `footer` in its constructor if it has buttons of its own: the window shows them at
    the right of the note line, the main button last.
    """

    titled = Signal(str)  # the page has a new heading for screen readers; never the window title

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.footer: tuple[QPushButton, ...] = ()

    def open(self, **where: Any) -> None:
        """Show what was asked for; called each time the page is gone to."""

    def where(self) -> dict[str, Any]:
        """Return what `open` needs in order to come back to what is shown now."""
        return {}

    def flush(self) -> None:
        """Keep what is half typed; called before the page is left and before the cabinet locks."""

    def rest(self) -> None:
        """Let go of what `open` reads anew; called while the page is not seen, and nothing done."""

    def first_field(self) -> QWidget | None:
        """Return what has the focus when the page opens; None: the first that can take it."""
        return None

    def act(self, key: str) -> bool:
        """Do what a key of the table in `keys.py` asks of this page; False if it means nothing."""
        return False


@dataclass(frozen=True)
class Page:
    """One page: `made_by` is imported when it is first gone to, so that the start is short."""

    name: str
    icon: str
    title: str
    made_by: str  # "module:class"
    offered_to: frozenset[str] = field(default=CASE_PEOPLE)
    in_navigation: bool = False

    def make(self, frame: Frame) -> PageWidget:
        """Make the page for a window."""
        module, _, name = self.made_by.partition(":")
        page: PageWidget = getattr(import_module(module), name)(frame)
        return page


UI = "gbvcase.ui"

PAGES = (
    Page("today", "house", mark("Today"), f"{UI}.today_page:TodayPage", EVERYBODY, True),
    Page("cases", "folder-open", mark("Cases"), f"{UI}.case_list:CaseListPage", CASE_PEOPLE, True),
    Page("intake", "plus", mark("New case"), f"{UI}.intake_page:IntakePage"),
    Page("case", "file-text", mark("Case"), f"{UI}.case_page:CasePage"),
    Page("referral", "send", mark("Refer"), f"{UI}.referral_page:ReferralPage"),
    Page("report", "chart-column", mark("Reports"), f"{UI}.report_page:ReportPage", COUNTERS, True),
    Page("preview", "printer", mark("Print preview"), f"{UI}.preview:PreviewPage", EVERYBODY),
    Page(
        "directory",
        "building-2",
        mark("Directory of services"),
        f"{UI}.directory_page:DirectoryPage",
    ),
    Page(
        "settings",
        "settings",
        mark("Settings"),
        f"{UI}.settings_page:SettingsPage",
        EVERYBODY,
        True,
    ),
    Page("trash", "trash-2", mark("Trash"), f"{UI}.trash_page:TrashPage"),
    Page("help", "circle-help", mark("Help"), f"{UI}.help_page:HelpPage", EVERYBODY),
)


def page_named(name: str) -> Page:
    """Return a page by its name; KeyError if there is none."""
    return {page.name: page for page in PAGES}[name]


def pages_for(role: str) -> tuple[Page, ...]:
    """Return the pages that a role is offered: what a person may not do is not shown."""
    return tuple(page for page in PAGES if role in page.offered_to)
