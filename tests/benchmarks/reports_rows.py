"""How fast and how near the truth reports are, as ratios to a bound in the same run."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import TypeVar
from unittest.mock import patch

from gbvcase.reports.audit import attack
from gbvcase.reports.facts import Fact, Facts, facts_of
from gbvcase.reports.indicators import ReportPlan, plan_named
from gbvcase.reports.lattice import atoms
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.proofs import check
from gbvcase.reports.protection import Published, Status, round_together
from gbvcase.reports.releases import make_release
from gbvcase.reports.solving import Programme
from gbvcase.reports.tables import Answer, Counts, count
from tests.benchmarks.measure import Row, compared, in_turns, said, within
from tests.reports.made_up import MADE, answers, seeded

T = TypeVar("T")


def rows(sizes: Sequence[int] = (1_000, 20_000, 100_000)) -> Iterator[Row]:
    """Measure everything and yield a row for each job."""
    plan = plan_named("incidents")
    for size in sizes:
        yield from counting(plan, size)
    people = answers(3_000, seeded(1))
    counts, counted = timed(lambda: fully_counted(people, plan, "2025"))
    published, rounded, quality = rounded_with_quality(counts)
    near = sum(min(n % 5, -n % 5) for n in counts.cells.values())
    off = sum(abs(published.cells[c].value - n) for c, n in counts.cells.items())
    cells = f"{len(counts.cells):,} cells"
    yield _ratio("rounding: error", "nearest multiple", off, near, 1.35, cells)
    yield _ratio("rounding: objective", "solver's own bound", quality, 1.0, 1.02, cells)
    yield compared("rounding: time", rounded, counted, "counting the same", 6, cells)
    yield from auditing(counts, published)
    yield five_years(plan)
    yield forms_of_a_year()


def timed(work: Callable[[], T], times: int = 3) -> tuple[T, float]:
    """Do some work a few times; return its result and the shortest time."""
    shortest = float("inf")
    for _ in range(times):
        start = perf_counter()
        result = work()
        shortest = min(shortest, perf_counter() - start)
    return result, shortest


def fully_counted(people: Sequence[Answer], plan: ReportPlan, period: str) -> Counts:
    """Count, with all totals and relations."""
    counts = count(people, plan, period)
    assert counts.cells
    assert counts.sums
    return counts


def counting(plan: ReportPlan, size: int) -> Iterator[Row]:
    """Compare the counting of all tables with one SQL statement over the same answers.

    The bound has the answers in its table already, and asks for one table; ours read the answers,
    put them into a table and make all tables of the report from it, with every total.
    """
    people = answers(size, seeded(2))
    names = [d.name for d in plan.dimensions]
    store = sqlite3.connect(":memory:")
    store.execute(f"CREATE TABLE t ({', '.join(names)}, quarter)")
    kept = ((*(d.read(a) for d in plan.dimensions), str(a["quarter"])) for a in people)
    store.executemany(f"INSERT INTO t VALUES ({', '.join('?' * (len(names) + 1))})", kept)
    grouped = ", ".join([*names, "quarter"])
    query = f"SELECT {grouped}, COUNT(*) FROM t GROUP BY {grouped}"

    def one_statement() -> int:
        return len(store.execute(query).fetchall())

    ours, bound = in_turns(lambda: fully_counted(people, plan, "2025"), one_statement, times=15)
    store.close()
    yield compared(
        "all tables of a year", ours, bound, "one SQL statement", 1.5, f"{size:,} incidents", 2
    )


def _ratio(job: str, bound: str, ours: float, best: float, most: float, size: str) -> Row:
    """Return the row of something that is no time."""
    told = f"{ours:.6g} to {best:.6g}"
    return Row(job=job, size=size, measured=told, bound=bound, ratio=ours / best, most=most)


def rounded_with_quality(counts: Counts) -> tuple[Published, float, float]:
    """Round and return the time, and how far the cost is from the solver's lower bound."""
    programmes: list[Programme] = []
    solve = Programme.in_whole_numbers

    def kept(self: Programme, *more: object, **named: object) -> list[int] | None:
        programmes.append(self)
        return solve(self, *more, **named)  # type: ignore[arg-type]

    with patch.object(Programme, "in_whole_numbers", kept):
        published, seconds = timed(lambda: round_together(counts, {}, seeded(3)))
    programme = programmes[-1]
    cost, bound = programme.cost_and_bound
    return published, seconds, cost / bound


def auditing(counts: Counts, published: Published) -> Iterator[Row]:
    """Attack a release and check the verdict."""
    facts = facts_of(published, "2025")
    verdict, seconds = timed(lambda: attack(counts, facts), times=1)
    sensitive = sum(0 < n < 5 for n in counts.cells.values())
    told = f"{len(counts.cells):,} cells, {said(seconds)}"
    job = "audit: programmes solved"
    yield _ratio(job, "sensitive cells", verdict.solved, sensitive, 1.0, told)
    known, imagined = facts.facts, facts.imagined
    ours = lambda: check(verdict, Facts(known, imagined))  # noqa: E731 - as new: nothing is kept
    told = json.dumps([fact.as_json() for fact in known])
    checked, reading = in_turns(ours, lambda: read(told), times=15)
    size = f"{len(known):,} facts, {len(verdict.witnesses):,} witnesses"
    yield compared(
        "audit: check of the verdict", checked, reading, "reading its facts once", 10, size
    )


def read(told: str) -> Facts:
    """Read facts from a text, and nothing else: what every check must have done before it."""
    return Facts(
        tuple(
            Fact(
                tuple((tuple((name, code) for name, code in cell), n) for cell, n in terms),
                low,
                high,
                Status(status),
                release,
                edition,
            )
            for terms, low, high, status, release, edition in json.loads(told)
        )
    )


def five_years(plan: ReportPlan) -> Row:
    """Round five years of a province at once."""
    people = answers(3_000, seeded(4), range(2021, 2026))
    counts = fully_counted(people, plan, "2021..2025")
    published, seconds = timed(lambda: round_together(counts, {}, seeded(5)), times=1)
    return within("five years at once", seconds, 60, f"{len(published.cells):,} cells")


def forms_of_a_year() -> Row:
    """Release the fixed form of each quarter and then of the year; each thinks of those before."""
    random, plan = seeded(7), plan_named("incidents-form")
    sources = ["hotline", "self_referral", "police", "health", "family_neighbor", ""]
    people = [{**one, "referred_from": random.choice(sources)} for one in answers(600, random)]
    true, ledger = count(people, plan, "2025").cells, Ledger()
    start = perf_counter()
    for period in (*atoms("2025"), "2025"):  # one that is refused ends the measuring
        ledger, _ = make_release(ledger, people, plan, period, made=MADE, random=random)
    seconds = perf_counter() - start
    shown = [(cell, figure) for line in ledger.lines for cell, figure in line.figures.items()]
    hidden = sum(true[cell] > 0 for cell, figure in shown if figure.status is Status.HIDDEN)
    primary = sum(1 <= true[cell] < plan.threshold for cell, _ in shown)
    size = f"5 forms, {len(shown):,} figures, {said(seconds)}"
    return _ratio("hiding: non-zero figures", "small figures", hidden, primary, 3.5, size)
