"""The page of one case: header, tabs with lamps, the form of each part, tasks and consents (S4)."""

from itertools import islice
from typing import Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gbvcase.casework.cases import Change, history, load
from gbvcase.casework.drafts import Draft, drafts
from gbvcase.casework.providers import providers
from gbvcase.casework.story import events_of
from gbvcase.domain.case import MANY, Case, records_of
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.fields import given
from gbvcase.domain.marking import mark
from gbvcase.ui.case_consents import ConsentList, consent_title
from gbvcase.ui.case_header import CaseHeader
from gbvcase.ui.case_menus import Doing
from gbvcase.ui.case_moves import ask_and_move
from gbvcase.ui.case_overview import LAST_EVENTS, Overview
from gbvcase.ui.case_part import PartForm
from gbvcase.ui.case_referrals import ReferralList
from gbvcase.ui.case_side import CaseSide
from gbvcase.ui.case_tabs import CaseTabs, Tab, tab_of_draft, tabs_of
from gbvcase.ui.case_words import around_case
from gbvcase.ui.language import say
from gbvcase.ui.laying import show_button, under_a_header
from gbvcase.ui.pages import Frame, PageWidget
from gbvcase.ui.pause import PauseSheet
from gbvcase.ui.theme import space
from gbvcase.ui.timeline import Timeline
from gbvcase.ui.widgets import button, scrolling

SIDE_WIDTH, NARROW = 272, 900
NEW = {"consents": mark("New consent"), "incidents": mark("New incident")}


