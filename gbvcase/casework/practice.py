"""A cabinet to practise with: made-up people, apart from every real cabinet, made anew at will."""

import shutil
from dataclasses import replace
from pathlib import Path

from gbvcase.casework.cabinets import practice_folder
from gbvcase.casework.demo import OFFICE, make_office
from gbvcase.casework.desk import Desk, Progress, local_now, unheard

PEOPLE = 30
SEED = 20


def make_practice(progress: Progress = unheard, folder: Path | None = None) -> Desk:
    """Make the practice cabinet anew, in place of the one before; return its open desk."""
    place = folder or practice_folder()
    if place.exists():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    office = replace(OFFICE, is_practice=True)
    desk = make_office(place, cases=PEOPLE, seed=SEED, progress=progress, office=office)
    return replace(desk, clock=local_now)
