"""A cabinet to practise with: made-up people, apart from every real cabinet.

What was tried out stays until it is made anew.
"""

import shutil
from dataclasses import replace
from pathlib import Path

from gbvcase.casework.cabinets import is_cabinet, practice_folder
from gbvcase.casework.demo import OFFICE, PASSWORD, make_office
from gbvcase.casework.desk import Desk, Progress, local_now, unheard
from gbvcase.casework.upkeep import open_desk
from gbvcase.domain.errors import GbvcaseError, VaultInUse

PEOPLE = 30
SEED = 20


def practise(progress: Progress = unheard, folder: Path | None = None) -> Desk:
    """Return the open desk of the practice cabinet as it was left; make it where there is none.

    One that does not open any more is made anew: nobody's case is in it. Raises VaultInUse where
    another window has it open.
    """
    place = folder or practice_folder()
    if is_cabinet(place):
        try:
            return replace(open_desk(place, PASSWORD, progress), clock=local_now)
        except VaultInUse:
            raise
        except GbvcaseError:
            pass
    return make_practice(progress, place)


def make_practice(progress: Progress = unheard, folder: Path | None = None) -> Desk:
    """Make the practice cabinet anew, in place of the one before; return its open desk."""
    place = folder or practice_folder()
    if place.exists():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    office = replace(OFFICE, is_practice=True)
    desk = make_office(place, cases=PEOPLE, seed=SEED, progress=progress, office=office)
    return replace(desk, clock=local_now)
