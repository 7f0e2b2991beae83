"""The head of the page of a case: which case it is, how it stands, what can be done with it."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from gbvcase.domain.case import Case
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.gates import status_of
from gbvcase.domain.marking import mark
from gbvcase.ui.case_menus import Doing, fill_more
from gbvcase.ui.case_papers import PaperMenu
from gbvcase.ui.case_tabs import Tab
from gbvcase.ui.case_words import line_about, name_of
from gbvcase.ui.language import say
from gbvcase.ui.laying import OneLine
from gbvcase.ui.names_shown import hides_names, keep_hidden
from gbvcase.ui.pages import Frame
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import Chip, button, header, label

SIGNS_ONLY, NARROW_HEADER = 720, 500
PAGE = "case"
STATE_KINDS = {CaseStatus.OPEN: "ok", CaseStatus.ON_HOLD: "warn", CaseStatus.VOIDED: "bad"}


class CaseHeader:
    """The parts of the head: its first line is the header of the page, its second stands below."""

    def __init__(self, frame: Frame, doing: Doing) -> None:
        self._frame, self._doing = frame, doing
        self._hides_name = False
        self._case: Case | None = None
        self.code = label("", "title")
        self.code.setWordWrap(False)
        self.who = OneLine("note")
        self.kept = label("", "note")
        self.state = Chip("", "neutral")
        self.refer = button(say(mark("Refer...")), "send")
        self.refer.clicked.connect(doing.refer)
        self.papers = button(say(mark("Print...")), "printer")
        self.more = button(say(mark("More")), "ellipsis")
        self.more.setMenu(QMenu(self.more))
        self._named = {one: one.text() for one in (self.refer, self.papers, self.more)}
        for one, name in self._named.items():  # for when only its sign is shown
            one.setAccessibleName(name)
            one.setToolTip(name)
        self.first_line = header(self.code, self.state, self.refer, self.papers, self.more)
        desk = frame.desk
        frame.jobs.start(
            lambda _progress: hides_names(desk, PAGE),
            done=partial(self._take_read, self.code),  # not called once the page is gone
            failed=frame.failed,
        )

    @property
    def hides_name(self) -> bool:
        """Tell whether the name is hidden from others in the room; remembered when it is set."""
        return self._hides_name

    @hides_name.setter
    def hides_name(self, hidden: bool) -> None:
        desk = self._frame.desk
        self._take(hidden)
        self._frame.jobs.start(
            lambda _progress: keep_hidden(desk, PAGE, hidden),
            done=_unsaid,
            failed=self._frame.failed,
        )

    def _take_read(self, _of: QWidget, hidden: bool) -> None:
        self._take(hidden)

    def _take(self, hidden: bool) -> None:
        self._hides_name = hidden
        if self._case is not None:
            self.show_case(self._case)

    def second_line(self) -> QHBoxLayout:
        """Return who the case is about, and when a draft was kept."""
        line = QHBoxLayout()
        line.addWidget(self.who, 1)
        line.addWidget(self.kept)
        return line

    def show_case(self, case: Case) -> None:
        """Show which case this is and how it stands now."""
        self._case = case
        self.code.setText(str(case.head.code))
        status = status_of(case)
        self.state.show_state(status.said(say), STATE_KINDS.get(status, "neutral"))
        name = "" if self._hides_name else f"{name_of(case)} - "
        owner = say(mark("in charge: {worker}")).format(worker=case.head.owner)
        self.who.setText(f"{name}{line_about(case, self._frame.desk.today())} - {owner}")

    def fill_menus(self, case: Case, shown: Tab | None = None) -> None:
        """Offer what can be done with the case as it stands now, and with the tab that is shown."""
        menu = self.more.menu()
        assert isinstance(menu, QMenu)
        fill_more(menu, self._frame, case, self._doing, shown)
        self.papers.setMenu(PaperMenu(self.papers, self._frame, case))

    def fit(self, width: int) -> None:
        """Show words on the buttons where there is room, else their signs."""
        for one, name in self._named.items():
            one.setText(name if width >= space(SIGNS_ONLY) else "")
        for one in (self.refer, self.papers):  # both stand in the menu as well
            one.setVisible(width >= space(NARROW_HEADER))


def _unsaid(_done: object) -> None:
    """What is remembered beside the work is not told of."""
