"""The tabs of a case: one for each part, with a lamp that says how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar

from gbvcase.domain.case import Case
from gbvcase.domain.marking import mark
from gbvcase.ui.case_words import LAMPS, lamp_of
from gbvcase.ui.lamps import SIZE, lamp_icon
from gbvcase.ui.language import say
from gbvcase.ui.theme import space


@dataclass(frozen=True)
class Tab:
    """One tab: what it is called, and which record it shows, if it shows one."""

    name: str
    title: str
    part: str = ""
    position: int | None = None


class CaseTabBar(QTabBar):
    """Tabs that are read aloud with their lamps."""

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setIconSize(QSize(space(SIZE), space(SIZE)))
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(say(mark("Parts of the case")))

    def show_tabs(self, tabs: Sequence[Tab], wanted: str) -> None:
        """Show these tabs, on the one that is wanted, or the first of its part."""
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for tab in tabs:
            self.addTab(tab.title.replace("&", "&&"))
        names = [tab.name for tab in tabs]
        if wanted not in names:
            wanted = next((name for name in names if name.startswith(wanted)), names[0])
        self.setCurrentIndex(names.index(wanted))
        self.blockSignals(False)

    def light_lamps(self, case: Case, tabs: Sequence[Tab], today: date) -> None:
        """Compute the lamps anew; they are never set by hand."""
        for number, tab in enumerate(tabs):
            if not tab.part or tab.part == "referrals":
                continue
            state = lamp_of(case, tab.part, today, tab.position)
            self.setTabIcon(number, lamp_icon(state))
            said = say(mark("{part}, {state}")).format(part=tab.title, state=say(LAMPS[state]))
            self.setAccessibleTabName(number, said)
            self.setTabToolTip(number, say(LAMPS[state]))


def tabs_of(case: Case) -> tuple[Tab, ...]:
    """Return the tabs of a case, in the order in which the work goes."""
    incidents = [
        Tab(f"incidents{n}", say(mark("Incident {number}")).format(number=n + 1), "incidents", n)
        for n in range(len(case.incidents))
    ]
    count = len(case.referrals)
    referrals = say(mark("Referrals {count}")).format(count=count or "").strip()
    return (
        Tab("overview", say(mark("Overview"))),
        Tab("intake", say(mark("Intake")), "intake"),
        Tab("client", say(mark("Person")), "client"),
        *incidents,
        Tab("consents", say(mark("Consent")), "consents"),
        Tab("referrals", referrals, "referrals"),
        Tab("timeline", say(mark("Timeline"))),
    )
