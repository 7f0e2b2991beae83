"""Loads the libraries of the vault beside the lock page, while the password is typed.

Not before: they take 50 MB, and a lock page may stand on the screen for a whole day.
"""

import linecache

from gbvcase.ui.jobs import Jobs
from gbvcase.ui.put_off import put_modules_off

OF_PAPER: dict[str, tuple[str, ...]] = {"PIL.Image": ()}
"""What opens pictures: the toolkit of paper names it, and none of our papers has a picture."""


def warm_up(jobs: Jobs) -> None:
    """Load ahead what an unlock needs; nobody waits for it."""
    jobs.start(_load_libraries, done=_nothing, failed=_nothing)


def _load_libraries(_progress: object) -> None:
    put_modules_off(OF_PAPER)
    import gbvcase.casework.cases
    import gbvcase.casework.tasks
    import gbvcase.casework.upkeep

    del gbvcase
    linecache.clearcache()  # libraries look at sources while they load; a fault reads them again


def _nothing(_result: object) -> None:
    """What is loaded ahead is not waited for; a fault in it is seen when it is needed."""
