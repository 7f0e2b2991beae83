"""The solver: there while figures are protected, and neither before nor after."""

import gc
import subprocess
import sys
from math import inf
from time import process_time

import pytest

from gbvcase.domain.errors import Cancelled
from gbvcase.reports.indicators import plan_named
from gbvcase.reports.ledger import Ledger
from gbvcase.reports.protection import round_together
from gbvcase.reports.releases import make_release
from gbvcase.reports.solving import Programme, Solver
from gbvcase.reports.tables import count
from tests.reports.made_up import MADE, answers, seeded

LOOKING = """
import sys
import gbvcase.casework.office_figures
from gbvcase.casework.publishing import reports
assert reports()
print(sorted({"highspy", "numpy", "xlsxwriter"} & set(sys.modules)))
"""


def test_looking_at_figures_loads_neither_the_solver_nor_what_writes_workbooks() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOKING], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"


def test_no_programme_stays_in_memory_when_figures_are_protected() -> None:
    counts = count(answers(120, seeded(3)), plan_named("incidents-wide"), "2025")
    before = programmes()  # a test that failed before this one may still hold some
    round_together(counts, {}, seeded(4))
    assert programmes() <= before


def programmes() -> set[int]:
    gc.collect()
    return {id(one) for one in gc.get_objects() if isinstance(one, Solver | Programme)}


class Watching:
    """The progress of a person who looks on; she may have had enough at some call."""

    def __init__(self, enough_at: int = 0) -> None:
        self.calls, self.longest = 0, 0.0
        self._enough_at, self._last = enough_at, process_time()

    def __call__(self, done: int, total: int) -> None:
        now = process_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.calls += 1
        if self.calls == self._enough_at:
            raise Cancelled


def hard(size: int) -> Programme:
    """Return a programme on which the solver works long: many knapsacks tied together."""
    random = seeded(2)
    programme = Programme()
    for _ in range(size):
        programme.variable(0, 1, -random.randint(50, 99))
    for _ in range(size // 4):
        weights = [(number, float(random.randint(20, 99))) for number in range(size)]
        programme.row(-inf, weights, 20.0 * size)
    return programme


@pytest.mark.parametrize("whole", [True, False])
def test_the_solver_stops_soon_after_the_person_has_had_enough(whole: bool) -> None:
    watching = Watching(enough_at=3)
    solver = Solver(hard(160 if whole else 1_600), whole=whole)
    start = process_time()
    with pytest.raises(Cancelled):
        if whole:
            solver.whole(watching, 60.0, 0.0)
        else:
            solver.linear(60.0, watching)
    assert process_time() - start < 5
    assert watching.calls == 3


def test_a_programme_that_was_stopped_can_be_solved_afterwards() -> None:
    solver = Solver(hard(40), whole=True)
    with pytest.raises(Cancelled):
        solver.whole(Watching(enough_at=1), 60.0, 0.0)
    assert solver.whole(Watching(), 60.0, 0.5) is not None


def test_a_form_beside_another_asks_every_second_whether_to_go_on() -> None:
    random = seeded(7)
    plan = plan_named("incidents-form")
    sources = ["hotline", "self_referral", "police", "health", "womens_union", ""]
    people = [{**one, "referred_from": random.choice(sources)} for one in answers(600, random)]
    ledger, _ = make_release(Ledger(), people, plan, "2025-Q1", made=MADE, random=random)

    def released(watching: Watching) -> Ledger:
        return make_release(
            ledger, people, plan, "2025-Q2", made=MADE, random=random, progress=watching
        )[0]

    watching = Watching()
    assert released(watching).release("incidents-form-2025-Q2") is not None
    assert watching.longest < 1.0
    for number in (2, watching.calls // 2):
        with pytest.raises(Cancelled):
            released(Watching(enough_at=number))
    assert ledger.release("incidents-form-2025-Q2") is None
