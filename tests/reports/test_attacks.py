"""The attack suite: each attack on what we release fails, and on a leaking ancestor succeeds."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product
from random import Random

import pytest

from gbvcase.domain.marking import ENGLISH
from gbvcase.reports.audit import attack
from gbvcase.reports.editions import (
    FIRST_EDITION,
    SECOND_EDITION,
    at_most_differ,
    differing,
    in_editions,
)
from gbvcase.reports.facts import Fact, Facts, facts_of
from gbvcase.reports.indicators import ReportPlan, ShownTable, counted_tables
from gbvcase.reports.ledger import Audience, Ledger
from gbvcase.reports.proofs import Danger, Disclosed, NotDecided, check
from gbvcase.reports.protection import Figure, Status, round_together
from gbvcase.reports.releases import OtherPlan, Release, make_release
from gbvcase.reports.sheets import rows_file, workbook
from gbvcase.reports.tables import Counts, Dimension, Key, Leaf, Plan, Unit, key, of_kinds
from tests.reports.made_up import MADE, flat, report, seeded, small_plan
from tests.reports.test_releases import few_people

Q, YEAR = "2025-Q1", "2025"
PLACES = ("p1", "p2", "p3", "p4")
TYPES = ("hit", "word", "sex_act")
GRID = small_plan(
    ("kind", "place"),
    dimensions=(flat("kind", *TYPES, sensitive=True), flat("place", *PLACES)),
)
LINE = small_plan(("place",), dimensions=(flat("place", *PLACES),))


def cell(period: str = Q, **codes: str) -> Key:
    return key([*codes.items(), ("period", period)])


def grid(random: Random, lone: tuple[str, str] = ("hit", "p1"), *, least: int = 6) -> Counts:
    """Return counts in which one cell is a single person and the others are not few."""
    kinds = {(k, p, Q): random.randint(least, 30) for k, p in product(TYPES, PLACES)}
    kinds[*lone, Q] = 1
    return of_kinds(GRID, kinds, {}, Q)


def line(numbers: Mapping[str, Iterable[int]]) -> Counts:
    """Return the counts of places in the quarters of a year."""
    kinds = {
        (place, f"2025-Q{quarter}"): number
        for place, row in numbers.items()
        for quarter, number in enumerate(row, 1)
    }
    return of_kinds(LINE, kinds, {}, YEAR)


def exact(counts: Counts, cells: Iterable[Key]) -> Facts:
    return Facts(tuple(Fact.of(c, counts.cells[c], counts.cells[c], Status.EXACT) for c in cells))


def total(counts: Counts, cells: Iterable[Key]) -> Fact:
    """Return the exact fact about a sum of cells that is no cell itself."""
    some = tuple(cells)
    number = sum(counts.cells[c] for c in some)
    return Fact(tuple((c, 1) for c in some), number, number, Status.EXACT)


def caught(counts: Counts, facts: Facts, *dangers: Danger) -> bool:
    """Tell whether the attack proves something, of these kinds if any are given."""
    verdict = attack(counts, facts)
    try:
        check(verdict, facts)
    except Disclosed:
        return not dangers or any(d.danger in dangers for d in verdict.disclosures)
    except NotDecided:
        return False
    return False


def protected(counts: Counts, random: Random, *periods: str) -> bool:
    """Tell whether our own releases of the same people pass."""
    published = round_together(counts, {}, random)
    facts = Facts((), {})
    for period in periods or (counts.period,):
        facts |= facts_of(published, period)
    check(attack(counts, facts), facts)
    return True


@pytest.mark.parametrize("seed", range(3))
def test_subtraction(seed: int) -> None:
    random = seeded(seed)
    counts = grid(random)
    assert caught(counts, exact(counts, set(counts.cells) - {cell(kind="hit", place="p1")}))
    assert protected(counts, random)


@pytest.mark.parametrize("seed", range(3))
def test_ones_under_a_rule_that_prints_noughts(seed: int) -> None:
    random = seeded(seed)
    kinds = {
        (k, p, Q): 1 if k == "hit" else random.randint(9, 30) for k, p in product(TYPES, PLACES)
    }
    counts = of_kinds(GRID, kinds, {}, Q)
    hidden = [cell(kind="hit", place=p) for p in PLACES]
    shown = exact(counts, set(counts.cells) - set(hidden) - {cell(place=p) for p in PLACES})
    rule = Facts(tuple(Fact.of(c, 1, None, Status.HIDDEN) for c in hidden))
    assert caught(counts, shown | rule, Danger.EXACT)
    assert protected(counts, random)


@pytest.mark.parametrize("seed", range(3))
def test_two_groupings_of_the_same_places(seed: int) -> None:
    random = seeded(seed)
    counts = grid(random, ("word", "p3"))
    of = {place: cell(kind="word", place=place) for place in PLACES}
    by_area = (total(counts, (of["p1"], of["p2"])), total(counts, (of["p3"], of["p4"])))
    by_size = (total(counts, (of["p1"], of["p2"], of["p3"])), total(counts, (of["p4"],)))
    assert caught(counts, Facts((*by_area, *by_size)), Danger.EXACT)
    assert not caught(counts, Facts(by_area))
    assert protected(counts, random)


@pytest.mark.parametrize("months", [(1, 2), (1, 2, 3), (1, 2, 3, 4)])
def test_cumulative_and_overlapping_periods(months: tuple[int, ...]) -> None:
    random = seeded(len(months))
    row = [random.randint(10, 20) for _ in range(4)]
    row[months[-1] - 1] = 1
    counts = line({"p1": row, "p2": (12, 13, 14, 15), "p3": (9, 9, 9, 9), "p4": (20, 8, 9, 6)})
    of = [cell(f"2025-Q{q}", place="p1") for q in (1, 2, 3, 4)]
    sums = Facts(
        (
            total(counts, [of[q - 1] for q in months]),
            total(counts, [of[q - 1] for q in months[:-1]]),
        )
    )
    assert caught(counts, sums, Danger.EXACT)
    assert protected(counts, random, "2025-Q1", "2025-H1", "2025-Q3", YEAR)


@pytest.mark.parametrize("change", ["added", "removed", "moved"])
def test_two_editions_with_one_record_more_less_or_moved(change: str) -> None:
    random = seeded(5)
    before: dict[Leaf, int] = {(k, p, Q): random.randint(12, 30) for k, p in product(TYPES, PLACES)}
    after = dict(before)
    if change != "added":
        after["hit", "p1", Q] -= 1
    if change != "removed":
        after["word", "p2", Q] += 1
    counts, number = differing(GRID, before, after, Q)
    one, other = of_kinds(GRID, before, {}, Q), of_kinds(GRID, after, {}, Q)
    first = in_editions(exact(one, one.cells).facts, FIRST_EDITION)
    second = in_editions(exact(other, other.cells).facts, SECOND_EDITION)
    told = at_most_differ(number, Q)
    assert caught(counts, first | second | told)
    # a closed period is not counted again: the second edition is the first, and nothing is new
    frozen = round_together(one, {}, random)
    again = round_together(other, frozen.cells, random)
    assert again.cells == frozen.cells


@pytest.mark.parametrize("times", [2, 3, 10])
def test_the_same_table_rounded_afresh(times: int) -> None:
    random = seeded(times)
    kinds = {(k, p, Q): random.choice([2, 3, 7, 8]) for k, p in product(TYPES, PLACES)}
    counts = of_kinds(GRID, kinds, {}, Q)
    prints = [facts_of(round_together(counts, {}, random), Q) for _ in range(times)]
    while len({one.digest for one in prints}) == 1:  # by chance the same: once more
        prints.append(facts_of(round_together(counts, {}, random), Q))
    afresh = Facts(tuple(fact for one in prints for fact in one.facts))
    assert caught(counts, afresh)
    one = round_together(counts, {}, random)
    same = [facts_of(round_together(counts, one.cells, random), Q) for _ in range(times)]
    together = Facts(tuple(fact for each in same for fact in each.facts), same[0].imagined)
    check(attack(counts, together), together)


@pytest.mark.parametrize("seed", range(2))
def test_a_commune_that_moved_between_areas(seed: int) -> None:
    random = seeded(seed)
    counts = grid(random, ("sex_act", "p2"))
    of = {place: cell(kind="sex_act", place=place) for place in PLACES}
    old = total(counts, (of["p1"], of["p2"]))
    new = total(counts, (of["p1"],))
    assert caught(counts, Facts((old, new)), Danger.EXACT)
    assert protected(counts, random)


@pytest.mark.parametrize("seed", range(2))
def test_an_office_against_the_province(seed: int) -> None:
    random = seeded(seed)
    counts = grid(random, ("word", "p4"))  # the places are offices here
    province = exact(counts, [cell(kind="word")])
    offices = exact(counts, [cell(kind="word", place=p) for p in PLACES[:3]])
    assert caught(counts, province | offices, Danger.EXACT)
    own = round_together(counts, {}, random)
    alone = Facts(
        tuple(f for f in facts_of(own, Q).facts if f.cell and ("place", "p1") in f.cell),
        facts_of(own, Q).imagined,
    )
    both = facts_of(own, Q) | alone
    check(attack(counts, both), both)


@pytest.mark.parametrize(("part", "whole"), [(3, 7), (1, 8), (4, 11)])
def test_a_percentage_with_a_decimal_beside_a_hidden_count(part: int, whole: int) -> None:
    plan = small_plan(("place",), dimensions=(flat("place", "p1", "p2"),))
    counts = of_kinds(plan, {("p1", Q): part, ("p2", Q): whole - part}, {}, Q)
    per_mille = round(1000 * part / whole)
    everybody, some = cell(), cell(place="p1")
    low = Fact(((some, 2000), (everybody, -(2 * per_mille - 1))), 0, None)
    high = Fact(((some, 2000), (everybody, -(2 * per_mille + 1))), None, 0)
    shown = Fact.of(everybody, whole, whole, Status.EXACT)
    assert caught(counts, Facts((low, high, shown)), Danger.EXACT)
    rounded = Fact.of(everybody, max(0, whole - 3), whole + 3, Status.HIDDEN)
    facts = Facts((low, high, rounded))  # only whole numbers give it away: that blocks as well
    with pytest.raises((Disclosed, NotDecided)):
        check(attack(counts, facts), facts)
    assert not caught(counts, Facts((rounded,)))


def test_the_mark_of_a_hidden_figure_tells_no_reason() -> None:
    plan = report()
    people = few_people(seeded(3), 60)
    _, release = make_release(Ledger(), people, plan, YEAR, made=MADE, random=seeded(4))
    cells = [c for c in release.figures if len(c) == 3]
    files = set()
    for primary, secondary in ((cells[0], cells[1]), (cells[1], cells[0])):
        figures = dict(release.figures)
        figures[primary] = Figure(0, 1, 4, Status.HIDDEN)
        figures[secondary] = Figure(0, 0, 0, Status.HIDDEN)
        hidden = Release(plan, replace(release.line, figures=figures))
        files.add((rows_file(hidden), workbook(hidden, ENGLISH)))
    assert len(files) == 1
    counts = of_kinds(LINE, {("p1", Q): 2, ("p2", Q): 40}, {}, Q)
    marked = Facts((Fact.of(cell(place="p1"), 1, 4, Status.HIDDEN),))
    assert caught(counts, marked, Danger.SMALL)


@pytest.mark.parametrize("size", range(1, 21))
def test_everybody_of_a_row_in_one_category(size: int) -> None:
    random = seeded(size)
    kinds = {(k, p, Q): random.randint(6, 30) for k, p in product(TYPES, PLACES)}
    for kind in TYPES:
        kinds[kind, "p1", Q] = size if kind == "sex_act" else 0
    counts = of_kinds(GRID, kinds, {}, Q)
    row, part = cell(place="p1"), cell(place="p1", kind="sex_act")
    assert caught(counts, exact(counts, (row, part)), Danger.GROUP) == (size >= 2)
    assert protected(counts, random)


@pytest.mark.parametrize("insiders", [0, 1, 2])
def test_insiders_do_not_make_a_group_safe(insiders: int) -> None:
    random = seeded(insiders)
    kinds = {(k, p, Q): random.randint(6, 30) for k, p in product(TYPES, PLACES)}
    kinds |= {("hit", "p1", Q): insiders, ("word", "p1", Q): 0, ("sex_act", "p1", Q): 12}
    counts = of_kinds(GRID, kinds, {}, Q)
    row, part = cell(place="p1"), cell(place="p1", kind="sex_act")
    assert caught(counts, exact(counts, (row, part)), Danger.GROUP) == (insiders <= 1)


@pytest.mark.parametrize("seed", range(2))
def test_everybody_minus_a_published_subgroup(seed: int) -> None:
    random = seeded(seed)
    counts = grid(random, ("hit", "p2"))
    others = total(counts, [cell(kind="hit", place=p) for p in PLACES if p != "p2"])
    assert caught(counts, exact(counts, [cell(kind="hit")]) | Facts((others,)), Danger.EXACT)
    assert protected(counts, random)


@pytest.mark.parametrize("seed", range(3))
def test_a_table_released_later_over_frozen_margins(seed: int) -> None:
    random = seeded(seed)
    counts = grid(random, least=0)
    margins = [c for c in counts.cells if len(c) < 3]
    first = round_together(counts, {}, random)
    early = facts_of(first, Q)
    early = Facts(tuple(f for f in early.facts if f.cell in margins), early.imagined)
    frozen = {c: f for c, f in first.cells.items() if c in margins}
    later = round_together(counts, frozen, random)
    fitted = early | facts_of(later, Q)
    check(attack(counts, fitted), fitted)
    afresh = facts_of(round_together(counts, {}, seeded(seed + 90)), Q)
    if any(f not in early.facts for f in afresh.facts if f.cell in margins):
        assert caught(counts, Facts((*early.facts, *afresh.facts)))


def test_an_attacker_who_solves_the_rounding_herself() -> None:
    plan = small_plan(("place",), dimensions=(flat("place", *"abcdef"),))

    def prints(numbers: Iterable[int], seeds: Iterable[int]) -> set[tuple[int, ...]]:
        kinds = {(c, Q): n for c, n in zip("abcdef", numbers, strict=True)}
        counts = of_kinds(plan, kinds, {}, Q)
        found = set()
        for seed in seeds:
            published = round_together(counts, {}, seeded(seed))
            found.add(tuple(published.cells[cell(place=c)].value for c in "abcdef"))
        return found

    truth = (1, 3, 2, 6, 8, 4)
    (seen,) = prints(truth, [7])
    candidates = {
        n for n in range(10) if seen in prints((truth[0], truth[1], truth[2], n, 8, 4), range(60))
    }
    assert max(candidates) - min(candidates) >= 3  # not only the truth could have been printed
    assert len(prints(truth, range(60))) > 3  # the ancestor that draws nothing prints one thing


def test_who_belongs_to_the_network_sees_both() -> None:
    plan: Plan = report()
    people = few_people(seeded(9), 80)
    ledger, public = make_release(Ledger(), people, plan, YEAR, made=MADE, random=seeded(1))
    inside = replace(MADE, audience=Audience.NETWORK)
    ledger, network = make_release(ledger, people, plan, YEAR, made=inside, random=seeded(2))
    assert network.id != public.id
    assert network.figures == public.figures
    counts = of_people(plan, people)
    some = next(c for c in network.figures if len(c) == 3 and counts.cells[c] % 5)
    floor = counts.cells[some] - counts.cells[some] % 5
    other = floor + 5 if network.figures[some].value == floor else floor
    afresh = Fact.of(some, max(0, other - 4), other + 4)  # what a rounding of its own could print
    facts = ledger.facts(plan)
    check(attack(counts, facts), facts)
    assert caught(counts, Facts((*facts.facts, afresh), facts.imagined))


def of_people(plan: Plan, people: list[Mapping[str, str | tuple[str, ...]]]) -> Counts:
    kinds: dict[Leaf, int] = {}
    for answer in people:
        kind = (*(d.read(answer) for d in plan.dimensions), str(answer["quarter"]))
        kinds[kind] = kinds.get(kind, 0) + 1
    return of_kinds(plan, kinds, {}, YEAR)


def test_the_same_people_on_another_map_are_not_rounded_again() -> None:
    old = placed_report("old", {"u": ("p1", "p2"), "v": ("p3", "p4")})
    new = placed_report("new", {"u": ("p1",), "v": ("p2", "p3", "p4")})
    random = seeded(8)
    people = [
        {"place": random.choice(PLACES), "kind": random.choice(TYPES), "quarter": Q}
        for _ in range(90)
    ]
    ledger, _ = make_release(Ledger(), people, old, YEAR, made=MADE, random=seeded(1))
    with pytest.raises(OtherPlan):
        make_release(ledger, people, new, YEAR, made=MADE, random=seeded(2))


@pytest.mark.parametrize("moved", [1, 3, 9])
def test_old_and_new_map_are_attacked_by_their_pieces(moved: int) -> None:
    """A place that changed its area is the difference of two sums: a piece of both maps."""
    random = seeded(moved)
    kinds = {(k, p, Q): random.randint(12, 30) for k, p in product(TYPES, PLACES)}
    kinds |= {(k, "p2", Q): moved if k == "word" else 15 for k in TYPES}
    counts = of_kinds(GRID, kinds, {}, Q)
    of = {place: cell(kind="word", place=place) for place in PLACES}
    old = (total(counts, (of["p1"], of["p2"])), total(counts, (of["p3"], of["p4"])))
    new = (total(counts, (of["p1"],)), total(counts, (of["p2"], of["p3"], of["p4"])))
    unions = total(counts, of.values())
    assert caught(counts, Facts((*old, *new)), Danger.EXACT) == (moved < 5)
    assert not caught(counts, Facts((unions,)))  # a union that was one on both maps tells nothing
    published = facts_of(round_together(counts, {}, random), Q)
    check(attack(counts, published), published)


def placed_report(name: str, areas: Mapping[str, tuple[str, ...]]) -> ReportPlan:
    """Return a report whose places lie in areas, as one map draws them."""
    folds = {place: area for area, some in areas.items() for place in some}
    area = Dimension("area", {"": tuple(areas)}, source="place", folds=folds, place=True)
    kind = flat("kind", *TYPES, sensitive=True)
    shown = (ShownTable("T1", {"en": "T", "vi": "B"}, ("kind",), ("area",)),)
    return ReportPlan(
        name,
        Unit.PEOPLE,
        5,
        5,
        (area, kind),
        counted_tables(shown),
        digest=f"map-{name}",
        titles={"en": name, "vi": name},
        province="52",
        shown=shown,
    )


@pytest.mark.parametrize("edge", ["mean", "x of y"])
def test_a_mean_or_a_share_in_words_beside_hidden_counts(edge: str) -> None:
    counts = of_kinds(LINE, {("p1", Q): 2, ("p2", Q): 11, ("p3", Q): 0, ("p4", Q): 0}, {}, Q)
    whole, some = cell(), cell(place="p1")
    if edge == "mean":  # "6.5 in each of the two places": the sum of both
        told = Fact(((some, 2), (cell(place="p2"), 2)), 26, 26)
        others = [cell(place=p) for p in PLACES[1:]]
        leaking = Facts((told,)) | exact(counts, others)
    else:  # "2 of 13"
        leaking = exact(counts, [whole]) | Facts((Fact(((some, 13), (whole, -2)), 0, 0),))
    assert caught(counts, leaking, Danger.EXACT)
    assert protected(counts, seeded(4))
