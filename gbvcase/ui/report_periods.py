"""The periods that a report can be made for, the newest first."""

from datetime import date

from gbvcase.casework.publishing import ReportPlan, period_of
from gbvcase.domain.period import Period
from gbvcase.ui.editing import CalmComboBox
from gbvcase.ui.language import say

YEARS = 3
PARTS = ("Q1", "Q2", "H1", "Q3", "Q4", "H2")


class PeriodBox(CalmComboBox):
    """Offers years, half-years and quarters; the newest that is over is chosen at first."""

    def fill(self, plan: ReportPlan, today: date) -> None:
        """Offer the periods of a report, and keep the one that is chosen if it is among them."""
        chosen = self.code
        levels = {level.value for level in plan.levels}
        periods = (period_of(plan, code) for code in _codes(today))
        offered = [p for p in periods if p.level.value in levels and p.first <= today]
        self.blockSignals(True)
        self.clear()
        for period in offered:
            self.addItem(period.name(say), period.code)
        self.choose(chosen) or self.choose(_newest_over(offered, today))
        self.blockSignals(False)

    @property
    def code(self) -> str:
        """Return the code of the period that is chosen; empty before there is one."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> bool:
        """Choose a period by its code; False if it is not offered."""
        row = self.findData(code)
        if row >= 0:
            self.setCurrentIndex(row)
        return row >= 0


def _newest_over(periods: list[Period], today: date) -> str:
    return next((period.code for period in periods if period.last < today), "")


def _codes(today: date) -> list[str]:
    codes = []
    for year in range(today.year, today.year - YEARS, -1):
        codes.append(str(year))
        codes += [f"{year}-{part}" for part in reversed(PARTS)]
    return codes
