"""The solver: there while figures are protected, and neither before nor after."""

import gc
import subprocess
import sys

from gbvcase.reports.indicators import plan_named
from gbvcase.reports.protection import round_together
from gbvcase.reports.solving import Programme, Solver
from gbvcase.reports.tables import count
from tests.reports.made_up import answers, seeded

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
