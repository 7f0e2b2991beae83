"""Why a release is refused, as an addition that a clerk can follow, and what would pass instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.period import Calendar, Period
from gbvcase.reports.dimension import MEMBER
from gbvcase.reports.facts import Fact
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.lattice import PERIOD, Level, level
from gbvcase.reports.population import EXCLUDED, REASONS
from gbvcase.reports.proofs import Bound, Danger, Disclosed, Disclosure
from gbvcase.reports.tables import Key, Plan

TOTAL_WEIGHT = 0.001
ALWAYS = frozenset({PERIOD, EXCLUDED})
"""What the cells have that stand in a release whatever its tables."""

NO_WAY = mark("No smaller change passes. Choose a longer period or another report.")


@dataclass(frozen=True)
class Remedy:
    """A change with which a refused release would pass; it was tried."""

    period: str = ""  # release this longer period instead
    leave_out: tuple[str, ...] = ()  # or release without these tables

    def said(self, plan: ReportPlan, say: Say) -> str:
        """Return the remedy as a proposal."""
        if self.period:
            name = Period(self.period, Calendar(plan.calendar)).name(say)
            return say(mark("Release “{period}” instead.")).format(period=name)
        tables = ", ".join(self.leave_out)
        return say(mark("Release without table {tables}.")).format(tables=tables)

    def as_json(self, plan: ReportPlan, say: Say) -> dict[str, object]:
        """Return the remedy for a program: what to publish instead, and in words."""
        return {
            "period": self.period,
            "leave_out": list(self.leave_out),
            "said": self.said(plan, say),
        }


class Refusal(Disclosed):
    """A release that would betray somebody: with the proof in words and what would pass."""

    def __init__(
        self, disclosures: tuple[Disclosure, ...], plan: ReportPlan, remedies: tuple[Remedy, ...]
    ) -> None:
        super().__init__(disclosures)
        self.plan, self.remedies = plan, remedies

    def said(self, say: Say) -> str:
        """Return the refusal with the shortest proof and the remedies."""
        proof = explained(self.disclosures[0], self.plan, say)
        ways = [remedy.said(self.plan, say) for remedy in self.remedies]
        return " ".join((say(self.sentence).format(proof=proof), *(ways or [say(NO_WAY)])))

    def as_json(self, say: Say) -> dict[str, object]:
        """Return the refusal for a program: each proof, and each change that would pass."""
        return super().as_json(say) | {
            "proofs": [explained(one, self.plan, say) for one in self.disclosures],
            "remedies": [remedy.as_json(self.plan, say) for remedy in self.remedies],
        }


def explained(disclosure: Disclosure, plan: Plan, say: Say) -> str:
    """Return what could be worked out, and the shortest addition that shows it."""
    group = said(disclosure.cell, plan, say)
    match disclosure.danger:
        case Danger.GROUP:
            row = said(disclosure.row or (), plan, say)
            text = say(mark("All of “{row}” would be known to be “{group}”.")).format(
                row=row, group=group
            )
        case Danger.LATE:
            text = say(
                mark("What was added or removed since the last edition would be known: “{group}”.")
            ).format(group=group)
        case _ if disclosure.low == disclosure.high:
            text = say(mark("“{group}” would be known to be exactly {number}.")).format(
                group=group, number=disclosure.low
            )
        case _:
            text = say(mark("“{group}” would be known to be from {low} to {high}.")).format(
                group=group, low=disclosure.low, high=disclosure.high
            )
    sums = (_sum(bound, plan, say) for bound in disclosure.proofs)
    return " ".join(dict.fromkeys((text, *(s for s in sums if s))))


def said(cell: Key, plan: Plan, say: Say) -> str:
    """Return a cell in words: its codes by name, and its period."""
    words = []
    for name, code in cell:
        if name == EXCLUDED and code in REASONS:
            words.append(say(mark("Left out ({reason})")).format(reason=say(REASONS[code])))
        dimension = plan.dimension.get(name)
        if dimension is not None:
            title = dimension.titles.get(say.language, name)
            words.append(f"{title}: {dimension.said(code, say.language)}")
    period = dict(cell).get("period", "")
    if period and level(period) is not Level.OTHER:
        calendar = plan.calendar if isinstance(plan, ReportPlan) else Calendar.PLAIN.value
        period = Period(period, Calendar(calendar)).name(say)
    return ", ".join([*words, period])


def _sum(bound: Bound, plan: Plan, say: Say) -> str:
    """Return the facts of a proof as an addition: what is taken, and what is taken off."""
    if len(bound.facts) < 2:  # noqa: PLR2004 - a single figure needs no addition
        return ""
    plus: list[str] = []
    minus: list[str] = []
    for multiplier, fact in bound.facts:
        end = fact.low if (multiplier > 0) == bound.at_least else fact.high
        times = "" if abs(multiplier) == 1 else f"{abs(multiplier)} x "
        words = _terms(fact, plan, say)
        text = f"{times}{words} ({end})"
        (plus if multiplier > 0 else minus).append(text)
    number = ceil(bound.value) if bound.at_least else floor(bound.value)
    joined = {"plus": " + ".join(plus), "minus": " + ".join(minus), "number": number}
    if not minus:
        text = say(mark("Adding {plus}: at least {number}."))
        if not bound.at_least:
            text = say(mark("Adding {plus}: at most {number}."))
    elif bound.at_least:
        text = say(mark("Taking {minus} from {plus} leaves at least {number}."))
    else:
        text = say(mark("Taking {minus} from {plus} leaves at most {number}."))
    return text.format(**joined)


def _terms(fact: Fact, plan: Plan, say: Say) -> str:
    """Return what a fact adds up and takes off in words."""
    words = ""
    for cell, weight in fact.terms:
        times = "" if abs(weight) == 1 else f"{abs(weight)} x "
        sign = "- " if weight < 0 else "+ " if words else ""
        words += f" {sign}{times}{said(cell, plan, say)}"
    return words.strip()


def tables_of(disclosures: Iterable[Disclosure], plan: ReportPlan) -> tuple[str, ...]:
    """Return the tables of a report that show the cells of proofs, the most involved first."""
    hits: dict[str, float] = {}
    for disclosure in disclosures:
        for _, fact in disclosure.proof:
            for cell, _ in fact.terms:
                names = {name for name, _ in cell} - {"period", MEMBER}
                for table in plan.shown:
                    if names and any(names <= some for some in table.crossed):
                        # the totals of a characteristic stand in many tables
                        weight = 1 if len(names) > 1 else TOTAL_WEIGHT
                        hits[table.id] = hits.get(table.id, 0) + weight
    return tuple(sorted(hits, key=lambda table: -hits[table]))


def follows_from_totals(disclosures: Iterable[Disclosure]) -> bool:
    """Tell whether something follows from what is shown with any table: then none can be spared."""
    return any(
        all({n for n, _ in cell} <= ALWAYS for _, fact in d.proof for cell, _ in fact.terms)
        for d in disclosures
    )


def longer(period: str) -> tuple[str, ...]:
    """Return the longer periods of the lattice that contain one, the shortest first."""
    year = period[:4]
    match level(period):
        case Level.QUARTER:
            return (f"{year}-H{1 if period[-1] in '12' else 2}", year)
        case Level.HALF:
            return (year,)
        case _:
            return ()
