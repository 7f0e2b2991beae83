"""The tabs of a case: one for each part, with a lamp that says how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from gbvcase.casework.drafts import Draft
from gbvcase.domain.case import MANY, Case, records_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.marking import mark
from gbvcase.ui.case_words import LAMPS, lamp_of
from gbvcase.ui.editing import CalmComboBox
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


class CaseTabs(QWidget):
    """The tabs, or a list of the same parts where not all of them have room side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = CaseTabBar()
        self._list = CalmComboBox()
        self._list.setAccessibleName(self.bar.accessibleName())
        self._list.setIconSize(self.bar.iconSize())
        self._list.activated.connect(self.bar.setCurrentIndex)
        self._list.hide()
        self.bar.currentChanged.connect(self._list.setCurrentIndex)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.bar, 1)
        line.addWidget(self._list, 1)

    def show_tabs(self, case: Case, tabs: Sequence[Tab], wanted: str, today: date) -> None:
        """Show these tabs with their lamps, on the one that is wanted."""
        self.bar.show_tabs(tabs, wanted)
        self.bar.light_lamps(case, tabs, today)
        self._follow()

    def focus_target(self) -> QWidget:
        """Return what takes the keyboard: the arrow keys walk through the parts."""
        return self.bar if self._list.isHidden() else self._list

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between the tabs and the list."""
        super().resizeEvent(event)
        self._fit()

    def _follow(self) -> None:
        self._list.clear()
        for number in range(self.bar.count()):
            text = self.bar.tabText(number).replace("&&", "&")
            self._list.addItem(self.bar.tabIcon(number), text)
            said = self.bar.accessibleTabName(number)
            self._list.setItemData(number, said or text, Qt.ItemDataRole.AccessibleTextRole)
        self._list.setCurrentIndex(self.bar.currentIndex())
        self._fit()

    def _fit(self) -> None:
        fits = self.bar.sizeHint().width() <= self.width()
        if fits == self._list.isHidden():
            return
        had_keyboard = self.focus_target().hasFocus()
        self.bar.setVisible(fits)
        self._list.setVisible(not fits)
        if had_keyboard:
            self.focus_target().setFocus()


def tab_of_draft(case: Case, draft: Draft) -> str:
    """Return the tab in which a draft was begun."""
    if draft.form == "notes":
        return "timeline"
    if draft.form not in MANY:
        return draft.form
    ids = [one.id for one in records_of(case, draft.form)]
    if draft.record_id is None or draft.record_id not in ids:
        return f"{draft.form}.new"
    return f"{draft.form}{ids.index(draft.record_id)}"


def tabs_of(case: Case) -> tuple[Tab, ...]:
    """Return the tabs of a case, in the order in which the work goes."""
    incidents = [
        Tab(f"incidents{n}", _incident_title(n, incident), "incidents", n)
        for n, incident in enumerate(case.incidents)
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


def _incident_title(position: int, incident: Incident) -> str:
    title = say(mark("Incident {number}")).format(number=position + 1)
    return say(mark("{what} (entered by mistake)")).format(what=title) if incident.void else title