class CasePage(PageWidget):
    """Everything about one case; the forms are made when their tab is first opened."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._case: Case | None = None
        self._directory: dict[str, str] = {}
        self._drafts: tuple[Draft, ...] = ()
        self._draft: Draft | None = None
        self._tabs: tuple[Tab, ...] = ()
        self._made: dict[str, QWidget] = {}
        self._wanted = ("overview", "")
        doing = Doing(self._go_refer, self._add, self._move, self._read_anew)
        self._head = CaseHeader(frame, doing)
        self._parts = CaseTabs()
        self._bar = self._parts.bar
        self._bar.currentChanged.connect(self._show_tab)
        self._pages = QStackedWidget()
        self._side = CaseSide(frame)
        self._side.done.connect(self.reload)
        self._side.ask_consent.connect(lambda: self._add("consents"))
        self._rest = button(say(mark("Pause the interview")))
        self._rest.clicked.connect(self._pause)
        self._later = button(say(mark("Later")))
        self._later.clicked.connect(self._leave_for_later)
        self._save = button(say(mark("Save and continue")), kind="main")
        self._save.clicked.connect(lambda: self.act("save"))
        self.footer = (self._later, self._rest, self._save)
        self._lay_out()

    # --- the page

    def open(self, **where: Any) -> None:
        """Show a case; `tab` and `field` say where in it, `draft` is gone on with."""
        if not where.get("case_id"):
            return  # come back to before a case was read
        self._wanted = (where.get("tab") or "overview", where.get("field") or "")
        self._draft = where.get("draft")
        if self._case is not None and self._case.head.id != where["case_id"]:
            self._forget()
        case_id = where["case_id"]
        desk = self.frame.desk

        def work(_progress: object) -> tuple[Case, dict[str, str], tuple[Draft, ...]]:
            directory = {str(p.id): str(given(p.name) or "") for p in providers(desk)}
            waiting = tuple(d for d in drafts(desk) if d.case_id == case_id)
            return load(desk, case_id), directory, waiting

        self.frame.jobs.start(work, done=self._show, failed=self.frame.failed)

    def where(self) -> dict[str, Any]:
        """Return what comes back to this tab of this case."""
        if self._case is None:
            return {}
        return {"case_id": self._case.head.id, "tab": self._tab().name if self._tabs else ""}

    def flush(self) -> None:
        """Keep what is half typed in every form that was opened."""
        for made in self._made.values():
            if isinstance(made, PartForm | Timeline):
                made.flush()

    def first_field(self) -> QWidget:
        """Return the tabs: the arrow keys walk through them."""
        return self._parts.focus_target()

    def act(self, key: str) -> bool:
        """Do what a key asks of a case."""
        match key:
            case "next_tab" | "previous_tab":
                step = 1 if key == "next_tab" else -1
                self._bar.setCurrentIndex((self._bar.currentIndex() + step) % self._bar.count())
            case "refer":
                self._go_refer()
            case "print":
                self._head.papers.showMenu()
            case "new_task":
                self._side.add()
            case "hide_names":
                self._head.hides_name = not self._head.hides_name
                self._show_head()
            case "edit":
                self._go_to("client", None, "")
            case "new_note":
                self._go_to("timeline", None, "")
                shown = self._pages.currentWidget()
                return isinstance(shown, Timeline) and shown.act(key)
            case "pause":
                self._pause()
            case _:
                shown = self._pages.currentWidget()
                return isinstance(shown, PartForm | Timeline) and shown.act(key)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side below the forms' reach where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def reload(self) -> None:
        """Read the case again, and stay where we are."""
        if self._case is not None:
            self.open(**self.where())

    def _read_anew(self) -> None:
        """Read the case again, and draw every form from what it holds now."""
        self.flush()
        for name, made in tuple(self._made.items()):
            if isinstance(made, PartForm) and not made.has_changes():
                self._drop(name)
        self.reload()

    # --- how it is laid out

    def _lay_out(self) -> None:
        self._side_scroll = scrolling(self._side)
        self._side_scroll.setFixedWidth(space(SIDE_WIDTH))
        both = QHBoxLayout()
        both.setSpacing(space(16))
        both.addWidget(self._pages, 1)
        both.addWidget(self._side_scroll)
        asking = QWidget()
        column = under_a_header(asking, self._head.first_line)
        column.setSpacing(space(4))
        column.addLayout(self._head.second_line())
        column.addWidget(self._parts)
        column.addLayout(both, 1)
        self._paused = PauseSheet()
        self._paused.gone_on.connect(self._unpause)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(asking)
        self._stack.addWidget(self._paused)

    def _fit(self) -> None:
        self._side_scroll.setFixedWidth(space(SIDE_WIDTH))
        roomy = self.width() >= space(NARROW)
        self._side_scroll.setVisible(roomy)
        self._put_side(below=not roomy)
        self._head.fit(self.width())

    def _put_side(self, *, below: bool) -> None:
        """Put the side at the right of everything, or below the overview."""
        if not below:
            if self._side_scroll.widget() is None:
                self._side_scroll.setWidget(self._side)
        elif "overview" in self._made and self._side_scroll.widget() is not None:
            self._below_overview.addWidget(self._side_scroll.takeWidget())
            self._side.show()

    # --- showing a case

    def _show(self, read: tuple[Case, dict[str, str], tuple[Draft, ...]]) -> None:
        case, self._directory, self._drafts = read
        same = self._case is not None and self._case.head.id == case.head.id
        self._case = case
        self._show_head()
        if self._draft is not None:
            self._wanted = (tab_of_draft(case, self._draft), "")
        self._show_tabs(keep=same)
        self._side.show_case(case)
        if self._draft is not None:
            form = self._pages.currentWidget()
            if isinstance(form, PartForm | Timeline):
                form.go_on_with(self._draft)
            self._draft = None

    def _show_head(self) -> None:
        assert self._case is not None
        self._head.show_case(self._case)

    def _show_tabs(self, *, keep: bool) -> None:
        case = self._case
        assert case is not None
        wanted, field = self._wanted
        self._tabs = (*tabs_of(case), *self._opened_beside(wanted))
        self._parts.show_tabs(case, self._tabs, wanted, self.frame.desk.today())
        if not keep:
            self._drop_pages()
        for name in ("overview", "consents", "referrals"):
            self._drop(name)  # drawn anew from what is kept now
        story = self._made.get("timeline")
        if isinstance(story, Timeline):  # it may hold half a note
            story.show_case(case)
        self._show_tab(self._bar.currentIndex())
        shown = self._pages.currentWidget()
        if field and isinstance(shown, PartForm):
            shown.form.focus_field(field)

    def _opened_beside(self, wanted: str) -> list[Tab]:
        """Return the tabs of what was opened out of a list, or is new and not saved yet."""
        case = self._case
        assert case is not None
        opened = {wanted, *self._made}
        return [
            Tab(f"consents{n}", consent_title(consent, self._directory), "consents", n)
            for n, consent in enumerate(case.consents)
            if f"consents{n}" in opened
        ] + [
            Tab(f"{part}.new", say(title), part, None)
            for part, title in NEW.items()
            if f"{part}.new" in opened
        ]

    def _tab(self) -> Tab:
        return self._tabs[max(0, self._bar.currentIndex())]

    def _show_tab(self, number: int) -> None:
        if not 0 <= number < len(self._tabs):
            return
        tab = self._tabs[number]
        if tab.name not in self._made:
            self._made[tab.name] = self._make(tab)
            self._pages.addWidget(self._made[tab.name])
        self._pages.setCurrentWidget(self._made[tab.name])
        is_form = isinstance(self._made[tab.name], PartForm)
        for one in self.footer:
            show_button(one, is_form)
        assert self._case is not None
        self._head.fill_menus(self._case, tab)
        self._head.kept.setText("")
        self._fit()

    def _make(self, tab: Tab) -> QWidget:
        case = self._case
        assert case is not None
        match tab.name:
            case "overview":
                overview = Overview()
                overview.edit.connect(self._go_to)
                overview.show_case(self.frame.desk, case, self._directory)
                self._read_events(overview, case)
                both = QWidget()
                self._below_overview = QVBoxLayout(both)
                self._below_overview.setContentsMargins(0, 0, 0, 0)
                self._below_overview.addWidget(overview)
                return scrolling(both)
            case "timeline":
                story = Timeline(self.frame, case, self._drafts)
                story.changed.connect(self._read_anew)
                return story
            case "consents":
                agreed = ConsentList(self.frame, case, self._directory)
                agreed.chosen.connect(lambda position: self._go_to("consents", position, ""))
                agreed.new.connect(lambda: self._add("consents"))
                agreed.changed.connect(self.reload)
                return scrolling(agreed)
            case "referrals":
                listed = ReferralList(case, self._directory)
                listed.chosen.connect(self._open_referral)
                listed.new.connect(self._go_refer)
                return scrolling(listed)
        around = around_case(self.frame, case, self._directory)
        form = PartForm(self.frame, case, tab.part, tab.position, around, self._drafts)
        form.saved.connect(self._saved)
        form.told.connect(self._head.kept.setText)
        return form

    def _read_events(self, overview: Overview, case: Case) -> None:
        """Read beside the screen what was done last."""
        desk = self.frame.desk

        def show(changes: tuple[Change, ...]) -> None:
            if shiboken6.isValid(overview):  # another case may be shown by now
                events = tuple(islice(events_of(changes, case, say), LAST_EVENTS))
                overview.show_events(events, desk.now())

        self.frame.jobs.start(
            lambda _progress: history(desk, case.head.id), done=show, failed=self.frame.failed
        )

    # --- what is done

    def _saved(self, case: Case) -> None:
        self._case = case
        tab = self._tab()
        part, position = tab.part, tab.position
        if part in MANY and position is None:  # a new one has become one of them
            made = self._made.pop(tab.name)
            position = len(records_of(case, part)) - 1
            self._made[f"{part}{position}"] = made
        self._wanted = (part if position is None else f"{part}{position}", "")
        self._show_head()
        self._show_tabs(keep=True)
        self._side.show_case(case)
        self.frame.refresh_counts()
        self.frame.note(say(mark("Saved {time}.")).format(time=f"{self.frame.desk.now():%H:%M}"))

    def _go_to(self, part: str, position: int | None, field: str) -> None:
        if self._case is None:
            return
        if part in ("referrals", "tasks"):
            self._wanted = ("referrals" if part == "referrals" else "overview", "")
        else:
            self._wanted = (part if position is None else f"{part}{position}", field)
        self._show_tabs(keep=True)

    def _add(self, part: str) -> None:
        """Open an empty form of a part of which there may be many."""
        self._wanted = (f"{part}.new", "")
        self._show_tabs(keep=True)
        shown = self._pages.currentWidget()
        if isinstance(shown, PartForm):
            shown.form.focus_first()

    def _go_refer(self) -> None:
        if self._case is not None:
            self.flush()
            self.frame.go("referral", case_id=self._case.head.id, number=None)

    def _open_referral(self, number: str) -> None:
        assert self._case is not None
        self.frame.go("referral", case_id=self._case.head.id, number=number)

    def _move(self, to: CaseStatus) -> None:
        assert self._case is not None
        ask_and_move(self, self.frame, self._case, to, self.reload)

    def _leave_for_later(self) -> None:
        self.flush()
        self.frame.back()

    def _pause(self) -> None:
        self.flush()
        self._paused_at = self.focusWidget()
        self._stack.setCurrentWidget(self._paused)
        self._paused.go_on.setFocus()

    def _unpause(self) -> None:
        self._stack.setCurrentIndex(0)
        (self._paused_at or self.first_field()).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- letting go

    def _forget(self) -> None:
        self.flush()
        self._case = None
        self._drop_pages()

    def _drop_pages(self) -> None:
        for name in tuple(self._made):
            self._drop(name)

    def _drop(self, name: str) -> None:
        made = self._made.pop(name, None)
        if name == "overview":
            self._put_side(below=False)  # it would go with the overview below which it stands
        if made is not None:
            self._pages.removeWidget(made)
            made.deleteLater()
