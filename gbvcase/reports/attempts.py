"""Figures that are tried for release: attacked with all that left before, or refused with ways."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gbvcase.reports.audit import attack
from gbvcase.reports.explain import Refusal, Remedy, follows_from_totals, longer, tables_of
from gbvcase.reports.facts import facts_of
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.later import check_editions
from gbvcase.reports.lattice import within
from gbvcase.reports.ledger import Audience, Ledger
from gbvcase.reports.members import check_members, told_apart
from gbvcase.reports.proofs import Disclosed, NotDecided, Passed, check
from gbvcase.reports.protection import Figure, Manner, Published, Status
from gbvcase.reports.solving import Progress
from gbvcase.reports.spans import spanning
from gbvcase.reports.suppression import hide
from gbvcase.reports.tables import Counts, Key, Plan

HIDDEN = Figure(0, 0, 0, Status.HIDDEN)


def plan_shown(plan: Plan, leave_out: tuple[str, ...]) -> Plan:
    """Return a plan without some of its tables, if it has a layout."""
    return plan.without(leave_out) if isinstance(plan, ReportPlan) and leave_out else plan


def hidden_in(
    ledger: Ledger, counts: Counts, period: str, leave_out: tuple[str, ...], progress: Progress
) -> "Attempt":
    """Hide what must be hidden in a fixed form, beside all that was released before."""
    known = ledger.facts(counts.plan)
    found = hide(
        counts,
        progress,
        period,
        known=known,
        whole=spanning(counts, ledger, known),
        shown=plan_shown(counts.plan, leave_out),
    )
    apart = told_apart(ledger, counts, known)
    if apart is not None:  # and beside what members have released of their own
        whole, told = apart
        shown = plan_shown(counts.plan, leave_out)
        more = hide(whole, progress, period, known=told, shown=shown)
        hidden = {c for c, f in more.published.cells.items() if f.status is Status.HIDDEN}
        cells = {c: HIDDEN if c in hidden else f for c, f in found.published.cells.items()}
        published = replace(found.published, cells=cells)
        found = replace(found, published=published, registers=(*found.registers, *more.registers))
    return Attempt(ledger, counts, found.published, progress, found.registers)


@dataclass(frozen=True, eq=False)
class Attempt:
    """Figures that were rounded or hidden together and are tried for release."""

    ledger: Ledger
    counts: Counts
    published: Published
    progress: Progress
    registers: tuple[Mapping[Key, int], ...] = ()  # for the audit to begin with

    def judged(self, period: str, leave_out: tuple[str, ...]) -> Passed:
        """Attack what a release would tell; raise Disclosed or NotDecided."""
        shown = replace(self.published, plan=plan_shown(self.published.plan, leave_out))
        facts = self.ledger.facts(self.counts.plan) | facts_of(shown, period)
        counts = self.counts if self.is_rounded else spanning(self.counts, self.ledger, facts)
        passed = check(attack(counts, facts, self.progress, self.registers), facts)
        check_editions(self.ledger, counts, facts, self.progress)
        check_members(
            self.ledger, counts, facts, self.counts.by_office, self.progress, self.registers
        )
        return passed

    @property
    def is_rounded(self) -> bool:
        """Tell whether the figures are rounded, and not exact where they are not hidden."""
        plan = self.counts.plan
        return not isinstance(plan, ReportPlan) or plan.manner is Manner.ROUND

    def over(self, period: str, leave_out: tuple[str, ...]) -> "Attempt | None":
        """Return the same for a longer period, or with fewer tables; None if not all is counted."""
        if self.is_rounded:
            return self if period in within(self.counts.period) else None
        counts = spanning(self.counts, self.ledger, self.ledger.facts(self.counts.plan))
        if period not in within(counts.period):
            return None
        return hidden_in(self.ledger, counts, period, leave_out, self.progress)

    def refusal(self, found: Disclosed, period: str, leave_out: tuple[str, ...]) -> Refusal:
        """Return why this cannot be released, with what would pass."""
        plan = found.told_in or self.counts.plan
        assert isinstance(plan, ReportPlan)
        return Refusal(found.disclosures, plan, self.remedies(found, period, leave_out))

    def remedies(
        self, found: Disclosed, period: str, leave_out: tuple[str, ...]
    ) -> tuple[Remedy, ...]:
        """Return changes that pass, those that lose least first; each was tried."""
        plan = self.counts.plan
        if not isinstance(plan, ReportPlan):
            return ()
        passing: list[Remedy] = []
        left = leave_out
        tables = (
            () if follows_from_totals(found.disclosures) else tables_of(found.disclosures, plan)
        )
        for table in tables[: len(plan.shown) - 1]:
            left = (*left, table)
            attempt = self.over(period, left)
            if attempt is not None and attempt._passes(period, left):
                passing.append(Remedy(leave_out=left))
                break
        for wider in longer(period):
            if self.ledger.newest(release_name(plan, wider, Audience.PUBLIC)) is not None:
                continue  # that one is there already
            attempt = self.over(wider, leave_out)
            if attempt is not None and attempt._passes(wider, leave_out):
                passing.append(Remedy(period=wider))
                break
        return tuple(passing)

    def _passes(self, period: str, leave_out: tuple[str, ...]) -> bool:
        try:
            self.judged(period, leave_out)
        except (Disclosed, NotDecided):
            return False
        return True


def release_name(plan: ReportPlan, period: str, audience: Audience) -> str:
    """Return the name of a release; there is one for each plan, period and audience."""
    name = f"{plan.name}-{period.replace('..', '-to-')}"
    return name if audience is Audience.PUBLIC else f"{name}-{audience.value}"
