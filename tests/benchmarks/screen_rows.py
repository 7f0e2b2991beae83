"""How quick the window is, and how much memory it takes: a day's moves in a real window.

One process does them all, as a person would: it unlocks, scrolls the list, types a name, looks at
a form, prints it, counts a quarter, and hides everything (`window_moves.py`).

What is told of memory is what the process holds once its work is done and it rests, on a screen
that is not there: a real one adds its own, and Windows counts otherwise.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.cabinets import HOUSE, PASSWORD, a_cabinet
from tests.benchmarks.measure import Row, within

LIMITS = {
    "one frame while scrolling the list (95 %)": 0.033,
    "duplicate hint: the work": 0.02,
    "duplicate hint: from the last letter on": 0.3,
    "preview of a referral form, the first": 0.4,
    "preview of a referral form, after that": 0.2,
    "a quarter's report on the screen": 2,
    "quick hide": 0.2,
}
MOST_MEMORY = {"memory with the list": 120, "memory after printing and a report": 180}


def rows(sizes: Sequence[int] = (1_000, 20_000, 100_000)) -> Iterator[Row]:
    """Measure the window at each size."""
    for size in sizes:
        with a_cabinet(size) as folder:
            measured = _done_in_a_window(folder)
        for job, limit in LIMITS.items():
            yield within(job, measured[job], limit, f"{size:,} cases")
        for job, most in MOST_MEMORY.items():
            yield Row(
                job=job,
                size=f"{size:,} cases",
                measured=f"{measured[job]:.0f} MB, {measured[f'{job}, its own']:.0f} its own",
                limit=f"{most} MB",
                is_within=measured[job] <= most,
            )
        most_at_once = "memory, the most at once"
        yield Row(
            job=most_at_once, size=f"{size:,} cases", measured=f"{measured[most_at_once]:.0f} MB"
        )


def _done_in_a_window(folder: Path) -> dict[str, float]:
    with TemporaryDirectory() as home:
        given = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "XDG_RUNTIME_DIR": home,
        }
        given.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.window_moves", str(folder), PASSWORD],
            cwd=HOUSE,
            env=given,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured
