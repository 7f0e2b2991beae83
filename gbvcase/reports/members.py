"""An office's own releases beside those of all offices together: office is a characteristic.

The report of one office and the report of all tell what the others have. So every release of a
member that lies inside ours is a fact about the same people, and figures are rounded around it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.reports.audit import attack
from gbvcase.reports.dimension import MEMBER, OFFICE
from gbvcase.reports.facts import FIRST, Fact, Facts
from gbvcase.reports.indicators import ReportPlan
from gbvcase.reports.lattice import PERIOD, atoms, overlap
from gbvcase.reports.ledger import Audience, Kinship, Ledger, Line, State
from gbvcase.reports.population import EXCLUDED
from gbvcase.reports.proofs import Disclosed, NotDecided, check
from gbvcase.reports.protection import Figure, Manner, Status, round_together
from gbvcase.reports.solving import Progress, unheard
from gbvcase.reports.tables import Counts, Dimension, Finest, Key, Leaf, Table, key

OTHERS = "others"


class CountedBefore(GbvcaseError):
    """A member released what it had, after ours was closed without it: nobody can tell whose."""

    sentence = mark(
        "Figures of this period were closed before the counts of {office} came, and that office "
        "has released figures of its own. The two cannot be joined; use a later period."
    )


@dataclass(frozen=True, eq=False)
class Members:
    """The members that released figures of their own, and the plan that tells them apart."""

    plan: ReportPlan
    lines: tuple[Line, ...]
    groups: Mapping[str, frozenset[str]]  # code -> offices that all the lines know together

    def codes_of(self, line: Line) -> tuple[str, ...]:
        """Return the codes of those whose people a line has counted."""
        return tuple(code for code, some in self.groups.items() if some <= set(line.offices))


def members_of(ledger: Ledger, plan: ReportPlan, span: str) -> Members | None:
    """Return the members whose own releases lie inside ours; None where there are none.

    Raise CountedBefore where ours was closed without what a member released.
    """
    related = (plan.digest, *plan.extends)
    lines = tuple(
        line
        for line in ledger.lines
        if line.plan_digest in related
        and line.state is State.FROZEN
        and line.audience is not Audience.AUTHORITY
        and line.kinship(plan.offices) is Kinship.INSIDE
        and overlap(line.span, span)
    )
    if not lines:
        return None
    if any(line.edition != FIRST for line in lines):
        raise NotDecided
    for ours in ledger.of(plan):
        for line in lines:
            closed = ours.state is State.FROZEN and overlap(ours.span, line.span)
            if closed and ours.offices and not set(line.offices) <= set(ours.offices):
                raise CountedBefore(office=line.office[:60])
    names: dict[tuple[bool, ...], set[str]] = {}
    for office in sorted({office for line in lines for office in line.offices}):
        names.setdefault(tuple(office in line.offices for line in lines), set()).add(office)
    groups = tuple(frozenset(some) for some in names.values())
    return Members(
        _crossed(plan, groups), lines, {f"member_{n}": one for n, one in enumerate(groups, 1)}
    )


@lru_cache(maxsize=8)
def _crossed(plan: ReportPlan, groups: tuple[frozenset[str], ...]) -> ReportPlan:
    """Return the plan in which every table tells the members apart."""
    codes = [f"member_{number}" for number in range(1, len(groups) + 1)]
    names = (", ".join(sorted(some)) for some in groups)
    labels = {code: {"vi": name, "en": name} for code, name in zip(codes, names, strict=True)}
    labels[OTHERS] = {"vi": "các cơ quan khác", "en": "the other offices"}
    member = Dimension(
        MEMBER, {"": (*codes, OTHERS)}, titles={"vi": "Cơ quan", "en": "Office"}, labels=labels
    )
    return replace(
        plan,
        dimensions=tuple(sorted((*plan.dimensions, member), key=lambda d: d.name)),
        tables=tuple(tuple(sorted((*table, MEMBER))) for table in plan.tables),
        exclusions=(),
        headline=(),
        digest=f"{plan.digest}+members+{'/'.join(','.join(sorted(g)) for g in groups)}",
    )


def of_members(members: Members, counts: Counts, by_office: Mapping[str, Finest]) -> Counts:
    """Return counts that tell the members apart; NotDecided where their parts do not fit."""
    offices = {office for some in members.groups.values() for office in some}
    if not offices <= set(by_office):
        raise NotDecided
    known = set(atoms(counts.period))
    finest: dict[Table, dict[Leaf, int]] = {}
    for table in counts.plan.tables:
        wide = tuple(sorted((*table, MEMBER)))
        place, left = wide.index(MEMBER), dict(counts.finest[table])
        numbers = finest[wide] = {}
        for code, some in members.groups.items():
            for leaf, number in (
                pair for o in sorted(some) for pair in by_office[o][table].items()
            ):
                if leaf[-1] in known:
                    at = (*leaf[:place], code, *leaf[place:])
                    numbers[at] = numbers.get(at, 0) + number
                    left[leaf] = left.get(leaf, 0) - number
        if min(left.values(), default=0) < 0:
            raise NotDecided
        numbers |= {(*leaf[:place], OTHERS, *leaf[place:]): n for leaf, n in left.items()}
    return Counts(members.plan, counts.period, finest, counts.people)


def rounded_around(
    ledger: Ledger,
    counts: Counts,
    by_office: Mapping[str, Finest],
    random: Random,
    progress: Progress = unheard,
) -> dict[Key, Figure]:
    """Return figures of all together that fit to those that members have released; none where
    there are no such members, or where the plan is not rounded."""
    plan = counts.plan
    if not isinstance(plan, ReportPlan) or plan.manner is not Manner.ROUND:
        return {}
    members = members_of(ledger, plan, counts.period)
    if members is None:
        return {}
    wide = of_members(members, counts, by_office)
    frozen = ledger.frozen(plan)
    stand = {cell: figure for cell, figure in frozen.items() if cell in wide.cells}
    stand |= {c: f for c, f in _frozen_of(members).items() if c in wide.cells}
    found = round_together(wide, stand, random, progress)
    return {
        cell: figure
        for cell, figure in found.cells.items()
        if cell not in frozen and all(name != MEMBER for name, _ in cell)
    }


def _frozen_of(members: Members) -> dict[Key, Figure]:
    """Return the figures of members that can no longer change, as cells of the plan."""
    found: dict[Key, Figure] = {}
    for line in members.lines:
        codes = members.codes_of(line)
        if len(codes) == 1:
            for cell, figure in (*line.figures.items(), *line.held.items()):
                if EXCLUDED not in dict(cell):
                    found.setdefault(key((*cell, (MEMBER, codes[0]))), figure)
    return found


def told_apart(ledger: Ledger, counts: Counts, known: Facts) -> tuple[Counts, Facts] | None:
    """Return counts that tell the members apart, and all that is known of these; None where no
    member released anything, or where their counts are not known."""
    plan = counts.plan
    if not isinstance(plan, ReportPlan) or not plan.offices:
        return None
    members = members_of(ledger, plan, counts.period)
    if members is None:
        return None
    told = (*_without_left_out(known.facts), *_told_by(members), *_nobody(members))
    try:
        return of_members(members, counts, counts.by_office), Facts(told)
    except NotDecided:
        return None


def check_members(  # noqa: PLR0913, PLR0917 - what is known, of whom, and who listens
    ledger: Ledger,
    counts: Counts,
    facts: Facts,
    by_office: Mapping[str, Finest],
    progress: Progress = unheard,
    registers: Iterable[Mapping[Key, int]] = (),
) -> None:
    """Attack facts about all offices together with what members released of their own.

    Raise Disclosed or NotDecided; return at once where no member did.
    """
    plan = counts.plan
    if not isinstance(plan, ReportPlan) or not plan.offices:
        return
    span, _ = facts.about(counts.period)
    members = members_of(ledger, plan, span)
    if members is None:
        return
    told = Facts(
        (*_without_left_out(facts.facts), *_told_by(members), *_nobody(members)),
        _imagined(members, facts.imagined),
    )
    wide = _as_far_as_known(members, counts, by_office)
    try:
        check(attack(wide, told, progress, registers), told)
    except Disclosed as found:
        raise Disclosed(found.disclosures, members.plan) from found


def _as_far_as_known(members: Members, counts: Counts, by_office: Mapping[str, Finest]) -> Counts:
    try:
        return of_members(members, counts, by_office)
    except NotDecided:  # the attack then has to imagine people: it believes no counts anyway
        return Counts(members.plan, counts.period, {table: {} for table in members.plan.tables})


def _without_left_out(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(f for f in facts if not any(EXCLUDED in dict(cell) for cell, _ in f.terms))


def _told_by(members: Members) -> Iterable[Fact]:
    """Yield what the members released, as facts about their own people."""
    for line in members.lines:
        codes = members.codes_of(line)
        for fact in _without_left_out(line.facts()):
            terms = tuple(
                (key((*cell, (MEMBER, code))), weight)
                for cell, weight in fact.terms
                for code in codes
            )
            yield replace(fact, terms=terms)


def _nobody(members: Members) -> Iterable[Fact]:
    """Yield that nobody of a member is in a unit of offices that it does not belong to."""
    plan, units = members.plan, members.plan.units
    tables = [table for table in plan.tables if OFFICE in table]
    if not units or not tables:
        return
    for line in members.lines:
        for time in plan.times(tables[0], line.span):
            for code, some in members.groups.items():
                for unit in plan.dimension[OFFICE].leaves:
                    if not some & set(units.get(unit, ())) and not _may_be_other(unit, some, units):
                        cell = key(((OFFICE, unit), (MEMBER, code), (PERIOD, time)))
                        yield Fact.of(cell, 0, 0, Status.EXACT)


def _may_be_other(unit: str, some: frozenset[str], units: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a unit without a list takes whoever is in no other."""
    listed = {office for offices in units.values() for office in offices}
    return unit not in units and not some <= listed


def _imagined(members: Members, figures: Mapping[Key, int]) -> dict[Key, int]:
    """Imagine the members as they were released, and the others as what is left over."""
    found: dict[Key, int] = dict(figures)
    frozen = {cell: figure.value for cell, figure in _frozen_of(members).items()}
    for cell, whole in figures.items():
        if EXCLUDED in dict(cell):
            continue
        parts = {c: frozen.get(key((*cell, (MEMBER, c))), 0) for c in members.groups}
        for code, number in parts.items():
            found[key((*cell, (MEMBER, code)))] = number
        found[key((*cell, (MEMBER, OTHERS)))] = whole - sum(parts.values())
    return found
