"""Choosing a period: the year, and a part of it; for the office's own eyes also months and days."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from gbvcase.casework.office_figures import period_looked_at
from gbvcase.casework.publishing import ReportPlan
from gbvcase.domain.dates import understand
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.own_days import days_between
from gbvcase.domain.period import Calendar, Level, parse_period
from gbvcase.domain.text import written_date
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say
from gbvcase.ui.theme import space
from gbvcase.ui.widgets import one_line

YEARS = 6
DAY_WIDTH = 118
PROGRAMME_YEARS = 5  # programmes run from a year that ends in 1 or 6
PARTS = ("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4")
OWN = "days"
PART_NAMES = {
    "": mark("Whole year"),
    "-H1": mark("First half"),
    "-H2": mark("Second half"),
    "-Q1": mark("Quarter I"),
    "-Q2": mark("Quarter II"),
    "-Q3": mark("Quarter III"),
    "-Q4": mark("Quarter IV"),
}


class PeriodBox(QWidget):
    """Offers what a report is made for; the newest period that is over is chosen at first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: ReportPlan | None = None
        self._today = date.min
        self._own = False
        self._year, self._part = CalmComboBox(), CalmComboBox()
        self._year.setAccessibleName(say(mark("Year")))
        self._part.setAccessibleName(say(mark("Part of the year")))
        self._first, self._last = _DayEdit(mark("First day")), _DayEdit(mark("Last day"))
        self._dash = one_line("-")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(6))
        line.addWidget(self._year, 3)
        line.addWidget(self._part, 3)
        for one in (self._first, self._dash, self._last):
            line.addWidget(one)
        self.setFocusProxy(self._year)
        self._year.currentIndexChanged.connect(self._take_year)
        self._part.currentIndexChanged.connect(self.changed)
        self._first.dateChanged.connect(self.changed)
        self._last.dateChanged.connect(self.changed)

    def fill(self, plan: ReportPlan, today: date, *, own: bool = False) -> None:
        """Offer the periods of a report, and keep the one that is chosen if it is among them.

        With `own` also months and any days, of which figures never leave the office.
        """
        chosen = self.code if self._plan is not None else ""
        if self._today == date.min:
            self._first.show_day(today.replace(day=1))
            self._last.show_day(today)
            self._first.today = self._last.today = today
        self._plan, self._today, self._own = plan, today, own
        were_blocked = self.blockSignals(True)
        self._year.blockSignals(True)
        self._year.clear()
        for code in self._years():
            self._year.addItem(self._name(code), code)
        self._year.blockSignals(False)
        if not self.choose(chosen):
            self.choose(self._around(chosen) or self._newest_over())
        self.blockSignals(were_blocked)

    @property
    def code(self) -> str:
        """Return the code of the period that is chosen; empty before there is one."""
        year = str(self._year.currentData() or "")
        if year != OWN:
            return str(self._part.currentData() or year)
        assert self._plan is not None
        ends = sorted((self._first.day(), self._last.day()))
        return days_between(ends[0], ends[1], Calendar(self._plan.calendar)).code

    def choose(self, code: str) -> bool:
        """Choose a period by its code; False if it is not offered."""
        if not code or self._plan is None:
            return False
        days = period_looked_at(self._plan, code)
        is_days = self._own and ".." in code and code not in self._years()
        row = self._year.findData(OWN if is_days else code if ".." in code else code[:4])
        if row < 0 or (not is_days and ".." not in code and code not in self._parts(code[:4])):
            return False
        if is_days:
            for edit, day in ((self._first, days.first), (self._last, days.last)):
                edit.show_day(day)
        self._year.setCurrentIndex(row)
        self._take_year()
        part = self._part.findData(code)
        if part >= 0:
            self._part.setCurrentIndex(part)
        return True

    # --- what is offered

    def _years(self) -> list[str]:
        assert self._plan is not None
        levels = {level.value for level in self._plan.levels}
        offered = []
        for year in range(self._today.year + 1, self._today.year - YEARS, -1):
            programme = f"{year}..{year + PROGRAMME_YEARS - 1}"
            if Level.PROGRAMME.value in levels and year % PROGRAMME_YEARS == 1:
                offered.append(programme)
            if any(self._parts(str(year))):
                offered.append(str(year))
        offered = [code for code in offered if self._has_begun(code)]
        return [*offered, OWN] if self._own else offered

    def _parts(self, year: str) -> list[str]:
        """Return the codes that are offered within a year."""
        assert self._plan is not None
        levels = {level.value for level in self._plan.levels} | ({"year"} if self._own else set())
        codes = [f"{year}{part}" for part in PARTS]
        kept = [
            c for c in codes if parse_period(c, Calendar(self._plan.calendar)).level.value in levels
        ]
        if self._own:
            kept += [f"{year}-{month:02}" for month in range(1, 13)]
        return [code for code in kept if self._has_begun(code)]

    def _has_begun(self, code: str) -> bool:
        assert self._plan is not None
        return period_looked_at(self._plan, code).first <= self._today

    def _around(self, code: str) -> str:
        """Return the shortest period to be published that contains one that was looked at."""
        if not code or ".." in code or self._plan is None:
            return ""
        days = period_looked_at(self._plan, code)
        parts = (period_looked_at(self._plan, one) for one in reversed(self._parts(code[:4])))
        return next((p.code for p in parts if p.first <= days.first and days.last <= p.last), "")

    def _newest_over(self) -> str:
        """Return the newest year or part of one that is over."""
        assert self._plan is not None
        codes = [c for year in self._years() if year.isdigit() for c in self._parts(year)]
        codes = [code for code in codes if code[4:] in PARTS]
        over = [p for c in codes if (p := period_looked_at(self._plan, c)).last < self._today]
        return max(over, key=lambda p: (p.last, p.first)).code if over else next(iter(codes), "")

    def _name(self, code: str) -> str:
        assert self._plan is not None
        if code == OWN:
            return say(mark("Chosen days"))
        return period_looked_at(self._plan, code).name(say)

    def _take_year(self) -> None:
        year = str(self._year.currentData() or "")
        suffix = str(self._part.currentData() or "")[4:]
        self._part.blockSignals(True)
        self._part.clear()
        for code, name in self._named_parts(year):
            self._part.addItem(name, code)
        kept = self._part.findData(f"{year}{suffix}")
        self._part.setCurrentIndex(max(0, kept))
        self._part.blockSignals(False)
        self._part.setVisible(self._part.count() > 1)
        for one in (self._first, self._dash, self._last):
            one.setVisible(year == OWN)
        self.changed.emit()

    def _named_parts(self, year: str) -> Iterator[tuple[str, str]]:
        for code in self._parts(year) if year.isdigit() else ():
            name = PART_NAMES.get(code[4:])
            yield (
                code,
                say(name) if name else say(mark("Month {number}")).format(number=int(code[5:])),
            )

    def boxes(self) -> tuple[QComboBox, QComboBox]:
        """Return the choices of the year and of its part."""
        return self._year, self._part


class _DayEdit(QLineEdit):
    """One day of some chosen days, typed as people write it; what is no day is put back."""

    dateChanged = Signal()  # noqa: N815 - as Qt calls it elsewhere

    def __init__(self, name: str) -> None:
        super().__init__()
        self._day = self.today = date.min
        self.setFixedWidth(space(DAY_WIDTH))
        self.setPlaceholderText(say(mark("day/month/year")))
        self.setAccessibleName(say(name))
        self.editingFinished.connect(self._take)
        self.hide()

    def day(self) -> date:
        """Return the day that is shown."""
        return self._day

    def show_day(self, day: date) -> None:
        """Show a day without telling anybody."""
        self._day = day
        self.setText(written_date(day))

    def _take(self) -> None:
        try:
            read = understand(self.text(), self.today)
        except GbvcaseError:
            read = None
        before = self._day
        self.show_day(read.first if read is not None and read.first == read.last else before)
        if self._day != before:
            self.dateChanged.emit()
