"""What a report tells about another that counts the same people by another unit.

Whoever is counted as a person has an incident that is counted in the same period, with the same
answers. So there are never more people than incidents, and a reader who has both reports knows it:
"5" people beside "≤ 4" incidents would be one to four people. Therefore the second report is
rounded so that it fits to the first, and attacked with what the first has told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from gbvcase.reports.division import plan_of, plans_in
from gbvcase.reports.facts import Fact, bounds_of
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.ledger import Kinship, Ledger, Line
from gbvcase.reports.protection import Limit, Manner, Status
from gbvcase.reports.tables import Counts, Key, Plan, key

Codes = tuple[tuple[str, str], ...]
Match = tuple[Codes, Codes]
"""Codes of people, and the codes of incidents of which each of them has one."""


def known_beside(ledger: Ledger, counts: Counts) -> Ledger:
    """Return the ledger with what reports of another unit tell about the people of these counts.

    What is not so tells nothing: a person whose record came late may have no incident there yet.
    """
    told: dict[Fact, None] = {}
    ledger = Ledger(ledger.lines)
    for pair in _pairs(ledger, counts.plan):
        facts = pair.released.facts(pair.other).facts
        bounds = bounds_of(facts)
        exact = {fact.cell for fact in facts if fact.status is Status.EXACT}
        for ours, theirs in pair.cells(counts, bounds):
            low = sum(bounds[cell][0] for cell in theirs)
            highs = [high for cell in theirs if (high := bounds[cell][1]) is not None]
            if pair.ours_are_people and len(highs) < len(theirs):
                continue  # hidden: nothing is known of them
            terms = tuple((cell, 1) for cell in ours)
            least, most = (0, sum(highs)) if pair.ours_are_people else (low, None)
            # ours may be known more closely where the other is exact, or where neither is small
            large = max(least, most or 0) >= 2 * counts.plan.threshold
            status = Status.EXACT if large or exact.issuperset(theirs) else Status.HIDDEN
            fact = Fact(terms, least, most, status)
            if fact.holds(sum(counts.cells[cell] for cell in ours)):
                told[fact] = None
    return replace(ledger, beside=tuple(told))


def limits_beside(ledger: Ledger, counts: Counts) -> tuple[Limit, ...]:
    """Return how figures should be rounded, so that those of another unit narrow none of them.

    To exact figures, and between hidden ones, no rounding fits: there the attack decides alone.
    """
    base = counts.plan.base
    limits: dict[Limit, None] = {}
    for pair in _pairs(ledger, counts.plan):
        frozen = pair.released.frozen(pair.other)
        figures = {c: f for c, f in frozen.items() if f.status is Status.ROUNDED}
        for ours, theirs in pair.cells(counts, figures):
            if pair.ours_are_people:
                most = sum(figures[cell].high for cell in theirs) // base
                limits[Limit(ours, 0, most)] = None
            elif least := -(-sum(figures[cell].low for cell in theirs) // base):
                limits[Limit(ours, least, None)] = None
    return tuple(limits)


def are_exact_beside_rounded(plan: ReportPlan, line: Line) -> bool:
    """Tell whether a fixed form would stand beside rounded figures of the same people (rule R5)."""
    other = plan_of(line)
    if other is None:
        return False
    units = {plan.inside.get("unit"), other.inside.get("unit")}
    tied = bool(units & {plan.unit.value, other.unit.value})
    return tied and Manner.HIDE in {plan.manner, other.manner} and plan.unit is not other.unit


@dataclass(frozen=True, eq=False)
class _Pair:
    """A report of people and one of incidents, of which one is ours and the other was released."""

    people: ReportPlan
    incidents: ReportPlan
    ours_are_people: bool
    released: Ledger  # of the other

    @property
    def other(self) -> ReportPlan:
        """Return the report that was released."""
        return self.incidents if self.ours_are_people else self.people

    def cells(
        self, counts: Counts, theirs: Mapping[Key, object]
    ) -> Iterator[tuple[tuple[Key, ...], tuple[Key, ...]]]:
        """Yield cells of ours with those of the other report of which there are never fewer, or
        never more."""
        matches = self._matches
        for cell in counts.cells if self.ours_are_people else self.released.frozen(self.people):
            codes = dict(cell)
            time = codes.pop(PERIOD)
            for way in product(*(matches.get(pair, ()) for pair in codes.items())):
                few, many = (
                    tuple(
                        key((*said, (PERIOD, time)))
                        for said in product(*(match[side] for match in way))
                    )
                    for side in (0, 1)
                )
                ours, others = (few, many) if self.ours_are_people else (many, few)
                if counts.cells.keys() >= set(ours) and theirs.keys() >= set(others):
                    yield ours, others

    @property
    def _matches(self) -> Mapping[tuple[str, str], list[Match]]:
        """Return for each answer of people what it is among the incidents."""
        found: dict[tuple[str, str], list[Match]] = {}
        for name in self.people.inside["same"]:
            ours, theirs = (p.dimension.get(name) for p in (self.people, self.incidents))
            if ours is not None and theirs is not None:
                for code in ours.codes[1:]:
                    if code in theirs.codes and (not ours.asks or code == "yes"):
                        found[name, code] = [(((name, code),), ((name, code),))]
        for band in self.people.inside["bands"]:
            here, there = band["here"], band["there"]
            if here in self.people.dimension and there in self.incidents.dimension:
                for some, others in band["codes"]:
                    match = tuple(
                        tuple((n, c) for c in cs) for n, cs in ((here, some), (there, others))
                    )
                    for code in some:
                        found.setdefault((here, code), []).append((match[0], match[1]))
        return found


def _pairs(ledger: Ledger, plan: Plan) -> Iterator[_Pair]:
    """Yield a plan with each released report of the other unit, by the same calendar; also one
    that shows offices, and that of a member alone."""
    if not isinstance(plan, ReportPlan):
        return
    for report in plans_in(ledger):
        if report.calendar != plan.calendar:
            continue
        ours_are_people = plan.inside.get("unit") == report.unit.value
        if not ours_are_people and report.inside.get("unit") != plan.unit.value:
            continue
        for offices, lines in _released(ledger, report, plan, ours_are_people).items():
            other = replace(report, offices=offices)
            pair = (plan, other) if ours_are_people else (other, plan)
            yield _Pair(*pair, ours_are_people, Ledger(tuple(lines)))


def _released(
    ledger: Ledger, report: ReportPlan, plan: ReportPlan, ours_are_people: bool
) -> dict[tuple[str, ...], list[Line]]:
    """Return the lines of a report by whose people they count: ours, or a part or a whole of them.

    There are never more people of one office than incidents of all, whoever tells of which.
    """
    also = Kinship.AROUND if ours_are_people else Kinship.INSIDE
    found: dict[tuple[str, ...], list[Line]] = {}
    for line in ledger.lines:
        if line.plan_digest not in (report.digest, *report.extends):
            continue
        kinship = line.kinship(plan.offices)
        if kinship in (Kinship.SAME, Kinship.TANGLED, also):
            whose = line.offices if kinship is also else plan.offices
            found.setdefault(whose, []).append(line)
    return found
