"""What was released, attacked again: by whoever has kept all of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, Period
from gbvcase.reports.audit import attack
from gbvcase.reports.beside import known_beside
from gbvcase.reports.division import counted_at, plans_in
from gbvcase.reports.explain import explained
from gbvcase.reports.implied import without_exceptions
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.later import check_editions
from gbvcase.reports.lattice import Level, atoms, level, parts, year_of
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.members import check_members
from gbvcase.reports.proofs import Disclosed, Disclosure, NotDecided, check
from gbvcase.reports.solving import Progress, unheard
from gbvcase.reports.tables import Counts, Leaf, Table


@dataclass(frozen=True, eq=False)
class Audited:
    """What an attack on all releases of a report and a year could show."""

    plan: ReportPlan
    period: str
    facts: int
    disclosures: tuple[Disclosure, ...] = ()
    is_decided: bool = True

    @property
    def is_safe(self) -> bool:
        """Tell whether nothing could be shown about a few people, and that this was proved."""
        return self.is_decided and not self.disclosures

    def said(self, say: Say) -> str:
        """Return the verdict in a sentence."""
        days = Period(self.period, Calendar(self.plan.calendar)).name(say)
        head = f"{self.plan.said(say)}, {days}: "
        if self.is_safe:
            text = say(mark("safe; {number} facts were attacked together."))
            return head + text.format(number=self.facts)
        if not self.disclosures:
            return head + say(NotDecided.sentence)
        return head + explained(self.disclosures[0], self.plan, say)

    def as_json(self, say: Say) -> dict[str, Any]:
        """Return the verdict as plain values."""
        return {
            "report": self.plan.name,
            "period": self.period,
            "facts": self.facts,
            "safe": self.is_safe,
            "decided": self.is_decided,
            "disclosures": [explained(one, self.plan, say) for one in self.disclosures],
        }


def audited(ledger: Ledger, progress: Progress = unheard) -> tuple[Audited, ...]:
    """Attack the releases of each report, all that hangs together at once, withdrawn included."""
    asked = [
        (plan, span)
        for plan in map(_of_our_people(ledger), plans_in(ledger))
        if any(line.plan_digest == plan.digest for line in ledger.lines)
        for span in _spans(ledger, plan)
    ]
    found = []
    for number, (plan, span) in enumerate(asked):
        progress(number, len(asked))
        found.append(_attacked(ledger, plan, span, progress))
    return tuple(found)


def _of_our_people(ledger: Ledger) -> Callable[[ReportPlan], ReportPlan]:
    """Return what tells a plan whose people our own releases have counted."""

    def told(plan: ReportPlan) -> ReportPlan:
        ours = [line for line in ledger.of(plan) if not line.is_elsewhere]
        offices = {office for line in ours for office in line.offices}
        return counted_at(plan, tuple(sorted(offices))) if offices else plan

    return told


def _spans(ledger: Ledger, plan: ReportPlan) -> list[str]:
    """Return what must be attacked together: each year, or the years that a release joins."""
    years = {year_of(quarter) for quarter in ledger.truth(plan)}
    joined: list[set[str]] = []
    for line in ledger.of(plan):
        some = set(parts(line.period)) if level(line.period) is Level.PROGRAMME else set()
        if some:
            linked = [other for other in joined if other & some]
            joined = [o for o in joined if o not in linked] + [some.union(*linked)]
    alone = years.difference(*joined)
    return sorted(alone | {f"{min(some)}..{max(some)}" for some in joined})


def _attacked(ledger: Ledger, plan: ReportPlan, year: str, progress: Progress) -> Audited:
    truth = ledger.truth(plan)
    finest: dict[Table, dict[Leaf, int]] = {
        table: {
            leaf: number
            for atom in atoms(year)
            for leaf, number in truth.get(atom, {}).get(table, {}).items()
        }
        for table in plan.all_tables
    }
    counts = without_exceptions(Counts(plan, year, finest))
    facts = known_beside(ledger, counts).facts(plan)
    try:
        check(attack(counts, facts, progress), facts)
        check_editions(ledger, counts, facts, progress)
        check_members(ledger, counts, facts, {}, progress)
    except Disclosed as found:
        told_in = found.told_in if isinstance(found.told_in, ReportPlan) else plan
        return Audited(told_in, year, len(facts.facts), found.disclosures)
    except NotDecided:
        return Audited(plan, year, len(facts.facts), is_decided=False)
    return Audited(plan, year, len(facts.facts))
